// SPDX-License-Identifier: MIT
//
// The page's sscanf(), in the place of the C library's, which is 3 KB of the first load (brotli). Dear
// ImGui's renderer reads the version of the shading language with it; what else it could read are settings,
// which the page never loads.
#include <cstdarg>
#include <cstdlib>
#include <cstring>

extern "C" int sscanf(const char* text, const char* format, ...) {
    constexpr char kVersion[] = "#version %d";
    const std::size_t prefix = sizeof kVersion - 3;  // before "%d"
    if (std::strcmp(format, kVersion) != 0 || std::strncmp(text, kVersion, prefix) != 0) return 0;
    std::va_list results;
    va_start(results, format);
    *va_arg(results, int*) = std::atoi(text + prefix);
    va_end(results);
    return 1;
}
