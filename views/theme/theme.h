#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace views {

/// The colours of one theme, by what they are for. Every view takes its colours from here or from the
/// palette that is made of them.
struct Theme
{
    QColor window; ///< window and status bar
    QColor panel; ///< panels and docks
    QColor canvas;
    QColor dots; ///< the canvas's grid
    QColor box; ///< the box of a model
    QColor head; ///< its head
    QColor hairline;
    QColor text;
    QColor muted;
    QColor faint; ///< derived values beside a label
    QColor accent; ///< selection and the path of a query
    QColor accentWash;
    QColor through; ///< chips and join rows
    QColor throughWash;
    QColor warning;
    QColor good;
    QColor sqlKeyword;
    QColor sqlString;
    QColor sqlNumber;

    bool isDark() const { return window.lightness() < 128; }
    bool operator==(const Theme &) const = default;
};

inline constexpr Theme lightTheme{.window = QColor(0xf6, 0xf7, 0xf9),
                                  .panel = QColor(0xff, 0xff, 0xff),
                                  .canvas = QColor(0xfa, 0xfb, 0xfc),
                                  .dots = QColor(0xd9, 0xde, 0xe6),
                                  .box = QColor(0xff, 0xff, 0xff),
                                  .head = QColor(0xf1, 0xf4, 0xf9),
                                  .hairline = QColor(0xe3, 0xe6, 0xea),
                                  .text = QColor(0x1f, 0x24, 0x30),
                                  .muted = QColor(0x71, 0x7a, 0x8a),
                                  .faint = QColor(0xa3, 0xab, 0xb8),
                                  .accent = QColor(0x25, 0x63, 0xeb),
                                  .accentWash = QColor(0xdb, 0xe7, 0xff),
                                  .through = QColor(0x0d, 0x94, 0x88),
                                  .throughWash = QColor(0xe6, 0xf7, 0xf5),
                                  .warning = QColor(0xb4, 0x53, 0x09),
                                  .good = QColor(0x15, 0x80, 0x3d),
                                  .sqlKeyword = QColor(0x7c, 0x3a, 0xed),
                                  .sqlString = QColor(0x0f, 0x76, 0x6e),
                                  .sqlNumber = QColor(0xb4, 0x53, 0x09)};

inline constexpr Theme darkTheme{.window = QColor(0x1b, 0x1e, 0x24),
                                 .panel = QColor(0x22, 0x26, 0x2e),
                                 .canvas = QColor(0x1e, 0x21, 0x27),
                                 .dots = QColor(0x33, 0x3a, 0x46),
                                 .box = QColor(0x26, 0x2b, 0x34),
                                 .head = QColor(0x2d, 0x33, 0x3e),
                                 .hairline = QColor(0x33, 0x39, 0x44),
                                 .text = QColor(0xe3, 0xe7, 0xee),
                                 .muted = QColor(0x98, 0xa2, 0xb3),
                                 .faint = QColor(0x66, 0x70, 0x85),
                                 .accent = QColor(0x6e, 0xa0, 0xff),
                                 .accentWash = QColor(0x22, 0x39, 0x5f),
                                 .through = QColor(0x2d, 0xd4, 0xbf),
                                 .throughWash = QColor(0x17, 0x3b, 0x39),
                                 .warning = QColor(0xfb, 0xbf, 0x24),
                                 .good = QColor(0x4a, 0xde, 0x80),
                                 .sqlKeyword = QColor(0xc4, 0xa7, 0xff),
                                 .sqlString = QColor(0x5e, 0xea, 0xd4),
                                 .sqlNumber = QColor(0xfc, 0xd3, 0x4d)};

/// The theme as a palette, for everything that Qt draws itself.
QPalette paletteOf(const Theme &theme);

/// The theme that a palette was made of, or the one of its lightness.
const Theme &themeOf(const QPalette &palette);

/// How well a colour is told from its ground, from 1 to 21 (WCAG 2).
double contrast(const QColor &colour, const QColor &ground);

/// A text's colour, made darker or lighter where its contrast on the ground is below 4.5.
QColor legible(const QColor &text, const QColor &ground);

/// The two families that everything is set in: one for words, one for types, keys and SQL.
struct Fonts
{
    QFont words;
    QFont fixed;

    bool operator==(const Fonts &) const = default;
};

/// The system's general and fixed font; where the system names none, Inter and JetBrains Mono.
Fonts systemFonts();

}
