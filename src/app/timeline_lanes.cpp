// The lanes: spans and their words. What is narrower than a pixel is skipped by
// search, so a frame costs what one can see, however long the run is.
#include <algorithm>
#include <cmath>

#include "app/timeline_parts.h"
#include "view/view.h"

namespace meada::app {

namespace {

constexpr float least_run_w = 2.5f, word_from_w = 60, icon_from_w = 20;
constexpr float core_run_h = 14;                                         // in a core's low lane
constexpr float strips_pad = 6, least_strip_h = 3, strips_most_h = 120;  // cores in one row
constexpr float crowd_w = 4;  // of a column that stands for many spans
// Four spans in so little room are a crowd: runs as wide as they are drawn at least would hide that
// there is more waiting than running. In the lanes of cores, the GIL and processes nothing stands
// between two runs, so there it is three in a little more.
constexpr float crowd_room = 6, crowd_room_of_runs = 8;

struct Heights {
    float run, wait;
};
Heights heights(const TimelineArea& area) {
    return area.lane_h >= 40 ? Heights{26, 18} : Heights{20, 14};
}

struct Drawing {
    Ui& ui;
    const TimelineArea& area;
    const Moment& moment;
    const view::LaneCache& cache;
    float needle_x;
    float row_h = 0;  // of the row being drawn
    SpanQuads quads{};
    struct Word {
        Rect span;
        const view::Span* what;
        float middle;
        uint32_t yarn;
        bool on_core;
    };
    std::vector<Word> words{};
    std::vector<std::pair<const view::LaneRow*, float>> ends{};  // of tasks, and their middles

    TimeNs end_of(const view::Span& span) const {
        return span.end_ns == never_ns ? moment.end_ns : span.end_ns;
    }
    uint32_t yarn_of(const view::LaneRow& row, const view::Span& span) const {
        if (row.lane->kind == view::LaneKind::process) return 0;
        const view::Actor* actor = row.actor ? row.actor : cache.actors.find(span.owner);
        return actor ? actor->yarn : 0;
    }

    float run_height() const { return row_h <= core_lane_h ? core_run_h : heights(area).run; }

    void span(const view::LaneRow& row, const view::Span& span, float middle) {
        const bool running = span.state == RunState::running;
        const bool thin = row.folds;  // a loop's thread: its tasks tell more
        const Heights high = heights(area);
        float h = running ? (thin ? 12 : run_height()) : high.wait;
        float left = area.x_of(double(span.begin_ns)), right = area.x_of(double(end_of(span)));
        if (running) right = std::max(right, left + least_run_w);
        const float clip_left = area.lanes.x - 40, clip_right = area.lanes.right() + 40;
        const float shown_left = std::max(left, clip_left);
        const float shown_right = std::min(right, clip_right);
        if (shown_right <= shown_left) return;
        const uint32_t yarn = yarn_of(row, span);
        const Rect rect{shown_left, middle - h / 2, shown_right - shown_left, h};
        const float phase = shown_left - area.x_of(0);
        const ImU32 colour = yarn_colour(*ui.theme, yarn);
        if (thin && !running) return;
        add_span(ui, quads, rect, view::look_of(span), colour, phase);
        if (running && yarn_is_second_round(yarn) && rect.w > 6)
            add_bar(ui, quads, {rect.x, middle - 1, rect.w, 2}, ui.theme->paper);
        if (rect.w >= icon_from_w && (!running || !row.actor))
            words.push_back({rect, &span, middle, yarn, !row.actor});
    }

