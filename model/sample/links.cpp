#include "model/sample/links.h"

#include <algorithm>

namespace model::sample {

std::vector<Link> spreadLinks(quint64 key, const std::vector<int> &from, const std::vector<int> &to, int most,
                              bool isSelf)
{
    // Two each on average.
    static constexpr int degrees[] = {2, 1, 0, 3, 2, 4, 1, 0, 5, 2};
    std::vector<Link> links;
    if (from.empty() || to.empty())
        return links;
    const Shuffle turns(mixed(key, u"turns"), qint64(from.size()));
    const auto targets = qint64(to.size());
    for (size_t i = 0; i < from.size(); ++i) {
        const int degree = degrees[turns.at(qint64(i)) % qint64(std::size(degrees))];
        const Shuffle shuffle(mixed(key, quint64(i)), targets);
        int joined = 0;
        for (qint64 k = 0; k < targets && joined < degree && int(links.size()) < most; ++k) {
            const int target = to[size_t(shuffle.at(k))];
            if (isSelf && target == from[i] && to.size() > 1)
                continue;
            links.push_back({from[i], target});
            ++joined;
        }
    }
    return links;
}

}
