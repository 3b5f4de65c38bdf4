#include "views/canvas/tooltip.h"

#include "views/diagram/painter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct TooltipText
{
    Q_DECLARE_TR_FUNCTIONS(views::Canvas)
};

bool isCut(const QString &text)
{
    return text.endsWith(u'…');
}

QString nameOf(const model::Project &project, BoxId id)
{
    if (const model::Model *model = modelOf(project, id.model))
        return model->name;
    const model::Association *call = associationOf(project, id.through);
    return call ? call->through.model : QString();
}

QString tableOf(const Diagram &diagram, const QString &name)
{
    const model::Table *table = diagram.schema().table(name);
    return table ? table->name.value : QString();
}

QStringList linesOfBox(const Diagram &diagram, const Hit &hit, bool isFar)
{
    const Box &box = diagram.scene().boxes[hit.box];
    const QString name = nameOf(diagram.project(), box.id);
    if (isFar || (hit.row < 0 && (isCut(box.name) || isCut(box.tableName))))
        return {name + u"  "_s + tableOf(diagram, name)};
    if (hit.row < 0 || (!isCut(box.rows[hit.row].name) && !isCut(box.rows[hit.row].type)))
        return {};
    const model::Table *table = diagram.schema().table(name);
    const model::Column *column = table ? table->column(box.rows[hit.row].attributeName) : nullptr;
    if (!column)
        return {};
    return {column->attribute + u"  "_s + column->type.text};
}

/// "seen as Workers": the aliases of an edge, from both of its ends.
QStringList linesOfEdge(const Diagram &diagram, const Hit &hit, bool isFar)
{
    const Scene &scene = diagram.scene();
    const Edge &edge = scene.edges[hit.edge];
    const QString through = edge.chip ? nameOf(diagram.project(), edge.chip->through) : QString();
    const bool isChipCut =
        edge.chip && (isCut(edge.chip->name) || edge.chip->rect.width() < edge.chip->size.width());
    const auto isHidden = [](const EdgeEnd &end) {
        return !end.label.isEmpty() && (isCut(end.label) || end.labelRect.isEmpty());
    };
    if (!isFar && !isChipCut && !isHidden(edge.from) && !isHidden(edge.to))
        return {};
    const QString from = nameOf(diagram.project(), scene.boxes[edge.from.box].id);
    const QString to = nameOf(diagram.project(), scene.boxes[edge.to.box].id);
    const bool isManyToMany = edge.from.mark == EndMark::Many && edge.to.mark == EndMark::Many;
    QStringList lines{(isManyToMany ? u"%1 ⇄ %2"_s : u"%1 → %2"_s).arg(from, to)};
    if (!through.isEmpty())
        lines.append(TooltipText::tr("through %1").arg(through));
    for (const EdgeEnd *end : {&edge.from, &edge.to}) {
        const model::Association *call = associationOf(diagram.project(), end->alias);
        if (call && !end->label.isEmpty())
            lines.append(
                TooltipText::tr("%1 is seen as %2").arg(end == &edge.from ? from : to, call->as.name));
    }
    return lines;
}

}

QString toolTipOf(const Diagram &diagram, const Hit &hit, qreal zoom)
{
    const bool isFar = detailAt(zoom) != Detail::Full;
    QStringList lines;
    Badge badge;
    if (hit.box >= 0) {
        lines = linesOfBox(diagram, hit, isFar);
        badge = diagram.scene().boxes[hit.box].badge;
    } else if (hit.edge >= 0) {
        lines = linesOfEdge(diagram, hit, isFar);
        badge = diagram.scene().edges[hit.edge].badge;
    }
    return (lines + badge.messages).join(u'\n');
}

}
