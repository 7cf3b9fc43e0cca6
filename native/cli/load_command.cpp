// SPDX-License-Identifier: MIT
//
// `stowage load`: what the load of a plan makes of its services, and how far it can grow.
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/number_text.hpp"
#include "stowage/text/environments_named.hpp"
#include "stowage/text/load_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

constexpr int kDigits = 3;

template <class Show>
std::string shown(const std::optional<double>& figure, const Show& show) {
    return figure ? show(*figure) : "";
}

std::string number(double value) { return format_significant(value, kDigits); }

void print_services(const Environment& environment, const EnvironmentEstimate& estimate, std::ostream& out) {
    Table table("lrrrrrrrrl");
    table.row({{"service"},
               {"arrivals"},
               {"CPU"},
               {"workers"},
               {"P50"},
               {"P95"},
               {"mean"},
               {"queue"},
               {"connections"},
               {"replicas"}});
    for (std::size_t i = 0; i < estimate.loads.size(); ++i) {
        const ServiceLoad& load = estimate.loads[i];
        if (!load.is_predicted()) continue;
        const auto figures = load.figures.value_or(QueueFigures{});
        const bool known = load.figures.has_value();
        table.row({{shortened(label_of(environment.services[i]), kLabelWidth)},
                   {shown(load.arrivals, show_per_second)},
                   {shown(load.cpu, show_share)},
                   {known ? show_share(figures.utilisation) : ""},
                   {shown(load.median, show_seconds)},
                   {shown(figures.response_percentile, show_seconds)},
                   {known ? show_seconds(figures.w) : ""},
                   {shown(figures.lq, show_queue_length)},
                   {shown(load.connections, number)},
                   {show_replicas(environment.services[i], estimate.needs[i], load,
                                  latency_budget_of(environment.services[i]))}});
    }
    table.print(out, false, kIndent);
}

void print_limits(const std::vector<LoadLimit>& limits, const Environment& environment, std::ostream& out) {
    if (limits.empty()) return;
    out << "\n" << std::string(kIndent, ' ') << "What a growing load meets, as a multiple of it\n\n";
    Table table("ll");
    for (const LoadLimit& limit : limits)
        table.row({{number(limit.factor)}, {show_limit(limit, environment)}});
    table.print(out, false, 2 * kIndent);
}

std::string counts_text(const std::vector<std::int64_t>& counts, const std::vector<std::int64_t>& stated,
                        const auto& elements) {
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == stated[i]) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(counts[i]) + " " + label_of(elements[i]);
    }
    return text;
}

void print_steps(const Environment& environment, const std::vector<LoadStep>& steps, std::ostream& out) {
    std::vector<std::int64_t> replicas;
    for (const Service& service : environment.services) replicas.push_back(service.replicas);
    std::vector<std::int64_t> machines;
    for (const Server& server : environment.servers) machines.push_back(server.count);
    out << "\n" << std::string(kIndent, ' ') << "What more load takes\n\n";
    Table table("rrll");
    table.row({{"load"}, {std::string(kCurrency) + " a month"}, {"replicas"}, {"machines"}});
    const ScaledEnvironment* before = nullptr;
    for (const LoadStep& step : steps) {
        const ScaledEnvironment& scaled = step.scaled;
        const bool same =
            before != nullptr && before->replicas == scaled.replicas && before->machines == scaled.machines;
        before = &scaled;
        if (same) continue;
        std::string more = counts_text(scaled.machines, machines, environment.servers);
        if (!scaled.fits) more += more.empty() ? "do not suffice" : "; that does not suffice";
        std::string count = counts_text(scaled.replicas, replicas, environment.services);
        if (!scaled.served) count += count.empty() ? "do not suffice" : "; that does not suffice";
        table.row({{number(step.factor)},
                   {show_cost(scaled.cost)},
                   {count.empty() ? "as planned" : count},
                   {more.empty() ? "as planned" : more}});
    }
    table.print(out, false, 2 * kIndent);
}

void print_growth(const GrowthRunway& runway, const Environment& environment, std::ostream& out) {
    const auto answers = growth_answers(runway, environment);
    if (answers.empty()) return;
    out << "\n" << std::string(kIndent, ' ') << "As the load grows\n\n";
    Table table("ll");
    for (const LoadAnswer& answer : answers) table.row({{answer.subject}, {answer.words}});
    table.print(out, false, 2 * kIndent);
}

void print_environment(const Plan& plan, std::uint32_t index, const EnvironmentEstimate& estimate,
                       std::ostream& out) {
    const Environment& environment = plan.environments[index];
    out << printable(heading_of(environment)) << "\n\n";
    if (estimate.loads.empty()) {
        out << std::string(kIndent, ' ') << "No service states a load (load: {arrivals: 40/s, ...}).\n";
        return;
    }
    print_services(environment, estimate, out);
    print_limits(load_limits(environment, estimate), environment, out);
    print_steps(environment,
                load_steps(plan, shipped_catalogue(), index, estimate, kShownLoadFactor, kShownLoadSteps),
                out);
    print_growth(growth_runway(plan, shipped_catalogue(), index, estimate), environment, out);
}

}  // namespace

int show_load(const LoadOptions& options, const Streams& streams) {
    auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    if (!options.p95.empty()) {
        const auto target = parse_latency_target(options.p95);
        if (!target) return refuse_question("load", target.error(), streams);
        plan = with_latency_budget(*std::move(plan), *target);
    }
    const auto asked = environments_named(*plan, options.environment);
    if (!asked) return refuse_question("load", asked.error(), streams);
    const Estimate figures = estimate(*plan, shipped_catalogue());
    if (options.json) {
        streams.out << write_json(load_node(*plan, *asked, figures, shipped_catalogue()));
        return kFine;
    }
    bool first = true;
    for (const std::uint32_t index : *asked) {
        if (!first) streams.out << '\n';
        print_environment(*plan, index, figures.environments[index], streams.out);
        first = false;
    }
    return kFine;
}

}  // namespace stowage::cli
