#include "views/diagram/text.h"

#include <QFontMetricsF>
#include <QHash>

#include <algorithm>
#include <array>
#include <memory>

namespace views {

namespace {

constexpr int roles = int(TextRole::More) + 1;

struct Measured
{
    explicit Measured(const Fonts &fonts)
    {
        for (int i = 0; i < roles; ++i)
            metrics.emplace_back(fontOf(TextRole(i), fonts));
    }

    std::vector<QFontMetricsF> metrics;
    std::array<QHash<QString, qreal>, roles> widths;
};

}

QFont fontOf(TextRole role, const Fonts &fonts)
{
    const bool isFixed = role == TextRole::TableName || role == TextRole::Type;
    QFont font = isFixed ? fonts.fixed : fonts.words;
    switch (role) {
    case TextRole::Head:
        font.setPixelSize(13);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Row: font.setPixelSize(13); break;
    case TextRole::DerivedRow:
    case TextRole::More:
        font.setPixelSize(13);
        font.setItalic(true);
        break;
    case TextRole::TableName:
    case TextRole::Type: font.setPixelSize(11); break;
    case TextRole::Chip:
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::ChipCount:
    case TextRole::Label: font.setPixelSize(12); break;
    }
    return font;
}

TextMeasure measureIn(const Fonts &fonts)
{
    constexpr qsizetype most = 50'000;
    const auto measured = std::make_shared<Measured>(fonts);
    return [measured](const QString &whole, TextRole role) {
        const QString text = shown(whole);
        QHash<QString, qreal> &widths = measured->widths[size_t(role)];
        const auto known = widths.constFind(text);
        if (known != widths.cend())
            return *known;
        if (widths.size() >= most)
            widths.clear();
        const qreal width = measured->metrics[size_t(role)].horizontalAdvance(text);
        widths.insert(text, width);
        return width;
    };
}

QString shown(const QString &text)
{
    constexpr qsizetype longest = 300;
    const auto isControl = [](QChar c) {
        return c < u' ' || (c > u'~' && c < QChar(0xA0)) || c >= QChar(0xFFFE);
    };
    QString beginning = text.left(longest);
    if (beginning.size() < text.size()) {
        // Half a character would be none.
        beginning.chop(beginning[longest - 2].isHighSurrogate() ? 2 : 1);
        beginning += u'…';
    }
    if (std::none_of(beginning.begin(), beginning.end(), isControl))
        return beginning;
    QString clean = beginning;
    std::replace_if(clean.begin(), clean.end(), isControl, QChar(QChar::ReplacementCharacter));
    return clean;
}

QString elided(const QString &text, TextRole role, qreal width, const TextMeasure &measure)
{
    if (measure(text, role) <= width)
        return text;
    if (const QString beginning = shown(text); beginning.size() < text.size())
        return elided(beginning, role, width, measure);
    qsizetype kept = 0;
    qsizetype tooMany = text.size();
    while (tooMany - kept > 1) {
        const qsizetype middle = (kept + tooMany) / 2;
        if (measure(text.left(middle) + u'…', role) <= width)
            kept = middle;
        else
            tooMany = middle;
    }
    // Half a character would be none.
    if (kept > 0 && text[kept - 1].isHighSurrogate())
        --kept;
    return text.left(kept) + u'…';
}

}
