// SPDX-License-Identifier: MIT
#include "bundles.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>

#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

std::vector<Group> together(const std::vector<Demand>& demands) {
    std::vector<Group> groups;
    std::unordered_map<std::uint32_t, std::size_t> group_of;  // by the number that they share
    for (std::uint32_t service = 0; service < demands.size(); ++service) {
        const std::uint32_t number = demands[service].together;
        const auto known = number == 0 ? group_of.end() : group_of.find(number);
        if (known != group_of.end()) {
            groups[known->second].services.push_back(service);
            continue;
        }
        if (number != 0) group_of.emplace(number, groups.size());
        groups.emplace_back().services.push_back(service);
    }
    return groups;
}

bool pinned_to_several(const Group& group, const std::vector<Demand>& demands) {
    std::optional<std::uint32_t> server;
    for (const std::uint32_t service : group.services) {
        const auto& pinned = demands[service].server;
        if (pinned && server && *pinned != *server) return true;
        if (pinned) server = pinned;
    }
    return false;
}

void add_bundles(Group& group, std::uint32_t number, const std::vector<Demand>& demands,
                 std::vector<Bundle>& bundles) {
    auto& services = group.services;
    sort_by(services,
            [&](std::uint32_t a, std::uint32_t b) { return demands[a].replicas > demands[b].replicas; });
    Resources request;
    for (const std::uint32_t service : services) {
        request += demands[service].request;
        group.spread = group.spread || demands[service].spread;
        if (demands[service].server) group.server = demands[service].server;
    }
    group.first_bundle = static_cast<std::uint32_t>(bundles.size());
    std::int64_t begun = 0;  // replicas of each member that are in bundles already
    for (std::size_t members = services.size(); members > 0; --members) {
        const Demand& fewest = demands[services[members - 1]];
        if (fewest.replicas > begun) {
            bundles.push_back(
                {number, static_cast<std::uint32_t>(members), fewest.replicas - begun, request, 0});
            begun = fewest.replicas;
        }
        request -= fewest.request;
    }
    group.last_bundle = static_cast<std::uint32_t>(bundles.size());
}

void number_shapes(Grouping& grouping) {
    const auto request_of = [&](std::uint32_t bundle) {
        const Resources& request = grouping.bundles[bundle].request;
        return std::tuple(request.cpu, request.memory, request.disk, request.pods);
    };
    const auto by_request = indices_sorted_by(grouping.bundles.size(), [&](std::uint32_t a, std::uint32_t b) {
        return request_of(a) < request_of(b);
    });
    for (std::size_t i = 0; i < by_request.size(); ++i) {
        if (i == 0 || request_of(by_request[i]) != request_of(by_request[i - 1])) ++grouping.shapes;
        grouping.bundles[by_request[i]].shape = grouping.shapes - 1;
    }
}

}  // namespace

Grouping group(const std::vector<Demand>& demands) {
    Grouping result;
    for (Group& group : together(demands)) {
        if (pinned_to_several(group, demands)) {
            for (const std::uint32_t service : group.services) {
                result.apart.push_back(service);
                result.groups.emplace_back().services.push_back(service);
            }
        } else {
            result.groups.push_back(std::move(group));
        }
    }
    sort_by(result.apart, std::less<>{});
    for (std::uint32_t number = 0; number < result.groups.size(); ++number) {
        add_bundles(result.groups[number], number, demands, result.bundles);
    }
    number_shapes(result);
    return result;
}

}  // namespace stowage
