#include "model/words.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

template <typename Write>
QString spelledOut(const QString &text, Write write)
{
    if (std::none_of(text.begin(), text.end(), isInvisible))
        return text;
    QString out;
    for (const QChar c : text) {
        if (isInvisible(c))
            out += write(QString::number(c.unicode(), 16).rightJustified(4, u'0'));
        else
            out += c;
    }
    return out;
}

}

QString countText(qint64 count)
{
    const QLocale locale;
    return (locale.language() == QLocale::C ? QLocale(QLocale::English) : locale).toString(count);
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(countText(count));
}

bool isInvisible(QChar c)
{
    constexpr char16_t nonJoiner = 0x200C;
    constexpr char16_t joiner = 0x200D;
    switch (c.unicode()) {
    case nonJoiner:
    case joiner: return false;
    // Fillers, and a blank of Braille, that count as letters and signs.
    case 0x034F:
    case 0x115F:
    case 0x1160:
    case 0x2800:
    case 0x3164:
    case 0xFFA0: return true;
    default: return c.category() == QChar::Other_Format;
    }
}

QString visible(const QString &text)
{
    return spelledOut(text, [](const QString &code) { return u"<U+%1>"_s.arg(code.toUpper()); });
}

QString visibleJson(const QString &json)
{
    return spelledOut(json, [](const QString &code) { return u"\\u"_s + code; });
}

}
