// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "../word_list.hpp"
#include "capacity_fixes.hpp"
#include "stowage/explanation.hpp"
#include "stowage/limits.hpp"

namespace stowage {
namespace {

constexpr std::size_t kNamed = 3;  // a sentence holds no more; the estimate lists the others

/// Services by the word that they share, each list in the order of the plan.
using Groups = std::map<std::string_view, std::vector<std::uint32_t>>;

/// "A", "A and B", "A, B and 4 others".
std::string names_of(const Examined& examined, const std::vector<std::uint32_t>& services) {
    const std::size_t shown = services.size() > kNamed ? kNamed - 1 : services.size();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shown; ++i)
        names.push_back(label_of(examined.environment.services[services[i]]));
    if (shown < services.size()) names.push_back(std::to_string(services.size() - shown) + " others");
    return list_of(names);
}

/// Of the services that are unplaced. Those of one group lack room for the same bundle.
Groups groups_without_room(const Examined& examined) {
    const Placement& placement = examined.estimate.placement;
    Groups groups;
    for (const Unplaced& unplaced : placement.unplaced) {
        const Service& service = examined.environment.services[unplaced.service];
        if (service.together.empty()) continue;
        if (std::binary_search(placement.apart.begin(), placement.apart.end(), unplaced.service)) continue;
        groups[service.together].push_back(unplaced.service);
    }
    return groups;
}

/// ", together with B" for a service whose bundle holds others.
std::string company(const Examined& examined, const Groups& groups, std::uint32_t service) {
    const auto group = groups.find(examined.environment.services[service].together);
    if (group == groups.end() || group->second.size() < 2) return {};
    std::vector<std::uint32_t> others = group->second;
    others.erase(std::remove(others.begin(), others.end(), service), others.end());
    return ", together with " + names_of(examined, others);
}

std::string reason(const Examined& examined, const Refusal& refusal) {
    return label_of(examined.environment.servers[refusal.server]) + " " + explain_refusal(refusal);
}

void add_unplaced(const Examined& examined, const Groups& groups, const Unplaced& unplaced,
                  Findings& findings) {
    const Service& service = examined.environment.services[unplaced.service];
    std::string message = label_of(service) + company(examined, groups, unplaced.service) + ": " +
                          std::to_string(unplaced.replicas) + " of " + std::to_string(service.replicas) +
                          (service.replicas == 1 ? " replica" : " replicas") +
                          (unplaced.replicas == 1 ? " finds no server" : " find no server");
    if (examined.environment.servers.empty() && service.server.empty())
        message += "; the environment has none";
    if (!service.server.empty() && find_named(examined.environment.servers, service.server) == nullptr)
        message += ": none is named " + service.server;
    for (std::size_t i = 0; i < std::min(kNamed, unplaced.refusals.size()); ++i) {
        message += (i == 0 ? ": " : "; ") + reason(examined, unplaced.refusals[i]);
    }
    findings.push_back(
        finding(FindingCode::service_unplaced, examined.pointer_to("services", service.name), message));
    if (auto fix = fix_unplaced(examined, unplaced.service)) findings.back().fixes.push_back(*std::move(fix));
}

/// Members that are pinned elsewhere than the first pinned one could follow it.
void add_torn_apart(const Examined& examined, const std::vector<std::uint32_t>& members, Findings& findings) {
    const std::vector<Service>& services = examined.environment.services;
    const auto first = std::find_if(members.begin(), members.end(),
                                    [&](std::uint32_t i) { return !services[i].server.empty(); });
    if (first == members.end()) return;
    const std::string& server = services[*first].server;
    const auto label_of_server = [&](const std::string& name) {
        const Server* found = find_named(examined.environment.servers, name);
        return found == nullptr ? name : label_of(*found);
    };
    std::string pins = label_of(services[*first]) + " is pinned to " + label_of_server(server);
    std::vector<std::uint32_t> elsewhere;
    Fix fix;
    for (const std::uint32_t member : members) {
        const Service& service = services[member];
        if (service.server.empty() || service.server == server) continue;
        if (elsewhere.size() < kNamed - 1)
            pins += ", " + label_of(service) + " to " + label_of_server(service.server);
        elsewhere.push_back(member);
        const std::string pointer = examined.pointer_to("services", service.name);
        fix.edits.push_back({child_pointer(pointer, "server"), server});
    }
    if (elsewhere.empty()) return;
    fix.label = "Pin " + names_of(examined, elsewhere) + " to " + label_of_server(server);
    Finding torn = finding(FindingCode::together_impossible, fix.edits.front().pointer,
                           pins + ", so " + names_of(examined, members) + " cannot run together");
    torn.fixes.push_back(std::move(fix));
    findings.push_back(std::move(torn));
}

void find_torn_apart(const Examined& examined, Findings& findings) {
    Groups groups;
    std::vector<std::string_view> words;  // in the order of the plan
    for (const std::uint32_t service : examined.estimate.placement.apart) {
        const std::string_view word = examined.environment.services[service].together;
        if (!groups.contains(word)) words.push_back(word);
        groups[word].push_back(service);
    }
    for (const std::string_view word : words) add_torn_apart(examined, groups[word], findings);
}

}  // namespace

void find_service_problems(const Examined& examined, Findings& findings) {
    const Groups groups = groups_without_room(examined);
    for (const Unplaced& unplaced : examined.estimate.placement.unplaced)
        add_unplaced(examined, groups, unplaced, findings);
    find_torn_apart(examined, findings);
    for (std::size_t i = 0; i < examined.environment.services.size(); ++i) {
        const Service& service = examined.environment.services[i];
        const Bytes request = examined.estimate.needs[i].request.memory;
        if (!service.memory_limit || service.memory_limit->middle() >= request) continue;
        findings.push_back(
            finding(FindingCode::memory_limit_below_request,
                    child_pointer(examined.pointer_to("services", service.name), "memory_limit"),
                    label_of(service) + " requests " + show_bytes(request) + " but may use only " +
                        show_bytes(service.memory_limit->middle())));
        if (request > limits::kMemory) continue;
        findings.back().fixes.push_back(
            {"Set the limit to " + show_bytes(request), {{findings.back().where, format_bytes(request)}}});
    }
}

}  // namespace stowage
