#pragma once

#include "views/theme/sqltext.h"

#include <QTimer>

class QHBoxLayout;
class QLabel;

namespace views {

/// A text that follows from the project, with what belongs above it: a chooser, Copy and Save.
class TextPane : public QWidget
{
    Q_OBJECT

public:
    TextPane(SqlText::Language language, const QString &title, QWidget *parent = nullptr);

    QString text();
    void showPlace(const QString &part);

Q_SIGNALS:
    /// Save was asked for: the text, and the name that a file of it would have.
    void saveAsked(const QString &text, const QString &suggestedName);

protected:
    /// Puts a chooser beside the title.
    void addChooser(QWidget *chooser);
    void showText(const QString &text);
    void setNote(const QString &note);
    /// Without anything to show, the hint is shown instead.
    void setHint(const QString &hint) { m_hint = hint; }
    virtual QString suggestedName() const = 0;
    void showEvent(QShowEvent *event) override;
    /// Makes the text anew; called when it can be seen.
    virtual void refresh() = 0;
    /// The text is out of date. It is made anew in a later turn of the event loop.
    void invalidate();

private:
    void copy();
    void bringUpToDate();

    QHBoxLayout *m_bar = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_empty = nullptr;
    SqlText *m_text = nullptr;
    QString m_hint;
    QTimer m_refresh;
    bool m_isStale = false;
};

}
