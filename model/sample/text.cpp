#include "model/sample/text.h"

#include "model/sample/codes.h"
#include "model/sample/moments.h"
#include "model/sample/numbers.h"
#include "model/sample/person.h"
#include "model/javascript.h"

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

QString pick(Words words, qint64 position)
{
    return words[size_t(position)].toString();
}

QString pick(Words words, Stream &stream)
{
    return pick(words, stream.below(qint64(words.size())));
}

/// One after the other in an order of the table's own, so that few rows say the same.
QString inTurn(Words words, const Row &row, QStringView name)
{
    return pick(words, row.shuffle(name, qint64(words.size())).at(row.position));
}

const Place &placeOf(const Row &row)
{
    return places[size_t(row.shuffle(u"place", qint64(places.size())).at(row.position))];
}

Words sentencesFor(Subject subject)
{
    switch (subject) {
    case Subject::Person: return biographies;
    case Subject::Product: return productDescriptions;
    case Subject::Comment: return comments;
    default: return descriptions;
    }
}

QString paragraph(const Recipe &recipe, const Row &row)
{
    const Words words = sentencesFor(row.subject);
    const Shuffle shuffle(recipe.key, qint64(words.size()));
    QStringList sentences;
    for (int i = 0; i < 3; ++i)
        sentences.append(pick(words, shuffle.at(row.position * qint64(3) + i)));
    return sentences.join(u' ');
}

/// A row's code: ISO where there is one, the name in capitals where it is short, else a numbered one.
QString code(const Row &row, int limit)
{
    const auto headline = [&](Words codes) {
        return pick(codes, row.shuffle(u"headline", qint64(codes.size())).at(row.position));
    };
    switch (row.subject) {
    case Subject::Country: return headline(countryCodes);
    case Subject::Language: return headline(languageCodes);
    case Subject::Currency: return headline(currencyCodes);
    case Subject::Role:
    case Subject::Permission:
    case Subject::Department:
    case Subject::Tag:
    case Subject::Category:
    case Subject::Skill:
    case Subject::Status:
    case Subject::Priority: return slugOf(headlineOf(row.subject, row)).toUpper().replace(u'-', u'_');
    case Subject::Course: return u"CS-"_s + QString::number(101 + row.position);
    default: break;
    }
    const QString number = QString::number(1001 + row.position);
    if (limit > 0 && limit < number.size())
        return slugOf(headlineOf(row.subject, row)).remove(u'-').left(limit).toUpper();
    if (limit > 0 && limit < number.size() + 4)
        return number;
    const QString prefix = slugOf(row.noun).remove(u'-').left(3).toUpper();
    return (prefix.isEmpty() ? u"N"_s : prefix) + u'-' + number;
}

/// A word for how far the row has come, where there is one.
QString state(const Row &row, Stream &stream)
{
    const Words words = statuses(row.subject);
    const qint64 start = stream.below(qint64(words.size()));
    for (size_t i = 0; i < words.size(); ++i) {
        const QStringView word = words[(size_t(start) + i) % words.size()];
        if (stageOf(word) == row.stage)
            return word.toString();
    }
    return pick(words, start);
}

/// What stands for the row in an address.
QString addressName(const Row &row)
{
    return slugOf(headlineOf(row.subject == Subject::None ? Subject::Company : row.subject, row));
}

QString address(const Row &row)
{
    if (row.subject == Subject::Picture)
        return u"https://example.com/images/%1.jpg"_s.arg(addressName(row));
    if (row.subject == Subject::File)
        return u"https://example.com/files/"_s + headlineOf(row.subject, row);
    return u"https://%1.example.com"_s.arg(addressName(row));
}

QString moment(const Recipe &recipe, const Row &row, int attempt)
{
    const bool isDay = recipe.about.meaning == Meaning::Birthday || recipe.about.meaning == Meaning::Due
        || recipe.about.meaning == Meaning::Expires || recipe.name.endsWith("date"_L1, Qt::CaseInsensitive);
    const qint64 seconds = momentOf(recipe, row, attempt);
    return isDay ? dateText(seconds) : momentText(seconds);
}

QString anything(const Recipe &recipe, const Row &row)
{
    return pick(adjectives, Shuffle(recipe.key, qint64(adjectives.size())).at(row.position)) + u' '
        + pick(nouns, Shuffle(recipe.key + 1, qint64(nouns.size())).at(row.position)).toLower();
}

QString tagList(const Recipe &recipe, const Row &row)
{
    const Words words = headlines(Subject::Tag);
    const Shuffle shuffle(recipe.key, qint64(words.size()));
    return pick(words, shuffle.at(row.position * qint64(2))) + u", "_s
        + pick(words, shuffle.at(row.position * qint64(2) + 1));
}

