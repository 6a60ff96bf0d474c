#include "platform/keys.h"

#include <SDL.h>

namespace meada::platform {

namespace {
struct KeyRow {
    ImGuiKey key;
    int32_t sdl;
    std::string_view dom;
};
#define KEY(imgui, sdl, dom) {ImGuiKey_##imgui, SDLK_##sdl, dom},
constexpr KeyRow rows[] = {
#include "platform/keys.def"
};
#undef KEY
}  // namespace

ImGuiKey key_from_sdl(int32_t keycode) {
    if (keycode >= 'a' && keycode <= 'z') return ImGuiKey(ImGuiKey_A + (keycode - 'a'));
    if (keycode >= '0' && keycode <= '9') return ImGuiKey(ImGuiKey_0 + (keycode - '0'));
    for (const KeyRow& row : rows)
        if (row.sdl == keycode) return row.key;
    return ImGuiKey_None;
}

ImGuiKey key_from_dom(std::string_view code, std::string_view key) {
    if (key.size() == 1) {
        const char letter = char(key[0] | 0x20);
        if (letter >= 'a' && letter <= 'z') return ImGuiKey(ImGuiKey_A + (letter - 'a'));
        if (key[0] >= '0' && key[0] <= '9' && !code.starts_with("Numpad"))
            return ImGuiKey(ImGuiKey_0 + (key[0] - '0'));
    }
    if (code.size() == 4 && code.starts_with("Key")) return ImGuiKey(ImGuiKey_A + (code[3] - 'A'));
    if (code.size() == 6 && code.starts_with("Digit"))
        return ImGuiKey(ImGuiKey_0 + (code[5] - '0'));
    for (const KeyRow& row : rows)
        if (row.dom == code) return row.key;
    // Phones give no code.
    for (const KeyRow& row : rows)
        if (row.dom == key) return row.key;
    return ImGuiKey_None;
}

}  // namespace meada::platform
