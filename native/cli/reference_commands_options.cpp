// SPDX-License-Identifier: MIT
#include <initializer_list>

#include "command_parser.hpp"
#include "stowage/catalogue.hpp"

namespace stowage::cli {
namespace {

template <class Word>
std::vector<std::string> words_of(std::initializer_list<Word> words) {
    std::vector<std::string> names;
    for (const Word word : words) names.emplace_back(name_of(word));
    return names;
}

std::vector<std::string> item_names() {
    auto names = words_of({Offering::compute, Offering::postgres, Offering::redis});
    for (const RateItem item : kRateItems) names.emplace_back(name_of(item));
    return names;
}

}  // namespace

void add_reference_commands(CommandParser& parser) {
    constexpr const char* kGroup = "reference";
    const auto templates = parser.command<TemplateOptions>(
        "template", kGroup, "Print a plan to begin with; without a name list them", show_template);
    templates.option("NAME", &TemplateOptions::name, "its name");
    templates.flag("--json", &TemplateOptions::json, "print JSON instead of YAML");
    templates.examples(
        "Examples\n"
        "  stowage template\n"
        "  stowage template hybrid-django > plan.yaml");

    const auto catalogue = parser.command<CatalogueOptions>(
        "catalogue", kGroup, "List machine types, other rates and their prices", show_catalogue);
    catalogue.option("--provider", &CatalogueOptions::provider, "such as aws, azure or gcp")
        ->type_name("NAME");
    catalogue.option("--region", &CatalogueOptions::region, "such as us-east-1")->type_name("NAME");
    catalogue.choice("--item", &CatalogueOptions::item, "WORD", item_names(),
                     "what is sold: compute, postgres, redis, or disk, egress, load_balancer ...");
    catalogue.option("--filter", &CatalogueOptions::filter, "part of the type's name, in any case");
    catalogue.option("--min-cpu", &CatalogueOptions::min_cpu, "the fewest vCPUs, such as 2")
        ->type_name("CPU");
    catalogue.option("--min-memory", &CatalogueOptions::min_memory, "the least memory, such as 8GiB")
        ->type_name("MEMORY");
    catalogue.choice("--arch", &CatalogueOptions::architecture, "WORD",
                     words_of({Architecture::x86_64, Architecture::arm64}), "x86_64 or arm64");
    catalogue.choice("--class", &CatalogueOptions::cpu_class, "WORD",
                     words_of({CpuClass::dedicated, CpuClass::burstable, CpuClass::shared}),
                     "dedicated, burstable or shared: whose the vCPUs are");
    catalogue.choice("--sort", &CatalogueOptions::sort, "WORD", {"price", "cpu", "memory"},
                     "price, cpu or memory, over all that is listed; by provider, region and offering when "
                     "absent. By price, stale ones and shared vCPUs come last");
    catalogue.option("--limit", &CatalogueOptions::limit, "how many rows at most")->type_name("NUMBER");
    catalogue.prices();
    catalogue.flag("--all", &CatalogueOptions::all, "every price");
    catalogue.flag("--json", &CatalogueOptions::json, "print JSON");
    catalogue.examples(
        "Without an option but --provider it counts the prices of each region.\n"
        "\nExamples\n"
        "  stowage catalogue\n"
        "  stowage catalogue --min-cpu 4 --min-memory 16GiB --sort price --limit 10\n"
        "  stowage catalogue --provider aws --item egress\n"
        "  stowage catalogue --all --json > prices.json");

    const auto explanation = parser.command<ExplainOptions>(
        "explain", kGroup, "Explain a finding: its rule, formula and source; without a code list them",
        explain);
    explanation.option("CODE", &ExplainOptions::code, "its code, such as server_overcommitted");
    explanation.flag("--all", &ExplainOptions::all, "all of them as Markdown: docs/findings.md");
    explanation.flag("--json", &ExplainOptions::json, "print JSON");
    explanation.examples("Example\n  stowage explain server_overcommitted");

    const auto schema = parser.command<SchemaOptions>(
        "schema", kGroup, "Print the JSON schema of a plan, for editors and validators", show_schema);
    schema.examples("Example\n  stowage schema > plan.schema.json");
}

}  // namespace stowage::cli
