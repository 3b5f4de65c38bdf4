#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The character set of a table, which its collation may name.
QString charsetOf(const Table &table)
{
    const ModelOptions &options = table.options;
    const QString charset = options.charset.isEmpty() ? options.collate.section(u'_', 0, 0) : options.charset;
    return charset.isEmpty() ? u"utf8mb4"_s : charset;
}

/// Two columns whose texts are equal here can be a foreign key and its key in InnoDB: sizes and signs of
/// numbers, character sets of texts; lengths of texts do not count.
QString innodbShape(const Table &table, const Column &column)
{
    const Type &type = column.type;
    const bool isUnsigned = type.isUnsigned || type.zerofill
        || (type.name == TypeName::Raw
            && (type.text.contains("unsigned"_L1, Qt::CaseInsensitive) || rawWord(type) == u"serial"));
    const QString characters = charsetOf(table) + u'/' + table.options.collate;
    switch (kindOf(type)) {
    case Kind::Integer:
    case Kind::Boolean: return u"int%1%2"_s.arg(integerBytes(type)).arg(isUnsigned ? u"u"_s : QString());
    case Kind::Date: return u"date"_s;
    case Kind::Real: return type.name == TypeName::Float ? u"float"_s : u"double"_s;
    case Kind::Enum: return type.values.size() > 255 ? u"enum2"_s : u"enum1"_s;
    case Kind::Text: return u"text "_s + characters;
    case Kind::Uuid: return u"text binary "_s + charsetOf(table);
    case Kind::Bytes: return type.name == TypeName::Blob ? u"bytes"_s : u"text binary "_s + charsetOf(table);
    default: return u"bytes"_s;
    }
}

/// How a table's texts are compared, as its options say.
QString collationOf(const Table &table)
{
    if (!table.options.collate.isEmpty())
        return table.options.collate;
    return table.options.charset.isEmpty() ? Text::tr("the collation of the database")
                                           : Text::tr("the collation of %1").arg(table.options.charset);
}

bool fitsInnodb(const Table &table, const Column &column, const Table &referred, const Column &key)
{
    const auto isLong = [](const Column &each) {
        const TypeName name = each.type.name;
        return name == TypeName::Text || name == TypeName::Blob || each.type.isJson()
            || name == TypeName::Geometry;
    };
    if (isLong(column) || isLong(key))
        return false;
    const bool isSame = column.type == key.type && table.options.charset == referred.options.charset
        && table.options.collate == referred.options.collate;
    return isSame || innodbShape(table, column) == innodbShape(referred, key);
}

Type elementOf(const Type &type)
{
    return type.element.isEmpty() ? Type() : type.element[0];
}

/// Whether PostgreSQL finds an operator that compares the two, or turns the one into the other by itself.
bool fitsPostgres(const Column &column, const Column &key)
{
    const Kind from = kindOf(column.type);
    const Kind to = kindOf(key.type);
    switch (to) {
    case Kind::Integer: return from == Kind::Integer;
    case Kind::Decimal: return from == Kind::Integer || from == Kind::Decimal;
    case Kind::Real: return from == Kind::Integer || from == Kind::Decimal || from == Kind::Real;
    case Kind::DateTime:
    case Kind::Date: return from == Kind::DateTime || from == Kind::Date;
    case Kind::Enum: return false; // each column has an enum type of its own
    case Kind::Array:
        return from == Kind::Array && elementOf(column.type) == elementOf(key.type)
            && elementOf(key.type).name != TypeName::Enum;
    case Kind::Range: return from == Kind::Range && elementOf(column.type) == elementOf(key.type);
    case Kind::Json: return from == Kind::Json && column.type.name == key.type.name;
    case Kind::Network:
        return from == Kind::Network
            && (column.type.name == TypeName::MacAddr) == (key.type.name == TypeName::MacAddr);
    case Kind::Other: return true; // nothing is known of it
    default: return from == to;
    }
}

bool isNumber(Kind kind)
{
    return kind == Kind::Integer || kind == Kind::Real || kind == Kind::Decimal || kind == Kind::Boolean;
}

