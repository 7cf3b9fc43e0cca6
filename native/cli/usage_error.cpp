// SPDX-License-Identifier: MIT
#include "usage_error.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "help.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

/// The command that was recognised, or null.
const CLI::App* command_given(const CLI::App& app) {
    for (const CLI::App* command : commands_of(app)) {
        if (command->parsed()) return command;
    }
    return nullptr;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::string unknown_option(const CLI::App& app, const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    return "unknown option " + name + did_you_mean(name, option_names(app));
}

/// A plan where a command should stand.
bool looks_like_a_plan(const std::string& word) {
    return is_link(word) || template_named_in(word).has_value() ||
           word.find_first_of("./") != std::string::npos;
}

std::string usage_lines(const CLI::App& command, const std::string& problem) {
    return printable("stowage " + command.get_name() + ": " + problem) + "\n" + usage_of(command) +
           "\n`stowage help " + command.get_name() + "` tells more\n";
}

std::string problem_of(const CLI::Error& error) {
    const std::string text = error.what();
    // "--filter: 1 required TEXT missing"
    if (error.get_name() == "ArgumentMismatch") return text.substr(0, text.find(':')) + " needs a value";
    if (error.get_name() != "RequiredError") return text;
    const std::string name = text.substr(0, text.find(' '));
    // An unquoted link that begins with # never arrives: the shell takes it for a comment.
    const bool may_be_link = name == "PLAN" || name == "LINK";
    return name + " is missing" + (may_be_link ? " (a link needs quotes)" : "");
}

}  // namespace

std::string usage_error(const CLI::App& app, const CLI::Error* error) {
    const CLI::App* command = command_given(app);
    const std::vector<std::string> left = app.remaining(true);
    // A misspelt option is the cause, and what the parser misses only follows from it.
    const auto wrong = std::find_if(left.begin(), left.end(), is_option);
    if (command == nullptr) {
        if (!left.empty() && !is_option(left.front())) return unknown_command(app, left.front());
        const std::string problem = wrong != left.end() ? unknown_option(app, *wrong) : error->what();
        return printable("stowage: " + problem) + "\n`stowage help` lists commands and options\n";
    }
    if (wrong != left.end()) return usage_lines(*command, unknown_option(*command, *wrong));
    if (error != nullptr) return usage_lines(*command, problem_of(*error));
    return usage_lines(*command, "unexpected argument \"" + left.front() + "\"");
}

std::string unknown_command(const CLI::App& app, const std::string& name) {
    std::vector<std::string> names = option_names(app);  // "version" is --version
    for (const CLI::App* command : commands_of(app)) names.push_back(command->get_name());
    std::string hint = did_you_mean(name, names);
    if (hint.empty() && looks_like_a_plan(name)) hint = "; to see what fits: stowage estimate PLAN";
    return printable("stowage: no command is called \"" + name + "\"" + hint) +
           "\n`stowage help` lists them\n";
}

const CLI::App* find_command(const CLI::App& app, std::string_view name) {
    for (const CLI::App* command : commands_of(app)) {
        if (command->get_name() == name) return command;
    }
    return nullptr;
}

std::string refusal_of_word(const std::string& word, const std::vector<std::string>& words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return {};
    return "\"" + word + "\" is not one of " + listed(words) + did_you_mean(word, words);
}

}  // namespace stowage::cli
