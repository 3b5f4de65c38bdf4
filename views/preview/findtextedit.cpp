#include "views/preview/findtextedit.h"

#include "model/words.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

JsonHighlighter::JsonHighlighter(QPlainTextEdit *edit)
    : QSyntaxHighlighter(edit->document()), m_edit(edit) { }

void JsonHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression words(
        uR"re(("(?:[^"\\]|\\.)*"?)(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b)re"_s);
    const Theme &theme = themeOf(m_edit->palette());
    auto found = words.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const bool isString = match.capturedLength(1) > 0;
        const QColor &colour = !isString  ? theme.sqlNumber
            : match.capturedLength(2) > 0 ? theme.sqlKeyword
                                          : theme.sqlString;
        setFormat(int(match.capturedStart()),
                  int(isString ? match.capturedLength(1) : match.capturedLength()), colour);
    }
}

FindTextEdit::FindTextEdit(QWidget *parent)
    : QWidget(parent), m_edit(new QPlainTextEdit), m_highlighter(new JsonHighlighter(m_edit)),
      m_reason(new MutedLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_reason);
    m_edit->setFont(fixedFont());
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(metric::near);
    m_edit->setAccessibleName(tr("The query as JSON"));
    m_edit->installEventFilter(this);
    m_reason->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::near);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setForegroundRole(QPalette::BrightText);
    m_reason->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FindTextEdit::draft);
}

void FindTextEdit::show(const model::Json &find)
{
    if (m_isTyped && m_edit->hasFocus())
        return;
    const QString text = model::visibleJson(model::indentedJson(find));
    const bool isOther = text != m_edit->toPlainText();
    m_shown = find;
    m_isTyped = false;
    if (!isOther)
        return;
    const QSignalBlocker silent(m_edit);
    m_edit->setPlainText(text);
    setReason({});
}

void FindTextEdit::showFault(const std::optional<model::Error> &fault)
{
    if (!fault)
        return setReason({});
    setReason(fault->line > 0 ? tr("Line %1: %2").arg(fault->line).arg(fault->message) : fault->message);
}

void FindTextEdit::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void FindTextEdit::draft()
{
    m_isTyped = true;
    const QByteArray text = m_edit->toPlainText().toUtf8();
    const auto parsed = model::parseJson(text);
    if (parsed)
        Q_EMIT drafted(*parsed, text);
    else
        showFault(parsed.error());
}

void FindTextEdit::commit()
{
    const auto parsed = model::parseJson(m_edit->toPlainText().toUtf8());
    if (!m_isTyped || !parsed)
        return;
    m_isTyped = false;
    if (*parsed != m_shown)
        Q_EMIT changed(parsed->placeless());
}

bool FindTextEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers() & Qt::ControlModifier) {
            commit();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_isTyped) {
            m_isTyped = false;
            show(m_shown);
            Q_EMIT drafted(m_shown, {});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindTextEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
    QWidget::changeEvent(event);
}

}
