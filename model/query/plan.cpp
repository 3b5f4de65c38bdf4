#include "model/query/plan.h"

#include "model/query/select.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace model {

namespace {

class Planner
{
public:
    Planner(const Schema &schema, const Dialect &dialect, const DeclaredTypes &declared)
        : m_schema(schema), m_dialect(dialect), m_declared(declared)
    {
    }

    Result<Plan> write(const FindNode &find)
    {
        const auto root = prepare(find, m_schema);
        if (const auto refused = refuseSeparate(*root); !refused)
            return tl::unexpected(refused.error());
        if (const auto refused = refuseTooMuch(*root); !refused)
            return tl::unexpected(refused.error());
        auto sql = selectStatement(root, m_dialect);
        if (!sql)
            return tl::unexpected(sql.error());
        if (sql->contains(QChar::Null))
            return refusalAt(find.nulPlace, nulInStatement());
        Plan plan{.sql = std::move(*sql),
                  .shape = shapeOf(*root, {}),
                  .grouped = root->hasMultiAssociation || (find.isSeparate && root->includes.isEmpty())};
        plan.looksForModels = m_dialect.bit == sqliteBit;
        plan.shortened = m_shortened;
        plan.separates = m_separates;
        plan.faultWithRows = listBelowNothing(*root, false);
        return plan;
    }

    /// A list below an include of which nothing is selected has no record to hang on: Sequelize fails at the
    /// first row.
    static std::optional<Error> listBelowNothing(const Step &step, bool isBelowNothing)
    {
        for (const auto &include : step.includes) {
            if (include->isThrough || include->separate)
                continue;
            const bool isList = include->association->isToMany();
            if (isBelowNothing && isList && !include->attributes.isEmpty()) {
                return Error{
                    .message =
                        Text::tr("%1 selects no attributes, so that the list %2 below it has nothing to "
                                 "hang on: Sequelize fails")
                            .arg(step.as, include->as),
                    .offset = include->find->place};
            }
            if (auto below = listBelowNothing(*include, isBelowNothing || include->attributes.isEmpty()))
                return below;
        }
        return {};
    }

private:
    Result<void> refuseTooMuch(const Step &root) const
    {
        int inside = 1;
        int outside = 1;
        countTables(root, root.subQuery.value_or(false), inside, outside);
        const int tables = std::max(inside, outside);
        const qsizetype columns = columnsOf(root);
        if (m_dialect.mostJoins > 0 && tables > m_dialect.mostJoins)
            return refusalAt(root.find->place,
                             Text::tr("the query joins %1 tables; %2 joins %3 at most")
                                 .arg(QString::number(tables), m_dialect.title,
                                      QString::number(m_dialect.mostJoins)));
        if (m_dialect.mostResults > 0 && columns > m_dialect.mostResults)
            return refusalAt(
                root.find->place,
                Text::tr("the query selects %1 columns; %2 has room for %3")
                    .arg(QString::number(columns), m_dialect.title, QString::number(m_dialect.mostResults)));
        return {};
    }

    /// Counts the tables that are joined inside the paging subquery and outside of it. SQLite counts what
    /// stands in parentheses once, unless it takes it out of them.
    void countTables(const Step &step, bool isPaged, int &inside, int &outside) const
    {
        const bool isSqlite = m_dialect.bit == sqliteBit;
        for (const auto &include : step.includes) {
            if (include->separate || include->isThrough)
                continue;
            int &tables = isPaged && include->subQuery.value_or(false) ? inside : outside;
            const bool isTogether = !include->required
                && std::any_of(include->includes.begin(), include->includes.end(),
                               std::mem_fn(&Step::required));
            tables += include->through() && !(isSqlite && !include->required) ? 2 : 1;
            if (!(isSqlite && isTogether))
                countTables(*include, isPaged, inside, outside);
        }
    }

    static qsizetype columnsOf(const Step &step)
    {
        qsizetype columns = step.attributes.size();
        for (const auto &include : step.includes)
            columns += include->separate ? 0 : columnsOf(*include);
        return columns;
    }

    Result<void> refuseSeparate(const Step &step)
    {
        for (const auto &include : step.includes) {
            if (include->separate && include->association->kind != AssociationKind::HasMany) {
                return refusalAt(include->find->place,
                                 Text::tr("%1 is a %2: only a hasMany can be separate or have a limit")
                                     .arg(include->as, kindName(include->association->kind)));
            }
            if (const auto below = refuseSeparate(*include); !below)
                return below;
        }
        return {};
    }

    /// Does Sequelize take a column's name for a path of includes?
    bool takesNamesApart(const FindNode &root) const
    {
        return !root.includes.isEmpty() || m_dialect.bit == sqliteBit;
    }

