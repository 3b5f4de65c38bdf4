#include "views/inspector/form.h"

#include "views/inspector/field.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

Form::Form(QWidget *parent) : QWidget(parent), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(metric::apart, metric::apart, metric::apart, metric::far);
    m_body->setSpacing(metric::near);
}

void Form::show(const Inspected &inspected)
{
    m_inspected = inspected;
    refresh();
}

model::Result<void> Form::apply(const model::Result<model::Project> &next, const QString &what)
{
    if (!next)
        return tl::unexpected(next.error());
    if (!(*next == m_inspected.project))
        Q_EMIT edited(*next, what);
    return {};
}

void Form::addHead()
{
    m_kind = new SectionTitle({});
    m_name = new QLabel;
    QFont font = m_name->font();
    font.setPointSizeF(font.pointSizeF() * 16 / 13);
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QVBoxLayout;
    head->setSpacing(metric::tight);
    head->addWidget(m_kind);
    head->addWidget(m_name);
    m_body->addLayout(head);
}

void Form::setHead(const QString &kind, const QString &name)
{
    m_kind->setText(kind);
    m_name->setText(name);
    m_name->setToolTip(name);
}

Section::Section(const QString &title, bool isFolded, QWidget *parent)
    : QWidget(parent), m_content(new QWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metric::tight, 0, 0);
    layout->setSpacing(metric::tight);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::tight);
    layout->addLayout(head);
    layout->addWidget(m_content);
    m_body = new QVBoxLayout(m_content);
    m_body->setContentsMargins({});
    m_body->setSpacing(metric::near);
    if (!isFolded) {
        m_title = new SectionTitle(title);
        head->addWidget(m_title);
        head->addStretch();
        return;
    }
    auto *button = new LinkButton(title);
    button->setCheckable(true);
    button->setIcon(icon(u"chevron-right"_s, Tone::Accent));
    button->setIconSize({12, 12});
    m_title = button;
    m_content->hide();
    head->addWidget(button);
    head->addStretch();
    connect(button, &QAbstractButton::toggled, this, [this, button](bool isOpen) {
        button->setIcon(icon(isOpen ? u"chevron-down"_s : u"chevron-right"_s, Tone::Accent));
        m_content->setVisible(isOpen);
    });
}

void Section::addCorner(QWidget *widget)
{
    static_cast<QHBoxLayout *>(layout()->itemAt(0)->layout())->addWidget(widget);
}

void Section::unfold()
{
    if (auto *button = qobject_cast<QAbstractButton *>(m_title))
        button->setChecked(true);
}

QWidget *stackOf(QWidget *upper, QWidget *lower)
{
    auto *stack = new QWidget;
    auto *layout = new QVBoxLayout(stack);
    layout->setContentsMargins({});
    layout->setSpacing(metric::near);
    layout->addWidget(upper);
    layout->addWidget(lower);
    return stack;
}

namespace {

class Pair : public QWidget
{
public:
    Pair(QWidget *left, QWidget *right) : m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    {
        m_layout->setContentsMargins({});
        m_layout->setSpacing(metric::near);
        // The boxes of two flags stand in one line, however many lines their words take.
        const bool isOfFlags = qobject_cast<FlagField *>(left) && qobject_cast<FlagField *>(right);
        const Qt::Alignment alignment = isOfFlags ? Qt::Alignment() : Qt::AlignTop;
        m_layout->addWidget(left, 1, alignment);
        m_layout->addWidget(right, 1, alignment);
    }

protected:
    void resizeEvent(QResizeEvent *) override
    {
        const int half = (width() - metric::near) / 2;
        bool fits = true;
        for (int i = 0; i < m_layout->count(); ++i) {
            const auto *field = qobject_cast<const Field *>(m_layout->itemAt(i)->widget());
            fits &= !field || field->labelWidth() <= half;
        }
        const auto direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
        if (direction != m_layout->direction())
            m_layout->setDirection(direction);
    }

private:
    QBoxLayout *m_layout;
};

}

QWidget *pairOf(QWidget *left, QWidget *right)
{
    return new Pair(left, right);
}

}
