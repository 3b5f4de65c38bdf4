#include "model/source/readapplication.h"

#include "model/source/conversion.h"
#include "model/source/factories.h"

#include <QDir>
#include <QFileInfo>

#include <set>

using namespace Qt::StringLiterals;

namespace model {

using namespace source;

namespace {

constexpr int mostFiles = 20'000;
constexpr int deepestFolder = 30;

/// The folder below which an application's files lie.
QString rootOf(const QString &folder)
{
    for (const auto &name : {u"package.json"_s, u".git"_s}) {
        QDir dir(folder);
        do {
            if (dir.exists(name))
                return dir.path();
        } while (dir.cdUp());
    }
    return folder;
}

/// Folders in which nobody declares what the application uses: packages, what a compiler wrote, tests.
bool isPassedOver(const QString &folder)
{
    static const QSet<QString> names{u"node_modules"_s,  u"bower_components"_s,
                                     u"jspm_packages"_s, u"dist"_s,
                                     u"build"_s,         u"out"_s,
                                     u"coverage"_s,      u"test"_s,
                                     u"tests"_s,         u"__tests__"_s,
                                     u"spec"_s,          u"specs"_s,
                                     u"e2e"_s,           u"__mocks__"_s,
                                     u"cypress"_s,       u"migrations"_s,
                                     u"seeders"_s,       u"seeds"_s,
                                     u"public"_s,        u"static"_s,
                                     u"vendor"_s,        u"typings"_s};
    return folder.startsWith(u'.') || names.contains(folder);
}

bool isPassedOverFile(const QString &name)
{
    for (const char *part : {".test.", ".spec.", ".d.ts", ".min.js", ".stories.", ".config.js"}) {
        if (name.contains(QLatin1StringView(part)))
            return true;
    }
    return false;
}

class Reader
{
public:
    Reader(const QString &path, const QString &root)
        : m_path(path), m_files(root, m_atoms), m_evaluator(m_files, m_atoms)
    {
        m_application.root = root;
        addSequelize(m_evaluator, m_declarations);
        addSequelizeTypescript(m_evaluator, m_declarations);
        m_evaluator.stopped = [this](const QString &reason, Place place) {
            m_declarations.note(place.isKnown() ? place : m_unit, reason);
        };
        m_evaluator.passedOver = [this](const Value &value, Place place) {
            m_declarations.note(place,
                                u"what is declared here depends on something unknown: %1"_s.arg(
                                    value.isUnknown() ? value.unknown()->reason : u"no function"_s));
        };
    }

    Application read()
    {
        if (QFileInfo(m_path).isDir())
            collect(m_path, 0);
        else
            m_candidates.append(m_path);
        order();
        for (const QString &candidate : m_candidates)
            load(candidate);
        callFactories(m_evaluator, m_declarations);
        Conversion conversion(m_evaluator, m_application);
        noteFiles(conversion);
        conversion.convert();
        m_application.project.name = projectName();
        m_application.report.files = int(m_evaluator.modules().size());
        return std::move(m_application);
    }

private:
    void collect(const QString &folder, int depth)
    {
        if (depth > deepestFolder)
            return;
        for (const FolderEntry &entry : m_files.list(folder)) {
            const QString path = folder + u'/' + entry.name;
            if (m_candidates.size() >= mostFiles)
                return;
            if (entry.isFolder) {
                if (!isPassedOver(entry.name) && m_folders.insert(m_files.folderAt(path)).second)
                    collect(path, depth + 1);
            } else if (languageOf(entry.name) && !isPassedOverFile(entry.name)) {
                const SourceFile *file = m_files.read(path);
                if (file && (!file->problem.isEmpty() || file->mayDeclare))
                    m_candidates.append(file->path);
            }
        }
    }

    /// What loads the others comes first: the package's own entry, an index, the file that makes the
    /// instance.
    void order()
    {
        const QString main = m_evaluator.resolver().fileFor(m_files.root());
        const auto rank = [&](const QString &path) {
            if (path == main)
                return std::pair(0, 0);
            if (path.section(u'/', -1).startsWith(u"index."))
                return std::pair(1, int(path.count(u'/')));
            const SourceFile *file = m_files.read(path);
            return std::pair(file && file->text.contains("new Sequelize(") ? 2 : 3, 0);
        };
        std::vector<std::pair<std::pair<int, int>, QString>> ranked;
        for (const QString &path : m_candidates)
            ranked.emplace_back(rank(path), path);
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        m_candidates.clear();
        for (const auto &[place, path] : ranked)
            m_candidates.append(path);
        m_candidates.removeDuplicates();
    }

    void load(const QString &path)
    {
        m_evaluator.beginUnit();
        if (const SourceFile *file = m_files.read(path))
            m_unit = {file->number, 0, 0};
        m_evaluator.load(path);
    }

    /// As package.json says, else as the folder is called.
    QString projectName()
    {
        const SourceFile *package = m_files.read(m_files.root() + u"/package.json"_s);
        const auto json = parseJson(package ? package->text : QByteArray(), DuplicateKeys::LastWins);
        const QString name = json ? json->value(u"name").string().section(u'/', -1) : QString();
        return name.isEmpty() ? m_files.root().section(u'/', -1) : name;
    }

    /// Files that cannot be read, and texts that make no sense somewhere.
    void noteFiles(Conversion &conversion)
    {
        for (const SourceFile &file : m_files.all()) {
            const bool isSource = languageOf(file.path).has_value();
            if (isSource && !file.problem.isEmpty())
                conversion.note({file.number, 0, 0}, file.problem);
            else if (isSource && file.tree.firstError >= 0 && file.mayDeclare)
                conversion.note({file.number, quint32(file.tree.firstError), quint32(file.tree.firstError)},
                                u"the text makes no sense here"_s);
        }
    }

    QString m_path;
    Atoms m_atoms;
    Files m_files;
    Declarations m_declarations;
    Evaluator m_evaluator;
    Application m_application;
    QStringList m_candidates;
    std::set<QString> m_folders; ///< links may lead in circles
    Place m_unit;
};

}

Result<Application> readApplication(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return refusal(Text::tr("there is no file or folder %1").arg(path));
    const QFileInfo info(real);
    if (!info.isDir() && !languageOf(real))
        return refusal(Text::tr("%1 is neither a folder nor a file of JavaScript or TypeScript").arg(path));
    Application application = Reader(real, rootOf(info.isDir() ? real : info.path())).read();
    return application;
}

QString sourceCode(const Project &project)
{
    for (const UnknownKey &each : project.unknown) {
        const auto source = parseJson(each.text.toUtf8());
        if (each.key == u"source" && source)
            return source->value(u"code").string();
    }
    return {};
}

void setSourceCode(Project &project, const QString &path)
{
    project.unknown.removeIf([](const UnknownKey &each) { return each.key == u"source"; });
    project.unknown.append({u"source"_s, inlineJson(Json(Json::Object{{u"code"_s, Json(path)}}))});
}

}
