#pragma once

#include "model/sample/random.h"
#include "model/sample/columnmeaning.h"

/// How one value of one row is made up: from its column's recipe and what its row has in common.
namespace model::sample {

/// Whole numbers one after the other.
enum class Counting : quint8 {
    No,
    ByRow, ///< keys: 1, 2, 3 …
    InGroup, ///< places: from 1 for each of the rows they belong to
};

struct Recipe
{
    Type type; ///< a Raw type as what its words mean
    bool isRaw = false;
    ColumnMeaning about;
    QString name; ///< of the attribute
    quint64 key = 0; ///< of the column's stream of numbers
    Counting counting = Counting::No;

    /// The same numbers for the same row, other ones for another attempt.
    Stream stream(int position, int attempt = 0) const
    {
        return Stream(mixed(mixed(key, quint64(position)), quint64(attempt)));
    }
    /// One row of ten, and never one of the first three.
    bool leavesEmpty(int position) const
    {
        Stream stream(mixed(key + 1, quint64(position / 10)));
        return position % 10 == stream.between(3, 9);
    }
};

struct Row
{
    quint64 key = 0; ///< of the table's stream of numbers
    int position = 0;
    int rows = 1; ///< of the table, at most
    Subject subject = Subject::None;
    QStringView noun; ///< what a row is, in the model's words: "Order item"
    Stage stage = Stage::Unknown;

    Stream stream(QStringView name) const { return Stream(mixed(mixed(key, quint64(position)), name)); }
    Shuffle shuffle(QStringView name, qint64 count) const { return Shuffle(mixed(key, name), count); }
};

/// A type as what it holds: Raw types are guessed by their words.
Type heldBy(const Type &type);

/// The most characters that a text column takes; 0 is no limit.
int lengthLimit(const Type &type);

}
