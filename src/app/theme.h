// The tokens of the design: colours of both themes, sizes, spaces. Sizes are points; a pixel is a
// point times the scale.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

namespace meada::app {

struct Theme {
    bool dark;
    ImU32 table, paper, raised, sunken, past;
    ImU32 rule, edge, ink, ink2, ink3, solid, on_solid;
    ImU32 selection, changed, focus;
    ImU32 bad, bad_ground, warn, warn_ground, good, good_ground;
    ImU32 string, number;
    std::array<ImU32, 8> yarns, on_yarns;  // by order of birth; text that lies on a yarn
};

const Theme& light_theme();
const Theme& dark_theme();

// Yarn numbers start at 1; 0 is a thread without colour of its own. A ninth takes 1 again.
ImU32 yarn_colour(const Theme&, uint32_t yarn);
ImU32 on_yarn_colour(const Theme&, uint32_t yarn);
bool yarn_is_second_round(uint32_t yarn);

ImU32 with_alpha(ImU32 colour, float alpha);
ImU32 mix(ImU32 over, ImU32 under, float part);  // `part` of over, the rest under

namespace size {
constexpr float window_edge = 12, gap = 8, panel_text = 12;
constexpr float top_bar = 44, transport = 56, panel_head = 32, legend = 32;
constexpr float row = 26, lane = 30, lane_roomy = 36, lane_wide = 44, code_line = 20;
constexpr float button = 28, small_button = 24, chip = 26;
constexpr float radius_span = 3, radius_key = 4, radius_button = 6, radius_panel = 8;
}  // namespace size

}  // namespace meada::app
