// SPDX-License-Identifier: MIT
//
// What the page calls: plain C functions over one App. Texts come in as UTF-8; a text that goes out stays
// valid until the next call. JavaScript owns events and the clock, C++ decides what they mean.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>

#include "page_items.hpp"
#include "platform_web.hpp"
#include "stowage/session/figure_form.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/ui/app.hpp"
#include "stowage/version.hpp"

namespace {

using namespace stowage;

constexpr const char* kCanvas = "#canvas";
constexpr const char* kShaderVersion = "#version 300 es";
constexpr double kShortestStep = 0.0001;  // ImGui refuses 0

struct Page {
    web::PlatformWeb platform;
    std::unique_ptr<ui::App> app;
    std::string text;  ///< the last one that went out
    double last_frame = 0;
    int frames = 0;
    web::ItemsRevision items_revision;
    bool context_lost = false;
    bool drawing = false;
    bool unseen = false;  ///< the last frame did not come to the screen
    ImVec2 size;          ///< of the canvas, in CSS pixels
    ImVec2 device_size;   ///< in its own
    float drawn_scale{};  ///< of the last frame
};

Page& page() {
    static Page instance;
    return instance;
}

const char* give(std::string text) {
    page().text = std::move(text);
    return page().text.c_str();
}

bool create_context() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;  // the page shows nothing behind the canvas
    attributes.depth = false;  // ImGui draws back to front
    attributes.stencil = false;
    attributes.antialias = false;  // ImGui smooths its own edges
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const auto context = emscripten_webgl_create_context(kCanvas, &attributes);
    return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

/// The interface is laid out in points; what the user enlarges has fewer of them, each of more pixels.
void apply_size() {
    Page& here = page();
    ImGuiIO& io = ImGui::GetIO();
    here.drawn_scale = here.platform.pixels_per_point();
    io.DisplaySize = {here.size.x / here.drawn_scale, here.size.y / here.drawn_scale};
    io.DisplayFramebufferScale = {here.device_size.x / io.DisplaySize.x,
                                  here.device_size.y / io.DisplaySize.y};
}

/// Moves the content under the pointer by so many points. The wheel that ImGui scrolls by as many for, see
/// ImGui::UpdateMouseWheel().
void scroll_by(float x, float y) {
    const float points_per_step = 5.0f * ImGui::GetStyle().FontSizeBase * ImGui::GetStyle().FontScaleMain;
    ImGui::GetIO().AddMouseWheelEvent(x / points_per_step, y / points_per_step);
}

const char* start_app(const char* catalogue, const char* location) {
    auto read = Catalogue::read(catalogue);
    if (!read) return give(to_text(read.error()));
    page().app =
        std::make_unique<ui::App>(page().platform, std::make_shared<const Catalogue>(*std::move(read)));
    page().app->start(location);
    return nullptr;
}

void render() {
    const ImGuiIO& io = ImGui::GetIO();
    glViewport(0, 0, static_cast<int>(std::lround(io.DisplaySize.x * io.DisplayFramebufferScale.x)),
               static_cast<int>(std::lround(io.DisplaySize.y * io.DisplayFramebufferScale.y)));
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace

#define STOWAGE_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

/// Null when the page can start, else why not.
STOWAGE_EXPORT const char* stowage_start(const char* catalogue, const char* location) {
    if (!create_context()) return give("This browser gives no WebGL 2 context.");
    ImGui::CreateContext();
    web::connect_imgui(page().platform);
    page().platform.restore_scale();
    ImGui_ImplOpenGL3_Init(kShaderVersion);
    return start_app(catalogue, location);
}

/// The same for browsers without WebGL: no frame may be drawn, all that is no picture works.
STOWAGE_EXPORT const char* stowage_start_without_window(const char* catalogue, const char* location) {
    ImGui::CreateContext();
    return start_app(catalogue, location);
}

/// Draws a frame when one is due. Gives the seconds of the clock at which the next is due: 0 for at once,
/// infinite for not before the next event. `seen`: it comes to the screen; of those that a gesture runs
/// through at once only the last does, in the next call.
STOWAGE_EXPORT double stowage_frame(double now, int seen) {
    Page& here = page();
    ui::FrameScheduler& scheduler = here.app->scheduler();
    if (here.context_lost) return std::numeric_limits<double>::infinity();
    if (here.drawing || (!here.unseen && !scheduler.should_draw(now))) return scheduler.next_wake();
    here.drawing = true;
    scheduler.begin_frame(now);
    if (here.drawn_scale != here.platform.pixels_per_point()) apply_size();
    ImGui::GetIO().DeltaTime =
        static_cast<float>(std::clamp(now - here.last_frame, kShortestStep, ui::kLongestStep));
    here.last_frame = now;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    here.app->frame(now);
    ImGui::Render();
    here.unseen = seen == 0;
    if (!here.unseen) {
        render();
        ++here.frames;
    }
    web::show_cursor();
    here.drawing = false;
    return scheduler.next_wake();
}

/// Two OpenType fonts; the caller frees them.
STOWAGE_EXPORT void stowage_add_letters(const char* regular, std::size_t regular_size, const char* semibold,
                                        std::size_t semibold_size) {
    page().app->add_letters({regular, regular_size}, {semibold, semibold_size});
}

/// How many frames are to be drawn for what has happened.
STOWAGE_EXPORT int stowage_frames_due() { return page().app->scheduler().frames_due(); }

STOWAGE_EXPORT void stowage_request_frames() { page().app->scheduler().request_frames(); }

STOWAGE_EXPORT void stowage_resize(float width, float height, int pixel_width, int pixel_height) {
    page().size = {width, height};
    page().device_size = {static_cast<float>(pixel_width), static_cast<float>(pixel_height)};
    apply_size();
    stowage_request_frames();
}

STOWAGE_EXPORT void stowage_pointer(float x, float y, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    const float scale = page().platform.pixels_per_point();
    io.AddMousePosEvent(x / scale, y / scale);
}
STOWAGE_EXPORT void stowage_pointer_left() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }
STOWAGE_EXPORT void stowage_button(int button, int down) {
    ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
}
STOWAGE_EXPORT void stowage_wheel(float x, float y) { ImGui::GetIO().AddMouseWheelEvent(x, y); }
/// What fingers move, in CSS pixels.
STOWAGE_EXPORT void stowage_scroll(float x, float y) {
    const float scale = page().platform.pixels_per_point();
    scroll_by(x / scale, y / scale);
}
/// How large everything is drawn, in per cent.
STOWAGE_EXPORT double stowage_scale() { return *page().platform.scale(); }
/// Changes that, and keeps what is at the place (in CSS pixels) where it is, as far as it can be scrolled.
STOWAGE_EXPORT void stowage_set_scale(double percent, float x, float y) {
    web::PlatformWeb& platform = page().platform;
    const float before = platform.pixels_per_point();
    platform.set_scale(static_cast<int>(std::lround(std::clamp(percent, 1.0, 1000.0))));
    const float now = platform.pixels_per_point();
    if (now == before) return;
    ImGui::GetIO().AddMousePosEvent(x / now, y / now);
    scroll_by(0, y / now - y / before);
}
STOWAGE_EXPORT void stowage_focus(int focused) { ImGui::GetIO().AddFocusEvent(focused != 0); }
STOWAGE_EXPORT void stowage_modifiers(int ctrl, int shift, int alt, int meta) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl != 0);
    io.AddKeyEvent(ImGuiMod_Shift, shift != 0);
    io.AddKeyEvent(ImGuiMod_Alt, alt != 0);
    io.AddKeyEvent(ImGuiMod_Super, meta != 0);
}
/// The number of a key by ImGui's name for it ("LeftArrow", "A"); 0 for an unknown one.
STOWAGE_EXPORT int stowage_key_named(const char* name) {
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
        if (std::string_view(ImGui::GetKeyName(static_cast<ImGuiKey>(key))) == name) return key;
    }
    return 0;
}
STOWAGE_EXPORT void stowage_key(int key, int down) {
    ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(key), down != 0);
}
STOWAGE_EXPORT void stowage_text(const char* text) { ImGui::GetIO().AddInputCharactersUTF8(text); }
STOWAGE_EXPORT void stowage_set_clipboard(const char* text) { web::set_clipboard(text); }
/// True while a text field is edited.
STOWAGE_EXPORT int stowage_wants_text() { return ImGui::GetIO().WantTextInput ? 1 : 0; }
/// Command instead of Control, and the editing keys of a Mac.
STOWAGE_EXPORT void stowage_mac_keys(int on) { ImGui::GetIO().ConfigMacOSXBehaviors = on != 0; }
STOWAGE_EXPORT void stowage_blinking_caret(int on) { ImGui::GetIO().ConfigInputTextCursorBlink = on != 0; }

