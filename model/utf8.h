#pragma once

#include <QByteArrayView>
#include <QString>

namespace model {

/// The characters of a UTF-8 text, all of them: QString::fromUtf8() takes marks U+FEFF at the beginning away.
inline QString fromUtf8(QByteArrayView text)
{
    static constexpr QByteArrayView mark = "\xEF\xBB\xBF";
    qsizetype marks = 0;
    while (text.sliced(marks * mark.size()).startsWith(mark))
        ++marks;
    const QString rest = QString::fromUtf8(text.sliced(marks * mark.size()));
    return marks == 0 ? rest : QString(marks, QChar(0xFEFF)) + rest;
}

}
