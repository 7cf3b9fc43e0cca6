// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "decoder_properties.hpp"
#include "test_files.hpp"

using namespace stowage::test;

namespace {

std::vector<std::string> files_of(const std::string& corpus) {
    std::vector<std::string> files;
    std::error_code error;
    const std::filesystem::path folder = std::string(STOWAGE_SOURCE_DIR) + "/" + corpus;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        files.push_back(corpus + "/" + at->path().filename().string());
    }
    REQUIRE_MESSAGE(!error, folder.string() << ": " << error.message());
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const std::string& corpus, std::string (*property_broken_by)(std::string_view)) {
    const std::vector<std::string> files = files_of("tests/fuzz/corpus/" + corpus);
    CHECK(!files.empty());
    for (const std::string& file : files) {
        const std::string broken = property_broken_by(read_file(file));
        CHECK_MESSAGE(broken.empty(), file << ": " << broken);
    }
}

}  // namespace

TEST_SUITE("corpus") {
    TEST_CASE("texts of plans") { replay("plan", property_broken_by_plan_text); }
    TEST_CASE("links") { replay("link", property_broken_by_link); }
    TEST_CASE("catalogues") { replay("catalogue", property_broken_by_catalogue); }
    TEST_CASE("own price lists") { replay("prices", property_broken_by_price_list); }
    TEST_CASE("lines of a spreadsheet") { replay("rows", property_broken_by_rows); }
}
