#pragma once

#include <QWidget>

class QsciScintilla;

namespace views {

/// Text in a language, to be read, selected and copied: highlighted in the colours of the theme.
class SqlText : public QWidget
{
    Q_OBJECT

public:
    enum class Language : quint8 { Sql, JavaScript, Json };

    explicit SqlText(Language language, QWidget *parent = nullptr);

    QString text() const;
    /// Another text; what was in view stays in view.
    void show(const QString &text);
    using QWidget::show;
    /// Greys everything, for what no longer holds.
    void setStale(bool isStale);
    /// Brings a part of the text into view and selects it; nothing happens where it is not there.
    void showPlace(const QString &part);

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void separateSigns();
    void paintInTheme();

    const Language m_language;
    bool m_isStale = false;
    QsciScintilla *m_editor = nullptr;
};

}
