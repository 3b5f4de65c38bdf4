#pragma once

#include <QString>

namespace views {

/// How well a text answers to typed letters: all of them, in order, words' beginnings and runs best. Higher
/// is better; -1 where it does not.
int matchScore(QStringView text, QStringView typed);

}
