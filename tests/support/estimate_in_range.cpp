// SPDX-License-Identifier: MIT
#include "estimate_in_range.hpp"

#include <algorithm>

#include "stowage/json_pointer.hpp"

namespace stowage::test {
namespace {

/// False for a pointer into an element that the environment has not.
bool leads_somewhere(const Environment& environment, const std::string& pointer) {
    const auto tokens = pointer_tokens(pointer);
    if (tokens.size() < 2 || tokens[0] != "environments" || tokens[1] != environment.name) return false;
    if (tokens.size() < 4) return true;
    if (tokens[2] == "servers") return find_named(environment.servers, tokens[3]) != nullptr;
    if (tokens[2] == "services") return find_named(environment.services, tokens[3]) != nullptr;
    if (tokens[2] == "managed") return find_named(environment.managed, tokens[3]) != nullptr;
    return true;
}

class Examination {
  public:
    explicit Examination(const Environment& environment) : environment_(environment) {}

    std::string wrong;

    void examine(const EnvironmentEstimate& figures) {
        expect(figures.servers.size() == environment_.servers.size(), "servers");
        expect(figures.needs.size() == environment_.services.size(), "needs");
        expect(figures.loads.empty() || figures.loads.size() == environment_.services.size(), "loads");
        if (!wrong.empty()) return;
        for (std::size_t i = 0; i < figures.servers.size(); ++i) examine(figures.servers[i], i);
        if (figures.tightest) expect_machine(figures.tightest->server, figures.tightest->machine, "tightest");
        examine(figures.placement);
        examine(figures.server_loss);
        examine(figures.zone_loss);
        in_order(figures.surges, "surges");
        for (const CostLine& line : figures.cost_lines) expect_pointer(line.where, "cost line");
        for (const Finding& finding : figures.findings) {
            // That prices are of another snapshot is told of the plan's prices.
            if (finding.where.starts_with("/environments")) expect_pointer(finding.where, "finding");
            for (const Fix& fix : finding.fixes) {
                for (const FieldEdit& edit : fix.edits) expect_pointer(edit.pointer, "fix");
            }
        }
    }

  private:
    void expect(bool holds, std::string_view what) {
        if (!holds) wrong += std::string(what) + "; ";
    }
    void expect_machine(std::uint32_t server, std::uint32_t machine, std::string_view what) {
        expect(server < environment_.servers.size() && machine < environment_.servers[server].count, what);
    }
    void expect_pointer(const std::string& pointer, std::string_view what) {
        if (!leads_somewhere(environment_, pointer)) wrong += std::string(what) + " " + pointer + "; ";
    }

    /// Services in the order of the plan.
    template <class T>
    void in_order(const std::vector<T>& list, std::string_view what) {
        for (const T& element : list) expect(element.service < environment_.services.size(), what);
        expect(std::is_sorted(list.begin(), list.end(),
                              [](const T& a, const T& b) { return a.service < b.service; }),
               what);
    }

    void examine(const ServerEstimate& server, std::size_t index) {
        expect(static_cast<std::int64_t>(server.machines.size()) == environment_.servers[index].count,
               "machines");
        in_order(server.shares, "shares");
    }

    void examine(const Placement& placement) {
        in_order(placement.placed, "placed");
        in_order(placement.unplaced, "unplaced");
        for (const std::uint32_t service : placement.apart) {
            expect(service < environment_.services.size(), "torn apart");
        }
        if (!wrong.empty()) return;
        for (const Placed& placed : placement.placed) {
            expect_machine(placed.server, placed.machine, "machine of a replica");
            expect(placed.replica < environment_.services[placed.service].replicas, "replica");
        }
        for (const Unplaced& unplaced : placement.unplaced) {
            for (const Refusal& refusal : unplaced.refusals) {
                expect(refusal.server < environment_.servers.size(), "refusal");
            }
        }
    }

    void examine(const Survival& survival) {
        for (const Loss& loss : survival.losses) {
            expect_machine(loss.server, loss.machine, "loss");
            in_order(loss.unplaced, "displaced");
            expect(!loss.unplaced.empty(), "loss of nothing");
        }
    }

    const Environment& environment_;
};

}  // namespace

std::string places_that_lead_nowhere(const Plan& plan, const Estimate& estimate) {
    if (estimate.environments.size() != plan.environments.size()) return "environments";
    std::string wrong;
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        Examination examination(plan.environments[i]);
        examination.examine(estimate.environments[i]);
        wrong += examination.wrong;
    }
    return wrong;
}

}  // namespace stowage::test
