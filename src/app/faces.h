// The type faces in their sizes: which font file, how large. One ImFont each, made for a scale.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace meada::app {

enum class Face : uint8_t {
    ui,  // Inter 13
    ui_strong,
    label,  // Inter 12
    label_strong,
    lead,  // Inter 14
    code,  // JetBrains Mono 13
    code_strong,
    code_italic,
    code_label,  // 12
    code_label_strong,
    book_code,  // 15.5, inside a narration
    book,       // Gentium Plus 18: narration
    card,       // 20
    name,       // 22
    verdict,    // 28
};
constexpr size_t face_count = 15;

struct Faces {
    float scale = 0;
    std::array<ImFont*, face_count> fonts{};
    std::array<float, face_count> cap_height{};  // points: text is centred by its capitals
    std::array<float, face_count> size{};        // points: what CSS calls font-size
};

// Fills ImGui's atlas (emptied by the caller) for a scale.
void load_faces(Faces&, float scale);

// Whether any of its letters is in platform's Font::rare only.
bool has_rare_letters(std::string_view);

}  // namespace meada::app
