// SPDX-License-Identifier: MIT
//
// The file dialog of the system, shown by a program that comes with it: zenity (GTK) or kdialog (KDE).
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stowage::desktop {

struct DialogProgram {
    enum class Kind { zenity, kdialog };
    Kind kind = Kind::zenity;
    std::filesystem::path path{};

    friend bool operator==(const DialogProgram&, const DialogProgram&) = default;
};

/// The one to use of those in the folders of `path`, a list like $PATH: on KDE (`desktop` is a list like
/// $XDG_CURRENT_DESKTOP) kdialog before zenity, elsewhere zenity before kdialog. Nothing where there is none.
[[nodiscard]] std::optional<DialogProgram> find_dialog_program(std::string_view path,
                                                               std::string_view desktop);

/// Command lines, the program's path first. No shell reads them.
[[nodiscard]] std::vector<std::string> open_dialog(const DialogProgram& program);
/// `suggested` is a full path; the dialog itself asks before it answers with a file that exists.
[[nodiscard]] std::vector<std::string> save_dialog(const DialogProgram& program,
                                                   const std::filesystem::path& suggested);

/// A dialog on the screen. Nothing here waits for the user.
class FileDialog {
  public:
    enum class State {
        open,
        chosen,     ///< path() is the answer
        cancelled,  ///< the user wants none
        failed,     ///< there was no dialog: problem() says why
    };

    explicit FileDialog(const std::vector<std::string>& command);
    /// Takes the dialog off the screen.
    ~FileDialog();
    FileDialog(const FileDialog&) = delete;
    FileDialog& operator=(const FileDialog&) = delete;

    /// Looks whether the user has answered.
    [[nodiscard]] State look();
    [[nodiscard]] const std::string& path() const { return answer_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }

  private:
    void start(const std::vector<std::string>& command, int output);
    void read_answer();
    void finish(int status);
    void fail(const std::string& reason);

    State state_ = State::open;
    std::string name_;  ///< of the program
    pid_t process_ = -1;
    int input_ = -1;  ///< what the program prints
    std::string answer_;
    std::string problem_;
};

}  // namespace stowage::desktop
