// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/result.hpp"

namespace stowage {

/// Gunther's Universal Scalability Law: how throughput grows with the number of workers, threads or nodes
/// (Guerrilla Capacity Planning, 2007). Made by usl_model().
struct UslModel {
    double contention = 0;  ///< alpha, from 0 to 1: the share of the work that only one does at a time
    double coherency = 0;   ///< beta, at least 0: the cost of agreeing, for each pair of workers
};

/// A model, or which coefficient is out of its range.
[[nodiscard]] Result<UslModel> usl_model(double contention, double coherency);

/// C(N) = N / (1 + alpha (N - 1) + beta N (N - 1)): the throughput of N >= 0 workers in multiples of one's.
[[nodiscard]] double usl_capacity(const UslModel& model, double workers);

/// N* = sqrt((1 - alpha) / beta): the number of workers beyond which throughput falls; infinity when beta is
/// 0.
[[nodiscard]] double usl_best_concurrency(const UslModel& model);

}  // namespace stowage
