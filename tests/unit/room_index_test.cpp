// SPDX-License-Identifier: MIT
#include "placement/room_index.hpp"

#include <doctest/doctest.h>

#include "random.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Resources amounts(std::int64_t cpu, std::int64_t memory, std::int64_t disk = 0, std::int64_t pods = 0) {
    return {MilliCpu::cores(cpu), Bytes::gib(memory), Bytes::gib(disk), pods};
}

Resources random_amounts(Random& random, std::int64_t least) {
    return amounts(random.between(least, 4), random.between(least, 4), random.between(least, 4),
                   random.between(least, 4));
}

}  // namespace

TEST_SUITE("room index") {
    TEST_CASE("the first machine with room in every resource is found") {
        const RoomIndex index({amounts(1, 9, 9, 9), amounts(9, 1, 9, 9), amounts(9, 9, 1, 9),
                               amounts(9, 9, 9, 1), amounts(2, 2, 2, 2), amounts(3, 3, 3, 3)});
        CHECK(index.size() == 6);
        CHECK(index.first_fitting(amounts(1, 1, 1, 1)) == 0);
        CHECK(index.first_fitting(amounts(2, 1, 1, 1)) == 1);
        CHECK(index.first_fitting(amounts(2, 2, 2, 2)) == 4);
        CHECK(index.first_fitting(amounts(2, 2, 2, 2), 5) == 5);
        CHECK(index.first_fitting(amounts(3, 3, 3, 4)) == 6);
    }

    TEST_CASE("a machine outside the range is not found") {
        const RoomIndex index({amounts(1, 1), amounts(2, 2), amounts(2, 2)});
        CHECK(index.first_fitting(amounts(2, 2), 0, 1) == 1);
        CHECK(index.first_fitting(amounts(2, 2), 0, 2) == 1);
        CHECK(index.first_fitting(amounts(2, 2), 2, 2) == 2);
        CHECK(index.first_fitting(amounts(1, 1), 3) == 3);
    }

    TEST_CASE("nothing fits on an over-committed machine, nor where there is none") {
        CHECK(RoomIndex({}).first_fitting({}) == 0);
        CHECK(RoomIndex({amounts(-1, 4)}).first_fitting({}) == 1);
        CHECK(RoomIndex({amounts(0, 0)}).first_fitting({}) == 0);
    }

    TEST_CASE("what is taken is gone until it is given back") {
        RoomIndex index({amounts(2, 2), amounts(2, 2), amounts(2, 2)});
        index.take(0, amounts(1, 0));
        CHECK(index.room(0) == amounts(1, 2));
        CHECK(index.first_fitting(amounts(2, 2)) == 1);
        index.give(0, amounts(1, 0));
        CHECK(index.first_fitting(amounts(2, 2)) == 0);
    }

    TEST_CASE("random changes and questions agree with a search from machine to machine") {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Random random(seed);
            std::vector<Resources> rooms(static_cast<std::size_t>(random.between(1, 40)));
            for (Resources& room : rooms) room = random_amounts(random, -1);
            RoomIndex index(rooms);
            const auto machine_in = [&] {
                return static_cast<std::size_t>(
                    random.between(0, static_cast<std::int64_t>(rooms.size()) - 1));
            };
            for (int step = 0; step < 50; ++step) {
                const std::size_t changed = machine_in();
                rooms[changed] = random_amounts(random, -1);
                index.set_room(changed, rooms[changed]);
                const Resources request = random_amounts(random, 0);
                const std::size_t from = machine_in();
                const std::size_t end = machine_in() + 1;
                std::size_t first = from;
                while (first < end && !fits(request, rooms[first])) ++first;
                CHECK(index.first_fitting(request, from, end) == (first < end ? first : end));
            }
        }
    }
}
