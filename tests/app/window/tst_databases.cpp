#include "model/file/savefile.h"
#include "tests/app/window/answers.h"
#include "tests/app/window/desk.h"
#include "tests/support/server.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QProgressDialog>
#include <QToolButton>

using namespace Qt::StringLiterals;
using test::Answers;
using test::Desk;

/// Databases that are looked at, or get a schema: what is asked, and what the toolbar says about them.
class DatabasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDialogTellsOfASchema();
    void aDatabaseThatDoesNotAnswerIsNotLookedAt();
    void theDialectFollowsTheDatabase();
    void theDialectFollowsAServer();
    void aDatabaseThatIsGoneLooksIt();
    void keepsAFileThatCannotBeReplaced();
    void replacesAFileByAScratchDatabase();
    void leavesAFileThatIsInUse();
    void showsNamesAsTheyAreWritten();
};

namespace {

/// Types addresses into the questions for them, one in each, and remembers what these said; then has enough.
class Addresses : public QObject
{
public:
    explicit Addresses(const QStringList &addresses) : m_addresses(addresses)
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isVisible())
                return;
            asked.append(dialog->labelText());
            widest = qMax(widest, dialog->width());
            if (m_addresses.isEmpty())
                return dialog->reject();
            dialog->setTextValue(m_addresses.takeFirst());
            QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        });
        m_timer.start();
    }

    QStringList asked;
    int widest = 0;

private:
    QStringList m_addresses;
    QTimer m_timer;
};

QToolButton *buttonNamed(const Desk &desk, const QString &name)
{
    for (auto *button : desk.window->findChildren<QToolButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    qFatal("no button %s", qPrintable(name));
}

QString originOf(const Desk &desk)
{
    return buttonNamed(desk, u"Where rows come from"_s)->text();
}

QString dialectOf(const Desk &desk)
{
    return buttonNamed(desk, u"The dialect of schemas, queries and problems"_s)->text();
}

QString newFile(const Desk &desk, const QString &name)
{
    QFile file(desk.home.filePath(name));
    (void)file.open(QIODevice::WriteOnly);
    return file.fileName();
}

qsizetype dialogsInSight()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    return std::count_if(widgets.begin(), widgets.end(), [](const QWidget *each) {
        return each->isVisible() && qobject_cast<const QDialog *>(each);
    });
}

/// Chooses a file in the dialog to come.
void choose(const QString &path)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer->deleteLater();
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->findChild<QLineEdit *>()->setText(path);
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    timer->start(1);
}

QString scratchFile(const Desk &desk, const QByteArray &contents)
{
    const QString path = desk.home.filePath(u"scratch.db"_s);
    if (!model::saveBytes(contents, path))
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QStringList unfinishedIn(const Desk &desk)
{
    return QDir(desk.home.path()).entryList({u".throughline-*"_s}, QDir::Files | QDir::Hidden);
}

}

void DatabasesTest::oneDialogTellsOfASchema()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    const Addresses addresses({u"sqlite:"_s + desk.home.filePath(u"made.db"_s)});
    qsizetype inSight = 0;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box && dialogsInSight() < 2)
            return;
        watch.stop();
        // Longer than progress is kept from sight.
        QTest::qWait(500);
        inSight = dialogsInSight();
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<QDialog *>(each); dialog && dialog->isVisible())
                dialog->close();
        }
    });
    watch.start(1);
    desk.command(u"Create the schema in…"_s);
    QTRY_COMPARE(inSight, 1);
    QTRY_VERIFY(desk.window->findChildren<QProgressDialog *>().isEmpty());
}

void DatabasesTest::aDatabaseThatDoesNotAnswerIsNotLookedAt()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    const QString origin = originOf(desk);
    const QString dialect = dialectOf(desk);
    // Nobody listens on this port.
    const QString nowhere = u"postgres://nobody:nothing@127.0.0.1:1/none"_s;
    const QString good = newFile(desk, u"good.db"_s);
    QString unreadable = desk.home.filePath(u"text.db"_s);
    QFile text(unreadable);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
    text.close();
    {
        const Addresses addresses({nowhere, u"sqlite:"_s + unreadable});
        desk.command(u"Server…"_s);
        QTRY_COMPARE(addresses.asked.size(), 3);
        // The reason stands in the question, which has what was typed.
        QVERIFY(!addresses.asked[0].contains(u"\n\n"_s));
        QVERIFY(addresses.asked[1].contains(u"\n\n"_s));
        QVERIFY(addresses.asked[2].contains(u"\n\n"_s));
        QVERIFY(addresses.asked[1] != addresses.asked[2]);
        // A long reason takes lines, not width.
        QVERIFY(addresses.widest < 600);
    }
    QCOMPARE(originOf(desk), origin);
    QCOMPARE(dialectOf(desk), dialect);
    QVERIFY(desk.window->session().origin().isSample);
    // A good one after it: nothing of the last reason.
    const Addresses addresses({u"sqlite:"_s + good});
    desk.command(u"Server…"_s);
    QTRY_COMPARE(originOf(desk), u"good.db"_s);
    QCOMPARE(addresses.asked.size(), 1);
    QVERIFY(!addresses.asked[0].contains(u"\n\n"_s));
}

