#include "views/preview/includerows.h"

#include "model/edit/findtext.h"
#include "model/query/find.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

using model::Json;

QString entryName(const Json &entry)
{
    if (entry.isString())
        return entry.string();
    return entry.isArray() ? entry.items().value(1).string() : model::compactJson(entry);
}

/// What is selected, and what else there is to say in a few words.
QString detailOf(const Json &options, const model::Table &table)
{
    QStringList details;
    if (options.find("attributes"_L1)) {
        QStringList names;
        for (const Json &entry : model::selectedAttributes(options, table))
            names.append(entryName(entry));
        details.append(names.isEmpty() ? IncludeRow::tr("no attributes") : names.join(u", "_s));
    }
    if (const Json *required = options.find("required"_L1))
        details.append(required->boolean() ? IncludeRow::tr("required") : IncludeRow::tr("optional"));
    if (options.find("separate"_L1) && options.value("separate"_L1).boolean())
        details.append(IncludeRow::tr("separate"));
    return details.join(u" · "_s);
}

class Lister
{
public:
    Lister(const Json &find, const model::Schema &schema) : m_find(find), m_schema(schema) { }

    QList<IncludeRow> list()
    {
        const QString name = m_find.value("model"_L1).string();
        const int table = m_schema.indexOfModel(name);
        m_rows.append({.part = IncludeRow::Model, .isIncluded = true, .title = name});
        if (table < 0)
            return m_rows;
        m_rows.last().detail = detailOf(m_find, m_schema.tables[table]);
        addConditions(m_find, {}, 1);
        addAssociations(m_find, table, {}, 1);
        return m_rows;
    }

private:
    void add(IncludeRow::Part part, const model::FindPlace &place, int depth, const QString &title,
             const QString &detail = {})
    {
        m_rows.append({part, place, depth, true, title, detail, {}});
    }

    void addConditions(const Json &options, const model::FindPlace &place, int depth)
    {
        if (const Json *where = options.find("where"_L1))
            add(IncludeRow::Where, place, depth, model::whereText(*where));
        if (const Json *order = options.find("order"_L1))
            add(IncludeRow::Order, place, depth, model::orderText(*order));
        QStringList counts;
        for (const auto key : {"limit"_L1, "offset"_L1}) {
            if (const Json *count = options.find(key))
                counts.append(key + u' ' + model::compactJson(*count));
        }
        if (!counts.isEmpty())
            add(IncludeRow::Limit, place, depth, counts.join(u" · "_s));
    }

    void addAssociations(const Json &options, int table, const QStringList &path, int depth)
    {
        QHash<int, Json> included;
        QStringList lost;
        for (const Json &entry : model::includesOf(options)) {
            if (const auto association = model::includedAssociation(entry, table, m_schema))
                included.insert(*association, entry);
            else
                lost.append(model::includeName(entry));
        }
        for (const auto &[alias, position] : m_schema.tables[table].associations) {
            const auto entry = included.constFind(position);
            addAssociation(position, path + QStringList{alias}, depth,
                           entry == included.cend() ? nullptr : &*entry);
        }
        for (const QString &name : lost)
            add(IncludeRow::Lost, {path + QStringList{name}, false}, depth, name);
    }

    void addAssociation(int position, const QStringList &path, int depth, const Json *entry)
    {
        const model::ResolvedAssociation &association = m_schema.associations[position];
        m_rows.append({IncludeRow::Association,
                       {path, false},
                       depth,
                       entry != nullptr,
                       path.last(),
                       {},
                       association.id});
        if (!entry)
            return;
        const Json options = entry->isObject() ? *entry : Json(Json::Object());
        m_rows.last().detail = detailOf(options, m_schema.tables[association.target]);
        if (association.through >= 0) {
            const Json through = options.value("through"_L1);
            add(IncludeRow::Through, {path, true}, depth + 1, tr("through"),
                detailOf(through, m_schema.tables[association.through]));
            addConditions(through, {path, true}, depth + 1);
        }
        addConditions(options, {path, false}, depth + 1);
        addAssociations(options, association.target, path, depth + 1);
    }

    static QString tr(const char *text) { return IncludeRow::tr(text); }

    const Json &m_find;
    const model::Schema &m_schema;
    QList<IncludeRow> m_rows;
};

}

QList<IncludeRow> includeRows(const Json &find, const model::Schema &schema)
{
    return Lister(find, schema).list();
}

Phrases phrasesOf(const IncludeRow &row)
{
    Phrases phrases;
    switch (row.part) {
    case IncludeRow::Model: phrases.append({Phrase::Strong, row.title, {}}); break;
    case IncludeRow::Association:
        phrases.append({row.isIncluded ? Phrase::Plain : Phrase::Muted, row.title, {}});
        break;
    case IncludeRow::Lost: phrases.append({Phrase::Warning, row.title, u"warning"_s}); break;
    case IncludeRow::Through:
        phrases += {{Phrase::Through, {}, u"through"_s}, {Phrase::Plain, row.title, {}}};
        break;
    case IncludeRow::Where:
        phrases += {{row.place.isThrough ? Phrase::Through : Phrase::Link, {}, u"filter"_s},
                    {Phrase::Code, row.title, {}}};
        break;
    case IncludeRow::Order:
        phrases += {{Phrase::Muted, IncludeRow::tr("order"), {}}, {Phrase::Code, row.title, {}}};
        break;
    case IncludeRow::Limit: phrases.append({Phrase::Code, row.title, {}}); break;
    }
    if (!row.detail.isEmpty())
        phrases.append({Phrase::Detail, row.detail, {}});
    return phrases;
}

}
