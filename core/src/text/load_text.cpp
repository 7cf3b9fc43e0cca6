// SPDX-License-Identifier: MIT
#include "stowage/text/load_text.hpp"

#include <cmath>

#include "estimate_nodes.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "stowage/scaling.hpp"

namespace stowage {
namespace {

constexpr int kFigureDigits = 6;  // format_significant() gives the same text everywhere for up to nine

constexpr int kShownDigits = 3;

std::string show_month(std::optional<std::int64_t> month) {
    if (!month) return "not within " + std::to_string(kMostMonths) + " months";
    return *month == 0 ? "now" : "in month " + std::to_string(*month);
}

Node month_node(std::optional<std::int64_t> month) { return month ? Node::number(*month) : Node{}; }

Node limit_node(const LoadLimit& limit, const Environment& environment) {
    Node node = Node::map();
    node.add(limit.is_of_server() ? "server" : "service",
             Node::text(limit.is_of_server() ? environment.servers[limit.index].name
                                             : environment.services[limit.index].name));
    node.add("limit", name_node(words_of(limit.kind)));
    node.add("factor", figure_node(limit.factor));
    return node;
}

Node step_node(const LoadStep& step) {
    const auto counts = [](const std::vector<std::int64_t>& list) {
        return list_of(list, [](std::int64_t count) { return Node::number(count); });
    };
    Node node = Node::map();
    node.add("factor", figure_node(step.factor));
    node.add("replicas", counts(step.scaled.replicas));
    node.add("machines", counts(step.scaled.machines));
    node.add("cost", cost_node(step.scaled.cost));
    node.add("fits", Node::boolean(step.scaled.fits));
    node.add("served", Node::boolean(step.scaled.served));
    return node;
}

Node growth_node(const GrowthRunway& runway, const Environment& environment) {
    Node node = Node::map();
    node.add("limit_month", month_node(runway.limit));
    node.add("limit", runway.first_limit ? Node::text(show_limit(*runway.first_limit, environment)) : Node{});
    node.add("room_month", month_node(runway.room));
    node.add("budget_month", month_node(runway.budget));
    return node;
}

Node loaded_service_node(const Environment& environment, const EnvironmentEstimate& estimate,
                         std::uint32_t index) {
    const Service& service = environment.services[index];
    const ServiceLoad& load = estimate.loads[index];
    Node node = Node::map();
    node.add("service", Node::text(service.name));
    node.add("replicas", Node::number(service.replicas));
    const auto needed =
        scales_by_replicas(service)
            ? replicas_needed(service, estimate.needs[index], load.arrivals, {}, latency_budget_of(service))
            : std::nullopt;
    node.add("replicas_needed", needed ? Node::number(*needed) : Node{});
    node.add("load", service_load_node(load));
    return node;
}

Node percentiles_node(const std::vector<double>& values) {
    if (values.empty()) return {};
    const Percentiles percentiles = percentiles_of(values);
    Node node = Node::map();
    node.add("p10", figure_node(percentiles.p10));
    node.add("p50", figure_node(percentiles.p50));
    node.add("p90", figure_node(percentiles.p90));
    return node;
}

Node environment_load_node(const Plan& plan, std::uint32_t index, const EnvironmentEstimate& estimate,
                           const Catalogue& catalogue) {
    const Environment& environment = plan.environments[index];
    Node node = Node::map();
    node.add("environment", Node::text(environment.name));
    Node services = Node::sequence();
    for (std::uint32_t i = 0; i < estimate.loads.size(); ++i)
        services.items.push_back(loaded_service_node(environment, estimate, i));
    node.add("services", std::move(services));
    node.add("limits", list_of(load_limits(environment, estimate),
                               [&](const LoadLimit& limit) { return limit_node(limit, environment); }));
    if (estimate.loads.empty()) return node;
    node.add("steps", list_of(load_steps(plan, catalogue, index, estimate, kShownLoadFactor, kShownLoadSteps),
                              step_node));
    const GrowthRunway runway = growth_runway(plan, catalogue, index, estimate);
    if (runway.grows) node.add("growth", growth_node(runway, environment));
    return node;
}

Node growth_draws_node(const GrowthDraws& growth) {
    Node node = Node::map();
    node.add("draws", Node::number(static_cast<std::int64_t>(growth.limit.size())));
    node.add("limit_month", percentiles_node(growth.limit));
    if (!growth.budget.empty()) {
        node.add("budget_draws", Node::number(static_cast<std::int64_t>(growth.budget.size())));
        node.add("budget_month", percentiles_node(growth.budget));
    }
    return node;
}

Node outcome_node(const Environment& environment, const RiskOutcome& outcome, std::uint64_t seed) {
    const auto share = [&outcome](std::int64_t count) {
        return figure_node(static_cast<double>(count) / static_cast<double>(outcome.draws));
    };
    Node node = Node::map();
    node.add("environment", Node::text(environment.name));
    node.add("draws", Node::number(outcome.draws));
    node.add("seed", Node::number(std::to_string(seed)));
    node.add("fits", share(outcome.fits));
    node.add("keeps_up", share(outcome.keeps_up));
    node.add("in_time", share(outcome.in_time));
    node.add("in_budget", share(outcome.in_budget));
    node.add("all", share(outcome.all));
    node.add("cost", percentiles_node(outcome.cost));
    node.add("cpu", percentiles_node(outcome.cpu));
    node.add("memory", percentiles_node(outcome.memory));
    Node latency = Node::map();
    for (std::size_t i = 0; i < outcome.latency.size(); ++i) {
        if (!outcome.latency[i].empty())
            latency.add(environment.services[i].name, percentiles_node(outcome.latency[i]));
    }
    node.add("latency", std::move(latency));
    return node;
}

}  // namespace

Node figure_node(std::optional<double> figure) {
    if (!figure || !std::isfinite(*figure)) return {};
    return Node::number(format_significant(*figure, kFigureDigits));
}

Node service_load_node(const ServiceLoad& load) {
    const auto of_figures = [&load](auto member) -> std::optional<double> {
        return load.figures ? std::optional<double>((*load.figures).*member) : std::nullopt;
    };
    Node node = Node::map();
    node.add("arrivals", figure_node(load.arrivals));
    node.add("slots", Node::number(load.slots));
    node.add("cpu", figure_node(load.cpu));
    node.add("memory", figure_node(load.memory));
    node.add("utilisation", figure_node(of_figures(&QueueFigures::utilisation)));
    node.add("response_mean", figure_node(of_figures(&QueueFigures::w)));
    node.add("response_p50", figure_node(load.median));
    node.add("response_p95", figure_node(load.figures ? load.figures->response_percentile : std::nullopt));
    node.add("queue", figure_node(load.figures ? load.figures->lq : std::nullopt));
    node.add("connections", figure_node(load.connections));
    node.add("turned_away", figure_node(load.turned_away));
    node.add("error_band", name_node(load.error_band));
    return node;
}

std::string show_queue_length(double length) {
    return length < 0.0005 ? "0" : format_significant(length, kShownDigits);
}

std::string show_replicas(const Service& service, const ServiceNeeds& needs, const ServiceLoad& load,
                          std::optional<double> latency) {
    const std::string present = std::to_string(service.replicas);
    if (!scales_by_replicas(service) || (!load.figures && !load.cpu)) return present;
    const auto needed = replicas_needed(service, needs, load.arrivals, {}, latency);
    return present + (needed ? ", needs " + std::to_string(*needed) : ", no number is enough");
}

std::string why_no_number(const Service& service, const ServiceNeeds& needs, const ServiceLoad& load,
                          std::optional<double> latency) {
    Service tried = service;
    tried.replicas = kMostReplicasTried;
    const ServiceLoad most = load_of(tried, needs, load.arrivals, {}, std::nullopt);
    if (most.cpu.value_or(0) > 1 || (most.figures && most.figures->utilisation >= 1))
        return std::to_string(kMostReplicasTried) + " replicas do not keep up";
    if (latency && most.latency().value_or(0) > *latency)
        return "a response takes " + show_seconds(*most.latency()) + " even without a wait";
    if (service.scale_out && verdict_of(*service.scale_out, metrics_of(tried, most)).firing == Firing::fires)
        return "the scaling rule fires with any number";
    return "each replica has more connections than it takes";
}

std::vector<LoadAnswer> growth_answers(const GrowthRunway& runway, const Environment& environment) {
    if (!runway.grows) return {};
    const std::string limit =
        runway.first_limit ? " (" + show_limit(*runway.first_limit, environment) + ")" : "";
    std::vector<LoadAnswer> answers{{"the first limit is met", show_month(runway.limit) + limit},
                                    {"the replicas that are needed find no room", show_month(runway.room)}};
    if (environment.budget) answers.push_back({"the budget is passed", show_month(runway.budget)});
    return answers;
}

Result<Duration> parse_latency_target(std::string_view text) {
    const auto target = parse_duration(text);
    if (target && target->is_zero())
        return Error{ErrorCode::out_of_range, in_quotes(text) + " is no time to answer in",
                     "a time above 0, such as 300ms"};
    return target;
}

std::string subject_of(const LoadLimit& limit, const Environment& environment) {
    return limit.is_of_server() ? label_of(environment.servers[limit.index])
                                : label_of(environment.services[limit.index]);
}

std::string show_limit(const LoadLimit& limit, const Environment& environment) {
    const std::string what = limit.is_of_server() ? "CPU" : std::string(words_of(limit.kind));
    return what + " of " + subject_of(limit, environment);
}

Node load_node(const Plan& plan, const std::vector<std::uint32_t>& environments, const Estimate& estimate,
               const Catalogue& catalogue) {
    Node node = Node::map();
    node.add("environments", list_of(environments, [&](std::uint32_t index) {
                 return environment_load_node(plan, index, estimate.environments[index], catalogue);
             }));
    return node;
}

Node risk_node(const Plan& plan, const std::vector<std::uint32_t>& environments, const Estimate& estimate,
               const Catalogue& catalogue, std::int64_t draws, std::uint64_t seed) {
    Node node = Node::map();
    node.add("environments", list_of(environments, [&](std::uint32_t index) {
                 RiskDraws all(plan.environments[index], estimate.environments[index], seed);
                 all.draw(draws);
                 Node one = outcome_node(plan.environments[index], all.outcome(), seed);
                 const auto& figures = estimate.environments[index];
                 const GrowthDraws growth = growth_draws(plan, index, figures, catalogue, draws, seed);
                 if (!growth.limit.empty()) one.add("growth", growth_draws_node(growth));
                 return one;
             }));
    return node;
}

}  // namespace stowage
