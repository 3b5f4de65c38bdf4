#include "model/check/check.h"

#include "app/cli/cli.h"
#include "model/file/locate.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"dialect"_s, u"Only this database product."_s, u"dialect"_s});
    arguments.addOption({u"json"_s, u"Prints JSON."_s});
    arguments.addOption({u"hints"_s, u"Also prints hints."_s});
}

model::Json jsonOf(const model::Problem &problem, const model::ProjectFile &file)
{
    using model::Json;
    const model::Place &place = problem.place;
    Json at = Json(Json::Object());
    const auto addText = [](Json &object, const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.set(key, text);
    };
    if (const model::Model *model = model::modelOf(file.project, place.model)) {
        at.set(u"model"_s, model->name);
        if (const model::Attribute *attribute = model::attributeOf(*model, place.attribute))
            at.set(u"attribute"_s, attribute->name);
        if (const model::Index *index = model::indexOf(*model, place.index))
            addText(at, u"index"_s, index->name);
    }
    if (const model::Association *association = model::associationOf(file.project, place.association))
        at.set(u"association"_s, model::diagramKey(file.project, *association));
    addText(at, u"option"_s, place.option);
    if (const model::Error where = model::locate(file, place); where.line > 0) {
        at.set(u"line"_s, Json::number(qint64(where.line)));
        at.set(u"column"_s, Json::number(qint64(where.column)));
    }
    Json::Array dialects;
    for (const model::Dialect *dialect : model::dialects()) {
        if (problem.dialects & dialect->bit)
            dialects.append(QString(dialect->id));
    }
    Json json = Json(Json::Object());
    json.set(u"severity"_s, model::severityName(problem.severity));
    json.set(u"code"_s, problem.code);
    json.set(u"message"_s, problem.message);
    json.set(u"place"_s, at);
    json.set(u"dialects"_s, dialects);
    if (!problem.fixes.isEmpty())
        json.set(u"fix"_s, problem.fixes.first().title);
    return json;
}

Exit run(const Arguments &arguments)
{
    const auto dialect = dialectOf(arguments, nullptr);
    if (!dialect)
        return dialect.error();
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    const model::Schema schema = model::resolve(file->project);
    QList<model::Problem> problems =
        model::check(file->project, schema, *dialect ? (*dialect)->bit : model::everyDialect);
    if (!arguments.isSet(u"hints"_s))
        problems.removeIf([](const model::Problem &each) { return each.severity == model::Severity::Hint; });

    model::Json::Array list;
    for (const model::Problem &problem : problems) {
        if (arguments.isSet(u"json"_s))
            list.append(jsonOf(problem, *file));
        else
            print(lineOf(problem, *file) + u'\n');
    }
    if (arguments.isSet(u"json"_s))
        print(model::indentedJson(list) + u'\n');
    const bool hasErrors = std::any_of(problems.begin(), problems.end(), [](const model::Problem &each) {
        return each.severity == model::Severity::Error;
    });
    return hasErrors ? Exit::Failed : Exit::Done;
}

}

const Command checkCommand{"check", "FILE [--dialect D] [--json] [--hints]",
                           "prints what is wrong, or will hurt", declare, run};

}
