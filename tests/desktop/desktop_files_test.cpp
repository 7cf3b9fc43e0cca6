// SPDX-License-Identifier: MIT
#include "desktop_files.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "temporary_folder.hpp"

using namespace stowage;
using namespace stowage::desktop;
using stowage::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
    const auto text = read_file(path);
    return text ? *text : to_text(text.error());
}

void put(const fs::path& path, const char* text) { std::ofstream(path) << text; }

/// Lets no file of this process grow beyond `bytes`, as a full disk would.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        const rlimit limit{bytes, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    void (*handler_)(int);
    rlimit before_{};
};

}  // namespace

TEST_SUITE("files of the desktop tool") {
    TEST_CASE("what was written is read, and nothing else is left in the folder") {
        const TemporaryFolder folder;
        REQUIRE(write_file(folder.file("plan.yaml"), "stowage: 0\n"));
        CHECK(content(folder.file("plan.yaml")) == "stowage: 0\n");
        REQUIRE(write_file(folder.file("plan.yaml"), "shorter"));
        CHECK(content(folder.file("plan.yaml")) == "shorter");
        CHECK(folder.entries() == 1);
    }

    TEST_CASE("missing folders are made") {
        const TemporaryFolder folder;
        REQUIRE(write_file(folder.file("new") / "folder" / "plan.yaml", "text"));
        CHECK(content(folder.file("new") / "folder" / "plan.yaml") == "text");
    }

    TEST_CASE("a new file gets the permissions that the umask leaves") {
        const TemporaryFolder folder;
        const mode_t before = ::umask(027);
        const auto written = write_file(folder.file("plan.yaml"), "text");
        ::umask(before);
        REQUIRE(written);
        CHECK(fs::status(folder.file("plan.yaml")).permissions() == fs::perms{0640});
    }

    TEST_CASE("an existing file keeps its permissions, wider or narrower than the umask leaves") {
        const TemporaryFolder folder;
        for (const fs::perms mode : {fs::perms{0600}, fs::perms{0666}}) {
            put(folder.file("plan.yaml"), "old");
            fs::permissions(folder.file("plan.yaml"), mode);
            REQUIRE(write_file(folder.file("plan.yaml"), "new"));
            CHECK(fs::status(folder.file("plan.yaml")).permissions() == mode);
        }
    }

    TEST_CASE("a symbolic link stays one; the file behind it is replaced") {
        const TemporaryFolder folder;
        fs::create_directory(folder.file("real"));
        put(folder.file("real") / "plan.yaml", "old");
        fs::create_symlink("real/plan.yaml", folder.file("second"));
        fs::create_symlink(folder.file("second"), folder.file("first"));
        REQUIRE(write_file(folder.file("first"), "new"));
        CHECK(fs::is_symlink(folder.file("first")));
        CHECK(fs::is_symlink(folder.file("second")));
        CHECK(content(folder.file("real") / "plan.yaml") == "new");
    }

    TEST_CASE("a symbolic link to nothing makes the file that it names") {
        const TemporaryFolder folder;
        fs::create_symlink("later.yaml", folder.file("plan.yaml"));
        REQUIRE(write_file(folder.file("plan.yaml"), "text"));
        CHECK(fs::is_symlink(folder.file("plan.yaml")));
        CHECK(content(folder.file("later.yaml")) == "text");
    }

    TEST_CASE("links in a circle, folders and pipes are refused and stay what they are") {
        const TemporaryFolder folder;
        fs::create_symlink("b", folder.file("a"));
        fs::create_symlink("a", folder.file("b"));
        fs::create_directory(folder.file("folder"));
        REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
        CHECK_FALSE(write_file(folder.file("a"), "text"));
        CHECK(fs::is_symlink(folder.file("a")));
        CHECK(fs::is_symlink(folder.file("b")));
        const auto refused = write_file(folder.file("folder"), "text");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message ==
              folder.file("folder").string() + ": cannot be written: Is a directory");
        CHECK_FALSE(write_file(folder.file("pipe"), "text"));
        CHECK(fs::is_fifo(folder.file("pipe")));
        CHECK(folder.entries() == 4);
    }

    TEST_CASE("where writing fails half-way the old text stays and nothing is left behind") {
        const TemporaryFolder folder;
        put(folder.file("plan.yaml"), "old");
        const auto refused = [&] {
            const FileSizeLimit limit(1000);
            return write_file(folder.file("plan.yaml"), std::string(5000, 'x'));
        }();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message ==
              folder.file("plan.yaml").string() + ": cannot be written: File too large");
        CHECK(content(folder.file("plan.yaml")) == "old");
        CHECK(folder.entries() == 1);
    }

    TEST_CASE("what a killed process left behind is in nobody's way") {
        const TemporaryFolder folder;
        put(folder.file(".stowage-" + std::to_string(::getpid()) + "-0.part"), "half a te");
        REQUIRE(write_file(folder.file("plan.yaml"), "text"));
        CHECK(content(folder.file("plan.yaml")) == "text");
        CHECK(folder.entries() == 2);
    }

    TEST_CASE("files are listed by how their names begin, folders are not") {
        const TemporaryFolder folder;
        put(folder.file("kept.shop"), "a");
        put(folder.file("plan"), "b");
        fs::create_directory(folder.file("kept.folder"));
        CHECK(files_in(folder.path(), "kept.") == std::vector<std::string>{"kept.shop"});
        CHECK(files_in(folder.file("none"), "kept.").empty());
    }

    TEST_CASE("a file has its whole size, also where it is larger than what is read of it") {
        const TemporaryFolder folder;
        const std::string large(8u * 1024 * 1024 + 10, 'x');
        REQUIRE(write_file(folder.file("kept.large"), large));
        CHECK(file_bytes(folder.file("kept.large")) == large.size());
        CHECK(content(folder.file("kept.large")).size() == 8u * 1024 * 1024 + 1);
        CHECK(file_bytes(folder.file("none")) == 0);
    }

    TEST_CASE("a file that cannot be read says why") {
        const TemporaryFolder folder;
        const auto missing = read_file(folder.file("none"));
        REQUIRE_FALSE(missing);
        CHECK(missing.error().message ==
              folder.file("none").string() + ": cannot be read: No such file or directory");
        CHECK_FALSE(read_file(folder.file("")));
    }
}
