// SPDX-License-Identifier: MIT
//
// The parser of the command line, which commands add themselves to.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "usage_error.hpp"

namespace stowage::cli {

inline constexpr const char* kPlanHelp = "a file, - for the standard input, a link, or template:NAME";
inline constexpr const char* kColourHelp =
    "auto (default): on a terminal, unless NO_COLOR is set; always; never";
inline constexpr const char* kEnvironmentHelp = "its name in the plan; all when absent";

/// A command that is being described.
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
            ->check(CLI::Validator(
                [words = std::move(words)](const std::string& word) { return refusal_of_word(word, words); },
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

class CommandParser {
  public:
    explicit CommandParser(const Streams& streams) : streams_(streams) {}

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

    [[nodiscard]] CLI::App& app() { return app_; }
    /// What the command that was parsed does; empty without one.
    [[nodiscard]] const std::function<int()>& action() const { return action_; }

  private:
    CLI::App app_{"Stowage plans what runs where, how much room is left, and what it costs.", "stowage"};
    const Streams& streams_;
    std::function<int()> action_;
};

/// Each adds a group of commands.
void add_plan_commands(CommandParser& parser);
void add_document_commands(CommandParser& parser);
void add_load_commands(CommandParser& parser);
void add_reference_commands(CommandParser& parser);

}  // namespace stowage::cli
