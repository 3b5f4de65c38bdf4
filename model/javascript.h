#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

/// How JavaScript writes and reads numbers and dates: what Sequelize puts into SQL and JSON.
namespace model {

/// ECMA-262, Number::toString: the shortest digits that name the number; NaN and Infinity as words.
QString javascriptNumber(double value);

/// A number as `JSON.stringify` writes it: not finite is null.
QString jsonNumber(double value);

/// A text as a literal in single quotes.
QString javascriptText(QStringView text);

/// What `new Date(text)` and moment read, ISO 8601 foremost; without an offset it is UTC. Empty where neither
/// reads it.
std::optional<QDateTime> javascriptDate(QStringView text);

/// A name that is an array index; such keys of an object come first, by their numbers (ECMA-262,
/// OrdinaryOwnPropertyKeys).
std::optional<quint32> arrayIndex(const QString &name);

/// Names that every object has (ECMA-262, Object.prototype).
bool isObjectName(const QString &name);

/// "Thu Jan 02 2020 03:04:05 GMT+0000 (Coordinated Universal Time)", as Date.prototype.toString in UTC.
QString dateAsText(const QDateTime &date);

/// "2020-01-02T03:04:05.678Z", as Date.prototype.toISOString.
QString isoDate(const QDateTime &date);

}
