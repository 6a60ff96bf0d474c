// The bar at the top: the script and its menu, the examples, the machine, language, theme, sharing.
#pragma once

#include <optional>

#include "app/kit.h"
#include "history/history.h"

namespace meada::app {

// What the bar and the keys may ask of the program, beside commands to the run.
struct Wishes {
    bool run = false, share = false, open_file = false, save_file = false, new_script = false;
    bool paste_link = false;
    bool toggle_machine = false, toggle_orders = false, toggle_compare = false;
    bool toggle_language = false, save_settings = false;
    std::optional<ThemeChoice> theme = {};
    float ui_scale = 0;  // 0: as it is
    bool tour = false, palette = false;
    int example = -1;  // index into the examples
};

struct ExampleTitle {
    TextId title, what;
};

struct TopBarLook {
    std::string_view script_name;
    int example = -1;
    const MachineSpec* spec = nullptr;
    bool machine_open = false, orders_open = false;
    ThemeChoice theme = ThemeChoice::system;
    float ui_scale = 1;
};
// Where two of its buttons stand.
struct TopBarPlaces {
    Rect machine, share;
};
TopBarPlaces draw_top_bar(Ui&, Rect, const TopBarLook&, const std::vector<ExampleTitle>& examples,
                          Wishes&);

}  // namespace meada::app
