#include "model/check/fixes.h"

#include "model/edit/edit.h"
#include "model/project/describe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// How many letters must be put in, taken out or exchanged to make one word of another.
int distance(const QString &from, const QString &to)
{
    QList<int> above(to.size() + 1);
    for (int i = 0; i < above.size(); ++i)
        above[i] = i;
    for (int i = 1; i <= from.size(); ++i) {
        QList<int> row{i};
        for (int j = 1; j <= to.size(); ++j)
            row.append(std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (from[i - 1] != to[j - 1])}));
        above = row;
    }
    return above.last();
}

/// The key that is likely meant; null where none is near, or the word is no name that Sequelize would have.
QString meantBy(const QString &word, const QStringList &keys)
{
    if (!std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c == u'_'; }))
        return {};
    QString found;
    int nearest = word.size() > 5 ? 3 : 2;
    const QString bare = QString(word).remove(u'_').toLower();
    for (const QString &key : keys) {
        const int far = distance(bare, key.toLower());
        if (far < nearest) {
            nearest = far;
            found = key;
        }
    }
    return found;
}

/// What is declared and has no effect.
class UnheededCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        if (m_checked.mildest < Severity::Hint)
            return;
        const Project &project = m_checked.project;
        const auto look = [this]<typename T>(const Place &place, const QString &where, const T &object) {
            lookAt(place, where, object.unknown, keysOf<T>());
        };
        lookAt({}, Text::tr("the project"), project.unknown,
               keysOf<Project>() + QStringList{u"source"_s, u"diagrams"_s});
        look({}, u"define"_s, project.define);
        for (const Model &model : project.models) {
            look({.model = model.id}, model.name, model);
            look({.model = model.id}, model.name, model.options);
            for (const Attribute &attribute : model.attributes) {
                const Place place{.model = model.id, .attribute = attribute.id};
                const QString name = model.name + u'.' + attribute.name;
                look(place, name, attribute);
                look(place, name, *attribute.references);
                lookForIndex(model, attribute);
            }
            for (const Index &index : model.indexes) {
                const QString name = Text::tr("an index of %1").arg(model.name);
                look({.model = model.id, .index = index.id}, name, index);
                for (const IndexField &field : index.fields)
                    look({.model = model.id, .index = index.id}, name, field);
            }
        }
        for (const Association &association : project.associations) {
            const Place place{.association = association.id};
            const QString name =
                u"%1.%2"_s.arg(modelOf(project, association.source)->name, kindName(association.kind));
            look(place, name, association);
            look(place, name, association.through);
            look(place, name, *association.foreignKey.attribute);
            look(place, name, *association.otherKey.attribute);
        }
    }

private:
    void lookAt(const Place &place, const QString &where, const UnknownKeys &unknown, const QStringList &keys)
    {
        for (const UnknownKey &each : unknown) {
            const QString meant = meantBy(each.key, keys);
            if (meant.isEmpty() || keys.contains(each.key))
                continue;
            Place there = place;
            there.option = each.key;
            add(Code::KeyMisspelt, there,
                Text::tr("%1 of %2 is no option of Sequelize and has no effect: %3 is likely meant.")
                    .arg(each.key, where, meant));
        }
    }

    /// Sequelize makes an index of `index: true` where the type is JSONB.
    void lookForIndex(const Model &model, const Attribute &attribute)
    {
        if (attribute.index != true || attribute.type.name == TypeName::Jsonb)
            return;
        const Column *column = m_checked.tableOf(model.id).column(attribute.name);
        add(Code::IndexNotMade, {.model = model.id, .attribute = attribute.id, .option = u"index"_s},
            Text::tr("%1.%2 says index: true, which Sequelize applies to JSONB only: no index is made.")
                .arg(model.name, attribute.name),
            {{Text::tr("Add an index on %1").arg(column->name),
              [model = model.id, id = attribute.id, name = column->name](const Project &project) {
                  return changeAttribute(project, model, id, name);
              }}});
    }

    static Result<Project> changeAttribute(const Project &project, ModelId model, AttributeId id,
                                           const QString &column)
    {
        const Model *owner = modelOf(project, model);
        const Attribute *found = owner ? attributeOf(*owner, id) : nullptr;
        if (!found)
            return refusal(Text::tr("what this was about is no longer there"));
        Attribute changed = *found;
        changed.index.reset();
        const auto next = model::changeAttribute(project, model, changed);
        return next ? addIndex(*next, model, {.fields = {{.name = column}}}) : next;
    }
};

}

void checkUnheeded(const Checked &checked, QList<Problem> &problems)
{
    UnheededCheck(checked, problems).run();
}

}
