#include "model/edit/parts.h"

#include "model/javascript.h"
#include "model/schema/schema.h"
#include "model/sql/where.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

using Names = QHash<QString, QString>;

QString renamed(const Names &names, const QString &name)
{
    return names.value(name, name);
}

/// What an attribute or column is, whatever its name.
struct ColumnIdentity
{
    Origin origin;
    AttributeId declaredBy;
    AssociationId association;

    bool operator==(const ColumnIdentity &) const = default;
};

ColumnIdentity identityOf(const Column &column)
{
    return {column.origin, column.declaredBy, column.associations.value(0)};
}

/// One table before and after: old names → new names, of attributes and of columns.
struct TableRename
{
    const Table *before = nullptr;
    const Table *after = nullptr;
    Names attributes;
    Names columns;
};

TableRename renameOf(const Table &before, const Table &after)
{
    TableRename rename{.before = &before, .after = &after};
    for (const Column &old : before.columns) {
        // Two keys of one association (a belongsToMany to itself) keep their order.
        const auto same = std::find_if(after.columns.begin(), after.columns.end(), [&](const Column &column) {
            return identityOf(column) == identityOf(old)
                && (column.origin != Origin::ForeignKey
                    || &column - after.columns.data() == &old - before.columns.data()
                    || column.attribute == old.attribute);
        });
        if (same == after.columns.end())
            continue;
        if (same->attribute != old.attribute)
            rename.attributes.insert(old.attribute, same->attribute);
        if (same->name != old.name)
            rename.columns.insert(old.name, same->name);
    }
    return rename;
}

class Renamer
{
public:
    Renamer(const Project &before, Project after)
        : m_before(before), m_after(std::move(after)), m_old(resolve(before))
    {
        for (const Model &model : m_before.models) {
            const Model *now = modelOf(m_after, model.id);
            if (now && now->name != model.name)
                m_models.insert(model.name, now->name);
        }
    }

    Project run()
    {
        renameThroughs();
        compare();
        renameDeclared();
        renameDiagram();
        updateIgnored(m_before, m_after);
        if (!m_after.queries.isEmpty())
            compare();
        for (Query &query : m_after.queries)
            query.find = renamedFind(query.find);
        return m_after;
    }

private:
    void renameThroughs()
    {
        for (Association &association : m_after.associations) {
            if (modelNamed(m_before, association.through.model))
                association.through.model = renamed(m_models, association.through.model);
        }
    }

    /// Which table is which, and what became of its names.
    void compare()
    {
        m_new = resolve(m_after);
        m_renames.clear();
        QHash<AssociationId, int> automatic;
        for (int i = 0; i < m_new.tables.size(); ++i) {
            if (m_new.tables[i].isAutomatic())
                automatic.insert(m_new.tables[i].automaticFor, i);
        }
        for (const Table &table : m_old.tables) {
            const int now = table.isAutomatic() ? automatic.value(table.automaticFor, -1)
                                                : m_new.tableOfDeclared.value(table.declaredBy, -1);
            if (now >= 0)
                m_renames.insert(table.model, renameOf(table, m_new.tables[now]));
        }
    }

    const TableRename *renameOfModel(const QString &oldModel) const
    {
        const auto found = m_renames.constFind(oldModel);
        return found == m_renames.cend() ? nullptr : &*found;
    }

    QString renamedAttribute(const QString &oldModel, const QString &attribute) const
    {
        const TableRename *rename = renameOfModel(oldModel);
        return rename ? renamed(rename->attributes, attribute) : attribute;
    }

    // What the models and associations themselves name ----------------------------------------------------

    void renameDeclared()
    {
        for (Model &model : m_after.models) {
            const Model *old = modelOf(m_before, model.id);
            if (!old)
                continue;
            if (const TableRename *rename = renameOfModel(old->name); rename && !rename->columns.isEmpty())
                renameColumns(model, rename->columns);
            for (Attribute &attribute : model.attributes) {
                renameReferences(attribute);
                renameDependencies(attribute.type, old->name);
            }
            renameScopes(model.options, *old);
        }
        for (Association &association : m_after.associations) {
            const Association *old = associationOf(m_before, association.id);
            if (old)
                renameKeys(association, *old);
        }
    }

