#include "model/rows/times.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Times as cells show them.
class TimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofOneLength_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("detail");
        QTest::addColumn<QString>("minutes");
        QTest::addColumn<QString>("milliseconds");
        QTest::newRow("minutes") << u"DATE"_s << u"2024-03-14 15:09:00.000 +00:00"_s << 0
                                 << u"2024-03-14 15:09"_s << u"2024-03-14 15:09:00.000"_s;
        QTest::newRow("seconds") << u"DATE"_s << u"2024-03-14 15:09:26+00"_s << 1 << u"2024-03-14 15:09:26"_s
                                 << u"2024-03-14 15:09:26.000"_s;
        QTest::newRow("milliseconds") << u"DATE"_s << u"2024-03-14 15:09:26.53"_s << 2
                                      << u"2024-03-14 15:09:26.530"_s << u"2024-03-14 15:09:26.530"_s;
        QTest::newRow("a time") << u"TIME"_s << u"15:09:00"_s << 0 << u"15:09"_s << u"15:09:00.000"_s;
        QTest::newRow("a time with seconds")
            << u"TIME"_s << u"15:09:26"_s << 1 << u"15:09:26"_s << u"15:09:26.000"_s;
        QTest::newRow("no time") << u"TIME"_s << u"25:61"_s << 0 << u"25:61"_s << u"25:61"_s;
        QTest::newRow("no date") << u"DATE"_s << u"soon"_s << 0 << u"soon"_s << u"soon"_s;
        QTest::newRow("a day has none")
            << u"DATEONLY"_s << u"2024-03-14"_s << 0 << u"2024-03-14"_s << u"2024-03-14"_s;
        QTest::newRow("a text that looks like one")
            << u"STRING"_s << u"15:09:26"_s << 0 << u"15:09:26"_s << u"15:09:26"_s;
    }
    void ofOneLength()
    {
        QFETCH(QString, type);
        QFETCH(QString, value);
        QFETCH(int, detail);
        const Type parsed = *parseType(type);
        const Value held = Value::text(value);
        QCOMPARE(int(timeDetailOf(held, parsed)), detail);
        QTEST(displayText(held, parsed, TimeDetail::Minutes), "minutes");
        QTEST(displayText(held, parsed, TimeDetail::Milliseconds), "milliseconds");
    }
};

THROUGHLINE_TEST(TimesTest)
#include "tst_times.moc"
