#include "app/window/panels.h"

#include "views/data/dataview.h"
#include "views/explorer/explorer.h"
#include "views/inspector/inspector.h"
#include "views/preview/preview.h"
#include "views/problems/problems.h"
#include "views/schema/schemapane.h"
#include "views/theme/style.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A part of the window's size, within limits.
struct Share
{
    int percent;
    int least;
    int most;

    int of(int whole) const { return std::clamp(whole * percent / 100, least, most); }
};

constexpr Share explorerWidth{15, 190, 240};
constexpr Share inspectorWidth{27, 300, 380};
constexpr Share lowerHeight{32, 220, 316};

/// A narrower window leaves too little between two docks of full height.
constexpr int widthForBoth = 1200;

/// What a panel cannot be used below, wherever it is.
constexpr QSize leastExplorer(180, 140);
constexpr QSize leastInspector(280, 140);
constexpr QSize leastLower(180, 210); ///< filters, some rows, and what waits below them

QWidget *panelOf(const QDockWidget *dock)
{
    return dock->widget()->layout()->itemAt(0)->widget();
}

/// What the tabs leave free of their bar.
int spaceBeside(const QTabBar &tabs)
{
    return tabs.width() - tabs.tabRect(tabs.count() - 1).right() - 1;
}

}

Panels::Panels(QMainWindow *window)
    : QObject(window), explorer(new views::Explorer), inspector(new views::Inspector),
      preview(new views::Preview), schema(new views::SchemaPane), data(new views::DataView),
      code(new views::CodePane), problems(new views::Problems), m_window(window)
{
    add(explorer, u"explorer"_s, tr("Explorer"));
    add(inspector, u"inspector"_s, tr("Inspector"));
    add(preview, u"preview"_s, tr("Preview"));
    add(schema, u"schema"_s, tr("Schema"));
    add(data, u"data"_s, tr("Data"));
    add(code, u"code"_s, tr("Code"));
    add(problems, u"problems"_s, tr("Problems"));
    // Without GroupedDragging a tab cannot be torn off.
    m_window->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    shareCorner();
    setArranging(false);
    reset();
    m_window->installEventFilter(this);
    QDockWidget *dock = dockOf(data);
    for (const auto moved : {&QDockWidget::visibilityChanged, &QDockWidget::topLevelChanged})
        connect(dock, moved, this, [this] { QTimer::singleShot(0, this, &Panels::placeChooser); });
}

QDockWidget *Panels::add(QWidget *panel, const QString &name, const QString &title)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    auto *frame = new QWidget;
    frame->setMinimumSize(panel == explorer        ? leastExplorer
                              : panel == inspector ? leastInspector
                                                   : leastLower);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    layout->addWidget(panel);
    dock->setWidget(frame);
    dock->setAccessibleName(title);
    // A dock behind another tab counts as visible; its panel has nothing to do until it is in front.
    connect(dock, &QDockWidget::visibilityChanged, panel, &QWidget::setVisible);
    m_docks.append(dock);
    auto *entry = new QAction(title, this);
    entry->setShortcut(Qt::ALT | Qt::Key(Qt::Key_0 + m_docks.size()));
    connect(entry, &QAction::triggered, this, [this, panel] {
        raise(panel);
        if (panel == inspector)
            inspector->focusName();
        else
            panel->setFocus(Qt::ShortcutFocusReason);
    });
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool isShown) {
        if (isShown)
            return bringUp(dock);
        m_besides.remove(dock);
        if (std::all_of(m_alone.cbegin(), m_alone.cend(), [](QDockWidget *each) { return each->isHidden(); }))
            restore();
    });
    m_window->addAction(entry);
    m_entries.append(entry);
    return dock;
}

QDockWidget *Panels::dockOf(const QWidget *panel) const
{
    for (QDockWidget *dock : m_docks) {
        if (dock->widget() == panel->parentWidget())
            return dock;
    }
    return nullptr;
}

QList<QAction *> Panels::toggles() const
{
    QList<QAction *> actions;
    for (const QDockWidget *dock : m_docks)
        actions.append(dock->toggleViewAction());
    return actions;
}

