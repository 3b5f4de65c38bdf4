#include "model/schema/naming.h"

#include <QStringBuilder>
#include <QStringList>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::string_view vowels = "aeiouy";

/// In the order of the alphabet.
constexpr auto uncountable = std::to_array<std::string_view>({
    "accommodation",
    "adulthood",
    "advertising",
    "advice",
    "aggression",
    "aid",
    "air",
    "aircraft",
    "alcohol",
    "anger",
    "applause",
    "arithmetic",
    "assistance",
    "athletics",
    "bacon",
    "baggage",
    "beef",
    "biology",
    "blood",
    "botany",
    "bread",
    "butter",
    "carbon",
    "cardboard",
    "cash",
    "chalk",
    "chaos",
    "chess",
    "countryside",
    "crossroads",
    "dancing",
    "deer",
    "dignity",
    "dirt",
    "dust",
    "economics",
    "education",
    "electricity",
    "engineering",
    "enjoyment",
    "envy",
    "equipment",
    "ethics",
    "evidence",
    "evolution",
    "fame",
    "fiction",
    "flour",
    "flu",
    "food",
    "fuel",
    "fun",
    "furniture",
    "gallows",
    "garbage",
    "garlic",
    "genetics",
    "gold",
    "golf",
    "gossip",
    "gratitude",
    "grief",
    "guilt",
    "gymnastics",
    "happiness",
    "hardware",
    "harm",
    "hate",
    "hatred",
    "health",
    "heat",
    "help",
    "homework",
    "honesty",
    "honey",
    "hospitality",
    "housework",
    "humour",
    "hunger",
    "hydrogen",
    "ice",
    "importance",
    "inflation",
    "information",
    "innocence",
    "iron",
    "irony",
    "jam",
    "jewelry",
    "judo",
    "karate",
    "knowledge",
    "lack",
    "laughter",
    "lava",
    "leather",
    "leisure",
    "lightning",
    "linguine",
    "linguini",
    "linguistics",
    "literature",
    "litter",
    "livestock",
    "logic",
    "loneliness",
    "luck",
    "luggage",
    "macaroni",
    "machinery",
    "magic",
    "management",
    "mankind",
    "marble",
    "mathematics",
    "mayonnaise",
    "measles",
    "methane",
    "milk",
    "minus",
    "money",
    "mud",
    "mumps",
    "music",
    "nature",
    "news",
    "nitrogen",
    "nonsense",
    "nurture",
    "nutrition",
    "obedience",
    "obesity",
    "oxygen",
    "pasta",
    "patience",
    "physics",
    "poetry",
    "pollution",
    "poverty",
    "pride",
    "psychology",
    "publicity",
    "punctuation",
    "quartz",
    "racism",
    "relaxation",
    "reliability",
    "research",
    "respect",
    "revenge",
    "rice",
    "rubbish",
    "rum",
    "safety",
    "scenery",
    "seafood",
    "seaside",
    "series",
    "shame",
    "sheep",
    "shopping",
    "sleep",
    "smoke",
    "smoking",
    "snow",
    "soap",
    "software",
    "soil",
    "spaghetti",
    "species",
    "steam",
    "stuff",
    "stupidity",
    "sunshine",
    "symmetry",
    "tennis",
    "thirst",
    "thunder",
    "timber",
    "traffic",
    "transportation",
    "trust",
    "underwear",
    "unemployment",
    "unity",
    "validity",
    "veal",
    "vegetarianism",
    "vegetation",
    "vengeance",
    "violence",
    "vitality",
    "warmth",
    "wealth",
    "weather",
    "welfare",
    "wheat",
    "wildlife",
    "wisdom",
    "yoga",
    "zinc",
    "zoology",
});
static_assert(std::is_sorted(uncountable.begin(), uncountable.end()));

/// One way a word can end, and what becomes of it. Case is ignored in matching; what is appended is lower
/// case.
struct Rule
{
    std::string_view ending;
    int drop = -1; ///< letters taken off the end; -1 leaves the word as it is
    std::string_view append; ///< '@' stands for the first letter of the ending as it was written
    std::string_view before; ///< the letter before the ending is one of these …
    bool not_ = false; ///< … or is none of these
    enum { Suffix, Whole, Prefix } where = Suffix;
};

