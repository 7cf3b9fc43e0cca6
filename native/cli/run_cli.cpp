// SPDX-License-Identifier: MIT
#include "run_cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <functional>
#include <memory>
#include <ostream>
#include <utility>

#include "commands.hpp"
#include "help.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/queueing/queue_model.hpp"
#include "stowage/text/plan_text.hpp"
#include "stowage/version.hpp"
#include "usage_error.hpp"

namespace stowage::cli {
namespace {

constexpr const char* kPlanHelp = "a file, - for the standard input, a link, or template:NAME";

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

std::vector<std::string> words_of_models() {
    std::vector<std::string> words;
    for (const QueueModel model : kQueueModels) words.emplace_back(name_of(model));
    return words;
}

/// The parser with the options that it fills.
class CommandLine {
  public:
    explicit CommandLine(const Streams& streams) : streams_(streams) {
        app_.set_help_flag("-h,--help", "print this help");
        app_.set_version_flag("--version", "",
                              "print the version, the plan format and the date of the prices");
        // What is left over is told by usage_error(), which knows what was probably meant.
        app_.allow_extras();
        app_.require_subcommand(0, 1);
        plan_commands();
        document_commands();
        link_commands();
        reference_commands();
    }

    int run(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
        try {
            app_.parse(arguments);
        } catch (const CLI::CallForHelp&) {
            return print_help(app_.get_subcommands().empty() ? nullptr : app_.get_subcommands().front());
        } catch (const CLI::CallForVersion&) {
            return print_version();
        } catch (const CLI::ParseError& error) {
            streams_.err << usage_error(app_, &error);
            return kUsage;
        }
        if (!app_.remaining(true).empty()) {
            streams_.err << usage_error(app_, nullptr);
            return kUsage;
        }
        return action_ ? action_() : print_help(nullptr);
    }

  private:
    template <class Options>
    struct Command {
        CLI::App* app;
        Options* options;

        /// `name` as CLI11 takes it: "PLAN" or "--base". The last of several wins.
        CLI::Option* option(const char* name, std::string Options::*member, const char* help) const {
            return app->add_option(name, options->*member, help)->type_name("TEXT")->take_last();
        }
        void flag(const char* name, bool Options::*member, const char* help) const {
            app->add_flag(name, options->*member, help);
        }
        /// An option that takes one of a few words.
        void choice(const char* name, std::string Options::*member, const char* type,
                    std::vector<std::string> words, const char* help) const {
            option(name, member, help)
                ->type_name(type)
                ->check(CLI::Validator([words = std::move(words)](
                                           const std::string& word) { return refusal_of_word(word, words); },
                                       ""));
        }
        /// PLAN and --prices.
        void plan() const {
            option("PLAN", &Options::plan, kPlanHelp)->required();
            prices();
        }
        void prices() const {
            option("--prices", &Options::prices, "a file of own prices, which stand before the catalogue's")
                ->type_name("FILE");
        }
        void examples(const char* text) const { app->footer(text); }
    };

    /// A command with options of its own, which `perform` gets when it is called.
    template <class Options, class Perform>
    Command<Options> command(const char* name, const char* group, const char* help, Perform perform) {
        auto options = std::make_shared<Options>();
        CLI::App* app = app_.add_subcommand(name, help)->group(group);
        app->set_help_flag("-h,--help", "print this help");
        app->allow_extras();
        app->callback([this, options, perform] {
            action_ = [this, options, perform] { return perform(*options, streams_); };
        });
        return {app, options.get()};
    }

