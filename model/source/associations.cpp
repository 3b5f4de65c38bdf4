#include "model/source/optionreader.h"

namespace model::source {

/// The model that a class is, or that it extends; for something unknown, the model that it asked for by name.
DeclaredModel *Conversion::modelFor(const Value &value)
{
    Declarations &declarations = m_evaluator.declarations();
    if (const Unknown *unknown = value.unknown())
        return unknown->model.isEmpty() ? nullptr : declarations.modelNamed(unknown->model);
    constexpr int deepest = 20;
    Function *type = value.as<Function>();
    for (int depth = 0; type && depth < deepest; ++depth) {
        if (DeclaredModel *model = declarations.modelOf(Value(type)))
            return model->isGone ? declarations.modelCalled(model->name) : model;
        type = type->prototype && type->prototype->type == Object::Type::Function
            ? static_cast<Function *>(type->prototype)
            : nullptr;
    }
    return nullptr;
}

void Conversion::convertAssociation(const DeclaredAssociation &declared)
{
    const QString call = kindName(declared.kind);
    const DeclaredModel *source = modelFor(declared.source);
    const DeclaredModel *target = modelFor(declared.target);
    const auto reason = [](const Value &value) {
        return value.isUnknown() ? value.unknown()->reason : u"it is no model"_s;
    };
    if (!m_ids.contains(source))
        return note(declared.place,
                    u"the model on which %1 is called is not known: %2"_s.arg(call, reason(declared.source)));
    if (!m_ids.contains(target))
        return note(
            declared.place,
            u"the other model of %1.%2 is not known: %3"_s.arg(source->name, call, reason(declared.target)));
    Association association;
    association.id = AssociationId{m_nextAssociation++};
    association.kind = declared.kind;
    association.source = m_ids.value(source);
    association.target = m_ids.value(target);
    SourceEntry entry{.whole = rangeOf(declared.place)};
    const QString what = u"%1.%2(%3)"_s.arg(source->name, call, target->name);
    if (declared.options.isObject()) {
        OptionReader reader(*this, *declared.options.object(), what, &entry,
                            {u"id"_s, u"kind"_s, u"source"_s, u"target"_s});
        visitMembers(reader, association);
    } else if (!declared.options.isNothing()) {
        noteValue(u"the options of "_s + what, declared.options);
    }
    m_application.map.associations.insert(association.id, entry);
    m_application.project.associations.append(std::move(association));
}

void Conversion::read(const Value &value, const QString &what, Alias &as)
{
    as.isObject = value.isObject();
    if (!as.isObject)
        return read(value, what, as.name);
    OptionReader reader(*this, *value.object(), what, nullptr);
    visitMembers(reader, as);
}

void Conversion::read(const Value &value, const QString &what, Through &through)
{
    const auto readModel = [&](const Value &model) {
        if (const DeclaredModel *declared = modelFor(model))
            through.model = declared->name;
        else
            read(model, what, through.model);
    };
    through.isObject = value.isObject() && !value.as<Function>();
    if (!through.isObject)
        return readModel(value);
    OptionReader reader(*this, *value.object(), what, nullptr, {u"model"_s});
    visitMembers(reader, through);
    readModel(m_evaluator.get(value, "model"));
}

void Conversion::read(const Value &value, const QString &what, ForeignKey &key)
{
    key.isObject = value.isObject();
    if (value.isNothing())
        return;
    Attribute &attribute = key.attribute.edit();
    if (!key.isObject)
        return read(value, what, attribute.name);
    const Value name = m_evaluator.get(value, "name");
    key.isByFieldName = name.isUndefined() && !m_evaluator.get(value, "fieldName").isUndefined();
    read(key.isByFieldName ? m_evaluator.get(value, "fieldName") : name, what, attribute.name);
    SourceEntry entry;
    readAttribute(value, what, attribute, entry);
}

}
