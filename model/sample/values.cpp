#include "model/sample/values.h"

#include "model/sample/codes.h"
#include "model/sample/moments.h"
#include "model/sample/numbers.h"
#include "model/sample/text.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

Json object(std::initializer_list<Json::Member> members)
{
    return Json::Object(members);
}

Json number(qint64 value)
{
    return Json::number(value);
}

Recipe partOf(const Recipe &recipe, TypeName type, Meaning meaning, Subject subject)
{
    Recipe part = recipe;
    part.type = Type();
    part.type.name = type;
    part.isRaw = false;
    part.about.meaning = meaning;
    part.about.subject = subject;
    part.counting = Counting::No;
    return part;
}

Json tags(const Recipe &recipe, const Row &row)
{
    const Words words = headlines(Subject::Tag);
    const Shuffle shuffle(recipe.key, qint64(words.size()));
    Json::Array list;
    const qint64 count = recipe.stream(row.position).between(1, 3);
    for (qint64 i = 0; i < count; ++i)
        list.append(words[size_t(shuffle.at(row.position * qint64(3) + i))].toString());
    return list;
}

/// What applications keep in JSON: settings, an address, dimensions, or where a record came from.
Json document(const Recipe &recipe, const Row &row, int attempt)
{
    Stream stream = recipe.stream(row.position, attempt);
    const QStringList words = wordsOf(recipe.name);
    const auto speaksOf = [&](std::initializer_list<QStringView> any) {
        return std::any_of(any.begin(), any.end(), [&](QStringView word) { return words.contains(word); });
    };
    const auto text = [&](Meaning meaning) {
        return Json(textOf(partOf(recipe, TypeName::Text, meaning, row.subject), row, 0));
    };
    const bool isList = recipe.about.meaning == Meaning::Tags
        || speaksOf({u"list", u"roles", u"permissions", u"aliases", u"names", u"values", u"scopes"});
    if (isList && attempt == 0)
        return tags(recipe, row);
    Json json;
    if (recipe.about.meaning == Meaning::Street)
        json = object({{u"street"_s, text(Meaning::Street)},
                       {u"city"_s, text(Meaning::City)},
                       {u"country"_s, text(Meaning::Country)}});
    else if (speaksOf({u"settings", u"preferences", u"config", u"configuration", u"options", u"setup"}))
        json = object({{u"theme"_s, stream.oneIn(2) ? u"dark"_s : u"light"_s},
                       {u"language"_s, text(Meaning::Locale)},
                       {u"notifications"_s, !stream.oneIn(3)}});
    else if (speaksOf({u"dimensions", u"dimension", u"measurements", u"size"}))
        json = object({{u"width"_s, number(stream.between(5, 120))},
                       {u"height"_s, number(stream.between(5, 120))},
                       {u"depth"_s, number(stream.between(1, 60))}});
    else if (speaksOf({u"location", u"coordinates", u"position", u"geo"}))
        json = object({{u"city"_s, text(Meaning::City)}, {u"country"_s, text(Meaning::CountryCode)}});
    else
        json = object({{u"source"_s, stream.oneIn(2) ? u"import"_s : u"web"_s},
                       {u"version"_s, number(stream.between(1, 5))},
                       {u"tags"_s, tags(recipe, row)}});
    if (attempt > 0)
        json.set(u"number"_s, number(row.position + attempt));
    return json;
}

Json bytes(const Recipe &recipe, const Row &row, int attempt)
{
    return object({{u"$hex"_s, hexOf(recipe.stream(row.position, attempt), 32)}});
}

/// A value as it stands in the text of an array, a range or an hstore.
QString bare(const Json &value)
{
    if (value.isString())
        return value.string();
    return value.isNumber() ? value.numberText() : compactJson(value);
}

