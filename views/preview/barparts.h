#pragma once

#include "views/theme/labels.h"

#include <QToolButton>

class QHBoxLayout;

/// The parts of the bars above the preview's columns.
namespace views {

/// A bar, and its layout to be filled: all have one height.
QHBoxLayout *newBar(QWidget *bar);

/// Muted words that give way where there is no room for them.
class ElidedLabel : public MutedLabel
{
    Q_OBJECT

public:
    using MutedLabel::MutedLabel;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A button with a menu whose text gives way where there is no room for it.
class ChooserButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ChooserButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// One word of several, of which one is chosen: semibold.
class WordTab : public QAbstractButton
{
    Q_OBJECT

public:
    explicit WordTab(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont shownFont() const;
};

}
