#pragma once

#include "model/sql/dialect.h"

namespace model {

/// What the names in a condition mean.
struct WhereScope
{
    const Table *model = nullptr; ///< gives the types; names are columns already, attributes are found too
    QString prefix; ///< a quoted table alias; empty is none
};

/// A `where` as an SQL condition, in Sequelize's shape (getWhereConditions); empty where nothing is asked.
/// Keys are columns; operators are spelled `$gt`, `$or`, ….
Result<QString> whereCondition(const Json &where, const WhereScope &scope, const Dialect &dialect);

/// An expression: `{ "$literal": … }`, `$col`, `$fn`, `$cast` or `$where`.
Result<QString> sqlExpression(const Json &expression, const WhereScope &scope, const Dialect &dialect);

/// The keys of an object in JavaScript's order: operators, then whole numbers ascending, then the rest.
QList<const Json::Member *> orderedKeys(const Json &object);

/// Is it a word like `$gt` that stands for an operator?
bool isOperator(QStringView key);
QStringList operatorWords();
/// Is it `{ "$literal": … }`, `$fn`, `$cast`, `$where`, or (where `asExpression`) `$col`?
bool isExpression(const Json &value, bool asExpression = true);

/// What a path of aliases (`a->b`, `a.b.c`) is called in a statement: itself, or, where the product would cut
/// it and so make two names one, a shorter name. A name that is no path is cut wherever it stands.
QString aliasText(QStringView path, const Dialect &dialect);
QString quotedAlias(QStringView path, const Dialect &dialect);

/// `a.b.c` → "a->b"."c".
QString quotedPath(const QString &path, const Dialect &dialect);

}
