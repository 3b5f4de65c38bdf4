#include "model/check/types/defaultfits.h"
#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Whether PostgreSQL compares a column with a value as Sequelize writes it there, which does not look at the
/// column's type.
bool comparesOnPostgres(const Column &column, const Json &value)
{
    const Kind kind = kindOf(column.type);
    if (value.isBoolean())
        return kind == Kind::Boolean;
    if (value.isNumber())
        return kind == Kind::Integer || kind == Kind::Real || kind == Kind::Decimal || kind == Kind::Other;
    if (!value.isString() || kind == Kind::Text)
        return true;
    const QString literal = u'\'' + value.string().replace(u"'"_s, u"''"_s) + u'\'';
    return fitsDefault(Json(Json::Object{{u"$literal"_s, literal}}), column, postgresBit);
}

/// The conditions of partial indexes, which name columns.
class ConditionCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            for (const TableIndex &index : table.indexes) {
                if (!index.declared.where)
                    continue;
                m_table = &table;
                m_index = &index;
                lookAt(*index.declared.where);
                add({Code::IndexOptionUnsupported, index.unique ? Severity::Warning : Severity::Hint},
                    index.unique ? Text::tr("%1: MySQL has no partial indexes: the condition is ignored, and "
                                            "all rows must be unique.")
                                 : Text::tr("%1: MySQL has no partial indexes: the condition is ignored, and "
                                            "all rows are indexed."),
                    mysqls);
            }
        }
    }

private:
    void add(const Finding &finding, const QString &message, DialectSet dialects)
    {
        m_problems.append(
            {.severity = finding.severity,
             .code = finding.code,
             .message = message.arg(Text::tr("The index %1 of %2").arg(m_index->name, m_table->model)),
             .place = {.model = m_table->declaredBy, .index = m_index->declared.id, .option = u"where"_s},
             .dialects = dialects,
             .fixes = {fixIndex(Text::tr("Leave out the condition"), m_table->declaredBy,
                                m_index->declared.id, [](Index &index) { index.where.reset(); })}});
    }

    void lookAt(const Json &condition)
    {
        for (const Json &item : condition.items())
            lookAt(item);
        for (const Json::Member &member : condition.members()) {
            if (member.key.startsWith(u'$')) {
                lookAt(member.value);
                continue;
            }
            if (!m_table->columnNamed(member.key))
                add(Code::IndexedColumnUnknown,
                    Text::tr("%1 names in its condition the column %2, which is not there.")
                        .arg(u"%1"_s, member.key),
                    columnNamed(*m_table, member.key, Qt::CaseInsensitive)
                        ? postgresBit
                        : DialectSet(sqliteBit | postgresBit));
            else
                lookAtValue(*m_table->columnNamed(member.key), member.value);
        }
    }

    static bool isUnknownToSqlite(const QString &word)
    {
        return isOneOf(word,
                       {"$any", "$all", "$values", "$iLike", "$notILike", "$regexp", "$notRegexp", "$iRegexp",
                        "$notIRegexp", "$overlap", "$contains", "$contained", "$adjacent", "$noExtendLeft",
                        "$noExtendRight", "$match"});
    }

    void lookAtValue(const Column &column, const Json &value)
    {
        for (const Json &item : value.items())
            lookAtValue(column, item);
        for (const Json::Member &member : value.members()) {
            if (isUnknownToSqlite(member.key))
                add(Code::IndexOptionUnsupported,
                    Text::tr("%1: SQLite does not know %2.").arg(u"%1"_s, member.key), sqliteBit);
            lookAtValue(column, member.value);
        }
        if (!comparesOnPostgres(column, value))
            add(Code::IndexOptionUnsupported,
                Text::tr("%1: PostgreSQL cannot compare %2, which is %3, with %4.")
                    .arg(u"%1"_s, column.name, column.type.text, compactJson(value)),
                postgresBit);
    }

    const Table *m_table = nullptr;
    const TableIndex *m_index = nullptr;
};

}

void checkConditions(const Checked &checked, QList<Problem> &problems)
{
    ConditionCheck(checked, problems).run();
}

}
