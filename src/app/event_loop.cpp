#include "app/event_loop.h"

#include <algorithm>
#include <cmath>

#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float label_h = 20, chip_gap = 6, note_h = 16;
constexpr double move_s = 0.18;

Rect between(Rect a, Rect b, float part) {
    const auto mix = [&](float from, float to) { return from + (to - from) * part; };
    return {mix(a.x, b.x), mix(a.y, b.y), mix(a.w, b.w), mix(a.h, b.h)};
}

struct LoopPanel {
    Ui& ui;
    const view::EventLoop& loop;
    float moved_part = 1;  // of its way, what the last event moved
    Commands commands{};
    Rect moved_from{}, moved_to{};
    Chip moving{};
    bool has_from = false, has_to = false;

    // Chips one under the other, or side by side in a grid; returns how many were drawn.
    void chips(const std::vector<view::LoopItem>& items, Rect area, view::Place place,
               int columns) {
        const float w = (area.w - float(columns - 1) * 8) / float(columns);
        const int rows = std::max(1, int((area.h + chip_gap) / (size::chip + chip_gap)));
        const int room = rows * columns;
        const bool all = int(items.size()) <= room;
        const float under = area.h - float(rows) * (size::chip + chip_gap);
        const int count = all ? int(items.size()) : under >= note_h ? room : room - 1;
        for (int i = 0; i < count; ++i) {
            const Rect at{area.x + float(i % columns) * (w + 8),
                          area.y + float(i / columns) * (size::chip + chip_gap), w, size::chip};
            one(items[size_t(i)], at, place, i);
        }
        if (count < int(items.size())) {
            const float y = area.y + float(count / columns) * (size::chip + chip_gap);
            draw_text(ui, Face::label, area.x + float(count % columns) * (w + 8) + 2,
                      y + (count == room ? note_h / 2 : size::chip / 2), ui.theme->ink2,
                      ui.texts(TextId::loop_more, {std::to_string(items.size() - size_t(count))}));
        }
    }

    // So many beside each other that their words fit, if all of them have a place then.
    int fitting_columns(const std::vector<view::LoopItem>& items, Rect area, int most) const {
        float wanted = 0;
        for (const view::LoopItem& item : items)
            wanted = std::max(wanted, chip_width(ui, item.name, item.detail));
        const int rows = std::max(1, int((area.h + chip_gap) / (size::chip + chip_gap)));
        for (int columns = most; columns > 1; --columns) {
            const float w = (area.w - float(columns - 1) * 8) / float(columns);
            const bool places_fewer = int(items.size()) > rows * (columns - 1);
            if (w >= wanted || places_fewer) return columns;
        }
        return 1;
    }

    void one(const view::LoopItem& item, Rect at, view::Place place, int index) {
        const bool moved = item.serial == loop.moved && loop.moved != 0;
        const bool arrived = moved && place == loop.moved_to && !item.ghost;
        const Chip look{.name = item.name,
                        .detail = item.detail,
                        .yarn = item.yarn,
                        .now = place == view::Place::running || arrived,
                        .ghost = item.ghost};
        if (moved && item.ghost) {
            moved_from = at;
            has_from = true;
        }
        if (arrived) {
            moved_to = at;
            moving = look;
            has_to = true;
            if (moved_part < 1) return;  // it is drawn on its way there
        }
        const Id id = id_of("loop/chip", item.serial * 8 + Id(place) + Id(index) * 4096);
        const Press state = chip(ui, id, at, look);
        if (state.clicked && item.event != 0) commands.push_back(command::SeekEvent{item.event});
    }

    // A queue's name and, where there is room, how it is ordered: "Timers, by due time".
    void label(float x, float y, TextId id, float width) {
        std::string words = ui.texts[id];
        if (text_width(ui, Face::label, words) > width) words = words.substr(0, words.find(','));
        draw_text(ui, Face::label, x, y, ui.theme->ink2, words);
    }
    void note(float x, float y, const std::string& words, float width) {
        draw_text_fit(ui, Face::label, x, y, width, ui.theme->ink2, words);
    }
    std::string idle_words() const {
        return loop.idle_until.empty() ? ui.texts[TextId::loop_nothing_runs] : loop.idle_until;
    }
    // From one queue to the next.
    void arrow(float from, float to, float y) {
        line(ui, {from, y}, {to, y}, ui.theme->edge, 1.5f);
        line(ui, {to - 5, y - 4}, {to, y}, ui.theme->edge, 1.5f);
        line(ui, {to - 5, y + 4}, {to, y}, ui.theme->edge, 1.5f);
    }

