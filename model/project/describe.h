#pragma once

#include "model/project/project.h"

#include <QStringList>

#include <concepts>
#include <type_traits>

/// The keys of the project file, each said once, in writing order. Whatever handles options one after the
/// other walks these lists: reading, writing, merging, the exported code, the inspector. How a value is
/// handled follows from its type.
namespace model {

/// Says which list describe() walks.
template <typename T>
struct Of
{
};

/// `values` beside `type: "ENUM"`: a second key of the type, and no member of its own.
struct EnumValues
{
    Type Attribute::*type;
};

template <typename Visit>
void describe(Of<Inflections>, Visit &&visit)
{
    visit("singular", &Inflections::singular);
    visit("plural", &Inflections::plural);
}

template <typename Visit>
void describe(Of<Unique>, Visit &&visit)
{
    visit("name", &Unique::name);
    visit("msg", &Unique::msg);
}

template <typename Visit>
void describe(Of<TableName>, Visit &&visit)
{
    visit("tableName", &TableName::table);
    visit("schema", &TableName::schema);
}

template <typename Visit>
void describe(Of<References>, Visit &&visit)
{
    visit("model", &References::model);
    visit("key", &References::key);
    visit("deferrable", &References::deferrable);
}

template <typename Visit>
void describe(Of<Attribute>, Visit &&visit)
{
    visit("id", &Attribute::fileId);
    visit("name", &Attribute::name);
    visit("type", &Attribute::type);
    visit("values", EnumValues{&Attribute::type});
    visit("field", &Attribute::field);
    visit("allowNull", &Attribute::allowNull);
    visit("primaryKey", &Attribute::primaryKey);
    visit("autoIncrement", &Attribute::autoIncrement);
    visit("autoIncrementIdentity", &Attribute::autoIncrementIdentity);
    visit("unique", &Attribute::unique);
    visit("index", &Attribute::index);
    visit("defaultValue", &Attribute::defaultValue);
    visit("references", &Attribute::references);
    visit("onDelete", &Attribute::onDelete);
    visit("onUpdate", &Attribute::onUpdate);
    visit("comment", &Attribute::comment);
}

template <typename Visit>
void describe(Of<IndexField>, Visit &&visit)
{
    visit("name", &IndexField::name);
    visit("length", &IndexField::length);
    visit("order", &IndexField::order);
    visit("collate", &IndexField::collate);
}

template <typename Visit>
void describe(Of<Index>, Visit &&visit)
{
    visit("id", &Index::fileId);
    visit("name", &Index::name);
    visit("unique", &Index::unique);
    visit("type", &Index::type);
    visit("using", &Index::usingMethod);
    visit("concurrently", &Index::concurrently);
    visit("operator", &Index::operatorClass);
    visit("fields", &Index::fields);
    visit("where", &Index::where);
}

template <typename Visit>
void describe(Of<UniqueKeyOption>, Visit &&visit)
{
    visit("fields", &UniqueKeyOption::fields);
}

template <typename Visit>
void describe(Of<ModelOptions>, Visit &&visit)
{
    visit("tableName", &ModelOptions::tableName);
    visit("schema", &ModelOptions::schema);
    visit("name", &ModelOptions::name);
    visit("timestamps", &ModelOptions::timestamps);
    visit("createdAt", &ModelOptions::createdAt);
    visit("updatedAt", &ModelOptions::updatedAt);
    visit("deletedAt", &ModelOptions::deletedAt);
    visit("paranoid", &ModelOptions::paranoid);
    visit("underscored", &ModelOptions::underscored);
    visit("freezeTableName", &ModelOptions::freezeTableName);
    visit("version", &ModelOptions::version);
    visit("comment", &ModelOptions::comment);
    visit("charset", &ModelOptions::charset);
    visit("collate", &ModelOptions::collate);
    visit("engine", &ModelOptions::engine);
    visit("rowFormat", &ModelOptions::rowFormat);
    visit("initialAutoIncrement", &ModelOptions::initialAutoIncrement);
    visit("uniqueKeys", &ModelOptions::uniqueKeys);
    visit("defaultScope", &ModelOptions::defaultScope);
    visit("scopes", &ModelOptions::scopes);
}

template <typename Visit>
void describe(Of<Model>, Visit &&visit)
{
    visit("id", &Model::fileId);
    visit("name", &Model::name);
    visit("attributes", &Model::attributes);
    visit("options", &Model::options);
    visit("indexes", &Model::indexes);
}

template <typename Visit>
void describe(Of<Alias>, Visit &&visit)
{
    visit("singular", &Alias::singular);
    visit("plural", &Alias::name);
}

template <typename Visit>
void describe(Of<Through>, Visit &&visit)
{
    visit("model", &Through::model);
    visit("unique", &Through::unique);
    visit("scope", &Through::scope);
    visit("paranoid", &Through::paranoid);
}

template <typename Visit>
void describe(Of<Association>, Visit &&visit)
{
    visit("id", &Association::fileId);
    visit("kind", &Association::kind);
    visit("source", &Association::source);
    visit("target", &Association::target);
    visit("as", &Association::as);
    visit("through", &Association::through);
    visit("foreignKey", &Association::foreignKey);
    visit("otherKey", &Association::otherKey);
    visit("keyType", &Association::keyType);
    visit("sourceKey", &Association::sourceKey);
    visit("targetKey", &Association::targetKey);
    visit("onDelete", &Association::onDelete);
    visit("onUpdate", &Association::onUpdate);
    visit("constraints", &Association::constraints);
    visit("uniqueKey", &Association::uniqueKey);
    visit("timestamps", &Association::timestamps);
    visit("scope", &Association::scope);
}

template <typename Visit>
void describe(Of<Query>, Visit &&visit)
{
    visit("name", &Query::name);
    visit("find", &Query::find);
}

template <typename Visit>
void describe(Of<Ignored>, Visit &&visit)
{
    visit("code", &Ignored::code);
    visit("model", &Ignored::model);
    visit("attribute", &Ignored::attribute);
    visit("association", &Ignored::association);
}

template <typename Visit>
void describe(Of<DiagramModel>, Visit &&visit)
{
    visit("x", &DiagramModel::x);
    visit("y", &DiagramModel::y);
}

template <typename Visit>
void describe(Of<Point>, Visit &&visit)
{
    visit("x", &Point::x);
    visit("y", &Point::y);
}

template <typename Visit>
void describe(Of<DiagramEdge>, Visit &&visit)
{
    visit("bends", &DiagramEdge::bends);
}

template <typename Visit>
void describe(Of<Diagram>, Visit &&visit)
{
    visit("models", &Diagram::models);
    visit("edges", &Diagram::edges);
}

template <typename Visit>
void describe(Of<Project>, Visit &&visit)
{
    visit("name", &Project::name);
    visit("define", &Project::define);
    visit("models", &Project::models);
    visit("associations", &Project::associations);
    visit("queries", &Project::queries);
    visit("ignore", &Project::ignored);
    visit("diagram", &Project::diagram);
}

template <typename Visitor, typename T, typename Struct, typename Option>
void visitMember(Visitor &visitor, const char *key, T &value, Option Struct::*member)
{
    visitor(key, value.*member);
}
template <typename Visitor, typename T>
void visitMember(Visitor &visitor, const char *key, T &value, EnumValues values)
{
    visitor.values(key, value.*values.type);
}

/// Visits the members of a value: `visitor(key, member)`, for EnumValues `visitor.values(key, type)`, then its
/// unknown keys.
template <typename Visitor, typename T>
void visitMembers(Visitor &visitor, T &value)
{
    describe(Of<std::remove_const_t<T>>(),
             [&](const char *key, auto member) { visitMember(visitor, key, value, member); });
    if constexpr (requires { value.unknown; })
        visitor(value.unknown);
}

/// The keys that a project file knows in an object.
template <typename T>
const QStringList &keysOf()
{
    static const QStringList keys = [] {
        QStringList list;
        describe(Of<T>(), [&](const char *key, auto) { list.append(QString::fromLatin1(key)); });
        return list;
    }();
    return keys;
}

}
