#include "views/preview/noteslist.h"

#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int mostHeight = 116;

}

NotesList::NotesList(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMaximumHeight(mostHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setAccessibleName(tr("Notes on the query"));
    hide();
}

QSize NotesList::sizeHint() const
{
    const int height = m_cards ? m_cards->heightForWidth(std::max(viewport()->width(), 120)) : 0;
    return {200, std::min(height, mostHeight)};
}

void NotesList::show(const model::Notes &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    m_cards = new QWidget;
    m_cards->setBackgroundRole(QPalette::Base);
    m_layout = new QVBoxLayout(m_cards);
    m_layout->setContentsMargins(metric::apart, metric::near, metric::apart, metric::near);
    m_layout->setSpacing(metric::near);
    for (const model::Note &note : notes)
        m_layout->addWidget(cardOf(note));
    m_layout->addStretch();
    setWidget(m_cards);
    setVisible(!notes.isEmpty());
    updateGeometry();
}

QWidget *NotesList::cardOf(const model::Note &note)
{
    auto *card = new QWidget;
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins({});
    auto *mark = new QLabel;
    mark->setPixmap(icon(note.fails ? u"warning"_s : u"hint"_s, note.fails ? Tone::Warning : Tone::Muted)
                        .pixmap(metric::iconSize, metric::iconSize));
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto *words = new QLabel(note.code + u": "_s + note.message);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout;
    column->setSpacing(metric::tight);
    column->addWidget(words);
    if (!note.proposal.isNull()) {
        auto *link = new LinkButton(tr("Take the query that was meant"));
        link->setToolTip(model::inlineJson(note.proposal));
        connect(link, &QAbstractButton::clicked, this, [this, note] { Q_EMIT proposalTaken(note); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    layout->addLayout(column, 1);
    return card;
}

}
