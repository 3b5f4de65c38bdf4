#include "app/window/document.h"
#include "model/check/check.h"
#include "model/ddl/create.h"
#include "model/edit/edit.h"
#include "model/file/savefile.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;
using app::Document;

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void undoesAndRedoesEveryEdit();
    void knowsWhetherItIsSaved();
    void refusesABrokenFileAndStaysAsItWas();
    void noticesAnotherProgram();
    void recoversAsOneStep();
    void tellsWhetherTheSchemaIsAnother_data();
    void tellsWhetherTheSchemaIsAnother();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void DocumentTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"work.throughline"_s);
    QVERIFY(QFile::copy(test::sourcePath(u"resources/samples/workshop.throughline"_s), m_path));
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
}

void DocumentTest::undoesAndRedoesEveryEdit()
{
    Document document;
    QVERIFY(document.open(m_path));
    const model::Project first = document.project();
    QList<model::Project> states{first};
    for (int i = 0; i < 50; ++i) {
        document.edit(*model::addModel(document.project(), u"Model%1"_s.arg(i)), u"Add Model%1"_s.arg(i));
        states.append(document.project());
    }
    QCOMPARE(document.undoStack()->undoText(), u"Add Model49"_s);
    for (qsizetype i = states.size() - 1; i > 0; --i) {
        QCOMPARE(document.project(), states[i]);
        document.undoStack()->undo();
    }
    QCOMPARE(document.project(), first);
    QVERIFY(!document.isModified());
    while (document.undoStack()->canRedo())
        document.undoStack()->redo();
    QCOMPARE(document.project(), states.last());
    QCOMPARE(document.schema().tables.size(), model::resolve(states.last()).tables.size());
}

void DocumentTest::knowsWhetherItIsSaved()
{
    Document document;
    QVERIFY(document.open(m_path));
    QSignalSpy modified(&document, &Document::modifiedChanged);
    document.edit(document.project(), u"Nothing"_s);
    QVERIFY(!document.isModified());
    document.edit(*model::renameProject(document.project(), u"x"_s), u"Rename"_s);
    QVERIFY(document.isModified());
    QVERIFY(document.save());
    QVERIFY(!document.isModified());
    QCOMPARE(modified.size(), 2);
    document.undoStack()->undo();
    QVERIFY(document.isModified());
    QVERIFY(model::loadProject(m_path)->project == *model::renameProject(document.project(), u"x"_s));
}

void DocumentTest::refusesABrokenFileAndStaysAsItWas()
{
    Document document;
    QVERIFY(document.open(m_path));
    document.edit(*model::renameProject(document.project(), u"x"_s), u"Rename"_s);
    const QString broken = m_folder->filePath(u"broken.throughline"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ \"format\": \"throughline/1\",\n \"models\": 3 }");
    file.close();
    const auto opened = document.open(broken);
    QVERIFY(!opened);
    QCOMPARE(opened.error().line, 2);
    QCOMPARE(document.path(), m_path);
    QCOMPARE(document.project().name, u"x"_s);
    QVERIFY(document.isModified());
}

void DocumentTest::noticesAnotherProgram()
{
    Document document;
    QVERIFY(document.open(m_path));
    QSignalSpy changed(&document, &Document::changedOnDisk);
    QVERIFY(document.save());
    QTest::qWait(50);
    QCOMPARE(changed.size(), 0);
    const QByteArray other =
        model::writeProject(*model::renameProject(document.project(), u"by another program"_s));
    QVERIFY(model::saveBytes(other, m_path));
    QTRY_VERIFY(changed.size() > 0);
    QVERIFY(document.isChangedOnDisk());
    document.acceptDisk();
    QVERIFY(!document.isChangedOnDisk());
}

void DocumentTest::recoversAsOneStep()
{
    Document document;
    const model::Project saved = test::sampleProject(u"workshop"_s);
    QVERIFY(document.open(m_path));
    const app::Journal::Remains remains{.journal = m_path + u".journal"_s,
                                        .path = m_path,
                                        .project = *model::renameProject(saved, u"lost"_s)};
    document.recover(remains, m_path, *document.claim(m_path));
    QCOMPARE(document.project().name, u"lost"_s);
    QVERIFY(document.isModified());
    document.undoStack()->undo();
    QCOMPARE(document.project(), saved);
    QVERIFY(!document.isModified());
}

namespace {

QString scriptOf(const model::Schema &schema)
{
    return model::createScript(schema, model::sqliteDialect);
}

QStringList messagesOf(const QList<model::Problem> &problems)
{
    QStringList messages;
    for (const model::Problem &problem : problems)
        messages.append(model::codeName(problem.code) + u' ' + problem.message);
    return messages;
}

}

void DocumentTest::tellsWhetherTheSchemaIsAnother_data()
{
    QTest::addColumn<model::Project>("next");
    QTest::addColumn<bool>("isAnother");
    const model::Project project = test::sampleProject(u"workshop"_s);
    const auto row = [](const char *name, const model::Result<model::Project> &next, bool isAnother) {
        QVERIFY(next);
        QTest::newRow(name) << *next << isAnother;
    };
    row("boxes are moved", model::moveBoxes(project, {{u"User"_s, {1000, 700}}, {u"Project"_s, {0, 0}}}),
        false);
    row("an edge is bent", model::bendEdge(project, project.associations.first().id, {{10, 10}}), false);
    row("a query is added", model::addQuery(project, u"All"_s, *model::parseJson(R"({"model": "User"})")),
        false);
    row("the project is renamed", model::renameProject(project, u"x"_s), true);
    row("a model is added", model::addModel(project, u"Other"_s), true);
    row("an association goes", model::removeAssociations(project, {project.associations.first().id}), true);
    model::ModelOptions define = project.define;
    define.underscored = true;
    row("all models are underscored", model::changeDefine(project, define), true);
    row("a model is added, and boxes moved",
        model::addModel(project, u"Other"_s).and_then([](const model::Project &added) {
            return model::moveBoxes(added, {{u"Other"_s, {1000, 700}}});
        }),
        true);
}

/// What follows from the project is kept while the schema is the same, and made anew when it is not.
void DocumentTest::tellsWhetherTheSchemaIsAnother()
{
    QFETCH(model::Project, next);
    QFETCH(bool, isAnother);
    Document document;
    QVERIFY(document.open(m_path));
    QSignalSpy changed(&document, &Document::changed);
    const auto checkStep = [&] {
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.takeFirst().first().toBool(), isAnother);
    };
    model::Schema before = document.schema();
    const QList<model::Problem> problems = document.problems();
    for (const auto &step : {std::function([&] { document.edit(next, u"Step"_s); }),
                             std::function([&] { document.undoStack()->undo(); }),
                             std::function([&] { document.undoStack()->redo(); })})
    {
        step();
        checkStep();
        QCOMPARE(document.schema().tables.isSharedWith(before.tables), !isAnother);
        const model::Schema anew = model::resolve(document.project());
        QCOMPARE(scriptOf(document.schema()), scriptOf(anew));
        QCOMPARE(messagesOf(document.problems()), messagesOf(model::check(document.project(), anew)));
        before = document.schema();
    }
    QVERIFY(isAnother || document.problems().isSharedWith(problems));
}

THROUGHLINE_TEST(DocumentTest)
#include "tst_document.moc"
