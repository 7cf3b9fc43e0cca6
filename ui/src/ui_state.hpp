// SPDX-License-Identifier: MIT
//
// The state of the interface, which is no part of the plan: what is open, what is being typed or dragged, and
// figures that are worked out once for a revision.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "../widgets/visible_elements.hpp"
#include "../widgets/widget_context.hpp"
#include "help_topics.hpp"
#include "kept_plans.hpp"
#include "load_state.hpp"
#include "machine_list.hpp"
#include "service_selection.hpp"
#include "stowage/cost_views.hpp"
#include "stowage/plan_diff.hpp"
#include "stowage/provider_comparison.hpp"
#include "stowage/session/session.hpp"
#include "stowage/session/side_by_side.hpp"

namespace stowage::ui {

/// Errors, warnings and notes.
inline constexpr std::size_t kSeverities = 3;

/// What the user chose of how the interface looks; the rest is as the system wants it.
struct AppearanceChoice {
    std::optional<bool> dark{};
    std::optional<bool> high_contrast{};
};

/// A message above the plan, until it is dismissed.
struct Notice {
    Severity severity = Severity::info;
    std::string text;
};

/// Asks for the path of a file on platforms without dialogs of their own; on the others it only asks whether
/// to save.
struct PathDialog {
    enum class Kind { none, open, save, confirm };
    Kind kind = Kind::none;
    std::string path;      ///< as typed; with `confirm` the name that is offered
    std::string text;      ///< what is saved
    bool is_plan = false;  ///< the text is the plan, not a report about it
    std::string occupied;  ///< a path where another file stands; saving there takes a second press
};

/// What is to be done with a plan that is kept here.
struct KeptRequest {
    enum class Kind { open, keep, rename, remove, take_back, save_file };
    Kind kind = Kind::open;
    std::string key;     ///< of the stored text
    std::string name{};  ///< with `keep` and `rename`, as typed
};

/// A stored text that was deleted or replaced: it can be had back until the program ends.
struct LostPlan {
    std::string key;
    std::string name;
    std::string text;
    std::optional<std::string> instead;  ///< what took its place; none: it was deleted
};

/// The dialog of the plans that are kept on this device.
struct KeptPlans {
    bool open = false;
    bool focus_name = false;     ///< the keyboard goes to the name
    std::vector<KeptPlan> list;  ///< as they were when they were read last
    std::string name;            ///< for the plan on screen, as typed
    std::string occupied;        ///< key of a name that is taken; keeping there takes a second press
    std::string renaming;        ///< key of the one whose name is a field; empty: none
    bool renaming_began = false;
    Notice message{};            ///< what came of the last request
    std::vector<LostPlan> lost;  ///< the latest last
    KeptRequest request{};
    bool escape_is_taken = false;  ///< by a menu or a field, in the frame before
};

/// The dialog that asks which plan to hold the one on screen against.
struct CompareDialog {
    bool open = false;
    bool opening = false;        ///< the keyboard goes to the field
    std::string text;            ///< a link, or a plan as text, as it was pasted
    std::string second;          ///< the same of a plan to open; empty: the one on screen
    std::string problem;         ///< why it was not taken; empty: nothing was refused
    std::vector<KeptPlan> list;  ///< those on this device that can be read
    std::string wanted;          ///< key of one of them; empty: the text
};

/// A service that is on its way to another server.
struct ServiceDrag {
    std::string service;                ///< its name; empty: none
    std::optional<std::string> target;  ///< under the pointer: a server's name, or empty for automatic
    bool cancelled = false;             ///< by Escape, while the button is still held
};

/// A row of the services that is on its way to another place.
struct RowDrag {
    std::string service{};   ///< its name; empty: none
    bool cancelled = false;  ///< by Escape, while the button is still held
};

/// The list of servers that a service can move to.
struct MoveMenu {
    std::string service;  ///< its name; empty: closed
    Rect anchor;          ///< what it opens below
    bool opening = false;
};

/// How many more replicas of a service fit, in words.
struct RoomWords {
    std::string answer;
    std::string by_server;
};

/// The service whose settings are shown beside the tables.
struct ServicePanel {
    std::string environment;  ///< its name
    std::string service;      ///< its name; empty: closed
    std::string opened_by{};  ///< path of the button that gets the focus back; empty: none
    RoomWords room{};         ///< in the estimate of that revision
    std::uint64_t room_revision = 0;
};

/// How many machines of a server would do, in the estimate of a revision.
struct MachinesNeeded {
    std::string server;  ///< its pointer
    std::uint64_t revision = 0;
    std::string answer;
};

/// What the cost panel shows of an estimate besides the positions.
struct CostFigures {
    std::string environment;  ///< its name
    std::uint64_t revision = 0;
    std::optional<CostView> view{};  ///< of the shares
    std::vector<CostShare> shares{};
    Cost headroom{};
    UnitCosts units{};
};

struct CostPanel {
    std::optional<CostView> view;  ///< none: the positions of the bill
    bool year = false;
    CostFigures figures;
};

/// Which findings are shown: state of the screen, the same for every environment.
struct FindingsFilter {
    std::array<bool, kSeverities> hidden{};  ///< by severity
    std::string query{};                     ///< as typed; empty: all

