// SPDX-License-Identifier: MIT
#include "desktop_files.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <system_error>

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

}  // namespace

std::filesystem::path configuration_folder() {
    const auto configured = environment_path("XDG_CONFIG_HOME");
    if (!configured.empty()) return configured / "stowage";
    const auto home = environment_path("HOME");
    return home.empty() ? home : home / ".config" / "stowage";
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

Result<bool> write_file(const std::filesystem::path& path, std::string_view text) {
    errno = 0;
    std::error_code problem;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), problem);
    auto part = path;
    part += ".part";
    {
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.close();
        if (!file) return failed("written", path);
    }
    std::filesystem::rename(part, path, problem);
    if (problem) {
        errno = problem.value();
        std::filesystem::remove(part, problem);
        return failed("written", path);
    }
    return true;
}

}  // namespace stowage::desktop
