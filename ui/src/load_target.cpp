// SPDX-License-Identifier: MIT
//
// How many replicas keep a response time that is asked for, at the load of the plan.
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "load_view.hpp"
#include "plan_fields.hpp"
#include "stowage/load_limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/load_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kTargetWidth = 9.0f;  // em
constexpr std::size_t kTargetMostRows = 8;
/// Of more only the one that is drawn is asked: it takes some 20 us each.
constexpr std::size_t kTargetMostServices = 200;

double seconds_of(Duration duration) { return static_cast<double>(duration.to_micros()) / 1e6; }

bool is_asked(const Service& service, const ServiceLoad& load) {
    return scales_by_replicas(service) && load.latency().has_value();
}

LatencyTarget::Row row_of(const Shown& shown, std::size_t index, std::optional<double> target) {
    const Service& service = shown.environment.services[index];
    const ServiceNeeds& needs = shown.estimate.needs[index];
    const ServiceLoad& load = shown.estimate.loads[index];
    const auto latency = target ? target : latency_budget_of(service);
    const auto needed = replicas_needed(service, needs, load.arrivals, {}, latency);
    LatencyTarget::Row row{index, std::to_string(service.replicas), {}, false};
    row.missed = !needed || *needed > service.replicas;
    row.replicas += needed ? ", needs " + std::to_string(*needed) : ", no number is enough";
    if (!needed) row.reason = why_no_number(service, needs, load, latency);
    return row;
}

void work_out(LatencyTarget& known, const Shown& shown) {
    known.problem.clear();
    known.rows.clear();
    std::optional<double> target;
    if (!known.typed.empty()) {
        const auto read = parse_latency_target(known.typed);
        if (!read) {
            known.problem = read.error().message + ". Accepted: " + read.error().accepted;
            return;
        }
        target = seconds_of(*read);
    }
    const auto& services = shown.environment.services;
    const bool all = services.size() <= kTargetMostServices;
    for (std::size_t i = 0; i < services.size() && known.rows.size() < kTargetMostRows; ++i) {
        if ((all || i == known.service) && is_asked(services[i], shown.estimate.loads[i]))
            known.rows.push_back(row_of(shown, i, target));
    }
}

/// Worked out once for each estimate and target.
LatencyTarget& known_target(PanelContext& context, const Shown& shown, std::size_t service) {
    LatencyTarget& known = context.state.load_view.target;
    const std::uint64_t revision = figures_revision(context.session);
    if (known.revision == revision && known.environment == shown.environment.name &&
        known.service == service && known.asked == known.typed)
        return known;
    known.revision = revision;
    known.environment = shown.environment.name;
    known.service = service;
    known.asked = known.typed;
    work_out(known, shown);
    return known;
}

void draw_field(PanelContext& context, LatencyTarget& target) {
    TextField field{.text = target.typed,
                    .label = "P95 target",
                    .width = em(kTargetWidth),
                    .hint = "latency budgets",
                    .help =
                        "How long responses may take, such as 300ms: 95 of 100, of event loops the mean. "
                        "Instead of the latency budgets of the plan, which stay as they are.",
                    .align_right = true};
    if (!target.problem.empty()) {
        field.text = "";
        field.refused_text = &target.typed;
        field.refusal = target.problem;
    }
    field_label(context, "P95 target");
    ImGui::SameLine(0, em(0.6f));
    const TextFieldResult result = text_field(context, "load/target", field);
    if (result.committed) target.typed = *result.committed;
    if (result.cancelled) target.typed.clear();
    if (target.typed.empty()) return;
    ImGui::SameLine(0, em(0.4f));
    if (button(context, "load/target/clear",
               {.label = "Clear",
                .style = ButtonStyle::framed,
                .hint = "Back to the latency budgets of the plan"}))
        target.typed.clear();
}

}  // namespace

void draw_latency_target(PanelContext& context, const Shown& shown, std::size_t service) {
    text(context, "", {.text = "Replicas for a response time", .strong = true}, Role::heading);
    draw_field(context, context.state.load_view.target);
    const LatencyTarget& known = known_target(context, shown, service);
    gap(0.3f);
    if (!known.problem.empty()) {
        text(context, "load/target/problem", {.text = known.problem, .size = TextSize::small, .wrap = true},
             Role::status);
        return;
    }
    if (known.rows.empty()) {
        text(context, "load/target/none",
             {.text = "Of no service with a response time do more replicas serve more.",
              .size = TextSize::small,
              .muted = true,
              .wrap = true},
             Role::status);
        return;
    }
    for (const LatencyTarget::Row& row : known.rows) {
        const Service& about = shown.environment.services[row.service];
        AmountRow line{.label = label_of(about), .amount = row.replicas, .help = row.reason};
        if (row.missed) line.badge = Severity::warning;
        amount_row(context, "load/target/service/" + about.name, line);
        if (row.reason.empty()) continue;
        const std::string reason = capitalised(row.reason) + ".";
        text(context, "load/target/service/" + about.name + "/why",
             {.text = reason, .size = TextSize::small, .muted = true, .wrap = true}, Role::status);
    }
}

}  // namespace stowage::ui
