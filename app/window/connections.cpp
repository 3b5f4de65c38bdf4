#include "app/window/mainwindow.h"

#include "app/window/message.h"
#include "app/window/shortcuts.h"
#include "model/code/sequelizecode.h"
#include "model/ddl/create.h"
#include "views/canvas/canvas.h"
#include "views/data/dataview.h"
#include "views/explorer/explorer.h"
#include "views/inspector/inspector.h"
#include "views/preview/preview.h"
#include "views/problems/problems.h"
#include "views/schema/schemapane.h"
#include "views/start/startpage.h"

#include <QApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

/// What the window connects; what it does is in mainwindow.cpp, what it shows in following.cpp.
namespace app {

void MainWindow::connectDocument()
{
    connect(&m_document, &Document::changed, this, &MainWindow::projectChanged);
    connect(&m_document, &Document::replaced, this, [this] {
        if (m_databases.projectReplaced())
            say(tr(
                "Sample rows are shown: the project's queries run on a server once you connect it again."));
        m_session.forget();
        m_panels.data->forget();
        m_isSchemaChanged = true;
        m_canvas->fitNext();
        m_refresh.start();
        bringUpToDate();
        m_panels.preview->showQuery(m_document.project().queries.value(0).id);
    });
    connect(&m_document, &Document::pathChanged, this, &MainWindow::showStatus);
    connect(&m_document, &Document::modifiedChanged, this, &MainWindow::showStatus);
    connect(&m_files, &Files::opened, this, &MainWindow::projectOpened);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::showProject);
    connect(&m_check, &QTimer::timeout, this, &MainWindow::showProblems);
}

void MainWindow::connectViews()
{
    connect(m_start, &views::StartPage::newAsked, &m_files, &Files::startNew);
    connect(m_start, &views::StartPage::openAsked, &m_files, &Files::openAny);
    connect(m_start, &views::StartPage::filePicked, &m_files, &Files::open);
    connect(m_start, &views::StartPage::samplePicked, &m_files, &Files::openSample);

    connect(m_canvas, &views::Canvas::edited, this, &MainWindow::edit);
    connect(m_canvas, &views::Canvas::deletionAsked, this, &MainWindow::confirm);
    connect(m_canvas, &views::Canvas::zoomed, &m_actions, &Actions::showZoom);
    connect(m_canvas, &views::Canvas::toolChanged, &m_actions, &Actions::showTool);
    connect(m_canvas, &views::Canvas::hinted, m_hint, &QLabel::setText);
    connect(m_canvas, &views::Canvas::selected, this, &MainWindow::select);
}

void MainWindow::connectPanels()
{
    connect(m_panels.explorer, &views::Explorer::selected, this, &MainWindow::goTo);
    connect(m_panels.explorer, &views::Explorer::deletionAsked, this, &MainWindow::confirm);
    connect(m_panels.explorer, &views::Explorer::modelAsked, m_canvas, &views::Canvas::addModel);
    connect(m_panels.explorer, &views::Explorer::edited, this, &MainWindow::edit);
    connect(m_panels.explorer, &views::Explorer::refused, this, &MainWindow::say);
    connect(m_panels.problems, &views::Problems::placePicked, this, &MainWindow::goTo);
    connect(m_panels.problems, &views::Problems::edited, this, &MainWindow::edit);
    connect(m_panels.problems, &views::Problems::refused, this, &MainWindow::say);
    connect(m_panels.inspector, &views::Inspector::selected, this, &MainWindow::select);
    connect(m_panels.inspector, &views::Inspector::edited, this, &MainWindow::edit);
    connect(m_panels.inspector, &views::Inspector::deletionAsked, this, &MainWindow::confirm);
    connect(m_canvas, &views::Canvas::inspectAsked, m_panels.inspector, &views::Inspector::focusName);
    connect(m_canvas, &views::Canvas::attributeAsked, this, &MainWindow::addAttribute);
    connect(m_canvas, &views::Canvas::rowsAsked, this, [this] { browse(selectedTable()); });
    connect(m_panels.explorer, &views::Explorer::rowsAsked, this, &MainWindow::browse);
    connect(m_panels.schema, &views::SchemaPane::dialectChosen, this,
            [this](const model::Dialect *dialect) { showDialect(QString(dialect->id)); });
    for (views::TextPane *pane :
         {static_cast<views::TextPane *>(m_panels.schema), static_cast<views::TextPane *>(m_panels.code)})
        connect(pane, &views::TextPane::saveAsked, this, &MainWindow::saveText);
}

