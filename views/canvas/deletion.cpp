#include "views/canvas/deletion.h"

#include "model/edit/edit.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(views::Deletion)
};

/// All calls of the lines that these calls belong to.
QList<model::AssociationId> wholeEdges(const model::Schema &schema, const QList<model::AssociationId> &calls)
{
    QList<model::AssociationId> all;
    for (const model::Edge &edge : schema.edges) {
        const auto idOf = [&](int association) { return schema.associations[association].id; };
        const bool isMeant = std::any_of(edge.associations.cbegin(), edge.associations.cend(),
                                         [&](int each) { return calls.contains(idOf(each)); });
        if (!isMeant)
            continue;
        for (const int association : edge.associations)
            all.append(idOf(association));
    }
    return all;
}

QString titleOf(const model::Project &project, const Selection &selection)
{
    const qsizetype count = selection.models.size() + selection.associations.size();
    if (count > 1)
        return Words::tr("Delete %1 objects").arg(count);
    if (!selection.models.isEmpty()) {
        const model::Model *model = modelOf(project, selection.models.first());
        const model::Attribute *attribute = model ? attributeOf(*model, selection.attribute) : nullptr;
        if (attribute)
            return Words::tr("Delete %1.%2").arg(model->name, attribute->name);
        return Words::tr("Delete %1").arg(model ? model->name : QString());
    }
    const model::Association *call = associationOf(project, selection.associations.value(0));
    if (!call)
        return {};
    return Words::tr("Delete the relation of %1 and %2")
        .arg(modelOf(project, call->source)->name, modelOf(project, call->target)->name);
}

}

model::Result<Deletion> deletionOf(const model::Project &project, const model::Schema &schema,
                                   const Selection &selection)
{
    Deletion deletion{.what = titleOf(project, selection)};
    if (selection.models.size() == 1 && selection.associations.isEmpty() && !selection.attribute.isNull()) {
        auto next = removeAttribute(project, selection.models.first(), selection.attribute);
        if (!next)
            return tl::unexpected(next.error());
        deletion.next = std::move(*next);
        return deletion;
    }
    QList<model::AssociationId> calls = wholeEdges(schema, selection.associations);
    QStringList meant;
    for (const model::AssociationId call : std::as_const(calls))
        meant.append(diagramKey(project, *associationOf(project, call)));
    auto next = removeAssociations(project, calls);
    for (const model::ModelId model : selection.models) {
        if (!next)
            break;
        deletion.dependents += dependentsOf(project, model);
        next = removeModel(std::move(*next), model);
    }
    if (!next)
        return tl::unexpected(next.error());
    for (const model::Table &table : schema.tables) {
        const auto isKept = [&](const model::Association &each) { return each.through.model == table.model; };
        if (table.isAutomatic() && !deletion.dependents.isEmpty()
            && std::none_of(next->associations.cbegin(), next->associations.cend(), isKept))
            deletion.dependents.append(Words::tr("table %1").arg(table.name.value));
    }
    deletion.dependents.removeDuplicates();
    deletion.dependents.removeIf([&](const QString &each) { return meant.contains(each); });
    deletion.next = std::move(*next);
    return deletion;
}

}
