// SPDX-License-Identifier: MIT
#include "comparison/machine_series.hpp"

#include "fixtures.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// "SERIES GENERATION", or "none".
std::string series(const std::string& provider, const std::string& family) {
    InstanceType type;
    type.provider = provider;
    type.family = family;
    const auto known = series_of(type);
    return known ? known->name + " " + std::to_string(known->generation) : "none";
}

}  // namespace

TEST_SUITE("machine series") {
    TEST_CASE("aws: the number after the letters; a family without a letter of its processor is Intel's") {
        CHECK(series("aws", "c5") == "c.i 5");
        CHECK(series("aws", "c6i") == "c.i 6");
        CHECK(series("aws", "c7a") == "c.a 7");
        CHECK(series("aws", "c8g") == "c.g 8");
        CHECK(series("aws", "c5n") == "c.in 5");
        CHECK(series("aws", "c6in") == "c.in 6");
        CHECK(series("aws", "t3") == "t.i 3");
        CHECK(series("aws", "t4g") == "t.g 4");
        CHECK(series("aws", "x2iedn") == "x.iedn 2");
        CHECK(series("aws", "u-6tb1") == "u-.itb1 6");
        CHECK(series("aws", "metal") == "none");
        CHECK(series("aws", "m99999") == "none");
    }

    TEST_CASE("gcp: the number after the letters") {
        CHECK(series("gcp", "n1") == "n. 1");
        CHECK(series("gcp", "n4") == "n. 4");
        CHECK(series("gcp", "n2d") == "n.d 2");
        CHECK(series("gcp", "c4a") == "c.a 4");
    }

    TEST_CASE("azure: the number after the last v, else the first") {
        CHECK(series("azure", "Dasv5") == "Das 5");
        CHECK(series("azure", "Dsv3") == "Ds 3");
        CHECK(series("azure", "Bs") == "Bs 1");
        CHECK(series("azure", "Bsv2") == "Bs 2");
        CHECK(series("azure", "NVads") == "NVads 1");
    }

    TEST_CASE("of other providers no rule is known") {
        CHECK(series("ovh", "b3") == "none");
        CHECK(series("", "c5") == "none");
    }

    TEST_CASE("the shipped catalogue: every family of the three has a series") {
        for (const InstanceType& type : catalogue().types()) {
            if (type.offering != Offering::compute) continue;
            const bool known = type.provider == "aws" || type.provider == "gcp" || type.provider == "azure";
            if (known) CHECK_MESSAGE(series_of(type).has_value(), type.sku);
        }
    }
}
