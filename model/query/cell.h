#pragma once

#include <QByteArrayView>

namespace model {

/// One value of one row as the database hands it out: text is UTF-8, and it and bytes live only until the
/// next row.
struct Cell
{
    enum Kind : quint8 { Null, Integer, Real, Text, Bytes };

    Kind kind = Null;
    union {
        qint64 integer = 0;
        double real;
    };
    QByteArrayView text;
};

}
