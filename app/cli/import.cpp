#include "app/cli/cli.h"

#include "model/source/readapplication.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using model::Json;

void declare(Arguments &arguments)
{
    arguments.addOption({u"output"_s, u"Writes the project to a file."_s, u"file"_s});
    arguments.addOption({u"json"_s, u"Prints a report as JSON; the project goes to the file of --output."_s});
}

/// What is named once in the text report: where the first of many stands.
QString summaryOf(const model::LeftOut &leftOut)
{
    const int count = int(leftOut.places.size());
    return count == 1
        ? u"left out, a project has no place for it: %1"_s.arg(leftOut.what)
        : u"left out, a project has no place for them: %1 %2, the first of them here"_s.arg(count).arg(
            leftOut.what);
}

QString lineOf(const model::SourceRange &at, const QString &message)
{
    const QString text = message.simplified();
    return at.file.isEmpty() ? text : u"%1:%2: %3"_s.arg(at.file).arg(at.line).arg(text);
}

void addPlace(Json &object, const model::SourceRange &at)
{
    object.set(u"file"_s, Json(at.file));
    object.set(u"line"_s, Json::number(qint64(at.line)));
    object.set(u"column"_s, Json::number(qint64(at.column)));
}

Json reportOf(const model::Application &application)
{
    Json report{Json::Object()};
    report.set(u"root"_s, Json(application.root));
    report.set(u"files"_s, Json::number(qint64(application.report.files)));
    report.set(u"models"_s, Json::number(qint64(application.project.models.size())));
    report.set(u"associations"_s, Json::number(qint64(application.project.associations.size())));
    Json::Array remarks;
    for (const model::SourceRemark &remark : application.report.notUnderstood) {
        Json entry{Json::Object()};
        addPlace(entry, remark.at);
        entry.set(u"message"_s, Json(remark.message));
        remarks.append(entry);
    }
    report.set(u"notUnderstood"_s, Json(remarks));
    Json::Array leftOut;
    for (const model::LeftOut &each : application.report.leftOut) {
        Json entry{Json::Object()};
        entry.set(u"what"_s, Json(each.what));
        entry.set(u"count"_s, Json::number(qint64(each.places.size())));
        Json::Array places;
        for (const model::SourceRange &at : each.places) {
            Json place{Json::Object()};
            addPlace(place, at);
            places.append(place);
        }
        entry.set(u"places"_s, Json(places));
        leftOut.append(entry);
    }
    report.set(u"leftOut"_s, Json(leftOut));
    return report;
}

/// The folder of the code as the project file names it.
QString pathFrom(const QString &output, const QString &source)
{
    const QString folder = output.isEmpty() ? QDir::currentPath() : QFileInfo(output).absolutePath();
    return QDir(folder).relativeFilePath(QFileInfo(source).absoluteFilePath());
}

Exit run(const Arguments &arguments)
{
    const QString source = arguments.positionalArguments().value(0);
    auto application = model::readApplication(source);
    if (!application)
        return fail({}, application.error());
    const bool asJson = arguments.isSet(u"json"_s);
    model::setSourceCode(application->project, pathFrom(arguments.value(u"output"_s), source));
    if (!asJson) {
        for (const model::SourceRemark &remark : application->report.notUnderstood)
            warn(lineOf(remark.at, remark.message));
        for (const model::LeftOut &each : application->report.leftOut)
            warn(lineOf(each.places.first(), summaryOf(each)));
    }
    if (application->project.models.isEmpty()) {
        if (asJson)
            print(model::indentedJson(reportOf(*application)) + u'\n');
        return fail(u"no model is declared in %1"_s.arg(source), Exit::Failed);
    }
    if (!asJson || arguments.isSet(u"output"_s)) {
        const Exit written = output(arguments, model::writeProject(application->project));
        if (written != Exit::Done)
            return written;
    }
    if (asJson)
        print(model::indentedJson(reportOf(*application)) + u'\n');
    return Exit::Done;
}

}

const Command importCommand{"import", "FOLDER|FILE [--output F] [--json]",
                            "reads the Sequelize code of an application, without running it, into a project",
                            declare, run};

}
