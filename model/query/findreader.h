#pragma once

#include "model/query/find.h"

#include <algorithm>
#include <array>

namespace model {

/// Names for a message: "a, b", or "nothing".
QString listed(const QStringList &names);

/// Reads the options of findAll against a schema; the first fault stays.
class FindReader
{
public:
    explicit FindReader(const Schema &schema) : m_schema(schema) { }

    Result<std::shared_ptr<FindNode>> read(const Json &find);
    Result<int> associationOf(const Json &include, int table);

private:
    struct Path
    {
        QString text;
        int offset;
        QString place;
    };

    /// A bare alias stands for an include without options.
    static Json asOptions(const Json &include);
    void fault(int offset, const QString &message);
    void expected(const Json &found, const QString &where, const QString &what);
    template <size_t N>
    void checkKeys(const Json &object, const std::array<QLatin1StringView, N> &known, const QString &where)
    {
        for (const Json::Member &member : object.members()) {
            if (std::find(known.begin(), known.end(), member.key) != known.end())
                continue;
            QStringList names;
            for (const QLatin1StringView each : known)
                names.append(each);
            fault(member.keyOffset,
                  Text::tr("%1 has no option %2; possible: %3").arg(where, member.key, listed(names)));
        }
    }
    const Table &tableOf(const FindNode &node) const { return m_schema.tables[node.table]; }
    void readRoot(const Json &find, FindNode &root);
    int tableNamed(const Json &name);

    // Scopes and options (findoptions.cpp)
    /// The model's default scope under the options, as `_defaultsOptions` merges them.
    Json withScope(const Json &options, const Table &table);
    /// The order with aliases for models, as Sequelize finds associations: of several to a model, the first
    /// that has no alias of its own.
    Json orderByAliases(const Json &order, int table);
    Json pathByAliases(const Json &item, int table);
    /// Is a step of an order the through of the association before it?
    bool isNamed(const Json &step, int through) const;
    int associationByModel(const Json &step, const Table &table);
    /// In an include, Sequelize has already put columns for attributes when the scope comes in: what the
    /// scope says of an attribute whose column has another name wins.
    static void keepScopedColumns(Json &options, const Table &table);
    static Json mergedOption(const QString &key, const Json &scope, const Json &own);
    void readOptions(const Json &options, FindNode &node, const QString &where);
    std::optional<bool> flag(const Json &options, QLatin1StringView key, const QString &where);
    Json count(const Json &options, QLatin1StringView key, const QString &where);
    Selections allOf(const Table &table) const;
    Selections readAttributes(const Json &attributes, const Table &table, const QString &where);
    Selections readSelections(const Json &list, const Table &table, const QString &where);
    QStringList attributeNames(const Table &table) const;
    void unknownAttribute(const Json &name, const Table &table, const QString &where);
    void checkName(const Json &name, const Table &table, const QString &where);
    void checkExpression(const Json &expression, const QString &where);
    void checkArgument(const Json &argument, const QString &where);

    // Conditions (findconditions.cpp)
    /// Keys name attributes or columns of `table`, paths or operators; nullptr takes any name.
    void checkCondition(const Json &where, const Table *table, const QString &place);
    static bool isPath(const QString &key);
    static QString unknownOperator(const QString &place, const QString &word);
    void checkKey(const Json::Member &member, const Table *table, const QString &place);
    void checkValue(const Json &value, const QString &place);
    /// Every `$alias.column$` leads through included aliases to a column.
    void checkPaths(const FindNode &root);

    // Includes (findincludes.cpp)
    void readIncludes(const Json &include, FindNode &parent, const QString &where);
    /// Entries that mean the same are one, the later over the earlier; so are all entries for all
    /// associations.
    Json::Array merged(const Json::Array &items, const Table &parent) const;
    /// The model and the alias by which Sequelize tells entries apart: `{ model }` has no alias.
    std::pair<QString, QString> meaning(const Json &item, const Table &parent) const;
    std::shared_ptr<FindNode> readInclude(const Json &item, const FindNode &parent, const QString &where);
    void readThrough(const Json &options, FindNode &node, const ResolvedAssociation &association,
                     const QString &where);
    QStringList aliasesOf(const Table &table) const;
    int findAssociation(const Json &options, const FindNode &parent, const QString &where);
    /// Is it the association that an `as` means? Of an object, the singular or the plural counts.
    static bool isMeant(const ResolvedAssociation &association, const Json &as);
    /// `{ model, as }`: the association to that model, as Sequelize picks it.
    int associationTo(int target, const Json &options, const Table &table);
    Json::Array withoutAll(const Json::Array &items, const FindNode &parent, const QString &where);
    /// Counts an include; refuses more of them than any statement holds.
    bool mayInclude(const Json &item);
    /// Empty: all kinds.
    std::optional<QList<AssociationKind>> kindsOf(const Json &all, const QString &where);
    void addAll(Json::Array &includes, int table, const std::optional<QList<AssociationKind>> &kinds,
                bool nested, const Json &options, QList<int> &used);
    /// Is the model of an association included already, under its alias where it has one of its own? An alias
    /// of singular and plural equals no alias that an entry has.
    bool isIncluded(const Json &item, int table, const ResolvedAssociation &association,
                    const QString &alias) const;

    const Schema &m_schema;
    QList<Path> m_paths;
    int m_includes = 0;
    std::optional<Error> m_fault;
};

}
