// SPDX-License-Identifier: MIT
#include <cmath>

#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Outcome queue(const std::string& model, std::vector<std::string> more, const std::string& arrivals = "40") {
    std::vector<std::string> arguments{"queue", "--model", model, "--arrivals", arrivals};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
}

/// Ten workers of 120 ms each.
Json workers(const std::string& model, std::vector<std::string> more = {},
             const std::string& arrivals = "40") {
    more.insert(more.end(), {"--service-rate", "8.3333333333", "--servers", "10", "--json"});
    const Outcome outcome = queue(model, more, arrivals);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    return json_of(outcome);
}

/// The number under `key`; not a number when it is none.
double number(const Json& figures, const char* key) {
    return figures.at(key).is_number() ? figures.at(key).get<double>() : std::nan("");
}

void check_refused(const Outcome& outcome, std::string_view message) {
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(contains(outcome.err, message), outcome.err);
}

}  // namespace

TEST_SUITE("queue") {
    TEST_CASE("ten workers of 120 ms at 40 requests a second") {
        const Json figures = workers("mmc");
        CHECK(number(figures, "utilisation") == doctest::Approx(0.48));
        CHECK(number(figures, "erlang_c") == doctest::Approx(0.02823).epsilon(2e-4));
        CHECK(number(figures, "wq") == doctest::Approx(0.000651).epsilon(1e-3));
        CHECK(number(figures, "lq") == doctest::Approx(0.0261).epsilon(2e-3));
        CHECK(number(figures, "response_percentile") == doctest::Approx(0.3603).epsilon(2e-4));
        CHECK(figures.at("p_block").is_null());
    }

    TEST_CASE("the keys of the JSON are these, in every model") {
        const std::vector<std::string> keys{
            "utilisation", "erlang_b",        "erlang_c",           "wq", "w", "lq", "l",
            "p_block",     "wait_percentile", "response_percentile"};
        for (const std::string model : {"mmc", "mdc", "mgc", "mg1", "mg1ps", "mmck"}) {
            std::vector<std::string> more{"--service-rate", "50", "--json"};
            if (model == "mmck") more.insert(more.end(), {"--capacity", "5"});
            std::vector<std::string> found;
            const Json figures = json_of(queue(model, more));
            for (const auto& [key, value] : figures.items()) found.push_back(key);
            CHECK(found == keys);
        }
    }

    TEST_CASE("the JSON has every digit") {
        // C(10, 8) of tests/data/queueing/reference.csv is 0.409180150796443532.
        const Outcome outcome = run({"queue", "--model", "mmc", "--arrivals", "8", "--service-rate", "1",
                                     "--servers", "10", "--json"});
        CHECK(std::abs(number(json_of(outcome), "erlang_c") - 0.409180150796443532) < 1e-15);
    }

    TEST_CASE("a pool that cannot keep up is an answer: null for what is infinite") {
        const Json figures = workers("mmc", {}, "100");
        CHECK(number(figures, "utilisation") == doctest::Approx(1.2));
        for (const char* key : {"wq", "w", "lq", "l", "wait_percentile", "response_percentile"})
            CHECK(figures.at(key).is_null());
        const Outcome text = queue("mmc", {"--service-rate", "4", "--servers", "10"});
        CHECK(text.code == 0);
        CHECK(contains(text.out, "infinity"));
        CHECK(contains(text.out, "More arrives than the servers can do"));
    }

    TEST_CASE("a limited queue turns requests away instead") {
        const Json figures = workers("mmck", {"--capacity", "10"}, "100");
        CHECK(number(figures, "p_block") == number(figures, "erlang_b"));  // K = c
        CHECK(number(figures, "wq") == 0);
        CHECK(figures.at("erlang_c").is_null());
    }

    TEST_CASE("an event loop takes 1 / (1 - rho) as long, and nobody waits") {
        const Json figures = json_of(queue("mg1ps", {"--service-rate", "50", "--json"}));
        CHECK(number(figures, "w") == doctest::Approx(0.1));
        CHECK(figures.at("wq").is_null());
    }

    TEST_CASE("as text it is a table in 80 columns with units and what the figures are worth") {
        const Outcome outcome = queue("mgc", {"--service-rate", "8", "--servers", "6", "--scv", "2"});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        const auto lines = lines_of(outcome.out);
        REQUIRE(lines.size() > 12);
        CHECK(lines[0] == "M/G/c: 40 arrivals/s, 6 servers of 8/s, scv 2");
        CHECK(lines[2] == "  utilisation   0.833333            load of each server");
        CHECK(contains(outcome.out, "\n  P95 response"));
        CHECK(contains(outcome.out, "  ms  "));
        CHECK(contains(outcome.out, "\nApproximation: mean wait within 6 % on average and 18 % at worst;"));
        for (const std::string& line : lines) CHECK(line.size() <= 80);
        CHECK(contains(queue("mmc", {"--service-rate", "50"}).out, "\nExact for this model.\n"));
    }

    TEST_CASE("the percentile is that which was asked for") {
        const Outcome outcome = queue("mmc", {"--service-rate", "50", "--percentile", "99.9"});
        CHECK(contains(outcome.out, "\n  P99.9 response"));
        CHECK(contains(outcome.out, " 690.776  ms "));  // ln(1000) / (50 - 40)
    }

    TEST_CASE("what is no number, or none that is accepted, is refused by its option") {
        check_refused(queue("mmc", {"--service-rate", "fast"}),
                      "stowage queue: --service-rate is \"fast\"\n    accepted: a number such as 40");
        check_refused(queue("mmc", {"--service-rate", "nan"}), "--service-rate is \"nan\"");
        check_refused(queue("mmc", {"--service-rate", "0x10"}), "--service-rate is \"0x10\"");
        check_refused(queue("mmc", {"--service-rate", "1e999"}), "--service-rate is infinity");
        check_refused(queue("mmc", {"--service-rate", "0"}), "--service-rate is 0\n    accepted: requests a");
        check_refused(queue("mmc", {"--service-rate", "1", "--servers", "2.5"}), "--servers is \"2.5\"");
        check_refused(queue("mmc", {"--service-rate", "1", "--servers", "0"}), "--servers is 0");
        check_refused(queue("mmc", {"--service-rate", "1", "--scv", "2"}), "--scv is 2");
        check_refused(queue("mmck", {"--service-rate", "1"}), "--capacity is missing");
        check_refused(queue("mgc", {"--service-rate", "1", "--percentile", "100"}), "--percentile is 100");
    }

    TEST_CASE("a missing option and an unknown model are told") {
        check_refused(run({"queue", "--model", "mmc", "--arrivals", "40"}), "--service-rate is missing");
        check_refused(queue("mm1", {"--service-rate", "1"}), "\"mm1\" is not one of mmc, mmck, mdc");
    }
}
