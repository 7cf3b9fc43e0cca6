// SPDX-License-Identifier: MIT
//
// The worked figures of docs/stack.md against the code.
#include "markdown.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/stack/connection_budget.hpp"
#include "stowage/stack/pgtune.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string kilobytes(Bytes bytes) { return std::to_string(bytes.to_bytes() / 1'024) + " kB"; }

/// The rows of the table that begins with that heading row.
std::vector<Row> table_headed(const std::string& heading_row) {
    const std::string document = read_file("docs/stack.md");
    const auto at = document.find(heading_row);
    REQUIRE(at != std::string::npos);
    return table_under("## It\n" + document.substr(at), "It");
}

}  // namespace

TEST_SUITE("docs/stack.md") {
    TEST_CASE("its PGTune figures are those of the code") {
        const Bytes memory = Bytes::gib(8);
        const Bytes buffers = pgtune_shared_buffers(memory);
        const std::vector<Row> expected{
            {"`shared_buffers`", kilobytes(buffers)},
            {"`effective_cache_size`", kilobytes(pgtune_effective_cache_size(memory))},
            {"`maintenance_work_mem`", kilobytes(pgtune_maintenance_work_mem(memory))},
            {"`work_mem`", kilobytes(pgtune_work_mem(memory, buffers, 200, 4))},
        };
        CHECK(table_headed("| setting | value |") == expected);
    }

    TEST_CASE("its connections of RDS are those of the code") {
        const auto rows = table_headed("| memory | connections |");
        CHECK(rows.size() == 6);
        for (const Row& row : rows) {
            const auto memory = parse_bytes(row[0], Bytes::tib(1));
            REQUIRE(memory.has_value());
            CHECK(row[1] == std::to_string(rds_max_connections(*memory)));
        }
    }
}
