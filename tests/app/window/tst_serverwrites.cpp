#include "model/file/savefile.h"
#include "tests/app/window/answers.h"
#include "tests/app/window/datadesk.h"
#include "tests/support/proxy.h"
#include "tests/support/server.h"

#include <QAction>
#include <QDirIterator>
#include <QInputDialog>
#include <QPushButton>
#include <QTimer>

#include <map>

using namespace Qt::StringLiterals;
using test::Answers;
using test::DataDesk;
using test::Desk;

/// The window on real servers: what it writes when connections die, what it runs unasked, what it tells of
/// passwords.
class ServerWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLostAnswerIsLookedFor_data() { products({u"postgres"_s, u"mariadb"_s}); }
    void aLostAnswerIsLookedFor();
    void whatIsNotKnownIsNotCommittedAgain_data() { products({u"postgres"_s, u"mariadb"_s}); }
    void whatIsNotKnownIsNotCommittedAgain();
    void whatIsNotKnownCanBeGivenUp_data() { products({u"postgres"_s}); }
    void whatIsNotKnownCanBeGivenUp();
    void tablesWithoutTransactionsAreSaid_data() { products({u"mariadb"_s}); }
    void tablesWithoutTransactionsAreSaid();
    void aStrangersProjectRunsNothing_data() { products({u"postgres"_s}); }
    void aStrangersProjectRunsNothing();
    void passwordsAreNowhere_data() { products({u"mariadb"_s}); }
    void passwordsAreNowhere();
    void cleanupTestCase() { m_servers.clear(); }

private:
    static void products(const QStringList &products)
    {
        QTest::addColumn<QString>("product");
        for (const QString &product : products)
            QTest::newRow(qPrintable(product)) << product;
    }
    static QString ages(const model::DatabaseUrl &url)
    {
        const QChar q = url.dialect->quote;
        return DataDesk::all(url, u"SELECT age FROM %1Users%1 ORDER BY id"_s.arg(q));
    }

    std::map<QString, std::unique_ptr<test::Server>> m_servers; ///< one of each product
    test::Server *m_server = nullptr; ///< the test's own, with fresh rows
};

namespace {

model::DatabaseUrl through(model::DatabaseUrl url, const test::Proxy &proxy)
{
    url.port = proxy.port();
    // What is encrypted a proxy cannot read.
    if (url.dialect == &model::postgresDialect)
        url.options.insert(u"sslmode"_s, u"disable"_s);
    else
        url.options.insert(u"ssl-mode"_s, u"DISABLED"_s);
    return url;
}

/// Types addresses into the questions for them and remembers what these said; then has enough.
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
            asked.append(dialog->windowTitle() + u'\n' + dialog->labelText());
            if (m_addresses.isEmpty())
                return dialog->reject();
            dialog->setTextValue(m_addresses.takeFirst());
            QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        });
        m_timer.start();
    }

    QStringList asked;

private:
    QStringList m_addresses;
    QTimer m_timer;
};

/// Everything that the windows say, in sight or not.
QString wordsOfAllWindows()
{
    QStringList words;
    for (const QWidget *widget : QApplication::allWidgets()) {
        words << widget->windowTitle() << widget->toolTip() << widget->statusTip() << widget->whatsThis()
              << widget->accessibleName() << widget->accessibleDescription();
        for (const char *property : {"text", "plainText", "placeholderText", "labelText", "informativeText"})
            words << widget->property(property).toString();
        for (const QAction *action : widget->findChildren<QAction *>())
            words << action->text() << action->toolTip() << action->statusTip();
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                words << tabs->tabText(i) << tabs->tabToolTip(i);
        }
    }
    words.removeAll(QString());
    return words.join(u'\n');
}

/// "FILE: bytes" of every file below a folder.
QByteArrayList filesBelow(const QString &folder)
{
    QByteArrayList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        files.append(path.toUtf8() + ": " + test::fileContents(path));
    }
    return files;
}

}