    // Spans too narrow to be told apart, as columns: how much of the time is run, how much waited.
    // Returns the first span after them. `high`: of a run, in a row that is no lane by itself.
    size_t crowd(const view::LaneRow& row, size_t index, float middle, float high = 0) {
        const std::vector<view::Span>& spans = row.lane->spans;
        TimeNs from_ns = spans[index].begin_ns;
        view::LookSweep sweep(*row.lane, from_ns, moment.end_ns);
        float left = area.x_of(double(from_ns));
        do {
            const double right_ns = std::max(0.0, area.time_of(left + crowd_w));
            view::LookTimes times;
            const TimeNs to_ns = sweep.up_to_about(std::max(from_ns + 1, TimeNs(right_ns)), times);
            const float right = std::max(left + 1, area.x_of(double(to_ns)));
            column(row, spans[index], {left, middle, right - left, high}, times, to_ns - from_ns);
            left = right;
            from_ns = to_ns;
            index = std::max(index + 1, sweep.index());
        } while (left < area.lanes.right() && is_crowd(*row.lane, sweep.index()) &&
                 spans[sweep.index()].begin_ns <= from_ns);
        return index;
    }
    void column(const view::LaneRow& row, const view::Span& first, Rect at,
                const view::LookTimes& times, TimeNs all_ns) {
        const float run = float(times.of(view::Look::running)) / float(all_ns);
        const float waits = float(times.all()) / float(all_ns) - run;
        const bool thin = row.folds;
        const Heights high = heights(area);
        const ImU32 colour = yarn_colour(*ui.theme, yarn_of(row, first));
        const float run_h = at.h > 0 ? at.h : thin ? 12 : run_height();
        if (row.actor && !thin && waits > 0.01f)
            add_bar(ui, quads, {at.x, at.y - high.wait / 2, at.w, high.wait}, colour, 0,
                    0.15f + 0.25f * waits);
        if (run > 0.01f)
            add_bar(ui, quads, {at.x, at.y - run_h / 2, at.w, run_h}, colour, 0, 0.2f + 0.8f * run);
    }
    bool is_crowd(const view::Lane& lane, size_t index) const {
        const bool only_runs =
            lane.kind != view::LaneKind::thread && lane.kind != view::LaneKind::task;
        const size_t last = index + (only_runs ? 2 : 3);
        const float room = only_runs ? crowd_room_of_runs : crowd_room;
        return last < lane.spans.size() &&
               double(lane.spans[last].begin_ns) - double(lane.spans[index].begin_ns) <
                   double(room * ui.scale) * a_pixel_ns();
    }
    double a_pixel_ns() const {
        return (area.end_ns - area.begin_ns) / double(area.lanes.w - 2 * area.pad) /
               double(ui.scale);
    }

    void lane(const view::LaneRow& row, float middle) {
        const std::vector<view::Span>& spans = row.lane->spans;
        if (row.folds && !spans.empty()) {  // the thread from its first to its last moment
            const float left = area.x_of(double(spans.front().begin_ns));
            const TimeNs end = row.lane->ended ? row.lane->end_ns : moment.end_ns;
            const float right = area.x_of(double(end));
            fill(ui, {left, middle - 1, right - left, 2}, ui.theme->edge);
        }
        const double a_pixel = a_pixel_ns();
        const double from = std::max(0.0, area.time_of(area.lanes.x));
        const double to = area.time_of(area.lanes.right());
        size_t index = view::first_span_after(spans, TimeNs(from));
        while (index < spans.size() && double(spans[index].begin_ns) <= to) {
            const view::Span& each = spans[index];
            if (is_crowd(*row.lane, index)) {
                index = crowd(row, index, middle);
                continue;
            }
            span(row, each, middle);
            const double end = double(end_of(each));
            if (end - double(each.begin_ns) >= a_pixel)
                ++index;
            else  // on to the first span that reaches into the next pixel
                index = std::max(index + 1, view::first_span_after(
                                                spans, TimeNs(double(each.begin_ns) + a_pixel)));
        }
        if (row.lane->ended && row.actor && row.actor->is_task) ends.push_back({&row, middle});
    }

    // Cores folded into one row: a strip each, in the colours of those who have them.
    void strips(const view::LaneRow& row, float top) {
        const float h = (row_h - strips_pad) / float(row.cores.size());
        const float gap = h >= 4 ? 1 : 0;
        const double a_pixel = a_pixel_ns();
        const double to = area.time_of(area.lanes.right());
        float y = top + strips_pad / 2;
        for (const view::Lane* core : row.cores) {
            size_t index = view::first_span_after(
                core->spans, TimeNs(std::max(0.0, area.time_of(area.lanes.x))));
            while (index < core->spans.size() && double(core->spans[index].begin_ns) <= to) {
                const view::Span& each = core->spans[index];
                if (is_crowd(*core, index)) {
                    index = crowd({core, nullptr, 0, false}, index, y + (h - gap) / 2, h - gap);
                    continue;
                }
                const float left = area.x_of(double(each.begin_ns));
                const float right = std::max(left + 1, area.x_of(double(end_of(each))));
                add_bar(ui, quads, {left, y, right - left, h - gap},
                        yarn_colour(*ui.theme, yarn_of(row, each)));
                index = std::max(
                    index + 1,
                    view::first_span_after(core->spans, TimeNs(double(each.begin_ns) + a_pixel)));
            }
            y += h;
        }
    }