constexpr Rule whole(std::string_view word, int drop = -1, std::string_view append = {})
{
    return {.ending = word, .drop = drop, .append = append, .where = Rule::Whole};
}

constexpr Rule after(std::string_view letters, std::string_view ending, int drop = -1,
                     std::string_view append = {})
{
    return {.ending = ending, .drop = drop, .append = append, .before = letters};
}

constexpr Rule afterNone(std::string_view letters, std::string_view ending, int drop = -1,
                         std::string_view append = {})
{
    return {.ending = ending, .drop = drop, .append = append, .before = letters, .not_ = true};
}

// The first rule that matches decides. The order is that of inflection 1.13.4, mistakes included
// ("Analyses" → "AnalyAsis", "shoes" → "sho"): tables are named by it.
constexpr std::array pluralRules{
    // Already plural.
    whole("men"),
    whole("women"),
    Rule{"people"},
    Rule{"children"},
    after("ti", "a"),
    Rule{"analyses"},
    Rule{"bases"},
    Rule{"diagnoses"},
    Rule{"parentheses"},
    Rule{"prognoses"},
    Rule{"synopses"},
    Rule{"theses"},
    Rule{"databases"},
    Rule{"drives"},
    Rule{"hives"},
    Rule{"tives"},
    Rule{"curves"},
    after("lr", "ves"),
    afterNone("fo", "ves"),
    afterNone(vowels, "ies"),
    Rule{"quies"},
    Rule{"series"},
    Rule{"movies"},
    Rule{"xes"},
    Rule{"ches"},
    Rule{"sses"},
    Rule{"shes"},
    after("m|l", "ice"),
    Rule{"buses"},
    Rule{"oes"},
    Rule{"shoes"},
    Rule{"crises"},
    Rule{"axes"},
    Rule{"testes"},
    Rule{"octopuses"},
    Rule{"viruses"},
    Rule{"aliases"},
    Rule{"canvases"},
    Rule{"statuses"},
    Rule{"campuses"},
    whole("summonses"),
    whole("bonuses"),
    Rule{.ending = "oxen", .where = Rule::Prefix},
    Rule{"matrices"},
    whole("feet"),
    whole("teeth"),
    whole("geese"),
    Rule{"quizzes"},
    whole("whereases"),
    whole("criteria"),
    whole("genera"),
    // Singular.
    whole("man", 2, "en"),
    whole("woman", 2, "en"),
    Rule{"person", 4, "ople"},
    Rule{"child", 0, "ren"},
    Rule{"drive", 0, "s"},
    whole("ox", 0, "en"),
    Rule{"axis", 2, "es"},
    Rule{"testis", 2, "es"},
    Rule{"octopus", 2, "uses"},
    Rule{"virus", 2, "uses"},
    Rule{"alias", 0, "es"},
    Rule{"status", 0, "es"},
    Rule{"canvas", 0, "es"},
    Rule{"campus", 0, "es"},
    whole("summons", 0, "es"),
    whole("bonus", 0, "es"),
    Rule{"bus", 1, "ses"},
    Rule{"buffalo", 1, "oes"},
    Rule{"tomato", 1, "oes"},
    Rule{"potato", 1, "oes"},
    after("ti", "um", 2, "a"),
    Rule{"sis", 3, "ses"},
    afterNone("f", "fe", 2, "ves"),
    after("lr", "f", 1, "ves"),
    Rule{"hive", 2, "ves"},
    Rule{"tive", 2, "ves"},
    afterNone(vowels, "y", 1, "ies"),
    Rule{"quy", 1, "ies"},
    Rule{"matrix", 2, "ices"},
    Rule{"vertex", 2, "ices"},
    Rule{"index", 2, "ices"},
    Rule{"x", 0, "es"},
    Rule{"ch", 0, "es"},
    Rule{"ss", 0, "es"},
    Rule{"sh", 0, "es"},
    after("m|l", "ouse", 4, "ice"),
    whole("foot", 4, "feet"),
    whole("tooth", 5, "teeth"),
    whole("goose", 5, "geese"),
    Rule{"quiz", 0, "zes"},
    whole("whereas", 0, "es"),
    whole("criterion", 2, "a"),
    whole("genus", 5, "genera"),
    Rule{"s", 1, "s"},
    Rule{"", 0, "s"},
};

