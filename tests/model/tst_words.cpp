#include "model/words.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// How numbers of things and characters without a shape are written.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thingsAreCounted()
    {
        const auto models = [](qint64 count) { return counted(count, u"1 model"_s, u"%1 models"_s); };
        QCOMPARE(models(0), u"0 models"_s);
        QCOMPARE(models(1), u"1 model"_s);
        QCOMPARE(models(12345), u"12,345 models"_s);
    }

    void noCharacterIsInvisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *name, const QString &text, const QString &shown,
                            const QString &json) { QTest::newRow(name) << text << shown << json; };
        row("mark", u"\uFEFFAda"_s, u"<U+FEFF>Ada"_s, u"\\ufeffAda"_s);
        row("in the middle", u"A\u200Bd\u00ADa"_s, u"A<U+200B>d<U+00AD>a"_s, u"A\\u200bd\\u00ada"_s);
        row("other direction", u"a\u202Eb"_s, u"a<U+202E>b"_s, u"a\\u202eb"_s);
        row("filler", u"\u3164"_s, u"<U+3164>"_s, u"\\u3164"_s);
        for (const QString &text : {u"Ada Löwe, 注文"_s, u"می\u200Cخواهم"_s,
                                    u"👩\u200D💻 🏳️\u200D🌈"_s, u"a\u00A0b\tc"_s})
            QTest::newRow(qPrintable(text)) << text << text << text;
    }

    void noCharacterIsInvisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QFETCH(QString, json);
        QCOMPARE(visible(text), shown);
        QCOMPARE(visibleJson(text), json);
    }
};

THROUGHLINE_TEST(WordsTest)
#include "tst_words.moc"
