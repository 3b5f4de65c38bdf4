#pragma once

#include <QList>
#include <QString>

namespace views {

/// A project that comes with the program.
struct Sample
{
    QString path; ///< in the resources
    QString title;
    QString text; ///< what it shows, in one sentence
};

/// The samples, the one that is opened first at the beginning.
QList<Sample> samples();

}
