#include "model/check/check.h"
#include "model/schema/schema.h"
#include "model/sql/dialect.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Tables of many columns, keys and associations: what an index finds is what a look through them finds, and
/// what no database takes is told.
class WideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatALookThroughFinds_data();
    void findsWhatALookThroughFinds();
    void columnsAreLimited_data();
    void columnsAreLimited();

private:
    /// So many attributes of every kind that matters to lookups, with keys and associations of the same
    /// number.
    static Schema schemaOf(int count);
};

Schema WideTest::schemaOf(int count)
{
    QByteArrayList attributes;
    QByteArrayList indexes;
    QByteArrayList associations;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        attributes.append("{\"name\":\"a" + number + "\",\"type\":\"INTEGER\",\"unique\":"
                          + (i % 3 == 0 ? QByteArray("true") : "\"u" + QByteArray::number(i / 3) + '"') + '}');
        attributes.append("{\"name\":\"v" + number + "\",\"field\":\"a" + number + "\",\"type\":\"VIRTUAL\"}");
        attributes.append("{\"name\":\"t" + number + "\",\"field\":\"a" + QByteArray::number(i / 2)
                          + "\",\"type\":\"INTEGER\",\"primaryKey\":" + (i % 7 == 0 ? "true" : "false") + '}');
        attributes.append("{\"name\":\"" + QByteArray::number(1000 - i) + "\",\"type\":\"INTEGER\"}");
        indexes.append("{\"name\":\"i" + number + "\",\"fields\":[\"a" + QByteArray::number(i / 2) + "\",\"a"
                       + number + "\"]}");
        associations.append(R"({"kind":"belongsTo","source":"Wide","target":"Other","as":"o)" + number
                            + R"(","foreignKey":{"name":"k)" + number + R"(","field":"a)" + number + "\"}}");
        associations.append(R"({"kind":"hasMany","source":"Other","target":"Wide","as":"w)"
                            + QByteArray::number(i / 2) + R"(","foreignKey":")" + QByteArray::number(2000 - i)
                            + "\"}");
    }
    return resolve(test::projectOf(R"({"name":"Wide","attributes":[)" + attributes.join(',')
                                       + R"(],"indexes":[)" + indexes.join(',')
                                       + R"(]},{"name":"Other","attributes":[]})",
                                   associations.join(',')));
}

void WideTest::findsWhatALookThroughFinds_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 5, 6, 7, 8, 31, 32, 33, 100})
        QTest::addRow("%d", count) << count;
}

void WideTest::findsWhatALookThroughFinds()
{
    QFETCH(int, count);
    const Schema schema = schemaOf(count);
    QCOMPARE(schema.tables.size(), 2);
    for (const Table &table : schema.tables) {
        QStringList names{u"none"_s, QString()};
        for (const Column &column : table.columns)
            names << column.attribute << column.name;
        const auto &columns = table.columns;
        const auto orNull = [&](auto found, auto end) { return found == end ? nullptr : &*found; };
        for (const QString &name : names) {
            const auto isNamed = [&](const Column &each) { return each.name == name && !each.isVirtual(); };
            QCOMPARE(table.column(name),
                     orNull(std::find_if(columns.begin(), columns.end(),
                                         [&](const Column &each) { return each.attribute == name; }),
                            columns.end()));
            QCOMPARE(table.columnNamed(name),
                     orNull(std::find_if(columns.begin(), columns.end(), isNamed), columns.end()));
            QCOMPARE(table.lastNamed(name),
                     orNull(std::find_if(columns.rbegin(), columns.rend(), isNamed), columns.rend()));
            QList<const UniqueKey *> keys;
            for (const UniqueKey &key : table.uniqueKeys) {
                if (key.columns.value(0) == name)
                    keys.append(&key);
            }
            QCOMPARE(table.uniqueKeysOn(name), keys);
            QList<const TableIndex *> indexes;
            for (const TableIndex &index : table.indexes) {
                if (index.declared.fields[0].name == name)
                    indexes.append(&index);
            }
            QCOMPARE(table.indexesOn(name), indexes);
        }
        QList<const Column *> key;
        for (const Column &column : columns) {
            if (column.primaryKey)
                key.append(&column);
        }
        QCOMPARE(table.primaryKey(), key);
        QCOMPARE(table.firstPrimaryKey(), key.value(0));
        for (int i = -1; i <= count; ++i) {
            for (const QString &alias : {u"o%1"_s.arg(i), u"w%1"_s.arg(i)}) {
                int expected = -1;
                for (const auto &[known, position] : table.associations)
                    expected = known == alias ? position : expected;
                QCOMPARE(table.association(alias), expected);
            }
        }
    }
    // Sequelize refuses a later association of the same alias.
    const Table &other = schema.tables[1];
    QCOMPARE(other.associations.size(), (count + 1) / 2);
    if (count > 1)
        QCOMPARE(schema.associations[other.association(u"w0")].foreignKey.value, u"2000"_s);
}

void WideTest::columnsAreLimited_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("most");
    QTest::newRow("SQLite") << u"sqlite"_s << 2000;
    QTest::newRow("PostgreSQL") << u"postgres"_s << 1600;
    QTest::newRow("MySQL") << u"mysql"_s << 1017;
    QTest::newRow("MariaDB") << u"mariadb"_s << 1017;
}

void WideTest::columnsAreLimited()
{
    QFETCH(QString, dialect);
    QFETCH(int, most);
    for (const int count : {most, most + 1}) {
        QByteArrayList attributes{R"({"name":"nothing","type":"VIRTUAL"})"};
        for (int i = 3; i < count; ++i) // beside the id and the times
            attributes.append("{\"name\":\"a" + QByteArray::number(i) + "\",\"type\":\"INTEGER\"}");
        const Project project =
            test::projectOf(R"({"name":"Wide","attributes":[)" + attributes.join(',') + "]}", "");
        const auto problems =
            check(project, resolve(project), dialectNamed(dialect)->bit, Severity::Error);
        QCOMPARE(problems.size(), count - most);
        if (count == most)
            continue;
        QVERIFY(problems[0].code == Code::TooManyColumns);
        QVERIFY2(problems[0].message.contains(QString::number(count))
                     && problems[0].message.contains(QString::number(most)),
                 qPrintable(problems[0].message));
    }
}

THROUGHLINE_TEST(WideTest)
#include "tst_wide.moc"