void ServerWritesTest::init()
{
    QFETCH(QString, product);
    std::unique_ptr<test::Server> &server = m_servers[product];
    if (!server)
        server = std::make_unique<test::Server>(product);
    m_server = server.get();
    if (!server->absence().isEmpty())
        QSKIP(qPrintable(server->absence()));
    const auto connection = server->open(model::Access::Write);
    const QChar quote = connection->dialect().quote;
    for (const char *table : {"Works", "Users", "Projects"})
        DataDesk::run(*connection,
                      u"DROP TABLE IF EXISTS %1%2%1"_s.arg(quote).arg(QString::fromLatin1(table)));
    if (connection->dialect().bit == model::postgresBit)
        DataDesk::run(*connection, u"DROP TYPE IF EXISTS \"enum_Users_level\""_s);
    DataDesk::fill(server->url());
}

/// It is told as what it is: committed, or not.
void ServerWritesTest::aLostAnswerIsLookedFor()
{
    test::Proxy proxy(m_server->url().port);
    DataDesk desk;
    desk.look(through(m_server->url(), proxy), u"User"_s);
    QTRY_COMPARE(desk.rows->model()->rowCount(), 3);
    desk.put(desk.rows, 0, 2, u"99"_s);
    QCOMPARE(desk.pending(), 1);
    proxy.lose(test::Proxy::Loss::Answer, "COMMIT");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.notice("changesNotice"),
                 u"Committed. The connection was lost meanwhile; the changes were looked for, and are in the "
                 "database."_s);
    QCOMPARE(desk.pending(), 0);
    QCOMPARE(ages(m_server->url()), u"99|41|85"_s);
    QTRY_COMPARE(desk.rows->model()->index(0, 2).data().toString(), u"99"_s);
    // What did not reach the server stays, and can be committed.
    desk.put(desk.rows, 1, 2, u"42"_s);
    QCOMPARE(desk.pending(), 1);
    proxy.lose(test::Proxy::Loss::Request, "COMMIT");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.notice("changesNotice"),
                 u"Not committed: the connection was lost. The database was looked at: it has none of the "
                 "changes"_s);
    QCOMPARE(desk.pending(), 1);
    QCOMPARE(ages(m_server->url()), u"99|41|85"_s);
    QCOMPARE(desk.the<QPushButton>("commit")->text(), u"Commit"_s);
    desk.press(desk.the<QPushButton>("commit"));
    QTRY_COMPARE(desk.pending(), 0);
    QCOMPARE(ages(m_server->url()), u"99|42|85"_s);
}

void ServerWritesTest::whatIsNotKnownIsNotCommittedAgain()
{
    test::Proxy proxy(m_server->url().port);
    DataDesk desk;
    desk.look(through(m_server->url(), proxy), u"User"_s);
    QTRY_COMPARE(desk.rows->model()->rowCount(), 3);
    desk.put(desk.rows, 0, 2, u"99"_s);
    proxy.lose(test::Proxy::Loss::Request, "COMMIT", true);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    auto *commit = desk.the<QPushButton>("commit");
    QTRY_COMPARE(commit->text(), u"Look again"_s);
    const QString unknown =
        u"It is not known whether the changes were committed: the connection was lost, and "
        "they cannot be looked for: "_s;
    QVERIFY2(desk.notice("changesNotice").startsWith(unknown), qPrintable(desk.notice("changesNotice")));
    QCOMPARE(desk.pending(), 1);
    // Nothing can be done to it meanwhile.
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 2));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.key(Qt::Key_F2);
    QVERIFY(!DataDesk::editor(desk.rows));
    QCOMPARE(desk.pending(), 1);
    desk.press(commit);
    QTRY_COMPARE(commit->text(), u"Look again"_s);
    // The server answers again: it is looked at, and not written to.
    proxy.setOpen(true);
    desk.press(commit);
    QTRY_COMPARE(commit->text(), u"Commit"_s);
    QTRY_VERIFY(desk.notice("changesNotice").startsWith(u"Not committed: "_s));
    QCOMPARE(ages(m_server->url()), u"36|41|85"_s);
    QCOMPARE(desk.pending(), 1);
    desk.press(commit);
    QTRY_COMPARE(desk.pending(), 0);
    QCOMPARE(ages(m_server->url()), u"99|41|85"_s);
}

