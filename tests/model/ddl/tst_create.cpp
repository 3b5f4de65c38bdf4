#include "model/ddl/create.h"

#include "model/database/deploy.h"
#include "model/ddl/order.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace model;

class CreateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samples_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(test::sourcePath(u"resources/samples"_s));
        for (const QString &file : folder.entryList({u"*.throughline"_s}))
            QTest::newRow(file.toUtf8()) << file.section(u'.', 0, 0);
    }
    void samples()
    {
        QFETCH(QString, name);
        const Schema schema = resolve(test::sampleProject(name));
        QVERIFY(test::matchesGolden(createScript(schema, sqliteDialect).toUtf8(),
                                    u"ddl/%1.sqlite.sql"_s.arg(name)));

        // The script runs, and leaves no reference hanging.
        const auto connection =
            Connection::open({.dialect = &sqliteDialect, .path = u":memory:"_s}, Access::Create);
        QVERIFY(connection);
        for (const Statement &statement : createStatements(schema, sqliteDialect))
            QVERIFY2((*connection)->execute(statement.sql), statement.sql.toUtf8());
        const auto check = selectText(**connection, u"SELECT count(*) FROM pragma_foreign_key_check"_s);
        QCOMPARE(check.value_or(u"failed"_s), u"0"_s);
    }

    void hostileNamesEndNothing()
    {
        const QByteArray name = "A\\n;DROP TABLE x; --`\\u0022'";
        const Project project =
            test::projectOf("{\"name\":\"" + name + "\"},{\"name\":\"B\",\"attributes\":[{\"name\":\"" + name
                                + "\",\"type\":\"STRING\",\"defaultValue\":\"" + name + "\"}]}",
                            "{\"kind\":\"hasMany\",\"source\":\"" + name + "\",\"target\":\"B\"}");
        const Schema schema = resolve(project);
        const auto connection =
            Connection::open({.dialect = &sqliteDialect, .path = u":memory:"_s}, Access::Create);
        for (const Statement &statement : createStatements(schema, sqliteDialect))
            QVERIFY2((*connection)->execute(statement.sql), statement.sql.toUtf8());
        QCOMPARE((*connection)->tables({})->size(), 2);
        // What a comment says of a name stays on its line.
        static const QRegularExpression comment(u"  -- A[^\n]*\n"_s);
        QCOMPARE(createScript(schema, sqliteDialect).count(comment), 1);
    }

    /// Sequelize finds the name there, and makes no second thing of it; problems say so.
    void followsTakenNames_data()
    {
        QTest::addColumn<const Dialect *>("dialect");
        QTest::addColumn<QString>("index"); ///< of A, whose attribute `a` is unique, and which has a key bId
        QTest::addColumn<bool>("hasIndex");
        QTest::addColumn<bool>("hasTable"); ///< C
        QTest::newRow("another, MySQL") << &mysqlDialect << u"other"_s << true << true;
        QTest::newRow("a unique key, MySQL") << &mysqlDialect << u"a"_s << false << true;
        QTest::newRow("a foreign key, MariaDB") << &mariadbDialect << u"bId"_s << false << true;
        QTest::newRow("the primary key, MySQL") << &mysqlDialect << u"PRIMARY"_s << false << true;
        QTest::newRow("a foreign key, PostgreSQL") << &postgresDialect << u"bId"_s << true << true;
        QTest::newRow("a unique key, PostgreSQL") << &postgresDialect << u"As_a_key"_s << false << true;
        QTest::newRow("the primary key, PostgreSQL") << &postgresDialect << u"As_pkey"_s << false << true;
        QTest::newRow("a later table, PostgreSQL") << &postgresDialect << u"Cs"_s << true << false;
        QTest::newRow("a unique key, SQLite") << &sqliteDialect << u"a"_s << true << true;
    }
    void followsTakenNames()
    {
        QFETCH(const Dialect *, dialect);
        QFETCH(QString, index);
        const Project project = test::projectOf(
            "{\"name\":\"B\"},{\"name\":\"A\",\"attributes\":[{\"name\":\"a\",\"type\":\"INTEGER\","
            "\"unique\":true}],"
            "\"indexes\":[{\"name\":\""
                + index.toUtf8() + "\",\"fields\":[\"createdAt\"]}]},{\"name\":\"C\"}",
            "{\"kind\":\"belongsTo\",\"source\":\"A\",\"target\":\"B\",\"foreignKey\":\"bId\"}");
        const QString script = createScript(resolve(project), *dialect);
        QTEST(script.contains(u"CREATE INDEX"_s), "hasIndex");
        QTEST(script.count(u"CREATE TABLE"_s) == 3, "hasTable");
    }

    void orders_data()
    {
        QTest::addColumn<QByteArray>("references"); ///< "child>parent …"
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("deferred");
        QTest::newRow("dependencies first") << QByteArray("A>D B>A D>C") << u"C D A B"_s << u""_s;
        QTest::newRow("definition order where it is free") << QByteArray() << u"A B C D"_s << u""_s;
        QTest::newRow("to itself") << QByteArray("B>B") << u"A B C D"_s << u""_s;
        QTest::newRow("a cycle") << QByteArray("A>B B>A") << u"B A C D"_s << u"B.AId"_s;
        QTest::newRow("two cycles") << QByteArray("A>B B>C C>A C>B") << u"C B A D"_s << u"C.AId C.BId"_s;
    }
    void orders()
    {
        QFETCH(QByteArray, references);
        QByteArrayList models;
        QByteArrayList calls;
        for (const char *name : {"A", "B", "C", "D"})
            models.append("{\"name\":\"" + QByteArray(name) + "\"}");
        for (const QByteArray &reference : references.split(' ')) {
            if (reference.size() == 3)
                calls.append(QByteArray("{\"kind\":\"belongsTo\",\"source\":\"") + reference[0]
                             + "\",\"target\":\"" + reference[2] + "\"}");
        }
        const Schema schema = resolve(test::projectOf(models.join(','), calls.join(',')));
        const TableOrder order = orderTables(schema);
        QStringList names;
        for (const int position : order.tables)
            names.append(schema.tables[position].model);
        QTEST(names.join(u' '), "order");
        QStringList deferred;
        for (const auto &[table, column] : order.deferred)
            deferred.append(schema.tables[table].model + u'.' + schema.tables[table].columns[column].name);
        QTEST(deferred.join(u' '), "deferred");
    }

    void longChainsDoNotOverflow()
    {
        QByteArrayList models;
        QByteArrayList calls;
        for (int i = 0; i < 5000; ++i) {
            models.append("{\"name\":\"M" + QByteArray::number(i) + "\"}");
            if (i > 0)
                calls.append("{\"kind\":\"belongsTo\",\"source\":\"M" + QByteArray::number(i - 1)
                             + "\",\"target\":\"M" + QByteArray::number(i) + "\"}");
        }
        const TableOrder order = orderTables(resolve(test::projectOf(models.join(','), calls.join(','))));
        QCOMPARE(order.tables.first(), 4999);
        QVERIFY(order.deferred.isEmpty());
    }
};

THROUGHLINE_TEST(CreateTest)
#include "tst_create.moc"