QString numberText(const Recipe &recipe, const Row &row, int attempt)
{
    Recipe number = recipe;
    number.type = Type();
    number.type.name = TypeName::Decimal;
    return javascriptNumber(numberOf(number, row, attempt));
}

/// The name of the row, or of something else that one of its columns names.
QString nameOf(const Recipe &recipe, const Row &row)
{
    const Subject subject = recipe.about.subject;
    if (row.subject == Subject::Vehicle && subject == Subject::Company)
        return headlineOf(Subject::Vehicle, row).section(u' ', 0, 0);
    if (row.subject == Subject::Vehicle && subject == Subject::Product)
        return headlineOf(Subject::Vehicle, row).section(u' ', 1);
    if (recipe.about.isOwn)
        return headlineOf(subject, row);
    Row other = row;
    other.key = recipe.key;
    return headlineOf(subject, other);
}

/// What a column says where nothing has to differ.
QString plainText(const Recipe &recipe, const Row &row, int limit, int attempt)
{
    Stream stream = recipe.stream(row.position, attempt);
    switch (recipe.about.meaning) {
    case Meaning::Name: return nameOf(recipe, row);
    case Meaning::FirstName: return personOf(row).first;
    case Meaning::LastName: return personOf(row).last;
    case Meaning::Username: return usernameOf(row);
    case Meaning::Email: return emailOf(row, limit);
    case Meaning::Phone: return phoneOf(row);
    case Meaning::JobTitle: return inTurn(jobTitles, row, u"job");
    case Meaning::Gender: {
        const QString word = (isWoman(personIndexOf(row)) ? genders[0] : genders[1]).toString();
        return limit > 0 && limit < 6 ? word.left(1) : word;
    }
    case Meaning::Sentence: return inTurn(sentencesFor(row.subject), row, recipe.name);
    case Meaning::Paragraph:
        return row.subject == Subject::Comment ? inTurn(comments, row, u"comment") : paragraph(recipe, row);
    case Meaning::Comment: return inTurn(comments, row, recipe.name);
    case Meaning::Biography: return inTurn(biographies, row, u"biography");
    case Meaning::Tags: return tagList(recipe, row);
    case Meaning::Status: return state(row, stream);
    case Meaning::Kind: return pick(kinds(row.subject), stream);
    case Meaning::Priority: return pick(priorities, stream);
    case Meaning::Difficulty: return pick(difficulties, stream);
    case Meaning::Slug: return slugOf(headlineOf(row.subject, row));
    case Meaning::Code: return code(row, limit);
    case Meaning::Sku:
        return slugOf(headlineOf(Subject::Product, row)).remove(u'-').left(3).toUpper() + u'-'
            + QString::number(stream.between(1000, 9999));
    case Meaning::Isbn:
        return withCheckDigit(u"978"_s + QString::number(stream.between(100000000, 399999999)));
    case Meaning::Barcode:
        return withCheckDigit(u"400"_s + QString::number(stream.between(100000000, 999999999)));
    case Meaning::Iban: return ibanOf(stream);
    case Meaning::Bic: return bicOf(stream);
    case Meaning::Token: return hexOf(stream, 32);
    case Meaning::Password: return u"$2b$10$"_s + hexOf(stream, 53);
    case Meaning::Uuid: return uuidOf(recipe, row, attempt);
    case Meaning::Url: return address(row);
    case Meaning::Image: return u"https://example.com/images/%1.jpg"_s.arg(addressName(row));
    case Meaning::Host: return slugOf(headlineOf(Subject::Company, row)) + u".example"_s;
    case Meaning::FileName: return inTurn(fileNames, row, u"headline");
    case Meaning::Extension: return inTurn(fileNames, row, u"headline").section(u'.', -1);
    case Meaning::Path: return u"/"_s + slugOf(row.noun) + u'/' + slugOf(headlineOf(row.subject, row));
    case Meaning::Mime: return inTurn(mimeTypes, row, u"headline");
    case Meaning::Color: return pick(limit == 0 || limit >= 7 ? colors : colorNames, stream);
    case Meaning::Icon: return pick(icons, stream);
    case Meaning::Street:
        return QString::number(stream.between(1, 180)) + u' ' + inTurn(streets, row, u"street");
    case Meaning::City: return placeOf(row).city.toString();
    case Meaning::Region: return placeOf(row).region.toString();
    case Meaning::Country:
        return (limit > 0 && limit < 4 ? placeOf(row).code : placeOf(row).country).toString();
    case Meaning::CountryCode:
        return row.subject == Subject::Country ? code(row, limit) : placeOf(row).code.toString();
    case Meaning::PostalCode: return QString::number(stream.between(10000, 99999));
    case Meaning::Locale: return pick(languageCodes.first(8), stream);
    case Meaning::Currency: return pick(currencyCodes.first(6), stream);
    case Meaning::TimeZone: return placeOf(row).zone.toString();
    case Meaning::Ip: return networkAddress(recipe, row, attempt);
    case Meaning::Mac: return hardwareAddress(recipe, row, attempt);
    case Meaning::UserAgent: return pick(userAgents, stream);
    case Meaning::Release:
        return u"%1.%2.%3"_s.arg(stream.between(1, 4)).arg(stream.below(12)).arg(stream.below(9));
    case Meaning::Unit: return pick(units, stream);
    case Meaning::Size: return pick(sizes, stream);
    case Meaning::Created:
    case Meaning::Updated:
    case Meaning::Deleted:
    case Meaning::Started:
    case Meaning::Finished:
    case Meaning::Due:
    case Meaning::Expires:
    case Meaning::Birthday:
    case Meaning::Happened: return moment(recipe, row, attempt);
    case Meaning::Position:
    case Meaning::Level:
        return row.subject == Subject::Person ? inTurn(jobTitles, row, u"job")
                                              : numberText(recipe, row, attempt);
    case Meaning::Anything:
    case Meaning::Done:
    case Meaning::Likely:
    case Meaning::Unlikely: return anything(recipe, row);
    default: return numberText(recipe, row, attempt);
    }
}

