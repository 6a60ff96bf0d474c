// Every order of the script's threads: verdict first, how far it can be trusted, then the ways in
// which the script ends, each a click away. It takes the timeline's place.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct OrdersUi {
    bool open = false;
    Scroll scroll;
};

Commands draw_orders(Ui&, Rect, const Orders&, OrdersUi&);

}  // namespace meada::app
