// The tokens of the design: colours of both themes.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

#include "app/sizes.h"

namespace meada::app {

enum class ThemeChoice : uint8_t { system, light, dark };

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

}  // namespace meada::app
