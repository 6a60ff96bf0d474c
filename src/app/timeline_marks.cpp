// Over the lanes: arrows from who woke whom, dashed ones where a lock, queue or pipe orders two
// things, and what was printed. Where many lie in one place, some of them stand for all.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "app/timeline_parts.h"

namespace meada::app {

namespace {

constexpr float arrows_apart = 3, prints_apart = 4;  // points
constexpr float dash = 5, dash_space = 3;

struct MarkDrawing {
    Ui& ui;
    const TimelineArea& area;
    const Moment& moment;
    const view::LaneCache& cache;
    std::unordered_map<Serial, size_t> rows{};  // that can be seen
    std::unordered_map<size_t, float> pages{};  // of each row, where the last print stands
    struct Ends {
        Point tail, head;
        bool hot;
    };
    std::vector<Ends> ends{};  // of the arrows; over all of them, or one's halo hides another's

    void find_rows() {
        for (size_t i = 0; i < area.rows.size(); ++i)
            if (area.shows(i) && view::is_pinnable(area.rows[i]))
                rows[area.rows[i].lane->serial] = i;
    }
    size_t row_of(Serial serial) const {
        const auto found = rows.find(serial);
        return found == rows.end() ? area.rows.size() : found->second;
    }

    template <typename Item>
    size_t first_at(const std::vector<Item>& items, double time_ns) const {
        return size_t(
            std::partition_point(items.begin(), items.end(),
                                 [&](const Item& item) { return double(item.time_ns) < time_ns; }) -
            items.begin());
    }
    // Those that are to be seen, each some points from the one before.
    template <typename Item, typename Draw>
    void each_apart(const std::vector<Item>& items, float apart, Draw draw) const {
        const double to = area.time_of(area.lanes.right() + 30);
        float last_x = -1e9f;
        for (size_t i = first_at(items, area.time_of(area.lanes.x - 30));
             i < items.size() && double(items[i].time_ns) <= to;) {
            const float x = area.x_of(double(items[i].time_ns));
            if (x - last_x >= apart) {
                draw(items[i]);
                last_x = x;
                ++i;
            } else {
                i = std::max(i + 1, first_at(items, area.time_of(last_x + apart)));
            }
        }
    }
    // The one that the last event is, if it is one: drawn even where others lie beside it.
    template <typename Item>
    const Item* hot(const std::vector<Item>& items) const {
        const auto at = std::partition_point(items.begin(), items.end(), [&](const Item& item) {
            return item.event + 1 < moment.cursor_event;
        });
        return at != items.end() && at->event + 1 == moment.cursor_event ? &*at : nullptr;
    }
    bool is_hot(uint64_t event) const { return event + 1 == moment.cursor_event; }

    void head(float x, float y) {
        polygon(ui, {{x - 8.6f, y - 5.5f}, {x + 1, y}, {x - 8.6f, y + 5.5f}}, ui.theme->paper);
        polygon(ui, {{x - 8, y - 4.5f}, {x, y}, {x - 8, y + 4.5f}}, ui.theme->ink);
    }
    void tail(Point at, bool is_hot) {
        disc(ui, at, is_hot ? 4.5f : 3.6f, ui.theme->paper);
        disc(ui, at, is_hot ? 3.5f : 2.6f, ui.theme->ink);
    }
    void draw_ends() {
        for (const Ends& each : ends) {
            tail(each.tail, each.hot);
            head(each.head.x, each.head.y);
        }
    }
    void wake(const view::Wake& wake) {
        const size_t from = row_of(wake.from), to = row_of(wake.to);
        if (from == area.rows.size() || to == area.rows.size() || from == to) return;
        const bool is_last = is_hot(wake.event);
        const float x = area.x_of(double(wake.time_ns));
        const float y1 = area.lane_middle(from), y2 = area.lane_middle(to), d = y2 > y1 ? 1 : -1;
        // Within the lanes: at their beginning it bows less.
        const float room = std::max(9.0f, (x - area.lanes.x) * 1.25f);
        const float bow = std::min({26.0f, 12 + std::abs(y2 - y1) * 0.18f, room});
        const Point a{x - 2, y1}, b{x - bow, y1 + d * 2}, c{x - bow, y2 - d * 2}, e{x - 7, y2};
        curve(ui, a, b, c, e, ui.theme->paper, 5);
        curve(ui, a, b, c, e, ui.theme->ink, is_last ? 2.2f : 1.4f);
        ends.push_back({a, {x, y2}, is_last});
    }