    friend bool operator==(const FindingsFilter&, const FindingsFilter&) = default;
};

/// The findings that a filter leaves, in the estimate of a revision.
struct FilteredFindings {
    FindingsFilter filter{};
    std::string environment{};  ///< its name
    std::uint64_t revision = 0;
    FindingsFilter filtered{};                      ///< the filter that was used
    std::array<std::size_t, kSeverities> counts{};  ///< of all, by severity
    std::vector<std::size_t> shown{};               ///< in their order
    /// What the fixes of those on screen are called, with their costs, by the index of the finding.
    std::unordered_map<std::size_t, std::vector<std::string>> fixes{};
};

/// What changed against a baseline, in the estimate of a revision.
struct BaselineDiff {
    std::uint64_t baseline = 0;  ///< Baseline::number
    std::uint64_t revision = 0;
    PlanDiff diff{};
};

/// A position of the bill with what each provider asks for it.
struct ComparedPosition {
    struct Cell {
        const CostLine* line = nullptr;        ///< of the offer; null where there is none
        const MissingItem* missing = nullptr;  ///< why there is none
    };
    std::string label;
    std::vector<Cell> cells;  ///< in the order of the offers
};

/// The providers held against each other.
struct ProviderComparison {
    bool open = false;
    bool by_provider = false;  ///< the order of the catalogue, else cheapest_first()
    MachineFilter filter{};
    std::string environment{};  ///< its name: what follows is about it, in the estimate of the revision
    std::uint64_t revision = 0;
    MachineFilter filtered{};           ///< the filter that was used
    std::vector<ProviderOffer> offers;  ///< the plan as it is first
    std::vector<ComparedPosition> positions;
    std::vector<std::uint32_t> order;  ///< of the offers on screen
};

/// The baseline and the plan beside each other, over the whole window.
struct SideBySideView {
    bool open = false;
    std::uint64_t baseline =
        0;  ///< Baseline::number: what follows is about it, in the estimate of the revision
    std::uint64_t revision = 0;
    SideBySide sides{};
};

/// A row that is about to be added to the plan's own prices.
struct NewPrice {
    bool open = false;
    std::string name;
    std::string price;
    bool asked = false;  ///< the plan was asked to take it; until it does the texts stay
};

struct PanelContext;

/// A line of the palette.
struct PaletteEntry {
    std::string label;
    std::string note{};  ///< on the right: the keys that do the same, or where it leads
    std::function<void(PanelContext&)> run;
    std::string text{};  ///< to be read, instead of something to run: found by its words, too
};

/// A list that is searched by typing. Its entries are made once for a state of the plan, and found once for a
/// query: there may be one for each of thousands of services.
struct Palette {
    enum class List { closed, actions, history };
    List list = List::closed;
    std::string query{};
    std::size_t chosen = 0;  ///< of the lines that are shown
    std::optional<std::uint64_t> revision{};
    std::vector<PaletteEntry> entries{};  ///< in that revision
    std::optional<std::string> found_for{};
    std::vector<std::size_t> found{};  ///< of the entries, for that query
    std::optional<HelpTopic> topic{};  ///< that is read now
};

/// A copy of an environment that is asked for.
struct ScaledCopy {
    enum class Size : std::size_t { same, half, other };
    std::string environment{};  ///< its name; empty: the dialog is closed
    std::string name{};         ///< of the copy; empty: one is derived
    Size size = Size::half;
    std::string factor = "2";  ///< as typed, with Size::other
};

/// What a first visit is told.
struct Tour {
    bool offered = false;               ///< the line is shown
    std::optional<std::size_t> step{};  ///< the one that is shown
};

/// State of the interface that is no part of the plan.
struct UiState {
    EditState edit;
    std::string naming;  ///< path of the name of an element that was just added; empty: it has been left
    Notice notice;
    ElementHeights server_heights;
    MachineList machines;
    PathDialog path_dialog;
    KeptPlans kept;
    CompareDialog compare;
    std::vector<std::string> recent_files;  ///< full paths, the latest first
    std::string recent_choice;              ///< the one of them that was chosen
    ServiceDrag drag;
    ServiceSelection selection;
    RowDrag row_drag;
    MoveMenu move_menu;
    ServicePanel panel;
    MachinesNeeded machines_needed;
    LoadFigures load_figures;
    LoadView load_view;
    CostPanel cost;
    BaselineDiff baseline_diff;
    SideBySideView side_by_side;
    FilteredFindings findings;
    ProviderComparison comparison;
    NewPrice new_price;
    ScaledCopy scaled_copy;
    Palette palette;
    Tour tour;
    std::optional<std::size_t> told_of_comments;  ///< the document whose comments it was said are not saved
    std::string previous_plan;     ///< text of the plan that was remembered before this one; empty: none
    bool working = false;          ///< a long piece of work goes on in the next frame
    bool escape_is_taken = false;  ///< by a list, a dialog, a field or a drag, in the frame before
    bool help_open = false;
    Appearance appearance;
    AppearanceChoice chosen;
    std::optional<int> scale{};  ///< Platform::scale()
    bool scale_keys = false;     ///< Platform::has_scale_keys()
};

}  // namespace stowage::ui
