// SPDX-License-Identifier: MIT
#include "stowage/text/replay_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "estimate_nodes.hpp"
#include "names_in_plan.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

bool has_rule(const Service& service) { return service.scale_out || service.scale_in; }

bool is_asked(const ReplayQuestion& question, const Service& service) {
    return has_rule(service) && (question.service.empty() || service.name == question.service);
}

bool is_asked(const ReplayQuestion& question, const Environment& environment) {
    return question.environment.empty() || environment.name == question.environment;
}

Error no_such_service(const ReplayQuestion& question, const Plan& plan) {
    std::vector<std::string_view> names;
    for (const Environment& environment : plan.environments) {
        if (!is_asked(question, environment)) continue;
        for (const Service& service : environment.services) {
            const bool known = std::find(names.begin(), names.end(), service.name) != names.end();
            if (has_rule(service) && !known) names.emplace_back(service.name);
        }
    }
    return no_such("service with a scaling rule", question.service, names);
}

void keep_asked(const ReplayQuestion& question, const Environment& environment, Replay& replay) {
    const auto other = [&](std::uint32_t service) {
        return !is_asked(question, environment.services[service]);
    };
    std::erase_if(replay.services, [&](const ReplayedService& each) { return other(each.service); });
    std::erase_if(replay.unpredicted, other);
    std::erase_if(replay.events, [&](const ReplayEvent& each) { return other(each.service); });
}

Node series_node(const std::vector<ReplayedMinute>& minutes) {
    Node node = Node::map();
    const auto add = [&](const char* key, auto convert) { node.add(key, list_of(minutes, convert)); };
    add("running", [](const ReplayedMinute& minute) { return Node::number(minute.running); });
    add("starting", [](const ReplayedMinute& minute) { return Node::number(minute.starting); });
    add("cpu", [](const ReplayedMinute& minute) { return figure_node(minute.cpu); });
    add("utilisation", [](const ReplayedMinute& minute) { return figure_node(minute.utilisation); });
    add("latency", [](const ReplayedMinute& minute) { return figure_node(minute.latency); });
    add("queue", [](const ReplayedMinute& minute) { return figure_node(minute.queue); });
    add("in_violation", [](const ReplayedMinute& minute) { return Node::boolean(minute.in_violation); });
    return node;
}

Node service_node(const Environment& environment, const ReplayedService& replayed) {
    Node node = Node::map();
    node.add("name", Node::text(environment.services[replayed.service].name));
    node.add("replicas", Node::number(environment.services[replayed.service].replicas));
    node.add("least_replicas", Node::number(replayed.least_replicas));
    node.add("most_replicas", Node::number(replayed.most_replicas));
    node.add("replica_minutes", Node::number(replayed.replica_minutes));
    node.add("actions", Node::number(replayed.actions));
    node.add("refusals", Node::number(replayed.refusals));
    node.add("flapping", Node::number(replayed.flapping));
    node.add("minutes_in_violation", Node::number(replayed.minutes_in_violation));
    if (replayed.worst_latency) {
        Node worst = Node::map();
        worst.add("minute", Node::number(replayed.worst_minute));
        worst.add("latency", figure_node(replayed.worst_latency));
        node.add("worst", std::move(worst));
    }
    node.add("series", series_node(replayed.minutes));
    return node;
}

Node event_node(const Environment& environment, const ReplayEvent& event) {
    Node node = Node::map();
    node.add("minute", Node::number(event.minute));
    node.add("service", Node::text(environment.services[event.service].name));
    node.add("action", name_node(name_of(event.action)));
    node.add("count", Node::number(event.count));
    node.add("after", Node::number(event.after));
    node.add("condition", Node::text(show_reason(environment, event)));
    if (!event.machines.empty()) {
        node.add("machines", list_of(event.machines, [&](const PoolMachines& machines) {
                     Node pool = Node::map();
                     pool.add("server", Node::text(environment.servers[machines.server].name));
                     pool.add("count", Node::number(machines.count));
                     return pool;
                 }));
    }
    if (event.room) {
        node.add("server", Node::text(environment.servers[event.server].name));
        node.add("reason", Node::text(show_move_room(*event.room)));
    }
    return node;
}

Node rent_node(const Environment& environment, const ReplayedRent& rent) {
    Node node = Node::map();
    node.add("month", cost_node(rent.month));
    node.add("curve", cost_node(rent.curve));
    node.add("most", cost_node(rent.most));
    node.add("cost", list_of(rent.minutes, [](Money month) { return Node::text(format_cents(month)); }));
    node.add("servers", list_of(rent.pools, [&](const RentedPool& pool) {
                 Node server = Node::map();
                 server.add("name", Node::text(environment.servers[pool.server].name));
                 server.add("most", Node::number(pool.most));
                 server.add("rented",
                            list_of(pool.minutes, [](std::int64_t count) { return Node::number(count); }));
                 return server;
             }));
    return node;
}

