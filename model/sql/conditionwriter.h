#pragma once

#include "model/sql/where.h"

#include <optional>

namespace model {

/// A key of a condition: a column, an operator, or SQL that stands for a column.
struct ConditionKey
{
    enum Kind { None, Name, Operator, Sql } kind = None;
    QString text;

    bool is(QStringView word) const { return kind == Operator && text == word; }
};

/// What a word like `$gt` is in SQL; empty where it is none.
QString operatorSql(QStringView word);

/// Not a date or bytes, and not SQL.
bool isPlainObject(const Json &value);

/// Writes conditions in Sequelize's shape; the first fault stays.
class ConditionWriter
{
public:
    explicit ConditionWriter(const Dialect &dialect) : m_dialect(dialect) { }

    Result<QString> finished(QString text) const
    {
        return m_fault ? Result<QString>(tl::unexpected(*m_fault)) : std::move(text);
    }

    QString conditions(const Json &where, const WhereScope &scope);
    QString expression(const Json &value, const WhereScope &scope);

private:
    // Objects, lists and groups (condition.cpp)
    QString refuse(const QString &message);
    QString literal(const Json &value, const Column *field);
    QString argument(const Json &value, const WhereScope &scope);
    QString call(const Json &inner, const WhereScope &scope);
    QString cast(const QString &value, const QString &type) const;
    /// `where(EXPRESSION, OPERATOR, VALUE)`.
    QString comparison(const Json &inner, const WhereScope &scope);
    QString sqlOf(const QString &word) const;
    static qsizetype sizeOf(const Json &value);
    QString items(const Json &where, const WhereScope &scope, const QString &binding);
    static ConditionKey keyOf(const QString &name)
    {
        return {isOperator(name) ? ConditionKey::Operator : ConditionKey::Name, name};
    }
    static const Column *fieldOf(const ConditionKey &key, const WhereScope &scope, const Column *known);
    QString item(const ConditionKey &key, const Json &value, const WhereScope &scope,
                 const Column *known = nullptr, bool asJson = true);
    static bool isTruthy(const Json &value);
    /// `a.b.c: value` of a JSON column as nested objects; a whole number makes a list.
    static Json nested(const QStringList &path, const Json &value);
    QString group(const QString &word, const Json &value, const WhereScope &scope);
    QString bind(const QString &binding, const ConditionKey &key, const Json &value, const WhereScope &scope,
                 const Column *known);

    // JSON columns (conditionjson.cpp)
    QString json(const ConditionKey &key, const Json &value, const WhereScope &scope, const Column *known);
    void traverse(QStringList &parts, const QString &base, const Json &value, QStringList path);
    QString compared(const QString &base, const QStringList &path, const QString &word, const Json &given,
                     const QString &castTo);

    // One operator (conditionoperator.cpp)
    QString list(const Json &values, const Column *field);
    static QString textOf(const Json &value);
    QString single(const ConditionKey &key, const Column *field, QString word, const Json &value,
                   const WhereScope &scope);
    QString setOf(const Json &value, const Column *field);
    QString columnPath(const QString &path) const;
    static QString prefixed(const QString &name, const WhereScope &scope);
    QString joined(const ConditionKey &key, const QString &value, const QString &comparator,
                   const WhereScope &scope);

    const Dialect &m_dialect;
    std::optional<Error> m_fault;
};

}
