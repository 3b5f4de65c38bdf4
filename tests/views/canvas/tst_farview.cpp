#include "tests/support/testcase.h"
#include "views/canvas/painter.h"
#include "views/canvas/text.h"

#include <QFontMetricsF>
#include <QImage>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace views;

/// Names of boxes that are seen from afar: by the ink that they leave.
class FarViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNarrowBoxHasItsNameOnSeveralLines_data();
    void aNarrowBoxHasItsNameOnSeveralLines();
    void aWordThatIsALittleTooLongIsSmaller();
    void aWordThatIsMuchTooLongIsBroken();
    void aWideBoxHasItsNameOnOneLine();
    void whatDoesNotFitIsElided();
    void thereIsNoNameWhereNoneCanBeRead();
    void nothingIsPaintedOutsideAndNoLineIsCut_data();
    void nothingIsPaintedOutsideAndNoLineIsCut();
};

namespace {

constexpr qreal zoom = 0.2;
constexpr int around = 10; ///< pixels of the screen around the box
constexpr int fine = 6; ///< dots in a pixel of the screen

/// So many pixels of the screen, in the scene's units.
qreal units(qreal pixels)
{
    return pixels / zoom;
}

QImage painted(const QString &name, QSizeF size)
{
    static const Painter painter(lightTheme, systemFonts());
    const QRectF rect(0, 0, units(size.width()), units(size.height()));
    const QRectF seen = rect.adjusted(units(-around), units(-around), units(around), units(around));
    QImage image((seen.size() * zoom * fine).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(fine);
    QPainter on(&image);
    on.scale(zoom, zoom);
    on.translate(-seen.topLeft());
    Scene scene;
    scene.boxes.append({.name = name, .rect = rect});
    painter.paint(on, scene, {.visible = seen, .zoom = zoom, .hasGrid = false});
    return image;
}

/// Where a name leaves ink: its lines, in pixels of the screen and measured from the box. Names here have no
/// letters that reach below the line, nor dots above them: between two lines nothing is painted.
QList<QRectF> linesOf(const QString &name, QSizeF size)
{
    const QImage with = painted(name, size);
    const QImage without = painted({}, size);
    QList<QRectF> lines;
    bool isInLine = false;
    for (int y = 0; y < with.height(); ++y) {
        int left = with.width();
        int right = -1;
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) != without.pixel(x, y)) {
                left = std::min(left, x);
                right = x;
            }
        }
        if (right >= 0) {
            const QRectF ink(left / qreal(fine) - around, y / qreal(fine) - around,
                             (right + 1 - left) / qreal(fine), 1.0 / fine);
            if (isInLine)
                lines.last() |= ink;
            else
                lines.append(ink);
        }
        isInLine = right >= 0;
    }
    return lines;
}

/// How wide a word is in a narrow box, in pixels of the screen.
qreal widthOf(const QString &word)
{
    QFont font = fontOf(TextRole::Head, systemFonts());
    font.setPixelSize(int(units(8.5)));
    return QFontMetricsF(font).horizontalAdvance(word) * zoom;
}

bool isNear(qreal a, qreal b, qreal tolerance)
{
    return std::abs(a - b) <= tolerance;
}

}

void FarViewTest::aNarrowBoxHasItsNameOnSeveralLines_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("hump") << u"WorkerTask"_s << QStringList{u"Worker"_s, u"Task"_s};
    QTest::newRow("underscore") << u"worker_task"_s << QStringList{u"worker_"_s, u"task"_s};
    QTest::newRow("three words") << u"workerTaskOrder"_s << QStringList{u"worker"_s, u"Task"_s, u"Order"_s};
    QTest::newRow("capitals in a row") << u"WorkerTASK"_s << QStringList{u"Worker"_s, u"TASK"_s};
    QTest::newRow("fits") << u"Task"_s << QStringList{u"Task"_s};
}

