#include "model/schema/methods.h"

#include "app/cli/cli.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"json"_s, u"Prints JSON."_s});
}

model::Json jsonOf(const model::Schema &schema, const model::ResolvedAssociation &association)
{
    using model::Json;
    Json methods = Json(Json::Object());
    for (const auto &[role, method] : model::methodsOf(association))
        methods.set(role, method);
    return Json(Json::Object{{u"model"_s, schema.tables[association.source].model},
                             {u"association"_s, association.as.value},
                             {u"kind"_s, model::kindName(association.kind)},
                             {u"methods"_s, methods}});
}

QString textOf(const model::Schema &schema, const model::ResolvedAssociation &association)
{
    QStringList names;
    for (const auto &[role, method] : model::methodsOf(association)) {
        if (!names.contains(method))
            names.append(method);
    }
    return u"%1.%2 (%3): %4\n"_s.arg(schema.tables[association.source].model, association.as.value,
                                     model::kindName(association.kind), names.join(u' '));
}

Exit run(const Arguments &arguments)
{
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    const model::Schema schema = model::resolve(file->project);
    model::Json::Array list;
    QString text;
    for (const model::ResolvedAssociation &association : schema.associations) {
        list.append(jsonOf(schema, association));
        text += textOf(schema, association);
    }
    print(arguments.isSet(u"json"_s) ? model::indentedJson(list) + u'\n' : text);
    return Exit::Done;
}

}

const Command methodsCommand{"methods", "FILE [--json]",
                             "prints the methods that each association adds to its model", declare, run};

}