    // What the last event moved, on its way.
    void draw_moving() {
        if (moved_part >= 1 || !has_to) return;
        const float left = 1 - moved_part;
        const Rect at = has_from ? between(moved_from, moved_to, 1 - left * left * left) : moved_to;
        chip(ui, id_of("loop/moving"), at, moving);
    }

    // Dots along the way that the last event took something.
    void path() {
        if (!has_from || !has_to) return;
        const ImU32 colour = yarn_colour(*ui.theme, moving.yarn);
        Point from{moved_from.middle_x(), moved_from.middle_y()};
        Point to{moved_to.middle_x(), moved_to.middle_y()};
        const bool level = std::abs(from.y - to.y) < 4;
        const float half_h = size::chip / 2;
        if (level) return;  // the arrow between the queues already says it
        const bool up = to.y < from.y;
        from.y += up ? -half_h : half_h;
        to.y += up ? half_h + 9 : -half_h - 9;
        // Where the two stand over each other the way is straight, clear of the label at the left.
        if (std::abs(from.x - to.x) < 60) to.x = from.x = std::max(from.x, to.x) + 58;
        const float dx = to.x - from.x, dy = to.y - from.y;
        const float length = std::max(1.0f, std::hypot(dx, dy));
        for (float at = 1; at < length; at += 6)
            disc(ui, {from.x + dx * at / length, from.y + dy * at / length}, 1.1f, colour);
        const float s = up ? -1.0f : 1.0f;
        polygon(ui, {{to.x - 5, to.y}, {to.x, to.y + s * 9}, {to.x + 5, to.y}}, colour);
    }
};

// Three queues side by side, those who wait for another under them.
void draw_beside(LoopPanel& panel, Rect body) {
    const view::EventLoop& loop = panel.loop;
    const Texts& texts = panel.ui.texts;
    const float x = body.x + size::panel_text, width = body.w - 2 * size::panel_text;
    const float gap = 20, column = (width - 2 * gap) / 3;
    const float more = 7;  // a time is longer than a line's number
    const float top = body.y + 10, chips_y = top + label_h + 2;
    const float waiting_h = label_h + 2 + size::chip + (body.h > 200 ? size::chip + chip_gap : 0);
    const float waiting_y = body.bottom() - 8 - waiting_h;
    const float chips_h = std::max(size::chip, waiting_y - chips_y - 2);
    const Rect ready{x, chips_y, column, chips_h};
    const Rect running{x + column + gap, chips_y, column - more, chips_h};
    const Rect timers{running.right() + gap, chips_y, column + more, chips_h};
    panel.label(ready.x, top + 8, TextId::loop_ready, column);
    panel.label(running.x, top + 8, TextId::loop_running, running.w);
    panel.label(timers.x, top + 8, TextId::loop_timers, timers.w);
    panel.arrow(ready.right() + 4, running.x - 5, chips_y + size::chip / 2);
    panel.arrow(running.right() + 4, timers.x - 5, chips_y + size::chip / 2);
    panel.chips(loop.ready, ready, view::Place::ready, 1);
    panel.chips(loop.now, {running.x, running.y, running.w, 2 * size::chip + chip_gap},
                view::Place::running, 1);
    panel.chips(loop.timers, timers, view::Place::timers, 1);
    const float note_y = chips_y + size::chip / 2;
    if (loop.ready.empty()) panel.note(ready.x, note_y, texts[TextId::loop_nothing_ready], ready.w);
    if (loop.now.empty())
        panel.note(running.x, note_y, panel.idle_words(), running.w);
    else if (!loop.running_for.empty() && loop.now.size() == 1)
        panel.note(running.x, note_y + size::chip / 2 + 12, loop.running_for, running.w);
    if (loop.timers.empty()) panel.note(timers.x, note_y, texts[TextId::loop_no_timers], timers.w);
    panel.label(x, waiting_y + 8, TextId::loop_waiting, width);
    const Rect waiting{x, waiting_y + label_h + 2, width, waiting_h - label_h - 2};
    panel.chips(loop.waiting, waiting, view::Place::waiting,
                panel.fitting_columns(loop.waiting, waiting, 3));
    if (loop.waiting.empty())
        panel.note(x, waiting.y + size::chip / 2, texts[TextId::loop_nobody_waits], width);
}

