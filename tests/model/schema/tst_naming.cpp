#include "model/schema/naming.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

class NamingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inflects_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("plural");
        QTest::addColumn<QString>("singular");

        const auto lines = test::fileContents(test::sourcePath(u"tests/data/inflection.tsv"_s)).split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const QStringList words = QString::fromUtf8(line).split(u'\t');
            if (words.size() == 3)
                QTest::newRow(words[0].toUtf8()) << words[0] << words[1] << words[2];
        }
    }
    void inflects()
    {
        QFETCH(QString, word);
        QTEST(pluralize(word), "plural");
        QTEST(singularize(word), "singular");
    }

    void underscores_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("snake");
        for (const auto &[name, snake] : {std::pair{u"userID"_s, u"user_i_d"_s},
                                          {u"HTMLPage"_s, u"h_t_m_l_page"_s},
                                          {u"User_Id"_s, u"user__id"_s},
                                          {u"Foo Bar"_s, u"foo _bar"_s},
                                          {u"A::B"_s, u"a/b"_s},
                                          {u"Éa"_s, u"éa"_s},
                                          {u""_s, u""_s}})
            QTest::newRow(name.toUtf8()) << name << snake;
    }
    void underscores()
    {
        QFETCH(QString, name);
        QTEST(underscore(name), "snake");
    }

    void camelizes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("camel");
        for (const auto &[name, camel] : {std::pair{u"User_id"_s, u"UserId"_s},
                                          {u"app_user_id"_s, u"appUserId"_s},
                                          {u"_x"_s, u"X"_s},
                                          {u" a - b "_s, u"aB"_s},
                                          {u"a__b"_s, u"aB"_s},
                                          {u"x_"_s, u"x"_s}})
            QTest::newRow(name.toUtf8()) << name << camel;
    }
    void camelizes()
    {
        QFETCH(QString, name);
        QTEST(camelize(name), "camel");
    }

    void raisesOnlyTheFirstLetter()
    {
        QCOMPARE(upperFirst(u"work_items"_s), u"Work_items"_s);
        QCOMPARE(upperFirst(QString()), QString());
    }
};

THROUGHLINE_TEST(NamingTest)
#include "tst_naming.moc"
