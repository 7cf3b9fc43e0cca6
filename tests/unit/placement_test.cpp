// SPDX-License-Identifier: MIT
//
// Placements worked out by hand. "1.5" stands for 1.5 cores and 1.5 GiB unless the memory is told.
#include "stowage/placement.hpp"

#include <sstream>

#include "printers.hpp"

using namespace stowage;

namespace {

Resources both(std::int64_t cores) { return {MilliCpu::cores(cores), Bytes::gib(cores)}; }

/// `count` machines of pool `server`.
std::vector<Machine> pool(std::uint32_t server, std::uint32_t count, Resources allocatable,
                          Resources floor = {}) {
    std::vector<Machine> machines;
    for (std::uint32_t i = 0; i < count; ++i) machines.push_back({server, i, allocatable, floor});
    return machines;
}

std::vector<Machine> operator+(std::vector<Machine> a, const std::vector<Machine>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Demand pinned(std::uint32_t server, std::int64_t replicas, Resources request) {
    return {request, replicas, server, false, 0};
}
Demand automatic(std::int64_t replicas, Resources request) {
    return {request, replicas, std::nullopt, false, 0};
}
Demand spread(Demand demand) {
    demand.spread = true;
    return demand;
}

Demand together(std::uint32_t number, Demand demand) {
    demand.together = number;
    return demand;
}

/// "0.0>1.2" is replica 0 of service 0 on machine 2 of pool 1.
std::string text_of(const Placement& placement) {
    std::ostringstream text;
    for (const Placed& p : placement.placed) {
        text << p.service << '.' << p.replica << '>' << p.server << '.' << p.machine << ' ';
    }
    for (const Unplaced& u : placement.unplaced) text << u.service << " lacks " << u.replicas << ' ';
    return text.str();
}

}  // namespace

TEST_SUITE("placement") {
    TEST_CASE("nothing to place, nothing to place on") {
        CHECK(text_of(place({}, {})).empty());
        CHECK(text_of(place(pool(0, 2, both(4)), {})).empty());
        CHECK(text_of(place({}, {automatic(2, both(1))})) == "0 lacks 2 ");
        CHECK(text_of(place(pool(0, 1, both(1)), {automatic(0, both(9)), pinned(0, 0, both(9))})).empty());
    }

    TEST_CASE("pinned replicas fill one machine of their pool after the other") {
        CHECK(text_of(place(pool(0, 2, both(4)), {pinned(0, 3, both(2))})) == "0.0>0.0 0.1>0.0 0.2>0.1 ");
    }

    TEST_CASE("a pinned service goes to its own pool, however full it is") {
        const auto machines = pool(0, 1, both(8)) + pool(1, 1, both(1));
        CHECK(text_of(place(machines, {pinned(1, 1, both(2))})) == "0.0>1.0 ");
    }

    TEST_CASE("what finds no room in its pool goes round it") {
        // 2 machines of 2; 5 replicas of 1.5 fit once on each, the other three go 0, 1, 0.
        const Resources request{MilliCpu::millis(1'500), Bytes::mib(1'536)};
        CHECK(text_of(place(pool(0, 2, both(2)), {pinned(0, 5, request)})) ==
              "0.0>0.0 0.1>0.1 0.2>0.0 0.3>0.1 0.4>0.0 ");
    }

    TEST_CASE("a later pinned service still finds the room that an over-committed machine does not have") {
        // 0.0 over-commits machine 0 in CPU; 1.0 fits machine 1 only.
        CHECK(text_of(place(pool(0, 2, both(2)), {pinned(0, 1, both(3)), pinned(0, 1, both(2))})) ==
              "0.0>0.0 1.0>0.1 ");
    }

    TEST_CASE("one resource too many is enough not to fit") {
        const Resources much_memory{MilliCpu::cores(1), Bytes::gib(3)};
        CHECK(text_of(place(pool(0, 2, both(4)), {pinned(0, 2, much_memory)})) == "0.0>0.0 0.1>0.1 ");
    }

    TEST_CASE("pinned services use the floor, automatic ones leave it free") {
        const auto machines = pool(0, 1, both(4), both(1));
        CHECK(text_of(place(machines, {pinned(0, 1, both(4))})) == "0.0>0.0 ");
        CHECK(text_of(place(machines, {automatic(1, both(4))})) == "0 lacks 1 ");
        CHECK(text_of(place(machines, {automatic(1, both(3))})) == "0.0>0.0 ");
    }

    TEST_CASE("automatic services come after pinned ones, the largest first") {
        // Pinned 1 on the first machine of 4; then 3, which fits there, then 2 on the second, then 1 on the
        // second.
        const auto machines = pool(0, 1, both(4)) + pool(1, 1, both(3));
        CHECK(text_of(place(machines, {automatic(1, both(1)), automatic(1, both(2)), automatic(1, both(3)),
                                       pinned(0, 1, both(1))})) == "0.0>1.0 1.0>1.0 2.0>0.0 3.0>0.0 ");
    }

    TEST_CASE("the size of a request is the larger of its two shares") {
        // All: 10 cores, 100 GiB. a: 40 % of the CPU, 1 % of the memory. b: 30 % and 45 %: b is larger.
        const auto machines = pool(0, 1, {MilliCpu::cores(10), Bytes::gib(100)});
        const Resources a{MilliCpu::cores(4), Bytes::gib(1)};
        const Resources b{MilliCpu::cores(3), Bytes::gib(45)};
        // b twice takes 6 cores and leaves room for one of a. With a first, no b would fit.
        CHECK(text_of(place(machines, {automatic(2, a), automatic(2, b)})) ==
              "0.0>0.0 1.0>0.0 1.1>0.0 0 lacks 1 ");
    }

    TEST_CASE("equal sizes keep their order") {
        const auto machines = pool(0, 3, both(2));
        CHECK(text_of(place(machines, {automatic(1, both(2)), automatic(1, both(2)),
                                       automatic(1, both(2))})) == "0.0>0.0 1.0>0.1 2.0>0.2 ");
    }

    TEST_CASE("a small replica fills the gap on an earlier machine") {
        const auto machines = pool(0, 2, both(4));
        CHECK(text_of(place(machines, {automatic(2, both(3)), automatic(2, both(1))})) ==
              "0.0>0.0 0.1>0.1 1.0>0.0 1.1>0.1 ");
    }

    TEST_CASE("memory orders where no machine has CPU") {
        const auto machines = pool(0, 1, {{}, Bytes::gib(4)});
        CHECK(text_of(place(machines, {automatic(1, {{}, Bytes::gib(1)}),
                                       automatic(1, {{}, Bytes::gib(4)})})) == "1.0>0.0 0 lacks 1 ");
    }

    TEST_CASE("spread replicas never share a machine") {
        CHECK(text_of(place(pool(0, 3, both(8)), {spread(automatic(2, both(1)))})) == "0.0>0.0 0.1>0.1 ");
        CHECK(text_of(place(pool(0, 2, both(8)), {spread(automatic(3, both(1)))})) ==
              "0.0>0.0 0.1>0.1 0 lacks 1 ");
        CHECK(text_of(place(pool(0, 2, both(8)), {spread(pinned(0, 3, both(1)))})) ==
              "0.0>0.0 0.1>0.1 0 lacks 1 ");
    }

    TEST_CASE("spread keeps replicas of one service apart, not of two") {
        CHECK(text_of(place(pool(0, 1, both(8)), {spread(automatic(1, both(1))),
                                                  spread(automatic(1, both(1)))})) == "0.0>0.0 1.0>0.0 ");
    }

    TEST_CASE("spread and pinned over-commits each machine once at most") {
        CHECK(text_of(place(pool(0, 2, both(1)), {spread(pinned(0, 3, both(2)))})) ==
              "0.0>0.0 0.1>0.1 0 lacks 1 ");
    }

    TEST_CASE("a service that shares its CPU still needs memory") {
        const Resources shared{{}, Bytes::gib(3)};
        CHECK(text_of(place(pool(0, 1, both(4)), {automatic(2, shared)})) == "0.0>0.0 0 lacks 1 ");
    }

    TEST_CASE("a service that shares its CPU is kept off a machine whose CPU is over-committed") {
        const auto machines = pool(0, 1, both(4)) + pool(1, 1, both(4));
        const Resources shared{{}, Bytes::gib(1)};
        CHECK(text_of(place(machines, {pinned(0, 1, {MilliCpu::cores(5), Bytes::gib(1)}),
                                       automatic(1, shared)})) == "0.0>0.0 1.0>1.0 ");
    }

    TEST_CASE("as many replicas as fit are placed, the rest is counted") {
        CHECK(text_of(place(pool(0, 2, both(2)), {automatic(10, both(1))})) ==
              "0.0>0.0 0.1>0.0 0.2>0.1 0.3>0.1 0 lacks 6 ");
    }

    TEST_CASE("disk and pods run out like CPU and memory") {
        const Resources machine{MilliCpu::cores(8), Bytes::gib(8), Bytes::gib(20), 3};
        const auto on_disk = [](std::int64_t gib) {
            return Resources{MilliCpu::cores(1), Bytes::gib(1), Bytes::gib(gib), 1};
        };
        CHECK(text_of(place(pool(0, 1, machine), {automatic(2, on_disk(15))})) == "0.0>0.0 0 lacks 1 ");
        CHECK(text_of(place(pool(0, 1, machine), {automatic(5, on_disk(1))})) ==
              "0.0>0.0 0.1>0.0 0.2>0.0 0 lacks 2 ");
        CHECK(text_of(place(pool(0, 2, machine), {pinned(0, 2, on_disk(15))})) == "0.0>0.0 0.1>0.1 ");
    }

    TEST_CASE("services run together, replica by replica") {
        // Bundles of 1 + 2 on machines of 4: one on each. Alone, both replicas of 0 would go to machine 0.
        CHECK(text_of(place(pool(0, 2, both(4)),
                            {together(1, automatic(2, both(1))), together(1, automatic(2, both(2)))})) ==
              "0.0>0.0 0.1>0.1 1.0>0.0 1.1>0.1 ");
    }

    TEST_CASE("the replicas of the larger member go on alone") {
        // One bundle of 1 + 2, then two of 1 alone: one fills machine 0, the other goes to machine 1.
        CHECK(text_of(place(pool(0, 2, both(4)),
                            {together(1, automatic(3, both(1))), together(1, automatic(1, both(2)))})) ==
              "0.0>0.0 0.1>0.0 0.2>0.1 1.0>0.0 ");
    }

    TEST_CASE("a bundle that fits nowhere leaves every member unplaced") {
        // 3 + 3 exceed a machine of 4, although each of them would fit.
        const Placement placement = place(
            pool(0, 2, both(4)), {together(1, automatic(1, both(3))), together(1, automatic(1, both(3)))});
        CHECK(text_of(placement) == "0 lacks 1 1 lacks 1 ");
        REQUIRE(placement.unplaced.size() == 2);
        if (placement.unplaced.size() != 2) return;
        for (const Unplaced& unplaced : placement.unplaced) {
            REQUIRE(unplaced.refusals.size() == 1);
            CHECK(unplaced.refusals.front().missing == both(2));  // 3 + 3 - 4
        }
    }

    TEST_CASE("one spread member keeps the bundles apart") {
        CHECK(text_of(place(pool(0, 2, both(8)), {together(1, spread(automatic(1, both(1)))),
                                                  together(1, automatic(3, both(1)))})) ==
              "0.0>0.0 1.0>0.0 1.1>0.1 1 lacks 1 ");
    }

    TEST_CASE("one pinned member pins the others, which may then over-commit") {
        const auto machines = pool(0, 1, both(8)) + pool(1, 1, both(2));
        const Placement placement =
            place(machines, {together(1, automatic(1, both(2))), together(1, pinned(1, 1, both(1)))});
        CHECK(text_of(placement) == "0.0>1.0 1.0>1.0 ");
        CHECK(placement.apart.empty());
    }

    TEST_CASE("members pinned to different pools are placed one by one, and that is told") {
        const auto machines = pool(0, 1, both(8)) + pool(1, 1, both(8));
        const Placement placement =
            place(machines, {together(1, pinned(1, 1, both(1))), automatic(1, both(1)),
                             together(1, pinned(0, 1, both(1))), together(1, automatic(1, both(2)))});
        CHECK(text_of(placement) == "0.0>1.0 1.0>0.0 2.0>0.0 3.0>0.0 ");
        CHECK(placement.apart == std::vector<std::uint32_t>{0, 2, 3});
    }

    TEST_CASE("what the order by size leaves out, another order places") {
        // 5 + 3 + 2 and 4 + 3 + 3 cores fill two machines of 10. By size, 5 + 4 and 3 + 3 + 3 leave no room
        // for
        // 2. By memory the order is 6, 5 and 4 GiB, of 5, 3 and 2 cores: those share a machine. The pinned
        // service makes the shares of memory small, so that the size is the CPU share.
        const auto machines =
            pool(0, 2, {MilliCpu::cores(10), Bytes::gib(16)}) + pool(1, 1, {{}, Bytes::gib(100)});
        const auto of = [](std::int64_t cores, std::int64_t gib) {
            return Resources{MilliCpu::cores(cores), Bytes::gib(gib)};
        };
        const Placement placement =
            place(machines, {automatic(1, of(5, 6)), automatic(1, of(4, 1)), automatic(1, of(3, 5)),
                             automatic(2, of(3, 1)), automatic(1, of(2, 4)), pinned(1, 1, of(0, 100))});
        CHECK(placement.unplaced.empty());
        CHECK(placement.placed.size() == 7);
    }

    TEST_CASE("the same input gives the same placement") {
        const auto machines = pool(0, 3, both(4)) + pool(1, 2, both(6), both(1));
        const std::vector<Demand> demands{automatic(5, both(1)), pinned(1, 2, both(4)),
                                          spread(automatic(4, both(2))),
                                          automatic(3, {MilliCpu::millis(1), Bytes::gib(2)})};
        const std::string first = text_of(place(machines, demands));
        CHECK(first == text_of(place(machines, demands)));
    }
}

TEST_SUITE("refusals") {
    TEST_CASE("each pool tells what its nearest machine lacks") {
        // Pool 0: machines of 2; one is full, the other has 1 left. Pool 1: 3 cores, 1 GiB.
        const auto machines = pool(0, 2, both(2)) + pool(1, 1, {MilliCpu::cores(3), Bytes::gib(1)});
        const Placement placement =
            place(machines, {pinned(0, 1, both(2)), pinned(0, 1, both(1)), automatic(1, both(3))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 2));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 2) return;
        const auto& refusals = placement.unplaced[0].refusals;
        CHECK(placement.unplaced[0].service == 2);
        CHECK(refusals[0].server == 0);
        CHECK(refusals[0].missing == both(2));  // 3 - (2 - 1)
        CHECK(refusals[1].server == 1);
        CHECK(refusals[1].missing == Resources{{}, Bytes::gib(2)});  // CPU would do
        CHECK_FALSE(refusals[1].spread_rule);
    }

