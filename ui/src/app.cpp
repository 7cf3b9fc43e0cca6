// SPDX-License-Identifier: MIT
#include "stowage/ui/app.hpp"

#include <algorithm>
#include <utility>

#include "app_state.hpp"
#include "imgui_internals.hpp"
#include "new_names.hpp"
#include "recent_files.hpp"
#include "shortcuts.hpp"
#include "stowage/session/service_rows.hpp"
#include "stowage/session/summary.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"
#include "style.hpp"
#include "tour.hpp"

namespace stowage::ui {
namespace {

constexpr std::string_view kPlanKey = "plan";
constexpr std::string_view kPreviousKey = "plan.previous";
constexpr std::string_view kUnreadableKey = "plan.unreadable";
constexpr double kCaretBlink = 0.4;  // seconds: ImGui's caret is on for 0.8 s and off for 0.4 s
/// Seconds from the frame that shows a change to the one that works out its figures, which may take a second
/// in a large plan: the screen must have shown the first of them. Three refreshes at 60 Hz.
constexpr double kEchoShown = 0.05;
constexpr double kTooltipDelay = 0.41;  // seconds: just after style.HoverDelayNormal

Plan template_plan(std::string_view name) {
    const PlanTemplate* known = find_template(name);
    auto plan = known == nullptr ? Result<Plan, Errors>(Errors{}) : read_plan(known->text);
    return plan ? *std::move(plan) : Plan{};
}

/// A setting of a service that has no column is in the panel of the service. False when that is open already.
bool open_panel_for(UiState& ui, const ElementRef& element) {
    if (element.kind != ElementKind::service || ui.edit.focus_path == pointer_to(element)) return false;
    if (ui.panel.environment == element.environment && ui.panel.service == element.name) return false;
    ui.panel = {element.environment, element.name};
    return true;
}

/// A field that is not on screen, such as one of a closed menu, cannot take the focus: the panel that has it
/// is opened, or its element takes the focus instead, or nothing does.
void widen_focus_request(UiState& ui) {
    EditState& edit = ui.edit;
    if (edit.focus_path.empty()) {
        edit.focus_frames = 0;
        return;
    }
    // What is scrolled out of view is drawn one frame after it was scrolled to.
    if (++edit.focus_frames <= FrameScheduler::kFramesAfterEvent) return;
    edit.focus_frames = 0;
    const auto element = element_at(edit.focus_path);
    if (element && open_panel_for(ui, *element)) return;
    const std::string wider = element ? pointer_to(*element) : std::string();
    edit.focus_path = wider == edit.focus_path ? std::string() : wider;
}

}  // namespace

std::string first_error(const Errors& errors) {
    std::string text = errors.empty() ? "it cannot be read" : to_text(errors.front());
    if (errors.size() > 1) text += " (and " + std::to_string(errors.size() - 1) + " more)";
    return text;
}

App::App(Platform& platform, std::shared_ptr<const Catalogue> catalogue)
    : state_(std::make_unique<State>(platform, std::move(catalogue), template_plan("blank"))) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // there are no windows to remember
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextEnterKeepActive = false;
    state_->fonts = load_fonts();
    restore_appearance();
}

App::~App() = default;

void App::add_letters(std::string_view regular, std::string_view semibold) {
    ui::add_letters(state_->fonts, regular, semibold);
    state_->scheduler.request_frames();
}

void App::start(std::string_view location) {
    State& state = *state_;
    const auto saved = state.platform.load(kPlanKey);
    auto restored = saved ? read_plan(*saved) : Result<Plan, Errors>(Errors{});
    const bool has_link = is_link(location);
    if (restored) {
        state.session = Session(*std::move(restored), state.catalogue);
    } else if (!has_link) {
        state.session = Session(template_plan(plan_templates().front().name), state.catalogue);
    }
    if (saved && !restored) {
        state.platform.store(kUnreadableKey, *saved);  // nothing is lost: another version may read it
        notify(Severity::warning,
               "The plan that was saved here cannot be read: " + first_error(restored.error()));
    }
    state.ui.tour.offered = !saved && !has_link && !state.platform.load(kTourKey);
    state.stored = saved;
    if (has_link) open_text(location, "link");
    state.ui.previous_plan = state.platform.load(kPreviousKey).value_or("");
    state.ui.recent_files = read_recent_files(state.platform.load(kRecentKey).value_or(""));
    state.autosave.observe(state.session.revision(), 0);  // what was just loaded needs no saving
}

