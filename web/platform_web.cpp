// SPDX-License-Identifier: MIT
#include "platform_web.hpp"

#include <emscripten.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <string>

// Each function calls the host object that web/host.mjs passes to the module. A text that JavaScript returns
// is allocated with malloc and freed here.
// clang-format off
EM_JS(void, host_copy_text, (const char* text), { Module.host.copyText(UTF8ToString(text)); })
EM_JS(char*, host_load, (const char* key), { return Module.host.toHeap(Module.host.load(UTF8ToString(key))); })
EM_JS(int, host_store, (const char* key, const char* text), {
    return Module.host.store(UTF8ToString(key), UTF8ToString(text)) ? 1 : 0;
})
EM_JS(char*, host_stored_keys, (const char* prefix), {
    return Module.host.toHeap(Module.host.storedKeys(UTF8ToString(prefix)));
})
EM_JS(int, host_forget, (const char* key), { return Module.host.forget(UTF8ToString(key)) ? 1 : 0; })
EM_JS(char*, host_local_time, (), { return Module.host.toHeap(Module.host.localTime()); })
EM_JS(char*, host_link_base, (), { return Module.host.toHeap(Module.host.linkBase()); })
EM_JS(void, host_show_link, (const char* fragment), { Module.host.showLink(UTF8ToString(fragment)); })
EM_JS(void, host_choose_file, (), { Module.host.chooseFile(); })
EM_JS(void, host_offer_file, (const char* name, const char* text), {
    Module.host.offerFile(UTF8ToString(name), UTF8ToString(text));
})
EM_JS(void, host_set_title, (const char* title), { Module.host.setTitle(UTF8ToString(title)); })
EM_JS(void, host_set_summary, (const char* text), { Module.host.setSummary(UTF8ToString(text)); })
EM_JS(int, host_prefers_dark, (), { return Module.host.prefersDark() ? 1 : 0; })
EM_JS(int, host_prefers_contrast, (), { return Module.host.prefersContrast() ? 1 : 0; })
EM_JS(void, host_appearance_changed, (int dark, int contrast), {
    Module.host.appearanceChanged(dark !== 0, contrast !== 0);
})
EM_JS(void, host_text_input, (int wanted, float x, float y, float height), {
    Module.host.textInput(wanted !== 0, x, y, height);
})
EM_JS(void, host_show_cursor, (int cursor), { Module.host.showCursor(cursor); })
// clang-format on

namespace stowage::web {
namespace {

std::string text_of(std::string_view text) { return std::string(text); }

std::optional<std::string> take(char* allocated) {
    if (allocated == nullptr) return std::nullopt;
    std::string text(allocated);
    std::free(allocated);
    return text;
}

/// What ImGui pastes: the page puts the text here before it passes on the chord.
std::string& clipboard() {
    static std::string text;
    return text;
}

Error no_paths() { return Error{ErrorCode::syntax, "a page has no paths"}; }

}  // namespace

void PlatformWeb::copy_text(std::string_view text) { host_copy_text(text_of(text).c_str()); }
std::optional<std::string> PlatformWeb::load(std::string_view key) {
    return take(host_load(text_of(key).c_str()));
}
bool PlatformWeb::store(std::string_view key, std::string_view text) {
    return host_store(text_of(key).c_str(), text_of(text).c_str()) != 0;
}
std::vector<std::string> PlatformWeb::stored_keys(std::string_view prefix) {
    const std::string lines = take(host_stored_keys(text_of(prefix).c_str())).value_or("");
    std::vector<std::string> keys;
    std::string_view rest = lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        keys.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return keys;
}
bool PlatformWeb::forget(std::string_view key) { return host_forget(text_of(key).c_str()) != 0; }
std::string PlatformWeb::local_time() const { return take(host_local_time()).value_or(""); }
std::string PlatformWeb::link_base() const { return take(host_link_base()).value_or(""); }
void PlatformWeb::show_link(std::string_view fragment) { host_show_link(text_of(fragment).c_str()); }
void PlatformWeb::choose_file() { host_choose_file(); }
void PlatformWeb::offer_file(std::string_view name, std::string_view text) {
    host_offer_file(text_of(name).c_str(), text_of(text).c_str());
}
Result<std::string> PlatformWeb::read_file(const std::string&) { return no_paths(); }
Result<bool> PlatformWeb::write_file(const std::string&, std::string_view) { return no_paths(); }
void PlatformWeb::set_title(std::string_view title) { host_set_title(text_of(title).c_str()); }
void PlatformWeb::set_summary(std::string_view text) { host_set_summary(text_of(text).c_str()); }
void PlatformWeb::set_scale(int percent) {
    const int wanted = ui::nearest_scale(percent);
    if (wanted == scale_) return;
    scale_ = wanted;
    ui::store_scale(*this, scale_);
}
void PlatformWeb::restore_scale() { scale_ = ui::stored_scale(*this); }
ui::Appearance PlatformWeb::system_appearance() const {
    return {host_prefers_dark() != 0, host_prefers_contrast() != 0};
}
void PlatformWeb::appearance_changed(ui::Appearance appearance) {
    host_appearance_changed(appearance.dark ? 1 : 0, appearance.high_contrast ? 1 : 0);
}

void connect_imgui(const PlatformWeb& platform) {
    ImGui::GetIO().BackendPlatformUserData = const_cast<PlatformWeb*>(&platform);  // it is only read
    ImGuiPlatformIO& io = ImGui::GetPlatformIO();
    io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        clipboard() = text == nullptr ? "" : text;
        host_copy_text(clipboard().c_str());
    };
    io.Platform_GetClipboardTextFn = [](ImGuiContext*) { return clipboard().c_str(); };
    io.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
        const bool wanted = data->WantVisible || data->WantTextInput;
        const auto& page = *static_cast<const PlatformWeb*>(ImGui::GetIO().BackendPlatformUserData);
        const float scale = page.pixels_per_point();
        host_text_input(wanted ? 1 : 0, data->InputPos.x * scale, data->InputPos.y * scale,
                        data->InputLineHeight * scale);
    };
    ImGui::GetIO().BackendPlatformName = "stowage web";
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
}

void set_clipboard(std::string_view text) { clipboard() = text; }

void show_cursor() {
    static int shown = ImGuiMouseCursor_Arrow;
    const int cursor = ImGui::GetMouseCursor();
    if (cursor != shown) host_show_cursor(shown = cursor);
}

}  // namespace stowage::web
