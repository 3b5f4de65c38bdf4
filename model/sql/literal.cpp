#include "model/sql/literal.h"

#include "model/utf8.h"

#include "model/javascript.h"

#include <QStringBuilder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

QString quotedName(QStringView name, const Dialect &dialect)
{
    if (!name.contains(dialect.quote))
        return dialect.quote % name % dialect.quote;
    return dialect.quote % name.toString().remove(dialect.quote) % dialect.quote;
}

QString quotedTable(QStringView table, QStringView schema, const Dialect &dialect)
{
    if (schema.isEmpty())
        return quotedName(table, dialect);
    if (dialect.hasSchemas)
        return quotedName(schema, dialect) + u'.' + quotedName(table, dialect);
    return quotedName(schema.toString() + u'.' + table.toString(), dialect);
}

QString physicalName(const Table &table, const Dialect &dialect)
{
    QString name = table.name.value;
    if (!dialect.hasSchemas && !table.schema.isEmpty())
        name.prepend(table.schema + u'.');
    return name.remove(dialect.quote);
}

QString keptName(const QString &name, const Dialect &dialect)
{
    constexpr int widest = 3; // bytes of one UTF-16 unit
    const QString bare = name.contains(dialect.quote) ? QString(name).remove(dialect.quote) : name;
    if (bare.size() * widest <= dialect.identifierLimit)
        return bare;
    const QByteArray bytes = bare.toUtf8();
    if (!dialect.limitInBytes || bytes.size() <= dialect.identifierLimit)
        return bare;
    int end = dialect.identifierLimit;
    while (end > 0 && (bytes[end] & 0xc0) == 0x80)
        --end;
    return QString::fromUtf8(bytes.left(end));
}

QString quotedText(QStringView text, const Dialect &dialect)
{
    QString out;
    out.reserve(text.size() + 2);
    out += u'\'';
    for (const QChar c : text) {
        if (!dialect.backslashEscapes) {
            // PostgreSQL holds no such character: Sequelize writes two in its place.
            if (c.isNull() && dialect.bit == postgresBit)
                out += "\\0"_L1;
            else
                out += c;
            if (c == u'\'')
                out += c;
            continue;
        }
        switch (c.unicode()) {
        case u'\0': out += "\\0"_L1; break;
        case u'\n': out += "\\n"_L1; break;
        case u'\r': out += "\\r"_L1; break;
        case u'\b': out += "\\b"_L1; break;
        case u'\t': out += "\\t"_L1; break;
        case 0x1a: out += "\\Z"_L1; break;
        case u'\\':
        case u'\'':
        case u'"': out += u'\\'; [[fallthrough]];
        default: out += c;
        }
    }
    out += u'\'';
    return out;
}

QString nulInStatement()
{
    return Text::tr("a statement cannot hold the character NUL: the database would end it there");
}

const Json::Member *specialValue(const Json &value)
{
    if (value.members().size() != 1 || !value.members()[0].key.startsWith(u'$'))
        return nullptr;
    return &value.members()[0];
}

namespace {

/// What `value.toString()` gives for a scalar.
QString scalarText(const Json &value)
{
    if (value.isString())
        return value.string();
    if (value.isBoolean())
        return value.boolean() ? u"true"_s : u"false"_s;
    return javascriptNumber(value.toDouble());
}

/// `"key"=>"value"`, as pg-hstore writes an object.
QString pairsText(const Json &object)
{
    const auto quoted = [](QString text) {
        return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    };
    QStringList pairs;
    for (const Json::Member &member : object.members()) {
        const bool isScalar = !member.value.isObject() && !member.value.isArray();
        pairs.append(quoted(member.key) + u"=>"_s
                     + (member.value.isNull()
                            ? u"NULL"_s
                            : quoted(isScalar ? scalarText(member.value) : compactJson(member.value))));
    }
    return pairs.join(u',');
}

}

double javascriptToNumber(const Json &value)
{
    if (value.isBoolean())
        return value.boolean() ? 1 : 0;
    if (value.isNumber())
        return value.toDouble();
    const QString text = value.string().trimmed();
    bool ok = false;
    const double number = text.isEmpty() ? 0 : text.toDouble(&ok);
    return ok || text.isEmpty() ? number : std::nan("");
}

