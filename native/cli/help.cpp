// SPDX-License-Identifier: MIT
//
// The help is written from what the parser knows, but not by it: CLI11 lays its own out differently in each
// release.
#include "help.hpp"

#include <CLI/CLI.hpp>
#include <sstream>

#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

constexpr const char* kAbout =
    "\nPLAN is a file, - for the standard input, a link (in quotes: to a shell # begins\n"
    "a comment), or template:NAME. Results go to the standard output, messages to the\n"
    "standard error.\n"
    "\nExit code\n"
    "  0  fine\n"
    "  1  from check, when a finding reaches --fail-on\n"
    "  2  wrong usage, a text that is no plan, a file that cannot be read or written\n"
    "  3  internal error\n"
    "\nTo begin with\n"
    "  stowage estimate template:hybrid-django\n"
    "  stowage template hybrid-django > plan.yaml\n";

std::string positionals_of(const CLI::App& command) {
    std::string text;
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_positional()) continue;
        const std::string name = option->get_name(true);
        text += option->get_required() ? " " + name : " [" + name + "]";
    }
    return text;
}

/// "-h, --help", "--fail-on SEVERITY".
std::string spelling_of(const CLI::Option& option) {
    if (option.get_positional()) return option.get_name(true);
    std::string text;
    for (const std::string& name : option.get_snames()) text += (text.empty() ? "-" : ", -") + name;
    for (const std::string& name : option.get_lnames()) text += (text.empty() ? "--" : ", --") + name;
    if (option.get_items_expected_max() > 0) text += " " + option.get_type_name();
    return text;
}

/// Arguments first, then options.
void print_options(const CLI::App& app, std::ostream& out) {
    Table table("ll");
    table.wrap_last_column(kTextWidth);
    for (const bool positional : {true, false}) {
        for (const CLI::Option* option : app.get_options()) {
            if (option->get_positional() != positional) continue;
            table.row({{spelling_of(*option)}, {option->get_description()}});
        }
    }
    table.print(out, false, kIndent);
}

void print_commands(const CLI::App& app, std::ostream& out) {
    Table table("ll");
    table.wrap_last_column(kTextWidth);
    std::string group;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_group() != group) table.row({});
        group = command->get_group();
        table.row({{command->get_name() + positionals_of(*command)}, {command->get_description()}});
    }
    table.print(out, false, kIndent);
}

}  // namespace

std::string usage_of(const CLI::App& command) {
    return "usage: stowage " + command.get_name() + " [OPTIONS]" + positionals_of(command);
}

std::string help_of_program(const CLI::App& app) {
    std::ostringstream out;
    out << app.get_description() << "\n\nusage: stowage COMMAND [OPTIONS]\n";
    print_commands(app, out);
    out << '\n';
    print_options(app, out);
    out << kAbout;
    return out.str();
}

std::string help_of_command(const CLI::App& command) {
    std::ostringstream out;
    out << command.get_description() << ".\n\n" << usage_of(command) << "\n\n";
    print_options(command, out);
    const std::string examples = command.get_footer();
    if (!examples.empty()) out << '\n' << examples << '\n';
    return out.str();
}

}  // namespace stowage::cli
