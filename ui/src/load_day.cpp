// SPDX-License-Identifier: MIT
//
// A day's load taken through the scaling rules, minute by minute.
#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/chart.hpp"
#include "../widgets/checkbox.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "load_figures.hpp"
#include "load_view.hpp"
#include "load_work.hpp"
#include "stowage/cost.hpp"
#include "stowage/load_charts.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/replay_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::array<std::string_view, 4> kShapes{"Office day", "Shop evening", "Steady", "Spike at noon"};
static_assert(kShapes.size() == kDayShapes.size());
constexpr float kDayChartHeight = 12.0f;  // em
constexpr float kDayWidth = 64.0f;        // em, at most
constexpr std::size_t kMostEvents = 12;

LoadCurve curve_of(const LoadView& view) {
    return view.choice.shape ? day_curve(*view.choice.shape) : view.own.curve;
}

/// Services with a rule, times minutes of the curve: what takes time and, some 90 bytes each, memory.
std::int64_t replayed_minutes(const Environment& environment, const LoadCurve& curve) {
    const auto has_rule = [](const Service& service) { return service.scale_out || service.scale_in; };
    return std::count_if(environment.services.begin(), environment.services.end(), has_rule) *
           static_cast<std::int64_t>(curve.factors.size());
}

/// As many in one frame: a day of the template's two services. They take at most 50 ms (stowage_bench).
constexpr std::int64_t kMinutesOfFrame = 3'000;
/// More would take more memory than a browser gives: some 200 MB.
constexpr std::int64_t kMostMinutes = 2'000'000;

/// Minutes of the curve for the next frame: fewer of large environments, in which each action of a rule
/// places more anew.
std::int64_t slice_of(const ReplayedDay& day, std::int64_t placed) {
    const std::int64_t services = std::max<std::int64_t>(day.minutes / day.run->minutes(), 1);
    const std::int64_t larger = std::max<std::int64_t>(placed / kPlacedAtOnce, 1);
    return std::max<std::int64_t>(kMinutesOfFrame / services / larger, 1);
}

/// The frame that makes the run of a large environment does no minute: what it says is on screen before the
/// first one.
void go_on(PanelContext& context, const Shown& shown, ReplayedDay& day, const LoadFigures& figures) {
    const bool large = day.minutes > 0 && is_large(figures);
    if (day.done || day.minutes > kMostMinutes || day.work.stopped || (large && !day.work.asked)) return;
    const Session& session = context.session;
    const bool begins = !day.run;
    if (begins)
        day.run.emplace(session.plan(), static_cast<std::uint32_t>(shown.index), session.estimate(),
                        session.catalogue(), curve_of(context.state.load_view),
                        day.choice.rent ? MachineSupply::rented : MachineSupply::as_planned);
    if (begins && large) return;
    day.run->go_on(slice_of(day, figures.placed));
    if (day.run->done() < day.run->minutes()) return;
    day.replay = day.run->take();
    day.run.reset();
    day.done = true;
}

/// Worked out once for each estimate and choice.
ReplayedDay& replayed_day(PanelContext& context, const Shown& shown) {
    LoadView& view = context.state.load_view;
    ReplayedDay& day = view.day;
    const std::uint64_t revision = figures_revision(context.session);
    if (day.revision != revision || day.environment != shown.environment.name || day.choice != view.choice) {
        const std::size_t service = day.service;
        day = {shown.environment.name, revision, view.choice};
        day.service = service;
        day.minutes = replayed_minutes(shown.environment, curve_of(view));
    }
    go_on(context, shown, day, known_load(context, shown));
    return day;
}

