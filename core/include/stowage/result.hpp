// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace stowage {

/// Why a text could not become a value. Codes are stable: they appear in JSON and in tests.
enum class ErrorCode {
    syntax,         ///< the text is not YAML, JSON, a number, a link ...
    type,           ///< a map where a text is expected, and the like
    unit,           ///< a quantity without a unit, or with an unknown one
    unknown_key,    ///< a key that the format does not have
    unknown_value,  ///< a word that is not one of the accepted words
    missing,        ///< something required is absent
    out_of_range,   ///< below or above a limit
    dangling_name,  ///< a name that refers to nothing
    duplicate,      ///< the same name twice
    version,        ///< written by a newer format
    damaged,        ///< a checksum does not match, or the tail is missing
};

/// As JSON spells it.
[[nodiscard]] std::string_view name_of(ErrorCode code);

/// One reason why something cannot be read, with its place and what would be accepted.
struct Error {
    ErrorCode code{};
    std::string message{};   ///< one sentence without full stop; names the value and the limit
    std::string accepted{};  ///< examples or a range of what would be accepted; may be empty
    std::string where{};     ///< JSON pointer of the value, empty for the whole document
    int line = 0;            ///< 1-based; 0 when the place in the text is unknown
    int column = 0;

    friend bool operator==(const Error&, const Error&) = default;
};

using Errors = std::vector<Error>;

/// "line 3, column 9: /environments/a/hours: message (accepted: ...)"
[[nodiscard]] std::string to_text(const Error& error);

/// A value, or the reason why there is none. Stands in for std::expected (C++23).
template <class T, class E = Error>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T& operator*() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& operator*() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    const T* operator->() const {
        assert(has_value());
        return std::get_if<0>(&state_);
    }
    const E& error() const {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }

  private:
    std::variant<T, E> state_;
};

}  // namespace stowage
