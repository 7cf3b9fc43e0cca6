// SPDX-License-Identifier: MIT
//
// `stowage report` gives the seed document's tables again. The rows are written from the document, with its
// MB and GB as MiB and GiB, and its component totals divided by the count: see tests/data/README.md.
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string seed_report(const char* format) {
    const Outcome outcome = run({"report", "--format", format, "template:hybrid-django"});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
}

void check_lines(const std::string& report, std::initializer_list<const char*> lines) {
    for (const std::string line : lines) CHECK_MESSAGE(contains("\n" + report, "\n" + line + "\n"), line);
}

/// How many cells a line of CSV has, quoted ones with commas included.
std::size_t cells_of(const std::string& line) {
    std::size_t cells = 1;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (c == ',' && !quoted) ++cells;
    }
    return cells;
}

constexpr const char* kPlanWithSigns =
    "stowage: 0\n"
    "name: 'a | b'\n"
    "environments:\n"
    "  live:\n"
    "    servers:\n"
    "      app: {title: '=SUM(A1)', cpu: 8, memory: 8GiB, count: 2, disk: 80GiB, note: \"its\\nnote\"}\n"
    "    services:\n"
    "      web: {title: 'say \"hi\", *all*', cpu: 3, memory: 1GiB, replicas: 4}\n"
    "    network: {egress: 500GB/month}\n";

}  // namespace

