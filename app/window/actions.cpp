#include "app/window/actions.h"

#include "model/sql/dialect.h"
#include "views/start/samples.h"
#include "views/theme/icons.h"

#include <QFileInfo>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QWidget *stretch()
{
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return space;
}

QToolButton *menuButton(QMenu *menu, const QString &name)
{
    auto *button = new QToolButton;
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}

Actions::Actions(QUndoStack *undoStack, QWidget *window)
    : QObject(window), m_window(window), m_tools(new QActionGroup(this)), m_themes(new QActionGroup(this)),
      m_dialects(new QActionGroup(this))
{
    newProject = make(tr("&New project"), u"new"_s, QKeySequence::New);
    open = make(tr("&Open…"), u"open"_s, QKeySequence::Open);
    save = make(tr("&Save"), u"save"_s, QKeySequence::Save);
    saveAs = make(tr("Save &as…"), {}, QKeySequence::SaveAs);
    exportSchema = make(tr("&SQL schema…"), u"export"_s, Qt::CTRL | Qt::Key_E);
    exportCode = make(tr("Sequelize &code…"), u"code"_s);
    exportPicture = make(tr("&Picture…"));
    closeProject = make(tr("&Close project"), {}, QKeySequence::Close);
    quit = make(tr("&Quit"), {}, QKeySequence::Quit);

    undo = undoStack->createUndoAction(this, tr("Undo"));
    redo = undoStack->createRedoAction(this, tr("Redo"));
    undo->setIcon(views::icon(u"undo"_s));
    redo->setIcon(views::icon(u"redo"_s));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_all << undo << redo;
    remove = makeForDiagram(tr("&Delete"), u"delete"_s, QKeySequence::Delete);
    rename = makeForDiagram(tr("&Rename"), {}, Qt::Key_F2);
    selectAll = makeForDiagram(tr("Select &all"), {}, QKeySequence::SelectAll);

    zoomIn = make(tr("Zoom &in"), u"zoom-in"_s, Qt::CTRL | Qt::Key_Plus);
    zoomOut = make(tr("Zoom &out"), u"zoom-out"_s, Qt::CTRL | Qt::Key_Minus);
    fit = make(tr("&Fit all"), u"fit"_s, Qt::CTRL | Qt::Key_0);
    actualSize = make(tr("&100 %"), {}, Qt::CTRL | Qt::Key_1);
    minimap = make(tr("&Minimap"));
    minimap->setCheckable(true);
    minimap->setChecked(true);
    diagram = make(tr("&Diagram"), {}, Qt::ALT | Qt::Key_0);
    maximise = make(tr("Ma&ximise the bottom panel"), {}, Qt::CTRL | Qt::Key_M);
    arrangePanels = make(tr("&Arrange panels"));
    for (QAction *action : {maximise, arrangePanels})
        action->setCheckable(true);
    resetLayout = make(tr("&Reset layout"));

    addModel = makeForDiagram(tr("&Model"), u"model"_s, Qt::Key_T);
    addModel->setToolTip(tr("Add a model (T)"));
    arrange = make(tr("&Arrange"), u"arrange"_s);
    arrange->setToolTip(tr("Place all boxes anew"));
    browseRows = make(tr("&Browse rows"), u"table"_s);
    browseRows->setToolTip(tr("The rows of the selected model"));
    nextProblem = make(tr("Next &problem"), u"warning"_s, Qt::Key_F8);
    makeTools();

    sampleRows = make(tr("&Sample rows, in memory"), u"sample"_s);
    openDatabase = make(tr("SQLite &file…"), u"database"_s);
    connectServer = make(tr("Ser&ver…"), u"database"_s);
    makeScratch = make(tr("&New scratch database…"), u"new"_s);
    deploy = make(tr("&Create the schema in…"), u"run"_s);

    addQuery = make(tr("&New query"), u"query"_s);
    runQuery = make(tr("&Run"), u"run"_s, QKeySequence(Qt::Key_F5));

    search = make(tr("Search or run a command"), u"search"_s, Qt::CTRL | Qt::Key_K);
    search->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_P), QKeySequence::Find});
    shortcuts = make(tr("&Keyboard shortcuts"), {}, QKeySequence::HelpContents);
    about = make(tr("&About Throughline"));
    makeThemes();
    makeDialects();
    m_ofProject = {save,       saveAs,        exportSchema, exportCode,    exportPicture, closeProject,
                   remove,     rename,        selectAll,    zoomIn,        zoomOut,       fit,
                   actualSize, addModel,      arrange,      deploy,        nextProblem,   addQuery,
                   runQuery,   sampleRows,    openDatabase, connectServer, makeScratch,   diagram,
                   maximise,   arrangePanels, resetLayout,  browseRows};
    m_ofProject << m_tools->actions();
}

