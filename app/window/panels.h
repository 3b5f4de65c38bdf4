#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSize>

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

/// What stands around the diagram: the panels, each in a dock that can be moved, closed and found again. A
/// dock moves only while panels are arranged, by its title, and none becomes too small to work in.
class Panels : public QObject
{
    Q_OBJECT

public:
    explicit Panels(QMainWindow *window);

    /// Show and hide the docks, for a menu.
    QList<QAction *> toggles() const;
    /// Bring each to the front, with the keyboard in it.
    const QList<QAction *> &entries() const { return m_entries; }
    /// As on the first start.
    void reset();
    void setVisible(bool isVisible);
    /// Gives the docks titles to move them by; otherwise they have none, and stay.
    void setArranging(bool isArranging);
    /// The bottom panel alone in the window, and everything as before again.
    void setMaximised(bool isMaximised);
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

Q_SIGNALS:
    void maximised(bool isMaximised);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void placeChooser();
    QTabBar *tabsOf(const QDockWidget *dock) const;
    QSize sizeOf(const QDockWidget *dock) const;
    QDockWidget *add(QWidget *panel, const QString &name, const QString &title);
    QDockWidget *dockOf(const QWidget *panel) const;
    void shareCorner();
    void bringUp(QDockWidget *dock);
    void takeIn(QTabBar *tabs);
    QDockWidget *bottomDock() const;
    void maximise(QDockWidget *dock);
    void restore();

    QMainWindow *m_window;
    QList<QDockWidget *> m_docks;
    QList<QAction *> m_entries;
    QList<bool> m_visible;
    bool m_isArranging = false;
    QList<QDockWidget *> m_alone; ///< the tabs that have the window for themselves
    QHash<QDockWidget *, QSize> m_besides; ///< what they have pushed aside, and how large all were
    QPointer<QTabBar> m_tabs; ///< beside which the chooser of tables is
};

}
