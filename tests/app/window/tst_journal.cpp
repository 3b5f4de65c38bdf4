#include "app/window/journal.h"
#include "model/file/savefile.h"
#include "tests/app/window/answers.h"
#include "tests/app/window/desk.h"
#include "tests/support/diskfaults.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <cerrno>

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
    void opensACopyOfWhatAnotherWindowHas();
    void isNotSavedOverWhatAnotherWindowHas();
    void isOfferedWhoeverHasTheProcessIdNow();
    void asksAboutAFileOnAnotherHost();
    void asksWhenTheFileIsAnotherSince();
    void savesRightAfterARecovery();
    void recoversWhatTheFileHasLost();
    void isNeverOverwrittenBeforeItWasOffered();
    void isForItsOwnerAlone();
    void isElsewhereWhereTheFolderIsClosed();
    void tellsThatTheFileIsGone();
    void staysUntilTheFileIsSafe();
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

QStringList namesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
}

bool hasJournal(const QString &path)
{
    return !Journal::journalsOf(path).isEmpty();
}

/// What a crash leaves: a journal with this name of the project in it, and the lock of a program that ran.
QString leaveJournal(const QString &path, const QString &name, const QByteArray &base = {})
{
    const QFileInfo file(path);
    const QString journal = file.dir().filePath(
        u".%1.%2.journal"_s.arg(file.fileName(), QUuid::createUuid().toString(QUuid::Id128)));
    const QByteArray digest = base.isEmpty()
        ? QCryptographicHash::hash(test::fileContents(path), QCryptographicHash::Sha256)
        : base;
    const auto project = model::renameProject(model::loadProject(path)->project, name);
    if (!model::saveBytes("{\"path\":\"" + path.toUtf8() + "\",\"base\":\"" + digest.toHex() + "\"}\n"
                              + model::writeProject(*project),
                          journal))
        qFatal("cannot write %s", qPrintable(journal));
    return journal;
}

void leaveLock(const QString &path, const QByteArray &host, const QByteArray &process)
{
    const QFileInfo file(path);
    if (!model::saveBytes("{\"host\":\"" + host + "\",\"boot\":\"another\",\"process\":" + process
                              + ",\"started\":1}\n",
                          file.dir().filePath(u'.' + file.fileName() + u".lock"_s)))
        qFatal("cannot write a lock");
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
        for (const Journal::Remains &remains : Journal::journalsOf(path)) {
            ++inJournal;
            // What is offered is newer than the file, or the file itself.
            QVERIFY(stepOf(remains.project) >= kept || done == 0);
            kept = std::max(kept, stepOf(remains.project));
            Journal::discard(remains);
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
    {
        Document document;
        QVERIFY(document.open(path));
        document.edit(*model::renameProject(document.project(), u"x"_s), u"Rename"_s);
        QTRY_VERIFY(hasJournal(path));
        QVERIFY(document.save());
        QVERIFY(!hasJournal(path));
        document.edit(*model::renameProject(document.project(), u"y"_s), u"Rename"_s);
        QTRY_VERIFY(hasJournal(path));
        document.forget();
        QVERIFY(!hasJournal(path));
    }
    QCOMPARE(namesIn(folder), QStringList{u"work.throughline"_s});
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
    QTRY_VERIFY(hasJournal(path));
    const Answers answers({u"Discard"_s, u"OK"_s});
    desk.window->open(folder.filePath(next));
    QCOMPARE(answers.asked.size(), 2);
    QCOMPARE(desk.project().name, u"mine"_s);
    const auto journals = Journal::journalsOf(path);
    QCOMPARE(journals.size(), 1);
    QCOMPARE(journals.first().project.name, u"mine"_s);
}

void JournalTest::isGoneAfterQuitting()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    Desk desk;
    desk.window->open(path);
    desk.document().edit(*model::renameProject(desk.project(), u"mine"_s), u"Rename"_s);
    QTRY_VERIFY(hasJournal(path));
    const Answers answers({u"Discard"_s});
    desk.window->close();
    QCOMPARE(answers.asked.size(), 1);
    QVERIFY(!hasJournal(path));
}

