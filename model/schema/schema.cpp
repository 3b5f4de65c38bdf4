#include "model/schema/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return u"error"_s;
    case Severity::Warning: return u"warning"_s;
    case Severity::Hint: return u"hint"_s;
    }
    Q_UNREACHABLE();
}

const Column *Table::column(QStringView attribute) const
{
    for (const Column &each : columns) {
        if (each.attribute == attribute)
            return &each;
    }
    return nullptr;
}

const Column *Table::columnNamed(QStringView columnName) const
{
    for (const Column &each : columns) {
        if (each.name == columnName && !each.isVirtual())
            return &each;
    }
    return nullptr;
}

QList<const Column *> Table::primaryKey() const
{
    QList<const Column *> key;
    for (const Column &each : columns) {
        if (each.primaryKey)
            key.append(&each);
    }
    return key;
}

const Column *Table::firstPrimaryKey() const
{
    for (const Column &each : columns) {
        if (each.primaryKey)
            return &each;
    }
    return nullptr;
}

int Table::association(QStringView alias) const
{
    for (const auto &[known, position] : associations) {
        if (known == alias)
            return position;
    }
    return -1;
}

const Table *Schema::table(QStringView model) const
{
    const int position = indexOfModel(model.toString());
    return position < 0 ? nullptr : &tables[position];
}

int Schema::tableNamed(QStringView tableName, QStringView schema) const
{
    for (int i = 0; i < tables.size(); ++i) {
        if (tables[i].name.value == tableName && tables[i].schema == schema)
            return i;
    }
    return -1;
}

}
