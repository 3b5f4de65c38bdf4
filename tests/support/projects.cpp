#include "tests/support/projects.h"

#include "model/ddl/create.h"
#include "model/file/savefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace test {

QString sourcePath(const QString &path)
{
    return QStringLiteral(THROUGHLINE_SOURCE_DIR "/") + path;
}

QByteArray fileContents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

model::Project projectOf(const QByteArray &json)
{
    const auto read = model::readProject(json);
    if (!read)
        qFatal("%d:%d: %s", read.error().line, read.error().column, qPrintable(read.error().message));
    return read->project;
}

model::Project projectOf(const QByteArray &models, const QByteArray &associations)
{
    return projectOf("{\"format\":\"throughline/1\",\"models\":[" + models + "],\"associations\":["
                     + associations + "]}");
}

model::Project sampleProject(const QString &name)
{
    return projectOf(fileContents(sourcePath(u"resources/samples/%1.throughline"_s.arg(name))));
}

QString tableSql(const model::Project &project, const QString &table)
{
    static const QRegularExpression comment(u"  -- [^\\n]*"_s);
    const model::Schema schema = model::resolve(project);
    QStringList lines;
    for (const model::Statement &statement : model::createStatements(schema, model::sqliteDialect)) {
        if (schema.tables[statement.table].name.value != table)
            continue;
        QString sql = statement.sql;
        lines.append(sql.remove(comment).simplified().replace(u"( "_s, u"("_s).replace(u" )"_s, u")"_s));
    }
    return lines.join(u'\n');
}

bool matchesGolden(const QByteArray &text, const QString &name)
{
    const QString path = sourcePath(u"tests/data/"_s + name);
    if (qEnvironmentVariableIsSet("THROUGHLINE_UPDATE_GOLDENS")) {
        QDir().mkpath(QFileInfo(path).path());
        return bool(model::saveBytes(text, path));
    }
    const QByteArray golden = QFile::exists(path) ? fileContents(path) : QByteArray();
    if (text == golden)
        return true;
    const auto lines = text.split('\n');
    const auto expected = golden.split('\n');
    for (qsizetype i = 0; i < qMax(lines.size(), expected.size()); ++i) {
        if (lines.value(i) != expected.value(i)) {
            qWarning("%s:%d\n  expected: %s\n  found:    %s", qPrintable(path), int(i + 1),
                     expected.value(i).constData(), lines.value(i).constData());
            break;
        }
    }
    return false;
}

}
