#include "model/javascript.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

std::optional<quint32> arrayIndex(const QString &name)
{
    if (name.isEmpty() || name[0] < u'0' || name[0] > u'9')
        return {};
    bool ok = false;
    const quint32 index = name.toUInt(&ok);
    return ok && index != 0xffffffff && QString::number(index) == name ? std::optional(index) : std::nullopt;
}

bool isObjectName(const QString &name)
{
    static const QSet<QString> names{u"constructor"_s,      u"toString"_s,         u"hasOwnProperty"_s,
                                     u"valueOf"_s,          u"isPrototypeOf"_s,    u"propertyIsEnumerable"_s,
                                     u"toLocaleString"_s,   u"__proto__"_s,        u"__defineGetter__"_s,
                                     u"__defineSetter__"_s, u"__lookupGetter__"_s, u"__lookupSetter__"_s};
    return names.contains(name);
}

QString javascriptNumber(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value < 0 ? u"-Infinity"_s : u"Infinity"_s;
    if (value == 0)
        return u"0"_s;

    char buffer[32];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific).ptr;
    const QByteArrayView text(buffer, end);
    const qsizetype e = text.indexOf('e');
    QByteArray digits = text.first(e).toByteArray();
    digits.replace(".", "");
    const int exponent = text.sliced(e + 1).toInt();
    const int point = exponent + 1; // digits before the decimal point

    QByteArray out;
    const int count = int(digits.size());
    if (count <= point && point <= 21) {
        out = digits + QByteArray(point - count, '0');
    } else if (0 < point && point <= 21) {
        out = digits.first(point) + '.' + digits.sliced(point);
    } else if (-6 < point && point <= 0) {
        out = "0." + QByteArray(-point, '0') + digits;
    } else {
        out = digits.first(1);
        if (count > 1)
            out += '.' + digits.sliced(1);
        out += exponent < 0 ? "e-" : "e+";
        out += QByteArray::number(std::abs(exponent));
    }
    return QString::fromLatin1(value < 0 ? "-" + out : out);
}

QString jsonNumber(double value)
{
    return std::isfinite(value) ? javascriptNumber(value) : u"null"_s;
}

QString javascriptText(QStringView text)
{
    QString out = u"'"_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\'': out += u"\\'"_s; break;
        case u'\\': out += u"\\\\"_s; break;
        case u'\n': out += u"\\n"_s; break;
        case u'\r': out += u"\\r"_s; break;
        case u'\t': out += u"\\t"_s; break;
        default:
            if (c.unicode() < 0x20 || c.unicode() == 0x2028 || c.unicode() == 0x2029 || c.isSurrogate())
                out += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
            else
                out += c;
        }
    }
    return out + u'\'';
}

std::optional<QDateTime> javascriptDate(QStringView text)
{
    static const QRegularExpression iso(
        u"^\\s*([+-]\\d{6}|\\d{4})(?:-?(\\d\\d)(?:-?(\\d\\d))?)?"
        "(?:[T ](\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d{1,9}))?)?)?\\s*(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?\\s*$"_s);
    const auto match = iso.match(text);
    if (!match.hasMatch())
        return {};
    const auto part = [&](int i, int fallback) {
        return match.capturedView(i).isEmpty() ? fallback : match.capturedView(i).toInt();
    };
    const QDate date(part(1, 0), part(2, 1), part(3, 1));
    const QString fraction = match.captured(7).leftJustified(3, u'0').left(3);
    const int hour = part(4, 0);
    const QTime time(hour == 24 ? 0 : hour, part(5, 0), part(6, 0), fraction.toInt());
    if (!date.isValid() || !time.isValid())
        return {};
    QDateTime result(date, time, Qt::UTC);
    if (hour == 24)
        result = result.addDays(1);
    QString zone = match.captured(8).remove(u':');
    if (!zone.isEmpty() && zone != u"Z") {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.mid(3, 2).toInt();
        result = result.addSecs(zone.startsWith(u'-') ? minutes * 60 : -minutes * 60);
    }
    return result;
}

QString dateAsText(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC(), u"ddd MMM dd yyyy HH:mm:ss"_s)
        + u" GMT+0000 (Coordinated Universal Time)"_s;
}

QString isoDate(const QDateTime &date)
{
    const QDateTime utc = date.toUTC();
    const int year = utc.date().year();
    const QString rest = utc.toString(u"-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
    if (year >= 0 && year <= 9999)
        return QString::number(year).rightJustified(4, u'0') + rest;
    return (year < 0 ? u'-' : u'+') + QString::number(std::abs(year)).rightJustified(6, u'0') + rest;
}

}
