#include "model/sql/literal.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Values of project and query files as SQL.
class LiteralTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreDates_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("sql");
        QTest::newRow("a date") << u"DATE"_s << u"86400000"_s << u"'1970-01-02 00:00:00.000 +00:00'"_s;
        QTest::newRow("a day") << u"DATEONLY"_s << u"86400000"_s << u"'1970-01-02'"_s;
        QTest::newRow("past the last date") << u"DATE"_s << u"8640000000000001"_s << u"'Invalid date'"_s;
        QTest::newRow("past 64 bits") << u"DATE"_s << u"9223372036854775808"_s << u"'Invalid date'"_s;
        QTest::newRow("a day past 64 bits") << u"DATEONLY"_s << u"-1e300"_s << u"'Invalid date'"_s;
        QTest::newRow("past what a number holds") << u"DATE"_s << u"1e400"_s << u"'Invalid date'"_s;
    }
    void numbersAreDates()
    {
        QFETCH(QString, type);
        QFETCH(QString, number);
        QTEST(sqlLiteral(Json::number(number), *parseType(type), sqliteDialect).value_or(QString()), "sql");
    }
};

THROUGHLINE_TEST(LiteralTest)
#include "tst_literal.moc"
