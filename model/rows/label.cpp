#include "model/rows/label.h"

#include "model/rows/filter.h"
#include "model/sql/literal.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// `user_name` of User → "name".
QString plainName(const Column &column, const Table &table)
{
    QString name = column.attribute.toLower();
    name.remove(u'_').remove(u'-').remove(u' ');
    const QString model = table.model.toLower();
    return name.size() > model.size() && name.startsWith(model) ? name.mid(model.size()) : name;
}

bool isSecret(const QString &name)
{
    static const QRegularExpression words(u"pass|pwd|hash|salt|secret|token"_s);
    return words.match(name).hasMatch();
}

bool isKey(const Column &column)
{
    return column.primaryKey || column.references || !column.associations.isEmpty();
}

}

QList<const Column *> labelColumns(const Table &table)
{
    QHash<QString, const Column *> texts;
    const Column *firstText = nullptr;
    for (const Column &column : table.columns) {
        const QString name = plainName(column, table);
        if (!column.type.isText() || isKey(column) || isSecret(name))
            continue;
        if (!texts.contains(name))
            texts.insert(name, &column);
        if (!firstText || (firstText->type.name == TypeName::Text && column.type.name != TypeName::Text))
            firstText = &column;
    }
    for (const auto &name : {u"name"_s, u"title"_s, u"label"_s, u"fullname"_s, u"displayname"_s}) {
        if (const Column *column = texts.value(name))
            return {column};
    }
    for (const auto &[first, last] :
         {std::pair{u"firstname"_s, u"lastname"_s}, std::pair{u"givenname"_s, u"familyname"_s},
          std::pair{u"forename"_s, u"surname"_s}, std::pair{u"firstname"_s, u"surname"_s}})
    {
        if (texts.contains(first) && texts.contains(last))
            return {texts.value(first), texts.value(last)};
    }
    for (const auto &name :
         {u"username"_s, u"nickname"_s, u"login"_s, u"email"_s, u"code"_s, u"slug"_s, u"subject"_s})
    {
        if (const Column *column = texts.value(name))
            return {column};
    }
    if (firstText)
        return {firstText};
    QList<const Column *> key = table.primaryKey();
    key.removeIf([](const Column *column) { return column->isVirtual(); });
    for (const Column &column : table.columns) {
        if (key.isEmpty() && !column.isVirtual())
            key.append(&column);
    }
    return key;
}

QString labelSql(const QString &text, const Referred &referred, const QString &alias, const Dialect &dialect)
{
    static const QRegularExpression word(u"\"([^\"]+)\"|(\\S+)"_s);
    const auto named = [&](const NamedColumn &column) {
        return alias + u'.' + quotedName(column.name, dialect);
    };
    const bool isCalledByKey = referred.labels.isEmpty();
    QString isKey;
    bool isNumber = false;
    const qint64 number = text.trimmed().toLongLong(&isNumber);
    if (isNumber && referred.column.type.isNumber())
        isKey = named(referred.column) + u" = "_s + literalOf(Value::number(number), {}, dialect);
    if (isCalledByKey && !isKey.isEmpty())
        return isKey;
    const QList<NamedColumn> labels = isCalledByKey ? QList{referred.column} : referred.labels;
    QStringList words;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        QStringList columns;
        for (const NamedColumn &label : labels)
            columns.append(
                containsSql(found.captured(1) + found.captured(2), named(label), label.type, dialect));
        words.append(columns.size() > 1 ? u'(' + columns.join(u" OR "_s) + u')' : columns[0]);
    }
    QString called = words.join(u" AND "_s);
    return isKey.isEmpty() ? called : u'(' + called + u" OR "_s + isKey + u')';
}

}