Node answer_node(const Environment& environment, const Replay& replay) {
    Node node = Node::map();
    node.add("name", Node::text(environment.name));
    node.add("cost", cost_node(replay.cost));
    if (replay.rent) node.add("rent", rent_node(environment, *replay.rent));
    node.add("services", list_of(replay.services, [&](const ReplayedService& service) {
                 return service_node(environment, service);
             }));
    node.add("unpredicted", list_of(replay.unpredicted, [&](std::uint32_t service) {
                 return Node::text(environment.services[service].name);
             }));
    node.add("events", list_of(replay.events,
                               [&](const ReplayEvent& event) { return event_node(environment, event); }));
    return node;
}

/// ", rents 1 app and 2 db"; empty where no machine came or went.
std::string machines_text(const Environment& environment, const ReplayEvent& event, std::string_view verb) {
    std::string text;
    for (const PoolMachines& machines : event.machines) {
        text += (text.empty() ? ", " + std::string(verb) : " and ") + std::to_string(machines.count) + " " +
                label_of(environment.servers[machines.server]);
    }
    return text;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Result<std::vector<ReplayAnswer>> answer(const ReplayQuestion& question, const Plan& plan,
                                         const Estimate& estimate, const Catalogue& catalogue,
                                         const LoadCurve& curve) {
    if (!question.environment.empty() && find_named(plan.environments, question.environment) == nullptr)
        return no_such("environment", question.environment, names_of(plan.environments));
    std::vector<ReplayAnswer> answers;
    for (std::uint32_t i = 0; i < plan.environments.size(); ++i) {
        const Environment& environment = plan.environments[i];
        const bool asked = is_asked(question, environment) &&
                           std::any_of(environment.services.begin(), environment.services.end(),
                                       [&](const Service& each) { return is_asked(question, each); });
        if (!asked) continue;
        answers.push_back({i, replay(plan, i, estimate, catalogue, curve, question.supply)});
        keep_asked(question, environment, answers.back().replay);
    }
    if (answers.empty() && !question.service.empty()) return no_such_service(question, plan);
    return answers;
}

std::string show_minute(std::int64_t minute) {
    constexpr std::int64_t kHour = 60;
    constexpr std::int64_t kDay = 24 * kHour;
    const std::string time = two_digits(minute % kDay / kHour) + ":" + two_digits(minute % kHour);
    return minute < kDay ? time : "day " + std::to_string(minute / kDay + 1) + ", " + time;
}

std::string show_curve(const LoadCurve& curve) {
    constexpr int kDigits = 3;
    const auto peak = std::max_element(curve.factors.begin(), curve.factors.end());
    const std::size_t count = curve.factors.size();
    return std::to_string(count) + (count == 1 ? " minute" : " minutes") + "; the peak is " +
           format_significant(*peak, kDigits) + " times the mean load at " +
           show_minute(peak - curve.factors.begin());
}

std::string show_event(const Environment& environment, const ReplayEvent& event) {
    const std::string count = std::to_string(event.count);
    switch (event.action) {
        case ReplayAction::added:
            return "adds " + count + ": " + std::to_string(event.after) +
                   machines_text(environment, event, "rents ");
        case ReplayAction::removed:
            return "removes " + count + ": " + std::to_string(event.after) +
                   machines_text(environment, event, "gives back ");
        case ReplayAction::refused: break;
    }
    std::string words = "no room for " + count;
    if (event.room)
        words += ": " + label_of(environment.servers[event.server]) + " " + show_move_room(*event.room);
    return words;
}

std::string show_reason(const Environment& environment, const ReplayEvent& event) {
    const Service& service = environment.services[event.service];
    const bool in = event.action == ReplayAction::removed;
    return format_condition(in ? service.scale_in->conditions[event.condition]
                               : service.scale_out->conditions[event.condition]);
}

Node replay_node(const Plan& plan, const LoadCurve& curve, const std::vector<ReplayAnswer>& answers) {
    Node node = Node::map();
    node.add("curve", list_of(curve.factors, [](double factor) { return figure_node(factor); }));
    node.add("environments", list_of(answers, [&](const ReplayAnswer& answer) {
                 return answer_node(plan.environments[answer.environment], answer.replay);
             }));
    return node;
}

}  // namespace stowage
