#include "model/source/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

constexpr qint64 largestFile = 2LL << 20;
constexpr qint64 mostBytes = 256LL << 20; // of all files together

/// Whether a text has words with which models and associations are declared.
bool hasDeclaringWords(const QByteArray &text)
{
    const auto hasOneOf = [&](std::initializer_list<const char *> words) {
        return std::any_of(words.begin(), words.end(), [&](const char *word) { return text.contains(word); });
    };
    if (hasOneOf({"extends Model", ".belongsTo", ".hasMany(", ".hasOne(", "DataTypes", "@Table", "initModel",
                  "new Sequelize(", ".addModels("}))
        return true;
    return hasOneOf({"equelize", "app.model"})
        && hasOneOf({".define(", ".init(", "STRING", "INTEGER", "BOOLEAN", "TEXT", ".import(", "readdir",
                     "require(`", ".addScope("});
}

}

std::pair<int, int> SourceFile::lineAndColumn(quint32 offset) const
{
    if (m_lines.empty()) {
        m_lines.push_back(0);
        for (qsizetype i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1))
            m_lines.push_back(quint32(i + 1));
    }
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
    const quint32 begin = *(after - 1);
    const QByteArrayView before =
        QByteArrayView(text).sliced(begin, std::min<qsizetype>(offset, text.size()) - begin);
    return {int(after - m_lines.begin()), int(QString::fromUtf8(before).size()) + 1};
}

bool Files::isBelowRoot(const QString &path) const
{
    return path.startsWith(m_root)
        && (path.size() == m_root.size() || m_root.endsWith(u'/') || path[m_root.size()] == u'/');
}

const QString &Files::realPath(const QString &path)
{
    const auto known = m_realPaths.constFind(path);
    if (known != m_realPaths.cend())
        return *known;
    return *m_realPaths.insert(path, QFileInfo(path).canonicalFilePath());
}

QString Files::fileAt(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (!isBelowRoot(clean))
        return {};
    const QString &real = realPath(clean);
    return !real.isEmpty() && isBelowRoot(real) && QFileInfo(real).isFile() ? real : QString();
}

QString Files::folderAt(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (!isBelowRoot(clean))
        return {};
    const QString &real = realPath(clean);
    return !real.isEmpty() && isBelowRoot(real) && QFileInfo(real).isDir() ? real : QString();
}

SourceFile *Files::read(const QString &path)
{
    const QString real = fileAt(path);
    if (real.isEmpty())
        return nullptr;
    if (const auto known = m_byPath.constFind(real); known != m_byPath.cend())
        return &m_files[size_t(*known)];
    SourceFile &source = m_files.emplace_back();
    source.number = int(m_files.size()) - 1;
    source.path = real;
    source.name = nameOf(real);
    m_byPath.insert(real, source.number);
    QFile file(real);
    if (!file.open(QIODevice::ReadOnly))
        source.problem = u"cannot be read: %1"_s.arg(file.errorString());
    else if (file.size() > largestFile)
        source.problem = u"larger than %1 MB, not read"_s.arg(largestFile >> 20);
    else
        source.text = file.read(file.size());
    m_bytes += source.text.size();
    if (m_bytes > mostBytes)
        source.problem = u"not read: the application is larger than %1 MB"_s.arg(mostBytes >> 20);
    else if (source.text.contains('\0'))
        source.problem = u"not a text, not read"_s;
    if (!source.problem.isEmpty())
        source.text.clear();
    source.mayDeclare = languageOf(real) && hasDeclaringWords(source.text);
    return &source;
}

SourceFile *Files::parse(const QString &path)
{
    SourceFile *source = read(path);
    if (!source || source->isParsed)
        return source;
    source->isParsed = true;
    if (!source->problem.isEmpty())
        return source;
    auto tree = parseSource(source->text, languageOf(source->path).value_or(Language::Jsx), m_atoms);
    if (!tree) {
        source->problem = u"takes too long to read"_s;
        return source;
    }
    source->tree = std::move(*tree);
    source->tree.file = source->number;
    return source;
}

std::vector<FolderEntry> Files::list(const QString &folder)
{
    const QString real = folderAt(folder);
    std::vector<FolderEntry> entries;
    if (real.isEmpty())
        return entries;
    const QDir dir(real);
    for (const QFileInfo &info :
         dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::NoSort))
    {
        if (info.isSymLink() && !isBelowRoot(realPath(info.absoluteFilePath())))
            continue;
        entries.push_back({info.fileName(), info.isDir()});
    }
    std::sort(entries.begin(), entries.end(),
              [](const FolderEntry &a, const FolderEntry &b) { return a.name < b.name; });
    return entries;
}

QString Files::nameOf(const QString &path) const
{
    return isBelowRoot(path) ? path.mid(m_root.size() + (m_root.endsWith(u'/') ? 0 : 1)) : path;
}

std::optional<Language> languageOf(const QString &path)
{
    const QString ending = path.mid(path.lastIndexOf(u'.') + 1);
    if (ending == u"ts" || ending == u"mts" || ending == u"cts")
        return Language::TypeScript;
    if (ending == u"js" || ending == u"mjs" || ending == u"cjs" || ending == u"jsx" || ending == u"tsx"
        || ending == u"es6")
        return Language::Jsx;
    return {};
}

}
