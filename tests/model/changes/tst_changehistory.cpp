#include "model/changes/changehistory.h"

#include "tests/model/rows/rowsfixture.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Steps of pending changes, undone and done again.
class ChangeHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
};

namespace {

Change update(const QString &model, int id, int value)
{
    return {.kind = Change::Update,
            .row = {.model = model, .key = {{u"id"_s, Value::number(qint64(id))}}},
            .values = {{u"v"_s, Value::number(qint64(value))}}};
}

QString wordsOf(const Changes &changes)
{
    QStringList rows;
    for (const Change &change : changes.list) {
        const QString row = change.row.isNew() ? u"new%1"_s.arg(change.row.number)
                                               : change.row.model + change.row.key[0].value.toText();
        rows.append(change.values.isEmpty() ? row : row + u'=' + change.values[0].value.toText());
    }
    return rows.join(u' ');
}

/// Does what a letter says: A12 and B12 set row 1 of a table to 2, n inserts a row, x forgets all, a and b
/// forget row 1; u, uA, uB undo a step of any or of one table, r, rA, rB do it again.
void play(const QString &step, Changes &changes, ChangeHistory &history)
{
    const QString table = step.mid(1);
    const Changes before = changes;
    std::optional<Changes> moved;
    switch (step[0].unicode()) {
    case u'u': moved = history.undo(changes, table); break;
    case u'r': moved = history.redo(changes, table); break;
    case u'x': changes.list.clear(); break;
    case u'n': changes.list.append({.row = {.model = u"A"_s, .number = ++changes.lastNumber}}); break;
    case u'a': changes = withoutChange(changes, update(u"A"_s, 1, 0).row); break;
    case u'b': changes = withoutChange(changes, update(u"B"_s, 1, 0).row); break;
    default: {
        const Change change = update(step.left(1), step[1].digitValue(), step[2].digitValue());
        changes = withoutChange(changes, change.row);
        changes.list.append(change);
    }
    }
    if (moved)
        changes = *moved;
    else if (step[0] != u'u' && step[0] != u'r')
        history.note(before, changes);
}

}

void ChangeHistoryTest::steps_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("left");
    QTest::newRow("nothing") << u"u r"_s << QString();
    QTest::newRow("one") << u"A12 u"_s << QString();
    QTest::newRow("one again") << u"A12 u r"_s << u"A1=2"_s;
    QTest::newRow("the value before") << u"A12 A13 u"_s << u"A1=2"_s;
    QTest::newRow("both ways") << u"A12 A13 u u r r"_s << u"A1=3"_s;
    QTest::newRow("no further than the first") << u"A12 u u u r"_s << u"A1=2"_s;
    QTest::newRow("a new step forgets the others") << u"A12 u A23 r"_s << u"A2=3"_s;
    QTest::newRow("all that were forgotten, in their order") << u"A12 B13 A24 x u"_s << u"A1=2 B1=3 A2=4"_s;
    QTest::newRow("in the middle") << u"A12 B13 A24 b u"_s << u"A1=2 B1=3 A2=4"_s;
    QTest::newRow("of one table") << u"A12 B13 uA"_s << u"B1=3"_s;
    QTest::newRow("of one table, again") << u"A12 B13 uA rA"_s << u"A1=2 B1=3"_s;
    QTest::newRow("of a table without") << u"A12 uB"_s << u"A1=2"_s;
    QTest::newRow("what was done to other rows since stays") << u"A12 B13 x B15 uA"_s << u"A1=2 B1=5"_s;
    QTest::newRow("a step of which nothing is left is passed") << u"A12 B13 x B15 uA uB u"_s << QString();
    QTest::newRow("a row that was to be inserted") << u"n u"_s << QString();
    QTest::newRow("numbers are not given again") << u"n u n"_s << u"new2"_s;
    QTest::newRow("the same row comes again") << u"n u r n"_s << u"new1 new2"_s;
}

void ChangeHistoryTest::steps()
{
    QFETCH(QString, steps);
    QFETCH(QString, left);
    Changes changes;
    ChangeHistory history;
    for (const QString &step : steps.split(u' '))
        play(step, changes, history);
    QCOMPARE(wordsOf(changes), left);
}

THROUGHLINE_TEST(ChangeHistoryTest)
#include "tst_changehistory.moc"
