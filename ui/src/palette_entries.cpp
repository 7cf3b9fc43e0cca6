// SPDX-License-Identifier: MIT
#include "palette_entries.hpp"

#include <set>
#include <utility>

#include "comparison_panel.hpp"
#include "load_view.hpp"
#include "recent_files.hpp"
#include "scaled_copy_dialog.hpp"
#include "search_words.hpp"
#include "service_row_actions.hpp"
#include "shortcuts.hpp"
#include "stowage/ascii.hpp"
#include "stowage/text/fix_cost.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/ui/scale.hpp"

namespace stowage::ui {
namespace {

class Entries {
  public:
    explicit Entries(const PanelContext& context)
        : session_(context.session),
          recent_(context.state.recent_files),
          selection_(context.state.selection),
          state_(context.state) {}

    std::vector<PaletteEntry> take() && {
        document();
        history();
        if (const auto selected = session_.selected()) environment(session_.plan().environments[*selected]);
        view();
        templates();
        places();
        topics();
        return std::move(list_);
    }

  private:
    void add(std::string label, std::string note, std::function<void(PanelContext&)> run) {
        list_.push_back({std::move(label), std::move(note), std::move(run), {}});
    }
    void command(std::string label, Command wanted) {
        add(std::move(label), keys_text(wanted), [wanted](PanelContext& context) { context.want(wanted); });
    }
    void intent(std::string label, std::string note, Intent wanted) {
        add(std::move(label), std::move(note),
            [wanted = std::move(wanted)](PanelContext& context) { context.want(wanted); });
    }

    void document() {
        command("Copy a link to this plan", Command::copy_link);
        command("Open a plan", Command::open_file);
        for (const std::string& path : recent_) {
            add("Open " + std::string(file_of(path)), std::string(folder_of(path)),
                [path](PanelContext& context) {
                    context.state.recent_choice = path;
                    context.want(Command::open_recent);
                });
        }
        command("Save the plan", Command::save_plan);
        command("Save the report", Command::save_report);
        command("Plans on this device", Command::show_plans);
        command("Keep this plan on this device", Command::keep_plan);
    }

    void history() {
        const auto step = [this](std::string_view verb, std::string_view what, ImGuiKeyChord keys,
                                 Intent wanted) {
            if (!what.empty())
                intent(std::string(verb) + ": " + std::string(what), keys_text(keys), std::move(wanted));
        };
        step("Undo", session_.undo_label(), kUndoKeys, Undo{});
        step("Redo", session_.redo_label(), kRedoKeys, Redo{});
        if (session_.history().entries().size() > 1)
            command("Go back to an earlier state", Command::show_history);
    }

    void environment(const Environment& environment) {
        const std::string where = "in " + label_of(environment);
        const ElementRef self{ElementKind::environment, environment.name};
        intent("Add a server", where, AddElement{ElementKind::server, environment.name});
        intent("Add a service", where, AddElement{ElementKind::service, environment.name});
        intent("Add a managed service", where, AddElement{ElementKind::managed, environment.name});
        intent("Add an environment", "", AddElement{ElementKind::environment, {}});
        command("Copy the services as a table", Command::copy_rows);
        if (!environment.services.empty()) command("Select all services", Command::select_all);
        rows(environment);
        intent("Duplicate this environment", label_of(environment), DuplicateElement{self});
        add("Duplicate this environment at another size", label_of(environment),
            [name = environment.name](PanelContext& context) {
                const auto* original = find_named(context.session.plan().environments, name);
                if (original != nullptr) ask_for_scaled_copy(context, *original);
            });
        fixes(session_.estimate().environments[*session_.selected()].findings);
        add("Compare providers", where, open_comparison);
        if (!session_.estimate().environments[*session_.selected()].loads.empty()) {
            add("Look closer at the load", where, open_load_view);
            add("Replay a load curve of your own", where, open_own_curve);
        }
        const auto has_rule = [](const Service& service) { return service.scale_out || service.scale_in; };
        if (std::any_of(environment.services.begin(), environment.services.end(), has_rule))
            add("Try the scaling rules", where,
                [](PanelContext& context) { open_load_rules(context, {}, {}); });
    }

    /// What acts on the selected services.
    void rows(const Environment& environment) {
        if (selection_.rows.empty() || selection_.environment != environment.name) return;
        const ServiceSet services = selected_services(selection_, environment);
        const std::string all = "the selected " + count_text(selection_);
        intent("Delete " + all, keys_text(ImGuiKey_Delete), DeleteServices{services});
        intent("Duplicate " + all, "", DuplicateServices{services});
        const auto move = [&](const std::string& where, ImGuiKey key, int step) {
            add("Move " + all + where, keys_text(ImGuiMod_Alt | key),
                [environment = environment.name, step](PanelContext& context) {
                    const auto& all_of = context.session.plan().environments;
                    if (const auto* shown = find_named(all_of, environment))
                        want_rows_moved(context, *shown, step);
                });
        };
        move(" up", ImGuiKey_UpArrow, -1);
        move(" down", ImGuiKey_DownArrow, +1);
        const std::string column(column_title(selection_.column));
        if (selection_.several())
            add("Fill down" + (column.empty() ? "" : " " + column) + " of " + all, keys_text(kFillDownKeys),
                [](PanelContext& context) { context.want(Command::fill_down); });
        add("Clear the selection", keys_text(ImGuiKey_Escape),
            [](PanelContext& context) { clear_rows(context.state.selection); });
    }

