#include "model/check/names/singular.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Words, and abbreviations, that end in s and are one.
constexpr std::array singulars{
    "atlas"_L1,    "bias"_L1,   "christmas"_L1, "gas"_L1,    "pancreas"_L1, "cannabis"_L1,   "debris"_L1,
    "iris"_L1,     "mantis"_L1, "marquis"_L1,   "pelvis"_L1, "tennis"_L1,   "metropolis"_L1, "trellis"_L1,
    "lens"_L1,     "chaos"_L1,  "cosmos"_L1,    "ethos"_L1,  "thermos"_L1,  "kudos"_L1,      "kubernetes"_L1,
    "mercedes"_L1, "aws"_L1,    "bios"_L1,      "cms"_L1,    "css"_L1,      "dns"_L1,        "dos"_L1,
    "gps"_L1,      "https"_L1,  "ios"_L1,       "lms"_L1,    "mms"_L1,      "nas"_L1,        "os"_L1,
    "pos"_L1,      "saas"_L1,   "sms"_L1,       "tls"_L1,    "ups"_L1,
};

/// Among so many that are one (focus, campus, radius), these are many.
constexpr std::array pluralsInUs{
    "menus"_L1, "gurus"_L1, "emus"_L1, "gnus"_L1, "tofus"_L1,    "haikus"_L1, "tutus"_L1,
    "cpus"_L1,  "gpus"_L1,  "skus"_L1, "eaus"_L1, "caribous"_L1, "bayous"_L1,
};

/// Many in -a; all others that Sequelize changes to -um are one (quota, delta, militia).
constexpr std::array pluralsInA{
    "data"_L1,      "media"_L1,     "bacteria"_L1,  "strata"_L1,     "errata"_L1,   "stadia"_L1,
    "auditoria"_L1, "gymnasia"_L1,  "aquaria"_L1,   "emporia"_L1,    "symposia"_L1, "consortia"_L1,
    "compendia"_L1, "sanatoria"_L1, "honoraria"_L1, "equilibria"_L1, "premia"_L1,
};

/// Many whose singular ends in e, which Sequelize's rules take away or change.
constexpr std::array pluralsInEs{
    "cookies"_L1,   "selfies"_L1, "zombies"_L1, "calories"_L1,   "rookies"_L1,  "brownies"_L1, "hoodies"_L1,
    "smoothies"_L1, "newbies"_L1, "foodies"_L1, "genies"_L1,     "prairies"_L1, "bookies"_L1,  "indies"_L1,
    "caches"_L1,    "niches"_L1,  "aches"_L1,   "avalanches"_L1, "psyches"_L1,  "quiches"_L1,  "shoes"_L1,
    "canoes"_L1,    "oboes"_L1,   "aloes"_L1,   "serves"_L1,     "nerves"_L1,   "valves"_L1,   "sleeves"_L1,
    "olives"_L1,    "solves"_L1,  "volves"_L1,  "swerves"_L1,    "carves"_L1,
};
constexpr std::array wholePluralsInEs{
    "ties"_L1, "pies"_L1, "lies"_L1, "dies"_L1, "toes"_L1, "foes"_L1, "dives"_L1, "fives"_L1, "eves"_L1,
};

template <typename Words>
bool holds(const Words &words, const QString &word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <typename Words>
bool endsLike(const Words &words, const QString &word)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1StringView each) { return word.endsWith(each); });
}

}

QString properSingular(const QString &name)
{
    static const QRegularExpression lastWord(u"([A-Z]?[a-z]+|[A-Z]+)$"_s);
    constexpr qsizetype longestAbbreviation = 4;
    const QString last = lastWord.match(name).captured();
    if (last.endsWith(u'S') && last.size() <= longestAbbreviation)
        return name;
    const QString word = last.toLower();
    const bool isOne = holds(singulars, word) || (word.endsWith("us"_L1) && !endsLike(pluralsInUs, word))
        || (word.endsWith(u'a') && !endsLike(pluralsInA, word))
        || (word.endsWith("ice"_L1) && !word.endsWith("mice"_L1) && word != "lice"_L1);
    if (isOne)
        return name;
    return endsLike(pluralsInEs, word) || holds(wholePluralsInEs, word) ? name.chopped(1) : QString();
}

}
