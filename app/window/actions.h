#pragma once

#include "app/window/settings.h"
#include "views/canvas/interaction.h"

#include <QActionGroup>
#include <QObject>

class QMenu;
class QMenuBar;
class QToolBar;
class QToolButton;
class QUndoStack;

namespace app {

/// Everything that the window's menus and tools offer, with names, icons and shortcuts. What they do is the
/// window's business.
class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(QUndoStack *undoStack, QWidget *window);

    void fill(QMenuBar *bar, const QList<QAction *> &panels, const QList<QAction *> &entries);
    void fill(QToolBar *bar);

    /// Enables what needs an open project.
    void setProjectOpen(bool isOpen);
    void showTool(views::Tool tool);
    void showZoom(qreal zoom);
    void showTheme(ThemeChoice theme);
    void showDialect(const QString &id);
    void showRecent(const QStringList &files);
    /// What is named in the toolbar as the source of rows. A reason says why none come from it now.
    void showOrigin(const QString &title, bool isSample, const QString &reason = {});

    QList<QAction *> all() const { return m_all; }
    /// What is done on the diagram, which has to be in sight for it.
    QList<QAction *> ofDiagram() const;

    QAction *newProject, *open, *save, *saveAs, *closeProject, *exportSchema, *exportCode, *exportPicture,
        *quit;
    QAction *undo, *redo, *remove, *rename, *selectAll;
    QAction *zoomIn, *zoomOut, *actualSize, *fit, *minimap, *diagram, *maximise, *arrangePanels, *resetLayout;
    QAction *addModel, *arrange, *browseRows, *nextProblem;
    QAction *sampleRows, *openDatabase, *connectServer, *makeScratch, *deploy;
    QAction *addQuery, *runQuery;
    QAction *search, *shortcuts, *about;

Q_SIGNALS:
    void toolPicked(views::Tool tool);
    void themePicked(app::ThemeChoice theme);
    void dialectPicked(const QString &id);
    void recentPicked(const QString &path);
    void samplePicked(const QString &path);

private:
    QAction *make(const QString &text, const QString &icon = {}, const QKeySequence &keys = {});
    QAction *makeForDiagram(const QString &text, const QString &icon, const QKeySequence &keys);
    void makeTools();
    void makeThemes();
    void makeDialects();
    void fillFileMenu(QMenu *menu);
    void fillViewMenu(QMenu *menu, const QList<QAction *> &panels, const QList<QAction *> &entries);

    QWidget *m_window;
    QList<QAction *> m_all;
    QList<QAction *> m_ofProject;
    QActionGroup *m_tools;
    QActionGroup *m_themes;
    QActionGroup *m_dialects;
    QAction *m_connect = nullptr;
    QMenu *m_recent = nullptr;
    QToolButton *m_zoom = nullptr;
    QToolButton *m_dialect = nullptr;
    QToolButton *m_origin = nullptr;
};

}
