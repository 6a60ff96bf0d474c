// Inside of platform: what a frame has listed becomes pixels.
#pragma once

#include <imgui.h>

#include <span>

#include "platform/changed_tiles.h"
#include "platform/platform.h"

namespace meada::platform {

void make_glyphs();  // ImGui's atlas is another one
// Where the window keeps its pixels only what differs from the last frame is drawn.
void draw_lists(const ImDrawData&, bool keeps_pixels);

// shader.cpp, for draw.cpp: of a command that stands for quads.
std::span<const Quad> quads_of(const ImDrawCmd&);
Box box_of(const Quad&);  // with its soft edges
void draw_quads_of(const ImDrawCmd&, const Box&, const ImDrawData&);  // those in the box

}  // namespace meada::platform