    static void renameColumns(Model &model, const Names &columns)
    {
        for (Index &index : model.indexes) {
            for (IndexField &field : index.fields) {
                field.name = renamed(columns, field.name);
                if (field.function)
                    field.function = withColumns(*field.function, columns);
            }
        }
        for (UniqueKeyOption &key : model.options.uniqueKeys) {
            for (QString &field : key.fields)
                field = renamed(columns, field);
        }
    }

    /// An expression with the new names in its `{ "$col": … }`.
    static Json withColumns(const Json &expression, const Names &columns)
    {
        if (expression.isArray()) {
            Json::Array items;
            for (const Json &item : expression.items())
                items.append(withColumns(item, columns));
            return Json(items);
        }
        Json out = expression;
        for (const Json::Member &member : expression.members()) {
            const bool isColumn = member.key == u"$col" && member.value.isString();
            out.set(member.key,
                    isColumn ? Json(renamed(columns, member.value.string()))
                             : withColumns(member.value, columns));
        }
        return out;
    }

    /// What a VIRTUAL attribute is made of.
    void renameDependencies(Type &type, const QString &oldModel) const
    {
        QStringList names;
        for (const QString &name : type.dependencies)
            names.append(renamedAttribute(oldModel, name));
        if (names == type.dependencies || type.element.isEmpty())
            return;
        QStringList quoted;
        for (const QString &name : names)
            quoted.append(javascriptText(name));
        const QString text = u"VIRTUAL(%1, [%2])"_s.arg(type.element[0].text, quoted.join(u", "_s));
        type = parseType(text).value_or(type);
    }

    void renameScopes(ModelOptions &options, const Model &old) const
    {
        const Table *table = m_old.table(old.name);
        if (!table)
            return;
        if (options.defaultScope && options.defaultScope == old.options.defaultScope)
            options.defaultScope = renamedOptions(*options.defaultScope, *table);
        if (!options.scopes || !(options.scopes == old.options.scopes))
            return;
        for (const Json::Member &scope : old.options.scopes->members())
            options.scopes.edit().set(scope.key, renamedOptions(scope.value, *table));
    }

    void renameReferences(Attribute &attribute) const
    {
        if (!attribute.references->isGiven())
            return;
        const TableName &model = attribute.references->model;
        const int table = m_old.tableNamed(model.table, model.schema);
        const TableRename *rename = table < 0 ? nullptr : renameOfModel(m_old.tables[table].model);
        if (!rename)
            return;
        References &references = attribute.references.edit();
        references.model.table = rename->after->name.value;
        if (!references.key.isNull())
            references.key = renamed(rename->columns, references.key);
    }

    void renameKeys(Association &association, const Association &old) const
    {
        const QString source = modelOf(m_before, old.source)->name;
        const QString target = modelOf(m_before, old.target)->name;
        if (association.sourceKey == old.sourceKey && !old.sourceKey.isNull())
            association.sourceKey = renamedAttribute(source, old.sourceKey);
        if (association.targetKey == old.targetKey && !old.targetKey.isNull())
            association.targetKey = renamedAttribute(target, old.targetKey);
        QString holder = target;
        if (old.kind == AssociationKind::BelongsToMany)
            holder = old.through.model;
        else if (old.kind == AssociationKind::BelongsTo)
            holder = source;
        // A key that the model declares follows its attribute; any other is the association's own word.
        const Model *model = modelNamed(m_before, holder);
        const auto renameKey = [&](ForeignKey &key, const ForeignKey &oldKey) {
            if (model && key.name() == oldKey.name() && attributeNamed(*model, key.name()))
                key.attribute.edit().name = renamedAttribute(holder, key.name());
        };
        renameKey(association.foreignKey, old.foreignKey);
        renameKey(association.otherKey, old.otherKey);
    }

