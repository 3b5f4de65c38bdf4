#include "model/sql/fragment.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// What stays in its place in a script, as each product reads it.
class FragmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("dialects");
        const auto row = [](const QString &sql, const char *dialects = "sqlite postgres mysql mariadb") {
            QTest::newRow(qPrintable(sql)) << sql << QString::fromLatin1(dialects);
        };
        row({});
        row(u"INTEGER"_s);
        row(u"DECIMAL(10,2)"_s);
        row(u"double precision"_s);
        row(u"ENUM('a', 'it''s', 'b)')"_s);
        row(u"lower(\"name\")"_s);
        row(u"'a; b -- c /* d'"_s);
        row(u"'#'"_s);
        row(u"(1 - -1) * 2 / 3"_s);
        row(u"CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"_s);
        row(u"coalesce(a, (b), 'c')"_s);
        row(u"INTEGER[]"_s);
        row(u"ARRAY[1, 2]::int[]"_s, "postgres");
        row(u"E'it\\'s; '"_s, "postgres");
        row(u"e'\\\\x68'"_s, "postgres");
        row(u"'C:\\'"_s, "sqlite postgres");
        row(u"'it\\'s; '"_s, "mysql mariadb");
        row(u"\"a\\\"; \""_s, "mysql mariadb");
        row(u"`a;b`"_s, "sqlite mysql mariadb");
        row(u"[a;b] INTEGER"_s, "sqlite");
        row(u"$$; '$$"_s, "postgres");
        row(u"$tag$; $$ ' $tag$"_s, "postgres");
        row(u"data #> '{a,b}'"_s, "sqlite postgres");
        row(u"a$$b"_s);
    }
    void sound()
    {
        QFETCH(QString, sql);
        QFETCH(QString, dialects);
        for (const QString &id : dialects.split(u' '))
            QCOMPARE(fragment(sql, *dialectNamed(id)).value_or(u"refused by "_s + id), sql);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("dialects");
        const auto row = [](const QString &sql, const char *dialects = "sqlite postgres mysql mariadb") {
            QTest::newRow(qPrintable(sql)) << sql << QString::fromLatin1(dialects);
        };
        row(u"1; 2"_s);
        row(u"1)"_s);
        row(u"(1"_s);
        row(u"1) (2"_s);
        row(u"(1]"_s);
        row(u"[(1])"_s);
        row(u"INTEGER, b INTEGER"_s);
        row(u"'"_s);
        row(u"'a''"_s);
        row(u"\"a"_s);
        row(u"1 -- 2"_s);
        row(u"1 --2"_s);
        row(u"1 /* 2 */"_s);
        row(u"1 # 2"_s, "mysql mariadb");
        row(u"x\n\\! touch shell\n"_s);
        row(u"x \\g"_s);
        row(u"x\u0001"_s);
        row(QString(u"x"_s + QChar::Null));
        // Where one product sees the end of a quotation that another does not.
        row(u"'\\'; DROP TABLE canary; '"_s, "sqlite postgres");
        row(u"'\\' ; '; DROP TABLE canary"_s, "mysql mariadb");
        row(u"E'\\'' ; DROP TABLE canary; '"_s, "postgres");
        row(u"aE'\\'; DROP TABLE canary; '"_s, "postgres");
        row(u"`'`; DROP TABLE canary; '"_s, "sqlite mysql mariadb");
        row(u"`; DROP TABLE canary; `"_s, "postgres");
        row(u"[']; DROP TABLE canary; '"_s, "sqlite");
        row(u"['; DROP TABLE canary; ']"_s + u")"_s, "postgres mysql mariadb");
        row(u"[a"_s);
        row(u"$$; DROP TABLE canary"_s);
        row(u"$a$ $b$ ; DROP TABLE canary"_s);
        row(u"1$$ ' $$; DROP TABLE canary; '"_s, "postgres");
        row(u"1E'\\' || ' ; DROP TABLE canary; --'"_s, "postgres");
        row(u"$1"_s, "postgres");
    }
    void refused()
    {
        QFETCH(QString, sql);
        QFETCH(QString, dialects);
        for (const QString &id : dialects.split(u' '))
            QVERIFY2(!fragment(sql, *dialectNamed(id)), qPrintable(id));
    }

    /// Clients take some lines for commands of theirs, and PostgreSQL joins two texts across a line break.
    void lineBreaksAreBlanks()
    {
        QCOMPARE(*fragment(u"now()\n\tAT TIME ZONE\r\n'a\nb'"_s, postgresDialect),
                 u"now() \tAT TIME ZONE  'a\nb'"_s);
        QCOMPARE(*fragment(u"1\n/\nDROP TABLE canary\n/\n"_s, sqliteDialect), u"1 / DROP TABLE canary / "_s);
        QCOMPARE(*fragment(u"E'a'\n'\\' || ' ; DROP TABLE canary'"_s, postgresDialect),
                 u"E'a' '\\' || ' ; DROP TABLE canary'"_s);
    }
};

THROUGHLINE_TEST(FragmentTest)
#include "tst_fragment.moc"
