// SPDX-License-Identifier: MIT
//
// What tests ask of a Result. Nothing here fails or throws: in builds without exceptions REQUIRE goes on, so
// a test compares what it gets instead of taking a value that may not be there.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "stowage/result.hpp"

namespace stowage::test {

/// What stands in for the error when there is none. Its code is none of the enumeration, so that no
/// comparison holds.
[[nodiscard]] inline Error no_error() {
    Error accepted;
    accepted.code = static_cast<ErrorCode>(-1);
    accepted.message = "no error: it was accepted";
    return accepted;
}

/// The error of a text that must not be accepted.
template <class T>
[[nodiscard]] Error error_of(const Result<T>& result) {
    return result ? no_error() : result.error();
}

/// The first of several errors.
template <class T>
[[nodiscard]] Error error_of(const Result<T, Errors>& result) {
    return result || result.error().empty() ? no_error() : result.error().front();
}

/// "CODE MESSAGE (accepted: ...)" of a refusal, for one comparison that shows everything when it fails.
template <class T>
[[nodiscard]] std::string refusal_of(const Result<T>& result) {
    if (result) return "accepted";
    return std::string(name_of(result.error().code)) + " " + to_text(result.error());
}

/// One line for each error: "CODE line 3, column 9: POINTER: MESSAGE (accepted: ...)".
template <class T>
[[nodiscard]] std::string refusal_of(const Result<T, Errors>& result) {
    if (result) return "accepted";
    std::string text;
    for (const Error& error : result.error()) {
        text += std::string(name_of(error.code)) + " " + to_text(error) + "\n";
    }
    return text;
}

[[nodiscard]] inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace stowage::test
