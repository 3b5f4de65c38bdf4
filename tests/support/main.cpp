#include "tests/support/testcase.h"

#include <QMap>

#ifdef THROUGHLINE_WITH_WIDGETS
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace test {

namespace {

QMap<QByteArray, std::function<std::unique_ptr<QObject>()>> &registered()
{
    static QMap<QByteArray, std::function<std::unique_ptr<QObject>()>> classes;
    return classes;
}

}

Registration::Registration(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registered().insert(name, std::move(make));
}

}

/// `TESTS [Class [arguments of Qt Test]]`: one class, or all of them.
int main(int argc, char *argv[])
{
    Application application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QByteArray only = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (argc > 1)
        arguments.removeAt(1);
    const auto &classes = test::registered();
    if (!only.isEmpty() && !classes.contains(only)) {
        qCritical("no test class %s", only.constData());
        return 2;
    }
    int failed = 0;
    for (auto it = classes.begin(); it != classes.end(); ++it) {
        if (only.isEmpty() || it.key() == only)
            failed += QTest::qExec(it.value()().get(), arguments);
    }
    return failed > 0 ? 1 : 0;
}
