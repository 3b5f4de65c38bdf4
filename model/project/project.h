#pragma once

#include "model/boxed.h"
#include "model/id.h"
#include "model/json.h"
#include "model/project/type.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

/// What the user declares, in Sequelize's words. A null QString, an empty optional and a missing type stand
/// for an option that is not given; what follows from the options is computed by resolve().
namespace model {

/// A key that this version does not know, with its value as it was read: written back, never interpreted.
struct UnknownKey
{
    QString key;
    QString text;

    bool operator==(const UnknownKey &) const = default;
};
using UnknownKeys = QList<UnknownKey>;

/// A number that is written as it was read.
struct Number
{
    double value = 0;
    QString text;

    Number() = default;
    Number(double number) : value(number), text(Json::number(number).numberText()) { }

    bool operator==(const Number &) const = default;
};

/// `true`, `false` or a name: `createdAt`, `version`.
struct NameOrFlag
{
    std::optional<bool> flag;
    QString name;

    bool isGiven() const { return flag.has_value() || !name.isNull(); }
    bool operator==(const NameOrFlag &) const = default;
};

/// `name: {singular, plural}` of a model.
struct Inflections
{
    QString singular;
    QString plural;
    UnknownKeys unknown;

    bool isGiven() const { return !singular.isNull() || !plural.isNull() || !unknown.isEmpty(); }
    bool operator==(const Inflections &) const = default;
};

/// `unique: true | NAME | {name, msg}` of an attribute.
struct Unique
{
    std::optional<bool> flag;
    QString name;
    QString msg;
    bool isObject = false;
    UnknownKeys unknown;

    bool isGiven() const { return flag.has_value() || !name.isNull() || isObject; }
    bool operator==(const Unique &) const = default;
};

/// A table named by an attribute's `references`.
struct TableName
{
    QString table;
    QString schema;
    bool isObject = false; ///< written as `{tableName, schema}`

    bool operator==(const TableName &) const = default;
};

/// `references: {model, key, deferrable}` of an attribute.
struct References
{
    TableName model;
    QString key;
    Json deferrable;
    bool isNone = false; ///< written as null: no association puts one there
    UnknownKeys unknown;

    bool isGiven() const { return !model.table.isNull(); }
    bool operator==(const References &) const = default;
};

struct Attribute
{
    AttributeId id;
    QString fileId; ///< the id that the file gives it, if any
    QString name;
    Type type;
    QString field;
    std::optional<bool> allowNull;
    std::optional<bool> primaryKey;
    std::optional<bool> autoIncrement;
    std::optional<bool> autoIncrementIdentity;
    Seldom<Unique> unique;
    std::optional<bool> index; ///< Sequelize makes one of JSONB alone
    Boxed<Json> defaultValue; ///< JSON null is a default of NULL
    Seldom<References> references;
    QString onDelete;
    QString onUpdate;
    QString comment;
    UnknownKeys unknown;

    bool operator==(const Attribute &) const = default;
};

/// A part of an index: a column (never an attribute: Sequelize takes it as it is) or an expression.
struct IndexField
{
    QString name;
    std::optional<Number> length;
    QString order;
    QString collate;
    QString literal; ///< an SQL expression in place of a column
    Boxed<Json> function; ///< `{ "$fn": … }` or another expression in place of a column
    bool isObject = false; ///< written as `{name, …}`
    UnknownKeys unknown;

    bool isExpression() const { return !literal.isNull() || function; }
    bool operator==(const IndexField &) const = default;
};

struct Index
{
    IndexId id;
    QString fileId;
    QString name;
    std::optional<bool> unique;
    QString type;
    QString usingMethod;
    std::optional<bool> concurrently;
    QString operatorClass;
    QList<IndexField> fields;
    Boxed<Json> where;
    UnknownKeys unknown;

    bool operator==(const Index &) const = default;
};

/// A group of columns under `uniqueKeys`.
struct UniqueKeyOption
{
    QString name;
    QStringList fields;
    UnknownKeys unknown;

    bool operator==(const UniqueKeyOption &) const = default;
};

/// The options of a model, and `define` of a project.
struct ModelOptions
{
    QString tableName;
    QString schema;
    Inflections name;
    std::optional<bool> timestamps;
    NameOrFlag createdAt;
    NameOrFlag updatedAt;
    NameOrFlag deletedAt;
    std::optional<bool> paranoid;
    std::optional<bool> underscored;
    std::optional<bool> freezeTableName;
    NameOrFlag version;
    QString comment;
    QString charset;
    QString collate;
    QString engine;
    QString rowFormat;
    std::optional<Number> initialAutoIncrement;
    QList<UniqueKeyOption> uniqueKeys;
    Boxed<Json> defaultScope;
    Boxed<Json> scopes; ///< find options by name
    UnknownKeys unknown;

