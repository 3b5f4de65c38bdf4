#include "views/start/recentfile.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QPainter>

namespace views {

RecentFile::RecentFile(const QString &name, const QString &place, QWidget *parent)
    : QAbstractButton(parent), m_place(place)
{
    setText(name);
    setAccessibleDescription(place);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RecentFile::sizeHint() const
{
    const int lines = fontMetrics().height() + QFontMetrics(smallFont(font())).height();
    return QSize(120, lines + 2 * metric::near);
}

void RecentFile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(palette());
    const bool isOver = underMouse() || isDown();
    if (isOver || hasFocus())
        paint::roundedBox(&painter, rect(), isOver ? theme.panel : QColor(),
                          hasFocus() ? theme.accent : theme.hairline, metric::radius);
    const QRect words = rect().adjusted(metric::near, metric::near - 1, -metric::near, -metric::near);
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width()));
    const QFont small = smallFont(font());
    painter.setFont(small);
    painter.setPen(legible(theme.muted, theme.window));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetrics(small).elidedText(m_place, Qt::ElideMiddle, words.width()));
}

}
