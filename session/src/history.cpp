// SPDX-License-Identifier: MIT
#include "stowage/session/history.hpp"

namespace stowage {
namespace {

/// More steps than anybody takes back one by one; a template-sized plan takes about 10 KB each.
constexpr std::size_t kMostEntries = 300;

}  // namespace

std::string_view History::undo_label() const {
    return cursor_ == 0 ? std::string_view() : std::string_view(entries_[cursor_].label);
}

std::string_view History::redo_label() const {
    return cursor_ + 1 == entries_.size() ? std::string_view()
                                          : std::string_view(entries_[cursor_ + 1].label);
}

void History::push(HistoryEntry entry) {
    entries_.resize(cursor_ + 1);
    entries_.push_back(std::move(entry));
    if (entries_.size() > kMostEntries) entries_.erase(entries_.begin());
    cursor_ = entries_.size() - 1;
}

bool History::undo() {
    if (cursor_ == 0) return false;
    --cursor_;
    return true;
}

bool History::redo() {
    if (cursor_ + 1 == entries_.size()) return false;
    ++cursor_;
    return true;
}

}  // namespace stowage
