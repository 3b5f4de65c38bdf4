#include "views/data/notice.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace views {

QWidget *hairline()
{
    auto *line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

Notice::Notice(QWidget *parent) : QWidget(parent)
{
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_link = new LinkButton({});
    m_close = new LinkButton(tr("Close"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::tight);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_link);
    layout->addWidget(m_close);
    connect(m_close, &LinkButton::clicked, this, &Notice::clear);
    connect(m_link, &LinkButton::clicked, this, [this] {
        clear();
        Q_EMIT linked();
    });
    colour();
    hide();
}

void Notice::say(const QString &text, const QString &link)
{
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_close->setVisible(link.isEmpty());
    setVisible(!text.isEmpty());
}

void Notice::clear()
{
    say({});
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::colour()
{
    const Theme &theme = themeOf(palette());
    QPalette colours = m_text->palette();
    const QColor wanted = legible(theme.warning, theme.panel);
    if (colours.color(QPalette::Text) == wanted)
        return;
    // Text that can be selected has the one colour, other text the other.
    colours.setColor(QPalette::WindowText, wanted);
    colours.setColor(QPalette::Text, wanted);
    m_text->setPalette(colours);
}

void Notice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    QWidget::changeEvent(event);
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::horizontalLine(&painter, rect(), 0, themeOf(palette()).hairline);
}

}
