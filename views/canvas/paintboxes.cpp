#include "views/canvas/painter.h"

#include "views/canvas/marks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qreal markStroke = 1.3;
constexpr QChar breakHere(0x200b);

/// The same with places to break it: before each capital that begins a word, and behind each underscore.
QString breakable(const QString &name)
{
    QString text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isWord = i > 0 && name[i].isUpper() && name[i - 1].isLower();
        if (isWord || (i > 0 && name[i - 1] == u'_'))
            text += breakHere;
        text += name[i];
    }
    return text;
}

qreal widestWord(const QString &words, const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (const QString &word : words.split(breakHere))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

/// The font at a size, or smaller where it has to be: no line is higher than the room, and a word that is a
/// little too long is made to fit. One that is much too long is going to be broken.
QFont fitted(QFont font, qreal size, const QString &words, QSizeF room)
{
    constexpr qreal letters = 0.8; // of the height of a line
    constexpr qreal smallest = 0.8;
    font.setPixelSize(int(std::min(size, room.height() * letters)));
    const qreal longest = widestWord(words, QFontMetricsF(font));
    if (longest > room.width() && longest * smallest <= room.width())
        font.setPixelSize(int(font.pixelSize() * room.width() / longest));
    return font;
}

/// As many lines as there may be, broken between words where that can be; the last one is elided.
QStringList linesOf(const QString &words, const QFont &font, qreal width, int most)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QTextLayout layout(words, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int start = 0;
    while (lines.size() + 1 < most && start < words.size()) {
        QTextLine line = layout.createLine();
        line.setLineWidth(width);
        lines.append(words.mid(start, line.textLength()));
        start += line.textLength();
    }
    layout.endLayout();
    if (start < words.size())
        lines.append(metrics.elidedText(words.mid(start), Qt::ElideRight, width));
    return lines;
}

}

// Boxes ---------------------------------------------------------------------------------------------------

void Painter::paintBlock(QPainter &painter, const Box &box) const
{
    const Ink &ink = inkOf(box.emphasis);
    const QColor plain = box.isThrough ? ink.theme.through : ink.theme.muted;
    painter.fillRect(box.rect,
                     box.emphasis.isStrong() ? ink.theme.accent : mixed(plain, ink.theme.canvas, 0.75));
}

void Painter::paintHeadOnly(QPainter &painter, const Box &box, qreal zoom) const
{
    const Ink &ink = inkOf(box.emphasis);
    QPen pen(box.emphasis.isStrong() ? ink.theme.accent
                 : box.isThrough     ? ink.theme.through
                                     : ink.theme.hairline,
             box.emphasis.isStrong() ? 2 : 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(ink.theme.head);
    painter.drawRect(box.rect);
    paintNameFromAfar(painter, box, zoom);
}

/// As large as can be read from here. A narrow box has it on several lines, broken between its words.
void Painter::paintNameFromAfar(QPainter &painter, const Box &box, qreal zoom) const
{
    constexpr qreal leastWidth = 26; // all on the screen
    constexpr qreal narrow = 72;
    const qreal width = box.rect.width() * zoom;
    if (width < leastWidth)
        return;
    const bool isNarrow = width < narrow;
    const qreal margin = (isNarrow ? 1 : 4) / zoom;
    const QRectF room = box.rect.adjusted(margin, 0, -margin, 0);
    const QString words = isNarrow ? breakable(box.name) : box.name;
    const qreal letters = (isNarrow ? 8.5 : 10.5) / zoom;
    const QFont font =
        fitted(roleOf(TextRole::Head).font, letters, isNarrow ? words : QString(), room.size());
    const qreal height = QFontMetricsF(font).lineSpacing();
    const int most = isNarrow ? std::max(1, int(room.height() / height)) : 1;
    const QStringList lines = linesOf(words, font, room.width(), most);
    painter.setFont(font);
    painter.setPen(inkOf(box.emphasis).theme.text);
    QTextOption option(Qt::AlignCenter);
    option.setWrapMode(QTextOption::NoWrap);
    QRectF line(room.left(), room.center().y() - qreal(lines.size()) * height / 2, room.width(), height);
    for (const QString &text : lines) {
        painter.drawText(line, text, option);
        line.translate(0, height);
    }
}

void Painter::paintFrame(QPainter &painter, const Box &box) const
{
    const Ink &ink = inkOf(box.emphasis);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.theme.box);
    painter.drawRoundedRect(box.rect, measure::boxRadius, measure::boxRadius);
    if (box.isCollapsed || box.rows.isEmpty()) {
        painter.setBrush(ink.theme.head);
        painter.drawRoundedRect(box.rect, measure::boxRadius, measure::boxRadius);
    } else {
        painter.fillPath(headPath(box.head(), measure::boxRadius), ink.theme.head);
        painter.fillRect(QRectF(box.rect.left(), box.head().bottom() - 1, box.rect.width(), 1),
                         ink.theme.hairline);
    }
}

