// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "stowage/json_pointer.hpp"
#include "stowage/limits.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// One pass over a node tree: collects every error with its place instead of stopping at the first.
class Decoding {
  public:
    /// Starts at the place that the root node has in its plan.
    explicit Decoding(std::string pointer = {}) : pointer_(std::move(pointer)) {}

    /// Below this scope the pointer is one key longer.
    class Scope {
      public:
        Scope(Decoding& decoding, std::string_view key)
            : decoding_(decoding), length_(decoding.pointer_.size()) {
            decoding.pointer_ = child_pointer(decoding.pointer_, key);
        }
        ~Scope() { decoding_.pointer_.resize(length_); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

      private:
        Decoding& decoding_;
        std::size_t length_;
    };

    /// Records what is wrong at the current pointer. Always false, for `return decoding.fail(...)`.
    bool fail(TextPosition position, Error error) {
        if (is_full()) return false;
        error.where = pointer_;
        error.line = position.line;
        error.column = position.column;
        errors_.push_back(std::move(error));
        return false;
    }

    /// True when more errors would not be kept: there is no point in reading on.
    [[nodiscard]] bool is_full() const { return errors_.size() >= limits::kErrors; }
    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    [[nodiscard]] bool failed() const { return !errors_.empty(); }
    /// Whether anything at the current pointer or below it failed, when nothing was read since.
    [[nodiscard]] bool failed_at_or_below() const {
        return !errors_.empty() && errors_.back().where.starts_with(pointer_);
    }
    [[nodiscard]] Errors take_errors() { return std::move(errors_); }

  private:
    std::string pointer_;
    Errors errors_;
};

}  // namespace stowage
