#include "model/source/resolve.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

constexpr std::array endings{"ts", "js", "mts", "mjs", "cts", "cjs", "tsx", "jsx", "json", "es6"};
constexpr int deepestExtends = 8;

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

/// What `*` stands for where a pattern matches, the empty text where it has none; null where it does not
/// match.
QString matched(const QString &pattern, const QString &text)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0)
        return pattern == text ? u""_s : QString();
    const QString before = pattern.left(star);
    const QString after = pattern.mid(star + 1);
    if (text.size() < before.size() + after.size() || !text.startsWith(before) || !text.endsWith(after))
        return {};
    return text.mid(star, text.size() - before.size() - after.size()) + u""_s;
}

}

QByteArray plainJson(const QByteArray &text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char after = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '"') {
            const qsizetype begin = i;
            for (++i; i < text.size() && text[i] != '"'; ++i)
                i += text[i] == '\\';
            plain += text.mid(begin, i - begin + 1);
        } else if (c == '/' && after == '/') {
            i = text.indexOf('\n', i);
            if (i < 0)
                break;
        } else if (c == '/' && after == '*') {
            i = text.indexOf("*/", i + 2);
            if (i < 0)
                break;
            ++i;
        } else {
            if (c == '}' || c == ']') {
                qsizetype last = plain.size() - 1;
                while (last >= 0 && isspace(uchar(plain[last])))
                    --last;
                if (last >= 0 && plain[last] == ',')
                    plain.truncate(last);
            }
            plain += c;
        }
    }
    return plain;
}

QString Resolver::resolve(const QString &specifier, const QString &fromFile)
{
    const QString folder = folderOf(fromFile);
    if (specifier.startsWith(u"./") || specifier.startsWith(u"../") || specifier == u"."
        || specifier == u"..")
        return fileFor(folder + u'/' + specifier);
    if (specifier.startsWith(u'/'))
        return fileFor(specifier);
    if (specifier.startsWith(u'#')) {
        if (const QString found = byImports(specifier, folder); !found.isNull())
            return found;
    }
    if (const QString found = byPaths(specifier, folder); !found.isNull())
        return found;
    if (const QString found = byWorkspace(specifier); !found.isNull())
        return found;
    return byCustom(specifier, folder);
}

QString Resolver::fileFor(const QString &path)
{
    // A written ending counts first, except that TypeScript names the JavaScript that it will make.
    if (const QString exact = m_files.fileAt(path); !exact.isNull())
        return exact;
    for (const char *ending : endings) {
        const QString found = m_files.fileAt(path + u'.' + QLatin1StringView(ending));
        if (!found.isNull())
            return found;
    }
    static const QHash<QString, QStringList> sources{{u"js"_s, {u"ts"_s, u"tsx"_s}},
                                                     {u"mjs"_s, {u"mts"_s}},
                                                     {u"cjs"_s, {u"cts"_s}},
                                                     {u"jsx"_s, {u"tsx"_s}}};
    const qsizetype dot = path.lastIndexOf(u'.');
    for (const QString &ending : sources.value(path.mid(dot + 1))) {
        if (const QString found = m_files.fileAt(path.left(dot + 1) + ending); !found.isNull())
            return found;
    }
    const QString folder = m_files.folderAt(path);
    if (folder.isNull())
        return {};
    const Json &package = json(folder + u"/package.json"_s);
    const QString main = package.value(u"main").string();
    if (!main.isEmpty() && main != u"." && main != u"./") {
        if (const QString found = fileFor(folder + u'/' + main); !found.isNull())
            return found;
    }
    for (const char *ending : endings) {
        const QString found = m_files.fileAt(folder + u"/index."_s + QLatin1StringView(ending));
        if (!found.isNull())
            return found;
    }
    return {};
}

const Json &Resolver::json(const QString &path)
{
    if (const auto known = m_json.constFind(path); known != m_json.cend())
        return *known;
    Json value;
    if (const SourceFile *file = m_files.read(path)) {
        if (auto parsed = parseJson(plainJson(file->text), DuplicateKeys::LastWins))
            value = std::move(*parsed);
    }
    return *m_json.insert(path, value);
}

QString Resolver::nearest(const QString &folder, const QStringList &names)
{
    for (QString at = folder; at.size() >= m_files.root().size() && !at.isEmpty(); at = folderOf(at)) {
        for (const QString &name : names) {
            if (const QString found = m_files.fileAt(at + u'/' + name); !found.isNull())
                return found;
        }
    }
    return {};
}

const Resolver::PathOptions &Resolver::pathOptionsFor(const QString &folder)
{
    if (const auto known = m_options.constFind(folder); known != m_options.cend())
        return *known;
    const QString path = nearest(folder, {u"tsconfig.json"_s, u"jsconfig.json"_s});
    return *m_options.insert(folder, path.isNull() ? PathOptions() : readPathOptions(path, 0));
}

