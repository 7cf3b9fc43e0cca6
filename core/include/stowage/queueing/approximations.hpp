// SPDX-License-Identifier: MIT
//
// Mean waits in seconds where no exact formula is practical. docs/queueing.md has their errors. The pool
// keeps up with what arrives: is_stable().
#pragma once

#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// M/D/c: half of the wait of M/M/c, times 1 + (1 - rho)(c - 1)(sqrt(4 + 5c) - 2) / (16 rho c) (Cosmetatos
/// 1975). Its share of the wait of M/M/c is at most c / (c + 1), its limit where little arrives: then a wait
/// is the least of c remaining service times.
[[nodiscard]] double cosmetatos_wait(const QueuePool& pool);

/// M/G/c from the waits of M/M/c and M/D/c: a mean weighted by scv up to 1 (Cosmetatos), a harmonic one above
/// (Kimura, Management Science 32, 1986). As M/D/c waits at least half as
/// long as M/M/c, its denominator is positive for any scv. With c = 1 it is exact.
[[nodiscard]] double kimura_wait(const QueuePool& pool, double scv);

/// G/G/c: (arrival scv + service scv) / 2 times the wait of M/M/c (Allen, Probability, Statistics and
/// Queueing Theory, 1978). For arrivals that are not Poisson; worse than kimura_wait() where they are.
[[nodiscard]] double allen_cunneen_wait(const QueuePool& pool, double arrival_scv, double service_scv);

/// G/G/c in closed form, as Hopp and Spearman's VUT equation has it: (arrival scv + service scv) / 2 times
/// rho^(sqrt(2 (c + 1)) - 1) / (c (1 - rho)) service times (Sakasegawa 1977).
[[nodiscard]] double sakasegawa_wait(const QueuePool& pool, double arrival_scv, double service_scv);

}  // namespace stowage
