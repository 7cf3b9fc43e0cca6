// SPDX-License-Identifier: MIT
#include "stowage/text/catalogue_json.hpp"

#include <doctest/doctest.h>

#include "printers.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using test::small_catalogue;

namespace {

std::string skus(const PriceFilter& filter, PriceOrder order = PriceOrder::listed) {
    std::string text;
    for (const Price* price : selected_prices(small_catalogue(), filter, order)) {
        text += (text.empty() ? "" : " ") + small_catalogue().types()[price->type].sku + "@" +
                small_catalogue().regions()[price->region];
    }
    return text;
}

PriceFilter of(std::string provider, std::string region, std::string part) {
    PriceFilter filter;
    filter.provider = std::move(provider);
    filter.region = std::move(region);
    filter.sku_part = std::move(part);
    return filter;
}

PriceFilter named(std::string part) { return of({}, {}, std::move(part)); }

}  // namespace

TEST_CASE("prices come by provider, region and offering, the cheapest first") {
    CHECK(skus({}) ==
          "burst.small@east std.small@east std.large@east db.small@east kv.small@east std.small@west "
          "o.shared@north o.arm@north");
}

TEST_CASE("a filter asks for a provider, a region and a part of a type's name in any case") {
    CHECK(skus(of("other", "", "")) == "o.shared@north o.arm@north");
    CHECK(skus(of("", "west", "")) == "std.small@west");
    CHECK(skus(of("cloud", "east", "STD.")) == "std.small@east std.large@east");
    CHECK(skus(of("other", "east", "")).empty());
}

TEST_CASE("a price as JSON has its machine, its month of 730 hours and its source") {
    CHECK(
        write_compact_json(prices_node(small_catalogue(), named("burst"))) ==
        R"({"snapshot":"2026-01-31","prices":[{"provider":"cloud","region":"east","offering":"compute",)"
        R"("sku":"burst.small","cpu_millis":2000,"memory_bytes":4294967296,"sustained_cpu_millis":400,"cpu_class":"burstable",)"
        R"("architecture":"x86_64","hourly_price":"0.04","monthly_price":"29.20",)"
        R"("price_date":"2026-01-15","source":"first list"}],"rates":[]})");
}

TEST_CASE("what no source tells of a machine is left out") {
    CHECK(
        write_compact_json(prices_node(small_catalogue(), named("kv."))) ==
        R"({"snapshot":"2026-01-31","prices":[{"provider":"cloud","region":"east","offering":"redis",)"
        R"("sku":"kv.small","memory_bytes":1610612736,"cpu_class":"dedicated","architecture":"unknown","hourly_price":"0.03",)"
        R"("monthly_price":"21.90","price_date":"2026-01-15","source":"first list"}],"rates":[]})");
}

TEST_CASE("figures narrow, and a type without the figure is out") {
    PriceFilter filter;
    filter.min_cpu = MilliCpu::cores(4);
    CHECK(skus(filter) == "std.large@east o.arm@north");
    filter = {};
    filter.min_memory = Bytes::gib(16);
    CHECK(skus(filter) == "std.large@east");
    filter = {};
    filter.architecture = Architecture::arm64;
    filter.cpu_class = CpuClass::shared;
    CHECK(skus(filter) == "o.shared@north");
    filter = {};
    filter.item = Offering::redis;
    CHECK(skus(filter) == "kv.small@east");
    filter.item = RateItem::egress;
    CHECK(skus(filter).empty());
}

TEST_CASE("by price over all regions, where shared vCPUs come last unless they are asked for") {
    CHECK(skus({}, PriceOrder::price) ==
          "kv.small@east burst.small@east std.small@east std.small@west db.small@east o.arm@north "
          "std.large@east o.shared@north");
    PriceFilter filter;
    filter.cpu_class = CpuClass::shared;
    CHECK(skus(filter, PriceOrder::price) == "o.shared@north");
}

TEST_CASE("by vCPUs or memory, then by price; an unknown figure comes last") {
    CHECK(skus({}, PriceOrder::cpu) ==
          "burst.small@east std.small@east std.small@west o.shared@north db.small@east o.arm@north "
          "std.large@east kv.small@east");
    CHECK(skus(of("cloud", "east", ""), PriceOrder::memory) ==
          "kv.small@east burst.small@east std.small@east db.small@east std.large@east");
}

TEST_CASE("a month costs at most its cap") {
    // DigitalOcean bills at most 672 hours: 0.00893 x 730 = 6.5189, at most 6
    Price price;
    price.hourly = HourlyPrice::nanos(8'930'000);
    CHECK(billing_month_of(price) == Money::nanos(6'518'900'000));
    price.month_cap = Money::units(6);
    CHECK(billing_month_of(price) == Money::units(6));
}
