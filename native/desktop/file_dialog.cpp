// SPDX-License-Identifier: MIT
#include "file_dialog.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

extern char** environ;

namespace stowage::desktop {
namespace {

constexpr std::size_t kLongestAnswer = 65'536;  // bytes: far more than the longest path of any system

std::filesystem::path program_in(std::string_view folders, const char* name) {
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const std::filesystem::path program = std::filesystem::path(folders.substr(0, end)) / name;
        folders.remove_prefix(std::min(end + 1, folders.size()));
        std::error_code none;
        // An empty entry of the list is the current folder: what lies there is no part of the system.
        if (program.is_absolute() && std::filesystem::is_regular_file(program, none) &&
            ::access(program.c_str(), X_OK) == 0)
            return program;
    }
    return {};
}

/// What posix_spawn() is told besides the command.
class SpawnSetup {
  public:
    explicit SpawnSetup(int output) {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        ::posix_spawnattr_init(&attributes);
        // This process may hold signals back; the dialog must not.
        sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnSetup() {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

}  // namespace

std::optional<DialogProgram> find_dialog_program(std::string_view path, std::string_view desktop) {
    using Kind = DialogProgram::Kind;
    std::array<DialogProgram, 2> programs{DialogProgram{Kind::zenity, program_in(path, "zenity")},
                                          DialogProgram{Kind::kdialog, program_in(path, "kdialog")}};
    if ((":" + std::string(desktop) + ":").find(":KDE:") != std::string::npos)
        std::swap(programs[0], programs[1]);
    for (const DialogProgram& program : programs) {
        if (!program.path.empty()) return program;
    }
    return std::nullopt;
}

std::vector<std::string> open_dialog(const DialogProgram& program) {
    if (program.kind == DialogProgram::Kind::kdialog)
        return {program.path.string(), "--title", "Open a plan", "--getopenfilename"};
    return {program.path.string(), "--file-selection", "--title=Open a plan",
            "--file-filter=Plans (YAML, JSON) | *.yaml *.yml *.json", "--file-filter=All files | *"};
}

std::vector<std::string> save_dialog(const DialogProgram& program, const std::filesystem::path& suggested) {
    if (program.kind == DialogProgram::Kind::kdialog)
        return {program.path.string(), "--title", "Save as", "--getsavefilename", suggested.string()};
    return {program.path.string(), "--file-selection", "--save",
            "--confirm-overwrite", "--title=Save as",  "--filename=" + suggested.string()};
}

FileDialog::FileDialog(const std::vector<std::string>& command)
    : name_(command.empty() ? std::string() : std::filesystem::path(command.front()).filename().string()) {
    std::array<int, 2> ends{-1, -1};
    if (command.empty() || ::pipe(ends.data()) != 0) {
        fail("could not be started");
        return;
    }
    for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    input_ = ends[0];
    ::fcntl(input_, F_SETFL, O_NONBLOCK);  // this end alone: the program may print as it likes
    start(command, ends[1]);
    ::close(ends[1]);
}

FileDialog::~FileDialog() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);  // it has nothing to save, and must not keep this program waiting
        ::waitpid(process_, nullptr, 0);
    }
    if (input_ >= 0) ::close(input_);
}

void FileDialog::start(const std::vector<std::string>& command, int output) {
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const SpawnSetup setup(output);
    const int problem = ::posix_spawn(&process_, arguments.front(), &setup.actions, &setup.attributes,
                                      arguments.data(), environ);
    if (problem == 0) return;
    process_ = -1;
    fail(std::string("could not be started: ") + std::strerror(problem));
}

FileDialog::State FileDialog::look() {
    if (state_ != State::open) return state_;
    int status = 0;
    const pid_t ended = ::waitpid(process_, &status, WNOHANG);
    read_answer();  // what it printed before it ended is here now
    const bool too_long = answer_.size() > kLongestAnswer;
    if (ended == 0 && !too_long) return state_;
    if (ended != 0) process_ = -1;
    if (too_long) {
        fail("answered with no path");
    } else if (ended < 0) {
        fail("did not tell how it ended");
    } else {
        finish(status);
    }
    return state_;
}

void FileDialog::read_answer() {
    std::array<char, 4096> part{};
    while (answer_.size() <= kLongestAnswer) {
        const ssize_t length = ::read(input_, part.data(), part.size());
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) return;  // nothing more for now
        answer_.append(part.data(), static_cast<std::size_t>(length));
    }
}

void FileDialog::finish(int status) {
    constexpr int kCancelled = 1;  // of zenity and of kdialog
    if (!answer_.empty() && answer_.back() == '\n') answer_.pop_back();
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == kCancelled) {
        state_ = State::cancelled;
    } else if (code != 0) {
        fail(code < 0 ? "was ended by a signal" : "ended with code " + std::to_string(code));
    } else if (answer_.empty()) {
        fail("answered with no path");
    } else {
        state_ = State::chosen;
    }
}

void FileDialog::fail(const std::string& reason) {
    state_ = State::failed;
    problem_ = name_ + " " + reason;
}

}  // namespace stowage::desktop
