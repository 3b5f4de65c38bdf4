#pragma once

#include "model/database/cell.h"

namespace model {

/// Appends a cell of a column as JSON, as `JSON.stringify` writes what Sequelize makes of it. False where
/// JavaScript has `undefined`: nothing is appended, and the key is left out.
bool appendJson(QByteArray &out, const Cell &cell, const ResultColumn &column);

/// A JSON text as `JSON.stringify(value, null, 2)` lays it out, however deep it is.
QByteArray indentedText(const QByteArray &json);

/// Appends a text in quotes; what is not UTF-8 becomes U+FFFD.
void appendJsonText(QByteArray &out, QByteArrayView text);

}
