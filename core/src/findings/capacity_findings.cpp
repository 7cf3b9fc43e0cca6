// SPDX-License-Identifier: MIT
#include <algorithm>

#include "capacity_fixes.hpp"

namespace stowage {
namespace {

bool add_missing_size(const Examined& examined, std::size_t i, Findings& findings) {
    if (examined.estimate.servers[i].machine.complete) return false;
    const Server& server = examined.environment.servers[i];
    std::string message = label_of(server) + " states no ";
    message += server.cpu ? "memory" : (server.memory ? "cpu" : "cpu and no memory");
    message += server.instance.empty() ? " and names no instance"
                                       : ", and the catalogue has no such figure for " + server.instance;
    findings.push_back(
        finding(FindingCode::server_without_size, examined.pointer_to("servers", server.name), message));
    return true;
}

/// "9 of 8 cores", "9 GiB of 8 GiB memory", "12 of 10 pods".
std::string part_of(Resources part, Resources whole, Resource resource) {
    switch (resource) {
        case Resource::cpu: return format_cpu(part.cpu) + " of " + show_cpu(whole.cpu);
        case Resource::pods: return std::to_string(part.pods) + " of " + show_amount(whole, resource);
        case Resource::memory:
        case Resource::disk: break;
    }
    return show_amount(part, resource) + " of " + show_amount(whole, resource) + " " +
           std::string(name_of(resource));
}

bool add_overcommitted(const Examined& examined, std::size_t i, Resource resource, Findings& findings) {
    const ServerEstimate& server = examined.estimate.servers[i];
    const std::size_t fullest = fullest_machine(server, resource);
    const MachineEstimate& machine = server.machines[fullest];
    if (amount_of(machine.free, resource) >= 0) return false;
    const std::string message = machine_label(examined, i, fullest) + " needs " +
                                part_of(machine.used, server.machine.allocatable(), resource) +
                                ": over-committed by " + show_amount(Resources{} - machine.free, resource);
    findings.push_back(finding(FindingCode::server_overcommitted,
                               examined.pointer_to("servers", examined.environment.servers[i].name),
                               message));
    return true;
}

bool add_below_minimum(const Examined& examined, std::size_t i, Resource resource, Findings& findings) {
    const ServerEstimate& server = examined.estimate.servers[i];
    const std::size_t fullest = fullest_machine(server, resource);
    const Resources free = server.machines[fullest].free;
    if (amount_of(free, resource) >= amount_of(server.machine.floor, resource)) return false;
    findings.push_back(finding(FindingCode::headroom_below_minimum,
                               examined.pointer_to("servers", examined.environment.servers[i].name),
                               machine_label(examined, i, fullest) + " has " + show_amount(free, resource) +
                                   " of " + std::string(name_of(resource)) + " free; the policy demands " +
                                   show_amount(server.machine.floor, resource)));
    return true;
}

/// Pods are a count: the operating system needs none of them.
bool leaves_nothing(const ServerEstimate& server, Resource resource) {
    if (resource == Resource::pods) return false;
    const MachineEstimate& machine = server.machines[fullest_machine(server, resource)];
    return amount_of(server.machine.reserved, resource) == 0 && amount_of(machine.free, resource) == 0;
}

/// One sentence about all resources of a server that are used up.
void add_no_headroom(const Examined& examined, std::size_t i, const std::vector<Resource>& used_up,
                     Findings& findings) {
    if (used_up.empty()) return;
    std::string nothing;
    std::string all;
    for (const Resource resource : used_up) {
        join_with_and(nothing, "no " + std::string(name_of(resource)));
        join_with_and(all, show_amount(examined.estimate.servers[i].machine.size, resource));
    }
    const Server& planned = examined.environment.servers[i];
    findings.push_back(finding(FindingCode::no_headroom, examined.pointer_to("servers", planned.name),
                               label_of(planned) + " leaves " + nothing + " to the operating system: all " +
                                   all + " are requested"));
}

/// The memory that each machine's replicas may take at their peaks.
std::vector<std::vector<Bytes>> peaks_of(const EnvironmentEstimate& estimate) {
    std::vector<std::vector<Bytes>> peaks;
    for (const ServerEstimate& server : estimate.servers) peaks.emplace_back(server.machines.size());
    for (const Placed& placed : estimate.placement.placed) {
        peaks[placed.server][placed.machine] += estimate.needs[placed.service].peak_memory;
    }
    return peaks;
}

void add_peak_overcommitted(const Examined& examined, std::size_t i, const std::vector<Bytes>& peaks,
                            Findings& findings) {
    const ServerEstimate& server = examined.estimate.servers[i];
    const auto worst = static_cast<std::size_t>(std::max_element(peaks.begin(), peaks.end()) - peaks.begin());
    const Resources peak{{}, peaks[worst]};
    if (peak.memory <= server.machine.allocatable().memory) return;
    if (server.machines[fullest_machine(server, Resource::memory)].free.memory.is_negative()) return;
    findings.push_back(finding(FindingCode::memory_peak_overcommitted,
                               examined.pointer_to("servers", examined.environment.servers[i].name),
                               machine_label(examined, i, worst) + " may need " +
                                   part_of(peak, server.machine.allocatable(), Resource::memory) +
                                   " at the peaks of its services; their requests fit"));
}

void add_stranded(const Examined& examined, std::size_t i, Findings& findings) {
    constexpr Percent kTold = Percent::whole(25);  // our choice: a quarter of a machine is worth a thought
    const ServerEstimate& server = examined.estimate.servers[i];
    const Resources whole = server.capacity - server.reserved;
    for (const Resource resource : {Resource::cpu, Resource::memory}) {
        const Resource other = resource == Resource::cpu ? Resource::memory : Resource::cpu;
        const std::int64_t stranded = amount_of(server.stranded, resource);
        if (stranded == 0 ||
            less_share(stranded, amount_of(whole, resource), kTold.to_hundredths(), 10'000)) {
            continue;
        }
        findings.push_back(finding(
            FindingCode::stranded_capacity,
            examined.pointer_to("servers", examined.environment.servers[i].name),
            label_of(examined.environment.servers[i]) + " has " + show_amount(server.stranded, resource) +
                " of " + std::string(name_of(resource)) + " left without the " + std::string(name_of(other)) +
                " that services of this environment need with it"));
    }
}

/// The fix of a server's findings, looked for once: it mends all its resources.
class ServerFix {
  public:
    ServerFix(const Examined& examined, std::size_t server, bool keep_floor)
        : examined_(examined), server_(static_cast<std::uint32_t>(server)), keep_floor_(keep_floor) {}
    void add(Finding& finding) {
        if (!tried_) fix_ = fix_server(examined_, server_, keep_floor_);
        tried_ = true;
        if (fix_) finding.fixes.push_back(*fix_);
    }

  private:
    const Examined& examined_;
    std::uint32_t server_;
    bool keep_floor_;
    bool tried_ = false;
    std::optional<Fix> fix_;
};

}  // namespace

void find_capacity_problems(const Examined& examined, Findings& findings) {
    const auto peaks = peaks_of(examined.estimate);
    for (std::size_t i = 0; i < examined.environment.servers.size(); ++i) {
        if (add_missing_size(examined, i, findings)) continue;
        ServerFix over(examined, i, false);
        ServerFix below(examined, i, true);
        std::vector<Resource> used_up;
        for (const Resource resource : kResources) {
            if (!examined.estimate.servers[i].machine.limits(resource)) continue;
            // Each hides those after it: what is over-committed is also below every policy.
            if (add_overcommitted(examined, i, resource, findings)) {
                over.add(findings.back());
                continue;
            }
            if (add_below_minimum(examined, i, resource, findings)) {
                below.add(findings.back());
                continue;
            }
            if (leaves_nothing(examined.estimate.servers[i], resource)) used_up.push_back(resource);
        }
        add_no_headroom(examined, i, used_up, findings);
        add_peak_overcommitted(examined, i, peaks[i], findings);
        add_stranded(examined, i, findings);
    }
}

}  // namespace stowage
