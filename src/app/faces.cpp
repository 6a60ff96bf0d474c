#include "app/faces.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

struct FaceSpec {
    platform::Font font;
    float size;
};
using platform::Font;
constexpr FaceSpec specs[face_count] = {
    {Font::ui, 13},   {Font::ui_strong, 13},   {Font::ui, 12},          {Font::ui_strong, 12},
    {Font::ui, 14},   {Font::code, 13},        {Font::code_strong, 13}, {Font::code_italic, 13},
    {Font::code, 12}, {Font::code_strong, 12}, {Font::code, 15.5f},     {Font::book, 18},
    {Font::book, 20}, {Font::book, 22},        {Font::book, 28},
};
// As cmake/subset_fonts.py cuts them.
constexpr ImWchar common_ranges[] = {0x20,   0x7E,   0xA0,   0xFF,   0x2010, 0x2026, 0x20AC, 0x20AC,
                                     0x2190, 0x2193, 0x23CE, 0x23CE, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar rare_ranges[] = {0x100,  0x17F,  0x370,  0x3FF,  0x400,  0x45F,  0x2010,
                                   0x203A, 0x2116, 0x2122, 0x2190, 0x21D4, 0x2200, 0x22A0,
                                   0x2318, 0x2318, 0x2500, 0x25CF, 0x2713, 0x2717, 0};

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

// Pairs of first and last, ended by a zero.
bool in_ranges(char32_t letter, const ImWchar* ranges) {
    for (; *ranges != 0; ranges += 2)
        if (letter >= ranges[0] && letter <= ranges[1]) return true;
    return false;
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
    const std::string_view rare = platform::font_file(Font::rare);
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
        config.GlyphRanges = common_ranges;
        faces.fonts[i] =
            atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()), int(file.size()),
                                       spec.size * measures.line * scale, &config);
        faces.cap_height[i] = spec.size * measures.cap;
        if (rare.empty()) continue;
        config.MergeMode = true;
        config.OversampleH = 1;
        config.GlyphRanges = rare_ranges;
        atlas.AddFontFromMemoryTTF(const_cast<char*>(rare.data()), int(rare.size()),
                                   spec.size * measure(rare).line * scale, &config);
    }
    ImGui::GetIO().FontDefault = faces.fonts[0];
}

bool has_rare_letters(std::string_view text) {
    constexpr uint8_t latin_1_end = 0xC4;  // the first byte of U+0100 and all above, in UTF-8
    if (std::ranges::none_of(text, [](char c) { return uint8_t(c) >= latin_1_end; })) return false;
    for (size_t at = 0; at < text.size();) {
        const std::optional<char32_t> letter = decode_utf8(text, at);
        if (!letter) ++at;
        if (letter && in_ranges(*letter, rare_ranges) && !in_ranges(*letter, common_ranges))
            return true;
    }
    return false;
}

}  // namespace meada::app