    void renameDiagram()
    {
        for (DiagramModel &box : m_after.diagram.models)
            box.key = renamed(m_models, box.key);
        for (const Association &old : m_before.associations) {
            const Association *now = associationOf(m_after, old.id);
            if (!now)
                continue;
            const QString oldKey = diagramKey(m_before, old);
            const QString newKey = diagramKey(m_after, *now);
            for (DiagramEdge &edge : m_after.diagram.edges) {
                if (oldKey != newKey && edge.key == oldKey)
                    edge.key = newKey;
            }
        }
    }

    // Saved queries ---------------------------------------------------------------------------------------

    const ResolvedAssociation *nowOf(AssociationId id) const
    {
        const auto position = m_new.positionOf.constFind(id);
        return position == m_new.positionOf.cend() ? nullptr : &m_new.associations[*position];
    }

    /// A model's name, or a through's, which is one too.
    QString renamedModel(const QString &model) const
    {
        const TableRename *rename = renameOfModel(model);
        return rename ? rename->after->model : model;
    }

    QString carriedAlias(const Table &table, const QString &alias) const
    {
        const int position = table.association(alias);
        const ResolvedAssociation *now = position < 0 ? nullptr : nowOf(m_old.associations[position].id);
        return now ? now->as.value : alias;
    }

    Json renamedFind(const Json &find) const
    {
        const Table *table = m_old.table(find.value("model"_L1).string());
        if (!table)
            return find;
        Json out = renamedOptions(find, *table);
        out.set(u"model"_s, renamedModel(table->model));
        return out;
    }

    Json renamedOptions(const Json &options, const Table &table) const
    {
        Json out = options;
        for (const Json::Member &member : options.members()) {
            if (member.key == u"attributes")
                out.set(member.key, carriedAttributes(member.value, table));
            else if (member.key == u"where" || member.key == u"having" || member.key == u"on")
                out.set(member.key, carriedCondition(member.value, table));
            else if (member.key == u"order")
                out.set(member.key, carriedOrder(member.value, table));
            else if (member.key == u"group")
                out.set(member.key, carriedAttributes(member.value, table));
            else if (member.key == u"include")
                out.set(member.key, carriedIncludes(member.value, table));
        }
        return out;
    }

    Json carriedName(const Json &name, const Table &table) const
    {
        return name.isString() ? Json(renamedAttribute(table.model, name.string())) : name;
    }

    Json carriedAttributes(const Json &attributes, const Table &table) const
    {
        if (attributes.isString())
            return carriedName(attributes, table);
        if (attributes.isObject()) {
            Json out = attributes;
            for (const Json::Member &member : attributes.members())
                out.set(member.key, carriedAttributes(member.value, table));
            return out;
        }
        Json::Array items;
        for (const Json &item : attributes.items()) {
            if (item.isArray() && item.items().size() == 2)
                items.append(Json(Json::Array{carriedName(item.items()[0], table), item.items()[1]}));
            else
                items.append(carriedName(item, table));
        }
        return Json(items);
    }

    Json carriedCondition(const Json &where, const Table &table) const
    {
        if (where.isArray()) {
            Json::Array items;
            for (const Json &item : where.items())
                items.append(carriedCondition(item, table));
            return Json(items);
        }
        if (!where.isObject() || isExpression(where))
            return where;
        Json::Object members;
        for (Json::Member member : where.members()) {
            if (isOperator(member.key))
                member.value = carriedCondition(member.value, table);
            else if (member.key.startsWith(u'$') && member.key.endsWith(u'$'))
                member.key = u'$' + carriedPath(member.key.mid(1, member.key.size() - 2), table) + u'$';
            else
                member.key = carriedKey(member.key, table);
            members.append(member);
        }
        return Json(members);
    }

    QString carriedKey(const QString &key, const Table &table) const
    {
        const QString head = key.section(u'.', 0, 0);
        const QString now = renamedAttribute(table.model, head);
        return now + key.mid(head.size());
    }

