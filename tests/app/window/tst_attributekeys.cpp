#include "tests/app/window/desk.h"

using namespace Qt::StringLiterals;
using test::Desk;

/// Attributes typed in the grid of the inspector, in the whole window, each key where the keyboard is.
class AttributeKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabGoesAlongTheAttribute_data() { addPaces(); }
    void tabGoesAlongTheAttribute();
    void shiftTabGoesBack();
    void enterBeginsTheNextAttribute_data() { addPaces(); }
    void enterBeginsTheNextAttribute();
    void enterInTheLastRowBeginsTheNext();
    void enterInAnotherRowGoesToTheNext();
    void tabLeavesTheGridAtItsEnds();
    void whatIsRefusedStaysToBeMended();
    void theCursorStaysWhereAKeyGoes();
    void theCursorMovesWithItsAttribute();
    void aNameBringsItsType_data();
    void aNameBringsItsType();
    void aFieldTakesNameAndType();
    void aRowOfTheDiagramTakesNameAndType();
    void aLongGridFollowsTheCursor();

private:
    /// With and without time for the views to follow between two keys.
    static void addPaces()
    {
        QTest::addColumn<bool>("isHurried");
        QTest::newRow("slowly") << false;
        QTest::newRow("in a hurry") << true;
    }
};

namespace {

using views::AttributeGrid;
using views::AttributeRows;

class Typing
{
public:
    explicit Typing(bool isHurried = false) : m_isHurried(isHurried)
    {
        desk.window->open({});
        QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
        Desk::settle();
        key(Qt::Key_T);
        type(u"User"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
    }

    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), code, modifiers);
        if (!m_isHurried)
            Desk::settle();
    }
    void type(const QString &text)
    {
        for (const QChar &c : text) {
            QTest::keyClicks(QApplication::focusWidget(), c);
            if (!m_isHurried)
                Desk::settle();
        }
    }
    AttributeGrid *grid() const { return desk.the<AttributeGrid>(); }
    /// "row:column" of the cursor, with a star while its editor is open.
    QString at() const
    {
        const QModelIndex index = grid()->currentIndex();
        const bool isOpen = qobject_cast<QLineEdit *>(QApplication::focusWidget())
            && QApplication::focusWidget()->parentWidget() == grid()->viewport();
        return u"%1:%2%3"_s.arg(index.row()).arg(index.column()).arg(isOpen ? u"*"_s : QString());
    }
    bool isInGrid() const
    {
        return QApplication::focusWidget() == grid() || grid()->isAncestorOf(QApplication::focusWidget());
    }
    /// "name TYPE" of each attribute.
    QString attributes()
    {
        QStringList words;
        for (const model::Attribute &each : desk.project().models.first().attributes)
            words.append(each.name + u' ' + each.type.text);
        return words.join(u", "_s);
    }

    Desk desk;

private:
    const bool m_isHurried;
};

}

void AttributeKeysTest::tabGoesAlongTheAttribute()
{
    QFETCH(bool, isHurried);
    Typing typing(isHurried);
    QCOMPARE(typing.at(), u"0:0*"_s);
    typing.type(u"name"_s);
    typing.key(Qt::Key_Tab);
    QCOMPARE(typing.at(), u"0:1*"_s);
    const QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor->width() >= 140 && editor->parentWidget()->rect().contains(editor->geometry()));
    typing.type(u"TEXT"_s);
    QStringList places;
    for (int i = 0; i < 6; ++i) {
        typing.key(Qt::Key_Tab);
        places.append(typing.at());
    }
    QCOMPARE(places.join(u' '), u"0:2 0:3 0:4 0:5 0:6 1:0"_s);
    QCOMPARE(typing.attributes(), u"name TEXT"_s);
    // There the next one is typed.
    typing.type(u"age"_s);
    typing.key(Qt::Key_Tab);
    QCOMPARE(typing.at(), u"1:1*"_s);
    QCOMPARE(typing.attributes(), u"name TEXT, age STRING"_s);
}

