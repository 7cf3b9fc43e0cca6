// SPDX-License-Identifier: MIT
#include "stowage/machine_offers.hpp"

#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// "std.small std.large": the types in the order of the offers, "!" behind what bursts, "?" behind what is
/// smaller.
std::string offers(Offering offering, Resources needed, std::string_view region = "east",
                   std::string_view part = "") {
    std::string text;
    for (const MachineOffer& offer :
         machine_offers(small_catalogue(), "cloud", region, offering, needed, part)) {
        text += (text.empty() ? "" : " ") + offer.type->sku;
        if (!offer.large_enough) {
            text += "?";
        } else if (!offer.sustains) {
            text += "!";
        }
    }
    return text;
}

Resources size(std::int64_t cores, std::int64_t gib) { return {MilliCpu::cores(cores), Bytes::gib(gib)}; }

}  // namespace

TEST_SUITE("machine offers") {
    TEST_CASE("what sustains the need comes first, then what reaches it in bursts, then what is smaller") {
        CHECK(offers(Offering::compute, size(2, 4)) == "std.small std.large burst.small!");
        CHECK(offers(Offering::compute, size(8, 16)) == "std.large burst.small? std.small?");
        CHECK(offers(Offering::compute, size(9, 1)) == "burst.small? std.small? std.large?");
    }

    TEST_CASE("the cheapest of a group comes first") {
        CHECK(offers(Offering::compute, {}) == "burst.small std.small std.large");
    }

    TEST_CASE("a type without a figure carries what needs none of it") {
        CHECK(offers(Offering::redis, {{}, Bytes::gib(1)}) == "kv.small");
        CHECK(offers(Offering::redis, size(1, 1)) == "kv.small?");
    }

    TEST_CASE("shared vCPUs never sustain a need for CPU, however small, and come after what does") {
        // north: o.arm, 4 vCPU at 0.1; o.shared, 2 shared vCPUs at 0.06
        const auto in_north = machine_offers(small_catalogue(), "other", "north", Offering::compute,
                                             {MilliCpu::millis(1), Bytes::gib(1)});
        REQUIRE(in_north.size() == 2);
        CHECK(in_north[0].type->sku == "o.arm");
        CHECK(in_north[1].type->sku == "o.shared");
        CHECK(in_north[1].large_enough);
        CHECK_FALSE(in_north[1].sustains);
    }

    TEST_CASE("only what the region sells is offered") {
        CHECK(offers(Offering::compute, size(1, 1), "west") == "std.small");
        CHECK(offers(Offering::compute, size(1, 1), "moon").empty());
    }

    TEST_CASE("a part of a name asks for the types that have it, in any case and in the same order") {
        CHECK(offers(Offering::compute, {}, "east", "small") == "burst.small std.small");
        CHECK(offers(Offering::compute, size(8, 16), "east", "STD.") == "std.large std.small?");
        CHECK(offers(Offering::compute, {}, "east", "d.l") == "std.large");
        CHECK(offers(Offering::compute, {}, "east", "small.").empty());
    }
}
