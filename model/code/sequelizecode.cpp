#include "model/code/sequelizecode.h"

#include "model/code/optioncode.h"
#include "model/sql/where.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

class CodeWriter
{
public:
    CodeWriter(const Project &project, ModuleKind kind) : m_project(project), m_kind(kind) { nameModels(); }

    QString write()
    {
        QString body;
        for (const Model &model : m_project.models)
            body += defineCall(model) + u'\n';
        for (const Model &model : m_project.models)
            body += scopeCalls(model);
        for (const Association &association : m_project.associations)
            body += associationCall(association);
        if (!m_project.associations.isEmpty())
            body += u'\n';
        const QString define = m_code.modelOptions(m_project.define).text();
        const QString models = returned();
        if (m_kind == ModuleKind::CommonJs) {
            return u"'use strict';\n\nconst { "_s + imports()
                + u" } = require('sequelize');\n\n"
                  "module.exports = (sequelize) => {\n"_s
                + body + u"  return "_s + models + u";\n};\n\nmodule.exports.define = "_s + define + u";\n"_s;
        }
        return u"import { "_s + imports() + u" } from 'sequelize';\n\nexport const define = "_s + define
            + u";\n\nexport default (sequelize) => {\n"_s + body + u"  return "_s + models + u";\n};\n"_s;
    }

private:
    /// A constant for each model: its own name where JavaScript allows it.
    void nameModels()
    {
        QSet<QString> taken;
        for (const Model &model : m_project.models) {
            if (isIdentifier(model.name))
                taken.insert(model.name);
        }
        int next = 1;
        for (const Model &model : m_project.models) {
            QString name = model.name;
            if (!isIdentifier(name)) {
                do {
                    name = u"model"_s + QString::number(next++);
                } while (taken.contains(name));
            }
            m_names.insert(model.id, name);
        }
    }

    QString imports() const
    {
        QStringList names{u"DataTypes"_s};
        if (m_code.usesOp())
            names.append(u"Op"_s);
        if (m_code.usesSequelize())
            names.append(u"Sequelize"_s);
        return names.join(u", "_s);
    }

    QString returned() const
    {
        QStringList members;
        for (const Model &model : m_project.models) {
            const QString name = m_names.value(model.id);
            members.append(name == model.name ? name : propertyKey(model.name) + u": "_s + name);
        }
        return members.isEmpty() ? u"{}"_s : u"{ "_s + members.join(u", "_s) + u" }"_s;
    }

    QString defineCall(const Model &model)
    {
        QString text = u"  const "_s + m_names.value(model.id) + u" = sequelize.define("_s
            + javascriptText(model.name) + u", {"_s;
        for (const Attribute &each : model.attributes)
            text += u"\n    "_s + propertyKey(each.name) + u": "_s + m_code.attribute(each).text() + u',';
        text += model.attributes.isEmpty() ? u"}"_s : u"\n  }"_s;
        QStringList members = m_code.modelOptions(model.options).members();
        if (!model.indexes.isEmpty()) {
            QString indexes = u"indexes: ["_s;
            for (const Index &each : model.indexes)
                indexes += u"\n      "_s + m_code.text(each) + u',';
            members.append(indexes + u"\n    ]"_s);
        }
        if (!members.isEmpty())
            text += u", {\n    "_s + members.join(u",\n    "_s) + u",\n  }"_s;
        return text + u");\n"_s;
    }

    /// Scopes that name models can be set only when they are defined.
    QString scopeCalls(const Model &model)
    {
        QString calls;
        const auto add = [&](const QString &name, const Json &scope, const QString &options) {
            if (namesModels(scope))
                calls += u"  "_s + m_names.value(model.id) + u".addScope("_s + javascriptText(name) + u", "_s
                    + scopeValue(scope) + options + u");\n"_s;
        };
        if (model.options.defaultScope)
            add(u"defaultScope"_s, *model.options.defaultScope, u", { override: true }"_s);
        if (model.options.scopes) {
            for (const Json::Member &scope : model.options.scopes->members())
                add(scope.key, scope.value, {});
        }
        return calls;
    }

    QString scopeValue(const Json &scope)
    {
        ObjectText object;
        for (const Json::Member &member : scope.members()) {
            const bool leads = member.key == u"include" || member.key == u"order";
            object.add(member.key, leads ? withModels(member.value) : m_code.value(member.value));
        }
        return object.text();
    }

    /// A part of a query in which `{ "model": NAME }` stands for the model itself.
    QString withModels(const Json &json)
    {
        if (json.isArray()) {
            QStringList items;
            for (const Json &item : json.items())
                items.append(withModels(item));
            return u'[' + items.join(u", "_s) + u']';
        }
        if (!json.isObject() || isExpression(json))
            return m_code.value(json);
        ObjectText object;
        for (const Json::Member &member : json.members()) {
            const Model *model =
                member.key == u"model" ? modelNamed(m_project, member.value.string()) : nullptr;
            if (model)
                object.add(member.key, m_names.value(model->id));
            else if (member.key == u"include" || member.key == u"order")
                object.add(member.key, withModels(member.value));
            else
                object.add(member.key, m_code.value(member.value));
        }
        return object.text();
    }

    QString throughModel(const QString &name) const
    {
        const Model *model = modelNamed(m_project, name);
        return model ? m_names.value(model->id) : javascriptText(name);
    }

    // The call itself says the kind and the ends.
    QString text(AssociationKind) { return {}; }
    QString text(ModelId) { return {}; }
    QString text(const Through &through)
    {
        if (!through.isObject)
            return through.model.isNull() ? QString() : throughModel(through.model);
        ObjectText object;
        describe(Of<Through>(), [&](const char *key, auto member) {
            if constexpr (!std::same_as<decltype(member), QString Through::*>)
                object.add(key, text(through.*member));
            else if (!through.model.isNull())
                object.add(key, throughModel(through.model));
        });
        return object.text();
    }
    template <typename T>
    QString text(const T &option)
    {
        return m_code.text(option);
    }

    QString associationCall(const Association &association)
    {
        ObjectText object;
        describe(Of<Association>(), [&](const char *key, auto member) {
            if (isOption(key))
                object.add(key, text(association.*member));
        });
        return u"  "_s + m_names.value(association.source) + u'.' + kindName(association.kind) + u'('
            + m_names.value(association.target) + (object.isEmpty() ? QString() : u", "_s + object.text())
            + u");\n"_s;
    }

    const Project &m_project;
    const ModuleKind m_kind;
    QHash<ModelId, QString> m_names;
    OptionCode m_code;
};

}

QString sequelizeCode(const Project &project, ModuleKind kind)
{
    return CodeWriter(project, kind).write();
}

}
