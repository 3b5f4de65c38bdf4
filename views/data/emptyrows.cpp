#include "views/data/emptyrows.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QEvent>
#include <QHBoxLayout>

namespace views {

EmptyRows::EmptyRows(QWidget *over) : QWidget(over)
{
    m_text = new EmptyLabel({});
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMargin(0);
    m_first = new LinkButton({});
    m_second = new LinkButton({});
    auto *links = new QHBoxLayout;
    links->setSpacing(metric::far);
    links->addStretch();
    links->addWidget(m_first);
    links->addWidget(m_second);
    links->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::apart, 0, metric::apart, 0);
    layout->setSpacing(metric::tight);
    layout->addStretch();
    layout->addWidget(m_text);
    layout->addLayout(links);
    layout->addStretch();
    connect(m_first, &LinkButton::clicked, this, &EmptyRows::firstLinked);
    connect(m_second, &LinkButton::clicked, this, &EmptyRows::secondLinked);
    over->installEventFilter(this);
    hide();
}

void EmptyRows::say(const QString &text, const QString &first, const QString &second)
{
    m_text->setText(text);
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    setVisible(!text.isEmpty());
    place();
}

void EmptyRows::place()
{
    setGeometry(parentWidget()->rect());
    // In a low view there is room for what can be done, if not for why.
    const int links = m_first->isHidden() ? 0 : m_first->sizeHint().height();
    const int words = m_text->heightForWidth(width() - 2 * metric::apart);
    m_text->setVisible(links == 0 || words + metric::tight + links <= height());
}

bool EmptyRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

}
