#include "views/inspector/field.h"

#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QStringListModel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

/// Small words at the right end of a line, which are read from their beginning where there is no room for
/// all.
class Elided : public MutedLabel
{
public:
    Elided() { setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        const QRect room = contentsRect();
        const QFontMetrics metrics = fontMetrics();
        const bool fits = metrics.horizontalAdvance(text()) <= room.width();
        painter.drawText(room, int(fits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                         metrics.elidedText(text(), Qt::ElideRight, room.width()));
    }
};

namespace {

/// The words of a long label in two lines: it goes on at its last capital.
QString broken(const QString &label)
{
    static const QRegularExpression lastCapital(u"(?<=.)(?=[A-Z][^A-Z]*$)"_s);
    return QString(label).replace(lastCapital, u"\n"_s);
}

/// The sentence under a field whose text was refused.
QLabel *noteLabel()
{
    auto *note = new MutedLabel;
    note->setForegroundRole(QPalette::BrightText);
    note->setWordWrap(true);
    note->hide();
    return note;
}

}

TextField::TextField(const QString &label, const QStringList &choices, QWidget *parent)
    : Field(parent), m_title(new MutedLabel(label)), m_reason(new Elided), m_note(noteLabel()),
      m_edit(new QLineEdit)
{
    setLabel(label);
    m_edit->setFont(fixedFont());
    m_edit->setAccessibleName(label);
    m_edit->installEventFilter(this);
    m_title->setBuddy(m_edit);
    // A long label is cut before it makes the panel wider.
    m_title->setMinimumWidth(1);
    QFont italic = m_reason->font();
    italic.setItalic(true);
    m_reason->setFont(italic);
    m_open = m_edit->addAction(icon(u"chevron-down"_s, Tone::Muted), QLineEdit::TrailingPosition);
    m_open->setText(tr("Choices of %1").arg(label));
    m_reset = m_edit->addAction(icon(u"reset"_s, Tone::Muted), QLineEdit::TrailingPosition);
    m_reset->setVisible(false);
    setFocusProxy(m_edit);

    auto *head = new QHBoxLayout;
    head->setSpacing(metric::near);
    head->addWidget(m_title);
    head->addWidget(m_reason, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
    setChoices(choices);

    connect(m_edit, &QLineEdit::editingFinished, this, &TextField::leave);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_said.reset();
        setNote({});
    });
    connect(m_reset, &QAction::triggered, this, [this] {
        m_edit->clear();
        leave();
    });
    connect(m_open, &QAction::triggered, this, [this] {
        m_edit->setFocus();
        m_edit->completer()->setCompletionPrefix({});
        m_edit->completer()->complete();
    });
}

void TextField::setChoices(const QStringList &choices)
{
    m_open->setVisible(!choices.isEmpty());
    if (!m_edit->completer()) {
        if (choices.isEmpty())
            return;
        auto *completer = new QCompleter(new QStringListModel(this), this);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setMaxVisibleItems(12);
        m_edit->setCompleter(completer);
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &TextField::leave,
                Qt::QueuedConnection);
    }
    static_cast<QStringListModel *>(m_edit->completer()->model())->setStringList(choices);
}

void TextField::setCorner(QWidget *widget)
{
    static_cast<QHBoxLayout *>(layout()->itemAt(0)->layout())->addWidget(widget);
}

void TextField::setLabelText(const QString &text)
{
    m_title->setText(text);
}

void TextField::show(const FieldValue &value)
{
    const bool isTyping = m_edit->hasFocus() && m_edit->text() != m_value.text && value == m_value;
    m_value = value;
    if (isTyping)
        return;
    m_said.reset();
    // What has been taken is for the project to undo.
    const int cursor = m_edit->text() == value.text ? m_edit->cursorPosition() : int(value.text.size());
    if (m_edit->text() != value.text || m_edit->isUndoAvailable())
        m_edit->setText(value.text);
    m_edit->setCursorPosition(m_edit->hasFocus() ? cursor : 0);
    m_edit->setPlaceholderText(value.derived);
    const bool isGiven = !value.text.isNull();
    m_reset->setVisible(isGiven && !value.derived.isNull());
    m_reset->setText(value.derived.isEmpty() || value.derived == value.text
                         ? tr("Reset %1").arg(m_label)
                         : tr("Reset %1 to %2").arg(m_label, value.derived));
    m_reset->setToolTip(m_reset->text());
    const QString derivation =
        value.reason.isEmpty() ? QString() : tr("%1: %2").arg(value.derived, value.reason);
    m_edit->setToolTip(isGiven ? value.text : derivation);
    m_edit->setAccessibleDescription(isGiven ? QString() : derivation);
    setNote({});
    showReason();
}

