#include "model/sample/embedded.h"
#include "model/query/runfind.h"
#include "model/json.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model;

/// The samples say what the real Sequelize said of them: tests/sequelize/samples.mjs records it.
class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsTheMethodsThatSequelizeAdds_data() { samples(); }
    void addsTheMethodsThatSequelizeAdds();
    void returnsWhatFindAllReturns_data() { samples(); }
    void returnsWhatFindAllReturns();
    void everySavedQueryHasRows_data() { samples(); }
    void everySavedQueryHasRows();

private:
    static void samples();
};

namespace {

const Json &recorded()
{
    static const Json all =
        *parseJson(test::fileContents(test::sourcePath(u"tests/data/sequelize/samples.json"_s)));
    return all;
}

QString said(const Json &value, QStringView key)
{
    return value.value(key).string();
}

}

void SamplesTest::samples()
{
    QTest::addColumn<QString>("sample");
    for (const Json::Member &member : recorded().members())
        QTest::newRow(qPrintable(member.key)) << member.key;
}

void SamplesTest::addsTheMethodsThatSequelizeAdds()
{
    QFETCH(QString, sample);
    const Schema schema = resolve(test::sampleProject(sample));
    QStringList ours;
    for (const ResolvedAssociation &each : schema.associations) {
        if (each.kind != AssociationKind::BelongsToMany)
            continue;
        const Methods m = each.methods();
        QStringList names{m.get,       m.set,    m.add,  m.addMultiple, m.create, m.remove, m.removeMultiple,
                          m.hasSingle, m.hasAll, m.count};
        names.sort();
        ours.append(schema.tables[each.source].model + u'.' + each.as.value + u": "_s + names.join(u' '));
    }
    ours.sort();
    QStringList theirs;
    const Json methods = recorded().value(sample).value(u"methods");
    for (const Json &each : methods.items()) {
        QStringList names;
        const Json list = each.value(u"methods");
        for (const Json &name : list.items())
            names.append(name.string());
        theirs.append(said(each, u"model") + u'.' + said(each, u"association") + u": "_s + names.join(u' '));
    }
    theirs.sort();
    QCOMPARE(ours.join(u'\n'), theirs.join(u'\n'));
}

void SamplesTest::returnsWhatFindAllReturns()
{
    QFETCH(QString, sample);
    const Project project = test::sampleProject(sample);
    const Schema schema = resolve(project);
    const auto database = embeddedDatabase(schema);
    QVERIFY(database);
    const Json queries = recorded().value(sample).value(u"queries");
    QVERIFY(!queries.items().isEmpty());
    QCOMPARE(queries.items().size(), project.queries.size());
    for (const Json &query : queries.items()) {
        const auto found =
            runFind(*database->connection, schema, queryNamed(project, said(query, u"name"))->find);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
        QCOMPARE(QString::fromUtf8(found->json()), said(query, u"rows"));
    }
}

/// Sample rows know no clock: what is asked of them must not either.
void SamplesTest::everySavedQueryHasRows()
{
    QFETCH(QString, sample);
    const Project project = test::sampleProject(sample);
    const Schema schema = resolve(project);
    for (const quint64 seed : {1, 2, 3}) {
        const auto database = embeddedDatabase(schema, {.seed = seed});
        QVERIFY(database);
        for (const Query &query : project.queries) {
            const auto found = runFind(*database->connection, schema, query.find);
            QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
            QVERIFY2(found->recordCount() > 0, qPrintable(query.name));
        }
    }
}

THROUGHLINE_TEST(SamplesTest)
#include "tst_samples.moc"
