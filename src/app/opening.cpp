// Opening a run: it is recorded ahead, so that the timeline shows what comes, and then one stands
// where it is worth looking.
#include <chrono>

#include "app/app.h"

namespace meada::app {

namespace {

constexpr double record_ahead_s = 2.5;  // before the cursor goes where it should

void show_given_up(App& app, const Moment& moment) {
    const Texts& texts = app.texts;
    show_toast(app,
               texts(TextId::anchor_given_up,
                     {texts.count(moment.cursor_instruction), texts.count(moment.cursor_event),
                      texts.time(moment.cursor_ns)}),
               true);
}

void tell_anchor(App& app, const Session& session) {
    if (session.anchor() == Anchor::other_run)
        show_toast(app, app.texts[TextId::anchor_other_run], true);
    if (session.anchor() == Anchor::unreached)
        show_toast(app, app.texts[TextId::anchor_unreached], true);
    if (session.anchor() == Anchor::given_up) show_given_up(app, session.moment());
}

}  // namespace

double clock_s() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

void look_at_run(App& app, Session& session, const Opening& opening) {
    app.transport.playing = false;
    app.editor.shown_line = 0;
    app.timeline.whole = true;
    app.timeline.glide_start_s = -1;
    app.chosen = 0;
    app.findings = {};
    app.opening = opening;
    app.opening.until_s = clock_s() + record_ahead_s;
    (void)session.apply(command::SetBreakpoints{app.editor.breakpoints});
    if (opening.stage == Opening::Stage::recording)
        (void)session.apply(command::Run{opening.whole});
    platform::request_frame();
}

bool start(App& app, Session& session, const Scenario& scenario, Opening opening) {
    platform::retry_downloads();
    const Result<bool> opened = session.open(scenario);
    if (!opened) {
        app.errors = {opened.error()};
        app.checked_version = app.editor.buffer.version;
        show_toast(app, word(app, opened.error()), true);
        return false;
    }
    app.errors.clear();
    app.opened_source = app.editor.buffer.text;
    app.opened_rewritten = app.editor.buffer.rewritten;
    look_at_run(app, session, opening);
    return true;
}

Scenario scenario_of(const App& app, const Session& session) {
    Scenario scenario;
    scenario.spec = session.scenario_here().spec;
    scenario.file_name = app.script_name;
    scenario.source = app.editor.buffer.text;
    return scenario;
}

// A breakpoint is there to stop at. Of another script one sees a telling moment when it has run; an
// edited one stays at the place where one was, where it comes there.
void run_script(App& app, Session& session) {
    app.first_visit = false;
    const Moment& here = session.moment();
    const bool is_new =
        here.run == 0 || app.opened_rewritten != app.editor.buffer.rewritten;
    const bool at_end = here.ended && here.cursor_event >= event_count(here);
    const bool stops = !app.editor.breakpoints.empty();
    Scenario scenario = scenario_of(app, session);
    Opening opening;
    if (!stops && !is_new && !at_end) {
        scenario.position = here.position;
        opening.stage = Opening::Stage::positioning;
        opening.to_position = true;
    } else if (!stops) {
        opening.stage = Opening::Stage::recording;
        opening.whole = true;
        opening.to_end = !is_new;
    }
    if (start(app, session, scenario, opening) && stops)
        (void)session.apply(command::Continue{Direction::forward});
    save_settings(app);
}

namespace {

Command to_telling_moment(const Moment& moment) {
    const view::Telling telling = view::telling_moment(moment);
    if (telling.instruction) return command::SeekInstruction{*telling.instruction};
    return command::SeekEvent{telling.event};
}

}  // namespace

void go_on_opening(App& app, Session& session, const Progress& progress) {
    Opening& opening = app.opening;
    const bool working = progress.state == Progress::State::working;
    const bool late = clock_s() > opening.until_s;
    switch (opening.stage) {
        case Opening::Stage::none:
            return;
        case Opening::Stage::positioning:
            if (working) return;
            if (opening.of_link) tell_anchor(app, session);
            opening.position = session.moment().position;
            opening.stage = Opening::Stage::recording;
            opening.until_s = clock_s() + record_ahead_s;
            (void)session.apply(command::Run{false});
            return;
        case Opening::Stage::recording:
            if (working && (opening.whole || !late)) return;
            if (opening.whole && session.moment().waits_for_input) {  // there one types
                opening.stage = Opening::Stage::none;
                return;
            }
            if (working) (void)session.apply(command::Pause{});
            opening.stage = Opening::Stage::returning;
            if (opening.to_end)
                (void)session.apply(to_the_end(session.moment()));
            else if (opening.to_position)
                (void)session.apply(command::Seek{opening.position});
            else if (opening.part < 0)
                (void)session.apply(to_telling_moment(session.moment()));
            else
                (void)session.apply(command::SeekEvent{
                    view::first_moment(session.moment(), opening.part)});
            return;
        case Opening::Stage::returning:
            if (!working) opening.stage = Opening::Stage::none;
            return;
    }
}

}  // namespace meada::app
