#include "views/diagram/painter.h"

#include "views/diagram/marks.h"

#include <QCoreApplication>
#include <QTextOption>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qreal markStroke = 1.3;

/// The words of a name: a capital begins one, and an underscore ends one.
QStringList wordsOf(const QString &name)
{
    QStringList words;
    qsizetype start = 0;
    for (qsizetype i = 1; i < name.size(); ++i) {
        const bool isBegun = (name[i].isUpper() && name[i - 1].isLower()) || name[i - 1] == u'_';
        if (isBegun) {
            words.append(name.mid(start, i - start));
            start = i;
        }
    }
    words.append(name.mid(start));
    return words;
}

QList<QPointF> cornersOf(const QRectF &rect)
{
    return {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()};
}

}

// Boxes ---------------------------------------------------------------------------------------------------

void Painter::paintBlock(QPainter &painter, const Box &box, qreal zoom) const
{
    const Ink &ink = inkOf(box.emphasis);
    const QColor plain = box.isThrough ? ink.theme.through : ink.theme.muted;
    painter.fillRect(box.rect,
                     box.emphasis.isStrong() ? ink.theme.accent : mixed(plain, ink.theme.canvas, 0.75));
    if (!box.emphasis.isSelected)
        return;
    const qreal around = 2.5 / zoom;
    QPen pen(ink.theme.accent, 1.5);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.rect.adjusted(-around, -around, around, around));
}

void Painter::paintHeadOnly(QPainter &painter, const Box &box, qreal zoom) const
{
    const Ink &ink = inkOf(box.emphasis);
    const bool isSelected = box.emphasis.isSelected;
    QPen pen(isSelected          ? ink.theme.accent
                 : box.isThrough ? ink.theme.through
                                 : ink.theme.hairline,
             isSelected ? 2 : 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(box.emphasis.isOnPath ? ink.theme.accentWash : ink.theme.head);
    painter.drawRect(box.rect);
    paintNameFromAfar(painter, box, zoom);
    if (isSelected)
        paintGrips(painter, cornersOf(box.rect), ink, zoom);
}

/// The lines of a name in letters of a size, broken between its words; none where it does not fit.
QStringList Painter::linesFromAfar(const QStringList &words, qreal letters, QSizeF room) const
{
    constexpr qreal lineHeight = 1.2;
    const auto widthOf = [&](const QString &text) {
        return m_measure(text, TextRole::Head) * letters / roleOf(TextRole::Head).font.pixelSize();
    };
    QStringList lines;
    for (const QString &word : words) {
        if (!lines.isEmpty() && widthOf(lines.last() + word) <= room.width())
            lines.last() += word;
        else if (widthOf(word) <= room.width())
            lines.append(word);
        else
            return {};
    }
    return qreal(lines.size()) * letters * lineHeight <= room.height() ? lines : QStringList();
}

/// As large as there is room for, on several lines if need be. A name that cannot be read as a whole is left
/// to the tool tip.
void Painter::paintNameFromAfar(QPainter &painter, const Box &box, qreal zoom) const
{
    if (box.name.endsWith(u'…'))
        return;
    constexpr std::array<qreal, 5> sizes{10.5, 9.5, 8.5, 7.75, 7}; // in pixels of the screen
    const qreal margin = 1.5 / zoom;
    const QRectF room = box.rect.adjusted(margin, 0, -margin, 0);
    const QStringList words = wordsOf(box.name);
    for (const qreal size : sizes) {
        const qreal letters = std::floor(size / zoom);
        const QStringList lines = linesFromAfar(words, letters, room.size());
        if (lines.isEmpty())
            continue;
        QFont font = roleOf(TextRole::Head).font;
        font.setPixelSize(int(letters));
        painter.setFont(font);
        painter.setPen(inkOf(box.emphasis).theme.text);
        QTextOption option(Qt::AlignCenter);
        option.setWrapMode(QTextOption::NoWrap);
        const qreal height = letters * 1.2;
        QRectF line(room.left(), room.center().y() - qreal(lines.size()) * height / 2, room.width(), height);
        for (const QString &text : lines) {
            painter.drawText(line, text, option);
            line.translate(0, height);
        }
        return;
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
    if (selected)
        paintGrips(painter, cornersOf(box.rect), ink, 1);
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
