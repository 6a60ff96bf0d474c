// Where the panels stand: boxes in boxes, as panels.def and the size of the window have it, and as
// a person has dragged, hidden and maximised them. Pure; lengths are points.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/geometry.h"

namespace meada::app {

enum class PanelId : uint8_t {
#define PANEL(name, ...) name,
#define SLOT(...)
#define SPLIT(...)
#include "app/panels.def"
#undef PANEL
#undef SLOT
#undef SPLIT
    none
};
enum class SlotId : uint8_t {
#define PANEL(...)
#define SLOT(name) name,
#define SPLIT(...)
#include "app/panels.def"
#undef PANEL
#undef SLOT
#undef SPLIT
    none
};
enum class SplitId : uint8_t {
#define PANEL(...)
#define SLOT(...)
#define SPLIT(name) name,
#include "app/panels.def"
#undef PANEL
#undef SLOT
#undef SPLIT
    none
};
constexpr size_t panel_count = size_t(PanelId::none), slot_count = size_t(SlotId::none),
                 split_count = size_t(SplitId::none);

// What a person has changed. Kept between visits as a text of names and values.
struct Arrangement {
    std::array<float, split_count> shares{};  // of what the line divides; 0: as designed
    std::array<bool, panel_count> hidden{};
    PanelId maximised = PanelId::none;
    std::array<PanelId, slot_count> front;  // the tab that was chosen; none: what fits the script

    Arrangement() { front.fill(PanelId::none); }
    bool operator==(const Arrangement&) const = default;
};
std::string to_text(const Arrangement&);
Arrangement arrangement_of(std::string_view);  // what it does not know is left out

enum class Width : uint8_t { narrow, normal, wide };
Width width_of(float window_w);
SlotId slot_of(PanelId, Width);
// The panels of a slot that are not hidden: its tabs.
std::vector<PanelId> panels_in(SlotId, Width, const Arrangement&);
// The narration and the timeline are what everything else explains: they are never hidden.
bool can_hide(PanelId);

struct LayoutNeeds {
    float w = 0, h = 0;         // of the window
    bool first_visit = false;   // room for its words and cards
    float timeline_h = 0;       // with every lane in view
    bool no_output = false;     // its room is needed by what stands in the editor's place
};

struct Splitter {
    SplitId split = SplitId::none;
    Rect grip;           // the gap between two slots
    bool moves_y = false;
    bool grows_back = false;  // the slot that it sizes comes after it
    float length = 0;    // now, of the slot that it sizes
    float whole = 0;     // of what it divides
    float least = 0, most = 0;
};

struct Layout {
    Width width = Width::normal;
    Rect top, transport;
    std::array<Rect, slot_count> slots{};  // w = 0: not there
    std::vector<Splitter> splitters;

    const Rect& operator[](SlotId slot) const { return slots[size_t(slot)]; }
};
Layout layout(const LayoutNeeds&, const Arrangement&);

}  // namespace meada::app