    void end_marks() {
        for (const auto& [row, middle] : ends) {
            const float x = area.x_of(double(row->lane->end_ns)) + 5;
            const ImU32 colour = yarn_colour(*ui.theme, row->actor->yarn);
            polygon(ui, {{x, middle - 4}, {x + 4, middle}, {x, middle + 4}, {x - 4, middle}},
                    colour);
        }
    }

    std::string word_of(const view::Span& span) const {
        const std::string word =
            ui.texts[view::word_of(span.state, span.reason, EndOutcome::returned)];
        const auto sync = cache.actors.syncs.find(span.on);
        if (sync != cache.actors.syncs.end() && !sync->second.name.empty())
            return word + " " + sync->second.name;
        const view::Actor* actor = cache.actors.find(span.on);
        if (actor && span.reason == WaitReason::join) return word + " " + actor->name;
        return word;
    }

    void core_word(const Word& word) {
        const view::Actor* actor = cache.actors.find(word.what->owner);
        if (!actor) return;
        const float width = text_width(ui, Face::label, actor->name);
        if (width + 12 > word.span.w) return;
        float x = word.span.middle_x() - width / 2;
        if (needle_x > x - 5 && needle_x < x + width + 5) return;
        if (yarn_is_second_round(word.yarn))  // no thread through the word
            fill(ui, {x - 4, word.middle - 6, width + 8, 12}, yarn_colour(*ui.theme, word.yarn));
        draw_text(ui, Face::label, x, word.middle, on_yarn_colour(*ui.theme, word.yarn),
                  actor->name);
    }