    void plan_commands() {
        constexpr const char* kGroup = "plans";
        const auto check_plan = command<CheckOptions>(
            "check", kGroup, "List what is wrong with a plan; for scripts and pipelines", check);
        check_plan.plan();
        check_plan.choice("--fail-on", &CheckOptions::fail_on, "SEVERITY", {"error", "warning"},
                          "error (default) or warning: the severity that gives exit code 1");
        check_plan.flag("--json", &CheckOptions::json,
                        "print JSON: the findings, or why the text is no plan");
        check_plan.choice("--color", &CheckOptions::colour, "WHEN", {kColourByTerminal, "always", "never"},
                          kColourHelp);
        check_plan.examples(
            "Examples\n"
            "  stowage check plan.yaml\n"
            "  stowage check --fail-on warning --json plan.yaml > findings.json");

        const auto estimate = command<EstimateOptions>(
            "estimate", kGroup, "Show what fits, what is left and what it costs", show_estimate);
        estimate.plan();
        estimate.flag("--json", &EstimateOptions::json,
                      "print JSON, as docs/estimate.schema.json describes it");
        estimate.choice("--color", &EstimateOptions::colour, "WHEN", {kColourByTerminal, "always", "never"},
                        kColourHelp);
        estimate.examples(
            "Examples\n"
            "  stowage estimate template:hybrid-django\n"
            "  stowage estimate --json plan.yaml | jq '.cost'");

        const auto cost = command<CostOptions>(
            "cost", kGroup, "Show the bill of a month: each price with formula, date and source", show_bill);
        cost.plan();
        cost.choice("--by", &CostOptions::by, "VIEW", {"server", "service", "category"},
                    "server, service or category: what the bill is for, instead of its positions");
        cost.option("--environment", &CostOptions::environment, "its name in the plan; all when absent")
            ->type_name("NAME");
        cost.flag("--year", &CostOptions::year, "amounts of a year too; with --by instead");
        compare_options(cost);
        cost.flag("--json", &CostOptions::json,
                  "print JSON: the bills with all their views, or docs/comparison.schema.json");
        cost.choice("--color", &CostOptions::colour, "WHEN", {kColourByTerminal, "always", "never"},
                    kColourHelp);
        cost.examples(
            "Examples\n"
            "  stowage cost template:hybrid-django --environment staging\n"
            "  stowage cost plan.yaml --by service --year\n"
            "  stowage cost plan.yaml --compare --arch x86_64 --latest-generation");

        const auto diff = command<DiffOptions>(
            "diff", kGroup, "Tell what changed between two plans: cost, headroom, findings, settings",
            show_diff);
        diff.option("BEFORE", &DiffOptions::before, kPlanHelp)->required();
        diff.option("AFTER", &DiffOptions::after, kPlanHelp)->required();
        diff.prices();
        diff.flag("--json", &DiffOptions::json, "print JSON, as docs/diff.schema.json describes it");
        diff.examples(
            "Examples\n"
            "  stowage diff old.yaml new.yaml\n"
            "  stowage diff 'https://example.org/stowage/#p=0....' plan.yaml --json");

        const auto fit = command<FitOptions>(
            "fit", kGroup, "Tell how many more of a service fit, and how many machines everything needs",
            show_fit);
        fit.plan();
        fit.option("--service", &FitOptions::service, "its name in the plan")->required();
        fit.option("--environment", &FitOptions::environment,
                   "its name in the plan; every environment that has the service when absent");
        fit.flag("--json", &FitOptions::json, "print JSON, as docs/fit.schema.json describes it");
        fit.examples(
            "Examples\n"
            "  stowage fit template:hybrid-django --service wsgi\n"
            "  stowage fit plan.yaml --service web --environment production --json");

        const auto scale = command<ScaleOptions>(
            "scale", kGroup,
            "Tell which scaling rules fire at given or predicted metrics, and what they would do",
            show_scaling);
        scale.plan();
        scale
            .option("--metrics", &ScaleOptions::metrics,
                    "what is observed, the mean per replica: cpu=82%,p95=640ms,queue=12; also memory, "
                    "utilisation, latency, connections; predicted from the load of the plan when absent")
            ->type_name("LIST");
        scale
            .option("--service", &ScaleOptions::service,
                    "its name in the plan; every service with a rule when absent")
            ->type_name("NAME");
        scale.option("--environment", &ScaleOptions::environment, "its name in the plan; all when absent")
            ->type_name("NAME");
        scale.flag("--json", &ScaleOptions::json, "print JSON, as docs/scale.schema.json describes it");
        scale.examples(
            "Examples\n"
            "  stowage scale template:hybrid-django --service wsgi --metrics cpu=82%,p95=640ms\n"
            "  stowage scale plan.yaml --json");
    }

