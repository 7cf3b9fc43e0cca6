// SPDX-License-Identifier: MIT
//
// docs/plan-format.md against the code: what the page lists is what the reader takes.
#include <algorithm>
#include <cstdint>

#include "fixtures.hpp"
#include "markdown.hpp"
#include "stowage/limits.hpp"
#include "test_files.hpp"
#include "text/codec/plan_fields.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// A setting that an object needs beside the one that is tried, unless that is one of `unless`.
struct Needed {
    std::string setting;
    std::vector<std::string> unless;
};

/// A section of the page, and a plan with a place for settings of its object.
struct Section {
    std::string heading;
    std::vector<std::string_view> keys;
    std::string before;
    std::string after;
    std::vector<Needed> needed;

    [[nodiscard]] std::string plan_with(const std::string& key, const std::string& value) const {
        std::string settings = value.empty() ? "" : key + ": " + value;
        for (const Needed& other : needed) {
            if (std::find(other.unless.begin(), other.unless.end(), key) != other.unless.end()) continue;
            settings += (settings.empty() ? "" : ", ") + other.setting;
        }
        return before + settings + after;
    }
};

const std::string kEnvironment =
    "stowage: 0\nexchange: {EUR: {rate: 1.08, date: 2026-11-01}}\nenvironments:\n  e: {";
const std::string kService =
    kEnvironment + "servers: {app: {}}, services: {postgres: {replicas: 0, cpu: 1, memory: 1GiB}, x: {";
const std::string kNeeded = "cpu: 1, memory: 1GiB, ";

const std::vector<Section>& sections() {
    static const std::vector<Section> kSections{
        {"Plan", keys_of<Plan>(), "stowage: 0\n", "\n", {}},
        {"Exchange rate",
         keys_of<ExchangeRate>(),
         "stowage: 0\nexchange: {EUR: {",
         "}}\n",
         {{"rate: 1", {"rate"}}, {"date: 2026-11-01", {"date"}}}},
        {"Prices", keys_of<PriceBasis>(), "stowage: 0\nprices: {", "}\n", {{"snapshot: x", {"snapshot"}}}},
        {"Own price",
         keys_of<OwnPrice>(),
         "stowage: 0\nprices: {own: {a/b/c: {",
         "}}}\n",
         {{"price: 1", {"price"}}, {"class: burstable", {"class"}}}},
        {"Environment", keys_of<Environment>(), kEnvironment, "}\n", {}},
        {"Server", keys_of<Server>(), kEnvironment + "servers: {s: {", "}}}\n", {}},
        {"Service",
         keys_of<Service>(),
         kService,
         "}}}\n",
         {{"cpu: 1", {"cpu"}}, {"memory: 1GiB", {"memory"}}}},
        {"Managed",
         keys_of<Managed>(),
         kEnvironment + "services: {postgres: {cpu: 1, memory: 1GiB}}, managed: {m: {",
         "}}}\n",
         {}},
        {"Own machine",
         keys_of<OwnedCost>(),
         kEnvironment + "servers: {s: {cost: {",
         "}}}}\n",
         {{"lifetime: 1000 months", {"lifetime"}}, {"electricity: 0.01/kWh", {"electricity"}}}},
        {"Network", keys_of<Network>(), kEnvironment + "network: {", "}}\n", {}},
        {"Load", keys_of<Load>(), kService + kNeeded + "load: {", "}}}}\n", {}},
        {"Survive", keys_of<Survive>(), kEnvironment + "survive: {", "}}\n", {}},
        {"Headroom", keys_of<MinHeadroom>(), kEnvironment + "min_headroom: {", "}}\n", {}},
        {"Reserve", keys_of<Resources>(), kEnvironment + "reserved: {", "}}\n", {}},
        {"Scale out",
         keys_of<ScaleOut>(),
         kService + kNeeded + "scale_out: {",
         "}}}}\n",
         {{"any: [queue > 50]", {"any", "all"}}}},
        {"Scale in",
         keys_of<ScaleIn>(),
         kService + kNeeded + "scale_in: {",
         "}}}}\n",
         {{"any: [queue < 50]", {"any", "all"}}}},
    };
    return kSections;
}

