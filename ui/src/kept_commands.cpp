// SPDX-License-Identifier: MIT
//
// What is done with the plans that are kept on this device. What came of it is told in their dialog; what was
// deleted or replaced can be had back until the program ends.
#include <utility>

#include "app_state.hpp"
#include "stowage/limits.hpp"

namespace stowage::ui {
namespace {

/// Texts that can be had back: more are nobody's mistake, and they take memory.
constexpr std::size_t kMostLost = 20;

void tell(KeptPlans& kept, Severity severity, std::string text) {
    kept.message = {severity, std::move(text)};
}

/// 1.2 MB of 1,234,567: what is left of a browser's few megabytes is counted in these.
std::string megabytes(std::uint64_t bytes) {
    const std::uint64_t tenths = (bytes + 50'000) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string no_room(const std::vector<KeptPlan>& list) {
    std::uint64_t bytes = 0;
    for (const KeptPlan& kept : list) bytes += kept.bytes;
    return "It could not be stored, and nothing has changed. The plans that are kept here take " +
           megabytes(bytes) + ": export one as a file and delete it here, then try again.";
}

/// Why the stored text cannot be handled; empty: it can. Only somebody else can have put such a file there:
/// what Platform::load() gives of it is its beginning, which must not take the place of the whole.
std::string too_large(Platform& platform, const std::string& key) {
    const std::uint64_t bytes = platform.stored_bytes(key);
    if (bytes <= limits::kTextBytes) return {};
    return in_quotes(name_of_key(key)) + " has " + megabytes(bytes) + ", and a plan has at most " +
           megabytes(limits::kTextBytes) + ": all but its beginning would be lost. Nothing has changed.";
}

/// The stored text that a request is about; empty: none.
std::string key_of(const KeptRequest& request) {
    if (request.kind == KeptRequest::Kind::take_back) return {};
    return request.kind == KeptRequest::Kind::keep ? kept_key(tidy_name(request.name)) : request.key;
}

/// Why a tidy name cannot be taken; empty: it can.
std::string refused_name(const std::string& name) {
    if (name.empty()) return "A plan that is kept needs a name.";
    if (name.size() <= kLongestKeptName) return {};
    return "That name is too long: " + std::to_string(kLongestKeptName) +
           " letters are the most, fewer of other alphabets.";
}

void remember_lost(KeptPlans& kept, LostPlan lost) {
    if (kept.lost.size() == kMostLost) kept.lost.erase(kept.lost.begin());
    kept.lost.push_back(std::move(lost));
}

}  // namespace

void App::list_kept_plans() { state_->ui.kept.list = kept_plans(state_->platform); }

void App::storage_changed() {
    if (!state_->ui.kept.open) return;  // it is read when it opens
    list_kept_plans();
    state_->scheduler.request_frames();
}

void App::show_kept_plans(bool to_keep) {
    State& state = *state_;
    KeptPlans& kept = state.ui.kept;
    kept.open = true;
    kept.focus_name = to_keep;
    kept.name = tidy_name(state.session.plan().name);
    kept.occupied.clear();
    kept.renaming.clear();
    kept.message = {};
    list_kept_plans();
}

void App::run_kept_request() {
    const KeptRequest request = state_->ui.kept.request;
    const std::string key = key_of(request);
    const std::string refused = key.empty() ? key : too_large(state_->platform, key);
    if (!refused.empty()) return tell(state_->ui.kept, Severity::error, refused);
    switch (request.kind) {
        case KeptRequest::Kind::open: open_kept_plan(request.key); break;
        case KeptRequest::Kind::keep: keep_plan(request); break;
        case KeptRequest::Kind::rename: rename_kept_plan(request); break;
        case KeptRequest::Kind::remove: delete_kept_plan(request.key); break;
        case KeptRequest::Kind::take_back: take_back_kept_plan(); break;
        case KeptRequest::Kind::save_file: save_kept_plan(request.key); break;
    }
    if (state_->ui.kept.open) list_kept_plans();
}

void App::open_kept_plan(const std::string& key) {
    State& state = *state_;
    const auto stored = state.platform.load(key);
    if (!stored) return tell(state.ui.kept, Severity::error, is_gone(key));
    if (open_text(plan_in_kept(*stored), in_quotes(name_of_key(key)))) {
        state.ui.kept.open = false;
    } else {
        tell(state.ui.kept, Severity::error, std::exchange(state.ui.notice, {}).text);
    }
}

void App::keep_plan(const KeptRequest& request) {
    State& state = *state_;
    KeptPlans& kept = state.ui.kept;
    const std::string name = tidy_name(request.name);
    if (const std::string refused = refused_name(name); !refused.empty())
        return tell(kept, Severity::error, refused);
    const std::string key = kept_key(name);
    auto before = state.platform.load(key);
    if (before && kept.occupied != key) {
        kept.occupied = key;
        kept.message = {};
        return;
    }
    kept.occupied.clear();
    if (!before && state.platform.stored_keys(kKeptPrefix).size() >= kMostKeptPlans)
        return tell(kept, Severity::error,
                    std::to_string(kMostKeptPlans) +
                        " plans are kept here, and that is the most. Delete one, or export it first.");
    const std::string text = kept_text(state.session.text_to_save(), state.platform.local_time());
    if (!state.platform.store(key, text)) return tell(kept, Severity::error, no_room(kept.list));
    if (before) remember_lost(kept, {key, name, *std::move(before), text});
    tell(kept, Severity::info, "Kept as " + in_quotes(name) + ".");
}

void App::rename_kept_plan(const KeptRequest& request) {
    State& state = *state_;
    KeptPlans& kept = state.ui.kept;
    const std::string name = tidy_name(request.name);
    const std::string key = kept_key(name);
    if (key == request.key) return;
    if (const std::string refused = refused_name(name); !refused.empty())
        return tell(kept, Severity::error, refused);
    if (state.platform.load(key))
        return tell(kept, Severity::error, "There is a plan called " + in_quotes(name) + " already.");
    const auto text = state.platform.load(request.key);
    if (!text) return tell(kept, Severity::error, is_gone(request.key));
    // It is twice here for a moment: where there is no room for that, the old name stays.
    if (!state.platform.store(key, *text)) return tell(kept, Severity::error, no_room(kept.list));
    if (!state.platform.forget(request.key))
        return tell(kept, Severity::warning,
                    in_quotes(name) + " is a copy: what it was made of could not be deleted.");
    tell(kept, Severity::info,
         "Renamed " + in_quotes(name_of_key(request.key)) + " to " + in_quotes(name) + ".");
}

void App::delete_kept_plan(const std::string& key) {
    State& state = *state_;
    KeptPlans& kept = state.ui.kept;
    auto text = state.platform.load(key);
    const std::string name = name_of_key(key);
    if (!state.platform.forget(key))
        return tell(kept, Severity::error, in_quotes(name) + " could not be deleted.");
    if (text) remember_lost(kept, {key, name, *std::move(text), std::nullopt});
    tell(kept, Severity::info, "Deleted " + in_quotes(name) + ".");
}

void App::take_back_kept_plan() {
    State& state = *state_;
    KeptPlans& kept = state.ui.kept;
    if (kept.lost.empty()) return;
    const LostPlan& lost = kept.lost.back();
    const std::string name = in_quotes(lost.name);
    if (state.platform.load(lost.key) != lost.instead)
        return tell(kept, Severity::error,
                    "Another plan is called " + name + " by now. Rename that one, then press Undo again.");
    if (!state.platform.store(lost.key, lost.text)) return tell(kept, Severity::error, no_room(kept.list));
    tell(kept, Severity::info, name + " is as it was.");
    kept.lost.pop_back();
}

void App::save_kept_plan(const std::string& key) {
    State& state = *state_;
    const auto stored = state.platform.load(key);
    if (!stored) return tell(state.ui.kept, Severity::error, is_gone(key));
    const std::string name = file_name(name_of_key(key), ".yaml");
    const std::string text(plan_in_kept(*stored));
    state.ui.kept.open = state.platform.file_access() == FileAccess::dialogs;
    // It is not the plan on screen: that one keeps its place.
    offer(name, text, false);
}

}  // namespace stowage::ui
