// SPDX-License-Identifier: MIT
//
// The programs that show file dialogs are scripts here, which answer at once, later or never.
#include "file_dialog.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "temporary_folder.hpp"

using namespace stowage::desktop;
using stowage::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

using Kind = DialogProgram::Kind;
using State = FileDialog::State;
using namespace std::chrono_literals;

fs::path put_script(const fs::path& path, const std::string& commands) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << "#!/bin/sh\n" << commands << "\n";
    fs::permissions(path, fs::perms::owner_all);
    return path;
}

/// Looks until there is an answer, for at most ten seconds.
State answer_of(FileDialog& dialog) {
    State state = dialog.look();
    for (int i = 0; i < 1000 && state == State::open; ++i) {
        std::this_thread::sleep_for(10ms);
        state = dialog.look();
    }
    return state;
}

struct Answer {
    State state;
    std::string path;
    std::string problem;
};

Answer run(const std::string& commands) {
    const TemporaryFolder folder;
    FileDialog dialog({put_script(folder.file("zenity"), commands).string()});
    const State state = answer_of(dialog);
    return {state, dialog.path(), dialog.problem()};
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_SUITE("programs for file dialogs") {
    TEST_CASE("are found in the folders of PATH, in the order that the desktop prefers") {
        const TemporaryFolder folder;
        const auto zenity = put_script(folder.file("a") / "zenity", "");
        const auto kdialog = put_script(folder.file("b") / "kdialog", "");
        const std::string path = "/nowhere::" + folder.file("b").string() + ":" + folder.file("a").string();
        CHECK(find_dialog_program(path, "ubuntu:GNOME") == DialogProgram{Kind::zenity, zenity});
        CHECK(find_dialog_program(path, "") == DialogProgram{Kind::zenity, zenity});
        CHECK(find_dialog_program(path, "KDE") == DialogProgram{Kind::kdialog, kdialog});
        CHECK(find_dialog_program(folder.file("b").string(), "GNOME") ==
              DialogProgram{Kind::kdialog, kdialog});
        CHECK_FALSE(find_dialog_program("/nowhere", "GNOME"));
        CHECK_FALSE(find_dialog_program("", ""));
    }

    TEST_CASE("are no folders, and no files that cannot be run") {
        const TemporaryFolder folder;
        fs::create_directory(folder.file("kdialog"));
        std::ofstream(folder.file("zenity")) << "text";
        CHECK_FALSE(find_dialog_program(folder.path().string(), ""));
    }

    TEST_CASE("get names as they are: no shell reads them") {
        const TemporaryFolder folder;
        const auto seen = folder.file("seen").string();
        const auto program =
            put_script(folder.file("zenity"), "printf '%s\\n' \"$@\" >" + seen + "\necho /x");
        FileDialog dialog(save_dialog({Kind::zenity, program}, "/home/me/a $(touch b); 'c' .yaml"));
        CHECK(answer_of(dialog) == State::chosen);
        CHECK(text_of(seen) ==
              "--file-selection\n--save\n--confirm-overwrite\n--title=Save as\n"
              "--filename=/home/me/a $(touch b); 'c' .yaml\n");
    }

    TEST_CASE("of KDE are asked in their own way") {
        const DialogProgram kdialog{Kind::kdialog, "/usr/bin/kdialog"};
        CHECK(open_dialog(kdialog) ==
              std::vector<std::string>{"/usr/bin/kdialog", "--title", "Open a plan", "--getopenfilename"});
        CHECK(save_dialog(kdialog, "/home/me/plan.yaml") ==
              std::vector<std::string>{"/usr/bin/kdialog", "--title", "Save as", "--getsavefilename",
                                       "/home/me/plan.yaml"});
    }
}

TEST_SUITE("a file dialog") {
    TEST_CASE("answers with the path that was chosen, whatever letters it has") {
        const Answer answer = run("echo '/home/me/two  words é.yaml'");
        CHECK(answer.state == State::chosen);
        CHECK(answer.path == "/home/me/two  words é.yaml");
        CHECK(run("printf '/home/me/line\\nbreak\\n'").path == "/home/me/line\nbreak");
    }

    TEST_CASE("may be cancelled, which is no problem") {
        const Answer answer = run("exit 1");
        CHECK(answer.state == State::cancelled);
        CHECK(answer.problem.empty());
    }

    TEST_CASE("that fails says how") {
        CHECK(run("exit 5").problem == "zenity ended with code 5");
        CHECK(run("kill -9 $$").problem == "zenity was ended by a signal");
        CHECK(run("exit 0").problem == "zenity answered with no path");
        CHECK(run("yes").state == State::failed);
    }

    TEST_CASE("that cannot be started says why") {
        FileDialog dialog({"/nowhere/zenity", "--file-selection"});
        CHECK(dialog.look() == State::failed);
        CHECK(dialog.problem() == "zenity could not be started: No such file or directory");
        FileDialog none({});
        CHECK(none.look() == State::failed);
    }

    TEST_CASE("keeps nobody waiting while it is open, and goes with its owner") {
        const TemporaryFolder folder;
        const auto program = put_script(folder.file("zenity"), "trap '' TERM INT\nexec sleep 60");
        const auto before = std::chrono::steady_clock::now();
        {
            FileDialog dialog({program.string()});
            for (int i = 0; i < 20; ++i) CHECK(dialog.look() == State::open);
        }
        CHECK(std::chrono::steady_clock::now() - before < 20s);
    }
}
