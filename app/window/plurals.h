#pragma once

#include <QTranslator>

namespace app {

/// The plurals of the language that the program is written in: "%n model(s)" is "1 model" or "2 models". A
/// translation that is installed after this one is asked first.
class Plurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *disambiguation,
                      int n) const override;
};

}
