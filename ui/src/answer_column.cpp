// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "cost_panel.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/session/summary.hpp"

namespace stowage::ui {
namespace {

/// The field that has more of what runs out; where it is in a menu, the server.
std::string field_of(const Shown& shown, const Tightest& tightest) {
    const std::string server =
        pointer_to(shown.environment, "servers", shown.environment.servers[tightest.server].name);
    switch (tightest.resource) {
        case Resource::cpu: return server + "/cpu";
        case Resource::memory: return server + "/memory";
        case Resource::disk:
        case Resource::pods: break;
    }
    return server;
}

void draw_room(PanelContext& context, const Shown& shown) {
    const std::string tightest = tightest_text(shown.environment, shown.estimate);
    const std::string path = pointer_to(shown.environment) + "/tightest";
    text(context, "", {.text = "Runs out first", .size = TextSize::small, .muted = true}, Role::heading);
    if (tightest.empty()) {
        text(context, path, {.text = "nothing yet", .strong = true}, Role::status);
        return;
    }
    if (sentence_link(context, path,
                      {.text = tightest,
                       .strong = true,
                       .help = "The smallest free share of what can be allocated on one machine. Press to go "
                               "to the server."}))
        context.edit.focus_path = context.edit.highlight = field_of(shown, *shown.estimate.tightest);
}

/// A line of what the environment lives through; marked where the plan demands it and it does not.
void draw_outlook(PanelContext& context, const std::string& path, std::string_view label,
                  std::string_view answer, std::string_view help, bool broken) {
    AmountRow row{.label = label, .amount = answer, .help = help};
    if (broken) row.badge = Severity::error;
    amount_row(context, path, row);
}

void draw_survival(PanelContext& context, const Shown& shown) {
    const EnvironmentEstimate& estimate = shown.estimate;
    const Survive& demanded = shown.environment.survive;
    const std::string path = pointer_to(shown.environment) + "/survival/";
    const auto loss = [&](const char* key, std::string_view label, const Survival& survival, bool wanted) {
        draw_outlook(context, path + key, label, survival_text(survival),
                     survival_details(shown.environment, survival),
                     wanted && survival.survived < survival.cases);
    };
    text(context, "", {.text = "Lives through", .size = TextSize::small, .muted = true}, Role::heading);
    loss("server_loss", "If a server is lost", estimate.server_loss, demanded.server_loss);
    if (estimate.zone_loss.cases > 0)
        loss("zone_loss", "If a zone is lost", estimate.zone_loss, demanded.zone_loss);
    draw_outlook(context, path + "rolling_update", "Rolling update", rolling_update_text(estimate),
                 rolling_update_details(shown.environment, estimate),
                 demanded.rolling_update && !estimate.surges.empty());
}

/// What each environment costs, as a way to it.
void draw_environments(PanelContext& context, const Shown& shown) {
    const Plan& plan = context.session.plan();
    const Estimate& estimate = context.session.estimate();
    text(context, "", {.text = "All environments", .size = TextSize::small, .muted = true}, Role::heading);
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        const Environment& environment = plan.environments[i];
        const EnvironmentEstimate& figures = estimate.environments[i];
        const std::string cost = show_cost(figures.cost);
        const std::string found = findings_count_text(figures);
        AmountRow row{
            .label = label_of(environment), .amount = cost, .strong = i == shown.index, .help = found};
        if (!figures.findings.empty()) row.badge = figures.findings.front().severity;
        if (amount_link(context, "environments" + pointer_to(environment), row))
            context.want(SelectEnvironment{environment.name});
    }
    const Cost& sum = estimate.cost;
    const std::string total = show_cost(sum);
    amount_row(context, "environments/sum", {.label = "Sum", .amount = total, .muted = true});
}

void separate(const PanelContext& context) {
    gap(0.7f);
    divider(context);
    gap(0.4f);
}

}  // namespace

void draw_answer(PanelContext& context, const Shown& shown) {
    draw_cost_panel(context, shown);
    separate(context);
    draw_findings(context, shown);
    if (context.session.baseline() != nullptr) {
        separate(context);
        draw_baseline(context, shown);
    }
    separate(context);
    draw_room(context, shown);
    if (!shown.estimate.loads.empty()) {
        separate(context);
        draw_load_answer(context, shown);
    }
    separate(context);
    draw_survival(context, shown);
    if (context.session.plan().environments.size() < 2) return;
    separate(context);
    draw_environments(context, shown);
}

void draw_answer_line(PanelContext& context, const Shown& shown) {
    const std::string cost = headline(shown.estimate.cost);
    std::string line = (shown.estimate.cost.complete ? "" : "at least ") + cost + " a month  \u00B7  " +
                       findings_count_text(shown.estimate);
    if (context.session.estimate_is_stale()) line += "  \u00B7  calculating";
    if (shown.estimate.findings.empty() && context.session.all_rejected().empty()) {
        text(context, "answer", {.text = line, .strong = true, .wrap = true}, Role::status);
    } else if (sentence_link(context, "answer",
                             {.text = line, .strong = true, .help = "Press to go to the findings."})) {
        context.state.panel = {};  // it stands in the place of the findings
        context.edit.focus_path = kFirstFinding;
    }
}

}  // namespace stowage::ui
