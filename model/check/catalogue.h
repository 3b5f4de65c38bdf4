#pragma once

#include "model/schema/problem.h"

#include <span>

namespace model {

/// What a problem is about: the folders of the checks.
enum class Family : quint8 { ManyToMany, Associations, Keys, Names, Types, Indexes, Timestamps };

/// A row of the catalogue.
struct CodeEntry
{
    Code code;
    QLatin1StringView name; ///< NM many-to-many, S other schema, D one dialect; users and project files know it
    Family family;
    Severity severity; ///< unless a check knows better
    const char *meaning; ///< what its problems have in common, to be translated
};

/// All of it, in the order of the codes.
std::span<const CodeEntry> catalogue();

const CodeEntry &entryOf(Code code);
/// "NM01", "S02", …
QString codeName(Code code);
/// What a code is about, in a few words: the title of its group. Empty for a name that is no code.
QString titleOfCode(Code code);
QString titleOfCode(const QString &name);
QString familyName(Family family);

}