TEST_SUITE("report as Markdown") {
    TEST_CASE("is the format when none is asked for") {
        CHECK(run({"report", "template:hybrid-django"}).out == seed_report("md"));
    }

    TEST_CASE("development: shared CPU, the document's notes, the sum that it rounds") {
        check_lines(seed_report("md"),
                    {"# Resource planning for hybrid deployment", "## Development",
                     "| Component | CPU | Memory | Count | Total CPU | Total memory | On | Notes |",
                     "| Django WSGI | shared | 500 MiB | 1 | shared | 500 MiB | dev | runserver or Uvicorn |",
                     "| PostgreSQL | shared | 200 MiB | 1 | shared | 200 MiB | dev | local install |",
                     "| Redis | shared | 50 MiB | 1 | shared | 50 MiB | dev | Docker or local |",
                     "| **Total** |  |  |  | **shared** | **1250 MiB** |  |  |"});
    }

    TEST_CASE("staging: 4 cores and 6.25 GiB, 1.75 GiB of headroom") {
        check_lines(seed_report("md"), {"- **staging:** 4 cores, 8 GiB, t3.large",
                                        "| Nginx | 0.5 | 256 MiB | 1 | 0.5 | 256 MiB | staging |",
                                        "| WSGI | 0.5 | 1 GiB | 2 | 1 | 2 GiB | staging |",
                                        "| ASGI | 1 | 1.5 GiB | 1 | 1 | 1.5 GiB | staging |",
                                        "| PostgreSQL | 1 | 2 GiB | 1 | 1 | 2 GiB | staging |",
                                        "| Redis | 0.5 | 512 MiB | 1 | 0.5 | 512 MiB | staging |",
                                        "| **Total** |  |  |  | **4** | **6.25 GiB** |  |",
                                        "**Headroom:** staging 0 cores and 1.75 GiB"});
    }

    TEST_CASE("production on one server: 8 cores and 13.5 GiB, 2.5 GiB of headroom, two add-ons") {
        check_lines(seed_report("md"),
                    {"| WSGI | 1 | 1.5 GiB | 2 | 2 | 3 GiB | production |",
                     "| ASGI | 1 | 2 GiB | 2 | 2 | 4 GiB | production |",
                     "| **Total** |  |  |  | **8** | **13.5 GiB** |  |",
                     "**Headroom:** production 0 cores and 2.5 GiB",
                     "- **RDS PostgreSQL:** add-on for PostgreSQL, db.t3.medium",
                     "- **ElastiCache Redis:** add-on for Redis, cache.t3.medium:redis-oss"});
    }

    TEST_CASE("distributed production: three servers, the application server over by one core") {
        check_lines(
            seed_report("md"),
            {"| Nginx | 1 | 512 MiB | 1 | 1 | 512 MiB | App server |",
             "| WSGI | 2 | 1.5 GiB | 2 | 4 | 3 GiB | App server |",
             "| ASGI | 2 | 2 GiB | 2 | 4 | 4 GiB | App server |",
             "| PostgreSQL | 4 | 8 GiB | 1 | 4 | 8 GiB | DB server |",
             "| Redis | 2 | 4 GiB | 1 | 2 | 4 GiB | Cache server |",
             "**Headroom:** App server -1 core and 8.5 GiB; DB server 0 cores and 0 GiB; Cache server 0 "
             "cores and 0 GiB"});
    }

    TEST_CASE("the cost table: the document's machines, its add-ons up to 200 and 100, a total each") {
        check_lines(
            seed_report("md"),
            {"| Environment | Item | Kind | Rented | Quantity | Price | Hours | USD |",
             "| Development | dev | server | t3.medium | 1 | 0.0416/h [1] | 730 | 30.37 |",
             "| Staging | staging | server | t3.large | 1 | 0.0832/h [1] | 730 | 60.74 |",
             "| Production, single server | production | server | t3.xlarge | 1 | 0.1664/h [1] | 730 | "
             "121.47 |",
             "| Production, single server | RDS PostgreSQL | add-on | db.t3.medium | 1 | 0.072/h [2] | 730 "
             "| 52.56..200.00 |",
             "| Production, single server | ElastiCache Redis | add-on | cache.t3.medium:redis-oss | 1 "
             "| 0.068/h [3] | 730 | 49.64..100.00 |",
             "| **Production, single server** | **Total** |  |  |  |  |  | **223.67..421.47** |",
             "| **All** | **Total** |  |  |  |  |  | **705.69..903.49** |"});
    }

    TEST_CASE("each price has the date of its source") {
        const std::string report = seed_report("md");
        CHECK(contains(report, "catalogue snapshot 2026-11-23"));
        for (const char* number : {"\n1. prices of 20", "\n2. prices of 20", "\n3. prices of 20"}) {
            CHECK(contains(report, number));
        }
    }

    TEST_CASE("a price that the plan keeps is labelled with its own snapshot") {
        const std::string plan =
            "stowage: 0\nprices: {snapshot: 2020-01-01, used: {aws/us-east-1/t3.medium: 0.5}}\n"
            "environments: {e: {provider: aws, region: us-east-1, servers: {s: {instance: t3.medium}}}}\n";
        check_lines(run({"report", "-"}, {plan}).out,
                    {"| e | s | server | t3.medium | 1 | 0.5/h [1] | 730 | 365.00 |",
                     "1. price of snapshot 2020-01-01, kept in the plan"});
        CHECK(contains(run({"report", "-"}, {plan}).out, "catalogue snapshot 2020-01-01, kept in the plan."));
        CHECK(contains(run({"estimate", "-"}, {plan}).out,
                       "list prices before tax, snapshot 2020-01-01, kept in the plan\n"));
    }

    TEST_CASE("nothing that a plan says acts as Markdown") {
        const std::string report = run({"report", "-"}, {kPlanWithSigns}).out;
        check_lines(report, {"- **=SUM(A1):** 2 x 8 cores, 8 GiB. its note",
                             "| say \"hi\", \\*all\\* | 3 | 1 GiB | 4 | 12 | 4 GiB | =SUM(A1) |"});
        CHECK(report.starts_with("# a \\| b\n"));
    }

    TEST_CASE("no note acts as a list, a quotation, a heading or code") {
        const auto note = [](const std::string& text) {
            const std::string plan = "{\"stowage\": 0, \"note\": \"" + text + "\"}";
            return lines_of(run({"report", "-"}, {plan}).out).at(2);
        };
        CHECK(note("- list\\n> quote") == "\\- list \\> quote");
        CHECK(note("1. x") == "1\\. x");
        CHECK(note("12) x") == "12\\) x");
        CHECK(note("+ x") == "\\+ x");
        CHECK(note("---") == "\\---");
        CHECK(note("===") == "\\===");
        CHECK(note("    code") == "code");
        CHECK(note("~~a~~ &amp; b") == "\\~\\~a\\~\\~ \\&amp; b");
        CHECK(note("1.5 of 2 - 3") == "1\\.5 of 2 - 3");
        CHECK(note("7 days") == "7 days");
        CHECK(note("42") == "42");
    }

    TEST_CASE("what has no price says so, and the total is a lower bound") {
        check_lines(run({"report", "-"}, {kPlanWithSigns}).out,
                    {"| live | =SUM(A1) | server | - | 2 | - | - | no price |",
                     "| live | =SUM(A1) | disk | - | 2 | - | - | no price |",
                     "| live | egress | traffic | - | 1 | - | - | no price |",
                     "| **live** | **Total** |  |  |  |  |  | **at least 0.00** |"});
    }

    TEST_CASE("the servers' table shows reserve, requests and what is left against what must stay free") {
        // 8 GiB less 512 MiB, less 2 GiB: 5.5 GiB; a tenth of the allocatable 3.75 cores is 0.375 cores.
        check_lines(
            run({"report", "-"}, {"stowage: 0\nenvironments: {e: {reserved: host, min_headroom: {cpu: 10%},\n"
                                  "  servers: {a: {cpu: 4, memory: 8GiB, pods: 9}}, services: {x: {cpu: 3, "
                                  "memory: 2GiB}}}}\n"})
                .out,
            {"| Server | Resource | Size | Reserve | Requested | Free | Must stay free | Stranded |",
             "| a | CPU, runs out first | 4 cores | 0.25 cores | 3 cores | 0.75 cores | 0.375 cores | - |",
             "|  | pods | 9 pods | - | 1 pod | 8 pods | - | - |"});
    }

    TEST_CASE("what the plan leaves out is marked, with formula and source below") {
        const std::string report =
            run({"report", "-"}, {"stowage: 0\nenvironments: {e: {servers: {a: {cpu: 2, memory: 4GiB}},\n"
                                  "  services: {x: {kind: wsgi, cpu: 1, workers: 3, worker_memory: "
                                  "150MiB}}}}\n"})
                .out;
        check_lines(report, {"| x | 1 | 450 MiB \\* | 1 | 1 | 450 MiB | a |"});
        CHECK(contains(report, "\n- \\* x, Memory 450 MiB: 3 x 150 MiB ("));
    }

    TEST_CASE("what is not placed has a row for each server that lacks something") {
        check_lines(
            run({"report", "-"},
                {"stowage: 0\nenvironments: {e: {servers: {a: {cpu: 4, memory: 1GiB}, b: {cpu: 2, memory: "
                 "8GiB}},\n"
                 "  services: {x: {cpu: 3, memory: 2GiB}}}, f: {services: {y: {cpu: 1, memory: 1GiB}}}}\n"})
                .out,
            {"| Not placed | Replicas | Server | Why not there |", "| x | 1 | a | lacks 1 GiB of memory |",
             "|  |  | b | lacks 1 core |", "| y | 1 | - | there is no server |"});
    }

    TEST_CASE("region, hours, budget, reserve and an unknown size are told") {
        check_lines(
            run({"report", "-"}, {"stowage: 0\nenvironments: {e: {provider: aws, region: us-east-1, hours: "
                                  "176, budget: 50,\n  servers: {a: {cpu: 2, memory: 4GiB, reserved: {cpu: "
                                  "250m, memory: 512MiB}}, b: {cpu: 1}, c: {}}}}\n"})
                .out,
            {"aws us-east-1, 176 hours a month, budget 50.00 USD a month",
             "- **a:** 2 cores, 4 GiB; the system keeps 0.25 cores and 512 MiB",
             "- **b:** 1 core, memory unknown", "- **c:** size unknown"});
    }
}

