// Search in the timeline: a field in its head, and a tick in the ruler for each match.
#include <algorithm>

#include "app/field.h"
#include "app/timeline_parts.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

Id search_field() { return id_of("tl/search"); }

// The event of the match that one went to, while one is still there, else the last event.
uint64_t event_here(const LaneSearchUi& search, const Moment& moment) {
    const view::LaneMatch& visited = search.visited;
    if (visited.lane != 0 && visited.time_ns == moment.cursor_ns) return visited.event;
    return moment.cursor_event == 0 ? 0 : moment.cursor_event - 1;
}

// Which of the matches that is, from 1; 0: none of them.
size_t number_at(const LaneSearchUi& search, const Moment& moment) {
    const uint64_t here = event_here(search, moment);
    for (size_t i = 0; i < search.found.matches.size(); ++i)
        if (search.found.matches[i].event == here) return i + 1;
    return 0;
}

std::string count_words(const Ui& ui, const LaneSearchUi& search, const Moment& moment) {
    const std::string all =
        std::to_string(search.found.matches.size()) + (search.found.cut ? "+" : "");
    if (search.typed.text.empty()) return {};
    if (search.found.matches.empty()) return ui.texts[TextId::lane_search_none];
    return ui.texts(TextId::lane_search_count,
                    {std::to_string(number_at(search, moment)), all});
}

}  // namespace

void open_lane_search(Ui& ui, TimelineUi& state) {
    state.search.open = true;
    listen(ui, search_field());
    ImGui::GetIO().InputQueueCharacters.resize(0);  // the key that opened it is no part of it
}

void draw_lane_search(Ui& ui, Rect box, const Moment& moment, const view::LaneCache& cache,
                      TimelineUi& state, Commands& commands) {
    LaneSearchUi& search = state.search;
    const bool stale = search.query != search.typed.text || search.run != moment.run ||
                       search.next_event != cache.next_event;
    const bool typed = search.query != search.typed.text;
    if (stale) {
        search.query = search.typed.text;
        search.run = moment.run;
        search.next_event = cache.next_event;
        search.found = view::search_lanes(cache, moment, ui.texts, search.query);
        if (typed) platform::announce(count_words(ui, search, moment));
    }
    const std::string count = count_words(ui, search, moment);
    const float count_w = text_width(ui, Face::label, count) + 14;
    const Rect field{box.x, box.y, box.w - count_w - 84, box.h};
    const FieldAnswer answer = draw_field(ui, search_field(), field, search.typed,
                                          ui.texts[TextId::lane_search_hint], "");
    draw_text(ui, Face::label, field.right() + 8, box.middle_y(), ui.theme->ink2, count);
    float x = box.right() - 78;
    const auto square = [&](std::string_view id, Icon icon, TextId words, std::string key) {
        const bool clicked =
            icon_button(ui, id_of(id), {x, box.y, 24, 24}, icon, ui.texts[words], std::move(key));
        x += 26;
        return clicked;
    };
    const bool shift = ImGui::GetIO().KeyShift;
    bool back = square("tl/previous", Icon::up, TextId::lane_search_previous, "Shift Enter");
    bool on = square("tl/next", Icon::down, TextId::lane_search_next, "Enter");
    (shift ? back : on) |= answer.entered;
    const bool close = square("tl/close", Icon::close, TextId::lane_search_close, "Esc");
    if (answer.left || close) {
        stop_listening(ui, search_field());
        search = {};
        return;
    }
    if (!on && !back) return;
    const uint64_t here = event_here(search, moment);
    if (const view::LaneMatch* match = view::next_match(search.found, here, back)) {
        commands.push_back(command::SeekEvent{match->event});
        search.visited = *match;
        state.show_lane = match->lane;
    }
}

void draw_matches(Ui& ui, const TimelineArea& area, const TimelineUi& state) {
    float last_x = -1e9f;
    for (const view::LaneMatch& match : state.search.found.matches) {
        const float x = area.x_of(double(match.time_ns));
        if (x < area.lanes.x || x - last_x < 3) continue;
        if (x > area.lanes.right()) break;
        fill(ui, {x - 1, area.ruler.bottom() - 8, 3, 7}, ui.theme->focus);
        last_x = x;
    }
}

}  // namespace meada::app
