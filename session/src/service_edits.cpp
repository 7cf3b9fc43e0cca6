// SPDX-License-Identifier: MIT
#include "stowage/session/service_edits.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_set>

#include "free_name.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/references.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

using Names = std::unordered_set<std::string_view>;

/// The environment in a copy of the plan, with the places of the services in it, ascending.
struct Found {
    Plan plan;
    std::size_t environment = 0;
    std::vector<std::size_t> at{};

    [[nodiscard]] std::vector<Service>& services() { return plan.environments[environment].services; }
};

std::optional<Found> find(const Plan& plan, const ServiceSet& services) {
    const Environment* environment = find_named(plan.environments, services.environment);
    if (environment == nullptr) return std::nullopt;
    const Names names(services.names.begin(), services.names.end());
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < environment->services.size(); ++i) {
        if (names.contains(environment->services[i].name)) at.push_back(i);
    }
    if (at.empty()) return std::nullopt;
    return Found{plan, static_cast<std::size_t>(environment - plan.environments.data()), std::move(at)};
}

Error none_of(const ServiceSet& services) {
    return {ErrorCode::dangling_name,
            "the plan has none of these services",
            {},
            child_pointer("/environments", services.environment)};
}

Result<Plan> checked(Plan plan) {
    const Errors errors = check_references(plan);
    if (!errors.empty()) return errors.front();
    return plan;
}

/// Takes the services out of their list.
std::vector<Service> taken_out(Found& found) {
    std::vector<Service> taken;
    std::vector<Service> others;
    std::vector<Service>& services = found.services();
    auto next = found.at.begin();
    for (std::size_t i = 0; i < services.size(); ++i) {
        const bool is_one = next != found.at.end() && *next == i;
        if (is_one) ++next;
        (is_one ? taken : others).push_back(std::move(services[i]));
    }
    services = std::move(others);
    return taken;
}

}  // namespace

Result<Plan> without_services(const Plan& plan, const ServiceSet& services) {
    auto found = find(plan, services);
    if (!found) return none_of(services);
    taken_out(*found);
    const Names gone(services.names.begin(), services.names.end());
    Environment& environment = found->plan.environments[found->environment];
    for (Service& service : environment.services)
        std::erase_if(service.calls, [&](const Call& call) { return gone.contains(call.name); });
    for (Managed& managed : environment.managed) {
        if (gone.contains(managed.for_service)) managed.for_service.clear();
    }
    return checked(std::move(found->plan));
}

Result<Plan> with_duplicates(const Plan& plan, const ServiceSet& services) {
    auto found = find(plan, services);
    if (!found) return none_of(services);
    std::vector<Service>& list = found->services();
    std::unordered_set<std::string> taken;
    for (const Service& service : list) taken.insert(service.name);
    std::vector<Service> copies;
    for (const std::size_t at : found->at) {
        Service copy = list[at];
        copy.name = free_name(copy.name, [&](const std::string& name) { return !taken.contains(name); });
        copy.title = copied_title(copy.title);
        taken.insert(copy.name);
        copies.push_back(std::move(copy));
    }
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(found->at.back() + 1),
                std::make_move_iterator(copies.begin()), std::make_move_iterator(copies.end()));
    return checked(std::move(found->plan));
}

Result<Plan> with_services_at(const Plan& plan, const ServiceSet& services, std::size_t before) {
    auto found = find(plan, services);
    if (!found) return none_of(services);
    const std::size_t place = std::min(before, found->services().size());
    const auto ahead =
        std::count_if(found->at.begin(), found->at.end(), [place](std::size_t at) { return at < place; });
    std::vector<Service> moved = taken_out(*found);
    std::vector<Service>& others = found->services();
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(place) - ahead,
                  std::make_move_iterator(moved.begin()), std::make_move_iterator(moved.end()));
    return std::move(found->plan);
}

Result<FilledDown, Errors> with_filled_down(const Plan& plan, const ServiceSet& services,
                                            std::string_view key) {
    const auto found = find(plan, services);
    if (!found) return Errors{none_of(services)};
    const Environment& environment = plan.environments[found->environment];
    const auto place = [&](std::size_t at) {
        return pointer_to(environment, "services", environment.services[at].name) + "/" + std::string(key);
    };
    const std::string text = field_text(plan, place(found->at.front()));
    std::vector<FieldEdit> edits;
    for (std::size_t i = 1; i < found->at.size(); ++i) edits.push_back({place(found->at[i]), text});
    auto filled = with_fields(plan, edits);
    if (!filled) return filled.error();
    FilledDown result{*std::move(filled), label_of(environment.services[found->at.front()])};
    const Environment& after = result.plan.environments[found->environment];
    for (const std::size_t at : found->at) {
        if (!(after.services[at] == environment.services[at])) ++result.changed;
    }
    return result;
}

}  // namespace stowage
