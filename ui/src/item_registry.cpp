// SPDX-License-Identifier: MIT
#include "stowage/ui/item_registry.hpp"

namespace stowage::ui {

std::string_view name_of(Role role) {
    switch (role) {
        case Role::button: return "button";
        case Role::tab: return "tab";
        case Role::textbox: return "textbox";
        case Role::combobox: return "combobox";
        case Role::option: return "option";
        case Role::checkbox: return "checkbox";
        case Role::menuitem: return "menuitem";
        case Role::link: return "link";
        case Role::heading: return "heading";
        case Role::text: return "text";
        case Role::image: return "img";
        case Role::status: return "status";
    }
    return "text";
}

std::string_view name_of(Surface surface) {
    switch (surface) {
        case Surface::window: return "window";
        case Surface::popup: return "popup";
        case Surface::dialog: return "dialog";
    }
    return "window";
}

const Item* ItemRegistry::find(std::string_view path) const {
    for (const Item& item : items_) {
        if (item.path == path) return &item;
    }
    return nullptr;
}

}  // namespace stowage::ui
