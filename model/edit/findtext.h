#pragma once

#include "model/json.h"

/// Conditions and orders of queries as people write them in one line. What the short form cannot say is
/// written as JSON, and JSON is read too, so that nothing is lost either way.
namespace model {

/// `completed = true and title like 'A%'`; empty for no condition.
QString whereText(const Json &where);
/// Names (in double quotes where they are no words), `= != > >= < <= like ilike in between is null`, joined
/// by `and` and `or`. A refusal names the column. No text is null.
Result<Json> parseWhere(const QString &text);

/// `name ASC, Tasks.title DESC, {Group}.id`: a name in braces is a model.
QString orderText(const Json &order);
Result<Json> parseOrder(const QString &text);

}