Resolver::PathOptions Resolver::readPathOptions(const QString &path, int depth)
{
    PathOptions options;
    const Json config = json(path);
    const QString folder = folderOf(path);
    const Json extended = config.value(u"extends");
    const Json::Array bases = extended.isArray() ? extended.items() : Json::Array{extended};
    for (const Json &base : bases) {
        const QString name = base.string();
        if (depth >= deepestExtends || !name.startsWith(u'.'))
            continue;
        QString file = m_files.fileAt(folder + u'/' + name);
        if (file.isNull())
            file = m_files.fileAt(folder + u'/' + name + u".json"_s);
        if (!file.isNull())
            options = readPathOptions(file, depth + 1);
    }
    const Json compiler = config.value(u"compilerOptions");
    if (const QString base = compiler.value(u"baseUrl").string(); !base.isNull())
        options.base = folder + u'/' + base;
    const Json paths = compiler.value(u"paths");
    if (!paths.members().isEmpty()) {
        options.paths.clear();
        options.folder = compiler.find("baseUrl"_L1) || options.base.isEmpty() ? folder : options.base;
        for (const Json::Member &each : paths.members()) {
            QStringList targets;
            for (const Json &target : each.value.items())
                targets.append(target.string());
            options.paths.append({each.key, targets});
        }
        if (!options.base.isEmpty())
            options.folder = options.base;
    }
    return options;
}

QString Resolver::byPaths(const QString &specifier, const QString &folder)
{
    const PathOptions options = pathOptionsFor(folder);
    // The longest pattern wins.
    QString best;
    qsizetype bestLength = -1;
    for (const auto &[pattern, targets] : options.paths) {
        const QString star = matched(pattern, specifier);
        if (star.isNull() || pattern.size() <= bestLength)
            continue;
        for (QString target : targets) {
            target.replace(u'*', star);
            const QString found = fileFor(options.folder + u'/' + target);
            if (!found.isNull()) {
                best = found;
                bestLength = pattern.size();
                break;
            }
        }
    }
    if (best.isNull() && !options.base.isEmpty())
        best = fileFor(options.base + u'/' + specifier);
    return best;
}

QString Resolver::byImports(const QString &specifier, const QString &folder)
{
    const QString path = nearest(folder, {u"package.json"_s});
    if (path.isNull())
        return {};
    const Json imports = json(path).value(u"imports");
    for (const Json::Member &each : imports.members()) {
        const QString star = matched(each.key, specifier);
        if (star.isNull())
            continue;
        Json target = each.value;
        for (int depth = 0; target.isObject() && depth < deepestExtends; ++depth) {
            Json next;
            for (const char *condition : {"import", "node", "require", "default"}) {
                if (next.isNull())
                    next = target.value(QLatin1StringView(condition));
            }
            target = next;
        }
        QString file = target.string();
        file.replace(u'*', star);
        if (const QString found = fileFor(folderOf(path) + u'/' + file); !found.isNull())
            return found;
    }
    return {};
}

QString Resolver::byWorkspace(const QString &specifier)
{
    if (!m_hasPackages) {
        m_hasPackages = true;
        const Json workspaces = json(m_files.root() + u"/package.json"_s).value(u"workspaces");
        const Json patterns = workspaces.isObject() ? workspaces.value(u"packages") : workspaces;
        for (const Json &pattern : patterns.items()) {
            QString parent = m_files.root() + u'/' + pattern.string();
            QStringList folders{parent};
            if (parent.endsWith(u"/*")) {
                parent.chop(2);
                folders.clear();
                for (const FolderEntry &entry : m_files.list(parent)) {
                    if (entry.isFolder)
                        folders.append(parent + u'/' + entry.name);
                }
            }
            for (const QString &folder : folders) {
                const QString name = json(folder + u"/package.json"_s).value(u"name").string();
                if (!name.isEmpty())
                    m_packages.insert(name, folder);
            }
        }
    }
    for (auto each = m_packages.cbegin(); each != m_packages.cend(); ++each) {
        const bool isInside = specifier.startsWith(each.key() + u'/');
        if (specifier != each.key() && !isInside)
            continue;
        const QString inside = isInside ? specifier.mid(each.key().size()) : QString();
        for (const QString &place : {each.value() + inside, each.value() + u"/src"_s + inside}) {
            if (const QString found = fileFor(place); !found.isNull())
                return found;
        }
    }
    return {};
}

/// What bundlers and loaders take without a word in tsconfig.json: `@/x`, `~/x`, `src/x`.
QString Resolver::byCustom(const QString &specifier, const QString &folder)
{
    const QString package = nearest(folder, {u"package.json"_s});
    const QString home = package.isNull() ? m_files.root() : folderOf(package);
    const bool isMarked = specifier.startsWith(u"@/") || specifier.startsWith(u"~/");
    const QString inside = isMarked ? specifier.mid(2) : specifier;
    if (isMarked || specifier.startsWith(u"src/") || specifier.startsWith(u"app/")) {
        for (const QString &place : {home + u"/src/"_s + inside, home + u'/' + inside}) {
            if (const QString found = fileFor(place); !found.isNull())
                return found;
        }
    }
    return {};
}

}
