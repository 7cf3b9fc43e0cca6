// SPDX-License-Identifier: MIT
#include "page_items.hpp"

#include <cmath>

#include "stowage/text/node.hpp"

namespace stowage::web {
namespace {

Node number(float value) { return Node::number(std::to_string(static_cast<int>(std::lround(value)))); }

Node item_node(const ui::Item& item, float scale) {
    Node rect = Node::map();
    rect.add("x", number(item.rect.left * scale));
    rect.add("y", number(item.rect.top * scale));
    rect.add("width", number(item.rect.width() * scale));
    rect.add("height", number(item.rect.height() * scale));
    Node node = Node::map();
    node.add("path", Node::text(item.path));
    node.add("role", Node::text(std::string(name_of(item.role))));
    node.add("label", Node::text(item.label));
    node.add("value", Node::text(item.value));
    node.add("enabled", Node::boolean(item.enabled));
    node.add("focused", Node::boolean(item.focused));
    node.add("surface", Node::text(std::string(name_of(item.surface))));
    node.add("rect", std::move(rect));
    return node;
}

}  // namespace

std::string items_json(const std::vector<ui::Item>& items, float scale) {
    Node list = Node::sequence();
    for (const ui::Item& item : items) list.items.push_back(item_node(item, scale));
    return write_compact_json(list);
}

double ItemsRevision::of(const std::vector<ui::Item>& items, float scale) {
    if (number_ > 0 && scale == scale_ && items == items_) return number_;
    items_ = items;
    scale_ = scale;
    return ++number_;
}

}  // namespace stowage::web