void ServerWritesTest::whatIsNotKnownCanBeGivenUp()
{
    test::Proxy proxy(m_server->url().port);
    DataDesk desk;
    desk.look(through(m_server->url(), proxy), u"User"_s);
    QTRY_COMPARE(desk.rows->model()->rowCount(), 3);
    desk.put(desk.rows, 0, 2, u"99"_s);
    proxy.lose(test::Proxy::Loss::Answer, "COMMIT", true);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.the<QPushButton>("commit")->text(), u"Look again"_s);
    desk.press(desk.the<QPushButton>("discard"));
    QCOMPARE(desk.pending(), 0);
    QCOMPARE(desk.notice("changesNotice"), u"1 change discarded."_s);
    QCOMPARE(desk.the<QPushButton>("commit")->text(), u"Commit"_s);
    // Nothing brings it back, to be committed once more.
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 1));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 0);
    for (const auto *link : desk.the<QWidget>("changesNotice")->findChildren<views::LinkButton *>())
        QVERIFY(!link->isVisible() || link->text() == u"Close");
}

void ServerWritesTest::tablesWithoutTransactionsAreSaid()
{
    const auto connection = m_server->open(model::Access::Write);
    DataDesk desk;
    desk.look(m_server->url(), u"User"_s);
    QTRY_COMPARE(desk.rows->model()->rowCount(), 3);
    desk.put(desk.rows, 0, 2, u"98"_s);
    desk.put(desk.rows, 1, 2, u"99"_s);
    QCOMPARE(desk.pending(), 2);
    QTest::qWait(200);
    QCOMPARE(desk.notice("partialNotice"), QString());
    desk.press(desk.the<QPushButton>("discard"));
    DataDesk::run(*connection, u"DROP TABLE Works"_s);
    DataDesk::run(*connection, u"ALTER TABLE Users ENGINE = MyISAM"_s);
    desk.put(desk.rows, 0, 2, u"98"_s);
    QTest::qWait(200);
    QCOMPARE(desk.notice("partialNotice"), QString());
    desk.put(desk.rows, 1, 2, u"99"_s);
    QTRY_COMPARE(
        desk.notice("partialNotice"),
        u"Not all or none: the table of User is of an engine without transactions. What is written to "
        "it stays where a later statement fails."_s);
    desk.press(desk.the<QPushButton>("discard"));
    QCOMPARE(desk.notice("partialNotice"), QString());
}

/// A query that calls a function, which writes a file: no transaction takes that back.
void ServerWritesTest::aStrangersProjectRunsNothing()
{
    const model::DatabaseUrl &url = m_server->url();
    const QString written = QFileInfo(m_server->authority()).path() + u"/data/written"_s;
    const auto connection = m_server->open(model::Access::Write);
    DataDesk::run(
        *connection,
        u"CREATE OR REPLACE FUNCTION writer() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN COPY (SELECT 1) "
        "TO '%1'; RETURN 1; END $f$"_s.arg(written));
    const auto hasRun = [&] {
        return *model::selectText(*connection,
                                  u"SELECT COALESCE((pg_stat_file('%1', true)).size, 0)::text"_s.arg(written))
            != u"0";
    };
    Desk desk;
    const QString path = desk.home.filePath(u"stranger.throughline"_s);
    const QByteArray project = R"({"format":"throughline/1","define":{"timestamps":false},"models":[
        {"name":"User","attributes":[{"name":"name","type":"STRING"}]}],"queries":[{"name":"Nice","find":
        {"model":"User","attributes":["id",[{"$fn":["writer"]},"x"]]}}]})";
    QVERIFY(model::saveBytes(project, path));
    desk.window->open(u":/samples/workshop.throughline"_s);
    desk.window->session().use(url);
    QTRY_VERIFY(desk.window->session().url());
    desk.window->open(path);
    QTest::qWait(500);
    QVERIFY(!hasRun());
    QVERIFY(!desk.window->session().url());
    const QString address = u"postgres://%1@%2:%3/%4"_s.arg(url.user, url.host).arg(url.port).arg(url.name);
    {
        const Addresses addresses({address});
        const Answers answers({u"Cancel"_s});
        desk.command(u"Server…"_s);
        QTRY_COMPARE(answers.asked, QStringList{u"Trust stranger.throughline?"_s});
        QVERIFY(answers.told.first().contains(u"writing files"_s));
        QTest::qWait(300);
        QVERIFY(!hasRun());
        QVERIFY(!desk.window->session().url());
    }
    // That the query runs then is what shows that it did not run before.
    {
        const Addresses addresses({address});
        const Answers answers({u"Trust and connect"_s});
        desk.command(u"Server…"_s);
        QTRY_VERIFY(desk.window->session().url());
        QTRY_VERIFY(hasRun());
        QCOMPARE(answers.asked.size(), 1);
    }
    // Trust is in the file as it is: opened again it stays connected, changed by somebody it does not.
    desk.window->open(u":/samples/workshop.throughline"_s);
    desk.window->open(path);
    QVERIFY(desk.window->session().url());
    desk.window->open(u":/samples/workshop.throughline"_s);
    QVERIFY(model::saveBytes(QByteArray(project).replace("Nice", "Nicer"), path));
    desk.window->open(path);
    QVERIFY(!desk.window->session().url());
}

