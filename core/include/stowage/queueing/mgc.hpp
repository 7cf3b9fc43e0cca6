// SPDX-License-Identifier: MIT
//
// M/G/c: service times with any mean and spread. Their spread is given as the squared coefficient of
// variation: variance / mean^2, 0 for equal times, 1 for exponential ones.
#pragma once

#include "stowage/queueing/queue_figures.hpp"
#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// `scv` is at least 0, `percentile` above 0 and below 100. The mean wait of one server is exact (Pollaczek
/// and Khinchine), that of more is Cosmetatos' and Kimura's (approximations.hpp). With scv 1 it is M/M/c,
/// with scv 0 M/D/c. Otherwise percentiles take the wait as 0 for a share 1 - C and else exponential with
/// mean Wq / C, and the service time as lognormal.
[[nodiscard]] QueueFigures mgc_figures(const QueuePool& pool, double scv, double percentile);

/// M/G/1-PS: one server that works on all requests at once, each getting an equal share, as an event loop
/// does. W = S / (1 - rho) whatever the service times are distributed like (Kleinrock, Queueing Systems 2,
/// 1976). Nobody waits and percentiles depend on the distribution: those figures are absent.
[[nodiscard]] QueueFigures processor_sharing_figures(const QueuePool& pool);

}  // namespace stowage
