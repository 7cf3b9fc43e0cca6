// SPDX-License-Identifier: MIT
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "load_figures.hpp"
#include "stowage/number_text.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/text/load_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::size_t kAnswerMostRows = 4;
constexpr std::size_t kMostLimits = 8;  // of a tooltip

void draw_response(PanelContext& context, const Shown& shown, std::size_t index) {
    const Service& service = shown.environment.services[index];
    const ServiceLoad& load = shown.estimate.loads[index];
    const std::string response = response_text(load);
    const std::string help = prediction_text(service, load);
    AmountRow row{.label = label_of(service), .amount = response, .help = help};
    row.badge = load_severity(service, load);
    amount_row(context, pointer_to(shown.environment) + "/response/" + service.name, row);
}

/// Application services first: a database answers them, not a user.
std::vector<std::size_t> most_telling(const Shown& shown) {
    std::vector<std::size_t> rows;
    for (const bool scales : {true, false}) {
        for (std::size_t i = 0; i < shown.estimate.loads.size() && rows.size() < kAnswerMostRows; ++i) {
            const bool told = scales_by_replicas(shown.environment.services[i]) == scales;
            if (told && shown.estimate.loads[i].latency()) rows.push_back(i);
        }
    }
    return rows;
}

void draw_reach(PanelContext& context, const Shown& shown) {
    const LoadFigures& known = known_load(context, shown);
    if (known.limits.empty()) return;
    std::string help = "What a growing load meets, as a multiple of it";
    for (std::size_t i = 0; i < std::min(known.limits.size(), kMostLimits); ++i) {
        const LoadLimit& limit = known.limits[i];
        help += "\n" + format_significant(limit.factor, 3) + "  " + show_limit(limit, shown.environment);
    }
    const LoadLimit& first = known.limits.front();
    const std::string factor = format_significant(first.factor, 3) + " \u00D7 the load";
    AmountRow row{.label = "Carries", .amount = factor, .help = help};
    if (first.factor < 1) row.badge = Severity::warning;
    amount_row(context, pointer_to(shown.environment) + "/reach", row);
    const std::string then = "then: " + show_limit(first, shown.environment);
    text(context, pointer_to(shown.environment) + "/reach/limit",
         {.text = then, .size = TextSize::small, .muted = true, .wrap = true, .help = help}, Role::status);
}

}  // namespace

void draw_load_answer(PanelContext& context, const Shown& shown) {
    text(context, "", {.text = "At the planned load", .size = TextSize::small, .muted = true}, Role::heading);
    for (const std::size_t index : most_telling(shown)) draw_response(context, shown, index);
    draw_reach(context, shown);
}

}  // namespace stowage::ui
