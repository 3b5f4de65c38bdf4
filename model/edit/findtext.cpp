#include "model/edit/findtext.h"

#include "model/edit/findwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct Comparison
{
    QLatin1StringView word;
    QLatin1StringView key; ///< empty: the value itself
};

constexpr std::array comparisons{
    Comparison{"="_L1, ""_L1},      Comparison{"!="_L1, "$ne"_L1},  Comparison{"<>"_L1, "$ne"_L1},
    Comparison{">"_L1, "$gt"_L1},   Comparison{">="_L1, "$gte"_L1}, Comparison{"<"_L1, "$lt"_L1},
    Comparison{"<="_L1, "$lte"_L1},
};
/// Those that `not` may stand before.
constexpr std::array wordComparisons{Comparison{"like"_L1, "$like"_L1}, Comparison{"ilike"_L1, "$iLike"_L1},
                                     Comparison{"in"_L1, "$in"_L1}, Comparison{"between"_L1, "$between"_L1}};

QString negated(const QString &key)
{
    return u"$not"_s + key[1].toUpper() + key.mid(2);
}

Json keyed(const QString &key, const Json &value)
{
    return Json(Json::Object{{key, value}});
}

class WhereReader : private WordReader
{
public:
    using WordReader::WordReader;

    Result<Json> read()
    {
        Json::Array alternatives{readAll()};
        while (takes("or"_L1))
            alternatives.append(readAll());
        if (!isAtEnd())
            expect(Text::tr("and, or, or the end"));
        if (fault())
            return tl::unexpected(*fault());
        return alternatives.size() == 1 ? alternatives.first() : keyed(u"$or"_s, Json(alternatives));
    }

private:
    /// Conditions joined by `and`. Two of one name stand in a list, so that neither replaces the other.
    Json readAll()
    {
        Json::Object conditions{readOne()};
        while (takes("and"_L1))
            conditions.append(readOne());
        QStringList names;
        for (const Json::Member &each : conditions)
            names.append(each.key);
        if (names.removeDuplicates() == 0)
            return Json(conditions);
        Json::Array list;
        for (const Json::Member &each : conditions)
            list.append(Json(Json::Object{each}));
        return keyed(u"$and"_s, Json(list));
    }

    QString readName()
    {
        if (!next().isName()) {
            expect(Text::tr("a name"));
            return {};
        }
        QString name = take().text;
        while (takes("."_L1)) {
            if (!next().isName())
                expect(Text::tr("a name"));
            name += u'.' + take().text;
        }
        // `$literal` and its like are no names, `$Tasks.title$` is.
        if (name.startsWith(u'$') && !(name.size() > 2 && name.endsWith(u'$')))
            expect(Text::tr("$path$"));
        return name;
    }

    Json::Member readOne()
    {
        const QString name = readName();
        for (const auto &[word, key] : comparisons) {
            if (takes(word)) {
                const Json value = readValue();
                return {name, key.isEmpty() ? value : keyed(key, value)};
            }
        }
        if (takes("is"_L1)) {
            const bool isNot = takes("not"_L1);
            if (!takes("null"_L1))
                expect(isNot ? Text::tr("null") : Text::tr("null, or not null"));
            return {name, isNot ? keyed(u"$ne"_s, Json()) : Json()};
        }
        const bool isNot = takes("not"_L1);
        for (const auto &[word, key] : wordComparisons) {
            if (takes(word))
                return {name, keyed(isNot ? negated(key) : QString(key), readOperand(key))};
        }
        expect(Text::tr("a comparison: = != > >= < <= like ilike in between is"));
        return {name, Json()};
    }

    Json readOperand(QLatin1StringView key)
    {
        if (key == "$between"_L1) {
            Json::Array range{readValue()};
            if (!takes("and"_L1))
                expect(Text::tr("and"));
            range.append(readValue());
            return Json(range);
        }
        if (key != "$in"_L1)
            return readValue();
        Json::Array list;
        if (!takes("("_L1))
            expect(u"("_s);
        do {
            list.append(readValue());
        } while (takes(","_L1));
        if (!takes(")"_L1))
            expect(u")"_s);
        return Json(list);
    }

    Json readValue()
    {
        if (takes("true"_L1))
            return true;
        if (takes("false"_L1))
            return false;
        if (takes("null"_L1))
            return {};
        if (next().kind == Word::Text)
            return Json(take().text);
        if (next().kind == Word::Number)
            return Json::number(take().text);
        expect(Text::tr("a value: a number, 'text', true, false or null"));
        return {};
    }
};

// Writing ---------------------------------------------------------------------------------------------------

QString valueText(const Json &value)
{
    if (value.isString())
        return u'\'' + value.string().replace(u'\'', u"''"_s) + u'\'';
    return compactJson(value);
}

QString listText(const Json &list, const QString &between)
{
    QStringList values;
    for (const Json &value : list.items())
        values.append(valueText(value));
    return values.join(between);
}

QString nameText(const QString &name)
{
    QStringList parts;
    for (const QString &part : name.split(u'.'))
        parts.append(writtenName(part));
    return parts.join(u'.');
}

