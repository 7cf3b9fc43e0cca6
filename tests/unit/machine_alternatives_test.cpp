// SPDX-License-Identifier: MIT
#include "comparison_catalogue.hpp"
#include "expectations.hpp"
#include "fixtures.hpp"
#include "stowage/provider_comparison.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// "KIND SKU MONTH" of each alternative, "!" behind what does not carry the server, one a line.
std::string alternatives(const Plan& plan, const Catalogue& catalogue, const MachineFilter& filter = {},
                         std::size_t environment = 0) {
    const Estimate figures = estimate(plan, catalogue);
    std::string text;
    for (const MachineAlternative& machine : machine_alternatives(
             plan, plan.environments[environment], figures.environments[environment], 0, catalogue, filter)) {
        text += std::string(name_of(machine.kind)) + " " + machine.type->sku + " " +
                show_money(machine.month) + (machine.carries ? "" : "!") + "\n";
    }
    return text;
}

std::string in_virginia(const std::string& server, const MachineFilter& filter = {},
                        const std::string& cpu = "shared") {
    return alternatives(
        plan_of("stowage: 0\nenvironments: {e: {provider: aws, region: us-east-1, servers: {app: {" + server +
                "}}, services: {x: {server: app, memory: 128MiB, cpu: " + cpu + "}}}}"),
        catalogue(), filter);
}

std::string in_beta(const std::string& settings, const MachineFilter& filter = {}) {
    return alternatives(
        plan_of("stowage: 0\nenvironments: {e: {provider: beta, region: north, " + settings + "}}"),
        comparison_catalogue(), filter);
}

MachineFilter x86() {
    MachineFilter filter;
    filter.architecture = Architecture::x86_64;
    return filter;
}

}  // namespace

TEST_SUITE("machine alternatives") {
    // us-east-1 in the price lists: t3.small 0.0208, t3.medium 0.0416, t3.large 0.0832; c6i.xlarge 0.17,
    // c6i.2xlarge 0.34, c6i.4xlarge 0.68; each x 730 h
    TEST_CASE("the next sizes of the series: t3.medium lies between t3.small and t3.large") {
        const std::string text = in_virginia("instance: t3.medium");
        CHECK(text.starts_with("current t3.medium 30.37\nsmaller t3.small 15.18!\nlarger t3.large 60.74\n"));
        // t4g.medium at 0.0336 is the cheapest with 2 vCPU and 4 GiB, t3a.medium at 0.0376 the next
        CHECK(contains(text, "\nsimilar t4g.medium 24.53\nsimilar t3a.medium 27.45\n"));
        CHECK(text.ends_with("\ncheapest t4g.medium 24.53\n"));
    }

    TEST_CASE("the next sizes of the series: c6i.2xlarge lies between c6i.xlarge and c6i.4xlarge") {
        // of 6 to 12 vCPU and 12 to 24 GiB: c6a 0.306, c5 0.34, c7i 0.357, c7a 0.41056 an hour
        CHECK(in_virginia("instance: c6i.2xlarge", x86(), "8") ==
              "current c6i.2xlarge 248.20\n"
              "smaller c6i.xlarge 124.10!\n"
              "larger c6i.4xlarge 496.40\n"
              "similar c6a.2xlarge 223.38\n"
              "similar c5.2xlarge 248.20\n"
              "similar c7i.2xlarge 260.61\n"
              "similar c7a.2xlarge 299.71\n"
              "cheapest c6a.2xlarge 223.38\n");
    }

    TEST_CASE("at most five are similar, the cheapest") {
        const std::string text = in_virginia("instance: c6i.2xlarge");
        std::size_t count = 0;
        for (std::size_t at = text.find("similar "); at != std::string::npos;
             at = text.find("similar ", at + 1))
            ++count;
        CHECK(count == 5);
        CHECK(contains(text, "similar c6g.2xlarge 198.56\nsimilar c7g.2xlarge 211.70\n"));
    }

    TEST_CASE("the ends of a series have one neighbour") {
        CHECK_FALSE(contains(in_virginia("instance: t3.nano"), "smaller"));
        CHECK(contains(in_virginia("instance: t3.nano"), "larger t3.micro"));
        CHECK(contains(in_virginia("instance: t3.2xlarge"), "smaller t3.xlarge"));
        CHECK_FALSE(contains(in_virginia("instance: t3.2xlarge"), "larger"));
    }

    TEST_CASE("the latest generation leaves out what has a successor, but never where the server is") {
        MachineFilter latest = x86();
        latest.latest_generation = true;
        const std::string text = in_virginia("instance: c6i.2xlarge", latest, "8");
        CHECK(contains(text, "current c6i.2xlarge"));
        CHECK(contains(text, "similar c7i.2xlarge"));
        CHECK_FALSE(contains(text, "c5.2xlarge"));
        CHECK_FALSE(contains(text, "c6a.2xlarge"));
        CHECK(text.ends_with("cheapest c7i.2xlarge 260.61\n"));
    }

    TEST_CASE("count, hours and discount are in the price of the pool") {
        // b.mid at 0.15: 2 x 0.15 x 100 h less 10 %
        CHECK(contains(in_beta("hours: 100, discount: 10%, servers: {app: {instance: b.mid, count: 2}}"),
                       "current b.mid 27.00\n"));
        CHECK(contains(in_beta("hours: 100, discount: 10%, servers: {app: {instance: b.mid, count: 2, "
                               "discount: 50%}}"),
                       "current b.mid 15.00\n"));
    }

    TEST_CASE("without an instance its planned size is what others are similar to") {
        // requests 1.5 cores, which b.burst does not sustain
        const std::string text = in_beta(
            "servers: {app: {cpu: 4, memory: 8GiB}}, services: {x: {server: app, cpu: 1.5, memory: 1GiB}}");
        CHECK(text ==
              "similar b.burst 43.80!\n"
              "similar b.arm 87.60\n"
              "similar b.mid 109.50\n"
              "cheapest b.arm 87.60\n");
        CHECK(in_beta("servers: {app: {title: App}}").empty());
    }

    TEST_CASE("shared CPU and prices that are out of date are left out unless asked for") {
        MachineFilter all;
        all.shared_cpu = true;
        all.stale_prices = true;
        const std::string text = in_beta("servers: {app: {cpu: 4, memory: 8GiB}}", all);
        CHECK(contains(text, "similar b.shared 36.50\n"));
        CHECK(contains(text, "similar b.old 73.00\n"));
        CHECK(contains(text, "cheapest b.shared 36.50\n"));
        CHECK_FALSE(contains(in_beta("servers: {app: {cpu: 4, memory: 8GiB}}"), "b.shared"));
        CHECK_FALSE(contains(in_beta("servers: {app: {cpu: 4, memory: 8GiB}}"), "b.old"));
        CHECK(contains(in_beta("servers: {app: {instance: b.old}}"), "current b.old 73.00\n"));
    }

    TEST_CASE("a database is no machine, and an unknown name is nowhere") {
        CHECK_FALSE(contains(in_beta("servers: {app: {cpu: 2, memory: 4GiB, instance: b.db}}"), "current"));
        CHECK_FALSE(contains(in_beta("servers: {app: {cpu: 2, memory: 4GiB, instance: none}}"), "current"));
    }
}
