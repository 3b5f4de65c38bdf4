#pragma once

#include "model/file/locate.h"
#include "model/schema/schema.h"
#include "model/sql/dialect.h"

#include <QCommandLineParser>
#include <QStringList>

#include <span>

namespace app {

/// The exit statuses that scripts rely on.
enum class Exit : int {
    Done = 0,
    Failed = 1, ///< it ran and found problems, or the operation failed
    Wrong = 2, ///< the call, a file or a query is wrong
};

/// What a command is given: its own arguments, parsed.
using Arguments = QCommandLineParser;

/// One command of the command line.
struct Command
{
    const char *name;
    const char *arguments; ///< as the help shows them
    const char *summary;
    void (*declare)(Arguments &arguments); ///< adds the options
    Exit (*run)(const Arguments &arguments);
    const char *withoutFile = nullptr; ///< an option with which it takes no FILE
};

extern const Command ddlCommand;
extern const Command checkCommand;
extern const Command queryCommand;
extern const Command methodsCommand;
extern const Command codeCommand;
extern const Command deployCommand;
extern const Command sampleCommand;
extern const Command renderCommand;
extern const Command importCommand;

/// Runs the command line; nothing where it asks for the window.
std::optional<Exit> runCommandLine(const QStringList &arguments);

/// Replaces this process by the window's program, which stands beside this one.
Exit runWindow(const QStringList &arguments, bool needsDisplay);

// What the commands share
// ------------------------------------------------------------------------------------

/// A way out of a command: the status, the message already told.
template <typename T>
using OrExit = tl::expected<T, Exit>;

/// Results go to standard output, as UTF-8, everything else to standard error.
void print(const QString &text);
void print(const QByteArray &text);
/// A line on standard error.
void warn(const QString &line);
/// The status of a command whose results have all been written; another one where they could not be.
Exit finish(Exit exit);
Exit fail(const QString &message, Exit exit = Exit::Wrong);
Exit fail(const QString &file, const model::Error &error, Exit exit = Exit::Wrong);

/// The project of the first argument.
OrExit<model::ProjectFile> projectOf(const Arguments &arguments);
/// The dialect of an option; `fallback` where it is not given.
OrExit<const model::Dialect *> dialectOf(const Arguments &arguments, const model::Dialect *fallback);
/// Writes to the file of --output, or prints.
Exit output(const Arguments &arguments, const QByteArray &text);
/// A problem in one line: "error NM01 12:9 … (fix: …)".
QString lineOf(const model::Problem &problem, const model::Locator &locator);

}
