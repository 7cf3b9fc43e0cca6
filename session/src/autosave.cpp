// SPDX-License-Identifier: MIT
#include "stowage/session/autosave.hpp"

namespace stowage {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

void Autosave::observe(std::uint64_t revision, double now) {
    // The revision that a session starts with was just loaded; it needs no saving.
    if (seen_ && *seen_ != revision) due_ = now + kDelay;
    seen_ = revision;
}

bool Autosave::take_due(double now) {
    if (now < due_) return false;
    due_ = kNever;
    return true;
}

bool Autosave::take_pending() {
    const bool pending = due_ != kNever;
    due_ = kNever;
    return pending;
}

double Autosave::next_due() const { return due_; }

}  // namespace stowage
