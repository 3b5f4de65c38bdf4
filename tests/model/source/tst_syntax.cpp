#include "model/source/syntax.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model::source;

/// Texts as trees.
class SyntaxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trees_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("punctuation and comments are gone") << QByteArray("/* a */ x = [1, ]; // b")
                                                           << u"program\n"
                                                              "  expression_statement\n"
                                                              "    assignment_expression\n"
                                                              "      left: identifier x\n"
                                                              "      right: array\n"
                                                              "        number 1\n"
                                                              "        word ,\n"_s;
        QTest::newRow("a call") << QByteArray("a.b?.('c')")
                                << u"program\n"
                                   "  expression_statement\n"
                                   "    call_expression\n"
                                   "      function: member_expression\n"
                                   "        object: identifier a\n"
                                   "        property: property_identifier b\n"
                                   "      word ?.\n"
                                   "      arguments: arguments\n"
                                   "        string\n"
                                   "          string_fragment c\n"_s;
        QTest::newRow("types stay beside values") << QByteArray("let a: string = b as any")
                                                  << u"program\n"
                                                     "  lexical_declaration\n"
                                                     "    kind: word let\n"
                                                     "    variable_declarator\n"
                                                     "      name: identifier a\n"
                                                     "      type: type_annotation\n"
                                                     "        predefined_type\n"
                                                     "          word string\n"
                                                     "      value: as_expression\n"
                                                     "        identifier b\n"
                                                     "        word as\n"
                                                     "        predefined_type\n"
                                                     "          word any\n"_s;
    }
    void trees()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, tree);
        Atoms atoms;
        const auto parsed = parseSource(text, Language::TypeScript, atoms);
        QVERIFY(parsed);
        QCOMPARE(treeText(*parsed), tree);
        QCOMPARE(parsed->firstError, -1);
    }

    void errorsHaveAPlace()
    {
        Atoms atoms;
        const auto parsed = parseSource("const a = 1;\nconst b = ;;)\nconst c = 3;", Language::Jsx, atoms);
        QVERIFY(parsed);
        QVERIFY2(parsed->firstError >= 13 && parsed->firstError <= 26,
                 QByteArray::number(parsed->firstError));
        // What stands around the error is read.
        QVERIFY(treeText(*parsed).contains(u"identifier c"_s));
    }

    void depthIsNoRecursion()
    {
        Atoms atoms;
        const QByteArray text = QByteArray(200'000, '[') + QByteArray(200'000, ']');
        const auto parsed = parseSource(text, Language::Jsx, atoms);
        QVERIFY(!parsed || parsed->nodes.size() > 1000);
    }
};

THROUGHLINE_TEST(SyntaxTest)
#include "tst_syntax.moc"