void Painter::paintBox(QPainter &painter, const Box &box) const
{
    const Ink &ink = inkOf(box.emphasis);
    paintFrame(painter, box);
    const QRectF head = box.head();
    const qreal middle = head.center().y();
    text(painter, TextRole::Head, ink.theme.text, {head.left() + measure::boxPadding, middle}, box.name);
    textTo(painter, TextRole::TableName, ink.mutedOnHead, {head.right() - measure::boxPadding, middle},
           box.tableName);
    for (qsizetype row = 0; row < box.rows.size(); ++row)
        paintRow(painter, box, row);
    if (box.more > 0) {
        const QRectF rect = box.rowRect(box.rows.size());
        const qreal left = rect.left() + measure::boxPadding + measure::keyMark + measure::keyGap;
        text(painter, TextRole::More, ink.mutedOnBox, {left, rect.center().y()},
             u"… "_s + QCoreApplication::translate("Diagram", "%1 more").arg(box.more));
    }
    // The outline last: it lies over head and rows.
    constexpr qreal half = 0.5;
    const bool selected = box.emphasis.isSelected;
    const QColor colour = selected ? ink.theme.accent
        : box.isThrough            ? ink.theme.through
                                   : ink.theme.hairline;
    painter.setPen(QPen(colour, selected ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.rect.adjusted(half, half, -half, -half), measure::boxRadius - half,
                            measure::boxRadius - half);
    paintBadge(painter, box.badge, ink);
}

/// An exclamation mark on a corner, filled where something is refused.
void Painter::paintBadge(QPainter &painter, const Badge &badge, const Ink &ink) const
{
    if (badge.rect.isEmpty())
        return;
    const bool isError = badge.severity == model::Severity::Error;
    painter.setPen(QPen(ink.theme.warning, 1.5));
    painter.setBrush(isError ? ink.theme.warning : ink.theme.canvas);
    painter.drawEllipse(badge.rect);
    const QColor mark = isError ? ink.theme.canvas : ink.theme.warning;
    const QPointF centre = badge.rect.center();
    painter.setPen(roundPen(mark, 1.8));
    painter.drawLine(centre - QPointF(0, 4), centre + QPointF(0, 0.5));
    painter.drawLine(centre + QPointF(0, 3.9), centre + QPointF(0, 4));
}

void Painter::paintRow(QPainter &painter, const Box &box, qsizetype row) const
{
    const Ink &ink = inkOf(box.emphasis);
    const Row &r = box.rows[row];
    const QRectF rect = box.rowRect(row);
    const qreal middle = rect.center().y();
    if (r.isSelected)
        painter.fillRect(rect.adjusted(1, 0, -1, 0), ink.theme.accentWash);
    qreal x = rect.left() + measure::boxPadding;
    if (r.mark != KeyMark::None) {
        const QRectF square(x, middle - measure::keyMark / 2, measure::keyMark, measure::keyMark);
        painter.setPen(isFilled(r.mark) ? QPen(Qt::NoPen) : roundPen(ink.theme.warning, markStroke));
        painter.setBrush(isFilled(r.mark) ? QBrush(ink.theme.warning) : QBrush(Qt::NoBrush));
        painter.drawPath(keyMark(r.mark, square));
    }
    x += measure::keyMark + measure::keyGap;
    if (r.isDerived)
        text(painter, TextRole::DerivedRow, ink.mutedOnBox, {x, middle}, r.name);
    else
        text(painter, TextRole::Row, ink.theme.text, {x, middle}, r.name);
    textTo(painter, TextRole::Type, ink.mutedOnBox, {rect.right() - measure::boxPadding, middle}, r.type);
}

}
