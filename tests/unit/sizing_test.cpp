// SPDX-License-Identifier: MIT
#include "stowage/sizing.hpp"

#include "printers.hpp"

using namespace stowage;

namespace {

Server server_of(std::optional<MilliCpu> cpu, std::optional<Bytes> memory) {
    Server server;
    server.name = "s";
    server.cpu = cpu;
    server.memory = memory;
    return server;
}

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
