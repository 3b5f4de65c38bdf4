#include "views/theme/theme.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor &colour) { palette.setColor(role, colour); };
    set(QPalette::Window, theme.window);
    set(QPalette::WindowText, theme.text);
    set(QPalette::Base, theme.panel);
    set(QPalette::AlternateBase, theme.window);
    set(QPalette::Text, theme.text);
    set(QPalette::PlaceholderText, legible(theme.muted, theme.window));
    set(QPalette::Button, theme.isDark() ? theme.head : theme.panel);
    set(QPalette::ButtonText, theme.text);
    set(QPalette::BrightText, legible(theme.warning, theme.window));
    set(QPalette::ToolTipBase, theme.panel);
    set(QPalette::ToolTipText, theme.text);
    // A selected row keeps its text and stands on the accent's wash.
    set(QPalette::Highlight, theme.accentWash);
    set(QPalette::HighlightedText, theme.text);
    set(QPalette::Link, theme.accent);
    set(QPalette::LinkVisited, theme.accent);
    set(QPalette::Light, theme.panel);
    set(QPalette::Midlight, theme.hairline);
    set(QPalette::Mid, theme.hairline);
    set(QPalette::Dark, theme.muted);
    set(QPalette::Shadow, theme.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.faint);
    return palette;
}

const Theme &themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTheme : lightTheme;
}

double contrast(const QColor &colour, const QColor &ground)
{
    const double a = luminance(colour) + 0.05;
    const double b = luminance(ground) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

QColor legible(const QColor &text, const QColor &ground)
{
    constexpr double enough = 4.5;
    const bool isOnDark = luminance(ground) < 0.18;
    QColor colour = text;
    for (int step = 0; step < 40 && contrast(colour, ground) < enough; ++step) {
        const auto moved = [&](int channel) {
            return isOnDark ? std::min(channel + 4, 255) : std::max(channel - 4, 0);
        };
        colour = QColor(moved(colour.red()), moved(colour.green()), moved(colour.blue()));
    }
    return colour;
}

namespace {

/// Where nobody chose a font, the system's is only an alias: a better family stands in, if it is installed.
QFont chosenOr(QFont font, const QStringList &aliases, const QString &better)
{
    if (aliases.contains(font.family(), Qt::CaseInsensitive) && QFontDatabase::hasFamily(better))
        font.setFamilies({better, font.family()});
    return font;
}

}

Fonts systemFonts()
{
    Fonts fonts{chosenOr(QFontDatabase::systemFont(QFontDatabase::GeneralFont), {u"sans serif"_s, u"sans"_s},
                         u"Inter"_s),
                chosenOr(QFontDatabase::systemFont(QFontDatabase::FixedFont), {u"monospace"_s, u"mono"_s},
                         u"JetBrains Mono"_s)};
    // Names, keys and SQL are shown as the characters that they have: "->" is no arrow.
    fonts.fixed.setStyleStrategy(QFont::PreferNoShaping);
    return fonts;
}

}
