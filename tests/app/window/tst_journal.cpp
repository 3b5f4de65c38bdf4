#include "app/window/journal.h"
#include "tests/app/window/answers.h"
#include "tests/app/window/desk.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using app::Document;
using app::Journal;
using test::Answers;
using test::Desk;

/// Nothing that the user did is lost: neither by a crash nor by another program.
class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesOneEditAtMostWhenKilled();
    void isGoneAfterSavingAndClosing();
    void staysWhenTheNextProjectCannotBeRead_data();
    void staysWhenTheNextProjectCannotBeRead();
    void isGoneAfterQuitting();
    void keepsProjectsWithoutAFile();
    void isNotOfferedWhileItsOwnerRuns();
};

namespace {

int stepOf(const model::Project &project)
{
    return project.name.toInt();
}

QString fileIn(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"work.throughline"_s);
    if (!QFile::exists(path))
        QFile::copy(test::sourcePath(u"resources/samples/workshop.throughline"_s), path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

}

void JournalTest::losesOneEditAtMostWhenKilled()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    int inJournal = 0;
    // As many as a short test bears; more on request.
    const int rounds = std::max(40, qEnvironmentVariableIntValue("THROUGHLINE_KILLS"));
    for (int round = 0; round < rounds; ++round) {
        QProcess storm;
        storm.start(QStringLiteral(THROUGHLINE_EDIT_STORM), {path});
        QVERIFY(storm.waitForReadyRead());
        QTest::qWait(QRandomGenerator::global()->bounded(30));
        storm.kill();
        storm.waitForFinished();
        const QList<QByteArray> said = storm.readAllStandardOutput().split('\n');
        const int done = said.value(said.size() - 2).toInt();

        const auto file = model::loadProject(path);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        int kept = stepOf(file->project);
        if (const auto remains = Journal::remainsOf(path)) {
            ++inJournal;
            // What is offered is newer than the file, or the file itself.
            QVERIFY(stepOf(remains->project) >= kept || done == 0);
            kept = std::max(kept, stepOf(remains->project));
            Journal::discard(*remains);
        }
        QVERIFY2(kept >= done - 1, qPrintable(u"round %1: %2 of %3"_s.arg(round).arg(kept).arg(done)));
        QVERIFY(QFile::remove(path));
        fileIn(folder);
    }
    QVERIFY(inJournal > 5);
}

void JournalTest::isGoneAfterSavingAndClosing()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    Document document;
    QVERIFY(document.open(path));
    document.edit(*model::renameProject(document.project(), u"x"_s), u"Rename"_s);
    QTRY_VERIFY(Journal::remainsOf(path));
    QVERIFY(document.save());
    QVERIFY(!Journal::remainsOf(path));
    document.edit(*model::renameProject(document.project(), u"y"_s), u"Rename"_s);
    QTRY_VERIFY(Journal::remainsOf(path));
    document.forget();
    QVERIFY(!Journal::remainsOf(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"work.throughline"_s});
}

void JournalTest::staysWhenTheNextProjectCannotBeRead_data()
{
    QTest::addColumn<QString>("next");
    QTest::newRow("broken") << u"broken.throughline"_s;
    QTest::newRow("missing") << u"missing.throughline"_s;
}

/// The work that the user would have let go is still open, so a crash must not take it.
void JournalTest::staysWhenTheNextProjectCannotBeRead()
{
    QFETCH(QString, next);
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    QVERIFY(model::saveBytes("{ broken", folder.filePath(u"broken.throughline"_s)));
    Desk desk;
    desk.window->open(path);
    desk.document().edit(*model::renameProject(desk.project(), u"mine"_s), u"Rename"_s);
    QTRY_VERIFY(Journal::remainsOf(path));
    const Answers answers({u"Discard"_s, u"OK"_s});
    desk.window->open(folder.filePath(next));
    QCOMPARE(answers.asked.size(), 2);
    QCOMPARE(desk.project().name, u"mine"_s);
    const auto remains = Journal::remainsOf(path);
    QVERIFY(remains);
    QCOMPARE(remains->project.name, u"mine"_s);
}

void JournalTest::isGoneAfterQuitting()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    Desk desk;
    desk.window->open(path);
    desk.document().edit(*model::renameProject(desk.project(), u"mine"_s), u"Rename"_s);
    QTRY_VERIFY(Journal::remainsOf(path));
    const Answers answers({u"Discard"_s});
    desk.window->close();
    QCOMPARE(answers.asked.size(), 1);
    QVERIFY(!Journal::remainsOf(path));
}

void JournalTest::keepsProjectsWithoutAFile()
{
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    {
        Journal journal;
        model::Project project = test::sampleProject(u"family"_s);
        journal.write(project);
        journal.flush();
        const auto remains = Journal::remainsWithoutFile();
        QCOMPARE(remains.size(), 1);
        QCOMPARE(remains.first().project.name, u"family"_s);
        QVERIFY(remains.first().path.isEmpty());
        journal.clear();
    }
    QVERIFY(Journal::remainsWithoutFile().isEmpty());
}

void JournalTest::isNotOfferedWhileItsOwnerRuns()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    QProcess storm;
    storm.start(QStringLiteral(THROUGHLINE_EDIT_STORM), {path});
    QVERIFY(storm.waitForReadyRead());
    QVERIFY(!Journal::remainsOf(path));
    storm.kill();
    storm.waitForFinished();
}

THROUGHLINE_TEST(JournalTest)
#include "tst_journal.moc"
