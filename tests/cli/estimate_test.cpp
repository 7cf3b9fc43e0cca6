// SPDX-License-Identifier: MIT
//
// `stowage estimate`, with the figures of the seed document: tests/data/README.md says how it is read.
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr std::int64_t kMiB = 1'048'576;
constexpr std::int64_t kGiB = 1'024 * kMiB;

Json estimate_of(const std::string& plan, const std::string& input = {}) {
    const Outcome outcome = run({"estimate", "--json", plan}, {input});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    return json_of(outcome);
}

Json seed_environment(const std::string& name) {
    const Json estimate = estimate_of("template:hybrid-django");
    for (const Json& environment : estimate.at("environments")) {
        if (environment.at("name") == name) return environment;
    }
    FAIL("no environment " << name);
    return {};
}

Json amounts(std::int64_t cpu_millis, std::int64_t memory_bytes) {
    return {{"cpu_millis", cpu_millis}, {"memory_bytes", memory_bytes}};
}

void check_server(const Json& server, const char* name, const Json& capacity, const Json& used,
                  const Json& free) {
    CHECK(server.at("name") == name);
    CHECK(server.at("count") == 1);
    CHECK(server.at("capacity") == capacity);
    CHECK(server.at("reserved") == amounts(0, 0));
    CHECK(server.at("used") == used);
    CHECK(server.at("free") == free);
    const Json only_machine = {{"used", used}, {"free", free}};
    CHECK(server.at("instances") == Json::array({only_machine}));
}

/// Errors and warnings.
std::string codes_of(const Json& environment) {
    std::string codes;
    for (const Json& finding : environment.at("findings")) {
        if (finding.at("severity") == "info") continue;
        codes +=
            finding.at("severity").get<std::string>() + " " + finding.at("code").get<std::string>() + "\n";
    }
    return codes;
}

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    return keys;
}

}  // namespace