const Section& section(const std::string& heading) {
    for (const Section& known : sections()) {
        if (known.heading == heading) return known;
    }
    FAIL(heading);
    return sections().front();
}

/// A row of a section's table.
struct Key {
    std::string name;
    std::string type;
    std::string default_value;  ///< as a file would say it; empty where none has a spelling
    std::string example;
};

std::string only_code(const std::string& cell) {
    const auto code = code_in(cell);
    return cell.starts_with('`') && code.size() == 1 ? code.front() : std::string();
}

std::vector<Key> keys_under(const std::string& heading) {
    std::vector<Key> keys;
    for (const Row& row : table_under(read_file("docs/plan-format.md"), heading)) {
        REQUIRE_MESSAGE(row.size() == 5, "a row of " << heading << " has another number of cells");
        keys.push_back({only_code(row[0]), row[1], only_code(row[2]), only_code(row[3])});
        CHECK_MESSAGE(!keys.back().name.empty(), row[0]);
    }
    if (heading == "Plan") {
        CHECK(keys.front().name == "stowage");  // no setting of the plan: every plan here has it
        keys.erase(keys.begin());
    }
    return keys;
}

/// "5,000" as a number.
std::int64_t number_in(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return std::stoll(text);
}

/// 5000 as "5,000".
std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, ",");
    return text;
}

/// Where a quantity of the page stands in a plan, with what its key wants around it.
struct Place {
    std::string quantity;
    std::string heading;
    std::string key;
    std::string before{};
    std::string after{};

    [[nodiscard]] std::string plan_with(const std::string& text) const {
        return section(heading).plan_with(key, before + '"' + text + '"' + after);
    }
};

const std::vector<Place> kPlaces{
    {"CPU", "Service", "cpu"},
    {"memory", "Service", "memory"},
    {"disk", "Server", "disk"},
    {"disk of a replica", "Service", "disk"},
    {"traffic", "Network", "egress"},
    {"money", "Environment", "budget"},
    {"own cost", "Server", "cost"},
    {"own amount", "Own machine", "purchase"},
    {"months", "Own machine", "lifetime"},
    {"electrical power", "Own machine", "power"},
    {"energy price", "Own machine", "electricity"},
    {"exchange rate", "Exchange rate", "rate"},
    {"currency", "Plan", "exchange", "{", ": {rate: 1, date: 2026-11-01}}"},
    {"day", "Exchange rate", "date"},
    {"list price", "Prices", "used", "{a: ", "}"},
    {"hours", "Environment", "hours"},
    {"percentage", "Headroom", "cpu"},
    {"growth", "Load", "growth"},
    {"duration", "Load", "service_time"},
    {"rate", "Load", "arrivals"},
    {"number", "Load", "scv"},
    {"condition", "Scale out", "any", "[", "]"},
};

}  // namespace

