// SPDX-License-Identifier: MIT
#include "stowage/stack/nginx.hpp"

#include <doctest/doctest.h>

using namespace stowage;

TEST_SUITE("nginx") {
    TEST_CASE("as a proxy it serves half as many clients as it has connections") {
        CHECK(NginxSettings{}.proxied_clients() == 256);
        Service service;
        service.cpu = CpuRequest{false, MilliCpu::cores(4)};
        service.worker_connections = 1'024;
        CHECK(nginx_settings(service).proxied_clients() == 2'048);  // 4 x 1,024 / 2
        service.workers = 1;
        CHECK(nginx_settings(service).proxied_clients() == 512);
    }

    TEST_CASE("its memory is that of its workers and their connections") {
        CHECK(memory_of(NginxSettings{}) == Bytes::mib(48));  // 16 MiB + 512 x 64 KiB
        NginxSettings large;
        large.workers = large.worker_connections = 1'000'000;
        large.connection_memory = Bytes::tib(32);
        CHECK(large.proxied_clients() == 500'000'000'000);
        CHECK(memory_of(large) == Bytes::tib(1'024));
    }
}
