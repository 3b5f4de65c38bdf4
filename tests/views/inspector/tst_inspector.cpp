#include "model/project/describe.h"
#include "tests/support/testcase.h"
#include "tests/views/inspector/bench.h"
#include "views/inspector/attributefields.h"
#include "views/inspector/attributegrid.h"
#include "views/inspector/attributerows.h"
#include "views/inspector/modeloptions.h"
#include "views/theme/style.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using test::Bench;

namespace {

views::AttributeGrid *gridOf(const Bench &bench)
{
    return bench.inspector.findChild<views::AttributeGrid *>();
}

QLineEdit *editorOf(const Bench &bench)
{
    for (auto *editor : gridOf(bench)->viewport()->findChildren<QLineEdit *>()) {
        if (editor->isVisible())
            return editor;
    }
    return nullptr;
}

/// The names in the grid, with those that Sequelize adds in brackets.
QString namesOf(const Bench &bench)
{
    QStringList names;
    const QAbstractItemModel *rows = gridOf(bench)->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QModelIndex index = rows->index(row, 0);
        const QString name = index.data().toString();
        if (!index.data(Qt::EditRole).toString().isEmpty())
            names.append(index.flags() & Qt::ItemIsEditable ? name : u'[' + name + u']');
    }
    return names.join(u' ');
}

void setCell(const Bench &bench, int row, int column)
{
    gridOf(bench)->setFocus();
    gridOf(bench)->setCurrentIndex(gridOf(bench)->model()->index(row, column));
}

}

class InspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new views::Style);
        QApplication::setPalette(views::paletteOf(views::lightTheme));
    }

    void everyOptionHasAField()
    {
        // The first key of each path, and what is shown elsewhere or in another way.
        QStringList attributes{u"id"_s, u"name"_s, u"values"_s, u"index"_s};
        for (const auto &row : views::attributeFields()) {
            for (const views::AttributeField &field : row)
                attributes.append(field.key.section(u'.', 0, 0));
        }
        for (const QString &key : model::keysOf<model::Attribute>())
            QVERIFY2(attributes.contains(key), qPrintable(key));
        QStringList options{u"tableName"_s};
        for (const QStringList &row : views::frequentModelOptions() + views::rareModelOptions()) {
            for (const QString &key : row)
                options.append(key.section(u'.', 0, 0));
        }
        for (const QString &key : model::keysOf<model::ModelOptions>())
            QVERIFY2(options.contains(key), qPrintable(key));
    }

    void columnsHaveTheOptionsOfAttributes()
    {
        const model::Column column{.name = u"user_id"_s,
                                   .type = *model::parseType(u"INTEGER"_s),
                                   .autoIncrement = true,
                                   .references = model::Reference{.table = u"Users"_s, .column = u"id"_s},
                                   .onDelete = u"CASCADE"_s};
        QStringList texts;
        for (const auto &row : views::attributeFields()) {
            for (const views::AttributeField &field : row) {
                if (field.showsColumn)
                    texts.append(field.key + u'=' + views::columnText(column, field.key));
            }
        }
        QCOMPARE(texts.join(u' '),
                 u"type=INTEGER field=user_id allowNull=true primaryKey=false autoIncrement=true "
                 "autoIncrementIdentity=false references.model=Users references.key=id references.schema= "
                 "onDelete=CASCADE onUpdate="_s);
    }

    void aNameIsChangedByTyping()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        bench.enter(u"name"_s, u"Remark"_s);
        QCOMPARE(bench.edits, QStringList{u"Rename Comment to Remark"_s});
        QVERIFY(modelNamed(bench.project, u"Remark"));
        QCOMPARE(bench.edit(u"name"_s)->text(), u"Remark"_s);
    }

    void aFieldThatIsLeftIsTaken()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        bench.edit(u"name"_s)->setFocus();
        bench.edit(u"name"_s)->selectAll();
        QTest::keyClicks(bench.edit(u"name"_s), u"Remark"_s);
        QCOMPARE(bench.edits.size(), 0);
        QTest::keyClick(bench.edit(u"name"_s), Qt::Key_Tab);
        QCOMPARE(bench.edits.size(), 1);
    }

    void anotherSelectionLeavesTheField()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        bench.edit(u"name"_s)->setFocus();
        QTest::keyClicks(bench.edit(u"name"_s), u"X"_s);
        bench.selectModel(u"User"_s);
        QCOMPARE(bench.edits.size(), 1);
        QVERIFY(modelNamed(bench.project, u"User"));
        QVERIFY(!modelNamed(bench.project, u"Comment"));
        QCOMPARE(bench.edit(u"name"_s)->text(), u"User"_s);
    }

    void escapeTakesBackTheFieldAlone()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        bench.edit(u"name"_s)->setFocus();
        QTest::keyClicks(bench.edit(u"name"_s), u"Other"_s);
        QTest::keyClick(bench.edit(u"name"_s), Qt::Key_Escape);
        QCOMPARE(bench.edit(u"name"_s)->text(), u"Comment"_s);
        QTest::keyClick(bench.edit(u"name"_s), Qt::Key_Tab);
        QCOMPARE(bench.edits.size(), 0);
        QVERIFY(bench.inspector.isVisible());
    }

    void aRefusalIsSaidBesideTheField()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        bench.enter(u"name"_s, u"User"_s);
        QCOMPARE(bench.edits.size(), 0);
        QVERIFY(bench.edit(u"name"_s)->property("refused").toBool());
        const auto labels = bench.field(u"name"_s)->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"there is a model User already";
        }));
        QTest::keyClick(bench.edit(u"name"_s), Qt::Key_Escape);
        QVERIFY(!bench.edit(u"name"_s)->property("refused").toBool());
    }

    void whatIsDerivedStandsInGreyWithItsReason()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        QLineEdit *tableName = bench.edit(u"tableName"_s);
        QCOMPARE(tableName->text(), QString());
        QCOMPARE(tableName->placeholderText(), u"Comments"_s);
        QCOMPARE(tableName->toolTip(), u"Comments: plural of Comment"_s);
        tableName->setFocus();
        const auto isSaid = [&] {
            const auto labels = bench.field(u"tableName"_s)->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *label) { return label->text() == u"plural of Comment"; });
        };
        QTRY_VERIFY(isSaid());
    }

    void anArrowTakesBackWhatIsSet()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectModel(u"Comment"_s);
        bench.enter(u"tableName"_s, u"remarks"_s);
        QCOMPARE(bench.changed(before), u"\"options\": { \"tableName\": \"remarks\" }"_s);
        QAction *reset = bench.edit(u"tableName"_s)->actions().last();
        QVERIFY(reset->isVisible());
        reset->trigger();
        QCOMPARE(bench.project, before);
        QVERIFY(!reset->isVisible());
    }

    void flagsAreThreeFold()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectModel(u"Comment"_s);
        QCheckBox *box = bench.box(u"timestamps"_s);
        QVERIFY(box->isChecked() && box->font().italic());
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(bench.changed(before), u"\"options\": { \"timestamps\": false }"_s);
        QVERIFY(!box->isChecked() && !box->font().italic());
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(bench.changed(before), u"\"options\": { \"timestamps\": true }"_s);
        QTest::mouseClick(bench.field(u"timestamps"_s)->findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(bench.project, before);
    }

    void modelOptions_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *label, const QString &entered, const QString &expected) {
            QTest::newRow(label) << QString::fromLatin1(label) << entered << expected;
        };
        row("schema", u"crm"_s, u"\"schema\": \"crm\""_s);
        row("name.singular", u"remark"_s, u"\"name\": { \"singular\": \"remark\" }"_s);
        row("name.plural", u"remarks"_s, u"\"name\": { \"plural\": \"remarks\" }"_s);
        row("createdAt", u"made"_s, u"\"createdAt\": \"made\""_s);
        row("updatedAt", u"false"_s, u"\"updatedAt\": false"_s);
        row("deletedAt", u"gone"_s, u"\"deletedAt\": \"gone\""_s);
        row("version", u"true"_s, u"\"version\": true"_s);
        row("comment", u"it's \"x\""_s, u"\"comment\": \"it's \\\"x\\\"\""_s);
        row("charset", u"utf8mb4"_s, u"\"charset\": \"utf8mb4\""_s);
        row("collate", u"utf8mb4_bin"_s, u"\"collate\": \"utf8mb4_bin\""_s);
        row("engine", u"MyISAM"_s, u"\"engine\": \"MyISAM\""_s);
        row("rowFormat", u"COMPRESSED"_s, u"\"rowFormat\": \"COMPRESSED\""_s);
        row("initialAutoIncrement", u"1000"_s, u"\"initialAutoIncrement\": 1000"_s);
        row("uniqueKeys", u"{\"both\":{\"fields\":[\"a\",\"b\"]}}"_s,
            u"\"uniqueKeys\": { \"both\": { \"fields\": [\"a\", \"b\"] } }"_s);
        row("defaultScope", u"{\"where\":{\"done\":false}}"_s,
            u"\"defaultScope\": { \"where\": { \"done\": false } }"_s);
    }
    void modelOptions()
    {
        QFETCH(QString, label);
        QFETCH(QString, entered);
        QFETCH(QString, expected);
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectModel(u"Comment"_s);
        bench.enter(label, entered);
        // A plural is carried into the saved queries, too.
        QCOMPARE(bench.changed(before).section(u'\n', 0, 0), u"\"options\": { "_s + expected + u" }"_s);
        bench.enter(label, {});
        QCOMPARE(bench.project, before);
        // The project's own options have the same fields.
        bench.inspector.select({});
        bench.enter(label, entered);
        QCOMPARE(bench.changed(before).section(u'\n', 0, 0), u"\"define\": { "_s + expected + u" }"_s);
    }

    void attributesAreTypedOneAfterTheOther()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        QCOMPARE(namesOf(bench), u"body [id] [createdAt] [updatedAt] [projectId]"_s);
        setCell(bench, 0, views::AttributeRows::Name);
        QTest::keyClick(gridOf(bench), Qt::Key_Return);
        QVERIFY(editorOf(bench));
        QTest::keyClicks(editorOf(bench), u"stars"_s);
        QTest::keyClick(editorOf(bench), Qt::Key_Tab);
        // Tab leads on to the type of the attribute that is now there.
        QCOMPARE(bench.edits, QStringList{u"Add attribute stars"_s});
        QCOMPARE(gridOf(bench)->currentIndex().row(), 1);
        QCOMPARE(gridOf(bench)->currentIndex().column(), int(views::AttributeRows::TypeColumn));
        QVERIFY(editorOf(bench));
        editorOf(bench)->selectAll();
        QTest::keyClicks(editorOf(bench), u"INTEGER"_s);
        QTest::keyClick(editorOf(bench), Qt::Key_Return);
        // Enter leads on to the next name.
        QTRY_VERIFY(editorOf(bench));
        QCOMPARE(gridOf(bench)->currentIndex().row(), 2);
        QTest::keyClicks(editorOf(bench), u"mood"_s);
        QTest::keyClick(editorOf(bench), Qt::Key_Return);
        QTRY_COMPARE(namesOf(bench), u"body stars mood [id] [createdAt] [updatedAt] [projectId]"_s);
        const model::Model &model = *modelNamed(bench.project, u"Comment");
        QCOMPARE(model.attributes[1].type.text, u"INTEGER"_s);
        QCOMPARE(model.attributes[2].type.text, u"STRING"_s);
    }

    void flagsAndDefaultsInTheGrid()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectModel(u"Comment"_s);
        setCell(bench, 0, views::AttributeRows::Unique);
        QTest::keyClick(gridOf(bench), Qt::Key_Space);
        QTest::keyClick(gridOf(bench), Qt::Key_Left);
        QTest::keyClick(gridOf(bench), Qt::Key_Space);
        QCOMPARE(bench.changed(before), u"{ \"name\": \"body\", \"type\": \"TEXT\", \"unique\": true }"_s);
        const QRect cell =
            gridOf(bench)->visualRect(gridOf(bench)->model()->index(0, views::AttributeRows::PrimaryKey));
        QTest::mouseClick(gridOf(bench)->viewport(), Qt::LeftButton, {}, cell.center());
        setCell(bench, 0, views::AttributeRows::Default);
        QTest::keyClick(gridOf(bench), Qt::Key_F2);
        QTest::keyClicks(editorOf(bench), u"none yet"_s);
        QTest::keyClick(editorOf(bench), Qt::Key_Tab);
        QVERIFY(bench.changed(before).contains(u"{ \"name\": \"body\", \"type\": \"TEXT\", \"primaryKey\": "
                                               u"true, \"unique\": true, \"defaultValue\": \"none yet\" }"));
    }

    void pastesMovesAndDeletes()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        setCell(bench, 0, views::AttributeRows::Name);
        QApplication::clipboard()->setText(u"stars INTEGER\n  mood: ENUM('good', 'bad'),\nplain\n"_s);
        QTest::keySequence(gridOf(bench), QKeySequence::Paste);
        QVERIFY(namesOf(bench).startsWith(u"body stars mood plain [id]"));
        QCOMPARE(bench.edits.size(), 1);
        QCOMPARE(modelNamed(bench.project, u"Comment")->attributes[2].type.values,
                 (QStringList{u"good"_s, u"bad"_s}));
        setCell(bench, 0, views::AttributeRows::Name);
        QTest::keyClick(gridOf(bench), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(gridOf(bench), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(namesOf(bench).startsWith(u"stars mood body plain"));
        QTest::keyClick(gridOf(bench), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(namesOf(bench).startsWith(u"stars body mood plain"));
        QCOMPARE(gridOf(bench)->currentIndex().row(), 1);
        QTest::keyClick(gridOf(bench), Qt::Key_Delete);
        QVERIFY(namesOf(bench).startsWith(u"stars mood plain [id]"));
    }

    void aRefusedCellSaysWhy()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"User"_s);
        setCell(bench, 1, views::AttributeRows::TypeColumn);
        QTest::keyClick(gridOf(bench), Qt::Key_F2);
        editorOf(bench)->selectAll();
        QTest::keyClicks(editorOf(bench), u"STRING(x)"_s);
        QTest::keyClick(editorOf(bench), Qt::Key_Tab);
        QCOMPARE(bench.edits.size(), 0);
        const auto labels = bench.inspector.findChildren<views::MutedLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->foregroundRole() == QPalette::BrightText
                && !label->text().isEmpty();
        }));
    }

    void theReasonOfAColumnIsSaid()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"Comment"_s);
        const QAbstractItemModel *rows = gridOf(bench)->model();
        QCOMPARE(rows->index(5, 0).data().toString(), u"projectId"_s);
        QVERIFY(rows->index(5, 0).data(Qt::ToolTipRole).toString().contains(u"the key of Project.Comments"));
        QVERIFY(rows->index(5, 0).data(Qt::FontRole).value<QFont>().italic());
    }

    void opensAnAttributeAndComesBack()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        bench.selectModel(u"User"_s);
        setCell(bench, 2, views::AttributeRows::Name);
        bench.press(u"Options of email"_s);
        QCOMPARE(bench.selection.attribute, modelNamed(bench.project, u"User")->attributes[2].id);
        QCOMPARE(bench.edit(u"name"_s)->text(), u"email"_s);
        bench.press(u"User"_s);
        QVERIFY(bench.selection.attribute.isNull());
        QVERIFY(gridOf(bench)->isVisible());
    }

    void addsAndOpensAnIndex()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.selectModel(u"Comment"_s);
        setCell(bench, 0, views::AttributeRows::Name);
        bench.press(u"Add index"_s);
        QVERIFY(!bench.selection.index.isNull());
        QCOMPARE(bench.edit(u"name"_s)->placeholderText(), u"comments_body"_s);
        bench.enter(u"fields"_s, u"body, projectId"_s);
        QTest::keyClick(bench.box(u"unique"_s), Qt::Key_Space);
        bench.enter(u"using"_s, u"BTREE"_s);
        bench.enter(u"where"_s, u"{\"body\":{\"$ne\":null}}"_s);
        QVERIFY(bench.changed(before).contains(
            u"{ \"unique\": true, \"using\": \"BTREE\", \"fields\": [\"body\", \"projectId\"], "
            "\"where\": { \"body\": { \"$ne\": null } } }"));
        bench.press(u"Delete index"_s);
        QCOMPARE(bench.project, before);
        QVERIFY(gridOf(bench)->isVisible());
    }

    void problemsStandWhereTheyAriseAndMend()
    {
        const model::Project before = test::projectOf(
            R"({ "name": "User", "attributes": [ { "name": "code", "type": "STRING" } ] }, { "name": "Group" })",
            R"({ "kind": "belongsToMany", "source": "User", "target": "Group", "through": "ug", "sourceKey": "code" },
               { "kind": "belongsToMany", "source": "Group", "target": "User", "through": "ug" })");
        Bench bench(before);
        bench.selectAssociation(1);
        const model::Schema schema = resolve(before);
        QString title;
        for (const model::Problem &problem : check(before, schema)) {
            if (problem.code == model::Code::KeyOfPairNotUnique)
                title = problem.fixes.first().title;
        }
        bench.press(title);
        QCOMPARE(bench.edits, QStringList{title});
        for (const model::Problem &problem : check(bench.project, resolve(bench.project)))
            QVERIFY(problem.code != model::Code::KeyOfPairNotUnique);
    }

    void severalAtOnce()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        views::Selection selection;
        selection.models = {before.models[0].id, before.models[1].id};
        bench.inspector.select(selection);
        QTest::keyClick(bench.box(u"paranoid"_s), Qt::Key_Space);
        QCOMPARE(bench.project.models[0].options.paranoid, std::optional(true));
        QCOMPARE(bench.project.models[1].options.paranoid, std::optional(true));
        QCOMPARE(bench.project.models[0].options.tableName, u"tbl_user"_s);
        QCOMPARE(bench.edits.size(), 1);
        QSignalSpy asked(&bench.inspector, &views::Inspector::deletionAsked);
        bench.press(u"Delete all of them"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<views::Deletion>().next.models.size(), 3);
    }

    void showingIsNoEdit()
    {
        Bench bench(test::sampleProject(u"workshop"_s));
        for (const model::Model &model : test::sampleProject(u"workshop"_s).models)
            bench.selectModel(model.name);
        for (int i = 0; i < bench.project.associations.size(); ++i)
            bench.selectAssociation(i);
        bench.selectAttribute(u"User"_s, u"email"_s);
        bench.inspector.select({});
        bench.show();
        QCOMPARE(bench.edits.size(), 0);
    }

    void theProjectIsShownWhereNothingIsSelected()
    {
        const model::Project before = test::sampleProject(u"workshop"_s);
        Bench bench(before);
        bench.enter(u"name"_s, u"shop"_s);
        QCOMPARE(bench.changed(before), u"\"name\": \"shop\""_s);
    }
};

THROUGHLINE_TEST(InspectorTest)
#include "tst_inspector.moc"
