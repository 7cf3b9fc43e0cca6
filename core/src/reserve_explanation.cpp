// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "reserve_rules.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

using namespace reserve_rules;

std::string_view source_of(ReserveRule rule) {
    switch (rule) {
        case ReserveRule::none:
        case ReserveRule::own: break;
        case ReserveRule::host: return "our choice: no universal figure is published";
        case ReserveRule::gke: return "source: Google, Plan node sizes, read 2026-07-20";
        case ReserveRule::eks: return "source: CPU as GKE, memory by amazon-eks-ami, bootstrap.sh";
        case ReserveRule::aks: return "source: Microsoft, Node resource reservations in AKS, 1.29 and later";
    }
    return {};
}

Resources amount(Resource resource, std::int64_t units) {
    return resource == Resource::cpu ? Resources{MilliCpu::millis(units), {}}
                                     : Resources{{}, Bytes::bytes(units)};
}

/// "6% of 1 core + 1% of the next 1 core + 0.5% of the next 2 cores"
std::string tiers_text(Tiers tiers, Resource resource, std::int64_t whole) {
    std::string text;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const std::int64_t end = i + 1 < tiers.size() ? std::min(whole, tiers[i + 1].from) : whole;
        if (i > 0 && end <= tiers[i].from) break;
        text += (i == 0 ? "" : " + ") + format_percent(tiers[i].kept) + (i == 0 ? " of " : " of the next ") +
                show_amount(amount(resource, end - tiers[i].from), resource);
    }
    return text;
}

std::string with_eviction(const std::string& text) {
    return text + " + " + show_bytes(kEviction) + " for eviction";
}

std::string by_pods(Bytes each, std::int64_t pods, Bytes more) {
    return show_bytes(each) + " x " + std::to_string(pods) + " pods + " + show_bytes(more);
}

std::string host_memory() {
    return "the larger of " + show_bytes(kHostLeastMemory) + " and " + format_percent(kHostMemoryShare);
}

std::string gke_memory(Bytes memory) {
    if (memory < kGkeTiersFrom)
        return with_eviction(show_bytes(kGkeBelowTiers) + " below " + show_bytes(kGkeTiersFrom));
    return with_eviction(tiers_text(kGkeMemory, Resource::memory, memory.to_bytes()));
}

std::string aks_memory(Resources size) {
    const std::string pods = by_pods(kAksMemoryOfPod, size.pods, kAksMemory);
    const Bytes most = share_of(size.memory, kAksMostMemory);
    if (kAksMemoryOfPod * size.pods + kAksMemory <= most) return with_eviction(pods);
    return with_eviction(format_percent(kAksMostMemory) + " of " + show_bytes(size.memory)) + ", as " + pods +
           " would be more";
}

std::string formula_of(const Reserve& reserve, Resources size, Resource resource) {
    const bool cpu = resource == Resource::cpu;
    switch (reserve.rule) {
        case ReserveRule::none: break;
        case ReserveRule::own: return "as the plan states";
        case ReserveRule::host: return cpu ? "of any size" : host_memory() + " of " + show_bytes(size.memory);
        case ReserveRule::gke:
            return cpu ? tiers_text(kKubernetesCpu, resource, size.cpu.to_millis()) : gke_memory(size.memory);
        case ReserveRule::eks:
            return cpu ? tiers_text(kKubernetesCpu, resource, size.cpu.to_millis())
                       : by_pods(kEksMemoryOfPod, size.pods, kEksMemory);
        case ReserveRule::aks:
            return cpu ? tiers_text(kAksCpu, resource, size.cpu.to_millis()) : aks_memory(size);
    }
    return {};
}

/// "6% of 1 core = 0.06 cores", with what it is limited to on a machine that has less.
std::string equation_of(const Reserve& reserve, Resources size, Resource resource) {
    const Resources kept = reserve_of(reserve, size);
    std::string text = formula_of(reserve, size, resource) + " = " + show_amount(kept, resource);
    if (amount_of(kept, resource) == amount_of(size, resource)) text += ", all that it has";
    return text;
}

}  // namespace

std::string_view title_of(ReserveRule rule) {
    switch (rule) {
        case ReserveRule::none: return "none";
        case ReserveRule::host: return "plain host";
        case ReserveRule::gke: return "GKE";
        case ReserveRule::eks: return "EKS";
        case ReserveRule::aks: return "AKS";
        case ReserveRule::own: return "own figures";
    }
    return "none";
}

std::string explain_reserve(const Reserve& reserve, Resources size, Resource resource) {
    const bool kept = resource == Resource::cpu || resource == Resource::memory;
    if (reserve.rule == ReserveRule::none || !kept) return {};
    const std::string source(source_of(reserve.rule));
    return std::string(title_of(reserve.rule)) + ": " + equation_of(reserve, size, resource) +
           (source.empty() ? "" : "\n" + source);
}

std::string explain_reserve(const Reserve& reserve, Resources size) {
    if (reserve.rule == ReserveRule::none) return {};
    const std::string source(source_of(reserve.rule));
    return std::string(title_of(reserve.rule)) + ": CPU " + equation_of(reserve, size, Resource::cpu) +
           "; memory " + equation_of(reserve, size, Resource::memory) + (source.empty() ? "" : "; " + source);
}

std::vector<ExplainedReserve> explain_reserves(const Environment& environment,
                                               const EnvironmentEstimate& estimate) {
    std::vector<ExplainedReserve> explained;
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        std::string text = explain_reserve(reserve_for(environment, environment.servers[i]),
                                           estimate.servers[i].machine.size);
        if (text.empty()) continue;
        const auto [at, added] = known.emplace(text, explained.size());
        if (added) explained.push_back({{}, std::move(text)});
        std::string& servers = explained[at->second].servers;
        servers += (servers.empty() ? "" : ", ") + label_of(environment.servers[i]);
    }
    return explained;
}

}  // namespace stowage
