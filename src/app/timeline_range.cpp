// A range of time: drawn with Shift, and under the lanes what each thread and task did in it.
#include <algorithm>
#include <utility>

#include "app/timeline_parts.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float row_h = 22, head_h = 30, rows_max = 5;
constexpr float column_pad = 18;

// "ana: running 1.2 ms, lock desk 3.1 ms. rui: …", for who listens.
std::string spoken(const Ui& ui, const view::RangeSums& sums) {
    std::string words = ui.texts.time(sums.to_ns - sums.from_ns) + ".";
    for (const view::RangeRow& row : sums.rows) {
        const TimeNs ran = row.times.of(view::Look::running);
        words += " " + row.actor->name + ": ";
        words += ui.texts[TextId::state_running] + " " + ui.texts.time(ran);
        for (const view::WaitedFor& wait : row.waits)
            words += ", " + wait.what + " " + ui.texts.time(wait.ns);
        words += ".";
    }
    return words;
}

void count(Ui& ui, const TimelineArea& area, const Moment& moment, const view::LaneCache& cache,
           TimeRange& range) {
    const bool was_drawing = std::exchange(range.counted_drawing, range.drawing) != range.drawing;
    const bool same = range.counted_run == moment.run && range.counted_end_ns == moment.end_ns &&
                      range.sums.from_ns == range.from_ns && range.sums.to_ns == range.to_ns &&
                      range.counted_rows == area.rows.size() && !was_drawing;
    if (same) return;
    range.sums = view::range_sums(cache, area.rows, moment, ui.texts, range.from_ns, range.to_ns);
    range.counted_run = moment.run;
    range.counted_end_ns = moment.end_ns;
    range.counted_rows = area.rows.size();
    if (!range.drawing) platform::announce(spoken(ui, range.sums));
}

// The states that somebody was in, in the legend's order.
std::vector<view::Look> columns_of(const view::RangeSums& sums) {
    using view::Look;
    std::vector<Look> columns;
    for (const Look look : {Look::running, Look::ready, Look::gil, Look::lock, Look::await,
                            Look::io, Look::sleep})
        if (sums.whole.of(look) > 0) columns.push_back(look);
    return columns;
}

TextId word_of_column(view::Look look) {
    using view::Look;
    switch (look) {
        case Look::running: return TextId::state_running;
        case Look::ready: return TextId::state_ready;
        case Look::gil: return TextId::wait_reason_gil;
        case Look::lock: return TextId::wait_reason_lock;
        case Look::await: return TextId::wait_reason_await;
        case Look::io: return TextId::wait_reason_io;
        default: return TextId::wait_reason_sleep;
    }
}

std::string waits_words(const Ui& ui, const view::RangeRow& row) {
    std::string words;
    for (const view::WaitedFor& wait : row.waits) {
        if (!words.empty()) words += ", ";
        words += wait.what + " " + ui.texts.time(wait.ns);
    }
    return words;
}

struct Column {
    view::Look look;
    float right, width;
};

std::vector<Column> place_columns(const Ui& ui, const view::RangeSums& sums, float x) {
    std::vector<Column> columns;
    for (const view::Look look : columns_of(sums)) {
        float width = text_width(ui, Face::label, ui.texts[word_of_column(look)]) + 18;
        for (const view::RangeRow& row : sums.rows)
            width = std::max(width, text_width(ui, Face::label, ui.texts.time(row.times.of(look))));
        x += column_pad + width;
        columns.push_back({look, x, width});
    }
    return columns;
}

}  // namespace

void select_from_needle(TimelineUi& state, const Moment& moment) {
    TimeRange& range = state.range;
    range.from_ns = moment.cursor_ns;
    if (range.to_ns <= range.from_ns) range.to_ns = moment.end_ns;
}

void select_to_needle(TimelineUi& state, const Moment& moment) {
    TimeRange& range = state.range;
    range.to_ns = moment.cursor_ns;
    if (range.from_ns >= range.to_ns) range.from_ns = 0;
}

bool select_range(Ui& ui, const TimelineArea& area, const Moment& moment, TimelineUi& state) {
    const Rect both{area.lanes.x, area.ruler.y, area.lanes.w, area.ruler.h + area.lanes.h};
    TimeRange& range = state.range;
    const auto time_at_pointer = [&] {
        return TimeNs(std::clamp(area.time_of(ui.pointer.x), 0.0, double(moment.end_ns)));
    };
    if (!range.drawing && ImGui::GetIO().KeyShift && hovers(ui, both) &&
        ImGui::IsMouseClicked(0)) {
        range.drawing = true;
        range.first_ns = time_at_pointer();
    }
    if (!range.drawing) return false;
    const TimeNs now = time_at_pointer();
    range.from_ns = std::min(range.first_ns, now);
    range.to_ns = std::max(range.first_ns, now);
    if (!ImGui::IsMouseDown(0)) {
        range.drawing = false;
        const float width = area.x_of(double(range.to_ns)) - area.x_of(double(range.from_ns));
        if (width < 3) range.from_ns = range.to_ns = 0;  // no range, a click
    }
    return true;
}

