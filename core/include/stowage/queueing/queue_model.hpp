// SPDX-License-Identifier: MIT
//
// The queueing models by name, and what may be asked of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "stowage/queueing/queue_figures.hpp"
#include "stowage/queueing/queue_pool.hpp"
#include "stowage/result.hpp"

namespace stowage {

namespace limits {

/// Requests a second. So wide that no real rate is refused, and so that ratios and products of rates stay far
/// from where doubles end.
inline constexpr double kLeastRate = 1e-100;
inline constexpr double kMostRate = 1e100;
/// Ten times the largest reference system; Erlang's recursion takes a step for each.
inline constexpr std::int64_t kQueueServers = 100'000;
/// Places for requests: a limited queue is summed over them. The backlog of Gunicorn is 2,048.
inline constexpr std::int64_t kQueueCapacity = 1'000'000;
/// Measured service times have an scv of some hundreds at most.
inline constexpr double kScv = 1e6;

}  // namespace limits

enum class QueueModel {
    mmc,    ///< M/M/c
    mmck,   ///< M/M/c/K
    mdc,    ///< M/D/c
    mg1,    ///< M/G/1
    mgc,    ///< M/G/c
    mg1ps,  ///< M/G/1 with processor sharing
};

inline constexpr QueueModel kQueueModels[] = {QueueModel::mmc, QueueModel::mmck, QueueModel::mdc,
                                              QueueModel::mg1, QueueModel::mgc,  QueueModel::mg1ps};

/// "mmc", "mmck" ...: the word that the command line takes.
[[nodiscard]] std::string_view name_of(QueueModel model);
[[nodiscard]] std::optional<QueueModel> queue_model_named(std::string_view word);
/// "M/M/c", "M/M/c/K" ...: as the literature writes it.
[[nodiscard]] std::string_view notation_of(QueueModel model);

/// A model with its inputs.
struct QueueQuestion {
    QueueModel model = QueueModel::mmc;
    QueuePool pool{};
    std::optional<std::int64_t> capacity{};  ///< K; of mmck, which needs it, alone
    std::optional<double> scv{};  ///< of mg1 and mgc: 1 when absent. mg1ps does not depend on it; of the
                                  ///< others what their name says
    double percentile = 95;       ///< of wait and response; above 0, below 100
};

/// Every input that is not accepted: its name as a pointer ("/arrivals"), its value, and what is accepted.
/// Empty when queue_figures() has an answer. More work than the servers can do is not an error.
[[nodiscard]] Errors queue_errors(const QueueQuestion& question);

[[nodiscard]] Result<QueueFigures, Errors> queue_figures(const QueueQuestion& question);

/// One sentence on how far the figures of an accepted question may be from what the model describes; empty
/// when they are exact.
[[nodiscard]] std::string_view queue_error_band(const QueueQuestion& question);

}  // namespace stowage