void MainWindow::connectRows()
{
    const views::Preview *preview = m_panels.preview;
    connect(preview, &views::Preview::asked, &m_session, &Session::ask);
    connect(preview, &views::Preview::edited, this, &MainWindow::edit);
    connect(preview, &views::Preview::refused, this, &MainWindow::say);
    connect(preview, &views::Preview::pathChanged, m_canvas, &views::Canvas::follow);
    connect(preview, &views::Preview::hopHovered, m_canvas, &views::Canvas::pointAt);
    connect(preview, &views::Preview::queryShown, m_panels.explorer, &views::Explorer::showQuery);
    connect(preview, &views::Preview::dialectChosen, this,
            [this](const model::Dialect *dialect) { showDialect(QString(dialect->id)); });
    connect(preview, &views::Preview::recordPicked, this,
            [this](const QString &model, const model::Values &key) {
                m_panels.raise(m_panels.data);
                m_panels.data->showTable(model, key);
            });
    connect(m_panels.explorer, &views::Explorer::queryPicked, this, &MainWindow::goToQuery);
    connect(m_panels.problems, &views::Problems::queryPicked, this, &MainWindow::goToQuery);

    m_files.countWaiting([this] { return m_panels.data->waiting(); });
    connect(m_panels.data, &views::DataView::asked, &m_session, &Session::ask);
    connect(m_panels.data, &views::DataView::committed, this,
            [this](const model::Changes &changes, const views::RowOrigin &origin) {
                m_session.keep(changes, origin);
                m_panels.preview->rerun();
            });
    connect(&m_session, &Session::reconnected, this, [this](const views::RowOrigin &origin) {
        say(tr("The connection to %1 was lost, and made again.").arg(origin.title));
    });
    connect(&m_session, &Session::originChanged, this, [this](const views::RowOrigin &origin) {
        m_actions.showOrigin(origin.title, origin.isSample);
        if (!origin.isSample)
            showDialect(QString(origin.dialect->id));
        m_panels.preview->showOrigin(origin);
        m_panels.data->showOrigin(origin);
    });
    connect(&m_session, &Session::tried, this, [this](const QString &reason) {
        const views::RowOrigin origin = m_session.origin();
        m_actions.showOrigin(origin.title, origin.isSample, reason);
    });
}

void MainWindow::connectActions()
{
    connect(m_actions.newProject, &QAction::triggered, &m_files, &Files::startNew);
    connect(m_actions.open, &QAction::triggered, &m_files, &Files::openAny);
    connect(&m_actions, &Actions::recentPicked, &m_files, &Files::open);
    connect(&m_actions, &Actions::samplePicked, &m_files, &Files::openSample);
    connect(m_actions.save, &QAction::triggered, &m_files, &Files::save);
    connect(m_actions.saveAs, &QAction::triggered, &m_files, &Files::saveAs);
    connect(m_actions.closeProject, &QAction::triggered, this, [this] {
        if (m_files.letGo()) {
            m_document.start({});
            showStart();
        }
    });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.search, &QAction::triggered, this, &MainWindow::search);
    connect(&m_actions, &Actions::dialectPicked, this, [this](const QString &id) { showDialect(id); });
    connect(&m_actions, &Actions::themePicked, this, [this](ThemeChoice theme) {
        m_settings.setTheme(theme);
        m_appearance.setTheme(theme);
    });
    connect(m_actions.about, &QAction::triggered, this, [this] {
        Message::tell(this, tr("About"), u"Throughline "_s + QCoreApplication::applicationVersion(),
                      tr("A desktop data modeler that speaks Sequelize.\n\nGPL-3.0-or-later"));
    });
}

