#include "model/source/conversion.h"

#include "model/schema/schema.h"

using namespace Qt::StringLiterals;

namespace model::source {

SourceRange Conversion::rangeOf(Place place) const
{
    if (place.file < 0)
        return {};
    const SourceFile *file = m_evaluator.files().file(place.file);
    const auto [line, column] = file->lineAndColumn(place.begin);
    return {file->name, line, column, int(place.begin), int(place.end)};
}

void Conversion::note(Place place, const QString &message)
{
    const SourceRange at = rangeOf(place);
    const QString key = u"%1:%2:%3"_s.arg(at.file).arg(at.line).arg(message);
    if (m_said.contains(key))
        return;
    m_said.insert(key);
    m_application.report.notUnderstood.append({at, message});
}

void Conversion::noteValue(const QString &what, const Value &value)
{
    note(value.place,
         u"%1 is not known: %2"_s.arg(
             what, value.isUnknown() ? value.unknown()->reason : u"it is something else"_s));
}

void Conversion::count(const QString &what, Place place)
{
    for (LeftOut &each : m_application.report.leftOut) {
        if (each.what == what) {
            each.places.append(rangeOf(place));
            return;
        }
    }
    m_application.report.leftOut.append({what, {rangeOf(place)}});
}

void Conversion::convert()
{
    Declarations &declarations = m_evaluator.declarations();
    m_evaluator.beginUnit();
    for (const Note &each : declarations.notes)
        note(each.place, each.message);
    for (const DeclaredModel &declared : declarations.models) {
        if (!declared.isGone)
            m_ids.insert(&declared, ModelId{m_nextModel++});
    }
    convertDefine();
    for (DeclaredModel &declared : declarations.models) {
        if (declared.isGone)
            continue;
        m_evaluator.beginUnit();
        convertModel(declared);
    }
    for (const DeclaredAssociation &declared : declarations.associations) {
        m_evaluator.beginUnit();
        convertAssociation(declared);
    }
    resolveReferences();
}

/// `define` of the instance to which most models belong.
void Conversion::convertDefine()
{
    Declarations &declarations = m_evaluator.declarations();
    QHash<Object *, int> counts;
    Object *most = nullptr;
    for (const DeclaredModel &model : declarations.models) {
        if (model.sequelize && !model.isGone && ++counts[model.sequelize] > counts.value(most))
            most = model.sequelize;
    }
    if (!most && !declarations.instances.empty())
        most = declarations.instances.back().object();
    const Value options = source::optionsOf(m_evaluator, most);
    const Value define = options.isUnknown() ? options
        : options.isObject()                 ? m_evaluator.get(options, "define")
                                             : Value();
    if (define.isObject()) {
        m_application.map.define.whole = rangeOf(define.place);
        m_application.project.define = optionsOf(define, u"define"_s, m_application.map.define);
    } else if (define.isUnknown()) {
        noteValue(u"define, what all models share,"_s, define);
    }
}

void Conversion::convertModel(DeclaredModel &declared)
{
    Model model;
    model.id = m_ids.value(&declared);
    model.name = declared.name;
    SourceEntry entry{.whole = rangeOf(declared.place)};
    if (declared.unknownAttributes)
        note(declared.place,
             u"the attributes of %1 are not known: %2"_s.arg(declared.name,
                                                             declared.unknownAttributes->reason));
    else if (declared.attributes->unknownPart)
        note(declared.attributes->unknownPart->place,
             u"some attributes of %1 are not known: %2"_s.arg(declared.name,
                                                              declared.attributes->unknownPart->reason));
    for (Atom name : m_evaluator.names(Value(declared.attributes))) {
        const Property *property = declared.attributes->properties.find(name);
        if (property)
            model.attributes.append(
                attributeOf(nameOf(name), property->value, property->place, declared.name));
    }
    for (Atom name : declared.removed) {
        if (nameOf(name) == u"id" && !modelNamed(m_application.project, declared.name))
            note(declared.place,
                 u"%1 is left without its id, which a project cannot say"_s.arg(declared.name));
    }
    const Value options(declared.options, declared.place);
    model.options = optionsOf(options, u"the options of "_s + declared.name, entry);
    addScopes(declared, model.options);
    if (const Property *indexes = declared.options->properties.find(m_evaluator.atom("indexes"));
        indexes && !indexes->value.isNothing())
        read(indexes->value, u"an index of "_s + declared.name, model.indexes);
    for (Place place : declared.hooks)
        count(u"hooks"_s, place);
    m_application.map.models.insert(model.id, entry);
    m_application.project.models.append(std::move(model));
}

/// `references: { model: User }` means the table of User.
void Conversion::resolveReferences()
{
    if (m_classReferences.isEmpty())
        return;
    const Schema schema = resolve(m_application.project);
    for (Model &model : m_application.project.models) {
        for (Attribute &attribute : model.attributes) {
            const DeclaredModel *declared = m_classReferences.value(attribute.id);
            const int position = declared ? schema.tableOfDeclared.value(m_ids.value(declared), -1) : -1;
            if (position < 0)
                continue;
            const Table &table = schema.tables[position];
            attribute.references.edit().model = {table.name.value, table.schema, !table.schema.isEmpty()};
        }
    }
}

}
