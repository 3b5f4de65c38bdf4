#include "app/window/mainwindow.h"

#include "app/window/commands.h"
#include "app/window/message.h"
#include "model/edit/edit.h"
#include "model/file/savefile.h"
#include "views/canvas/canvas.h"
#include "views/diagram/picture.h"
#include "views/data/dataview.h"
#include "views/explorer/explorer.h"
#include "views/inspector/inspector.h"
#include "views/preview/preview.h"
#include "views/problems/problems.h"
#include "views/schema/schemapane.h"
#include "views/start/hintbar.h"
#include "views/start/startpage.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr QSize firstSize(1440, 900);
constexpr QSize frameAround(4, 40); ///< what is put around a window, at most

/// The project file that is dropped; empty where it is something else.
QString droppedFile(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return path.endsWith(u".throughline"_s) ? path : QString();
}

}

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent), m_actions(m_document.undoStack(), this), m_panels(this),
      m_files(m_document, m_settings, this), m_databases(m_document, m_session, m_settings, this)
{
    setWindowIcon(views::applicationIcon());
    setAcceptDrops(true);
    m_appearance.setTheme(m_settings.theme());
    for (QTimer *timer : {&m_refresh, &m_check})
        timer->setSingleShot(true);
    // Not in the turn of the event loop that shows the edit: what the user does meanwhile goes first.
    m_check.setInterval(20);
    qApp->installEventFilter(this);

    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions.fill(bar);
    buildCentre();
    buildStatusBar();
    m_actions.fill(menuBar(), m_panels.toggles(), m_panels.entries());
    connectDocument();
    connectViews();
    connectPanels();
    connectRows();
    connectActions();
    connectViewActions();
    connectExports();

    m_actions.showTheme(m_settings.theme());
    m_actions.showRecent(m_settings.recentFiles());
    m_actions.showOrigin(m_session.origin().title, true);
    m_panels.preview->showOrigin(m_session.origin());
    m_panels.data->showOrigin(m_session.origin());
    m_actions.showZoom(1);
    showDialect(m_settings.dialect());
    restoreWindow();
    showStart();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_centre = new QStackedWidget;
    m_start = new views::StartPage;
    m_canvas = new views::Canvas;
    m_hints = new views::HintBar;
    m_centre->addWidget(m_start);
    m_centre->addWidget(m_canvas);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_centre, 1);
    layout->addWidget(m_hints);
    setCentralWidget(centre);
    m_hints->hide();
    connect(m_hints, &views::HintBar::dismissed, this, [this] {
        m_settings.setShowsHints(false);
        m_hints->hide();
    });
    m_palette = new views::Palette(this);
    m_start->showRecent(m_settings.recentFiles());
}

void MainWindow::buildStatusBar()
{
    m_counts = new views::MutedLabel;
    m_problems = new views::LinkButton({});
    m_problems->setTone(&views::Theme::warning);
    m_problems->setFont(m_counts->font());
    connect(m_problems, &QAbstractButton::clicked, this, [this] { m_panels.raise(m_panels.problems); });
    m_hint = new views::MutedLabel;
    m_file = new views::MutedLabel;
    statusBar()->addWidget(m_counts);
    statusBar()->addWidget(m_problems);
    statusBar()->addWidget(m_hint, 1);
    statusBar()->addPermanentWidget(m_file);
    statusBar()->setSizeGripEnabled(false);
    m_counts->setContentsMargins(views::metric::near, 0, views::metric::near, 0);
    m_hint->setContentsMargins(views::metric::near, 0, 0, 0);
    m_file->setContentsMargins(0, 0, views::metric::near, 0);
}

void MainWindow::restoreWindow()
{
    resize(firstSize.boundedTo(screen()->availableSize() - frameAround));
    restoreGeometry(m_settings.geometry());
    m_panels.reset();
    restoreState(m_settings.layout());
}

void MainWindow::open(const QString &path)
{
    if (path.startsWith(u":/"))
        m_files.openSample(path);
    else if (!path.isEmpty())
        m_files.open(path);
    else
        m_files.recoverNameless();
}

void MainWindow::edit(const model::Project &next, const QString &what)
{
    m_document.edit(next, what);
}

void MainWindow::select(const views::Selection &selection)
{
    m_canvas->select(selection);
    m_panels.explorer->select(selection);
    m_panels.inspector->select(selection);
    m_panels.schema->select(selection);
    m_panels.data->follow(selectedTable());
}

/// The model whose rows belong to what is selected: of an n:m its through; empty where that is not one.
QString MainWindow::selectedTable() const
{
    const views::Selection &selection = m_canvas->selection();
    if (selection.models.size() == 1 && selection.associations.isEmpty()) {
        const model::Model *selected = modelOf(m_document.project(), selection.models.first());
        return selected ? selected->name : QString();
    }
    if (!selection.models.isEmpty() || selection.associations.size() != 1)
        return {};
    const model::Schema &schema = m_document.schema();
    const int position = schema.positionOf.value(selection.associations.first(), -1);
    const int through = position < 0 ? -1 : schema.associations[position].through;
    return through < 0 ? QString() : schema.tables[through].model;
}

