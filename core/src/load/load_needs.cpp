// SPDX-License-Identifier: MIT
#include "stowage/load_needs.hpp"

namespace stowage {
std::vector<MissingFigure> missing_load_figures(const Service& service, const ServiceLoad& load) {
    const Load& stated = service.load;
    const bool loops = runs_event_loops(service.kind);
    const bool open = service.kind == ServiceKind::asgi && stated.connections;
    const bool arrives = stated.arrivals || load.arrivals.value_or(0) > 0;
    std::vector<MissingFigure> missing;
    if (service.kind == ServiceKind::other && !service.workers)
        missing.push_back({"kind", "a kind that has workers"});
    if (!arrives && !open) missing.push_back({"load/arrivals", "arrivals"});
    if (open && !arrives) {  // what is sent over open connections is the work
        if (!stated.messages) missing.push_back({"load/messages", "messages on each connection"});
        if (!stated.message_time) missing.push_back({"load/message_time", "the CPU time of a message"});
    } else if (!service_time_of(stated) && !(loops && stated.cpu_time)) {
        missing.push_back(loops ? MissingFigure{"load/cpu_time", "a CPU time"}
                                : MissingFigure{"load/service_time", "a service time"});
    }
    return missing;
}

std::string missing_load_text(const std::vector<MissingFigure>& missing) {
    if (missing.empty()) return {};
    std::string text = "Response times need ";
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (i > 0) text += i + 1 == missing.size() ? " and " : ", ";
        text += missing[i].name;
    }
    return text + ".";
}

}  // namespace stowage