    QString carriedPath(const QString &path, const Table &table) const
    {
        QStringList steps = path.split(u'.');
        const Table *at = &table;
        for (qsizetype i = 0; i + 1 < steps.size(); ++i) {
            const int position = at->association(steps[i]);
            if (position < 0)
                return path;
            const Table *next = &m_old.tables[m_old.associations[position].target];
            steps[i] = carriedAlias(*at, steps[i]);
            at = next;
        }
        if (const TableRename *rename = renameOfModel(at->model))
            steps.last() = renamed(rename->columns, steps.last());
        return steps.join(u'.');
    }

    /// An alias, or an object of singular and plural.
    Json carriedAs(const Table &table, const Json &as) const
    {
        if (as.isString())
            return Json(carriedAlias(table, as.string()));
        Json out = as;
        for (const Json::Member &member : as.members())
            out.set(member.key, carriedAs(table, member.value));
        return out;
    }

    Json carriedOrder(const Json &order, const Table &table) const
    {
        Json::Array items;
        for (const Json &item : order.items())
            items.append(item.isArray() ? carriedOrderItem(item, table) : carriedName(item, table));
        return order.isArray() ? Json(items) : order;
    }

    Json carriedOrderItem(const Json &item, const Table &table) const
    {
        Json::Array parts;
        const Table *at = &table;
        for (const Json &part : item.items()) {
            const Table *next = nullptr;
            Json now = part;
            if (part.isObject() && part.find("model"_L1)) {
                now.set(u"model"_s, renamedModel(part.value("model"_L1).string()));
                if (const Json *as = part.find("as"_L1))
                    now.set(u"as"_s, carriedAs(*at, *as));
                next = m_old.table(part.value("model"_L1).string());
            } else if (part.isString() && at->association(part.string()) >= 0) {
                next = &m_old.tables[m_old.associations[at->association(part.string())].target];
                now = Json(carriedAlias(*at, part.string()));
            } else {
                now = carriedName(part, *at);
            }
            parts.append(now);
            if (next)
                at = next;
        }
        return Json(parts);
    }

    Json carriedIncludes(const Json &includes, const Table &table) const
    {
        if (!includes.isArray())
            return carriedInclude(includes, table);
        Json::Array items;
        for (const Json &item : includes.items())
            items.append(carriedInclude(item, table));
        return Json(items);
    }

    Json carriedInclude(const Json &include, const Table &table) const
    {
        if (include.isString())
            return Json(carriedAlias(table, include.string()));
        const Json *alias = include.find("association"_L1);
        const Json *model = include.find("model"_L1);
        int position = alias ? table.association(alias->string()) : -1;
        Json out = include;
        if (model) {
            const QString as = include.value("as"_L1).string();
            for (const auto &[name, at] : table.associations) {
                const ResolvedAssociation &each = m_old.associations[at];
                if (position < 0 && m_old.tables[each.target].model == model->string()
                    && (as.isEmpty() || as == name))
                    position = at;
            }
            out.set(u"model"_s, renamedModel(model->string()));
            if (const Json *given = include.find("as"_L1))
                out.set(u"as"_s, carriedAs(table, *given));
        }
        if (alias)
            out.set(u"association"_s, carriedAlias(table, alias->string()));
        if (position < 0)
            return out;
        const ResolvedAssociation &association = m_old.associations[position];
        out = renamedOptions(out, m_old.tables[association.target]);
        if (const Json *through = out.find("through"_L1); through && association.through >= 0)
            out.set(u"through"_s, renamedOptions(*through, m_old.tables[association.through]));
        return out;
    }

    const Project &m_before;
    Project m_after;
    const Schema m_old;
    Schema m_new;
    Names m_models;
    QHash<QString, TableRename> m_renames;
};

}

Project withRenames(const Project &before, Project after)
{
    return Renamer(before, std::move(after)).run();
}

}
