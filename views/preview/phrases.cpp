#include "views/preview/phrases.h"

#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QPainter>
#include <QStyle>

namespace views {

namespace {

QFont fontOf(Phrase::Ink ink, const QFont &words)
{
    if (ink == Phrase::Code || ink == Phrase::Detail || ink == Phrase::Through)
        return fixedFont();
    QFont font = words;
    if (ink == Phrase::Strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

QColor colourOf(Phrase::Ink ink, const Theme &theme)
{
    switch (ink) {
    case Phrase::Plain:
    case Phrase::Strong:
    case Phrase::Code: return theme.text;
    case Phrase::Muted:
    case Phrase::Detail: return theme.muted;
    case Phrase::Link: return theme.accent;
    case Phrase::Through: return theme.through;
    case Phrase::Warning: return theme.warning;
    }
    Q_UNREACHABLE();
}

}

QString textOf(const Phrases &phrases)
{
    QStringList words;
    for (const Phrase &phrase : phrases) {
        if (!phrase.text.isEmpty())
            words.append(phrase.text);
    }
    return words.join(u' ');
}

QRect PhraseDelegate::actionRect(const QRect &row) const
{
    return QRect(row.right() - metric::near - metric::iconSize, row.center().y() - metric::iconSize / 2 + 1,
                 metric::iconSize, metric::iconSize);
}

void PhraseDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->rect.setLeft(option->rect.left() + m_margin);
}

void PhraseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const Theme &theme = themeOf(row.palette);
    const QStyle *style = row.widget->style();
    painter->save();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, row.widget);
    if (row.state & QStyle::State_HasFocus && row.state & QStyle::State_KeyboardFocusChange)
        paint::roundedBox(painter, option.rect.adjusted(1, 1, -1, -1), {}, theme.accent, 4);
    QRect room = row.rect.adjusted(metric::tight, 0, -metric::near, 0);
    if (row.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem check = row;
        check.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &row, row.widget);
        check.state &= ~QStyle::State_HasFocus;
        check.state |= row.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, row.widget);
        room.setLeft(check.rect.right() + metric::near);
    }
    const bool hasAction = !m_action.isEmpty()
        && row.state & (QStyle::State_MouseOver | QStyle::State_Selected)
        && index.data(Qt::EditRole).toBool();
    if (hasAction) {
        paintIcon(painter, m_action, actionRect(option.rect), legible(theme.muted, theme.accentWash));
        room.setRight(actionRect(option.rect).left() - metric::tight);
    }
    for (const Phrase &phrase : index.data(PhrasesRole).value<Phrases>())
        room.setLeft(room.left() + paintPhrase(painter, phrase, room, row) + metric::near);
    painter->restore();
}

/// The width that it took.
int PhraseDelegate::paintPhrase(QPainter *painter, const Phrase &phrase, const QRect &room,
                                const QStyleOptionViewItem &option) const
{
    if (room.width() < 12)
        return 0;
    const Theme &theme = themeOf(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    const QColor colour = legible(m_isStale ? theme.muted : colourOf(phrase.ink, theme),
                                  isSelected ? theme.accentWash : theme.panel);
    QRect words = room;
    if (!phrase.icon.isEmpty()) {
        constexpr int side = 14;
        paintIcon(painter, phrase.icon, QRect(words.left(), words.center().y() - side / 2 + 1, side, side),
                  colour);
        words.setLeft(words.left() + side + (phrase.text.isEmpty() ? 0 : metric::tight + 2));
    }
    const QFont font = fontOf(phrase.ink, option.font);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(phrase.text, Qt::ElideRight, words.width());
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return words.left() - room.left() + metrics.horizontalAdvance(shown);
}

QSize PhraseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(int(metric::listRow), option.fontMetrics.height() + 8)};
}

}