void AttributeKeysTest::shiftTabGoesBack()
{
    Typing typing;
    typing.type(u"name"_s);
    typing.key(Qt::Key_Tab);
    typing.type(u"TEXT"_s);
    typing.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(typing.at(), u"0:0*"_s);
    QCOMPARE(typing.attributes(), u"name TEXT"_s);
    typing.key(Qt::Key_Escape);
    typing.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!typing.isInGrid());
}

void AttributeKeysTest::enterBeginsTheNextAttribute()
{
    QFETCH(bool, isHurried);
    Typing typing(isHurried);
    typing.type(u"aaa"_s);
    typing.key(Qt::Key_Return);
    typing.type(u"bbb"_s);
    typing.key(Qt::Key_Return);
    typing.type(u"id"_s); // takes the place of the one that Sequelize adds
    typing.key(Qt::Key_Return);
    typing.type(u"ddd"_s);
    typing.key(Qt::Key_Tab);
    typing.type(u"DATE"_s);
    typing.key(Qt::Key_Return);
    typing.key(Qt::Key_Return); // nothing was typed: it is over
    QCOMPARE(typing.attributes(), u"aaa STRING, bbb STRING, id STRING, ddd DATE"_s);
    QCOMPARE(typing.at(), u"4:0"_s);
    typing.desk.undo(5);
    QCOMPARE(typing.attributes(), QString());
}

void AttributeKeysTest::enterInTheLastRowBeginsTheNext()
{
    Typing typing;
    typing.type(u"aaa"_s);
    typing.key(Qt::Key_Return);
    typing.key(Qt::Key_Escape);
    typing.key(Qt::Key_Up);
    typing.key(Qt::Key_F2);
    QCOMPARE(typing.at(), u"0:0*"_s);
    typing.type(u"first"_s);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.at(), u"1:0*"_s);
    typing.type(u"bbb"_s);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.attributes(), u"first STRING, bbb STRING"_s);
    // Without an editor, too.
    typing.key(Qt::Key_Escape);
    typing.key(Qt::Key_Up);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.at(), u"2:0*"_s);
}

void AttributeKeysTest::enterInAnotherRowGoesToTheNext()
{
    Typing typing;
    for (const QString &name : {u"aaa"_s, u"bbb"_s, u"ccc"_s}) {
        typing.type(name);
        typing.key(Qt::Key_Return);
    }
    typing.key(Qt::Key_Escape);
    for (int i = 0; i < 3; ++i)
        typing.key(Qt::Key_Up);
    typing.key(Qt::Key_F2);
    typing.type(u"first"_s);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.at(), u"1:0"_s);
    QCOMPARE(typing.attributes(), u"first STRING, bbb STRING, ccc STRING"_s);
}

void AttributeKeysTest::tabLeavesTheGridAtItsEnds()
{
    Typing typing;
    typing.key(Qt::Key_Tab); // nothing was typed
    QVERIFY(!typing.isInGrid());
    QWidget *behind = QApplication::focusWidget();
    typing.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(typing.isInGrid());
    QCOMPARE(typing.at(), u"0:0"_s);
    typing.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!typing.isInGrid());
    QVERIFY(QApplication::focusWidget() != behind);
    typing.key(Qt::Key_Tab);
    QVERIFY(typing.isInGrid());
    typing.key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), behind);
}

void AttributeKeysTest::whatIsRefusedStaysToBeMended()
{
    Typing typing;
    typing.type(u"aaa"_s);
    typing.key(Qt::Key_Return);
    typing.type(u"aaa"_s);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.at(), u"1:0*"_s);
    QCOMPARE(typing.attributes(), u"aaa STRING"_s);
    typing.type(u"b"_s);
    typing.key(Qt::Key_Tab);
    QCOMPARE(typing.at(), u"1:1*"_s);
    QCOMPARE(typing.attributes(), u"aaa STRING, aaab STRING"_s);
}