TEST_SUITE("docs/plan-format.md") {
    TEST_CASE("lists every key of every object, in the order of the canonical text") {
        for (const Section& known : sections()) {
            CAPTURE(known.heading);
            std::vector<std::string_view> listed;
            const auto keys = keys_under(known.heading);
            for (const Key& key : keys) listed.emplace_back(key.name);
            CHECK(listed == known.keys);
        }
    }

    TEST_CASE("its examples are accepted") {
        for (const Section& known : sections()) {
            for (const Key& key : keys_under(known.heading)) {
                CAPTURE(key.name);
                REQUIRE_FALSE(key.example.empty());
                const std::string text = known.plan_with(key.name, key.example);
                const auto plan = read_plan(text);
                CHECK_MESSAGE(plan.has_value(), text);
            }
        }
    }

    TEST_CASE("its defaults are those of the reader") {
        int compared = 0;
        for (const Section& known : sections()) {
            for (const Key& key : keys_under(known.heading)) {
                if (key.default_value.empty()) continue;
                CAPTURE(key.name);
                CHECK(plan_of(known.plan_with(key.name, key.default_value)) ==
                      plan_of(known.plan_with(key.name, "")));
                ++compared;
            }
        }
        CHECK(compared >= 10);  // as many as have a spelling
    }

    TEST_CASE("its required keys are required, the others are not") {
        for (const Row& row : table_under(read_file("docs/plan-format.md"), "Service")) {
            const bool required = row[2].starts_with("required");
            const std::string key = only_code(row[0]);
            CAPTURE(key);
            // A value that is absent, beside all that is needed.
            CHECK(read_plan(section("Service").plan_with(key, "null")).has_value() != required);
        }
    }

    TEST_CASE("each known kind may leave out CPU and memory, and has the settings that it names") {
        const auto keys = keys_of<Service>();
        std::vector<std::string> kinds;
        for (const Row& row : table_under(read_file("docs/plan-format.md"), "Settings of each kind")) {
            kinds.push_back(only_code(row[0]));
            CHECK(read_plan(kService + "kind: " + kinds.back() + "}}}\n").has_value());
            for (const std::string& setting : code_in(row[1])) {
                CHECK_MESSAGE(std::count(keys.begin(), keys.end(), setting) == 1, setting);
            }
        }
        REQUIRE(kinds.size() == kServiceKinds.size() - 1);
        for (std::size_t i = 0; i < kinds.size(); ++i) CHECK(kinds[i] == name_of(kServiceKinds[i + 1]));
    }

    TEST_CASE("its whole numbers have the ranges that it names") {
        int compared = 0;
        for (const Section& known : sections()) {
            for (const Key& key : keys_under(known.heading)) {
                const std::string start = "whole number, ";
                if (!key.type.starts_with(start)) continue;
                CAPTURE(key.name);
                const auto to = key.type.find(" to ");
                const auto least = number_in(key.type.substr(start.size(), to - start.size()));
                const auto most = number_in(key.type.substr(to + 4));
                const auto accepts = [&](std::int64_t number) {
                    return read_plan(known.plan_with(key.name, std::to_string(number))).has_value();
                };
                CHECK_FALSE(accepts(least - 1));
                CHECK(accepts(least));
                CHECK(accepts(most));
                CHECK_FALSE(accepts(most + 1));
                ++compared;
            }
        }
        CHECK(compared == 20);
    }

    TEST_CASE("its quantities are accepted and refused as it says") {
        const auto rows = table_under(read_file("docs/plan-format.md"), "Quantities");
        REQUIRE(rows.size() == kPlaces.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            REQUIRE(rows[i].size() == 5);
            CHECK(rows[i][0] == kPlaces[i].quantity);
            for (const std::size_t accepted : {1u, 3u, 4u}) {
                CHECK_FALSE(code_in(rows[i][accepted]).empty());
                for (const std::string& text : code_in(rows[i][accepted])) {
                    CHECK_MESSAGE(read_plan(kPlaces[i].plan_with(text)).has_value(), text);
                }
            }
            CHECK_FALSE(code_in(rows[i][2]).empty());
            for (const std::string& text : code_in(rows[i][2])) {
                const auto plan = read_plan(kPlaces[i].plan_with(text));
                CHECK_MESSAGE(!plan.has_value(), text);
                if (!plan) CHECK_MESSAGE(!plan.error().front().where.empty(), text);
            }
        }
    }

    TEST_CASE("its limits are those of the code") {
        const std::vector<Row> expected{
            {"bytes of text", grouped(static_cast<std::int64_t>(limits::kTextBytes))},
            {"depth of nesting", grouped(limits::kDepth)},
            {"environments", grouped(limits::kEnvironments)},
            {"servers, all counts together", grouped(limits::kServers)},
            {"services", grouped(limits::kServices)},
            {"replicas, all together", grouped(limits::kReplicas)},
            {"managed services, all counts together", grouped(limits::kManaged)},
        };
        CHECK(table_under(read_file("docs/plan-format.md"), "Limits") == expected);
    }

    TEST_CASE("its samples are plans") {
        const auto samples = code_blocks(read_file("docs/plan-format.md"), "yaml");
        REQUIRE(samples.size() == 2);
        for (const std::string& sample : samples) {
            CHECK(plan_of(sample).environments.front().services.size() == 2);
        }
    }
}
