#include "app/faces.h"

#include <string_view>

#include "platform/platform.h"

namespace meada::app {

namespace {

struct FaceSpec {
    platform::Font font;
    float size;
    bool all_glyphs;  // what scripts may contain; the rest writes our own sentences and names
};
using platform::Font;
constexpr FaceSpec specs[face_count] = {
    {Font::ui, 13, false},          {Font::ui_strong, 13, false},   {Font::ui, 12, false},
    {Font::ui_strong, 12, false},   {Font::ui, 14, false},          {Font::code, 13, true},
    {Font::code_strong, 13, false}, {Font::code_italic, 13, false}, {Font::code, 12, true},
    {Font::code_strong, 12, false}, {Font::code, 15.5f, false},     {Font::book, 18, false},
    {Font::book, 20, false},        {Font::book, 22, false},        {Font::book, 28, false},
};
constexpr ImWchar words_ranges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x2010, 0x2026,
                                    0x20AC, 0x20AC, 0x2190, 0x2193, 0};
constexpr ImWchar all_ranges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x370,  0x3FF,  0x400,  0x45F,
                                  0x2010, 0x203A, 0x20AC, 0x20AC, 0x2116, 0x2122, 0x2190, 0x21D4,
                                  0x2200, 0x22A0, 0x2318, 0x2318, 0x23CE, 0x23CE, 0x2500, 0x25CF,
                                  0x2713, 0x2717, 0xFFFD, 0xFFFD, 0};

// Big-endian numbers of an OpenType file.
uint32_t number_at(std::string_view file, size_t offset, int bytes) {
    uint32_t out = 0;
    for (int i = 0; i < bytes && offset + size_t(i) < file.size(); ++i)
        out = out << 8 | uint8_t(file[offset + size_t(i)]);
    return out;
}

size_t table_at(std::string_view file, std::string_view tag) {
    const uint32_t count = number_at(file, 4, 2);
    for (size_t i = 0; i < count; ++i)
        if (file.substr(12 + 16 * i, 4) == tag) return number_at(file, 12 + 16 * i + 8, 4);
    return 0;
}

struct Measures {
    float line;  // ascent - descent, in ems: what ImGui takes for a font's size
    float cap;   // in ems
};
Measures measure(std::string_view file) {
    const auto per_em = float(number_at(file, table_at(file, "head") + 18, 2));
    const size_t hhea = table_at(file, "hhea"), os2 = table_at(file, "OS/2");
    if (per_em == 0 || hhea == 0) return {1, 0.72f};
    const auto ascent = float(int16_t(number_at(file, hhea + 4, 2)));
    const auto descent = float(int16_t(number_at(file, hhea + 6, 2)));
    const auto cap = os2 ? float(int16_t(number_at(file, os2 + 88, 2))) : 0.0f;
    return {(ascent - descent) / per_em, cap > 0 ? cap / per_em : 0.72f};
}

}  // namespace

void load_faces(Faces& faces, float scale) {
    faces.scale = scale;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    for (size_t i = 0; i < face_count; ++i) {
        const FaceSpec& spec = specs[i];
        const std::string_view file = platform::font_file(spec.font);
        faces.size[i] = spec.size;
        if (file.empty()) {
            ImFontConfig config;
            config.SizePixels = spec.size * scale;
            faces.fonts[i] = atlas.AddFontDefault(&config);
            faces.cap_height[i] = spec.size * 0.72f;
            continue;
        }
        const Measures measures = measure(file);
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = scale < 1.5f ? 3 : 2;
        config.OversampleV = 1;
        config.GlyphRanges = spec.all_glyphs ? all_ranges : words_ranges;
        faces.fonts[i] =
            atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()), int(file.size()),
                                       spec.size * measures.line * scale, &config);
        faces.cap_height[i] = spec.size * measures.cap;
    }
    ImGui::GetIO().FontDefault = faces.fonts[0];
}

}  // namespace meada::app
