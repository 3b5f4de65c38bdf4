#include "app/window/panels.h"

#include "views/data/dataview.h"
#include "views/explorer/explorer.h"
#include "views/inspector/inspector.h"
#include "views/preview/preview.h"
#include "views/problems/problems.h"
#include "views/schema/schemapane.h"
#include "views/theme/style.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int explorerWidth = 240;
constexpr int inspectorWidth = 320;
constexpr int lowerHeight = 316;

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
    m_window->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks
                             | QMainWindow::GroupedDragging);
    m_window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setTitleBars(false);
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
    frame->setMinimumHeight(1); // a dock without a title bar makes a negative height of none
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
    for (QDockWidget *dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        m_window->removeDockWidget(dock);
    }
    m_window->addDockWidget(Qt::LeftDockWidgetArea, dockOf(explorer));
    m_window->addDockWidget(Qt::RightDockWidgetArea, dockOf(inspector));
    QDockWidget *first = dockOf(preview);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, first);
    for (const QWidget *panel : {static_cast<QWidget *>(schema), static_cast<QWidget *>(data),
                                 static_cast<QWidget *>(code), static_cast<QWidget *>(problems)})
        m_window->tabifyDockWidget(first, dockOf(panel));
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->show();
    m_window->resizeDocks({dockOf(explorer), dockOf(inspector)}, {explorerWidth, inspectorWidth},
                          Qt::Horizontal);
    m_window->resizeDocks({first}, {lowerHeight}, Qt::Vertical);
    first->raise();
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
    return QObject::eventFilter(watched, event);
}

void Panels::setVisible(bool isVisible)
{
    if (isVisible == m_visible.isEmpty())
        return;
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

void Panels::setTitleBars(bool has)
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        QWidget *before = dock->titleBarWidget();
        dock->setTitleBarWidget(has ? nullptr : new QWidget(dock));
        delete before;
    }
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
    QDockWidget *dock = dockOf(panel);
    dock->show();
    dock->raise();
}

}
