// SPDX-License-Identifier: MIT
#include "stowage/explanation.hpp"

#include <doctest/doctest.h>

#include "expectations.hpp"
#include "fixtures.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string credits_of(std::string_view provider, std::string_view sku) {
    const InstanceType* type = catalogue().find_type(provider, sku);
    return type == nullptr ? "no such type" : explain_credits(*type);
}

}  // namespace

// EC2 user guide, table of burstable types: t3.large earns 36 credits an hour, saves 864; t3.xlarge 96 and
// 2304. Azure, B-series: B2s earns 24 an hour.
TEST_SUITE("explanation of credits") {
    TEST_CASE("a T3 instance earns, sustains and saves what the EC2 guide's table says") {
        CHECK(credits_of("aws", "t3.large") ==
              "burstable: 1 credit = 1 vCPU at 100% for a minute\n"
              "earns 2 vCPU x 30% x 60 = 36 credits an hour\n"
              "sustains 36 / 60 = 0.6 vCPU\n"
              "saves at most 24 h x 36 = 864 credits");
        const std::string xlarge = credits_of("aws", "t4g.xlarge");
        CHECK(contains(xlarge, "= 96 credits an hour\nsustains 96 / 60 = 1.6 vCPU\n"));
        CHECK(contains(xlarge, "= 2304 credits"));
    }

    TEST_CASE("an Azure B machine earns credits; what it saves is left to its own page") {
        CHECK(credits_of("azure", "Standard_B2s") ==
              "burstable: 1 credit = 1 vCPU at 100% for a minute\n"
              "earns 2 vCPU x 20% x 60 = 24 credits an hour\n"
              "sustains 24 / 60 = 0.4 vCPU");
    }

    TEST_CASE("a shared core of Google sustains its share and counts no credits") {
        CHECK(credits_of("gcp", "e2-micro") ==
              "burstable: sustains 2 vCPU x 12.5% = 0.25 vCPU, and more for a short while");
    }

    TEST_CASE("what nobody publishes is said to be unknown") {
        CHECK(credits_of("ovh", "d2-4") ==
              "shared: neighbours use its vCPUs too and no baseline is published, so what it sustains is "
              "unknown");
        CHECK(credits_of("azure", "Standard_B2ps_v2") ==
              "burstable: no source gives its baseline, so what it sustains is unknown");
    }

    TEST_CASE("a dedicated machine has nothing to explain") { CHECK(credits_of("aws", "c6i.large").empty()); }
}

TEST_SUITE("explanation of a reserve") {
    TEST_CASE("gke: each tier that the machine reaches, with the result and the source") {
        const Resources size{MilliCpu::cores(8), Bytes::gib(16)};
        const Reserve gke{ReserveRule::gke, {}};
        CHECK(explain_reserve(gke, size, Resource::cpu) ==
              "GKE: 6% of 1 core + 1% of the next 1 core + 0.5% of the next 2 cores + 0.25% of the next 4 "
              "cores = "
              "0.09 cores\nsource: Google, Plan node sizes, read 2026-07-20");
        // 1024 + 819.2 + 819.2 + 100 = 2762.4 MiB
        CHECK(contains(
            explain_reserve(gke, size, Resource::memory),
            "GKE: 25% of 4 GiB + 20% of the next 4 GiB + 10% of the next 8 GiB + 100 MiB for eviction = "
            "2.7 GiB\n"));
        CHECK(contains(
            explain_reserve(gke, {MilliCpu::millis(500), Bytes::mib(512)}),
            "CPU 6% of 0.5 cores = 0.03 cores; memory 255 MiB below 1 GiB + 100 MiB for eviction = 355 MiB"));
    }

    TEST_CASE("eks and aks: memory by the pods") {
        const Resources size{MilliCpu::cores(2), Bytes::gib(8), {}, 30};
        CHECK(contains(explain_reserve({ReserveRule::eks, {}}, size, Resource::memory),
                       "EKS: 11 MiB x 30 pods + 255 MiB = 585 MiB\n"));
        CHECK(contains(explain_reserve({ReserveRule::aks, {}}, size, Resource::memory),
                       "AKS: 20 MiB x 30 pods + 50 MiB + 100 MiB for eviction = 750 MiB\n"));
        CHECK(
            contains(explain_reserve({ReserveRule::aks, {}}, {{}, Bytes::gib(4), {}, 70}, Resource::memory),
                     "AKS: 25% of 4 GiB + 100 MiB for eviction, as 20 MiB x 70 pods + 50 MiB would be more = "
                     "1124 MiB\n"));
        CHECK(contains(explain_reserve({ReserveRule::aks, {}}, size, Resource::cpu),
                       "AKS: 6% of 1 core + 4% of the next 1 core = 0.1 cores\n"));
    }

    TEST_CASE("a plain host is said to be our choice") {
        const Resources size{MilliCpu::cores(2), Bytes::gib(8)};
        CHECK(explain_reserve({ReserveRule::host, {}}, size) ==
              "plain host: CPU of any size = 0.25 cores; memory the larger of 512 MiB and 5% of 8 GiB = 512 "
              "MiB; our "
              "choice: no universal figure is published");
    }

    TEST_CASE("own figures are the plan's, and a machine may have less") {
        const Reserve own{ReserveRule::own, {MilliCpu::millis(250), Bytes::gib(1)}};
        CHECK(explain_reserve(own, {MilliCpu::cores(2), Bytes::mib(512)}) ==
              "own figures: CPU as the plan states = 0.25 cores; memory as the plan states = 512 MiB, all "
              "that it has");
    }

    TEST_CASE("without a rule, and of disk and pods, there is nothing to explain") {
        const Resources size{MilliCpu::cores(2), Bytes::gib(8)};
        CHECK(explain_reserve({}, size).empty());
        CHECK(explain_reserve({}, size, Resource::cpu).empty());
        CHECK(explain_reserve({ReserveRule::gke, {}}, size, Resource::disk).empty());
        CHECK(explain_reserve({ReserveRule::gke, {}}, size, Resource::pods).empty());
    }

    TEST_CASE("servers with the same rule and size share one text") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {reserved: host, servers: {a: {cpu: 2, memory: 8GiB}, b: {cpu: 4, "
            "memory: "
            "8GiB, title: B}, c: {cpu: 2, memory: 8GiB, reserved: none}, d: {cpu: 2, memory: 8GiB, reserved: "
            "gke}}}}");
        const Estimate figures = estimate(plan, catalogue());
        const auto explained = explain_reserves(plan.environments.at(0), figures.environments.at(0));
        REQUIRE(explained.size() == 2);
        CHECK(explained[0].servers == "a, B");
        CHECK(contains(explained[0].text, "plain host: "));
        CHECK(explained[1].servers == "d");
        CHECK(contains(explained[1].text, "GKE: "));
    }
}
