#pragma once

#include "model/changes/links.h"
#include "views/data/context.h"
#include "views/data/rowsfeed.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace views {

class BusyLine;
class EmptyRows;
class LinkButton;
class Notice;
class RowsView;
class SectionTitle;

/// One row, seen over one n:m association.
struct LinksSubject
{
    int association = -1; ///< in the schema
    model::Value sourceKey;
    QString title; ///< what the row is called
    model::RowRef joinRow; ///< the one of its join rows that is looked at
    QList<int> choices; ///< all associations that it can be seen over
    QString reason; ///< why there is nothing to link; null where there is

    bool isSameList(const LinksSubject &other) const
    {
        return association == other.association && sourceKey == other.sourceKey;
    }
};

/// The rows that one row is linked to by an n:m, and those that it could be linked to.
class LinksPane : public QWidget
{
    Q_OBJECT

public:
    explicit LinksPane(QWidget *parent = nullptr);

    void setContext(const Context &context);
    void showLinks(const LinksSubject &subject);
    void setChanges(const model::Changes &changes, const LabelBook &labels);
    void setLocked(bool isLocked);
    void refresh();
    void endEditing();

    const LinksSubject &subject() const { return m_subject; }
    /// The model whose rows link; empty where nothing is shown.
    QString throughModel() const { return isShown() ? through().model : QString(); }

Q_SIGNALS:
    void asked(const views::Job &job);
    void edited(const model::Changes &next);
    void named(const model::RowColumn &column, const model::Value &key, const QString &label);
    void associationPicked(int association);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Side
    {
        RowsModel *rows = nullptr;
        RowsFeed *feed = nullptr;
        RowsView *view = nullptr;
        BusyLine *busy = nullptr;
        EmptyRows *empty = nullptr;
        bool isCurrent = false; ///< the rows are of the subject, and of the search; others are not changed
        std::optional<qint64> stored; ///< how many rows there are without the changes
    };

    void build();
    Side makeSide(const QString &lane, const QString &name);
    QWidget *head();
    QWidget *column(const Side &side, SectionTitle *title, QLabel *count, LinkButton *action, QWidget *field);
    void connectSide(Side &side);

    bool isShown() const { return m_subject.association >= 0 && m_subject.reason.isNull(); }
    const model::ResolvedAssociation &association() const;
    const model::Table &through() const;
    void read();
    void readNotLinked();
    void countLinked();
    void countNotLinked();
    void arrange();
    RowOverlay comingLinks();
    RowOverlay comingTargets();
    void showHead();
    void showCounts();
    void fitColumns();
    void shareRoom();
    void chooseJoinRow();
    RowsFeed::Explain explain() const;

    void link();
    void unlink();
    void take(const QModelIndex &index, const model::Value &value, const QString &label);
    void put(const model::Result<model::Changes> &next);

    Context m_context;
    LinksSubject m_subject;
    model::Changes m_changes;
    LabelBook m_labels;
    bool m_isLocked = false;
    bool m_wantsJoinRow = false; ///< the one that is looked at is still to be chosen
    int m_ticket = 0;
    int m_linkedChange = 0; ///< how many rows more than stored the changes make linked
    int m_notLinkedChange = 0;

    QStringList m_columns; ///< of the linked rows
    QList<int> m_widths; ///< that they want

    Side m_linked;
    Side m_notLinked;
    QLabel *m_title = nullptr;
    LinkButton *m_alias = nullptr;
    QLabel *m_by = nullptr;
    QLabel *m_linkedCount = nullptr;
    QLabel *m_notLinkedCount = nullptr;
    LinkButton *m_link = nullptr;
    LinkButton *m_unlink = nullptr;
    QLineEdit *m_find = nullptr;
    QString m_sought; ///< the search that is being read
    QString m_found; ///< the search whose rows are shown
    QTimer m_typing;
    QWidget *m_lists = nullptr;
    EmptyRows *m_nothing = nullptr;
    Notice *m_notice = nullptr;
};

}
