#include "model/check/check.h"
#include "model/sql/dialect.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

QByteArray contentsOf(const QString &name)
{
    return test::fileContents(test::sourcePath(u"tests/data/projects/%1.throughline"_s.arg(name)));
}

void collect(const Json &json, QSet<QString> &keys, QSet<QString> &types)
{
    for (const Json &item : json.items())
        collect(item, keys, types);
    for (const Json::Member &member : json.members()) {
        keys.insert(member.key);
        if (member.key == u"type" && member.value.isString())
            types.insert(member.value.string().section(u'(', 0, 0).section(u'.', 0, 0));
        collect(member.value, keys, types);
    }
}

}

/// A shop with a wiki, of sixty models, which uses everything that a project can say; what only one database
/// has stands in a project of its own. RecordedSchemasTest compares them with what Sequelize makes.
class EmporiumTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoErrors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<DialectSet>("dialects");
        QTest::newRow("everywhere") << u"emporium"_s << everyDialect;
        QTest::newRow("PostgreSQL's own") << u"emporium-postgres"_s << postgresBit;
        QTest::newRow("MySQL's own") << u"emporium-mysql"_s << DialectSet(mysqlBit | mariadbBit);
    }
    void hasNoErrors()
    {
        QFETCH(QString, name);
        QFETCH(DialectSet, dialects);
        const Project project = test::projectOf(contentsOf(name));
        for (const Problem &problem : check(project, resolve(project), dialects))
            QVERIFY2(problem.severity != Severity::Error, qPrintable(codeName(problem.code) + u' ' + problem.message));
    }

    void isOfSixtyModelsWithPlaces()
    {
        const Project project = test::projectOf(contentsOf(u"emporium"_s));
        QVERIFY(project.models.size() >= 60);
        const auto parsed = parseJson(contentsOf(u"emporium"_s));
        const Json places = parsed->value("diagram"_L1).value("models"_L1);
        QSet<QString> known;
        for (const Model &model : project.models) {
            const Json *place = places.find(QLatin1StringView(model.name.toLatin1()));
            QVERIFY2(place, qPrintable(model.name));
            known.insert(compactJson(*place));
        }
        QCOMPARE(known.size(), project.models.size());
    }

    void usesEverything()
    {
        QSet<QString> keys;
        QSet<QString> types;
        for (const char *name : {"emporium", "emporium-postgres", "emporium-mysql"}) {
            const auto parsed = parseJson(contentsOf(QString::fromLatin1(name)));
            QVERIFY2(parsed, name);
            collect(*parsed, keys, types);
        }
        const QString wanted =
            u"define models associations queries diagram name attributes options indexes tableName schema "
            "singular plural timestamps createdAt updatedAt deletedAt paranoid underscored freezeTableName "
            "version comment charset collate engine rowFormat initialAutoIncrement uniqueKeys defaultScope "
            "type "
            "field allowNull primaryKey autoIncrement autoIncrementIdentity unique msg defaultValue "
            "references "
            "model key deferrable onDelete onUpdate using concurrently operator fields length order where "
            "$literal kind source target as through scope foreignKey otherKey keyType sourceKey targetKey "
            "constraints uniqueKey $default $fn $date $hex $value $raw areas"_s;
        for (const QString &key : wanted.split(u' '))
            QVERIFY2(keys.contains(key), qPrintable(key));
        const QString ofTypes = u"STRING CHAR TEXT CITEXT TINYINT SMALLINT MEDIUMINT INTEGER BIGINT FLOAT "
                                u"REAL DOUBLE DECIMAL BOOLEAN "
                                "DATE DATEONLY TIME BLOB UUID JSON JSONB HSTORE ENUM ARRAY RANGE GEOMETRY "
                                "CIDR INET MACADDR TSVECTOR "
                                "VIRTUAL"_s;
        for (const QString &type : ofTypes.split(u' '))
            QVERIFY2(types.contains(type), qPrintable(type));
    }

    void isWrittenAsItIs_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"emporium", "emporium-postgres", "emporium-mysql"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void isWrittenAsItIs()
    {
        QFETCH(QString, name);
        const auto file = loadProject(test::sourcePath(u"tests/data/projects/%1.throughline"_s.arg(name)));
        QVERIFY(file);
        QVERIFY(test::matchesGolden(writeProject(file->project), u"projects/%1.throughline"_s.arg(name)));
    }
};

THROUGHLINE_TEST(EmporiumTest)
#include "tst_emporium.moc"
