// SPDX-License-Identifier: MIT
#include "stowage/sizing.hpp"

#include <cmath>

#include "printers.hpp"
#include "stowage/limits.hpp"

using namespace stowage;

namespace {

Server server_of(std::optional<MilliCpu> cpu, std::optional<Bytes> memory) {
    Server server;
    server.name = "s";
    server.cpu = cpu;
    server.memory = memory;
    return server;
}

Resources kept_by(ReserveRule rule, MilliCpu cpu, Bytes memory, std::int64_t pods = kDefaultPods) {
    return reserve_of({rule, {}}, {cpu, memory, {}, pods});
}

/// To the nearest byte.
Bytes mib(double amount) { return Bytes::bytes(std::llround(amount * 1024 * 1024)); }

const InstanceType kShape{"aws",          "m6i.xlarge", "m6i", Offering::compute, MilliCpu::cores(4),
                          Bytes::gib(16), {},           {}};

}  // namespace

TEST_SUITE("sizing") {
    TEST_CASE("no reserve keeps nothing") {
        CHECK(reserve_of({}, {MilliCpu::cores(8), Bytes::gib(16)}) == Resources{});
    }

    TEST_CASE("the host rule keeps a quarter of a core and 512 MiB, or 5 % of a large memory") {
        const Reserve host{ReserveRule::host, {}};
        const auto kept = [&](Bytes memory) { return reserve_of(host, {MilliCpu::cores(4), memory}); };
        CHECK(kept(Bytes::gib(8)) == Resources{MilliCpu::millis(250), Bytes::mib(512)});   // 5 % are 410 MiB
        CHECK(kept(Bytes::gib(10)) == Resources{MilliCpu::millis(250), Bytes::mib(512)});  // 5 % are 512 MiB
        // 16 GiB x 5 % = 17179869184 x 0.05 = 858993459.2
        CHECK(kept(Bytes::gib(16)) == Resources{MilliCpu::millis(250), Bytes::bytes(858'993'459)});
        CHECK(kept(Bytes::gib(100)) == Resources{MilliCpu::millis(250), Bytes::gib(5)});
    }

    // Published figures: Google, Plan node sizes. The memory of the tiers, to which 100 MiB for eviction are
    // added.
    TEST_CASE("gke: the memory of the tiers, and 100 MiB for eviction") {
        struct Case {
            std::int64_t gib;
            double mib;  ///< 25 % of 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next 112, 2 %
        };
        for (const Case c : {Case{2, 512}, Case{4, 1024}, Case{8, 1843.2}, Case{16, 2662.4},
                             Case{32, 3645.44}, Case{64, 5611.52}, Case{128, 9543.68}, Case{256, 12165.12}}) {
            CAPTURE(c.gib);
            CHECK(kept_by(ReserveRule::gke, MilliCpu{}, Bytes::gib(c.gib)).memory == mib(c.mib + 100));
        }
        CHECK(kept_by(ReserveRule::gke, {}, Bytes::gib(6)).memory == mib(1024 + 409.6 + 100));
    }

    TEST_CASE("gke: below 1 GiB 255 MiB, and 100 MiB for eviction") {
        const Bytes just_below = Bytes::gib(1) - Bytes::bytes(1);
        CHECK(kept_by(ReserveRule::gke, {}, just_below).memory == Bytes::mib(355));
        CHECK(kept_by(ReserveRule::gke, {}, Bytes::gib(1)).memory == Bytes::mib(356));    // 25 % + 100 MiB
        CHECK(kept_by(ReserveRule::gke, {}, Bytes::mib(300)).memory == Bytes::mib(300));  // all that it has
    }

    TEST_CASE(
        "gke and eks: 6 % of the first core, 1 % of the second, 0.5 % of two more, 0.25 % of the others") {
        struct Case {
            std::int64_t millis;
            std::int64_t kept;
        };
        for (const ReserveRule rule : {ReserveRule::gke, ReserveRule::eks}) {
            for (const Case c :
                 {Case{1'000, 60}, Case{2'000, 70}, Case{4'000, 80}, Case{8'000, 90}, Case{16'000, 110},
                  Case{32'000, 150}, Case{64'000, 230}, Case{500, 30}, Case{1'500, 65}, Case{3'000, 75}}) {
                CAPTURE(c.millis);
                CHECK(kept_by(rule, MilliCpu::millis(c.millis), Bytes::gib(4)).cpu ==
                      MilliCpu::millis(c.kept));
            }
        }
    }

    // amazon-eks-ami, bootstrap.sh: 11 MiB x pods + 255 MiB; 29, 110 and 234 are its limits for m5.large,
    // most machines and m5.4xlarge
    TEST_CASE("eks: memory by the pods, whatever the size") {
        const auto kept = [](std::int64_t pods) {
            return kept_by(ReserveRule::eks, MilliCpu::cores(2), Bytes::gib(64), pods).memory;
        };
        CHECK(kept(29) == Bytes::mib(574));
        CHECK(kept(110) == Bytes::mib(1'465));
        CHECK(kept(234) == Bytes::mib(2'829));
    }

    // Microsoft, Node resource reservations in AKS
    TEST_CASE("aks: CPU at the published points, and in proportion between them") {
        struct Case {
            std::int64_t millis;
            std::int64_t kept;
        };
        for (const Case c : {Case{1'000, 60}, Case{2'000, 100}, Case{4'000, 140}, Case{8'000, 180},
                             Case{16'000, 260}, Case{32'000, 420}, Case{64'000, 740}, Case{500, 30},
                             Case{3'000, 120}, Case{6'000, 160}, Case{48'000, 580}}) {
            CAPTURE(c.millis);
            CHECK(kept_by(ReserveRule::aks, MilliCpu::millis(c.millis), Bytes::gib(4)).cpu ==
                  MilliCpu::millis(c.kept));
        }
    }

    TEST_CASE("aks: 20 MiB a pod and 50 MiB, at most a quarter of the memory, and 100 MiB for eviction") {
        const auto kept = [](std::int64_t gib, std::int64_t pods) {
            return kept_by(ReserveRule::aks, MilliCpu::cores(2), Bytes::gib(gib), pods).memory;
        };
        CHECK(kept(8, 30) == Bytes::mib(650 + 100));   // the page's first example: 20 x 30 + 50
        CHECK(kept(4, 70) == Bytes::mib(1024 + 100));  // its second: 1450 would be more than a quarter
        CHECK(kept(8, 99) == Bytes::mib(2030 + 100));  // 20 x 99 + 50, just below a quarter, 2048
        CHECK(kept(8, 100) == Bytes::mib(2048 + 100));
    }

    TEST_CASE("no rule keeps more than a tiny machine has") {
        for (const ReserveRule rule :
             {ReserveRule::host, ReserveRule::gke, ReserveRule::eks, ReserveRule::aks}) {
            const Resources tiny{MilliCpu::millis(1), Bytes::mib(64)};
            const Resources kept = kept_by(rule, tiny.cpu, tiny.memory);
            CHECK(kept.cpu <= tiny.cpu);
            CHECK(kept.memory <= tiny.memory);
            CHECK(kept_by(rule, {}, {}) == Resources{});
        }
    }

    TEST_CASE("a rule answers for the largest machine and the most pods of a plan") {
        const Bytes most = limits::kMemory;
        // 25 % x 4 + 20 % x 4 + 10 % x 8 + 6 % x 112 + 2 % x (32768 - 128) GiB = 662.12 GiB, and 100 MiB
        CHECK(kept_by(ReserveRule::gke, limits::kCpu, most).memory == mib(662.12 * 1024 + 100));
        CHECK(kept_by(ReserveRule::eks, limits::kCpu, most, 1'000'000).memory == Bytes::mib(11'000'255));
    }

    TEST_CASE("a node of gke, eks or aks takes 110 pods when it states none; another server any number") {
        for (const ReserveRule rule : {ReserveRule::gke, ReserveRule::eks, ReserveRule::aks}) {
            Environment environment;
            environment.reserved.rule = rule;
            const MachineSize node =
                machine_size(environment, server_of(MilliCpu::cores(2), Bytes::gib(8)), nullptr);
            CHECK(node.limits(Resource::pods));
            CHECK(node.size.pods == 110);
        }
        for (const ReserveRule rule : {ReserveRule::none, ReserveRule::host, ReserveRule::own}) {
            Environment environment;
            environment.reserved.rule = rule;
            CHECK_FALSE(machine_size(environment, server_of(MilliCpu::cores(2), Bytes::gib(8)), nullptr)
                            .limits(Resource::pods));
        }
    }

    TEST_CASE("the pods that a server states count in the reserve") {
        Environment environment;
        environment.reserved.rule = ReserveRule::eks;
        Server server = server_of(MilliCpu::cores(2), Bytes::gib(8));
        server.pods = 29;
        CHECK(machine_size(environment, server, nullptr).reserved ==
              Resources{MilliCpu::millis(70), Bytes::mib(574)});
        CHECK(machine_size(environment, server, nullptr).allocatable().pods == 29);
    }

    TEST_CASE("own figures are kept as they are") {
        const Reserve own{ReserveRule::own, {MilliCpu::millis(300), Bytes::gib(1)}};
        CHECK(reserve_of(own, {MilliCpu::cores(8), Bytes::gib(16)}) == own.own);
    }

    TEST_CASE("a reserve never keeps more than there is") {
        const Reserve own{ReserveRule::own, {MilliCpu::cores(3), Bytes::gib(1)}};
        CHECK(reserve_of(own, {MilliCpu::cores(2), Bytes::gib(4)}) ==
              Resources{MilliCpu::cores(2), Bytes::gib(1)});
        CHECK(reserve_of({ReserveRule::host, {}}, {MilliCpu::millis(100), Bytes::mib(256)}) ==
              Resources{MilliCpu::millis(100), Bytes::mib(256)});
        CHECK(reserve_of({ReserveRule::host, {}}, {}) == Resources{});
    }

    TEST_CASE("the planned size decides, not the rented shape") {
        const MachineSize machine = machine_size({}, server_of(MilliCpu::cores(2), Bytes::gib(4)), &kShape);
        CHECK(machine.size == Resources{MilliCpu::cores(2), Bytes::gib(4)});
        CHECK(machine.complete);
    }

    TEST_CASE("with the instance alone its shape is the size, resource by resource") {
        CHECK(machine_size({}, server_of({}, {}), &kShape).size ==
              Resources{MilliCpu::cores(4), Bytes::gib(16)});
        CHECK(machine_size({}, server_of({}, {}), &kShape).complete);
        CHECK(machine_size({}, server_of({}, Bytes::gib(8)), &kShape).size ==
              Resources{MilliCpu::cores(4), Bytes::gib(8)});
        CHECK(machine_size({}, server_of(MilliCpu::cores(1), {}), &kShape).size ==
              Resources{MilliCpu::cores(1), Bytes::gib(16)});
    }

    TEST_CASE("a size is incomplete while CPU or memory is unknown") {
        CHECK_FALSE(machine_size({}, server_of({}, {}), nullptr).complete);
        CHECK_FALSE(machine_size({}, server_of(MilliCpu::cores(2), {}), nullptr).complete);
        CHECK_FALSE(machine_size({}, server_of({}, Bytes::gib(4)), nullptr).complete);
        InstanceType shapeless = kShape;
        shapeless.memory.reset();
        CHECK_FALSE(machine_size({}, server_of({}, {}), &shapeless).complete);
        CHECK(machine_size({}, server_of({}, {}), &shapeless).size == Resources{MilliCpu::cores(4), {}});
    }

    TEST_CASE("a server's own reserve replaces the environment's, also with none") {
        Environment environment;
        environment.reserved = {ReserveRule::own, {MilliCpu::millis(250), Bytes::mib(512)}};
        Server server = server_of(MilliCpu::cores(4), Bytes::gib(8));
        CHECK(machine_size(environment, server, nullptr).reserved ==
              Resources{MilliCpu::millis(250), Bytes::mib(512)});
        CHECK(machine_size(environment, server, nullptr).allocatable() ==
              Resources{MilliCpu::millis(3'750), Bytes::mib(7'680)});
        server.reserved = Reserve{};
        CHECK(machine_size(environment, server, nullptr).reserved == Resources{});
        server.reserved = Reserve{ReserveRule::own, {MilliCpu::cores(1), {}}};
        CHECK(machine_size(environment, server, nullptr).reserved == Resources{MilliCpu::cores(1), {}});
    }

    TEST_CASE("a floor in per cent is a share of what can be allocated") {
        Environment environment;
        environment.reserved = {ReserveRule::own, {MilliCpu::cores(1), Bytes::gib(1)}};
        environment.min_headroom.cpu = HeadroomFloor<MilliCpu>(Percent::whole(20));
        environment.min_headroom.memory = HeadroomFloor<Bytes>(Percent::hundredths(1'250));
        const MachineSize machine =
            machine_size(environment, server_of(MilliCpu::cores(5), Bytes::gib(17)), nullptr);
        // 20 % of 4 cores; 12.5 % of 16 GiB
        CHECK(machine.floor == Resources{MilliCpu::millis(800), Bytes::gib(2)});
    }

    TEST_CASE("a floor may be an amount, and more than there is") {
        Environment environment;
        environment.min_headroom.cpu = HeadroomFloor<MilliCpu>(MilliCpu::millis(500));
        environment.min_headroom.memory = HeadroomFloor<Bytes>(Bytes::gib(64));
        CHECK(machine_size(environment, server_of(MilliCpu::cores(2), Bytes::gib(4)), nullptr).floor ==
              Resources{MilliCpu::millis(500), Bytes::gib(64)});
    }

    TEST_CASE("each floor of a server replaces that of the environment and leaves the other") {
        Environment environment;
        environment.min_headroom.cpu = HeadroomFloor<MilliCpu>(Percent::whole(50));
        environment.min_headroom.memory = HeadroomFloor<Bytes>(Percent::whole(50));
        Server server = server_of(MilliCpu::cores(4), Bytes::gib(8));
        server.min_headroom.cpu = HeadroomFloor<MilliCpu>(MilliCpu{});
        CHECK(machine_size(environment, server, nullptr).floor == Resources{{}, Bytes::gib(4)});
        server.min_headroom.memory = HeadroomFloor<Bytes>(Percent::whole(25));
        CHECK(machine_size(environment, server, nullptr).floor == Resources{{}, Bytes::gib(2)});
    }

    TEST_CASE("without a policy nothing need stay free") {
        CHECK(machine_size({}, server_of(MilliCpu::cores(4), Bytes::gib(8)), nullptr).floor == Resources{});
    }
}
