// SPDX-License-Identifier: MIT
#include "stowage/session/session.hpp"

#include <string>
#include <vector>

#include "stowage/cost.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/session/carried_estimate.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

/// Replicas, services and machines that are estimated in the call that changes the plan. 1,000 services with
/// 5,400 replicas on 200 machines are 6,600, and their estimate takes 10 ms in wasm: less than a frame. With
/// ten times of each, losing every machine in turn takes a hundred times as long.
constexpr std::int64_t kWorkAtOnce = 10'000;

std::int64_t work_of(const Plan& plan) {
    std::int64_t work = 0;
    for (const Environment& environment : plan.environments) {
        work += static_cast<std::int64_t>(environment.services.size());
        for (const Service& service : environment.services) work += service.replicas;
        for (const Server& server : environment.servers) work += server.count;
    }
    return work;
}

bool is_large(const Plan& plan) { return work_of(plan) > kWorkAtOnce; }

std::string first_environment(const Plan& plan) {
    return plan.environments.empty() ? std::string() : plan.environments.front().name;
}

/// True when the element or own price that a pointer leads to or into is in the plan; always for other
/// settings of the plan.
bool exists(const Plan& plan, std::string_view pointer) {
    const auto element = element_at(pointer);
    if (!element) {
        const std::vector<std::string> tokens = pointer_tokens(pointer);
        const bool own_price = tokens.size() > 2 && tokens[0] == "prices" && tokens[1] == "own";
        return !own_price || find_named(plan.prices.own, tokens[2]) != nullptr;
    }
    const Environment* environment = find_named(plan.environments, element->environment);
    if (environment == nullptr) return false;
    switch (element->kind) {
        case ElementKind::environment: return true;
        case ElementKind::server: return find_named(environment->servers, element->name) != nullptr;
        case ElementKind::service: return find_named(environment->services, element->name) != nullptr;
        case ElementKind::managed: return find_named(environment->managed, element->name) != nullptr;
    }
    return false;
}

}  // namespace

Session::Session(Plan plan, std::shared_ptr<const Catalogue> catalogue)
    : catalogue_(std::move(catalogue)),
      history_({std::make_shared<const Plan>(std::move(plan)), {}, {}, {}, 0}) {
    environment_ = first_environment(this->plan());
    large_ = is_large(this->plan());
    list_own_prices();
    estimate_ = stowage::estimate(this->plan(), *catalogue_);
    estimated_revision_ = ++revision_;
}

std::optional<std::size_t> Session::selected() const {
    const auto& environments = plan().environments;
    for (std::size_t i = 0; i < environments.size(); ++i) {
        if (environments[i].name == environment_) return i;
    }
    return std::nullopt;
}

const Rejected* Session::rejected(std::string_view pointer) const {
    const auto at = rejected_.find(pointer);
    return at == rejected_.end() ? nullptr : &at->second;
}

std::string Session::text_to_save() const { return write_plan_yaml(with_prices_used(plan(), *catalogue_)); }

const std::string& Session::link() const {
    if (!link_) {
        link_ = encode_link(with_prices_used(plan(), *catalogue_));
        last_link_length_ = link_->size();
    }
    return *link_;
}

std::string Session::link_to_both() const {
    if (!baseline_) return link();
    return join_links(link(), encode_link(with_prices_used(*baseline_->plan, *catalogue_)));
}

LinkLength Session::link_length() const {
    const bool known = link_.has_value();
    if (!known && last_link_length_ > 0 && large_) return {last_link_length_, true};
    return {link().size(), false};
}

void Session::commit(Plan plan, std::string label, const std::string& shown) {
    commit(std::move(plan), std::move(label), shown, document());
}

void Session::commit(Plan plan, std::string label, const std::string& shown, std::size_t document) {
    if (plan == this->plan()) return;  // a field left as it was is no step
    const auto before = history_.current().plan;
    history_.push(
        {std::make_shared<const Plan>(std::move(plan)), std::move(label), environment_, shown, document});
    environment_ = shown;
    refresh(*before);
    // What was refused about an element goes with the element.
    std::erase_if(rejected_, [this](const auto& entry) { return !exists(this->plan(), entry.first); });
}

void Session::refresh(const Plan& before) {
    ++revision_;
    link_.reset();
    if (!selected()) environment_ = first_environment(plan());
    large_ = is_large(plan());
    if (before.prices.own != plan().prices.own) list_own_prices();
    if (large_) {
        estimate_ = carried_over(std::move(estimate_), before, plan());
    } else {
        finish_estimate();
    }
}

void Session::list_own_prices() {
    own_prices_.reset();
    if (!plan().prices.own.empty()) own_prices_ = with_own_prices(*catalogue_, plan().prices.own);
}

void Session::finish_estimate() {
    if (!estimate_is_stale()) return;
    estimate_ = stowage::estimate(plan(), *catalogue_);
    estimated_revision_ = revision_;
}

}  // namespace stowage
