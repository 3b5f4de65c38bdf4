#pragma once

#include "model/project/project.h"
#include "model/source/evaluator.h"

#include <functional>

/// What an application declares to Sequelize, in the order in which it does so.
namespace model::source {

struct DeclaredScope
{
    QString name;
    Value options;
    Place place;
};

struct DeclaredModel
{
    Function *type = nullptr; ///< the class
    QString name;
    Object *attributes = nullptr;
    Object *options = nullptr;
    const Unknown *unknownAttributes = nullptr; ///< they are not known at all
    Object *sequelize = nullptr; ///< the instance that it belongs to
    Place place; ///< the call, or the class
    std::vector<DeclaredScope> scopes; ///< added later
    std::vector<Atom> removed; ///< attributes that are removed again
    std::vector<Place> hooks;
    bool isGone = false; ///< another model took its name
};

struct DeclaredAssociation
{
    AssociationKind kind = AssociationKind::BelongsTo;
    Value source;
    Value target;
    Value options;
    Place place;
};

/// Something that was not understood, or is left out.
struct Note
{
    Place place;
    QString message;
};

/// An association that a decorator of sequelize-typescript declares: its options wait until all models are
/// known.
struct DecoratedAssociation
{
    AssociationKind kind = AssociationKind::BelongsTo;
    Value target; ///< a function that returns the class
    Object *options = nullptr;
    Place place;
};

/// What the decorators of a class have gathered. What is not there is looked for in the class before it.
struct DecoratedClass
{
    Function *type = nullptr;
    bool isTable = false;
    bool isDefined = false;
    QString modelName;
    Object *attributes = nullptr;
    Object *options = nullptr;
    std::optional<std::vector<DecoratedAssociation>> associations;
    std::optional<std::vector<std::pair<Value, QString>>>
        foreignKeys; ///< a class and the attribute that refers to it
    std::optional<std::vector<std::pair<QString, Object *>>> indexes; ///< by their names, which may be none
    Value defaultScope;
    Value scopes;
    std::vector<Place> hooks;
    Place place;
};

class Declarations
{
public:
    std::deque<DeclaredModel> models;
    std::deque<DecoratedClass> decorated;
    QHash<const Function *, DecoratedClass *> decoratedByType;
    std::vector<DeclaredAssociation> associations;
    std::vector<Value> instances; ///< of Sequelize
    std::vector<Note> notes;

    Function *modelClass = nullptr; ///< `Model`
    Function *sequelizeClass = nullptr; ///< `Sequelize`
    Object *allModels = nullptr; ///< models by name

    /// The model of a class, or nullptr.
    DeclaredModel *modelOf(const Value &type);
    /// The model of a name: exactly, or as files and variables spell it.
    DeclaredModel *modelNamed(const QString &name);
    /// The model of exactly that name.
    DeclaredModel *modelCalled(const QString &name) { return m_byName.value(name); }
    DeclaredModel &add(DeclaredModel model);
    DecoratedClass &decorationsOf(Function &type);
    void note(Place place, const QString &message) { notes.push_back({place, message}); }

private:
    QHash<const Function *, DeclaredModel *> m_byType;
    QHash<QString, DeclaredModel *> m_byName;
    QHash<QString, DeclaredModel *> m_byLetters; ///< without regard to case and to what is no letter
};

/// `DataTypes.STRING(64)` and its kin, called with arguments.
Value callDataType(Evaluator &evaluator, const DataTypeValue &type, std::span<const Value> arguments,
                   Place place);

/// `require('sequelize')` and the packages that are like it.
void addSequelize(Evaluator &evaluator, Declarations &declarations);
/// `require('sequelize-typescript')`.
void addSequelizeTypescript(Evaluator &evaluator, Declarations &declarations);

/// What is common to all ways of declaring a model. Returns the class.
Value declareModel(Evaluator &evaluator, Function &type, const QString &name, const Value &attributes,
                   const Value &options, Object *sequelize, Place place);
/// An instance of Sequelize as `new Sequelize(…)` makes it.
Object *makeSequelize(Evaluator &evaluator, std::span<const Value> arguments, Place place);
/// Defines classes with decorators, and then calls their associations, as `addModels` does.
void addModels(Evaluator &evaluator, const std::vector<Function *> &types, Object *sequelize);
/// The classes that `models: […]` means: classes, folders, patterns of paths.
std::vector<Function *> classesOf(Evaluator &evaluator, const Value &models, const Value &match);
/// The word of the type that a field's annotation stands for: `STRING`; null where none does.
QString designType(Evaluator &evaluator, Syntax member);

/// The options that an instance was made with.
Value optionsOf(Evaluator &evaluator, Object *sequelize);

}
