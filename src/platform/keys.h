// Inside of platform: the names of keys, from SDL and from the browser, as ImGui's.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>

namespace meada::platform {

ImGuiKey key_from_sdl(int32_t keycode);
// `code` is KeyboardEvent.code; `key` is KeyboardEvent.key and wins for letters and digits, so
// that Ctrl+Z is where the keyboard's layout has the Z.
ImGuiKey key_from_dom(std::string_view code, std::string_view key);

}  // namespace meada::platform
