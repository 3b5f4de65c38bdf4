#pragma once

#include "model/sql/dialect.h"

namespace model {

/// One statement of a script, without its semicolon.
struct Statement
{
    QString sql;
    int table = -1; ///< the table it makes or belongs to
    bool isLeftOut = false; ///< something of the user's in it is not what can stand there: `sql` says so
};

/// The statements that create a schema, in an order that the database accepts.
QList<Statement> createStatements(const Schema &schema, const Dialect &dialect);

/// The same as one text, to be read and to be run.
QString createScript(const Schema &schema, const Dialect &dialect);

}
