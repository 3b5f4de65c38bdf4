#include "model/sql/conditionwriter.h"

#include "model/javascript.h"
#include "model/sql/literal.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

QString ConditionWriter::json(const ConditionKey &key, const Json &value, const WhereScope &scope,
                              const Column *known)
{
    QStringList parts;
    for (const Json::Member &member : value.members()) {
        if (isOperator(member.key))
            parts.append(item(key, Json(Json::Object{member}), scope, known, false));
    }
    const QString base = prefixed(quotedName(key.text, m_dialect), scope);
    for (const Json::Member *member : orderedKeys(value)) {
        if (!isOperator(member->key))
            traverse(parts, base, member->value, {member->key});
    }
    const QString text = parts.join(u" AND "_s);
    return parts.size() > 1 ? u'(' + text + u')' : text;
}

void ConditionWriter::traverse(QStringList &parts, const QString &base, const Json &value, QStringList path)
{
    QString castTo;
    if (const qsizetype at = path.last().indexOf("::"_L1); at >= 0) {
        castTo = path.last().mid(at + 2);
        path.last().truncate(at);
        static const QRegularExpression word(u"^[A-Za-z ]+$"_s);
        if (!word.match(castTo).hasMatch()) {
            refuse(Text::tr("%1 is no type to cast to").arg(castTo));
            return;
        }
    }
    if (!isPlainObject(value)) {
        parts.append(compared(base, path, u"$eq"_s, value, castTo));
        return;
    }
    for (const Json::Member *member : orderedKeys(value)) {
        if (isOperator(member->key))
            parts.append(compared(base, path, member->key, member->value, castTo));
        else
            traverse(parts, base, member->value, path + QStringList{member->key});
    }
}

QString ConditionWriter::compared(const QString &base, const QStringList &path, const QString &word,
                                  const Json &given, const QString &castTo)
{
    const Json value = m_dialect.jsonValue ? m_dialect.jsonValue(given) : given;
    QString text = m_dialect.jsonPath(base, path, value.isString() && word == u"$contains");
    const Json &sample = value.isArray() && !value.items().isEmpty() ? value.items()[0] : value;
    QString type = castTo;
    if (type.isEmpty() && sample.isNumber())
        type = u"double precision"_s;
    else if (type.isEmpty() && sample.isBoolean())
        type = u"boolean"_s;
    else if (type.isEmpty() && sample.find("$date"_L1))
        type = u"timestamptz"_s;
    if (!type.isEmpty())
        text = cast(text, type);
    return item({ConditionKey::Sql, text}, Json(Json::Object{{word, value}}), {});
}

}
