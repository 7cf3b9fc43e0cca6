// SPDX-License-Identifier: MIT
#include <algorithm>

#include "examined.hpp"

namespace stowage {
namespace {

std::string reason(const Examined& examined, const Refusal& refusal) {
    const std::string& server = label_of(examined.environment.servers[refusal.server]);
    std::string lacks;
    for (const Resource resource : kResources) {
        if (amount_of(refusal.missing, resource) == 0) continue;
        join_with_and(lacks, show_amount(refusal.missing, resource) +
                                 (resource == Resource::memory ? " of memory" : ""));
    }
    if (lacks.empty()) return server + " runs a replica already, and they are spread";
    return server + " lacks " + lacks;
}

void add_unplaced(const Examined& examined, const Unplaced& unplaced, Findings& findings) {
    const Service& service = examined.environment.services[unplaced.service];
    std::string message = label_of(service) + ": " + std::to_string(unplaced.replicas) + " of " +
                          std::to_string(service.replicas) +
                          (service.replicas == 1 ? " replica" : " replicas") +
                          (unplaced.replicas == 1 ? " finds no server" : " find no server");
    if (examined.environment.servers.empty() && service.server.empty())
        message += "; the environment has none";
    if (!service.server.empty() && find_named(examined.environment.servers, service.server) == nullptr)
        message += ": none is named " + service.server;
    constexpr std::size_t kShown = 3;  // a sentence holds no more; the estimate lists the others
    for (std::size_t i = 0; i < std::min(kShown, unplaced.refusals.size()); ++i) {
        message += (i == 0 ? ": " : "; ") + reason(examined, unplaced.refusals[i]);
    }
    findings.push_back(
        finding(FindingCode::service_unplaced, examined.pointer_to("services", service.name), message));
}

}  // namespace

void find_service_problems(const Examined& examined, Findings& findings) {
    for (const Unplaced& unplaced : examined.estimate.placement.unplaced)
        add_unplaced(examined, unplaced, findings);
    for (std::size_t i = 0; i < examined.environment.services.size(); ++i) {
        const Service& service = examined.environment.services[i];
        const Bytes request = examined.estimate.needs[i].request.memory;
        if (!service.memory_limit || *service.memory_limit >= request) continue;
        findings.push_back(
            finding(FindingCode::memory_limit_below_request,
                    child_pointer(examined.pointer_to("services", service.name), "memory_limit"),
                    label_of(service) + " requests " + show_bytes(request) + " but may use only " +
                        show_bytes(*service.memory_limit)));
    }
}

}  // namespace stowage
