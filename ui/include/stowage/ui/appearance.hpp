// SPDX-License-Identifier: MIT
#pragma once

namespace stowage::ui {

/// How the interface looks, or how the system wants it to.
struct Appearance {
    bool dark = false;
    bool high_contrast = false;

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

}  // namespace stowage::ui
