// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "expectations.hpp"
#include "fixtures.hpp"
#include "printers.hpp"
#include "small_catalogue.hpp"
#include "stowage/plan.hpp"
#include "stowage/references.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

OwnPrice own(std::string name, std::string_view price, CatalogueItem item = Offering::compute) {
    OwnPrice row;
    row.name = std::move(name);
    row.item = item;
    const auto parsed = parse_list_price(price);
    REQUIRE(parsed.has_value());
    if (parsed) row.price = *parsed;
    return row;
}

std::int64_t nanos(const Catalogue& from, std::string_view provider, std::string_view region,
                   std::string_view sku) {
    const Price* price = from.find_price(provider, region, sku);
    return price == nullptr ? -1 : price->hourly.to_nanos();
}

/// Two disks, the first of which is usual.
const Catalogue& with_disks() {
    static const Catalogue kCatalogue = catalogue_of(
        "stowage-catalogue\t1\nsource\t2026-01-15\tlist\nrates\tcloud\teast\t0\n"
        "rate\tdisk\tssd\t0.1/GiB-month\nrate\tdisk\thdd\t0.05/GiB-month\nend\t5\n");
    return kCatalogue;
}

std::string usual_disk(const Catalogue& from, std::string_view provider = "cloud") {
    const ListedRate* rate = from.find_rate(provider, "east", RateItem::disk, "");
    return rate == nullptr ? "none" : rate->sku + " " + format_list_price(rate->price);
}

}  // namespace

