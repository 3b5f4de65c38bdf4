#include "model/source/conversion.h"

#include "tests/support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace model;
using namespace model::source;

namespace {

/// Files of an application, evaluated.
class Workshop
{
public:
    explicit Workshop(const QList<std::pair<QString, QByteArray>> &files)
    {
        for (const auto &[name, text] : files) {
            const QString path = m_folder.filePath(name);
            QDir().mkpath(path.left(path.lastIndexOf(u'/')));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                qFatal("cannot write %s", qPrintable(path));
        }
        m_files = std::make_unique<Files>(QFileInfo(m_folder.path()).canonicalFilePath(), m_atoms);
        m_evaluator = std::make_unique<Evaluator>(*m_files, m_atoms);
        addSequelize(*m_evaluator, m_declarations);
    }

    /// What a file exports, as JSON; why it is not known, after a question mark.
    QString exports(const QString &name)
    {
        Module *module = m_evaluator->load(m_files->root() + u'/' + name);
        if (!module)
            return u"no file"_s;
        const Value value = module->isEcmaScript
            ? m_evaluator->exported(*module, m_atoms.of(u"default"_s), {})
            : m_evaluator->exportsOf(*module);
        return textOf(value);
    }

    QString textOf(const Value &value)
    {
        Application application;
        Conversion conversion(*m_evaluator, application);
        if (value.isUndefined())
            return u"undefined"_s;
        QString why;
        const auto json = conversion.jsonOf(value, &why);
        return json ? compactJson(*json) : u"? "_s + why;
    }

private:
    QTemporaryDir m_folder;
    Atoms m_atoms;
    std::unique_ptr<Files> m_files;
    Declarations m_declarations;
    std::unique_ptr<Evaluator> m_evaluator;
};

}

