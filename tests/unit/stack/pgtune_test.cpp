// SPDX-License-Identifier: MIT
//
// PGTune's own result for a web application of 8 GB, 4 CPUs and 200 connections, and its caps and floors.
#include "stowage/stack/pgtune.hpp"

#include <doctest/doctest.h>

#include "stowage/limits.hpp"

using namespace stowage;

namespace {

constexpr Bytes kilobytes(std::int64_t kb) { return Bytes::bytes(kb * 1'024); }

}  // namespace

TEST_SUITE("PGTune") {
    TEST_CASE("8 GB, 4 CPUs, web, 200 connections") {
        const Bytes memory = Bytes::gib(8);
        CHECK(pgtune_shared_buffers(memory) == Bytes::gib(2));
        CHECK(pgtune_effective_cache_size(memory) == Bytes::gib(6));
        CHECK(pgtune_maintenance_work_mem(memory) == Bytes::mib(512));
        CHECK(pgtune_work_mem(memory, Bytes::gib(2), 200, 4) == kilobytes(10'280));
    }

    TEST_CASE("below 4 CPUs the parallel settings stay at PostgreSQL's default of 8 processes") {
        CHECK(pgtune_worker_processes(1) == 8);
        CHECK(pgtune_worker_processes(3) == 8);
        CHECK(pgtune_worker_processes(4) == 4);
        CHECK(pgtune_worker_processes(32) == 32);
        // 6,291,456 kB / ((200 + 8) x 3) = 10,082.46
        CHECK(pgtune_work_mem(Bytes::gib(8), Bytes::gib(2), 200, 2) == kilobytes(10'082));
    }

    TEST_CASE("maintenance_work_mem is at most 8 GB") {
        CHECK(pgtune_maintenance_work_mem(Bytes::gib(128)) == Bytes::gib(8));
        CHECK(pgtune_maintenance_work_mem(Bytes::gib(127)) == Bytes::mib(8'128));  // 127 / 16 GiB
        CHECK(pgtune_maintenance_work_mem(limits::kMemory) == Bytes::gib(8));
    }

    TEST_CASE("work_mem is at least 4 MB") {
        // 1,572,864 kB / ((200 + 8) x 3) = 2,520 kB
        CHECK(pgtune_work_mem(Bytes::gib(2), Bytes::mib(512), 200, 2) == Bytes::mib(4));
        CHECK(pgtune_work_mem(Bytes::gib(1), Bytes::gib(2), 100, 1) == Bytes::mib(4));  // nothing is left
        CHECK(pgtune_work_mem(limits::kMemory, {}, 1'000'000, 10'000) == kilobytes(11'339));
        // 34,359,738,368 kB / (1,010,000 x 3) = 11,339.8
    }

    TEST_CASE("odd amounts are whole kB, rounded down") {
        CHECK(pgtune_shared_buffers(Bytes::bytes(1'048'575)) == kilobytes(255));        // 1,023 / 4
        CHECK(pgtune_effective_cache_size(Bytes::bytes(1'048'575)) == kilobytes(767));  // 1,023 x 3 / 4
    }
}
