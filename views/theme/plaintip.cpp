#include "views/theme/plaintip.h"

#include <QEvent>
#include <QLabel>
#include <QScreen>

namespace views {

namespace {

constexpr int widest = 60; ///< in letters as wide as an n

}

void PlainTip::give(QWidget *widget)
{
    auto *tip = qobject_cast<QLabel *>(widget);
    if (tip && tip->inherits("QTipLabel") && !tip->findChild<PlainTip *>())
        new PlainTip(tip);
}

PlainTip::PlainTip(QLabel *tip) : QObject(tip), m_tip(tip)
{
    tip->setTextFormat(Qt::PlainText);
    // Qt looks for a place for the tip before it is shown.
    tip->setMaximumWidth(widest * tip->fontMetrics().horizontalAdvance(u'n'));
    tip->installEventFilter(this);
}

bool PlainTip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !m_isFitting) {
        // Qt wraps what looks like markup, at a width of its own.
        m_isFitting = true;
        m_tip->setWordWrap(false);
        const QSize whole = m_tip->sizeHint();
        const bool isLong = whole.width() > m_tip->maximumWidth();
        m_tip->setWordWrap(isLong);
        const int width = m_tip->width();
        m_tip->resize(isLong ? QSize(width, m_tip->heightForWidth(width)) : whole);
        m_isFitting = false;
    }
    if ((event->type() == QEvent::Resize && m_tip->isVisible()) || event->type() == QEvent::Show) {
        const QRect screen = m_tip->screen()->geometry();
        const QRect tip = m_tip->geometry();
        m_tip->move(tip.x() - qMax(0, tip.right() - screen.right()), tip.y() - qMax(0, tip.bottom() - screen.bottom()));
    }
    return QObject::eventFilter(watched, event);
}

}
