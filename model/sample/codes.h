#pragma once

#include "model/sample/recipe.h"

namespace model::sample {

/// A random (or, for UUIDV1, time-like) UUID.
QString uuidOf(const Recipe &recipe, const Row &row, int attempt);

/// Lower case, digits and hyphens.
QString slugOf(QStringView text);

/// The bytes of a stream as lower-case hexadecimal digits.
QString hexOf(Stream stream, int digits);

/// Digits with one that checks them, as in ISBN-13 and EAN-13.
QString withCheckDigit(const QString &digits);
/// A German account number, whose check digits are right.
QString ibanOf(Stream &stream);
QString bicOf(Stream &stream);

/// IPv4, in the networks that nobody has.
QString networkAddress(const Recipe &recipe, const Row &row, int attempt);
QString hardwareAddress(const Recipe &recipe, const Row &row, int attempt);

}
