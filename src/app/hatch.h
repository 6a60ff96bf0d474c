// The hatchings of waiting spans: quads collected while a panel draws, painted by one fragment
// shader (shaders/hatch.glsl).
#pragma once

#include <vector>

#include "app/ui.h"
#include "view/view.h"

namespace meada::app {

struct HatchQuad {
    Rect rect;
    view::Look look;
    ImU32 colour;
    float phase;  // points from the pattern's anchor to the left edge
};

void draw_hatches(Ui&, const std::vector<HatchQuad>&);

// A span as the design draws it: ground, pattern (into `quads`), outline.
void draw_span(Ui&, Rect, view::Look, ImU32 yarn, float phase, std::vector<HatchQuad>& quads);

}  // namespace meada::app