/// Expressions, statements and modules, each beside its value.
class EvaluatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressions_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *expression, const QString &value) {
            QTest::newRow(expression) << QByteArray(expression) << value;
        };
        // Literals
        row("1_000 + 0x10 + 1e1", u"1026"_s);
        row("'a\\n\\u0041\\x42\\'' + \"\\u{43}\"", u"\"a\\nAB'C\""_s);
        row("`a${1 + 1}b${'c'}`", u"\"a2bc\""_s);
        row("[1, , 3].length", u"3"_s);
        row("[...[1, 2], 3, ...'ab']", u"[1,2,3,\"a\",\"b\"]"_s);
        row("{ a: 1, 'b-c': 2, ['d' + 1]: 3, ...{ e: 4, a: 5 } }", u"{\"a\":5,\"b-c\":2,\"d1\":3,\"e\":4}"_s);
        row("undefined", u"undefined"_s);
        // Operators
        row("7 % 4 + 2 ** 3 - -1", u"12"_s);
        row("1 + '2'", u"\"12\""_s);
        row("(5 & 3) | (1 << 4) ^ 2", u"19"_s);
        row("1 < 2 && 'a' < 'b' && !(2 >= 3)", u"true"_s);
        row("null ?? 'x'", u"\"x\""_s);
        row("0 || '' || 'last'", u"\"last\""_s);
        row("1 == '1' && 1 !== '1' && null == undefined", u"true"_s);
        row("typeof 1 + typeof 'a' + typeof {} + typeof (() => 1) + typeof missing",
            u"\"numberstringobjectfunctionundefined\""_s);
        row("'a' in { a: 1 }", u"true"_s);
        row("true ? 'yes' : missing", u"\"yes\""_s);
        row("(1, 2, 3)", u"3"_s);
        // Members
        row("({ a: { b: [1, { c: 2 }] } }).a.b[1].c", u"2"_s);
        row("({ a: null }).a?.b.c.d", u"undefined"_s);
        row("({}).x?.()", u"undefined"_s);
        row("({ get a() { return this.b * 2 }, b: 4 }).a", u"8"_s);
        // Texts
        row("' Ab '.trim().toLowerCase().padStart(4, '-')", u"\"--ab\""_s);
        row("'user_role'.split('_').map(w => w[0].toUpperCase() + w.slice(1)).join('')", u"\"UserRole\""_s);
        row("'fooBar'.replace(/([A-Z])/g, '_$1').toLowerCase()", u"\"foo_bar\""_s);
        row("'a.model.js'.replace(/\\.js$/, '').endsWith('.model')", u"true"_s);
        row("'a-b'.replace(/-(.)/g, (all, letter) => letter.toUpperCase())", u"\"aB\""_s);
        row("'abc'.substring(1) + 'abc'.charAt(0) + 'abc'.indexOf('c') + 'abc'.slice(-2)", u"\"bca2bc\""_s);
        row("/^a+$/i.test('AAA')", u"true"_s);
        // Lists
        row("[3, 1, 2].sort((a, b) => a - b)", u"[1,2,3]"_s);
        row("[1, 2, 3].filter(n => n > 1).reduce((a, b) => a + b, 10)", u"15"_s);
        row("[[1], [2, [3]]].flat().concat(4)", u"[1,2,[3],4]"_s);
        row("['a', 'b'].includes('b') && ['a'].some(x => x === 'a') && !['a'].every(x => x === 'b')",
            u"true"_s);
        row("[1, 2, 3].find(x => x > 1)", u"2"_s);
        row("Array.from({ length: 3 }, (v, i) => i * 2)", u"[0,2,4]"_s);
        row("[...new Set(['a', 'b', 'a'])]", u"[\"a\",\"b\"]"_s);
        // Objects
        row("Object.keys({ b: 1, a: 2, 1: 3 })", u"[\"1\",\"b\",\"a\"]"_s);
        row("Object.entries({ a: 1 }).map(([k, v]) => k + v)", u"[\"a1\"]"_s);
        row("Object.fromEntries([['a', 1]])", u"{\"a\":1}"_s);
        row("Object.assign({}, { a: 1 }, null, { b: 2 })", u"{\"a\":1,\"b\":2}"_s);
        row("Object.freeze({ A: 'a' }).A", u"\"a\""_s);
        row("Object.values({ A: 'a', B: 'b' })", u"[\"a\",\"b\"]"_s);
        row("JSON.parse('{\"a\":[1]}').a[0]", u"1"_s);
        row("Math.max(1, 3, 2) + parseInt('12px', 10) + Number('4')", u"19"_s);
        row("new Date('2020-01-02T03:04:05Z')", u"{\"$date\":\"2020-01-02T03:04:05.000Z\"}"_s);
        row("Buffer.from('hi')", u"{\"$hex\":\"6869\"}"_s);
        row("new Map([['a', 1]]).get('a')", u"1"_s);
        // Functions
        row("(function (a, b = 2, ...c) { return [a, b, c] })(1, undefined, 3, 4)", u"[1,2,[3,4]]"_s);
        row("(({ a, b: { c = 5 } = {} }, [d]) => a + c + d)({ a: 1 }, [2])", u"8"_s);
        row("(() => { let n = 0; const up = () => ++n; up(); up(); return n })()", u"2"_s);
        row("(function () { return this.a }).call({ a: 1 }) + ((x) => x).apply(null, [2]) + ((a, b) => a + "
            "b).bind(null, 3)(4)",
            u"10"_s);
        row("(function f(n) { return n < 2 ? 1 : n * f(n - 1) })(5)", u"120"_s);
        row("(() => { return arguments.length })", u"? it is a function"_s);
        row("(async () => await 3)()", u"3"_s);
        row("Promise.all([1, 2]).then(([a, b]) => a + b)", u"3"_s);
        // The environment is empty
        row("process.env.NODE_ENV || 'development'", u"\"development\""_s);
        // What is not known says why
        row("require('express')()", u"? the package express is not read"_s);
        row("missing + 1", u"? missing is defined nowhere that was read"_s);
        row("[1, missing]", u"? missing is defined nowhere that was read"_s);
        row("({ a: missing, b: 2 }).b", u"2"_s);
        row("missing ? 1 : 1", u"1"_s);
        row("missing ? 1 : 2", u"? missing is defined nowhere that was read"_s);
        row("new Date()", u"? the time at which the application starts"_s);
        // Sequelize
        row("require('sequelize').literal('NOW()')", u"{\"$literal\":\"NOW()\"}"_s);
        row("require('sequelize').fn('max', require('sequelize').col('a'))",
            u"{\"$fn\":[\"max\",{\"$col\":\"a\"}]}"_s);
        row("({ [require('sequelize').Op.gt]: 1 })", u"{\"$gt\":1}"_s);
        row("require('sequelize').DataTypes.NOW", u"{\"$default\":\"NOW\"}"_s);
        row("require('sequelize').where(require('sequelize').col('a'), '>', 1)",
            u"{\"$where\":[{\"$col\":\"a\"},\"$gt\",1]}"_s);
    }
    void expressions()
    {
        QFETCH(QByteArray, expression);
        QFETCH(QString, value);
        Workshop workshop({{u"a.js"_s, "module.exports = (" + expression + ");"}});
        QCOMPARE(workshop.exports(u"a.js"_s), value);
    }

    void statements_data()
    {
        QTest::addColumn<QByteArray>("body"); ///< of a function whose result is the value
        QTest::addColumn<QString>("value");
        const auto row = [](const char *body, const QString &value) {
            QTest::newRow(body) << QByteArray(body) << value;
        };
        row("let s = 0; for (let i = 0; i < 4; i++) { if (i === 2) continue; s += i } return s", u"4"_s);
        row("let s = ''; for (const k in { a: 1, b: 2 }) s += k; return s", u"\"ab\""_s);
        row("let s = 0; for (const [a, b] of [[1, 2], [3, 4]]) s += a * b; return s", u"14"_s);
        row("let n = 5; while (true) { n--; if (n < 2) break } return n", u"1"_s);
        row("let n = 0; do { n++ } while (n < 3); return n", u"3"_s);
        row("switch (2) { case 1: return 'a'; case 2: case 3: return 'b'; default: return 'c' }", u"\"b\""_s);
        row("switch (9) { case 1: return 'a'; default: return 'c' }", u"\"c\""_s);
        row("try { throw new Error('x') } catch (e) { return e.message } finally { }", u"\"x\""_s);
        row("const f = () => { throw new Error('y') }; try { f(); return 1 } catch ({ message }) { return "
            "message }",
            u"\"y\""_s);
        row("return f(); function f() { return 'hoisted' }", u"\"hoisted\""_s);
        row("var a = 1; { let a = 2; var b = a } return [a, b]", u"[1,2]"_s);
        row("const o = {}; o.a = 1; o['b'] = { c: 2 }; o.b.c += 3; delete o.a; return o",
            u"{\"b\":{\"c\":5}}"_s);
        row("let a = 1, b = 2; [a, b] = [b, a]; ({ x: a } = { x: 7 }); return [a, b]", u"[7,1]"_s);
        row("let a = null; a ?\?= 4; a ||= 5; a &&= 6; return a", u"6"_s);
        // Both ways are gone where a condition is unknown, and neither leaves the function.
        row("const o = {}; if (missing) { o.a = 1; return 'no' } else o.b = 2; return o",
            u"{\"a\":1,\"b\":2}"_s);
        // Classes
        row("class A { static x = 1; static y() { return this.x + 1 } } class B extends A { static y() { "
            "return super.y() * 10 } } return B.y()",
            u"20"_s);
        row("class A { constructor(n) { this.n = n } twice() { return this.n * 2 } } class B extends A { k = "
            "1; constructor() { super(4) } } const b = new B(); return [b.twice(), b.k, b instanceof A]",
            u"[8,1,true]"_s);
        row("class A { get x() { return 3 } static { this.z = 9 } } return new A().x + A.z", u"12"_s);
        row("function P(n) { this.n = n } P.prototype.get = function () { return this.n }; return new "
            "P(5).get()",
            u"5"_s);
        row("return (class Named {}).name", u"\"Named\""_s);
    }
    void statements()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, value);
        Workshop workshop({{u"a.js"_s, "module.exports = (function () { " + body + " })();"}});
        QCOMPARE(workshop.exports(u"a.js"_s), value);
    }

    void typescript_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *text, const QString &value) {
            QTest::newRow(text) << QByteArray(text) << value;
        };
        row("enum S { A = 'a', B = 'b' } export default Object.values(S)", u"[\"a\",\"b\"]"_s);
        row("enum N { A, B = 5, C } export default [N.A, N.C, N[5]]", u"[0,6,\"B\"]"_s);
        row("const enum F { A = 1 << 2, B = A | 1 } export default F.B", u"5"_s);
        row("export default ({ a: 1 } as const)!.a satisfies number", u"1"_s);
        row("export default <number>(2 as unknown)", u"2"_s);
        row("function f<T>(this: any, a: T, b?: number): T { return a } export default f<number>(3)", u"3"_s);
        row("namespace N { export const k = { v: 1 }; export function f() { return k.v + 1 } } export "
            "default N.f()",
            u"2"_s);
        row("interface I { a: string } type T = I; declare const x: T; abstract class C { constructor(public "
            "readonly n: number) {} abstract m(): void } class D extends C { m() {} } export default new "
            "D(4).n",
            u"4"_s);
    }
    void typescript()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, value);
        Workshop workshop({{u"a.ts"_s, text}});
        QCOMPARE(workshop.exports(u"a.ts"_s), value);
    }

    void modules_data()
    {
        QTest::addColumn<QList<std::pair<QString, QByteArray>>>("files"); ///< the first is asked
        QTest::addColumn<QString>("value");
        using Texts = QList<std::pair<QString, QByteArray>>;
        QTest::newRow("CommonJS")
            << Texts{{u"a.js"_s, "const { b } = require('./lib/b'); module.exports = b + require('./lib').c"},
                     {u"lib/b.js"_s, "exports.b = 1"},
                     {u"lib/index.js"_s, "module.exports = { c: 2 }"}}
            << u"3"_s;
        QTest::newRow("ES modules")
            << Texts{{u"a.js"_s,
                      "import d, { b as c, default as e } from './b.js'; import * as all from './b.js'; "
                      "export default [d, c, e, Object.keys(all)]"},
                     {u"b.js"_s, "export const b = 1; const x = 2; export { x as default }"}}
            << u"[2,1,2,[\"b\",\"default\"]]"_s;
        QTest::newRow("exports of exports")
            << Texts{{u"a.js"_s, "import { x, y, z } from './b'; export default [x, y, z.x]"},
                     {u"b.js"_s,
                      "export * from './c'; export { x as y } from './c'; export * as z from './c'"},
                     {u"c.js"_s, "export const x = 1; export default 5"}}
            << u"[1,1,1]"_s;
        QTest::newRow("a circle of ES modules")
            << Texts{{u"a.js"_s, "import { b } from './b'; export const a = 1; export default b()"},
                     {u"b.js"_s, "import { a } from './a'; export function b() { return a + 1 }"}}
            << u"2"_s;
        QTest::newRow("a circle of CommonJS")
            << Texts{{u"a.js"_s,
                      "exports.early = 1; const b = require('./b'); module.exports = { seen: b.seen, late: "
                      "b.late() }"},
                     {u"b.js"_s,
                      "const a = require('./a'); exports.seen = a.early; exports.late = () => a.early"}}
            << u"{\"seen\":1,\"late\":1}"_s;
        QTest::newRow("ES asks CommonJS")
            << Texts{{u"a.js"_s, "import b, { c } from './b'; export default [b.c, c]"},
                     {u"b.js"_s, "module.exports = { c: 4 }"}}
            << u"[4,4]"_s;
        QTest::newRow("CommonJS asks ES")
            << Texts{{u"a.js"_s, "module.exports = [require('./b').default, require('./b').c]"},
                     {u"b.js"_s, "export default 1; export const c = 2"}}
            << u"[1,2]"_s;
        QTest::newRow("import(…)") << Texts{
            {u"a.js"_s, "module.exports = (async () => (await import('./b.js')).default)()"},
            {u"b.js"_s,
             "export default 6"}} << u"6"_s;
        QTest::newRow("JSON") << Texts{{u"a.js"_s, "module.exports = require('./b.json').c[1]"},
                                       {u"b.json"_s, "{\"c\": [1, {\"d\": null}]}"}}
                              << u"{\"d\":null}"_s;
        QTest::newRow("TypeScript's own")
            << Texts{{u"a.ts"_s,
                      "import b = require('./b'); import { c } from './c.js'; import type { D } from "
                      "'./nowhere'; export default [b.x, c]"},
                     {u"b.ts"_s, "export = { x: 1 }"},
                     {u"c.ts"_s, "export const c = 2"}}
            << u"[1,2]"_s;
        QTest::newRow("the folder's files")
            << Texts{{u"m/index.js"_s,
                      "const fs = require('fs'), path = require('path'); module.exports = "
                      "fs.readdirSync(__dirname).filter(f => f !== path.basename(__filename) && f.slice(-3) "
                      "=== '.js').map(f => require(path.join(__dirname, f)))"},
                     {u"m/b.js"_s, "module.exports = 'b'"},
                     {u"m/a.js"_s, "module.exports = 'a'"},
                     {u"m/a.txt"_s, "no"}}
            << u"[\"a\",\"b\"]"_s;
        QTest::newRow("paths of tsconfig.json")
            << Texts{{u"a.ts"_s,
                      "import { x } from '@lib/x'; import { y } from 'other/y'; export default [x, y]"},
                     {u"src/lib/x.ts"_s, "export const x = 1"},
                     {u"src/other/y.ts"_s, "export const y = 2"},
                     {u"tsconfig.json"_s,
                      "{ \"extends\": \"./base.json\", /* a */ \"compilerOptions\": { \"paths\": { "
                      "\"@lib/*\": [\"lib/*\"], }, } }"},
                     {u"base.json"_s, "{\"compilerOptions\": {\"baseUrl\": \"src\"}}"}}
            << u"[1,2]"_s;
        QTest::newRow("imports of package.json")
            << Texts{{u"a.js"_s, "module.exports = require('#db/x')"},
                     {u"src/x.js"_s, "module.exports = 3"},
                     {u"package.json"_s, "{\"imports\": {\"#db/*\": {\"require\": \"./src/*.js\"}}}"}}
            << u"3"_s;
        QTest::newRow("workspaces") << Texts{{u"packages/a/a.js"_s, "module.exports = require('@x/b').v"},
                                             {u"packages/b/package.json"_s,
                                              "{\"name\": \"@x/b\", \"main\": \"lib/main.js\"}"},
                                             {u"packages/b/lib/main.js"_s, "exports.v = 8"},
                                             {u"package.json"_s, "{\"workspaces\": [\"packages/*\"]}"}}
                                    << u"8"_s;
        QTest::newRow("a missing file")
            << Texts{{u"a.js"_s, "module.exports = require('./b')"}} << u"? there is no file ./b"_s;
        QTest::newRow("a file above the root")
            << Texts{{u"a.js"_s, "module.exports = require('../../../../../../etc/hostname')"}}
            << u"? there is no file ../../../../../../etc/hostname"_s;
    }
    void modules()
    {
        using Texts = QList<std::pair<QString, QByteArray>>;
        QFETCH(Texts, files);
        QFETCH(QString, value);
        Workshop workshop(files);
        QCOMPARE(workshop.exports(files.first().first), value);
    }
};

THROUGHLINE_TEST(EvaluatorTest)
#include "tst_evaluator.moc"
