// SPDX-License-Identifier: MIT
#include "command_parser.hpp"

namespace stowage::cli {
namespace {

void document_commands(CommandParser& parser) {
    constexpr const char* kGroup = "plans";
    const auto fixed = parser.command<FixOptions>(
        "fix", kGroup, "Print a plan with the fixes of one kind of finding, without comments", fix);
    fixed.plan();
    fixed.option("--code", &FixOptions::code, "the code of the findings, as check lists it")->required();
    fixed.examples(
        "The first fix of each finding with the code is made; estimate shows them.\n"
        "\nExample\n"
        "  stowage fix plan.yaml --code server_overcommitted > mended.yaml");

    const auto report = parser.command<ReportOptions>(
        "report", kGroup, "Write a document about a plan: Markdown, CSV or JSON", write_report);
    report.plan();
    report.choice("--format", &ReportOptions::format, "FORMAT", {"md", "csv", "json"},
                  "md: tables to read (default); csv: rows for a spreadsheet; json: plan and estimate");
    report.examples(
        "Examples\n"
        "  stowage report plan.yaml > plan.md\n"
        "  stowage report --format csv plan.yaml > plan.csv");

    const auto converted = parser.command<ConvertOptions>(
        "convert", kGroup, "Print a plan as canonical YAML or JSON, without comments", convert);
    converted.plan();
    converted.flag("--json", &ConvertOptions::json, "print JSON instead of YAML");
    converted.examples(
        "Examples\n"
        "  stowage convert --json plan.yaml > plan.json\n"
        "  stowage convert plan.json > plan.yaml");
}

void link_commands(CommandParser& parser) {
    constexpr const char* kGroup = "links";
    const auto shared = parser.command<ShareOptions>("share", kGroup, "Print a plan as a link", share);
    shared.plan();
    shared.option("--base", &ShareOptions::base, "address of the page, to print the whole link")
        ->type_name("ADDRESS");
    shared.examples(
        "Examples\n"
        "  stowage share plan.yaml\n"
        "  stowage share --base https://example.org/stowage/ plan.yaml");

    const auto open =
        parser.command<OpenOptions>("open", kGroup, "Print the plan that a link holds", open_link);
    open.option("LINK", &OpenOptions::link,
                "an address that ends in #p=0...., in quotes; - reads it from the standard input")
        ->required();
    open.flag("--json", &OpenOptions::json, "print JSON instead of YAML");
    open.examples(
        "Examples\n"
        "  stowage open 'https://example.org/stowage/#p=0....' > plan.yaml\n"
        "  stowage share plan.yaml | stowage open -");
}

}  // namespace

void add_document_commands(CommandParser& parser) {
    document_commands(parser);
    link_commands(parser);
}

}  // namespace stowage::cli
