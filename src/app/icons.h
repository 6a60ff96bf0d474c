// Small pictures in lines, as the design draws them.
#pragma once

#include "app/ui.h"
#include "view/view.h"

namespace meada::app {

enum class Icon : uint8_t {
    none,
#define ICON(name, shape) name,
#include "app/icons.def"
#undef ICON
};

// `size` points square around a centre.
void draw_icon(Ui&, Icon, Point centre, float size, ImU32);
Icon icon_of(view::Look);
// The mark of the program: three strands through a needle.
void draw_logo(Ui&, Point corner, float size);

}  // namespace meada::app
