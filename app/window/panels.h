#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;
class QMainWindow;
class QTabBar;

namespace views {
class CodePane;
class DataView;
class Explorer;
class Inspector;
class Preview;
class Problems;
class SchemaPane;
}

namespace app {

/// What stands around the diagram: the panels, each in a dock that can be moved, closed and found again.
class Panels : public QObject
{
    Q_OBJECT

public:
    explicit Panels(QMainWindow *window);

    /// Show and hide the docks, for a menu.
    QList<QAction *> toggles() const;
    /// As on the first start.
    void reset();
    void setVisible(bool isVisible);
    /// Titles to move docks by; without them the docks are calmer.
    void setTitleBars(bool has);
    void showProblemCount(int count);

    /// Brings a panel to the front of its tabs.
    void raise(const QWidget *panel);

    views::Explorer *explorer;
    views::Inspector *inspector;
    views::Preview *preview;
    views::SchemaPane *schema;
    views::DataView *data;
    views::CodePane *code;
    views::Problems *problems;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void placeChooser();
    QTabBar *tabsOf(const QDockWidget *dock) const;
    QDockWidget *add(QWidget *panel, const QString &name, const QString &title);
    QDockWidget *dockOf(const QWidget *panel) const;

    QMainWindow *m_window;
    QList<QDockWidget *> m_docks;
    QList<bool> m_visible;
    QPointer<QTabBar> m_tabs; ///< beside which the chooser of tables is
};

}
