// The command palette: everything that one can ask for, found by a few letters.
#pragma once

#include "app/bookmark_list.h"
#include "app/command_table.h"
#include "app/kit.h"
#include "app/layout.h"
#include "app/palette_search.h"
#include "app/text_buffer.h"
#include "app/top_bar.h"
#include "history/history.h"

namespace meada::app {

struct PaletteUi {
    TextBuffer typed;
    Scroll scroll;
    int row = 0;
    bool came_from_editor = false;    // which gets the keyboard back
    std::vector<std::string> recent;  // keys of entries, the last one first
};

// One of its rows, chosen.
struct PaletteChoice {
    CommandId command = CommandId::none;
    int example = -1;
    std::string preset = {};
    PanelId panel = PanelId::none;
    std::optional<Goal> goal = {};
    std::optional<Position> bookmark = {};
};

// Its rows beside the commands, that any run has: examples, machines, panels. `key` is what each
// is remembered by.
struct PaletteRow {
    std::string key, label;
    PaletteChoice choice;
};
std::vector<PaletteRow> palette_rows(const Texts&);

void open_palette(Ui&, PaletteUi&);
bool palette_is_open(const Ui&);
std::string recent_words(const PaletteUi&);  // as a setting, and back
void set_recent(PaletteUi&, std::string_view words);

struct PaletteLook {
    const MachineSpec* spec = nullptr;  // for the machines' names
    const std::vector<ExampleTitle>* examples = nullptr;
    bool has_run = false;
    std::vector<Bookmark> bookmarks = {};  // of this run
};
// While it is open: draws it over everything; what was chosen in this frame.
std::optional<PaletteChoice> draw_palette(Ui&, const PaletteLook&, PaletteUi&);

}  // namespace meada::app
