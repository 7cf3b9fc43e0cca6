// SPDX-License-Identifier: MIT
#include "../stack/clamped.hpp"
#include "stack_findings.hpp"
#include "stowage/stack/redis.hpp"

namespace stowage {
namespace {

void add_redis_memory(const Examined& examined, const Service& service, Findings& findings) {
    if (!service.maxmemory || !service.memory || service.replicas == 0) return;
    const Bytes most = redis_maxmemory(service.memory->middle(), service.persistence);
    if (*service.maxmemory <= most) return;
    Finding found = finding(FindingCode::redis_memory, setting_pointer(examined, service, "maxmemory", true),
                            label_of(service) + " may fill " + show_bytes(*service.maxmemory) + " of the " +
                                show_bytes(service.memory->middle()) +
                                " that it requests: " + show_bytes(most) + " leaves room for fragmentation" +
                                (service.persistence ? " and for the copy while it saves" : ""));
    if (!most.is_zero()) found.fixes.push_back(set_to(examined, service, "maxmemory", whole_mib_down(most)));
    const Bytes enough = redis_memory(*service.maxmemory, service.persistence);
    if (enough <= limits::kMemory)
        found.fixes.push_back(raise_memory(examined, service, whole_mib_up(enough)));
    findings.push_back(std::move(found));
}

void add_elasticache_memory(const Examined& examined, const Managed& managed, Findings& findings) {
    const InstanceType* node = examined.catalogue.find_type(examined.environment.provider, managed.instance);
    if (node == nullptr || node->offering != Offering::redis || !node->memory) return;
    const Service* service = find_named(examined.environment.services, managed.for_service);
    if (service == nullptr || service->kind != ServiceKind::redis) return;
    const Bytes kept = redis_maxmemory(*service);
    const Bytes most = elasticache_maxmemory(*node->memory);
    if (kept <= most) return;
    Finding found = finding(FindingCode::elasticache_memory,
                            child_pointer(examined.pointer_to("managed", managed.name), "instance"),
                            label_of(managed) + " leaves " + show_bytes(most) + " of the " +
                                show_bytes(*node->memory) + " of " + managed.instance + " to data; " +
                                label_of(*service) + " keeps up to " + show_bytes(kept));
    found.fixes.push_back(set_to(examined, *service, "maxmemory", whole_mib_down(most)));
    findings.push_back(std::move(found));
}

}  // namespace

void find_cache_problems(const Examined& examined, Findings& findings) {
    for (const Service& service : examined.environment.services) {
        if (service.kind == ServiceKind::redis) add_redis_memory(examined, service, findings);
    }
    if (examined.environment.provider != "aws") return;  // whose ElastiCache is
    for (const Managed& managed : examined.environment.managed)
        add_elasticache_memory(examined, managed, findings);
}

}  // namespace stowage
