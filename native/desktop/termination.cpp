// SPDX-License-Identifier: MIT
#include "termination.hpp"

#include <pthread.h>

#include <csignal>
#include <cstdlib>

namespace stowage::desktop {
namespace {

constexpr int kEndedBySignal = 128;  // plus its number: what shells report

/// Without those that whoever started the program has switched off, as nohup does.
sigset_t ending_signals() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        struct sigaction now = {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler != SIG_IGN) ::sigaddset(&signals, signal);
    }
    return signals;
}

}  // namespace

Termination::Termination(void (*wake)()) {
    const sigset_t signals = ending_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiting_ = std::thread([this, wake, signals] {
        int signal = 0;
        ::sigwait(&signals, &signal);
        if (over_) return;
        wanted_ = true;
        wake();
        ::sigwait(&signals, &signal);
        if (!over_) std::_Exit(kEndedBySignal + signal);
    });
}

Termination::~Termination() {
    over_ = true;
    ::pthread_kill(waiting_.native_handle(), SIGTERM);
    waiting_.join();
}

}  // namespace stowage::desktop
