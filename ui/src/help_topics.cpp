// SPDX-License-Identifier: MIT
#include "help_topics.hpp"

#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

constexpr HelpEntry kHelp[] = {
    {"What it does",
     "Describe servers and services; see at once what fits, what is left and what it costs a month."},
    {"Edit",
     "Press a figure and type. Enter or Tab keeps it, Escape brings the old one back. Everything can be "
     "undone."},
    {"CPU", "Cores: 2, 0.5 or 500m. shared reserves none."},
    {"Memory",
     "With a unit: 512 MiB, 1.5 GiB (powers of 2) or 500 MB, 16 GB (powers of 10). A bare "
     "number takes the unit that stood there."},
    {"Bars",
     "Services from the left, hatched: kept for the system, empty: free, dashed line: headroom policy, red "
     "beyond "
     "the end: over-committed."},
    {"Move a service",
     "Drag its part of a bar to another server; each tells whether it fits. Or press it to choose from a "
     "list. "
     "Escape lets go."},
    {"Rows of services",
     "Press the handle at the left end to select a row, with Ctrl or Shift several: they are removed, "
     "duplicated, copied, filled down and moved together. Drag a handle to another place."},
    {"Settings of a service",
     "The sliders at the end of its row open them: placement, needs, workers and connections, with what is "
     "derived and how."},
    {"Findings",
     "Press one to jump to its field, or a button below it to mend it in one step; rest the pointer on it "
     "for the "
     "rule and its source."},
    {"Prices",
     "List prices of a dated snapshot, on demand, before tax and discounts. Rest the pointer on an amount "
     "for "
     "formula, date and source."},
    {"Link",
     "Holds the whole plan after the #. Nothing is sent to a server; whoever has the link has the plan."},
    {"Plans",
     "Plans (F8) lists those that are kept on this device, each under a name. The plan on screen is saved by "
     "itself; keep it under a name before you start another."},
    {"Compare",
     "Save, Compare with ... takes a link, two of them, or a plan on this device: both stand side by side, "
     "with "
     "the difference. The report has it, too, and one link holds both."},
    {"Keys",
     "Ctrl+K lists every action and place, and help on every finding and setting, to be found by typing. "
     "Ctrl+Z undo, Ctrl+Shift+Z redo, "
     "Ctrl+S save, Ctrl+O open, F8 plans, Ctrl+C the services as a table, F1 help, Tab and arrows to move. "
     "Rows: "
     "Shift+Up and Shift+Down select, Alt+Up and Alt+Down move, Ctrl+Down fills down, Delete removes, Ctrl+A "
     "all, Escape none."},
};

}  // namespace

std::span<const HelpEntry> help_entries() { return kHelp; }

std::string explanation_of(const FindingRule& rule) {
    return std::string(rule.remedy) + "\n\n" + std::string(rule.meaning) +
           "\nSource: " + std::string(rule.source) + " (" + std::string(rule.name) + ")";
}

std::vector<HelpTopic> help_topics() {
    std::vector<HelpTopic> topics;
    for (const HelpEntry& entry : kHelp)
        topics.push_back({std::string(entry.what), "help", std::string(entry.how)});
    for (const FindingRule& rule : finding_rules())
        topics.push_back(
            {std::string(rule.title), "finding " + std::string(rule.name), explanation_of(rule)});
    for (const SettingHelp& setting : setting_helps())
        topics.push_back({std::string(setting.key) + " (" + std::string(setting.of) + ")", "setting",
                          std::string(setting.help)});
    return topics;
}

}  // namespace stowage::ui
