// SPDX-License-Identifier: MIT
#include "stowage/move.hpp"

#include "fixtures.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Room of the first service on the server of that index, in a plan of one environment.
MoveRoom room_on(std::uint32_t server, const std::string& servers, const std::string& services) {
    const Plan plan = plan_of("stowage: 0\nenvironments:\n  a:\n    servers: {" + servers +
                              "}\n    services: {" + services + "}\n");
    const Estimate figures = estimate(plan, catalogue());
    return room_after_move(plan.environments[0], figures.environments[0], 0, server);
}
std::string words_on(std::uint32_t server, const std::string& servers, const std::string& services) {
    return show_move_room(room_on(server, servers, services));
}

const std::string kTwo = "one: {cpu: 4, memory: 8GiB}, two: {cpu: 2, memory: 4GiB}";

}  // namespace

TEST_SUITE("room after a move") {
    TEST_CASE("a service fits where its request is free") {
        CHECK(words_on(1, kTwo, "web: {server: one, cpu: 2, memory: 4GiB}") == "fits");
    }

    TEST_CASE("what is missing is told by resource") {
        CHECK(words_on(1, kTwo, "web: {server: one, cpu: 3, memory: 6GiB}") == "lacks 1 core and 2 GiB");
        CHECK(words_on(1, kTwo, "web: {server: one, cpu: 1, memory: 6GiB}") == "lacks 2 GiB");
    }

    TEST_CASE("what runs there already counts, but for the service itself") {
        const std::string both =
            "web: {server: two, cpu: 2, memory: 1GiB}, job: {server: two, cpu: 500m, memory: 1GiB}";
        CHECK(words_on(1, kTwo, both) == "lacks 0.5 cores");  // 2 - 0.5 of 2 cores
        CHECK(words_on(0, kTwo, both) == "fits");
    }

    TEST_CASE("of several replicas as many as fit are counted") {
        const MoveRoom room = room_on(1, kTwo, "web: {server: one, replicas: 3, cpu: 1, memory: 1GiB}");
        CHECK(room.wanted == 3);
        CHECK(room.replicas == 2);
        CHECK(show_move_room(room) == "2 of 3 fit, the next lacks 1 core");
    }

    TEST_CASE("of several replicas of which none fits each lacks the same") {
        CHECK(words_on(1, kTwo, "web: {server: one, replicas: 2, cpu: 3, memory: 1GiB}") ==
              "lacks 1 core each");
    }

    TEST_CASE("over a pool the replicas are counted machine by machine") {
        const std::string pool = "one: {cpu: 8, memory: 8GiB}, two: {cpu: 3, memory: 8GiB, count: 2}";
        // 3 cores hold one replica of 2, the third one lacks 1 core on either machine.
        CHECK(words_on(1, pool, "web: {server: one, replicas: 3, cpu: 2, memory: 1GiB}") ==
              "2 of 3 fit, the next lacks 1 core");
    }

    TEST_CASE("spread replicas need a machine each") {
        const std::string pool = "one: {cpu: 8, memory: 8GiB}, two: {cpu: 8, memory: 8GiB, count: 2}";
        CHECK(words_on(1, pool, "web: {server: one, spread: true, replicas: 2, cpu: 1, memory: 1GiB}") ==
              "fits");
        CHECK(words_on(1, pool, "web: {server: one, spread: true, replicas: 3, cpu: 1, memory: 1GiB}") ==
              "2 of 3 fit, the next needs a machine of its own");
    }

    TEST_CASE("disk and pods count where the server states them") {
        const std::string limited =
            "one: {cpu: 8, memory: 8GiB}, two: {cpu: 8, memory: 8GiB, disk: 10GiB, pods: 1}";
        CHECK(words_on(1, limited, "web: {server: one, cpu: 1, memory: 1GiB, disk: 12GiB}") == "lacks 2 GiB");
        CHECK(words_on(1, limited, "web: {server: one, replicas: 2, cpu: 1, memory: 1GiB, disk: 1GiB}") ==
              "1 of 2 fit, the next lacks 1 pod");
        CHECK(words_on(0, limited, "web: {server: two, cpu: 1, memory: 1GiB, disk: 12GiB}") == "fits");
    }

    TEST_CASE("a service that asks for nothing fits everywhere") {
        CHECK(words_on(1, kTwo, "web: {server: one, replicas: 1000, cpu: shared, memory: 0MiB}") == "fits");
    }

    TEST_CASE("what the reserve keeps is not free") {
        CHECK(words_on(1, "one: {cpu: 4, memory: 8GiB}, two: {cpu: 2, memory: 4GiB, reserved: {cpu: 500m}}",
                       "web: {server: one, cpu: 2, memory: 1GiB}") == "lacks 0.5 cores");
    }
}
