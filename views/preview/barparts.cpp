#include "views/preview/barparts.h"

#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QPainter>

namespace views {

QSize ElidedLabel::minimumSizeHint() const
{
    return {24, MutedLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    painter.setPen(legible(theme.muted, theme.panel));
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

WordTab::WordTab(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

QFont WordTab::shownFont() const
{
    QFont strong = smallFont(font());
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QSize WordTab::sizeHint() const
{
    const QFontMetrics metrics(shownFont());
    return {metrics.horizontalAdvance(text()) + 2 * metric::near, metrics.height() + metric::near};
}

void WordTab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    QFont shown = shownFont();
    if (!isChecked())
        shown.setWeight(QFont::Normal);
    if (hasFocus())
        paint::roundedBox(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), {}, theme.accent, 4);
    painter.setFont(shown);
    painter.setPen(isChecked() || underMouse() ? theme.text : legible(theme.muted, theme.panel));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

}
