// SPDX-License-Identifier: MIT
#include "visible_elements.hpp"

#include <imgui.h>

namespace stowage::ui {
namespace {

/// What is in view, in the coordinates of the cursor.
struct View {
    View() {
        const float to_screen = ImGui::GetCursorScreenPos().y - ImGui::GetCursorPosY();
        top = ImGui::GetWindowDrawList()->GetClipRectMin().y - to_screen;
        bottom = ImGui::GetWindowDrawList()->GetClipRectMax().y - to_screen;
    }
    float top;
    float bottom;
};

class VisibleElements {
  public:
    VisibleElements(const LongList& list, ElementHeights& heights) : list_(list), heights_(heights) {
        const float width = ImGui::GetContentRegionAvail().x;
        if (heights.list != list.list || heights.width != width) {
            heights.each.clear();
            for (auto& [kind, height] : heights.of_kind) height.seen = false;
        }
        heights.list = list.list;
        heights.width = width;
        heights.each.resize(list.count);
    }

    void draw() {
        const View view;
        float y = ImGui::GetCursorPosY();
        bool passed_end = false;
        for (std::size_t i = 0; i < list_.count; ++i) {
            const float end = y + height_of(i);
            const bool above = end < view.top;
            const bool below = y > view.bottom;
            const bool last_above = above && i + 1 < list_.count && end + height_of(i + 1) >= view.top;
            const bool first_below = below && !passed_end;
            passed_end = passed_end || below;
            if (!above && !below) {
                draw_in_view(i, y);
            } else if (last_above || first_below || list_.wanted == i) {
                draw_out_of_view(i, y);
            }
            y += height_of(i);
        }
        ImGui::SetCursorPosY(y);
    }

  private:
    [[nodiscard]] float height_of(std::size_t index) const {
        if (heights_.each[index].points > 0) return heights_.each[index].points;
        if (heights_.of_kind.empty())
            return ImGui::GetFrameHeight();  // rather too many than too few are drawn
        const auto known = heights_.of_kind.find(list_.kind(index));
        return (known == heights_.of_kind.end() ? heights_.of_kind.begin() : known)->second.points;
    }

    /// Without the space below it.
    [[nodiscard]] float own_height_of(std::size_t index) const {
        return height_of(index) - ImGui::GetStyle().ItemSpacing.y;
    }

    /// Dear ImGui knows how high a region is when it was drawn once, so the first time a height is assumed.
    void draw_in_view(std::size_t index, float y) {
        ElementHeights::Height& height = heights_.each[index];
        ImGui::SetCursorPosY(y);
        list_.draw(index, height.seen || heights_.of_kind.empty() ? 0 : own_height_of(index));
        if (height.seen) {
            height.points = ImGui::GetCursorPosY() - y;
            ElementHeights::Height& of_kind = heights_.of_kind[list_.kind(index)];
            if (!of_kind.seen) of_kind = {height.points, true};
        }
        height.seen = ImGui::IsItemVisible();  // not so when only the space below it is in view
    }

    void draw_out_of_view(std::size_t index, float y) {
        ImGui::SetCursorPosY(y);
        list_.draw(index, own_height_of(index));
    }

    const LongList& list_;
    ElementHeights& heights_;
};

}  // namespace

void draw_visible(const LongList& list, ElementHeights& heights) { VisibleElements(list, heights).draw(); }

}  // namespace stowage::ui
