#include "model/file/projectfile.h"
#include "model/file/savefile.h"
#include "tests/support/diskfaults.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using model::Readers;
using model::saveBytes;
using test::fileContents;

/// A file is the old one or the new one, whichever call of the system fails, and stays whose it was.
class SaveFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { test::setDiskFault({}); }

    void isTheOldFileOrTheNewOne_data();
    void isTheOldFileOrTheNewOne();
    void reachesTheDiskBeforeItTakesTheOldOnesPlace();
    void keepsWhatIsKnownOfTheFile();
    void keepsOtherNames();
    void followsLinks();
    void isForItsOwnerOnly();
    void refusesAFileThatIsNotToBeWritten();
    void writesToPipesAndDevices();
    void putsAFinishedFileInPlace();

private:
    QString pathOf(const QString &name) const { return m_folder->filePath(name); }
    QByteArray encoded(const QString &name) const { return QFile::encodeName(pathOf(name)); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

enum class Before { Nothing, AFile, TwoNames };

struct stat statusOf(const QByteArray &path)
{
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0)
        qFatal("no %s", path.constData());
    return status;
}

}

Q_DECLARE_METATYPE(Before)

void SaveFileTest::isTheOldFileOrTheNewOne_data()
{
    QTest::addColumn<Before>("before");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("isLasting");
    const std::pair<const char *, Before> states[] = {{"a new file", Before::Nothing},
                                                      {"a file", Before::AFile},
                                                      {"a file with two names", Before::TwoNames}};
    for (const auto &[name, before] : states) {
        for (const int error : {ENOSPC, EIO, EDQUOT}) {
            for (const bool isLasting : {false, true})
                QTest::addRow("%s, %s, %s", name, strerror(error), isLasting ? "from then on" : "once")
                    << before << error << isLasting;
        }
    }
}

void SaveFileTest::isTheOldFileOrTheNewOne()
{
    QFETCH(Before, before);
    QFETCH(int, error);
    QFETCH(bool, isLasting);
    const QByteArray old = "old " + QByteArray(5000, 'o');
    const QByteArray text = "new " + QByteArray(9000, 'n');
    int failures = 0;
    for (int call = 1;; ++call) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"work.throughline"_s);
        if (before != Before::Nothing) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(old);
        }
        const QByteArray name = QFile::encodeName(path);
        if (before == Before::TwoNames)
            QCOMPARE(::link(name.constData(), (name + ".other").constData()), 0);

        test::setDiskFault({folder.path().toStdString(), call, error, isLasting});
        const auto saved = saveBytes(text, path, Readers::AsUsual);
        const auto calls = test::diskCalls();
        test::setDiskFault({});

        const bool failed = std::any_of(calls.begin(), calls.end(),
                                        [](const std::string &each) { return each.front() == '!'; });
        const auto where = [&] { return qPrintable(u"call %1"_s.arg(call)); };
        const bool isThere = QFile::exists(path);
        QVERIFY2(isThere || before == Before::Nothing, where());
        const QByteArray now = isThere ? fileContents(path) : QByteArray();
        // Where even the way back is barred, the message names the file that has everything.
        const bool isTold = !saved && now != old && now != text
            && saved.error().message.contains(u"what was to be written is in "_s);
        if (isTold)
            QCOMPARE(fileContents(saved.error().message.section(u"is in "_s, 1)), text);
        QVERIFY2(isTold || !isThere || now == old || now == text, where());
        QVERIFY2(!isTold || (before == Before::TwoNames && isLasting), where());
        if (saved)
            QVERIFY2(now == text, where());
        if (!failed) {
            QVERIFY(saved);
            break;
        }
        ++failures;
    }
    QVERIFY(failures >= 6);
}

void SaveFileTest::reachesTheDiskBeforeItTakesTheOldOnesPlace()
{
    const QString path = pathOf(u"work"_s);
    QVERIFY(saveBytes("old", path));
    test::setDiskFault({m_folder->path().toStdString(), 0, 0, false});
    QVERIFY(saveBytes("new", path));
    QStringList calls;
    for (const std::string &each : test::diskCalls())
        calls.append(QString::fromStdString(each));
    QCOMPARE(calls.join(u' '), u"open fchmod write write fsync close rename open fsync unlink"_s);
}

void SaveFileTest::keepsWhatIsKnownOfTheFile()
{
    const QByteArray path = encoded(u"work"_s);
    QVERIFY(saveBytes("old", pathOf(u"work"_s)));
    QCOMPARE(::chmod(path.constData(), 0640), 0);
    if (::geteuid() == 0)
        QCOMPARE(::chown(path.constData(), 12, 34), 0);
    const bool hasAttributes = ::setxattr(path.constData(), "user.note", "mine", 4, 0) == 0;
    const struct stat before = statusOf(path);
    QVERIFY(saveBytes("new", pathOf(u"work"_s)));
    const struct stat after = statusOf(path);
    QCOMPARE(after.st_mode, before.st_mode);
    QCOMPARE(after.st_uid, before.st_uid);
    QCOMPARE(after.st_gid, before.st_gid);
    QVERIFY(after.st_ino != before.st_ino);
    char note[8] = "";
    if (hasAttributes)
        QCOMPARE(::getxattr(path.constData(), "user.note", note, sizeof note), 4);
    QCOMPARE(fileContents(pathOf(u"work"_s)), "new");
    QCOMPARE(names(), QStringList{u"work"_s});
}

