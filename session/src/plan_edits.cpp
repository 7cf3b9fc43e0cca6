// SPDX-License-Identifier: MIT
#include "stowage/session/plan_edits.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "free_name.hpp"
#include "stowage/limits.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/references.hpp"

namespace stowage {
namespace {

struct KindName {
    ElementKind kind;
    std::string_view list;
};
constexpr std::array kLists{KindName{ElementKind::server, "servers"},
                            KindName{ElementKind::service, "services"},
                            KindName{ElementKind::managed, "managed"}};

Error no_such(const ElementRef& element) {
    return {ErrorCode::dangling_name, "the plan has no such element", {}, pointer_to(element)};
}

/// Calls use(list) with the list that holds elements of that kind; false without such an environment.
template <class Use>
bool with_list(Plan& plan, ElementKind kind, std::string_view environment_name, const Use& use) {
    if (kind == ElementKind::environment) {
        use(plan.environments);
        return true;
    }
    Environment* environment = find_named(plan.environments, environment_name);
    if (environment == nullptr) return false;
    if (kind == ElementKind::server) use(environment->servers);
    if (kind == ElementKind::service) use(environment->services);
    if (kind == ElementKind::managed) use(environment->managed);
    return true;
}

const std::string& name_in_list(const ElementRef& element) {
    return element.kind == ElementKind::environment ? element.environment : element.name;
}

ElementRef named(ElementKind kind, std::string_view environment, std::string name) {
    if (kind == ElementKind::environment) return {kind, std::move(name), {}};
    return {kind, std::string(environment), std::move(name)};
}

/// The label as a name: lower-case letters and digits, everything else a hyphen.
std::string slug(std::string_view label, std::string_view fallback) {
    std::string name;
    for (const char c : label) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) name += upper ? static_cast<char>(c - 'A' + 'a') : c;
        if (!kept && !name.empty() && name.back() != '-') name += '-';
    }
    if (name.size() > limits::kNameBytes) name.resize(limits::kNameBytes);
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() ? std::string(fallback) : name;
}

Error title_too_long(std::size_t bytes, std::string where) {
    return {ErrorCode::out_of_range, "a title of " + std::to_string(bytes) + " bytes",
            "at most " + std::to_string(limits::kTitleBytes) + " bytes", std::move(where)};
}

Server new_element(const Plan&, const std::vector<Server>&) {
    Server server;
    server.name = "server";
    server.cpu = MilliCpu::cores(2);
    server.memory = Bytes::gib(4);
    return server;
}

Service new_element(const Plan&, const std::vector<Service>&) {
    Service service;
    service.name = "service";
    service.cpu = CpuRequest{false, MilliCpu::millis(500)};
    service.memory = Bytes::mib(512);
    return service;
}

Managed new_element(const Plan&, const std::vector<Managed>&) {
    Managed managed;
    managed.name = "managed";
    return managed;
}

Environment new_element(const Plan& plan, const std::vector<Environment>&) {
    Environment environment;
    environment.name = "environment";
    environment.title = "New environment";
    if (!plan.environments.empty()) {
        environment.provider = plan.environments.back().provider;
        environment.region = plan.environments.back().region;
    }
    return environment;
}

/// The edit, when the plan that it made can be written and read again.
Result<PlanEdit> checked(Plan plan, ElementRef element) {
    const auto environments = static_cast<std::int64_t>(plan.environments.size());
    if (environments > limits::kEnvironments) {
        return Error{ErrorCode::out_of_range,
                     "the plan has " + std::to_string(environments) + " environments",
                     "at most " + std::to_string(limits::kEnvironments), pointer_to(element)};
    }
    const Errors errors = check_references(plan);
    if (!errors.empty()) return errors.front();
    return PlanEdit{std::move(plan), std::move(element)};
}

void rename_references(Environment& environment, ElementKind kind, const std::string& from,
                       const std::string& to) {
    for (Service& service : environment.services) {
        if (kind == ElementKind::server && service.server == from) service.server = to;
        if (kind != ElementKind::service) continue;
        for (Call& call : service.calls) {
            if (call.name == from) call.name = to;
        }
    }
    for (Managed& managed : environment.managed) {
        if (kind == ElementKind::service && managed.for_service == from) managed.for_service = to;
    }
}

void remove_references(Environment& environment, ElementKind kind, const std::string& name) {
    for (Service& service : environment.services) {
        if (kind == ElementKind::server && service.server == name) service.server.clear();
        if (kind != ElementKind::service) continue;
        std::erase_if(service.calls, [&](const Call& call) { return call.name == name; });
    }
    for (Managed& managed : environment.managed) {
        if (kind == ElementKind::service && managed.for_service == name) managed.for_service.clear();
    }
}

}  // namespace

