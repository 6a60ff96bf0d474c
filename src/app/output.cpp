#include "app/output.h"

#include <algorithm>
#include <cmath>

namespace meada::app {

namespace {

constexpr float row_h = 20;

void draw_here(Ui& ui, Rect row, const Moment& moment, float time_w) {
    const float middle = row.middle_y(), x = row.x + size::panel_text;
    const Theme& theme = *ui.theme;
    const std::string here = ui.texts[TextId::output_here];
    const float here_w = text_width(ui, Face::label, here), right = row.right() - size::panel_text;
    const std::string time = ui.texts.time(moment.cursor_ns);
    draw_text_right(ui, Face::label_strong, x + time_w, middle, theme.ink, time);
    draw_text(ui, Face::label, right - here_w, middle, theme.ink, here);
    fill(ui, {x + time_w + 8, middle - 1, right - here_w - 8 - (x + time_w + 8), 2}, theme.ink);
}

// A log line stands behind a ring, as its log point does in the gutter, and the number of its line.
float draw_log_mark(Ui& ui, float x, float middle, const view::OutputRow& line) {
    const Theme& theme = *ui.theme;
    const std::string number = std::to_string(line.line);
    disc(ui, {x + 5, middle}, 4.5f, line.future ? theme.ink3 : theme.bad);
    disc(ui, {x + 5, middle}, 2.5f, theme.paper);
    draw_text(ui, Face::label, x + 15, middle, line.future ? theme.ink3 : theme.ink2, number);
    return x + 15 + text_width(ui, Face::label, number) + 8;
}

void draw_row(Ui& ui, Rect row, const view::OutputRow& line, float time_w, Commands& commands,
              size_t index) {
    const Theme& theme = *ui.theme;
    const Press state = press(ui, id_of("output/row", Id(index + 1)), row, false);
    if (state.clicked && line.logged)
        commands.push_back(command::SeekInstruction{line.instruction});
    else if (state.clicked)
        commands.push_back(command::SeekEvent{line.event});
    if (line.just) fill(ui, row, theme.changed);
    if (state.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        outline(ui, row, theme.edge, 2);
    }
    const float middle = row.middle_y(), x = row.x + size::panel_text;
    const ImU32 ink = line.future ? theme.ink3 : line.error ? theme.bad : theme.ink;
    draw_text_right(ui, Face::label, x + time_w, middle, line.future ? theme.ink3 : theme.ink2,
                    ui.texts.time(line.time_ns));
    fill(ui, {x + time_w + 8, middle - 6, 4, 12}, yarn_colour(theme, line.yarn));
    float text_x = x + time_w + 20;
    if (line.logged) text_x = draw_log_mark(ui, text_x, middle, line);
    std::string text = line.text;
    if (line.logged && line.waits) text = ui.texts[TextId::watch_waits];
    if (line.logged && line.too_long) text = ui.texts[TextId::watch_too_long];
    draw_text_fit(ui, line.logged ? Face::code_italic : Face::code, text_x, middle,
                  row.right() - size::panel_text - text_x, ink, text);
}

}  // namespace

Commands draw_output(Ui& ui, Rect rect, const Moment& moment, const view::Actors& actors,
                     OutputUi& state) {
    Commands commands;
    panel(ui, rect);
    const Texts& texts = ui.texts;
    const view::Output output = view::output(moment);
    panel_title(ui, rect, texts[TextId::output]);
    std::string aside =
        texts(TextId::output_lines, {texts.count(output.past), texts.count(output.total)});
    if (moment.log_end == LogEnd::cut) aside = texts[TextId::log_cut] + " · " + aside;
    draw_text_right(ui, Face::label, rect.right() - size::head_menu - 6, rect.y + 16.5f,
                    ui.theme->ink2, aside);
    Rect body = panel_body(rect);
    if (moment.waits_for_input) {
        body.h -= input_line_h;
        const Rect line{body.x, body.bottom(), body.w, input_line_h};
        append(commands, draw_input_line(ui, line, moment, state.input));
    } else {
        leave_input_line(ui);
    }
    if (output.total == 0) {
        empty_panel(ui, body, texts[TextId::output_none], texts[TextId::output_none_what]);
        return commands;
    }
    const float time_w =
        std::max(62.0f, text_width(ui, Face::label_strong, texts.time(moment.end_ns)));
    const float content = 12 + float(output.total + 1) * row_h;
    if (state.followed != output.past + output.total) {  // keep the cursor's place in sight
        state.followed = output.past + output.total;
        const float here = 6 + float(output.past) * row_h;
        // Whole rows at the top.
        if (here + 2 * row_h > state.scroll.at + body.h)
            state.scroll.at = std::ceil((here + 2 * row_h - body.h + 6) / row_h) * row_h;
        if (here - row_h < state.scroll.at) state.scroll.at = std::max(0.0f, here - 6 - 2 * row_h);
    }
    begin_clip(ui, body);
    const float top = body.y + 6 - state.scroll.at;
    const auto first = size_t(std::max(0.0f, (body.y - top) / row_h - 2));
    for (size_t i = first; i < output.total; ++i) {
        const float y = top + float(i + (i >= output.past ? 1 : 0)) * row_h;
        if (y > body.bottom()) break;
        const view::OutputRow line = view::output_row(moment, actors, output, i);
        draw_row(ui, {body.x, y, body.w, row_h}, line, time_w, commands, i);
    }
    draw_here(ui, {body.x, top + float(output.past) * row_h, body.w, row_h}, moment, time_w);
    scroll_rows(ui, id_of("output/scroll"), body, content, state.scroll);
    end_clip(ui);
    return commands;
}

}  // namespace meada::app
