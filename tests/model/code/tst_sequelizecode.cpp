#include "model/code/javascripttext.h"
#include "model/code/sequelizecode.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

class SequelizeCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldens_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &name : {u"workshop"_s, u"assignments-own-id"_s})
            QTest::newRow(name.toUtf8()) << u"resources/samples/%1.throughline"_s.arg(name);
        QTest::newRow("everything") << u"tests/data/file/everything.throughline"_s;
    }
    void goldens()
    {
        QFETCH(QString, path);
        const Project project = test::projectOf(test::fileContents(test::sourcePath(path)));
        const QString name = path.section(u'/', -1).section(u'.', 0, 0);
        QVERIFY(test::matchesGolden(sequelizeCode(project, ModuleKind::CommonJs).toUtf8(),
                                    u"code/%1.cjs"_s.arg(name)));
        QVERIFY(test::matchesGolden(sequelizeCode(project, ModuleKind::EcmaScript).toUtf8(),
                                    u"code/%1.mjs"_s.arg(name)));
    }

    void hostileNamesBecomeTexts()
    {
        const Project project = test::projectOf(
            "{\"name\":\"class\"},{\"name\":\"a'; process.exit() "
            "//\",\"attributes\":[{\"name\":\"__proto__\",\"type\":\"TEXT\"}]},{\"name\":\"model1\"}",
            {});
        const QString code = sequelizeCode(project, ModuleKind::CommonJs);
        QVERIFY2(code.contains("const model2 = sequelize.define('class'"_L1), code.toUtf8());
        QVERIFY2(code.contains("sequelize.define('a\\'; process.exit() //'"_L1), code.toUtf8());
        QVERIFY2(code.contains("['__proto__']: { type: DataTypes.TEXT }"_L1), code.toUtf8());
        QVERIFY2(code.contains("return { class: model2, 'a\\'; process.exit() //': model3, model1 }"_L1),
                 code.toUtf8());
    }

    void texts() { QCOMPARE(javascriptText(u"a'b\\c\n\u2028"), u"'a\\'b\\\\c\\n\\u2028'"_s); }
};

THROUGHLINE_TEST(SequelizeCodeTest)
#include "tst_sequelizecode.moc"
