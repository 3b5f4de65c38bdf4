#pragma once

#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/databases.h"
#include "app/window/document.h"
#include "app/window/files.h"
#include "app/window/panels.h"
#include "app/window/session.h"
#include "views/palette/palette.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QStackedWidget;

namespace views {
class Canvas;
class HintBar;
class LinkButton;
class StartPage;
struct Deletion;
struct Selection;
}

namespace app {

/// The window: it connects the document, the session and the views, and does nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a file, or a sample of the resources. Without either, offers what a crash left behind. The start
    /// page stays where nothing is opened.
    void open(const QString &path);

    Document &document() { return m_document; }
    Session &session() { return m_session; }

protected:
    void closeEvent(QCloseEvent *event) override;
    /// Whatever the user does next happens to what the views show: that is brought up to date first.
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// A project file that is dropped anywhere is opened.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCentre();
    void buildStatusBar();
    void connectActions();
    void connectViewActions();
    void connectExports();
    void connectDocument();
    void connectViews();
    void connectPanels();
    void connectRows();
    void restoreWindow();

    void edit(const model::Project &next, const QString &what);
    void select(const views::Selection &selection);
    QString selectedTable() const;
    void browse(const QString &model);
    /// Selects what was looked for, and brings it into sight.
    void goTo(const views::Selection &selection);
    void goToQuery(model::QueryId query);
    void addAttribute();
    void goToDiagram();
    void say(const QString &text);
    void saveText(const QString &text, const QString &suggestedName);
    void confirm(const views::Deletion &deletion);
    void showStart();
    void projectOpened();
    void projectChanged(bool isSchemaChanged);
    void bringUpToDate();
    void showProject();
    void showProblems();
    void showStatus();
    void showDialect(const QString &id);
    void showQuery(model::QueryId query);
    void savePicture();
    void search();

    Settings m_settings;
    Appearance m_appearance;
    Document m_document;
    Session m_session;
    Actions m_actions;
    Panels m_panels;
    Files m_files;
    Databases m_databases;
    QTimer m_refresh; ///< many edits in a row are shown once
    QTimer m_check; ///< and checked once they are shown
    bool m_isSchemaChanged = false;
    QList<model::Problem> m_shownProblems;
    const model::Dialect *m_dialect = nullptr;

    QStackedWidget *m_centre = nullptr;
    views::StartPage *m_start = nullptr;
    views::Canvas *m_canvas = nullptr;
    views::HintBar *m_hints = nullptr;
    views::Palette *m_palette = nullptr;
    QLabel *m_counts = nullptr;
    views::LinkButton *m_problems = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_file = nullptr;
};

}
