#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Columns as a whole: that each is one column of its own, numbers itself where it can, and exists where it
/// is used.
class ColumnCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            lookForTwins(table);
            lookForSerials(table);
            for (const Column &column : table.columns) {
                lookAtSerial(table, column);
                lookAtVirtual(table, column);
                lookForIndex(table, column);
                lookForCrossing(table, column);
                lookForLoss(table, column);
                lookForWriter(table, column);
                lookForParser(table, column);
            }
        }
    }

private:
    void add(const Finding &finding, const Table &table, const Column &column,
             const QString &option, const QString &message, DialectSet dialects, const QList<Fix> &fixes)
    {
        Check::add(finding, m_checked.placeOf(table, column, option), message, fixes, dialects);
    }

    static QString nameOf(const Table &table, const Column &column)
    {
        return table.model + u'.' + column.attribute;
    }

    /// A quick look that finds most tables in order: few columns, with plain names.
    static bool areDistinct(const Table &table)
    {
        constexpr qsizetype few = 32;
        const auto &columns = table.columns;
        if (columns.size() > few)
            return false;
        for (auto one = columns.begin(); one != columns.end(); ++one) {
            // From the end, where names of one table differ first; a bit makes small letters of ASCII.
            const auto isSame = [&name = one->name](const Column &other) {
                return std::equal(
                    name.crbegin(), name.crend(), other.name.crbegin(), other.name.crend(),
                    [](QChar a, QChar b) { return (a.unicode() | 0x20) == (b.unicode() | 0x20); });
            };
            if (!isPlainName(one->name) || std::any_of(columns.begin(), one, isSame))
                return false;
        }
        return true;
    }

    /// Two attributes in one column: Sequelize makes the later one. By case alone, some databases refuse it.
    void lookForTwins(const Table &table)
    {
        if (areDistinct(table))
            return;
        QHash<QString, const Column *> known;
        for (const Column &column : table.columns) {
            if (column.isVirtual())
                continue;
            const QString key = QString(column.name).remove(u'`').toLower();
            const Column *twin = known.value(key);
            known.insert(key, &column);
            if (!twin)
                continue;
            const bool isSame = twin->name == column.name;
            const QString attribute = column.attribute;
            QString fresh = attribute;
            while (known.contains(fresh.toLower()))
                fresh += u"_2"_s;
            const auto fixes = fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, table, column,
                                         [fresh](Attribute &changed) { changed.field = fresh; });
            if (!isSame) {
                add(Code::ColumnShared, table, column, u"field"_s,
                    Text::tr("%1 and %2 of %3 differ only in case: to SQLite and MySQL they are one column.")
                        .arg(twin->name, column.name, table.model),
                    sqliteBit | mysqls, fixes);
                continue;
            }
            const QString message = Text::tr("%1 and %2 of %3 are one column, %4.")
                                        .arg(twin->attribute, column.attribute, table.model, column.name);
            if (const Column *joinKey = openKey(*twin, column)) {
                const Column &required = joinKey == twin ? column : *twin;
                add(Code::ColumnShared, table, column, u"field"_s,
                    Text::tr(
                        "%1 of %2, which must be given, and the key %3 are one column, %4: a link gives the "
                        "key alone, and is refused.")
                        .arg(required.attribute, table.model, joinKey->attribute, column.name),
                    everyDialect, {nameJoinKey(m_checked, *joinKey, required.attribute)});
                continue;
            }
            const DialectSet failing = unwritable(table, *twin, column) | unfollowed(table, *twin, column);
            if (failing != 0)
                add(Code::ColumnShared, table, column, u"field"_s, message, failing, fixes);
            if (failing != everyDialect)
                add({Code::ColumnShared, Severity::Warning}, table, column, u"field"_s, message,
                    DialectSet(everyDialect & ~failing), fixes);
        }
    }

    /// Of two attributes in one column, the key of a belongsToMany that leaves the other open, which must be
    /// given.
    const Column *openKey(const Column &one, const Column &other) const
    {
        if (m_checked.isJoinKey(one) == m_checked.isJoinKey(other))
            return nullptr;
        const bool isFirst = m_checked.isJoinKey(one);
        return mustBeGiven(isFirst ? other : one) ? &(isFirst ? one : other) : nullptr;
    }

    /// Where Sequelize fails to write an attribute that has a value in each row into the column that another
    /// attribute made.
    DialectSet unwritable(const Table &table, const Column &written, const Column &made) const
    {
        constexpr int digits = 3; // that a number has before long
        const bool isStamp = written.attribute == table.createdAt || written.attribute == table.updatedAt
            || written.attribute == table.version;
        const bool hasDefault = written.defaultValue && !written.defaultValue->isNull();
        const bool isRequired = isStamp || written.primaryKey || !written.isNullable() || hasDefault;
        const Kind from = kindOf(written.type);
        const Kind to = kindOf(made.type);
        if (!isRequired || written.name != made.name)
            return 0;
        if (isStamp && made.references)
            return unlinkable(from, made, to);
        if (isStamp)
            return from == to ? DialectSet(0) : DialectSet(everyDialect & ~sqliteBit);
        if (!made.isNullable() || (made.defaultValue && !made.defaultValue->isNull()))
            return 0; // its own value is what is written
        const auto isNumber = [](Kind kind) {
            return kind == Kind::Integer || kind == Kind::Real || kind == Kind::Decimal;
        };
        if (isNumber(to) && (from == Kind::Text || from == Kind::Uuid || from == Kind::Bytes))
            return mysqls;
        const int room = to == Kind::Text ? roomOf(made.type, false) : -1;
        return isNumber(from) && room >= 0 && room < digits ? DialectSet(everyDialect & ~sqliteBit)
                                                            : DialectSet(0);
    }

    /// Where the time stands in the place of a key: of two values, the later attribute's is written, and
    /// PostgreSQL's type of what links is the timestamp's.
    DialectSet unlinkable(Kind from, const Column &key, Kind to) const
    {
        if (!key.primaryKey && key.isNullable())
            return everyDialect;
        return m_checked.isJoinKey(key) && from != to && to != Kind::Text ? postgresBit : DialectSet(0);
    }

    /// Where nothing finds a row again whose key another attribute has written.
    DialectSet unfollowed(const Table &table, const Column &key, const Column &other) const
    {
        if (!key.primaryKey || other.primaryKey)
            return 0;
        const bool isWritten = !other.isNullable() || (other.defaultValue && !other.defaultValue->isNull());
        const bool isComparable = other.type.name != TypeName::Json;
        const DialectSet unequal = !isComparable && m_checked.isLinked(table) ? postgresBit : DialectSet(0);
        // A column that does not count gives a new row no number.
        const bool isUnnumbered = key.autoIncrement && !other.autoIncrement && m_checked.isLinked(table);
        if (!isWritten)
            return unequal | (isUnnumbered ? mysqls : DialectSet(0));
        const auto &tables = m_checked.schema.tables;
        const auto &associations = m_checked.schema.associations;
        const bool isFollowed = std::any_of(associations.begin(), associations.end(), [&](const auto &a) {
            if (a.refused)
                return false;
            return a.kind == AssociationKind::BelongsToMany
                ? &tables[a.source] == &table || &tables[a.target] == &table
                : &m_checked.referredOf(a) == &table;
        });
        return unequal | (isFollowed ? everyDialect : m_checked.isLinked(table) ? mysqls : DialectSet(0));
    }

    /// A key whose column is called like another attribute: Sequelize takes that one's value for it.
    void lookForCrossing(const Table &table, const Column &column)
    {
        const Column *other =
            column.primaryKey && column.name != column.attribute ? table.column(column.name) : nullptr;
        const bool isStamp =
            other && (other->attribute == table.createdAt || other->attribute == table.updatedAt);
        if (!other || other->name == column.name || (other->isVirtual() && !isStamp))
            return;
        const bool isTaken = isStamp && kindOf(column.type) != kindOf(other->type);
        const DialectSet failing = isTaken && (!column.autoIncrement || m_checked.isLinked(table))
            ? everyDialect
            : column.autoIncrement ? postgresBit
                                   : DialectSet(0);
        if (failing == 0)
            return;
        const QString fresh = column.attribute;
        add(Code::ColumnNamedLikeAttribute, table, column, u"field"_s,
            Text::tr(
                "The column of %1 has the name of another attribute, %2, whose value Sequelize takes for the "
                "key.")
                .arg(table.model + u'.' + column.attribute, other->attribute),
            failing,
            fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, table, column,
                      [fresh](Attribute &changed) { changed.field = fresh; }));
    }

    /// Whether join rows refer to it.
    bool isKeyOfManyToMany(const Table &table, const Column &column) const
    {
        const auto &associations = m_checked.schema.associations;
        return std::any_of(associations.begin(), associations.end(), [&](const auto &a) {
            if (a.refused || a.kind != AssociationKind::BelongsToMany)
                return false;
            return (&m_checked.schema.tables[a.source] == &table && a.sourceKeyColumn == column.name)
                || (&m_checked.schema.tables[a.target] == &table && a.targetKeyColumn == column.name);
        });
    }

    /// On PostgreSQL, what an insert gives back is told apart by the names of columns before those of
    /// attributes: a later attribute's value takes the place of an n:m's key.
    void lookForLoss(const Table &table, const Column &column)
    {
        const Column *other = column.name == column.attribute ? nullptr : table.columnNamed(column.attribute);
        if (!other || other < &column)
            return;
        if (!isKeyOfManyToMany(table, column))
            return;
        const QString fresh = column.attribute + u"_key"_s;
        add(Code::ColumnNamedLikeAttribute, table, column, u"field"_s,
            Text::tr(
                "%1 has the name of the column of %2, whose value takes its place once a row is created.")
                .arg(nameOf(table, column), other->attribute),
            postgresBit,
            fixColumn(Text::tr("Call the column of %1 %2").arg(other->attribute, fresh), m_checked, table,
                      *other, [fresh](Attribute &changed) { changed.field = fresh; }));
    }

    /// Sequelize writes a column by the type of a later attribute that has its name.
    void lookForWriter(const Table &table, const Column &column)
    {
        const Column *other = column.name == column.attribute ? nullptr : table.column(column.name);
        if (!other || other < &column || other->name == column.name || column.isVirtual())
            return;
        const Kind kind = kindOf(column.type);
        const bool isNumber =
            kind == Kind::Integer || kind == Kind::Real || kind == Kind::Decimal || kind == Kind::Boolean;
        if (kindOf(other->type) != Kind::DateTime || !isNumber)
            return;
        const QString fresh = column.attribute + u"_column"_s;
        add({Code::ColumnNamedLikeAttribute, isWritten(column) ? Severity::Error : Severity::Warning}, table, column, u"field"_s,
            Text::tr("The column of %1 has the name of %2, by whose type, %3, Sequelize then writes it.")
                .arg(nameOf(table, column), other->attribute, other->type.text),
            postgresBit | mysqls,
            fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, table, column,
                      [fresh](Attribute &changed) { changed.field = fresh; }));
    }

    static bool isWritten(const Column &column)
    {
        return !column.isNullable() || column.primaryKey || column.references
            || (column.defaultValue && !column.defaultValue->isNull());
    }

    /// On SQLite, Sequelize reads an attribute by the type of the column that has its name.
    void lookForParser(const Table &table, const Column &column)
    {
        const Column *other = column.name == column.attribute ? nullptr : table.columnNamed(column.attribute);
        if (!other || column.isVirtual() || other->isVirtual() || column.attribute == other->attribute)
            return;
        const Kind kind = kindOf(column.type);
        const Kind reader = kindOf(other->type);
        const bool isNumber =
            kind == Kind::Integer || kind == Kind::Real || kind == Kind::Decimal || kind == Kind::Boolean;
        const bool isRead = reader == Kind::DateTime ? !isNumber
            : reader == Kind::Json                   ? isNumber || kind == Kind::Json
                                                     : true;
        if (isRead)
            return;
        const QString fresh = column.attribute + u"_column"_s;
        add({Code::ColumnNamedLikeAttribute, isWritten(column) ? Severity::Error : Severity::Warning}, table, column, u"field"_s,
            Text::tr("%1 has the name of the column of %2, whose type, %3, Sequelize then reads it by.")
                .arg(nameOf(table, column), other->attribute, other->type.text),
            sqliteBit,
            fixColumn(Text::tr("Call the column of %1 %2").arg(other->attribute, fresh), m_checked, table,
                      *other, [fresh](Attribute &changed) { changed.field = fresh; }));
    }

    /// What an association makes a table number besides: MySQL has one such column.
    void lookForSerials(const Table &table)
    {
        int serials = 0;
        const Column *added = nullptr;
        for (const Column &column : table.columns) {
            serials += column.autoIncrement;
            if (column.autoIncrement && column.origin == Origin::ForeignKey)
                added = &column;
        }
        if (serials > 1 && added)
            add(Code::SeveralAutoIncrements, table, *added, u"autoIncrement"_s,
                Text::tr("%1 has %2 attributes with autoIncrement: MySQL allows one.")
                    .arg(table.model)
                    .arg(serials),
                mysqls, noSerial(table, *added));
    }

    QList<Fix> noSerial(const Table &table, const Column &column) const
    {
        return fixColumn(Text::tr("Take away autoIncrement"), m_checked, table, column,
                         [](Attribute &attribute) {
                             attribute.autoIncrement.reset();
                             attribute.autoIncrementIdentity.reset();
                         });
    }

    /// A raw SERIAL is a column that counts up, too.
    void lookAtRawSerial(const Table &table, const Column &column)
    {
        if (column.type.name != TypeName::Raw || rawWord(column.type) != u"serial")
            return;
        const bool isAlone = std::none_of(table.columns.begin(), table.columns.end(),
                                          [](const Column &each) { return each.autoIncrement; });
        if (!isAlone)
            add(Code::AutoIncrementRefused, table, column, u"type"_s,
                Text::tr("%1 is SERIAL, and MySQL counts up one column of a table.")
                    .arg(nameOf(table, column)),
                mysqls,
                fixColumn(Text::tr("Make it BIGINT"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.type = parseType(u"BIGINT"_s).value(); }));
    }

    void lookAtSerial(const Table &table, const Column &column)
    {
        lookAtRawSerial(table, column);
        if (!column.autoIncrement || column.isVirtual())
            return;
        const auto refuse = [&](DialectSet dialects, const QString &message) {
            add(Code::AutoIncrementRefused, table, column, u"autoIncrement"_s,
                message.arg(nameOf(table, column)), dialects, noSerial(table, column));
        };
        const Kind kind = kindOf(column.type);
        static const QStringList wholes{u"INTEGER"_s, u"BIGINT"_s, u"SMALLINT"_s};
        const bool isWhole = column.type.name == TypeName::Raw ? wholes.contains(column.type.text)
                                                               : column.type.isInteger()
                && column.type.name != TypeName::TinyInt && column.type.name != TypeName::MediumInt;
        if (!isWhole)
            refuse(postgresBit,
                   Text::tr("%1 counts up, and on PostgreSQL only INTEGER, BIGINT and SMALLINT do."));
        else if (column.defaultValue && !column.defaultValue->find("$default"_L1))
            refuse(postgresBit, Text::tr("%1 counts up and has a default besides: PostgreSQL refuses it."));
        if (column.references && !column.primaryKey)
            refuse(postgresBit | mysqls, Text::tr("%1 counts up, and refers to what may not be there."));
        lookAtSerialInSqlite(table, column, refuse);
        if (kind != Kind::Integer && kind != Kind::Real && kind != Kind::Boolean)
            refuse(mysqls, Text::tr("%1 counts up, and on MySQL only numbers do."));
        else if (column.defaultValue && !column.defaultValue->isNull()
                 && !column.defaultValue->find("$default"_L1))
            refuse(mysqls, Text::tr("%1 counts up and has a default besides: MySQL refuses it."));
        else if (!isFirstOfKey(table, column))
            refuse(mysqls,
                   Text::tr("%1 counts up, and on MySQL it must be the first column of a key to do so."));
    }

    template <typename Refuse>
    void lookAtSerialInSqlite(const Table &table, const Column &column, const Refuse &refuse)
    {
        const auto key = table.primaryKey();
        const bool isKey = column.primaryKey && key.size() == 1;
        if (isKey) {
            const QString clause = sqliteDialect.columnClause({table, column});
            if (!clause.startsWith("INTEGER PRIMARY KEY"_L1))
                refuse(sqliteBit, Text::tr("%1 counts up, and on SQLite only an INTEGER does."));
        } else if ((column.allowNull == false || column.primaryKey)
                   && (!column.defaultValue || column.defaultValue->isNull()))
        {
            refuse(
                sqliteBit,
                Text::tr("%1 must have a value, and SQLite counts up only what is the primary key alone."));
        }
    }

    /// MySQL makes a key for a foreign key that finds none.
    bool isFirstOfKey(const Table &table, const Column &column) const
    {
        const auto key = table.primaryKey();
        if ((!key.isEmpty() && key[0] == &column) || (column.references && !m_checked.isCircular))
            return true;
        return std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(),
                           [&](const UniqueKey &unique) { return unique.columns.value(0) == column.name; });
    }

    /// A VIRTUAL attribute makes no column that a key could hold.
    void lookAtVirtual(const Table &table, const Column &column)
    {
        if (column.type.name != TypeName::Virtual)
            return;
        lookForDependencies(table, column);
        const bool isUnique = column.unique->isObject || !column.unique->name.isEmpty();
        const bool isRequired = column.allowNull == false && !column.defaultValue;
        const bool isLinked = m_checked.isLinked(table);
        const bool isKey = column.primaryKey && (table.primaryKey().size() == 1 || isLinked);
        // Rows without a key can be written and read.
        const bool isLoose = isKey && !isLinked && !isUnique;
        const QString role = isKey           ? Text::tr("the primary key")
            : isUnique                       ? Text::tr("in a unique constraint")
            : !column.associations.isEmpty() ? Text::tr("a foreign key")
                                             : QString();
        if (!role.isEmpty()) {
            add({Code::VirtualKey, isLoose ? Severity::Warning : Severity::Error}, table, column, u"type"_s,
                Text::tr("%1 is VIRTUAL, which makes no column, and is %2.").arg(nameOf(table, column), role),
                everyDialect,
                fixColumn(Text::tr("Make it STRING"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.type = parseType(u"STRING"_s).value(); }));
        } else if (isRequired) {
            add({Code::VirtualKey, Severity::Warning}, table, column, u"allowNull"_s,
                Text::tr("%1 is VIRTUAL and must not be NULL: each row has to be given a value that is not "
                         "stored.")
                    .arg(nameOf(table, column)),
                everyDialect,
                fixColumn(Text::tr("Let it be NULL"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.allowNull.reset(); }));
        }
    }

    /// Each query that selects a VIRTUAL attribute selects what it is made of.
    void lookForDependencies(const Table &table, const Column &column)
    {
        for (const QString &name : column.type.dependencies) {
            const Column *source = table.column(name);
            if (source || table.columnNamed(name))
                continue;
            add(Code::VirtualOfUnknown, table, column, u"type"_s,
                Text::tr("%1 is made of %2, which %3 does not have: every query of it fails.")
                    .arg(nameOf(table, column), name, table.model),
                everyDialect,
                fixColumn(Text::tr("Make it VIRTUAL"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.type = parseType(u"VIRTUAL"_s).value(); }));
        }
    }

    /// What databases cannot put into a primary key, a unique constraint or a plain index.
    void lookForIndex(const Table &table, const Column &column)
    {
        if (column.isVirtual())
            return;
        const TypeName type = column.type.name;
        const Kind kind = kindOf(column.type);
        const bool isCounted = column.primaryKey && table.primaryKey().size() == 1 && kind != Kind::Integer
            && kind != Kind::Boolean && kind != Kind::Other
            && sqliteDialect.columnClause({table, column}).startsWith("INTEGER PRIMARY KEY"_L1);
        if (isCounted)
            add({Code::KeyOfUnusableType, column.autoIncrement ? Severity::Warning : Severity::Error}, table, column,
                u"type"_s,
                Text::tr("%1 is %2, of which SQLite makes a key that holds only numbers.")
                    .arg(nameOf(table, column), column.type.text),
                sqliteBit, asString(table, column));
        if (column.primaryKey && kind == Kind::Range && table.primaryKey().size() == 1)
            add({Code::KeyOfUnusableType, m_checked.isLinkedToItself(table) ? Severity::Error : Severity::Warning}, table,
                column, u"type"_s,
                Text::tr("%1 is a RANGE: SQLite keeps nothing of such a key that tells two rows apart.")
                    .arg(nameOf(table, column)),
                sqliteBit, asString(table, column));
        if (column.primaryKey && kind == Kind::Range && m_checked.isLinked(table))
            add(Code::KeyOfUnusableType, table, column, u"type"_s,
                Text::tr("%1 is a RANGE: Sequelize finds no row by such a key.").arg(nameOf(table, column)),
                isKeyOfManyToMany(table, column) ? DialectSet(postgresBit | sqliteBit)
                                                 : DialectSet(postgresBit),
                asString(table, column));
        if (column.primaryKey && column.type.isJson() && table.paranoid && m_checked.isLinked(table))
            add(Code::KeyOfUnusableType, table, column, u"type"_s,
                Text::tr("%1 is %2: Sequelize reads such a key as a condition, and deletes no row of a "
                         "paranoid model.")
                    .arg(nameOf(table, column), column.type.text),
                sqliteBit | postgresBit, asString(table, column));
        if (column.primaryKey && kind == Kind::Array && !isCounted && m_checked.isLinked(table))
            add(Code::KeyOfUnusableType, table, column, u"type"_s,
                Text::tr("%1 is %2: on SQLite Sequelize does not find a row by a key that is a list.")
                    .arg(nameOf(table, column), column.type.text),
                sqliteBit, asString(table, column));
        const bool isLong = type == TypeName::Text || type == TypeName::Blob || column.type.isJson()
            || (type == TypeName::Geometry && column.type.size.isEmpty());
        const bool isUnique =
            std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(),
                        [&](const UniqueKey &unique) { return unique.columns.contains(column.name); });
        if (isLong && column.primaryKey)
            add(Code::KeyOfUnusableType, table, column, u"primaryKey"_s,
                Text::tr("%1 is %2, which cannot be a primary key on MySQL.")
                    .arg(nameOf(table, column), column.type.text),
                mysqls, asString(table, column));
        else if (isLong && isUnique)
            add({Code::KeyOfUnusableType, Severity::Warning}, table, column, u"unique"_s,
                Text::tr("%1 is %2: MariaDB can keep it unique, MySQL cannot.")
                    .arg(nameOf(table, column), column.type.text),
                mysqlBit, asString(table, column));
        const bool isPlainJson = type == TypeName::Json
            || (type == TypeName::Raw
                && QStringList{u"json"_s, u"xml"_s, u"point"_s, u"box"_s}.contains(rawWord(column.type)));
        if (isPlainJson && (column.primaryKey || isUnique))
            add(Code::KeyOfUnusableType, table, column, u"type"_s,
                Text::tr("%1 is %2, and PostgreSQL makes no key of that type.")
                    .arg(nameOf(table, column), column.type.text),
                postgresBit,
                fixColumn(Text::tr("Make it JSONB"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.type = parseType(u"JSONB"_s).value(); }));
    }

    QList<Fix> asString(const Table &table, const Column &column) const
    {
        return fixColumn(Text::tr("Make it STRING"), m_checked, table, column,
                         [](Attribute &attribute) { attribute.type = parseType(u"STRING"_s).value(); });
    }
};

}

void checkColumns(const Checked &checked, QList<Problem> &problems)
{
    ColumnCheck(checked, problems).run();
}

}
