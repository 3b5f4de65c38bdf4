#include "tests/support/testcase.h"
#include "tests/views/inspector/bench.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>

using namespace Qt::StringLiterals;
using test::Bench;

namespace {

model::Project pairOf(const QByteArray &kind, const QByteArray &back)
{
    const QByteArray through = kind == "belongsToMany" ? R"(, "through": "ABs")" : "";
    return test::projectOf(
        R"({ "name": "A", "attributes": [ { "name": "code", "type": "STRING", "unique": true } ] }, { "name": "B" })",
        R"({ "kind": ")" + kind + R"(", "source": "A", "target": "B")" + through + R"( },
                              { "kind": ")"
            + back + R"(", "source": "B", "target": "A")" + through + " }");
}

}

class AssociationFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new views::Style);
        QApplication::setPalette(views::paletteOf(views::lightTheme));
    }

    void bothEndsStandSideBySide()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectAssociation(1);
        QCOMPARE(bench.edit(u"as"_s, 0)->text(), u"Tasks"_s);
        QCOMPARE(bench.edit(u"as"_s, 1)->text(), u"Workers"_s);
        QCOMPARE(bench.edit(u"foreignKey"_s, 0)->text(), u"userId"_s);
        QCOMPARE(bench.edit(u"foreignKey"_s, 1)->text(), u"projectId"_s);
        QCOMPARE(bench.edit(u"sourceKey"_s, 0)->placeholderText(), u"id"_s);
        QCOMPARE(bench.edit(u"sourceKey"_s, 0)->toolTip(), u"id: primary key of User"_s);
        QCOMPARE(bench.edit(u"onDelete"_s, 1)->placeholderText(), u"CASCADE"_s);
        QVERIFY(bench.edit(u"as"_s, 0)->mapToGlobal(QPoint()).y()
                == bench.edit(u"as"_s, 1)->mapToGlobal(QPoint()).y());
    }

    void anAliasIsChanged()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectAssociation(0);
        bench.enter(u"as"_s, u"Jobs"_s);
        QVERIFY(bench.changed(before).contains(u"\"as\": \"Jobs\""));
        // The saved query that includes it follows.
        QVERIFY(bench.changed(before).contains(u"{ \"association\": \"Jobs\", \"attributes\": [\"title\"]"));
        QCOMPARE(bench.edits, QStringList{u"Change as of User"_s});
    }

    void theOtherEndFollows()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectAssociation(0);
        bench.enter(u"foreignKey"_s, u"workerId"_s);
        QCOMPARE(bench.project.associations[0].foreignKey.name(), u"workerId"_s);
        QCOMPARE(bench.project.associations[1].otherKey.name(), u"workerId"_s);
        QCOMPARE(resolve(bench.project).edges.size(), resolve(before).edges.size());
    }

    void options_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *kind, const char *label, const QString &entered,
                            const QString &expected) {
            QTest::addRow("%s %s", kind, label)
                << QByteArray(kind) << QString::fromLatin1(label) << entered << expected;
        };
        for (const char *kind : {"belongsToMany", "hasMany", "hasOne", "belongsTo"}) {
            row(kind, "as", u"Other"_s, u"\"as\": \"Other\""_s);
            row(kind, "onDelete", u"RESTRICT"_s, u"\"onDelete\": \"RESTRICT\""_s);
            row(kind, "onUpdate", u"NO ACTION"_s, u"\"onUpdate\": \"NO ACTION\""_s);
        }
        for (const char *kind : {"belongsToMany", "hasMany"})
            row(kind, "as.singular", u"Bee"_s, u"\"as\": { \"singular\": \"Bee\", \"plural\": \"Bs\" }"_s);
        for (const char *kind : {"belongsToMany", "hasMany", "hasOne"})
            row(kind, "scope", u"{\"done\":true}"_s, u"\"scope\": { \"done\": true }"_s);
        row("belongsToMany", "foreignKey", u"x"_s, u"\"foreignKey\": \"x\""_s);
        row("belongsToMany", "otherKey", u"x"_s, u"\"otherKey\": \"x\""_s);
        row("belongsToMany", "sourceKey", u"code"_s, u"\"sourceKey\": \"code\""_s);
        row("belongsToMany", "targetKey", u"id"_s, u"\"targetKey\": \"id\""_s);
        row("belongsToMany", "uniqueKey", u"u"_s, u"\"uniqueKey\": \"u\""_s);
        row("belongsToMany", "through.scope", u"{\"kind\":\"x\"}"_s,
            u"\"through\": { \"model\": \"ABs\", \"scope\": { \"kind\": \"x\" } }"_s);
        row("belongsTo", "keyType", u"BIGINT"_s, u"\"keyType\": \"BIGINT\""_s);
        row("hasMany", "sourceKey", u"code"_s, u"\"sourceKey\": \"code\""_s);
        row("belongsTo", "targetKey", u"id"_s, u"\"targetKey\": \"id\""_s);
        row("hasMany", "type", u"BIGINT"_s, u"\"foreignKey\": { \"type\": \"BIGINT\" }"_s);
        row("hasMany", "field", u"f"_s, u"\"foreignKey\": { \"field\": \"f\" }"_s);
        row("hasMany", "defaultValue", u"7"_s, u"\"foreignKey\": { \"defaultValue\": 7 }"_s);
    }
    void options()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QString, label);
        QFETCH(QString, entered);
        QFETCH(QString, expected);
        const bool isToMany = kind == "belongsToMany";
        const model::Project before = pairOf(kind,
                                             isToMany                  ? "belongsToMany"
                                                 : kind == "belongsTo" ? "hasMany"
                                                                       : "belongsTo");
        Bench bench(before);
        bench.selectAssociation(0);
        bench.enter(label, entered);
        const QString line = bench.changed(before).section(u'\n', 0, 0);
        QVERIFY2(line.contains(expected), qPrintable(line));
        bench.enter(label, {});
        if (label == u"as.singular")
            bench.enter(u"as"_s, {}); // a singular needs its plural beside it
        QCOMPARE(bench.project, before);
    }

    void flags_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("expected");
        QTest::newRow("constraints") << u"constraints"_s << u"\"constraints\": false"_s;
        QTest::newRow("timestamps") << u"timestamps"_s << u"\"timestamps\": false"_s;
        QTest::newRow("through.unique")
            << u"through.unique"_s << u"\"through\": { \"model\": \"ABs\", \"unique\": false }"_s;
        QTest::newRow("through.paranoid")
            << u"through.paranoid"_s << u"\"through\": { \"model\": \"ABs\", \"paranoid\": false }"_s;
        QTest::newRow("allowNull") << u"allowNull"_s << u"\"foreignKey\": { \"allowNull\": false }"_s;
    }
    void flags()
    {
        QFETCH(QString, label);
        QFETCH(QString, expected);
        const model::Project before = pairOf("belongsToMany", "belongsToMany");
        Bench bench(before);
        bench.selectAssociation(0);
        QTest::keyClick(bench.box(label), Qt::Key_Space);
        QVERIFY2(bench.changed(before).contains(expected), qPrintable(bench.changed(before)));
    }

    void theThroughIsRenamedOpenedAndDeclared()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectAssociation(2);
        bench.enter(u"through"_s, u"memberships"_s);
        QVERIFY(resolve(bench.project).table(u"memberships"));
        QCOMPARE(resolve(bench.project).edges.size(), resolve(before).edges.size());
        bench.press(u"Make a model"_s);
        QVERIFY(modelNamed(bench.project, u"memberships"));
        QCOMPARE(bench.selection.models, QList{modelNamed(bench.project, u"memberships")->id});
        QCOMPARE(bench.edit(u"name"_s)->text(), u"memberships"_s);
        bench.selectAssociation(0);
        bench.press(u"Open"_s);
        QCOMPARE(bench.selection.models, QList{modelNamed(bench.project, u"UserProjects")->id});
    }

    void theKindIsChosen()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectAssociation(6);
        auto *kind = bench.inspector.findChild<QComboBox *>();
        QCOMPARE(kind->currentText(), u"hasMany"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(bench.edits, QStringList{u"Make it hasOne"_s});
        QCOMPARE(bench.project.associations[6].kind, model::AssociationKind::HasOne);
        QCOMPARE(bench.project.associations[7].kind, model::AssociationKind::BelongsTo);
        QTest::keyClick(kind, Qt::Key_Home);
        QCOMPARE(bench.project.associations[7].kind, model::AssociationKind::BelongsToMany);
        QCOMPARE(bench.edit(u"through"_s)->text(), bench.project.associations[6].through.model);
    }

    void theMethodsAreListed()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectAssociation(0);
        QStringList texts;
        for (const QLabel *label : bench.inspector.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"get"))
                texts.append(label->text());
        }
        QCOMPARE(texts.size(), 2);
        QCOMPARE(
            texts[0],
            u"getTasks setTasks addTask addTasks createTask removeTask removeTasks hasTask hasTasks countTasks"_s);
        QVERIFY(texts[1].startsWith(u"getWorkers "));
    }

    void anEdgeOfOneCallSaysSo()
    {
        Bench bench(test::projectOf(R"({ "name": "A" }, { "name": "B" })",
                                    R"({ "kind": "hasMany", "source": "A", "target": "B" })"));
        bench.selectAssociation(0);
        QVERIFY(bench.edit(u"as"_s)->isVisible());
        const auto labels = bench.inspector.findChildren<views::MutedLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"no association back";
        }));
    }
};

THROUGHLINE_TEST(AssociationFormTest)
#include "tst_associationform.moc"