constexpr std::array singularRules{
    // Already singular.
    whole("man"),
    whole("woman"),
    Rule{"person"},
    Rule{"child"},
    Rule{"drive"},
    whole("ox"),
    Rule{"axis"},
    Rule{"testis"},
    Rule{"octopus"},
    Rule{"virus"},
    Rule{"alias"},
    Rule{"status"},
    Rule{"canvas"},
    Rule{"campus"},
    whole("summons"),
    whole("bonus"),
    Rule{"bus"},
    Rule{"buffalo"},
    Rule{"tomato"},
    Rule{"potato"},
    after("ti", "um"),
    Rule{"sis"},
    afterNone("f", "fe"),
    after("lr", "f"),
    Rule{"hive"},
    Rule{"tive"},
    afterNone(vowels, "y"),
    Rule{"quy"},
    Rule{"x"},
    Rule{"ch"},
    Rule{"ss"},
    Rule{"sh"},
    Rule{"matrix"},
    after("m|l", "ouse"),
    whole("foot"),
    whole("tooth"),
    whole("goose"),
    Rule{"quiz"},
    whole("whereas"),
    whole("criterion"),
    whole("genus"),
    // Plural.
    whole("men", 2, "an"),
    whole("women", 2, "an"),
    Rule{"people", 4, "rson"},
    Rule{"children", 3},
    Rule{"databases", 1},
    Rule{"drives", 1},
    whole("genera", 6, "genus"),
    whole("criteria", 1, "on"),
    after("ti", "a", 1, "um"),
    Rule{"analyses", 3, "@sis"},
    Rule{"bases", 3, "sis"},
    Rule{"diagnoses", 3, "sis"},
    Rule{"parentheses", 3, "sis"},
    Rule{"prognoses", 3, "sis"},
    Rule{"synopses", 3, "sis"},
    Rule{"theses", 3, "sis"},
    Rule{"hives", 3, "ve"},
    Rule{"tives", 3, "ve"},
    Rule{"curves", 1},
    after("lr", "ves", 3, "f"),
    after("a", "ves", 3, "ve"),
    afterNone("fo", "ves", 3, "fe"),
    Rule{"movies", 5, "ovie"},
    afterNone(vowels, "ies", 3, "y"),
    Rule{"quies", 3, "y"},
    Rule{"series", 5, "eries"},
    Rule{"xes", 2},
    Rule{"ches", 2},
    Rule{"sses", 2},
    Rule{"shes", 2},
    after("m|l", "ice", 3, "ouse"),
    Rule{"buses", 2},
    Rule{"oes", 2},
    Rule{"shoes", 1},
    Rule{"crises", 2, "is"},
    Rule{"axes", 2, "is"},
    Rule{"testes", 2, "is"},
    Rule{"octopuses", 4, "us"},
    Rule{"viruses", 4, "us"},
    Rule{"aliases", 2},
    Rule{"canvases", 2},
    Rule{"statuses", 2},
    Rule{"campuses", 2},
    whole("summonses", 2),
    whole("bonuses", 2),
    Rule{.ending = "oxen", .drop = 2, .where = Rule::Prefix},
    Rule{"matrices", 4, "ix"},
    Rule{"vertices", 4, "ex"},
    Rule{"indices", 4, "ex"},
    whole("feet", 4, "foot"),
    whole("teeth", 5, "tooth"),
    whole("geese", 5, "goose"),
    Rule{"quizzes", 3},
    whole("whereases", 2),
    Rule{"ss", 2, "ss"},
    Rule{"s", 1},
};

/// JavaScript folds only ASCII letters to ASCII letters.
char16_t lower(QChar c)
{
    const char16_t code = c.unicode();
    return code >= u'A' && code <= u'Z' ? code + 32 : code;
}

/// The word in small letters. What is beyond ASCII, which no rule names, becomes one letter.
std::string folded(QStringView word)
{
    constexpr char16_t beyond = 0x7f;
    std::string out;
    out.reserve(size_t(word.size()));
    for (const QChar c : word)
        out += char(std::min(lower(c), beyond));
    return out;
}