QString inQuotes(QString text)
{
    return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

/// `{"a","b"}`, PostgreSQL's text of an array.
QString arrayText(const Recipe &recipe, const Row &row, int attempt)
{
    Recipe element = recipe;
    element.type = recipe.type.element.isEmpty() ? Type() : heldBy(recipe.type.element[0]);
    if (recipe.about.meaning == Meaning::Tags)
        element.about = {.meaning = Meaning::Name, .subject = Subject::Tag, .end = End::None, .span = {}};
    const bool isText = element.type.isText() || element.type.isMissing();
    if (isText && recipe.about.meaning == Meaning::Anything)
        element.about = {.meaning = Meaning::Name, .subject = Subject::Tag, .end = End::None, .span = {}};
    QStringList texts;
    // Lists within a list must be of one length.
    const bool isNested = element.type.name == TypeName::Array;
    const qint64 count = isNested ? 1 : recipe.stream(row.position, attempt).between(1, 3);
    for (qint64 i = 0; i < count; ++i) {
        Row part = row;
        part.position = row.position * 3 + int(i);
        part.rows = row.rows * 3;
        const bool isListed = choicesOf(element.type) > 0;
        const QString text = bare(valueOf(element, part, isListed ? choiceOf(element, part) : attempt));
        texts.append(element.type.isNumber() || isNested ? text : inQuotes(text));
    }
    return u'{' + texts.join(u',') + u'}';
}

/// `[1,5)`, PostgreSQL's text of a range.
QString rangeText(const Recipe &recipe, const Row &row, int attempt)
{
    Type type = recipe.type.element.isEmpty() ? Type() : heldBy(recipe.type.element[0]);
    if (type.isMissing())
        type.name = TypeName::Integer;
    Stream stream = recipe.stream(row.position, attempt);
    if (type.isNumber()) {
        const qint64 low = stream.between(1, 80);
        return u"[%1,%2)"_s.arg(low).arg(low + stream.between(2, 40));
    }
    Recipe end = partOf(recipe, type.name, Meaning::Happened, Subject::None);
    const qint64 low = momentOf(end, row, attempt);
    const qint64 high = low + stream.between(1, 14) * 86400;
    if (type.name == TypeName::DateOnly)
        return u"[%1,%2)"_s.arg(dateText(low), dateText(high));
    return u"[\"%1\",\"%2\")"_s.arg(momentText(low), momentText(high));
}

/// `POINT(2.35 48.85)`: the text that all products with geometry read.
QString geometryText(const Recipe &recipe, const Row &row, int attempt)
{
    const auto coordinate = [&](Meaning meaning) {
        return numberOf(partOf(recipe, TypeName::Double, meaning, Subject::None), row, 0);
    };
    const double x = coordinate(Meaning::Longitude) + attempt * 0.01;
    const double y = coordinate(Meaning::Latitude);
    const auto point = [&](double right, double up) {
        return QString::number(x + right, 'f', 4) + u' ' + QString::number(y + up, 'f', 4);
    };
    const QString shape = recipe.type.size.toUpper();
    QString text = u"POINT("_s + point(0, 0) + u')';
    if (shape == u"LINESTRING")
        text = u"LINESTRING("_s + point(0, 0) + u", "_s + point(0.02, 0.01) + u')';
    else if (shape == u"POLYGON")
        text = u"POLYGON(("_s
            + QStringList{point(0, 0), point(0.02, 0), point(0.02, 0.02), point(0, 0)}.join(u", "_s)
            + u"))"_s;
    return recipe.type.srid > 0 ? u"SRID=%1;"_s.arg(recipe.type.srid) + text : text;
}

QString pairsText(const Recipe &recipe, const Row &row)
{
    Stream stream = recipe.stream(row.position);
    const QString color = colorNames[size_t(stream.below(qint64(colorNames.size())))].toString();
    const QString size = sizes[size_t(stream.below(qint64(sizes.size())))].toString();
    return u"\"color\"=>\"%1\", \"size\"=>\"%2\", \"number\"=>\"%3\""_s.arg(color, size)
        .arg(row.position + 1);
}

QString networkText(const Recipe &recipe, const Row &row, int attempt)
{
    if (attempt < 2)
        return networkAddress(recipe, row, attempt).section(u'.', 0, 2) + u".0/24"_s;
    const int number = row.position + attempt;
    return u"10.%1.%2.0/24"_s.arg(number / 256 % 256).arg(number % 256);
}

QString lexemes(const Recipe &recipe, const Row &row, int attempt)
{
    QStringList words = wordsOf(headlineOf(Subject::Post, row)) + wordsOf(recipe.name);
    if (attempt > 0)
        words.append(QString::number(row.position + attempt));
    words.removeDuplicates();
    words.sort();
    for (qsizetype i = 0; i < words.size(); ++i)
        words[i] = u"'%1':%2"_s.arg(words[i]).arg(i + 1);
    return words.join(u' ');
}

Json numberValue(const Recipe &recipe, const Row &row, int attempt)
{
    const double value = numberOf(recipe, row, attempt);
    return value == std::floor(value) ? number(qint64(value)) : Json::number(value);
}

Json dateValue(const Recipe &recipe, const Row &row, int attempt)
{
    const QString text = momentText(momentOf(recipe, row, attempt));
    // A raw column gets what Sequelize makes of a Date.
    return recipe.isRaw ? object({{u"$date"_s, text}}) : Json(text);
}

}

