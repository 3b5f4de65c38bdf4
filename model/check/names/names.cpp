#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr int mysqlLimit = 64; // characters

/// Names of tables, columns and indexes: too long, the same after cutting, or with characters that do not
/// last.
class NameCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            lookAtTable(table);
            lookAtColumns(table);
            for (const TableIndex &index : table.indexes)
                lookAtIndex(table, index);
            lookAtUniques(table);
            if (table.model != table.name.value)
                lookAtPlanes({[&table] { return Text::tr("The model %1").arg(table.model); }, table.model,
                              m_checked.placeOf(table, u"name"_s),
                              [](const QString &) { return QList<Fix>(); }});
        }
    }

private:
    struct Named
    {
        std::function<QString()> what; ///< "The table Users"
        QString name;
        Place place;
        std::function<QList<Fix>(const QString &)> rename;
    };

    void add(const Finding &finding, const Named &named, const QString &message,
             DialectSet dialects, const QString &fresh)
    {
        Check::add(finding, named.place, message, named.rename(fresh), dialects);
    }

    static QString shortened(const QString &name)
    {
        QString text = name.left(40);
        while (text.toUtf8().size() > 40)
            text.chop(1);
        return text;
    }

    /// `consequence` is what follows where PostgreSQL cuts the name.
    void lookAtLength(const Named &named, Severity whereCut, const QString &consequence)
    {
        if (named.name.size() > mysqlLimit)
            add(Code::NameTooLong, named,
                Text::tr("%1 has %2 characters, and MySQL allows %3.")
                    .arg(named.what())
                    .arg(named.name.size())
                    .arg(mysqlLimit),
                mysqls, shortened(named.name));
        if (named.name.size() > postgresDialect.identifierLimit / 3
            && QString(named.name).remove(u'"').toUtf8().size() > postgresDialect.identifierLimit)
            add({Code::NameTooLong, whereCut}, named,
                Text::tr("%1 has more than %2 bytes: PostgreSQL cuts its name, and %3.")
                    .arg(named.what())
                    .arg(postgresDialect.identifierLimit)
                    .arg(consequence),
                postgresBit, shortened(named.name));
    }

    static QString withoutNul(const QString &name)
    {
        const QString rest = QString(name).remove(QChar::Null);
        return rest.isEmpty() ? u"unnamed"_s : rest;
    }

    /// A name that Sequelize's quoting strips to another, or to nothing.
    void lookAtCharacters(const Named &named)
    {
        for (const Dialect *dialect : dialects()) {
            const QChar quote = dialect->quote;
            if (!named.name.contains(quote))
                continue;
            const QString bare = QString(named.name).remove(quote);
            // SQLite has a column without a name.
            const bool isNothing = bare.isEmpty() && dialect->bit != sqliteBit;
            add({Code::CharactersUnusable, isNothing ? Severity::Error : Severity::Warning}, named,
                Text::tr("%1 contains %2, which Sequelize takes out when it quotes the name.")
                    .arg(named.what(), QString(quote)),
                dialect->bit, bare.isEmpty() ? u"unnamed"_s : bare);
        }
        if (std::any_of(named.name.begin(), named.name.end(), [](QChar c) { return c.isSurrogate(); }))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has a character that MySQL takes in no name.").arg(named.what()), mysqls,
                u"unnamed"_s);
        if (named.name.isEmpty())
            add(Code::CharactersUnusable, named, Text::tr("%1 has no name.").arg(named.what()),
                everyDialect & ~sqliteBit, u"unnamed"_s);
        if (named.name.contains(QChar::Null))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has a NUL character, where a name ends for every database.").arg(named.what()),
                everyDialect, withoutNul(named.name));
        lookAtPlanes(named);
        lookAtEnd(named);
    }

    /// Behind the name as it comes to MySQL, which takes it with white space nowhere.
    void lookAtEnd(const Named &named)
    {
        static const QRegularExpression spaces(u"[ \\t\\n\\v\\f\\r]+\\z"_s);
        const QString bare = QString(named.name).remove(mysqlDialect.quote);
        const QString kept = QString(bare).remove(spaces);
        if (kept != bare)
            add(Code::CharactersUnusable, named,
                Text::tr("%1 ends in white space, which MySQL refuses.").arg(named.what()), mysqls,
                kept.isEmpty() ? u"unnamed"_s : kept);
    }

    /// MySQL's identifiers are of the Basic Multilingual Plane ("Schema Object Names").
    void lookAtPlanes(const Named &named)
    {
        const QString bare = basicName(named.name);
        if (bare == named.name)
            return;
        add(Code::CharactersUnusable, named,
            Text::tr("%1 has a character beyond U+FFFF, which MySQL takes into no name.").arg(named.what()),
            mysqls, bare.isEmpty() ? u"unnamed"_s : bare);
    }

    void lookAtPrefix(const Named &named)
    {
        static const QString prefix = u"sqlite_"_s;
        if (!named.name.startsWith(prefix, Qt::CaseInsensitive))
            return;
        const QString rest = named.name.mid(prefix.size());
        add(Code::CharactersUnusable, named,
            Text::tr("%1 begins with %2: SQLite keeps such names for itself.").arg(named.what(), prefix),
            sqliteBit, rest.isEmpty() ? u"unnamed"_s : rest);
    }

    void lookAtTwin(const Named &named, QHash<QString, QString> &known)
    {
        const QString key = keptName(named.name, postgresDialect);
        const QString other = known.value(key);
        if (!other.isNull() && other != named.name)
            add(Code::NamesEqualWhenCut, named,
                Text::tr("%1 and %2 are one name to PostgreSQL, which cuts both.").arg(named.what(), other),
                postgresBit, shortened(named.name) + u'_' + QString::number(known.size()));
        known.insert(key, named.name);
    }

    void lookAtTable(const Table &table)
    {
        Named named{[&table] { return Text::tr("The table %1").arg(table.name.value); }, table.name.value,
                    m_checked.placeOf(table, u"tableName"_s),
                    [this, &table](const QString &fresh) { return renameTable(table, fresh); }};
        lookAtCharacters(named);
        lookForApostrophe(named, table);
        lookForBreak(named, table);
        lookForDot(named, table);
        lookAtPrefix(named);
        lookAtTwin(named, m_relations[table.schema]);
        if (!table.schema.isEmpty()) {
            Named inMysql = named;
            inMysql.name = physicalName(table, mysqlDialect);
            lookAtPlanes({named.what, table.schema, m_checked.placeOf(table, u"schema"_s),
                          [](const QString &) { return QList<Fix>(); }});
            if (inMysql.name.size() > mysqlLimit && named.name.size() <= mysqlLimit)
                add(Code::NameTooLong, inMysql,
                    Text::tr("%1, with its schema, has more than %2 characters on MySQL.")
                        .arg(named.what())
                        .arg(mysqlLimit),
                    mysqlBit, shortened(named.name));
        }
        lookAtLength(named, Severity::Hint, Text::tr("SQL of your own must use the short one"));
        lookAtConstraints(named, table);
    }

    /// Sequelize pastes the name into its query for the table's indexes.
    void lookForApostrophe(const Named &named, const Table &table)
    {
        if (table.name.value.contains(u'\''))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has an apostrophe in its name: Sequelize fails to sync it on PostgreSQL.")
                    .arg(named.what()),
                postgresBit, QString(named.name).remove(u'\''));
        else if (table.schema.contains(u'\'') && !table.isAutomatic())
            m_problems.append(
                {.code = Code::CharactersUnusable,
                 .message = Text::tr("The schema %1 of %2 has an apostrophe in its name: Sequelize "
                                     "fails to sync it on PostgreSQL.")
                                .arg(table.schema, table.model),
                 .place = m_checked.placeOf(table, u"schema"_s),
                 .dialects = postgresBit,
                 .fixes = {fixOptions(Text::tr("Take it out"), table.declaredBy,
                                      [](ModelOptions &options) { options.schema.remove(u'\''); })}});
    }

    /// Sequelize reads the definitions of a table's indexes with an expression that ends with the line.
    void lookForBreak(const Named &named, const Table &table)
    {
        if (hasLineBreak(table.name.value))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has a line break in its name: Sequelize fails to sync it on PostgreSQL.")
                    .arg(named.what()),
                postgresBit, withoutLineBreaks(table.name.value));
        else if (hasLineBreak(table.schema) && !table.isAutomatic())
            m_problems.append(
                {.code = Code::CharactersUnusable,
                 .message = Text::tr("The schema %1 of %2 has a line break in its name: Sequelize "
                                     "fails to sync it on PostgreSQL.")
                                .arg(table.schema, table.model),
                 .place = m_checked.placeOf(table, u"schema"_s),
                 .dialects = postgresBit,
                 .fixes = {fixOptions(Text::tr("Take it out"), table.declaredBy, [](ModelOptions &options) {
                     options.schema = withoutLineBreaks(options.schema);
                 })}});
    }

    /// Without a schema, Sequelize takes what stands before a dot for one when it makes an index.
    void lookForDot(const Named &named, const Table &table)
    {
        if (table.schema.isEmpty() && !table.indexes.isEmpty() && table.name.value.contains(u'.'))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has a dot in its name: Sequelize looks elsewhere for it when it makes an index.")
                    .arg(named.what()),
                everyDialect, QString(table.name.value).replace(u'.', u'_'));
    }

    /// MariaDB numbers a table's foreign keys: Users_ibfk_1. It cuts the names of those that come by ALTER.
    void lookAtConstraints(const Named &named, const Table &table)
    {
        const auto constrained =
            std::count_if(table.columns.begin(), table.columns.end(), [&](const Column &each) {
                return each.references && !each.isVirtual() && m_checked.constrainedOn(each) == everyDialect;
            });
        const QString last = u"_ibfk_"_s + QString::number(constrained);
        if (constrained == 0 || named.name.size() > mysqlLimit
            || named.name.size() + last.size() <= mysqlLimit)
            return;
        add({Code::NameTooLong, m_checked.isCircular ? Severity::Warning : Severity::Error}, named,
            Text::tr("%1 has %2 characters: with %3, as MariaDB calls its foreign key, it has more than %4.")
                .arg(named.what())
                .arg(named.name.size())
                .arg(last)
                .arg(mysqlLimit),
            mysqls, shortened(named.name));
    }

    QList<Fix> renameTable(const Table &table, const QString &fresh) const
    {
        if (table.isAutomatic())
            return {fixThrough(Text::tr("Call the through %1").arg(fresh), table.model, fresh)};
        return {fixOptions(Text::tr("Call the table %1").arg(fresh), table.declaredBy,
                           [fresh](ModelOptions &options) { options.tableName = fresh; })};
    }

    void lookAtColumns(const Table &table)
    {
        const bool arePlain =
            std::all_of(table.columns.begin(), table.columns.end(), [](const Column &column) {
                return isPlainName(column.name) && isPlainName(column.attribute) && !isTaken(column.name);
            });
        if (arePlain)
            return;
        m_columns.clear();
        for (const Column &column : table.columns) {
            if (!column.isVirtual())
                lookAtColumn(table, column);
        }
    }

    /// Columns that each table of PostgreSQL has.
    static bool isTaken(const QString &name)
    {
        static constexpr std::array taken{"tableoid"_L1, "xmin"_L1, "cmin"_L1,
                                          "xmax"_L1,     "cmax"_L1, "ctid"_L1};
        return std::any_of(taken.begin(), taken.end(), [&](auto each) { return name == each; });
    }

    void lookAtColumn(const Table &table, const Column &column)
    {
        const Named named{
            [&table, &column] { return Text::tr("The column %1 of %2").arg(column.name, table.model); },
            column.name, m_checked.placeOf(table, column, u"field"_s),
            [this, &table, &column](const QString &fresh) {
                return fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, table, column,
                                 [fresh](Attribute &attribute) {
                                     // MySQL takes such a name nowhere, not even in a query.
                                     (basicName(attribute.name) != attribute.name ? attribute.name
                                                                                  : attribute.field) = fresh;
                                 });
            }};
        // The second pass does not find such a column, and adds it again.
        lookAtLength(named, m_checked.isCircular ? Severity::Error : Severity::Hint,
                     m_checked.isCircular ? Text::tr("sync() does not find the column again and fails")
                                          : Text::tr("SQL of your own must use the short one"));
        lookAtCharacters(named);
        const bool isEnum = column.type.name == TypeName::Enum
            || (column.type.name == TypeName::Array && column.type.element.value(0).name == TypeName::Enum);
        if (isEnum && column.name.contains(u'\''))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has an apostrophe in its name, and with it PostgreSQL's type for its ENUM.")
                    .arg(named.what()),
                postgresBit, QString(column.name).remove(u'\''));
        // The second pass looks for the name as it was written, and adds the column again.
        for (const Dialect *dialect : dialects()) {
            if (m_checked.isCircular && dialect->defersForeignKeys && column.name.contains(dialect->quote))
                add(Code::CharactersUnusable, named,
                    Text::tr("%1 contains %2, and tables refer to each other in a circle: Sequelize adds the "
                             "column "
                             "twice.")
                        .arg(named.what(), QString(dialect->quote)),
                    dialect->bit, QString(column.name).remove(dialect->quote));
        }
        lookAtTwin(named, m_columns);
        if (isTaken(keptName(named.name, postgresDialect)))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has the name of a column that each table of PostgreSQL has.").arg(named.what()),
                postgresBit, column.name + u"_value"_s);
        if (column.attribute != column.name)
            lookAtPlanes({[&table, &column] { return table.model + u'.' + column.attribute; },
                          column.attribute, m_checked.placeOf(table, column, u"name"_s),
                          [](const QString &) { return QList<Fix>(); }});
    }

    void lookAtIndex(const Table &table, const TableIndex &index)
    {
        const Named named{
            [&table, &index] { return Text::tr("The index %1 of %2").arg(index.name, table.model); },
            index.name,
            {.model = table.declaredBy, .index = index.declared.id, .option = u"name"_s},
            [&table, &index](const QString &fresh) {
                return QList<Fix>{fixIndex(Text::tr("Call the index %1").arg(fresh), table.declaredBy,
                                           index.declared.id,
                                           [fresh](Index &changed) { changed.name = fresh; })};
            }};
        lookAtLength(named, Severity::Warning, Text::tr("a second sync() does not find it again and fails"));
        lookAtCharacters(named);
        lookAtPrefix(named);
        if (index.name.contains(u'.'))
            add(Code::CharactersUnusable, named,
                Text::tr("%1 has a dot in its name, which Sequelize takes for a path.").arg(named.what()),
                everyDialect, QString(index.name).replace(u'.', u'_'));
        lookAtTwin(named, m_relations[table.schema]);
    }

    /// Names of constraints, which only MySQL is told. Those of throughs: NM08.
    void lookAtUniques(const Table &table)
    {
        for (const UniqueKey &unique : table.uniqueKeys) {
            const Column *column = table.columnNamed(unique.columns.value(0));
            if (!column || column->declaredBy.isNull())
                continue;
            const Named named{
                [&] { return Text::tr("The unique constraint %1 of %2").arg(unique.name, table.model); },
                unique.name, m_checked.placeOf(table, *column, u"unique"_s),
                [&](const QString &fresh) {
                    return fixColumn(
                        Text::tr("Call it %1").arg(fresh), m_checked, table, *column,
                        [fresh](Attribute &attribute) { attribute.unique = Unique{.name = fresh}; });
                }};
            if (unique.isInline)
                continue;
            lookAtPlanes(named);
            lookAtEnd(named);
            if (QString(unique.name).remove(mysqlDialect.quote).isEmpty())
                add(Code::CharactersUnusable, named, Text::tr("%1 has no name.").arg(named.what()), mysqls,
                    column->name + u"_key"_s);
            else if (unique.name.size() > mysqlLimit)
                add(Code::NameTooLong, named,
                    Text::tr("%1 has %2 characters, and MySQL allows %3.")
                        .arg(named.what())
                        .arg(unique.name.size())
                        .arg(mysqlLimit),
                    mysqls, shortened(unique.name));
        }
    }

    QHash<QString, QHash<QString, QString>> m_relations; ///< by schema: tables and indexes share their names
    QHash<QString, QString> m_columns;
};

}

void checkNames(const Checked &checked, QList<Problem> &problems)
{
    NameCheck(checked, problems).run();
}

}
