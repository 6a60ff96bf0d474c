// The tokens of the design: sizes and spaces, in points; a pixel is a point times the scale.
#pragma once

namespace meada::app {

namespace size {
constexpr float window_edge = 12, gap = 8, panel_text = 12;
constexpr float top_bar = 44, transport = 56, panel_head = 32, legend = 32;
constexpr float head_menu = 28;  // at the right end of a panel's head
constexpr float row = 26, lane = 30, lane_roomy = 36, lane_wide = 44, code_line = 20;
constexpr float button = 28, small_button = 24, chip = 26;
constexpr float radius_span = 3, radius_key = 4, radius_button = 6, radius_panel = 8;
}  // namespace size

}  // namespace meada::app