    static Point between(Point a, Point b, Point c, Point e, float t) {
        const float u = 1 - t;
        const float wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, we = t * t * t;
        return {wa * a.x + wb * b.x + wc * c.x + we * e.x,
                wa * a.y + wb * b.y + wc * c.y + we * e.y};
    }
    void dashed_curve(Point a, Point b, Point c, Point e, float width) {
        const float length = std::hypot(e.x - a.x, e.y - a.y) * 1.1f;
        const int pieces = std::clamp(int(length / 2), 8, 400);
        float along = 0;
        Point last = a;
        for (int i = 1; i <= pieces; ++i) {
            const Point next = between(a, b, c, e, float(i) / float(pieces));
            if (std::fmod(along, dash + dash_space) < dash)
                line(ui, last, next, ui.theme->ink, width);
            along += std::hypot(next.x - last.x, next.y - last.y);
            last = next;
        }
    }
    void order(const view::Order& order) {
        const size_t from = row_of(order.from), to = row_of(order.to);
        if (from == area.rows.size() || to == area.rows.size() || from == to) return;
        const bool is_last = is_hot(order.event);
        const float x1 = std::max(area.x_of(double(order.from_ns)), area.lanes.x - 60);
        const float x2 = area.x_of(double(order.time_ns));
        const float y1 = area.lane_middle(from), y2 = area.lane_middle(to), d = y2 > y1 ? 1 : -1;
        // From left to right a slanting line; where both are in one place it bows as a wake does.
        const float bow = x2 - x1 < 20 ? 18.0f : 0.0f;
        const Point a{x1, y1}, e{x2 - 7, y2};
        const Point b{x1 + (bow > 0 ? -bow : (x2 - x1) * 0.35f), y1 + d * 2};
        const Point c{bow > 0 ? x2 - bow : x2 - std::max(14.0f, (x2 - x1) * 0.35f), y2 - d * 2};
        curve(ui, a, b, c, e, ui.theme->paper, 4);
        dashed_curve(a, b, c, e, is_last ? 2.2f : 1.4f);
        ends.push_back({a, {x2, y2}, is_last});
    }

    void print(const view::Print& print) {
        const size_t row = row_of(print.thread);
        if (row == area.rows.size()) return;
        const float x = area.x_of(double(print.time_ns)), middle = area.lane_middle(row);
        // Pages that lie on each other cannot be told apart; the slider has a tick for each.
        constexpr float page_room = 12;
        if (const auto last = pages.find(row); last != pages.end() && x - last->second < page_room)
            return;
        pages[row] = x;
        const view::Actor* task = cache.actors.find(print.task);
        const view::Actor* thread = cache.actors.find(print.thread);
        const view::Actor* who = task ? task : thread;
        const ImU32 colour = yarn_colour(*ui.theme, who ? who->yarn : 0);
        const Rect page{x - 5, middle - 6, 10, 12};
        fill(ui, page, ui.theme->paper, 2);
        outline(ui, page, ui.theme->ink, 2, 1.3f);
        for (int i = 0; i < 3; ++i)
            line(ui, {x - 2.5f, middle - 2.5f + 2.5f * float(i)},
                 {x + (i == 2 ? 0.5f : 2.5f), middle - 2.5f + 2.5f * float(i)}, colour, 1.5f);
    }
};

}  // namespace

void draw_marks(Ui& ui, const TimelineArea& area, const Moment& moment,
                const view::LaneCache& cache, Marks marks) {
    MarkDrawing drawing{ui, area, moment, cache};
    drawing.find_rows();
    begin_clip(ui, area.lanes);
    if (marks.orders) {
        drawing.each_apart(cache.orders, arrows_apart, [&](auto& order) { drawing.order(order); });
        if (const view::Order* last = drawing.hot(cache.orders)) drawing.order(*last);
    }
    if (marks.wakes) {
        drawing.each_apart(cache.wakes, arrows_apart, [&](auto& wake) { drawing.wake(wake); });
        if (const view::Wake* last = drawing.hot(cache.wakes)) drawing.wake(*last);
    }
    drawing.draw_ends();
    drawing.each_apart(cache.prints, prints_apart, [&](auto& print) { drawing.print(print); });
    end_clip(ui);
}

}  // namespace meada::app
