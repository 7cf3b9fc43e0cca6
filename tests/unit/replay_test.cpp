// SPDX-License-Identifier: MIT
#include "stowage/replay.hpp"

#include <string>

#include "fixtures.hpp"
#include "small_catalogue.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Ten requests a second of 100 ms, all of it CPU: one core at the factor 1, half of what two replicas
/// request. Ten workers each, so that nobody waits.
constexpr const char* kWeb = "kind: wsgi, workers: 10, cpu: 1, memory: 1GiB, ";
constexpr const char* kLoad = "load: {arrivals: 10/s, service_time: 100ms, cpu_time: 100ms}, ";

Replay replay_of(const std::string& services, const std::vector<double>& factors, int cores = 64,
                 MachineSupply supply = MachineSupply::as_planned) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {servers: {a: {cpu: " + std::to_string(cores) +
                              ", memory: 256GiB, cost: 10/month}}, services: " + services + "}}");
    return replay(plan, 0, estimate(plan, small_catalogue()), small_catalogue(), {factors}, supply);
}

Replay web_under(const std::string& settings, const std::vector<double>& factors, int cores = 64) {
    return replay_of(std::string("{web: {") + kWeb + kLoad + settings + "}}", factors, cores);
}

/// On machines of 3 cores that cost 10 a month each.
Replay rented_under(const std::string& settings, const std::vector<double>& factors) {
    return replay_of(std::string("{web: {") + kWeb + kLoad + settings + "}}", factors, 3,
                     MachineSupply::rented);
}

/// `before` for ten minutes, then `after`.
std::vector<double> step(double before, double after, std::size_t minutes = 60) {
    std::vector<double> factors(minutes, after);
    for (std::size_t i = 0; i < 10; ++i) factors[i] = before;
    return factors;
}

/// "15 added 1: 3; 25 refused 1: 3"
std::string events_of(const Replay& replay) {
    std::string text;
    for (const ReplayEvent& event : replay.events) {
        if (!text.empty()) text += "; ";
        text += std::to_string(event.minute) + " " + std::string(name_of(event.action)) + " " +
                std::to_string(event.count) + ": " + std::to_string(event.after);
    }
    return text;
}

}  // namespace

