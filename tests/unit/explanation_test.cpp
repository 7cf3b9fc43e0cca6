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
