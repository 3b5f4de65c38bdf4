#pragma once

#include "views/data/statementsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace views {

class LinkButton;
class Notice;
class SqlLine;

/// The changes that wait to be committed, as SQL: one line, and all of them when it is opened.
class ChangesBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesBar(QWidget *parent = nullptr);

    /// What was said of another database's changes is said no more.
    void setContext(const Context &context);
    /// Says nothing of changes that were.
    void forget();
    void setChanges(const model::Changes &changes);
    /// What can be done to the changes: nothing while they are being committed or looked for; and they are not
    /// committed again while it is not known whether they are in the database already.
    enum class Phase : quint8 { Open, Committing, Looking, Unknown };
    void setPhase(Phase phase);
    /// Models whose tables keep what was written when a later statement fails.
    void setWithoutTransactions(const QStringList &models);
    void say(const QString &text);
    /// Says why a commit was refused, at its statement.
    void showRefusal(const model::Error &error);

    QList<model::ChangeStatement> statements() const { return m_model->executable(); }
    bool canCommit() const;
    /// Says why it cannot be committed, where that is so.
    void explain();

Q_SIGNALS:
    void edited(const model::Changes &next);
    void commitWanted();
    void bringBackWanted(); ///< what was discarded just now

private:
    void build();
    void open(bool isOpen);
    void discard(int row);
    void discardAll();
    void showChanges();
    void showPartial();

    Context m_context;
    model::Changes m_changes;
    Phase m_phase = Phase::Open;
    QStringList m_withoutTransactions;

    StatementsModel *m_model;
    QTableView *m_list = nullptr;
    Notice *m_notice = nullptr;
    Notice *m_partial = nullptr; ///< that the statements are not all or none
    QWidget *m_mark = nullptr;
    QLabel *m_count = nullptr;
    SqlLine *m_line = nullptr;
    LinkButton *m_open = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_commit = nullptr;
};

}
