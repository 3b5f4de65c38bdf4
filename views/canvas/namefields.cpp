#include "views/canvas/namefields.h"

#include "views/diagram/text.h"
#include "views/theme/dropshadow.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int leastWidth = 140;

}

NameFields::NameFields(const QList<NameField> &fields, QWidget *parent)
    : QFrame(parent), m_reason(new QLabel(this))
{
    setAutoFillBackground(true);
    // A field alone is a part of the diagram; several are a small form.
    const bool isForm = fields.size() > 1;
    const int margin = isForm ? 8 : 2;
    if (isForm) {
        setFrameShape(QFrame::StyledPanel);
        DropShadow::give(this);
    }
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(isForm ? 4 : 2);
    int row = 0;
    for (const NameField &each : fields) {
        auto *field = new QLineEdit(each.text, this);
        field->setPlaceholderText(each.placeholder);
        field->setAccessibleName(each.label.isEmpty() ? tr("Name") : each.label);
        field->installEventFilter(this);
        if (!each.label.isEmpty()) {
            auto *label = new QLabel(each.label, this);
            label->setTextFormat(Qt::PlainText);
            label->setBuddy(field);
            layout->addWidget(label, row, 0);
        }
        layout->addWidget(field, row++, 1);
        m_fields.append(field);
        m_offered.append(each.text);
    }
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    QPalette palette = m_reason->palette();
    palette.setColor(QPalette::WindowText, themeOf(palette).warning);
    m_reason->setPalette(palette);
    m_reason->hide();
    layout->addWidget(m_reason, row, 0, 1, 2);
}

QStringList NameFields::texts() const
{
    QStringList texts;
    for (const QLineEdit *field : m_fields)
        texts.append(field->text());
    return texts;
}

QStringList NameFields::offered() const
{
    return m_offered;
}

void NameFields::showReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_reason->setAccessibleName(reason);
    resize(width(), heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height());
}

void NameFields::placeOver(const QRectF &rect, qreal zoom)
{
    constexpr int letters = 13;
    constexpr int most = 26;
    QFont font = this->font();
    font.setPixelSize(std::clamp(int(std::lround(letters * zoom)), letters, most));
    for (QLineEdit *field : m_fields)
        field->setFont(font);
    const QSize hint = sizeHint();
    const int width = std::max({int(rect.width()), leastWidth, m_fields.size() > 1 ? hint.width() : 0});
    const int height = heightForWidth(width) > 0 ? heightForWidth(width) : hint.height();
    QRect place(0, 0, width, height);
    place.moveCenter(rect.center().toPoint());
    // Where the reason is shown it hangs down; the field itself stays where the name is.
    place.moveTop(int(rect.center().y()) - m_fields.first()->sizeHint().height() / 2 - 3);
    const QRect room = parentWidget()->rect();
    place.moveLeft(std::clamp(place.left(), 0, std::max(0, room.width() - place.width())));
    place.moveTop(std::clamp(place.top(), 0, std::max(0, room.height() - place.height())));
    setGeometry(place);
}

void NameFields::begin()
{
    show();
    raise();
    m_fields.first()->setFocus(Qt::OtherFocusReason);
    m_fields.first()->selectAll();
}

/// Enter goes on to the next field that is empty, and then is the end.
void NameFields::accept(QLineEdit *field)
{
    for (qsizetype i = m_fields.indexOf(field) + 1; i < m_fields.size(); ++i) {
        if (m_fields[i]->text().isEmpty()) {
            m_fields[i]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    Q_EMIT accepted();
}

bool NameFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: accept(static_cast<QLineEdit *>(watched)); return true;
        case Qt::Key_Escape: Q_EMIT abandoned(); return true;
        default: break;
        }
    } else if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const QWidget *next = QApplication::focusWidget();
        const bool stays = reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason
            || (next && next != this && isAncestorOf(next));
        if (!stays)
            Q_EMIT left();
    }
    return QFrame::eventFilter(watched, event);
}

}
