#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// Tells what does not hold and ends the program; libFuzzer keeps the input.
[[noreturn]] inline void fail(const char *what, const QString &detail = {})
{
    std::fprintf(stderr, "does not hold: %s\n%s\n", what, detail.toUtf8().constData());
    std::abort();
}

/// What must hold whatever the input is.
inline void expect(bool holds, const char *what, const QString &detail = {})
{
    if (!holds)
        fail(what, detail);
}

}