    /// What a column of an include is called in the rows.
    QByteArray columnName(const QString &path)
    {
        const QString name = aliasText(path, m_dialect);
        if (name != path)
            m_shortened.insert(name.toUtf8());
        return name.toUtf8();
    }

    Shape shapeOf(const Step &step, const QString &path, const QList<int> &positions = {})
    {
        Shape shape{.name = step.as,
                    .model = step.table->model,
                    .table = step.find->table,
                    .isList = step.association && step.association->isToMany(),
                    .isHasOne = step.association && step.association->kind == AssociationKind::HasOne};
        const QString prefix = path.isEmpty() ? QString() : path + u'.';
        const auto column = [&](const QString &key) { return columnName(prefix + key); };

        const bool isDivided = step.find->isRoot() && takesNamesApart(*step.find);
        QStringList selected;
        for (const Selection &each : step.attributes) {
            if (!each.key().isNull() && !(isDivided && each.key().contains(u'.')))
                selected.append(each.key());
        }
        // What stands in the rows under the name of a virtual attribute is taken for it.
        QStringList virtuals;
        for (const Column &each : step.table->columns) {
            if (each.type.isVirtual())
                virtuals.append(each.attribute);
        }
        const std::optional<Selections> shown = step.shown;
        const QStringList possible = selected + virtuals;
        if (shown) {
            for (const Selection &each : *shown)
                addField(shape, step, each.key(), possible, column(each.key()));
            for (const QString &key : virtuals)
                addField(shape, step, key, possible, column(key));
        } else {
            // The main model and what is built again are asked for by a list.
            if (!step.find->isRoot() && !step.find->isBuiltAgain)
                shape.prefix = prefix.toUtf8();
            for (const QString &key : possible)
                addField(shape, step, key, possible, column(key));
        }
        shape.isShown = step.find->isRoot() || !step.shown || !step.shown->isEmpty();
        // Whatever stands under a key's name in the rows is taken for it.
        for (const QString &key : keyAttributes(*step.table))
            shape.keyColumns.append(column(key));
        if (const Column *key = step.table->firstPrimaryKey())
            shape.presenceColumn = column(key->attribute);
        if (step.find->isSeparate) {
            const QString &key = step.find->separateKey;
            shape.kept.append({key, column(key), formatOf(*step.table, key)});
        }
        addIncludes(shape, step, prefix, positions);
        return shape;
    }

    /// The primary key, else the first unique key.
    static QStringList keyAttributes(const Table &table)
    {
        QStringList attributes;
        for (const Column *key : table.primaryKey())
            attributes.append(key->attribute);
        if (attributes.isEmpty() && !table.uniqueKeys.isEmpty()) {
            for (const QString &name : table.uniqueKeys[0].columns) {
                if (const Column *column = table.columnNamed(name))
                    attributes.append(column->attribute);
            }
        }
        return attributes;
    }

    void addField(Shape &shape, const Step &step, const QString &key, const QStringList &selected,
                  const QByteArray &column)
    {
        if (!selected.contains(key))
            return;
        for (const Field &field : shape.fields) {
            if (field.key == key)
                return;
        }
        shape.fields.append({key, column, formatOf(*step.table, key)});
    }

    /// Rows hold the through before the includes below; where the query names attributes, Sequelize shows it
    /// last. What queries of their own find comes to the end, unless the record is built again by its
    /// attributes.
    void addIncludes(Shape &shape, const Step &step, const QString &prefix, const QList<int> &positions)
    {
        const Step *through = step.through();
        if (through)
            shape.includes.append(shapeOf(*through, prefix + through->as));
        QList<int> separates;
        const bool isByAttributes = step.shown && step.find->isBuiltAgain;
        for (const auto &include : step.includes) {
            if (include->isThrough)
                continue;
            if (include->separate) {
                addSeparate(shape, *include, prefix, positions);
                (isByAttributes ? shape.shownIncludes : separates).append(-int(shape.separates.size()));
                continue;
            }
            const int position = int(shape.includes.size());
            shape.includes.append(shapeOf(*include, prefix + include->as, positions + QList<int>{position}));
            shape.shownIncludes.append(position);
        }
        if (through) {
            if (step.shown || step.find->isBuiltAgain)
                shape.shownIncludes.append(0);
            else
                shape.shownIncludes.prepend(0);
        }
        shape.shownIncludes += separates;
    }