void AttributeKeysTest::theCursorStaysWhereAKeyGoes()
{
    Typing typing;
    typing.type(u"code"_s);
    typing.key(Qt::Key_Tab);
    typing.key(Qt::Key_Tab);
    // The id that Sequelize adds goes, and comes back.
    typing.key(Qt::Key_Space);
    QVERIFY(!Desk::rowOf(typing.grid()->model(), u"id"_s).isValid());
    QCOMPARE(typing.at(), u"0:2"_s);
    typing.key(Qt::Key_Space);
    QVERIFY(Desk::rowOf(typing.grid()->model(), u"id"_s).isValid());
    QCOMPARE(typing.at(), u"0:2"_s);
}

void AttributeKeysTest::theCursorMovesWithItsAttribute()
{
    Typing typing;
    for (const QString &name : {u"aaa"_s, u"bbb"_s, u"ccc"_s}) {
        typing.type(name);
        typing.key(Qt::Key_Return);
    }
    typing.key(Qt::Key_Escape);
    typing.key(Qt::Key_Up);
    typing.key(Qt::Key_Up, Qt::AltModifier);
    typing.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(typing.attributes(), u"ccc STRING, aaa STRING, bbb STRING"_s);
    QCOMPARE(typing.at(), u"0:0"_s);
}

void AttributeKeysTest::aNameBringsItsType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("attributes");
    QTest::newRow("name and type") << u"name STRING(64)"_s << u"name STRING(64)"_s;
    QTest::newRow("with a colon") << u"name: DataTypes.INTEGER.UNSIGNED"_s << u"name INTEGER.UNSIGNED"_s;
    QTest::newRow("words of an enum") << u"mood ENUM('a', 'b')"_s << u"mood ENUM('a', 'b')"_s;
    QTest::newRow("a name alone") << u"name"_s << u"name STRING"_s;
    QTest::newRow("no type of Sequelize's") << u"first name"_s << u"first name STRING"_s;
    QTest::newRow("a type that is refused") << u"name STRING(x)"_s << QString();
}

void AttributeKeysTest::aNameBringsItsType()
{
    QFETCH(QString, typed);
    QFETCH(QString, attributes);
    Typing typing;
    typing.type(typed);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.attributes(), attributes);
}

void AttributeKeysTest::aFieldTakesNameAndType()
{
    Typing typing;
    typing.type(u"name"_s);
    typing.key(Qt::Key_Return);
    typing.key(Qt::Key_Escape);
    typing.key(Qt::Key_Up);
    typing.key(Qt::Key_F2);
    typing.type(u"title TEXT"_s);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.attributes(), u"title TEXT"_s);
    typing.key(Qt::Key_Escape);
    typing.key(Qt::Key_Up);
    typing.key(Qt::Key_Return, Qt::ControlModifier);
    typing.desk.put(typing.desk.field(u"name"_s), u"born DATE(3)"_s);
    QCOMPARE(typing.attributes(), u"born DATE(3)"_s);
    QCOMPARE(typing.desk.field(u"name"_s)->text(), u"born"_s);
}

void AttributeKeysTest::aRowOfTheDiagramTakesNameAndType()
{
    Typing typing;
    Desk &desk = typing.desk;
    typing.type(u"name"_s);
    typing.key(Qt::Key_Return);
    typing.key(Qt::Key_Escape);
    desk.canvas()->fit();
    const views::Box &box = desk.box(u"User"_s);
    qsizetype row = 0;
    while (box.rows[row].attributeName != u"name"_s)
        ++row;
    const QPoint at = desk.pixel(box.rowRect(row).center());
    QTest::mouseDClick(desk.canvas(), Qt::LeftButton, {}, at);
    Desk::settle();
    typing.type(u"title STRING(32)"_s);
    typing.key(Qt::Key_Return);
    QCOMPARE(typing.attributes(), u"title STRING(32)"_s);
}

void AttributeKeysTest::aLongGridFollowsTheCursor()
{
    Typing typing;
    for (int i = 0; i < 40; ++i) {
        typing.type(u"a%1"_s.arg(i));
        typing.key(Qt::Key_Return);
    }
    QCOMPARE(typing.at(), u"40:0*"_s);
    const QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor->visibleRegion().contains(editor->rect()));
}

THROUGHLINE_TEST(AttributeKeysTest)
#include "tst_attributekeys.moc"
