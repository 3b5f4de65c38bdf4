#pragma once

#include <QWidget>

namespace views {

/// The shadow around what lies over the panels for a moment: a list to choose from, the editor of a cell. It
/// is painted on what lies below, so that it needs nothing of the desktop.
class DropShadow : public QWidget
{
    Q_OBJECT

public:
    /// Gives a widget a shadow that is there whenever the widget is shown.
    static void give(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit DropShadow(QWidget *widget);
    void follow();

    QWidget *m_widget = nullptr;
};

}
