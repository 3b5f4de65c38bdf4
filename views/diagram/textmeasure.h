#pragma once

#include <QString>
#include <QtGlobal>

#include <functional>

namespace views {

/// What a text in the diagram is, which decides its font.
enum class TextRole : quint8 { Head, TableName, Row, DerivedRow, Type, Chip, ChipCount, Label, More };

/// How wide a text is. The scene asks for nothing else of a font.
using TextMeasure = std::function<qreal(const QString &text, TextRole role)>;

}
