#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The options of indexes: each database has its own.
class OptionCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            if (m_checked.replaced.contains(&table))
                continue;
            for (const TableIndex &index : table.indexes) {
                if (!index.madeBy.isNull())
                    continue; // of a JSONB: what has the type has its gin index
                m_table = &table;
                m_index = &index;
                lookAtKind();
                lookAtMethod();
                lookAtFields();
                lookAtWidth();
            }
        }
    }

private:
    using Change = std::function<void(Index &)>;

    void add(const Finding &finding, const QString &option, const QString &message,
             DialectSet dialects, const QString &title, const Change &change)
    {
        m_problems.append(
            problemOf(*m_table, *m_index, finding, option, message, dialects, title, change));
    }

    const Column *columnOf(const IndexField &field) const
    {
        return !field.isExpression() ? m_table->columnNamed(field.name) : nullptr;
    }

    void lookAtKind()
    {
        const QString kind = m_index->declared.type;
        const auto drop = [](Index &index) { index.type.clear(); };
        const QString title = Text::tr("Leave out the type");
        if (!kind.isEmpty() && !isOneOf(kind, {"UNIQUE", "FULLTEXT", "SPATIAL"})) {
            add(Code::IndexOptionRefused, u"type"_s,
                Text::tr("%1: there is no index of type %2.").arg(u"%1"_s, kind), mysqls, title, drop);
            return;
        }
        for (const IndexField &field : m_index->declared.fields) {
            const Column *column = columnOf(field);
            if (!column)
                continue;
            const Kind of = kindOf(column->type);
            if (isOneOf(kind, {"FULLTEXT"}) && of != Kind::Text && of != Kind::Json && of != Kind::Uuid
                && !column->type.binary)
                add(Code::IndexOptionRefused, u"type"_s,
                    Text::tr("%1 is FULLTEXT, and %2 is no text.").arg(u"%1"_s, field.name), mysqls, title,
                    drop);
            else if (isOneOf(kind, {"SPATIAL"}) && (of != Kind::Shape || column->allowNull != false))
                add(Code::IndexOptionRefused, u"type"_s,
                    Text::tr("%1 is SPATIAL, and %2 is no GEOMETRY that must have a value.")
                        .arg(u"%1"_s, field.name),
                    mysqls, title, drop);
        }
    }

    void lookAtMethod()
    {
        const QString method = m_index->declared.usingMethod;
        const auto drop = [](Index &index) { index.usingMethod.clear(); };
        const QString title = Text::tr("Leave out the method");
        const bool isSpatial = isOneOf(m_index->declared.type, {"SPATIAL"});
        if (!method.isEmpty() && !isOneOf(method, {"BTREE", "HASH"})
            && !(isSpatial && isOneOf(method, {"RTREE"})))
            add(Code::IndexOptionUnsupported, u"using"_s,
                Text::tr("%1: MySQL has no method %2.").arg(u"%1"_s, method), mysqls, title, drop);
        if (!method.isEmpty() && !isOneOf(method, {"BTREE", "HASH", "GIN", "GIST", "SPGIST", "BRIN"}))
            add(Code::IndexOptionUnsupported, u"using"_s,
                Text::tr("%1: PostgreSQL has no method %2.").arg(u"%1"_s, method), postgresBit, title, drop);
        else if (const QString why = objectionOfPostgres(method); !why.isEmpty())
            add(Code::IndexOptionUnsupported, u"using"_s, why, postgresBit, title, drop);
    }

    /// What PostgreSQL's methods cannot do, without classes of operators of the user's own.
    QString objectionOfPostgres(const QString &method) const
    {
        const auto &fields = m_index->declared.fields;
        const bool isTree = method.isEmpty() || isOneOf(method, {"BTREE"});
        if (!isTree && m_index->unique)
            return Text::tr("%1: on PostgreSQL only BTREE makes an index unique.");
        if (isOneOf(method, {"HASH"}) && fields.size() > 1)
            return Text::tr("%1: on PostgreSQL a HASH index has one column.");
        if (isOneOf(method, {"SPGIST"}) && fields.size() > 1)
            return Text::tr("%1: on PostgreSQL an SPGIST index has one column.");
        for (const IndexField &field : fields) {
            if (!isTree && !isOneOf(method, {"BRIN"}) && !field.order.isEmpty())
                return Text::tr("%1: on PostgreSQL only BTREE has an order.");
            const Column *column = columnOf(field);
            if (!column || !m_index->declared.operatorClass.isEmpty())
                continue;
            const Kind kind = kindOf(column->type);
            const bool isPlainJson = column->type.name == TypeName::Json;
            if (isPlainJson && !isOneOf(method, {"GIN"}))
                return Text::tr("%1: PostgreSQL makes no index on JSON, only on JSONB.");
            if (isOneOf(method, {"GIN"}) && kind != Kind::Array && kind != Kind::Search
                && column->type.name != TypeName::Jsonb && kind != Kind::Pairs)
                return Text::tr("%1: PostgreSQL's GIN is for arrays, JSONB and texts to search.");
            if (isOneOf(method, {"HASH"}) && kind == Kind::Search)
                return Text::tr("%1: PostgreSQL's HASH is not for texts to search.");
            if (isOneOf(method, {"BRIN"})
                && (kind == Kind::Enum || kind == Kind::Boolean || kind == Kind::Json || kind == Kind::Array
                    || kind == Kind::Search || kind == Kind::Pairs || kind == Kind::Shape))
                return Text::tr("%1: PostgreSQL's BRIN is for numbers, texts, times and ranges.");
            if (isOneOf(method, {"SPGIST"}) && kind != Kind::Text && kind != Kind::Range
                && kind != Kind::Shape && kind != Kind::Other
                && (kind != Kind::Network || column->type.name == TypeName::MacAddr))
                return Text::tr("%1: PostgreSQL's SPGIST is for texts, ranges, shapes and addresses.");
            if (isOneOf(method, {"GIST"}) && kind != Kind::Range && kind != Kind::Search
                && kind != Kind::Pairs && kind != Kind::Shape)
                return Text::tr("%1: PostgreSQL's GIST is for ranges, shapes and texts to search.");
        }
        return {};
    }

    void lookAtFields()
    {
        QStringList seen;
        for (const IndexField &field : m_index->declared.fields) {
            lookAtOrder(field);
            lookAtCollation(field);
            lookAtLength(field);
            if (!field.isExpression() && seen.contains(field.name))
                add(Code::IndexOptionRefused, u"fields"_s,
                    Text::tr("%1 names the column %2 twice.").arg(u"%1"_s, field.name), mysqls,
                    Text::tr("Name it once"), [](Index &index) {
                        QList<IndexField> kept;
                        for (const IndexField &each : index.fields) {
                            if (std::none_of(kept.begin(), kept.end(), [&](const IndexField &other) {
                                    return other.name == each.name;
                                }))
                                kept.append(each);
                        }
                        index.fields = kept;
                    });
            seen.append(field.name);
        }
        lookAtOperator();
    }

    void lookAtOrder(const IndexField &field)
    {
        const QString order = field.order.simplified();
        if (order.isEmpty() || isOneOf(order, {"ASC", "DESC"}))
            return;
        const bool isNulls = isOneOf(order,
                                     {"ASC NULLS FIRST", "ASC NULLS LAST", "DESC NULLS FIRST",
                                      "DESC NULLS LAST", "NULLS FIRST", "NULLS LAST"});
        add(Code::IndexOptionRefused, u"fields"_s,
            Text::tr("%1: there is no order %2.").arg(u"%1"_s, field.order),
            isNulls ? DialectSet(everyDialect & ~postgresBit) : everyDialect, Text::tr("Leave out the order"),
            [](Index &index) {
                for (IndexField &each : index.fields)
                    each.order.clear();
            });
    }

    void lookAtCollation(const IndexField &field)
    {
        if (field.collate.isEmpty())
            return;
        const auto drop = [](Index &index) {
            for (IndexField &each : index.fields)
                each.collate.clear();
        };
        const QString title = Text::tr("Leave out the collation");
        const QString message = Text::tr("%1: there is no collation %2 here.").arg(u"%1"_s, field.collate);
        if (!isOneOf(field.collate, {"BINARY", "NOCASE", "RTRIM"}))
            add(Code::IndexOptionUnsupported, u"fields"_s, message, sqliteBit, title, drop);
        const Column *column = columnOf(field);
        const bool isText = column && (kindOf(column->type) == Kind::Text);
        static const QStringList common{u"C"_s,         u"POSIX"_s,   u"default"_s,
                                        u"ucs_basic"_s, u"C.UTF-8"_s, u"C.utf8"_s};
        const bool isKnown =
            common.contains(field.collate) || field.collate.contains(u'-') || field.collate.contains("_"_L1);
        if (!isText || !isKnown || field.collate.startsWith("utf8"_L1)
            || field.collate.startsWith("latin1"_L1))
            add(Code::IndexOptionUnsupported, u"fields"_s, message, postgresBit, title, drop);
    }

    void lookAtLength(const IndexField &field)
    {
        const Column *column = columnOf(field);
        if (!field.length || field.length->value <= 0 || !column)
            return;
        const auto drop = [](Index &index) {
            for (IndexField &each : index.fields)
                each.length.reset();
        };
        const Kind kind = kindOf(column->type);
        const bool isText =
            kind == Kind::Text || kind == Kind::Bytes || kind == Kind::Uuid || kind == Kind::Json;
        const int bytes = indexedBytes(column->type);
        const bool isWhole = fixedBytes(column->type) == int(field.length->value);
        if ((!isText && !isWhole) || (bytes > 0 && field.length->value * 4 > bytes))
            add(Code::IndexOptionUnsupported, u"fields"_s,
                Text::tr("%1: the first %2 characters of %3 are no part of it.")
                    .arg(u"%1"_s, field.length->text, field.name),
                mysqls, Text::tr("Leave out the length"), drop);
    }

    void lookAtOperator()
    {
        const QString operators = m_index->declared.operatorClass;
        if (operators.isEmpty())
            return;
        const auto fits = [&](const IndexField &field) {
            const Column *column = columnOf(field);
            if (!column)
                return true;
            const Kind kind = kindOf(column->type);
            const bool isPadded = column->type.name == TypeName::Char;
            if (isPadded && kind == Kind::Text)
                return isOneOf(operators, {"bpchar_pattern_ops", "bpchar_ops"});
            if (isOneOf(operators,
                        {"text_pattern_ops", "varchar_pattern_ops", "text_ops", "varchar_ops", "gin_trgm_ops",
                         "gist_trgm_ops", "bpchar_pattern_ops", "bpchar_ops"}))
                return kind == Kind::Text;
            if (isOneOf(operators, {"int4_ops"}))
                return column->type.name == TypeName::Integer || column->type.name == TypeName::Raw;
            if (isOneOf(operators, {"int8_ops"}))
                return column->type.name == TypeName::BigInt || column->type.name == TypeName::Raw;
            return isOneOf(operators,
                           {"jsonb_path_ops", "jsonb_ops", "array_ops", "inet_ops", "range_ops", "uuid_ops",
                            "date_ops", "timestamptz_ops", "int2_ops", "numeric_ops", "float8_ops"});
        };
        const auto &fields = m_index->declared.fields;
        if (!std::all_of(fields.begin(), fields.end(), fits))
            add(Code::IndexOptionUnsupported, u"operator"_s,
                Text::tr("%1: PostgreSQL has no operators %2 for it.").arg(u"%1"_s, operators), postgresBit,
                Text::tr("Leave out the operators"), [](Index &index) { index.operatorClass.clear(); });
    }

    /// InnoDB's indexes hold 3072 bytes of a row.
    void lookAtWidth()
    {
        static constexpr double widest = 3072;
        if (isOneOf(m_index->declared.type, {"FULLTEXT", "SPATIAL"}))
            return;
        const bool isHashed = m_index->unique && !isOneOf(m_index->declared.usingMethod, {"BTREE"});
        double bytes = 0;
        for (const IndexField &field : m_index->declared.fields) {
            const Column *column = columnOf(field);
            if (!column)
                continue;
            const bool isLong = column->type.name == TypeName::Text || column->type.name == TypeName::Blob
                || column->type.isJson();
            if (field.length && field.length->value > 0)
                bytes += 4 * field.length->value;
            else
                bytes += isLong ? widest + 1 : indexedBytes(column->type);
        }
        const auto &fields = m_index->declared.fields;
        const bool isCounting = std::any_of(fields.begin(), fields.end(), [&](const IndexField &field) {
            const Column *column = columnOf(field);
            return column && column->autoIncrement;
        });
        const bool asksForHash = m_index->unique && isOneOf(m_index->declared.usingMethod, {"HASH"});
        if (isCounting && (asksForHash || (bytes > widest && isHashed)))
            add(Code::SizeNotAllowed, u"fields"_s,
                asksForHash
                    ? Text::tr("%1 is unique by a HASH, in which no column of MariaDB counts.")
                    : Text::tr("%1 is wider than 3072 bytes: MariaDB would keep it unique by a hash, in "
                               "which no column counts."),
                mysqls, Text::tr("Leave out the method"),
                asksForHash ? Change([](Index &index) { index.usingMethod.clear(); }) : Change());
        const bool isCut = m_index->declared.fields.size() == 1 && (isHashed || !m_index->unique);
        if (bytes <= widest || isCut)
            return;
        add({Code::SizeNotAllowed, isHashed ? Severity::Warning : Severity::Error}, u"fields"_s,
            isHashed
                ? Text::tr("%1 is wider than 3072 bytes: MariaDB keeps it unique by a hash, MySQL cannot.")
                : Text::tr("%1 is wider than the 3072 bytes of MySQL's indexes."),
            isHashed ? mysqlBit : mysqls, Text::tr("Index the first 20 characters of each"),
            [](Index &index) {
                for (IndexField &field : index.fields) {
                    field.length = Number(20);
                    field.isObject = true;
                }
            });
    }

    const Table *m_table = nullptr;
    const TableIndex *m_index = nullptr;
};

}

void checkIndexOptions(const Checked &checked, QList<Problem> &problems)
{
    OptionCheck(checked, problems).run();
}

}
