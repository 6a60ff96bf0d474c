// First visit: what a lane, the needle, a hatched and a solid span are, pointed at.
#include <algorithm>
#include <cmath>

#include "app/timeline_parts.h"

namespace meada::app {

namespace {

constexpr float sample_w = 30;

struct Callout {
    Point from;  // what it points at; y = 0: nothing that could be seen, so it has a sample
    TextId title, what;
    float x = 0, w = 0;
};

// A place on the widest span of the lane that waits or runs, as asked; < 0: there is none.
float widest_span_x(const TimelineArea& area, const view::Lane& lane, bool running,
                    float needle_x) {
    float best_w = 16, best_x = -1;
    for (const view::Span& span : lane.spans) {
        if ((span.state == RunState::running) != running || span.end_ns == never_ns) continue;
        if (!running && span.state != RunState::waiting) continue;
        const float left = std::max(area.x_of(double(span.begin_ns)), area.lanes.x);
        const float right = std::min(area.x_of(double(span.end_ns)), area.lanes.right());
        const float w = right - left, x = running ? (left + right) / 2 : left + w * 0.2f;
        if (w <= best_w || std::abs(x - needle_x) < 30) continue;
        best_w = w;
        best_x = x;
    }
    return best_x;
}

std::vector<Callout> callouts_of(const TimelineArea& area, Rect band, float needle_x) {
    std::vector<Callout> all;
    size_t last = area.rows.size() - 1;
    while (last > 0 && area.lane_middle(last) > area.lanes.bottom()) --last;
    const view::Lane& lane = *area.rows[last].lane;
    const float middle = area.lane_middle(last);
    const float swatch_x = band.x + 16 + 14 * float(area.rows[last].depth);
    all.push_back({{swatch_x, middle}, TextId::first_lane, TextId::first_lane_what});
    if (needle_x >= area.lanes.x)
        all.push_back(
            {{needle_x, area.lanes.bottom()}, TextId::first_needle, TextId::first_needle_what});
    const float waits_x = widest_span_x(area, lane, false, needle_x);
    if (waits_x >= 0)
        all.push_back({{waits_x, middle}, TextId::first_hatched, TextId::first_hatched_what});
    // The nearest lane to the bottom with a run wide enough to point at; or else a sample of one.
    Callout solid{{band.right(), 0}, TextId::first_solid, TextId::first_solid_what};
    for (size_t row = last + 1; row-- > 0;) {
        const float x = widest_span_x(area, *area.rows[row].lane, true, needle_x);
        if (x < 0 || area.rows[row].folds) continue;
        solid.from = {x, area.lane_middle(row)};
        break;
    }
    all.push_back(solid);
    return all;
}

void space_out(const Ui& ui, std::vector<Callout>& all, Rect band) {
    std::sort(all.begin(), all.end(),
              [](const Callout& a, const Callout& b) { return a.from.x < b.from.x; });
    float x = band.x + size::panel_text;
    for (Callout& each : all) {
        each.w = std::max(text_width(ui, Face::ui_strong, ui.texts[each.title]),
                          text_width(ui, Face::ui, ui.texts[each.what]));
        each.x = std::max(x, each.from.x - each.w / 2);
        x = each.x + each.w + 20;
    }
    float right = band.right() - size::panel_text;
    for (size_t i = all.size(); i-- > 0;) {
        all[i].x = std::min(all[i].x, right - all[i].w);
        right = all[i].x - 20;
    }
}

}  // namespace

void draw_callouts(Ui& ui, const TimelineArea& area, Rect band, float needle_x) {
    rule_across(ui, band.x, band.y, band.w);
    std::vector<Callout> all = callouts_of(area, band, needle_x);
    space_out(ui, all, band);
    for (const Callout& each : all) {
        draw_text(ui, Face::ui_strong, each.x, band.y + 37, ui.theme->ink, ui.texts[each.title]);
        draw_text(ui, Face::ui, each.x, band.y + 57, ui.theme->ink2, ui.texts[each.what]);
        if (each.from.y == 0) {
            fill(ui, {each.x, band.y + 9, sample_w, 14}, yarn_colour(*ui.theme, 1),
                 size::radius_span);
            continue;
        }
        const Point end{each.from.x, band.y + 22};
        line(ui, each.from, end, ui.theme->paper, 3.5f);
        line(ui, each.from, end, ui.theme->ink, 1.2f);
        disc(ui, each.from, 4, ui.theme->paper);
        disc(ui, each.from, 3, ui.theme->ink);
    }
}

}  // namespace meada::app
