// Spans of the timeline, drawn by its own shaders (shaders/span_*.glsl): collected while a panel
// draws, painted with one call.
#pragma once

#include <vector>

#include "app/ui.h"
#include "platform/platform.h"
#include "view/view.h"

namespace meada::app {

using SpanQuads = std::vector<platform::Quad>;

// Solid, with soft ends; `share`: how much of its time, where it stands for many.
void add_bar(const Ui&, SpanQuads&, Rect, ImU32 colour, float radius = 0, float share = 1);
// As the design draws a state: a run solid, a wait as ground, pattern and outline. `phase`: points
// from the pattern's anchor to the left edge.
void add_span(const Ui&, SpanQuads&, Rect, view::Look, ImU32 yarn, float phase);

void draw_spans(Ui&, SpanQuads);

}  // namespace meada::app
