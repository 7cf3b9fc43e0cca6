// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace stowage {

/// When to save: a second after the last change, so that typing does not save at every key. Pure: takes the
/// time, never asks for it; seconds of any clock that does not run backwards.
class Autosave {
  public:
    static constexpr double kDelay = 1.0;

    /// Tells the revision that is on screen.
    void observe(std::uint64_t revision, double now);
    /// True once when a changed revision has rested long enough; the caller saves it.
    [[nodiscard]] bool take_due(double now);
    /// True once when anything is unsaved: before the page goes away.
    [[nodiscard]] bool take_pending();
    /// When take_due() will be true; infinite when nothing waits.
    [[nodiscard]] double next_due() const;

  private:
    std::optional<std::uint64_t> seen_;
    double due_ = std::numeric_limits<double>::infinity();
};

}  // namespace stowage
