// SPDX-License-Identifier: MIT
#include "new_names.hpp"

#include "stowage/ui/frame_scheduler.hpp"

namespace stowage::ui {
namespace {

/// The path with another pointer in it, also where it follows a prefix such as "panel"; true when it had it.
bool replace_pointer(std::string& path, const std::string& from, const std::string& to) {
    const std::size_t at = path.find(from);
    if (at == std::string::npos || !is_at_or_below(std::string_view(path).substr(at), from)) return false;
    path.replace(at, from.size(), to);
    return true;
}

std::string focused_path(const ItemRegistry& items) {
    for (const Item& item : items.items()) {
        if (item.focused) return item.path;
    }
    return {};
}

void keep_panel(ServicePanel& panel, const ElementRef& before, const ElementRef& after) {
    if (panel.environment != before.environment) return;
    if (before.kind == ElementKind::service && panel.service == before.name) panel.service = after.name;
    panel.environment = after.environment;
    replace_pointer(panel.opened_by, pointer_to(before), pointer_to(after));
}

}  // namespace

void name_added(UiState& ui, const ElementRef& added) {
    ui.comparison.open = ui.load_view.open = ui.side_by_side.open = false;
    ui.panel = {};
    ui.naming = ui.edit.focus_path = pointer_to(added) + "/title";
}

void keep_focus(UiState& ui, const ItemRegistry& items, const ElementRef& before, const ElementRef& after) {
    const std::string from = pointer_to(before);
    const std::string to = pointer_to(after);
    if (from == to) return;
    keep_panel(ui.panel, before, after);
    EditState& edit = ui.edit;
    replace_pointer(edit.focus_path, from, to);
    replace_pointer(edit.highlight, from, to);
    replace_pointer(ui.naming, from, to);
    // What follows the name was drawn in this frame already, and was given the focus by its old path.
    if (replace_pointer(edit.focus_given, from, to)) edit.focus_path = edit.focus_given;
    const bool typing = !edit.path.empty();
    std::string kept = typing ? edit.path : focused_path(items);
    if (!replace_pointer(kept, from, to)) return;
    edit.path.clear();
    if (!edit.focus_path.empty()) return;
    edit.kept_path = kept;
    edit.kept_typing = typing;
    edit.kept_frames = 0;
}

void drop_stale_focus(UiState& ui) {
    EditState& edit = ui.edit;
    const std::string& name = ui.naming;
    if (edit.path != name && edit.focus_path != name && edit.focus_given != name) ui.naming.clear();
    if (!edit.kept_path.empty() && ++edit.kept_frames > FrameScheduler::kFramesAfterEvent)
        edit.kept_path.clear();
}

}  // namespace stowage::ui
