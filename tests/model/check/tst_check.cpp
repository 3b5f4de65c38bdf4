#include "model/check/check.h"

#include "model/sql/dialect.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

QStringList codesOf(const Project &project)
{
    QStringList codes;
    for (const Problem &problem : check(project, resolve(project)))
        codes.append(problem.code);
    return codes;
}

}

/// Each code: a project that provokes it, one that lacks it, and its fix.
class CheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("associations");
        QTest::addColumn<QByteArray>("soundModels"); ///< the same, sound; empty: as above
        QTest::addColumn<QByteArray>("soundAssociations");
        const QByteArray ur = "{'name':'U'},{'name':'R'}";
        const QByteArray forth = "{'kind':'belongsToMany','source':'U','target':'R','through':'ur'}";
        const QByteArray back = "{'kind':'belongsToMany','source':'R','target':'U','through':'ur'}";
        const auto row = [](const char *name, const char *code, const QByteArray &models,
                            const QByteArray &associations, const QByteArray &soundModels,
                            const QByteArray &soundAssociations) {
            QTest::newRow(name) << QString::fromLatin1(code) << models << associations << soundModels
                                << soundAssociations;
        };
        const QByteArray keyed =
            "{'kind':'belongsToMany','source':'U','target':'R','through':'ur','sourceKey':'code'}";
        row("a key without an index", "NM01",
            "{'name':'U','attributes':[{'name':'code','type':'STRING','allowNull':false}]},{'name':'R'}",
            keyed,
            "{'name':'U','attributes':[{'name':'code','type':'STRING','allowNull':false,'unique':true}]},{'"
            "name':'R'}",
            keyed);
        row("a key with a plain index", "NM01",
            "{'name':'U','attributes':[{'name':'code','type':'STRING','allowNull':false}],'indexes':[{'"
            "fields':['code']}]},{'name':'R'}",
            keyed,
            "{'name':'U','attributes':[{'name':'code','type':'STRING','allowNull':false}],'indexes':[{'"
            "unique':true,'fields':['code']}]},{'name':'R'}",
            keyed);
        row("a part of a key", "NM01",
            "{'name':'U','attributes':[{'name':'a','type':'INTEGER','primaryKey':true},{'name':'b','type':'"
            "INTEGER','primaryKey':true}]},{'name':'R'}",
            forth, ur, forth);
        row("a nullable key", "NM02",
            "{'name':'U','attributes':[{'name':'code','type':'STRING','unique':true}]},{'name':'R'}", keyed,
            "{'name':'U','attributes':[{'name':'code','type':'STRING','unique':true,'allowNull':false}]},{'"
            "name':'R'}",
            keyed);
        row("no index on the second key", "NM04", ur, forth,
            "{'name':'U'},{'name':'R'},{'name':'ur','indexes':[{'fields':['RId']}]}", forth);
        const QByteArray own = "{'name':'U'},{'name':'R'},{'name':'ur','attributes':[{'name':'id','type':'"
                               "INTEGER','primaryKey':true,'autoIncrement':true}]}";
        row("one pair twice", "NM05", own,
            "{'kind':'belongsToMany','source':'U','target':'R','through':{'model':'ur','unique':false}}", own,
            forth);
        const QByteArray person = "{'name':'P'}";
        row("to itself without keys", "NM06", person,
            "{'kind':'belongsToMany','source':'P','target':'P','as':'Children','through':'f'},{'kind':'"
            "belongsToMany','source':'P','target':'P','as':'Parents','through':'f'}",
            person,
            "{'kind':'belongsToMany','source':'P','target':'P','as':'Children','through':'f','foreignKey':'"
            "ParentId'},{'kind':'belongsToMany','source':'P','target':'P','as':'Parents','through':'f','"
            "foreignKey':'ChildId'}");
        row("to itself with the keys not swapped", "NM06", person,
            "{'kind':'belongsToMany','source':'P','target':'P','as':'Children','through':'f','foreignKey':'a'"
            ",'otherKey':'b'},{'kind':'belongsToMany','source':'P','target':'P','as':'Parents','through':'f',"
            "'foreignKey':'a','otherKey':'b'}",
            person,
            "{'kind':'belongsToMany','source':'P','target':'P','as':'Children','through':'f','foreignKey':'a'"
            ",'otherKey':'b'},{'kind':'belongsToMany','source':'P','target':'P','as':'Parents','through':'f',"
            "'foreignKey':'b','otherKey':'a'}");
        row("only one side", "NM07", ur, forth, ur, forth + ',' + back);
        row("a through of two relations", "NM10", "{'name':'U'},{'name':'R'},{'name':'T'},{'name':'V'}",
            forth + ",{'kind':'belongsToMany','source':'T','target':'V','through':'ur'}",
            "{'name':'U'},{'name':'R'},{'name':'T'},{'name':'V'}",
            forth + ",{'kind':'belongsToMany','source':'T','target':'V','through':'tv'}");
        row("half-specified", "NM11", ur,
            "{'kind':'belongsToMany','source':'U','target':'R','through':'ur','foreignKey':'uid','otherKey':'"
            "rid'},"
                + back,
            ur,
            "{'kind':'belongsToMany','source':'U','target':'R','through':'ur','foreignKey':'uid','otherKey':'"
            "rid'},{'kind':'belongsToMany','source':'R','target':'U','through':'ur','foreignKey':'rid'}");
        row("other keys on the other side", "NM11", ur,
            "{'kind':'belongsToMany','source':'U','target':'R','through':'ur','foreignKey':'uid','otherKey':'"
            "rid'},{'kind':'belongsToMany','source':'R','target':'U','through':'ur','foreignKey':'role_ref'}",
            ur, forth + ',' + back);
        row("timestamps by surprise", "NM12", ur, forth, ur,
            "{'kind':'belongsToMany','source':'U','target':'R','through':'ur','timestamps':false}");
        row("CASCADE by default", "NM13", ur, forth, ur,
            "{'kind':'belongsToMany','source':'U','target':'R','through':'ur','onDelete':'RESTRICT'}");
        row("a table for a through", "NM17",
            "{'name':'U'},{'name':'R'},{'name':'Link','options':{'tableName':'ur'}}", forth,
            "{'name':'U'},{'name':'R'},{'name':'ur'}", forth);
        row("an index on an attribute", "S15",
            "{'name':'A','attributes':[{'name':'fooBar','type':'TEXT'}],'options':{'underscored':true},'"
            "indexes':[{'fields':['fooBar']}]}",
            {},
            "{'name':'A','attributes':[{'name':'fooBar','type':'TEXT'}],'options':{'underscored':true},'"
            "indexes':[{'fields':['foo_bar']}]}",
            {});
        row("two indexes of a name", "S16",
            "{'name':'A','attributes':[{'name':'a','type':'TEXT'}],'indexes':[{'fields':['a']},{'fields':['a'"
            "]}]}",
            {},
            "{'name':'A','attributes':[{'name':'a','type':'TEXT'}],'indexes':[{'fields':['a']},{'name':'n','"
            "fields':['a']}]}",
            {});
        row("an unknown type", "S13", "{'name':'A','attributes':[{'name':'a','type':'VARCHAR(7)'}]}", {},
            "{'name':'A','attributes':[{'name':'a','type':{'$raw':'VARCHAR(7)'}}]}", {});
    }
    void codes()
    {
        QFETCH(QString, code);
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, associations);
        QFETCH(QByteArray, soundModels);
        QFETCH(QByteArray, soundAssociations);
        const auto quoted = [](QByteArray text) { return text.replace('\'', '"'); };

        const Project sound = test::projectOf(quoted(soundModels), quoted(soundAssociations));
        QVERIFY2(!codesOf(sound).contains(code), codesOf(sound).join(u' ').toUtf8());

        const Project project = test::projectOf(quoted(models), quoted(associations));
        const auto problems = check(project, resolve(project));
        const auto found = std::find_if(problems.begin(), problems.end(),
                                        [&](const Problem &each) { return each.code == code; });
        QVERIFY2(found != problems.end(), codesOf(project).join(u' ').toUtf8());
        QVERIFY(!found->message.isEmpty() && found->message.endsWith(u'.'));
        QVERIFY(found->place != Place{});
        const bool unfixable = code == u"NM01" && models.contains("'b'");
        QVERIFY(unfixable || !found->fixes.isEmpty());
        for (const Fix &fix : found->fixes) {
            const auto fixed = fix.apply(project);
            QVERIFY2(fixed, fix.title.toUtf8());
            QVERIFY2(!codesOf(*fixed).contains(code),
                     (fix.title + u": "_s + codesOf(*fixed).join(u' ')).toUtf8());
        }
    }

    void workshopHasOneWarning()
    {
        const Project project = test::sampleProject(u"workshop"_s);
        QStringList lines;
        for (const Problem &problem : check(project, resolve(project))) {
            if (problem.severity != Severity::Hint)
                lines.append(severityName(problem.severity) + u' ' + problem.code + u' '
                             + problem.fixes.value(0).title);
        }
        QCOMPARE(lines.join(u'\n'), u"warning NM02 Set code to allowNull: false"_s);
    }

    void otherSamplesAreSound_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"user-project", "worker-tasks", "worker-tasks-one-side", "family",
                                 "user-groups", "assignments", "assignments-own-id"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void otherSamplesAreSound()
    {
        QFETCH(QString, name);
        const Project project = test::sampleProject(name);
        for (const Problem &problem : check(project, resolve(project)))
            QCOMPARE(problem.severity, Severity::Hint);
    }

    void keepsToTheDialectsAskedFor()
    {
        // MySQL takes a foreign key to a plain index.
        const Project project =
            test::projectOf("{\"name\":\"U\",\"attributes\":[{\"name\":\"code\",\"type\":\"STRING\","
                            "\"allowNull\":false}],\"indexes\":[{\"fields\":[\"code\"]}]},{\"name\":\"R\"}",
                            "{\"kind\":\"belongsToMany\",\"source\":\"U\",\"target\":\"R\",\"through\":"
                            "\"ur\",\"sourceKey\":\"code\"}");
        const auto has = [&](DialectSet dialects) {
            const auto problems = check(project, resolve(project), dialects);
            return std::any_of(problems.begin(), problems.end(),
                               [](const Problem &each) { return each.code == u"NM01"; });
        };
        QVERIFY(has(sqliteBit));
        QVERIFY(has(postgresBit));
        QVERIFY(!has(mysqlBit | mariadbBit));
    }
};

THROUGHLINE_TEST(CheckTest)
#include "tst_check.moc"
