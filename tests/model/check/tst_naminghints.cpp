#include "model/check/check.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// What is said of models whose names Sequelize cannot take for one.
class NamingHintsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixes_data();
    void fixes();
    void aThroughMayBeInThePlural_data();
    void aThroughMayBeInThePlural();
};

namespace {

QStringList fixesOf(const Project &project)
{
    QStringList titles;
    for (const Problem &problem : check(project, resolve(project))) {
        for (const Fix &fix : problem.fixes) {
            if (problem.code == Code::NameTakenForPlural)
                titles.append(fix.title);
        }
    }
    return titles;
}

}

void NamingHintsTest::fixes_data()
{
    QTest::addColumn<QByteArray>("models");
    QTest::addColumn<QString>("titles");
    QTest::newRow("one") << QByteArray(R"({ "name": "User" })") << QString();
    QTest::newRow("many") << QByteArray(R"({ "name": "UserProjects" })") << u"Call it UserProject"_s;
    QTest::newRow("many, and one is there already")
        << QByteArray(R"({ "name": "Tasks" }, { "name": "Task", "options": { "tableName": "t" } })")
        << u"Call one Task, and many Tasks"_s;
    QTest::newRow("one that ends like many")
        << QByteArray(R"({ "name": "Focus" })") << u"Name its plural Focuses"_s;
    // One is what a person would call it, not what Sequelize's rules make of the letters.
    for (const auto &[many, one] : {std::pair("Menus", "Menu"),
                                    {"SubMenus", "SubMenu"},
                                    {"Areas", "Area"},
                                    {"Views", "View"},
                                    {"AccessTokens", "AccessToken"},
                                    {"Wikis", "Wiki"},
                                    {"APIs", "API"},
                                    {"Cookies", "Cookie"},
                                    {"Caches", "Cache"},
                                    {"Shoes", "Shoe"},
                                    {"Reserves", "Reserve"},
                                    {"Ties", "Tie"},
                                    {"Shelves", "Shelf"},
                                    {"Categories", "Category"},
                                    {"Data", "Datum"},
                                    {"Mice", "Mouse"}})
    {
        QTest::newRow(many) << QByteArray("{ \"name\": \"") + many + "\" }"
                            << u"Call it "_s + QString::fromLatin1(one);
    }
    for (const auto &[one, many] : {std::pair("CampaignFocus", "CampaignFocuses"),
                                    {"Lens", "Lenses"},
                                    {"Atlas", "Atlases"},
                                    {"Radius", "Radiuses"},
                                    {"Quota", "Quotas"},
                                    {"Slice", "Slices"},
                                    {"DNS", "DNSes"},
                                    {"UserSms", "UserSmses"}})
    {
        QTest::newRow(one) << QByteArray("{ \"name\": \"") + one + "\" }"
                           << u"Name its plural "_s + QString::fromLatin1(many);
    }
    QTest::newRow("both alike") << QByteArray(R"({ "name": "News" })") << u"Name its plural NewsList"_s;
}

void NamingHintsTest::fixes()
{
    QFETCH(QByteArray, models);
    QFETCH(QString, titles);
    const Project project = test::projectOf(models, {});
    QCOMPARE(fixesOf(project).join(u'|'), titles);
    // What is mended needs no further hint.
    for (const Problem &problem : check(project, resolve(project))) {
        for (const Fix &fix : problem.fixes) {
            if (problem.code == Code::NameTakenForPlural)
                QCOMPARE(fixesOf(*fix.apply(project)), QStringList());
        }
    }
}

void NamingHintsTest::aThroughMayBeInThePlural_data()
{
    QTest::addColumn<QByteArray>("further");
    QTest::addColumn<QString>("titles");
    QTest::newRow("alone") << QByteArray() << QString();
    QTest::newRow("its rows belong to others")
        << QByteArray(R"(, { "kind": "belongsTo", "source": "UserProjects", "target": "User" })")
        << QString();
    QTest::newRow("others belong to its rows")
        << QByteArray(R"(, { "kind": "hasMany", "source": "UserProjects", "target": "User" })")
        << u"Call it UserProject"_s;
}

void NamingHintsTest::aThroughMayBeInThePlural()
{
    QFETCH(QByteArray, further);
    QFETCH(QString, titles);
    QCOMPARE(
        fixesOf(
            test::projectOf(
                R"({ "name": "User" }, { "name": "Project" }, { "name": "UserProjects" })",
                R"({ "kind": "belongsToMany", "source": "User", "target": "Project", "through": "UserProjects" })"
                    + further))
            .join(u'|'),
        titles);
}

THROUGHLINE_TEST(NamingHintsTest)
#include "tst_naminghints.moc"
