// SPDX-License-Identifier: MIT
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/text/fit_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

std::string count_text(const MachinesNeeded& machines) {
    if (!machines.tried) return "not tried";
    return machines.count ? std::to_string(*machines.count) : "no number would do";
}

void print_servers(const Environment& environment, const FitAnswer& answer, std::ostream& out) {
    Table table("lrlrr");
    table.row({{"server"}, {"room for"}, {"what ends it"}, {"machines"}, {"everything needs"}});
    auto pool = answer.room.pools.begin();
    for (std::uint32_t i = 0; i < environment.servers.size(); ++i) {
        const Server& server = environment.servers[i];
        std::string room = "-";  // it is pinned elsewhere
        std::string binding;
        if (pool != answer.room.pools.end() && pool->server == i) {
            room = std::to_string(pool->replicas);
            binding = pool->binding ? name_of(*pool->binding) : "no resource";
            ++pool;
        }
        table.row({{shortened(label_of(server), kLabelWidth)},
                   {std::move(room)},
                   {std::move(binding)},
                   {std::to_string(server.count)},
                   {count_text(answer.machines[i])}});
    }
    table.print(out, false, kIndent);
}

void print_answer(const Environment& environment, const FitAnswer& answer, std::ostream& out) {
    const Service& service = environment.services[answer.service];
    out << printable(heading_of(environment)) << ": room for " << answer.room.replicas << " more of "
        << printable(label_of(service)) << ", which has " << service.replicas
        << (service.replicas == 1 ? " replica" : " replicas") << '\n';
    if (!environment.servers.empty()) out << '\n';
    print_servers(environment, answer, out);
}

}  // namespace

int show_fit(const FitOptions& options, const Streams& streams) {
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const Estimate figures = estimate(*plan, shipped_catalogue());
    const auto answers = answer({options.service, options.environment}, *plan, figures);
    if (!answers) return refuse_question("fit", answers.error(), streams);
    if (options.json) {
        streams.out << write_json(fit_node(*plan, *answers));
        return kFine;
    }
    bool first = true;
    for (const FitAnswer& one : *answers) {
        if (!first) streams.out << '\n';
        print_answer(plan->environments[one.environment], one, streams.out);
        first = false;
    }
    return kFine;
}

}  // namespace stowage::cli
