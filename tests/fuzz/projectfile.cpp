#include "tests/fuzz/expect.h"
#include "tests/fuzz/jsontarget.h"
#include "tests/fuzz/marks.h"
#include "tests/fuzz/sqltext.h"

#include "model/check/catalogue.h"
#include "model/check/check.h"
#include "model/code/sequelizecode.h"
#include "model/ddl/create.h"
#include "model/file/locate.h"
#include "model/file/projectfile.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace model;

// A project file: read, resolved, checked, written as scripts and as code, written back, and read again.

namespace {

void expectReadBack(const Project &project, const char *what)
{
    const QByteArray written = writeProject(project);
    const auto again = readProject(written);
    fuzz::expect(again.has_value(), what,
                 (again ? QString() : again.error().message) + u'\n' + QString::fromUtf8(written));
    fuzz::expect(writeProject(again->project) == written, "what is written is written alike again",
                 QString::fromUtf8(written));
}

void checkProblems(const ProjectFile &file, const Schema &schema)
{
    int tried = 0;
    for (const Problem &problem : checkAll(file.project, schema)) {
        fuzz::expect(!titleOfCode(problem.code).isEmpty(), "a problem's code is in the catalogue",
                     codeName(problem.code));
        fuzz::expect(!problem.message.isEmpty(), "a problem has a message", codeName(problem.code));
        const Error at = locate(file, problem.place);
        fuzz::expect(at.line <= file.text.count('\n') + 1, "a problem's line is one of the file's",
                     problem.message);
        for (const Fix &fix : problem.fixes) {
            const auto fixed = ++tried < 6 ? fix.apply(file.project) : Result<Project>(file.project);
            if (fixed)
                expectReadBack(*fixed, "a project with a problem fixed is read back");
        }
    }
}

void expectSoundScripts(const Schema &schema)
{
    for (const Dialect *dialect : dialects()) {
        sqlite3 *database = nullptr;
        if (dialect == &sqliteDialect)
            sqlite3_open(":memory:", &database);
        for (const Statement &statement : createStatements(schema, *dialect)) {
            if (statement.isLeftOut) {
                fuzz::expect(!statement.sql.contains(u'\n'), "a comment is one line", statement.sql);
                continue;
            }
            fuzz::expectOneStatement(statement.sql, *dialect);
            if (!database)
                continue;
            fuzz::expectNoTail(statement.sql, database);
            sqlite3_exec(database, statement.sql.toUtf8().constData(), nullptr, nullptr, nullptr);
        }
        sqlite3_close(database);
        const auto outside = fuzz::outsideOfQuotes(createScript(schema, *dialect), *dialect);
        fuzz::expect(outside && !fuzz::holdsMark(*outside), "names stand in quotes or comments",
                     createScript(schema, *dialect));
    }
}

}

const QStringList &fuzz::vocabulary()
{
    static const QStringList words = [] {
        const QString text =
            u"format name define models associations queries ignore source diagram diagrams id attributes "
            u"options "
            "indexes tableName schema singular plural timestamps createdAt updatedAt deletedAt paranoid "
            "underscored freezeTableName version comment charset collate engine rowFormat "
            "initialAutoIncrement "
            "uniqueKeys defaultScope scopes type field allowNull primaryKey autoIncrement "
            "autoIncrementIdentity "
            "unique defaultValue references model key deferrable onDelete onUpdate using concurrently "
            "operator "
            "fields length order where kind as through foreignKey otherKey scope keyType sourceKey "
            "targetKey constraints uniqueKey msg fieldName values edges notes areas color detail x y code "
            "belongsToMany hasMany hasOne belongsTo CASCADE RESTRICT CURRENT_TIMESTAMP $default $fn $literal "
            "$date "
            "$hex $value $raw $gt $in $or $and $not $like $ne $is $between $col $cast NOW UUIDV4 STRING TEXT "
            "INTEGER "
            "BIGINT DECIMAL(10,2) STRING(64) FLOAT REAL DOUBLE BOOLEAN DATE DATEONLY TIME UUID JSON JSONB "
            "BLOB "
            "VIRTUAL ENUM('a','b') ARRAY(INTEGER) RANGE(DATE) CITEXT TSVECTOR HSTORE GEOMETRY('POINT',4326) "
            "INTEGER.UNSIGNED.ZEROFILL STRING.BINARY TEXT('medium') GIN BTREE FULLTEXT utf8mb4_bin InnoDB "
            "User "
            "Group user group userId group_id user_groups User.Groups throughline/1"_s;
        return text.split(u' ') + QStringList{u"ENUM('it\\'s')"_s, u"SET NULL"_s, u"NO ACTION"_s};
    }();
    return words;
}

const bool fuzz::hasFirstLine = false;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto file = readProject(text);
    if (!file) {
        fuzz::expect(file.error().line > 0 && file.error().column > 0, "a refusal has a place",
                     file.error().message);
        return 0;
    }
    const Project &project = file->project;
    const auto again = readProject(writeProject(project));
    fuzz::expect(again && again->project == project, "what is written is read back equal",
                 QString::fromUtf8(writeProject(project)));
    expectReadBack(project, "what is written is read back");
    const Schema schema = resolve(project);
    checkProblems(*file, schema);
    for (const ModuleKind kind : {ModuleKind::CommonJs, ModuleKind::EcmaScript})
        sequelizeCode(project, kind);

    const QByteArray markedText = compactJson(fuzz::markedProject(file->tree)).toUtf8();
    const auto marked = readProject(markedText);
    if (marked)
        expectSoundScripts(resolve(marked->project));
    else
        for (const Dialect *dialect : dialects())
            createScript(schema, *dialect);
    return 0;
}
