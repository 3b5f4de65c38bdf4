#pragma once

#include "model/query/notes.h"

#include <QWidget>

class QComboBox;

namespace views {

class NotesList;
class SqlText;

/// The statement of a query in the dialect that is chosen, laid out for reading.
class SqlPane : public QWidget
{
    Q_OBJECT

public:
    explicit SqlPane(QWidget *parent = nullptr);

    const model::Dialect &dialect() const;
    void setDialect(const model::Dialect &dialect);
    /// Shows the statements of a query in the chosen dialect, and what is questionable about it.
    void show(const QStringList &statements, const model::Notes &notes);
    /// Adds what only the rows told.
    void showMore(const model::Notes &notes);
    using QWidget::show;
    void setStale(bool isStale);
    QString text() const;

Q_SIGNALS:
    void dialectChosen(const model::Dialect *dialect);
    void proposalTaken(const model::Note &note);

private:
    QComboBox *m_dialect = nullptr;
    SqlText *m_text = nullptr;
    NotesList *m_list = nullptr;
    model::Notes m_notes; ///< of the query itself
};

}
