#pragma once

#include "model/schema/schema.h"
#include "model/sql/dialect.h"

#include <QByteArray>

namespace fuzz {

/// What stands before the text of an input: `TYPE|DIALECT|FLAGS`, a line.
struct CellLine
{
    model::Column column;
    const model::Dialect *dialect = &model::sqliteDialect;
    QString kind; ///< a fourth part of the line
    QByteArray rest;
};

/// Flags: n not null, k primary key, i auto-increment. A type that cannot be read is a raw one.
inline CellLine cellLineOf(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    const QStringList parts = QString::fromUtf8(end < 0 ? text : text.first(end)).split(u'|');
    CellLine line;
    line.column.attribute = line.column.name = QStringLiteral("c");
    line.column.type = model::parseType(parts[0]).value_or(model::rawType(parts[0]));
    if (const model::Dialect *dialect = model::dialectNamed(parts.value(1)))
        line.dialect = dialect;
    const QString flags = parts.value(2);
    if (flags.contains(u'n'))
        line.column.allowNull = false;
    line.column.primaryKey = flags.contains(u'k');
    line.column.autoIncrement = flags.contains(u'i');
    line.kind = parts.value(3);
    line.rest = end < 0 ? QByteArray() : text.sliced(end + 1);
    return line;
}

}
