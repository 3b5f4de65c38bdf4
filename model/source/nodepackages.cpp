#include "model/source/builtins.h"

#include <QDir>

using namespace Qt::StringLiterals;

/// The packages of Node by which applications find their own files.
namespace model::source {

namespace {

/// Texts of all arguments, or the first that is not known.
std::optional<QStringList> textsOf(const Call &call, Value *unknown)
{
    QStringList texts;
    for (const Value &argument : call.arguments) {
        if (!argument.isText()) {
            *unknown = argument.isUnknown()
                ? argument.at(call.place)
                : call.evaluator.unknown(u"a path that is not known"_s, call.place);
            return {};
        }
        texts.append(argument.text());
    }
    return texts;
}

Value joined(const Call &call)
{
    Value unknown;
    const auto texts = textsOf(call, &unknown);
    if (!texts)
        return unknown;
    return call.evaluator.text(QDir::cleanPath(texts->join(u'/')), call.place);
}

Value resolved(const Call &call)
{
    Value unknown;
    const auto texts = textsOf(call, &unknown);
    if (!texts)
        return unknown;
    QString path = call.evaluator.files().root();
    for (const QString &text : *texts)
        path = text.startsWith(u'/') ? text : path + u'/' + text;
    return call.evaluator.text(QDir::cleanPath(path), call.place);
}

template <QString (*part)(const QString &path, const QString &second)>
Value pathPart(const Call &call)
{
    if (!call.argument(0).isText())
        return call.argument(0).isUnknown()
            ? call.argument(0).at(call.place)
            : call.evaluator.unknown(u"a path that is not known"_s, call.place);
    return call.evaluator.text(part(call.argument(0).text(), call.argument(1).text()), call.place);
}

QString fileName(const QString &path, const QString &ending)
{
    QString name = path.mid(path.lastIndexOf(u'/') + 1);
    if (!ending.isEmpty() && name != ending && name.endsWith(ending))
        name.chop(ending.size());
    return name + u""_s;
}

QString folderName(const QString &path, const QString &)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? u"."_s : slash == 0 ? u"/"_s : path.left(slash);
}

QString ending(const QString &path, const QString &)
{
    const QString name = fileName(path, {});
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot <= 0 ? u""_s : name.mid(dot);
}

Value parsedPath(const Call &call)
{
    if (!call.argument(0).isText())
        return call.evaluator.unknown(u"a path that is not known"_s, call.place);
    const QString path = call.argument(0).text();
    Object *made = call.evaluator.object();
    const QString end = ending(path, {});
    call.evaluator.addValue(*made, "dir", call.evaluator.text(folderName(path, {}), call.place));
    call.evaluator.addValue(*made, "base", call.evaluator.text(fileName(path, {}), call.place));
    call.evaluator.addValue(*made, "ext", call.evaluator.text(end, call.place));
    call.evaluator.addValue(*made, "name", call.evaluator.text(fileName(path, end), call.place));
    return Value(made, call.place);
}

QString absolute(const Call &call, const QString &path)
{
    return path.startsWith(u'/') ? path : call.evaluator.files().root() + u'/' + path;
}

Value booleanOf(const Call &call)
{
    return Value(call.self.isObject()
                     && call.evaluator.get(call.self, call.callee->name == u"isDirectory" ? "folder" : "file")
                            .boolean(),
                 call.place);
}

Object *fileStatus(Evaluator &evaluator, bool isFolder)
{
    Object *made = evaluator.object();
    evaluator.addValue(*made, "folder", Value(isFolder));
    evaluator.addValue(*made, "file", Value(!isFolder));
    for (const char *name : {"isDirectory", "isFile"})
        evaluator.addNative(*made, name, booleanOf);
    return made;
}

void addEntries(const Call &call, const QString &folder, const QString &prefix, bool deep, bool withTypes,
                Values &to, int depth)
{
    constexpr int deepest = 20;
    for (const FolderEntry &entry : call.evaluator.files().list(folder)) {
        if (!call.evaluator.spend(10))
            return;
        if (withTypes) {
            Object *status = fileStatus(call.evaluator, entry.isFolder);
            call.evaluator.addValue(*status, "name", call.evaluator.text(entry.name, call.place));
            call.evaluator.addValue(*status, "path", call.evaluator.text(folder, call.place));
            call.evaluator.addValue(*status, "parentPath", call.evaluator.text(folder, call.place));
            to.push_back(Value(status, call.place));
        } else {
            to.push_back(call.evaluator.text(prefix + entry.name, call.place));
        }
        if (deep && entry.isFolder && entry.name != u"node_modules" && depth < deepest)
            addEntries(call, folder + u'/' + entry.name, prefix + entry.name + u'/', deep, withTypes, to,
                       depth + 1);
    }
}

Value folderNames(const Call &call)
{
    if (!call.argument(0).isText())
        return call.argument(0).isUnknown()
            ? call.argument(0).at(call.place)
            : call.evaluator.unknown(u"a folder that is not known"_s, call.place);
    const QString folder = call.evaluator.files().folderAt(absolute(call, call.argument(0).text()));
    if (folder.isNull())
        return call.evaluator.unknown(u"there is no folder %1"_s.arg(call.argument(0).text()), call.place);
    const Value options = call.argument(1);
    const auto option = [&](const char *name) {
        return options.isObject() && call.evaluator.truth(call.evaluator.get(options, name)).value_or(false);
    };
    Values names;
    addEntries(call, folder, {}, option("recursive"), option("withFileTypes"), names, 0);
    const Value list(call.evaluator.list(std::move(names)), call.place);
    // `fs.readdir(folder, (error, names) => …)`
    for (size_t i = 1; i < call.arguments.size(); ++i) {
        if (call.arguments[i].as<Function>())
            call.evaluator.call(call.arguments[i], Value(), Values{Value::null(), list}, call.place);
    }
    return list;
}

Value exists(const Call &call)
{
    if (!call.argument(0).isText())
        return call.argument(0).isUnknown() ? call.argument(0).at(call.place) : Value(false, call.place);
    const QString path = absolute(call, call.argument(0).text());
    return Value(!call.evaluator.files().fileAt(path).isNull()
                     || !call.evaluator.files().folderAt(path).isNull(),
                 call.place);
}

Value status(const Call &call)
{
    if (!call.argument(0).isText())
        return call.argument(0).isUnknown()
            ? call.argument(0).at(call.place)
            : call.evaluator.unknown(u"a path that is not known"_s, call.place);
    return Value(
        fileStatus(call.evaluator,
                   !call.evaluator.files().folderAt(absolute(call, call.argument(0).text())).isNull()),
        call.place);
}

Value contents(const Call &call)
{
    const SourceFile *file = call.argument(0).isText()
        ? call.evaluator.files().read(absolute(call, call.argument(0).text()))
        : nullptr;
    return file && file->problem.isEmpty() && file->text.size() < longestText
        ? call.evaluator.text(QString::fromUtf8(file->text), call.place)
        : call.evaluator.unknown(u"a file that is not read"_s, call.place);
}

void addPath(Evaluator &evaluator)
{
    Object *path = evaluator.object();
    evaluator.addNative(*path, "join", joined);
    evaluator.addNative(*path, "normalize", joined);
    evaluator.addNative(*path, "resolve", resolved);
    evaluator.addNative(*path, "basename", pathPart<fileName>);
    evaluator.addNative(*path, "dirname", pathPart<folderName>);
    evaluator.addNative(*path, "extname", pathPart<ending>);
    evaluator.addNative(*path, "parse", parsedPath);
    evaluator.addNative(*path, "isAbsolute", [](const Call &call) -> Value {
        return Value(call.argument(0).text().startsWith(u'/'), call.place);
    });
    evaluator.addNative(*path, "relative", [](const Call &call) -> Value {
        return call.evaluator.text(QDir(call.argument(0).text()).relativeFilePath(call.argument(1).text()),
                                   call.place);
    });
    evaluator.addValue(*path, "sep", evaluator.text(u"/"_s));
    evaluator.addValue(*path, "default", Value(path));
    evaluator.addValue(*path, "posix", Value(path));
    evaluator.addPackage(u"path"_s, Value(path));
}

}