TEST_SUITE("report as CSV") {
    TEST_CASE("has a header and one row for each service, server and add-on of the document") {
        const auto lines = lines_of(seed_report("csv"));
        CHECK(lines.size() == 1 + 19 + 6 + 2);  // 4 + 5 + 5 + 5 services on 1 + 1 + 1 + 3 servers, 2 add-ons
        for (const std::string& line : lines) {
            CHECK_MESSAGE(cells_of(line) == 25, line);
            CHECK_MESSAGE(line.back() == '\r', line);  // RFC 4180 ends lines in CR LF
        }
        check_lines(
            seed_report("csv"),
            {"staging,service,wsgi,WSGI,2,0.5,1073741824,1,2147483648,,,staging,,,,,,,,,,,,,\r",
             "production-distributed,server,app,App server,1,8,17179869184,8,17179869184,-1,9126805504,,"
             "c6a.2xlarge,223.38,223.38,0,0,0,0,,,,,,\r",
             "production-single,managed,rds,RDS PostgreSQL,1,,,,,,,,db.t3.medium,52.56,200.00,,,,,,,,,,\r"});
    }

    TEST_CASE("says where a service runs that is placed automatically, and what has no price") {
        const std::string plan =
            "stowage: 0\nenvironments: {e: {servers: {a: {cpu: 2, memory: 4GiB}, b: {cpu: 2, memory: 4GiB, "
            "disk: "
            "9GiB}},\n  services: {x: {cpu: 2, memory: 1GiB, replicas: 2}}, network: {egress: 1GB/month}}}\n";
        check_lines(run({"report", "--format", "csv", "-"}, {plan}).out,
                    {"e,service,x,x,2,2,1073741824,4,2147483648,,,a b,,,,,,,,,,,,,\r",
                     "e,disk,b,b,1,,,,,,,,,,,,,,,,,,,,\r", "e,egress,egress,egress,1,,,,,,,,,,,,,,,,,,,,\r"});
        check_lines(run({"report", "--format", "csv", "-"},
                        {"stowage: 0\nenvironments: {e: {managed: {mail: {max_cost: 200}}}}\n"})
                        .out,
                    {"e,managed,mail,mail,1,,,,,,,,,,200.00,,,,,,,,,,\r"});
    }

    TEST_CASE("says what a server keeps, what must stay free, its zone, and what is derived") {
        // A plain host keeps 0.25 cores and 512 MiB; 10 % of 3.75 cores and 20 % of 3584 MiB; 3 x 150 MiB.
        check_lines(
            run({"report", "--format", "csv", "-"},
                {"stowage: 0\nenvironments: {e: {reserved: host, min_headroom: {cpu: 10%, memory: 20%},\n"
                 "  servers: {a: {cpu: 4, memory: 4GiB, zone: z1}},\n"
                 "  services: {x: {kind: wsgi, cpu: 1, workers: 3, worker_memory: 150MiB}}}}\n"})
                .out,
            {"e,service,x,x,1,1,471859200,1,471859200,,,a,,,,,,,,,memory,,,,\r",
             "e,server,a,a,1,4,4294967296,4,4294967296,2.75,3286237184,,,,,0.25,536870912,0.375,751619277,z1,"
             ",,,,\r"});
    }

    TEST_CASE("quotes what RFC 4180 wants quoted and disarms what a spreadsheet would calculate") {
        const std::string report = run({"report", "--format", "csv", "-"}, {kPlanWithSigns}).out;
        CHECK(contains(report, "live,service,web,\"say \"\"hi\"\", *all*\",4,"));
        CHECK(contains(report, "live,server,app,\"'=SUM(A1)\",2,"));
    }
}

TEST_SUITE("report as JSON") {
    TEST_CASE("holds the catalogue's snapshot, the plan and its estimate") {
        const Json report = json_of(run({"report", "--format", "json", "template:hybrid-django"}));
        CHECK(report.at("catalogue").at("snapshot") == "2026-11-23");
        CHECK(report.at("plan") == json_of(run({"convert", "--json", "template:hybrid-django"})));
        CHECK(report.at("estimate") == json_of(run({"estimate", "--json", "template:hybrid-django"})));
    }
}
