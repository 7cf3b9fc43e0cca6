// SPDX-License-Identifier: MIT
#include "stowage/queueing/erlang.hpp"

namespace stowage {

ErlangLoss erlang_loss(std::int64_t servers, double load) {
    ErlangLoss loss{1, 0, 1};
    for (std::int64_t n = 1; n <= servers; ++n) {
        const double offered = load * loss.blocked;
        const double sum = static_cast<double>(n) + offered;
        loss.blocked = offered / sum;
        loss.passed = static_cast<double>(n) / sum;
        // The states that n servers add are the blocked ones: the share of every other shrinks by 1 - B(n).
        loss.empty *= loss.passed;
    }
    return loss;
}

double erlang_b(std::int64_t servers, double load) { return erlang_loss(servers, load).blocked; }

double erlang_c(const QueuePool& pool) {
    if (!pool.is_stable()) return 1;
    const double blocked = erlang_b(pool.servers, pool.offered_load());
    // 1 - rho (1 - B) as a sum of positive terms: 1 - rho alone, near 0, would lose digits.
    const double spare_share = pool.spare_rate() / (static_cast<double>(pool.servers) * pool.service_rate);
    return blocked / (spare_share + pool.load_per_server() * blocked);
}

}  // namespace stowage