QAction *Actions::make(const QString &text, const QString &icon, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(views::icon(icon));
    if (!keys.isEmpty())
        action->setShortcut(keys);
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

/// The diagram listens to these keys itself while it has the keyboard: a letter elsewhere is a letter. The
/// menus only tell them.
QAction *Actions::makeForDiagram(const QString &text, const QString &icon, const QKeySequence &keys)
{
    QAction *action = make(text + u'\t' + keys.toString(QKeySequence::NativeText), icon);
    action->setIconText(QString(text).remove(u'&'));
    return action;
}

QList<QAction *> Actions::ofDiagram() const
{
    return QList{remove, rename, selectAll, zoomIn, zoomOut, actualSize, fit, addModel, arrange}
    + m_tools->actions();
}

void Actions::makeTools()
{
    const auto tool = [this](views::Tool which, const QString &text, const QString &icon,
                             const QKeySequence &keys = {}) {
        QAction *action = keys.isEmpty() ? make(text, icon) : makeForDiagram(text, icon, keys);
        action->setCheckable(true);
        action->setData(int(which));
        m_tools->addAction(action);
        return action;
    };
    m_tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_connect = tool(views::Tool::BelongsToMany, tr("&Connect"), u"connect"_s, Qt::Key_M);
    m_connect->setToolTip(tr("Drag from one model to another for an n:m (M)"));
    tool(views::Tool::HasMany, tr("has&Many"), u"has-many"_s);
    tool(views::Tool::HasOne, tr("has&One"), u"has-one"_s);
    tool(views::Tool::BelongsTo, tr("&belongsTo"), u"belongs-to"_s);
    connect(m_tools, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT toolPicked(action->isChecked() ? views::Tool(action->data().toInt()) : views::Tool::Select);
    });
}

void Actions::makeThemes()
{
    const auto theme = [this](ThemeChoice choice, const QString &text) {
        auto *action = new QAction(text, this);
        action->setCheckable(true);
        action->setData(int(choice));
        m_themes->addAction(action);
    };
    theme(ThemeChoice::System, tr("As the &system"));
    theme(ThemeChoice::Light, tr("&Light"));
    theme(ThemeChoice::Dark, tr("&Dark"));
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT themePicked(ThemeChoice(action->data().toInt())); });
}

void Actions::makeDialects()
{
    for (const model::Dialect *dialect : model::dialects()) {
        auto *action = new QAction(QString(dialect->title), this);
        action->setCheckable(true);
        action->setData(QString(dialect->id));
        m_dialects->addAction(action);
    }
    connect(m_dialects, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT dialectPicked(action->data().toString()); });
}

void Actions::fillFileMenu(QMenu *menu)
{
    menu->addAction(newProject);
    menu->addAction(open);
    QMenu *samples = menu->addMenu(tr("Open s&ample"));
    for (const views::Sample &sample : views::samples()) {
        const QAction *action = samples->addAction(sample.title);
        connect(action, &QAction::triggered, this, [this, path = sample.path] { Q_EMIT samplePicked(path); });
    }
    m_recent = menu->addMenu(tr("Open &recent"));
    menu->addSeparator();
    menu->addActions({save, saveAs});
    QMenu *exports = menu->addMenu(tr("&Export"));
    exports->addActions({exportSchema, exportCode, exportPicture});
    menu->addSeparator();
    menu->addActions({closeProject, quit});
}

void Actions::fillViewMenu(QMenu *menu, const QList<QAction *> &ofPanels, const QList<QAction *> &entries)
{
    menu->addActions({zoomIn, zoomOut, actualSize, fit});
    menu->addSeparator();
    QMenu *ways = menu->addMenu(tr("&Go to"));
    ways->addAction(diagram);
    ways->addActions(entries);
    QMenu *shown = menu->addMenu(tr("&Panels"));
    shown->addAction(minimap);
    shown->addActions(ofPanels);
    shown->addSeparator();
    shown->addAction(resetLayout);
    menu->addActions({maximise, arrangePanels});
    menu->addSeparator();
    menu->addMenu(tr("T&heme"))->addActions(m_themes->actions());
}