namespace {

class LiteralWriter
{
public:
    explicit LiteralWriter(const Dialect &dialect) : m_dialect(dialect) { }

    Result<QString> write(const Json &value, const Column *column)
    {
        if (value.isNull())
            return u"NULL"_s;
        if (const Json::Member *special = specialValue(value))
            return writeSpecial(special->key, special->value, column);
        return column ? writeTyped(value, *column) : writePlain(value);
    }

private:
    Result<QString> writeSpecial(const QString &key, const Json &inner, const Column *column)
    {
        if (key == u"$literal")
            return inner.string();
        if (key == u"$fn")
            return writeCall(inner);
        if (key == u"$value")
            return column ? writeTyped(inner, *column) : writePlain(inner);
        if (key == u"$date") {
            const auto date = javascriptDate(inner.string());
            if (!date)
                return refusal(Text::tr("%1 is not a date").arg(quotedJson(inner.string())));
            return column ? writeDate(*date, column->type)
                          : quotedText(m_dialect.dateText(*date, Type{}), m_dialect);
        }
        if (key == u"$hex")
            return writeBytes(QByteArray::fromHex(inner.string().toLatin1()), column);
        if (!column)
            return refusal(Text::tr("unknown value %1").arg(key));
        return writeObject(Json(Json::Object{{key, inner}}), column->type);
    }

    /// `fn(NAME, ARG…)`; Sequelize doubles the dollars of text arguments.
    Result<QString> writeCall(const Json &call)
    {
        QStringList arguments;
        for (const Json &argument : call.items().mid(1)) {
            const auto written = argument.isString()
                ? Result<QString>(quotedText(argument.string().replace(u"$"_s, u"$$"_s), m_dialect))
                : write(argument, nullptr);
            if (!written)
                return written;
            arguments.append(*written);
        }
        return call.items().value(0).string() + u'(' + arguments.join(u", "_s) + u')';
    }

    Result<QString> writeDate(const QDateTime &date, const Type &type)
    {
        switch (type.name) {
        case TypeName::DateOnly: return quotedText(date.toUTC().date().toString(Qt::ISODate), m_dialect);
        case TypeName::Json:
        case TypeName::Jsonb: return quotedText(quotedJson(isoDate(date)), m_dialect);
        default:
            return quotedText(type.isNumber() ? dateAsText(date) : m_dialect.dateText(date, type), m_dialect);
        }
    }

    /// Node's Buffer where a value of another type is expected: its text, or what JSON.stringify makes of it.
    Result<QString> writeBytes(const QByteArray &bytes, const Column *column)
    {
        const QString text = fromUtf8(bytes);
        if (column && column->type.isFloating() && !std::isnan(javascriptToNumber(Json(text))))
            return quotedText(text, m_dialect);
        if (column
            && (column->type.isNumber() || column->type.name == TypeName::Date
                || column->type.name == TypeName::DateOnly))
            return writeTyped(Json(text), *column);
        if (!column || !column->type.isJson())
            return m_dialect.bytesLiteral(bytes);
        Json::Array data;
        for (const char byte : bytes)
            data.append(Json::number(qint64(uchar(byte))));
        return writeTyped(Json(Json::Object{{u"type"_s, Json(u"Buffer"_s)}, {u"data"_s, Json(data)}}),
                          *column);
    }

    /// An object where a value is expected: Sequelize takes its text, or no date for now.
    Result<QString> writeObject(const Json &value, const Type &type)
    {
        switch (type.name) {
        case TypeName::TinyInt:
        case TypeName::SmallInt:
        case TypeName::MediumInt:
        case TypeName::Integer:
        case TypeName::BigInt:
        case TypeName::Decimal: return quotedText(u"[object Object]"_s, m_dialect);
        case TypeName::Float:
        case TypeName::Real:
        case TypeName::Double: return quotedText(u"NaN"_s, m_dialect);
        case TypeName::Date:
            return quotedText(m_dialect.dateText(QDateTime::currentDateTimeUtc(), type), m_dialect);
        case TypeName::DateOnly:
            return quotedText(QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate), m_dialect);
        default: return refusal(Text::tr("no column but a JSON one holds %1").arg(compactJson(value)));
        }
    }