void FarViewTest::aNarrowBoxHasItsNameOnSeveralLines()
{
    QFETCH(QString, name);
    QFETCH(QStringList, words);
    const QSizeF size(widthOf(u"worker_"_s) * 1.15 + 2, 50);
    QVERIFY(size.width() > 26 && size.width() < 72);
    const QList<QRectF> lines = linesOf(name, size);
    QCOMPARE(lines.size(), words.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        // Each is painted as it would be alone.
        const QRectF alone = linesOf(words[i], size).value(0);
        QVERIFY2(isNear(lines[i].left(), alone.left(), 0.5) && isNear(lines[i].width(), alone.width(), 0.5),
                 qPrintable(words[i]));
    }
}

void FarViewTest::aWordThatIsALittleTooLongIsSmaller()
{
    const QString word = u"Warehouse"_s;
    const QRectF whole = linesOf(word, {widthOf(word) + 3, 30}).value(0);
    const QSizeF size(widthOf(word) / 1.15 + 2, 30);
    QVERIFY(size.width() > 26);
    const QList<QRectF> lines = linesOf(word, size);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines[0].left() >= 0 && lines[0].right() <= size.width());
    QVERIFY(lines[0].height() < whole.height() * 0.95);
    // All of it: it has the shape that it has where there is room.
    QVERIFY(isNear(lines[0].width() / lines[0].height(), whole.width() / whole.height(), 0.3));
}

void FarViewTest::aWordThatIsMuchTooLongIsBroken()
{
    const QString word = u"Warehouses"_s;
    const QRectF whole = linesOf(word, {widthOf(word) + 3, 30}).value(0);
    const QSizeF size(widthOf(word) * 0.7 + 2, 30);
    QVERIFY(size.width() > 26);
    const QList<QRectF> lines = linesOf(word, size);
    QCOMPARE(lines.size(), 2);
    QVERIFY(isNear(lines[0].height(), whole.height(), 0.4));
    QVERIFY(lines[0].width() + lines[1].width() > whole.width() * 0.85);
}

void FarViewTest::aWideBoxHasItsNameOnOneLine()
{
    const QSizeF size(100, 50);
    QCOMPARE(linesOf(u"WorkerTask"_s, size).size(), 1);
    const QList<QRectF> lines = linesOf(u"WorkerTaskOrderWarehouseCustomer"_s, size);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines[0].left() >= 0 && lines[0].right() <= size.width());
}

/// The beginning is what is seen, whatever comes behind it.
void FarViewTest::whatDoesNotFitIsElided()
{
    const QString name = u"WorkerTaskOrderWarehouseCustomer"_s;
    for (const QSizeF &size : {QSizeF(50, 25), QSizeF(50, 10), QSizeF(100, 25)}) {
        QCOMPARE(painted(name, size), painted(name + u"Customer"_s, size));
        QVERIFY(painted(name, size) != painted(u"Order"_s + name, size));
    }
}

void FarViewTest::thereIsNoNameWhereNoneCanBeRead()
{
    QVERIFY(linesOf(u"Task"_s, {25, 50}).isEmpty());
    QVERIFY(!linesOf(u"Task"_s, {27, 50}).isEmpty());
}

void FarViewTest::nothingIsPaintedOutsideAndNoLineIsCut_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"Order"_s, u"OrderTaskWorkerCustomerWarehouse"_s, u"order_task_worker_customer_warehouse"_s,
          u"a_b_c_d_e_f_g_h_k_l_m_n_o"_s, u"W_WWWWWWWW_W_WWWWWWWW_W"_s, QString(60, u'W'), QString(60, u'l'),
          u"_"_s, u"ÄÖÜÄÖÜ"_s, u"שולחןעבודה"_s, u"注文明細注文明細注文明細"_s, u"<b>x</b>&amp;"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void FarViewTest::nothingIsPaintedOutsideAndNoLineIsCut()
{
    QFETCH(QString, name);
    for (const qreal width : {27, 33, 44, 58, 71, 73, 120}) {
        for (const qreal height : {6.8, 12.0, 20.0, 27.0, 40.0}) {
            const QByteArray where = QByteArray::number(width) + " × " + QByteArray::number(height);
            for (const QRectF &line : linesOf(name, {width, height})) {
                QVERIFY2(line.left() >= 0 && line.right() <= width, where);
                QVERIFY2(line.top() > 0 && line.bottom() < height, where);
            }
        }
    }
}

THROUGHLINE_TEST(FarViewTest)
#include "tst_farview.moc"
