#pragma once

#include "model/source/declarations.h"
#include "model/source/readapplication.h"

#include <QSet>

/// From what was declared to a project.
namespace model::source {

/// Turns values into the options of a project, and notes what cannot be turned.
class Conversion
{
public:
    Conversion(Evaluator &evaluator, Application &application)
        : m_evaluator(evaluator), m_application(application)
    {
    }

    /// Everything: options, models, associations, what is left out.
    void convert();

    Evaluator &evaluator() { return m_evaluator; }
    const QString &nameOf(Atom atom) { return m_evaluator.atoms().text(atom); }
    void note(Place place, const QString &message);
    SourceRange rangeOf(Place place) const;

    // values.cpp
    /// How a value is written in a project; nothing where it cannot be, and `why` says it.
    std::optional<Json> jsonOf(const Value &value, QString *why);
    /// The same for find options, where a model stands for an include.
    std::optional<Json> findOf(const Value &options, const DeclaredModel &model, QString *why);
    /// A default value: an object is data, whatever its keys.
    std::optional<Json> dataOf(const Value &value, QString *why);

    // types.cpp
    void read(const Value &value, const QString &what, Type &type);
    /// The ENUM whose values stand in a list beside it.
    Type enumOf(const Value &values, const QString &what);

    // options.cpp: each kind of option from a value; `what` names it in a note
    void read(const Value &value, const QString &what, QString &text);
    void read(const Value &value, const QString &what, std::optional<bool> &flag);
    void read(const Value &value, const QString &what, std::optional<Number> &number);
    void read(const Value &value, const QString &what, NameOrFlag &option);
    void read(const Value &value, const QString &what, Json &json);
    void read(const Value &value, const QString &what, Boxed<Json> &json);
    void read(const Value &value, const QString &what, Inflections &name);
    void read(const Value &value, const QString &what, QList<UniqueKeyOption> &keys);
    void read(const Value &value, const QString &what, IndexField &field);
    void read(const Value &value, const QString &what, Index &index);
    /// What has no place in a project and is counted, or means nothing in one.
    bool leaveOut(const QString &key, const Property &property);
    /// What the project file does not know is kept as it is, if it is data.
    void keep(UnknownKeys &keys, const QString &key, const Value &value, const QString &what);

    // attributes.cpp
    void read(const Value &value, const QString &what, Unique &unique);
    void read(const Value &value, const QString &what, TableName &table);
    void read(const Value &value, const QString &what, References &references);

    // associations.cpp
    void read(const Value &value, const QString &what, Alias &as);
    void read(const Value &value, const QString &what, Through &through);
    void read(const Value &value, const QString &what, ForeignKey &key);
    /// The model that a class is; nullptr where it is none.
    DeclaredModel *modelFor(const Value &value);

    template <typename T>
    void read(const Value &value, const QString &what, Seldom<T> &option)
    {
        read(value, what, option.edit());
    }
    template <typename T>
    void read(const Value &value, const QString &what, QList<T> &list);

private:
    void noteValue(const QString &what, const Value &value);
    void count(const QString &what, Place place);
    void countEach(const QString &what, const Value &value);

    void convertDefine();
    void convertModel(DeclaredModel &declared);
    void convertAssociation(const DeclaredAssociation &declared);
    ModelOptions optionsOf(const Value &value, const QString &what, SourceEntry &entry);
    void addScopes(const DeclaredModel &declared, ModelOptions &options);
    void addScope(const QString &name, const Value &scope, Place place, const DeclaredModel &model,
                  ModelOptions &options);
    Attribute attributeOf(const QString &name, const Value &value, Place place, const QString &model);
    void readAttribute(const Value &value, const QString &what, Attribute &attribute, SourceEntry &entry);
    void resolveReferences();

    std::optional<Json> jsonPart(const Value &value, bool isData, QString *why, int depth);
    std::optional<Json> expressionOf(const ExpressionValue &value, QString *why, int depth);
    std::optional<Json> findPart(const Value &value, const DeclaredModel *model, QString *why, int depth);
    std::optional<Json> includeOf(const Value &value, const DeclaredModel *model, QString *why, int depth);
    std::optional<Json> orderOf(const Value &value, QString *why, int depth);
    QString typeText(const Value &value, QString *why, int depth);

    Evaluator &m_evaluator;
    Application &m_application;
    QHash<const DeclaredModel *, ModelId> m_ids;
    QSet<QString> m_said; ///< places and messages, each once
    AttributeId m_attribute; ///< that is being read
    /// Attributes whose `references` name a class: its table is known in the end.
    QHash<AttributeId, const DeclaredModel *> m_classReferences;
    quint32 m_nextModel = 1;
    quint32 m_nextAttribute = 1;
    quint32 m_nextIndex = 1;
    quint32 m_nextAssociation = 1;
};

template <typename T>
void Conversion::read(const Value &value, const QString &what, QList<T> &list)
{
    const auto items = m_evaluator.items(value);
    const List *whole = value.as<List>();
    if (!items)
        return noteValue(what, value);
    if (whole && whole->unknownPart)
        note(whole->unknownPart->place,
             QStringLiteral("a part of %1 is not known: %2").arg(what, whole->unknownPart->reason));
    for (const Value &item : *items) {
        T option{};
        read(item, what, option);
        list.append(std::move(option));
    }
}

}