    bool operator==(const ModelOptions &) const = default;
};

/// A model as the user declares it: a table, once Sequelize has had its say.
struct Model
{
    ModelId id;
    QString fileId;
    QString name;
    QList<Attribute> attributes;
    ModelOptions options;
    QList<Index> indexes;
    UnknownKeys unknown;

    bool operator==(const Model &) const = default;
};

enum class AssociationKind : quint8 { BelongsToMany, HasMany, HasOne, BelongsTo };

/// `as: NAME | {singular, plural}`.
struct Alias
{
    QString name; ///< the plural, where it is written as an object
    QString singular;
    bool isObject = false;

    bool isGiven() const { return !name.isNull() || isObject; }
    bool operator==(const Alias &) const = default;
};

/// `through: NAME | {model, unique, scope, paranoid}`.
struct Through
{
    QString model;
    std::optional<bool> unique;
    Boxed<Json> scope;
    std::optional<bool> paranoid;
    bool isObject = false;
    UnknownKeys unknown;

    bool isGiven() const { return !model.isNull() || isObject; }
    bool operator==(const Through &) const = default;
};

/// `foreignKey` and `otherKey`: a name, or an attribute definition.
struct ForeignKey
{
    Seldom<Attribute> attribute;
    bool isObject = false;
    bool isByFieldName = false; ///< the object says `fieldName` for `name`

    const QString &name() const { return attribute->name; }
    bool isGiven() const { return isObject || !name().isNull(); }
    bool operator==(const ForeignKey &) const = default;
};

/// One call of belongsToMany, hasMany, hasOne or belongsTo. Two belongsToMany calls that mirror each other
/// are one edge; resolve() finds such pairs.
struct Association
{
    AssociationId id;
    QString fileId;
    AssociationKind kind = AssociationKind::BelongsToMany;
    ModelId source;
    ModelId target;
    Alias as;
    Through through;
    ForeignKey foreignKey;
    ForeignKey otherKey;
    Type keyType;
    QString sourceKey;
    QString targetKey;
    QString onDelete;
    QString onUpdate;
    std::optional<bool> constraints;
    QString uniqueKey;
    std::optional<bool> timestamps;
    Boxed<Json> scope;
    UnknownKeys unknown;

    bool operator==(const Association &) const = default;
};

/// A saved query: the options of findAll, with the model named.
struct Query
{
    QueryId id;
    QString name;
    Json find;
    UnknownKeys unknown;

    bool operator==(const Query &) const = default;
};

/// A problem that the user has seen and does not want to see again: a code everywhere, in a model or in one
/// place. What an entry names may be gone.
struct Ignored
{
    QString code;
    QString model; ///< its diagramKey()
    QString attribute; ///< its id in the file, else its name
    QString association; ///< its diagramKey()
    UnknownKeys unknown;

    bool operator==(const Ignored &) const = default;
};

/// Where the box of a model, or of a through that is opened as a box, has its upper left corner.
struct DiagramModel
{
    QString key; ///< the model's id in the file, else its name; a through's name
    Number x;
    Number y;
    UnknownKeys unknown;

    bool operator==(const DiagramModel &) const = default;
};

struct Point
{
    Number x;
    Number y;

    bool operator==(const Point &) const = default;
};

/// The bends that the user gave an edge.
struct DiagramEdge
{
    QString key; ///< the association's id in the file, else diagramKey() of it
    QList<Point> bends;
    UnknownKeys unknown;

    bool operator==(const DiagramEdge &) const = default;
};

struct Diagram
{
    QList<DiagramModel> models;
    QList<DiagramEdge> edges;
    UnknownKeys unknown;

    bool operator==(const Diagram &) const = default;
};

/// Everything that a project file holds.
struct Project
{
    QString name;
    ModelOptions define;
    QList<Model> models;
    QList<Association> associations;
    QList<Query> queries;
    QList<Ignored> ignored;
    Diagram diagram;
    UnknownKeys unknown;

    bool operator==(const Project &) const = default;
};

/// "belongsToMany", …: the method's name in Sequelize, and the word in the file.
QString kindName(AssociationKind kind);
std::optional<AssociationKind> kindNamed(QStringView word);
inline bool isToMany(AssociationKind kind)
{
    return kind <= AssociationKind::HasMany;
}

/// nullptr where there is none of that id or name.
const Model *modelOf(const Project &project, ModelId id);
const Model *modelNamed(const Project &project, QStringView name);
const Attribute *attributeOf(const Model &model, AttributeId id);
const Attribute *attributeNamed(const Model &model, QStringView name);
const Index *indexOf(const Model &model, IndexId id);
const Association *associationOf(const Project &project, AssociationId id);
const Query *queryOf(const Project &project, QueryId id);
const Query *queryNamed(const Project &project, QStringView name);

/// What a diagram calls a model or an association.
QString diagramKey(const Model &model);
QString diagramKey(const Project &project, const Association &association);

}
