// SPDX-License-Identifier: MIT
#include "expectations.hpp"
#include "printers.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

bool reads(std::string_view text, const Condition& expected) {
    const auto condition = parse_condition(text);
    return condition && *condition == expected;
}

}  // namespace

TEST_SUITE("condition text") {
    TEST_CASE("the guidelines of the first document") {
        CHECK(reads("cpu > 70% for 5m", {Metric::cpu, true, 7'000, Duration::minutes(5)}));
        CHECK(reads("p95 > 500ms", {Metric::p95, true, 500'000, {}}));
        CHECK(reads("queue > 50", {Metric::queue, true, 50, {}}));
        CHECK(reads("connections > 150", {Metric::connections, true, 150, {}}));
        CHECK(reads("latency > 2s", {Metric::latency, true, 2'000'000, {}}));
        CHECK(reads("memory > 85%", {Metric::memory, true, 8'500, {}}));
    }

    TEST_CASE("a condition may wait for a metric to fall") {
        CHECK(reads("utilisation < 12.5% for 1h", {Metric::utilisation, false, 1'250, Duration::hours(1)}));
    }

    TEST_CASE("the unit of a threshold belongs to its metric") {
        CHECK(error_of(parse_condition("cpu > 70")).code == ErrorCode::unit);
        CHECK(error_of(parse_condition("p95 > 500")).code == ErrorCode::unit);
        CHECK(error_of(parse_condition("p95 > 70%")).code == ErrorCode::unit);
        CHECK(refusal_of(parse_condition("queue > 50%")) ==
              "type \"50%\" is not a count (accepted: a whole number from 0 to 1000000000)");
        CHECK(error_of(parse_condition("queue > 0.5")).code == ErrorCode::type);
        CHECK(error_of(parse_condition("queue > -1")).code == ErrorCode::type);
        CHECK(error_of(parse_condition("queue > 1000000001")).code == ErrorCode::type);
        CHECK(reads("queue > 1000000000", {Metric::queue, true, 1'000'000'000, {}}));
        CHECK(error_of(parse_condition("cpu > 101%")).code == ErrorCode::out_of_range);
    }

    TEST_CASE("a text that is no condition is refused with the whole form") {
        for (const std::string text :
             {"", "cpu", "load > 70%", "CPU > 70%", "cpu >= 70%", "cpu>70%", "cpu = 70%", " cpu > 70%",
              "cpu > 70% while 5m", "cpu > 70%  for 5m", "cpu > 70% 5m"}) {
            const Error error = error_of(parse_condition(text));
            CHECK(error.code == ErrorCode::type);
            CHECK(error.message == "\"" + std::string(text) + "\" is not a condition");
            CHECK(error.accepted ==
                  "METRIC > THRESHOLD [for TIME], such as \"cpu > 70% for 5m\"; METRIC is cpu, memory, "
                  "utilisation, p95, latency, queue or connections");
        }
    }

    TEST_CASE("a condition that breaks off names what is missing") {
        CHECK(error_of(parse_condition("cpu >")).message == "\"\" is not a percentage");
        CHECK(error_of(parse_condition("cpu > 70% for")).message == "\"\" is not a duration");
        CHECK(error_of(parse_condition("cpu > 70% for 5")).code == ErrorCode::unit);
    }

    TEST_CASE("a condition is written as it is read") {
        for (const std::string text :
             {"cpu > 70% for 5m", "memory < 0.01%", "utilisation > 100%", "p95 > 500ms",
              "latency < 2s for 90s", "queue > 0", "connections < 150 for 1h"}) {
            const auto condition = parse_condition(text);
            REQUIRE_MESSAGE(condition.has_value(), text);
            if (condition) CHECK(format_condition(*condition) == text);
        }
    }
}
