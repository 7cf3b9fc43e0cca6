// SPDX-License-Identifier: MIT
//
// Each limit of a plan: the last value that is accepted and the first that is not.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/plan_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string server_with(const std::string& setting) {
    return "stowage: 0\nenvironments: {e: {servers: {s: {" + setting + "}}}}\n";
}
std::string service_with(const std::string& setting) {
    return "stowage: 0\nenvironments: {e: {services: {x: {cpu: 1, memory: 1GiB, " + setting + "}}}}\n";
}
std::string environment_with(const std::string& setting) {
    return "stowage: 0\nenvironments: {e: {" + setting + "}}\n";
}

void check_limit(const std::string& last, const std::string& beyond) {
    CHECK_MESSAGE(read_plan(last).has_value(), last);
    const Error error = error_of(read_plan(beyond));
    CHECK_MESSAGE(error.code == ErrorCode::out_of_range, beyond);
    CHECK_MESSAGE(error.line > 0, beyond);
    CHECK_MESSAGE(!error.accepted.empty(), beyond);
}

/// "PREFIX0: BODY" to "PREFIXn: BODY", one a line.
std::string entries(const std::string& indent, int count, const std::string& body) {
    std::string text;
    for (int i = 0; i < count; ++i) text += indent + "n" + std::to_string(i) + ": " + body + "\n";
    return text;
}

}  // namespace

TEST_SUITE("plan limits") {
    TEST_CASE("sizes") {
        check_limit(server_with("cpu: 10000"), server_with("cpu: 10000001m"));
        check_limit(server_with("memory: 32TiB"), server_with("memory: 32769GiB"));
        check_limit(server_with("disk: 1024TiB"), server_with("disk: 1025TiB"));
        check_limit(service_with("memory_limit: 32TiB"), service_with("memory_limit: 33TiB"));
        check_limit(environment_with("network: {egress: 1048576TiB/month}"),
                    environment_with("network: {egress: 1048577TiB/month}"));
        check_limit(server_with("min_headroom: {cpu: 100%}"), server_with("min_headroom: {cpu: 101%}"));
    }

    TEST_CASE("money and hours") {
        check_limit(environment_with("budget: 1000000"), environment_with("budget: 1000000.01"));
        check_limit(environment_with("hours: 744"), environment_with("hours: 745"));
        check_limit(server_with("cost: 1000000/month"), server_with("cost: 1000001/month"));
        check_limit(server_with("cost: 0..1000/hour"), server_with("cost: 0..1001/hour"));
        check_limit("stowage: 0\nprices: {snapshot: x, used: {a: 1000}}\n",
                    "stowage: 0\nprices: {snapshot: x, used: {a: 1000.1}}\n");
    }

    TEST_CASE("counts") {
        check_limit(server_with("count: 5000"), server_with("count: 5001"));
        check_limit(server_with("count: 1"), server_with("count: 0"));
        check_limit(service_with("replicas: 200000"), service_with("replicas: 200001"));
        check_limit(service_with("replicas: 0"), service_with("replicas: -1"));
        check_limit(service_with("workers: 1000000"), service_with("workers: 1000001"));
        check_limit(service_with("threads: 1"), service_with("threads: 0"));
        check_limit(service_with("max_connections: 1"), service_with("max_connections: 0"));
        check_limit(service_with("scale_out: {any: [], add: 1}"),
                    service_with("scale_out: {any: [], add: 0}"));
        check_limit(service_with("scale_out: {any: [], max: 200000}"),
                    service_with("scale_out: {any: [], max: 200001}"));
        check_limit(environment_with("managed: {m: {count: 1000}}"),
                    environment_with("managed: {m: {count: 1001}}"));
    }

    TEST_CASE("a count is whole") {
        for (const std::string count : {"1.5", "two", "1e3", "0x2", "true", "1 "}) {
            const Error error = error_of(read_plan(server_with("count: '" + count + "'")));
            CHECK(error.code == ErrorCode::type);
            CHECK(error.accepted == "a whole number from 1 to 5000");
        }
    }

    TEST_CASE("load") {
        check_limit(service_with("load: {arrivals: 1000000000/s}"),
                    service_with("load: {arrivals: 1000000001/s}"));
        check_limit(service_with("load: {service_time: 8784h}"), service_with("load: {service_time: 8785h}"));
        check_limit(service_with("load: {scv: 1000000}"), service_with("load: {scv: 1000000.4}"));
        check_limit(service_with("load: {scv: 0}"), service_with("load: {scv: -0.1}"));
        check_limit(service_with("load: {growth: 100%/month}"), service_with("load: {growth: 101%/month}"));
        check_limit(service_with("calls: {x: 1000000}"), service_with("calls: {x: 1000001}"));
    }

    TEST_CASE("texts") {
        check_limit("stowage: 0\nname: " + std::string(200, 'x'),
                    "stowage: 0\nname: " + std::string(201, 'x'));
        check_limit("stowage: 0\nnote: " + std::string(4'000, 'x'),
                    "stowage: 0\nnote: " + std::string(4'001, 'x'));
    }

    TEST_CASE("environments") {
        check_limit("stowage: 0\nenvironments:\n" + entries("  ", 100, "{}"),
                    "stowage: 0\nenvironments:\n" + entries("  ", 101, "{}"));
    }

    TEST_CASE("servers, replicas, services and managed services of all environments together") {
        const std::string servers = "{servers: {a: {count: 2500}}}";
        const std::string last = "stowage: 0\nenvironments:\n" + entries("  ", 2, servers);
        check_limit(last, last + "  more: {servers: {a: {}}}\n");
        CHECK(refusal_of(read_plan(last + "  more: {servers: {a: {}}}\n")) ==
              "out_of_range line 3, column 3: /environments: the plan has 5001 servers in all (accepted: at "
              "most "
              "5000)\n");

        const std::string replicas = "{services: {x: {cpu: 1, memory: 1GiB, replicas: 100000}}}";
        const std::string full = "stowage: 0\nenvironments:\n" + entries("  ", 2, replicas);
        check_limit(full, full + "  more: {services: {x: {cpu: 1, memory: 1GiB}}}\n");

        const std::string managed = "{managed: {m: {count: 500}}}";
        const std::string rented = "stowage: 0\nenvironments:\n" + entries("  ", 2, managed);
        check_limit(rented, rented + "  more: {managed: {m: {}}}\n");
    }

    TEST_CASE("20,000 services are read and one more is not") {
        const std::string body = "{cpu: shared, memory: 1MiB}";
        std::string text = "stowage: 0\nenvironments:\n  a:\n    services:\n" +
                           entries("      ", 10'000, body) + "  b:\n    services:\n" +
                           entries("      ", 10'000, body);
        check_limit(text, text + "  c: {services: {x: " + body + "}}\n");
        CHECK(error_of(read_plan("stowage: 0\nenvironments:\n  a:\n    services:\n" +
                                 entries("      ", 20'001, body)))
                  .message == "20001 entries");
    }
}
