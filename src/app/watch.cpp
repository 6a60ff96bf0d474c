#include "app/watch.h"

#include <algorithm>
#include <tuple>

#include "app/field.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float field_h = 30, watch_pad = 8;
constexpr size_t watches_max = 12;

Id watch_field() { return id_of("watch"); }

std::string words_of(const Ui& ui, const Watch& watch) {
    const Evaluated& said = watch.said;
    switch (said.state) {
        case Evaluated::State::waits: return ui.texts[TextId::watch_waits];
        case Evaluated::State::too_long: return ui.texts[TextId::watch_too_long];
        case Evaluated::State::value:
        case Evaluated::State::raised: break;
    }
    if (!said.text.empty() && said.text != "None") return said.text;
    if (!said.output.empty()) return said.output.substr(0, said.output.find('\n'));
    return said.text.empty() ? ui.texts[TextId::watch_done] : said.text;
}

// True: it shall go.
bool draw_watch(Ui& ui, Rect row, const Watch& watch, float name_w, Id id, Commands& commands) {
    const Theme& theme = *ui.theme;
    const float middle = row.middle_y(), x = row.x + size::panel_text;
    draw_text_fit(ui, Face::code_label, x, middle, name_w, theme.ink, watch.expression);
    const Rect close{row.right() - size::panel_text - 18, row.y, 20, row.h};
    const Rect on{close.x - 22, row.y, 20, row.h}, back{on.x - 22, row.y, 20, row.h};
    const float value_x = x + name_w + 12, room = back.x - 4 - value_x;
    if (!watch.known) return false;
    for (const auto& [rect, icon, words, direction] :
         {std::tuple{back, Icon::back, TextId::watch_change_back, Direction::backward},
          std::tuple{on, Icon::forward, TextId::watch_change_forward, Direction::forward}})
        if (icon_button(ui, id_of(direction == Direction::forward ? "on" : "back", id), rect, icon,
                        ui.texts[words]))
            commands.push_back(command::RunUntilChange{watch.expression, watch.actor, direction});
    const std::string whole = words_of(ui, watch);
    const std::string text = fit_text(ui, Face::code_label, whole, room);
    const bool changed = !watch.before.empty() && watch.before != watch.said.text;
    if (changed)
        fill(ui, {value_x - 3, middle - 9, text_width(ui, Face::code_label, text) + 6, 18},
             theme.changed, 3);
    const bool good = watch.said.state == Evaluated::State::value;
    draw_text(ui, Face::code_label, value_x, middle, good ? theme.ink : theme.warn, text);
    explain(ui, id, {row.x, row.y, back.x - row.x, row.h},
            fit_text(ui, Face::label, watch.expression + " = " + whole, 460));
    return icon_button(ui, id_of("close", id), close, Icon::close,
                       ui.texts[TextId::watch_remove]);
}

}  // namespace

bool is_of(const Watch& watch, const Moment& moment, Serial actor) {
    return watch.known && watch.run == moment.run && watch.event == moment.cursor_event &&
           watch.instruction == moment.cursor_instruction && watch.actor == actor;
}

float draw_watches(Ui& ui, Rect body, WatchUi& state, Commands& commands) {
    const float rows_h = float(state.watches.size()) * size::code_line;
    const float h = field_h + 2 * watch_pad + (rows_h > 0 ? rows_h + 6 : 0);
    const Rect foot{body.x, body.bottom() - h, body.w, h};
    fill(ui, foot, ui.theme->paper);
    rule_across(ui, foot.x, foot.y, foot.w);
    float name_w = 52, y = foot.y + 6;
    for (const Watch& watch : state.watches)
        name_w = std::max(name_w, text_width(ui, Face::code_label, watch.expression));
    name_w = std::min(name_w, body.w * 0.45f);
    for (size_t i = 0; i < state.watches.size(); ++i, y += size::code_line) {
        if (!draw_watch(ui, {body.x, y, body.w, size::code_line}, state.watches[i], name_w,
                        id_of("watch/row", Id(i)), commands))
            continue;
        state.watches.erase(state.watches.begin() + std::ptrdiff_t(i));
        platform::request_frame();
        break;
    }
    const Rect box{body.x + size::panel_text, foot.bottom() - watch_pad - field_h,
                   body.w - 2 * size::panel_text, field_h};
    const FieldAnswer answer =
        draw_field(ui, watch_field(), box, state.typed, ui.texts[TextId::watch_hint], "Enter");
    if (answer.left) stop_listening(ui, watch_field());
    if (answer.entered && !state.typed.text.empty()) {
        Watch watch;
        watch.expression = state.typed.text;
        if (state.watches.size() == watches_max) state.watches.erase(state.watches.begin());
        state.watches.push_back(std::move(watch));
        set_text(state.typed, "");
        platform::request_frame();
    }
    return h;
}

}  // namespace meada::app
