// SPDX-License-Identifier: MIT
//
// M/D/c: every service takes the same time. With one server all figures are exact. With more the mean wait is
// Cosmetatos' approximation, and those who wait are taken to wait exponentially.
#pragma once

#include "stowage/queueing/queue_figures.hpp"
#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// `percentile` is above 0 and below 100.
[[nodiscard]] QueueFigures mdc_figures(const QueuePool& pool, double percentile);

/// P(wait > seconds) of one server (M/D/1), to an absolute 1e-14; 1 when it cannot keep up. Up to 20 service
/// times it is the exact distribution in the form without cancellation (Franx, Operations Research Letters
/// 29, 2001); beyond, its exponential tail, from which it then differs by less than exp(-40).
[[nodiscard]] double md1_wait_exceeds(const QueuePool& pool, double seconds);

/// The wait that a share `exceeding` of the requests to one server passes, in seconds; 0 when fewer wait. The
/// server keeps up.
[[nodiscard]] double md1_wait_exceeded_by(const QueuePool& pool, double exceeding);

}  // namespace stowage
