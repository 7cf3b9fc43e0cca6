// SPDX-License-Identifier: MIT
#include "stowage/catalogue.hpp"

#include <algorithm>

#include "fixtures.hpp"
#include "printers.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

using Names = std::vector<std::string_view>;

/// Its price an hour in nanos; -1 when it is not sold there.
std::int64_t nanos(const Catalogue& from, std::string_view provider, std::string_view region,
                   std::string_view sku) {
    const Price* price = from.find_price(provider, region, sku);
    return price == nullptr ? -1 : price->hourly.to_nanos();
}

}  // namespace

TEST_SUITE("catalogue") {
    TEST_CASE("a type is found by provider and sku") {
        const InstanceType* type = small_catalogue().find_type("cloud", "burst.small");
        REQUIRE(type != nullptr);
        if (type == nullptr) return;
        CHECK(type->provider == "cloud");
        CHECK(type->family == "burst");
        CHECK(type->offering == Offering::compute);
        CHECK(type->cpu == MilliCpu::cores(2));
        CHECK(type->memory == Bytes::gib(4));
        CHECK(type->baseline == Percent::whole(20));
        CHECK(type->architecture == Architecture::x86_64);
        CHECK(type->cpu_class == CpuClass::burstable);
        CHECK(small_catalogue().find_type("other", "burst.small") == nullptr);
        CHECK(small_catalogue().find_type("cloud", "burst") == nullptr);
        CHECK(small_catalogue().find_type("", "") == nullptr);
        CHECK(small_catalogue().find_type("zzz", "zzz") == nullptr);
    }

    TEST_CASE("what no source tells is absent") {
        const InstanceType* type = small_catalogue().find_type("cloud", "kv.small");
        REQUIRE(type != nullptr);
        if (type == nullptr) return;
        CHECK_FALSE(type->cpu.has_value());
        CHECK(type->memory == Bytes::mib(1'536));
        CHECK_FALSE(type->baseline.has_value());
        CHECK(type->architecture == Architecture::unknown);
        CHECK(type->offering == Offering::redis);
        CHECK_FALSE(type->sustained_cpu().has_value());
    }

    TEST_CASE("a burstable type sustains its baseline, another one all of its CPU") {
        const auto sustained = [](std::string_view sku) {
            const InstanceType* type = small_catalogue().find_type("cloud", sku);
            return type == nullptr ? std::nullopt : type->sustained_cpu();
        };
        CHECK(sustained("burst.small") == MilliCpu::millis(400));  // 2 vCPU x 20 %
        CHECK(sustained("std.small") == MilliCpu::cores(2));
    }

    TEST_CASE("shared vCPUs sustain nothing that anybody publishes") {
        const InstanceType* shared = small_catalogue().find_type("other", "o.shared");
        REQUIRE(shared != nullptr);
        if (shared == nullptr) return;
        CHECK(shared->cpu == MilliCpu::cores(2));
        CHECK_FALSE(shared->sustained_cpu().has_value());
        InstanceType burstable = *shared;
        burstable.cpu_class = CpuClass::burstable;
        CHECK_FALSE(burstable.sustained_cpu().has_value());  // until somebody tells its baseline
    }

    TEST_CASE("a price is found by provider, region and sku") {
        const Catalogue& small = small_catalogue();
        CHECK(nanos(small, "cloud", "east", "std.small") == 50'000'000);
        CHECK(nanos(small, "cloud", "west", "std.small") == 60'000'000);
        CHECK(nanos(small, "cloud", "west", "std.large") == -1);
        CHECK(nanos(small, "cloud", "north", "std.small") == -1);
        CHECK(nanos(small, "other", "north", "o.arm") == 100'000'000);
        CHECK(nanos(small, "cloud", "", "std.small") == -1);
        CHECK(nanos(small, "", "east", "") == -1);
        const Price* west = small.find_price("cloud", "west", "std.small");
        REQUIRE(west != nullptr);
        if (west == nullptr) return;
        CHECK(small.sources()[west->source].date == "2025-12-01");
        CHECK(small.sources()[west->source].text == "second list");
        CHECK(small.regions()[west->region] == "west");
        CHECK(small.types()[west->type].sku == "std.small");
    }

    TEST_CASE("all prices of a region") {
        CHECK(small_catalogue().prices_in("cloud", "east").size() == 5);
        CHECK(small_catalogue().prices_in("cloud", "west").size() == 1);
        CHECK(small_catalogue().prices_in("other", "north").size() == 2);
        CHECK(small_catalogue().prices_in("other", "east").empty());
        CHECK(small_catalogue().prices_in("cloud", "none").empty());
        CHECK(small_catalogue().prices_in("", "").empty());
    }

    TEST_CASE("providers and their regions") {
        CHECK(small_catalogue().providers() == Names{"cloud", "other"});
        CHECK(small_catalogue().regions_of("cloud") == Names{"east", "west"});
        CHECK(small_catalogue().regions_of("other") == Names{"north"});
        CHECK(small_catalogue().regions_of("none").empty());
    }

    TEST_CASE("a rate is found by provider, region, item and sku; without a sku it is the usual one") {
        const Catalogue read = catalogue_of(
            "stowage-catalogue\t1\nsource\t2026-01-15\tlist\nrates\tcloud\teast\t0\n"
            "rate\tload_balancer\talb\t0.0225\nrate\tload_balancer\tnlb\t0.0226\n"
            "rate\tload_balancer_capacity\talb\t0.008\nrates\tcloud\twest\t0\nrate\tdisk\tssd\t0.1/"
            "GiB-month\n"
            "end\t8\n");
        const auto found = [&](std::string_view region, RateItem item, std::string_view sku) {
            const ListedRate* rate = read.find_rate("cloud", region, item, sku);
            return rate == nullptr ? "none" : rate->sku + " " + format_list_price(rate->price);
        };
        CHECK(found("east", RateItem::load_balancer, "") == "alb 0.0225");
        CHECK(found("east", RateItem::load_balancer, "nlb") == "nlb 0.0226");
        CHECK(found("east", RateItem::load_balancer, "other") == "none");
        CHECK(found("east", RateItem::load_balancer_capacity, "alb") == "alb 0.008");
        CHECK(found("east", RateItem::disk, "") == "none");
        CHECK(found("west", RateItem::disk, "") == "ssd 0.1/GiB-month");
        CHECK(found("", RateItem::disk, "") == "none");
        CHECK(read.find_rate("other", "west", RateItem::disk, "") == nullptr);
    }

    TEST_CASE("the region near that of another provider is the first that shares a location with it") {
        const Catalogue read = catalogue_of(
            "stowage-catalogue\t1\nlocation\teast\ta\ta-1\nlocation\teast\tb\tb-1\nlocation\teast\tb\tb-2\n"
            "location\twest\ta\ta-2\nlocation\twest\tb\tb-3\nlocation\teast\tc\tall\nlocation\twest\tc\tall\n"
            "end\t8\n");
        CHECK(read.region_near("b", "a", "a-1") == "b-1");
        CHECK(read.region_near("a", "b", "b-2") == "a-1");
        CHECK(read.region_near("b", "a", "a-2") == "b-3");
        CHECK(read.region_near("c", "a", "a-2") == "all");
        CHECK(read.region_near("b", "c", "all") == "b-1");
        CHECK(read.region_near("a", "a", "elsewhere") == "elsewhere");
        CHECK(read.region_near("a", "b", "elsewhere").empty());
        CHECK(read.region_near("d", "a", "a-1").empty());
    }

    TEST_CASE("what is sold by size, by traffic or by time is priced so") {
        CHECK(is_priced_per(RateItem::disk, PriceUnit::disk_month));
        CHECK(is_priced_per(RateItem::database_storage, PriceUnit::gib_month));
        CHECK(is_priced_per(RateItem::cache_memory, PriceUnit::gib_hour));
        CHECK_FALSE(is_priced_per(RateItem::cache_memory, PriceUnit::disk_month));
        CHECK_FALSE(is_priced_per(RateItem::disk, PriceUnit::gib));
        for (const RateItem traffic :
             {RateItem::egress, RateItem::cross_zone, RateItem::load_balancer_data, RateItem::nat_data}) {
            CHECK(is_priced_per(traffic, PriceUnit::gb));
            CHECK(is_priced_per(traffic, PriceUnit::gib));
            CHECK_FALSE(is_priced_per(traffic, PriceUnit::gib_month));
            CHECK_FALSE(is_priced_per(traffic, PriceUnit::month));
        }
        for (const RateItem running : {RateItem::load_balancer, RateItem::load_balancer_capacity,
                                       RateItem::nat_gateway, RateItem::public_address}) {
            CHECK(is_priced_per(running, PriceUnit::hour));
            CHECK(is_priced_per(running, PriceUnit::month));
            CHECK_FALSE(is_priced_per(running, PriceUnit::gb));
        }
    }

    TEST_CASE("the catalogue without rows finds nothing") {
        const Catalogue nothing;
        CHECK(nothing.snapshot().empty());
        CHECK(nothing.providers().empty());
        CHECK(nothing.find_type("cloud", "std.small") == nullptr);
        CHECK(nothing.find_price("cloud", "east", "std.small") == nullptr);
        CHECK(nothing.prices_in("cloud", "east").empty());
    }

    TEST_CASE("every name has a word") {
        CHECK(name_of(Offering::compute) == "compute");
        CHECK(name_of(Offering::postgres) == "postgres");
        CHECK(name_of(Offering::redis) == "redis");
        CHECK(name_of(CpuClass::dedicated) == "dedicated");
        CHECK(name_of(CpuClass::burstable) == "burstable");
        CHECK(name_of(CpuClass::shared) == "shared");
        CHECK(name_of(Architecture::x86_64) == "x86_64");
        CHECK(name_of(Architecture::arm64) == "arm64");
        CHECK(name_of(Architecture::unknown) == "unknown");
    }
}

// Figures of the published lists that assets/catalogue/sources.csv names.
TEST_SUITE("shipped catalogue") {
    TEST_CASE("list prices of the three large providers") {
        const Catalogue& shipped = catalogue();
        CHECK(nanos(shipped, "aws", "us-east-1", "t3.medium") == 41'600'000);
        CHECK(nanos(shipped, "aws", "us-east-1", "t3.large") == 83'200'000);
        CHECK(nanos(shipped, "aws", "us-east-1", "t3.xlarge") == 166'400'000);
        CHECK(nanos(shipped, "aws", "us-east-1", "c6i.2xlarge") == 340'000'000);
        CHECK(nanos(shipped, "aws", "us-east-1", "db.t3.medium") == 72'000'000);
        CHECK(nanos(shipped, "aws", "us-east-1", "cache.t3.medium:redis-oss") == 68'000'000);
        CHECK(nanos(shipped, "azure", "westeurope", "Standard_B2s") == 48'000'000);
        CHECK(nanos(shipped, "gcp", "us-central1", "e2-medium") == 33'505'710);
    }

    TEST_CASE("list prices of the small providers, with what a month costs at most") {
        const Catalogue& shipped = catalogue();
        const auto cost = [&](std::string_view provider, std::string_view region, std::string_view sku) {
            const Price* price = shipped.find_price(provider, region, sku);
            if (price == nullptr) return std::string("none");
            return format_list_price(per_hour(price->hourly, price->month_cap));
        };
        CHECK(cost("digitalocean", "all", "s-1vcpu-1gb") == "0.008928571 at most 6/month");  // 6 / 672
        CHECK(cost("digitalocean", "all", "c-60-intel") == "2.438988095 at most 1639/month");
        CHECK(cost("hetzner", "fsn1", "cx23") == "0.006 at most 3.49/month");
        CHECK(cost("hetzner", "nbg1", "cx23") == "0.006 at most 3.49/month");
        CHECK(cost("hetzner", "hil", "ccx63") == "0.534 at most 332.99/month");
        CHECK(cost("hetzner", "sin", "ccx13") == "none");  // in euros alone
        CHECK(cost("linode", "default", "g6-dedicated-2") == "0.054 at most 36/month");
        CHECK(cost("linode", "br-gru", "g6-nanode-1") == "0.0105 at most 7/month");
        CHECK(cost("linode", "default", "dbaas:g6-standard-2:3-node") == "0.22 at most 147/month");
        CHECK(cost("ovh", "1-az", "b3-8") == "0.0508");
        CHECK(cost("aws", "us-east-1", "t3.medium") == "0.0416");
    }

    TEST_CASE("stale are the prices of Hetzner and no others") {
        const Catalogue& shipped = catalogue();
        for (const Price& price : shipped.prices()) {
            const std::string& provider = shipped.types()[price.type].provider;
            CHECK_MESSAGE(shipped.sources()[price.source].stale == (provider == "hetzner"), provider);
        }
        for (const ListedRate& rate : shipped.rates()) CHECK_FALSE(shipped.sources()[rate.source].stale);
    }

    TEST_CASE("inferred are the baselines of burstable databases of AWS and Azure") {
        for (const InstanceType& type : catalogue().types()) {
            const bool database = type.offering == Offering::postgres && type.baseline &&
                                  (type.provider == "aws" || type.provider == "azure");
            CHECK_MESSAGE(type.baseline_inferred == database, type.sku);
        }
    }

    TEST_CASE("rates of the lists, the usual ones first") {
        const auto rate = [](std::string_view provider, std::string_view region, RateItem item,
                             std::string_view sku) {
            const ListedRate* listed = catalogue().find_rate(provider, region, item, sku);
            return listed == nullptr ? "none" : listed->sku + ": " + format_list_price(listed->price);
        };
        CHECK(rate("aws", "us-east-1", RateItem::disk, "") == "gp3: 0.08/GiB-month");
        CHECK(rate("aws", "us-east-1", RateItem::disk, "gp2") == "gp2: 0.1/GiB-month");
        CHECK(rate("aws", "eu-west-1", RateItem::disk, "") == "gp3: 0.088/GiB-month");
        CHECK(rate("aws", "eu-central-1", RateItem::disk, "") == "none");
        CHECK(rate("aws", "us-east-1", RateItem::database_storage, "") ==
              "rds-gp3:single-az: 0.115/GiB-month");
        CHECK(rate("aws", "ap-southeast-1", RateItem::egress, "") ==
              "internet: 0/GB up to 100, 0.12/GB up to 10240, 0.085/GB up to 51200, 0.082/GB up to 153600, "
              "0.08/GB");
        CHECK(rate("aws", "us-west-2", RateItem::cross_zone, "") == "inter-az: 0.01/GB");
        CHECK(rate("aws", "us-east-1", RateItem::load_balancer, "") == "alb: 0.0225");
        CHECK(rate("aws", "us-east-1", RateItem::load_balancer_capacity, "nlb") == "nlb: 0.006");
        CHECK(rate("aws", "us-east-1", RateItem::nat_gateway, "") == "nat: 0.045");
        CHECK(rate("aws", "us-east-1", RateItem::public_address, "") == "none");
        CHECK(rate("azure", "westeurope", RateItem::disk, "") ==
              "premium-ssd: 5.8072/disk-month up to 32, 11.2272/disk-month up to 64, 21.68/disk-month up to "
              "128, "
              "41.811428/disk-month up to 256, 80.54/disk-month up to 512, 148.68/disk-month up to 1024");
        CHECK(rate("azure", "eastus", RateItem::egress, "") ==
              "internet: 0/GB up to 100, 0.087/GB up to 10240, 0.083/GB up to 51200, 0.07/GB up to 153600, "
              "0.05/GB up to 512000");
        CHECK(rate("gcp", "europe-west3", RateItem::egress, "") ==
              "internet-premium: 0.12/GiB up to 1024, 0.11/GiB up to 10240, 0.085/GiB");
        CHECK(rate("gcp", "us-central1", RateItem::disk, "") == "pd-balanced: 0.1/GiB-month");
        CHECK(rate("gcp", "us-central1", RateItem::database_storage, "cloud-sql-ssd:ha") ==
              "cloud-sql-ssd:ha: 0.34/GiB-month");
        CHECK(rate("gcp", "us-central1", RateItem::cache_memory, "memorystore-redis:standard-M2") ==
              "memorystore-redis:standard-M2: 0.054/GiB-hour");
        CHECK(rate("linode", "default", RateItem::load_balancer, "") == "nodebalancer: 0.015");
        CHECK(rate("linode", "default", RateItem::egress, "") == "transfer: 0.005/GB");
    }

    TEST_CASE("every provider has a region near Virginia, Frankfurt and Dublin, which is sold") {
        const Catalogue& shipped = catalogue();
        CHECK(shipped.region_near("azure", "aws", "us-east-1") == "eastus");
        CHECK(shipped.region_near("gcp", "aws", "us-east-1") ==
              "us-central1");  // where its databases have prices
        CHECK(shipped.region_near("hetzner", "aws", "us-east-1") == "ash");
        CHECK(shipped.region_near("aws", "gcp", "us-east1") == "us-east-1");
        CHECK(shipped.region_near("azure", "aws", "eu-central-1") == "westeurope");
        CHECK(shipped.region_near("azure", "aws", "eu-west-1") == "northeurope");
        CHECK(shipped.region_near("aws", "hetzner", "hel1") == "eu-central-1");
        for (const std::string_view region : {"us-east-1", "us-west-2", "eu-central-1", "eu-west-1"}) {
            for (const std::string_view provider : shipped.providers()) {
                CHECK_FALSE_MESSAGE(shipped.region_near(provider, "aws", region).empty(), provider);
            }
        }
        for (const Location& location : shipped.locations()) {
            CHECK_MESSAGE(!shipped.prices_in(location.provider, location.region).empty(), location.region);
        }
    }

    TEST_CASE("sustained CPU of burstable types") {
        struct Case {
            std::string provider;
            std::string sku;
            std::int64_t sustained_millis;
        };
        for (const Case& c : {Case{"aws", "t3.medium", 400},       // 24 credits an hour / 60
                              Case{"aws", "t3.large", 600},        // 36 / 60
                              Case{"aws", "t3.xlarge", 1'600},     // 96 / 60
                              Case{"azure", "Standard_B2s", 400},  // 24 / 60
                              Case{"gcp", "e2-medium", 1'000},     // billed as 1 of its 2 vCPU
                              Case{"aws", "c6i.2xlarge", 8'000}}) {
            const InstanceType* type = catalogue().find_type(c.provider, c.sku);
            REQUIRE_MESSAGE(type != nullptr, c.sku);
            if (type != nullptr) CHECK(type->sustained_cpu() == MilliCpu::millis(c.sustained_millis));
        }
    }

    TEST_CASE("the class of the CPU: burstable series, shared vCPUs, and all others dedicated") {
        const auto class_of = [](std::string_view provider, std::string_view sku) {
            const InstanceType* type = catalogue().find_type(provider, sku);
            return type == nullptr ? std::string_view("none") : name_of(type->cpu_class);
        };
        for (const std::string_view sku : {"t3.nano", "t3a.large", "t4g.2xlarge", "db.t3.medium"})
            CHECK_MESSAGE(class_of("aws", sku) == "burstable", sku);
        for (const std::string_view sku : {"Standard_B1s", "Standard_B2s_v2", "Standard_B2ps_v2"})
            CHECK_MESSAGE(class_of("azure", sku) == "burstable", sku);
        for (const std::string_view sku : {"e2-micro", "e2-small", "e2-medium"})
            CHECK_MESSAGE(class_of("gcp", sku) == "burstable", sku);
        // OVH calls its Discovery range instances with shared resources; Google has two shared-core databases
        for (const std::string_view sku : {"d2-2", "d2-4", "d2-8"})
            CHECK_MESSAGE(class_of("ovh", sku) == "shared", sku);
        // and so do DigitalOcean its Basic Droplets, Linode its Nanodes and Standard, Hetzner its CX and CPX
        CHECK(class_of("digitalocean", "s-2vcpu-4gb") == "shared");
        CHECK(class_of("linode", "g6-nanode-1") == "shared");
        CHECK(class_of("linode", "dbaas:g6-standard-2:3-node") == "shared");
        CHECK(class_of("hetzner", "cx23") == "shared");
        CHECK(class_of("hetzner", "cpx62") == "shared");
        CHECK(class_of("gcp", "cloud-sql:db-f1-micro") == "shared");
        for (const std::string_view sku : {"c-2", "g-2vcpu-8gb", "m-2vcpu-16gb"})
            CHECK_MESSAGE(class_of("digitalocean", sku) == "dedicated", sku);
        CHECK(class_of("linode", "g6-dedicated-2") == "dedicated");
        CHECK(class_of("hetzner", "ccx13") == "dedicated");
        CHECK(class_of("aws", "c6i.2xlarge") == "dedicated");
        CHECK(class_of("azure", "Standard_D2s_v5") == "dedicated");
        CHECK(class_of("gcp", "e2-standard-2") == "dedicated");
        CHECK(class_of("ovh", "b3-8") == "dedicated");
    }

    TEST_CASE("only burstable types have a baseline, and shared vCPUs sustain nothing known") {
        for (const InstanceType& type : catalogue().types()) {
            CHECK_MESSAGE((!type.baseline || type.cpu_class == CpuClass::burstable), type.sku);
            if (type.cpu_class == CpuClass::shared) CHECK_FALSE(type.sustained_cpu().has_value());
        }
    }

    TEST_CASE("every price belongs to a known type, region and source, and is found again") {
        const Catalogue& shipped = catalogue();
        CHECK(shipped.snapshot() == "2026-11-23");
        CHECK(shipped.prices().size() > 4'000);
        for (const Price& price : shipped.prices()) {
            if (price.type >= shipped.types().size() || price.region >= shipped.regions().size() ||
                price.source >= shipped.sources().size()) {
                FAIL_CHECK("an index is out of range");
                continue;
            }
            const InstanceType& type = shipped.types()[price.type];
            CHECK(shipped.find_price(type.provider, shipped.regions()[price.region], type.sku) == &price);
            CHECK(shipped.find_type(type.provider, type.sku) == &type);
            CHECK(!price.hourly.is_zero());
        }
    }

    TEST_CASE("providers and regions") {
        CHECK(catalogue().providers() ==
              Names{"aws", "azure", "digitalocean", "gcp", "hetzner", "linode", "ovh"});
        const Names aws = catalogue().regions_of("aws");
        CHECK(std::find(aws.begin(), aws.end(), "us-east-1") != aws.end());
        CHECK(std::is_sorted(aws.begin(), aws.end()));
        std::size_t prices = 0;
        for (const std::string_view provider : catalogue().providers()) {
            for (const std::string_view region : catalogue().regions_of(provider)) {
                CHECK_FALSE(catalogue().prices_in(provider, region).empty());
                prices += catalogue().prices_in(provider, region).size();
            }
        }
        CHECK(prices == catalogue().prices().size());
    }
}
