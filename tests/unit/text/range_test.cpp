// SPDX-License-Identifier: MIT
#include "stowage/range.hpp"

#include "fixtures.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string text_with(const std::string& settings) {
    return "stowage: 0\nenvironments: {e: {services: {x: {cpu: 1, memory: 1GiB, " + settings + "}}}}\n";
}

Service service_with(const std::string& settings) {
    return plan_of(text_with(settings)).environments.front().services.front();
}

/// The value of a key of the load as the canonical text has it.
std::string written(const std::string& key, const std::string& value) {
    const std::string text = write_plan_yaml(plan_of(text_with("load: {" + key + ": " + value + "}")));
    const auto begin = text.find(key + ": ") + key.size() + 2;
    return text.substr(begin, text.find_first_of(",}\n", begin) - begin);
}

}  // namespace

TEST_SUITE("a range") {
    TEST_CASE("has two ends and a middle; a figure is its own middle") {
        const Service x = service_with("memory_limit: 1..2GiB, load: {arrivals: 30..60/s, scv: 0.5..1.2}");
        CHECK(x.memory->middle() == Bytes::gib(1));
        CHECK(x.memory->is_exact());
        CHECK(x.memory_limit == Range<Bytes>(Bytes::gib(1), Bytes::gib(2)));
        CHECK(x.memory_limit->middle() == Bytes::mib(1'536));
        CHECK(x.load.arrivals->middle() == Rate{{45, 0}, Duration::seconds(1)});
        CHECK(x.load.scv->middle() == Decimal{85, 2});
    }

    TEST_CASE("counts with its middle where everything is placed") {
        const Service x =
            plan_of("stowage: 0\nenvironments: {e: {services: {x: {cpu: 1..3, memory: 1GiB}}}}\n")
                .environments.front()
                .services.front();
        CHECK(x.cpu->reserved() == MilliCpu::cores(2));
    }

    TEST_CASE("takes the unit of its end where its beginning names none, and is written like that") {
        CHECK(written("service_time", "80ms..120ms") == "80..120ms");
        CHECK(written("service_time", "80 .. 120 ms") == "80..120ms");
        CHECK(written("service_time", "800us..2ms") == "800us..2ms");
        CHECK(written("arrivals", "30/s..60/s") == "30..60/s");
        CHECK(written("hit_ratio", "80..95%") == "80..95%");
        CHECK(written("growth", "2..6%/month") == "2..6%/month");
        CHECK(written("connections", "100..100") == "100");
        CHECK(edit_bytes(Range<Bytes>(Bytes::mib(512), Bytes::gib(1))) == "512 MiB..1 GiB");
        CHECK(edit_cpu(Range<MilliCpu>(MilliCpu::millis(500), MilliCpu::cores(2))) == "0.5..2");
    }

    TEST_CASE("that ends below its beginning, or mixes what cannot be compared, is refused") {
        for (const std::string value :
             {"60..30/s", "30/min..1/s", "1..2..3/s", "../s", "1../s", "..2/s", "-1..2/s"}) {
            CAPTURE(value);
            const auto plan = read_plan(text_with("load: {arrivals: " + value + "}"));
            REQUIRE_FALSE(plan.has_value());
            CHECK(plan.error().front().where == "/environments/e/services/x/load/arrivals");
        }
    }

    TEST_CASE("of numbers with many digits keeps eighteen of them in its middle") {
        CHECK(middle_of(Decimal{1, 0}, Decimal{2, 0}) == Decimal{15, 1});
        CHECK(middle_of(Decimal{1, 18}, Decimal{2, 18}) == Decimal{1, 18});  // 1.5e-18 has 19 decimals
        CHECK(middle_of(Decimal{999'999'999'999'999'999, 0}, Decimal{999'999'999'999'999'999, 0}) ==
              Decimal{999'999'999'999'999'999, 0});
    }
}