void MainWindow::browse(const QString &model)
{
    m_panels.raise(m_panels.data);
    m_panels.data->showTable(model);
    m_panels.data->setFocus(Qt::OtherFocusReason);
}

void MainWindow::goTo(const views::Selection &selection)
{
    m_canvas->goTo(selection);
    select(selection);
}

/// The attributes of an n:m are those of its through, which becomes a model for them.
void MainWindow::addAttribute()
{
    const views::Selection selection = m_canvas->selection();
    if (selection.models.isEmpty() && selection.associations.size() == 1) {
        const model::Schema &schema = m_document.schema();
        const int position = schema.positionOf.value(selection.associations.first(), -1);
        const int through = position < 0 ? -1 : schema.associations[position].through;
        if (through < 0)
            return say(tr("Only models have attributes, and the throughs of an n:m."));
        const QString name = schema.tables[through].model;
        if (schema.tables[through].isAutomatic()) {
            const auto declared = model::declareThrough(m_document.project(), name);
            if (!declared)
                return say(declared.error().message);
            edit(*declared, tr("Make a model of %1").arg(name));
            bringUpToDate();
        }
        select({.models = {modelNamed(m_document.project(), name)->id}});
    }
    m_panels.raise(m_panels.inspector);
    m_panels.inspector->focusNextAttribute();
}

void MainWindow::showQuery(model::QueryId query)
{
    m_panels.raise(m_panels.preview);
    m_panels.preview->showQuery(query);
}

void MainWindow::goToDiagram()
{
    m_panels.setMaximised(false);
    m_canvas->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::goToQuery(model::QueryId query)
{
    showQuery(query);
    const model::Project &project = m_document.project();
    const model::Query *saved = queryOf(project, query);
    const model::Model *root = saved ? modelNamed(project, saved->find.value("model").string()) : nullptr;
    if (root)
        m_canvas->goToPath(root->id);
}

void MainWindow::say(const QString &text)
{
    statusBar()->showMessage(text, 6000);
}

void MainWindow::saveText(const QString &text, const QString &suggestedName)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save"), suggestedName);
    if (path.isEmpty())
        return;
    if (const auto saved = model::saveBytes(text.toUtf8(), path); !saved)
        Message::tell(this, tr("Not saved"), saved.error().message);
}

void MainWindow::confirm(const views::Deletion &deletion)
{
    if (!deletion.dependents.isEmpty()) {
        constexpr qsizetype most = 12;
        QStringList lines;
        for (const QString &each : deletion.dependents.mid(0, most))
            lines.append(u"• "_s + each);
        if (const qsizetype more = deletion.dependents.size() - most; more > 0)
            lines.append(tr("… and %1 more").arg(more));
        Message box(tr("Delete"), deletion.question, QMessageBox::Cancel, this);
        box.setInformativeText(tr("With it go:") + u'\n' + lines.join(u'\n'));
        QPushButton *remove = box.addButton(tr("Delete"), QMessageBox::AcceptRole);
        box.setDefaultButton(remove);
        box.exec();
        if (box.clickedButton() != remove)
            return;
    }
    m_document.edit(deletion.next, deletion.what);
}

void MainWindow::savePicture()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the picture"), u"diagram.svg"_s,
                                                      tr("Pictures (*.svg *.png *.pdf)"));
    if (path.isEmpty())
        return;
    const qreal scale = path.endsWith(u".png"_s, Qt::CaseInsensitive) ? 2 : 1;
    if (const auto saved = views::writePicture(m_document.project(), path, views::lightTheme, scale); !saved)
        Message::tell(this, tr("Not saved"), saved.error().message);
}

void MainWindow::search()
{
    QList<views::PaletteEntry> entries;
    const model::Project &project = m_document.project();
    for (const model::Model &each : project.models) {
        entries.append({each.name, tr("model"), views::icon(u"model"_s), [this, id = each.id] {
                            goToDiagram();
                            goTo({.models = {id}});
                        }});
    }
    for (const model::Table &table : m_document.schema().tables) {
        if (table.isAutomatic()) {
            entries.append({table.model, tr("through"), views::icon(u"through"_s, views::Tone::Through),
                            [this, id = table.automaticFor] {
                                goToDiagram();
                                goTo({.associations = {id}});
                            }});
        }
    }
    for (const model::Query &each : project.queries) {
        entries.append({each.name, tr("query"), views::icon(u"query"_s, views::Tone::Accent),
                        [this, id = each.id] { goToQuery(id); }});
    }
    m_palette->open(entries + commandsOf(*menuBar()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(*event).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(*event);
    event->acceptProposedAction();
    // The program that it was dragged from waits until this is over; questions may take longer.
    QTimer::singleShot(0, this, [this, path] { m_files.open(path); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_files.letGo()) {
        event->ignore();
        return;
    }
    m_document.forget();
    m_panels.setMaximised(false);
    m_panels.setVisible(true);
    m_settings.keepWindow(saveGeometry(), saveState());
    event->accept();
}

}
