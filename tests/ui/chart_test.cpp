// SPDX-License-Identifier: MIT
//
// The chart by itself, in a window of a given width: what it draws, what it tells, how it is operated.
#include "../../ui/widgets/chart.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../../ui/src/style.hpp"
#include "null_renderer.hpp"
#include "sample_charts.hpp"
#include "stowage/text/chart_svg.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr float kMargin = 10;
constexpr float kHeight = 15;  // em
constexpr const char* kPath = "chart";

/// A window with one chart.
class ChartWindow {
  public:
    ChartWindow(const Chart& chart, float width) : context_(ImGui::CreateContext()), chart_(chart) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.IniFilename = nullptr;
        io.DisplaySize = {width, 400};
        fonts_ = ui::load_fonts();
        ui::apply_style(ui::light_theme());
        draw();
        draw();
    }
    ~ChartWindow() { ImGui::DestroyContext(context_); }
    ChartWindow(const ChartWindow&) = delete;
    ChartWindow& operator=(const ChartWindow&) = delete;

    void draw() {
        items_.clear();
        ui::WidgetContext context{items_, ui::light_theme(), fonts_, edit_};
        ImGui::GetIO().DeltaTime = 1.0f / 60;
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(kMargin, kMargin));
        ImGui::Begin("window", nullptr, ImGuiWindowFlags_NoDecoration);
        ImGui::PopStyleVar();
        ui::chart(context, kPath, chart_, kHeight);
        ImGui::End();
        ImGui::Render();
        take_textures();
    }

    void move_to(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        draw();
        draw();
    }

    void press(ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(key, true);
        draw();
        ImGui::GetIO().AddKeyEvent(key, false);
        draw();
        draw();
    }

    [[nodiscard]] ui::Item item(std::string_view path) const {
        const ui::Item* found = items_.find(path);
        REQUIRE_MESSAGE(found != nullptr, "not on screen: " << path);
        return found == nullptr ? ui::Item{} : *found;
    }
    [[nodiscard]] bool asked() const { return items_.find("chart/position") != nullptr; }
    [[nodiscard]] std::string values() const { return item("chart/position").label; }

    /// The ends of all that was drawn, tooltips too.
    [[nodiscard]] static ui::Rect drawn() {
        ui::Rect rect{1e9F, 1e9F, 0, 0};
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
            for (const ImDrawVert& vertex : list->VtxBuffer) {
                rect = {std::min(rect.left, vertex.pos.x), std::min(rect.top, vertex.pos.y),
                        std::max(rect.right, vertex.pos.x), std::max(rect.bottom, vertex.pos.y)};
            }
        }
        return rect;
    }

  private:
    ImGuiContext* context_;
    Chart chart_;
    ui::Fonts fonts_{};
    ui::EditState edit_{};
    ui::ItemRegistry items_{};
};

}  // namespace

TEST_SUITE("chart widget") {
    TEST_CASE("every kind of chart stays in its window, on a phone and on a desk") {
        for (const Chart& chart : sample_charts()) {
            for (const float width : {360.0f, 1280.0f}) {
                CAPTURE(chart.title);
                CAPTURE(width);
                ChartWindow window(chart, width);
                const ui::Rect rect = window.item(kPath).rect;
                CHECK(rect.left == kMargin);
                CHECK(rect.right == width - kMargin);
                for (const float share : {0.02f, 0.3f, 0.5f, 0.7f, 0.98f}) {  // a tooltip stays in it as well
                    window.move_to(rect.left + share * rect.width(), 150);
                    CHECK(window.asked());
                    const ui::Rect drawn = ChartWindow::drawn();
                    CHECK(drawn.left >= 0);
                    CHECK(drawn.right <= width);
                    CHECK(drawn.bottom <= 400);
                }
            }
        }
    }

    TEST_CASE("the main figures are told without seeing the picture") {
        const ChartWindow window(cost_chart(), 800);
        CHECK(window.item(kPath).role == ui::Role::image);
        CHECK(window.item(kPath).label == "Cost against load");
        // 60.74 for each of nine machines; one more every 25/s
        CHECK(window.item(kPath).value ==
              "Cost: from 60.74 USD a month at 0/s to 546.66 USD a month at 200/s. now at 110/s. "
              "budget at 400.00 USD a month.");
    }

    TEST_CASE("under the pointer are the values of every series at the nearest point") {
        Chart chart{"Two", {"", ChartUnit::per_second}, {"", ChartUnit::seconds}, {}};
        chart.series = {{"P95", {{0, 0.1}, {10, 0.2}, {20, 0.4}}},
                        {"Median", {{0, 0.05}, {10, 0.06}, {20, 0.07}}}};
        ChartWindow window(chart, 800);
        CHECK(!window.asked());
        const ui::Rect rect = window.item(kPath).rect;
        window.move_to((rect.left + rect.right) / 2 + 60, 100);
        CHECK(window.values() == "10/s\nP95: 200 ms\nMedian: 60 ms");
        window.move_to(rect.right - 5, 100);
        CHECK(window.values() == "20/s\nP95: 400 ms\nMedian: 70 ms");
        window.move_to(rect.right - 5, 390);
        CHECK(!window.asked());
    }

    TEST_CASE("left and right keys go from point to point") {
        ChartWindow window(cost_chart(), 800);
        window.press(ImGuiKey_Tab);
        CHECK(window.item(kPath).focused);
        CHECK(!window.asked());
        window.press(ImGuiKey_RightArrow);
        CHECK(window.values() == "0/s\nCost: 60.74 USD a month");
        window.press(ImGuiKey_RightArrow);
        CHECK(window.values() == "25/s\nCost: 121.48 USD a month");
        window.press(ImGuiKey_LeftArrow);
        window.press(ImGuiKey_LeftArrow);
        CHECK(window.values() == "0/s\nCost: 60.74 USD a month");  // the first is the end
        CHECK(window.item(kPath).focused);
    }

    TEST_CASE("a chart in a report can be seen on light and on dark pages") {
        const std::string svg = chart_svg(day_chart());
        constexpr std::string_view kStroke = "stroke=\"#";
        int found = 0;
        for (auto at = svg.find(kStroke); at != std::string::npos; at = svg.find(kStroke, at + 1)) {
            const auto hex = std::stoul(svg.substr(at + kStroke.size(), 6), nullptr, 16);
            const ui::Colour colour = ui::rgb(static_cast<std::uint32_t>(hex));
            // WCAG 2.1, success criterion 1.4.11
            CHECK(ui::contrast(colour, ui::light_theme().surface) >= 3);
            CHECK(ui::contrast(colour, ui::dark_theme().surface) >= 3);
            ++found;
        }
        CHECK(found >= 8);  // four lines and their entries in the legend
    }

    TEST_CASE("a chart without values, or with no room, draws nothing that could be asked about") {
        Chart empty;
        empty.title = "Empty";
        ChartWindow window(empty, 360);
        window.move_to(180, 100);
        CHECK(!window.asked());
        ChartWindow narrow(cost_chart(), 60);
        CHECK(narrow.item(kPath).rect.right <= 60);
    }
}
