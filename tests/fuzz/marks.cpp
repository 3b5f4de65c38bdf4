#include "tests/fuzz/marks.h"

#include <QRegularExpression>
#include <QStringList>

#include <functional>

using namespace Qt::StringLiterals;
using model::Json;

namespace fuzz {

namespace {

/// The input must not bring marks of its own.
QString unmarked(QString text)
{
    static const QRegularExpression mark(u"z(?=[qx])"_s, QRegularExpression::CaseInsensitiveOption);
    return text.replace(mark, u"y"_s);
}

QString markedPart(const QString &part)
{
    // Attributes that Sequelize adds have these names.
    static const QStringList added{u"id"_s, u"createdAt"_s, u"updatedAt"_s, u"deletedAt"_s, u"version"_s};
    if (added.contains(part))
        return part;
    QString out;
    if (!part.isEmpty() && part[0].isLetter())
        out += u"zq"_s;
    for (const QChar c : part) {
        out += c;
        if (c.unicode() < 0x80 && !c.isLetterOrNumber() && c != u'_' && c != u' ')
            out += u"zx"_s;
    }
    return out;
}

using Mark = std::function<Json(const Json &)>;

Json eachOf(const Json &list, const Mark &mark)
{
    Json::Array items;
    for (const Json &item : list.items())
        items.append(mark(item));
    return Json(items);
}

Json eachMember(const Json &object, const std::function<Json::Member(const Json::Member &)> &mark)
{
    Json::Object members;
    for (const Json::Member &member : object.members())
        members.append(mark(member));
    return Json(members);
}

/// As it is, but for marks that it brings.
Json asItIs(const Json &json)
{
    if (json.isString())
        return Json(unmarked(json.string()));
    if (json.isArray())
        return eachOf(json, asItIs);
    if (json.isObject())
        return eachMember(json, [](const Json::Member &each) {
            return Json::Member{unmarked(each.key), asItIs(each.value)};
        });
    return json;
}

Json markedText(const Json &json)
{
    if (json.isString())
        return Json(marked(json.string()));
    return json.isArray() ? eachOf(json, markedText) : asItIs(json);
}

bool isSpecial(const QString &key)
{
    return key.startsWith(u'$');
}

Json markedCall(const Json &call)
{
    Json::Array items;
    for (const Json &item : call.items())
        items.append(items.isEmpty() ? asItIs(item) : markedValue(item));
    return call.isArray() ? Json(items) : asItIs(call);
}

Json::Member markedSpecial(const Json::Member &member)
{
    static const QStringList raw{u"$literal"_s, u"$default"_s, u"$date"_s, u"$hex"_s, u"$raw"_s};
    if (raw.contains(member.key))
        return {member.key, asItIs(member.value)};
    if (member.key == u"$fn")
        return {member.key, markedCall(member.value)};
    if (member.key == u"$cast" && member.value.items().size() == 2)
        return {member.key,
                Json(Json::Array{markedValue(member.value.items()[0]), asItIs(member.value.items()[1])})};
    if (member.key == u"$where" && member.value.items().size() == 3) {
        return {member.key,
                Json(Json::Array{markedValue(member.value.items()[0]), asItIs(member.value.items()[1]),
                                 markedWhere(member.value.items()[2])})};
    }
    if (member.key.size() > 1 && member.key.endsWith(u'$'))
        return {u'$' + marked(member.key.mid(1, member.key.size() - 2)) + u'$', markedWhere(member.value)};
    return {unmarked(member.key), markedWhere(member.value)};
}

Json markedOrder(const Json &order)
{
    static const QRegularExpression direction(u"^(ASC|DESC)|NULLS"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    if (order.isArray())
        return eachOf(order, markedOrder);
    if (order.isString() && !direction.match(order.string()).hasMatch())
        return markedText(order);
    if (!order.isObject())
        return asItIs(order);
    return eachMember(order, [](const Json::Member &each) {
        return isSpecial(each.key) ? markedSpecial(each) : Json::Member{each.key, markedText(each.value)};
    });
}

Json markedAttributes(const Json &attributes)
{
    if (attributes.isString())
        return markedText(attributes);
    if (attributes.isArray())
        return eachOf(attributes, markedAttributes);
    return eachMember(attributes, [](const Json::Member &each) {
        return isSpecial(each.key) ? markedSpecial(each)
                                   : Json::Member{each.key, markedAttributes(each.value)};
    });
}

/// A part of a project file; the keys there say what its texts are.
Json markedPartOfProject(const Json &json);

Json::Member markedKey(const Json::Member &member)
{
    static const QStringList words{u"format"_s,    u"type"_s,
                                   u"kind"_s,      u"keyType"_s,
                                   u"onDelete"_s,  u"onUpdate"_s,
                                   u"using"_s,     u"operator"_s,
                                   u"order"_s,     u"collate"_s,
                                   u"charset"_s,   u"engine"_s,
                                   u"rowFormat"_s, u"deferrable"_s,
                                   u"ignore"_s,    u"diagram"_s,
                                   u"diagrams"_s,  u"queries"_s,
                                   u"code"_s,      u"color"_s,
                                   u"detail"_s,    u"initialAutoIncrement"_s};
    const QString &key = member.key;
    const Json &value = member.value;
    if (words.contains(key))
        return {key, asItIs(value)};
    if (key == u"where" || key == u"scope")
        return {key, markedWhere(value)};
    if (key == u"defaultValue")
        return {key, markedValue(value)};
    if (key == u"defaultScope")
        return {key, markedFind(value)};
    if (key == u"scopes" || key == u"uniqueKeys") {
        return {key, eachMember(value, [&](const Json::Member &each) {
                    return Json::Member{marked(each.key),
                                        key == u"scopes" ? markedFind(each.value)
                                                         : markedPartOfProject(each.value)};
                })};
    }
    return {key, markedPartOfProject(value)};
}

Json markedPartOfProject(const Json &json)
{
    if (json.isString())
        return markedText(json);
    if (json.isArray())
        return eachOf(json, markedPartOfProject);
    if (!json.isObject())
        return json;
    return eachMember(json, [](const Json::Member &each) {
        return isSpecial(each.key) ? markedSpecial(each) : markedKey(each);
    });
}

}

QString marked(const QString &given)
{
    const QString text = unmarked(given);
    QStringList parts = text.split(u'.');
    for (QString &part : parts)
        part = markedPart(part);
    return parts.join(u'.');
}

bool holdsMark(const QString &text)
{
    return text.contains("zq"_L1, Qt::CaseInsensitive) || text.contains("zx"_L1, Qt::CaseInsensitive);
}

Json markedProject(const Json &project)
{
    return markedPartOfProject(project);
}

Json markedValue(const Json &value)
{
    if (value.isString())
        return markedText(value);
    if (value.isArray())
        return eachOf(value, markedValue);
    if (!value.isObject())
        return value;
    return eachMember(value, [](const Json::Member &each) {
        return isSpecial(each.key) ? markedSpecial(each)
                                   : Json::Member{marked(each.key), markedValue(each.value)};
    });
}

Json markedWhere(const Json &where)
{
    return markedValue(where);
}

Json markedFind(const Json &find)
{
    if (find.isString())
        return markedText(find);
    if (find.isArray())
        return eachOf(find, markedFind);
    return eachMember(find, [](const Json::Member &each) -> Json::Member {
        const QString &key = each.key;
        if (isSpecial(key))
            return markedSpecial(each);
        if (key == u"where" || key == u"having" || key == u"on")
            return {key, markedWhere(each.value)};
        if (key == u"attributes" || key == u"group")
            return {key, markedAttributes(each.value)};
        if (key == u"order")
            return {key, markedOrder(each.value)};
        if (key == u"model" || key == u"association" || key == u"as" || key == u"scope" || key == u"col")
            return {key, markedText(each.value)};
        if (key == u"include" || key == u"through")
            return {key, markedFind(each.value)};
        return {unmarked(key), asItIs(each.value)};
    });
}

bool holdsSql(const Json &json)
{
    static const QRegularExpression word(u"^\\w+$"_s);
    static const QRegularExpression type(u"^[\\w ()]*$"_s);
    for (const Json &item : json.items()) {
        if (holdsSql(item))
            return true;
    }
    for (const Json::Member &member : json.members()) {
        if (member.key == u"$literal" || member.key == u"$raw")
            return true;
        if (member.key == u"$fn" && !word.match(member.value.items().value(0).string()).hasMatch())
            return true;
        if (member.key == u"$cast" && !type.match(member.value.items().value(1).string()).hasMatch())
            return true;
        if (holdsSql(member.value))
            return true;
    }
    return false;
}

}
