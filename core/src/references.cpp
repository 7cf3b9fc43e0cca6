// SPDX-License-Identifier: MIT
#include "stowage/references.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "stowage/json_pointer.hpp"
#include "stowage/limits.hpp"

namespace stowage {
namespace {

using Names = std::unordered_set<std::string_view>;

class Checker {
  public:
    void check(const Plan& plan) {
        if (!plan.prices.used.empty() && plan.prices.snapshot.empty()) {
            fail({ErrorCode::missing, "the snapshot that the used prices are of is missing",
                  "an id such as 2026-11-23 beside used", "/prices/snapshot"});
        }
        const std::string environments = "/environments";
        names_of(plan.environments, environments);
        for (const Environment& environment : plan.environments) {
            check(environment, child_pointer(environments, environment.name));
        }
        limit(servers_, limits::kServers, "servers", environments);
        limit(replicas_, limits::kReplicas, "replicas", environments);
        limit(services_, limits::kServices, "services", environments);
        limit(managed_, limits::kManaged, "managed services", environments);
    }

    Errors errors;

  private:
    void check(const Environment& environment, const std::string& pointer) {
        const std::string services_at = child_pointer(pointer, "services");
        const std::string managed_at = child_pointer(pointer, "managed");
        const Names servers = names_of(environment.servers, child_pointer(pointer, "servers"));
        const Names services = names_of(environment.services, services_at);
        names_of(environment.managed, managed_at);
        for (const Server& server : environment.servers) servers_ += server.count;
        for (const Service& service : environment.services) {
            const std::string at = child_pointer(services_at, service.name);
            refer(environment.servers, servers, service.server, "server", child_pointer(at, "server"));
            for (const Call& call : service.calls) {
                refer(environment.services, services, call.name, "service",
                      child_pointer(child_pointer(at, "calls"), call.name));
            }
            replicas_ += service.replicas;
        }
        for (const Managed& managed : environment.managed) {
            const std::string at = child_pointer(managed_at, managed.name);
            refer(environment.services, services, managed.for_service, "service", child_pointer(at, "for"));
            managed_ += managed.count;
        }
        services_ += static_cast<std::int64_t>(environment.services.size());
    }

    void fail(Error error) {
        if (errors.size() < limits::kErrors) errors.push_back(std::move(error));
    }

    template <class T>
    Names names_of(const std::vector<T>& list, const std::string& pointer) {
        Names names;
        for (const T& element : list) {
            if (names.insert(element.name).second) continue;
            fail({ErrorCode::duplicate,
                  "the name \"" + element.name + "\" stands here twice",
                  {},
                  child_pointer(pointer, element.name)});
        }
        return names;
    }

    /// `names` are those of `known`, for the look-up; the message lists them in the order of the plan.
    template <class T>
    void refer(const std::vector<T>& known, const Names& names, const std::string& name,
               std::string_view what, std::string pointer) {
        if (name.empty() || names.contains(name) || errors.size() >= limits::kErrors) return;
        std::string list;
        constexpr std::size_t kShown = 10;  // enough to see the naming, short enough for a message
        for (std::size_t i = 0; i < std::min(kShown, known.size()); ++i) {
            list += (list.empty() ? "" : ", ") + known[i].name;
        }
        fail({ErrorCode::dangling_name,
              "no " + std::string(what) + " of this environment is named \"" + name + "\"", std::move(list),
              std::move(pointer)});
    }

    void limit(std::int64_t count, std::int64_t most, std::string_view what, const std::string& pointer) {
        if (count <= most) return;
        fail({ErrorCode::out_of_range,
              "the plan has " + std::to_string(count) + " " + std::string(what) + " in all",
              "at most " + std::to_string(most), pointer});
    }

    std::int64_t servers_ = 0;
    std::int64_t replicas_ = 0;
    std::int64_t services_ = 0;
    std::int64_t managed_ = 0;
};

}  // namespace

Errors check_references(const Plan& plan) {
    Checker checker;
    checker.check(plan);
    return std::move(checker.errors);
}

}  // namespace stowage