STOWAGE_EXPORT void stowage_context_lost() {
    page().context_lost = true;
    // While nothing belongs to the context, else the restored one complains of foreign objects. The next
    // frame makes them anew, fonts included.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
}
STOWAGE_EXPORT void stowage_context_restored() {
    page().context_lost = false;
    stowage_request_frames();
}

STOWAGE_EXPORT int stowage_open(const char* text, std::size_t length, const char* origin) {
    return page().app->open_text({text, length}, origin) ? 1 : 0;
}
STOWAGE_EXPORT void stowage_system_appearance(int dark, int high_contrast) {
    page().app->system_appearance_changed({dark != 0, high_contrast != 0});
}
/// As a field of the canvas does it: null, or why the text was refused.
STOWAGE_EXPORT const char* stowage_set_field(const char* pointer, const char* text) {
    const auto done = page().app->apply(SetField{pointer, text});
    return done ? nullptr : give(done.error().empty() ? "refused" : done.error().front().message);
}
STOWAGE_EXPORT void stowage_undo() { static_cast<void>(page().app->apply(Undo{})); }
STOWAGE_EXPORT void stowage_redo() { static_cast<void>(page().app->apply(Redo{})); }
/// Changes whenever stowage_figure_form() or stowage_figure_tables() may.
STOWAGE_EXPORT double stowage_form_revision() { return static_cast<double>(page().app->session().intents()); }
STOWAGE_EXPORT const char* stowage_figure_form() { return give(figure_form_json(page().app->session())); }
STOWAGE_EXPORT const char* stowage_figure_tables(const char* environment) {
    return give(figure_tables_json(page().app->session(), environment));
}
STOWAGE_EXPORT void stowage_notify_error(const char* text) { page().app->notify(Severity::error, text); }
STOWAGE_EXPORT void stowage_location_changed(const char* location) { page().app->location_changed(location); }
STOWAGE_EXPORT void stowage_storage_changed() { page().app->storage_changed(); }
STOWAGE_EXPORT void stowage_focus_item(const char* path) { page().app->focus(path); }
STOWAGE_EXPORT void stowage_flush() { page().app->flush(); }