/// Whether Sequelize writes a key's value into a column of this type at all.
bool takes(const Type &column, const Type &key)
{
    const Kind to = kindOf(key);
    if (column.name == TypeName::Array)
        return to == Kind::Array || to == Kind::Range || key.name == TypeName::Blob;
    if (kindOf(column) == Kind::Shape)
        return to == Kind::Shape;
    return !column.isText() || !(key.name == TypeName::Date || key.isJson() || to == Kind::Range);
}

/// Whether SQLite finds equal what Sequelize writes into the two: it knows no types, but how a value was
/// written.
bool fitsSqlite(const Type &column, const Type &key)
{
    const Kind from = kindOf(column);
    const Kind to = kindOf(key);
    if (!takes(column, key) || to == Kind::Pairs)
        return false;
    if (from == to || to == Kind::Array)
        return true;
    if (column.name == TypeName::Date || column.name == TypeName::DateOnly || column.name == TypeName::Blob)
        return false;
    if (column.isJson())
        return isNumber(to) && to != Kind::Boolean;
    if (from == Kind::Real)
        return isNumber(to);
    const bool isTextual = from == Kind::Text || from == Kind::Bytes || from == Kind::Enum;
    const bool isExact = from == Kind::Integer || from == Kind::Decimal;
    if (key.name == TypeName::Date || key.isJson())
        return column.name == TypeName::Raw;
    if (to == Kind::Real)
        return !isTextual;
    if (to == Kind::Range)
        return !isExact;
    return key.name != TypeName::Blob || !isExact;
}

class TypeOfKeyCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (!a.refused && !a.replaced)
                lookAtKeys(a);
        }
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns) {
                const Table *referred = column.isVirtual() ? nullptr : m_checked.referredBy(column);
                if (!referred)
                    continue;
                const QString name = column.references->column;
                // Of two attributes with one column, the later makes it.
                const Column *key = referred->lastNamed(name.isEmpty() ? u"id"_s : name);
                if (key && !key->type.isMissing() && !column.type.isMissing())
                    look(table, column, *referred, *key);
            }
        }
        reportUnconstrained();
    }