void Panels::reset()
{
    restore();
    for (QDockWidget *dock : std::as_const(m_docks))
        m_window->removeDockWidget(dock);
    m_window->addDockWidget(Qt::LeftDockWidgetArea, dockOf(explorer));
    m_window->addDockWidget(Qt::RightDockWidgetArea, dockOf(inspector));
    QDockWidget *first = dockOf(preview);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, first);
    for (const QWidget *panel : {static_cast<QWidget *>(schema), static_cast<QWidget *>(data),
                                 static_cast<QWidget *>(code), static_cast<QWidget *>(problems)})
        m_window->tabifyDockWidget(first, dockOf(panel));
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->show();
    m_window->resizeDocks({dockOf(explorer), dockOf(inspector)},
                          {explorerWidth.of(m_window->width()), inspectorWidth.of(m_window->width())},
                          Qt::Horizontal);
    m_window->resizeDocks({first}, {lowerHeight.of(m_window->height())}, Qt::Vertical);
    first->raise();
}

/// With the tabs above it, as the window counts when it makes room for a dock.
QSize Panels::sizeOf(const QDockWidget *dock) const
{
    const QTabBar *tabs = tabsOf(dock);
    return dock->size() + QSize(0, tabs ? tabs->height() : 0);
}

/// Tab bars of docks are made by the main window, as it needs them.
QTabBar *Panels::tabsOf(const QDockWidget *dock) const
{
    for (auto *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (bar->isVisible() && bar->tabText(bar->currentIndex()) == dock->windowTitle())
            return bar;
    }
    return nullptr;
}

/// The chooser of tables is beside the tabs, where they leave it room, while the data is in front of them:
/// its row is worth two of rows.
void Panels::placeChooser()
{
    QTabBar *tabs = data->isVisible() ? tabsOf(dockOf(data)) : nullptr;
    if (m_tabs && m_tabs != tabs)
        m_tabs->removeEventFilter(this);
    m_tabs = tabs;
    if (tabs)
        tabs->installEventFilter(this);
    QWidget *chooser = data->chooser();
    const QSize size = chooser->sizeHint();
    if (!tabs || spaceBeside(*tabs) < size.width() + 2 * views::metric::near) {
        if (chooser->parentWidget() == m_window)
            data->takeChooserBack();
        return;
    }
    chooser->setParent(m_window);
    const QRect rect = tabs->geometry();
    chooser->resize(size);
    chooser->move(rect.right() - size.width() - views::metric::near,
                  rect.top() + (rect.height() - size.height()) / 2);
    chooser->show();
    chooser->raise();
}

bool Panels::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isMoved = watched == m_tabs && (type == QEvent::Resize || type == QEvent::Move);
    if (isMoved || (watched == m_window && type == QEvent::LayoutRequest))
        QTimer::singleShot(0, this, &Panels::placeChooser);
    if (watched == m_window && type == QEvent::Resize)
        shareCorner();
    if (watched == m_window && type == QEvent::ChildPolished) {
        if (auto *tabs = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child()))
            takeIn(tabs);
    }
    return QObject::eventFilter(watched, event);
}

/// The right dock has the full height where that leaves the bottom its width.
void Panels::shareCorner()
{
    m_window->setCorner(Qt::BottomRightCorner,
                        m_window->width() < widthForBoth ? Qt::BottomDockWidgetArea
                                                         : Qt::RightDockWidgetArea);
}

/// A bar of tabs that the main window has just made.
void Panels::takeIn(QTabBar *tabs)
{
    tabs->setMovable(m_isArranging);
    const auto dockAt = [this, tabs](int tab) -> QDockWidget * {
        const auto dock = std::find_if(m_docks.cbegin(), m_docks.cend(), [&](const QDockWidget *each) {
            return tab >= 0 && each->windowTitle() == tabs->tabText(tab);
        });
        return dock == m_docks.cend() ? nullptr : *dock;
    };
    connect(tabs, &QTabBar::tabBarDoubleClicked, this, [this, dockAt](int tab) {
        if (QDockWidget *dock = dockAt(tab))
            m_alone.isEmpty() ? maximise(dock) : restore();
    });
    connect(tabs, &QTabBar::tabBarClicked, this, [this, tabs, dockAt](int tab) {
        QDockWidget *dock = dockAt(tab);
        if (!dock)
            return;
        // The keyboard goes on from the panel that was in front to the one that is.
        const QList<QDockWidget *> before = m_window->tabifiedDockWidgets(dock);
        if (std::any_of(before.cbegin(), before.cend(), [](const QDockWidget *each) {
                return each->isAncestorOf(QApplication::focusWidget());
            }))
            QTimer::singleShot(0, tabs, [tabs, panel = panelOf(dock)] {
                panel->setFocus();
                // An empty panel does not take it.
                if (!panel->isAncestorOf(QApplication::focusWidget()))
                    tabs->setFocus();
            });
    });
}