void Actions::fill(QMenuBar *bar, const QList<QAction *> &ofPanels, const QList<QAction *> &entries)
{
    fillFileMenu(bar->addMenu(tr("&File")));
    bar->addMenu(tr("&Edit"))->addActions({undo, redo, remove, rename, selectAll});
    fillViewMenu(bar->addMenu(tr("&View")), ofPanels, entries);
    QMenu *modelMenu = bar->addMenu(tr("&Model"));
    modelMenu->addAction(addModel);
    modelMenu->addActions(m_tools->actions());
    modelMenu->addSeparator();
    modelMenu->addActions({browseRows, arrange, nextProblem});
    modelMenu->addMenu(tr("&Dialect"))->addActions(m_dialects->actions());
    QMenu *database = bar->addMenu(tr("&Database"));
    database->addActions({sampleRows, openDatabase, connectServer, makeScratch});
    database->addSeparator();
    database->addAction(deploy);
    bar->addMenu(tr("&Query"))->addActions({addQuery, runQuery});
    bar->addMenu(tr("&Help"))->addActions({search, shortcuts, about});
}

void Actions::fill(QToolBar *bar)
{
    bar->addAction(undo);
    bar->addAction(redo);
    for (QAction *action : {undo, redo})
        static_cast<QToolButton *>(bar->widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->addSeparator();
    bar->addAction(addModel);
    bar->addAction(m_connect);
    auto *kinds = new QMenu(m_window);
    kinds->addActions(m_tools->actions());
    auto *connectButton = static_cast<QToolButton *>(bar->widgetForAction(m_connect));
    connectButton->setMenu(kinds);
    connectButton->setPopupMode(QToolButton::MenuButtonPopup);
    bar->addSeparator();
    bar->addAction(arrange);
    auto *zooms = new QMenu(m_window);
    zooms->addActions({zoomIn, zoomOut, actualSize, fit});
    m_zoom = menuButton(zooms, tr("Zoom"));
    bar->addWidget(m_zoom);
    bar->addWidget(stretch());
    auto *field = new QToolButton;
    field->setDefaultAction(search);
    field->setObjectName(u"searchField"_s);
    field->setProperty("field", true);
    field->setText(tr("Search or run a command"));
    field->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    field->setMinimumWidth(300);
    field->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(field);
    bar->addWidget(stretch());
    auto *dialects = new QMenu(m_window);
    dialects->addActions(m_dialects->actions());
    m_dialect = menuButton(dialects, tr("The dialect of schemas, queries and problems"));
    m_dialect->setProperty("field", true);
    bar->addWidget(m_dialect);
    auto *origins = new QMenu(m_window);
    origins->addActions({sampleRows, openDatabase, connectServer, makeScratch});
    m_origin = menuButton(origins, tr("Where rows come from"));
    m_origin->setProperty("field", true);
    bar->addWidget(m_origin);
}

void Actions::setProjectOpen(bool isOpen)
{
    for (QAction *action : std::as_const(m_ofProject))
        action->setEnabled(isOpen);
    for (QToolButton *button : {m_zoom, m_dialect, m_origin})
        button->setEnabled(isOpen);
}

void Actions::showTool(views::Tool tool)
{
    for (QAction *action : m_tools->actions())
        action->setChecked(action->data().toInt() == int(tool));
}

void Actions::showZoom(qreal zoom)
{
    m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100)));
}

void Actions::showTheme(ThemeChoice theme)
{
    m_themes->actions().at(int(theme))->setChecked(true);
}

void Actions::showDialect(const QString &id)
{
    for (QAction *action : m_dialects->actions()) {
        if (action->data().toString() != id)
            continue;
        action->setChecked(true);
        m_dialect->setText(action->text());
    }
}

void Actions::showRecent(const QStringList &files)
{
    m_recent->clear();
    m_recent->setEnabled(!files.isEmpty());
    for (const QString &path : files) {
        const QAction *action = m_recent->addAction(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentPicked(path); });
    }
}

void Actions::showOrigin(const QString &title, bool isSample, const QString &reason)
{
    m_origin->setText(title);
    m_origin->setToolTip(reason.isEmpty() ? m_origin->accessibleName() : reason);
    m_origin->setIcon(reason.isEmpty()
                          ? views::icon(u"dot"_s, isSample ? views::Tone::Good : views::Tone::Accent)
                          : views::icon(u"warning"_s, views::Tone::Warning));
}

}