void SaveFileTest::keepsOtherNames()
{
    QVERIFY(saveBytes("a long old text", pathOf(u"work"_s)));
    QCOMPARE(::link(encoded(u"work"_s).constData(), encoded(u"other"_s).constData()), 0);
    QVERIFY(saveBytes("new", pathOf(u"work"_s)));
    QCOMPARE(fileContents(pathOf(u"other"_s)), "new");
    QCOMPARE(statusOf(encoded(u"work"_s)).st_nlink, nlink_t(2));
    QCOMPARE(names(), (QStringList{u"other"_s, u"work"_s}));
}

void SaveFileTest::followsLinks()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"real"_s));
    QVERIFY(QFile::link(u"real/work"_s, pathOf(u"link"_s)));
    QVERIFY(QFile::link(u"link"_s, pathOf(u"further"_s)));
    for (const QByteArray text : {"first", "second"}) {
        QVERIFY(saveBytes(text, pathOf(u"further"_s)));
        QCOMPARE(fileContents(pathOf(u"real/work"_s)), text);
        QVERIFY(QFileInfo(pathOf(u"link"_s)).isSymLink());
        QVERIFY(QFileInfo(pathOf(u"further"_s)).isSymLink());
    }
}

void SaveFileTest::isForItsOwnerOnly()
{
    const mode_t before = ::umask(0);
    QVERIFY(saveBytes("x", pathOf(u"private"_s), Readers::OwnerOnly));
    QVERIFY(saveBytes("x", pathOf(u"public"_s), Readers::AsUsual));
    ::umask(before);
    QCOMPARE(statusOf(encoded(u"private"_s)).st_mode & 0777, mode_t(0600));
    QCOMPARE(statusOf(encoded(u"public"_s)).st_mode & 0777, mode_t(0666));
}

void SaveFileTest::refusesAFileThatIsNotToBeWritten()
{
    QVERIFY(!saveBytes("x", m_folder->path()));
    QVERIFY(!saveBytes("x", pathOf(u"nowhere/work"_s)));
    QVERIFY(!saveBytes("x", QString()));
    QCOMPARE(::symlink("there", encoded(u"here"_s).constData()), 0);
    QCOMPARE(::symlink("here", encoded(u"there"_s).constData()), 0);
    QVERIFY(!saveBytes("x", pathOf(u"here"_s)));
    QVERIFY(QFileInfo(pathOf(u"here"_s)).isSymbolicLink());
    if (::geteuid() == 0)
        return;
    QVERIFY(saveBytes("old", pathOf(u"work"_s)));
    QCOMPARE(::chmod(encoded(u"work"_s).constData(), 0400), 0);
    QVERIFY(!saveBytes("new", pathOf(u"work"_s)));
    QCOMPARE(fileContents(pathOf(u"work"_s)), "old");
}

void SaveFileTest::writesToPipesAndDevices()
{
    QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
    QByteArray read;
    std::thread reader([&] { read = fileContents(pathOf(u"pipe"_s)); });
    const QByteArray text(200'000, 'x');
    const auto saved = saveBytes(text, pathOf(u"pipe"_s));
    reader.join();
    QVERIFY(saved);
    QCOMPARE(read, text);
    QVERIFY(S_ISFIFO(statusOf(encoded(u"pipe"_s)).st_mode));
    QVERIFY(saveBytes(text, u"/dev/null"_s));
    QVERIFY(S_ISCHR(statusOf("/dev/null").st_mode));
    QVERIFY(!saveBytes(text, u"/dev/full"_s));
}

void SaveFileTest::putsAFinishedFileInPlace()
{
    for (const int call : {0, 1, 2, 3, 4, 5, 6}) {
        QVERIFY(saveBytes("old", pathOf(u"work"_s)));
        const QString finished = model::unusedName(m_folder->path());
        QVERIFY(saveBytes("new", finished));
        test::setDiskFault({m_folder->path().toStdString(), call, EIO, false});
        const auto replaced = model::replaceFile(pathOf(u"work"_s), finished);
        test::setDiskFault({});
        const QByteArray now = fileContents(pathOf(u"work"_s));
        QVERIFY(now == "new" || (!replaced && now == "old"));
        QVERIFY(call > 0 || replaced);
    }
}

THROUGHLINE_TEST(SaveFileTest)
#include "tst_savefile.moc"
