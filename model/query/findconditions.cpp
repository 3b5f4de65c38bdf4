#include "model/query/findreader.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

using namespace Qt::StringLiterals;

namespace model {

void FindReader::checkCondition(const Json &where, const Table *table, const QString &place)
{
    if (where.isNull() || where.isNumber())
        return;
    if (isExpression(where))
        return checkExpression(where, place);
    if (where.isArray()) {
        for (const Json &item : where.items())
            checkCondition(item, table, place);
        return;
    }
    if (!where.isObject())
        return expected(where, place, Text::tr("a condition: an object, a list or an expression"));
    for (const Json::Member &member : where.members()) {
        if (member.key == u"$and" || member.key == u"$or" || member.key == u"$not") {
            checkCondition(member.value, table, place);
        } else if (isPath(member.key)) {
            m_paths.append({member.key.mid(1, member.key.size() - 2), member.keyOffset, place});
            checkValue(member.value, place);
        } else if (member.key.startsWith(u'$')) {
            fault(member.keyOffset,
                  isOperator(member.key)
                      ? Text::tr("%1: %2 stands where an attribute is expected").arg(place, member.key)
                      : unknownOperator(place, member.key));
        } else {
            checkKey(member, table, place);
            checkValue(member.value, place + u'.' + member.key);
        }
    }
}

bool FindReader::isPath(const QString &key)
{
    return key.size() > 2 && key.startsWith(u'$') && key.endsWith(u'$');
}

QString FindReader::unknownOperator(const QString &place, const QString &word)
{
    return Text::tr("%1: unknown operator %2; there is %3").arg(place, word, operatorWords().join(u", "_s));
}

void FindReader::checkKey(const Json::Member &member, const Table *table, const QString &place)
{
    if (!table || table->column(member.key) || table->columnNamed(member.key))
        return;
    const Column *json = table->column(member.key.section(u'.', 0, 0));
    if (json && json->type.isJson())
        return;
    fault(member.keyOffset,
          Text::tr("%1: %2 has no attribute %3; it has %4")
              .arg(place, table->model, member.key, listed(attributeNames(*table))));
}

void FindReader::checkValue(const Json &value, const QString &place)
{
    if (value.isArray()) {
        for (const Json &item : value.items())
            checkValue(item, place);
        return;
    }
    if (!value.isObject())
        return;
    if (const Json *path = value.find("$col"_L1); path && value.members().size() == 1) {
        if (!path->isString())
            expected(*path, place, Text::tr("a column behind $col"));
        return;
    }
    if (isExpression(value))
        return checkExpression(value, place);
    for (const Json::Member &member : value.members()) {
        if (member.key == u"$date" || member.key == u"$hex") {
            if (!member.value.isString())
                expected(member.value, place, Text::tr("text behind %1").arg(member.key));
        } else if (member.key.startsWith(u'$') && !isOperator(member.key) && member.key != u"$value") {
            fault(member.keyOffset, unknownOperator(place, member.key));
        } else {
            checkValue(member.value, place);
        }
    }
}

void FindReader::checkPaths(const FindNode &root)
{
    for (const Path &path : m_paths) {
        const FindNode *node = &root;
        const QStringList steps = path.text.split(u'.');
        for (const QString &step : steps.mid(0, steps.size() - 1)) {
            const FindNode *next = nullptr;
            QStringList possible;
            for (const auto &include : node->includes) {
                possible.append(include->as);
                if (include->as == step)
                    next = include.get();
            }
            // The main model may be named too.
            if (!next && node == &root && step == root.as && steps.size() == 2)
                next = node;
            if (!next) {
                fault(path.offset,
                      Text::tr("%1: $%2$ leads to %3, which the query does not include; it has %4")
                          .arg(path.place, path.text, step, listed(possible)));
                return;
            }
            node = next;
        }
        const Table &table = tableOf(*node);
        if (table.columnNamed(steps.last()))
            continue;
        QStringList columns;
        for (const Column &column : table.columns)
            columns.append(column.name);
        fault(path.offset,
              Text::tr("%1: $%2$ names no column of %3; it has %4")
                  .arg(path.place, path.text, table.model, listed(columns)));
    }
}

}
