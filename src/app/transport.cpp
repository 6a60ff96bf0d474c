#include "app/transport.h"

#include <algorithm>
#include <cmath>

#include "app/command_table.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr double speeds_ms[] = {0.01, 0.05, 0.2, 0.5, 1,   2,    5,   10,
                                20,   50,   100, 200, 500, 1000, 5000};
constexpr double whole_run_s = 16;  // what a play of the whole run takes by default

struct StepName {
    StepKind kind;
    TextId words;
    CommandId command;  // whose key does it
};
constexpr StepName step_names[] = {
    {StepKind::instruction, TextId::step_instruction, CommandId::none},
    {StepKind::line, TextId::step_line, CommandId::line_forward},
    {StepKind::over, TextId::step_over, CommandId::over_forward},
    {StepKind::out, TextId::step_out, CommandId::out_forward},
    {StepKind::event, TextId::step_event, CommandId::none},
    {StepKind::thread_switch, TextId::step_thread_switch, CommandId::none},
    {StepKind::output, TextId::step_output, CommandId::none},
    {StepKind::raised, TextId::step_raised, CommandId::raised_forward},
    {StepKind::uncaught, TextId::step_uncaught, CommandId::none},
};

std::string speed_number(const Ui& ui, double speed_ms) {
    const auto thousandths = uint64_t(std::lround(speed_ms * 1000));
    return ruler_text(ui.texts.language, thousandths, 1000);
}

bool round_button(Ui& ui, std::string_view name, Rect rect, Icon icon, bool solid,
                  std::string words, std::string key) {
    const Id id = id_of(name);
    const Press state = press(ui, id, rect);
    const Theme& theme = *ui.theme;
    if (state.hovered) ui.cursor = ImGuiMouseCursor_Hand;
    const float radius = solid ? rect.w / 2 : 8;
    if (solid)
        fill(ui, rect, state.held ? mix(theme.paper, theme.solid, 0.2f) : theme.solid, radius);
    else if (state.hovered || state.held)
        fill(ui, rect, theme.sunken, radius);
    if (!solid && state.hovered) outline(ui, rect, theme.edge, radius);
    draw_icon(ui, icon, {rect.middle_x(), rect.middle_y()}, 18, solid ? theme.on_solid : theme.ink);
    if (state.focused) focus_ring(ui, rect, radius);
    explain(ui, id, rect, std::move(words), std::move(key));
    return state.clicked;
}

// ---- the slider --------------------------------------------------------------------------------

void draw_ticks(Ui& ui, const Moment& moment, Rect track) {
    const double first = double(moment.first_event), last = double(event_count(moment));
    if (!moment.output || last <= first) return;
    float last_x = -100;
    const size_t count = moment.output->size();
    const auto kept = std::partition_point(
        moment.output->begin(), moment.output->end(),
        [&](const OutputLine& line) { return line.event < moment.first_event; });
    for (auto i = size_t(kept - moment.output->begin()); i < count;) {
        const float part = slider_share(moment, (*moment.output)[i].event + 1);
        const float x = track.x + part * track.w;
        if (x - last_x >= 3) {
            fill(ui, {x - 1, track.middle_y() - 14, 2, 12}, ui.theme->ink);
            last_x = x;
            ++i;
            continue;
        }
        // On to the first line whose tick is far enough from the last one.
        const double least =
            first + double(last_x + 3 - track.x) / double(track.w) * (last - first);
        const auto next = std::partition_point(
            moment.output->begin() + int64_t(i), moment.output->end(),
            [&](const OutputLine& line) { return double(line.event + 1) < least; });
        i = std::max(i + 1, size_t(next - moment.output->begin()));
    }
}