QString inBase36(qint64 number, int digits)
{
    return QString::number(number, 36).rightJustified(digits, u'0').right(digits);
}

/// The text with a number where its kind carries one.
QString numbered(const QString &text, Meaning meaning, int number, int limit)
{
    const QString digits = QString::number(number);
    const qsizetype room = limit > 0 ? limit : 1 << 20;
    if (meaning == Meaning::Email) {
        const QString domain = text.mid(text.indexOf(u'@'));
        const qsizetype before = room - domain.size() - digits.size();
        if (text.contains(u'@') && before > 0)
            return text.left(text.indexOf(u'@')).left(before) + digits + domain;
    }
    if (room < digits.size() + 3)
        return inBase36(number, int(room));
    const bool isName = meaning == Meaning::Name || meaning == Meaning::Anything;
    const bool isPlain = meaning == Meaning::Username || meaning == Meaning::Phone;
    const QString between = isName ? u" "_s : isPlain ? QString() : u"-"_s;
    return text.left(room - digits.size() - between.size()) + between + digits;
}

/// As much as the column takes, whole words if possible.
QString fitted(const QString &text, int limit)
{
    if (limit <= 0 || text.size() <= limit)
        return text;
    const QString cut = text.left(limit);
    const qsizetype space = cut.lastIndexOf(u' ');
    return (text[limit] != u' ' && space > limit / 2 ? cut.left(space) : cut).trimmed();
}

}

QString headlineOf(Subject subject, const Row &row)
{
    if (subject == Subject::Person) {
        const Person person = personOf(row);
        return person.first + u' ' + person.last;
    }
    if (const Words words = headlines(subject); !words.empty())
        return inTurn(words, row, u"headline");
    if (subject == Subject::Order || row.noun.isEmpty())
        return (row.noun.isEmpty() ? u"Row"_s : row.noun.toString()) + u' '
            + QString::number(1001 + row.position);
    return inTurn(adjectives, row, u"headline") + u' ' + row.noun.toString().toLower();
}

QString textOf(const Recipe &recipe, const Row &row, int attempt)
{
    const int limit = lengthLimit(recipe.type);
    const Meaning meaning = recipe.about.meaning;
    const bool isRandom = meaning == Meaning::Uuid || meaning == Meaning::Token
        || meaning == Meaning::Password || meaning == Meaning::Isbn || meaning == Meaning::Iban
        || meaning == Meaning::Barcode || meaning == Meaning::Ip || meaning == Meaning::Mac;
    const QString text = plainText(recipe, row, limit, isRandom ? attempt : 0);
    if (attempt == 0 || (isRandom && attempt < 3))
        return fitted(text, limit);
    if (attempt == 1) {
        // "Apollo 2" is the second of that name.
        const auto count = qint64(headlines(recipe.about.subject).size());
        if (meaning == Meaning::Name && recipe.about.subject != Subject::Person && count > 0)
            return numbered(text, meaning, int(row.position / count) + 1, limit);
    }
    return numbered(text, meaning, row.position + attempt, limit);
}

}
