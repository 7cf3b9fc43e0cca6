// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "stowage/text/node.hpp"

namespace stowage {
namespace {

using Json = nlohmann::ordered_json;
constexpr int kCompact = -1;
constexpr int kIndent = 2;

/// Text as a JSON string. Bytes that are not UTF-8 become U+FFFD: a writer cannot fail.
std::string json_string(const std::string& text) {
    return Json(text).dump(kCompact, ' ', false, Json::error_handler_t::replace);
}

class Writer {
  public:
    explicit Writer(int indent) : indent_(indent) {}

    void write(const Node& node) {
        switch (node.kind) {
            case Node::Kind::null: text += "null"; break;
            case Node::Kind::scalar:
                text += node.style == Node::Style::text ? json_string(node.scalar) : node.scalar;
                break;
            case Node::Kind::sequence:
                list('[', ']', node.items.size(), [&](std::size_t i) { write(node.items[i]); });
                break;
            case Node::Kind::map:
                list('{', '}', node.members.size(), [&](std::size_t i) {
                    text += json_string(node.members[i].key) + (indent_ == kCompact ? ":" : ": ");
                    write(node.members[i].value);
                });
                break;
        }
    }

    std::string text;

  private:
    template <class WriteElement>
    void list(char open, char close, std::size_t count, WriteElement write_element) {
        text += open;
        ++depth_;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) text += ',';
            new_line();
            write_element(i);
        }
        --depth_;
        if (count > 0) new_line();
        text += close;
    }

    void new_line() {
        if (indent_ == kCompact) return;
        text += '\n';
        text.append(static_cast<std::size_t>(depth_ * indent_), ' ');
    }

    int indent_;
    int depth_ = 0;
};

}  // namespace

std::string write_compact_json(const Node& node) {
    Writer writer(kCompact);
    writer.write(node);
    return std::move(writer.text);
}

std::string write_json(const Node& node) {
    Writer writer(kIndent);
    writer.write(node);
    writer.text += '\n';
    return std::move(writer.text);
}

}  // namespace stowage
