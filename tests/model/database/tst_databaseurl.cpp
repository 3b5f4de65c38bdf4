#include "model/database/databaseurl.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// What a URL says, and what is refused: an option that is not known must not be dropped.
class DatabaseUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected"); // dialect|path|host|port|user|password|name|options
        QTest::newRow("file") << u"sqlite:a/b.db"_s << u"sqlite|a/b.db||0||||"_s;
        QTest::newRow("file with ?") << u"sqlite:a?b.db"_s << u"sqlite|a?b.db||0||||"_s;
        QTest::newRow("postgres") << u"postgres://ada:s%40cret@db:5433/shop"_s
                                  << u"postgres||db|5433|ada|s@cret|shop|"_s;
        QTest::newRow("postgresql") << u"postgresql://db/shop"_s << u"postgres||db|0|||shop|"_s;
        QTest::newRow("TLS") << u"postgres://db/shop?sslmode=verify-full&sslrootcert=/ca.pem"_s
                             << u"postgres||db|0|||shop|sslmode=verify-full sslrootcert=/ca.pem"_s;
        QTest::newRow("TLS, MariaDB") << u"mariadb://db/shop?ssl-mode=VERIFY_IDENTITY&ssl-ca=/ca%20x.pem"_s
                                      << u"mariadb||db|0|||shop|ssl-ca=/ca x.pem ssl-mode=VERIFY_IDENTITY"_s;
    }
    void isRead()
    {
        QFETCH(QString, url);
        const auto read = parseDatabaseUrl(url);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QStringList options;
        for (const auto &[name, value] : read->options.asKeyValueRange())
            options.append(name + u'=' + value);
        QTEST((QStringList{read->dialect->id, read->path, read->host, QString::number(read->port), read->user,
                           read->password, read->name, options.join(u' ')}
                   .join(u'|')),
              "expected");
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("reason");
        QTest::newRow("product") << u"pgsql://ada:PASSWORD@db/shop"_s << u"not a database: pgsql:…"_s;
        QTest::newRow("no name") << u"postgres://ada:PASSWORD@db"_s
                                 << u"expected postgres://user:password@host:port/name"_s;
        QTest::newRow("option") << u"postgres://ada:PASSWORD@db/shop?ssl=true"_s
                                << u"the URL's option ssl is not known"_s;
        QTest::newRow("password as an option")
            << u"mysql://db/shop?password=PASSWORD"_s << u"option password is not known"_s;
        QTest::newRow("another client's")
            << u"mysql://db/shop?sslmode=verify-full"_s << u"option sslmode is not known"_s;
        QTest::newRow("value") << u"postgres://db/shop?sslmode=strict"_s
                               << u"sslmode cannot be strict; expected one of disable, allow"_s;
        QTest::newRow("what MariaDB's library lacks")
            << u"mysql://db/shop?ssl-mode=VERIFY_CA"_s << u"ssl-mode cannot be VERIFY_CA"_s;
        QTest::newRow("#") << u"postgres://ada:PASS#WORD@db/shop"_s << u"write it as %23"_s;
    }
    void isRefused()
    {
        QFETCH(QString, url);
        QFETCH(QString, reason);
        const auto read = parseDatabaseUrl(url);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
        QVERIFY(!read.error().message.contains("PASS"_L1));
    }
};

THROUGHLINE_TEST(DatabaseUrlTest)
#include "tst_databaseurl.moc"