    TEST_CASE("what is missing counts from what is free in the end, also where smaller services came later") {
        const Placement placement =
            place(pool(0, 1, both(4)), {automatic(1, both(1)), automatic(1, both(9))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 1));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 1) return;
        CHECK(text_of(placement) == "0.0>0.0 1 lacks 1 ");
        CHECK(placement.unplaced[0].refusals[0].missing == both(6));  // 9 - (4 - 1)
    }

    TEST_CASE("what is missing counts from the floor") {
        const Placement placement = place(pool(0, 1, both(4), both(1)), {automatic(1, both(4))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 1));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 1) return;
        CHECK(placement.unplaced[0].refusals[0].missing == both(1));
    }

    TEST_CASE("a machine that has room but runs a replica refuses by the spread rule") {
        const Placement placement = place(pool(0, 1, both(8)), {spread(automatic(2, both(1)))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 1));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 1) return;
        CHECK(placement.unplaced[0].refusals[0].spread_rule);
        CHECK(placement.unplaced[0].refusals[0].missing == Resources{});
    }

    TEST_CASE("a pinned service is refused by the spread rule alone, never for lack of room") {
        const Placement placement = place(pool(0, 1, both(1), both(1)), {spread(pinned(0, 2, both(2)))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 1));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 1) return;
        CHECK(placement.unplaced[0].refusals[0].spread_rule);
        CHECK(placement.unplaced[0].refusals[0].missing == Resources{});
    }

    TEST_CASE("of many pools the 32 nearest are told, nearest first") {
        std::vector<Machine> machines;
        for (std::uint32_t server = 0; server < 40; ++server) {
            machines = std::move(machines) + pool(server, 1, both(server + 1));  // 1 to 40
        }
        const Placement placement = place(machines, {automatic(1, both(50))});
        REQUIRE(placement.unplaced.size() == 1);
        if (placement.unplaced.size() != 1) return;
        const auto& refusals = placement.unplaced[0].refusals;
        REQUIRE(refusals.size() == 32);
        if (refusals.size() != 32) return;
        CHECK(refusals.front().server == 39);
        CHECK(refusals.front().missing == both(10));
        CHECK(refusals.back().server == 8);
        CHECK(refusals.back().missing == both(41));
    }

    TEST_CASE("pools that are as near are told in the order of the plan") {
        std::vector<Machine> machines;
        for (std::uint32_t server = 0; server < 100; ++server) {
            machines = std::move(machines) + pool(server, 1, both(server % 4 + 1));  // 1, 2, 3, 4, 1, ...
        }
        const Placement placement = place(machines, {automatic(1, both(50))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 32));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 32) return;
        const auto& refusals = placement.unplaced[0].refusals;
        for (std::uint32_t i = 0; i < 25; ++i) CHECK(refusals[i].server == 4 * i + 3);          // those of 4
        for (std::uint32_t i = 25; i < 32; ++i) CHECK(refusals[i].server == 4 * (i - 25) + 2);  // of 3
    }

    TEST_CASE("up to 32 pools are told in the order of the plan, however near") {
        std::vector<Machine> machines;
        for (std::uint32_t server = 0; server < 32; ++server) {
            machines = std::move(machines) + pool(server, 1, both(server + 1));
        }
        const Placement placement = place(machines, {automatic(1, both(50))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 32));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 32) return;
        for (std::uint32_t i = 0; i < 32; ++i) CHECK(placement.unplaced[0].refusals[i].server == i);
    }

    TEST_CASE("a pinned service names its own pool only") {
        const auto machines = pool(0, 1, both(8)) + pool(1, 1, both(8));
        const Placement placement = place(machines, {spread(pinned(1, 2, both(1)))});
        REQUIRE((placement.unplaced.size() == 1 && placement.unplaced[0].refusals.size() == 1));
        if (placement.unplaced.size() != 1 || placement.unplaced[0].refusals.size() != 1) return;
        CHECK(placement.unplaced[0].refusals[0].server == 1);
    }
}
