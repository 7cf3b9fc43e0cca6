// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/load.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// True where a worker goes on while it waits: the CPU time of a request can stand for its service time.
[[nodiscard]] constexpr bool runs_event_loops(ServiceKind kind) {
    return kind == ServiceKind::asgi || kind == ServiceKind::nginx;
}

/// A setting of a service that is not stated.
struct MissingFigure {
    std::string_view key;   ///< below the service: "load/arrivals"
    std::string_view name;  ///< "arrivals"
};

/// What load_of() would need to predict response times of the service, in the order in which one states it;
/// empty when it has all. `load`: what was predicted; its arrivals may come from callers.
[[nodiscard]] std::vector<MissingFigure> missing_load_figures(const Service& service,
                                                              const ServiceLoad& load);

/// "Response times need arrivals and a service time."; empty when nothing is missing.
[[nodiscard]] std::string missing_load_text(const std::vector<MissingFigure>& missing);

}  // namespace stowage