void draw_slider(Ui& ui, Rect area, const Moment& moment, TransportUi& state,
                 BookmarksUi& bookmarks, Commands& commands) {
    const Theme& theme = *ui.theme;
    const uint64_t total = event_count(moment);
    const Rect track{area.x + 8, area.y, area.w - 16, area.h};
    const bool on_flag = draw_flags(ui, track, moment, bookmarks, commands);
    const Press pressed = on_flag ? Press{} : press(ui, id_of("transport/slider"), area);
    if (pressed.hovered || pressed.held) ui.cursor = ImGuiMouseCursor_Hand;
    uint64_t shown = moment.cursor_event;
    state.dragging = pressed.held;
    state.track = track;
    if (pressed.held && total > 0) {
        const uint64_t wanted = slider_count(moment, track, ui.pointer.x);
        if (pressed.pressed || wanted != state.dragged_to)
            commands.push_back(seek_count(moment, wanted));
        state.dragged_to = shown = wanted;
        state.playing = false;
    }
    const float part = slider_share(moment, shown);
    const float x = track.x + part * track.w, y = track.middle_y();
    fill(ui, {track.x, y - 2, track.w, 4}, theme.rule, 2);
    fill(ui, {track.x, y - 2, x - track.x, 4}, theme.ink, 2);
    draw_ticks(ui, moment, track);
    const Rect eye{x - 4, y - 10, 8, 20};
    fill(ui, eye, theme.paper, 4);
    outline(ui, eye, theme.ink, 4, 2);
    fill(ui, {x - 0.75f, y - 4, 1.5f, 8}, theme.ink);
    if (pressed.focused) focus_ring(ui, eye, 4);
}

// ---- the parts ---------------------------------------------------------------------------------

float draw_buttons(Ui& ui, Rect rect, const Moment& moment, TransportUi& state,
                   Commands& commands) {
    const Texts& texts = ui.texts;
    float x = rect.x + 12;
    const auto next = [&] {
        const Rect at{x, rect.middle_y() - 18, 36, 36};
        x += 42;
        return at;
    };
    const bool forward = state.playing && state.direction == Direction::forward;
    const bool backward = state.playing && state.direction == Direction::backward;
    if (round_button(ui, "first", next(), Icon::first, false, texts[TextId::go_first],
                     key_words(texts, CommandId::go_first)))
        commands.push_back(seek_count(moment, 0));
    if (round_button(ui, "rplay", next(), backward ? Icon::pause : Icon::play_back, false,
                     texts[backward ? TextId::pause : TextId::play_back],
                     key_words(texts, CommandId::play_back)))
        toggle_play(ui, moment, state, Direction::backward);
    if (round_button(ui, "back", next(), Icon::back, false, texts[TextId::go_back],
                     key_words(texts, CommandId::step_back)))
        commands.push_back(command::Step{state.step, Direction::backward});
    if (round_button(ui, "play", next(), forward ? Icon::pause : Icon::run, true,
                     texts[forward ? TextId::pause : TextId::play],
                     key_words(texts, CommandId::play)))
        toggle_play(ui, moment, state, Direction::forward);
    if (round_button(ui, "on", next(), Icon::forward, false, texts[TextId::go_on],
                     key_words(texts, CommandId::step_forward)))
        commands.push_back(command::Step{state.step, Direction::forward});
    if (round_button(ui, "last", next(), Icon::last, false, texts[TextId::go_last],
                     key_words(texts, CommandId::go_last)))
        commands.push_back(to_the_end(moment));
    return x;
}

float draw_step_menu(Ui& ui, Rect rect, float x, TransportUi& state) {
    std::string chosen;
    std::vector<MenuItem> items;
    for (const StepName& name : step_names) {
        const std::string words = ui.texts[name.words];
        if (name.kind == state.step) chosen = words;
        const std::string cap =
            name.command == CommandId::none ? "" : key_words(ui.texts, name.command);
        items.push_back({words, {}, cap, name.kind == state.step, false, Icon::none});
    }
    const std::string word = ui.texts[TextId::step_kind];
    const float word_w = text_width(ui, Face::ui, word);
    const float w = 10 + word_w + 5 + text_width(ui, Face::ui_strong, chosen) + 32;
    const Rect at{x + 6, rect.middle_y() - 14, w, size::button};
    Button look{.label = word, .after = Icon::down};
    if (button(ui, id_of("transport/step"), at, look)) open_menu(ui, "step", at);
    draw_text(ui, Face::ui_strong, at.x + 10 + word_w + 5, at.middle_y(), ui.theme->ink, chosen);
    const int picked = menu(ui, "step", items, w);
    if (picked >= 0) state.step = step_names[picked].kind;
    return at.right();
}

