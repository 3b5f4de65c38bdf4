#include "app/window/plurals.h"

using namespace Qt::StringLiterals;

namespace app {

QString Plurals::translate(const char *, const char *text, const char *, int n) const
{
    if (n < 0)
        return {};
    return QString::fromUtf8(text).replace(u"(s)"_s, n == 1 ? QString() : u"s"_s);
}

}
