#pragma once

#include "views/diagram/textmeasure.h"
#include "views/routing/measures.h"
#include "views/theme/theme.h"

namespace views {

/// The font of a text at 100 %: the system's families at the diagram's own sizes, so that a diagram has the
/// same shape on every screen.
QFont fontOf(TextRole role, const Fonts &fonts);

/// Measures texts in these fonts and remembers what it measured. Its copies share one memory; not for use
/// from several threads.
TextMeasure measureIn(const Fonts &fonts);

/// What a diagram shows of a text, however long it is: nobody reads more, and fonts take no more. Characters
/// that control something are shown as a replacement.
QString shown(const QString &text);

/// The text, or as much of its beginning as fits with an ellipsis.
QString elided(const QString &text, TextRole role, qreal width, const TextMeasure &measure);

}
