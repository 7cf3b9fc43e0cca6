// SPDX-License-Identifier: MIT
//
// The scaling rules of a service tried on metrics that are typed in, or on those that its load makes.
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "load_figures.hpp"
#include "load_view.hpp"
#include "load_work.hpp"
#include "panel_lines.hpp"
#include "plan_fields.hpp"
#include "stowage/load.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/scaling_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kRulesWidth = 44.0f;  // em, at most

struct MetricWords {
    std::string_view label;
    std::string_view help;  ///< what it is a mean of, and what it is relative to
};

MetricWords words_of(Metric metric) {
    switch (metric) {
        case Metric::cpu: return {"CPU", "CPU time, of what a replica requests: 82%. May exceed 100%."};
        case Metric::memory: return {"Memory", "Memory in use, of what a replica requests: 75%"};
        case Metric::utilisation: return {"Workers busy", "Share of the workers that are busy: 60%"};
        case Metric::p95: return {"P95 response", "The time that 95 of 100 requests are answered in: 640ms"};
        case Metric::latency: return {"Mean response", "Mean time until a request is answered: 250ms"};
        case Metric::queue: return {"Queue", "Requests that wait at one replica: 12"};
        case Metric::connections: return {"Connections", "Connections that one replica has open: 400"};
    }
    return {};
}

std::size_t place_of(Metric metric) { return static_cast<std::size_t>(metric); }

/// Services that have a rule.
std::vector<std::size_t> with_rules(const Environment& environment) {
    std::vector<std::size_t> services;
    for (std::size_t i = 0; i < environment.services.size(); ++i) {
        if (environment.services[i].scale_out || environment.services[i].scale_in) services.push_back(i);
    }
    return services;
}

/// Those that its conditions name, each once.
std::vector<Metric> metrics_used(const Service& service) {
    const auto named_by = [](const auto& rule, Metric metric) {
        return rule && std::any_of(rule->conditions.begin(), rule->conditions.end(),
                                   [&](const Condition& one) { return one.metric == metric; });
    };
    std::vector<Metric> used;
    for (const Metric metric : kMetrics) {
        if (named_by(service.scale_out, metric) || named_by(service.scale_in, metric)) used.push_back(metric);
    }
    return used;
}

/// The figures that are typed; what cannot be read is not known, and said.
Metrics read_typed(RuleAnswer& answer) {
    Metrics metrics;
    for (const Metric metric : kMetrics) {
        const std::string& typed = answer.trial.typed[place_of(metric)];
        std::string& problem = answer.problems[place_of(metric)];
        problem.clear();
        if (typed.empty()) continue;
        const auto figure = parse_figure(metric, typed);
        if (figure) {
            metrics.set(metric, *figure);
        } else {
            problem = figure.error().message + ". Accepted: " + figure.error().accepted;
        }
    }
    return metrics;
}

void work_out(RuleAnswer& answer, const Service& service, const ServiceLoad& load) {
    const Metrics predicted = metrics_of(service, load);
    for (const Metric metric : kMetrics) {
        const auto figure = predicted.of(metric);
        answer.load[place_of(metric)] = figure ? show_metric(metric, *figure) : std::string();
    }
    const Metrics typed = read_typed(answer);
    answer.predicted = std::all_of(answer.trial.typed.begin(), answer.trial.typed.end(),
                                   [](const std::string& text) { return text.empty(); });
    const Metrics& metrics = answer.predicted ? predicted : typed;
    answer.out = service.scale_out ? verdict_of(*service.scale_out, metrics) : RuleVerdict{};
    answer.in = service.scale_in ? verdict_of(*service.scale_in, metrics) : RuleVerdict{};
}

/// Worked out once for each estimate and what is typed.
RuleAnswer& known_answer(PanelContext& context, const Shown& shown, std::size_t index) {
    LoadView& view = context.state.load_view;
    RuleAnswer& known = view.rule_answer;
    const std::uint64_t revision = figures_revision(context.session);
    const bool same = known.revision == revision && known.trial.environment == view.trial.environment &&
                      known.trial.service == view.trial.service;
    if (same && known.trial.typed == view.trial.typed) return known;
    known.has_action = known.has_action && same;
    if (!same) known.work = {};
    known.revision = revision;
    known.trial = view.trial;
    const auto& loads = shown.estimate.loads;
    work_out(known, shown.environment.services[index], loads.empty() ? ServiceLoad{} : loads[index]);
    return known;
}

/// It places the replicas anew, some ten times for each server: asked for when a rule fires.
const ScalingAction& known_action(PanelContext& context, const Shown& shown, std::size_t index,
                                  RuleAnswer& answer) {
    if (!answer.has_action) {
        answer.action =
            action_of(context.session.plan(), context.session.estimate(), context.session.catalogue(),
                      static_cast<std::uint32_t>(shown.index), static_cast<std::uint32_t>(index));
        answer.has_action = true;
    }
    return answer.action;
}

/// Greyed, where nothing is typed: the figure that is tried.
std::string hint_of(const RuleAnswer& answer, Metric metric) {
    const std::string& load = answer.load[place_of(metric)];
    return answer.predicted && !load.empty() ? load : "not known";
}