    /// --compare, with what says which machines may be chosen.
    static void compare_options(const Command<CostOptions>& cost) {
        cost.flag("--compare", &CostOptions::compare,
                  "buy the same from every provider, with the cheapest machines that carry it, instead");
        cost.choice("--arch", &CostOptions::architecture, "ARCHITECTURE", {"x86_64", "arm64"},
                    "with --compare: x86_64 or arm64 machines; any when absent");
        cost.flag("--latest-generation", &CostOptions::latest_generation,
                  "with --compare: only the newest machines of each series");
        cost.flag("--shared-cpu", &CostOptions::shared_cpu,
                  "with --compare: also vCPUs that neighbours use, without a published baseline");
        cost.flag("--stale", &CostOptions::stale,
                  "with --compare: also prices that are known to be out of date");
        CLI::Option* compare = cost.app->get_option("--compare");
        for (const char* filter : {"--arch", "--latest-generation", "--shared-cpu", "--stale"})
            cost.app->get_option(filter)->needs(compare);
        for (const char* view : {"--by", "--year"}) compare->excludes(cost.app->get_option(view));
    }

    void document_commands() {
        constexpr const char* kGroup = "plans";
        const auto fixed = command<FixOptions>(
            "fix", kGroup, "Print a plan with the fixes of one kind of finding, without comments", fix);
        fixed.plan();
        fixed.option("--code", &FixOptions::code, "the code of the findings, as check lists it")->required();
        fixed.examples(
            "The first fix of each finding with the code is made; estimate shows them.\n"
            "\nExample\n"
            "  stowage fix plan.yaml --code server_overcommitted > mended.yaml");

        const auto report = command<ReportOptions>(
            "report", kGroup, "Write a document about a plan: Markdown, CSV or JSON", write_report);
        report.plan();
        report.choice("--format", &ReportOptions::format, "FORMAT", {"md", "csv", "json"},
                      "md: tables to read (default); csv: rows for a spreadsheet; json: plan and estimate");
        report.examples(
            "Examples\n"
            "  stowage report plan.yaml > plan.md\n"
            "  stowage report --format csv plan.yaml > plan.csv");

        const auto converted = command<ConvertOptions>(
            "convert", kGroup, "Print a plan as canonical YAML or JSON, without comments", convert);
        converted.plan();
        converted.flag("--json", &ConvertOptions::json, "print JSON instead of YAML");
        converted.examples(
            "Examples\n"
            "  stowage convert --json plan.yaml > plan.json\n"
            "  stowage convert plan.json > plan.yaml");
    }

    void link_commands() {
        constexpr const char* kGroup = "links";
        const auto shared = command<ShareOptions>("share", kGroup, "Print a plan as a link", share);
        shared.plan();
        shared.option("--base", &ShareOptions::base, "address of the page, to print the whole link")
            ->type_name("ADDRESS");
        shared.examples(
            "Examples\n"
            "  stowage share plan.yaml\n"
            "  stowage share --base https://example.org/stowage/ plan.yaml");

        const auto open = command<OpenOptions>("open", kGroup, "Print the plan that a link holds", open_link);
        open.option("LINK", &OpenOptions::link,
                    "an address that ends in #p=0...., in quotes; - reads it from the standard input")
            ->required();
        open.flag("--json", &OpenOptions::json, "print JSON instead of YAML");
        open.examples(
            "Examples\n"
            "  stowage open 'https://example.org/stowage/#p=0....' > plan.yaml\n"
            "  stowage share plan.yaml | stowage open -");
    }

