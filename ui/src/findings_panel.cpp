// SPDX-License-Identifier: MIT
//
// Findings by severity, with what mends them; and which of them are shown.
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/chip.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "help_topics.hpp"
#include "panel_context.hpp"
#include "search_words.hpp"
#include "stowage/ascii.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/session/summary.hpp"
#include "stowage/text/fix_cost.hpp"

namespace stowage::ui {
namespace {

constexpr Severity kWorstFirst[] = {Severity::error, Severity::warning, Severity::info};
constexpr const char* kShowAll = "findings-filter/all";
constexpr const char* kSearch = "findings-filter/search";
/// From so many on there is a field to search them: fewer are in view together.
constexpr std::size_t kManyFindings = 10;
/// Nobody reads further, and every line is laid out in every frame.
constexpr std::size_t kMostShown = 100;

std::size_t at(Severity severity) { return static_cast<std::size_t>(severity); }

/// "error", "warning", "note", and more of them.
std::string word_of(Severity severity, std::size_t count) {
    const std::string_view word = severity == Severity::info ? "note" : name_of(severity);
    return std::string(word) + (count == 1 ? "" : "s");
}

/// What was typed and not taken, anywhere in the plan: it must not be lost out of sight.
void draw_rejected(PanelContext& context) {
    for (const auto& [pointer, rejected] : context.session.all_rejected()) {
        if (context.edit.focus_path == kFirstFinding) context.edit.focus_path = "rejected" + pointer;
        std::string message = "Not taken: " + rejected.error.message;
        if (!rejected.error.accepted.empty()) message += ". Accepted: " + rejected.error.accepted;
        if (message_link(context, "rejected" + pointer, Severity::error, message, pointer)) {
            if (const auto element = element_at(pointer))
                context.want(SelectEnvironment{element->environment});
            context.edit.focus_path = pointer;
            context.edit.highlight = pointer;
        }
    }
}

void draw_fixes(PanelContext& context, const Finding& finding, std::size_t index) {
    const std::string path = "findings/" + std::to_string(index) + "/fix/";
    for (std::size_t k = 0; k < finding.fixes.size(); ++k) {
        const std::string& label = context.state.findings.fixes.at(index)[k];
        if (message_action(context, path + std::to_string(k), label, "One step, undoable."))
            context.want(ApplyFix{finding.fixes[k]});
    }
}

void draw_finding(PanelContext& context, const Finding& finding, std::size_t index) {
    const FindingRule& rule = rule_of(finding.code);
    const std::string help = std::string(rule.title) + "\n" + explanation_of(rule);
    const std::string path = "findings/" + std::to_string(index);
    if (context.edit.focus_path == kFirstFinding) context.edit.focus_path = path;
    if (message_link(context, path, finding.severity, finding.message, help)) {
        context.edit.focus_path = finding.where;
        context.edit.highlight = finding.where;
    }
    draw_fixes(context, finding, index);
    if (finding.code != FindingCode::prices_of_another_snapshot) return;
    const std::string label = "Use prices of " + context.session.catalogue().snapshot();
    if (message_action(context, "findings/use-current-prices", label, "")) context.want(UseCurrentPrices{});
}

/// Found by the words of its message, and by the name of its rule.
bool is_found(const SearchWords& words, const Finding& finding) {
    return words.all_in(lower_case(finding.message + " " + std::string(rule_of(finding.code).name)));
}

/// Of the findings that are drawn only: each has a bill made. A plan that its estimate is behind of is not
/// the one that the fixes were made for.
void name_fixes(FilteredFindings& known, const Session& session, const std::vector<Finding>& findings) {
    const FixCosts costs(session.plan(), session.catalogue());
    known.fixes.clear();
    for (std::size_t i = 0; i < std::min(known.shown.size(), kMostShown); ++i) {
        std::vector<std::string>& labels = known.fixes[known.shown[i]];
        for (const Fix& fix : findings[known.shown[i]].fixes)
            labels.push_back(session.estimate_is_stale() ? fix.label : costs.label_of(fix));
    }
}

/// Worked out once for each estimate and filter.
void update_filtered(FilteredFindings& known, const Session& session, const Shown& shown) {
    const std::uint64_t revision = figures_revision(session);
    const bool same = known.environment == shown.environment.name && known.revision == revision;
    if (same && known.filtered == known.filter) return;
    const std::vector<Finding>& findings = shown.estimate.findings;
    known = {known.filter, shown.environment.name, revision, known.filter, {}, {}, {}};
    const SearchWords words(known.filter.query);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const std::size_t severity = at(findings[i].severity);
        ++known.counts[severity];
        if (!known.filter.hidden[severity] && is_found(words, findings[i])) known.shown.push_back(i);
    }
    name_fixes(known, session, findings);
}

/// A chip for each severity that there is; a single one needs none until it is hidden.
void draw_chips(PanelContext& context, FilteredFindings& view, std::size_t total) {
    bool first = true;
    for (const Severity severity : kWorstFirst) {
        const std::size_t count = view.counts[at(severity)];
        bool& hidden = view.filter.hidden[at(severity)];
        if (count == 0 || (count == total && !hidden)) continue;
        const std::string label = std::to_string(count) + " " + word_of(severity, count);
        if (!first) {
            ImGui::SameLine(0, em(0.4f));
            if (ImGui::GetContentRegionAvail().x < chip_width(context, label)) ImGui::NewLine();
        }
        first = false;
        const std::string help = (hidden ? "Show the " : "Hide the ") + word_of(severity, 2);
        if (chip(context, "findings-filter/" + std::string(name_of(severity)),
                 {.label = label,
                  .icon = icon_of(severity),
                  .colour = context.theme.severity(severity),
                  .on = !hidden,
                  .help = help}))
            hidden = !hidden;
    }
}

void draw_search(PanelContext& context, FilteredFindings& view, std::size_t total) {
    std::string& query = view.filter.query;
    if (total <= kManyFindings && query.empty() && context.edit.path != kSearch) return;
    const TextFieldResult typed = text_field(context, kSearch,
                                             {.text = query,
                                              .label = "Search the findings",
                                              .hint = "Search the findings",
                                              .size = TextSize::small});
    if (context.edit.path == kSearch) query = context.edit.text;
    if (typed.committed) query = *typed.committed;
}

/// What the filter hides is always told, with the way to see it.
void draw_hidden(PanelContext& context, FilteredFindings& view, std::size_t total) {
    const std::size_t hidden = total - view.shown.size();
    if (hidden == 0) return;
    const std::string told = std::to_string(hidden) + " hidden by the filter";
    ImGui::AlignTextToFramePadding();
    text(context, "findings-filter/hidden", {.text = told, .size = TextSize::small, .muted = true},
         Role::status);
    ImGui::SameLine(0, em(0.5f));
    const bool none_shown = view.shown.empty();
    if (none_shown && context.edit.focus_path == kFirstFinding) context.edit.focus_path = kShowAll;
    if (button(context, kShowAll, {.label = "Show all", .style = ButtonStyle::framed})) view.filter = {};
}

void draw_groups(PanelContext& context, const FilteredFindings& view, const std::vector<Finding>& findings) {
    const std::size_t count = std::min(view.shown.size(), kMostShown);
    const bool several = std::count(view.counts.begin(), view.counts.end(), 0u) < 2;
    for (std::size_t i = 0; i < count; ++i) {
        const Finding& finding = findings[view.shown[i]];
        const bool begins = i == 0 || findings[view.shown[i - 1]].severity != finding.severity;
        if (several && begins) {
            if (i > 0) gap(0.4f);
            const std::string heading = capitalised(word_of(finding.severity, 2));
            text(context, "", {.text = heading, .size = TextSize::small, .strong = true}, Role::heading);
        }
        draw_finding(context, finding, view.shown[i]);
    }
    if (view.shown.size() == count) return;
    const std::string rest = std::to_string(view.shown.size() - count) + " more: the report lists them all.";
    text(context, "findings/more", {.text = rest, .muted = true, .wrap = true}, Role::status);
}

void draw_none(PanelContext& context, const Shown& shown) {
    const bool empty = shown.environment.servers.empty() && shown.environment.services.empty();
    text(context, "",
         {.text = empty ? "Add a server and what runs on it: what does not fit, and why, is told here."
                        : "Everything fits and has a price.",
          .muted = empty,
          .wrap = true});
}

}  // namespace

void draw_findings(PanelContext& context, const Shown& shown) {
    const std::vector<Finding>& findings = shown.estimate.findings;
    FilteredFindings& view = context.state.findings;
    const std::string count = capitalised(findings_count_text(shown.estimate));
    text(context, pointer_to(shown.environment) + "/findings",
         {.text = count, .size = TextSize::small, .muted = true}, Role::heading);
    draw_rejected(context);
    update_filtered(view, context.session, shown);
    if (findings.empty()) return draw_none(context, shown);
    draw_chips(context, view, findings.size());
    draw_search(context, view, findings.size());
    update_filtered(view, context.session, shown);  // what was pressed or typed counts at once
    draw_hidden(context, view, findings.size());
    draw_groups(context, view, findings);
}

}  // namespace stowage::ui
