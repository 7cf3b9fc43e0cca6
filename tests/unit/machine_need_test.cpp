// SPDX-License-Identifier: MIT
#include "machine_need.hpp"

#include "fixtures.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

InstanceType type(std::int64_t cores, std::int64_t gib, CpuClass cpu_class = CpuClass::dedicated,
                  std::optional<Percent> baseline = {}) {
    InstanceType type;
    type.cpu = MilliCpu::cores(cores);
    type.memory = Bytes::gib(gib);
    type.cpu_class = cpu_class;
    type.baseline = baseline;
    return type;
}

InstanceType burstable(std::int64_t cores, std::int64_t gib, std::int64_t percent) {
    return type(cores, gib, CpuClass::burstable, Percent::whole(percent));
}

/// The need of the server `app` of provider "cloud" in "east".
struct Needing {
    explicit Needing(const std::string& settings, Sizing sizing = Sizing::stays)
        : plan(plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}")),
          estimate(stowage::estimate(plan, small_catalogue())),
          need(plan.environments[0], plan.environments[0].servers[0], estimate.environments[0].servers[0],
               sizing) {}

    Plan plan;
    Estimate estimate;
    MachineNeed need;

    [[nodiscard]] bool carried_by(const InstanceType& type, bool shared_cpu = false) const {
        return need.is_carried_by(type, shared_cpu);
    }
};

const std::string kPlanned = "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month";

}  // namespace

TEST_SUITE("machine need") {
    TEST_CASE("nominal CPU and memory reach the planned size") {
        const Needing idle(kPlanned + "}}");
        CHECK(idle.carried_by(type(4, 8)));
        CHECK_FALSE(idle.carried_by(type(3, 8)));
        CHECK_FALSE(idle.carried_by(type(4, 7)));
        CHECK_FALSE(idle.carried_by(InstanceType{}));  // no source gives its figures
    }

    TEST_CASE("a database is no machine") {
        InstanceType database = type(8, 16);
        database.offering = Offering::postgres;
        CHECK_FALSE(Needing(kPlanned + "}}").carried_by(database));
    }

    TEST_CASE("what is requested, with the reserve, must be sustained; the rest of the size may be bursts") {
        // 25 % of 4 vCPU is 1 core
        CHECK(Needing(kPlanned + "}}, services: {x: {server: app, cpu: 1, memory: 1GiB}}")
                  .carried_by(burstable(4, 8, 25)));
        CHECK_FALSE(Needing(kPlanned + "}}, services: {x: {server: app, cpu: 1001m, memory: 1GiB}}")
                        .carried_by(burstable(4, 8, 25)));
        CHECK_FALSE(
            Needing(kPlanned + ", reserved: {cpu: 1m}}}, services: {x: {server: app, cpu: 1, memory: 1GiB}}")
                .carried_by(burstable(4, 8, 25)));
        // services that live on what is left ask for nothing: neither must the reserve be sustained
        CHECK(Needing(kPlanned +
                      ", reserved: {cpu: 2}}}, services: {x: {server: app, cpu: shared, memory: 1GiB}}")
                  .carried_by(burstable(4, 8, 25)));
    }

    TEST_CASE("of a pool the fullest machine decides") {
        // 3 replicas of 1 core on two machines: 2 cores on one of them
        const Needing pool(kPlanned +
                           ", count: 2}}, services: {x: {server: app, cpu: 1, memory: 3GiB, "
                           "replicas: 3}}");
        CHECK(pool.need.sustained() == MilliCpu::cores(2));
        CHECK(pool.carried_by(burstable(4, 8, 50)));
        CHECK_FALSE(pool.carried_by(burstable(4, 8, 49)));
    }

    TEST_CASE("shared vCPUs carry nothing unless asked for") {
        const Needing idle(kPlanned + "}}");
        CHECK_FALSE(idle.carried_by(type(4, 8, CpuClass::shared)));
        CHECK(idle.carried_by(type(4, 8, CpuClass::shared), true));
        const Needing busy(kPlanned + "}}, services: {x: {server: app, cpu: 4, memory: 1GiB}}");
        CHECK(busy.carried_by(type(4, 8, CpuClass::shared), true));
        CHECK_FALSE(busy.carried_by(type(2, 8, CpuClass::shared), true));
        // burstable without a known baseline is no shared type: nobody tells what it sustains
        CHECK_FALSE(busy.carried_by(type(4, 8, CpuClass::burstable), true));
    }

    TEST_CASE("where the size stays, over-committing it asks for no larger machine, but never for bursts") {
        const std::string five = kPlanned + "}}, services: {x: {server: app, cpu: 5, memory: 1GiB}}";
        CHECK(Needing(five).carried_by(type(4, 8)));
        CHECK_FALSE(Needing(five).carried_by(burstable(8, 8, 60)));  // 4.8 cores
        CHECK(Needing(five).carried_by(burstable(10, 8, 50)));
        CHECK_FALSE(Needing(five, Sizing::follows_type).carried_by(type(4, 8)));
        CHECK(Needing(five, Sizing::follows_type).carried_by(type(5, 8)));
    }

    TEST_CASE("an instance without a planned size is the size") {
        const Needing small("servers: {app: {instance: std.small}}");  // 2 vCPU, 4 GiB
        CHECK_FALSE(small.need.follows_type());
        CHECK(small.need.size() == Resources{MilliCpu::cores(2), Bytes::gib(4)});
        CHECK(small.carried_by(burstable(2, 4, 10)));
        const Needing follows("servers: {app: {instance: std.small}}", Sizing::follows_type);
        CHECK_FALSE(follows.carried_by(burstable(2, 4, 99)));  // what is placed next may use all of it
        CHECK_FALSE(Needing("servers: {app: {cpu: 1, cost: 1/month}}").carried_by(burstable(2, 4, 99)));
        CHECK(follows.carried_by(type(2, 4)));
    }

    TEST_CASE("where nobody tells the size, requests, reserve and headroom of that type have room") {
        // 80 % of what 4 - 1 cores leave is 2.4 and of 8 - 2 GiB 4.8
        const auto asks = [](const std::string& cpu, const std::string& memory) {
            return Needing(
                "reserved: {cpu: 1, memory: 2GiB}, min_headroom: {cpu: 20%, memory: 20%}, servers: "
                "{app: {cost: 1/month}}, services: {x: {server: app, cpu: " +
                cpu + ", memory: " + memory + "}}");
        };
        CHECK(asks("2400m", "4800MiB").need.follows_type());
        CHECK(asks("2400m", "4800MiB").carried_by(type(4, 8)));
        CHECK_FALSE(asks("2401m", "4800MiB").carried_by(type(4, 8)));
        CHECK_FALSE(asks("2400m", "4916MiB").carried_by(type(4, 8)));  // 4.8 GiB are 4915.2 MiB
    }

    TEST_CASE("the need in words") {
        CHECK(Needing(kPlanned + "}}, services: {x: {server: app, cpu: 4, memory: 1GiB}}").need.text() ==
              "4 cores and 8 GiB");
        CHECK(Needing(kPlanned + "}}, services: {x: {server: app, cpu: 500m, memory: 1GiB}}").need.text() ==
              "4 cores, 0.5 of them sustained, and 8 GiB");
        CHECK(Needing("servers: {app: {cost: 1/month}}, services: {x: {server: app, cpu: 3, memory: 2GiB}}")
                  .need.text() == "3 cores and 2 GiB");
    }
}
