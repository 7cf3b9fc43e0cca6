// SPDX-License-Identifier: MIT
#include "run_cli.hpp"

#include <algorithm>
#include <exception>
#include <ostream>

#include "command_parser.hpp"
#include "help.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/text/plan_text.hpp"
#include "stowage/version.hpp"

namespace stowage::cli {
namespace {

/// All commands, and help about them.
class CommandLine {
  public:
    explicit CommandLine(const Streams& streams) : parser_(streams), streams_(streams) {
        app().set_help_flag("-h,--help", "print this help");
        app().set_version_flag("--version", "",
                               "print the version, the plan format and the date of the prices");
        // What is left over is told by usage_error(), which knows what was probably meant.
        app().allow_extras();
        app().require_subcommand(0, 1);
        add_plan_commands(parser_);
        add_load_commands(parser_);
        add_document_commands(parser_);
        add_reference_commands(parser_);
        const auto help = parser_.command<HelpOptions>(
            "help", "reference", "Print this help, or that of a command",
            [this](const HelpOptions& options, const Streams&) { return help_about(options); });
        help.option("COMMAND", &HelpOptions::command, "its name");
    }

    int run(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
        try {
            app().parse(arguments);
        } catch (const CLI::CallForHelp&) {
            return print_help(app().get_subcommands().empty() ? nullptr : app().get_subcommands().front());
        } catch (const CLI::CallForVersion&) {
            return print_version();
        } catch (const CLI::ParseError& error) {
            streams_.err << usage_error(app(), &error);
            return kUsage;
        }
        if (!app().remaining(true).empty()) {
            streams_.err << usage_error(app(), nullptr);
            return kUsage;
        }
        return parser_.action() ? parser_.action()() : print_help(nullptr);
    }

  private:
    struct HelpOptions {
        std::string command;
    };

    int help_about(const HelpOptions& options) {
        if (options.command.empty()) return print_help(nullptr);
        const CLI::App* command = find_command(app(), options.command);
        if (command != nullptr) return print_help(command);
        streams_.err << unknown_command(app(), options.command);
        return kUsage;
    }

    int print_help(const CLI::App* command) {
        streams_.out << (command == nullptr ? help_of_program(app()) : help_of_command(*command));
        return kFine;
    }

    int print_version() {
        streams_.out << "stowage " << version() << " (plan format " << kPlanFormat << ", prices of "
                     << shipped_catalogue().snapshot() << ")\n";
        return kFine;
    }

    [[nodiscard]] CLI::App& app() { return parser_.app(); }

    CommandParser parser_;
    const Streams& streams_;
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
