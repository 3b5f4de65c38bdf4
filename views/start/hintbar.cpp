#include "views/start/hintbar.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QPainter>

namespace views {

HintBar::HintBar(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Hints"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::tight);
    layout->setSpacing(metric::far);
    layout->addWidget(new SectionTitle(tr("Try this")));
    for (const QString &hint :
         {tr("Press <b>M</b> and drag from one model to another"),
          tr("Tick an include in <b>Preview</b>, and its rows follow"), tr("<b>Ctrl+E</b> saves the SQL")})
    {
        auto *label = new QLabel(hint);
        label->setTextFormat(Qt::RichText);
        layout->addWidget(label);
        m_hints.append(label);
    }
    layout->addStretch();
    auto *dismiss = new LinkButton(tr("Got it"));
    dismiss->setToolTip(tr("Do not show this again"));
    layout->addWidget(dismiss);
    m_dismiss = dismiss;
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(dismiss, &QAbstractButton::clicked, this, &HintBar::dismissed);
}

void HintBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int room = width() - m_dismiss->sizeHint().width() - layout()->itemAt(0)->sizeHint().width()
        - 2 * metric::apart - 2 * metric::far;
    for (QWidget *hint : std::as_const(m_hints)) {
        room -= hint->sizeHint().width() + metric::far;
        hint->setVisible(room >= 0);
    }
}

void HintBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    painter.fillRect(rect(), theme.panel);
    paint::horizontalLine(&painter, rect(), rect().top(), theme.hairline);
}

}
