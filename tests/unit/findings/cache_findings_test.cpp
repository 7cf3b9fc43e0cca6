// SPDX-License-Identifier: MIT
#include "expectations.hpp"
#include "stack_findings_of_plan.hpp"

using namespace stowage::test;

TEST_SUITE("cache findings") {
    TEST_CASE("redis_memory: 80 % of the memory, half of that where it saves") {
        const auto found = [](const std::string& redis) {
            return stack_findings_with("services: {kv: {kind: redis, cpu: 1, " + redis + "}}");
        };
        CHECK(found("memory: 10GiB, maxmemory: 9GiB") ==
              "warning redis_memory at services/kv/maxmemory: kv may fill 9 GiB of the 10 GiB that it "
              "requests: 8 "
              "GiB leaves room for fragmentation\n"
              "  Set maxmemory to 8 GiB: services/kv/maxmemory = 8GiB\n"
              "  Set memory to 11.25 GiB: services/kv/memory = 11.25GiB\n");
        CHECK(found("memory: 10GiB, maxmemory: 8GiB").empty());
        CHECK(contains(found("memory: 10GiB, maxmemory: 8GiB, persistence: true"),
                       "4 GiB leaves room for fragmentation and for the copy while it saves\n"
                       "  Set maxmemory to 4 GiB: services/kv/maxmemory = 4GiB\n"
                       "  Set memory to 20 GiB: services/kv/memory = 20GiB\n"));
        CHECK(found("memory: 10GiB").empty());
        CHECK(found("maxmemory: 10GiB").empty());
        CHECK(found("memory: 10GiB, maxmemory: 9GiB, replicas: 0").empty());
    }

    TEST_CASE("elasticache_memory: a node leaves three quarters to data") {
        const auto found = [](const std::string& provider, const std::string& maxmemory) {
            return stack_findings_with(
                "provider: " + provider +
                ", region: us-east-1, services: {kv: {kind: redis, replicas: 0, maxmemory: " + maxmemory +
                "}}, managed: {cache: {title: Cache, for: kv, instance: "
                "'cache.r6g.large:redis-oss'}}");
        };
        // 13.07 GiB x 75 % = 9.8 GiB
        CHECK(contains(
            found("aws", "10GiB"),
            "warning elasticache_memory at managed/cache/instance: Cache leaves 9.8 GiB of the 13.07 GiB of "
            "cache.r6g.large:redis-oss to data; kv keeps up to 10 GiB\n"
            "  Set maxmemory to "));
        CHECK(found("aws", "9.8GiB").empty());
        CHECK(found("azure", "10GiB").empty());
    }
}