void draw_range(Ui& ui, const TimelineArea& area, const TimelineUi& state) {
    if (!state.range.exists()) return;
    const float left = area.x_of(double(state.range.from_ns));
    const float right = area.x_of(double(state.range.to_ns));
    const Theme& theme = *ui.theme;
    const float top = area.ruler.y, bottom = area.lanes.bottom();
    fill(ui, {left, top, right - left, bottom - top}, with_alpha(theme.focus, 0.12f));
    for (const float x : {left, right}) fill(ui, {x - 0.5f, top, 1, bottom - top}, theme.focus);
}

float range_sums_h(const TimelineUi& state) {
    if (!state.range.exists()) return 0;
    const auto rows = float(std::max<size_t>(state.range.sums.rows.size(), 1));
    return head_h + row_h * std::min(rows, rows_max) + 4;
}

void draw_range_sums(Ui& ui, Rect band, const TimelineArea& area, const Moment& moment,
                     const view::LaneCache& cache, TimelineUi& state) {
    TimeRange& range = state.range;
    count(ui, area, moment, cache, range);
    const Theme& theme = *ui.theme;
    const Texts& texts = ui.texts;
    fill(ui, {band.x + 1, band.y, band.w - 2, band.h - 2}, theme.paper);
    rule_across(ui, band.x, band.y, band.w);
    const float middle = band.y + head_h / 2 + 1, left = band.x + size::panel_text;
    float right = band.right() - size::panel_text;
    if (icon_button(ui, id_of("range/close"), {right - 22, middle - 12, 24, 24}, Icon::close,
                    texts[TextId::range_close], "Esc"))
        range = {};
    right -= 30;
    const Button zoom{.label = texts[TextId::range_zoom], .kind = ButtonKind::bare,
                      .before = Icon::search};
    const float zoom_w = button_width(ui, zoom);
    if (button(ui, id_of("range/zoom"), {right - zoom_w, middle - 12, zoom_w, 24}, zoom)) {
        state.whole = false;
        state.begin_ns = double(range.from_ns);
        state.end_ns = double(range.to_ns);
    }
    right -= zoom_w + 8;
    if (!range.exists()) return;
    const std::string length = texts.time(range.to_ns - range.from_ns);
    draw_text(ui, Face::label_strong, left, middle, theme.ink, length);
    float names_w = text_width(ui, Face::label_strong, length);
    for (const view::RangeRow& row : range.sums.rows)
        names_w = std::max(names_w, 20 + text_width(ui, Face::code_label, row.actor->name));
    names_w = std::min(names_w, 180.0f);
    const std::vector<Column> columns = place_columns(ui, range.sums, left + names_w);
    for (const Column& column : columns) {
        if (column.right > right) break;
        const std::string word = texts[word_of_column(column.look)];
        const float word_w = text_width(ui, Face::label, word);
        draw_icon(ui, icon_of(column.look), {column.right - word_w - 10, middle}, 13, theme.ink2);
        draw_text_right(ui, Face::label, column.right, middle, theme.ink2, word);
    }
    const float waits_x = (columns.empty() ? left + names_w : columns.back().right) + column_pad;
    if (waits_x + 80 < right)
        draw_text(ui, Face::label, waits_x, middle, theme.ink2, texts[TextId::range_waits]);
    if (range.sums.rows.empty())
        draw_text(ui, Face::label, left, middle + row_h, theme.ink2, texts[TextId::range_empty]);
    const Rect view{band.x, band.y + head_h, band.w, band.h - head_h - 4};
    begin_clip(ui, view);
    float y = view.y - range.scroll.at + row_h / 2;
    for (const view::RangeRow& row : range.sums.rows) {
        swatch(ui, left, y, row.actor->yarn);
        draw_text_fit(ui, Face::code_label, left + 19, y, names_w - 19, theme.ink, row.actor->name);
        for (const Column& column : columns) {
            const TimeNs ns = row.times.of(column.look);
            if (column.right > band.right() - 12) break;
            if (ns > 0)
                draw_text_right(ui, Face::label, column.right, y, theme.ink, texts.time(ns));
        }
        const float room = band.right() - size::panel_text - waits_x;
        const std::string waits = waits_words(ui, row);
        if (room > 60) draw_text_fit(ui, Face::label, waits_x, y, room, theme.ink2, waits);
        if (!waits.empty())
            explain(ui, id_of("range/row", row.actor->serial),
                    {band.x, y - row_h / 2, band.w, row_h},
                    fit_text(ui, Face::label, row.actor->name + ": " + waits, 560));
        y += row_h;
    }
    end_clip(ui);
    scroll_by(ui, id_of("range/scroll"), view, row_h * float(range.sums.rows.size()), range.scroll);
}

}  // namespace meada::app
