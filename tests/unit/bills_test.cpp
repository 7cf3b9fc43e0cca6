// SPDX-License-Identifier: MIT
//
// Bills of real price lists, calculated by hand: each plan of tests/data/bills says how in its comments, and
// after "# bill:" what every position and the total come to.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "fixtures.hpp"
#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kFolder = "tests/data/bills";

std::vector<std::string> bill_files() {
    std::vector<std::string> files;
    const std::filesystem::path folder = std::filesystem::path(STOWAGE_SOURCE_DIR) / kFolder;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml")
            files.push_back(kFolder + "/" + entry.path().filename().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The comment lines that follow "# bill:".
std::string expected_bill(const std::string& text) {
    const std::string indent = "#   ";
    std::string bill;
    auto at = text.find("# bill:\n");
    while (at != std::string::npos) {
        at = text.find('\n', at) + 1;
        if (text.compare(at, indent.size(), indent) != 0) break;
        bill += text.substr(at + indent.size(), text.find('\n', at) + 1 - at - indent.size());
    }
    return bill;
}

std::string bill_of(const Plan& plan) {
    const Estimate figures = estimate(plan, catalogue());
    const EnvironmentEstimate& environment = figures.environments.at(0);
    const std::string start = "/environments/" + plan.environments.at(0).name + "/";
    std::string bill;
    for (const CostLine& line : environment.cost_lines)
        bill += line.where.substr(start.size()) + " " + show_cost(line) + "\n";
    return bill + "total " + show_cost(environment.cost) + "\n";
}

}  // namespace

TEST_SUITE("bills") {
    TEST_CASE("every bill that was calculated by hand comes out") {
        const auto files = bill_files();
        CHECK(files.size() >= 20);
        for (const std::string& file : files) {
            const std::string text = read_file(file);
            const std::string expected = expected_bill(text);
            CAPTURE(file);
            CHECK_FALSE(expected.empty());
            CHECK(bill_of(plan_of(text)) == expected);
        }
    }

    TEST_CASE("a bill stays what it is once the plan keeps its prices, and of its parts") {
        for (const std::string& file : bill_files()) {
            const std::string text = read_file(file);
            CAPTURE(file);
            const Plan kept = with_prices_used(plan_of(text), catalogue());
            CHECK(bill_of(kept) == expected_bill(text));
            // Without any catalogue only own machines and what the plan keeps have a price.
            const Estimate alone = estimate(kept, Catalogue{});
            CHECK(alone.cost.low == estimate(kept, catalogue()).cost.low);
        }
    }
}
