#include "app/app.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/examples.h"
#include "lang/lang.h"

namespace meada::app {

namespace {

constexpr uint64_t slice_ns = 7'000'000;     // of work between two looks at the input
constexpr double frame_every_s = 0.04;       // while there is work: each frame costs it some
constexpr double check_after_s = 0.15;       // of quiet, while one types
constexpr const char* first_example = "producer.py";
constexpr size_t kept_script_max = 200'000;  // bytes kept for the next visit

KeptScript set_up_now(const App& app) {
    const bool same_text = app.kept.text_version == app.editor.buffer.version;
    KeptScript now{.script = same_text ? app.kept.now.script : script_key(app.opened_source),
                   .breakpoints = app.editor.breakpoints,
                   .pinned = app.timeline.pinned,
                   .range_from_ns = app.timeline.range.from_ns,
                   .range_to_ns = app.timeline.range.to_ns};
    for (const Watch& each : app.watch.watches) now.watches.push_back(each.expression);
    return now;
}

// The text is in the editor. Of a link nothing comes back: it shows what its sender saw.
void set_up_script(App& app, std::string_view source, bool of_link = false) {
    set_text(app.editor.buffer, source);
    app.opened_rewritten = ~uint64_t{0};
    app.editor.scroll = {};
    app.editor.scroll_x = 0;
    const uint64_t key = script_key(app.editor.buffer.text);
    const KeptScript kept = of_link ? KeptScript{.script = key} : kept_of(app.kept.all, key);
    app.editor.breakpoints = kept.breakpoints;
    app.timeline.pinned = kept.pinned;
    app.timeline.range = {};
    app.timeline.range.from_ns = kept.range_from_ns;
    app.timeline.range.to_ns = kept.range_to_ns;
    app.watch.watches.clear();
    for (const std::string& expression : kept.watches)
        app.watch.watches.emplace_back().expression = expression;
    app.kept.now = kept;
    app.kept.text_version = app.editor.buffer.version;
}

// Not while the text is another one than what runs: its lines are on the move.
void keep_set_up(App& app) {
    if (app.editor.buffer.text != app.opened_source || app.timeline.range.drawing) return;
    KeptScript now = set_up_now(app);
    app.kept.text_version = app.editor.buffer.version;
    if (now == app.kept.now) return;
    app.kept.now = now;
    keep(app.kept.all, std::move(now));
    platform::write_setting("kept_scripts", to_text(app.kept.all));
}

void check_text(App& app, const Session& session) {
    const uint64_t version = app.editor.buffer.version;
    if (version == app.checked_version) return;
    if (std::exchange(app.rewritten, app.editor.buffer.rewritten) != app.editor.buffer.rewritten &&
        app.example >= 0) {
        // Nothing of the example is left: what stands there now is the person's own.
        app.example = -1;
        app.script_name = app.texts[TextId::script_default_name];
    }
    if (app.check_at_s == 0) app.check_at_s = app.now_s + check_after_s;
    if (app.now_s < app.check_at_s) {
        platform::request_frame_after(app.check_at_s - app.now_s);
        return;
    }
    app.check_at_s = 0;
    app.checked_version = version;
    app.errors = app.editor.buffer.text.empty() ? std::vector<Error>{}
                                                : session.check(app.editor.buffer.text);
    if (!app.errors.empty()) platform::announce(word(app, app.errors.front()));
    platform::request_frame();
}

void share(App& app, const Session& session) {
    const std::string link = make_link(session);
    platform::set_location_fragment(std::string_view(link).substr(link.find('#') + 1));
    platform::copy_text(link);
    show_toast(app, app.texts[TextId::shared]);
}

// Once a run: that old moments are farther apart, or gone.
void tell_history(App& app, const Moment& moment) {
    if (app.told_run == moment.run || (!moment.history_thinned && moment.first_event == 0)) return;
    app.told_run = moment.run;
    show_toast(app, moment.first_event > 0
                        ? app.texts(TextId::history_cut, {app.texts.count(moment.first_event)})
                        : app.texts[TextId::history_thinned]);
}

// An example that nobody has changed is shown in the other language, at the same moment.
void translate_example(App& app, Session& session) {
    if (app.example < 0) return;
    const int index = app.example;
    const Example& example = examples()[size_t(index)];
    if (!example.is(app.editor.buffer.text)) return;
    Scenario scenario = session.scenario_here();
    set_text(app.editor.buffer, example.source(app.texts.language));
    scenario.source = app.editor.buffer.text;
    scenario.trace_prefix = 0;  // other texts, another trace
    Opening opening;
    opening.stage = Opening::Stage::positioning;
    opening.to_position = true;
    (void)start(app, session, scenario, opening);
    app.example = index;
}

void grant(App& app, Session& session) {
    const Wishes wishes = app.wishes;
    // These the window takes itself, in the next frame what was chosen late in this one.
    app.wishes = {.toggle_machine = wishes.toggle_machine,
                  .toggle_orders = wishes.toggle_orders,
                  .toggle_compare = wishes.toggle_compare,
                  .tour = wishes.tour,
                  .palette = wishes.palette};
    if (wishes.theme) app.theme = *wishes.theme;
    if (wishes.ui_scale > 0) scale_ui(app, wishes.ui_scale);
    if (wishes.toggle_language) {
        app.texts.language = app.texts.language == Language::en ? Language::pt_br : Language::en;
        translate_example(app, session);
    }
    if (wishes.theme || wishes.toggle_language || wishes.save_settings || wishes.ui_scale > 0) {
        save_settings(app);
        platform::request_frame();
    }
    if (wishes.example >= 0) {
        app.first_visit = false;
        open_example(app, session, wishes.example);
    }
    if (wishes.run) run_script(app, session);
    if (wishes.share) share(app, session);
    if (wishes.open_file) platform::pick_file(".py,.txt,.json");
    if (wishes.save_file && platform::save_file(app.script_name, app.editor.buffer.text))
        show_toast(app, app.texts(TextId::status_saved, {app.script_name}));
    if (wishes.new_script) {
        app.script_name = app.texts[TextId::script_default_name];
        app.example = -1;
        set_up_script(app, "");
        app.memory.editor_has_keyboard = true;
        app.first_visit = false;
    }
    if (wishes.paste_link) {
        const char* text = ImGui::GetClipboardText();
        if (!text || !is_link(text))
            show_toast(app, app.texts[TextId::status_clipboard_empty], true);
        else
            (void)open_link(app, session, text);
    }
}

// As set_knobs takes it.
std::string machine_setting(const MachineSpec& spec) {
    std::string text;
    for (const Knob& knob : knobs())
        if (spec.*knob.field != knob.default_value)
            text += (text.empty() ? "" : ",") + std::string(knob.name) + "=" +
                    std::to_string(spec.*knob.field);
    return text;
}

void restore_machine(Session& session) {
    const std::string kept = platform::read_setting("machine");
    MachineSpec spec;
    if (!kept.empty() && set_knobs(spec, kept)) (void)session.apply(command::SetMachine{spec});
}

void restore_last_script(App& app, Session& session) {
    const std::string kept = platform::read_setting("script");
    if (kept.empty()) return open_example(app, session, example_named(first_example));
    const std::string name = platform::read_setting("script_name");
    open_script(app, session, name.empty() ? "script.py" : name, kept);
}

}  // namespace

std::string word(const App& app, const Error& error) {
    const std::string words = word_error(app.texts.language, error);
    if (error.range.line == 0) return words;
    return app.texts(TextId::error_line, {std::to_string(error.range.line), words});
}

App make_app(const AppOptions& options, Session& session) {
    session.ask_for_input();
    App app;
    const auto wanted = [](const std::string& option, const char* setting) {
        return option.empty() ? platform::read_setting(setting) : option;
    };
    const std::string language = wanted(options.language, "language");
    app.texts.language =
        language_from_tag(language.empty() ? platform::preferred_language() : language);
    const std::string theme = wanted(options.theme, "theme");
    app.theme = theme == "dark"    ? ThemeChoice::dark
                : theme == "light" ? ThemeChoice::light
                                   : ThemeChoice::system;
    const std::string percent = platform::read_setting("ui_scale");
    const int scale_percent = percent.empty() ? 100 : std::atoi(percent.c_str());
    app.ui_scale = float(std::clamp(scale_percent, 50, 300)) / 100;
    set_recent(app.palette, platform::read_setting("recent_commands"));
    app.tour_seen = !platform::read_setting("tour").empty();
    app.arrange.now = arrangement_of(platform::read_setting("arrangement"));
    app.bookmarks.all = bookmarks_from_text(platform::read_setting("bookmarks"));
    app.kept.all = kept_scripts_from_text(platform::read_setting("kept_scripts"));
    restore_machine(session);
    const std::string fragment = platform::location_fragment();
    if (!options.link.empty()) {
        if (!open_link(app, session, options.link)) restore_last_script(app, session);
    } else if (!options.script_name.empty()) {  // an empty file is one, too
        open_script(app, session, options.script_name, options.script);
    } else if (!fragment.empty()) {
        if (!open_link(app, session, "#" + fragment)) restore_last_script(app, session);
    } else {
        // Who came by a link before may have a script of their own: it is no example.
        app.first_visit =
            platform::read_setting("visited").empty() && platform::read_setting("script").empty();
        restore_last_script(app, session);
        platform::write_setting("visited", "1");
    }
    return app;
}

void load_fonts(App& app, float scale) { load_faces(app.faces, scale * app.ui_scale); }

void scale_ui(App& app, float scale) {
    app.ui_scale = scale;
    platform::reload_fonts();
    show_toast(app, app.texts(TextId::status_scale, {std::to_string(std::lround(scale * 100))}));
}

bool is_dark(const App& app) {
    return app.theme == ThemeChoice::system ? platform::prefers_dark()
                                            : app.theme == ThemeChoice::dark;
}

void open_script(App& app, Session& session, std::string name, std::string_view source) {
    app.script_name = std::move(name);
    app.example = -1;
    set_up_script(app, source);
    Opening opening;
    opening.stage = Opening::Stage::recording;
    (void)start(app, session, scenario_of(app, session), opening);
}

void open_example(App& app, Session& session, int index) {
    const Example& example = examples()[size_t(index)];
    app.script_name = example.name;
    set_up_script(app, example.source(app.texts.language));
    app.arrange.now.front.fill(PanelId::none);  // what fits the script
    Opening opening;
    opening.stage = Opening::Stage::recording;
    opening.part = example.part;
    (void)start(app, session, scenario_of(app, session), opening);
    app.example = index;
}

bool open_link(App& app, Session& session, std::string_view link) {
    const Result<Scenario> scenario = scenario_from_link(link);
    if (!scenario) {
        show_toast(app, word(app, scenario.error()), true);
        return false;
    }
    app.script_name = scenario->file_name;
    app.example = -1;
    app.first_visit = false;
    set_up_script(app, scenario->source, true);
    Opening opening;
    opening.stage = Opening::Stage::positioning;
    opening.to_position = opening.of_link = true;
    return start(app, session, *scenario, opening);
}

bool set_machine(App& app, Session& session, const MachineSpec& spec) {
    const Moment& here = session.moment();
    const bool at_end = here.ended && here.cursor_event >= event_count(here);
    const bool is_open = here.run != 0, had_branches = session.branches().all().size() > 1;
    const Result<bool> done = session.apply(command::SetMachine{spec});
    if (!done) {
        show_toast(app, word(app, done.error()), true);
        return false;
    }
    Opening opening;
    opening.stage = at_end ? Opening::Stage::recording : Opening::Stage::positioning;
    opening.to_end = at_end;
    opening.to_position = !at_end;
    if (is_open) look_at_run(app, session, opening);
    if (had_branches) show_toast(app, app.texts[TextId::branches_left]);
    save_settings(app);
    platform::write_setting("machine", machine_setting(spec));
    return true;
}

void go_elsewhere(App& app, Session& session, const Command& command) {
    const uint64_t run = session.moment().run;
    const Result<bool> done = session.apply(command);
    if (!done) return show_toast(app, word(app, done.error()), true);
    if (std::holds_alternative<command::Compare>(command)) {
        app.compare = {};
        app.compare.open = true;
        app.orders.open = false;
    }
    if (session.moment().run == run) return;
    // An order that was found is seen from its end; a branch where it leaves the other.
    const bool to_end = std::holds_alternative<command::OpenOutcome>(command);
    Opening opening;
    opening.stage = to_end ? Opening::Stage::recording : Opening::Stage::positioning;
    opening.to_end = to_end;
    opening.to_position = !to_end;
    look_at_run(app, session, opening);
}

void file_arrived(App& app, Session& session, std::string name, std::string bytes) {
    platform::request_frame();
    app.first_visit = false;
    if (is_link(bytes)) {
        (void)open_link(app, session, bytes);
        return;
    }
    if (bytes.size() > source_size_bytes_max) {
        const Error error{
            ErrorCode::file_too_large, {name, std::to_string(source_size_bytes_max)}, {}, {}};
        return show_toast(app, word(app, error), true);
    }
    open_script(app, session, std::move(name), bytes);
    save_settings(app);
}

std::string make_link(const Session& session) {
    return platform::location_base() + to_link(session.scenario_here());
}

void save_settings(const App& app) {
    platform::write_setting("language", language_tag(app.texts.language));
    platform::write_setting("theme", app.theme == ThemeChoice::dark    ? "dark"
                                     : app.theme == ThemeChoice::light ? "light"
                                                                       : "");
    platform::write_setting("ui_scale", std::to_string(std::lround(app.ui_scale * 100)));
    const bool own = app.example < 0 || !examples()[size_t(app.example)].is(app.editor.buffer.text);
    if (!own || app.editor.buffer.text.size() > kept_script_max) return;
    platform::write_setting("script", app.editor.buffer.text);
    platform::write_setting("script_name", app.script_name);
}

void frame(App& app, Session& session, const platform::Frame& frame) {
    app.shown_s = clock_s();
    const bool opening = app.opening.stage != Opening::Stage::none;
    if (app.bookmarks.run != session.moment().run) {
        app.bookmarks.run = session.moment().run;
        app.bookmarks.scenario = run_key(session.scenario_here());
        app.bookmarks.naming = false;
    }
    if (ImGui::IsMouseDown(0)) follow_drag(app, session, ImGui::GetIO().MousePos.x);
    const Commands commands = draw_window(app, frame, session, app.progress);
    for (const Command& command : commands) {
        if (opening) app.opening = {};
        if (const auto* set = std::get_if<command::SetMachine>(&command)) {
            (void)set_machine(app, session, set->spec);
            continue;
        }
        go_elsewhere(app, session, command);
    }
    answer_questions(app, session);
    if (std::exchange(app.arrange.changed, false))
        platform::write_setting("arrangement", to_text(app.arrange.now));
    if (std::exchange(app.bookmarks.changed, false))
        platform::write_setting("bookmarks", to_text(app.bookmarks.all));
    keep_set_up(app);
    const std::string recent = recent_words(app.palette);
    if (recent != app.recent_kept) {
        platform::write_setting("recent_commands", recent);
        app.recent_kept = recent;
    }
    if (std::exchange(app.tour.ended, false) && !std::exchange(app.tour_seen, true))
        platform::write_setting("tour", "1");
    grant(app, session);
    offer_controls(app);
    check_text(app, session);
    tell_history(app, session.moment());
    if (is_dragging(app)) platform::settle();  // the next move may have come by now
    if (platform::take_failed_download()) show_toast(app, app.texts[TextId::download_failed], true);
}

bool work(App& app, Session& session) {
    const bool was_looking = app.progress.looks;
    const bool was_working = app.progress.state == Progress::State::working;
    const bool dragging = is_dragging(app);  // then nothing is looked for beside
    app.progress = session.advance(dragging ? 0 : slice_ns);
    const bool opening = app.opening.stage != Opening::Stage::none;
    go_on_opening(app, session, app.progress);
    const bool working =
        app.progress.state == Progress::State::working || app.opening.stage != Opening::Stage::none;
    // What is done is shown at once, what goes on now and then.
    const bool done = (was_working || opening || app.progress.moved) && !working;
    if (was_looking && !app.progress.looks) platform::request_frame();
    if (done || (working && clock_s() >= app.shown_s + frame_every_s)) platform::request_frame();
    return working || (app.progress.looks && !dragging);
}

}  // namespace meada::app
