#pragma once

#include "model/query/find.h"
#include "model/sql/dialect.h"

namespace model {

/// What is questionable about a query: what Sequelize does with it, what was probably meant, and the query
/// that gives it.
struct Note
{
    QString code; ///< Q21, …: its meaning never changes
    QString message;
    Json proposal; ///< a query; null where none gives what was meant
    bool fails = false; ///< the database refuses the statement that Sequelize makes

    bool operator==(const Note &) const = default;
};
using Notes = QList<Note>;

/// What can be told of a query before it runs. `find` is what `node` was read from.
Notes notesOn(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect);

/// Of a hasOne that has several rows for one record; `path` is the includes' names, the last one is it.
Note noteOnSeveral(const Json &find, const FindNode &node, const QStringList &path, const Schema &schema,
                   const Dialect &dialect);
/// Of whole numbers beyond 2^53 on a database whose driver gives them to Sequelize as numbers; of the main
/// model's attribute.
Note noteOnBigNumber(const Json &find, const FindNode &node, const QString &attribute, const Schema &schema);

/// "Q21: … Try: { … }", for one who can show nothing but text.
QString textOf(const Note &note);

}
