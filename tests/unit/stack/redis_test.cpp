// SPDX-License-Identifier: MIT
#include "stowage/stack/redis.hpp"

#include <doctest/doctest.h>

#include "stowage/limits.hpp"

using namespace stowage;

TEST_SUITE("redis") {
    TEST_CASE("of 10 GB it gives 8 to data, and half of that where it saves by fork") {
        CHECK(redis_maxmemory(Bytes::gib(10), false) == Bytes::gib(8));
        CHECK(redis_maxmemory(Bytes::gib(10), true) == Bytes::gib(4));
    }

    TEST_CASE("the memory for a maxmemory is the least that gives it") {
        CHECK(redis_memory(Bytes::gib(8), false) == Bytes::gib(10));
        CHECK(redis_memory(Bytes::gib(4), true) == Bytes::gib(10));
        for (const std::int64_t bytes : {1, 2, 3, 4, 5, 1'000'003}) {
            for (const bool persistence : {false, true}) {
                const Bytes memory = redis_memory(Bytes::bytes(bytes), persistence);
                CHECK(redis_maxmemory(memory, persistence) >= Bytes::bytes(bytes));
                CHECK(redis_maxmemory(memory - Bytes::bytes(1), persistence) < Bytes::bytes(bytes));
            }
        }
        CHECK(redis_memory(limits::kMemory, true) == Bytes::tib(80));
    }

    TEST_CASE("the plan's maxmemory stands, unless it is 0, which means no limit") {
        Service service;
        CHECK(redis_maxmemory(service) == Bytes::mib(256));
        service.memory = Bytes::gib(2);
        CHECK(redis_maxmemory(service) == Bytes::mib(1'638));  // 1,638.4
        service.maxmemory = Bytes{};
        CHECK(redis_maxmemory(service) == Bytes::mib(1'638));
        service.maxmemory = Bytes::gib(1);
        CHECK(redis_maxmemory(service) == Bytes::gib(1));
    }

    TEST_CASE("an ElastiCache node keeps a quarter of its memory") {
        CHECK(elasticache_maxmemory(Bytes::gib(4)) == Bytes::gib(3));
    }
}
