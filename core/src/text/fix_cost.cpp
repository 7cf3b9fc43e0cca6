// SPDX-License-Identifier: MIT
#include "stowage/text/fix_cost.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "../catalogue_of_plan.hpp"
#include "field_edits.hpp"
#include "stowage/cost.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// The plan with what its elements are priced by, but without them.
Plan without_elements(const Plan& plan) {
    Plan bare = plan;
    for (Environment& environment : bare.environments) {
        environment.servers.clear();
        environment.services.clear();
        environment.managed.clear();
    }
    return bare;
}

template <class Element>
void add_named(std::vector<Element>& list, const std::vector<Element>& from, const std::string& name) {
    const Element* element = find_named(from, name);
    if (element != nullptr && find_named(list, name) == nullptr) list.push_back(*element);
}

/// An edit as the place that it leads to.
struct Place {
    std::string environment;
    std::string list;
    std::string element;
};

std::optional<Place> place_of(const FieldEdit& edit) {
    const auto tokens = pointer_tokens(edit.pointer);
    if (tokens.size() < 3 || tokens[0] != "environments") return std::nullopt;
    return Place{tokens[1], tokens[2], tokens.size() > 3 ? tokens[3] : std::string()};
}

std::vector<CostLine> bill_of_part(const Plan& part, const Catalogue& catalogue) {
    std::vector<CostLine> lines;
    for (const Environment& environment : part.environments) {
        auto more = cost_lines(part, environment, catalogue);
        lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return lines;
}

/// Whether every position without a price was there before as it is now.
bool change_is_known(const std::vector<CostLine>& before, const std::vector<CostLine>& after) {
    return std::all_of(after.begin(), after.end(), [&](const CostLine& line) {
        return line.priced || std::any_of(before.begin(), before.end(), [&](const CostLine& old) {
                   return !old.priced && old.category == line.category && old.where == line.where &&
                          old.quantity == line.quantity;
               });
    });
}

std::string cost_text(const FixCost& cost) {
    const auto ends = [](Money from, Money to) {
        return show_money(from) + (from == to ? "" : ".." + show_money(to));
    };
    if (!cost.low.is_negative()) return "+" + ends(cost.low, cost.high) + " a month";
    if (cost.high.is_negative() || cost.high.is_zero())
        return "saves " + ends(Money() - cost.high, Money() - cost.low) + " a month";
    return show_money(cost.low) + "..+" + show_money(cost.high) + " a month";
}

}  // namespace

struct FixCosts::Bare {
    Plan plan;
    CatalogueOfPlan catalogue;
};

FixCosts::FixCosts(const Plan& plan, const Catalogue& catalogue)
    : bare_(new Bare{without_elements(plan), CatalogueOfPlan(plan, catalogue)}), plan_(plan) {}

FixCosts::~FixCosts() = default;

std::optional<FixCost> FixCosts::of(const Fix& fix) const {
    Plan part = bare_->plan;
    std::vector<FieldEdit> priced;
    for (const FieldEdit& edit : fix.edits) {
        const auto place = place_of(edit);
        if (!place) return std::nullopt;
        if (place->list == "services") continue;  // no bill has a position of a service
        Environment* environment = find_named(part.environments, place->environment);
        const Environment* whole = find_named(plan_.environments, place->environment);
        if (environment == nullptr || whole == nullptr) return std::nullopt;
        if (place->list == "servers") add_named(environment->servers, whole->servers, place->element);
        if (place->list == "managed") add_named(environment->managed, whole->managed, place->element);
        priced.push_back(edit);
    }
    if (priced.empty()) return FixCost{};
    const auto before = bill_of_part(part, bare_->catalogue.get());
    if (!set_fields(part, priced).empty()) return std::nullopt;
    const auto after = bill_of_part(part, bare_->catalogue.get());
    if (!change_is_known(before, after)) return std::nullopt;
    const Cost old = total_of(before);
    const Cost now = total_of(after);
    const Money low = now.low - old.low;
    if (!old.complete) return FixCost{low, low};  // "at least": nobody knows the upper end
    const auto [less, more] = std::minmax({low, now.high - old.high});
    return FixCost{less, more};
}

std::string FixCosts::label_of(const Fix& fix) const {
    const auto cost = of(fix);
    if (!cost) return fix.label + " (no price)";
    if (*cost == FixCost{}) return fix.label;
    return fix.label + " (" + cost_text(*cost) + ")";
}

}  // namespace stowage