void App::location_changed(std::string_view location) {
    if (is_link(location) && !location.ends_with(state_->session.link())) open_text(location, "link");
}

bool App::open_text(std::string_view text, std::string_view origin) {
    if (is_link(text)) {
        if (const std::string other = second_link(text); !other.empty()) return open_both(text, other);
    }
    return open(OpenText{std::string(text), std::string(origin)});
}

bool App::open(const OpenText& intent) {
    Session& session = state_->session;
    const auto done = session.apply(intent);
    if (done) {
        state_->ui.notice = {};
        state_->ui.tour.offered = false;  // what it says is of the example
    } else if (is_rows(intent.text) && session.selected()) {
        return paste_rows(intent.text);  // a plan may have tabs, too: only what is none is taken for rows
    } else {
        notify(Severity::error, intent.origin + ": " + first_error(done.error()));
    }
    state_->scheduler.request_frames();
    return done.has_value();
}

void App::focus(std::string path) {
    state_->ui.edit.focus_path = std::move(path);
    state_->scheduler.request_frames();
}

void App::notify(Severity severity, std::string text) {
    state_->ui.notice = {severity, std::move(text)};
    state_->scheduler.request_frames();
}

const Session& App::session() const { return state_->session; }
FrameScheduler& App::scheduler() { return state_->scheduler; }
const ItemRegistry& App::items() const { return state_->items; }
void App::finish_estimate() { state_->session.finish_estimate(); }
const std::string& App::notice() const { return state_->ui.notice.text; }
std::string App::link() const { return state_->platform.link_base() + state_->session.link(); }

void App::flush() {
    state_->autosave.observe(state_->session.revision(),
                             0);  // there may have been changes since the last frame
    if (state_->autosave.take_pending()) save();
}

void App::remember_previous() {
    State& state = *state_;
    const auto before = state.platform.load(kPlanKey);
    const bool is_own = before == state.stored && state.stored_document == state.session.document();
    if (!before || is_own) return;
    if (state.platform.store(kPreviousKey, *before)) state.ui.previous_plan = *before;
}

void App::save() {
    State& state = *state_;
    remember_previous();
    std::string text = state.session.text_to_save();
    const bool stored = state.platform.store(kPlanKey, text);
    state.stored = std::move(text);
    state.stored_document = state.session.document();
    if (!stored) {
        std::string problem = "The plan could not be saved here; save it as a file or copy its link.";
        if (!state.platform.stored_keys(kKeptPrefix).empty())
            problem += " Deleting plans that are kept here makes room.";
        notify(Severity::warning, std::move(problem));
    }
    state.platform.show_link(state.session.link());
    state.scheduler.request_frames(1);  // the length of the link is known now
}

void App::frame(double now) {
    State& state = *state_;
    update_figures(now);
    state.items.clear();
    state.intents.clear();
    state.commands.clear();
    state.ui.working = false;
    state.ui.scale = state.platform.scale();
    state.ui.scale_keys = state.platform.has_scale_keys();
    const Theme figures_theme = state.session.estimate_is_stale() ? muted(state.theme()) : state.theme();
    PanelContext context{{state.items, state.theme(), state.fonts, state.ui.edit},
                         state.session,
                         state.ui,
                         state.intents,
                         state.commands,
                         figures_theme};
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) state.ui.edit.highlight.clear();
    take_shortcuts(state.ui.scale_keys, state.intents, state.commands);
    draw_window(context);
    carry_out();
    widen_focus_request(state.ui);
    drop_stale_focus(state.ui);
    tell_platform();
    state.autosave.observe(state.session.revision(), now);
    if (state.autosave.take_due(now)) save();
    schedule(now);
}

/// Works out stale figures once the change that made them stale has been on screen.
void App::update_figures(double now) {
    State& state = *state_;
    Session& session = state.session;
    if (state.drawn_revision != session.revision()) {
        state.drawn_revision = session.revision();
        state.figures_due = now + kEchoShown;
    } else if (session.estimate_is_stale() && now >= state.figures_due) {
        session.finish_estimate();
        state.scheduler.request_frames();
    }
}