TEST_SUITE("estimate as JSON") {
    TEST_CASE("the template's environments have their keys as names, in the order of the plan") {
        std::vector<std::string> names;
        const Json estimate = estimate_of("template:hybrid-django");
        for (const Json& environment : estimate.at("environments")) names.push_back(environment.at("name"));
        CHECK(names == std::vector<std::string>{"development", "staging", "production-single",
                                                "production-distributed"});
        // 30.368 + 60.736 + 223.672..421.472 + 390.915, summed exactly and rounded once.
        CHECK(estimate.at("cost") ==
              Json::parse(R"({"currency": "USD", "low": "705.69", "high": "903.49", "complete": true})"));
    }

    TEST_CASE("development shares its CPU") {
        const Json development = seed_environment("development");
        check_server(development.at("servers")[0], "dev", amounts(2'000, 4 * kGiB), amounts(0, 1'250 * kMiB),
                     amounts(2'000, 2'846 * kMiB));
        for (const char* list : {"services", "placements"}) {
            CHECK(development.at(list).size() == 4);
            for (const Json& entry : development.at(list)) CHECK(entry.at("cpu_shared") == true);
        }
        CHECK(codes_of(development).empty());
        CHECK(development.at("cost").at("low") == "30.37");
    }

    TEST_CASE("staging has 1.75 GiB left and no CPU") {
        const Json staging = seed_environment("staging");
        check_server(staging.at("servers")[0], "staging", amounts(4'000, 8 * kGiB),
                     amounts(4'000, 6'400 * kMiB), amounts(0, 1'792 * kMiB));
        CHECK(codes_of(staging) ==
              "error instance_too_small\nwarning no_headroom\nwarning instance_sustained_cpu\n");
        CHECK(staging.at("cost").at("low") == "60.74");
    }

    TEST_CASE("production on one server has 2.5 GiB left, no CPU, and pays twice for its add-ons") {
        const Json single = seed_environment("production-single");
        check_server(single.at("servers")[0], "production", amounts(8'000, 16 * kGiB),
                     amounts(8'000, 13'824 * kMiB), amounts(0, 2'560 * kMiB));
        CHECK(codes_of(single) ==
              "error instance_too_small\nwarning no_headroom\nwarning instance_sustained_cpu\n"
              "warning paid_twice\nwarning paid_twice\n");
        CHECK(single.at("cost").at("low") == "223.67");
        CHECK(single.at("cost").at("high") == "421.47");
    }

    TEST_CASE("distributed production over-commits its app server: what is free may be negative") {
        const Json distributed = seed_environment("production-distributed");
        const Json& servers = distributed.at("servers");
        check_server(servers[0], "app", amounts(8'000, 16 * kGiB), amounts(9'000, 7'680 * kMiB),
                     amounts(-1'000, 8'704 * kMiB));
        check_server(servers[1], "db", amounts(4'000, 8 * kGiB), amounts(4'000, 8 * kGiB), amounts(0, 0));
        check_server(servers[2], "cache", amounts(2'000, 4 * kGiB), amounts(2'000, 4 * kGiB), amounts(0, 0));
        CHECK(codes_of(distributed) ==
              "error server_overcommitted\nwarning no_headroom\nwarning no_headroom\n");
        Json finding = distributed.at("findings")[0];
        CHECK(finding.at("fixes").is_array());
        finding.erase("fixes");
        CHECK(finding == Json::parse(R"({
            "severity": "error",
            "code": "server_overcommitted",
            "where": "/environments/production-distributed/servers/app",
            "message": "App server needs 9 of 8 cores: over-committed by 1 core"})"));
    }

    TEST_CASE("a placement names service, replica, server and machine") {
        const Json distributed = seed_environment("production-distributed");
        CHECK(distributed.at("placements").size() == 7);  // 1 + 2 + 2 + 1 + 1 replicas
        CHECK(distributed.at("placements")[2] ==
              Json::parse(R"({"service": "wsgi", "replica": 1, "server": "app", "machine": 0})"));
        CHECK(distributed.at("unplaced").empty());
    }

    TEST_CASE("a pool's figures are totals over its count, and each machine has its own") {
        const Json pool = estimate_of("-",
                                      "stowage: 0\nenvironments: {e: {reserved: {cpu: 500m, memory: 1GiB},\n"
                                      "  servers: {app: {cpu: 4, memory: 8GiB, count: 3, cost: 10/month}},\n"
                                      "  services: {web: {cpu: 3, memory: 2GiB, replicas: 2}}}}\n")
                              .at("environments")[0]
                              .at("servers")[0];
        CHECK(pool.at("count") == 3);
        CHECK(pool.at("capacity") == amounts(12'000, 24 * kGiB));
        CHECK(pool.at("reserved") == amounts(1'500, 3 * kGiB));
        CHECK(pool.at("used") == amounts(6'000, 4 * kGiB));
        CHECK(pool.at("free") == amounts(4'500, 17 * kGiB));
        const Json busy = {{"used", amounts(3'000, 2 * kGiB)}, {"free", amounts(500, 5 * kGiB)}};
        const Json idle = {{"used", amounts(0, 0)}, {"free", amounts(3'500, 7 * kGiB)}};
        CHECK(pool.at("instances") == Json::array({busy, busy, idle}));
    }

    TEST_CASE("a replica that finds no server is listed with what each server lacks") {
        const Json environment =
            estimate_of(
                "-",
                "stowage: 0\nenvironments: {e: {servers: {app: {cpu: 4, memory: 8GiB, cost: 10/month}},\n"
                "  services: {web: {cpu: 3, memory: 2GiB, replicas: 3}}}}\n")
                .at("environments")[0];
        CHECK(environment.at("unplaced") == Json::parse(R"([{"service": "web", "replicas": 2, "reasons": [
            {"server": "app", "missing": {"cpu_millis": 2000, "memory_bytes": 0}}]}])"));
        CHECK(codes_of(environment) == "error service_unplaced\n");
    }

    TEST_CASE("a cost line says quantity, price, hours, date and source") {
        const Json lines = seed_environment("staging").at("cost").at("lines");
        CHECK(lines.size() == 1);
        CHECK(keys_of(lines[0]) == std::vector<std::string>{"category", "item", "where", "sku", "priced",
                                                            "quantity", "hourly_price", "hours", "low",
                                                            "high", "price_date", "source"});
        CHECK(lines[0].at("sku") == "t3.large");
        CHECK(lines[0].at("quantity") == 1);
        CHECK(lines[0].at("hourly_price") == "0.0832");
        CHECK(lines[0].at("hours") == "730");
        CHECK(lines[0].at("low") == "60.74");
    }

    TEST_CASE("a total without a price is not complete") {
        const Json cost =
            estimate_of("-", "stowage: 0\nenvironments: {e: {servers: {a: {cpu: 1, memory: 1GiB}}}}\n")
                .at("cost");
        CHECK(cost ==
              Json::parse(R"({"currency": "USD", "low": "0.00", "high": "0.00", "complete": false})"));
    }
}

TEST_SUITE("estimate as text") {
    TEST_CASE("a small plan fits on a page: servers, bill and total") {
        const Outcome outcome = run({"estimate", "-"}, {kSmallPlan});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        CHECK(outcome.out ==
              "live\n\n"
              "                              used                 free\n"
              "  app  CPU     [##........]      1  of 4 cores  3 cores\n"
              "       memory  [##........]  2 GiB  of 8 GiB      6 GiB\n"
              "\n"
              "  A rolling update finds room for every service\n"
              "\n"
              "  info  Does not survive the loss of its only server: without app, web 1 replica\n"
              "        finds no place (server_loss_not_survived)\n"
              "        fix: Add 1 machine to app (+40.00 a month)\n"
              "\n"
              "  app            40.00\n"
              "  total a month  40.00\n"
              "\n\n"
              "All environments: 40.00 USD a month\n"
              "On-demand list prices before tax, snapshot 2026-11-23\n");
    }

    TEST_CASE("the template says what the seed document leaves unsaid, in 80 columns") {
        const Outcome outcome = run({"estimate", "template:hybrid-django"});
        CHECK(outcome.code == 0);
        for (const std::string part :
             {"shared  of 2 cores", "1250 MiB  of 4 GiB    2846 MiB", "9  of 8 cores  -1 core",
              "6.25 GiB  of 8 GiB    1.75 GiB", "(server_overcommitted)", "223.67..421.47",
              "All environments: 705.69..903.49 USD a month"}) {
            CHECK_MESSAGE(contains(outcome.out, part), part);
        }
        for (const std::string& line : lines_of(outcome.out)) CHECK_MESSAGE(line.size() <= 80, line);
    }

    TEST_CASE("what the plan leaves out is shown as derived, with its formula") {
        const Outcome outcome =
            run({"estimate", "-"},
                {"stowage: 0\nenvironments: {e: {servers: {a: {cpu: 2, memory: 4GiB, cost: 9/month}},\n"
                 "  services: {web: {kind: wsgi, cpu: 500m, workers: 3, worker_memory: 150MiB}}}}\n"});
        CHECK(contains(outcome.out, "\n\n  web  Memory  450 MiB  derived: 3 x 150 MiB\n\n"));
        CHECK_FALSE(contains(outcome.out, "web  CPU"));
    }

    TEST_CASE("a server without a size is not full, its size is unknown") {
        const Outcome outcome =
            run({"estimate", "-"}, {"stowage: 0\nenvironments: {e: {servers: {a: {cpu: 2}}}}\n"});
        CHECK(contains(outcome.out, "CPU     [..........]      0  of 2 cores"));
        CHECK(contains(outcome.out, "memory  [..........]  0 GiB  of unknown"));
    }

    TEST_CASE("an environment without servers and a price that is missing are told") {
        CHECK(contains(run({"estimate", "template:blank"}).out, "  no servers\n"));
        const Outcome unpriced = run(
            {"estimate", "-"}, {"stowage: 0\nenvironments: {e: {servers: {a: {cpu: 1, memory: 1GiB}}}}\n"});
        CHECK(contains(unpriced.out, "no price"));
        CHECK(contains(unpriced.out, "total a month  at least 0.00"));
    }

    TEST_CASE("a disk and the storage of a database are told from their machines") {
        const Outcome outcome =
            run({"estimate", "-"},
                {"stowage: 0\nenvironments: {e: {provider: aws, region: us-east-1, servers: {app: {instance: "
                 "t3.large, "
                 "disk: 40GiB}}, managed: {db: {instance: db.t3.medium, storage: 20GiB}}}}\n"});
        CHECK(contains(outcome.out, "\n  app, disk "));
        CHECK(contains(outcome.out, "\n  db, database storage "));
    }

    TEST_CASE("a title of 200 characters does not push the figures off the screen") {
        const std::string title(200, 'x');
        const Outcome outcome =
            run({"estimate", "-"}, {"stowage: 0\nenvironments: {e: {servers: {a: {title: " + title +
                                    ", cpu: 1, memory: 1GiB, cost: 9/month}}}}\n"});
        for (const std::string& line : lines_of(outcome.out)) CHECK_MESSAGE(line.size() <= 90, line);
        CHECK(contains(outcome.out, "  " + std::string(21, 'x') + "...  CPU"));
    }

    TEST_CASE("the rule of a reserve is told with its figures and its source") {
        const std::string plan =
            "stowage: 0\nenvironments: {e: {reserved: eks, servers: {a: {cpu: 4, memory: 16GiB, pods: 29}, "
            "b: {cpu: 4, memory: 16GiB, reserved: none}}}}";
        const std::string told = run({"estimate", "-"}, {plan}).out;
        CHECK(contains(told, "reserve of a  EKS: CPU 6% of 1 core + 1% of the next 1 core"));
        CHECK(contains(told, "bootstrap.sh"));
        CHECK_FALSE(contains(told, "reserve of b"));
        // 255 + 11 x 29
        CHECK(contains(
            run({"report", "-"}, {plan}).out,
            "- **Reserve of a:** EKS: CPU 6% of 1 core + 1% of the next 1 core + 0.5% of the next 2 cores = "
            "0.08 cores; memory 11 MiB x 29 pods + 255 MiB = 574 MiB; "));
    }
}
