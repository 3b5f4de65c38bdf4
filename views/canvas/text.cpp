#include "views/canvas/text.h"

#include <QFontMetricsF>
#include <QHash>

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
    return [measured](const QString &text, TextRole role) {
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

QString elided(const QString &text, TextRole role, qreal width, const TextMeasure &measure)
{
    if (measure(text, role) <= width)
        return text;
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