void JournalTest::keepsProjectsWithoutAFile()
{
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    {
        Journal journal;
        model::Project project = test::sampleProject(u"family"_s);
        journal.write(project, {});
        QVERIFY(journal.flush());
        // Its window is still there.
        QVERIFY(Journal::remainsWithoutFile().isEmpty());
    }
    {
        const auto remains = Journal::remainsWithoutFile();
        QCOMPARE(remains.size(), 1);
        QCOMPARE(remains.first().project.name, u"family"_s);
        QVERIFY(remains.first().path.isEmpty());
        // Nobody else is offered what somebody is being asked about.
        QVERIFY(Journal::remainsWithoutFile().isEmpty());
        Journal::discard(remains.first());
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
    Document document;
    const auto claim = document.claim(path);
    QVERIFY(!claim);
    QCOMPARE(claim.error().process, storm.processId());
    QVERIFY(claim.error().isOnThisHost());
    QVERIFY(!document.open(path));
    QTRY_VERIFY_WITH_TIMEOUT(hasJournal(path), 30'000);
    storm.kill();
    storm.waitForFinished();
    QVERIFY(document.open(path));
    QVERIFY(!document.remains().isEmpty());
}

void JournalTest::opensACopyOfWhatAnotherWindowHas()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    Document first;
    QVERIFY(first.open(path));
    first.edit(*model::renameProject(first.project(), u"mine"_s), u"Rename"_s);
    QTRY_VERIFY(hasJournal(path));
    Desk desk;
    {
        const Answers answers({u"Cancel"_s});
        desk.window->open(path);
        QCOMPARE(answers.asked, QStringList{u"work.throughline is open in another window."_s});
        QVERIFY(desk.document().path().isEmpty());
        QVERIFY(desk.project().models.isEmpty());
    }
    const Answers answers({u"Open a copy"_s});
    desk.window->open(path);
    QVERIFY(desk.document().path().isEmpty());
    QCOMPARE(desk.project(), test::sampleProject(u"workshop"_s));
    desk.document().edit(*model::renameProject(desk.project(), u"theirs"_s), u"Rename"_s);
    QCOMPARE(Journal::journalsOf(path).size(), 1);
    QCOMPARE(Journal::journalsOf(path).first().project.name, u"mine"_s);
}

void JournalTest::isNotSavedOverWhatAnotherWindowHas()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    Document first;
    QVERIFY(first.open(path));
    Document second;
    second.start(*model::renameProject(first.project(), u"other"_s));
    const auto saved = second.saveAs(path);
    QVERIFY(!saved);
    QCOMPARE(saved.error().message, u"work.throughline is open in another window"_s);
    QCOMPARE(test::fileContents(path),
             test::fileContents(test::sourcePath(u"resources/samples/workshop.throughline"_s)));
    first.start({});
    QVERIFY(second.saveAs(path));
    QVERIFY(!first.open(path));
}

/// After a restart, or later, another program may have the number of the one that crashed.
void JournalTest::isOfferedWhoeverHasTheProcessIdNow()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    leaveJournal(path, u"lost"_s);
    leaveLock(path, QSysInfo::machineHostName().toUtf8(), "1");
    Desk desk;
    const Answers answers({u"Recover"_s});
    desk.window->open(path);
    QCOMPARE(answers.asked.size(), 1);
    QCOMPARE(desk.project().name, u"lost"_s);
}

void JournalTest::asksAboutAFileOnAnotherHost()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    leaveLock(path, "attic", "7");
    Desk desk;
    const Answers answers({u"Cancel"_s, u"Open anyway"_s});
    desk.window->open(path);
    QVERIFY(desk.document().path().isEmpty());
    desk.window->open(path);
    QCOMPARE(answers.asked,
             (QStringList{u"work.throughline is open on attic."_s, u"work.throughline is open on attic."_s}));
    QCOMPARE(desk.document().path(), path);
}

void JournalTest::asksWhenTheFileIsAnotherSince()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    leaveJournal(path, u"lost"_s);
    const QByteArray other = model::writeProject(
        *model::renameProject(model::loadProject(path)->project, u"by another program"_s));
    QVERIFY(model::saveBytes(other, path));
    Desk desk;
    {
        const Answers answers({u"Recover"_s});
        desk.window->open(path);
        QCOMPARE(answers.asked.size(), 1);
    }
    QCOMPARE(desk.project().name, u"lost"_s);
    {
        const Answers answers({u"Cancel"_s});
        desk.command(u"Save"_s);
        QCOMPARE(answers.asked.size(), 1);
        QVERIFY(answers.asked.first().contains(u"was changed by another program"_s));
    }
    QCOMPARE(test::fileContents(path), other);
    QVERIFY(hasJournal(path));
    const Answers answers({u"Overwrite"_s});
    desk.command(u"Save"_s);
    QCOMPARE(model::loadProject(path)->project.name, u"lost"_s);
    QVERIFY(!hasJournal(path));
}

/// By the keyboard, at once: what the window says is saved is on the disk.
void JournalTest::savesRightAfterARecovery()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    for (int round = 0; round < 5; ++round) {
        const QString name = u"lost %1"_s.arg(round);
        leaveJournal(path, name);
        Desk desk;
        const Answers answers({u"Recover"_s});
        desk.window->open(path);
        QCOMPARE(answers.asked.size(), 1);
        // As a window manager does once the question above it is gone.
        QApplication::setActiveWindow(desk.window.get());
        QTest::keyClick(desk.window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(model::loadProject(path)->project.name, name);
        QVERIFY(!desk.document().isModified());
        QVERIFY(!hasJournal(path));
    }
}

