#pragma once

#include "model/sample/columnmeaning.h"

#include <optional>

/// The words that meanings are recognised by.
namespace model::sample {

struct Entry
{
    Meaning meaning = Meaning::Anything;
    Subject subject = Subject::None; ///< whose name it is; none leaves the table's
};

/// A word or phrase in lower case, words separated by spaces: "first name".
std::optional<Entry> entryNamed(const QString &phrase);
Subject subjectNamed(const QString &word);
/// A word beside `date` or `at`.
std::optional<Meaning> momentNamed(const QString &word);
/// A word that is true or false of a row.
std::optional<Meaning> flagNamed(const QString &word);
End endNamed(const QString &word);

}