    Result<QString> writeTyped(const Json &value, const Column &column)
    {
        const Type &type = column.type;
        if (type.name == TypeName::Hstore && m_dialect.bit == postgresBit) {
            // pg-hstore takes the keys of whatever it is given; those of a text are the places of its
            // letters.
            Json::Object pairs;
            for (qsizetype i = 0; value.isString() && i < value.string().size(); ++i)
                pairs.append({QString::number(i), Json(QString(value.string()[i]))});
            return quotedText(pairsText(value.isObject() ? value : Json(pairs)), m_dialect);
        }
        if (value.isObject() && !type.isJson())
            return writeObject(value, type);
        if (m_dialect.textForNumbers && (type.name == TypeName::String || type.name == TypeName::Char)
            && (value.isNumber() || value.isBoolean()))
            return quotedText(javascriptNumber(javascriptToNumber(value)), m_dialect);
        switch (type.name) {
        case TypeName::Float:
        case TypeName::Real:
        case TypeName::Double: return QString(u'\'' + javascriptNumber(javascriptToNumber(value)) + u'\'');
        case TypeName::Json:
        case TypeName::Jsonb: return quotedText(compactJson(value), m_dialect);
        case TypeName::Blob: return m_dialect.bytesLiteral(scalarText(value).toUtf8());
        case TypeName::Date: return quotedText(dateLiteral(value, type), m_dialect);
        case TypeName::DateOnly: {
            const auto date = dateOf(value);
            return quotedText(date ? date->date().toString(Qt::ISODate) : u"Invalid date"_s, m_dialect);
        }
        case TypeName::Array:
        case TypeName::Range:
            if (m_dialect.listLiteral)
                return m_dialect.listLiteral(value, &column);
            return writePlain(value);
        default: return writePlain(value);
        }
    }

    QString dateLiteral(const Json &value, const Type &type) const
    {
        const auto date = dateOf(value);
        return date ? m_dialect.dateText(*date, type) : u"Invalid date"_s;
    }

    static std::optional<QDateTime> dateOf(const Json &value)
    {
        if (!value.isNumber())
            return javascriptDate(value.string());
        constexpr double furthest = 8.64e15; // ms from 1970 on; JavaScript has no dates beyond
        const double time = value.toDouble();
        return std::abs(time) <= furthest
            ? std::optional(QDateTime::fromMSecsSinceEpoch(qint64(time), Qt::UTC))
            : std::nullopt;
    }

    Result<QString> writePlain(const Json &value)
    {
        if (value.isNull())
            return u"NULL"_s;
        if (value.isBoolean()) {
            if (m_dialect.hasBooleans)
                return value.boolean() ? u"true"_s : u"false"_s;
            return value.boolean() ? u"1"_s : u"0"_s;
        }
        if (value.isNumber())
            return javascriptNumber(value.toDouble());
        if (value.isString())
            return quotedText(value.string(), m_dialect);
        if (value.isObject())
            return refusal(Text::tr("no column but a JSON one holds %1").arg(compactJson(value)));
        if (m_dialect.listLiteral)
            return m_dialect.listLiteral(value, nullptr);
        QStringList items;
        for (const Json &item : value.items()) {
            const auto written = item.isArray() ? writeGroup(item) : write(item, nullptr);
            if (!written)
                return written;
            items.append(*written);
        }
        return items.join(u", "_s);
    }

    Result<QString> writeGroup(const Json &list)
    {
        return writePlain(list).map([](const QString &text) { return u'(' + text + u')'; });
    }

    const Dialect &m_dialect;
};

}

Result<QString> sqlLiteral(const Json &value, const Column *column, const Dialect &dialect)
{
    return LiteralWriter(dialect).write(value, column);
}

Result<QString> sqlLiteral(const Json &value, const Type &type, const Dialect &dialect)
{
    const Column column{.type = type};
    return sqlLiteral(value, &column, dialect);
}

}
