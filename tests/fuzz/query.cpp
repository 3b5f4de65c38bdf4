#include "tests/fuzz/expect.h"
#include "tests/fuzz/jsontarget.h"
#include "tests/fuzz/marks.h"
#include "tests/fuzz/sqltext.h"

#include "model/file/projectfile.h"
#include "model/query/jsontext.h"
#include "model/query/notes.h"
#include "model/query/runfind.h"
#include "model/sample/embedded.h"
#include "model/sql/readable.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace model;

// A query file: a first line names one of the projects below, the rest is the query. It is read, planned for
// each product, and answered on sample rows; what is proposed instead of it can be read too.

namespace {

constexpr int rowsOfEach = 6;
const QueryLimits limits{.rows = 20'000, .megabytes = 64, .seconds = 10};

struct Subject
{
    Project project;
    Schema schema;
    Schema markedSchema;
    EmbeddedDatabase database;
};

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Subject> subjectOf(const QByteArray &text)
{
    auto file = readProject(text);
    fuzz::expect(file.has_value(), "a project of the tests can be read", QString::fromUtf8(text.left(200)));
    auto subject = std::make_unique<Subject>();
    subject->project = file->project;
    subject->schema = resolve(subject->project);
    const auto marked = readProject(compactJson(fuzz::markedProject(file->tree)).toUtf8());
    fuzz::expect(marked.has_value(), "a marked project can be read",
                 marked ? QString() : marked.error().message);
    subject->markedSchema = resolve(marked->project);
    auto database = embeddedDatabase(subject->schema, {.rows = rowsOfEach});
    fuzz::expect(database.has_value(), "there is a database in memory");
    subject->database = std::move(*database);
    (void)subject->database.connection->execute(u"PRAGMA query_only = ON"_s);
    return subject;
}

/// `recorded-3`: one of the projects whose queries are compared with Sequelize's answers.
QByteArray recordedProject(const QString &name)
{
    static const Json recorded = [] {
        const QByteArray packed =
            contentsOf(QStringLiteral(THROUGHLINE_SOURCE_DIR) + u"/tests/data/sequelize/queries-sqlite.qz"_s);
        return parseJson(qUncompress(packed)).value_or(Json());
    }();
    const Json projects = recorded.value("projects"_L1);
    const qsizetype position = name.section(u'-', 1).toInt();
    if (!name.startsWith("recorded-"_L1) || position < 0 || position >= projects.items().size())
        return {};
    return compactJson(projects.items()[position].value("project"_L1)).toUtf8();
}

/// The samples by their names, the cases by their folders'.
const QHash<QString, QString> &projectPaths()
{
    static const QHash<QString, QString> paths = [] {
        QHash<QString, QString> found;
        const QString root = QStringLiteral(THROUGHLINE_SOURCE_DIR);
        for (const auto &folder : {u"/resources/samples"_s, u"/tests/data/projects"_s}) {
            for (const QFileInfo &file : QDir(root + folder).entryInfoList({u"*.throughline"_s}))
                found.insert(file.baseName(), file.filePath());
        }
        for (const QFileInfo &folder :
             QDir(root + u"/tests/data/cases"_s).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            found.insert(folder.fileName(), folder.filePath() + u"/project.throughline"_s);
        return found;
    }();
    return paths;
}

Subject *subjectNamed(const QString &name)
{
    // Never taken apart: Qt's list of databases is gone before.
    static auto &subjects = *new QHash<QString, std::shared_ptr<Subject>>;
    const auto known = subjects.constFind(name);
    if (known != subjects.cend())
        return known->get();
    const QString path = projectPaths().value(name);
    const QByteArray text = path.isEmpty() ? recordedProject(name) : contentsOf(path);
    if (text.isEmpty())
        return nullptr;
    const auto made = std::shared_ptr<Subject>(subjectOf(text));
    subjects.insert(name, made);
    return made.get();
}

QString squeezed(QString sql)
{
    return sql.remove(u' ').remove(u'\n');
}

void planFor(const Json &query, const FindNode &find, const Subject &subject, const Dialect &dialect)
{
    const auto planned = model::plan(find, subject.schema, dialect);
    const auto statements = statementsOf(find, subject.schema, dialect);
    if (planned) {
        const QString readable = readableSql(planned->sql, dialect);
        fuzz::expect(squeezed(readable) == squeezed(planned->sql), "a layout changes white space alone",
                     readable);
    }
    if (statements) {
        for (const QString &sql : *statements)
            readableSql(sql, dialect);
    }
    for (const Note &note : notesOn(query, find, subject.schema, dialect)) {
        fuzz::expect(!textOf(note).isEmpty(), "a note says something");
        if (note.proposal.isNull())
            continue;
        const auto read = readFind(note.proposal, subject.schema);
        fuzz::expect(read.has_value(), "what is proposed can be read",
                     compactJson(query) + u'\n' + textOf(note) + u'\n'
                         + (read ? QString() : read.error().message));
    }
}

/// In the same query over a project of marked names no name and no value stands outside of quotes.
void planMarked(const Json &query, const Subject &subject)
{
    if (fuzz::holdsSql(query))
        return;
    const auto read = readFind(fuzz::markedFind(query), subject.markedSchema);
    if (!read)
        return;
    for (const Dialect *dialect : dialects()) {
        if (const auto statements = statementsOf(**read, subject.markedSchema, *dialect)) {
            for (const QString &sql : *statements)
                fuzz::expectOneStatement(sql.endsWith(u';') ? sql.chopped(1) : sql, *dialect);
        }
    }
}

void answer(const Json &query, const Subject &subject)
{
    const auto rows = runFind(*subject.database.connection, subject.schema, query, {}, limits);
    if (!rows) {
        fuzz::expect(!rows.error().message.isEmpty(), "a refusal says why");
        return;
    }
    const QByteArray json = rows->json();
    const auto parsed = parseJson(json, DuplicateKeys::LastWins);
    if (!parsed) {
        // Records may be deeper than what is read.
        fuzz::expect(parsed.error().message.contains("nested deeper"_L1), "an answer is JSON",
                     parsed.error().message + u'\n' + QString::fromUtf8(json));
        return;
    }
    fuzz::expect(indentedJson(*parsed).toUtf8() == indentedText(json) || json.contains("\\"),
                 "an answer is laid out as JSON.stringify does", QString::fromUtf8(json));
}

}

const QStringList &fuzz::vocabulary()
{
    static const QStringList words = [] {
        QStringList list =
            u"model attributes where include order limit offset group having subQuery paranoid association "
            u"as on "
            "required right duplicating separate through exclude all nested scope method distinct col raw "
            "nest $literal "
            "$col $fn $cast $where $gt $gte $lt $lte $ne $eq $not $is $in $notIn $like $notLike $iLike "
            "$startsWith "
            "$endsWith $substring $regexp $between $notBetween $or $and $any $all $contains $contained "
            "$overlap "
            "$adjacent $date $hex $value ASC DESC COUNT MAX LOWER CAST INTEGER id createdAt updatedAt deletedAt"_s
                .split(u' ');
        list += QStringList{u"NULLS LAST"_s, u"DESC NULLS FIRST"_s, u"$Tasks.title$"_s};
        for (const auto &name : {u"workshop"_s, u"emporium"_s, u"user-groups"_s}) {
            const Subject *subject = subjectNamed(name);
            if (!subject)
                continue;
            for (const Table &table : subject->schema.tables) {
                list.append(table.model);
                for (const Column &column : table.columns)
                    list.append(column.attribute);
                for (const auto &[as, position] : table.associations)
                    list += {as, u'$' + as + u".id$"_s, as + u".id"_s};
            }
        }
        list.removeDuplicates();
        return list;
    }();
    return words;
}

const bool fuzz::hasFirstLine = true;

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    sqlite3_hard_heap_limit64(256 << 20);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype body = fuzz::bodyOf(text);
    const Subject *subject = body > 0 ? subjectNamed(QString::fromLatin1(text.first(body - 1))) : nullptr;
    if (!subject)
        return -1;
    const auto query = parseJson(text.sliced(body));
    if (!query)
        return 0;
    const auto read = readFind(*query, subject->schema);
    if (!read) {
        fuzz::expect(!read.error().message.isEmpty(), "a refusal says why");
        fuzz::expect(read.error().offset >= 0 && read.error().offset <= qsizetype(size),
                     "a refusal has a place", read.error().message);
        return 0;
    }
    for (const Dialect *dialect : dialects())
        planFor(*query, **read, *subject, *dialect);
    planMarked(*query, *subject);
    answer(*query, *subject);
    return 0;
}
