#include "app/layout.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/sizes.h"

namespace meada::app {

namespace {

struct PanelRow {
    std::string_view name;
    std::array<SlotId, 3> slots;  // by width
};

constexpr PanelRow panel_rows[] = {
#define PANEL(name, title, narrow, normal, wide) \
    {#name, {SlotId::narrow, SlotId::normal, SlotId::wide}},
#define SLOT(...)
#define SPLIT(...)
#include "app/panels.def"
#undef PANEL
#undef SLOT
#undef SPLIT
};

constexpr std::string_view split_names[] = {
#define PANEL(...)
#define SLOT(...)
#define SPLIT(name) #name,
#include "app/panels.def"
#undef PANEL
#undef SLOT
#undef SPLIT
};

// A slot, or boxes side by side or one under the other. One of them has no length of its own and
// gets what the others leave.
struct Box {
    SlotId slot = SlotId::none;
    bool column = false;
    float length = 0;  // along its parent; 0: the rest
    SplitId split = SplitId::none;
    std::vector<Box> inside = {};
};

// How small a person can drag it, and a small window make it.
float least_of(const Box& box, bool high) {
    if (box.inside.empty()) {
        if (box.slot == SlotId::narration && high) return box.length;
        if (box.slot == SlotId::timeline && high) return 140;
        if (box.slot == SlotId::code && !high) return 260;
        return high ? 64 : 200;
    }
    float sum = size::gap * float(box.inside.size() - 1), largest = 0;
    for (const Box& each : box.inside) {
        sum += least_of(each, high);
        largest = std::max(largest, least_of(each, high));
    }
    return box.column == high ? sum : largest;
}

class Placing {
  public:
    Placing(Layout& out, const Arrangement& arrangement) : out_(out), arrangement_(arrangement) {}

    void place(const Box& box, Rect rect) {
        if (box.inside.empty()) {
            out_.slots[size_t(box.slot)] = rect;
            return;
        }
        const float whole = box.column ? rect.h : rect.w;
        std::vector<float> lengths = lengths_of(box, whole);
        float at = box.column ? rect.y : rect.x;
        for (size_t i = 0; i < box.inside.size(); ++i) {
            const Rect part = box.column ? Rect{rect.x, at, rect.w, lengths[i]}
                                         : Rect{at, rect.y, lengths[i], rect.h};
            place(box.inside[i], part);
            at += lengths[i];
            if (i + 1 < box.inside.size()) add_splitter(box, rect, i, at, lengths, whole);
            at += size::gap;
        }
    }

  private:
    float share_of(SplitId split) const {
        return split == SplitId::none ? 0 : arrangement_.shares[size_t(split)];
    }

    std::vector<float> lengths_of(const Box& box, float whole) const {
        const size_t count = box.inside.size();
        std::vector<float> lengths(count);
        size_t rest = count;
        float taken = size::gap * float(count - 1);
        for (size_t i = 0; i < count; ++i) {
            const Box& each = box.inside[i];
            if (each.length == 0) rest = i;
            const float share = share_of(each.split);
            lengths[i] = share > 0 ? std::max(least_of(each, box.column), std::round(share * whole))
                                   : each.length;
        }
        if (rest == count) rest = count - 1;  // the one that takes the rest is hidden
        lengths[rest] = 0;
        for (const float length : lengths) taken += length;
        // What was dragged in a larger window must leave room in a smaller one.
        const float least = least_of(box.inside[rest], box.column);
        for (size_t i = 0; i < count; ++i) {
            const float less = std::min(lengths[i] - least_of(box.inside[i], box.column),
                                        least - (whole - taken));
            if (i == rest || less <= 0) continue;
            lengths[i] -= less;
            taken -= less;
        }
        lengths[rest] = std::max(0.0f, whole - taken);
        return lengths;
    }

    void add_splitter(const Box& box, Rect rect, size_t i, float at,
                      const std::vector<float>& lengths, float whole) {
        Splitter out;
        out.moves_y = box.column;
        size_t sized = i, rest = i + 1;
        if (box.inside[i].split == SplitId::none || box.inside[i].length == 0)
            std::swap(sized, rest), out.grows_back = true;
        const Box& mine = box.inside[sized];
        // Between two of fixed lengths nothing can be dragged.
        if (mine.split == SplitId::none || mine.length == 0) return;
        out.split = mine.split;
        out.grip = box.column ? Rect{rect.x, at, rect.w, size::gap}
                              : Rect{at, rect.y, size::gap, rect.h};
        out.length = lengths[sized];
        out.whole = whole;
        out.least = least_of(mine, box.column);
        // The one that takes the rest gives or gets, wherever it stands.
        for (size_t k = 0; k < box.inside.size(); ++k)
            if (box.inside[k].length == 0) rest = k;
        out.most = std::max(out.least, lengths[sized] + lengths[rest] -
                                           least_of(box.inside[rest], box.column));
        out_.splitters.push_back(out);
    }

    Layout& out_;
    const Arrangement& arrangement_;
};

float part(float whole, float share, float least, float most) {
    return std::clamp(std::round(whole * share), least, most);
}

Box slot(SlotId id, float length = 0, SplitId split = SplitId::none) {
    return {id, false, length, split};
}

Box boxes(bool column, std::vector<Box> inside, float length = 0, SplitId split = SplitId::none) {
    return {SlotId::none, column, length, split, std::move(inside)};
}

// Without what is hidden, and without boxes that hold nothing. False: nothing is left.
template <class IsThere>
bool prune(Box& box, const IsThere& is_there) {
    if (box.inside.empty()) return is_there(box.slot);
    std::erase_if(box.inside, [&](Box& each) { return !prune(each, is_there); });
    return !box.inside.empty();
}

constexpr float words_h = 76, cards_h = 110;  // of a first visit

Box narrow_boxes(const LayoutNeeds& needs, float w, float h) {
    const float code_w = w < 620 ? 0 : std::round((w - size::gap) * 0.6f);
    // Where they leave room for the example.
    const bool first_visit = needs.first_visit && w >= 620 && h >= 860;
    const float first_h = first_visit ? words_h + cards_h + 2 * size::gap : 0;
    // In a low window the script keeps some lines.
    const bool low = h < 560;
    const float timeline_h = part(h, 0.34f, low ? 150 : 200, 348), narration_h = low ? 72 : 88;
    const float below_h = h - timeline_h - narration_h - 2 * size::gap - first_h;
    const float printed_h = part(below_h, 0.28f, low ? 76 : 90, 150);
    Box code = boxes(true,
                     {slot(SlotId::code),
                      slot(SlotId::printed, printed_h, SplitId::printed_height)},
                     code_w, SplitId::narrow_code_width);
    std::vector<Box> below = {code};
    if (w >= 620) below.push_back(slot(SlotId::lower));
    std::vector<Box> out = {
        slot(SlotId::timeline, timeline_h, SplitId::narrow_timeline_height),
        slot(SlotId::narration, narration_h), boxes(false, below)};
    if (first_visit) {
        out.insert(out.begin(), slot(SlotId::words, words_h));
        out.push_back(slot(SlotId::cards, cards_h));
    }
    return boxes(true, out);
}

// The timeline over the narration over what happens there.
Box middle_boxes(const LayoutNeeds& needs, float middle_w, float h, bool wide) {
    constexpr float timeline_grows_h = 72, lower_least_h = 172;
    const float narration_h = wide ? 92 : 80;
    float timeline_h = wide ? part(h, 0.4165f, 302, 560) : part(h, 0.494f, 220, 480);
    const float spare_h = h - timeline_h - narration_h - 2 * size::gap - lower_least_h;
    timeline_h = std::clamp(needs.timeline_h, timeline_h,
                            timeline_h + std::clamp(spare_h, 0.0f, timeline_grows_h));
    std::vector<Box> out;
    if (needs.first_visit) {
        const float others_h = words_h + narration_h + 106 + 3 * size::gap;
        timeline_h = std::min(timeline_h + 20, h - others_h);
        out.push_back(slot(SlotId::words, words_h));
    }
    out.push_back(slot(SlotId::timeline, timeline_h, SplitId::timeline_height));
    out.push_back(slot(SlotId::narration, narration_h));
    float left_h = h - timeline_h - narration_h - 2 * size::gap;
    if (needs.first_visit) {
        left_h -= words_h + cards_h + 2 * size::gap;
        const bool alone = left_h < 160;
        out.push_back(slot(SlotId::cards, alone ? 0 : cards_h));
        if (alone) return boxes(true, out);
    }
    Box lower = slot(SlotId::lower);
    if (wide) {
        out.push_back(lower);
        if (left_h > 380 && !needs.first_visit)
            out.push_back(slot(SlotId::under, std::round(left_h * 0.47f) - size::gap,
                               SplitId::under_height));
        return boxes(true, out);
    }
    out.push_back(boxes(false, {lower, slot(SlotId::side, part(middle_w, 0.355f, 240, 340),
                                            SplitId::side_width)}));
    return boxes(true, out);
}

Box all_boxes(const LayoutNeeds& needs, Width width, float w, float h) {
    if (width == Width::narrow) return narrow_boxes(needs, w, h);
    const bool wide = width == Width::wide;
    const float left_w = wide ? part(needs.w, 0.271f, 440, 620) : part(needs.w, 0.353f, 360, 520);
    const float right_w = wide ? part(needs.w, 0.2146f, 340, 480) : 0;
    Box code = boxes(true,
                     {slot(SlotId::code), slot(SlotId::printed, part(h, 0.235f, 120, 168),
                                               SplitId::printed_height)},
                     left_w, SplitId::left_width);
    const float middle_w = w - left_w - size::gap - (wide ? right_w + size::gap : 0);
    std::vector<Box> out = {code, middle_boxes(needs, middle_w, h, wide)};
    if (wide) {
        const float room = h - 3 * size::gap;
        out.push_back(boxes(
            true,
            {slot(SlotId::right_1, std::round(room * 0.215f), SplitId::right_1_height),
             slot(SlotId::right_2, std::round(room * 0.25f), SplitId::right_2_height),
             slot(SlotId::right_3, std::round(room * 0.335f), SplitId::right_3_height),
             slot(SlotId::right_4)},
            right_w, SplitId::right_width));
    }
    return boxes(false, out);
}

constexpr float share_unit = 10'000;  // a share is kept as a whole number of these parts

}  // namespace

Width width_of(float window_w) {
    return window_w < 1000 ? Width::narrow : window_w < 1640 ? Width::normal : Width::wide;
}

SlotId slot_of(PanelId panel, Width width) {
    return panel_rows[size_t(panel)].slots[size_t(width)];
}

bool can_hide(PanelId panel) {
    return panel != PanelId::timeline && panel != PanelId::narration;
}

std::vector<PanelId> panels_in(SlotId slot, Width width, const Arrangement& arrangement) {
    std::vector<PanelId> out;
    for (size_t i = 0; i < panel_count; ++i)
        if (slot_of(PanelId(i), width) == slot && !arrangement.hidden[i])
            out.push_back(PanelId(i));
    return out;
}

Layout layout(const LayoutNeeds& needs, const Arrangement& arrangement) {
    Layout out;
    out.width = width_of(needs.w);
    const float transport_h = size::transport + (out.width == Width::narrow ? 36.0f : 0.0f);
    out.top = {0, 0, needs.w, size::top_bar};
    out.transport = {0, needs.h - transport_h, needs.w, transport_h};
    const Rect room{size::window_edge, size::top_bar, needs.w - 2 * size::window_edge,
                    needs.h - size::top_bar - transport_h - size::gap};
    Box all;
    if (arrangement.maximised != PanelId::none) {
        const SlotId large = slot_of(arrangement.maximised, out.width);
        all = boxes(true, {slot(large)});
        if (large != SlotId::narration) all.inside.push_back(slot(SlotId::narration, 88));
    } else {
        all = all_boxes(needs, out.width, room.w, room.h);
        (void)prune(all, [&](SlotId id) {
            if (id == SlotId::words || id == SlotId::cards) return true;
            if (id == SlotId::printed && needs.no_output) return false;
            return !panels_in(id, out.width, arrangement).empty();
        });
    }
    Placing(out, arrangement).place(all, room);
    return out;
}

std::string to_text(const Arrangement& arrangement) {
    std::string out;
    for (size_t i = 0; i < split_count; ++i)
        if (arrangement.shares[i] > 0)
            out += std::string(split_names[i]) + "=" +
                   std::to_string(int(std::lround(arrangement.shares[i] * share_unit))) + " ";
    for (size_t i = 0; i < panel_count; ++i)
        if (arrangement.hidden[i]) out += std::string(panel_rows[i].name) + "=hidden ";
    if (!out.empty()) out.pop_back();
    return out;
}

Arrangement arrangement_of(std::string_view text) {
    Arrangement out;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const size_t equals = word.find('=');
        if (equals == word.npos) continue;
        const std::string_view name = word.substr(0, equals), value = word.substr(equals + 1);
        for (size_t i = 0; i < panel_count; ++i)
            if (panel_rows[i].name == name && value == "hidden" && can_hide(PanelId(i)))
                out.hidden[i] = true;
        for (size_t i = 0; i < split_count; ++i) {
            int share = 0;
            if (split_names[i] != name) continue;
            std::from_chars(value.data(), value.data() + value.size(), share);
            if (share > 0 && share < int(share_unit)) out.shares[i] = float(share) / share_unit;
        }
    }
    return out;
}

}  // namespace meada::app
