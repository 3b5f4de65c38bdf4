#include "views/canvas/walk.h"

#include "views/theme/labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(views::Canvas)
};

Hit headOf(int box)
{
    return {.kind = Hit::Kind::Head, .box = box};
}

Hit lineOf(int edge)
{
    return {.kind = Hit::Kind::Edge, .edge = edge};
}

/// Boxes as one reads: line by line.
QList<int> readingOrder(const Scene &scene)
{
    constexpr qreal lineHeight = 4 * measure::grid;
    QList<int> order(scene.boxes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto placeOf = [&](int box) {
        const QPointF at = scene.boxes[box].rect.topLeft();
        return std::pair(std::floor(at.y() / lineHeight), at.x());
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return placeOf(a) < placeOf(b); });
    return order;
}

}

Hit objectOf(const Scene &scene, const Selection &selection)
{
    if (!selection.models.isEmpty()) {
        if (const int box = scene.indexOf(BoxId{.model = selection.models.last()}); box >= 0)
            return headOf(box);
    }
    for (int i = 0; i < scene.edges.size(); ++i) {
        const Edge &edge = scene.edges[i];
        const bool isChosen =
            !selection.associations.isEmpty() && edge.calls.contains(selection.associations.last());
        // A through may be there as a chip only.
        const bool isThrough =
            !selection.models.isEmpty() && edge.chip && edge.chip->through.model == selection.models.last();
        if (isChosen || isThrough)
            return lineOf(i);
    }
    return {};
}

QRectF rectOf(const Scene &scene, const Hit &object)
{
    if (object.box >= 0)
        return scene.boxes[object.box].rect;
    return object.edge >= 0 ? scene.edges[object.edge].bounds : QRectF();
}

Hit nextObject(const Scene &scene, const Hit &object, bool isForward)
{
    const QList<int> boxes = readingOrder(scene);
    const qsizetype count = boxes.size() + scene.edges.size();
    qsizetype next = isForward ? 0 : count - 1;
    if (object) {
        const qsizetype here = object.box >= 0 ? boxes.indexOf(object.box) : boxes.size() + object.edge;
        next = here + (isForward ? 1 : -1);
    }
    if (next < 0 || next >= count)
        return {};
    return next < boxes.size() ? headOf(boxes[next]) : lineOf(int(next - boxes.size()));
}

Hit neighbour(const Scene &scene, const Hit &object, QPointF direction)
{
    Hit best;
    qreal nearest = 0;
    const QPointF here = rectOf(scene, object).center();
    const auto consider = [&](int box) {
        const QPointF way = scene.boxes[box].rect.center() - here;
        const qreal along = QPointF::dotProduct(way, direction);
        const qreal aside = way.manhattanLength() - std::abs(along);
        if (along <= 0 || aside > 2 * along)
            return;
        const qreal distance = along + 2 * aside;
        if (!best || distance < nearest) {
            best = headOf(box);
            nearest = distance;
        }
    };
    if (object.edge >= 0) {
        consider(scene.edges[object.edge].from.box);
        consider(scene.edges[object.edge].to.box);
        return best;
    }
    if (object.box < 0)
        return nextObject(scene, {}, true);
    for (const Edge &edge : scene.edges) {
        if (edge.from.box == object.box)
            consider(edge.to.box);
        else if (edge.to.box == object.box)
            consider(edge.from.box);
    }
    return best;
}

QString described(const Scene &scene, const Hit &object)
{
    QStringList said;
    const auto addProblems = [&](const Badge &badge) { said += badge.messages; };
    if (object.box >= 0) {
        const Box &box = scene.boxes[object.box];
        QStringList others;
        for (const Edge &edge : scene.edges) {
            if (edge.from.box == object.box || edge.to.box == object.box)
                others.append(scene.boxes[edge.from.box == object.box ? edge.to.box : edge.from.box].name);
        }
        said.append((box.isThrough ? Words::tr("Through %1, table %2") : Words::tr("Model %1, table %2"))
                        .arg(box.name, box.tableName));
        said.append(
            counted(box.rows.size() + box.more, Words::tr("1 attribute"), Words::tr("%1 attributes")));
        if (!others.isEmpty())
            said.append(Words::tr("connected with %1").arg(others.join(u", "_s)));
        addProblems(box.badge);
    } else if (object.edge >= 0) {
        const Edge &edge = scene.edges[object.edge];
        const QString from = scene.boxes[edge.from.box].name;
        const QString to = scene.boxes[edge.to.box].name;
        said.append(edge.chip ? Words::tr("Relation of %1 and %2 through %3").arg(from, to, edge.chip->name)
                              : Words::tr("Relation of %1 and %2").arg(from, to));
        for (const EdgeEnd *end : {&edge.from, &edge.to}) {
            if (!end->label.isEmpty())
                said.append(Words::tr("alias %1").arg(end->label));
        }
        addProblems(edge.badge);
    }
    return said.join(u". "_s);
}

}
