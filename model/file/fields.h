#pragma once

#include "model/project/project.h"

/// The keys of the project file, once, in writing order: reading and writing visit the same lists.
/// `fields(key, member)` is called for each key; UnknownKeys come last.
namespace model {

template <typename T, typename Struct>
concept As = std::same_as<std::remove_const_t<T>, Struct>;

template <typename Fields, As<Inflections> T>
void describe(Fields &fields, T &name)
{
    fields("singular", name.singular);
    fields("plural", name.plural);
    fields(name.unknown);
}

template <typename Fields, As<References> T>
void describe(Fields &fields, T &references)
{
    fields("model", references.model);
    fields("key", references.key);
    fields("deferrable", references.deferrable);
    fields(references.unknown);
}

template <typename Fields, As<Attribute> T>
void describe(Fields &fields, T &attribute)
{
    fields("id", attribute.fileId);
    fields("name", attribute.name);
    fields("type", attribute.type);
    fields.values("values", attribute.type);
    fields("field", attribute.field);
    fields("allowNull", attribute.allowNull);
    fields("primaryKey", attribute.primaryKey);
    fields("autoIncrement", attribute.autoIncrement);
    fields("autoIncrementIdentity", attribute.autoIncrementIdentity);
    fields("unique", attribute.unique);
    fields("index", attribute.index);
    fields("defaultValue", attribute.defaultValue);
    fields("references", attribute.references);
    fields("onDelete", attribute.onDelete);
    fields("onUpdate", attribute.onUpdate);
    fields("comment", attribute.comment);
    fields(attribute.unknown);
}

template <typename Fields, As<IndexField> T>
void describe(Fields &fields, T &field)
{
    fields("name", field.name);
    fields("length", field.length);
    fields("order", field.order);
    fields("collate", field.collate);
    fields(field.unknown);
}

template <typename Fields, As<Index> T>
void describe(Fields &fields, T &index)
{
    fields("id", index.fileId);
    fields("name", index.name);
    fields("unique", index.unique);
    fields("type", index.type);
    fields("using", index.usingMethod);
    fields("concurrently", index.concurrently);
    fields("operator", index.operatorClass);
    fields("fields", index.fields);
    fields("where", index.where);
    fields(index.unknown);
}

template <typename Fields, As<ModelOptions> T>
void describe(Fields &fields, T &options)
{
    fields("tableName", options.tableName);
    fields("schema", options.schema);
    fields("name", options.name);
    fields("timestamps", options.timestamps);
    fields("createdAt", options.createdAt);
    fields("updatedAt", options.updatedAt);
    fields("deletedAt", options.deletedAt);
    fields("paranoid", options.paranoid);
    fields("underscored", options.underscored);
    fields("freezeTableName", options.freezeTableName);
    fields("version", options.version);
    fields("comment", options.comment);
    fields("charset", options.charset);
    fields("collate", options.collate);
    fields("engine", options.engine);
    fields("rowFormat", options.rowFormat);
    fields("initialAutoIncrement", options.initialAutoIncrement);
    fields("uniqueKeys", options.uniqueKeys);
    fields("defaultScope", options.defaultScope);
    fields("scopes", options.scopes);
    fields(options.unknown);
}

template <typename Fields, As<Model> T>
void describe(Fields &fields, T &model)
{
    fields("id", model.fileId);
    fields("name", model.name);
    fields("attributes", model.attributes);
    fields("options", model.options);
    fields("indexes", model.indexes);
    fields(model.unknown);
}

template <typename Fields, As<Through> T>
void describe(Fields &fields, T &through)
{
    fields("model", through.model);
    fields("unique", through.unique);
    fields("scope", through.scope);
    fields("paranoid", through.paranoid);
    fields(through.unknown);
}

template <typename Fields, As<Association> T>
void describe(Fields &fields, T &association)
{
    fields("id", association.fileId);
    fields("kind", association.kind);
    fields("source", association.source);
    fields("target", association.target);
    fields("as", association.as);
    fields("through", association.through);
    fields("foreignKey", association.foreignKey);
    fields("otherKey", association.otherKey);
    fields("keyType", association.keyType);
    fields("sourceKey", association.sourceKey);
    fields("targetKey", association.targetKey);
    fields("onDelete", association.onDelete);
    fields("onUpdate", association.onUpdate);
    fields("constraints", association.constraints);
    fields("uniqueKey", association.uniqueKey);
    fields("timestamps", association.timestamps);
    fields("scope", association.scope);
    fields(association.unknown);
}

template <typename Fields, As<Query> T>
void describe(Fields &fields, T &query)
{
    fields("name", query.name);
    fields("find", query.find);
    fields(query.unknown);
}

template <typename Fields, As<Ignored> T>
void describe(Fields &fields, T &ignored)
{
    fields("code", ignored.code);
    fields("model", ignored.model);
    fields("attribute", ignored.attribute);
    fields("association", ignored.association);
    fields(ignored.unknown);
}

template <typename Fields, As<DiagramModel> T>
void describe(Fields &fields, T &box)
{
    fields("x", box.x);
    fields("y", box.y);
    fields(box.unknown);
}

template <typename Fields, As<Point> T>
void describe(Fields &fields, T &point)
{
    fields("x", point.x);
    fields("y", point.y);
}

template <typename Fields, As<DiagramEdge> T>
void describe(Fields &fields, T &edge)
{
    fields("bends", edge.bends);
    fields(edge.unknown);
}

template <typename Fields, As<Diagram> T>
void describe(Fields &fields, T &diagram)
{
    fields("models", diagram.models);
    fields("edges", diagram.edges);
    fields(diagram.unknown);
}

template <typename Fields, As<Project> T>
void describe(Fields &fields, T &project)
{
    fields("name", project.name);
    fields("define", project.define);
    fields("models", project.models);
    fields("associations", project.associations);
    fields("queries", project.queries);
    fields("ignore", project.ignored);
    fields("diagram", project.diagram);
    fields(project.unknown);
}

}
