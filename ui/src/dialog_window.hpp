// SPDX-License-Identifier: MIT
//
// A window in the middle that has to be answered before anything else.
#pragma once

namespace stowage::ui {

/// The popup of that name, should it be open; true while there is something to draw into it. Ends with the
/// scope.
class DialogWindow {
  public:
    /// `width` in em, less where the window is narrower.
    DialogWindow(const char* name, float width);
    ~DialogWindow();
    DialogWindow(const DialogWindow&) = delete;
    DialogWindow& operator=(const DialogWindow&) = delete;
    explicit operator bool() const { return open_; }

  private:
    bool open_;
};

}  // namespace stowage::ui