void JournalTest::recoversWhatTheFileHasLost()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    leaveJournal(path, u"lost"_s);
    QVERIFY(model::saveBytes("{ torn", path));
    Desk desk;
    const Answers answers({u"Recover"_s});
    desk.window->open(path);
    QCOMPARE(answers.asked.size(), 1);
    QCOMPARE(desk.project().name, u"lost"_s);
    QCOMPARE(desk.document().path(), path);
    QCOMPARE(test::fileContents(path), QByteArray("{ torn"));
}

void JournalTest::isNeverOverwrittenBeforeItWasOffered()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    const QString journal = leaveJournal(path, u"lost"_s);
    const QByteArray left = test::fileContents(journal);
    {
        Desk desk;
        const Answers answers({u"Later"_s});
        desk.window->open(path);
        QCOMPARE(answers.asked.size(), 1);
        desk.document().edit(*model::renameProject(desk.project(), u"mine"_s), u"Rename"_s);
        QTRY_COMPARE(Journal::journalsOf(path).size(), 2);
        QVERIFY(desk.document().save());
    }
    QCOMPARE(test::fileContents(journal), left);
    Desk desk;
    const Answers answers({u"Throw away"_s});
    desk.window->open(path);
    QCOMPARE(answers.asked.size(), 1);
    QVERIFY(!QFile::exists(journal));
}

void JournalTest::isForItsOwnerAlone()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    Document document;
    QVERIFY(document.open(path));
    document.edit(*model::renameProject(document.project(), u"x"_s), u"Rename"_s);
    QTRY_VERIFY(hasJournal(path));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(Journal::journalsOf(path).first().journal) & others));
    QVERIFY(document.save());
    QVERIFY(QFile::permissions(path) & QFile::ReadOther);
}

void JournalTest::isElsewhereWhereTheFolderIsClosed()
{
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    // Everything fails there, as on a disk that is only read.
    test::setDiskFault({folder.path().toStdString(), 1, EROFS, true});
    {
        Document document;
        QVERIFY(document.open(path));
        document.edit(*model::renameProject(document.project(), u"x"_s), u"Rename"_s);
        QTRY_VERIFY(hasJournal(path));
        QVERIFY(Journal::journalsOf(path).first().journal.startsWith(home.path()));
        Document second;
        QVERIFY(!second.open(path));
    }
    test::setDiskFault({});
    QCOMPARE(namesIn(folder), QStringList{u"work.throughline"_s});
    Desk desk;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    const Answers answers({u"Recover"_s});
    desk.window->open(path);
    QCOMPARE(answers.asked.size(), 1);
    QCOMPARE(desk.project().name, u"x"_s);
}

void JournalTest::tellsThatTheFileIsGone()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder);
    Desk desk;
    desk.window->open(path);
    const Answers answers({u"Not now"_s});
    QVERIFY(QFile::remove(path));
    QTRY_COMPARE(answers.asked, QStringList{u"work.throughline was deleted or moved by another program."_s});
    QVERIFY(desk.document().isModified());
    QTRY_VERIFY(hasJournal(path));
    desk.command(u"Save"_s);
    QVERIFY(QFile::exists(path));
    QVERIFY(!desk.document().isModified());
}

/// Whichever call fails while a project is saved: its text is in the file or in the journal.
void JournalTest::staysUntilTheFileIsSafe()
{
    for (const bool isLasting : {false, true}) {
        for (int call = 1;; ++call) {
            const QTemporaryDir folder;
            const QString path = fileIn(folder);
            Document document;
            QVERIFY(document.open(path));
            const model::Project before = document.project();
            document.edit(*model::renameProject(before, u"new"_s), u"Rename"_s);
            QTRY_VERIFY(hasJournal(path));
            test::setDiskFault({folder.path().toStdString(), call, call % 2 ? ENOSPC : EIO, isLasting});
            const auto saved = document.save();
            const auto calls = test::diskCalls();
            test::setDiskFault({});
            const auto file = model::loadProject(path);
            QVERIFY(file);
            QVERIFY(file->project == before || file->project.name == u"new"_s);
            QVERIFY(saved ? file->project.name == u"new"_s : hasJournal(path));
            QCOMPARE(document.isModified(), !saved);
            if (hasJournal(path))
                QCOMPARE(Journal::journalsOf(path).first().project.name, u"new"_s);
            if (std::none_of(calls.begin(), calls.end(),
                             [](const std::string &each) { return each.front() == '!'; }))
                break;
        }
    }
}

THROUGHLINE_TEST(JournalTest)
#include "tst_journal.moc"
