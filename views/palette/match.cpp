#include "views/palette/match.h"

namespace views {

namespace {

constexpr int beginning = 8; ///< a letter that begins a word
constexpr int run = 5; ///< a letter right behind the last one
constexpr int whole = 1000; ///< the text begins with all that is typed, and once more where it is that

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

}

int matchScore(QStringView text, QStringView typed)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != letter.toCaseFolded())
                continue;
            // A run or a word's beginning is worth looking further for.
            if (found < 0 || (i != last + 1 && beginsWord(text, i)))
                found = i;
            if (found == last + 1 || beginsWord(text, found))
                break;
        }
        if (found < 0)
            return -1;
        score += 1 + (found == last + 1 ? run : 0) + (beginsWord(text, found) ? beginning : 0);
        last = found;
        at = found + 1;
    }
    const QStringView all = typed.trimmed();
    score += whole * text.startsWith(all, Qt::CaseInsensitive);
    score += whole * (text.compare(all, Qt::CaseInsensitive) == 0);
    // Of two that answer alike, the shorter one.
    return score * 64 - int(std::min<qsizetype>(text.size(), 63));
}

}