Result<bool, Errors> App::apply(const Intent& intent) {
    State& state = *state_;
    state.scheduler.request_frames();
    const auto* rename = std::get_if<RenameElement>(&intent);
    if (rename != nullptr) keep_up(state.ui.selection, state.session);
    auto done = state.session.apply(intent);
    if (done && std::holds_alternative<AddElement>(intent)) name_added(state.ui, *state.session.edited());
    if (done && rename != nullptr)
        keep_focus(state.ui, state.items, rename->element, *state.session.edited());
    const auto shown = state.session.selected();
    if (done && rename != nullptr && shown && rename->element.kind == ElementKind::service)
        keep_renamed(state.ui.selection, state.session.plan().environments[*shown], rename->element.name);
    return done;
}

void App::carry_out() {
    State& state = *state_;
    const auto take = [this](const Intent& intent) {
        const auto done = apply(intent);
        const bool shown_in_field = std::holds_alternative<SetField>(intent);
        if (!done && !shown_in_field) notify(Severity::error, first_error(done.error()));
    };
    // What is being pressed would have another path when it is let go, and the press would be lost. Undo has
    // none, and takes back what was typed.
    const bool pressing = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    const auto take_renames = [&] {
        for (const Intent& rename : std::exchange(state.renames, {})) take(rename);
    };
    for (const Intent& intent : state.intents) {
        if (pressing && std::holds_alternative<RenameElement>(intent)) {
            state.renames.push_back(intent);
            continue;
        }
        if (std::holds_alternative<Undo>(intent) || std::holds_alternative<Redo>(intent)) take_renames();
        take(intent);
    }
    if (!pressing) take_renames();
    for (const Command command : state.postponed) run(command);
    state.postponed.clear();
    for (const Command command : state.commands) {
        if (state.ui.edit.path.empty() || changes_size(command)) {
            run(command);
        } else {
            end_typing();  // what is being typed belongs to what a shortcut saves
            state.postponed.push_back(command);
        }
    }
    if (!state.intents.empty() || !state.commands.empty()) state.scheduler.request_frames();
}

void App::tell_platform() {
    State& state = *state_;
    const Session& session = state.session;
    const std::string title = session.plan().name.empty() ? "Stowage" : session.plan().name + " - Stowage";
    if (title != state.title) state.platform.set_title(state.title = title);
    std::string summary;
    if (session.estimate_is_stale()) return;  // a reader of the screen is told of the result only
    if (const auto shown = session.selected()) {
        summary = summary_text(session.plan().environments[*shown], session.estimate().environments[*shown]);
    }
    if (summary != state.summary) state.platform.set_summary(state.summary = summary);
}

void App::schedule(double now) {
    State& state = *state_;
    const ImGuiIO& io = ImGui::GetIO();
    state.scheduler.withdraw_later();  // the caret of a field that has been left, for example
    if (imgui_needs_frames() || ImGui::IsAnyMouseDown()) state.scheduler.request_frames(1);
    // What the last piece of work gives changes the layout as an event does.
    if (state.ui.working) state.scheduler.request_frames();
    if (state.session.estimate_is_stale()) state.scheduler.request_at(state.figures_due);
    // ImGui moves the focus in the frame after it was asked to, and shows it in the one after that.
    if (!state.ui.edit.focus_path.empty() || !state.ui.edit.kept_path.empty())
        state.scheduler.request_frames();
    if (io.WantTextInput && io.ConfigInputTextCursorBlink) state.scheduler.request_at(now + kCaretBlink);
    // Not io.MouseDelta: a finger comes from nowhere.
    const ImGuiID focus = focus_shown();
    const bool moved =
        io.MousePos.x != state.pointer.x || io.MousePos.y != state.pointer.y || focus != state.focus;
    state.pointer = io.MousePos;
    state.focus = focus;
    // As ImGui adds it up: frames that come late count for a step only.
    const double before = state.rested;
    state.rested = moved ? 0.0 : state.rested + static_cast<double>(io.DeltaTime);
    const bool explains = ImGui::IsMousePosValid() || focus != 0;
    if (explains && state.rested < kTooltipDelay) {
        state.scheduler.request_at(now + std::min(kTooltipDelay - state.rested, kLongestStep));
    } else if (explains && before < kTooltipDelay) {
        state.scheduler.request_frames(1);  // ImGui shows a tooltip in the frame after that which measures it
    }
    state.scheduler.request_at(state.autosave.next_due());
}

}  // namespace stowage::ui
