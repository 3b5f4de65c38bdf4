#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/javascript.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What Sequelize fills by itself: timestamps, and the version.
class TimestampCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns)
                lookAtTimestamp(table, column);
            lookForTimestamps(table);
        }
    }

private:
    /// Timestamps and the version are written by Sequelize, whatever the attribute was declared to be.
    void lookAtTimestamp(const Table &table, const Column &column)
    {
        const bool isVersion = column.attribute == table.version;
        const bool isStamp = column.attribute == table.createdAt || column.attribute == table.updatedAt
            || column.attribute == table.deletedAt;
        lookAtDeletedDefault(table, column);
        const bool isImplicit =
            column.declaredBy.isNull() && column.associations.isEmpty() && column.origin != Origin::Id;
        if ((!isStamp && !isVersion) || (isStamp && column.isVirtual())
            || (isImplicit && !(isStamp && isVersion)))
            return;
        if (isVersion && !isStamp && column.primaryKey && column.autoIncrement)
            return warnOfMoving(table, column);
        const Kind kind = kindOf(column.type);
        const bool fits = isVersion && !isStamp
            ? kind == Kind::Integer || kind == Kind::Real || kind == Kind::Decimal || kind == Kind::Json
            : kind == Kind::DateTime || kind == Kind::Date;
        if (fits && !column.references) {
            if (!isStamp && !column.defaultValue)
                refuseUncounted(table, column);
            if (!isStamp)
                lookForUniqueVersion(table, column);
            return;
        }
        const QString type = isStamp ? u"DATE"_s : u"INTEGER"_s;
        // A row that nobody deletes has no such time.
        const bool isUnused = column.attribute != table.createdAt && column.attribute != table.updatedAt
            && !m_checked.isLinked(table);
        const bool isLoose = !column.type.isText() && !column.references
            && (isVersion || !column.primaryKey || isUnused);
        // MySQL takes the time of day out of the moment.
        const bool isTaken = isStamp && kind == Kind::Time && !column.references;
        // A default of its own takes the place of the first 0, and without one there is none; only an update
        // then fails.
        const bool isLate = isVersion && !isStamp
            && (column.defaultValue
                || (column.isNullable() && !column.references && !m_checked.isLinked(table)));
        add({Code::TimestampInTheWay, isLate ? Severity::Warning : Severity::Error},
            m_checked.placeOf(table, column, u"type"_s),
            Text::tr("%1.%2 is filled by Sequelize with a %3, and is %4.")
                .arg(table.model, column.attribute, type, column.type.text),
            fixColumn(Text::tr("Make it %1").arg(type), m_checked, table, column,
                      [type](Attribute &attribute) { attribute.type = parseType(type).value(); }),
            everyDialect & ~(isLoose ? sqliteBit : DialectSet(0)) & ~(isTaken ? mysqls : DialectSet(0)));
    }

    /// It numbers itself, and that is where counting begins. A paranoid delete is a change, too.
    void warnOfMoving(const Table &table, const Column &column)
    {
        const auto &associations = m_checked.schema.associations;
        const bool isHeld = table.paranoid
            && std::any_of(associations.begin(), associations.end(), [&](const ResolvedAssociation &a) {
                   return !a.refused && a.kind != AssociationKind::BelongsToMany && a.source == a.target
                       && &m_checked.schema.tables[a.source] == &table;
               });
        add({Code::TimestampInTheWay, isHeld ? Severity::Error : Severity::Warning}, m_checked.placeOf(table, u"version"_s),
            Text::tr("%1.%2 is the version and the primary key: each change moves a row, also to a place that "
                     "is taken.")
                .arg(table.model, column.attribute),
            {fixOptions(Text::tr("Call it as usual"), ownerOf(table),
                        [](ModelOptions &options) { options.version = {.flag = true}; })});
    }

    /// A row is there as long as its deletedAt is the default; an expression is the condition by itself.
    void lookAtDeletedDefault(const Table &table, const Column &column)
    {
        const bool isSql = column.defaultValue
            && (column.defaultValue->find("$literal"_L1) || column.defaultValue->find("$fn"_L1));
        if (!isSql || column.attribute != table.deletedAt)
            return;
        add(Code::TimestampInTheWay, m_checked.placeOf(table, column, u"defaultValue"_s),
            Text::tr(
                "%1.%2 says when a row went, and Sequelize makes its default the condition of every query.")
                .arg(table.model, column.attribute),
            fixColumn(Text::tr("Drop the default"), m_checked, table, column,
                      [](Attribute &attribute) { attribute.defaultValue.reset(); }),
            postgresBit);
    }

    /// Each new row begins with the same version.
    void lookForUniqueVersion(const Table &table, const Column &column)
    {
        if (uniquenessOf(table, column) != Uniqueness::Unique)
            return;
        add({Code::TimestampInTheWay, m_checked.isLinkedToItself(table) ? Severity::Error : Severity::Warning},
            m_checked.placeOf(table, column, u"unique"_s),
            Text::tr("%1.%2 is the version, with which each row begins alike, and is unique: there can be "
                     "one new row.")
                .arg(table.model, column.attribute),
            {});
    }

    /// A version of one's own has no 0 to begin with: a row that was just written cannot be changed or
    /// deleted.
    void refuseUncounted(const Table &table, const Column &column)
    {
        const bool isWrong =
            column.allowNull == false || (m_checked.isLinked(table) && !table.primaryKey().isEmpty());
        add({Code::TimestampInTheWay, isWrong ? Severity::Error : Severity::Warning},
            m_checked.placeOf(table, column, u"defaultValue"_s),
            Text::tr("%1.%2 is the version and has no default: a new row can be neither changed nor deleted.")
                .arg(table.model, column.attribute),
            fixColumn(Text::tr("Begin with 0"), m_checked, table, column,
                      [](Attribute &attribute) { attribute.defaultValue = Json::number(qint64(0)); }));
    }

    /// Every query of a paranoid model asks for the attribute that says when a row went.
    void lookForDeletedAt(const Table &table)
    {
        if (!table.timestamps || !table.options.paranoid.value_or(false)
            || table.options.deletedAt.flag != false)
            return;
        add(Code::ParanoidWithoutDeletedAt, m_checked.placeOf(table, u"deletedAt"_s),
            Text::tr("%1 is paranoid, and its deletedAt is false: Sequelize fails at every query.")
                .arg(table.model),
            {fixOptions(Text::tr("Call it as usual"), ownerOf(table),
                        [](ModelOptions &options) { options.deletedAt = {}; })});
    }

    /// A belongsToMany takes a key away that a timestamp was named like.
    void lookForTimestamps(const Table &table)
    {
        lookForDeletedAt(table);
        for (const QString &name : {table.createdAt, table.updatedAt, table.deletedAt, table.version}) {
            if (name.isNull() || table.column(name))
                continue;
            if (isObjectName(name)) {
                add(Code::NameReserved, m_checked.placeOf(table),
                    Text::tr("%1.%2 has a name that every object of JavaScript has: Sequelize makes no such "
                             "column, and fills it.")
                        .arg(table.model, name),
                    renameTimestamps(table, name));
                continue;
            }
            // A version that is not there is not written, and never counts.
            add({Code::TimestampInTheWay, name == table.version ? Severity::Warning : Severity::Error},
                m_checked.placeOf(table),
                Text::tr("%1.%2 is filled by Sequelize, and a belongsToMany has taken it away.")
                    .arg(table.model, name),
                renameTimestamps(table, name));
        }
    }

    /// An automatic through has its names from the model that it was made for.
    ModelId ownerOf(const Table &table) const
    {
        const Schema &schema = m_checked.schema;
        return table.isAutomatic()
            ? schema.tables[schema.associations[schema.positionOf.value(table.automaticFor)].source]
                  .declaredBy
            : table.declaredBy;
    }

    QList<Fix> renameTimestamps(const Table &table, const QString &name) const
    {
        return {fixOptions(Text::tr("Call it as usual"), ownerOf(table), [name](ModelOptions &options) {
            for (NameOrFlag *each :
                 {&options.createdAt, &options.updatedAt, &options.deletedAt, &options.version}) {
                if (each->name == name)
                    *each = {};
            }
        })};
    }
};

}

void checkTimestamps(const Checked &checked, QList<Problem> &problems)
{
    TimestampCheck(checked, problems).run();
}

}
