#pragma once

#include "model/sample/recipe.h"

namespace model::sample {

/// Who a row is, or is about: all that names a person in one row names the same one.
struct Person
{
    QString first;
    QString last;
};
Person personOf(const Row &row);
/// The position of its first name in the headlines of persons.
qint64 personIndexOf(const Row &row);

/// "alovelace"
QString usernameOf(const Row &row);
/// "ada.lovelace@example.com", or shorter where the column is.
QString emailOf(const Row &row, int limit);
/// A number that reaches nobody.
QString phoneOf(const Row &row);

}
