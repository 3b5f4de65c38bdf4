#include "views/explorer/explorerdelegate.h"

#include "views/explorer/explorerlist.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QPainter>

namespace views {

namespace {

constexpr int titleHeight = 32;

QRect wordsOf(const QRect &row)
{
    return row.adjusted(metric::apart + metric::iconSize + metric::near, 0, -metric::apart, 0);
}

}

void ExplorerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const QString name = index.data().toString();
    painter->save();
    if (index.data(ExplorerList::TitleRole).toBool()) {
        QFont font = smallFont(option.font);
        font.setWeight(QFont::DemiBold);
        font.setCapitalization(QFont::AllUppercase);
        painter->setFont(font);
        painter->setPen(legible(theme.muted, theme.panel));
        painter->drawText(option.rect.adjusted(metric::apart, metric::tight, -metric::apart, 0),
                          Qt::AlignLeft | Qt::AlignVCenter, name);
        painter->restore();
        return;
    }

    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    // The query that is run is not what is selected: it has a bar at its side.
    constexpr int bar = 3;
    const bool isCurrent = index.data(ExplorerList::CurrentRole).toBool();
    if (isCurrent)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(bar, option.rect.height())), theme.accent);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paint::roundedBox(painter, option.rect.adjusted(1, 1, -1, -1), {}, theme.accent, 4);

    const QRect mark(option.rect.left() + metric::apart, option.rect.center().y() - 7, metric::iconSize,
                     metric::iconSize);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, mark);

    QRect words = wordsOf(option.rect);
    const QString detail = index.data(ExplorerList::DetailRole).toString();
    if (!detail.isEmpty()) {
        // The name is read first: the detail has what it leaves, or enough to be worth reading.
        const QFont font = smallFont(fixedFont());
        const QFontMetrics metrics(font);
        const int room = words.width() - option.fontMetrics.horizontalAdvance(name) - metric::near;
        const QString shown = metrics.elidedText(detail, Qt::ElideMiddle,
                                                 std::clamp(room, 40, std::max(40, words.width() * 3 / 5)));
        painter->setFont(font);
        const QColor ground = option.state & QStyle::State_Selected ? theme.accentWash : theme.panel;
        painter->setPen(legible(theme.muted, ground));
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, shown);
        words.setRight(words.right() - metrics.horizontalAdvance(shown) - metric::near);
    }
    QFont font = option.font;
    if (isCurrent)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(name, Qt::ElideRight, words.width()));
    painter->restore();
}

QSize ExplorerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int words = option.fontMetrics.height();
    return index.data(ExplorerList::TitleRole).toBool() ? QSize(80, std::max(titleHeight, words + 12))
                                                        : QSize(80, std::max(metric::listRow, words + 8));
}

void ExplorerDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &) const
{
    editor->setGeometry(wordsOf(option.rect).adjusted(-4, 1, 4, -1));
}

}
