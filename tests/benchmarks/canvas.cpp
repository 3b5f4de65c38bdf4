/// How long the canvas takes for what happens at every frame, with diagrams far larger than most.
///
///     canvas-benchmark [MODELS [EDGES]]
#include "model/edit/edit.h"
#include "tests/benchmarks/largeproject.h"
#include "views/diagram/diagram.h"
#include "views/diagram/painter.h"
#include "views/diagram/text.h"
#include "views/canvas/viewport.h"

#include <QApplication>
#include <QImage>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

/// The processor time of this thread: what else runs on the machine does not count.
double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void report(const char *what, int times, const std::function<void(int)> &run)
{
    QList<double> taken;
    for (int i = 0; i < times; ++i) {
        const double start = cpuMilliseconds();
        run(i);
        taken.append(cpuMilliseconds() - start);
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-44s least %8.2f   median %8.2f   p95 %8.2f ms\n", what, taken.first(),
                taken[taken.size() / 2], taken[taken.size() * 95 / 100]);
    std::fflush(stdout);
}

}

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int models = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000;
    const int edges = argc > 2 ? QByteArray(argv[2]).toInt() : 2 * models;
    std::printf("%d models, %d edges, 1600 x 1000; milliseconds of processor time\n", models, edges);
    const model::Project project = bench::largeProject(models, edges);

    model::Schema schema;
    report("resolve", 3, [&](int) { schema = model::resolve(project); });
    views::Diagram diagram(views::measureIn(views::systemFonts()));
    report("show: all placed and routed", 1, [&](int) { diagram.show(project, schema); });
    report("show again: scene made anew, routes kept", 5, [&](int) {
        diagram.expect(project);
        diagram.show(project, schema);
    });

    QImage image(1600, 1000, QImage::Format_RGB32);
    const views::Painter painter(views::lightTheme, views::systemFonts());
    const auto paint = [&](const views::Viewport &viewport) {
        QPainter on(&image);
        on.scale(viewport.zoom, viewport.zoom);
        on.translate(-viewport.origin);
        painter.paint(on, diagram.scene(), {.visible = viewport.visible(), .zoom = viewport.zoom});
    };
    views::Viewport whole;
    whole.size = image.size();
    whole = whole.fitting(diagram.scene().bounds);
    const auto zoomed = [&](qreal zoom) { return whole.zoomedAt({800, 500}, zoom); };
    paint(whole);
    report("repaint, whole diagram", 50, [&](int) { paint(whole); });
    for (const qreal zoom : {0.12, 0.2, 0.36, 0.5, 1.0, 2.0}) {
        paint(zoomed(zoom));
        const QByteArray what = "repaint at " + QByteArray::number(int(zoom * 100)) + " %";
        report(what.constData(), 50, [&](int) { paint(zoomed(zoom)); });
    }
    report("pan at 36 %", 50, [&](int i) { paint(zoomed(0.36).moved(QPointF(7 * i, 3 * i))); });

    views::Hit hit;
    QRandomGenerator random(1);
    report("hover: hit test and emphasis", 200, [&](int) {
        const QRectF bounds = diagram.scene().bounds;
        hit = diagram.at(
            {bounds.left() + random.bounded(bounds.width()), bounds.top() + random.bounded(bounds.height())},
            1);
        diagram.hover(hit);
    });
    diagram.hover({});

    const int box = models / 2;
    report("drag one box: first step", 1, [&](int) { diagram.shift({box}, {20, 0}); });
    report("drag one box: a step of the grid", 60, [&](int i) { diagram.shift({box}, QPointF(20 * i, 20)); });
    diagram.unshift();
    QList<int> ten;
    for (int i = 0; i < 10; ++i)
        ten.append((box + i) % models);
    diagram.shift(ten, {20, 0});
    report("drag ten boxes: a step of the grid", 30, [&](int i) { diagram.shift(ten, QPointF(20 * i, 20)); });
    diagram.unshift();

    report("a move: edit, schema, show", 5, [&](int i) {
        diagram.shift({box}, QPointF(20 * (i + 1), 0));
        const model::Project moved = *moveBoxes(diagram.project(), diagram.unsavedPlaces());
        diagram.expect(moved);
        diagram.show(moved, schema);
    });
    report("outline: boxes and lines without places", 5,
           [&](int) { views::outline(diagram.project(), schema, diagram.view(), diagram.measure()); });
    report("hit index", 5, [&](int) { views::HitIndex index(diagram.scene()); });

    model::Project next = diagram.project();
    report("an edit: rename, resolve, show", 5, [&](int i) {
        next = *renameModel(next, next.models[box].id, u"Renamed%1"_s.arg(i));
        diagram.show(next, model::resolve(next));
    });
    return 0;
}