void TextField::refuse(const QString &reason)
{
    setNote(reason);
}

int TextField::labelWidth() const
{
    return m_title->sizeHint().width();
}

void TextField::setNote(const QString &reason)
{
    m_note->setText(reason);
    m_note->setVisible(!reason.isEmpty());
    if (m_edit->property("refused").toBool() != !reason.isEmpty()) {
        m_edit->setProperty("refused", !reason.isEmpty());
        m_edit->update();
    }
}

/// Why the ghost is what it is, while the field is looked at.
void TextField::showReason()
{
    const bool isShown = m_edit->hasFocus() && m_value.text.isNull();
    m_reason->setText(isShown ? m_value.reason : QString());
    m_reason->setToolTip(m_reason->text());
}

void TextField::leave()
{
    const QString text = m_edit->text().trimmed();
    if (text == m_value.text || m_said == text)
        return;
    m_said = text;
    Q_EMIT left(text.isEmpty() ? QString() : text);
}

void TextField::revert()
{
    m_edit->setText(m_value.text);
    m_edit->selectAll();
    m_said.reset();
    setNote({});
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &TextField::showReason, Qt::QueuedConnection);
    // Where nothing has been typed, the keys of undo are the project's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !m_edit->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !m_edit->isRedoAvailable()))
        {
            event->ignore();
            return true;
        }
    }
    // Escape takes back this field and closes nothing.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            revert();
        return true;
    }
    return Field::eventFilter(watched, event);
}

FlagField::FlagField(const QString &label, QWidget *parent)
    : Field(parent), m_box(new QCheckBox(label)), m_reset(new QToolButton), m_note(noteLabel())
{
    setLabel(label);
    m_box->setAccessibleName(label);
    m_box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reset->setAutoRaise(true);
    m_reset->setIcon(icon(u"reset"_s, Tone::Muted));
    m_reset->setText(tr("Reset %1").arg(label));
    m_reset->setFixedSize(16, 22);
    setFocusProxy(m_box);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_box, 1);
    row->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_note);
    connect(m_box, &QCheckBox::clicked, this,
            [this](bool isOn) { Q_EMIT left(isOn ? u"true"_s : u"false"_s); });
    connect(m_reset, &QToolButton::clicked, this, [this] { Q_EMIT left(QString()); });
}

void FlagField::show(const FieldValue &value)
{
    m_value = value;
    const bool isGiven = !value.text.isNull();
    m_box->setTristate(value.differs);
    m_box->setCheckState(value.differs                                           ? Qt::PartiallyChecked
                             : (isGiven ? value.text : value.derived) == u"true" ? Qt::Checked
                                                                                 : Qt::Unchecked);
    QFont font = this->font();
    font.setItalic(!isGiven);
    m_box->setFont(font);
    m_reset->setVisible(isGiven);
    const QString derivation = value.differs ? value.reason : tr("%1 by %2").arg(value.derived, value.reason);
    m_box->setToolTip(isGiven || value.reason.isEmpty() ? QString() : derivation);
    m_box->setAccessibleDescription(m_box->toolTip());
    m_note->hide();
}

/// The same whether it is given or not, so that nothing moves when it is.
int FlagField::widthOf(const QString &words) const
{
    const auto wordsWidth = [&](bool isItalic) {
        QFont font = this->font();
        font.setItalic(isItalic);
        return QFontMetrics(font).size(0, words).width();
    };
    const int around = m_box->sizeHint().width()
        - QFontMetrics(m_box->font()).size(Qt::TextShowMnemonic, m_box->text()).width();
    return around + std::max(wordsWidth(true), wordsWidth(false)) + m_reset->width();
}

int FlagField::labelWidth() const
{
    return widthOf(broken(m_label));
}

void FlagField::resizeEvent(QResizeEvent *)
{
    m_box->setText(widthOf(m_label) <= width() ? m_label : broken(m_label));
}

void FlagField::refuse(const QString &reason)
{
    show(m_value);
    m_note->setText(reason);
    m_note->show();
}

}
