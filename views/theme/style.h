#pragma once

#include <QProxyStyle>

/// The measures of everything but the diagram, in device-independent pixels.
namespace views::metric {

inline constexpr int controlHeight = 28;
inline constexpr int listRow = 26;
inline constexpr int tabHeight = 36;
inline constexpr int radius = 6;
inline constexpr int iconSize = 16;
inline constexpr int fieldPadding = 8; ///< between a field's border and its text
inline constexpr int tight = 4; ///< the four distances
inline constexpr int near = 8;
inline constexpr int apart = 12;
inline constexpr int far = 16;

}

namespace views {

/// How every widget looks: Fusion, redrawn with the theme's colours and the measures above. Colours come from
/// the palette of the option, so that a new palette is all a change of theme needs.
///
/// A line edit or a combo box with the property "refused" set to true has the border of a warning.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap what, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

protected:
    /// Enter presses the button that has the keyboard, as Space does.
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}