    void addSeparate(Shape &parent, const Step &step, const QString &prefix, const QList<int> &positions)
    {
        const ResolvedAssociation &a = *step.association;
        const bool isKnown = showsKey(*step.parent, a.sourceKey.value);
        Separate separate{.name = step.as,
                          .path = positions,
                          .parentColumn = isKnown ? columnName(prefix + a.sourceKey.value) : QByteArray(),
                          .childColumn = a.foreignKey.value.toUtf8(),
                          .find = settledAgain(step),
                          .foreignKey = a.foreignKey.value,
                          .foreignKeyColumn = a.foreignKeyColumn};
        if (step.table->options.defaultScope)
            separate.scope = step.table->options.defaultScope->value("where"_L1).placeless();
        separate.find->association = -1;
        separate.find->as = step.table->model;
        separate.find->isSeparate = true;
        separate.find->separateKey = a.foreignKey.value;
        if (isKnown)
            parent.kept.append(
                {a.sourceKey.value, separate.parentColumn, formatOf(*step.parent->table, a.sourceKey.value)});
        parent.separates.append(step.as);
        m_separates.append(separate);
    }

    /// Sequelize parses a SQLite cell by the declared type of the column that has the key's name, then by the
    /// attribute of that name.
    CellFormat formatOf(const Table &table, const QString &key) const
    {
        const Column *attribute = table.column(key);
        const QString type = declaredType(table, key);
        const bool goesByDeclaration = m_dialect.bit == sqliteBit;
        if (goesByDeclaration && type == u"DATETIME")
            return CellFormat::Date;
        if (type == u"JSON" || type == u"JSONB")
            return CellFormat::Json;
        if (attribute && attribute->type.name == TypeName::Boolean)
            return CellFormat::Boolean;
        if (goesByDeclaration && (type == u"FLOAT" || type == u"REAL" || type == u"DOUBLE PRECISION"))
            return CellFormat::Floating;
        return CellFormat::AsIs;
    }

    QString declaredType(const Table &table, const QString &key) const
    {
        const auto known = m_declared.constFind(physicalName(table, m_dialect));
        const auto typeOfColumn = [&](const QString &column) -> QString {
            if (known != m_declared.cend())
                return known->value(column);
            const Column *own = table.columnNamed(column);
            return own ? m_dialect.columnType({table, *own}) : QString();
        };
        QString type = typeOfColumn(key);
        if (type.isNull()) {
            if (const Column *attribute = table.column(key))
                type = typeOfColumn(attribute->name);
        }
        return type.section(u'(', 0, 0).remove("UNSIGNED"_L1).remove("ZEROFILL"_L1).trimmed().toUpper();
    }

    const Schema &m_schema;
    const Dialect &m_dialect;
    const DeclaredTypes &m_declared;
    QList<Separate> m_separates;
    QSet<QByteArray> m_shortened;
};

}

std::shared_ptr<FindNode> findFor(const Separate &separate, const Json &keys)
{
    auto find = std::make_shared<FindNode>(*separate.find);
    const bool isLimited = find->limit.toInteger().value_or(0) > 0;
    Json where(Json::Object{});
    if (isLimited && keys.items().size() > 1) {
        find->limitEach = LimitEach{separate.foreignKeyColumn, keys.items()};
    } else {
        where = Json(Json::Object{{separate.foreignKey, Json(Json::Object{{u"$in"_s, keys}})}});
    }
    if (!find->where.isNull())
        where = Json(Json::Object{{u"$and"_s, Json::Array{where, find->where}}});
    for (const Json::Member &member : separate.scope.members()) {
        if (!where.find(member.key))
            where.set(member.key, member.value);
    }
    find->where = where;
    return find;
}

Result<QStringList> statementsOf(const FindNode &find, const Schema &schema, const Dialect &dialect)
{
    const auto planned = plan(find, schema, dialect);
    if (!planned)
        return tl::unexpected(planned.error());
    QStringList statements{planned->sql};
    for (const Separate &separate : planned->separates) {
        const QString key = quotedName(QString::fromUtf8(separate.parentColumn), dialect);
        const QString keys = separate.parentColumn.isEmpty() ? u"(NULL)"_s
                                                             : u"(SELECT "_s + key + u" FROM ("_s
                + planned->sql.chopped(1) + u") AS "_s + quotedName(find.as, dialect) + u')';
        const Json among(Json::Object{{u"$literal"_s, Json(keys)}});
        const auto below = statementsOf(*findFor(separate, among), schema, dialect);
        if (!below)
            return below;
        if (!separate.find->limit.isNull())
            statements.append(u"-- for each record by itself, if there are several:"_s);
        statements += *below;
    }
    return statements;
}

Result<Plan> plan(const FindNode &find, const Schema &schema, const Dialect &dialect,
                  const DeclaredTypes &declared)
{
    auto planned = Planner(schema, dialect, declared).write(find);
    if (!planned && planned.error().offset < 0)
        planned.error().offset = find.place;
    return planned;
}

}
