#pragma once

#include <QtGlobal>

/// The measures of the diagram, in units that are pixels at 100 %.
namespace views::measure {

inline constexpr qreal grid = 20;

// Boxes
inline constexpr qreal headHeight = 34;
inline constexpr qreal rowHeight = 24;
inline constexpr qreal boxFoot = 4; ///< below the last row
inline constexpr qreal boxRadius = 8;
inline constexpr qreal boxPadding = 12;
inline constexpr qreal keyMark = 14; ///< the width that a row keeps free for the mark of a key
inline constexpr qreal keyGap = 6;
inline constexpr qreal columnGap = 20; ///< between a name and its type
inline constexpr qreal minBoxWidth = 220;
inline constexpr qreal maxBoxWidth = 360;
inline constexpr int mostRows = 24; ///< what is beyond is counted in a last row

// Edges
inline constexpr qreal edge = 1.6;
inline constexpr qreal strongEdge = 2.2; ///< selected, or on the query's path
inline constexpr qreal wash = 9;
inline constexpr qreal washOpacity = 0.18;
inline constexpr qreal grip = 7; ///< the small squares at the corners and ends of what is selected
inline constexpr qreal cornerRadius = 12;
inline constexpr qreal footLength = 14; ///< of a crow's foot, and its width
inline constexpr qreal endLength = 24; ///< what is kept straight at the end of an edge

// Chips and labels
inline constexpr qreal chipHeight = 26;
inline constexpr qreal chipPadding = 12;
inline constexpr qreal chipIcon = 12;
inline constexpr qreal chipGap = 6;
inline constexpr qreal maxChipWidth = 240;
inline constexpr qreal labelHeight = 16;
inline constexpr qreal maxLabelWidth = 160;
inline constexpr qreal badge = 16; ///< of a problem
inline constexpr qreal hop = 18; ///< the badge that numbers a hop of a query

// Levels of detail
inline constexpr qreal fullDetail = 0.35; ///< below this zoom only heads are drawn
inline constexpr qreal blocksOnly = 0.10; ///< below this one plain blocks

}