void draw_service_charts(PanelContext& context, const Shown& shown, ReplayedDay& day) {
    std::vector<std::size_t> services;
    for (const ReplayedService& each : day.replay.services) services.push_back(each.service);
    day.service = std::min(day.service, services.size() - 1);
    if (const auto chosen =
            service_choice(context, "load/day/service", shown.environment, services, services[day.service])) {
        day.service =
            static_cast<std::size_t>(std::find(services.begin(), services.end(), *chosen) - services.begin());
        day.replicas = {};
    }
    const ReplayedService& service = day.replay.services[day.service];
    if (day.replicas.series.empty()) {
        day.replicas = replicas_chart(shown.environment, service);
        day.latency = replayed_latency_chart(shown.environment, service);
    }
    chart(context, "load/day/replicas", day.replicas, kDayChartHeight);
    gap(0.6f);
    chart(context, "load/day/latency", day.latency, kDayChartHeight);
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

void cost_row(PanelContext& context, const char* key, std::string_view label, const Cost& cost,
              std::string_view help) {
    const std::string amount = show_cost(cost);
    amount_row(context, std::string("load/day/cost/") + key,
               {.label = label, .amount = amount, .help = help});
}

/// What the machines of the day cost, with those that were rented.
void draw_costs(PanelContext& context, const Shown& shown, const Replay& replay) {
    const std::string currency = ", " + std::string(kCurrency);
    gap(0.4f);
    if (!replay.rent) {
        cost_row(context, "month", "A month with the machines of the plan" + currency, replay.cost,
                 "No machine is rented: what finds no room is refused");
        return;
    }
    const ReplayedRent& rent = *replay.rent;
    for (const RentedPool& pool : rent.pools) {
        const Server& server = shown.environment.servers[pool.server];
        const auto rests = std::count(pool.minutes.begin(), pool.minutes.end(), 0);
        const std::string label = "Rented beside " + label_of(server);
        const std::string amount = "up to " + std::to_string(pool.most) + " for " +
                                   std::to_string(static_cast<std::int64_t>(pool.minutes.size()) - rests) +
                                   " min";
        amount_row(context, "load/day/rented/" + server.name, {.label = label, .amount = amount});
    }
    if (rent.pools.empty())
        amount_row(context, "load/day/rented", {.label = "Rented machines", .amount = "none"});
    const std::string time = static_cast<std::int64_t>(rent.minutes.size()) == kMinutesOfDay
                                 ? "This day"
                                 : "The time of the curve";
    cost_row(context, "curve", time + currency, rent.curve,
             "Every minute costs its part of a month of 730 hours with the machines that run in it");
    cost_row(context, "month", "A month of such days" + currency, rent.month, "");
    cost_row(context, "most", "With the most machines all the time" + currency, rent.most,
             "A month in which nothing is given back");
    cost_row(context, "planned", "With the machines of the plan" + currency, replay.cost, "");
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

void draw_choice(PanelContext& context, LoadView& view) {
    const auto at = view.choice.shape ? std::find(kDayShapes.begin(), kDayShapes.end(), *view.choice.shape)
                                      : kDayShapes.end();
    if (const auto shape =
            choice_row(context, "load/day/shape", kShapes, static_cast<std::size_t>(at - kDayShapes.begin())))
        view.choice.shape = kDayShapes[*shape];
    const Button own{.label = "Own curve ...",
                     .style = ButtonStyle::framed,
                     .hint = "Paste a load curve: rows of time,factor, as stowage replay --curve reads them"};
    ImGui::SameLine(0, em(0.7f));
    if (ImGui::GetContentRegionAvail().x < button_width(context, own)) ImGui::NewLine();
    if (button(context, "load/day/own", own)) view.own.open = true;
    if (!view.choice.shape)
        text(context, "load/day/curve",
             {.text = "Own curve: " + show_curve(view.own.curve),
              .size = TextSize::small,
              .muted = true,
              .wrap = true},
             Role::status);
    if (checkbox(context, "load/day/rent",
                 {.label = "Rent machines for replicas that find no room",
                  .checked = view.choice.rent,
                  .help = "Machines like those of the plan are added to the first server on which they make "
                          "room, and given back when they are no longer needed. Else such replicas are "
                          "refused."}))
        view.choice.rent = !view.choice.rent;
    gap(0.4f);
}

void draw_outcome(PanelContext& context, const Shown& shown, ReplayedDay& day) {
    if (day.replay.services.empty()) {
        text(context, "load/day/none",
             {.text = "No service has both a predicted load and a scaling rule (scale_out, scale_in).",
              .muted = true,
              .wrap = true});
        return;
    }
    draw_service_charts(context, shown, day);
    gap(0.6f);
    draw_figures(context, day.replay.services[day.service]);
    draw_costs(context, shown, day.replay);
    gap(0.4f);
    draw_events(context, shown, day);
}

}  // namespace

void draw_load_day(PanelContext& context, const Shown& shown) {
    gap(0.6f);
    draw_choice(context, context.state.load_view);
    ReplayedDay& day = replayed_day(context, shown);
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kDayWidth));
    ImGui::BeginChild("##day", {width, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    if (day.done) {
        draw_outcome(context, shown, day);
    } else if (day.minutes > kMostMinutes) {
        text(
            context, "load/day/too-many",
            {.text = "The services with rules have too many minutes together for this page. `stowage replay` "
                     "replays them, or paste a shorter curve.",
             .muted = true,
             .wrap = true},
            Role::status);
    } else if (day.run) {
        draw_work(context, "load/day", day.work, day.run->done(), day.run->minutes(), "minutes replayed");
    } else {
        draw_calculate(context, "load/day", day.work, known_load(context, shown),
                       "placed anew whenever a rule acts");
    }
    ImGui::EndChild();
}

}  // namespace stowage::ui
