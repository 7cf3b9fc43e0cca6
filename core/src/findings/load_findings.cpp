// SPDX-License-Identifier: MIT
#include "../load/plain_number.hpp"
#include "stack_findings.hpp"
#include "stowage/fit.hpp"
#include "stowage/load_limits.hpp"
#include "stowage/number_text.hpp"
#include "stowage/scaling.hpp"
#include "stowage/stack/asgi.hpp"

namespace stowage {
namespace {

/// Connections that may be turned away before it is told: our choice.
constexpr double kMostTurnedAway = 0.01;

std::string load_pointer(const Examined& examined, const Service& service, std::string_view key) {
    return child_pointer(child_pointer(examined.pointer_to("services", service.name), "load"), key);
}

void add_service_time(const Examined& examined, const Service& service, Findings& findings) {
    const Load& load = service.load;
    if (!load.service_time_median && !load.service_time_p95) return;
    std::string why;
    if (load.service_time) {
        why = "a mean service time beside the percentiles: the mean counts";
    } else if (!load.service_time_median || !load.service_time_p95) {
        why = "one of median and 95th percentile of its service time: both are needed";
    } else if (!service_time_of(load)) {
        why = "a 95th percentile below the median of its service time";
    }
    if (why.empty()) return;
    findings.push_back(finding(
        FindingCode::service_time_unclear,
        load_pointer(examined, service, load.service_time_p95 ? "service_time_p95" : "service_time_median"),
        label_of(service) + " states " + why));
}

/// "Set replicas to 3", where those find room.
void add_replicas_fix(const Examined& examined, std::uint32_t index, Finding& found) {
    const Service& service = examined.environment.services[index];
    if (!scales_by_replicas(service) || !examined.work.spend_on(examined.problem)) return;
    const auto needed =
        replicas_needed(service, examined.estimate.needs[index], examined.estimate.loads[index].arrivals, {},
                        latency_budget_of(service));
    if (!needed || *needed <= service.replicas) return;
    const std::int64_t more = *needed - service.replicas;
    if (room_for(examined.environment, examined.estimate, index).replicas < more) return;
    found.fixes.push_back(set_to(examined, service, "replicas", *needed));
}

std::string busy_of(const Service& service, const ServiceLoad& load) {
    const std::string slots = std::to_string(load.slots);
    switch (service.kind) {
        case ServiceKind::postgres: return slots + " database connections";
        case ServiceKind::asgi:
        case ServiceKind::nginx: return slots + " event loops";
        default: return slots + (load.slots == 1 ? " worker" : " workers");
    }
}

void add_overload(const Examined& examined, std::uint32_t index, Findings& findings) {
    const Service& service = examined.environment.services[index];
    const ServiceLoad& load = examined.estimate.loads[index];
    const bool workers = load.figures && load.figures->utilisation >= 1;
    if (!workers && load.cpu.value_or(0) < 1) return;
    std::string message = label_of(service) + " cannot keep up";
    if (load.arrivals) message += " with " + show_per_second(*load.arrivals);
    message += workers ? ": that is " + show_share(load.figures->utilisation) + " of what its " +
                             busy_of(service, load) + " can do"
                       : ": that takes " + show_share(*load.cpu) + " of the CPU that it requests";
    Finding found = finding(FindingCode::overloaded, examined.pointer_to("services", service.name), message);
    add_replicas_fix(examined, index, found);
    findings.push_back(std::move(found));
}

void add_latency(const Examined& examined, std::uint32_t index, Findings& findings) {
    const Service& service = examined.environment.services[index];
    const ServiceLoad& load = examined.estimate.loads[index];
    const auto budget = latency_budget_of(service);
    const auto latency = load.latency();
    if (!budget || !latency || *latency <= *budget || load.figures->utilisation >= 1) return;
    const bool percentile = load.figures->response_percentile.has_value();
    Finding found = finding(
        FindingCode::latency_over_budget, load_pointer(examined, service, "latency_budget"),
        label_of(service) + ": " + (percentile ? "95 % of the responses take up to " : "a response takes ") +
            show_seconds(*latency) + (percentile ? "" : " in the mean") + ", the budget is " +
            show_seconds(*budget));
    add_replicas_fix(examined, index, found);
    findings.push_back(std::move(found));
}

void add_connections(const Examined& examined, std::uint32_t index, Findings& findings) {
    const Service& service = examined.environment.services[index];
    const ServiceLoad& load = examined.estimate.loads[index];
    if (load.turned_away.value_or(0) < kMostTurnedAway) return;
    Finding found = finding(FindingCode::connections_exceeded, examined.pointer_to("services", service.name),
                            label_of(service) + " turns " + show_share(*load.turned_away) +
                                " of its connections away: each of " + std::to_string(service.replicas) +
                                " replicas accepts " + std::to_string(asgi_max_connections(service)));
    add_replicas_fix(examined, index, found);
    findings.push_back(std::move(found));
}

void add_scale_out(const Examined& examined, std::uint32_t index, Findings& findings) {
    const Service& service = examined.environment.services[index];
    if (!service.scale_out) return;
    const Metrics metrics = metrics_of(service, examined.estimate.loads[index]);
    const RuleVerdict verdict = verdict_of(*service.scale_out, metrics);
    if (verdict.firing != Firing::fires) return;
    std::string why;
    for (const ConditionVerdict& one : verdict.conditions) {
        if (!one.holds().value_or(false)) continue;
        join_with_and(why, std::string(name_of(one.condition.metric)) + " is " +
                               show_metric(one.condition.metric, *one.figure));
    }
    const std::string where = child_pointer(examined.pointer_to("services", service.name), "scale_out");
    const std::string start = "The rule of " + label_of(service) + " fires at the planned load: " + why;
    const std::int64_t most = service.scale_out->max.value_or(service.replicas + service.scale_out->add);
    const std::int64_t added = std::min(service.scale_out->add, most - service.replicas);
    const bool can_tell = added > 0 && examined.work.spend_on(examined.problem);
    const std::int64_t room =
        can_tell ? room_for(examined.environment, examined.estimate, index).replicas : added;
    if (room < added) {
        findings.push_back(finding(FindingCode::scale_out_without_room, where,
                                   start + "; there is room for " + std::to_string(room) + " of the " +
                                       std::to_string(added) + " it adds"));
        return;
    }
    Finding found = finding(FindingCode::scale_out_fires, where, start);
    add_replicas_fix(examined, index, found);
    findings.push_back(std::move(found));
}

}  // namespace

void find_load_problems(const Examined& examined, Findings& findings) {
    for (const Service& service : examined.environment.services)
        add_service_time(examined, service, findings);
    if (examined.estimate.loads.empty()) return;
    for (std::uint32_t i = 0; i < examined.environment.services.size(); ++i) {
        if (examined.environment.services[i].replicas == 0) continue;
        add_overload(examined, i, findings);
        add_latency(examined, i, findings);
        add_connections(examined, i, findings);
        add_scale_out(examined, i, findings);
    }
}

}  // namespace stowage
