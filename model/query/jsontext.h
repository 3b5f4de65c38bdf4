#pragma once

#include "model/query/cell.h"
#include "model/query/plan.h"

#include <QByteArray>

namespace model {

/// Appends a cell as JSON, as `JSON.stringify` writes what Sequelize makes of it. False where JavaScript has
/// `undefined`: nothing is appended, and the key is left out.
bool appendJson(QByteArray &out, const Cell &cell, CellFormat format);

/// Appends a text in quotes; what is not UTF-8 becomes U+FFFD.
void appendJsonText(QByteArray &out, QByteArrayView text);

}
