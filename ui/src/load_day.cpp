// SPDX-License-Identifier: MIT
//
// A day's load taken through the scaling rules, minute by minute.
#include <algorithm>
#include <array>

#include "../widgets/chart.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "load_figures.hpp"
#include "load_view.hpp"
#include "stowage/load_charts.hpp"
#include "stowage/number_text.hpp"
#include "stowage/text/replay_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::array<std::string_view, 4> kShapes{"Office day", "Shop evening", "Steady", "Spike at noon"};
static_assert(kShapes.size() == kDayShapes.size());
constexpr float kChartHeight = 12.0f;  // em
constexpr float kWidth = 64.0f;        // em, at most
constexpr std::size_t kMostEvents = 12;
constexpr std::size_t kMostServices = 5;  // more do not fit into a row

/// Worked out once for each estimate and shape.
ReplayedDay& replayed_day(PanelContext& context, const Shown& shown) {
    LoadView& view = context.state.load_view;
    ReplayedDay& day = view.day;
    const Session& session = context.session;
    if (day.revision == figures_revision(session) && day.environment == shown.environment.name &&
        day.shape == view.shape)
        return day;
    const std::size_t service = day.service;
    day = {shown.environment.name, figures_revision(session), view.shape, {}, service, {}, {}};
    day.replay = replay(session.plan(), static_cast<std::uint32_t>(shown.index), session.estimate(),
                        session.catalogue(), day_curve(view.shape));
    return day;
}

void draw_service_charts(PanelContext& context, const Shown& shown, ReplayedDay& day) {
    std::vector<std::string_view> labels;
    for (const ReplayedService& each : day.replay.services) {
        if (labels.size() < kMostServices)
            labels.emplace_back(label_of(shown.environment.services[each.service]));
    }
    day.service = std::min(day.service, labels.size() - 1);
    if (labels.size() > 1) {
        if (const auto chosen = choice_row(context, "load/day/service", labels, day.service)) {
            day.service = *chosen;
            day.replicas = {};
        }
    }
    const ReplayedService& service = day.replay.services[day.service];
    if (day.replicas.series.empty()) {
        day.replicas = replicas_chart(shown.environment, service);
        day.latency = replayed_latency_chart(shown.environment, service);
    }
    chart(context, "load/day/replicas", day.replicas, kChartHeight);
    gap(0.6f);
    chart(context, "load/day/latency", day.latency, kChartHeight);
}

void draw_figures(PanelContext& context, const ReplayedService& service) {
    const auto row = [&](const char* key, std::string_view label, const std::string& value,
                         bool bad = false) {
        AmountRow line{.label = label, .amount = value};
        if (bad) line.badge = Severity::warning;
        amount_row(context, std::string("load/day/") + key, line);
    };
    const std::string least = std::to_string(service.least_replicas);
    const std::string most = std::to_string(service.most_replicas);
    row("range", "Replicas", least == most ? least : least + " to " + most);
    if (service.worst_latency)
        row("worst", "Slowest response",
            show_seconds(*service.worst_latency) + " at " + show_minute(service.worst_minute));
    row("violation", "In violation", std::to_string(service.minutes_in_violation) + " min",
        service.minutes_in_violation > 0);
    row("flapping", "Flapping", std::to_string(service.flapping), service.flapping > 0);
    row("refused", "Replicas without room", std::to_string(service.refusals), service.refusals > 0);
}

void draw_events(PanelContext& context, const Shown& shown, const ReplayedDay& day) {
    const std::uint32_t service = day.replay.services[day.service].service;
    std::size_t told = 0;
    for (const ReplayEvent& event : day.replay.events) {
        if (event.service != service || told == kMostEvents) continue;
        const std::string when = show_minute(event.minute) + "  " + show_event(shown.environment, event);
        const std::string why = show_reason(shown.environment, event);
        amount_row(context, "load/day/event/" + std::to_string(told++),
                   {.label = when, .amount = why, .muted = true});
    }
    if (told == 0)
        text(context, "load/day/quiet", {.text = "The rules have nothing to do.", .muted = true},
             Role::status);
}

}  // namespace

void draw_load_day(PanelContext& context, const Shown& shown) {
    gap(0.6f);
    LoadView& view = context.state.load_view;
    const auto at = std::find(kDayShapes.begin(), kDayShapes.end(), view.shape);
    if (const auto shape =
            choice_row(context, "load/day/shape", kShapes, static_cast<std::size_t>(at - kDayShapes.begin())))
        view.shape = kDayShapes[*shape];
    ReplayedDay& day = replayed_day(context, shown);
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kWidth));
    ImGui::BeginChild("##day", {width, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    if (day.replay.services.empty()) {
        text(context, "load/day/none",
             {.text = "No service has both a predicted load and a scaling rule (scale_out, scale_in).",
              .muted = true,
              .wrap = true});
    } else {
        draw_service_charts(context, shown, day);
        gap(0.6f);
        draw_figures(context, day.replay.services[day.service]);
        gap(0.4f);
        draw_events(context, shown, day);
    }
    ImGui::EndChild();
}

}  // namespace stowage::ui
