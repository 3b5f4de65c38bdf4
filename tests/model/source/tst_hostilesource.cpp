#include "model/source/readapplication.h"

#include "tests/support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// A model that is read whatever stands beside it.
constexpr auto honest =
    "const { Sequelize, DataTypes } = require('sequelize');\nconst sequelize = new "
    "Sequelize('sqlite::memory:');\nsequelize.define('Honest', { a: DataTypes.STRING });\n";

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(path.left(path.lastIndexOf(u'/')));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

QString remarksOf(const Application &application)
{
    QStringList lines;
    for (const SourceRemark &remark : application.report.notUnderstood)
        lines.append(u"%1:%2: %3"_s.arg(remark.at.file).arg(remark.at.line).arg(remark.message));
    return lines.join(u'\n');
}

}

/// Code that means no good: there is a report, and nothing hangs, crashes or reads elsewhere.
class HostileSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadInTime_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>(
            "remark"); ///< a part of what the report says; empty where it need not speak
        const auto row = [](const char *name, const QByteArray &text, const QString &remark) {
            QTest::newRow(name) << text << remark;
        };
        row("an endless loop", "new Sequelize(''); while (true) {}", u"too many steps"_s);
        row("a loop without a body", "new Sequelize(''); for (;;);", u"too many steps"_s);
        row("endless recursion", "new Sequelize(''); function f() { return f() } f();", {});
        row("recursion that branches",
            "new Sequelize(''); function f(n) { return f(n + 1) + f(n + 2) } f(0);", u"too many steps"_s);
        row("a text that doubles", "new Sequelize(''); let s = 'ab'; for (let i = 0; i < 100; i++) s += s;",
            {});
        row("a list that doubles",
            "new Sequelize(''); let s = [1]; for (let i = 0; i < 100; i++) s = [...s, ...s];", {});
        row("repeat",
            "new Sequelize(''); 'x'.repeat(1e9).repeat(1e9); 'y'.padEnd(1e12, 'z'); Array(1e9).fill(0); new "
            "Array(4e9);",
            {});
        row("an object that is its own part",
            "const { Sequelize, DataTypes } = require('sequelize'); const a = {}; a.a = a; const l = []; "
            "l.push(l); new Sequelize('').define('A', { x: { type: DataTypes.JSON, defaultValue: a }, y: { "
            "type: DataTypes.JSON, defaultValue: l } }, a); String(l);",
            u"too deep"_s);
        row("a class that extends itself",
            "const { Model } = require('sequelize'); class A extends A {} class B extends Model {} "
            "Object.setPrototypeOf(B, B); B.init({}, {}); B.x.y; Object.setPrototypeOf(Model, B); B.z;",
            {});
        row("a getter that asks itself", "new Sequelize(''); const o = { get a() { return this.a } }; o.a;",
            {});
        row("a pattern that takes for ever",
            "new Sequelize(''); /^(a+)+$/.test('a'.repeat(40) + 'b'); 'x'.repeat(15000).replace(/(x+x+)+y/g, "
            "'z');",
            {});
        row("a sort that lies",
            "new Sequelize(''); Array.from({ length: 3000 }, (v, i) => i).sort(() => -1);", {});
        row("deep nesting",
            "new Sequelize('');\nmodule.exports = " + QByteArray(30'000, '[') + QByteArray(30'000, ']'), {});
        row("a long sum", "new Sequelize('');\nmodule.exports = 1" + QByteArray(" + 1").repeated(60'000), {});
        row("many brackets that never close",
            "new Sequelize('');\nmodule.exports = " + QByteArray("{a:[(").repeated(20'000),
            u"makes no sense"_s);
        row("nonsense",
            "new Sequelize(''); const = ; class { function ) ( =>\n" + QByteArray("%$@ ").repeated(20'000),
            {});
        row("questions without answers",
            "new Sequelize('');\nmodule.exports = " + QByteArray("a?b:").repeated(50'000), {});
        row("exclamations", "new Sequelize('');\n" + QByteArray(300'000, '!'), {});
        row("bytes", QByteArray("new Sequelize('')\0\1\2\xff\xfe", 22), u"not a text"_s);
        row("a long line", "new Sequelize(''); module.exports = '" + QByteArray(1'500'000, 'x') + "';", {});
        row("a file too large", "new Sequelize('');" + QByteArray(3'000'000, ' '), u"larger than"_s);
        row("a factory that calls itself",
            "module.exports = function f(sequelize, DataTypes) { sequelize.define('F', { a: DataTypes.STRING "
            "}); return f(sequelize, DataTypes) }",
            {});
        row("models without end",
            "const { Sequelize } = require('sequelize'); const s = new Sequelize(''); for (let i = 0; ; i++) "
            "s.define('M' + i, {});",
            u"too many steps"_s);
        row("names of objects",
            "const { Sequelize, DataTypes } = require('sequelize'); new Sequelize('').define('__proto__', { "
            "constructor: DataTypes.STRING, __proto__: DataTypes.TEXT, toString: DataTypes.TEXT });",
            {});
    }
    void isReadInTime()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, remark);
        QTemporaryDir folder;
        write(folder.filePath(u"package.json"_s), "{}");
        write(folder.filePath(u"a.js"_s), text);
        write(folder.filePath(u"b.js"_s), honest);
        QElapsedTimer timer;
        timer.start();
        const auto application = readApplication(folder.path());
        QVERIFY2(timer.elapsed() < 8000, QByteArray::number(timer.elapsed()));
        QVERIFY(application);
        QVERIFY(modelNamed(application->project, u"Honest"));
        const QString remarks = remarksOf(*application);
        QVERIFY2(remarks.contains(remark), remarks.toUtf8());
    }

    void modulesInCircles()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"package.json"_s), "{}");
        for (int i = 0; i < 400; ++i)
            write(
                folder.filePath(u"m%1.js"_s.arg(i)),
                u"import './m%1.js'; export * from './m%1.js'; import { x } from './m%2.js'; export { x as y } from './m%1.js'; // new Sequelize()\nx;"_s
                    .arg((i + 1) % 400)
                    .arg((i + 7) % 400)
                    .toUtf8());
        write(folder.filePath(u"z.js"_s), honest);
        QElapsedTimer timer;
        timer.start();
        const auto application = readApplication(folder.path());
        QVERIFY2(timer.elapsed() < 8000, QByteArray::number(timer.elapsed()));
        QVERIFY(application);
        QVERIFY(modelNamed(application->project, u"Honest"));
    }

    void nothingElsewhereIsRead()
    {
        QTemporaryDir elsewhere;
        write(elsewhere.filePath(u"secret.js"_s), QByteArray(honest).replace("Honest", "Secret"));
        write(elsewhere.filePath(u"secret.json"_s), "{\"define\": {\"comment\": \"secret\"}}");
        QTemporaryDir folder;
        write(folder.filePath(u"package.json"_s), "{}");
        write(folder.filePath(u"b.js"_s), honest);
        QVERIFY(QFile::link(elsewhere.filePath(u"secret.js"_s), folder.filePath(u"link.js"_s)));
        QVERIFY(QFile::link(elsewhere.path(), folder.filePath(u"folder"_s)));
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"circle"_s)));
        write(
            folder.filePath(u"a.js"_s),
            u"const fs = require('fs'); require('./link'); require('./folder/secret'); "
            u"require('%1/secret.js'); const { Sequelize } = require('sequelize');"
            "const s = new Sequelize(''); for (const f of fs.readdirSync('%1')) s.define(f, {}); for (const "
            "f of fs.readdirSync(__dirname + '/folder')) s.define(f, {});"
            "s.define('A', {}, { comment: fs.readFileSync('%1/secret.json', 'utf8') }); s.define('B', {}, { "
            "comment: fs.readFileSync('/etc/hostname', 'utf8') });"
            "s.define('C', {}, { comment: String(fs.existsSync('/etc/hostname')) });"_s.arg(elsewhere.path())
                .toUtf8());
        const auto application = readApplication(folder.path());
        QVERIFY(application);
        QStringList names;
        for (const Model &model : application->project.models) {
            names.append(model.name);
            QVERIFY(model.options.comment.isNull() || model.options.comment == u"false");
        }
        names.sort();
        QCOMPARE(names, (QStringList{u"A"_s, u"B"_s, u"C"_s, u"Honest"_s}));
    }

    void refusals()
    {
        QTemporaryDir folder;
        QVERIFY(!readApplication(folder.filePath(u"nothing"_s)));
        write(folder.filePath(u"a.txt"_s), "sequelize");
        QVERIFY(!readApplication(folder.filePath(u"a.txt"_s)));
        const auto empty = readApplication(folder.path());
        QVERIFY(empty);
        QVERIFY(empty->project.models.isEmpty());
    }
};

THROUGHLINE_TEST(HostileSourceTest)
#include "tst_hostilesource.moc"