    void queue_command(const char* group) {
        const auto queue = command<QueueOptions>(
            "queue", group, "Calculate waits and response times of a pool by a queueing model", show_queue);
        queue.choice("--model", &QueueOptions::model, "WORD", words_of_models(),
                     "mmc, mmck (limited queue), mdc (equal service times), mg1, mgc (service times of "
                     "any spread) or mg1ps (an event loop)");
        const auto number = [&queue](const char* name, std::string QueueOptions::*member, const char* help) {
            return queue.option(name, member, help)->type_name("NUMBER");
        };
        queue.app->get_option("--model")->required();
        number("--arrivals", &QueueOptions::arrivals, "requests a second")->required();
        number("--service-rate", &QueueOptions::service_rate,
               "requests a second that a busy server completes")
            ->required();
        number("--servers", &QueueOptions::servers, "workers that take from one queue; 1 when absent");
        number("--capacity", &QueueOptions::capacity,
               "of mmck: the most requests that wait or are served, others are turned away");
        number("--scv", &QueueOptions::scv,
               "of mg1 and mgc: variance / mean^2 of the service time; 1 when absent");
        number("--percentile", &QueueOptions::percentile, "of wait and response; 95 when absent");
        queue.flag("--json", &QueueOptions::json,
                   "print JSON: times in seconds, all digits, null for what is infinite or not defined");
        queue.examples(
            "docs/queueing.md tells the formulas, their sources and their errors.\n"
            "\nExamples\n"
            "  stowage queue --model mmc --arrivals 40 --service-rate 8 --servers 10\n"
            "  stowage queue --model mmck --arrivals 90 --service-rate 10 --servers 8 \\\n"
            "    --capacity 2056\n"
            "  stowage queue --model mgc --arrivals 40 --service-rate 8 --servers 6 \\\n"
            "    --scv 2 --json");
    }

    void reference_commands() {
        constexpr const char* kGroup = "reference";
        const auto templates = command<TemplateOptions>(
            "template", kGroup, "Print a plan to begin with; without a name list them", show_template);
        templates.option("NAME", &TemplateOptions::name, "its name");
        templates.flag("--json", &TemplateOptions::json, "print JSON instead of YAML");
        templates.examples(
            "Examples\n"
            "  stowage template\n"
            "  stowage template hybrid-django > plan.yaml");

        const auto catalogue = command<CatalogueOptions>(
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
        catalogue.choice(
            "--sort", &CatalogueOptions::sort, "WORD", {"price", "cpu", "memory"},
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

        queue_command(kGroup);

        const auto explanation = command<ExplainOptions>(
            "explain", kGroup, "Explain a finding: its rule, formula and source; without a code list them",
            explain);
        explanation.option("CODE", &ExplainOptions::code, "its code, such as server_overcommitted");
        explanation.flag("--all", &ExplainOptions::all, "all of them as Markdown: docs/findings.md");
        explanation.flag("--json", &ExplainOptions::json, "print JSON");
        explanation.examples("Example\n  stowage explain server_overcommitted");

        const auto schema = command<SchemaOptions>(
            "schema", kGroup, "Print the JSON schema of a plan, for editors and validators", show_schema);
        schema.examples("Example\n  stowage schema > plan.schema.json");

        const auto help = command<HelpOptions>(
            "help", kGroup, "Print this help, or that of a command",
            [this](const HelpOptions& options, const Streams&) { return help_about(options); });
        help.option("COMMAND", &HelpOptions::command, "its name");
    }

    struct HelpOptions {
        std::string command;
    };

    int help_about(const HelpOptions& options) {
        if (options.command.empty()) return print_help(nullptr);
        const CLI::App* command = find_command(app_, options.command);
        if (command != nullptr) return print_help(command);
        streams_.err << unknown_command(app_, options.command);
        return kUsage;
    }

    int print_help(const CLI::App* command) {
        streams_.out << (command == nullptr ? help_of_program(app_) : help_of_command(*command));
        return kFine;
    }

    int print_version() {
        streams_.out << "stowage " << version() << " (plan format " << kPlanFormat << ", prices of "
                     << shipped_catalogue().snapshot() << ")\n";
        return kFine;
    }

    static constexpr const char* kColourHelp =
        "auto (default): on a terminal, unless NO_COLOR is set; always; never";

    CLI::App app_{"Stowage plans what runs where, how much room is left, and what it costs.", "stowage"};
    const Streams& streams_;
    std::function<int()> action_;
};

}  // namespace

int run_cli(const std::vector<std::string>& arguments, const Streams& streams) {
    try {
        return CommandLine(streams).run(arguments);
    } catch (const std::exception& problem) {
        streams.err << "stowage: internal error: " << problem.what() << '\n';
    } catch (...) {
        streams.err << "stowage: internal error\n";
    }
    return kInternal;
}

}  // namespace stowage::cli
