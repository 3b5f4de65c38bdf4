/// How long the window is away from its user while edits storm in, and how soon an edit shows everywhere.
///
///     window-benchmark FILE | MODELS
#include "app/window/mainwindow.h"
#include "model/edit/edit.h"
#include "model/file/projectfile.h"
#include "tests/benchmarks/largeproject.h"
#include "views/data/dataview.h"
#include "views/preview/preview.h"
#include "views/schema/schemapane.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <ctime>
#include <pthread.h>

using namespace Qt::StringLiterals;

namespace {

void report(const char *what, QList<double> values)
{
    if (values.isEmpty())
        return;
    std::sort(values.begin(), values.end());
    std::printf("%-44s %5lld times   median %8.2f   p95 %8.2f   most %8.2f ms\n", what,
                (long long)values.size(), values[values.size() / 2], values[values.size() * 95 / 100],
                values.last());
    std::fflush(stdout);
}

/// What a user would feel: another thread sends the window an event every few milliseconds. How long the
/// window's thread works until it takes it is noted, in its processor time: what else runs on the machine
/// does not count.
class Pulse : public QThread
{
public:
    Pulse()
    {
        pthread_getcpuclockid(pthread_self(), &m_clock);
        start();
    }
    ~Pulse() override
    {
        requestInterruption();
        QThread::wait();
    }
    QList<double> take() { return std::exchange(m_waits, {}); }

private:
    double worked() const
    {
        timespec now{};
        clock_gettime(m_clock, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }
    void run() override
    {
        while (!isInterruptionRequested()) {
            msleep(4);
            const double sent = worked();
            QMetaObject::invokeMethod(
                &m_window, [this, sent] { m_waits.append(worked() - sent); }, Qt::QueuedConnection);
        }
    }

    QObject m_window;
    clockid_t m_clock{};
    QList<double> m_waits;
};

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

model::Project projectOf(const QByteArray &argument)
{
    bool isNumber = false;
    const int models = argument.toInt(&isNumber);
    if (isNumber)
        return bench::largeProject(models, models);
    const auto file = model::loadProject(QString::fromLocal8Bit(argument));
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return file->project;
}

/// From an edit until the last view has shown what follows from it.
double showingTime(app::MainWindow &window, const model::Project &next)
{
    QElapsedTimer timer;
    double last = 0;
    QObject here;
    for (auto *panel : {static_cast<QWidget *>(window.findChild<views::Preview *>()),
                        static_cast<QWidget *>(window.findChild<views::DataView *>())})
    {
        for (auto *rows : panel->findChildren<QAbstractItemModel *>()) {
            QObject::connect(rows, &QAbstractItemModel::modelReset, &here,
                             [&] { last = double(timer.nsecsElapsed()) / 1e6; });
        }
    }
    timer.start();
    window.document().edit(next, u"Rename"_s);
    wait(600);
    return last;
}

}

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QElapsedTimer starting;
    starting.start();
    QApplication application(argc, argv);
    app::MainWindow window;
    window.resize(1600, 1000);
    window.show();
    const model::Project project = projectOf(argc > 1 ? argv[1] : "1000");
    window.document().start(project);
    std::printf("%lld models, %lld associations; started and opened in %lld ms\n",
                (long long)project.models.size(), (long long)project.associations.size(), starting.elapsed());
    // The window shows a project that a file was opened for.
    window.open(u":/samples/workshop.throughline"_s);
    window.document().start(project);
    wait(1500);

    Pulse pulse;
    const auto storm = [&](const char *what, const std::function<model::Project(int)> &next) {
        pulse.take();
        for (int i = 0; i < 100; ++i) {
            window.document().edit(next(i), u"Edit"_s);
            wait(15);
        }
        wait(500);
        report(what, pulse.take());
    };
    const QString name = project.models.first().name;
    const model::ModelId some = project.models[project.models.size() / 2].id;
    const auto now = [&] { return window.document().project(); };
    storm("storm: a model is renamed",
          [&](int i) { return *model::renameModel(now(), some, u"Other%1"_s.arg(i)); });
    storm("storm: an attribute is added", [&](int i) {
        return *model::addAttribute(now(), some,
                                    {.name = u"more%1"_s.arg(i), .type = *model::parseType(u"STRING"_s)});
    });
    storm("storm: a model is moved", [&](int i) {
        return *model::moveBoxes(now(), {{name, QPointF(20 * i, 20)}});
    });
    storm("storm: undo", [&](int) {
        window.document().undoStack()->undo();
        return now();
    });

    wait(2000);
    QList<double> shown;
    for (int i = 0; i < 10; ++i)
        shown.append(showingTime(window, *model::renameModel(now(), some, u"Shown%1"_s.arg(i))));
    report("an edit until rows have followed (wall)", shown);
    window.document().forget();
    return 0;
}
