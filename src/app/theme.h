// The tokens of the design: colours of both themes.
#pragma once

#include <array>
#include <cstdint>

#include "app/sizes.h"

namespace meada::app {

enum class ThemeChoice : uint8_t { system, light, dark };

// A colour is 0xAABBGGRR, as ImGui has it.
struct Theme {
    bool dark;
    uint32_t table, paper, raised, sunken, past;
    uint32_t rule, edge, ink, ink2, ink3, solid, on_solid;
    uint32_t selection, changed, focus;
    uint32_t bad, bad_ground, warn, warn_ground, good, good_ground;
    uint32_t string, number;
    std::array<uint32_t, 8> yarns, on_yarns;  // by order of birth; text that lies on a yarn
};

const Theme& light_theme();
const Theme& dark_theme();

// A line that runs has this much of its yarn in its ground. Comments are quieter than code, but
// on any ground but paper they would be too weak.
constexpr float running_ground = 0.16f;
uint32_t comment_ink(const Theme&, bool on_paper);

// Yarn numbers start at 1; 0 is a thread without colour of its own. A ninth takes 1 again.
uint32_t yarn_colour(const Theme&, uint32_t yarn);
uint32_t on_yarn_colour(const Theme&, uint32_t yarn);
bool yarn_is_second_round(uint32_t yarn);

uint32_t with_alpha(uint32_t colour, float alpha);
uint32_t mix(uint32_t over, uint32_t under, float part);  // `part` of over, the rest under

}  // namespace meada::app
