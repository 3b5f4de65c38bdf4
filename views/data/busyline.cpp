#include "views/data/busyline.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace views {

namespace {

constexpr int thickness = 2;
constexpr int steps = 60;

}

BusyLine::BusyLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(thickness);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Reading rows"));
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    m_motion.setInterval(30);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        resize(parentWidget()->width(), thickness);
        show();
        raise();
        // Without animations the line is whole, and stands still.
        if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
            m_motion.start();
        Q_EMIT shown(true);
    });
    connect(&m_motion, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % steps;
        resize(parentWidget()->width(), thickness);
        update();
    });
}

void BusyLine::start()
{
    if (!m_delay.isActive() && isHidden())
        m_delay.start();
}

void BusyLine::stop()
{
    m_delay.stop();
    m_motion.stop();
    if (isHidden())
        return;
    hide();
    Q_EMIT shown(false);
}

void BusyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    if (!m_motion.isActive()) {
        painter.fillRect(rect(), theme.accent);
        return;
    }
    painter.fillRect(rect(), theme.accentWash);
    const int length = width() / 3;
    painter.fillRect(m_step * (width() + length) / steps - length, 0, length, thickness, theme.accent);
}

}