STOWAGE_EXPORT const char* stowage_version() { return give(std::string(version())); }
STOWAGE_EXPORT const char* stowage_plan() { return give(page().app->session().text_to_save()); }
STOWAGE_EXPORT const char* stowage_report() { return give(page().app->report()); }
/// Changes with what the report tells, as soon as the figures of the change are there.
STOWAGE_EXPORT double stowage_report_revision() {
    const Session& session = page().app->session();
    return static_cast<double>(session.estimated_revision() + session.baseline_changes());
}
STOWAGE_EXPORT void stowage_finish_estimate() { page().app->finish_estimate(); }
STOWAGE_EXPORT const char* stowage_notice() { return give(page().app->notice()); }
STOWAGE_EXPORT const char* stowage_link() { return give(page().app->link()); }
STOWAGE_EXPORT int stowage_frames() { return page().frames; }
STOWAGE_EXPORT const char* stowage_estimate() {
    page().app->finish_estimate();
    const Session& session = page().app->session();
    return give(estimate_json(session.plan(), session.estimate(), session.catalogue()));
}
STOWAGE_EXPORT const char* stowage_items() {
    return give(web::items_json(page().app->items().items(), page().platform.pixels_per_point()));
}
/// Another number when the items are others than when this was asked last.
STOWAGE_EXPORT double stowage_items_revision() {
    return page().items_revision.of(page().app->items().items(), page().platform.pixels_per_point());
}

int main() { return 0; }
