#include "model/edit/parts.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

AttributeId freeAttributeId(const Project &project)
{
    quint32 highest = 0;
    for (const Model &model : project.models)
        highest = std::max(highest, freeId<AttributeId>(model.attributes).value);
    return AttributeId{highest};
}

IndexId freeIndexId(const Project &project)
{
    quint32 highest = 0;
    for (const Model &model : project.models)
        highest = std::max(highest, freeId<IndexId>(model.indexes).value);
    return IndexId{highest};
}

Result<void> checkModelName(const Project &project, const QString &name, ModelId except)
{
    if (name.trimmed().isEmpty())
        return refusal(Text::tr("a model needs a name"));
    const Model *same = modelNamed(project, name);
    if (same && same->id != except)
        return refusal(Text::tr("there is a model %1 already").arg(name));
    return {};
}

Result<Project> renameProject(Project project, const QString &name)
{
    project.name = name;
    return project;
}

Result<Project> changeDefine(Project project, const ModelOptions &define)
{
    Project after = project;
    after.define = define;
    return withRenames(project, std::move(after));
}

Result<Project> addModel(Project project, const QString &name, std::optional<QPointF> at)
{
    if (const auto checked = checkModelName(project, name, {}); !checked)
        return tl::unexpected(checked.error());
    project.models.append({.id = freeId<ModelId>(project.models), .name = name});
    if (at)
        return moveBoxes(std::move(project), {{name, *at}});
    return project;
}

Result<Project> renameModel(Project project, ModelId model, const QString &name)
{
    if (const auto checked = checkModelName(project, name, model); !checked)
        return tl::unexpected(checked.error());
    Project after = project;
    Model *renamed = partOf(after.models, model);
    if (!renamed)
        return gone();
    renamed->name = name;
    return withRenames(project, std::move(after));
}

Result<Project> changeOptions(Project project, ModelId model, const ModelOptions &options)
{
    Project after = project;
    Model *changed = partOf(after.models, model);
    if (!changed)
        return gone();
    changed->options = options;
    return withRenames(project, std::move(after));
}

Result<Project> removeModel(Project project, ModelId model)
{
    const Project before = project;
    const Model *removed = modelOf(project, model);
    if (!removed)
        return gone();
    QSet<QString> keys{diagramKey(*removed)};
    const QString name = removed->name;
    const auto leaves = [&](const Association &association) {
        return association.source == model || association.target == model
            || association.through.model == name;
    };
    for (const Association &association : project.associations) {
        if (leaves(association))
            keys.insert(diagramKey(project, association));
    }
    const auto isKey = [&](const auto &part) { return keys.contains(part.key); };
    project.diagram.models.removeIf(isKey);
    project.diagram.edges.removeIf(isKey);
    project.associations.removeIf(leaves);
    project.models.removeIf([model](const Model &each) { return each.id == model; });
    updateIgnored(before, project);
    return project;
}

Result<Project> moveBoxes(Project project, const QHash<QString, QPointF> &positions)
{
    QStringList fresh = positions.keys();
    for (DiagramModel &box : project.diagram.models) {
        const auto moved = positions.constFind(box.key);
        if (moved == positions.cend())
            continue;
        box.x = Number(std::round(moved->x()));
        box.y = Number(std::round(moved->y()));
        fresh.removeOne(box.key);
    }
    // In a fixed order, whatever the table's.
    std::sort(fresh.begin(), fresh.end());
    for (const QString &key : fresh) {
        const QPointF at = positions.value(key);
        project.diagram.models.append({.key = key, .x = std::round(at.x()), .y = std::round(at.y())});
    }
    return project;
}

Result<Project> openThrough(Project project, const QString &through, std::optional<QPointF> at)
{
    if (at)
        return moveBoxes(std::move(project), {{through, *at}});
    project.diagram.models.removeIf([&](const DiagramModel &box) { return box.key == through; });
    return project;
}

Result<Project> bendEdge(Project project, AssociationId id, const QList<QPointF> &bends)
{
    const Association *association = associationOf(project, id);
    if (!association)
        return gone();
    const QString key = diagramKey(project, *association);
    QList<Point> points;
    for (const QPointF &bend : bends)
        points.append({.x = std::round(bend.x()), .y = std::round(bend.y())});
    project.diagram.edges.removeIf([&](const DiagramEdge &edge) { return edge.key == key; });
    if (!points.isEmpty())
        project.diagram.edges.append({.key = key, .bends = points});
    return project;
}

}
