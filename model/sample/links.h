#pragma once

#include "model/sample/random.h"

#include <vector>

namespace model::sample {

/// A row of a join table, by the rows it joins.
struct Link
{
    int first;
    int second;
};

/// Joins rows to rows, at most `most` times and no two twice: some rows of `from` to none, some to several.
/// Nobody is joined to themselves where both are the same table.
std::vector<Link> spreadLinks(quint64 key, const std::vector<int> &from, const std::vector<int> &to, int most,
                              bool isSelf);

}