    // The word lies in a knock-out of the lane's ground, and never under the needle.
    void word(const Word& word) {
        if (word.on_core) return core_word(word);
        const float a = std::max(word.span.x, area.lanes.x);
        const float b = std::min(word.span.right(), area.lanes.right());
        const std::string text = word_of(*word.what);
        float w = text_width(ui, Face::label, text) + 30;
        const bool whole = b - a > std::max(w + 14, word_from_w);
        if (!whole) w = 18;
        if (b - a < w + 2) return;
        float x = std::clamp((a + b) / 2, a + w / 2 + (whole ? 6 : 0),
                             std::max(a + w / 2, b - w / 2 - (whole ? 6 : 0)));
        if (std::abs(needle_x - x) < w / 2 + 6) {
            const float left = needle_x - w / 2 - 8, right = needle_x + w / 2 + 8;
            x = b - needle_x > needle_x - a ? right : left;
            if (x - w / 2 < a || x + w / 2 > b) return;
        }
        const Theme& theme = *ui.theme;
        const float knock_h = std::max(18.0f, heights(area).wait + 2);
        fill(ui, {x - w / 2, word.middle - knock_h / 2, w, knock_h},
             x < needle_x ? theme.past : theme.paper, size::radius_key);
        const float icon_x = whole ? x - w / 2 + 12 : x;
        draw_icon(ui, icon_of(view::look_of(*word.what)), {icon_x, word.middle}, 13, theme.ink);
        if (whole) draw_text(ui, Face::label, x - w / 2 + 22, word.middle, theme.ink, text);
    }
};

}  // namespace

void place_lanes(TimelineArea& area) {
    const auto several = size_t(std::count_if(area.rows.begin(), area.rows.end(), [](auto& row) {
        return row.lane->kind == view::LaneKind::core && row.cores.empty();
    }));
    const auto height_of = [&](const view::LaneRow& row) {
        if (!row.cores.empty())
            return std::clamp(strips_pad + least_strip_h * float(row.cores.size()), size::lane,
                              strips_most_h);
        return row.lane->kind == view::LaneKind::core && several > 1 ? core_lane_h : 0.0f;
    };
    float taken = 0;
    size_t others = 0;
    for (const view::LaneRow& row : area.rows) {
        taken += height_of(row);
        others += height_of(row) == 0;
    }
    area.lane_h = std::clamp((area.lanes.h - taken) / float(std::max<size_t>(others, 1)),
                             several > 1 ? size::row : size::lane, size::lane_wide);
    area.tops = {0};
    for (const view::LaneRow& row : area.rows) {
        const float own = height_of(row);
        area.tops.push_back(area.tops.back() + (own == 0 ? area.lane_h : own));
    }
}

LaneHit lane_hit(const TimelineArea& area, Point point) {
    if (!area.lanes.has(point)) return {};
    const float from_top = point.y - area.lanes.y;
    const float y = from_top < area.pinned_h() ? from_top : from_top + area.scroll;
    const auto after = std::upper_bound(area.tops.begin(), area.tops.end(), y);
    const auto index = size_t(after - area.tops.begin()) - 1;
    if (after == area.tops.begin() || index >= area.rows.size()) return {};
    LaneHit hit{&area.rows[index], area.rows[index].lane, nullptr};
    if (const auto& cores = hit.row->cores; !cores.empty()) {
        const float part = (y - area.tops[index]) / area.lane_height(index);
        hit.lane = cores[std::min(cores.size() - 1, size_t(part * float(cores.size())))];
    }
    // A run may be drawn wider than it is: look a little to the left as well.
    for (const float back : {0.0f, 2.0f, 4.0f}) {
        const double time = area.time_of(point.x - back);
        if (time < 0) break;
        const view::Span* span = view::span_at(*hit.lane, TimeNs(time));
        if (span && (back == 0 || span->state == RunState::running) &&
            (!hit.span || span->state == RunState::running))
            hit.span = span;
    }
    return hit;
}

std::string span_words(const Ui& ui, const Moment& moment, const view::LaneCache& cache,
                       const LaneHit& hit) {
    const view::Actor* actor = hit.row->actor ? hit.row->actor : cache.actors.find(hit.span->owner);
    const TimeNs end = hit.span->end_ns == never_ns ? moment.end_ns : hit.span->end_ns;
    std::string words;
    if (hit.lane->kind == view::LaneKind::core)
        words = ui.texts(TextId::timeline_core, {std::to_string(hit.lane->number)}) + ", ";
    if (actor) words += actor->name + ": ";
    words += ui.texts[view::word_of(hit.span->state, hit.span->reason, EndOutcome::returned)];
    const bool named = cache.actors.find(hit.span->on) || cache.actors.syncs.count(hit.span->on);
    if (moment.state && named)
        words += " " + view::thing_name(*moment.state, cache.actors, ui.texts, hit.span->on);
    return words + ", " + ui.texts.time(end - hit.span->begin_ns);
}

void draw_past(Ui& ui, const TimelineArea& area, float needle_x) {
    const float right = std::min(needle_x, area.lanes.right());
    if (right > area.lanes.x)
        fill(ui, {area.lanes.x, area.lanes.y, right - area.lanes.x, area.lanes.h}, ui.theme->past);
    for (size_t i = 0; i < area.rows.size(); ++i) {
        const float bottom = area.lane_top(i) + area.lane_height(i);
        if (area.shows(i) && i + 1 != area.pinned)
            rule_across(ui, 0, bottom - 1, area.lanes.right());
    }
}

void draw_lanes(Ui& ui, const TimelineArea& area, const Moment& moment,
                const view::LaneCache& cache, float needle_x) {
    for (const bool pinned : {true, false}) {
        Drawing drawing{ui, area, moment, cache, needle_x};
        const Rect part = pinned ? area.pinned_lanes() : area.other_lanes();
        if (part.h <= 0) continue;
        begin_clip(ui, part);
        const size_t from = pinned ? 0 : area.pinned, to = pinned ? area.pinned : area.rows.size();
        for (size_t i = from; i < to; ++i) {
            if (!area.shows(i)) continue;
            drawing.row_h = area.lane_height(i);
            if (area.rows[i].cores.empty())
                drawing.lane(area.rows[i], area.lane_middle(i));
            else
                drawing.strips(area.rows[i], area.lane_top(i));
        }
        draw_spans(ui, std::move(drawing.quads));
        drawing.end_marks();
        for (const Drawing::Word& word : drawing.words) drawing.word(word);
        end_clip(ui);
    }
    if (area.pinned > 0) {
        const float y = area.lanes.y + area.pinned_h() - 2;
        fill(ui, {area.lanes.x, y, area.lanes.w, 1}, ui.theme->edge);
    }
}

}  // namespace meada::app
