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
    if (event->type() == QEvent::Resize && !m_tip->wordWrap()
        && m_tip->sizeHint().width() > m_tip->maximumWidth())
    {
        m_tip->setWordWrap(true);
        m_tip->resize(m_tip->width(), m_tip->heightForWidth(m_tip->width()));
    } else if (event->type() == QEvent::Show) {
        const int below = m_tip->geometry().bottom() - m_tip->screen()->geometry().bottom();
        if (below > 0)
            m_tip->move(m_tip->x(), m_tip->y() - below);
    }
    return QObject::eventFilter(watched, event);
}

}
