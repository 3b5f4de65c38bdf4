#include "model/source/escapes.h"

namespace model::source {

QString unescaped(QByteArrayView escape)
{
    if (escape.size() < 2)
        return {};
    const char kind = escape[1];
    switch (kind) {
    case 'n': return QStringLiteral("\n");
    case 't': return QStringLiteral("\t");
    case 'r': return QStringLiteral("\r");
    case 'b': return QStringLiteral("\b");
    case 'f': return QStringLiteral("\f");
    case 'v': return QStringLiteral("\v");
    case '\n':
    case '\r': return {};
    case 'x':
    case 'u': {
        QByteArray digits = escape.sliced(2).toByteArray();
        if (digits.startsWith('{'))
            digits = digits.mid(1, digits.size() - 2);
        bool isNumber = false;
        const char32_t code = digits.toUInt(&isNumber, 16);
        return isNumber && code <= 0x10ffff ? QString::fromUcs4(&code, 1) : QString();
    }
    default: break;
    }
    if (kind >= '0' && kind <= '7') {
        bool isNumber = false;
        const char32_t code = escape.sliced(1).toByteArray().toUInt(&isNumber, 8);
        return isNumber ? QString::fromUcs4(&code, 1) : QString();
    }
    return QString::fromUtf8(escape.sliced(1));
}

Value numberLiteral(Syntax node, Place place)
{
    QByteArray digits = node.text().toByteArray();
    digits.replace('_', "");
    if (digits.endsWith('n'))
        digits.chop(1);
    bool isNumber = false;
    if (digits.size() > 2 && digits[0] == '0') {
        const char base = char(digits[1] | 0x20);
        const int radix = base == 'x' ? 16 : base == 'o' ? 8 : base == 'b' ? 2 : 0;
        if (radix)
            return Value(double(digits.mid(2).toULongLong(&isNumber, radix)), place);
    }
    return Value(digits.toDouble(&isNumber), place);
}

}
