// The panels of a frame: what each is given, and what they hand back.
#include <algorithm>
#include <cmath>

#include "app/app.h"
#include "app/empty_editor.h"
#include "app/event_loop.h"
#include "app/examples.h"
#include "app/first_visit.h"
#include "app/narration.h"

namespace meada::app {

namespace {

// What the panels read, beside the moment's own views.
struct Views {
    const view::EventLoop& loop;
    const view::Tasks& tasks;
    const view::Threads& threads;
    const view::SourceMarks& marks;
    const view::Narration& narration;
    view::Pipeline pipeline = {};
    std::vector<view::Finding> findings = {};
    RacesKnown races_known = {};
    view::NextView next = {};
    std::vector<view::BranchRow> branches = {};
};

// The line that the caret is on while one types or reads there, else the one that runs.
view::Pipeline pipeline_of(App& app, const Moment& moment, const view::Threads& threads) {
    const EditorUi& editor = app.editor;
    const bool points = app.memory.editor_has_keyboard && editor.buffer.text == app.opened_source;
    const uint32_t line = points ? uint32_t(line_of(editor.buffer, editor.buffer.caret) + 1) : 0;
    const view::ThreadRow* who = chosen_row(threads, app.threads);
    return current_pipeline(moment, app.opened_source, who ? who->serial : 0, line, app.pipeline);
}

Views views_of(App& app, const Session& session) {
    const Moment& moment = session.moment();
    const Findings& found = session.findings();
    const view::Actors& actors = app.lanes.actors;
    update(app.views, moment, actors, app.texts, app.threads.before);
    Views out{app.views.loop, app.views.tasks, app.views.threads, app.views.marks,
              app.views.narration};
    out.pipeline = pipeline_of(app, moment, out.threads);
    out.races_known = found.races_known;
    out.findings = view::findings(found.stalls, found.races, found.names, actors, app.texts);
    out.next = view::next_view(moment, session.next(), actors, app.texts);
    out.branches = view::branch_rows(session.branches(), actors, app.texts);
    return out;
}

void draw_editor_panel(App& app, Ui& ui, Rect rect, const Moment& moment, const Views& views,
                       Commands& commands) {
    const bool edited = app.editor.buffer.text != app.opened_source;
    EditorLook look;
    look.name = app.script_name;
    look.edited = edited;
    look.marks = edited ? nullptr : &views.marks;
    look.errors = &app.errors;
    const uint32_t running = edited ? 0 : views.marks.running_line;
    if (running > 0 && running <= line_count(app.editor.buffer))
        look.values = view::values_on_line(moment, line_text(app.editor.buffer, running - 1));
    const bool ended = !app.editor.buffer.text.empty() && app.editor.buffer.text.back() == '\n';
    const size_t lines = line_count(app.editor.buffer) - (ended ? 1 : 0);
    if (edited)
        look.aside = app.texts[TextId::editor_edited];
    else if (app.example >= 0)
        look.aside = app.texts[TextId::editor_example];
    else
        look.aside = lines == 1 ? app.texts[TextId::editor_line_one]
                                : app.texts(TextId::editor_lines, {app.texts.count(lines)});
    const EditorAnswer answer = draw_editor(ui, rect, look, app.editor);
    if (app.editor.buffer.text.empty()) {
        const int example = draw_empty_editor(ui, rect);
        if (example >= 0) app.wishes.example = example;
    }
    if (answer.wants_run) app.wishes.run = true;
    if (answer.breakpoints_changed)
        commands.push_back(command::SetBreakpoints{app.editor.breakpoints});
}

// ---- the panels
// ----------------------------------------------------------------------------------------

struct PanelsFrame {
    App& app;
    Ui& ui;
    const Layout& places;
    const Session& session;
    const Moment& moment;
    const Views& views;
    Commands commands = {};
};

bool has_loop(const App& app) {
    for (const auto& [serial, actor] : app.lanes.actors.all)
        if (actor.runs_loop) return true;
    return false;
}

// What stands at the right of a panel's head.
std::string aside_of(const PanelsFrame& in, PanelId panel) {
    const Texts& texts = in.ui.texts;
    const Views& views = in.views;
    if (panel == PanelId::loop && views.loop.exists)
        return texts(TextId::loop_iteration, {texts.count(views.loop.iteration)});
    if (panel == PanelId::tasks && !views.tasks.rows.empty())
        return texts(TextId::tasks_count, {std::to_string(views.tasks.open_count),
                                           std::to_string(views.tasks.done_count)});
    if (panel == PanelId::pipeline) return pipeline_aside(in.ui, views.pipeline);
    if (panel == PanelId::next && views.next.is_choice) return views.next.count_words;
    return {};
}

std::string tab_name(const PanelsFrame& in, PanelId panel) {
    const size_t count = in.views.findings.size();
    if (panel == PanelId::findings && count > 0)
        return in.ui.texts(TextId::findings_count, {in.ui.texts.count(count)});
    return panel_name(in.ui, panel);
}

// A report takes the place of the event loop as soon as there is one.
PanelId fitting_below(const App& app, const Views& views) {
    if (!views.findings.empty()) return PanelId::findings;
    return has_loop(app) ? PanelId::loop : PanelId::threads;
}

void draw_body(PanelsFrame& in, PanelId panel, Rect body) {
    App& app = in.app;
    const Views& views = in.views;
    switch (panel) {
        case PanelId::loop:
            append(in.commands, draw_event_loop(in.ui, body, in.moment, views.loop,
                                                is_dragging(app), app.loop));
            return;
        case PanelId::threads:
            draw_threads(in.ui, body, views.threads, app.threads);
            return;
        case PanelId::locks:
            draw_locks(in.ui, body, views.threads, app.lanes.actors, app.threads);
            return;
        case PanelId::tasks:
            draw_tasks(in.ui, body, views.tasks, app.tasks);
            return;
        case PanelId::values:
            body.h -= draw_watches(in.ui, body, app.watch, in.commands);
            draw_values(in.ui, body, views.threads, app.threads);
            return;
        case PanelId::awaits:
            draw_awaits(in.ui, body, in.moment, app.lanes.actors, views.tasks, app.tasks);
            return;
        case PanelId::pipeline:
            append(in.commands, draw_pipeline(in.ui, body, in.moment, in.views.pipeline,
                                              app.pipeline));
            return;
        case PanelId::objects:
            draw_objects(in.ui, body, in.moment, app.lanes.actors, app.objects);
            return;
        case PanelId::findings:
            append(in.commands, draw_findings(in.ui, body, in.moment,
                                              {&views.findings, views.races_known},
                                              app.findings));
            return;
        case PanelId::next:
            append(in.commands, draw_next(in.ui, body,
                                          {&views.next, &views.branches, &in.session.branches()},
                                          app.next));
            return;
        case PanelId::editor:
        case PanelId::output:
        case PanelId::timeline:
        case PanelId::narration:
        case PanelId::none:
            return;  // these draw their heads, too
    }
}

// A slot of one panel has a title, one of several has tabs. `fitting`: in front, until another one
// is chosen.
void draw_slot(PanelsFrame& in, SlotId slot, PanelId fitting) {
    const Rect rect = in.places[slot];
    if (rect.w <= 0 || rect.h < 60) return;
    Ui& ui = in.ui;
    ArrangeUi& arrange = in.app.arrange;
    const std::vector<PanelId> panels = panels_in(slot, in.places.width, arrange.now);
    PanelId front = front_of(arrange, slot, in.places.width, fitting);
    if (front == PanelId::none) return;
    panel(ui, rect);
    std::string aside = aside_of(in, front);
    // Beside tabs it has what the one in front and the menu of the others leave.
    constexpr float tab_room = 72;
    const float tab_w = text_width(ui, Face::ui_strong, tab_name(in, front)) + tab_room;
    if (panels.size() > 1 &&
        tab_w + text_width(ui, Face::label, aside) + size::head_menu > rect.w)
        aside.clear();
    if (panels.size() < 2) {
        panel_title(ui, rect, panel_name(ui, front), aside);
    } else {
        std::vector<Tab> all;
        for (const PanelId each : panels) all.push_back({tab_name(in, each), {}});
        const auto chosen = std::find(panels.begin(), panels.end(), front) - panels.begin();
        const float aside_w = aside.empty() ? 0 : text_width(ui, Face::label, aside) + 8;
        const int picked = tabs(ui, "slot" + std::to_string(int(slot)), rect, all, int(chosen),
                                aside_w + size::head_menu);
        draw_text_right(ui, Face::label, rect.right() - size::head_menu - 6, rect.y + 16.5f,
                        ui.theme->ink2, aside);
        if (picked != int(chosen)) {
            front = panels[size_t(picked)];
            bring_to_front(arrange, front, in.places.width);
        }
    }
    draw_body(in, front, panel_body(rect));
    draw_head_menu(ui, rect, front, arrange);
}

// The script, or in its place the machine: the timeline shows what turning a knob does.
void draw_code(PanelsFrame& in) {
    const Rect rect = in.places[SlotId::code];
    if (rect.w <= 0) return;
    if (in.app.machine.open) {
        append(in.commands, draw_machine(in.ui, rect, *in.moment.spec, in.app.machine));
        return;
    }
    draw_editor_panel(in.app, in.ui, rect, in.moment, in.views, in.commands);
    draw_head_menu(in.ui, rect, PanelId::editor, in.app.arrange);
}

void draw_printed(PanelsFrame& in) {
    const Rect rect = in.places[SlotId::printed];
    if (rect.w <= 0) return;
    append(in.commands,
           draw_output(in.ui, rect, in.moment, in.app.lanes.actors, in.app.output));
    draw_head_menu(in.ui, rect, PanelId::output, in.app.arrange);
}

// Of a script that cannot run, what is wrong with it: there is nothing to play.
view::Narration narration_of(const App& app, const PanelsFrame& in) {
    if (in.moment.run != 0 || app.errors.empty()) return in.views.narration;
    view::Narration told;
    told.bad = true;
    told.pieces.push_back({view::PieceKind::words,
                           app.texts(TextId::narrate_broken,
                                     {word(app, app.errors.front()),
                                      key_words(app.texts, CommandId::run_script)})});
    return told;
}

void draw_middle(PanelsFrame& in) {
    App& app = in.app;
    const Rect timeline = in.places[SlotId::timeline];
    app.timeline.callouts = app.first_visit && in.places[SlotId::words].w > 0;
    if (app.timeline.callouts) {
        if (draw_first_visit_words(in.ui, in.places[SlotId::words])) app.wishes.tour = true;
        append(in.commands, draw_first_visit_cards(app, in.ui, in.places[SlotId::cards],
                                                   in.moment));
    }
    if (timeline.w > 0 && app.orders.open) {
        append(in.commands, draw_orders(in.ui, timeline, in.session.orders(), app.orders));
    } else if (timeline.w > 0 && app.compare.open) {
        append(in.commands, draw_compare(in.ui, timeline,
                                         {&in.moment, &app.lanes, in.session.compared()},
                                         app.compare));
    } else if (timeline.w > 0) {
        append(in.commands, draw_timeline(in.ui, timeline, in.moment, app.lanes, app.timeline));
        draw_head_menu(in.ui, timeline, PanelId::timeline, app.arrange);
    }
    draw_narration(in.ui, in.places[SlotId::narration], in.moment, narration_of(app, in));
}

Commands draw_panels(App& app, Ui& ui, const Layout& places, const Session& session,
                     const Views& views) {
    PanelsFrame in{app, ui, places, session, session.moment(), views};
    drag_splitters(ui, places, app.arrange);
    draw_code(in);
    draw_printed(in);
    draw_middle(in);
    draw_slot(in, SlotId::lower, fitting_below(app, views));
    draw_slot(in, SlotId::under, PanelId::none);
    draw_slot(in, SlotId::side, views.tasks.rows.empty() ? PanelId::values : PanelId::tasks);
    // Threads without tasks share locks and objects.
    const bool tasks = has_loop(app);
    draw_slot(in, SlotId::right_1, tasks ? PanelId::tasks : PanelId::locks);
    draw_slot(in, SlotId::right_2, tasks ? PanelId::awaits : PanelId::objects);
    draw_slot(in, SlotId::right_3, PanelId::none);
    draw_slot(in, SlotId::right_4, PanelId::none);
    draw_arrange_menu(ui, app.arrange);
    return std::move(in.commands);
}

// Every order and a comparison take the timeline's place, one at a time.
void take_timeline(App& app, const Session& session, Commands& commands) {
    if (std::exchange(app.wishes.toggle_orders, false)) {
        app.orders.open = !app.orders.open;
        if (app.orders.open && session.orders().state == Orders::State::none)
            commands.push_back(command::ExploreOrders{});
    }
    if (std::exchange(app.wishes.toggle_compare, false)) {
        if (app.compare.open) commands.push_back(command::StopComparing{});
        app.machine.wants_compare = !std::exchange(app.compare.open, false);
    }
    if (std::exchange(app.machine.wants_compare, false)) {
        app.orders.open = false;
        app.compare.open = true;
    }
    if (app.orders.open || app.compare.open) app.first_visit = false;
}

Layout place_panels(App& app, Ui& ui, float w, float h, const Moment& moment) {
    if (std::exchange(app.wishes.toggle_machine, false)) {
        app.first_visit = false;
        if (app.machine.open)
            close_machine(ui, app.machine);
        else
            open_machine(ui, app.machine, false);
    }
    if (app.machine.open) {  // it stands where the editor does: that must be in sight
        app.arrange.now.maximised = PanelId::none;
        app.arrange.now.hidden[size_t(PanelId::editor)] = false;
    }
    LayoutNeeds needs;
    needs.w = w, needs.h = h;
    needs.first_visit = app.first_visit;
    // Threads leave room under the timeline, an event loop does not.
    if (!app.first_visit && !has_loop(app))
        needs.timeline_h = wanted_timeline_h(app.lanes, app.timeline);
    Arrangement seen = app.arrange.now;
    if (app.compare.open && !app.orders.open && !app.machine.open)
        seen.maximised = PanelId::timeline;  // it has two to show
    Layout out = layout(needs, seen);
    // The output stays where there is room for both, or where the script asks for input.
    const float room = out[SlotId::code].h;
    needs.no_output = app.machine.open && !moment.waits_for_input &&
                      (app.machine.height <= 0 || app.machine.height > room);
    return needs.no_output ? layout(needs, seen) : out;
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

// The palette and the tour.
Commands draw_over_panels(App& app, Ui& ui, const Layout& places, const TopBarPlaces& top,
                          const Moment& moment) {
    if (std::exchange(app.wishes.palette, false)) open_palette(ui, app.palette);
    if (std::exchange(app.wishes.tour, false)) open_tour(ui, app.tour);
    draw_tour(ui,
              {places[SlotId::code], app.timeline.shown_lane, app.timeline.shown_needle,
               places.transport, top.machine, top.share},
              app.tour);
    PaletteLook look{moment.spec, &example_titles(), moment.run != 0};
    if (palette_is_open(ui))
        look.bookmarks = bookmarks_of_run(app.bookmarks.all, app.bookmarks.scenario);
    const std::optional<PaletteChoice> chosen = draw_palette(ui, look, app.palette);
    return chosen ? do_choice(app, ui, *chosen, moment) : Commands{};
}

Ui make_ui(App& app, const platform::Frame& frame) {
    Ui ui;
    ui.theme = is_dark(app) ? &dark_theme() : &light_theme();
    ui.faces = &app.faces;
    ui.texts = app.texts;
    ui.scale = frame.scale * app.ui_scale;
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
    // Who comes for the first time hears what this is; what is said beside the moment is not lost.
    std::string before = app.first_visit ? app.texts[TextId::first_title] + " " : std::string();
    if (!app.toast.words.empty()) before += app.toast.words + " ";
    platform::announce(before + app.spoken);
}

}  // namespace

void show_toast(App& app, std::string words, bool bad) {
    platform::announce(words);
    app.toast = {std::move(words), bad, app.now_s + (bad ? 1.5 : 2.5)};
    platform::request_frame();
}

Commands draw_window(App& app, const platform::Frame& frame, const Session& session,
                     const Progress& progress) {
    const Moment& moment = session.moment();
    app.now_s = frame.time_s;
    Ui ui = make_ui(app, frame);
    const float w = frame.width_px / ui.scale, h = frame.height_px / ui.scale;
    view::update(app.lanes, moment);
    remember_values(moment, app.threads);
    move_needle(ui, moment, progress.state == Progress::State::working || is_dragging(app),
                app.timeline);
    app.tasks.chosen = app.threads.chosen = app.chosen;  // one choice, made in either panel
    const Views views = views_of(app, session);
    Commands commands = take_keys(app, ui, moment, progress);
    fill(ui, {0, 0, w, h}, ui.theme->table);
    // The bar first: what is opened there changes where the panels stand.
    const TopBarLook look{app.script_name, app.example, moment.spec, app.machine.open,
                          app.orders.open, app.theme, app.ui_scale};
    const TopBarPlaces top =
        draw_top_bar(ui, {0, 0, w, size::top_bar}, look, example_titles(), app.wishes);
    take_timeline(app, session, commands);
    const Layout places = place_panels(app, ui, w, h, moment);
    append(commands, draw_panels(app, ui, places, session, views));
    append(commands, draw_transport(ui, places.transport, moment, progress, app.transport,
                                    app.bookmarks));
    append(commands, play_on(ui, moment, progress, app.transport));
    append(commands, draw_over_panels(app, ui, places, top, moment));
    draw_toast(app, ui, w, places.transport.y);
    app.chosen = app.tasks.chosen != app.chosen ? app.tasks.chosen : app.threads.chosen;
    speak(app, moment, views.narration);
    if (std::exchange(app.editor_wanted, false)) focus_editor(ui, app.editor, true);
    end_ui(ui);
    if (app.transport.playing || !commands.empty()) app.first_visit = false;
    return commands;
}

}  // namespace meada::app
