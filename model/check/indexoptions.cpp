#include "model/check/fixes.h"
#include "model/check/kinds.h"
#include "model/sql/dialect.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr DialectSet mysqls = mysqlBit | mariadbBit;

bool isOneOf(const QString &word, std::initializer_list<const char *> list)
{
    return std::any_of(list.begin(), list.end(), [&](const char *each) {
        return word.compare(QLatin1StringView(each), Qt::CaseInsensitive) == 0;
    });
}

/// The options of indexes: each database has its own.
class OptionCheck
{
public:
    OptionCheck(const Checked &checked, QList<Problem> &problems) : m_checked(checked), m_problems(problems)
    {
    }

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            if (m_checked.replaced.contains(&table))
                continue;
            for (const TableIndex &index : table.indexes) {
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

    void add(Severity severity, const QString &code, const QString &option, const QString &message,
             DialectSet dialects, const QString &title, const Change &change)
    {
        QList<Fix> fixes;
        if (change)
            fixes.append(fixIndex(title, m_table->declaredBy, m_index->declared.id, change));
        m_problems.append(
            {.severity = severity,
             .code = code,
             .message = message.arg(Text::tr("The index %1 of %2").arg(m_index->name, m_table->model)),
             .place = {.model = m_table->declaredBy, .index = m_index->declared.id, .option = option},
             .dialects = dialects,
             .fixes = fixes});
    }

    const Column *columnOf(const IndexField &field) const
    {
        return field.literal.isNull() ? m_table->columnNamed(field.name) : nullptr;
    }

    void lookAtKind()
    {
        const QString kind = m_index->declared.type;
        const auto drop = [](Index &index) { index.type.clear(); };
        const QString title = Text::tr("Leave out the type");
        if (!kind.isEmpty() && !isOneOf(kind, {"UNIQUE", "FULLTEXT", "SPATIAL"})) {
            add(Severity::Error, u"S46"_s, u"type"_s,
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
                add(Severity::Error, u"S46"_s, u"type"_s,
                    Text::tr("%1 is FULLTEXT, and %2 is no text.").arg(u"%1"_s, field.name), mysqls, title,
                    drop);
            else if (isOneOf(kind, {"SPATIAL"}) && (of != Kind::Shape || column->allowNull != false))
                add(Severity::Error, u"S46"_s, u"type"_s,
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
            add(Severity::Error, u"D08"_s, u"using"_s,
                Text::tr("%1: MySQL has no method %2.").arg(u"%1"_s, method), mysqls, title, drop);
        if (!method.isEmpty() && !isOneOf(method, {"BTREE", "HASH", "GIN", "GIST", "SPGIST", "BRIN"}))
            add(Severity::Error, u"D08"_s, u"using"_s,
                Text::tr("%1: PostgreSQL has no method %2.").arg(u"%1"_s, method), postgresBit, title, drop);
        else if (const QString why = objectionOfPostgres(method); !why.isEmpty())
            add(Severity::Error, u"D08"_s, u"using"_s, why, postgresBit, title, drop);
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
            lookAtExpression(field);
            lookAtOrder(field);
            lookAtCollation(field);
            lookAtLength(field);
            if (field.literal.isNull() && seen.contains(field.name))
                add(Severity::Error, u"S46"_s, u"fields"_s,
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

    void lookAtExpression(const IndexField &field)
    {
        if (field.literal.isNull())
            return;
        const auto drop = [literal = field.literal](Index &index) {
            index.fields.removeIf(
                [&](const IndexField &each) { return each.literal == literal && index.fields.size() > 1; });
        };
        const bool isAlone = m_index->declared.fields.size() == 1;
        if (!m_table->columnNamed(field.literal))
            add(Severity::Error, u"D08"_s, u"fields"_s,
                Text::tr("%1: MariaDB makes no index on an expression."), mysqls,
                Text::tr("Leave out the expression"), isAlone ? Change() : Change(drop));
        if (m_index->declared.name.isNull())
            add(Severity::Warning, u"S46"_s, u"name"_s,
                Text::tr("%1 is on an expression, which gives it no name of its own."), everyDialect,
                Text::tr("Name it %1_expression").arg(m_index->name),
                [name = m_index->name + u"_expression"_s](Index &index) { index.name = name; });
        lookAtNames(field.literal);
        lookAtArgument(field.literal);
    }

    /// PostgreSQL's functions of texts take texts alone; some have one for ranges.
    void lookAtArgument(const QString &literal)
    {
        static const QRegularExpression call(
            u"\\b(lower|upper|initcap|reverse|trim)\\s*\\(\\s*(\"?)(\\w+)\\2\\s*\\)"_s,
            QRegularExpression::CaseInsensitiveOption);
        const auto match = call.match(literal);
        const Column *column = match.hasMatch() ? m_table->columnNamed(match.captured(3)) : nullptr;
        if (!column || column->isVirtual())
            return;
        const Kind kind = kindOf(column->type);
        const bool hasBounds = isOneOf(match.captured(1), {"lower", "upper"});
        if (kind == Kind::Text || kind == Kind::Other || (kind == Kind::Range && hasBounds))
            return;
        const bool isCast =
            kind == Kind::Integer || kind == Kind::Decimal || kind == Kind::Boolean || kind == Kind::Uuid;
        const QString name = match.captured(2) + match.captured(3) + match.captured(2);
        const QString cast = match.captured(1) + u'(' + name + u"::text)"_s;
        add(Severity::Error, u"D08"_s, u"fields"_s,
            Text::tr("%1: PostgreSQL has no %2 of %3, which is no text.")
                .arg(u"%1"_s, match.captured(1), column->attribute),
            postgresBit, Text::tr("Make it a text: %1").arg(cast),
            isCast ? Change([literal, cast, whole = match.captured()](Index &index) {
                for (IndexField &field : index.fields) {
                    if (field.literal == literal)
                        field.literal.replace(whole, cast);
                }
            })
                   : Change());
    }

    /// The names in an expression must be columns or functions.
    void lookAtNames(const QString &literal)
    {
        static const QRegularExpression name(u"\\b([A-Za-z_]\\w*)\\b(?!\\s*\\()"_s);
        static const QRegularExpression texts(u"'[^']*'"_s);
        const QString bare = QString(literal).remove(texts);
        const bool isCall = literal.contains(u'(');
        QStringList unknown;
        for (auto i = name.globalMatch(bare); i.hasNext();) {
            const QString word = i.next().captured(1);
            const bool isKnown =
                std::any_of(m_table->columns.begin(), m_table->columns.end(), [&](const Column &column) {
                    return column.name.compare(word, Qt::CaseInsensitive) == 0;
                });
            if (!isKnown
                && !isOneOf(word, {"and",    "or",   "not",  "is",      "null",    "collate", "desc", "asc",
                                   "nocase", "text", "cast", "as",      "integer", "varchar", "date", "true",
                                   "false",  "case", "when", "then",    "else",    "end",     "in",   "like",
                                   "jsonb",  "json", "int",  "numeric", "from",    "year",    "month"}))
                unknown.append(word);
        }
        if (!unknown.isEmpty())
            add(Severity::Error, u"S15"_s, u"fields"_s,
                Text::tr("%1 names the column %2, which is not there.").arg(u"%1"_s, unknown.first()),
                everyDialect & ~mysqls, {}, {});
        else if (const QString folded = foldedName(bare); !folded.isNull())
            add(Severity::Error, u"S15"_s, u"fields"_s,
                Text::tr("%1 names %2 without quotes: PostgreSQL reads it in small letters, and has no such "
                         "column.")
                    .arg(u"%1"_s, folded),
                postgresBit, Text::tr("Put quotes around %1").arg(folded), [literal, folded](Index &index) {
                    static const QString word = u"\\b%1\\b"_s;
                    const QRegularExpression whole(word.arg(QRegularExpression::escape(folded)));
                    for (IndexField &field : index.fields) {
                        if (field.literal == literal)
                            field.literal.replace(whole, u'"' + folded + u'"');
                    }
                });
        else if (!isCall && !(m_table->columnNamed(literal) && literal == literal.toLower()))
            add(Severity::Error, u"D08"_s, u"fields"_s,
                Text::tr("%1: PostgreSQL wants an expression in parentheses."), postgresBit,
                Text::tr("Put it into parentheses"), [literal](Index &index) {
                    for (IndexField &field : index.fields) {
                        if (field.literal == literal)
                            field.literal = u'(' + literal + u')';
                    }
                });
    }

    /// A column whose name is written without quotes, and has capitals; null where there is none.
    QString foldedName(const QString &expression) const
    {
        static const QRegularExpression quoted(u"\"[^\"]*\""_s);
        static const QRegularExpression name(u"\\b[A-Za-z_]\\w*\\b(?!\\s*\\()"_s);
        for (auto i = name.globalMatch(QString(expression).remove(quoted)); i.hasNext();) {
            const QString word = i.next().captured();
            if (columnNamed(*m_table, word, Qt::CaseInsensitive)
                && !columnNamed(*m_table, word.toLower(), Qt::CaseSensitive))
                return word;
        }
        return {};
    }

    void lookAtOrder(const IndexField &field)
    {
        const QString order = field.order.simplified();
        if (order.isEmpty() || isOneOf(order, {"ASC", "DESC"}))
            return;
        const bool isNulls = isOneOf(order,
                                     {"ASC NULLS FIRST", "ASC NULLS LAST", "DESC NULLS FIRST",
                                      "DESC NULLS LAST", "NULLS FIRST", "NULLS LAST"});
        add(Severity::Error, u"S46"_s, u"fields"_s,
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
            add(Severity::Error, u"D08"_s, u"fields"_s, message, sqliteBit, title, drop);
        const Column *column = columnOf(field);
        const bool isText = column && (kindOf(column->type) == Kind::Text);
        static const QStringList common{u"C"_s,         u"POSIX"_s,   u"default"_s,
                                        u"ucs_basic"_s, u"C.UTF-8"_s, u"C.utf8"_s};
        const bool isKnown =
            common.contains(field.collate) || field.collate.contains(u'-') || field.collate.contains("_"_L1);
        if (!isText || !isKnown || field.collate.startsWith("utf8"_L1)
            || field.collate.startsWith("latin1"_L1))
            add(Severity::Error, u"D08"_s, u"fields"_s, message, postgresBit, title, drop);
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
            add(Severity::Error, u"D08"_s, u"fields"_s,
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
            add(Severity::Error, u"D08"_s, u"operator"_s,
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
        if (bytes > widest && isHashed && isCounting)
            add(Severity::Error, u"D06"_s, u"fields"_s,
                Text::tr(
                    "%1 is wider than 3072 bytes: MariaDB would keep it unique by a hash, in which no column "
                    "counts."),
                mysqls, {}, {});
        const bool isCut = m_index->declared.fields.size() == 1 && (isHashed || !m_index->unique);
        if (bytes <= widest || isCut)
            return;
        add(isHashed ? Severity::Warning : Severity::Error, u"D06"_s, u"fields"_s,
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

    const Checked &m_checked;
    QList<Problem> &m_problems;
    const Table *m_table = nullptr;
    const TableIndex *m_index = nullptr;
};

}

void checkIndexOptions(const Checked &checked, QList<Problem> &problems)
{
    OptionCheck(checked, problems).run();
}

}
