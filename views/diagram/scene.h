#pragma once

#include "model/schema/schema.h"
#include "views/routing/routing.h"
#include "views/diagram/textmeasure.h"
#include "views/routing/measures.h"

#include <QHash>
#include <QList>
#include <QRectF>
#include <QSet>

#include <optional>

/// The diagram as a value: what is drawn, where, and what each part of it stands for. It knows no fonts, no
/// colours and no widget.
namespace views {

/// What a box stands for: a model, or a through that no model declares, known by the call that makes it.
struct BoxId
{
    model::ModelId model;
    model::AssociationId through;

    bool isNull() const { return model.isNull() && through.isNull(); }
    bool operator==(const BoxId &) const = default;
};

inline size_t qHash(BoxId id, size_t seed = 0)
{
    return qHashMulti(seed, id.model.value, id.through.value);
}

/// What a line stands for: the association that was called first of those that it shows. A many-to-many
/// whose through is opened as a box is two lines, one to each end.
struct EdgeId
{
    enum class Part : quint8 { Whole, FromSource, FromTarget };

    model::AssociationId association;
    Part part = Part::Whole;

    bool isNull() const { return association.isNull(); }
    bool operator==(const EdgeId &) const = default;
};

inline size_t qHash(EdgeId id, size_t seed = 0)
{
    return qHashMulti(seed, id.association.value, int(id.part));
}

/// How a part of the diagram is set off from the others.
struct Emphasis
{
    bool isSelected = false;
    bool isOnPath = false; ///< of the query that is looked at
    bool isHovered = false;
    bool isDimmed = false; ///< something else is hovered; what is selected never is

    bool isStrong() const { return isSelected || isOnPath; }
    bool operator==(const Emphasis &) const = default;
};

/// The mark of what is wrong with a part of the diagram. Without a rectangle there is none.
struct Badge
{
    model::Severity severity = model::Severity::Hint; ///< the worst
    QStringList messages;
    QRectF rect;

    bool operator==(const Badge &) const = default;
};

enum class KeyMark : quint8 { None, Primary, Unique, Foreign };

/// One line of a box: an attribute.
struct Row
{
    model::AttributeId attribute; ///< null where no model declares it
    QString attributeName;
    QString name; ///< as it is shown, elided if need be
    QString type;
    KeyMark mark = KeyMark::None;
    bool isDerived = false;
    bool isSelected = false;

    bool operator==(const Row &) const = default;
};

struct Box
{
    BoxId id;
    QString key; ///< what the project's diagram calls it
    QString name; ///< as it is shown, and so is tableName
    QString tableName;
    QList<Row> rows;
    int more = 0; ///< rows that are not shown
    bool isThrough = false;
    bool isCollapsed = false;
    bool isPlaced = false; ///< the project or the view says where it is
    QRectF rect;
    Emphasis emphasis;
    Badge badge;

    QRectF head() const { return QRectF(rect.topLeft(), QSizeF(rect.width(), measure::headHeight)); }
    QRectF rowRect(qsizetype row) const;
    bool operator==(const Box &) const = default;
};

/// What is drawn where a line meets a box.
enum class EndMark : quint8 { One, ZeroOrOne, Many };

struct EdgeEnd
{
    int box = -1;
    EndMark mark = EndMark::One;
    QString label; ///< the alias under which the other end sees this one
    model::AssociationId alias; ///< the call that gives the other end this name, declared or not
    qreal labelWidth = 0;
    QRectF labelRect; ///< empty where there is no room for it
    qreal anchor = 0; ///< the height of the key in its box

    bool operator==(const EdgeEnd &) const = default;
};

/// A through that is shown as a tag on its line.
struct Chip
{
    BoxId through;
    QString name;
    QString count; ///< "+3": how many attributes of its own it has
    QSizeF size;
    QRectF rect;

    bool operator==(const Chip &) const = default;
};

struct Edge
{
    EdgeId id;
    QList<model::AssociationId> calls; ///< all associations that it shows
    EdgeEnd from;
    EdgeEnd to;
    std::optional<Chip> chip;
    bool isConstrained = true; ///< the database knows of it
    QList<QPointF> bends; ///< the user's
    QList<QPointF> points; ///< the route, corners only
    QRectF bounds; ///< of the route with all that is on it
    QString hop; ///< its place in a path of several hops: "2"
    QRectF hopRect;
    Emphasis emphasis;
    Badge badge;

    bool isLoop() const { return from.box == to.box; }
    bool operator==(const Edge &) const = default;
};

struct Scene
{
    QList<Box> boxes;
    QList<Edge> edges;
    QRectF bounds; ///< of everything

    int indexOf(BoxId id) const;
    int indexOf(EdgeId id) const;
    bool operator==(const Scene &) const = default;
};

/// What a view adds to a project: what it has selected, folded, and put somewhere for the time being.
struct View
{
    QSet<BoxId> selectedBoxes;
    QSet<EdgeId> selectedEdges;
    model::AttributeId selectedAttribute;
    QList<model::AssociationId> path; ///< the hops of a query, in their order
    BoxId hoveredBox;
    EdgeId hoveredEdge;
    bool isFading = false; ///< what has nothing to do with what is hovered stands back
    QList<model::Problem> problems;
    QSet<BoxId> collapsed; ///< boxes that show their head only
    QHash<QString, QPointF> places; ///< by diagram key, for boxes that the project has no place for
};

/// The whole diagram. Where the scene of a moment ago is given, what has not changed since keeps its route.
Scene scene(const model::Project &project, const model::Schema &schema, const View &view,
            const TextMeasure &measure, const Scene *before = nullptr);

// Its steps -----------------------------------------------------------------------------------------------

/// Boxes with their sizes, and lines without routes. Boxes without a place stand at the origin.
Scene outline(const model::Project &project, const model::Schema &schema, const View &view,
              const TextMeasure &measure);
/// A place for every box that has none, beside those it is connected to; no other box moves.
void placeNewBoxes(Scene &scene);
/// Gives every line its route, and its chip and labels their places.
void routeEdges(Scene &scene, const Scene *before = nullptr);
/// Sets off what the view selects, hovers or follows, and only that: cheap enough for every move of the
/// mouse.
void emphasize(Scene &scene, const View &view);

/// A place on a line for a small round mark: as near to its middle as all that is there already lets it.
QRectF placeOn(const Edge &edge, qreal side);
/// Marks what the view's problems are about; hints are no marks.
void markProblems(Scene &scene, const View &view);

/// The boxes and the lines as a router sees them.
QList<QRectF> rectsOf(const Scene &scene);
QList<Wire> wiresOf(const Scene &scene);
/// The route that a line has.
Route routeOf(const Edge &edge);
/// Takes over what a router found for these lines.
void takeRoutes(Scene &scene, const Router &router, const QList<int> &edges);

/// Where boxes go when the whole diagram is arranged: by diagram key, for project edits.
QHash<QString, QPointF> arranged(const Scene &scene);

}
