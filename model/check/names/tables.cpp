#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Tables and their options.
class TableCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        lookForTwins();
        for (const Table &table : m_checked.schema.tables) {
            if (m_checked.replaced.contains(&table))
                continue;
            lookAtSchema(table);
            lookAtEngine(table);
            lookAtEngines(table);
            lookAtRowFormat(table);
            lookAtStart(table);
            lookAtComments(table);
            lookAtCharacters(table);
        }
    }

private:
    void add(const Finding &finding, const Table &table, const QString &option,
             const QString &message, DialectSet dialects, std::function<void(ModelOptions &)> change,
             const QString &title)
    {
        QList<Fix> fixes;
        if (!table.isAutomatic() && change)
            fixes.append(fixOptions(title, table.declaredBy, std::move(change)));
        Check::add(finding, m_checked.placeOf(table, option), message, fixes, dialects);
    }

    /// Two models of one table: Sequelize creates the later one, and in SQLite the first where references go
    /// in a circle.
    void lookForTwins()
    {
        const auto &tables = m_checked.schema.tables;
        QHash<QString, const Table *> last;
        QHash<QString, const Table *> first;
        last.reserve(tables.size());
        for (const Table &table : tables)
            last.insert(keyOf(table), &table);
        if (last.size() == tables.size())
            return;
        lookForKeyNames(last);
        for (auto each = tables.rbegin(); each != tables.rend(); ++each)
            first.insert(keyOf(*each), &*each);
        if (!m_checked.isCircular)
            return lookForTwins(last, everyDialect);
        lookForTwins(first, sqliteBit);
        lookForTwins(last, everyDialect & ~sqliteBit);
    }

    /// MariaDB names foreign keys after their tables, and does not see case in those names.
    void lookForKeyNames(const QHash<QString, const Table *> &creators)
    {
        const auto hasForeignKey = [&](const Table &table) {
            return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column &each) {
                return each.references && !each.isVirtual() && (m_checked.constrainedOn(each) & mysqls) != 0;
            });
        };
        for (const Table &table : m_checked.schema.tables) {
            const Table &other = *creators.value(keyOf(table));
            if (table.name.value == other.name.value || table.schema != other.schema || !hasForeignKey(table)
                || !hasForeignKey(other))
                continue;
            const Table &named = table.isAutomatic() ? other : table;
            const QString free = named.name.value + u"_2"_s;
            add(Code::TableShared, named, u"tableName"_s,
                Text::tr("The tables %1 and %2 differ only in case, and so do their foreign keys, which "
                         "MariaDB takes "
                         "for one.")
                    .arg(table.name.value, other.name.value),
                mysqls, [free](ModelOptions &options) { options.tableName = free; },
                Text::tr("Call the table of %1 %2").arg(named.model, free));
        }
    }

    void lookForTwins(const QHash<QString, const Table *> &creators, DialectSet dialects)
    {
        for (const Table &table : m_checked.schema.tables) {
            const Table *made = creators.value(keyOf(table));
            // A through without a model of its own: NM17.
            if (made == &table || table.isAutomatic() || made->isAutomatic())
                continue;
            const QString free = table.name.value + u"_2"_s;
            const bool isOne = physicalName(*made, mysqlDialect) == physicalName(table, mysqlDialect);
            const DialectSet affected = dialects
                & (made->schema != table.schema ? DialectSet(postgresBit)
                       : isOne                  ? everyDialect
                               : DialectSet(sqliteBit)); // where letters of other case are the same
            if (affected == 0)
                continue;
            const QString shared = Text::tr("%1 and %2 share the table %3, which sync() creates from %2")
                                       .arg(table.model, made->model, table.name.value);
            const QString fault = faultBetween(*made, table);
            add({Code::TableShared, fault.isEmpty() ? Severity::Hint : Severity::Error}, table, u"tableName"_s,
                fault.isEmpty() ? Text::tr("%1: it has all that %2 needs.").arg(shared, table.model)
                                : Text::tr("%1: %2.").arg(shared, fault),
                affected, [free](ModelOptions &options) { options.tableName = free; },
                Text::tr("Call the table of %1 %2").arg(table.model, free));
        }
    }

    static QString keyOf(const Table &table) { return physicalName(table, mysqlDialect).toLower(); }

    /// Why rows of one model cannot live in the table of the other; empty where they can.
    static QString faultBetween(const Table &made, const Table &other)
    {
        if (made.schema != other.schema)
            return Text::tr("in another schema");
        for (const Column &column : other.columns) {
            if (!column.isVirtual() && !made.columnNamed(column.name))
                return Text::tr("reading and writing %1 fails, for there is no column %2")
                    .arg(other.model, column.name);
        }
        for (const Column &column : made.columns) {
            if (!column.isVirtual() && !column.isNullable() && !column.defaultValue
                && !other.columnNamed(column.name))
                return Text::tr(
                           "a new row of %1 is refused, for it gives no value for the required column %2")
                    .arg(other.model, column.name);
        }
        return {};
    }

    /// Sequelize 6 looks for a table's indexes in the wrong database when MariaDB's table is in a schema.
    void lookAtSchema(const Table &table)
    {
        if (table.schema.isEmpty())
            return;
        add(Code::SchemaUnsupported, table, u"schema"_s,
            Text::tr("%1 is in the schema %2: on MariaDB Sequelize then fails to sync it.")
                .arg(table.model, table.schema),
            mariadbBit, [](ModelOptions &options) { options.schema.clear(); },
            Text::tr("Leave out the schema"));
    }

    void lookAtEngine(const Table &table)
    {
        const QString engine = table.options.engine;
        const bool isKnown = engine.isNull()
            || isOneOf(engine, {"InnoDB", "MyISAM", "MEMORY", "HEAP", "Aria", "ARCHIVE", "CSV", "BLACKHOLE"});
        if (!isKnown)
            add(Code::EngineOrCollationUnsupported, table, u"engine"_s,
                Text::tr("%1: MySQL has no storage engine %2.").arg(table.model, engine), mysqls,
                [](ModelOptions &options) { options.engine = u"InnoDB"_s; }, Text::tr("Use InnoDB"));
        if (isOneOf(engine, {"ARCHIVE", "BLACKHOLE"}))
            add(Code::EngineOrCollationUnsupported, table, u"engine"_s,
                Text::tr("%1: the storage engine %2 cannot change its rows, and MariaDB comes without it.")
                    .arg(table.model, engine),
                mysqls, [](ModelOptions &options) { options.engine = u"InnoDB"_s; }, Text::tr("Use InnoDB"));
        if (isOneOf(engine, {"CSV"}))
            add(Code::EngineOrCollationUnsupported, table, u"engine"_s,
                Text::tr("%1: the storage engine CSV has no keys.").arg(table.model), mysqls,
                [](ModelOptions &options) { options.engine = u"InnoDB"_s; }, Text::tr("Use InnoDB"));
        const auto isLong = [](const Column &column) {
            const TypeName type = column.type.name;
            static const QRegularExpression words(u"text|blob|json|geometry|point|linestring|polygon"_s);
            return !column.isVirtual()
                && (type == TypeName::Text || type == TypeName::Blob || type == TypeName::Geometry
                    || column.type.isJson()
                    || (type == TypeName::Raw && rawWord(column.type).contains(words)));
        };
        const auto tooLong = std::find_if(table.columns.begin(), table.columns.end(), isLong);
        if (isOneOf(engine, {"MEMORY", "HEAP"}) && tooLong != table.columns.end())
            add(Code::EngineOrCollationUnsupported, table, u"engine"_s,
                Text::tr("%1: the storage engine %2 keeps no %3, as %4 is.")
                    .arg(table.model, engine, tooLong->type.text, tooLong->attribute),
                mysqls, [](ModelOptions &options) { options.engine = u"InnoDB"_s; }, Text::tr("Use InnoDB"));
    }

    void lookAtRowFormat(const Table &table)
    {
        const QString format = table.options.rowFormat;
        const bool isKnown = format.isEmpty()
            || isOneOf(format, {"DEFAULT", "DYNAMIC", "COMPRESSED", "COMPACT", "REDUNDANT"})
            || (!isInnodb(table) && isOneOf(format, {"FIXED", "PAGE"}));
        if (!isKnown)
            add(Code::EngineOrCollationUnsupported, table, u"rowFormat"_s,
                Text::tr("%1: MySQL has no row format %2 for it.").arg(table.model, format), mysqls,
                [](ModelOptions &options) { options.rowFormat.clear(); },
                Text::tr("Leave out the row format"));
    }

    static bool isInnodb(const Table &table)
    {
        return table.options.engine.isEmpty() || isOneOf(table.options.engine, {"InnoDB"});
    }

    /// InnoDB's foreign keys lead to InnoDB's tables; the other engines read them and forget them.
    void lookAtEngines(const Table &table)
    {
        if (!isInnodb(table))
            return;
        for (const Column &column : table.columns) {
            const Table *referred = column.isVirtual() ? nullptr : m_checked.referredBy(column);
            const DialectSet dialects = mysqls & m_checked.constrainedOn(column);
            if (!referred || isInnodb(*referred) || dialects == 0)
                continue;
            add(Code::EngineOrCollationUnsupported, *referred, u"engine"_s,
                Text::tr("%1 is kept by %2, and %3.%4 refers to it: InnoDB refuses that.")
                    .arg(referred->model, referred->options.engine, table.model, column.attribute),
                dialects, [](ModelOptions &options) { options.engine = u"InnoDB"_s; },
                Text::tr("Use InnoDB"));
        }
    }

    void lookAtComments(const Table &table)
    {
        static constexpr int longestOfTable = 2048;
        static constexpr int longestOfColumn = 1024;
        if (table.options.comment.size() > longestOfTable)
            add(Code::SizeNotAllowed, table, u"comment"_s,
                Text::tr("The comment of %1 is longer than MySQL's %2 characters.")
                    .arg(table.model)
                    .arg(longestOfTable),
                mysqls, [](ModelOptions &options) { options.comment.truncate(longestOfTable); },
                Text::tr("Cut it"));
        for (const Column &column : table.columns) {
            if (column.comment.size() <= longestOfColumn)
                continue;
            m_problems.append(
                {.code = Code::SizeNotAllowed,
                 .message = Text::tr("The comment of %1.%2 is longer than MySQL's %3 characters.")
                                .arg(table.model, column.attribute)
                                .arg(longestOfColumn),
                 .place = m_checked.placeOf(table, column, u"comment"_s),
                 .dialects = mysqls,
                 .fixes = fixColumn(Text::tr("Cut it"), m_checked, table, column, [](Attribute &attribute) {
                     attribute.comment.truncate(longestOfColumn);
                 })});
        }
    }

    /// The first number must be one that the column can hold.
    void lookAtStart(const Table &table)
    {
        if (!table.options.initialAutoIncrement)
            return;
        const double start = table.options.initialAutoIncrement->value;
        const auto serial = std::find_if(table.columns.begin(), table.columns.end(),
                                         [](const Column &column) { return column.autoIncrement; });
        double most = 9.2e18;
        if (serial != table.columns.end() && serial->type.name != TypeName::BigInt)
            most = serial->type.isUnsigned ? 4294967295.0 : 2147483647.0;
        if (start >= 0 && start <= most)
            return;
        add(Code::SizeNotAllowed, table, u"initialAutoIncrement"_s,
            Text::tr("%1 cannot count from %2.").arg(table.model, table.options.initialAutoIncrement->text),
            mysqls, [](ModelOptions &options) { options.initialAutoIncrement.reset(); },
            Text::tr("Count from 1"));
    }

    void lookAtCharacters(const Table &table)
    {
        static const QSet<QString> sets{
            u"utf8mb4"_s, u"utf8mb3"_s,  u"utf8"_s,   u"latin1"_s,   u"ascii"_s,  u"binary"_s, u"big5"_s,
            u"dec8"_s,    u"cp850"_s,    u"hp8"_s,    u"koi8r"_s,    u"latin2"_s, u"swe7"_s,   u"ujis"_s,
            u"sjis"_s,    u"hebrew"_s,   u"tis620"_s, u"euckr"_s,    u"koi8u"_s,  u"gb2312"_s, u"greek"_s,
            u"cp1250"_s,  u"gbk"_s,      u"latin5"_s, u"armscii8"_s, u"ucs2"_s,   u"cp866"_s,  u"keybcs2"_s,
            u"macce"_s,   u"macroman"_s, u"cp852"_s,  u"latin7"_s,   u"cp1251"_s, u"utf16"_s,  u"utf16le"_s,
            u"cp1256"_s,  u"cp1257"_s,   u"utf32"_s,  u"geostd8"_s,  u"cp932"_s,  u"eucjpms"_s};
        const QString charset = table.options.charset.toLower();
        const QString collate = table.options.collate.toLower();
        if (!charset.isEmpty() && !sets.contains(charset)) {
            add(Code::EngineOrCollationUnsupported, table, u"charset"_s,
                Text::tr("%1: MySQL has no character set %2.").arg(table.model, charset), mysqls,
                [](ModelOptions &options) { options.charset.clear(); },
                Text::tr("Leave out the character set"));
            return;
        }
        if (collate.isEmpty())
            return;
        const QString of = collate.section(u'_', 0, 0);
        const auto family = [](const QString &name) { return name == u"utf8" ? u"utf8mb3"_s : name; };
        static const QRegularExpression word(u"^\\w+\\z"_s);
        const bool isKnown =
            sets.contains(of) && (collate.contains(u'_') || collate == u"binary") && collate.contains(word);
        if (isKnown && (charset.isEmpty() || family(of) == family(charset)))
            return;
        add(Code::EngineOrCollationUnsupported, table, u"collate"_s,
            isKnown ? Text::tr("%1: the collation %2 is not one of the character set %3.")
                          .arg(table.model, collate, charset)
                    : Text::tr("%1: MySQL has no collation %2.").arg(table.model, collate),
            mysqls, [](ModelOptions &options) { options.collate.clear(); },
            Text::tr("Leave out the collation"));
    }
};

}

void checkTables(const Checked &checked, QList<Problem> &problems)
{
    TableCheck(checked, problems).run();
}

}