// In a small panel they stand two by two: a third of its width is too little for a name and a time.
void draw_squared(LoopPanel& panel, Rect body) {
    const view::EventLoop& loop = panel.loop;
    const Texts& texts = panel.ui.texts;
    const float gap = 28, w = (body.w - 2 * size::panel_text - gap) / 2;
    const float h = std::floor((body.h - 12) / 2);
    const auto place = [&](int column, int row, TextId title, const std::vector<view::LoopItem>& in,
                           view::Place where, const std::string& empty) {
        const float x = body.x + size::panel_text + float(column) * (w + gap);
        const float y = body.y + 8 + float(row) * h;
        const Rect area{x, y + label_h + 2, w, h - label_h - 6};
        panel.label(x, y + 9, title, w);
        panel.chips(in, area, where, 1);
        if (in.empty()) panel.note(x, area.y + size::chip / 2, empty, w);
        return area;
    };
    const Rect ready = place(0, 0, TextId::loop_ready, loop.ready, view::Place::ready,
                             texts[TextId::loop_nothing_ready]);
    const Rect running = place(1, 0, TextId::loop_running, loop.now, view::Place::running,
                               panel.idle_words());
    place(0, 1, TextId::loop_waiting, loop.waiting, view::Place::waiting,
          texts[TextId::loop_nobody_waits]);
    place(1, 1, TextId::loop_timers, loop.timers, view::Place::timers,
          texts[TextId::loop_no_timers]);
    panel.arrow(ready.right() + 4, running.x - 5, ready.y + size::chip / 2);
}

// In a narrow panel the four stand one under the other.
void draw_stacked(LoopPanel& panel, Rect body) {
    const view::EventLoop& loop = panel.loop;
    const Texts& texts = panel.ui.texts;
    struct Section {
        TextId title;
        const std::vector<view::LoopItem>* items;
        view::Place place;
        std::string empty;
    };
    const Section sections[] = {
        {TextId::loop_running, &loop.now, view::Place::running, panel.idle_words()},
        {TextId::loop_ready, &loop.ready, view::Place::ready, texts[TextId::loop_nothing_ready]},
        {TextId::loop_timers, &loop.timers, view::Place::timers, texts[TextId::loop_no_timers]},
        {TextId::loop_waiting, &loop.waiting, view::Place::waiting,
         texts[TextId::loop_nobody_waits]},
    };
    const float step = size::chip + chip_gap;
    const float spare = body.h - 16 - 4 * (label_h + 6);
    size_t total = 0;
    for (const Section& section : sections) total += std::max<size_t>(1, section.items->size());
    float y = body.y + 8;
    for (const Section& section : sections) {
        const auto count = float(std::max<size_t>(1, section.items->size()));
        const float fair = std::max(step, std::floor(spare * count / float(total) / step) * step);
        const Rect area{body.x + size::panel_text, y + label_h + 2, body.w - 2 * size::panel_text,
                        std::min(count * step, fair) - chip_gap};
        panel.label(area.x, y + 9, section.title, area.w);
        panel.chips(*section.items, area, section.place, 1);
        if (section.items->empty())
            panel.note(area.x, area.y + size::chip / 2, section.empty, area.w);
        y = area.bottom() + 8;
    }
}

}  // namespace

Commands draw_event_loop(Ui& ui, Rect body, const Moment& moment, const view::EventLoop& loop,
                         bool jumps, EventLoopUi& state) {
    if (!loop.exists) {
        empty_panel(ui, body, ui.texts[loop.ended ? TextId::loop_ended : TextId::loop_none],
                    ui.texts[loop.ended ? TextId::loop_ended_what : TextId::loop_none_what]);
        return {};
    }
    if (state.run != moment.run || state.event != moment.cursor_event) {
        const bool moves = state.run == moment.run && !jumps && !ui.reduced_motion;
        state = {moment.run, moment.cursor_event, moves && loop.moved != 0 ? ui.time_s : -1};
    }
    LoopPanel panel{ui, loop};
    if (state.move_start_s >= 0)
        panel.moved_part = std::min(1.0f, float((ui.time_s - state.move_start_s) / move_s));
    if (panel.moved_part < 1) platform::request_frame();
    begin_clip(ui, body);
    if (body.w < 430 && body.h > 260)
        draw_stacked(panel, body);
    else if (body.w < 430)
        draw_squared(panel, body);
    else
        draw_beside(panel, body);
    panel.path();
    panel.draw_moving();
    end_clip(ui);
    return panel.commands;
}

}  // namespace meada::app
