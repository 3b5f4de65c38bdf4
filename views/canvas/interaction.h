#pragma once

#include "views/canvas/deletion.h"
#include "views/canvas/naming.h"
#include "views/diagram/overlay.h"

#include <QObject>
#include <QTimer>

#include <variant>

class QKeyEvent;

namespace views {

/// What the mouse does on the canvas.
enum class Tool : quint8 { Select, Hand, BelongsToMany, HasMany, HasOne, BelongsTo };

std::optional<model::AssociationKind> kindOf(Tool tool);
Tool toolOf(model::AssociationKind kind);

/// Where the mouse is, for whoever works on the diagram.
struct Pointer
{
    QPointF at; ///< in the diagram
    QPointF onCanvas; ///< in pixels
    qreal zoom = 1;
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;
};

/// What the hands are doing on the canvas: from mouse and keys to selections, moves and edits. It knows the
/// diagram, and no widget.
class Interaction : public QObject
{
    Q_OBJECT

public:
    explicit Interaction(Diagram &diagram, QObject *parent = nullptr);

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);

    const Overlay &overlay() const { return m_overlay; }
    Qt::CursorShape cursor() const;
    /// Something is moved, spanned or drawn with the mouse.
    bool isDragging() const;

    void press(const Pointer &pointer);
    void move(const Pointer &pointer);
    void release(const Pointer &pointer);
    void doubleClick(const Pointer &pointer);
    void leave();
    /// As if the mouse were on the edge of an association; null for none.
    void pointAt(model::AssociationId association);
    /// Says whether the key was meant for the diagram.
    bool keyPress(const QKeyEvent &event);
    bool keyRelease(const QKeyEvent &event);
    /// Lets go of what is held, and leaves everything as it was.
    void cancel();
    /// The keyboard is elsewhere: no key is held any more.
    void letKeysGo();
    /// The button is up, and nobody said so.
    void letButtonGo();
    /// A key goes down, whoever it is meant for: what the arrows have moved is an edit before it is heard, so
    /// that undoing takes it back. Other arrows add to it; Escape drops it.
    void endNudgeBefore(const QKeyEvent &event);
    /// The boxes are other ones now: whatever is held is let go.
    void forget();
    /// The same, but what is being moved goes on being moved, from where the project has it now.
    void carryOn();

    void select(const Selection &selection);
    /// Asks for an edit. What comes next is based on it, whenever the answer is shown.
    void propose(const model::Project &next, const QString &what);
    void connectModels(const Link &link);
    /// Connects two selected models, or asks whom the selected one is to be connected with.
    void connectSelected(model::AssociationKind kind);
    void remove();
    void rename();
    void addModel(QPointF at);
    /// Selects the next object, in reading order; false after the last one.
    bool step(bool isForward);

Q_SIGNALS:
    void edited(const model::Project &next, const QString &what);
    void selected(const views::Selection &selection);
    void toolChanged(views::Tool tool);
    void scrolled(QPointF by); ///< in pixels
    void namingAsked(const views::Naming &naming);
    void partnerAsked(model::ModelId from,
                      model::AssociationKind kind); ///< whom a model is to be connected with
    void deletionAsked(const views::Deletion &deletion);
    void revealAsked(const QRectF &rect); ///< something that should be in sight
    void inspectAsked();
    void attributeAsked();
    void hinted(const QString &text); ///< what could be done now, or why not
    void changed(); ///< something looks different

private:
    struct Idle
    {
    };
    struct Pressed
    {
        Hit hit;
        Pointer start;
    };
    /// Boxes, and where they are in the scene.
    struct Held
    {
        QList<BoxId> ids;
        QList<int> boxes;
    };
    struct Moving
    {
        Held held; ///< the one under the mouse is the first
        QPointF start; ///< where the mouse took hold of it
        QPointF from; ///< its corner then
        QPointF by;
    };
    struct Banding
    {
        QPointF start;
        Selection before;
    };
    struct Panning
    {
        QPointF last;
    };
    struct Linking
    {
        Link link;
        QRectF from;
        Pointer start;
        Hit target; ///< what the ghost was made for
        bool hasLeft = false; ///< the pointer has been outside of the box that it began on
        bool isSticky = false; ///< goes on without the button
    };
    struct Nudging
    {
        Held held;
        QPointF by;
    };
    using State = std::variant<Idle, Pressed, Moving, Banding, Panning, Linking, Nudging>;

    void hover(const Pointer &pointer);
    void hoverChanged();
    void setHandles();
    void click(const Pressed &pressed, const Pointer &pointer);
    void drag(const Pressed &pressed, const Pointer &pointer);
    void drag(Moving &moving, const Pointer &pointer);
    void drag(Banding &banding, const Pointer &pointer);
    void drag(Linking &linking, const Pointer &pointer);
    void drop(const Linking &linking, const Pointer &pointer);
    void finishMove(QPointF by);
    Held hold(const QList<int> &boxes) const;
    Held holdAgain(const Held &held) const;
    void carryOn(Moving moving);
    void carryOn(Nudging nudging);
    bool nudge(const QKeyEvent &event);
    void endNudge();
    bool walk(const QKeyEvent &event);
    bool pressLetter(const QKeyEvent &event);
    void startLink(const Hit &hit, const Pointer &pointer, model::AssociationKind kind);
    /// The model and the attribute that a line would end at; null where there is no model.
    LinkEnd endOf(const Hit &hit) const;
    QString throughAt(const Hit &hit) const;
    Ghost ghostOf(const Linking &linking, const Hit &target);
    void rest();

    Diagram &m_diagram;
    State m_state;
    Tool m_tool = Tool::Select;
    Hit m_hit;
    Overlay m_overlay;
    model::ModelId m_waiting; ///< for a partner that is to be typed or clicked
    bool m_isSpaceHeld = false;
    QTimer m_fading; ///< until what is not hovered stands back
};

}
