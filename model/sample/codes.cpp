#include "model/sample/codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model::sample {

QString uuidOf(const Recipe &recipe, const Row &row, int attempt)
{
    QString hex = hexOf(recipe.stream(row.position, attempt), 32);
    hex[12] = recipe.type.name == TypeName::UuidV1 ? u'1' : u'4';
    hex[16] = u"89ab"[hex[16].unicode() % 4];
    for (const int hyphen : {20, 16, 12, 8})
        hex.insert(hyphen, u'-');
    return hex;
}

QString slugOf(QStringView text)
{
    QString slug;
    slug.reserve(text.size());
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(128); });
    const QString plain =
        isAscii ? text.toString() : text.toString().normalized(QString::NormalizationForm_D);
    for (QChar c : plain) {
        c = c.toLower();
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            slug += c;
        else if (!c.isMark() && c != u'\'' && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

QString hexOf(Stream stream, int digits)
{
    QString hex;
    hex.reserve(digits + 16);
    while (hex.size() < digits)
        hex += QString::number(stream.next(), 16).rightJustified(16, u'0');
    return hex.left(digits);
}

QString withCheckDigit(const QString &digits)
{
    int sum = 0;
    for (int i = 0; i < digits.size(); ++i)
        sum += digits[i].digitValue() * (i % 2 ? 3 : 1);
    return digits + QString::number((10 - sum % 10) % 10);
}

QString ibanOf(Stream &stream)
{
    const QString account = QString::number(stream.between(10000000, 89999999))
        + QString::number(stream.between(1000000000, 9999999999));
    int rest = 0;
    for (const QChar c : QString(account + u"131400"_s))
        rest = (rest * 10 + c.digitValue()) % 97;
    return u"DE"_s + QString::number(98 - rest).rightJustified(2, u'0') + account;
}

QString bicOf(Stream &stream)
{
    QString text;
    for (int i = 0; i < 4; ++i)
        text += QChar(char16_t(u'A' + stream.below(26)));
    return text + u"DEFF"_s;
}

QString networkAddress(const Recipe &recipe, const Row &row, int attempt)
{
    // The networks that are set aside for documentation, then the private one.
    static constexpr QStringView networks[] = {u"192.0.2.%1", u"198.51.100.%1", u"203.0.113.%1"};
    Stream stream = recipe.stream(row.position, attempt);
    if (attempt < 2)
        return networks[stream.below(3)].toString().arg(stream.between(1, 254));
    const int number = row.position + attempt;
    return u"10.%1.%2.%3"_s.arg(number / 65536 % 256).arg(number / 256 % 256).arg(number % 256);
}

QString hardwareAddress(const Recipe &recipe, const Row &row, int attempt)
{
    QString hex = u"02005e"_s + hexOf(recipe.stream(row.position, attempt), 6);
    for (int colon = 10; colon > 0; colon -= 2)
        hex.insert(colon, u':');
    return hex;
}

}
