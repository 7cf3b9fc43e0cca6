// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <thread>

namespace stowage::desktop {

/// Takes the signals by which the system or a terminal ends a program (SIGTERM, SIGINT, SIGHUP), so that the
/// program can save its work first; a second one ends it at once. To be made before anything else starts
/// threads, which would get the signals.
class Termination {
  public:
    /// `wake` is called in a thread of its own when such a signal has come.
    explicit Termination(void (*wake)());
    ~Termination();
    Termination(const Termination&) = delete;
    Termination& operator=(const Termination&) = delete;

    [[nodiscard]] bool wanted() const { return wanted_; }

  private:
    std::atomic<bool> wanted_{false};
    std::atomic<bool> over_{false};
    std::thread waiting_;
};

}  // namespace stowage::desktop
