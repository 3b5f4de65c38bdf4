#pragma once

#include "model/words.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QLabel>

/// The small words between the fields, alike in all panels.
namespace views {

/// A twelfth smaller, for labels above fields and for titles of sections.
QFont smallFont(const QFont &font);
/// The system's fixed font in the size of the words around it; for types, keys and SQL.
QFont fixedFont();

using model::counted;
using model::countText;

/// The title over a part of a panel: small, semibold, muted, in capitals.
class SectionTitle : public QLabel
{
    Q_OBJECT

public:
    explicit SectionTitle(const QString &text, QWidget *parent = nullptr);
};

/// Small muted words: the label above a field, a reason, a count.
class MutedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit MutedLabel(const QString &text = {}, QWidget *parent = nullptr);
};

/// What an empty list or panel says: what it is, and what to do.
class EmptyLabel : public QLabel
{
    Q_OBJECT

public:
    explicit EmptyLabel(const QString &text, QWidget *parent = nullptr);
};

/// A button that looks like a link.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    /// Another colour than the accent: &Theme::warning.
    void setTone(QColor Theme::*tone) { m_tone = tone; }
    /// Words that do not fit go on in the next line; otherwise they are cut. Without an icon.
    void setWordWrap(bool wraps);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QColor Theme::*m_tone = &Theme::accent;
    bool m_wraps = false;
};

}