// Returns where it begins.
float draw_speed(Ui& ui, Rect rect, const Moment& moment, TransportUi& state, bool roomy) {
    const double speed_ms = play_speed_ms(moment, state);
    const auto words = [&](double each) {
        return ui.texts(roomy ? TextId::speed : TextId::speed_short, {speed_number(ui, each)});
    };
    Button look{
        .label = words(speed_ms), .after = Icon::down, .explanation = ui.texts[TextId::speed_hint]};
    const float w = button_width(ui, look);
    const Rect at{rect.right() - 12 - w, rect.middle_y() - 14, w, size::button};
    if (button(ui, id_of("transport/speed"), at, look)) open_menu(ui, "speed", at);
    std::vector<MenuItem> items;
    for (const double each : speeds_ms)
        items.push_back({words(each), {}, {}, each == speed_ms, false, Icon::none});
    const int picked = menu(ui, "speed", items, w);
    if (picked >= 0) state.speed_ms = speeds_ms[picked];
    return at.x;
}

float draw_position(Ui& ui, float right, Rect rect, const Moment& moment) {
    const Texts& texts = ui.texts;
    const std::string number = texts(TextId::event_number, {texts.count(moment.cursor_event)});
    const std::string of = " " + texts(TextId::event_of, {texts.count(event_count(moment))});
    const std::string time =
        texts(TextId::event_within, {texts.time(moment.cursor_ns), texts.time(moment.end_ns)});
    const float of_w = text_width(ui, Face::ui, of);
    const float number_w = text_width(ui, Face::ui_strong, number);
    const float middle = rect.middle_y();
    draw_text(ui, Face::ui, right - of_w, middle - 9, ui.theme->ink2, of);
    draw_text(ui, Face::ui_strong, right - of_w - number_w, middle - 9, ui.theme->ink, number);
    draw_text_right(ui, Face::label, right, middle + 10, ui.theme->ink2, time);
    return right - std::max(of_w + number_w, text_width(ui, Face::label, time));
}

float draw_working(Ui& ui, float right, Rect rect, const Moment& moment, const Progress& progress,
                   Commands& commands) {
    Button stop{.label = ui.texts[TextId::cancel], .before = Icon::stop, .key = "Esc"};
    const float w = button_width(ui, stop);
    const Rect at{right - w, rect.middle_y() - 14, w, size::button};
    if (button(ui, id_of("transport/stop"), at, stop)) commands.push_back(command::Pause{});
    const std::string words =
        ui.texts(TextId::working_events, {ui.texts.count(event_count(moment))});
    const float words_w = text_width(ui, Face::ui, words);
    draw_text_right(ui, Face::ui, at.x - 12, rect.middle_y(), ui.theme->ink2, words);
    const float done = progress.part > 0 ? float(progress.part) : 1.0f;
    fill(ui, {rect.x, rect.y, rect.w * done, 2}, ui.theme->ink);
    return at.x - 12 - words_w;
}

}  // namespace

uint64_t event_count(const Moment& moment) {
    return moment.events ? moment.first_event + moment.events->size() : 0;
}

float slider_share(const Moment& moment, uint64_t event) {
    const double first = double(moment.first_event), last = double(event_count(moment));
    if (last <= first) return 0;
    return float(std::clamp((double(event) - first) / (last - first), 0.0, 1.0));
}

