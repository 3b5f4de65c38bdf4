#include "model/query/findreader.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array rootKeys{"model"_L1,  "attributes"_L1, "where"_L1,   "include"_L1,
                              "order"_L1,  "limit"_L1,      "offset"_L1,  "group"_L1,
                              "having"_L1, "subQuery"_L1,   "paranoid"_L1};

/// Of the first key or text that has a NUL; -1 where there is none.
int placeOfNul(const Json &value)
{
    if (value.string().contains(QChar::Null))
        return value.offset();
    for (const Json &item : value.items()) {
        if (const int place = placeOfNul(item); place >= 0)
            return place;
    }
    for (const Json::Member &member : value.members()) {
        const int place = member.key.contains(QChar::Null) ? member.keyOffset : placeOfNul(member.value);
        if (place >= 0)
            return place;
    }
    return -1;
}

}

bool isLimited(const Json &limit)
{
    return limit.toInteger().value_or(0) > 0;
}

QString listed(const QStringList &names)
{
    return names.isEmpty() ? Text::tr("nothing") : names.join(u", "_s);
}

Result<std::shared_ptr<FindNode>> FindReader::read(const Json &find)
{
    auto root = std::make_shared<FindNode>();
    readRoot(find, *root);
    if (!m_fault)
        checkPaths(*root);
    if (m_fault)
        return tl::unexpected(*m_fault);
    return root;
}

Result<int> FindReader::associationOf(const Json &include, int table)
{
    FindNode parent;
    parent.table = table;
    const int position = findAssociation(asOptions(include), parent, tableOf(parent).model);
    if (m_fault)
        return tl::unexpected(*m_fault);
    return position;
}

Json FindReader::asOptions(const Json &include)
{
    return include.isString() ? Json(Json::Object{{u"association"_s, include}}) : include;
}

void FindReader::fault(int offset, const QString &message)
{
    if (!m_fault)
        m_fault = Error{.message = message, .offset = offset};
}

void FindReader::expected(const Json &found, const QString &where, const QString &what)
{
    fault(found.offset(), Text::tr("%1: expected %2, found %3").arg(where, what, found.kindName()));
}

void FindReader::readRoot(const Json &find, FindNode &root)
{
    if (!find.isObject())
        return expected(find, Text::tr("the query"), Text::tr("an object"));
    checkKeys(find, rootKeys, Text::tr("the query"));
    const Json *model = find.find("model"_L1);
    if (!model)
        return fault(find.offset(), Text::tr("the query names no model"));
    root.table = tableNamed(*model);
    root.place = find.offset();
    root.nulPlace = placeOfNul(find);
    if (m_fault)
        return;
    root.as = tableOf(root).model;
    Json options = withScope(find, tableOf(root));
    readOptions(options, root, root.as);
    root.shown = root.attributes;
}

int FindReader::tableNamed(const Json &name)
{
    const int table = m_schema.indexOfModel(name.string());
    if (table < 0) {
        QStringList models;
        for (const Table &each : m_schema.tables)
            models.append(each.model);
        fault(name.offset(),
              Text::tr("no model %1; there is %2")
                  .arg(name.isString() ? name.string() : compactJson(name), listed(models)));
    }
    return table;
}

Result<std::shared_ptr<FindNode>> readFind(const Json &find, const Schema &schema)
{
    return FindReader(schema).read(find);
}

Result<int> includedAssociation(const Json &include, int table, const Schema &schema)
{
    return FindReader(schema).associationOf(include, table);
}
}
