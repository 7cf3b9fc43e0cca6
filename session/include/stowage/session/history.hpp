// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"

namespace stowage {

/// A state of the plan that undo can return to.
struct HistoryEntry {
    std::shared_ptr<const Plan> plan;
    std::string label;         ///< what led to it: "set replicas"
    std::string shown_before;  ///< the environment on screen when the step was made
    std::string shown_after;   ///< and the one that the step showed
    std::size_t document = 0;  ///< the text that the plan came from: grows with every one that is opened
};

/// Undo and redo: a list of states with a cursor. There is always a current state.
class History {
  public:
    explicit History(HistoryEntry first) : entries_{std::move(first)} {}

    [[nodiscard]] const HistoryEntry& current() const { return entries_[cursor_]; }
    /// What undo() would take back, redo() bring again; empty when there is nothing.
    [[nodiscard]] std::string_view undo_label() const;
    [[nodiscard]] std::string_view redo_label() const;

    /// All states, oldest first, and which of them is current.
    [[nodiscard]] const std::vector<HistoryEntry>& entries() const { return entries_; }
    [[nodiscard]] std::size_t position() const { return cursor_; }

    /// Makes `entry` the current state; what could be redone is forgotten, and of the oldest states as many
    /// as the limits of steps and memory want.
    void push(HistoryEntry entry);
    bool undo();
    bool redo();
    /// Makes the state at that place, or the newest, the current one. False when it is that already.
    bool go_to(std::size_t position);

  private:
    std::vector<HistoryEntry> entries_;
    std::size_t cursor_ = 0;
};

}  // namespace stowage