/// From the last letter on, at which most rules fail.
bool endsWith(std::string_view word, std::string_view ending)
{
    return word.size() >= ending.size() && std::equal(ending.rbegin(), ending.rend(), word.rbegin());
}

bool matches(std::string_view word, const Rule &rule)
{
    if (rule.where == Rule::Prefix)
        return word.starts_with(rule.ending);
    if (!endsWith(word, rule.ending))
        return false;
    if (rule.where == Rule::Whole)
        return word.size() == rule.ending.size();
    if (rule.before.empty())
        return true;
    if (word.size() == rule.ending.size())
        return false;
    const char before = word[word.size() - rule.ending.size() - 1];
    return (rule.before.find(before) != std::string_view::npos) != rule.not_;
}

QString applied(const QString &word, const Rule &rule)
{
    if (rule.drop < 0)
        return word;
    if (rule.where == Rule::Prefix)
        return word.left(qsizetype(rule.ending.size()) - rule.drop) + word.mid(qsizetype(rule.ending.size()));
    QString out = word.left(word.size() - rule.drop);
    for (const char c : rule.append)
        out += c == '@' ? word[word.size() - qsizetype(rule.ending.size())] : QLatin1Char(c);
    return out;
}

/// Rules by the letter that a word must end with for them to match.
class Rules
{
public:
    explicit Rules(std::span<const Rule> rules)
    {
        for (const Rule &rule : rules) {
            if (rule.where != Rule::Prefix && !rule.ending.empty()) {
                m_byLetter[size_t(rule.ending.back())].push_back(&rule);
                continue;
            }
            for (auto &those : m_byLetter)
                those.push_back(&rule);
        }
    }

    const std::vector<const Rule *> &endingWith(char letter) const { return m_byLetter[size_t(letter)]; }

private:
    std::array<std::vector<const Rule *>, 128> m_byLetter; ///< folded() leaves ASCII
};

QString inflected(const QString &word, const Rules &rules)
{
    const std::string small = folded(word);
    // To JavaScript's toLowerCase(), though not to its regular expressions, the sign for kelvin is a K.
    const QChar kelvin(0x212A);
    const bool isUnchanging = std::ranges::binary_search(
        uncountable, word.contains(kelvin) ? folded(QString(word).replace(kelvin, u'k')) : small);
    if (isUnchanging)
        return word;
    for (const Rule *rule : rules.endingWith(small.empty() ? char() : small.back())) {
        if (matches(small, *rule))
            return applied(word, *rule);
    }
    return word;
}

/// What `\s` matches in JavaScript.
bool isSpace(QChar c)
{
    return c.isSpace() || c.unicode() == 0xFEFF;
}

}

QString pluralize(const QString &word)
{
    static const Rules rules(pluralRules);
    return inflected(word, rules);
}

QString singularize(const QString &word)
{
    static const Rules rules(singularRules);
    return inflected(word, rules);
}

QString underscore(const QString &name)
{
    QStringList parts = name.split(u"::"_s);
    for (QString &part : parts) {
        QString out;
        for (const QChar c : part) {
            if (c >= u'A' && c <= u'Z')
                out += u'_';
            out += c;
        }
        if (out.startsWith(u'_'))
            out.remove(0, 1);
        part = out;
    }
    return parts.join(u'/').toLower();
}

namespace {

/// Of one letter beyond ASCII may become two.
void appendRaised(QString &text, QChar c)
{
    if (c.unicode() < 0x80)
        text += c.toUpper();
    else
        text += QString(c).toUpper();
}

}

QString camelize(const QString &name)
{
    QStringView text(name);
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    const auto isSeparator = [](QChar c) { return c == u'-' || c == u'_' || isSpace(c); };
    QString out;
    out.reserve(text.size());
    for (auto at = text.begin(); at != text.end();) {
        const auto end = std::find_if(at, text.end(), isSeparator);
        if (at != text.begin())
            appendRaised(out, *at++);
        out += QStringView(at, end);
        at = std::find_if_not(end, text.end(), isSeparator);
    }
    return out;
}

QString upperFirst(const QString &name)
{
    return QString(name.left(1).toUpper() % QStringView(name).mid(1));
}

}
