#include "model/check/check.h"
#include "model/check/groups.h"

#include "app/cli/cli.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"dialect"_s, u"Only this database product."_s, u"dialect"_s});
    arguments.addOption({u"json"_s, u"Prints JSON."_s});
    arguments.addOption({u"hints"_s, u"Also prints hints."_s});
    arguments.addOption({u"all"_s, u"One line for each problem, also for those that the project ignores."_s});
    arguments.addOption({u"codes"_s, u"Prints what each code is about. Takes no file."_s});
}

model::Json jsonOf(const model::Problem &problem, const model::ProjectFile &file,
                   const model::Locator &locator)
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
    if (const model::Error where = locator.locate(place); where.line > 0) {
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
    json.set(u"code"_s, model::codeName(problem.code));
    json.set(u"message"_s, problem.message);
    json.set(u"place"_s, at);
    json.set(u"dialects"_s, dialects);
    if (!problem.fixes.isEmpty())
        json.set(u"fix"_s, problem.fixes.first().title);
    if (problem.ignored)
        json.set(u"ignored"_s, true);
    return json;
}

/// Several problems of one code in one line: "warning S32 ×3 12:9, 40:3, 77:3: …".
QString groupLine(const model::ProblemGroup &group, const QList<model::Problem> &problems,
                  const model::Locator &locator)
{
    constexpr qsizetype most = 6; // places that are named
    QStringList places;
    for (const int each : group.problems) {
        const model::Error at = locator.locate(problems[each].place);
        const QString place = u"%1:%2"_s.arg(at.line).arg(at.column);
        if (at.line > 0 && !places.contains(place))
            places.append(place);
        if (places.size() > most)
            break;
    }
    if (places.size() > most)
        places = places.first(most) + QStringList{u"…"_s};
    const QString at = places.isEmpty() ? QString() : u' ' + places.join(u", "_s);
    return u"%1 %2 ×%3%4: %5 (--all shows each)"_s.arg(model::severityName(group.severity), model::codeName(group.code))
        .arg(group.problems.size())
        .arg(at, model::titleOfCode(group.code));
}

void printLines(const QList<model::Problem> &problems, const model::Locator &locator, bool isEachAlone)
{
    if (isEachAlone) {
        for (const model::Problem &problem : problems)
            print(lineOf(problem, locator) + (problem.ignored ? u" (ignored)\n"_s : u"\n"_s));
        return;
    }
    for (const model::ProblemGroup &group : model::groupsOf(problems)) {
        const bool isOne = group.problems.size() == 1;
        print((isOne ? lineOf(problems[group.problems[0]], locator) : groupLine(group, problems, locator))
              + u'\n');
    }
}

Exit printCodes()
{
    for (const model::CodeEntry &entry : model::catalogue()) {
        print(model::codeName(entry.code).leftJustified(6) + model::severityName(entry.severity).leftJustified(9)
              + model::familyName(entry.family).leftJustified(14) + model::titleOfCode(entry.code) + u'\n');
    }
    return Exit::Done;
}

Exit run(const Arguments &arguments)
{
    if (arguments.isSet(u"codes"_s))
        return printCodes();
    const auto dialect = dialectOf(arguments, nullptr);
    if (!dialect)
        return dialect.error();
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    const model::Schema schema = model::resolve(file->project);
    const model::DialectSet dialects = *dialect ? (*dialect)->bit : model::everyDialect;
    const bool isAll = arguments.isSet(u"all"_s);
    const auto mildest = arguments.isSet(u"hints"_s) ? model::Severity::Hint : model::Severity::Warning;
    const QList<model::Problem> problems = isAll ? model::checkAll(file->project, schema, dialects, mildest)
                                                 : model::check(file->project, schema, dialects, mildest);
    const model::Locator locator(*file);
    if (arguments.isSet(u"json"_s)) {
        model::Json::Array list;
        for (const model::Problem &problem : problems)
            list.append(jsonOf(problem, *file, locator));
        print(model::indentedJson(list) + u'\n');
    } else {
        printLines(problems, locator, isAll);
    }
    const bool hasErrors = std::any_of(problems.begin(), problems.end(), [](const model::Problem &each) {
        return each.severity == model::Severity::Error;
    });
    return hasErrors ? Exit::Failed : Exit::Done;
}

}

const Command checkCommand{"check",
                           "FILE [--dialect D] [--json] [--hints] [--all]",
                           "prints what is wrong, or will hurt",
                           declare,
                           run,
                           "codes"};

}
