#include "model/query/plan.h"

#include "model/query/select.h"
#include "model/sql/literal.h"

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
        if (const auto refused = refuseWhatIsMissing(find); !refused)
            return tl::unexpected(refused.error());
        const auto root = prepare(find, m_schema);
        auto sql = selectStatement(root, m_dialect);
        if (!sql)
            return tl::unexpected(sql.error());
        Plan plan{.sql = std::move(*sql), .shape = shapeOf(*root, {}), .grouped = root->hasMultiAssociation};
        plan.faultWithRows = listBelowNothing(*root, false);
        return plan;
    }

    /// A list below an include of which nothing is selected has no record to hang on: Sequelize fails at the
    /// first row.
    static std::optional<Error> listBelowNothing(const Step &step, bool isBelowNothing)
    {
        for (const auto &include : step.includes) {
            if (include->isThrough)
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
    /// What this version cannot answer is refused rather than answered wrongly.
    Result<void> refuseWhatIsMissing(const FindNode &node)
    {
        for (const auto &include : node.includes) {
            if (include->separate.value_or(!include->limit.isNull())) {
                return refusalAt(include->place,
                                 Text::tr("%1: separate queries, which separate and limit ask for, "
                                          "are not answered yet")
                                     .arg(include->as));
            }
            if (const auto below = refuseWhatIsMissing(*include); !below)
                return below;
        }
        return {};
    }

    Shape shapeOf(const Step &step, const QString &path)
    {
        Shape shape{.name = step.as,
                    .model = step.table->model,
                    .table = step.find->table,
                    .isList = step.association && step.association->isToMany()};
        const QString prefix = path.isEmpty() ? QString() : path + u'.';
        const auto column = [&](const QString &key) { return (prefix + key).toUtf8(); };

        QStringList selected;
        for (const Selection &each : step.attributes) {
            if (!each.key().isNull())
                selected.append(each.key());
        }
        const std::optional<Selections> shown = step.showsAll ? std::nullopt : step.find->shown;
        if (shown) {
            for (const Selection &each : *shown)
                addField(shape, step, each.key(), selected, column(each.key()));
        } else {
            for (const QString &key : selected)
                addField(shape, step, key, selected, column(key));
        }
        shape.isShown = step.find->isRoot() || !step.find->shown || !step.find->shown->isEmpty();
        // Whatever stands under a key's name in the rows is taken for it.
        for (const Column *key : step.table->primaryKey())
            shape.keyColumns.append(column(key->attribute));
        if (const Column *key = step.table->firstPrimaryKey())
            shape.presenceColumn = column(key->attribute);
        addIncludes(shape, step, prefix);
        return shape;
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
    /// last.
    void addIncludes(Shape &shape, const Step &step, const QString &prefix)
    {
        const Step *through = step.through();
        if (through)
            shape.includes.append(shapeOf(*through, prefix + through->as));
        for (const auto &include : step.includes) {
            if (!include->isThrough)
                shape.includes.append(shapeOf(*include, prefix + include->as));
        }
        for (int i = through ? 1 : 0; i < shape.includes.size(); ++i)
            shape.shownIncludes.append(i);
        if (through) {
            if (step.find->shown)
                shape.shownIncludes.append(0);
            else
                shape.shownIncludes.prepend(0);
        }
    }

    /// Sequelize parses a SQLite cell by the declared type of the column that has the key's name, then by the
    /// attribute of that name.
    CellFormat formatOf(const Table &table, const QString &key) const
    {
        const Column *attribute = table.column(key);
        const QString type = declaredType(table, key);
        if (type == u"DATETIME")
            return CellFormat::Date;
        if (type == u"JSON" || type == u"JSONB")
            return CellFormat::Json;
        if (attribute && attribute->type.name == TypeName::Boolean)
            return CellFormat::Boolean;
        if (type == u"FLOAT" || type == u"REAL" || type == u"DOUBLE PRECISION")
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
};

}

Result<Plan> plan(const FindNode &find, const Schema &schema, const Dialect &dialect,
                  const DeclaredTypes &declared)
{
    return Planner(schema, dialect, declared).write(find);
}

}