void MainWindow::connectViewActions()
{
    for (const QAction *action : m_actions.ofDiagram())
        connect(action, &QAction::triggered, &m_panels, [this] { m_panels.setMaximised(false); });
    connect(m_actions.diagram, &QAction::triggered, this, &MainWindow::goToDiagram);
    connect(m_actions.remove, &QAction::triggered, m_canvas, &views::Canvas::deleteSelected);
    connect(m_actions.rename, &QAction::triggered, m_canvas, &views::Canvas::renameSelected);
    connect(m_actions.selectAll, &QAction::triggered, m_canvas, &views::Canvas::selectAll);
    connect(m_actions.addModel, &QAction::triggered, m_canvas, &views::Canvas::addModel);
    connect(m_actions.browseRows, &QAction::triggered, this, [this] { browse(selectedTable()); });
    connect(m_actions.arrange, &QAction::triggered, m_canvas, &views::Canvas::arrange);
    connect(&m_actions, &Actions::toolPicked, m_canvas, &views::Canvas::setTool);
    connect(m_actions.zoomIn, &QAction::triggered, m_canvas, &views::Canvas::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, m_canvas, &views::Canvas::zoomOut);
    connect(m_actions.fit, &QAction::triggered, m_canvas, &views::Canvas::fit);
    connect(m_actions.actualSize, &QAction::triggered, this, [this] { m_canvas->zoomTo(1); });
    connect(m_actions.minimap, &QAction::toggled, m_canvas, &views::Canvas::setMinimapShown);
    connect(m_actions.nextProblem, &QAction::triggered, this, [this] {
        m_panels.raise(m_panels.problems);
        m_panels.problems->next();
    });
    connect(m_actions.runQuery, &QAction::triggered, m_panels.preview, &views::Preview::rerun);
    connect(m_actions.addQuery, &QAction::triggered, this, [this] { showQuery({}); });
    connect(m_actions.arrangePanels, &QAction::toggled, this, [this](bool isArranging) {
        m_panels.setArranging(isArranging);
        if (isArranging)
            say(tr("Drag panels by their titles. The same command takes the titles away again."));
    });
    connect(m_actions.maximise, &QAction::triggered, &m_panels, &Panels::setMaximised);
    connect(&m_panels, &Panels::maximised, m_actions.maximise, &QAction::setChecked);
    connect(m_actions.resetLayout, &QAction::triggered, &m_panels, &Panels::reset);
}

void MainWindow::connectExports()
{
    connect(m_actions.exportSchema, &QAction::triggered, this, [this] {
        saveText(model::createScript(m_document.schema(), *m_dialect), u"schema.%1.sql"_s.arg(m_dialect->id));
    });
    connect(m_actions.exportCode, &QAction::triggered, this, [this] {
        saveText(model::sequelizeCode(m_document.project(), model::ModuleKind::CommonJs), u"models.cjs"_s);
    });
    connect(m_actions.exportPicture, &QAction::triggered, this, &MainWindow::savePicture);
    connect(m_actions.sampleRows, &QAction::triggered, &m_databases, &Databases::useSampleRows);
    connect(m_actions.openDatabase, &QAction::triggered, &m_databases, &Databases::openFile);
    connect(m_actions.connectServer, &QAction::triggered, &m_databases, &Databases::connectServer);
    connect(m_actions.makeScratch, &QAction::triggered, &m_databases, &Databases::makeScratch);
    connect(m_actions.deploy, &QAction::triggered, &m_databases, &Databases::deploy);
    connect(m_actions.shortcuts, &QAction::triggered, this,
            [this] { Shortcuts(m_actions.all() + m_panels.entries(), this).exec(); });
}

}
