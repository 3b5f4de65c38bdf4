#include "model/check/check.h"
#include "model/database/deploy.h"
#include "model/query/runfind.h"
#include "model/ddl/create.h"
#include "model/file/projectfile.h"
#include "model/sql/literal.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace model;

/// Models after public reports (tests/data/cases): the schemas, the problems, and, where the real Sequelize's
/// answers stand beside them, the answers on each product.
class CasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWrittenAsTheyMean()
    {
        for (const QString &name : cases()) {
            const Project project = projectNamed(name);
            const QByteArray written = writeProject(project);
            const auto again = readProject(written);
            QVERIFY2(again, qPrintable(name));
            QVERIFY2(again->project == project, qPrintable(name));
            QCOMPARE(writeProject(again->project), written);
        }
    }

    void problems()
    {
        QString text;
        for (const QString &name : cases()) {
            const Project project = projectNamed(name);
            const Schema schema = resolve(project);
            QStringList lines;
            for (const Problem &problem : check(project, schema)) {
                QStringList words{severityName(problem.severity), codeName(problem.code)};
                if (const Model *model = modelOf(project, problem.place.model)) {
                    const Attribute *attribute = attributeOf(*model, problem.place.attribute);
                    words.append(attribute ? model->name + u'.' + attribute->name : model->name);
                }
                if (const Association *association = associationOf(project, problem.place.association))
                    words.append(diagramKey(project, *association));
                QStringList on;
                for (const Dialect *dialect : dialects()) {
                    if (problem.dialects & dialect->bit)
                        on.append(dialect->id);
                }
                if (on.size() < qsizetype(dialects().size()))
                    words.append(u'(' + on.join(u' ') + u')');
                lines.append(u"  "_s + words.join(u' '));
            }
            text += name + u'\n' + lines.join(u'\n') + (lines.isEmpty() ? QString() : u"\n"_s);
        }
        QVERIFY(test::matchesGolden(text.toUtf8(), u"cases/problems.txt"_s));
    }

    void schemas()
    {
        for (const Dialect *dialect : {&sqliteDialect, &postgresDialect, &mysqlDialect}) {
            QString text;
            for (const QString &name : cases())
                text += createScript(resolve(projectNamed(name)), *dialect) + u'\n';
            QVERIFY(test::matchesGolden(text.toUtf8(), u"cases/schemas.%1.sql"_s.arg(dialect->id)));
        }
    }

    void answers_data()
    {
        QTest::addColumn<QString>("dialect");
        for (const Dialect *dialect : dialects())
            QTest::newRow(dialect->id.data()) << QString(dialect->id);
    }
    void answers()
    {
        QFETCH(QString, dialect);
        std::unique_ptr<test::Server> server;
        if (dialect != u"sqlite") {
            server = std::make_unique<test::Server>(dialect == u"postgres" ? u"postgres"_s : u"mariadb"_s);
            if (!server->absence().isEmpty())
                QSKIP(qPrintable(server->absence()));
        }
        int asked = 0;
        QStringList faults;
        for (const QString &name : cases())
            faults += ask(name, *dialectNamed(dialect), server.get(), asked);
        QVERIFY(asked > 0);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    static QStringList cases()
    {
        return QDir(test::sourcePath(u"tests/data/cases"_s))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }

    static QString pathOf(const QString &name, const QString &file)
    {
        return test::sourcePath(u"tests/data/cases/%1/%2"_s.arg(name, file));
    }

    static Project projectNamed(const QString &name)
    {
        return test::projectOf(test::fileContents(pathOf(name, u"project.throughline"_s)));
    }

    static Json jsonOf(const QString &name, const QString &file)
    {
        const QString path = pathOf(name, file);
        return QFile::exists(path) ? parseJson(test::fileContents(path)).value_or(Json()) : Json();
    }

    /// What Sequelize answered on a dialect, a list with one item for each query.
    static Json expectedOn(const Json &expected, const Dialect &dialect)
    {
        for (const Json::Member &member : expected.members()) {
            if (member.key.split(u' ').contains(dialect.id))
                return member.value;
        }
        return {};
    }

    static QStringList ask(const QString &name, const Dialect &dialect, const test::Server *server,
                           int &asked)
    {
        const Json expected = expectedOn(jsonOf(name, u"expected.json"_s), dialect);
        const Json queries = jsonOf(name, u"query.json"_s);
        const Schema schema = resolve(projectNamed(name));
        if (expected.isNull())
            return {};
        const auto connection = filled(schema, jsonOf(name, u"data.json"_s), dialect, server);
        if (!connection)
            return {name + u": "_s + connection.error().message};
        QStringList faults;
        for (int i = 0; i < queries.items().size(); ++i) {
            const Json rows = expected.items().value(i).value(u"rows");
            const Json &find = queries.items()[i];
            // Servers cut a page of rows that nothing orders as they like.
            const bool isOfChance =
                find.find("limit"_L1) && !find.find("order"_L1) && dialect.bit != sqliteBit;
            if (!rows.isArray() || isOfChance)
                continue;
            ++asked;
            const auto found = runFind(**connection, schema, find);
            const bool isOrdered = find.find("order"_L1);
            const QString theirs = normalized(rows, isOrdered);
            const QString ours = found
                ? normalized(parseJson(found->json(), DuplicateKeys::LastWins).value_or(Json()), isOrdered)
                : found.error().message;
            if (theirs != ours)
                faults.append(
                    u"%1: %2\n  expected %3\n  found    %4"_s.arg(name, compactJson(find), theirs, ours));
        }
        return faults;
    }

    /// A database with the schema and its rows, whose foreign keys nobody watches.
    static Result<std::unique_ptr<Connection>> filled(const Schema &schema, const Json &data,
                                                      const Dialect &dialect, const test::Server *server)
    {
        auto connection = test::emptyDatabase(dialect, server);
        if (!connection)
            return connection;
        if (const auto deployed = deploy(**connection, schema); !deployed)
            return tl::unexpected(deployed.error());
        for (const Table &table : schema.tables) {
            const Json rows = data.value(table.model);
            for (const Json &row : rows.items()) {
                if (const auto inserted = (*connection)->execute(insertion(table, row, dialect)); !inserted)
                    return tl::unexpected(inserted.error());
            }
        }
        return connection;
    }

    /// Where no time is given, rows are made at one moment.
    static QString insertion(const Table &table, Json row, const Dialect &dialect)
    {
        for (const QString &stamp : {table.createdAt, table.updatedAt}) {
            if (!stamp.isNull() && !row.find(stamp))
                row.set(stamp, Json(u"2024-01-02T03:04:05.000Z"_s));
        }
        QStringList names;
        QStringList values;
        for (const Json::Member &member : row.members()) {
            const Column *column = table.column(member.key);
            if (!column || column->isVirtual())
                continue; // as Sequelize does
            const QString name = quotedName(column->name, dialect);
            const QString value =
                sqlLiteral(valueOf(member.value, *column), column, dialect).value_or(u"NULL"_s);
            // Of two attributes in one column, the later is written.
            if (const qsizetype twin = names.indexOf(name); twin >= 0) {
                values[twin] = value;
                continue;
            }
            names.append(name);
            values.append(value);
        }
        return u"INSERT INTO "_s + quotedTable(table, dialect) + u" ("_s + names.join(u", "_s)
            + u") VALUES ("_s + values.join(u", "_s) + u')';
    }

    /// Times stand in the file as text.
    static Json valueOf(const Json &value, const Column &column)
    {
        const bool isMoment = value.isString() && column.type.name == TypeName::Date;
        return isMoment ? Json(Json::Object{{u"$date"_s, value}}) : value;
    }

    /// Lists are sets where nothing orders them.
    static Json sorted(const Json &value, bool isOrdered)
    {
        if (value.isArray()) {
            Json::Array items;
            for (const Json &item : value.items())
                items.append(sorted(item, false));
            if (!isOrdered)
                std::sort(items.begin(), items.end(),
                          [](const Json &a, const Json &b) { return compactJson(a) < compactJson(b); });
            return Json(items);
        }
        if (!value.isObject())
            return value;
        Json::Object members;
        for (const Json::Member &member : value.members())
            members.append({member.key, sorted(member.value, false)});
        return Json(members);
    }

    static QString normalized(const Json &rows, bool isOrdered)
    {
        return compactJson(sorted(rows, isOrdered));
    }
};

THROUGHLINE_TEST(CasesTest)
#include "tst_cases.moc"
