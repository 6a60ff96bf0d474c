// Where the panels stand, at every size of the window; and what each is given.
#include <algorithm>
#include <cmath>

#include "app/app.h"
#include "app/event_loop.h"
#include "app/examples.h"
#include "app/first_visit.h"
#include "app/narration.h"

namespace meada::app {

namespace {

constexpr float first_cards_h = 110;
constexpr float timeline_grows_h = 72;   // where its lanes need it
constexpr float ui_side_share = 0.355f;  // tasks beside the loop, with room for Portuguese

struct Places {
    Rect top, editor, output, timeline, narration, lower, under, side, transport;
    Rect right[4];  // wide windows: tasks, awaits, values, locks
    bool wide = false, narrow = false;
    float title_h = 0;  // first visit: room for its words above the timeline
};

float part(float whole, float share, float least, float most) {
    return std::clamp(std::round(whole * share), least, most);
}

Places narrow_places(float w, float h) {
    Places out;
    const float edge = size::window_edge, gap = size::gap;
    out.narrow = true;
    out.top = {0, 0, w, size::top_bar};
    const float transport_h = size::transport + 36;
    out.transport = {0, h - transport_h, w, transport_h};
    const float top = size::top_bar, inner_w = w - 2 * edge;
    const float inner_h = h - top - transport_h - gap;
    out.timeline = {edge, top, inner_w, part(inner_h, 0.34f, 200, 348)};
    out.narration = {edge, out.timeline.bottom() + gap, inner_w, 88};
    const float y = out.narration.bottom() + gap, left_h = out.transport.y - gap - y;
    const float code_w = w < 620 ? inner_w : std::round((inner_w - gap) * 0.6f);
    const float output_h = part(left_h, 0.28f, 90, 150);
    out.editor = {edge, y, code_w, left_h - output_h - gap};
    out.output = {edge, out.editor.bottom() + gap, code_w, output_h};
    if (w >= 620) out.lower = {edge + code_w + gap, y, inner_w - code_w - gap, left_h};
    return out;
}

Places places_of(float w, float h, bool first_visit, float wanted_timeline_h) {
    if (w < 1000) return narrow_places(w, h);
    Places out;
    const float edge = size::window_edge, gap = size::gap, top = size::top_bar;
    out.wide = w >= 1640;
    out.top = {0, 0, w, top};
    out.transport = {0, h - size::transport, w, size::transport};
    const float inner_h = out.transport.y - gap - top;
    const float left_w = out.wide ? part(w, 0.271f, 440, 620) : part(w, 0.353f, 360, 520);
    const float output_h = part(inner_h, 0.235f, 120, 168);
    out.editor = {edge, top, left_w, inner_h - output_h - gap};
    out.output = {edge, out.editor.bottom() + gap, left_w, output_h};
    const float x = edge + left_w + gap;
    const float right_w = out.wide ? part(w, 0.2146f, 340, 480) + gap : 0;
    const float middle_w = w - edge - x - right_w;
    float y = top;
    if (first_visit) {
        out.title_h = 84;
        y += out.title_h;
    }
    const float narration_h = out.wide ? 92 : 80;
    float timeline_h =
        out.wide ? part(inner_h, 0.4165f, 302, 560) : part(inner_h, 0.494f, 220, 480);
    timeline_h = std::clamp(wanted_timeline_h, timeline_h, timeline_h + timeline_grows_h);
    if (first_visit)
        timeline_h = std::min(timeline_h + 20, inner_h - out.title_h - narration_h - 2 * gap - 106);
    out.timeline = {x, y, middle_w, timeline_h};
    out.narration = {x, out.timeline.bottom() + gap, middle_w, narration_h};
    y = out.narration.bottom() + gap;
    const float lower_h = out.transport.y - gap - y;
    const float side_w = out.wide ? 0 : part(middle_w, ui_side_share, 240, 340) + gap;
    out.lower = {x, y, middle_w - side_w, lower_h};
    if (!out.wide) {
        out.side = {out.lower.right() + gap, y, side_w - gap, lower_h};
        return out;
    }
    if (lower_h > 380) {  // the threads have a panel of their own
        out.lower.h = std::round(lower_h * 0.53f);
        out.under = {x, out.lower.bottom() + gap, middle_w, lower_h - out.lower.h - gap};
    }
    const float right_x = x + middle_w + gap;
    const float shares[4] = {0.215f, 0.25f, 0.335f, 0.2f};
    const float room = inner_h - 3 * gap;
    float right_y = top;
    for (int i = 0; i < 4; ++i) {
        const float each = i == 3 ? out.transport.y - gap - right_y : std::round(room * shares[i]);
        out.right[i] = {right_x, right_y, right_w - gap, each};
        right_y += each + gap;
    }
    return out;
}

// What the panels read, made once a frame.
struct Views {
    view::EventLoop loop;
    view::Tasks tasks;
    view::Threads threads;
    view::SourceMarks marks;
    view::Narration narration;
};

Views views_of(App& app, const Moment& moment) {
    const view::Actors& actors = app.lanes.actors;
    Views out;
    out.loop = view::event_loop(moment, actors, app.texts);
    out.tasks = view::tasks(moment, actors, app.texts);
    out.threads = view::threads(moment, actors, app.texts, app.threads.before);
    out.marks = view::source_marks(moment, actors);
    out.narration = view::narration(moment, actors, app.texts);
    return out;
}

// ---- editor
// ----------------------------------------------------------------------------------------

void draw_editor_panel(App& app, Ui& ui, Rect rect, const Views& views, Commands& commands) {
    const bool edited = app.editor.buffer.text != app.opened_source;
    EditorLook look;
    look.name = app.script_name;
    look.edited = edited;
    look.marks = edited ? nullptr : &views.marks;
    look.errors = &app.errors;
    const bool ended = !app.editor.buffer.text.empty() && app.editor.buffer.text.back() == '\n';
    const size_t lines = line_count(app.editor.buffer) - (ended ? 1 : 0);
    if (edited)
        look.aside = app.texts(TextId::editor_edited, {"Ctrl Enter"});
    else if (app.example >= 0)
        look.aside = app.texts[TextId::editor_example];
    else
        look.aside = lines == 1 ? app.texts[TextId::editor_line_one]
                                : app.texts(TextId::editor_lines, {app.texts.count(lines)});
    const EditorAnswer answer = draw_editor(ui, rect, look, app.editor);
    if (answer.wants_run) app.wishes.run = true;
    if (answer.breakpoints_changed)
        commands.push_back(command::SetBreakpoints{app.editor.breakpoints});
}

// The script and its output, or in their place the machine: the timeline shows what turning a knob
// does. The output stays where there is room for both, or where the script asks for input.
void draw_left(App& app, Ui& ui, const Places& places, const Moment& moment, const Views& views,
               Commands& commands) {
    if (std::exchange(app.wishes.toggle_machine, false)) {
        app.first_visit = false;
        if (app.machine.open)
            close_machine(ui, app.machine);
        else
            open_machine(ui, app.machine, false);
    }
    Rect rect = places.editor;
    const bool with_output = !app.machine.open || moment.waits_for_input ||
                             (app.machine.height > 0 && app.machine.height <= rect.h);
    if (!with_output) rect.h = places.output.bottom() - rect.y;
    if (app.machine.open)
        append(commands, draw_machine(ui, rect, *moment.spec, app.machine));
    else
        draw_editor_panel(app, ui, rect, views, commands);
    if (with_output)
        append(commands, draw_output(ui, places.output, moment, app.lanes.actors, app.output));
}

// ---- the lower panel and its neighbour
// -------------------------------------------------------------

bool has_loop(const App& app) {
    for (const auto& [serial, actor] : app.lanes.actors.all)
        if (actor.runs_loop) return true;
    return false;
}

enum LowerTab { tab_loop, tab_threads, tab_locks, tab_tasks, tab_values };

// `alone`: nothing stands beside it, so it holds everything.
void draw_lower(App& app, Ui& ui, Rect rect, const Moment& moment, const Views& views, bool alone,
                Commands& commands) {
    if (rect.w <= 0 || rect.h < 60) return;
    panel(ui, rect);
    std::vector<Tab> all = {{app.texts[TextId::event_loop], {}},
                            {app.texts[TextId::threads], {}},
                            {app.texts[TextId::locks], {}}};
    if (alone) {
        all.push_back({app.texts[TextId::tasks], {}});
        all.push_back({app.texts[TextId::values], {}});
    }
    int tab = app.lower_tab >= 0 ? app.lower_tab : has_loop(app) ? tab_loop : tab_threads;
    if (tab >= int(all.size())) tab = 0;
    std::string aside;
    if (tab == tab_loop && views.loop.exists)
        aside = app.texts(TextId::loop_iteration, {app.texts.count(views.loop.iteration)});
    const float aside_w = aside.empty() ? 0 : text_width(ui, Face::label, aside) + 8;
    const int picked = tabs(ui, "lower", rect, all, tab, aside_w);
    if (picked != tab) app.lower_tab = picked;
    draw_text_right(ui, Face::label, rect.right() - size::panel_text, rect.y + 16.5f,
                    ui.theme->ink2, aside);
    const Rect body = panel_body(rect);
    switch (picked) {
        case tab_loop:
            append(commands, draw_event_loop(ui, body, moment, views.loop));
            break;
        case tab_threads:
            draw_threads(ui, body, views.threads, app.threads);
            break;
        case tab_locks:
            draw_locks(ui, body, views.threads, app.lanes.actors, app.threads);
            break;
        case tab_tasks:
            draw_tasks(ui, body, views.tasks, app.tasks);
            break;
        default:
            draw_values(ui, body, views.threads, app.threads);
            break;
    }
}

void draw_under(App& app, Ui& ui, Rect rect, const Views& views) {
    if (rect.h <= 0) return;
    panel(ui, rect);
    panel_title(ui, rect, app.texts[TextId::threads]);
    draw_threads(ui, panel_body(rect), views.threads, app.threads);
}

void draw_side(App& app, Ui& ui, Rect rect, const Moment& moment, const Views& views) {
    if (rect.w <= 0) return;
    panel(ui, rect);
    const std::vector<Tab> all = {{app.texts[TextId::tasks], {}},
                                  {app.texts[TextId::values], {}},
                                  {app.texts[TextId::who_awaits], {}}};
    const int tab = app.side_tab >= 0 ? app.side_tab : views.tasks.rows.empty() ? 1 : 0;
    const int picked = tabs(ui, "side", rect, all, tab, 0);
    if (picked != tab) app.side_tab = picked;
    const Rect body = panel_body(rect);
    if (picked == 0) draw_tasks(ui, body, views.tasks, app.tasks);
    if (picked == 1) draw_values(ui, body, views.threads, app.threads);
    if (picked == 2) draw_awaits(ui, body, moment, app.lanes.actors, views.tasks, app.tasks);
}

// Under the narration: the loop and its neighbours, on a first visit the cards above them.
Commands draw_lower_half(App& app, Ui& ui, const Places& places, const Moment& moment,
                         const Views& views) {
    Commands commands;
    Rect lower = places.lower, under = places.under, side = places.side;
    // The threads have a panel of their own beside an event loop; else they are the lower one.
    if (under.h > 0 && (app.first_visit || !has_loop(app))) {
        lower.h = under.bottom() - lower.y;
        under.h = 0;
    }
    if (app.first_visit && !places.narrow) {
        draw_first_visit_words(
            ui, {places.timeline.x, size::top_bar, places.timeline.w, places.title_h});
        const float below_h = lower.h - first_cards_h - size::gap;
        const bool alone = below_h < 160;
        const Rect cards{lower.x, lower.y, places.timeline.w, alone ? lower.h : first_cards_h};
        append(commands, draw_first_visit_cards(app, ui, cards, moment));
        if (alone) return commands;
        lower.y = side.y = cards.bottom() + size::gap;
        lower.h = side.h = below_h;
    }
    draw_lower(app, ui, lower, moment, views, places.narrow, commands);
    draw_under(app, ui, under, views);
    draw_side(app, ui, side, moment, views);
    return commands;
}

void draw_right_column(App& app, Ui& ui, const Places& places, const Moment& moment,
                       const Views& views) {
    const Texts& texts = app.texts;
    for (const Rect& each : places.right) panel(ui, each);
    const std::string counts =
        views.tasks.rows.empty()
            ? std::string()
            : texts(TextId::tasks_count, {std::to_string(views.tasks.open_count),
                                          std::to_string(views.tasks.done_count)});
    panel_title(ui, places.right[0], texts[TextId::tasks], counts);
    draw_tasks(ui, panel_body(places.right[0]), views.tasks, app.tasks);
    panel_title(ui, places.right[1], texts[TextId::who_awaits]);
    draw_awaits(ui, panel_body(places.right[1]), moment, app.lanes.actors, views.tasks, app.tasks);
    panel_title(ui, places.right[2], texts[TextId::values]);
    draw_values(ui, panel_body(places.right[2]), views.threads, app.threads);
    panel_title(ui, places.right[3], texts[TextId::locks]);
    draw_locks(ui, panel_body(places.right[3]), views.threads, app.lanes.actors, app.threads);
}

// ---- what the program says
// -------------------------------------------------------------------------

void draw_toast(App& app, Ui& ui, float w, float bottom) {
    if (app.toast.words.empty()) return;
    const bool stays = app.toast.bad;
    const bool dismissed = ImGui::IsMouseClicked(0) || ImGui::IsKeyPressed(ImGuiKey_Escape);
    if (stays ? dismissed && ui.time_s >= app.toast.until_s : ui.time_s >= app.toast.until_s) {
        app.toast = {};
        return;
    }
    if (!stays) platform::request_frame_after(app.toast.until_s - ui.time_s + 0.01);
    const Theme& theme = *ui.theme;
    const std::string words = fit_text(ui, Face::ui, app.toast.words, w - 120);
    const float box_w = text_width(ui, Face::ui, words) + 52;
    const Rect box{std::round((w - box_w) / 2), bottom - 44, box_w, 32};
    ImDrawList* below = std::exchange(ui.list, ImGui::GetForegroundDrawList());
    const ImU32 ground = app.toast.bad ? theme.bad_ground : theme.good_ground;
    const ImU32 ink = app.toast.bad ? theme.bad : theme.good;
    fill(ui, box, ground, 16);
    outline(ui, box, ink, 16);
    draw_icon(ui, app.toast.bad ? Icon::bad : Icon::good, {box.x + 18, box.middle_y()}, 16, ink);
    draw_text(ui, Face::ui, box.x + 34, box.middle_y(), ink, words);
    ui.list = below;
}

Ui make_ui(App& app, const platform::Frame& frame) {
    Ui ui;
    ui.theme = app.dark ? &dark_theme() : &light_theme();
    ui.faces = &app.faces;
    ui.texts = app.texts;
    ui.scale = frame.scale;
    ui.time_s = frame.time_s;
    ui.reduced_motion = platform::prefers_reduced_motion();
    ui.touch = platform::has_touch();
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    ui.pointer_moved = moved.x != 0 || moved.y != 0;
    begin_ui(ui, app.memory);
    return ui;
}

// The position and the narration, and what has just been printed, for a screen reader; not while
// the moment runs through.
void speak(App& app, const Moment& moment, const view::Narration& narration) {
    if (app.transport.playing || app.timeline.dragging || app.transport.dragging) return;
    std::string words = app.texts(TextId::event_number, {app.texts.count(moment.cursor_event)}) +
                        ", " + app.texts.time(moment.cursor_ns) + ". " + view::plain(narration);
    if (words == app.spoken) return;
    app.spoken = std::move(words);
    platform::announce(app.spoken);
}

}  // namespace

void show_toast(App& app, std::string words, bool bad) {
    platform::announce(words);
    app.toast = {std::move(words), bad, app.now_s + (bad ? 1.5 : 2.5)};
    platform::request_frame();
}

Commands draw_window(App& app, const platform::Frame& frame, const Moment& moment,
                     const Progress& progress) {
    app.now_s = frame.time_s;
    Ui ui = make_ui(app, frame);
    const float w = frame.width_px / frame.scale, h = frame.height_px / frame.scale;
    view::update(app.lanes, moment);
    remember_values(moment, app.threads);
    move_needle(ui, moment, progress.state == Progress::State::working, app.timeline);
    app.tasks.chosen = app.threads.chosen = app.chosen;  // one choice, made in either panel
    const Views views = views_of(app, moment);
    // Threads leave room under the timeline, an event loop does not.
    const bool grows = !app.first_visit && !has_loop(app);
    const Places places =
        places_of(w, h, app.first_visit, grows ? wanted_timeline_h(app.lanes, app.timeline) : 0);
    Commands commands = take_keys(app, ui, moment, progress);
    fill(ui, {0, 0, w, h}, ui.theme->table);
    const TopBarLook look{app.script_name, app.example, moment.spec, app.machine.open};
    draw_top_bar(ui, places.top, look, example_titles(), app.wishes);
    draw_left(app, ui, places, moment, views, commands);
    app.timeline.callouts = app.first_visit && !places.narrow;
    append(commands, draw_timeline(ui, places.timeline, moment, app.lanes, app.timeline));
    draw_narration(ui, places.narration, moment, views.narration);
    append(commands, draw_lower_half(app, ui, places, moment, views));
    if (places.wide) draw_right_column(app, ui, places, moment, views);
    append(commands, draw_transport(ui, places.transport, moment, progress, app.transport));
    append(commands, play_on(ui, moment, progress, app.transport));
    draw_toast(app, ui, w, places.transport.y);
    app.chosen = app.tasks.chosen != app.chosen ? app.tasks.chosen : app.threads.chosen;
    speak(app, moment, views.narration);
    if (std::exchange(app.editor_wanted, false)) focus_editor(ui, app.editor, true);
    end_ui(ui);
    if (app.transport.playing || !commands.empty()) app.first_visit = false;
    return commands;
}

}  // namespace meada::app
