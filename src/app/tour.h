// A walk through the page: a few places in the light, one after the other, with a card that says
// what each is.
#pragma once

#include <array>

#include "app/kit.h"

namespace meada::app {

constexpr size_t tour_steps = 6;

struct TourUi {
    size_t step = 0;
    bool ended = false;  // in this frame: it need not be offered again
    bool came_from_editor = false;
};

void open_tour(Ui&, TourUi&);
bool tour_is_open(const Ui&);
// `places`: of the editor, a lane, the needle, the transport, the machine, sharing. One without
// width is not there, and passed over.
void draw_tour(Ui&, const std::array<Rect, tour_steps>& places, TourUi&);

}  // namespace meada::app
