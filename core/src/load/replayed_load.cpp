// SPDX-License-Identifier: MIT
#include "replayed_load.hpp"

#include <algorithm>

#include "stowage/stack/asgi.hpp"

namespace stowage {
namespace {

constexpr double kStepSeconds = 60;  // a replay goes minute by minute
/// So little load that nobody waits.
constexpr double kIdle = 1e-6;

void add(std::optional<double>& figure, double more) {
    if (figure) *figure += more;
}

}  // namespace

ReplayedLoad::ReplayedLoad(const Service& service, const ServiceNeeds& needs, std::optional<double> arrivals,
                           std::optional<std::int64_t> database_slots)
    : service_(service),
      needs_(needs),
      arrivals_(arrivals),
      mean_(at(1, database_slots)),
      idle_(at(kIdle, database_slots)),
      idle_replicas_(service.replicas) {
    if (!mean_.figures || !arrivals || mean_.slots == 0) return;
    const double busy = mean_.figures->utilisation * static_cast<double>(mean_.slots);
    if (busy > 0 && *arrivals > 0) slot_rate_ = *arrivals / busy;
}

ServiceLoad ReplayedLoad::at(double factor, std::optional<std::int64_t> database_slots) const {
    const auto arrivals = arrivals_ ? std::optional(*arrivals_ * factor) : std::nullopt;
    return load_of(service_, needs_, arrivals, {factor, 0, false}, database_slots);
}

const ServiceLoad& ReplayedLoad::known_at(double factor, std::optional<std::int64_t> database_slots) {
    const Settling key(service_.replicas, database_slots, factor);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_.emplace(key, at(factor, database_slots)).first->second;
}

ServiceLoad ReplayedLoad::next(std::int64_t replicas, double factor,
                               std::optional<std::int64_t> database_slots) {
    service_.replicas = replicas;
    ServiceLoad load = known_at(factor, database_slots);
    if (slot_rate_ <= 0 || load.slots == 0) return load;
    carry(load);
    add_connections(load, factor);
    return load;
}

void ReplayedLoad::carry(ServiceLoad& load) {
    Flow flow{load.arrivals.value_or(0), slot_rate_ * static_cast<double>(load.slots), 0};
    QueueFigures figures = settled(load, flow);
    const double queue = figures.lq.value_or(0);
    flow.served = std::min(flow.arrivals + std::max(waiting_ - queue, 0.0) / kStepSeconds, flow.capacity);
    // A queue that has just become too long for its minute is the one that overload begins with.
    waiting_ = std::max(waiting_ + kStepSeconds * (flow.arrivals - flow.capacity), queue);
    const double backlog = waiting_ - queue;
    figures.utilisation = std::max(flow.arrivals, flow.served) / flow.capacity;
    figures.w += backlog / flow.capacity;
    figures.l += backlog;
    add(figures.wq, backlog / flow.capacity);
    add(figures.lq, backlog);
    add(figures.wait_percentile, backlog / flow.capacity);
    add(figures.response_percentile, backlog / flow.capacity);
    load.median.reset();
    load.figures = figures;
    if (load.cpu && flow.arrivals > 0) *load.cpu *= flow.served / flow.arrivals;
}

/// What the minute would settle at without what is left waiting from before; nothing waits where it would
/// never settle.
QueueFigures ReplayedLoad::settled(const ServiceLoad& load, const Flow& flow) const {
    if (load.figures && flow.arrivals < flow.capacity && load.figures->utilisation < 1) return *load.figures;
    QueueFigures figures = idle_.figures.value_or(QueueFigures{});
    if (figures.lq) figures.lq = 0;
    if (figures.wq) figures.wq = 0;
    figures.l = std::min(flow.arrivals, flow.capacity) * figures.w;  // Little's law
    return figures;
}

/// The open ones, and those of requests; each takes memory.
void ReplayedLoad::add_connections(ServiceLoad& load, double factor) const {
    if (!idle_.connections || !idle_.figures) return;
    const double open = (*idle_.connections - idle_.figures->l) / kIdle * factor;
    load.connections = open + load.figures->l;
    const Bytes request = needs_.request.memory;
    if (!idle_.memory || request.is_zero()) return;
    const double more = *load.connections / static_cast<double>(service_.replicas) -
                        *idle_.connections / static_cast<double>(idle_replicas_);
    load.memory = *idle_.memory + more * static_cast<double>(asgi_connection_memory(service_).to_bytes()) /
                                      static_cast<double>(request.to_bytes());
}

}  // namespace stowage
