#include "model/sample/columnmeaning.h"

#include "model/sample/lexicon.h"
#include "model/schema/naming.h"

using namespace Qt::StringLiterals;

namespace model::sample {

QStringList wordsOf(QStringView name)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(word.toLower());
        word.clear();
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetter()) {
            end();
            continue;
        }
        const bool afterSmall = i > 0 && name[i - 1].isLower();
        const bool beforeSmall = i + 1 < name.size() && name[i + 1].isLower();
        if (c.isUpper() && (afterSmall || beforeSmall))
            end();
        word += c;
    }
    end();
    return words;
}

Subject subjectOf(QStringView model)
{
    const QStringList words = wordsOf(model);
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        for (const QString &form : {*word, singularize(*word)}) {
            if (const Subject subject = subjectNamed(form); subject != Subject::None)
                return subject;
        }
    }
    return Subject::None;
}

namespace {

/// The meaning of the last words, the longest phrase first, else of any word from the end.
std::optional<Entry> meaningOf(const QStringList &words)
{
    for (qsizetype count = std::min<qsizetype>(3, words.size()); count > 0; --count) {
        if (const auto entry = entryNamed(words.mid(words.size() - count).join(u' ')))
            return entry;
    }
    return {};
}

std::optional<Entry> meaningWithin(const QStringList &words)
{
    if (words.size() > 1) {
        if (const auto entry = entryNamed(words[0] + u' ' + words[1]))
            return entry;
    }
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        if (const auto entry = entryNamed(*word))
            return entry;
    }
    return {};
}

bool isMoment(TypeName type)
{
    return type == TypeName::Date || type == TypeName::DateOnly || type == TypeName::Time
        || type == TypeName::Now;
}

/// `dueDate`, `created_at`: what is left without the words that only say that it is a moment.
Meaning meaningOfMoment(const QStringList &words)
{
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        if (const auto meaning = momentNamed(*word))
            return *meaning;
    }
    return Meaning::Happened;
}

bool saysMoment(const QStringList &words)
{
    static const QStringList ends{u"at"_s, u"on"_s, u"date"_s, u"datetime"_s, u"timestamp"_s, u"deadline"_s};
    return !words.isEmpty()
        && (ends.contains(words.last()) || momentNamed(words.last()) == Meaning::Birthday);
}

Meaning flagOf(const QStringList &words)
{
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        if (const auto meaning = flagNamed(*word))
            return *meaning;
    }
    return Meaning::Anything;
}

void findEnd(const QStringList &words, ColumnMeaning &about)
{
    QStringList rest;
    for (const QString &word : words) {
        if (const End end = endNamed(word); end != End::None && about.end == End::None)
            about.end = end;
        else
            rest.append(word);
    }
    about.span = rest.join(u' ');
}

}

ColumnMeaning columnMeaningOf(QStringView attribute, const Type &type, Subject model)
{
    static const QStringList ownNames{u"name"_s,    u"title"_s,    u"label"_s,
                                      u"heading"_s, u"fullname"_s, u"displayname"_s};
    const QStringList words = wordsOf(attribute);
    ColumnMeaning about;
    about.subject = model;
    if (isMoment(type.name)) {
        about.meaning = meaningOfMoment(words);
        findEnd(words, about);
        return about;
    }
    if (type.name == TypeName::Boolean) {
        about.meaning = flagOf(words);
        return about;
    }
    auto entry = meaningOf(words);
    if (!entry && saysMoment(words)) {
        about.meaning = meaningOfMoment(words);
        return about;
    }
    if (!entry)
        entry = meaningWithin(words);
    if (!entry) {
        about.meaning = Meaning::Anything;
    } else {
        about.meaning = entry->meaning;
        if (entry->subject != Subject::None) {
            about.subject = entry->subject;
            about.isOwn = ownNames.contains(words.last());
        } else if (about.meaning == Meaning::Name && words.size() > 1) {
            // `companyName` of a user is not the user's.
            const Subject named = subjectOf(QStringList(words.mid(0, words.size() - 1)).join(u' '));
            about.subject = named == Subject::None ? model : named;
            about.isOwn = about.subject == model;
        }
        if (type.isText() && words.last() == u"value")
            about.meaning = Meaning::Anything;
    }
    if (type.isNumber()) {
        findEnd(words, about);
        if (about.meaning == Meaning::Name)
            about.meaning = Meaning::Id;
    }
    return about;
}

bool isSometimesEmpty(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Anything:
    case Meaning::Phone:
    case Meaning::JobTitle:
    case Meaning::Sentence:
    case Meaning::Biography:
    case Meaning::Tags:
    case Meaning::Url:
    case Meaning::Image:
    case Meaning::Path:
    case Meaning::Color:
    case Meaning::Icon:
    case Meaning::Street:
    case Meaning::Region:
    case Meaning::PostalCode:
    case Meaning::Locale:
    case Meaning::TimeZone:
    case Meaning::Ip:
    case Meaning::Mac:
    case Meaning::UserAgent:
    case Meaning::Release:
    case Meaning::Unit:
    case Meaning::Size:
    case Meaning::Age:
    case Meaning::Year:
    case Meaning::Rating:
    case Meaning::Score:
    case Meaning::Percent:
    case Meaning::Discount:
    case Meaning::TaxRate:
    case Meaning::Duration:
    case Meaning::Effort:
    case Meaning::Weight:
    case Meaning::Length:
    case Meaning::Distance:
    case Meaning::Temperature:
    case Meaning::Due:
    case Meaning::Expires:
    case Meaning::Birthday:
    case Meaning::Happened: return true;
    default: return false;
    }
}

}
