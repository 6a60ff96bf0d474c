// The embedded font files (cmake/Assets.cmake).
#include "platform/side.h"

#define FONTS(X) X(ui) X(ui_strong) X(code) X(code_strong) X(code_italic) X(book)

extern "C" {
#define FONT(name) extern const char meada_font_##name[], meada_font_##name##_end[];
FONTS(FONT)
#undef FONT
}

namespace meada::platform {

std::string_view font_file(Font font) {
    switch (font) {
#define FONT(name)   \
    case Font::name: \
        return {meada_font_##name, meada_font_##name##_end};
        FONTS(FONT)
#undef FONT
        case Font::rare:
            return side_rare_font();
    }
    return {};
}

}  // namespace meada::platform