void DatabasesTest::theDialectFollowsTheDatabase()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    desk.command(u"PostgreSQL"_s);
    QCOMPARE(dialectOf(desk), u"PostgreSQL"_s);
    const Addresses addresses({u"sqlite:"_s + newFile(desk, u"rows.db"_s)});
    desk.command(u"Server…"_s);
    QTRY_COMPARE(dialectOf(desk), u"SQLite"_s);
    QVERIFY(desk.the<views::SchemaPane>()->text().contains(u'`'));
    // What the user chooses then counts, and stays where sample rows come back.
    desk.command(u"MySQL"_s);
    desk.command(u"Sample rows, in memory"_s);
    QCOMPARE(dialectOf(desk), u"MySQL"_s);
}

void DatabasesTest::theDialectFollowsAServer()
{
    const test::Server server(u"postgres"_s);
    if (!server.absence().isEmpty())
        QSKIP(qPrintable(server.absence()));
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    const model::DatabaseUrl &url = server.url();
    const Addresses addresses(
        {u"postgres://%1:%2@%3:%4/%5"_s.arg(url.user, url.password, url.host).arg(url.port).arg(url.name)});
    desk.command(u"Server…"_s);
    QTRY_COMPARE(dialectOf(desk), u"PostgreSQL"_s);
    QVERIFY(originOf(desk).startsWith(url.name));
    QCOMPARE(addresses.asked.size(), 1);
}

void DatabasesTest::aDatabaseThatIsGoneLooksIt()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    const QString path = desk.home.filePath(u"gone.db"_s);
    QToolButton *origin = buttonNamed(desk, u"Where rows come from"_s);
    const QString calm = origin->toolTip();
    desk.window->session().use(model::DatabaseUrl{.dialect = &model::sqliteDialect, .path = path});
    QTRY_VERIFY(origin->toolTip() != calm);
    QCOMPARE(origin->text(), u"gone.db"_s);
    // It is there again.
    newFile(desk, u"gone.db"_s);
    desk.the<views::Preview>()->rerun();
    QTRY_COMPARE(origin->toolTip(), calm);
}

void DatabasesTest::keepsAFileThatCannotBeReplaced()
{
    Desk desk;
    const QString broken = desk.home.filePath(u"broken.throughline"_s);
    QVERIFY(model::saveBytes(
        R"({"format":"throughline/1","models":[{"name":"A","indexes":[{"fields":["nothing"]}]}]})", broken));
    desk.window->open(broken);
    const QString path = scratchFile(desk, "precious");
    const Answers answers({u"OK"_s});
    choose(path);
    desk.command(u"New scratch database…"_s);
    QTRY_COMPARE(answers.asked.size(), 1);
    QCOMPARE(answers.asked.first(), u"The database was not made."_s);
    QCOMPARE(test::fileContents(path), QByteArray("precious"));
    QCOMPARE(unfinishedIn(desk), QStringList());
    QVERIFY(!answers.hadCompany);
}

void DatabasesTest::replacesAFileByAScratchDatabase()
{
    Desk desk;
    desk.window->open(u":/samples/user-project.throughline"_s);
    const QString path = scratchFile(desk, "no database at all");
    choose(path);
    desk.command(u"New scratch database…"_s);
    QTRY_VERIFY(desk.window->session().url());
    QCOMPARE(desk.window->session().url()->path, path);
    QVERIFY(test::fileContents(path).startsWith("SQLite format 3"));
    QCOMPARE(unfinishedIn(desk), QStringList());
}

void DatabasesTest::leavesAFileThatIsInUse()
{
    Desk desk;
    desk.window->open(u":/samples/user-project.throughline"_s);
    const QString path = scratchFile(desk, "precious");
    QVERIFY(model::saveBytes("of precious", path + u"-wal"_s));
    const Answers answers({u"OK"_s});
    choose(path);
    desk.command(u"New scratch database…"_s);
    QTRY_COMPARE(answers.asked.size(), 1);
    QCOMPARE(test::fileContents(path), QByteArray("precious"));
}

void DatabasesTest::showsNamesAsTheyAreWritten()
{
    Desk desk;
    const QString path = desk.home.filePath(u"<b>big.throughline"_s);
    QVERIFY(model::saveBytes(R"({"format":"throughline/1","models":[],"associations":[
        {"kind":"hasMany","source":"<h1>A</h1>","target":"B"}]})",
                             path));
    const Answers answers({u"OK"_s});
    desk.window->open(path);
    QCOMPARE(answers.asked.size(), 1);
    QVERIFY(answers.told.first().contains(u"<h1>A</h1>"_s));
    QCOMPARE(answers.rich, QStringList());
}

THROUGHLINE_TEST(DatabasesTest)
#include "tst_databases.moc"