TEST_SUITE("own prices") {
    TEST_CASE("a name is provider, region and sku, which may have slashes") {
        const auto parts = parts_of_price_name("cloud/east/a/b");
        REQUIRE(parts.has_value());
        if (!parts) return;
        CHECK(parts->provider == "cloud");
        CHECK(parts->region == "east");
        CHECK(parts->sku == "a/b");
        for (const std::string_view other : {"", "cloud", "cloud/east", "cloud/east/", "/east/a", "cloud//a"})
            CHECK_FALSE(parts_of_price_name(other).has_value());
    }

    TEST_CASE("a row takes the place of the catalogue's price of that name and keeps its shape") {
        OwnPrice row = own("cloud/east/std.large", "0.15 at most 90/month");
        row.date = "2026-10-01";
        row.source = "our contract";
        const Catalogue with = with_own_prices(small_catalogue(), std::vector{row});
        CHECK(with.prices().size() == small_catalogue().prices().size());
        const Price* price = with.find_price("cloud", "east", "std.large");
        REQUIRE(price != nullptr);
        if (price == nullptr) return;
        CHECK(price->hourly == HourlyPrice::nanos(150'000'000));
        CHECK(price->month_cap == Money::units(90));
        CHECK(with.sources()[price->source].date == "2026-10-01");
        CHECK(with.sources()[price->source].text == "our contract");
        CHECK(with.types()[price->type].cpu == MilliCpu::cores(8));
        CHECK(nanos(with, "cloud", "east", "std.small") == 50'000'000);
        CHECK(nanos(with, "cloud", "west", "std.small") == 60'000'000);
    }

    TEST_CASE("a row with a shape takes the place of the catalogue's shape") {
        OwnPrice row = own("cloud/east/burst.small", "0.03");
        row.cpu = MilliCpu::cores(4);
        row.cpu_class = CpuClass::burstable;
        row.baseline = Percent::whole(50);
        const Catalogue with = with_own_prices(small_catalogue(), std::vector{row});
        const InstanceType* type = with.find_type("cloud", "burst.small");
        REQUIRE(type != nullptr);
        if (type == nullptr) return;
        CHECK(type->sustained_cpu() == MilliCpu::cores(2));
        CHECK_FALSE(type->memory.has_value());
        CHECK(with.types().size() == small_catalogue().types().size());
    }

    TEST_CASE("a row of a new name is sold as if the catalogue had it") {
        OwnPrice row = own("garage/cellar/box", "0.01", Offering::redis);
        row.memory = Bytes::gib(2);
        row.architecture = Architecture::arm64;
        OwnPrice second = own("cloud/south/std.small", "0.07");
        const Catalogue with = with_own_prices(small_catalogue(), std::vector{row, second});
        CHECK(with.providers() == std::vector<std::string_view>{"cloud", "garage", "other"});
        CHECK(with.regions_of("cloud") == std::vector<std::string_view>{"east", "south", "west"});
        CHECK(with.prices_in("garage", "cellar").size() == 1);
        CHECK(nanos(with, "garage", "cellar", "box") == 10'000'000);
        CHECK(nanos(with, "cloud", "south", "std.small") == 70'000'000);
        CHECK(nanos(with, "other", "north", "o.arm") == 100'000'000);
        const InstanceType* type = with.find_type("garage", "box");
        REQUIRE(type != nullptr);
        if (type == nullptr) return;
        CHECK(type->offering == Offering::redis);
        CHECK(type->memory == Bytes::gib(2));
        CHECK(type->architecture == Architecture::arm64);
        CHECK(type->cpu_class == CpuClass::dedicated);
    }

    TEST_CASE("one new type in two regions") {
        OwnPrice shape = own("garage/b/box", "0.02");
        shape.cpu = MilliCpu::cores(2);
        const Catalogue with =
            with_own_prices(small_catalogue(), std::vector{own("garage/a/box", "0.01"), shape});
        CHECK(with.find_type("garage", "box")->cpu == MilliCpu::cores(2));
        CHECK(nanos(with, "garage", "a", "box") == 10'000'000);
        CHECK(nanos(with, "garage", "b", "box") == 20'000'000);
    }

    TEST_CASE("an own rate replaces the one of its name in its place, and a new one becomes the usual") {
        CHECK(usual_disk(with_disks()) == "ssd 0.1/GiB-month");
        const auto with = [](const OwnPrice& row) { return with_own_prices(with_disks(), std::vector{row}); };
        CHECK(usual_disk(with(own("cloud/east/ssd", "0.09/GiB-month", RateItem::disk))) ==
              "ssd 0.09/GiB-month");
        const Catalogue cheaper = with(own("cloud/east/hdd", "0.01/GiB-month", RateItem::disk));
        CHECK(usual_disk(cheaper) == "ssd 0.1/GiB-month");
        CHECK(cheaper.rates().size() == 2);
        CHECK(usual_disk(with(own("cloud/east/nvme", "0.2/GiB-month", RateItem::disk))) ==
              "nvme 0.2/GiB-month");
        CHECK(usual_disk(with(own("garage/east/shelf", "1/GiB-month", RateItem::disk)), "garage") ==
              "shelf 1/GiB-month");
        CHECK(usual_disk(with(own("cloud/east/ssd", "0/GB up to 5, 1/GB", RateItem::egress))) ==
              "ssd 0.1/GiB-month");
    }

    TEST_CASE("of two rows of one name, which no plan can have, the last counts") {
        const Catalogue with =
            with_own_prices(small_catalogue(), std::vector{own("g/r/box", "0.01"), own("g/r/box", "0.02"),
                                                           own("g/r/d", "1/GiB-month", RateItem::disk),
                                                           own("g/r/d", "2/GiB-month", RateItem::disk)});
        CHECK(nanos(with, "g", "r", "box") == 20'000'000);
        CHECK(with.prices_in("g", "r").size() == 1);
        CHECK(with.rates().size() == 1);
    }

    TEST_CASE("what no plan may state is left out") {
        const Catalogue with = with_own_prices(
            small_catalogue(),
            std::vector{own("box", "0.01"), own("g/r/box", "6/month"), own("g/r/d", "1/GB", RateItem::disk)});
        CHECK(with.prices().size() == small_catalogue().prices().size());
        CHECK(with.rates().empty());
    }

    TEST_CASE("without rows the catalogue stays as it is, and none gives a catalogue of the rows") {
        CHECK(with_own_prices(small_catalogue(), {}).prices().size() == small_catalogue().prices().size());
        const Catalogue nothing = with_own_prices(Catalogue{}, std::vector{own("g/r/box", "0.01")});
        CHECK(nanos(nothing, "g", "r", "box") == 10'000'000);
    }
}
