// SPDX-License-Identifier: MIT
#include "stack_findings.hpp"

#include <algorithm>
#include <initializer_list>

namespace stowage {
namespace {

/// A setting that only some kinds use. A service of no known kind may describe itself with the general ones.
struct KindSetting {
    std::string_view key;
    bool (*is_stated)(const Service& service);
    std::initializer_list<ServiceKind> kinds;
};

template <auto kMember>
bool is_stated(const Service& service) {
    return static_cast<bool>(service.*kMember);
}

using Kind = ServiceKind;
const KindSetting kSettings[] = {
    {"workers",
     is_stated<&Service::workers>,
     {Kind::nginx, Kind::wsgi, Kind::asgi, Kind::celery, Kind::other}},
    {"threads", is_stated<&Service::threads>, {Kind::wsgi, Kind::asgi, Kind::other}},
    {"max_connections", is_stated<&Service::max_connections>, {Kind::asgi, Kind::postgres, Kind::other}},
    {"worker_memory", is_stated<&Service::worker_memory>, {Kind::wsgi, Kind::asgi, Kind::celery}},
    {"connection_memory", is_stated<&Service::connection_memory>, {Kind::asgi, Kind::nginx, Kind::postgres}},
    {"worker_connections", is_stated<&Service::worker_connections>, {Kind::nginx}},
    {"prefetch", is_stated<&Service::prefetch>, {Kind::celery}},
    {"pool_size", is_stated<&Service::pool_size>, {Kind::wsgi, Kind::asgi, Kind::celery}},
    {"shared_buffers", is_stated<&Service::shared_buffers>, {Kind::postgres}},
    {"work_mem", is_stated<&Service::work_mem>, {Kind::postgres}},
    {"maintenance_work_mem", is_stated<&Service::maintenance_work_mem>, {Kind::postgres}},
    {"reserved_connections", is_stated<&Service::reserved_connections>, {Kind::postgres}},
    {"pgbouncer_pool", is_stated<&Service::pgbouncer_pool>, {Kind::postgres}},
    {"maxmemory", is_stated<&Service::maxmemory>, {Kind::redis}},
    {"persistence", is_stated<&Service::persistence>, {Kind::redis}},
};

void add_without_effect(const Examined& examined, const Service& service, Findings& findings) {
    for (const KindSetting& setting : kSettings) {
        const auto& kinds = setting.kinds;
        if (!setting.is_stated(service) || std::find(kinds.begin(), kinds.end(), service.kind) != kinds.end())
            continue;
        const std::string key(setting.key);
        const std::string where = setting_pointer(examined, service, setting.key, true);
        Finding found =
            finding(FindingCode::setting_without_effect, where,
                    label_of(service) + " states " + key + ", which nothing uses of a service of kind " +
                        std::string(name_of(service.kind)));
        found.fixes.push_back({"Remove " + key, {{where, ""}}});
        findings.push_back(std::move(found));
    }
}

}  // namespace

void find_stack_problems(const Examined& examined, Findings& findings) {
    find_worker_problems(examined, findings);
    find_database_problems(examined, findings);
    find_cache_problems(examined, findings);
    for (const Service& service : examined.environment.services)
        add_without_effect(examined, service, findings);
}

}  // namespace stowage
