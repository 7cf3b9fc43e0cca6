// SPDX-License-Identifier: MIT
#include "stowage/session/history.hpp"

#include <algorithm>
#include <utility>

namespace stowage {
namespace {

/// More steps than anybody takes back one by one.
constexpr std::size_t kMostEntries = 300;
/// A state is a whole plan: 10 KB for the template, but 5 MB for one of 10,000 services. A page has at most 2
/// GB, of which large plans need a good part for other things.
constexpr std::size_t kMostBytes = 128u << 20;
constexpr std::size_t kFewestEntries = 10;  // however large the plan: what was just done can be taken back

/// What the lists of a plan take, without the texts in them: those are short beside the rest.
std::size_t bytes_of(const Plan& plan) {
    std::size_t bytes = sizeof(Plan) + plan.prices.used.size() * sizeof(UsedPrice);
    for (const Environment& environment : plan.environments) {
        bytes += sizeof(Environment) + environment.servers.size() * sizeof(Server) +
                 environment.services.size() * sizeof(Service) + environment.managed.size() * sizeof(Managed);
    }
    return bytes;
}

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
    std::size_t bytes = 0;
    std::size_t kept = 0;
    while (kept < entries_.size() && kept < kMostEntries) {
        bytes += bytes_of(*entries_[entries_.size() - 1 - kept].plan);
        if (kept >= kFewestEntries && bytes > kMostBytes) break;
        ++kept;
    }
    entries_.erase(entries_.begin(), entries_.end() - static_cast<std::ptrdiff_t>(kept));
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

bool History::go_to(std::size_t position) {
    const std::size_t reached = std::min(position, entries_.size() - 1);
    return std::exchange(cursor_, reached) != reached;
}

}  // namespace stowage