TEST_SUITE("a replay of scale_out") {
    TEST_CASE("acts when the condition has held for its time, and the replica serves after its start") {
        // 1.6 cores of 2 are 80 % in the minutes 10 to 14; of 3 they are 53 %
        const Replay replay =
            web_under("replicas: 2, scale_out: {any: [\"cpu > 70% for 5m\"], cooldown: 10m, start_up: 90s}",
                      step(1, 1.6));
        CHECK(events_of(replay) == "15 added 1: 3");
        const ReplayedService& web = replay.services.front();
        CHECK(web.minutes[14].running == 2);
        CHECK(web.minutes[14].starting == 0);
        CHECK(web.minutes[16].running == 2);
        CHECK(web.minutes[16].starting == 1);
        CHECK(web.minutes[17].running == 3);
        CHECK(*web.minutes[16].cpu == doctest::Approx(0.8));
        CHECK(*web.minutes[17].cpu == doctest::Approx(1.6 / 3));
        CHECK(*web.minutes[17].utilisation == doctest::Approx(1.6 / 30));
        CHECK(web.replica_minutes == 15 * 2 + 45 * 3);
        CHECK(web.least_replicas == 2);
        CHECK(web.most_replicas == 3);
    }

    TEST_CASE("waits for its cooldown, and ends when the load is carried") {
        // 4 cores of 5 are 80 %, of 6 they are 67 %
        const Replay replay =
            web_under("replicas: 2, scale_out: {any: [\"cpu > 70% for 5m\"], cooldown: 10m}", step(1, 4));
        CHECK(events_of(replay) == "15 added 1: 3; 25 added 1: 4; 35 added 1: 5; 45 added 1: 6");
        CHECK(replay.services.front().actions == 4);
        CHECK(replay.services.front().flapping == 0);
    }

    TEST_CASE("is the same in slices of any length") {
        const Plan plan = plan_of(
            std::string("stowage: 0\nenvironments: {other: {}, e: {servers: {a: {cpu: 3, "
                        "memory: 256GiB, cost: 10/month}}, services: {web: {") +
            kWeb + kLoad + "replicas: 2, scale_out: {any: [\"cpu > 70% for 5m\"], cooldown: 10m}}}}}");
        const Estimate figures = estimate(plan, small_catalogue());
        const LoadCurve curve{step(1, 3)};
        const auto rented = MachineSupply::rented;
        const Replay whole = replay(plan, 1, figures, small_catalogue(), curve, rented);
        ReplayRun run(plan, 1, figures, small_catalogue(), curve, rented);
        for (const std::int64_t slice : {1, 14, 1'000}) run.go_on(slice);
        CHECK(run.done() == run.minutes());
        const Replay sliced = run.take();
        CHECK(events_of(sliced) == events_of(whole));
        CHECK(events_of(whole) == "15 added 1: 3; 25 added 1: 4; 35 added 1: 5");
        CHECK(sliced.services.front().minutes == whole.services.front().minutes);
        REQUIRE(sliced.rent.has_value());
        CHECK(sliced.rent->curve.low == whole.rent->curve.low);
    }

    TEST_CASE("never passes max") {
        CHECK(events_of(web_under("replicas: 2, scale_out: {any: [\"cpu > 70%\"], add: 2, max: 5}",
                                  step(1, 9))) == "11 added 2: 4; 12 added 1: 5");
    }

    TEST_CASE("starts counting anew when the condition did not hold for a minute") {
        auto factors = step(1, 1.6);
        factors[13] = 1;
        CHECK(events_of(web_under("replicas: 2, scale_out: {any: [\"cpu > 70% for 5m\"]}", factors)) ==
              "19 added 1: 3");
    }

    TEST_CASE("joined by all needs every condition, and tells the first; an unknown metric never holds") {
        const std::string rule = "replicas: 2, scale_out: {all: [\"cpu > 70%\", \"utilisation > ";
        CHECK(events_of(web_under(rule + "7%\"]}", step(1, 1.6))) == "11 added 1: 3");
        CHECK(events_of(web_under(rule + "9%\"]}", step(1, 1.6))).empty());
        const Replay any =
            web_under("replicas: 2, scale_out: {any: [\"connections > 1\", \"cpu > 70%\"]}", step(1, 1.6));
        REQUIRE(any.events.size() == 1);
        CHECK(any.events.front().condition == 1);
    }

    TEST_CASE("is refused, once, what finds no room") {
        const Replay replay =
            web_under("replicas: 2, scale_out: {any: [\"cpu > 70%\"], add: 2, cooldown: 5m}", step(1, 4), 3);
        CHECK(events_of(replay) == "11 added 1: 3; 11 refused 1: 3");
        const ReplayEvent& refusal = replay.events.back();
        REQUIRE(refusal.room);
        CHECK(show_move_room(*refusal.room) == "1 of 2 fit, the next lacks 1 core");
        CHECK(replay.services.front().refusals == 1);
        CHECK(show_money(replay.cost.low) == "10.00");
    }

    TEST_CASE("gets back the places of the plan, even those of an over-committed server") {
        const std::string rules =
            "replicas: 4, server: a, scale_out: {any: [\"cpu > 70%\"]}, scale_in: {any: [\"cpu < 20%\"]}";
        // 0.7 of 4 cores are 17.5 %, of 3 they are 23 %; 3 of 3 are 100 %, of 4 they are 75 %
        CHECK(events_of(web_under(rules, step(0.7, 3), 3)) ==
              "1 removed 1: 3; 11 added 1: 4; 12 refused 1: 4");
    }
}

TEST_SUITE("a replay that rents machines") {
    TEST_CASE("adds one like those of the plan while replicas find no room, and pays for its minutes") {
        // 3 cores carry 3 replicas. 4 cores of load on 4 are 100 %, on 5 are 80 %, on 6 are 67 %: the fourth
        // replica takes a second machine in minute 12. 0.5 of 6 are 8 %: one goes in each minute from 41 on,
        // and with the third, in minute 43, the machine.
        std::vector<double> factors = step(1, 4);
        for (std::size_t i = 40; i < factors.size(); ++i) factors[i] = 0.5;
        const Replay replay = rented_under(
            "replicas: 2, scale_out: {any: [\"cpu > 70%\"]}, scale_in: {any: [\"cpu < 20%\"], min: 3}",
            factors);
        CHECK(events_of(replay) ==
              "11 added 1: 3; 12 added 1: 4; 13 added 1: 5; 14 added 1: 6; "
              "41 removed 1: 5; 42 removed 1: 4; 43 removed 1: 3");
        CHECK(replay.events[1].machines == std::vector<PoolMachines>{{0, 1}});
        CHECK(replay.events[2].machines.empty());
        CHECK(replay.events[6].machines == std::vector<PoolMachines>{{0, 1}});
        REQUIRE(replay.rent);
        REQUIRE(replay.rent->pools.size() == 1);
        const RentedPool& pool = replay.rent->pools.front();
        CHECK(pool.most == 1);
        CHECK(pool.minutes[11] == 0);
        CHECK(pool.minutes[12] == 1);
        CHECK(pool.minutes[42] == 1);
        CHECK(pool.minutes[43] == 0);
        // 31 of 60 minutes with two machines of 10.00: 10 + 10 x 31/60 = 15.1667 a month; the hour has 91
        // minutes of machines, of the 43,800 that 10 are paid for: 0.020776256
        CHECK(show_money(replay.cost.low) == "10.00");
        CHECK(show_money(replay.rent->month.low) == "15.17");
        CHECK(replay.rent->curve.low.to_nanos() == 20'776'256);
        CHECK(show_money(replay.rent->most.low) == "20.00");
        CHECK(show_money(replay.rent->minutes[11]) == "10.00");
        CHECK(show_money(replay.rent->minutes[12]) == "20.00");
    }

    TEST_CASE("takes as many as an action needs, and no more") {
        // 11 replicas on machines of 3 are four machines: three more than the plan's
        const Replay replay =
            rented_under("replicas: 2, scale_out: {any: [\"cpu > 70%\"], add: 9, max: 11}", step(1, 4));
        CHECK(events_of(replay) == "11 added 9: 11");
        CHECK(replay.events.front().machines == std::vector<PoolMachines>{{0, 3}});
    }

    TEST_CASE("rents nothing while there is room") {
        const Replay replay =
            rented_under("replicas: 2, scale_out: {any: [\"cpu > 70%\"], max: 3}", step(1, 4));
        CHECK(events_of(replay) == "11 added 1: 3");
        REQUIRE(replay.rent);
        CHECK(replay.rent->pools.empty());
        CHECK(show_money(replay.rent->month.low) == "10.00");
    }

    TEST_CASE("refuses what fits on no such machine") {
        // a replica of 4 cores on machines of 3
        const Replay replay = replay_of(
            "{web: {kind: wsgi, workers: 10, cpu: 4, memory: 1GiB, replicas: 1, load: {arrivals: 10/s, "
            "service_time: 100ms, cpu_time: 100ms}, scale_out: {any: [\"cpu > 70%\"]}}}",
            step(1, 4), 3, MachineSupply::rented);
        CHECK(events_of(replay) == "11 refused 1: 1");
        CHECK(replay.rent->pools.empty());
    }

    TEST_CASE("uses the next server when more of the first makes no room") {
        // the first has 1 core a machine, too small for 2
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {servers: {small: {cpu: 1, memory: 8GiB, cost: 1/month}, large: "
            "{cpu: "
            "4, memory: 8GiB, cost: 10/month}}, services: {web: {kind: wsgi, workers: 10, replicas: 2, cpu: "
            "2, "
            "memory: 1GiB, load: {arrivals: 10/s, service_time: 100ms, cpu_time: 100ms}, scale_out: {any: "
            "[\"cpu > 70%\"], max: 3}}}}}");
        const Replay replay = stowage::replay(plan, 0, estimate(plan, small_catalogue()), small_catalogue(),
                                              {step(1, 4)}, MachineSupply::rented);
        REQUIRE(replay.events.size() == 1);
        CHECK(replay.events.front().machines == std::vector<PoolMachines>{{1, 1}});
        CHECK(show_money(replay.rent->most.low) == "21.00");
    }

    TEST_CASE("changes nothing where it is not asked for") {
        CHECK_FALSE(web_under("replicas: 2, scale_out: {any: [\"cpu > 70%\"]}", step(1, 4), 3).rent);
    }
}

TEST_SUITE("a replay of scale_in") {
    TEST_CASE("never passes min") {
        CHECK(events_of(web_under("replicas: 5, scale_in: {all: [\"cpu < 20%\"], remove: 2, min: 2}",
                                  step(0.3, 0.3))) == "1 removed 2: 3; 2 removed 1: 2");
    }

    TEST_CASE("rests while scale_out would act") {
        CHECK(events_of(web_under("replicas: 2, scale_out: {any: [\"cpu > 10%\"], max: 2}, "
                                  "scale_in: {any: [\"cpu < 90%\"]}",
                                  step(1, 1)))
                  .empty());
    }

    TEST_CASE("waits for its cooldown after any action") {
        // 3 cores of 2 are 150 %; 0.2 of 3 are 7 %
        std::vector<double> factors(60, 0.2);
        factors.front() = 3;
        CHECK(events_of(web_under("replicas: 2, scale_out: {any: [\"cpu > 90%\"]}, "
                                  "scale_in: {any: [\"cpu < 20%\"], cooldown: 20m}",
                                  factors)) == "1 added 1: 3; 21 removed 1: 2; 41 removed 1: 1");
    }

    TEST_CASE("against scale_out with thresholds too near is flapping") {
        // 1.5 cores of 2 are 75 %, of 3 they are 50 %
        const Replay replay = web_under(
            "replicas: 2, scale_out: {any: [\"cpu > 70%\"]}, scale_in: {any: [\"cpu < 65%\"], min: 2}",
            std::vector<double>(10, 1.5));
        CHECK(replay.events.size() == 9);  // in each minute but the first
        CHECK(replay.services.front().actions == 9);
        CHECK(replay.services.front().flapping == 8);
    }
}

TEST_SUITE("the load of a replay") {
    TEST_CASE("is that of the curve on the mean, without the peak factor") {
        const Replay replay = replay_of(
            "{web: {kind: wsgi, workers: 10, replicas: 1, cpu: 1, memory: 1GiB, load: {arrivals: 2/s, "
            "peak_factor: 3, cpu_time: 100ms}, scale_out: {any: [\"cpu > 90%\"]}}}",
            {1, 2});
        CHECK(*replay.services.front().minutes[0].cpu == doctest::Approx(0.2));
        CHECK(*replay.services.front().minutes[1].cpu == doctest::Approx(0.4));
        CHECK_FALSE(replay.services.front().minutes[0].latency.has_value());
    }

    TEST_CASE("that cannot be served waits until it can") {
        // One worker of one request a second. M/M/1 at 0.5: 0.5 wait. Then a surplus of 60 a minute.
        const Replay replay = replay_of(
            "{web: {kind: wsgi, workers: 1, cpu: 2, memory: 1GiB, load: {arrivals: 0.5/s, service_time: 1s, "
            "cpu_time: 1s, latency_budget: 10s}, scale_out: {any: [\"cpu > 90%\"], max: 1}}}",
            {1, 4, 4, 0, 0, 0, 1});
        const auto& minutes = replay.services.front().minutes;
        const std::vector<double> queues{0.5, 60.5, 120.5, 60.5, 0.5, 0, 0.5};
        for (std::size_t i = 0; i < queues.size(); ++i)
            CHECK(*minutes[i].queue == doctest::Approx(queues[i]));
        CHECK(*minutes[0].latency == doctest::Approx(5.991465));         // M/M/1: ln 20 / (1 - 0.5)
        CHECK(*minutes[1].latency == doctest::Approx(60.5 + 2.995732));  // and ln 20 of the service itself
        CHECK(*minutes[2].utilisation == doctest::Approx(2));
        CHECK(*minutes[2].cpu == doctest::Approx(0.5));  // the one worker of two cores is busy
        CHECK(*minutes[3].utilisation == doctest::Approx(1));
        CHECK(*minutes[5].utilisation == doctest::Approx(0.5 / 60));
        CHECK(replay.services.front().minutes_in_violation == 4);
        CHECK(replay.services.front().worst_minute == 2);
        CHECK(*replay.services.front().worst_latency == doctest::Approx(120.5 + 2.995732));
    }

    TEST_CASE("that event loops are behind with holds connections") {
        // 20/s of 100 ms on one loop: 600 more in a minute, one is at hand, 100 are open
        const auto events = [](const std::string& condition) {
            return events_of(replay_of(
                "{live: {kind: asgi, workers: 1, cpu: 1, memory: 4GiB, load: {arrivals: 20/s, service_time: "
                "100ms, cpu_time: 100ms, connections: 100}, scale_out: {any: [\"" +
                    condition + "\"]}}}",
                {1, 1}));
        };
        CHECK(events("connections > 700") == "1 added 1: 2");
        CHECK(events("connections > 701").empty());
        CHECK(events("latency > 60s") == "1 added 1: 2");  // 600 at 10/s, and 0.1 s
        CHECK(events("latency > 60100ms").empty());
    }

    TEST_CASE("is held against the latencies that scale_out names where no budget is stated") {
        // nobody waits for ten workers: the 95th percentile of an exponential law is 3.0 means
        const auto violations = [](const std::string& condition) {
            return web_under("replicas: 2, scale_out: {any: [\"" + condition + "\"], max: 2}", {1, 1, 1})
                .services.front()
                .minutes_in_violation;
        };
        CHECK(violations("p95 > 299ms") == 3);
        CHECK(violations("p95 > 301ms") == 0);
        CHECK(violations("latency > 99ms") == 3);
        CHECK(violations("latency > 101ms") == 0);
    }

    TEST_CASE("follows the calls from service to service") {
        const Replay replay = replay_of(
            "{front: {cpu: 1, memory: 1GiB, load: {arrivals: 5/s}, calls: {web: 2}}, web: {kind: wsgi, "
            "workers: 10, replicas: 2, cpu: 1, memory: 1GiB, load: {cpu_time: 100ms}, scale_out: {any: "
            "[\"cpu "
            "> 70%\"]}}}",
            {1, 1.6, 1});
        REQUIRE(replay.services.size() == 1);
        CHECK(replay.services.front().service == 1);
        CHECK(events_of(replay) == "2 added 1: 3");
    }

    TEST_CASE("of a service that says nothing of it is not replayed") {
        const Replay replay = replay_of(
            "{web: {cpu: 1, memory: 1GiB, scale_out: {any: [\"cpu > 70%\"]}}, lone: {cpu: 1, memory: 1GiB}}",
            {1, 1});
        CHECK(replay.services.empty());
        CHECK(replay.unpredicted == std::vector<std::uint32_t>{0});
    }

    TEST_CASE("without a minute has none") {
        const Replay replay = web_under("replicas: 2, scale_out: {any: [\"cpu > 70%\"]}", {});
        REQUIRE(replay.services.size() == 1);
        CHECK(replay.services.front().minutes.empty());
    }
}