void metric_field(PanelContext& context, RuleTrial& trial, const RuleAnswer& answer, Metric metric,
                  bool first) {
    const MetricWords words = words_of(metric);
    std::string& typed = trial.typed[place_of(metric)];
    const std::string& problem = answer.problems[place_of(metric)];
    const std::string& load = answer.load[place_of(metric)];
    const std::string hint = hint_of(answer, metric);
    const std::string help =
        std::string(words.help) + "\nMean over the replicas." +
        (load.empty() ? "\nThe plan says too little to predict it." : "\nAt the load of the plan: " + load);
    const Setting setting(context, words.label, em(kFieldWidth), first);
    TextField field{.text = typed,
                    .label = words.label,
                    .width = em(kFieldWidth),
                    .hint = hint,
                    .help = help,
                    .align_right = true};
    if (!problem.empty()) {
        field.text = "";
        field.refused_text = &typed;
        field.refusal = problem;
    }
    const std::string path = "load/metric/" + std::string(name_of(metric));
    const TextFieldResult result = text_field(context, path, field);
    if (result.committed) typed = *result.committed;
    if (result.cancelled) typed.clear();
}

void draw_metrics(PanelContext& context, RuleTrial& trial, const RuleAnswer& answer,
                  const std::vector<Metric>& used) {
    bool first = true;
    for (const Metric metric : used) {
        metric_field(context, trial, answer, metric, first);
        first = false;
    }
    for (const Metric metric : used) {
        const std::string& problem = answer.problems[place_of(metric)];
        if (problem.empty()) continue;
        const std::string words = std::string(words_of(metric).label) + ": " + problem;
        text(context, "load/problem/" + std::string(name_of(metric)),
             {.text = words, .size = TextSize::small, .wrap = true}, Role::status);
    }
    gap(0.2f);
    text(context, "load/metrics",
         {.text = answer.predicted ? "The greyed figures are those at the load of the plan. Type what you "
                                     "observe or expect; the plan stays as it is."
                                   : "Tried on what is typed. What is empty is taken as not known.",
          .size = TextSize::small,
          .muted = true,
          .wrap = true},
         Role::status);
    if (answer.predicted) return;
    if (button(context, "load/metrics/clear",
               {.label = "Clear",
                .style = ButtonStyle::framed,
                .hint = "Back to the figures at the load of the plan"}))
        trial.typed = {};
}

void draw_verdict(PanelContext& context, const std::string& path, std::string_view rule,
                  const RuleVerdict& verdict, std::string_view suffix) {
    gap(0.8f);
    const std::string words =
        std::string(rule) + " " + std::string(words_of(verdict.firing)) + std::string(suffix);
    text(context, path, {.text = words, .strong = true, .wrap = true}, Role::status);
    gap(0.2f);
    for (std::size_t i = 0; i < verdict.conditions.size(); ++i) {
        const ConditionVerdict& one = verdict.conditions[i];
        const std::string condition = format_condition(one.condition);
        const std::string figure = show_figure(one);
        AmountRow row{.label = condition, .amount = figure, .muted = !one.holds().value_or(false)};
        if (one.holds().value_or(false)) row.badge = Severity::warning;
        amount_row(context, path + "/" + std::to_string(i), row);
    }
}

void sentence(PanelContext& context, const std::string& path, const std::string& words) {
    text(context, path, {.text = words, .wrap = true}, Role::status);
}

void draw_out(PanelContext& context, const Shown& shown, std::size_t index, RuleAnswer& answer) {
    draw_verdict(context, "load/scale_out", "The rule that adds replicas", answer.out,
                 answer.predicted ? " at the load of the plan" : "");
    if (answer.out.firing != Firing::fires) return;
    gap(0.3f);
    const LoadFigures& figures = known_load(context, shown);
    if (is_large(figures) && !answer.has_action && !answer.work.asked) {
        draw_calculate(context, "load/scale_out", answer.work, figures,
                       "placed anew to see what the rule would do");
        return;
    }
    const auto lines = action_sentences(shown.environment, static_cast<std::uint32_t>(index),
                                        known_action(context, shown, index, answer));
    for (std::size_t i = 0; i < lines.size(); ++i)
        sentence(context, "load/scale_out/action/" + std::to_string(i), lines[i]);
}

void draw_in(PanelContext& context, const Shown& shown, const Service& service, const RuleAnswer& answer) {
    draw_verdict(context, "load/scale_in", "The rule that removes replicas", answer.in,
                 answer.predicted ? " at the load of the plan" : "");
    if (answer.in.firing != Firing::fires) return;
    gap(0.3f);
    const bool waits = service.scale_out && answer.out.firing == Firing::fires;
    sentence(context, "load/scale_in/action",
             waits ? "It waits while the rule that adds replicas fires."
                   : removal_sentence(service, *service.scale_in, shown.estimate.cost));
}

}  // namespace

void draw_load_rules(PanelContext& context, const Shown& shown) {
    const Environment& environment = shown.environment;
    const auto services = with_rules(environment);
    gap(0.6f);
    if (services.empty()) {
        text(context, "load/rules/none",
             {.text = "No service has a scaling rule. State when replicas are added, such as cpu > 70% for "
                      "5m, in the panel of a service.",
              .muted = true,
              .wrap = true});
        return;
    }
    RuleTrial& trial = context.state.load_view.trial;
    const std::size_t index = service_named(environment, services, trial.service);
    if (trial.environment != environment.name || trial.service != environment.services[index].name)
        trial = {environment.name, environment.services[index].name, {}};
    if (const auto chosen = service_choice(context, "load/rules/service", environment, services, index))
        trial = {environment.name, environment.services[*chosen].name, {}};
    gap(0.4f);
    const std::size_t tried = service_named(environment, services, trial.service);
    const Service& service = environment.services[tried];
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kRulesWidth));
    ImGui::BeginChild("##rules", {width, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    RuleAnswer& answer = known_answer(context, shown, tried);
    draw_metrics(context, trial, answer, metrics_used(service));
    if (service.scale_out) draw_out(context, shown, tried, answer);
    if (service.scale_in) draw_in(context, shown, service, answer);
    ImGui::EndChild();
}

}  // namespace stowage::ui