int choicesOf(const Type &type)
{
    if (type.name == TypeName::Boolean)
        return 2;
    return type.name == TypeName::Enum ? int(type.values.size()) : 0;
}

int choiceOf(const Recipe &recipe, const Row &row)
{
    const int count = choicesOf(recipe.type);
    if (recipe.type.name == TypeName::Boolean) {
        Stream stream = recipe.stream(row.position);
        switch (recipe.about.meaning) {
        case Meaning::Done: return row.stage == Stage::Finished ? 1 : 0;
        case Meaning::Likely: return stream.oneIn(5) ? 0 : 1;
        case Meaning::Unlikely: return stream.oneIn(7) ? 1 : 0;
        default: return int(stream.below(2));
        }
    }
    const int round = row.position / std::max(count, 1);
    return int(Shuffle(mixed(recipe.key, quint64(round)), count).at(row.position));
}

Json valueOf(const Recipe &recipe, const Row &row, int attempt)
{
    switch (recipe.type.name) {
    case TypeName::Missing:
    case TypeName::String:
    case TypeName::Char:
    case TypeName::Text:
    case TypeName::CiText:
    case TypeName::Raw:
    case TypeName::Virtual: return textOf(recipe, row, attempt);
    case TypeName::TinyInt:
    case TypeName::SmallInt:
    case TypeName::MediumInt:
    case TypeName::Integer:
    case TypeName::BigInt:
    case TypeName::Float:
    case TypeName::Real:
    case TypeName::Double:
    case TypeName::Decimal: return numberValue(recipe, row, attempt);
    case TypeName::Boolean: return attempt != 0;
    case TypeName::Date:
    case TypeName::Now: return dateValue(recipe, row, attempt);
    case TypeName::DateOnly: return dateText(momentOf(recipe, row, attempt));
    case TypeName::Time: return timeOfDay(recipe, row, attempt).toString(Qt::ISODate);
    case TypeName::Blob: return bytes(recipe, row, attempt);
    case TypeName::Uuid:
    case TypeName::UuidV1:
    case TypeName::UuidV4: return uuidOf(recipe, row, attempt);
    case TypeName::Json:
    case TypeName::Jsonb: {
        const Json json = document(recipe, row, attempt);
        return recipe.isRaw ? Json(compactJson(json)) : json;
    }
    case TypeName::Hstore: return pairsText(recipe, row);
    case TypeName::Enum: return recipe.type.values.value(attempt);
    case TypeName::Array: return arrayText(recipe, row, attempt);
    case TypeName::Range: return rangeText(recipe, row, attempt);
    case TypeName::Geometry:
    case TypeName::Geography: return geometryText(recipe, row, attempt);
    case TypeName::Cidr: return networkText(recipe, row, attempt);
    case TypeName::Inet: return networkAddress(recipe, row, attempt);
    case TypeName::MacAddr: return hardwareAddress(recipe, row, attempt);
    case TypeName::TsVector: return lexemes(recipe, row, attempt);
    }
    Q_UNREACHABLE();
}

double varietyOf(const Recipe &recipe)
{
    if (recipe.type.isNumber())
        return scaleOf(recipe.type).count();
    if (recipe.type.isText()) {
        const int limit = lengthLimit(recipe.type);
        return limit > 0 ? std::pow(36, std::min(limit, 8)) : 1e9;
    }
    return 1e9;
}

}
