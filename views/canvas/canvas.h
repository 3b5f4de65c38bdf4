#pragma once

#include "views/canvas/interaction.h"
#include "views/canvas/viewport.h"
#include "views/diagram/painter.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>

class QMenu;

namespace views {

class Minimap;
class ModelPicker;
class NameFields;

/// The diagram that one works in: it shows a project, and says what the project should become. It takes its
/// colours from its palette and its fonts from the system.
class Canvas : public QWidget
{
    Q_OBJECT

public:
    explicit Canvas(QWidget *parent = nullptr);
    ~Canvas() override;

    // Values to show --------------------------------------------------------------------------------------

    /// Shows a project; emits nothing. What has not changed since the last one stays where it is.
    void show(const model::Project &project, const model::Schema &schema);
    void showProblems(const QList<model::Problem> &problems);
    /// Sets off the path of a query, hop by hop.
    void follow(const QList<model::AssociationId> &path);
    /// Sets off one association as if the pointer were on it; null for none.
    void pointAt(model::AssociationId association);
    /// Selects without saying so, and brings what is selected into sight.
    void select(const Selection &selection);
    /// Selects without saying so, and goes where it is: to a size at which it can be read, unless it can be
    /// read already.
    void goTo(const Selection &selection);
    /// Goes to the path of the query that is followed next; where that is too wide to be read, or empty, to
    /// the model where it begins.
    void goToPath(model::ModelId start);
    const Selection &selection() const { return m_diagram.selection(); }
    using QWidget::show;

    const Diagram &diagram() const { return m_diagram; }
    const Viewport &viewport() const { return m_viewport; }
    Minimap *minimap() const { return m_minimap; }
    /// Whether the minimap lies over the diagram while not all of it is in sight.
    void setMinimapShown(bool isShown);

    // What the mouse does ---------------------------------------------------------------------------------

    Tool tool() const { return m_interaction.tool(); }
    void setTool(Tool tool);

    // What can be seen ------------------------------------------------------------------------------------

    void zoomTo(qreal zoom);
    void zoomIn();
    void zoomOut();
    /// All of the diagram.
    void fit();
    /// The next project that is shown is seen as a whole, as the first one is.
    void fitNext() { m_isFitted = false; }

    // What menus and buttons do ---------------------------------------------------------------------------

    /// A new model in the middle, its name ready to be typed.
    void addModel();
    void renameSelected();
    void deleteSelected();
    void selectAll();
    /// Places all boxes anew.
    void arrange();
    /// Opens the through of the selected relation as a box, or closes it again.
    void openThrough(BoxId through, bool isOpen);
    /// Shows the head of a box only, or all of it again.
    void collapse(BoxId box, bool isCollapsed);
    /// Takes back the bends that the user gave an edge.
    void straighten(model::AssociationId call);
    /// Asks for the model that the selected one is to be connected with.
    void connectSelected(model::AssociationKind kind);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// What the project should be, and what the step is called. It is answered by show(), at once or soon,
    /// with that project or with the one before.
    void edited(const model::Project &next, const QString &what);
    void selected(const views::Selection &selection);
    /// The selection should go, with what depends on it.
    void deletionAsked(const views::Deletion &deletion);
    void inspectAsked();
    /// An attribute is to be added to what is selected: a model, or the through of an n:m.
    void attributeAsked();
    /// The rows of what is selected are to be seen: of a model, or of the through of an n:m.
    void rowsAsked();
    /// What can be done now, or why something cannot, for the status bar; empty where there is nothing to
    /// say.
    void hinted(const QString &text);
    void zoomed(qreal zoom);
    void toolChanged(views::Tool tool);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool isForward) override;

private:
    void look(const Viewport &viewport);
    void setViewport(const Viewport &viewport);
    void reveal(const QRectF &rect);
    Viewport besideMinimap(const Viewport &viewport, const QRectF &rect) const;
    void bringIntoView(const QList<QRectF> &rects);
    QRectF placeOf(const Hit &object) const;
    QList<QRectF> placesOfPath(model::ModelId start) const;
    Pointer pointerOf(const QMouseEvent &event) const;
    void refresh();
    void say();
    void paintHint(QPainter &painter);
    bool showToolTip(QPoint at, QPoint onScreen);
    void updateMinimap();
    void scrollAtEdge();

    enum class Ending : quint8 { Enter, Escape, Elsewhere };
    void beginNaming(const Naming &naming);
    void endNaming(Ending ending);
    void dropNaming();
    void placeFields();
    void beginPicking(model::ModelId from, model::AssociationKind kind);
    void endPicking();

    Diagram m_diagram;
    Interaction m_interaction;
    Viewport m_viewport;
    std::unique_ptr<Painter> m_painter; ///< of the palette; made anew when that changes
    Minimap *m_minimap = nullptr;
    bool m_hasMinimap = true;
    bool m_isRinged = false; ///< the keyboard came here by itself
    QVariantAnimation m_flight; ///< to what was asked for
    Viewport m_flightEnd;
    model::ModelId m_pathStart; ///< of a path that is to be gone to
    std::optional<Naming> m_naming;
    Viewport m_beforeNaming; ///< what was seen, to be seen again where nothing comes of it
    Viewport m_forNaming;
    NameFields *m_fields = nullptr; ///< while names are typed
    ModelPicker *m_picker = nullptr;
    Viewport m_fitted; ///< as it was when all was brought into sight
    bool m_isFitted = false;
    QTimer m_scrolling; ///< runs while something is dragged over the edge
    std::optional<Pointer> m_held; ///< the mouse while a button is down
};

}