void addNodePackages(Evaluator &evaluator)
{
    addPath(evaluator);
    Object *fs = evaluator.object();
    for (const char *name : {"readdirSync", "readdir"})
        evaluator.addNative(*fs, name, folderNames);
    evaluator.addNative(*fs, "existsSync", exists);
    for (const char *name : {"statSync", "lstatSync", "stat"})
        evaluator.addNative(*fs, name, status);
    for (const char *name : {"readFileSync", "readFile"})
        evaluator.addNative(*fs, name, contents);
    evaluator.addValue(*fs, "promises", Value(fs));
    evaluator.addValue(*fs, "default", Value(fs));
    for (const auto &name : {u"fs"_s, u"fs/promises"_s, u"fs-extra"_s})
        evaluator.addPackage(name, Value(fs));
    Object *url = evaluator.object();
    evaluator.addNative(*url, "fileURLToPath", [](const Call &call) -> Value {
        const QString text = call.evaluator.toText(call.argument(0));
        return text.startsWith(u"file://") ? call.evaluator.text(text.mid(7), call.place) : call.argument(0);
    });
    evaluator.addNative(*url, "pathToFileURL", [](const Call &call) -> Value {
        Object *made = call.evaluator.object();
        call.evaluator.addValue(
            *made, "href",
            call.evaluator.text(u"file://"_s + call.evaluator.toText(call.argument(0)), call.place));
        return Value(made, call.place);
    });
    evaluator.addValue(*url, "default", Value(url));
    evaluator.addPackage(u"url"_s, Value(url));
    Object *util = evaluator.object();
    evaluator.addNative(*util, "promisify", [](const Call &call) -> Value { return call.argument(0); });
    evaluator.addNative(*util, "inherits", [](const Call &call) -> Value {
        Function *type = call.argument(0).as<Function>();
        Function *base = call.argument(1).as<Function>();
        if (type && base) {
            type->prototype = base;
            for (Function *each : {type, base}) {
                if (!each->instances)
                    each->instances = call.evaluator.object();
            }
            type->instances->prototype = base->instances;
        }
        return {};
    });
    evaluator.addPackage(u"util"_s, Value(util));
    for (const char *name : {"process", "buffer"}) {
        const bool isProcess = name[0] == 'p';
        Object *package = isProcess
            ? evaluator.lookUp(evaluator.atom("process"), evaluator.globals(), {}).object()
            : evaluator.object();
        if (!isProcess)
            evaluator.addValue(*package, "Buffer",
                               evaluator.lookUp(evaluator.atom("Buffer"), evaluator.globals(), {}));
        evaluator.addPackage(QLatin1StringView(name), Value(package));
    }
    Object *module = evaluator.object();
    evaluator.addNative(*module, "createRequire",
                        [](const Call &call) -> Value { return call.evaluator.requireOf(call.place.file); });
    evaluator.addPackage(u"module"_s, Value(module));
}

}
