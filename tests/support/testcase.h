#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>

namespace test {

/// A test class that the executable can run by its name.
struct Registration
{
    Registration(const char *name, std::function<std::unique_ptr<QObject>()> make);
};

}

/// Registers a test class; stands at the end of its file.
#define THROUGHLINE_TEST(Class)                                                                              \
    static const test::Registration registrationOf##Class(#Class, [] { return std::unique_ptr<QObject>(new Class); });
