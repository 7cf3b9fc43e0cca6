// SPDX-License-Identifier: MIT
//
// The JavaScript module: fourteen functions over core, and nothing else. Plans, estimates and errors cross as
// JSON text: one string in, one string out, so that there is nothing to delete, no class to keep alive and no
// 64-bit number to lose. Every function gives {"ok":true,"value":...} or {"ok":false,"errors":[...]}; none
// throws. stowage.mjs parses them; stowage.d.ts says what is in them.
#include <emscripten/bind.h>

#include <string>

#include "stowage/catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/catalogue_json.hpp"
#include "stowage/text/comparison_text.hpp"
#include "stowage/text/environments_named.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/fit_text.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/load_text.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"
#include "stowage/text/replay_text.hpp"
#include "stowage/text/scaling_text.hpp"
#include "stowage/version.hpp"

namespace {

using namespace stowage;

std::string success(Node value) {
    Node node = Node::map();
    node.add("ok", Node::boolean(true));
    node.add("value", std::move(value));
    return write_compact_json(node);
}

std::string failure(const Errors& errors) {
    Node node = Node::map();
    node.add("ok", Node::boolean(false));
    node.add("errors", errors_node(errors));
    return write_compact_json(node);
}

/// The catalogue of a text. A program passes the same text with every call, and reading it takes longer than
/// an estimate: the last one is kept.
const Result<Catalogue>& catalogue_of(const std::string& text) {
    static std::string last_text;
    static Result<Catalogue> last = Catalogue::read(last_text);
    if (text != last_text) {
        last = Catalogue::read(text);
        last_text = text;
    }
    return last;
}

/// Reads a plan and a catalogue and gives use(plan, catalogue), or the errors of either.
template <class Use>
std::string with_plan(const std::string& plan_text, const std::string& catalogue_text, Use use) {
    const auto plan = read_plan(plan_text);
    if (!plan) return failure(plan.error());
    const Result<Catalogue>& catalogue = catalogue_of(catalogue_text);
    if (!catalogue) return failure({catalogue.error()});
    return use(*plan, *catalogue);
}

std::string get_version() { return success(Node::text(std::string(version()))); }

std::string to_plan(const std::string& text) {
    const auto plan = read_plan(text);
    return plan ? success(plan_node(*plan)) : failure(plan.error());
}

std::string to_estimate(const std::string& plan, const std::string& catalogue) {
    return with_plan(plan, catalogue, [](const Plan& p, const Catalogue& c) {
        return success(estimate_node(p, estimate(p, c), c));
    });
}

std::string to_fit(const std::string& plan, const std::string& catalogue, const std::string& service,
                   const std::string& environment) {
    return with_plan(plan, catalogue, [&](const Plan& p, const Catalogue& c) {
        const auto answers = answer({service, environment}, p, estimate(p, c));
        return answers ? success(fit_node(p, *answers)) : failure({answers.error()});
    });
}

std::string to_load(const std::string& plan, const std::string& catalogue, const std::string& environment,
                    const std::string& p95) {
    const auto target = p95.empty() ? Result<Duration>(Duration()) : parse_latency_target(p95);
    if (!target) return failure({target.error()});
    return with_plan(plan, catalogue, [&](const Plan& stated, const Catalogue& c) {
        const auto asked = environments_named(stated, environment);
        if (!asked) return failure({asked.error()});
        const Plan p = p95.empty() ? stated : with_latency_budget(stated, *target);
        return success(load_node(p, *asked, estimate(p, c), c));
    });
}

std::string to_risk(const std::string& plan, const std::string& catalogue, const std::string& environment,
                    double draws, double seed) {
    if (!(draws >= 1 && draws <= static_cast<double>(kMostRiskDraws) && seed >= 0)) {
        return failure({{ErrorCode::out_of_range, "draws or seed are not accepted",
                         "draws from 1 to 100000, and a seed that is not negative"}});
    }
    return with_plan(plan, catalogue, [&](const Plan& p, const Catalogue& c) {
        const auto asked = environments_named(p, environment);
        if (!asked) return failure({asked.error()});
        return success(risk_node(p, *asked, estimate(p, c), c, static_cast<std::int64_t>(draws),
                                 static_cast<std::uint64_t>(seed)));
    });
}

std::string to_scaling(const std::string& plan, const std::string& catalogue, const std::string& metrics,
                       const std::string& service, const std::string& environment) {
    ScalingQuestion question{std::nullopt, service, environment};
    if (!metrics.empty()) {
        const auto read = parse_metrics(metrics);
        if (!read) return failure({read.error()});
        question.metrics = *read;
    }
    return with_plan(plan, catalogue, [&](const Plan& p, const Catalogue& c) {
        const auto answers = answer(question, p, estimate(p, c), c);
        return answers ? success(scaling_node(p, *answers)) : failure({answers.error()});
    });
}

/// The names of a question's switches that are on, in any order: "latest_generation shared_cpu stale".
bool is_on(const std::string& switches, const char* name) {
    return (" " + switches + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

std::string to_replay(const std::string& plan, const std::string& catalogue, const std::string& curve,
                      const std::string& service, const std::string& environment,
                      const std::string& switches) {
    const auto shape = day_shape_named(curve);
    const auto read = shape ? Result<LoadCurve>(day_curve(*shape)) : parse_load_curve(curve);
    if (!read) return failure({read.error()});
    const MachineSupply supply = is_on(switches, "rent") ? MachineSupply::rented : MachineSupply::as_planned;
    return with_plan(plan, catalogue, [&](const Plan& p, const Catalogue& c) {
        const auto answers =
            answer(ReplayQuestion{service, environment, supply}, p, estimate(p, c), c, *read);
        return answers ? success(replay_node(p, *read, *answers)) : failure({answers.error()});
    });
}

std::string to_comparison(const std::string& plan, const std::string& catalogue,
                          const std::string& environment, const std::string& architecture,
                          const std::string& switches) {
    CompareQuestion question{environment, {}};
    if (!architecture.empty()) {
        const auto known = architecture_named(architecture);
        if (!known) {
            return failure({{ErrorCode::unknown_value, "\"" + architecture + "\" is no known architecture",
                             "x86_64, arm64"}});
        }
        question.filter.architecture = *known;
    }
    question.filter.latest_generation = is_on(switches, "latest_generation");
    question.filter.shared_cpu = is_on(switches, "shared_cpu");
    question.filter.stale_prices = is_on(switches, "stale");
    return with_plan(plan, catalogue, [&](const Plan& p, const Catalogue& c) {
        const auto comparisons = compare(question, p, estimate(p, c), with_own_prices(c, p.prices.own));
        return comparisons ? success(comparison_node(p, *comparisons)) : failure({comparisons.error()});
    });
}

std::string to_report(const std::string& plan, const std::string& catalogue, const std::string& format) {
    ReportFormat wanted = ReportFormat::markdown;
    if (format == "csv") {
        wanted = ReportFormat::csv;
    } else if (format == "json") {
        wanted = ReportFormat::json;
    } else if (format != "md") {
        return failure(
            {{ErrorCode::unknown_value, "\"" + format + "\" is no known format", "md, csv, json"}});
    }
    return with_plan(plan, catalogue, [wanted](const Plan& p, const Catalogue& c) {
        return success(Node::text(report(p, estimate(p, c), c, wanted)));
    });
}

std::string to_link(const std::string& plan, const std::string& catalogue) {
    return with_plan(plan, catalogue, [](const Plan& p, const Catalogue& c) {
        return success(Node::text(encode_link(with_prices_used(p, c))));
    });
}

std::string from_link(const std::string& link) {
    const auto plan = decode_link(link);
    return plan ? success(plan_node(*plan)) : failure(plan.error());
}

std::string get_template(const std::string& name) {
    const PlanTemplate* known = find_template(name);
    if (known != nullptr) return success(Node::text(std::string(known->text)));
    std::string names;
    for (const PlanTemplate& other : plan_templates())
        names += (names.empty() ? "" : ", ") + std::string(other.name);
    return failure({{ErrorCode::unknown_value, "there is no template \"" + name + "\"", names}});
}

std::string list_catalogue(const std::string& text, const std::string& provider, const std::string& region,
                           const std::string& filter) {
    const Result<Catalogue>& catalogue = catalogue_of(text);
    if (!catalogue) return failure({catalogue.error()});
    PriceFilter wanted;
    wanted.provider = provider;
    wanted.region = region;
    wanted.sku_part = filter;
    return success(prices_node(*catalogue, wanted));
}

}  // namespace

EMSCRIPTEN_BINDINGS(stowage) {
    emscripten::function("version", &get_version);
    emscripten::function("readPlan", &to_plan);
    emscripten::function("estimate", &to_estimate);
    emscripten::function("fit", &to_fit);
    emscripten::function("predictLoad", &to_load);
    emscripten::function("risk", &to_risk);
    emscripten::function("scale", &to_scaling);
    emscripten::function("replay", &to_replay);
    emscripten::function("compare", &to_comparison);
    emscripten::function("report", &to_report);
    emscripten::function("encodeLink", &to_link);
    emscripten::function("decodeLink", &from_link);
    emscripten::function("template", &get_template);
    emscripten::function("catalogue", &list_catalogue);
}
