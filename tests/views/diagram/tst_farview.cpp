#include "tests/support/testcase.h"
#include "views/diagram/painter.h"
#include "views/diagram/text.h"

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
    void aWordThatIsMuchTooLongIsLeftOut();
    void aWideBoxHasItsNameOnOneLine();
    void whatIsSelectedAndWhatIsOnThePathLookDifferent_data();
    void whatIsSelectedAndWhatIsOnThePathLookDifferent();
    void whatDoesNotFitIsLeftOut();
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
    // Each has the width that it would have alone, in letters of the same size.
    const qreal first = linesOf(words[0], {200, 50}).value(0).width();
    for (qsizetype i = 1; i < words.size(); ++i) {
        const qreal alone = linesOf(words[i], {200, 50}).value(0).width();
        QVERIFY2(isNear(lines[i].width() / lines[0].width(), alone / first, 0.08), qPrintable(words[i]));
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

void FarViewTest::aWordThatIsMuchTooLongIsLeftOut()
{
    const QString word = u"Warehouses"_s;
    QVERIFY(linesOf(word, {widthOf(word) * 0.6, 30}).isEmpty());
    QVERIFY(linesOf(u"Order"_s + word, {widthOf(word) * 0.6, 30}).isEmpty());
}

void FarViewTest::aWideBoxHasItsNameOnOneLine()
{
    const QSizeF size(100, 50);
    QCOMPARE(linesOf(u"WorkerTask"_s, size).size(), 1);
}

void FarViewTest::whatDoesNotFitIsLeftOut()
{
    const QString name = u"WorkerTaskOrderWarehouseCustomer"_s;
    QVERIFY(!linesOf(name, {100, 50}).isEmpty());
    for (const QSizeF &size : {QSizeF(50, 25), QSizeF(50, 10), QSizeF(100, 12)})
        QVERIFY(linesOf(name, size).isEmpty());
}

void FarViewTest::thereIsNoNameWhereNoneCanBeRead()
{
    QVERIFY(linesOf(u"Task"_s, {14, 50}).isEmpty());
    QVERIFY(!linesOf(u"Task"_s, {27, 50}).isEmpty());
}

/// Signs, not shades: they differ where colour does not count, at every level of detail.
void FarViewTest::whatIsSelectedAndWhatIsOnThePathLookDifferent_data()
{
    QTest::addColumn<qreal>("zoom");
    QTest::newRow("near") << 1.0;
    QTest::newRow("heads") << 0.2;
    QTest::newRow("blocks") << 0.08;
}

void FarViewTest::whatIsSelectedAndWhatIsOnThePathLookDifferent()
{
    QFETCH(qreal, zoom);
    static const Painter painter(lightTheme, systemFonts());
    const auto darkened = [&](const Emphasis &emphasis) {
        Scene scene;
        scene.boxes.append({.name = u"Task"_s, .rect = {0, 0, 220, 100}, .emphasis = emphasis});
        scene.boxes.append({.name = u"User"_s, .rect = {500, 0, 220, 100}});
        Edge edge{.from = {.box = 0}, .to = {.box = 1}, .points = {{220, 50}, {500, 50}}};
        edge.bounds = {220, 40, 280, 20};
        edge.emphasis = emphasis;
        scene.edges.append(edge);
        const QRectF seen(-60, -60, 900, 220);
        QImage image((seen.size() * zoom * 4).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(4);
        QPainter on(&image);
        on.scale(zoom, zoom);
        on.translate(-seen.topLeft());
        painter.paint(on, scene, {.visible = seen, .zoom = zoom, .hasGrid = false});
        // Where there is the full accent: outlines, grips and lines, not washes.
        QImage mask(image.size(), QImage::Format_Mono);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                mask.setPixel(x, y, qRed(image.pixel(x, y)) < 120 ? 1 : 0);
        }
        return mask;
    };
    const QImage selected = darkened({.isSelected = true});
    const QImage onPath = darkened({.isOnPath = true});
    QVERIFY(selected != onPath);
    QVERIFY(selected != darkened({}));
    QVERIFY(onPath != darkened({}));
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