std::string pointer_to(const ElementRef& element) {
    const std::string environment = child_pointer("/environments", element.environment);
    for (const KindName& known : kLists) {
        if (known.kind == element.kind)
            return child_pointer(child_pointer(environment, known.list), element.name);
    }
    return environment;
}

std::optional<ElementRef> element_at(std::string_view pointer) {
    const auto tokens = pointer_tokens(pointer);
    if (tokens.size() < 2 || tokens[0] != "environments") return std::nullopt;
    for (const KindName& known : kLists) {
        if (tokens.size() >= 4 && tokens[2] == known.list)
            return ElementRef{known.kind, tokens[1], tokens[3]};
    }
    return ElementRef{ElementKind::environment, tokens[1], {}};
}

Result<PlanEdit> with_added(const Plan& plan, ElementKind kind, std::string_view environment) {
    Plan changed = plan;
    std::string name;
    const bool found = with_list(changed, kind, environment, [&](auto& list) {
        auto element = new_element(plan, list);
        element.name = name = unique_name(list, element.name);
        list.push_back(std::move(element));
    });
    if (!found) return no_such(named(kind, environment, {}));
    return checked(std::move(changed), named(kind, environment, name));
}

Result<AddedServices> with_services(const Plan& plan, std::string_view environment,
                                    const std::vector<std::string>& labels) {
    AddedServices added{plan, {}};
    Environment* changed = find_named(added.plan.environments, environment);
    if (changed == nullptr)
        return no_such(named(ElementKind::environment, environment, std::string(environment)));
    std::unordered_set<std::string> taken;
    for (const Service& service : changed->services) taken.insert(service.name);
    for (const std::string& label : labels) {
        if (label.size() > limits::kTitleBytes) return title_too_long(label.size(), {});
        Service service = new_element(plan, changed->services);
        service.name = free_name(slug(label, service.name),
                                 [&](const std::string& name) { return !taken.contains(name); });
        if (label != service.name) service.title = label;
        taken.insert(service.name);
        added.names.push_back(service.name);
        changed->services.push_back(std::move(service));
    }
    auto edit = checked(std::move(added.plan),
                        named(ElementKind::environment, environment, std::string(environment)));
    if (!edit) return edit.error();
    added.plan = (*std::move(edit)).plan;
    return added;
}

Result<PlanEdit> with_duplicate(const Plan& plan, const ElementRef& element) {
    Plan changed = plan;
    std::string name;
    with_list(changed, element.kind, element.environment, [&](auto& list) {
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](const auto& other) { return other.name == name_in_list(element); });
        if (at == list.end()) return;
        auto copy = *at;
        copy.name = name = unique_name(list, at->name);
        copy.title = copied_title(at->title);
        list.insert(at + 1, std::move(copy));
    });
    if (name.empty()) return no_such(element);
    return checked(std::move(changed), named(element.kind, element.environment, name));
}

Result<PlanEdit> without(const Plan& plan, const ElementRef& element) {
    Plan changed = plan;
    std::size_t removed = 0;
    with_list(changed, element.kind, element.environment, [&](auto& list) {
        removed = std::erase_if(list, [&](const auto& other) { return other.name == name_in_list(element); });
    });
    if (removed == 0) return no_such(element);
    Environment* environment = find_named(changed.environments, element.environment);
    if (environment != nullptr) remove_references(*environment, element.kind, element.name);
    return checked(std::move(changed), element);
}

Result<PlanEdit> with_moved(const Plan& plan, const ElementRef& element, int by) {
    Plan changed = plan;
    bool found = false;
    with_list(changed, element.kind, element.environment, [&](auto& list) {
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](const auto& other) { return other.name == name_in_list(element); });
        if (at == list.end()) return;
        found = true;
        const auto from = at - list.begin();
        const auto last = static_cast<std::ptrdiff_t>(list.size()) - 1;
        const auto to = std::clamp(from + by, std::ptrdiff_t{0}, last);
        if (from < to) std::rotate(at, at + 1, list.begin() + to + 1);
        if (to < from) std::rotate(list.begin() + to, at, at + 1);
    });
    if (!found) return no_such(element);
    return PlanEdit{std::move(changed), element};
}

Result<PlanEdit> with_label(const Plan& plan, const ElementRef& element, std::string_view label) {
    if (label.size() > limits::kTitleBytes) return title_too_long(label.size(), pointer_to(element));
    Plan changed = plan;
    std::string name;
    with_list(changed, element.kind, element.environment, [&](auto& list) {
        auto* target = find_named(list, name_in_list(element));
        if (target == nullptr) return;
        name = unique_name(list, slug(label, target->name), target->name);
        target->name = name;
        target->title = label == name ? std::string_view() : label;
    });
    if (name.empty()) return no_such(element);
    Environment* environment = find_named(changed.environments, element.environment);
    if (environment != nullptr) rename_references(*environment, element.kind, element.name, name);
    return checked(std::move(changed), named(element.kind, element.environment, name));
}

}  // namespace stowage
