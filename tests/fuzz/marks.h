#pragma once

#include "model/json.h"

#include <QString>

/// Names and texts of a file or a query with a mark in them. The mark must never be seen outside of quotes in
/// what is made of them.
namespace fuzz {

/// `zq` before it, and `zx` after each character that could end a quotation. Equal texts stay equal, and the
/// parts of a path are marked each for itself.
QString marked(const QString &text);

bool holdsMark(const QString &text);

/// The text of a project with every name and every value marked; what Sequelize takes as SQL, and words of
/// its own, stay.
model::Json markedProject(const model::Json &project);

/// The same for the options of findAll, for a `where` and for a value.
model::Json markedFind(const model::Json &find);
model::Json markedWhere(const model::Json &where);
model::Json markedValue(const model::Json &value);

/// Whether there is something in it that goes into SQL as it is written.
bool holdsSql(const model::Json &json);

}