void Panels::setVisible(bool isVisible)
{
    if (isVisible == m_visible.isEmpty())
        return;
    restore();
    for (QAction *action : m_entries + toggles())
        action->setEnabled(isVisible);
    if (isVisible) {
        for (qsizetype i = 0; i < m_docks.size(); ++i)
            m_docks[i]->setVisible(m_visible[i]);
        m_visible.clear();
        return;
    }
    for (QDockWidget *dock : std::as_const(m_docks)) {
        m_visible.append(!dock->isHidden());
        dock->hide();
    }
}

void Panels::setArranging(bool isArranging)
{
    m_isArranging = isArranging;
    for (auto *tabs : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setMovable(isArranging);
    for (QDockWidget *dock : std::as_const(m_docks)) {
        QWidget *before = dock->titleBarWidget();
        dock->setFeatures(isArranging ? QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable
                                      : QDockWidget::DockWidgetClosable);
        dock->setTitleBarWidget(isArranging ? nullptr : new QWidget(dock));
        delete before;
    }
}

/// Of the docks at the bottom the one with the keyboard, or the one in front.
QDockWidget *Panels::bottomDock() const
{
    QDockWidget *front = nullptr;
    for (QDockWidget *dock : m_docks) {
        if (dock->isHidden() || m_window->dockWidgetArea(dock) != Qt::BottomDockWidgetArea)
            continue;
        if (dock->isAncestorOf(QApplication::focusWidget()))
            return dock;
        // Behind a tab a panel is hidden, and its dock is not.
        if (panelOf(dock)->isVisible())
            front = dock;
    }
    return front;
}

void Panels::setMaximised(bool isMaximised)
{
    if (!isMaximised)
        return restore();
    if (QDockWidget *dock = bottomDock(); dock && m_alone.isEmpty())
        maximise(dock);
    Q_EMIT maximised(!m_alone.isEmpty());
}

void Panels::maximise(QDockWidget *dock)
{
    m_alone = m_window->tabifiedDockWidgets(dock) + QList{dock};
    for (QDockWidget *each : std::as_const(m_docks)) {
        if (!each->isHidden() && (each == dock || !m_alone.contains(each)))
            m_besides.insert(each, sizeOf(each));
    }
    for (QDockWidget *each : m_besides.keys()) {
        if (each != dock)
            each->hide();
    }
    m_window->centralWidget()->hide();
    dock->raise();
    if (!dock->isAncestorOf(QApplication::focusWidget()))
        panelOf(dock)->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT maximised(true);
}

void Panels::restore()
{
    if (m_alone.isEmpty())
        return;
    m_alone.clear();
    m_window->centralWidget()->show();
    const QHash<QDockWidget *, QSize> besides = std::exchange(m_besides, {});
    const QList<QDockWidget *> docks = besides.keys();
    QList<int> widths;
    QList<int> heights;
    for (QDockWidget *dock : docks) {
        dock->show();
        widths.append(besides[dock].width());
        heights.append(besides[dock].height());
    }
    m_window->resizeDocks(docks, widths, Qt::Horizontal);
    m_window->resizeDocks(docks, heights, Qt::Vertical);
    Q_EMIT maximised(false);
}

void Panels::showProblemCount(int count)
{
    const QString title = count > 0 ? tr("Problems (%1)").arg(count) : tr("Problems");
    QDockWidget *dock = dockOf(problems);
    if (dock->windowTitle() != title)
        dock->setWindowTitle(title);
}

void Panels::raise(const QWidget *panel)
{
    bringUp(dockOf(panel));
}

void Panels::bringUp(QDockWidget *dock)
{
    if (!m_alone.contains(dock))
        restore();
    dock->show();
    dock->raise();
}

}
