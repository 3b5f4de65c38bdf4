#pragma once

#include <QString>

namespace model {

/// A number as the reader writes it: 12,345.
QString countText(qint64 count);

/// "1 model" or "3 models": `many` holds %1 where the number stands. There is no other way to say a number of
/// things: the plural of tr() needs a translation, and none is loaded.
QString counted(qint64 count, const QString &one, const QString &many);

/// Whether a character takes no room of its own and does nothing that a reader would miss: U+FEFF, U+200B.
/// What joins letters and signs is not among them.
bool isInvisible(QChar c);

/// Such characters by their numbers, to be looked at: `<U+FEFF>`.
QString visible(const QString &text);
/// The same for a text that is JSON, and says the same afterwards: `\ufeff`.
QString visibleJson(const QString &json);

}
