#pragma once

#include "model/query/notes.h"

#include <QScrollArea>

class QVBoxLayout;

namespace views {

/// What is questionable about a query, each with the query that was probably meant, to be taken over by one
/// click. Not there while there is nothing to say.
class NotesList : public QScrollArea
{
    Q_OBJECT

public:
    explicit NotesList(QWidget *parent = nullptr);

    void show(const model::Notes &notes);
    using QWidget::show;
    QSize sizeHint() const override;

Q_SIGNALS:
    void proposalTaken(const model::Note &note);

private:
    QWidget *cardOf(const model::Note &note);

    QWidget *m_cards = nullptr;
    QVBoxLayout *m_layout = nullptr;
    model::Notes m_notes;
};

}
