#include "app/cli/cli.h"
#include "app/cli/heap.h"

#include "model/check/catalogue.h"
#include "model/file/locate.h"
#include "model/file/savefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::array commands{&ddlCommand,    &checkCommand,  &queryCommand,  &methodsCommand, &codeCommand,
                              &deployCommand, &sampleCommand, &renderCommand, &importCommand};

QString help()
{
    QString text = u"Throughline, a data modeler that speaks Sequelize.\n\n"
                   "  throughline [FILE]\n      opens the window\n"_s;
    for (const Command *command : commands) {
        text += u"  throughline %1 %2\n      %3\n"_s.arg(QLatin1StringView(command->name),
                                                         QLatin1StringView(command->arguments),
                                                         QLatin1StringView(command->summary));
    }
    return text
        + u"\nDatabases: sqlite:PATH, sqlite::memory:, postgres://USER:PASSWORD@HOST:PORT/NAME, mysql://…, "
          u"mariadb://…\n"
          "Results go to standard output, everything else to standard error.\n"
          "Exit status: 0 done; 1 problems found, or the operation failed; 2 the call, a file or a query is wrong.\n"_s;
}

/// What goes to standard output, in few and large pieces. What cannot be written is told once, in the end.
struct Results
{
    QByteArray waiting;
    model::Result<void> written;

    void flush()
    {
        if (written)
            written = model::writeBytes(waiting, STDOUT_FILENO);
        waiting.clear();
    }
};

Results results; // of the process, as its standard output is

/// Names may hold control characters, which a terminal would act on.
QString visible(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].category() == QChar::Other_Control)
            text.replace(i, 1, u"\\u%1"_s.arg(text[i].unicode(), 4, 16, QChar(u'0')));
    }
    return text;
}

Exit runCommand(const Command &command, QStringList arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const QCommandLineOption helpOption({u"h"_s, u"help"_s}, u"Shows this."_s);
    parser.addOption(helpOption);
    command.declare(parser);
    arguments.prepend(QCoreApplication::applicationName());
    if (!parser.parse(arguments))
        return fail(parser.errorText());
    if (parser.isSet(helpOption)) {
        print(u"throughline %1 %2\n    %3\n"_s.arg(QLatin1StringView(command.name),
                                                   QLatin1StringView(command.arguments),
                                                   QLatin1StringView(command.summary)));
        return Exit::Done;
    }
    const bool takesFile = !command.withoutFile || !parser.isSet(QLatin1StringView(command.withoutFile));
    if (parser.positionalArguments().size() != (takesFile ? 1 : 0)) {
        return fail(u"expected: throughline %1 %2"_s.arg(QLatin1StringView(command.name),
                                                         QLatin1StringView(command.arguments)));
    }
    return command.run(parser);
}

}

std::optional<Exit> runCommandLine(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return {};
    const QString &first = arguments.first();
    if (first == u"--help" || first == u"-h" || first == u"help") {
        print(help());
        return Exit::Done;
    }
    if (first == u"--version" || first == u"-v") {
        print(u"throughline "_s + QCoreApplication::applicationVersion() + u'\n');
        return Exit::Done;
    }
    for (const Command *command : commands) {
        if (first == QLatin1StringView(command->name))
            return runCommand(*command, arguments.mid(1));
    }
    if (first.startsWith(u'-'))
        return fail(u"unknown option %1; see throughline --help"_s.arg(first));
    if (arguments.size() > 1)
        return fail(u"unknown command %1; see throughline --help"_s.arg(first));
    if (!QFile::exists(first))
        return fail(u"no file and no command %1; see throughline --help"_s.arg(first));
    return {};
}

void print(const QByteArray &text)
{
    constexpr qsizetype piece = 1 << 16;
    results.waiting += text;
    if (results.waiting.size() >= piece)
        results.flush();
}

void print(const QString &text)
{
    print(text.toUtf8());
}

Exit finish(Exit exit)
{
    results.flush();
    if (const auto &written = results.written; !written)
        return fail(u"cannot write the results: "_s + written.error().message, Exit::Failed);
    return exit;
}

Exit fail(const QString &message, Exit exit)
{
    warn(u"throughline: "_s + message);
    return exit;
}

void warn(const QString &line)
{
    results.flush();
    const QByteArray text = (visible(line) + u'\n').toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

Exit fail(const QString &file, const model::Error &error, Exit exit)
{
    // One line, whatever the names in it.
    QString message = error.message.simplified();
    if (error.line > 0)
        message.prepend(u"%1:%2:%3: "_s.arg(file).arg(error.line).arg(error.column));
    else if (!file.isEmpty())
        message.prepend(file + u": "_s);
    return fail(message, exit);
}

OrExit<model::ProjectFile> projectOf(const Arguments &arguments)
{
    constexpr int bytesOfEach = 40; // that a byte of the file becomes
    const QString path = arguments.positionalArguments().value(0);
    if (path.isEmpty())
        return tl::unexpected(fail(u"the file has no name"_s));
    warmHeap(bytesOfEach * QFileInfo(path).size());
    auto file = model::loadProject(path);
    if (!file)
        return tl::unexpected(fail(path, file.error()));
    return std::move(*file);
}

OrExit<const model::Dialect *> dialectOf(const Arguments &arguments, const model::Dialect *fallback)
{
    const QString id = arguments.value(u"dialect"_s);
    if (!arguments.isSet(u"dialect"_s))
        return fallback;
    if (const model::Dialect *dialect = model::dialectNamed(id))
        return dialect;
    QStringList known;
    for (const model::Dialect *each : model::dialects())
        known.append(each->id);
    return tl::unexpected(fail(u"unknown dialect %1; expected %2"_s.arg(id, known.join(u", "_s))));
}

Exit output(const Arguments &arguments, const QByteArray &text)
{
    const QString path = arguments.value(u"output"_s);
    if (!arguments.isSet(u"output"_s) || path == u"/dev/stdout") {
        print(text);
        return Exit::Done;
    }
    const auto saved = model::saveBytes(text, path);
    return saved ? Exit::Done : fail({}, saved.error(), Exit::Failed);
}

QString lineOf(const model::Problem &problem, const model::Locator &locator)
{
    const model::Error at = locator.locate(problem.place);
    QString line = model::severityName(problem.severity) + u' ' + model::codeName(problem.code);
    if (at.line > 0)
        line += u" %1:%2"_s.arg(at.line).arg(at.column);
    line += u": "_s + problem.message.simplified();
    if (!problem.fixes.isEmpty())
        line += u" (fix: "_s + problem.fixes.first().title.simplified() + u')';
    return visible(line);
}

}