private:
    void look(const Table &table, const Column &column, const Table &referred, const Column &key)
    {
        DialectSet refusing = 0;
        if (!fitsPostgres(column, key))
            refusing |= postgresBit;
        if (!fitsInnodb(table, column, referred, key))
            refusing |= mysqls;
        refusing &= m_checked.constrainedOn(column);
        if ((refusing & mysqls) != 0 && fitsInnodb(referred, column, referred, key)) {
            reportCollations(table, column, referred, key, refusing & mysqls);
            refusing &= ~mysqls;
        }
        const Type type = key.type;
        const bool isRowId = column.primaryKey && table.primaryKey().size() == 1 && column.type.isInteger();
        const bool isMissed = !fitsSqlite(column.type, type)
            || (isRowId && !isNumber(kindOf(type)) && kindOf(type) != Kind::Other);
        const bool isOfOtherKind = kindOf(column.type) != kindOf(type);
        if (refusing == 0 && !isMissed && !isOfOtherKind)
            return;
        const Code code = m_checked.isJoinKey(column) ? Code::JoinKeyOfOtherType : Code::ForeignKeyOfOtherType;
        const QString message = Text::tr("%1 is %2, but refers to %3, which is %4: %5.")
                                    .arg(table.model + u'.' + column.attribute, column.type.text,
                                         referred.model + u'.' + key.attribute, key.type.text);
        // A key that Sequelize adds by itself has the type that it has.
        const auto fixes = column.origin == Origin::Id
            ? QList<Fix>()
            : fixColumn(Text::tr("Make it %1").arg(type.text), m_checked, table, column,
                        [type](Attribute &attribute) { attribute.type = type; });
        const Place place = m_checked.placeOf(table, column, u"type"_s);
        if (refusing != 0)
            m_problems.append({.code = code,
                               .message = message.arg(Text::tr("the foreign key is refused")),
                               .place = place,
                               .dialects = refusing,
                               .fixes = isPossible(type) ? fixes : QList<Fix>()});
        if (isMissed || isOfOtherKind)
            m_problems.append(
                {.severity = isMissed ? Severity::Error : Severity::Warning,
                 .code = code,
                 .message = message.arg(
                     isMissed ? Text::tr("SQLite does not find the rows that belong together")
                              : Text::tr("SQLite allows it, but may miss rows that belong together")),
                 .place = place,
                 .dialects = sqliteBit,
                 .fixes = fixes});
    }

    /// The types fit, and the tables do not.
    void reportCollations(const Table &table, const Column &column, const Table &referred, const Column &key,
                          DialectSet dialects)
    {
        const ModelOptions &options = referred.options;
        const auto fixes = table.isAutomatic()
            ? QList<Fix>()
            : QList<Fix>{fixOptions(
                Text::tr("Give %1 the collation of %2").arg(table.model, referred.model), table.declaredBy,
                [charset = options.charset, collate = options.collate](ModelOptions &changed) {
                    changed.charset = charset;
                    changed.collate = collate;
                })};
        m_problems.append(
            {.code = m_checked.isJoinKey(column) ? Code::JoinKeyOfOtherType : Code::ForeignKeyOfOtherType,
             .message =
                 Text::tr("%1.%2 (%3) refers to %4.%5 (%6): MySQL refuses a foreign key between texts of "
                          "different collations.")
                     .arg(table.model, column.attribute, collationOf(table), referred.model, key.attribute,
                          collationOf(referred)),
             .place = m_checked.placeOf(table, column, u"type"_s),
             .dialects = dialects,
             .fixes = fixes});
    }

    void lookAtKeys(const ResolvedAssociation &a)
    {
        if (a.kind != AssociationKind::BelongsToMany) {
            const QString &key = (a.kind == AssociationKind::BelongsTo ? a.targetKey : a.sourceKey).value;
            lookAtUnconstrained(Code::ForeignKeyOfOtherType, m_checked.holderOf(a), a.foreignKey.value, m_checked.referredOf(a),
                                key);
            return;
        }
        const auto &tables = m_checked.schema.tables;
        lookAtUnconstrained(Code::JoinKeyOfOtherType, tables[a.through], a.foreignKey.value, tables[a.source],
                            a.sourceKey.value);
        lookAtUnconstrained(Code::JoinKeyOfOtherType, tables[a.through], a.otherKey.value, tables[a.target],
                            a.targetKey.value);
        lookAtNumber(tables[a.through], a.otherKey.value, tables[a.target], a.targetKey.value);
    }

    /// add() compares the keys of links that are there with ===, which finds no number in a text.
    void lookAtNumber(const Table &through, const QString &otherKey, const Table &target,
                      const QString &targetKey)
    {
        const Column *column = through.column(otherKey);
        const Column *key = target.column(targetKey);
        if (!column || !key || !isNumber(kindOf(key->type))
            || !(column->primaryKey || column->unique->isGiven())
            || !faultOnMysql(column->type, key->type).isEmpty())
            return;
        const Kind kind = kindOf(column->type);
        const DialectSet texts = kind == Kind::Text ? mysqls | sqliteBit : kind == Kind::Uuid ? mysqls : 0;
        const DialectSet dialects = texts & ~(column->references ? m_checked.constrainedOn(*column) : 0);
        if (dialects != 0)
            addUnconstrained(
                {Code::JoinKeyOfOtherType, &through, column, dialects,
                 Text::tr("Sequelize does not find a link that is there, and adding it again is refused")},
                {target.model + u'.' + key->attribute, key->type, &model::columnMade(target, *key) == key});
    }

    /// Where no constraint is made, the values must still go where they are kept, and be compared.
    void lookAtUnconstrained(Code code, const Table &holder, const QString &foreignKey,
                             const Table &referred, const QString &referredKey)
    {
        const Column *column = holder.column(foreignKey);
        const Column *key = referred.column(referredKey);
        if (!column || !key || column->isVirtual() || key->isVirtual())
            return;
        if (foreignKey == holder.createdAt || foreignKey == holder.updatedAt)
            return; // Sequelize writes the time over it
        const Column &made = model::columnMade(referred, *key);
        const DialectSet constrained = column->references ? m_checked.constrainedOn(*column) : DialectSet(0);
        const auto report = [&](DialectSet dialects, const QString &consequence) {
            if ((dialects & ~constrained) != 0)
                addUnconstrained({code, &holder, column, DialectSet(dialects & ~constrained), consequence},
                                 {referred.model + u'.' + key->attribute, made.type, &made == key});
        };
        if (!takes(column->type, key->type)) {
            report(everyDialect, Text::tr("Sequelize cannot write the one as the other"));
            return;
        }
        if (!fitsPostgres(*column, *key) || !fitsPostgres(*column, made))
            report(postgresBit, Text::tr("PostgreSQL does not compare such values, and an include fails"));
        if (const QString fault = faultOnMysql(column->type, key->type); !fault.isEmpty())
            report(mysqls, fault);
    }

    /// A key without a constraint, and what follows from its type.
    struct Unconstrained
    {
        Code code;
        const Table *holder = nullptr;
        const Column *column = nullptr;
        DialectSet dialects = 0;
        QString consequence;

        bool operator==(const Unconstrained &) const = default;
    };
    /// What it leads to.
    struct Led
    {
        QString name;
        Type type;
        bool isCurable = false;

        bool operator==(const Led &) const = default;
    };

    /// One key may lead to many models: it is one problem.
    void addUnconstrained(const Unconstrained &key, const Led &led)
    {
        auto found = std::find_if(m_unconstrained.begin(), m_unconstrained.end(),
                                  [&](const auto &each) { return each.first == key; });
        if (found == m_unconstrained.end())
            found = m_unconstrained.insert(found, {key, {}});
        if (!found->second.contains(led))
            found->second.append(led);
    }

    void reportUnconstrained()
    {
        for (const auto &[key, leds] : m_unconstrained) {
            QStringList names;
            for (const Led &led : leds)
                names.append(Text::tr("%1 (%2)").arg(led.name, led.type.text));
            const Type type = leds[0].type;
            const bool isCurable = type.name != TypeName::Enum
                && std::all_of(leds.begin(), leds.end(),
                               [&](const Led &each) { return each.isCurable && each.type == type; });
            m_problems.append(
                {.code = key.code,
                 .message = Text::tr("%1.%2 (%3) leads to %4: %5.")
                                .arg(key.holder->model, key.column->attribute, key.column->type.text,
                                     names.join(u", "_s), key.consequence),
                 .place = m_checked.placeOf(*key.holder, *key.column, u"type"_s),
                 .dialects = key.dialects,
                 .fixes = isCurable
                     ? fixColumn(Text::tr("Make it %1").arg(type.text), m_checked, *key.holder, *key.column,
                                 [type](Attribute &attribute) { attribute.type = type; })
                     : QList<Fix>()});
        }
    }

    /// Why MySQL does not put values of one type into a column of another; empty where it does.
    static QString faultOnMysql(const Type &type, const Type &key)
    {
        static constexpr int digits = 3; // that even a small table's numbers have
        const Kind column = kindOf(type);
        const Kind value = kindOf(key);
        const auto isTime = [](Kind kind) {
            return kind == Kind::DateTime || kind == Kind::Date || kind == Kind::Time;
        };
        if (isNumber(column) && !isNumber(value))
            return Text::tr("MySQL links only values that read as numbers, and refuses all others");
        if (isTime(column) && !isTime(value))
            return Text::tr("MySQL links only values that read as times, and refuses all others");
        const int room = column == Kind::Text ? roomOf(type, true) : -1;
        if (value == Kind::Integer && room >= 0 && room < digits)
            return Text::tr("MySQL has no room for the values");
        if (column == Kind::Enum && value != Kind::Enum)
            return Text::tr("MySQL links only values that the ENUM has");
        return {};
    }

    /// Whether a foreign key of the key's own type would do in every database.
    static bool isPossible(const Type &type)
    {
        return type.name != TypeName::Enum && type.name != TypeName::Text;
    }

    QList<std::pair<Unconstrained, QList<Led>>> m_unconstrained;
};

}

void checkReferenceTypes(const Checked &checked, QList<Problem> &problems)
{
    TypeOfKeyCheck(checked, problems).run();
}

}
