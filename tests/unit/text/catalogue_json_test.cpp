// SPDX-License-Identifier: MIT
#include "stowage/text/catalogue_json.hpp"

#include <doctest/doctest.h>

#include "small_catalogue.hpp"

using namespace stowage;
using test::small_catalogue;

namespace {

std::string skus(const PriceFilter& filter) {
    std::string text;
    for (const Price* price : selected_prices(small_catalogue(), filter)) {
        text += (text.empty() ? "" : " ") + small_catalogue().types()[price->type].sku + "@" +
                small_catalogue().regions()[price->region];
    }
    return text;
}

}  // namespace

TEST_CASE("prices come by provider, region and offering, the cheapest first") {
    CHECK(skus({}) ==
          "burst.small@east std.small@east std.large@east db.small@east kv.small@east std.small@west "
          "o.shared@north o.arm@north");
}

TEST_CASE("a filter asks for a provider, a region and a part of a type's name in any case") {
    CHECK(skus({"other", "", ""}) == "o.shared@north o.arm@north");
    CHECK(skus({"", "west", ""}) == "std.small@west");
    CHECK(skus({"cloud", "east", "STD."}) == "std.small@east std.large@east");
    CHECK(skus({"other", "east", ""}).empty());
}

TEST_CASE("a price as JSON has its machine, its month of 730 hours and its source") {
    CHECK(
        write_compact_json(prices_node(small_catalogue(), {"", "", "burst"})) ==
        R"({"snapshot":"2026-01-31","prices":[{"provider":"cloud","region":"east","offering":"compute",)"
        R"("sku":"burst.small","cpu_millis":2000,"memory_bytes":4294967296,"sustained_cpu_millis":400,"cpu_class":"burstable",)"
        R"("architecture":"x86_64","hourly_price":"0.04","monthly_price":"29.20",)"
        R"("price_date":"2026-01-15","source":"first list"}]})");
}

TEST_CASE("what no source tells of a machine is left out") {
    CHECK(
        write_compact_json(prices_node(small_catalogue(), {"", "", "kv."})) ==
        R"({"snapshot":"2026-01-31","prices":[{"provider":"cloud","region":"east","offering":"redis",)"
        R"("sku":"kv.small","memory_bytes":1610612736,"cpu_class":"dedicated","architecture":"unknown","hourly_price":"0.03",)"
        R"("monthly_price":"21.90","price_date":"2026-01-15","source":"first list"}]})");
}
