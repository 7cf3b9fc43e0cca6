// SPDX-License-Identifier: MIT
#include "benchmark_plans.hpp"

#include <array>
#include <string>

namespace stowage::bench {
namespace {

constexpr std::int64_t kMachinesOfPool = 10;

Server pool(std::int64_t number) {
    Server server;
    server.name = "pool-" + std::to_string(number);
    server.cpu = MilliCpu::cores(12);  // 27 replicas of 400m on average are 10.8 cores
    server.memory = Bytes::gib(26);    // 27 replicas of 768 MiB on average are 20.25 GiB
    server.count = kMachinesOfPool;
    server.instance = "c6i.4xlarge";
    return server;
}

/// The periods have no common divisor, so that all combinations of size and number occur.
Service service(std::int64_t number) {
    constexpr std::array<std::int64_t, 10> kReplicas{1, 2, 3, 4, 5, 6, 7, 8, 9, 9};
    Service service;
    service.name = "service-" + std::to_string(number);
    service.kind = ServiceKind::wsgi;
    service.replicas = kReplicas[static_cast<std::size_t>(number % 10)];
    service.spread = number % 3 == 0;
    service.cpu = CpuRequest{false, MilliCpu::millis(100 * (number % 7 + 1))};
    service.memory = Bytes::mib(256 * (number / 10 % 5 + 1));
    return service;
}

Plan plan_of(Environment environment) {
    Plan plan;
    plan.name = std::to_string(environment.services.size()) + " services";
    plan.environments.push_back(std::move(environment));
    return plan;
}

Environment empty_environment() {
    Environment environment;
    environment.name = "large";
    environment.provider = "aws";
    environment.region = "us-east-1";
    return environment;
}

}  // namespace

Plan plain_plan(std::int64_t services, std::int64_t machines, bool some_pinned) {
    Environment environment = empty_environment();
    const std::int64_t pools = machines / kMachinesOfPool;
    for (std::int64_t i = 0; i < pools; ++i) environment.servers.push_back(pool(i));
    for (std::int64_t i = 0; i < services; ++i) {
        environment.services.push_back(service(i));
        if (some_pinned && i % 4 == 0)
            environment.services.back().server = "pool-" + std::to_string(i / 4 % pools);
    }
    return plan_of(std::move(environment));
}

Plan spread_plan(std::int64_t services, std::int64_t machines) {
    constexpr std::int64_t kNoted = 10;  // every tenth card has a note, so that cards differ in height
    Environment environment = empty_environment();
    for (std::int64_t i = 0; i < machines; ++i) {
        Server server = pool(i);
        server.count = 1;
        if (i % kNoted == 0) server.note = "Rented for " + std::to_string(i % 3 + 1) + " years.";
        environment.servers.push_back(std::move(server));
    }
    for (std::int64_t i = 0; i < services; ++i) {
        environment.services.push_back(service(i));
        environment.services.back().spread = true;
    }
    return plan_of(std::move(environment));
}

Plan plan_without_room(std::int64_t services, std::int64_t machines) {
    Plan plan = spread_plan(services, machines);
    for (Server& server : plan.environments.front().servers) server.cpu = MilliCpu::millis(50);
    return plan;
}

}  // namespace stowage::bench
