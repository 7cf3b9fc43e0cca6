// SPDX-License-Identifier: MIT
#include "desktop_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "stowage/limits.hpp"

namespace stowage::desktop {
namespace {

std::filesystem::path environment_path(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

Error failed(std::string_view what, const std::filesystem::path& path) {
    const int code = errno != 0 ? errno : EIO;
    return Error{ErrorCode::syntax,
                 path.string() + ": cannot be " + std::string(what) + ": " + std::strerror(code)};
}

/// Where the symbolic links lead that begin at `path`, also when nothing is there yet.
std::filesystem::path end_of_links(std::filesystem::path path) {
    constexpr int kMostLinks = 40;  // as many as Linux follows
    std::error_code problem;
    for (int i = 0; i < kMostLinks && std::filesystem::is_symlink(path, problem); ++i)
        path = path.parent_path() / std::filesystem::read_symlink(path, problem);
    return path;
}

/// A new, empty file in the folder of another. Removed in the end, unless it took the other's place.
class NewFile {
  public:
    explicit NewFile(const std::filesystem::path& beside) {
        constexpr mode_t kAsUmaskAllows = 0666;
        constexpr int kAttempts = 100;  // what a process of the same number left behind when it was killed
        for (int i = 0; i < kAttempts; ++i) {
            const auto path = beside.parent_path() /
                              (".stowage-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".part");
            descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAsUmaskAllows);
            if (descriptor_ >= 0) path_ = path;
            if (descriptor_ >= 0 || errno != EEXIST) return;
        }
    }
    ~NewFile() {
        const int reason = errno;  // of what failed before
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!path_.empty()) ::unlink(path_.c_str());
        errno = reason;
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] bool set_mode(mode_t mode) const { return ::fchmod(descriptor_, mode) == 0; }
    [[nodiscard]] bool write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t written = ::write(descriptor_, text.data(), text.size());
            if (written < 0 && errno != EINTR) return false;
            if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    /// On disk before the name changes hands: a power cut leaves the old text or the new one, whole.
    [[nodiscard]] bool take_place_of(const std::filesystem::path& target) {
        if (::fsync(descriptor_) != 0) return false;
        if (::close(std::exchange(descriptor_, -1)) != 0) return false;
        if (::rename(path_.c_str(), target.c_str()) != 0) return false;
        path_.clear();
        return true;
    }

  private:
    std::filesystem::path path_;  ///< empty once it is not this one's to remove
    int descriptor_ = -1;
};

/// False, with errno set, for a device or a pipe, which would become a file.
bool is_file(const struct stat& existing) {
    if (S_ISREG(existing.st_mode)) return true;
    errno = S_ISDIR(existing.st_mode) ? EISDIR : ENOTSUP;
    return false;
}

/// False, with errno set, when it failed; then nothing has changed.
bool replace(const std::filesystem::path& target, std::string_view text) {
    constexpr mode_t kPermissions = 07777;
    struct stat existing = {};
    const bool exists = ::stat(target.c_str(), &existing) == 0;
    if (exists ? !is_file(existing) : errno != ENOENT) return false;  // links in a circle are another reason
    NewFile file(target);
    return file.is_open() && (!exists || file.set_mode(existing.st_mode & kPermissions)) &&
           file.write(text) && file.take_place_of(target);
}

}  // namespace

std::filesystem::path configuration_folder() {
    const auto configured = environment_path("XDG_CONFIG_HOME");
    if (!configured.empty()) return configured / "stowage";
    const auto home = environment_path("HOME");
    return home.empty() ? home : home / ".config" / "stowage";
}

std::vector<std::string> files_in(const std::filesystem::path& folder, std::string_view prefix) {
    std::vector<std::string> names;
    std::error_code problem;
    std::filesystem::directory_iterator entry(folder, problem);
    for (; !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
        std::error_code unknown;
        const std::string name = entry->path().filename().string();
        if (name.starts_with(prefix) && entry->is_regular_file(unknown)) names.push_back(name);
    }
    return names;
}

Result<std::string> read_file(const std::filesystem::path& path) {
    errno = 0;
    std::error_code ignored;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, ignored)) return failed("read", path);
    std::string text(limits::kTextBytes + 1, '\0');  // one byte more than allowed tells that it is too long
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad()) return failed("read", path);
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

std::uint64_t file_bytes(const std::filesystem::path& path) {
    std::error_code problem;
    const auto bytes = std::filesystem::file_size(path, problem);
    return problem ? 0 : bytes;
}

Result<bool> write_file(const std::filesystem::path& path, std::string_view text) {
    const auto target = end_of_links(path);
    std::error_code problem;
    if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), problem);
    errno = problem.value();
    if (problem || !replace(target, text)) return failed("written", path);
    return true;
}

}  // namespace stowage::desktop
