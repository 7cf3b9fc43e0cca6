// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/replay_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

constexpr std::size_t kMostEvents = 40;
constexpr std::size_t kReplayLabelWidth = 16;

std::string label_of_service(const Environment& environment, std::uint32_t service) {
    return shortened(label_of(environment.services[service]), kReplayLabelWidth);
}

std::string range_of(std::int64_t least, std::int64_t most) {
    return least == most ? std::to_string(least) : std::to_string(least) + ".." + std::to_string(most);
}

void print_services(const Environment& environment, const Replay& replay, std::ostream& out) {
    Table table("lrrrrrl");
    table.row({{"service"},
               {"replicas"},
               {"actions"},
               {"refused"},
               {"flapping"},
               {"violation"},
               {"slowest response"}});
    for (const ReplayedService& each : replay.services) {
        table.row(
            {{label_of_service(environment, each.service)},
             {range_of(each.least_replicas, each.most_replicas)},
             {std::to_string(each.actions)},
             {std::to_string(each.refusals)},
             {std::to_string(each.flapping)},
             {std::to_string(each.minutes_in_violation) + " min"},
             {each.worst_latency ? show_seconds(*each.worst_latency) + " at " + show_minute(each.worst_minute)
                                 : "not known"}});
    }
    table.print(out, false, kIndent);
}

void print_events(const Environment& environment, const Replay& replay, std::ostream& out) {
    Table table("llll");
    const std::size_t shown = std::min(replay.events.size(), kMostEvents);
    for (std::size_t i = 0; i < shown; ++i) {
        const ReplayEvent& event = replay.events[i];
        table.row({{show_minute(event.minute)},
                   {label_of_service(environment, event.service)},
                   {show_reason(environment, event)},
                   {show_event(environment, event)}});
    }
    if (shown > 0) out << '\n';
    table.print(out, false, kIndent);
    if (shown < replay.events.size())
        out << std::string(kIndent, ' ') << "... and " << replay.events.size() - shown << " more\n";
}

void print_rent(const Environment& environment, const ReplayedRent& rent, std::ostream& out) {
    const std::string indent(kIndent, ' ');
    if (rent.pools.empty()) {
        out << '\n' << indent << "No machine is rented.\n";
        return;
    }
    Table servers("lrr");
    servers.row({{"server"}, {"machines"}, {"rented"}});
    for (const RentedPool& pool : rent.pools) {
        const Server& server = environment.servers[pool.server];
        const auto rests = std::count(pool.minutes.begin(), pool.minutes.end(), 0);
        servers.row({{shortened(label_of(server), kReplayLabelWidth)},
                     {range_of(server.count, server.count + pool.most)},
                     {std::to_string(static_cast<std::int64_t>(pool.minutes.size()) - rests) + " min"}});
    }
    out << '\n';
    servers.print(out, false, kIndent);
    Table costs("lr");
    costs.row({{"the curve"}, {show_cost(rent.curve)}});
    costs.row({{"a month of such days"}, {show_cost(rent.month)}});
    costs.row({{"with the most machines all the time"}, {show_cost(rent.most)}});
    out << '\n' << indent << "What it costs, in " << kCurrency << "\n\n";
    costs.print(out, false, 2 * kIndent);
}

void print_answer(const Environment& environment, const ReplayAnswer& answer, std::ostream& out) {
    const Replay& replay = answer.replay;
    out << printable(heading_of(environment)) << ": " << show_cost(replay.cost) << " a month\n";
    if (!replay.services.empty()) {
        out << '\n';
        print_services(environment, replay, out);
        if (replay.rent) print_rent(environment, *replay.rent, out);
        print_events(environment, replay, out);
    }
    if (!replay.unpredicted.empty()) out << '\n';
    for (const std::uint32_t service : replay.unpredicted) {
        out << std::string(kIndent, ' ') << printable(label_of(environment.services[service]))
            << " keeps its replicas: its load says too little to predict anything.\n";
    }
}

}  // namespace

int show_replay(const ReplayOptions& options, const Streams& streams) {
    const auto curve = load_curve(options.curve, streams.in);
    if (!curve) return refuse(curve.error(), streams);
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const Estimate figures = estimate(*plan, shipped_catalogue());
    const ReplayQuestion question{options.service, options.environment,
                                  options.rent ? MachineSupply::rented : MachineSupply::as_planned};
    const auto answers = answer(question, *plan, figures, shipped_catalogue(), *curve);
    if (!answers) return refuse_question("replay", answers.error(), streams);
    if (options.json) {
        streams.out << write_json(replay_node(*plan, *curve, *answers));
        return kFine;
    }
    if (answers->empty())
        streams.out << "No service of the plan has a scaling rule (scale_out or scale_in).\n";
    bool first = true;
    for (const ReplayAnswer& one : *answers) {
        if (!first) streams.out << '\n';
        print_answer(plan->environments[one.environment], one, streams.out);
        first = false;
    }
    return kFine;
}

}  // namespace stowage::cli
