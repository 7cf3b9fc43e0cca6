// SPDX-License-Identifier: MIT
#include "run_cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "commands.hpp"
#include "stowage/version.hpp"

namespace stowage::cli {
namespace {

constexpr const char* kPlanHelp = "a file, - for the input, a link, or template:NAME";
constexpr const char* kFooter =
    "PLAN is a file, - for the input, a link, or template:NAME.\n"
    "Exit code: 0 fine; 1 from check, when findings reach --fail-on; 2 usage, file, or a plan that cannot be "
    "read;\n"
    "3 internal error. Results go to the output, messages to the error output.";

/// The parser with the options that it fills.
class CommandLine {
  public:
    explicit CommandLine(const Streams& streams) : streams_(streams) {
        app_.set_version_flag("--version", "stowage " + std::string(version()));
        app_.footer(kFooter);
        app_.require_subcommand(0, 1);
        plan_commands();
        other_commands();
    }

    int run(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
        try {
            app_.parse(arguments);
        } catch (const CLI::Success& success) {  // --help, --version
            app_.exit(success, streams_.out, streams_.err);
            return kFine;
        } catch (const CLI::ParseError& error) {
            app_.exit(error, streams_.out, streams_.err);
            return kUsage;
        }
        if (action_) return action_();
        streams_.err << app_.help();
        return kUsage;
    }

  private:
    /// A command with options of its own, which `perform` gets when it is called.
    template <class Options, class Command>
    std::pair<CLI::App*, Options*> command(const char* name, const char* help, Command perform) {
        auto options = std::make_shared<Options>();
        CLI::App* command = app_.add_subcommand(name, help);
        command->callback([this, options, perform] {
            action_ = [this, options, perform] { return perform(*options, streams_); };
        });
        return {command, options.get()};
    }

    void plan_commands() {
        auto [check_app, check_options] = command<CheckOptions>(
            "check", "List what is wrong with a plan; for scripts and pipelines", check);
        check_app->add_option("PLAN", check_options->plan, kPlanHelp)->required();
        check_app->add_option("--fail-on", check_options->fail_on, "exit with 1 from this severity on")
            ->check(CLI::IsMember({"error", "warning"}))
            ->capture_default_str();
        check_app->add_flag("--json", check_options->json, "print JSON");

        auto [estimate_app, estimate_options] = command<EstimateOptions>(
            "estimate", "Show what fits, what is left and what it costs", show_estimate);
        estimate_app->add_option("PLAN", estimate_options->plan, kPlanHelp)->required();
        estimate_app->add_flag("--json", estimate_options->json, "print JSON (docs/estimate.schema.json)");

        auto [report_app, report_options] =
            command<ReportOptions>("report", "Write a document about a plan", write_report);
        report_app->add_option("PLAN", report_options->plan, kPlanHelp)->required();
        report_app
            ->add_option("--format", report_options->format,
                         "md: tables to read; csv: rows; json: everything")
            ->check(CLI::IsMember({"md", "csv", "json"}))
            ->capture_default_str();

        auto [share_app, share_options] = command<ShareOptions>("share", "Print a plan as a link", share);
        share_app->add_option("PLAN", share_options->plan, kPlanHelp)->required();
        share_app->add_option("--base", share_options->base, "address of the page, to print a whole link");

        auto [open_app, open_options] =
            command<OpenOptions>("open", "Print the plan that a link holds", open_link);
        open_app->add_option("LINK", open_options->link, "an address that ends in #p=0....")->required();
        open_app->add_flag("--json", open_options->json, "print JSON instead of YAML");
    }

    void other_commands() {
        auto [template_app, template_options] = command<TemplateOptions>(
            "template", "Print a plan to begin with; without a name list them", show_template);
        template_app->add_option("NAME", template_options->name, "its name");
        template_app->add_flag("--json", template_options->json, "print JSON instead of YAML");

        auto [catalogue_app, catalogue_options] =
            command<CatalogueOptions>("catalogue", "List machine types and their prices", list_catalogue);
        catalogue_app->add_option("--provider", catalogue_options->provider, "aws, azure or gcp");
        catalogue_app->add_option("--region", catalogue_options->region, "such as us-east-1");
        catalogue_app->add_option("--filter", catalogue_options->filter, "part of the type's name");
        catalogue_app->add_flag("--json", catalogue_options->json, "print JSON");

        auto [explain_app, explain_options] = command<ExplainOptions>(
            "explain", "Explain a finding code: its rule, formula and source", explain);
        explain_app->add_option("CODE", explain_options->code, "such as server_overcommitted");
        explain_app->add_flag("--all", explain_options->all, "all codes, as docs/findings.md");
        explain_app->add_flag("--json", explain_options->json, "print JSON");

        app_.add_subcommand("schema", "Print the JSON schema of a plan")->callback([this] {
            action_ = [this] { return show_schema(streams_); };
        });

        CLI::App* help = app_.add_subcommand("help", "Print this help, or that of a command");
        help->add_option("COMMAND", help_about_, "its name");
        help->callback([this] { action_ = [this] { return show_help(); }; });
    }

    int show_help() {
        if (help_about_.empty()) {
            streams_.out << app_.help();
            return kFine;
        }
        const auto about =
            app_.get_subcommands([this](CLI::App* command) { return command->get_name() == help_about_; });
        if (about.empty()) {
            streams_.err << "stowage has no command " << help_about_ << "; `stowage help` lists them\n";
            return kUsage;
        }
        streams_.out << about.front()->help();
        return kFine;
    }

    CLI::App app_{"Stowage plans what runs where, how much room is left, and what it costs.", "stowage"};
    const Streams& streams_;
    std::string help_about_;
    std::function<int()> action_;
};

}  // namespace

int run_cli(const std::vector<std::string>& arguments, const Streams& streams) {
    return CommandLine(streams).run(arguments);
}

}  // namespace stowage::cli
