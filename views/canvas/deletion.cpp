#include "views/canvas/deletion.h"

#include "model/edit/edit.h"
#include "views/theme/labels.h"

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

QString nameOf(const model::Schema &schema, int table)
{
    return schema.tables[table].model;
}

/// "the n:m User ⇄ Project", as it is said of what goes along.
QString wordsOf(const model::Schema &schema, const model::Edge &edge)
{
    if (edge.isManyToMany)
        return Words::tr("the n:m %1 ⇄ %2").arg(nameOf(schema, edge.from), nameOf(schema, edge.to));
    const auto isOf = [&](model::AssociationKind kind) {
        return std::any_of(edge.associations.cbegin(), edge.associations.cend(),
                           [&](int each) { return schema.associations[each].kind == kind; });
    };
    const bool isOne = isOf(model::AssociationKind::HasOne) && !isOf(model::AssociationKind::HasMany);
    return (isOne ? Words::tr("the 1:1 %1 → %2") : Words::tr("the 1:n %1 → %2"))
        .arg(nameOf(schema, edge.from), nameOf(schema, edge.to));
}

/// The same, with what it has in the database.
QString wordsOf(const model::Schema &before, const model::Schema &after, const model::Edge &edge)
{
    const QString words = wordsOf(before, edge);
    if (edge.isManyToMany) {
        if (edge.through < 0)
            return words;
        const model::Table &through = before.tables[edge.through];
        if (after.table(through.model))
            return Words::tr("%1 through %2").arg(words, through.model);
        return through.isAutomatic() ? Words::tr("%1, with its table %2").arg(words, through.name.value)
                                     : words;
    }
    const model::Table &holder = before.tables[edge.to];
    const model::Table *kept = after.table(holder.model);
    const QString &key = before.associations[edge.associations.first()].foreignKey.value;
    return kept && holder.column(key) && !kept->column(key)
        ? Words::tr("%1, with %2.%3").arg(words, holder.model, key)
        : words;
}

struct Title
{
    QString what;
    QString question;
};

Title titleOf(const model::Project &project, const model::Schema &schema, const Selection &selection)
{
    const qsizetype models = selection.models.size();
    const qsizetype associations = selection.associations.size();
    if (models + associations > 1) {
        QStringList counts;
        if (models > 0)
            counts.append(counted(models, Words::tr("1 model"), Words::tr("%1 models")));
        if (associations > 0)
            counts.append(counted(associations, Words::tr("1 association"), Words::tr("%1 associations")));
        const QString what = Words::tr("Delete %1").arg(counts.join(Words::tr(" and ")));
        return {what, what + u'?'};
    }
    if (models > 0) {
        const model::Model *model = modelOf(project, selection.models.first());
        const model::Attribute *attribute = model ? attributeOf(*model, selection.attribute) : nullptr;
        if (attribute) {
            const QString name = model->name + u'.' + attribute->name;
            return {Words::tr("Delete %1").arg(name), Words::tr("Delete the attribute %1?").arg(name)};
        }
        const QString name = model ? model->name : QString();
        return {Words::tr("Delete %1").arg(name), Words::tr("Delete the model %1?").arg(name)};
    }
    for (const model::Edge &edge : schema.edges) {
        const bool isMeant = std::any_of(edge.associations.cbegin(), edge.associations.cend(), [&](int each) {
            return selection.associations.contains(schema.associations[each].id);
        });
        if (isMeant) {
            const QString what = Words::tr("Delete %1").arg(wordsOf(schema, edge));
            return {what, what + u'?'};
        }
    }
    return {};
}

}

model::Result<Deletion> deletionOf(const model::Project &project, const model::Schema &schema,
                                   const Selection &selection)
{
    const Title title = titleOf(project, schema, selection);
    Deletion deletion{.what = title.what, .question = title.question};
    if (selection.models.size() == 1 && selection.associations.isEmpty() && !selection.attribute.isNull()) {
        auto next = removeAttribute(project, selection.models.first(), selection.attribute);
        if (!next)
            return tl::unexpected(next.error());
        deletion.next = std::move(*next);
        return deletion;
    }
    const QList<model::AssociationId> calls = wholeEdges(schema, selection.associations);
    auto next = removeAssociations(project, calls);
    for (const model::ModelId model : selection.models) {
        if (!next)
            break;
        next = removeModel(std::move(*next), model);
    }
    if (!next)
        return tl::unexpected(next.error());
    const model::Schema after = resolve(*next);
    for (const model::Edge &edge : schema.edges) {
        const model::AssociationId call = schema.associations[edge.associations.first()].id;
        if (!calls.contains(call) && !associationOf(*next, call))
            deletion.dependents.append(wordsOf(schema, after, edge));
    }
    deletion.next = std::move(*next);
    return deletion;
}

}