uint64_t slider_count(const Moment& moment, Rect track, float x) {
    const uint64_t first = moment.first_event, total = event_count(moment);
    const double part = std::clamp(double((x - track.x) / std::max(1.0f, track.w)), 0.0, 1.0);
    return first + uint64_t(std::llround(part * double(total - first)));
}

Command seek_count(const Moment& moment, uint64_t count, uint64_t within) {
    if (count <= moment.first_event) return command::Seek{Position{}};
    return command::SeekEvent{count - 1, within};
}

Command to_the_end(const Moment& moment) {
    if (moment.ended) return seek_count(moment, event_count(moment));
    return command::Run{};
}

double play_speed_ms(const Moment& moment, const TransportUi& state) {
    if (state.speed_ms > 0) return state.speed_ms;
    const double wanted = double(moment.end_ns) / 1e6 / whole_run_s;
    for (const double each : speeds_ms)
        if (each >= wanted) return each;
    return speeds_ms[std::size(speeds_ms) - 1];
}

void toggle_play(const Ui& ui, const Moment& moment, TransportUi& state, Direction direction) {
    const bool stops = state.playing && state.direction == direction;
    state.playing = !stops;
    state.direction = direction;
    state.play_ns = double(moment.cursor_ns);
    state.last_frame_s = ui.time_s;
    // From the end one plays the whole run again.
    const bool at_end = moment.ended && moment.cursor_event >= event_count(moment);
    if (!stops && direction == Direction::forward && at_end) state.play_ns = 0;
    platform::request_frame();
}

Commands play_on(const Ui& ui, const Moment& moment, const Progress& progress, TransportUi& state) {
    if (!state.playing) return {};
    platform::request_frame();
    const double passed_s = std::min(0.1, ui.time_s - state.last_frame_s);
    state.last_frame_s = ui.time_s;
    if (progress.state == Progress::State::working) return {};
    const double sign = state.direction == Direction::forward ? 1 : -1;
    state.play_ns += sign * passed_s * play_speed_ms(moment, state) * 1e6;
    if (state.play_ns >= double(moment.end_ns) && moment.ended) {
        state.playing = false;
        return {seek_count(moment, event_count(moment))};
    }
    if (state.play_ns <= 0) {
        state.playing = state.direction == Direction::forward;
        state.play_ns = 0;
        return {seek_count(moment, 0)};
    }
    return {command::SeekTime{TimeNs(state.play_ns)}};
}

Commands draw_transport(Ui& ui, Rect rect, const Moment& moment, const Progress& progress,
                        TransportUi& state, BookmarksUi& bookmarks) {
    Commands commands;
    fill(ui, rect, ui.theme->paper);
    rule_across(ui, rect.x, rect.y, rect.w);
    const bool two_rows = rect.h > size::transport + 8;  // narrow: the slider has its own row
    const Rect row = two_rows ? Rect{rect.x, rect.y + 36, rect.w, rect.h - 36} : rect;
    const float buttons_right = draw_buttons(ui, row, moment, state, commands);
    const float menu_right = draw_step_menu(ui, row, buttons_right, state);
    const Rect flag{menu_right + 8, row.middle_y() - 14, 28, 28};
    draw_bookmarks(ui, flag, moment, bookmarks, commands);
    const float left = menu_right + 40;
    const bool roomy = rect.w > 1000;
    float right;
    // Not while the handle is dragged: the slider would be another one under it.
    if (progress.state == Progress::State::working && !state.playing && !state.dragging)
        right = draw_working(ui, row.right() - 12, row, moment, progress, commands);
    else
        right = draw_position(ui, draw_speed(ui, row, moment, state, roomy) - 16, row, moment);
    const Rect slider = two_rows ? Rect{rect.x + 12, rect.y + 4, rect.w - 24, 32}
                                 : Rect{left, row.middle_y() - 16, right - 40 - left, 32};
    if (slider.w > 60) draw_slider(ui, slider, moment, state, bookmarks, commands);
    return commands;
}

}  // namespace meada::app
