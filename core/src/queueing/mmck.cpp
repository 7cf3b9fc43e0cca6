// SPDX-License-Identifier: MIT
#include "stowage/queueing/mmck.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

#include "erlang_mixture.hpp"
#include "quantile.hpp"
#include "stowage/queueing/erlang.hpp"

namespace stowage {
namespace {

/// Weights of the states, up to one common factor.
struct States {
    double below = 0;          ///< of fewer requests than servers, together
    std::vector<double> busy;  ///< of c, c + 1 .. K requests
    double accepting = 0;      ///< of fewer than K requests, together
    double total = 0;          ///< of all
    double empty_share = 0;    ///< P0
    [[nodiscard]] std::size_t queue() const { return busy.size() - 1; }  ///< K - c
};

States states_of(const QueuePool& pool, std::int64_t capacity) {
    const ErlangLoss loss = erlang_loss(pool.servers, pool.offered_load());
    const double ratio = pool.load_per_server();
    States states;
    states.busy.resize(static_cast<std::size_t>(capacity - pool.servers) + 1);
    states.below = loss.passed;
    // Powers of the ratio from their largest down, so that none overflows.
    if (ratio <= 1) {
        double weight = loss.blocked;
        for (double& state : states.busy) {
            state = weight;
            weight *= ratio;
        }
    } else {
        double weight = loss.blocked;
        for (std::size_t j = states.busy.size(); j-- > 0; weight /= ratio) states.busy[j] = weight;
        states.below = loss.passed * (states.busy.front() / loss.blocked);
    }
    states.accepting = states.below;
    for (std::size_t j = 0; j < states.queue(); ++j) states.accepting += states.busy[j];
    states.total = states.accepting + states.busy.back();
    states.empty_share = loss.empty * (states.below / loss.passed) / states.total;
    return states;
}

/// How long a request that gets in waits and stays, counted in departures of all servers together:
/// exponential steps of rate c mu. The service of the request itself is a geometric number of such steps, as
/// each is its own with probability 1 / c. All terms are positive.
class ServiceSteps {
  public:
    ServiceSteps(const States& states, std::int64_t servers) : others_(1 - 1 / static_cast<double>(servers)) {
        const std::size_t queue = states.queue();
        waiting_.resize(queue);
        double sum = 0;
        for (std::size_t j = queue; j-- > 0;) {
            sum += states.busy[j];
            waiting_[j] = sum / states.accepting;
        }
        double in_service = states.below / states.accepting;
        staying_.push_back(in_service + (queue > 0 ? waiting_[0] : 0));
        for (std::size_t i = 1; i <= queue; ++i) {
            in_service = others_ * in_service + states.busy[i - 1] / states.accepting;
            staying_.push_back(in_service + (i < queue ? waiting_[i] : 0));
        }
    }

    /// P(a request waits for more than i departures).
    [[nodiscard]] double waits_more_than(std::int64_t i) const {
        const auto index = static_cast<std::size_t>(i);
        return index < waiting_.size() ? waiting_[index] : 0;
    }
    /// P(a request stays for more than i departures, its own included).
    [[nodiscard]] double stays_more_than(std::int64_t i) const {
        const auto index = static_cast<std::size_t>(i);
        if (index < staying_.size()) return staying_[index];
        const auto beyond = static_cast<double>(index - (staying_.size() - 1));
        return staying_.back() * std::pow(others_, beyond);
    }
    [[nodiscard]] double wait_exceeds(double steps) const {
        return erlang_mixture_exceeds(steps, [this](std::int64_t i) { return waits_more_than(i); });
    }
    [[nodiscard]] double response_exceeds(double steps) const {
        return erlang_mixture_exceeds(steps, [this](std::int64_t i) { return stays_more_than(i); });
    }

  private:
    double others_;  ///< the probability that a departure is that of another
    std::vector<double> waiting_;
    std::vector<double> staying_;
};

double departure_rate(const QueuePool& pool) { return static_cast<double>(pool.servers) * pool.service_rate; }

}  // namespace

QueueFigures mmck_figures(const QueuePool& pool, std::int64_t capacity, double percentile) {
    const States states = states_of(pool, capacity);
    double waiting = 0;
    for (std::size_t j = 1; j < states.busy.size(); ++j)
        waiting += static_cast<double>(j) * (states.busy[j] / states.total);
    const double accepted = pool.arrivals * (states.accepting / states.total);

    QueueFigures figures;
    figures.utilisation = accepted / departure_rate(pool);
    figures.erlang_b = erlang_b(pool.servers, pool.offered_load());
    figures.p_block = states.busy.back() / states.total;
    figures.lq = waiting;
    figures.wq = waiting / accepted;
    figures.w = *figures.wq + pool.service_time();
    figures.l = waiting + accepted * pool.service_time();

    const ServiceSteps steps(states, pool.servers);
    const double exceeding = share_above(percentile);
    const auto servers = static_cast<double>(pool.servers);
    figures.wait_percentile =
        time_exceeded_by(exceeding, 1.0, [&](double time) { return steps.wait_exceeds(time); }) /
        departure_rate(pool);
    figures.response_percentile =
        time_exceeded_by(exceeding, servers, [&](double time) { return steps.response_exceeds(time); }) /
        departure_rate(pool);
    return figures;
}

double mmck_empty_share(const QueuePool& pool, std::int64_t capacity) {
    return states_of(pool, capacity).empty_share;
}

double mmck_wait_exceeds(const QueuePool& pool, std::int64_t capacity, double seconds) {
    return ServiceSteps(states_of(pool, capacity), pool.servers).wait_exceeds(departure_rate(pool) * seconds);
}

double mmck_response_exceeds(const QueuePool& pool, std::int64_t capacity, double seconds) {
    return ServiceSteps(states_of(pool, capacity), pool.servers)
        .response_exceeds(departure_rate(pool) * seconds);
}

}  // namespace stowage
