// How a person arranges the panels: drags the lines between them, hides, shows and maximises them
// by the menu of a panel's head.
#pragma once

#include "app/kit.h"
#include "app/layout.h"

namespace meada::app {

struct ArrangeUi {
    Arrangement now;
    SplitId dragged = SplitId::none;
    float drag_from = 0, drag_length = 0;
    PanelId menu_of = PanelId::none;
    bool changed = false;  // since it was kept last
};

std::string panel_name(const Texts&, PanelId);
std::string panel_name(const Ui&, PanelId);

// The tab in front of a slot: the one that was chosen, or `fitting` if that is among them.
PanelId front_of(const ArrangeUi&, SlotId, Width, PanelId fitting);
void bring_to_front(ArrangeUi&, PanelId, Width);  // shows it if it is hidden
void toggle_maximised(ArrangeUi&, PanelId);

void drag_splitters(Ui&, const Layout&, ArrangeUi&);
// At the right end of a panel's head; a double click on the head maximises it. After its panel.
void draw_head_menu(Ui&, Rect panel, PanelId, ArrangeUi&);
// Over everything else.
void draw_arrange_menu(Ui&, ArrangeUi&);

}  // namespace meada::app
