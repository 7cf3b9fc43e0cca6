// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <streambuf>

namespace stowage::cli {

/// Writes to a file descriptor and keeps the reason when that fails, which std::cout forgets: a full disk is
/// an error, a reader that has seen enough (`| head`) is not.
class OutputFile : public std::streambuf {
  public:
    explicit OutputFile(int descriptor);

    /// The errno of the first write that failed; 0 when all went well.
    [[nodiscard]] int problem() const { return problem_; }

  protected:
    int_type overflow(int_type character) override;
    int sync() override;

  private:
    int descriptor_;
    int problem_ = 0;
    std::array<char, 65'536> buffer_{};
};

}  // namespace stowage::cli
