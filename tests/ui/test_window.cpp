// SPDX-License-Identifier: MIT
#include "test_window.hpp"

#include "fixtures.hpp"
#include "null_renderer.hpp"

namespace stowage::test {
namespace {

constexpr double kFrame = 1.0 / 60;  // seconds: of a common screen
/// No event may keep the interface busy for longer than two seconds of frames.
constexpr int kMostFrames = 120;

ImVec2 centre(const ui::Rect& rect) { return {(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2}; }

const std::shared_ptr<const Catalogue>& shared_catalogue() {
    static const auto kCatalogue = std::make_shared<const Catalogue>(catalogue());
    return kCatalogue;
}

}  // namespace

TestWindow::TestWindow(NullPlatform& platform, const WindowSetup& setup)
    : platform_(platform), context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {setup.width, setup.height};
    ImGuiPlatformIO& clipboard = ImGui::GetPlatformIO();
    clipboard.Platform_ClipboardUserData = &platform_;
    clipboard.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        static_cast<NullPlatform*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard = text;
    };
    clipboard.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<NullPlatform*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)
            ->clipboard.c_str();
    };
    app_ = std::make_unique<ui::App>(platform, shared_catalogue());
    app_->start(setup.location);
    if (!setup.plan.empty()) REQUIRE(app_->open_text(setup.plan, "test.yaml"));
    settle();
}

TestWindow::~TestWindow() {
    app_.reset();
    ImGui::DestroyContext(context_);
}

ui::Rect TestWindow::bounds() const {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

int TestWindow::layers() { return ImGui::GetDrawData()->CmdListsCount; }

ui::Item TestWindow::item(std::string_view path) const {
    const ui::Item* found = app_->items().find(path);
    REQUIRE_MESSAGE(found != nullptr, "not on screen: " << path);
    return found == nullptr ? ui::Item{} : *found;
}

std::string TestWindow::path_of(std::string_view label) const {
    for (const ui::Item& item : items()) {
        if (item.label == label) return item.path;
    }
    FAIL_CHECK("nothing on screen is called " << label);
    return {};
}

std::string TestWindow::focused() const {
    for (const ui::Item& item : items()) {
        if (item.focused) return item.path;
    }
    return {};
}

bool TestWindow::typing() const { return ImGui::GetIO().WantTextInput; }

void TestWindow::draw() {
    now_ = std::max(now_, last_frame_ + kFrame);
    app_->scheduler().begin_frame(now_);
    ImGui::GetIO().DeltaTime = static_cast<float>(std::min(now_ - last_frame_, ui::kLongestStep));
    last_frame_ = now_;
    ImGui::NewFrame();
    app_->frame(now_);
    ImGui::Render();
    take_textures();
    ++frames_;
}

void TestWindow::settle() {
    int drawn = 0;
    while (app_->scheduler().should_draw(now_) && drawn < kMostFrames) {
        draw();
        ++drawn;
        // While a mouse button is held every frame is drawn.
        if (ImGui::IsAnyMouseDown() && drawn == ui::FrameScheduler::kFramesAfterEvent) return;
    }
    CHECK_MESSAGE(drawn < kMostFrames, "the interface does not come to rest");
}

void TestWindow::event() {
    app_->scheduler().request_frames();
    settle();
}

void TestWindow::wait(double seconds) {
    const double end = now_ + seconds;
    while (app_->scheduler().next_wake() <= end) {
        now_ = std::max(now_, app_->scheduler().next_wake());
        draw();
    }
    now_ = std::max(now_, end);
}

void TestWindow::move_to(ImVec2 point) {
    ImGui::GetIO().AddMousePosEvent(point.x, point.y);
    event();
}

void TestWindow::move_to(std::string_view path) { move_to(centre(item(path).rect)); }

void TestWindow::click(std::string_view path, ImGuiMouseButton button) {
    move_to(path);
    ImGui::GetIO().AddMouseButtonEvent(button, true);
    event();
    ImGui::GetIO().AddMouseButtonEvent(button, false);
    event();
}

void TestWindow::hold(std::string_view path) {
    move_to(path);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    event();
}

void TestWindow::release() {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    event();
}

void TestWindow::choose(std::string_view path, std::string_view option) {
    click(path);
    click(std::string(path) + "=" + std::string(option));
}

void TestWindow::choose_action(const std::string& element, std::string_view action) {
    click(element + "/more");
    click(element + "/" + std::string(action));
}

void TestWindow::type(std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    event();
}

void TestWindow::press(ImGuiKeyChord chord) {
    ImGuiIO& io = ImGui::GetIO();
    const int modifiers = chord & ImGuiMod_Mask_;
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    const auto hold = [&](bool down) {
        for (const int modifier : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt}) {
            if ((modifiers & modifier) != 0) io.AddKeyEvent(static_cast<ImGuiKey>(modifier), down);
        }
    };
    hold(true);
    io.AddKeyEvent(key, true);
    event();
    io.AddKeyEvent(key, false);
    hold(false);
    event();
}

void TestWindow::enter(std::string_view path, std::string_view text) {
    click(path);
    type(text);
    press(ImGuiKey_Enter);
}

void TestWindow::turn_wheel(float lines) {
    ImGui::GetIO().AddMouseWheelEvent(0, lines);
    event();
}

void TestWindow::reach(std::string_view path) {
    const ui::Rect window = bounds();
    constexpr int kMostTurns = 300;
    for (const float x : {window.right / 3, window.right - 60}) {  // the tables; the answer beside them
        move_to(ImVec2{x, window.bottom - 60});
        if (!has(path)) turn_wheel(10'000);  // to the top
        for (int i = 0; i < kMostTurns && !has(path); ++i) turn_wheel(-3);
    }
    REQUIRE_MESSAGE(has(path), "not to be reached: " << path);
}

void TestWindow::resize(float width, float height) {
    ImGui::GetIO().DisplaySize = {width, height};
    event();
}

}  // namespace stowage::test