    /// One fix may mend several findings.
    void fixes(const std::vector<Finding>& findings) {
        const FixCosts costs(session_.plan(), session_.catalogue());
        std::set<std::string_view> known;
        for (const Finding& finding : findings) {
            for (const Fix& fix : finding.fixes) {
                if (!known.insert(fix.label).second) continue;
                intent(session_.estimate_is_stale() ? fix.label : costs.label_of(fix), "mends a finding",
                       ApplyFix{fix});
            }
        }
    }

    void view() {
        if (session_.baseline() == nullptr) {
            intent("Pin this plan as baseline", "", PinBaseline{});
        } else {
            intent("Remove the baseline", "", UnpinBaseline{});
        }
        if (session_.previous_baseline() != nullptr)
            intent("Go back to the previous baseline", title_of(*session_.previous_baseline()),
                   RestoreBaseline{});
        command("Compare with a link or a kept plan", Command::show_compare);
        command("Compare two plans side by side", Command::show_side_by_side);
        if (session_.baseline() != nullptr)
            command("Copy a link to both plans of the comparison", Command::copy_both);
        appearance();
        size();
        command("Help", Command::show_help);
        command("Show me around", Command::start_tour);
    }

    void appearance() {
        if (state_.appearance.dark) {
            command("Light theme", Command::light_theme);
        } else {
            command("Dark theme", Command::dark_theme);
        }
        command(state_.appearance.high_contrast ? "Normal contrast" : "High contrast",
                Command::toggle_contrast);
        if (state_.chosen.dark || state_.chosen.high_contrast)
            command("Look as the system does", Command::system_appearance);
    }

    void size() {
        if (!state_.scale) return;
        const std::string now = std::to_string(*state_.scale) + " %";
        const auto entry = [&](std::string label, std::string_view sign, Command wanted) {
            std::string note = "now " + now;
            if (state_.scale_keys) note += ", " + keys_text(ImGuiMod_Ctrl) + "+" + std::string(sign);
            add(std::move(label), std::move(note), [wanted](PanelContext& context) { context.want(wanted); });
        };
        entry("Draw everything larger", "+", Command::larger);
        entry("Draw everything smaller", "-", Command::smaller);
        if (*state_.scale != kUsualScale)
            entry("Draw everything at its usual size", "0", Command::usual_size);
    }

    void templates() {
        for (const PlanTemplate& known : plan_templates()) {
            intent("Start from: " + std::string(known.title), "template",
                   OpenText{std::string(known.text), "template " + std::string(known.name)});
        }
    }

    void place(std::string label, std::string note, const ElementRef& element) {
        add(std::move(label), std::move(note), [element](PanelContext& context) {
            context.state.comparison.open = false;
            context.state.load_view.open = false;
            context.state.side_by_side.open = false;
            context.want(SelectEnvironment{element.environment});
            context.edit.focus_path = context.edit.highlight = pointer_to(element);
        });
    }

    void places() {
        for (const Environment& environment : session_.plan().environments) {
            const std::string where = label_of(environment);
            const auto all = [&](ElementKind kind, const auto& list, std::string_view what) {
                for (const auto& element : list)
                    place(label_of(element), std::string(what) + " in " + where,
                          {kind, environment.name, element.name});
            };
            place(where, "environment", {ElementKind::environment, environment.name});
            all(ElementKind::server, environment.servers, "server");
            all(ElementKind::service, environment.services, "service");
            all(ElementKind::managed, environment.managed, "managed service");
        }
    }

    void topics() {
        for (HelpTopic& topic : help_topics())
            list_.push_back({std::move(topic.title), std::move(topic.kind), {}, std::move(topic.text)});
    }

    const Session& session_;
    const std::vector<std::string>& recent_;
    const ServiceSelection& selection_;
    const UiState& state_;
    std::vector<PaletteEntry> list_;
};

}  // namespace

std::vector<PaletteEntry> action_entries(const PanelContext& context) { return Entries(context).take(); }

std::vector<PaletteEntry> history_entries(const PanelContext& context) {
    const History& history = context.session.history();
    std::vector<PaletteEntry> entries;
    for (std::size_t at = history.entries().size(); at-- > 0;) {
        std::string label = at == 0 ? "The plan as it was opened" : history.entries()[at].label;
        std::string note = at == history.position() ? "now" : at > history.position() ? "taken back" : "";
        entries.push_back({std::move(label),
                           std::move(note),
                           [at](PanelContext& panel) { panel.want(GoToState{at}); },
                           {}});
    }
    return entries;
}

std::vector<std::size_t> matching(const std::vector<PaletteEntry>& entries, std::string_view query) {
    const SearchWords words(query);
    std::vector<std::size_t> begins;
    std::vector<std::size_t> named;
    std::vector<std::size_t> mentioned;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const PaletteEntry& entry = entries[i];
        if (query.empty() && !entry.text.empty()) continue;
        const std::string label = lower_case(entry.label);
        const std::string words_of_line = label + " " + lower_case(entry.note);
        if (words.all_in(words_of_line)) {
            (words.begin(label) ? begins : named).push_back(i);
        } else if (!entry.text.empty() && words.all_in(words_of_line + " " + lower_case(entry.text))) {
            mentioned.push_back(i);
        }
    }
    begins.insert(begins.end(), named.begin(), named.end());
    begins.insert(begins.end(), mentioned.begin(), mentioned.end());
    return begins;
}

}  // namespace stowage::ui