/// One name's condition as far as the short form has it; the reader decides whether that was far enough.
QString conditionText(const Json::Member &member)
{
    const QString name = nameText(member.key) + u' ';
    if (member.value.isNull())
        return name + u"is null"_s;
    if (!member.value.isObject() || member.value.members().size() != 1)
        return name + u"= "_s + valueText(member.value);
    const auto &[key, value, offset] = member.value.members().first();
    if (key == u"$ne" && value.isNull())
        return name + u"is not null"_s;
    for (const auto &[word, known] : comparisons) {
        if (!known.isEmpty() && key == known)
            return name + word + u' ' + valueText(value);
    }
    for (const auto &[word, known] : wordComparisons) {
        if (key != known && key != negated(known))
            continue;
        const QString what = name + (key == known ? u""_s : u"not "_s) + word + u' ';
        if (known == "$in"_L1)
            return what + u'(' + listText(value, u", "_s) + u')';
        return what + (known == "$between"_L1 ? listText(value, u" and "_s) : valueText(value));
    }
    return {};
}

QString allText(const Json &where)
{
    QStringList conditions;
    const Json list = where.value("$and"_L1);
    for (const Json &each : list.isArray() ? list.items() : Json::Array{where}) {
        for (const Json::Member &member : each.members())
            conditions.append(conditionText(member));
    }
    return conditions.join(u" and "_s);
}

QString shortWhere(const Json &where)
{
    const Json list = where.value("$or"_L1);
    if (!list.isArray())
        return allText(where);
    QStringList alternatives;
    for (const Json &each : list.items())
        alternatives.append(allText(each));
    return alternatives.join(u" or "_s);
}

// Orders ----------------------------------------------------------------------------------------------------

class OrderReader : private WordReader
{
public:
    using WordReader::WordReader;

    Result<Json> read()
    {
        Json::Array entries;
        do {
            entries.append(readEntry());
        } while (!fault() && takes(","_L1));
        if (!isAtEnd())
            expect(Text::tr("ASC, DESC, a comma or the end"));
        if (fault())
            return tl::unexpected(*fault());
        return Json(entries);
    }

private:
    Json readEntry()
    {
        Json::Array parts{readStep()};
        while (takes("."_L1))
            parts.append(readStep());
        if (!parts.last().isString())
            expect(Text::tr("an attribute"));
        const QString direction = readDirection();
        if (!direction.isEmpty())
            parts.append(Json(direction));
        return parts.size() == 1 ? parts.first() : Json(parts);
    }

    Json readStep()
    {
        if (next().isName())
            return Json(take().text);
        if (!takes("{"_L1) || !next().isName()) {
            expect(Text::tr("an attribute, an alias or {Model}"));
            return {};
        }
        Json step = keyed(u"model"_s, Json(take().text));
        if (takes("as"_L1))
            step.set(u"as"_s, Json(take().text));
        if (!takes("}"_L1))
            expect(u"}"_s);
        return step;
    }

    QString readDirection()
    {
        QStringList words;
        if (next().is("asc"_L1) || next().is("desc"_L1))
            words.append(take().text);
        if (next().is("nulls"_L1)) {
            words.append(take().text);
            if (!next().is("first"_L1) && !next().is("last"_L1))
                expect(Text::tr("FIRST or LAST"));
            words.append(take().text);
        }
        return words.join(u' ');
    }
};

QString stepText(const Json &step)
{
    if (step.isString())
        return writtenName(step.string());
    const Json *as = step.find("as"_L1);
    return u'{' + writtenName(step.value("model"_L1).string())
        + (as ? u" as "_s + writtenName(as->string()) : QString()) + u'}';
}

QString entryText(const Json &entry)
{
    if (!entry.isArray())
        return stepText(entry);
    // The last part is the direction; without one, the reader finds the entry to be another and it is JSON.
    QStringList steps;
    for (const Json &part : entry.items().first(std::max<qsizetype>(entry.items().size() - 1, 0)))
        steps.append(stepText(part));
    const QString last = entry.items().isEmpty() ? QString() : entry.items().last().string();
    const QString withDirection = steps.join(u'.') + u' ' + last;
    const auto words = wordsOf(withDirection);
    const auto read = words ? OrderReader(*words).read() : tl::unexpected(words.error());
    return read == Json(Json::Array{entry}) ? withDirection : steps.join(u'.') + u'.' + writtenName(last);
}

QString shortOrder(const Json &order)
{
    QStringList entries;
    for (const Json &entry : order.items())
        entries.append(entryText(entry));
    return entries.join(u", "_s);
}

template <typename Reader>
Result<Json> parsed(const QString &text, bool isJson)
{
    if (text.trimmed().isEmpty())
        return Json();
    if (isJson)
        return parseJson(text.toUtf8()).map([](const Json &json) { return json.placeless(); });
    const auto words = wordsOf(text);
    if (!words)
        return tl::unexpected(words.error());
    return Reader(*words).read();
}

}

Result<Json> parseWhere(const QString &text)
{
    const QString trimmed = text.trimmed();
    return parsed<WhereReader>(text, trimmed.startsWith(u'{') || trimmed.startsWith(u'['));
}

QString whereText(const Json &where)
{
    if (where.isNull())
        return {};
    const QString text = shortWhere(where);
    return parseWhere(text) == where ? text : inlineJson(where);
}

Result<Json> parseOrder(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool isObject = trimmed.startsWith(u'{') && trimmed.mid(1).trimmed().startsWith(u"\"$");
    return parsed<OrderReader>(text, trimmed.startsWith(u'[') || isObject);
}

QString orderText(const Json &order)
{
    if (order.isNull())
        return {};
    const QString text = shortOrder(order);
    return parseOrder(text) == order ? text : inlineJson(order);
}

}
