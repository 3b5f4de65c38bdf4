#pragma once

#include "model/json.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

class QLabel;

namespace views {

/// Colours JSON after the palette of its text.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QPlainTextEdit *edit);

protected:
    void highlightBlock(const QString &text) override;

private:
    const QPlainTextEdit *m_edit;
};

/// A query as JSON, to be typed. What can be read is told at once as a draft; it is an edit when the field is
/// left, or with Ctrl+Enter.
class FindTextEdit : public QWidget
{
    Q_OBJECT

public:
    explicit FindTextEdit(QWidget *parent = nullptr);

    /// Shows a query, unless one is being typed.
    void show(const model::Json &find);
    using QWidget::show;
    /// Says what is wrong with the query that is shown; nothing is well.
    void showFault(const std::optional<model::Error> &fault);

Q_SIGNALS:
    void drafted(const model::Json &find, const QByteArray &text);
    void changed(const model::Json &find);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draft();
    void commit();
    void setReason(const QString &reason);

    QPlainTextEdit *m_edit = nullptr;
    JsonHighlighter *m_highlighter = nullptr;
    QLabel *m_reason = nullptr;
    model::Json m_shown;
    bool m_isTyped = false;
};

}
