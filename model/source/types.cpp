#include "model/source/conversion.h"

#include "model/javascript.h"

using namespace Qt::StringLiterals;

/// Data types.
namespace model::source {

namespace {

QString inQuotes(QString text)
{
    text.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s).replace(u"\n"_s, u"\\n"_s);
    return u'\'' + text + u'\'';
}

}

/// The type as a project writes it; null where it is not known.
QString Conversion::typeText(const Value &value, QString *why, int depth)
{
    constexpr int deepest = 8;
    if (value.isText())
        return value.text();
    const DataTypeValue *type = value.as<DataTypeValue>();
    if (!type || depth > deepest) {
        *why = value.isUnknown() ? value.unknown()->reason
            : value.isNothing()  ? u"it is undefined"_s
                                 : u"it is no type of Sequelize"_s;
        return {};
    }
    QStringList arguments;
    QStringList flags = type->flags;
    const auto add = [&](const Value &argument) {
        if (argument.isNumber()) {
            arguments.append(javascriptNumber(argument.number()));
        } else if (argument.isText()) {
            arguments.append(inQuotes(argument.text()));
        } else if (argument.isBoolean()) {
            arguments.append(argument.boolean() ? u"true"_s : u"false"_s);
        } else if (argument.as<DataTypeValue>()) {
            const QString inner = typeText(argument, why, depth + 1);
            if (inner.isNull())
                return false;
            arguments.append(inner);
        } else if (!argument.isNothing()) {
            *why = argument.isUnknown() ? argument.unknown()->reason
                                        : u"an argument of the type is not understood"_s;
            return false;
        }
        return true;
    };
    for (const Value &argument : type->arguments) {
        if (const List *list = argument.as<List>()) {
            if (list->unknownPart) {
                *why = list->unknownPart->reason;
                return {};
            }
            QStringList outer = std::exchange(arguments, {});
            for (const Value &item : list->items) {
                if (!add(item))
                    return {};
            }
            // The values of an ENUM; the attributes of a VIRTUAL.
            if (type->word == u"VIRTUAL")
                arguments = outer + QStringList{u'[' + arguments.join(u", "_s) + u']'};
            else
                arguments = outer + arguments;
        } else if (argument.isObject() && argument.object()->type == Object::Type::Plain) {
            const auto option = [&](const char *name) { return m_evaluator.get(argument, name); };
            const Value values = option("values");
            for (const Value &item : m_evaluator.items(values).value_or(Values())) {
                if (!add(item))
                    return {};
            }
            if (values.isUnknown() || argument.object()->unknownPart) {
                *why = values.isUnknown() ? values.unknown()->reason : argument.object()->unknownPart->reason;
                return {};
            }
            for (const char *name : {"length", "type", "precision", "scale", "decimals", "subtype", "srid"}) {
                if (!add(option(name)))
                    return {};
            }
            for (const auto &[name, flag] : {std::pair("binary", "BINARY"), std::pair("unsigned", "UNSIGNED"),
                                             std::pair("zerofill", "ZEROFILL")})
            {
                if (m_evaluator.truth(option(name)).value_or(false)
                    && !flags.contains(QLatin1StringView(flag)))
                    flags.append(QLatin1StringView(flag));
            }
        } else if (!add(argument)) {
            return {};
        }
    }
    QString text = type->word;
    if (!arguments.isEmpty())
        text += u'(' + arguments.join(u", "_s) + u')';
    for (const QString &flag : flags)
        text += u'.' + flag;
    return text;
}

void Conversion::read(const Value &value, const QString &what, Type &type)
{
    if (value.isText()) {
        type = rawType(value.text());
        return;
    }
    QString why;
    const QString text = typeText(value, &why, 0);
    if (text.isNull())
        return note(value.place, u"%1 is not known: %2"_s.arg(what, why));
    auto parsed = parseType(text);
    if (!parsed)
        return note(value.place, u"%1: %2"_s.arg(what, parsed.error().message));
    type = std::move(*parsed);
}

Type Conversion::enumOf(const Value &values, const QString &what)
{
    DataTypeValue whole;
    whole.word = u"ENUM"_s;
    whole.arguments = {values};
    Type type;
    read(Value(&whole, values.place), u"values of "_s + what, type);
    type.hasValuesApart = !type.isMissing();
    return type;
}

}