void ServerWritesTest::passwordsAreNowhere()
{
    const model::DatabaseUrl &url = m_server->url();
    const QString password = u"Op3nSesame"_s;
    const auto connection = m_server->open(model::Access::Write);
    const QString become = u"ALTER USER %1@'127.0.0.1' IDENTIFIED BY '%2'"_s;
    DataDesk::run(*connection, become.arg(url.user, password));
    const QString place = u"%1@127.0.0.1:%2/%3"_s.arg(password).arg(url.port).arg(url.name);
    const QString mariadb = u"mariadb://%1:"_s.arg(url.user);
    const QStringList addresses{
        mariadb + u"not"_s + place, // the wrong one
        mariadb + place + u"none"_s, // no such database
        mariadb + place + u"?ssl-mode=SOMETIMES"_s,
        mariadb + place + u"?other=1"_s,
        u"postgres://ali:%1@127.0.0.1:1/none"_s.arg(password), // nobody listens
        u"postgres://ali:%1@[127.0.0.1/none"_s.arg(password), // no address at all
        u"oracle://ali:"_s + place,
        mariadb + place,
    };
    QString said;
    QByteArrayList files;
    {
        DataDesk desk;
        const Addresses typed(addresses);
        const Answers answers({u"Trust and connect"_s});
        desk.command(u"Server…"_s);
        QTRY_COMPARE_WITH_TIMEOUT(typed.asked.size(), addresses.size(), 20'000);
        QTRY_VERIFY(desk.window->session().url());
        QCOMPARE(desk.window->session().url()->password, password);
        QApplication::setActiveWindow(desk.window.get());
        desk.data->showTable(u"User"_s);
        QTRY_COMPARE(desk.rows->model()->rowCount(), 3);
        desk.put(desk.rows, 0, 2, u"99"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.pending(), 0);
        said = (typed.asked + answers.asked + answers.told).join(u'\n') + wordsOfAllWindows();
        // A change of the project, for its journal; what is shown when the server lets nobody in.
        desk.command(u"PostgreSQL"_s);
        QTest::qWait(1000);
        DataDesk::run(*connection, become.arg(url.user, url.password));
        desk.put(desk.rows, 0, 2, u"98"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!desk.notice("changesNotice").isEmpty());
        said += wordsOfAllWindows();
        files = filesBelow(desk.home.path());
        desk.window->close();
        files += filesBelow(desk.home.path());
    }
    // What is looked through is where such words would be.
    QVERIFY(said.contains(u"Rows of a server"_s));
    QVERIFY(said.contains(u"test"_s));
    QVERIFY(files.size() > 1);
    for (const QByteArray &file : files)
        QVERIFY2(!file.contains(password.toUtf8()), file.constData());
    for (const QString &line : said.split(u'\n'))
        QVERIFY2(!line.contains(password), qPrintable(line));
    QVERIFY(!test::fileContents(u"/proc/self/cmdline"_s).contains(password.toUtf8()));
}

THROUGHLINE_TEST(ServerWritesTest)
#include "tst_serverwrites.moc"
