#pragma once

#include "views/job.h"
#include "views/preview/answer.h"
#include "views/preview/recordtree.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTreeView;

namespace views {

class ElidedLabel;
class FlatRows;
class SqlText;

/// What a query returns, as a tree, as the rows of its statement, and as JSON. Whatever happens, the last
/// good answer stays; greyed, as soon as it no longer is the query's.
class ResultPane : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPane(QWidget *parent = nullptr);

    void show(const Answer &answer);
    using QWidget::show;
    /// Where the rows come from; always in sight.
    void showOrigin(const RowOrigin &origin);
    /// The answer no longer is the query's, for a reason; the query may be allowed more.
    void showFault(const QString &reason, bool isOverLimits = false);
    /// The query is running; shown only when it takes its time.
    void showRunning();
    bool isRunning() const { return m_isRunning; }
    /// Forgets the answer, for a query that is not the one that it belonged to.
    void clear(const QString &hint = {});
    const Answer &answer() const { return m_answer; }

Q_SIGNALS:
    void recordPicked(const QString &model, const model::Values &key);
    void cancelled();
    void moreAllowed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Page { Tree, Rows, Json };

    QWidget *makeBar();
    QWidget *makeBusyLine();
    void showPage();
    void showTree();
    void showRows();
    void showSummary();
    void setStale(bool isStale);
    void stopRunning();
    void cancel();
    void pick(const QModelIndex &index);

    Answer m_answer;
    RowOrigin m_origin;
    QString m_hint;
    bool m_isStale = false;
    bool m_isRunning = false;
    QStringList m_shown; ///< which pages hold this answer
    QTimer m_patience;
    QButtonGroup *m_pages = nullptr;
    ElidedLabel *m_summary = nullptr;
    QWidget *m_busy = nullptr;
    QWidget *m_fault = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_allow = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_tree = nullptr;
    RecordTree *m_records = nullptr;
    PhraseDelegate *m_delegate = nullptr;
    QTableView *m_table = nullptr;
    FlatRows *m_rows = nullptr;
    SqlText *m_json = nullptr;
};

}
