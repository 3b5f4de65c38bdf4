#include "app/window/mainwindow.h"

#include "views/canvas/canvas.h"
#include "views/data/dataview.h"
#include "views/explorer/explorer.h"
#include "views/inspector/inspector.h"
#include "views/preview/preview.h"
#include "views/problems/problems.h"
#include "views/schema/schemapane.h"
#include "views/start/hintbar.h"
#include "views/start/startpage.h"
#include "views/theme/labels.h"

#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

/// How the views follow the document: soon after an edit, and before whatever the user does next.
namespace app {

using views::counted;

void MainWindow::showStart()
{
    m_centre->setCurrentWidget(m_start);
    m_hints->hide();
    m_panels.setVisible(false);
    m_actions.setProjectOpen(false);
    m_start->showRecent(m_settings.recentFiles());
    showStatus();
}

void MainWindow::projectOpened()
{
    m_centre->setCurrentWidget(m_canvas);
    // A sample has no file yet, and models from the start.
    const bool isSample = m_document.path().isEmpty() && !m_document.project().models.isEmpty();
    m_hints->setVisible(isSample && m_settings.showsHints());
    m_panels.setVisible(true);
    m_actions.setProjectOpen(true);
    m_actions.showRecent(m_settings.recentFiles());
    m_canvas->setFocus();
    showStatus();
}

void MainWindow::projectChanged(bool isSchemaChanged)
{
    m_isSchemaChanged |= isSchemaChanged;
    m_refresh.start();
}

void MainWindow::bringUpToDate()
{
    if (m_refresh.isActive()) {
        m_refresh.stop();
        showProject();
    }
    if (m_check.isActive()) {
        m_check.stop();
        showProblems();
    }
}

void MainWindow::showProject()
{
    const model::Project &project = m_document.project();
    const model::Schema &schema = m_document.schema();
    if (std::exchange(m_isSchemaChanged, false))
        m_session.show(schema);
    m_canvas->show(project, schema);
    m_panels.explorer->show(project, schema);
    m_panels.preview->show(project, schema);
    m_panels.inspector->show(project, schema, m_shownProblems);
    m_panels.schema->show(project, schema);
    m_panels.data->show(schema);
    m_panels.code->show(project);
    m_check.start();
    showStatus();
}

void MainWindow::showProblems()
{
    QList<model::Problem> problems = m_document.problems();
    problems.removeIf([this](const model::Problem &each) { return (each.dialects & m_dialect->bit) == 0; });
    m_shownProblems = problems;
    m_shownProblems.removeIf([](const model::Problem &each) { return each.ignored; });
    m_canvas->showProblems(m_shownProblems);
    m_panels.inspector->show(m_document.project(), m_document.schema(), m_shownProblems);
    m_panels.problems->show(m_document.project(), m_document.schema(), problems);
    const int count = m_panels.problems->count();
    m_problems->setText(counted(count, tr("1 problem"), tr("%1 problems")));
    m_problems->setVisible(count > 0);
    m_panels.showProblemCount(count);
}

void MainWindow::showStatus()
{
    const bool isOpen = m_centre->currentWidget() != m_start;
    const model::Project &project = m_document.project();
    setWindowTitle(isOpen ? m_document.title() + u"[*]"_s : QString());
    setWindowModified(isOpen && m_document.isModified());
    m_counts->setVisible(isOpen);
    m_file->setVisible(isOpen);
    const model::Schema &schema = m_document.schema();
    m_counts->setText(QStringList{counted(project.models.size(), tr("1 model"), tr("%1 models")),
                                  counted(schema.edges.size(), tr("1 association"), tr("%1 associations")),
                                  counted(schema.tables.size(), tr("1 table"), tr("%1 tables"))}
                          .join(u" · "_s));
    const QString state = m_document.path().isEmpty() ? tr("not saved yet")
        : m_document.isModified()                     ? tr("unsaved")
                                                      : tr("saved");
    m_file->setText(m_document.title() + u" · "_s + state);
}

void MainWindow::showDialect(const QString &id)
{
    m_dialect = &model::sqliteDialect;
    for (const model::Dialect *dialect : model::dialects()) {
        if (dialect->id == id)
            m_dialect = dialect;
    }
    m_actions.showDialect(QString(m_dialect->id));
    m_panels.schema->setDialect(*m_dialect);
    m_panels.preview->setDialect(*m_dialect);
    showProblems();
    m_settings.setDialect(QString(m_dialect->id));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Polish:
        // Names are shown as they are written, not as HTML; tooltips are written as HTML.
        if (auto *label = qobject_cast<QLabel *>(watched);
            label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
            label->setTextFormat(Qt::PlainText);
        break;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::ContextMenu:
    case QEvent::Drop:
    case QEvent::Close: bringUpToDate(); break;
    default: break;
    }
    return QMainWindow::eventFilter(watched, event);
}

}
