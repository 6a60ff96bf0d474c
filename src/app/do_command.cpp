// What each command of the table does.
#include <algorithm>
#include <cmath>

#include "app/app.h"
#include "app/breakpoints.h"

namespace meada::app {

namespace {

constexpr float scales[] = {0.7f, 0.8f, 0.9f, 1, 1.1f, 1.25f, 1.5f, 1.75f, 2};

Commands step(App& app, StepKind kind, Direction direction) {
    app.transport.playing = false;
    return {command::Step{kind, direction}};
}

uint32_t caret_line(const App& app) {
    return uint32_t(line_of(app.editor.buffer, app.editor.buffer.caret) + 1);
}

Commands go_on(App& app, const Moment& moment, Direction direction) {
    const bool forward = direction == Direction::forward;
    if (app.editor.buffer.text != app.opened_source && forward) {
        app.wishes.run = true;
        return {};
    }
    app.transport.playing = false;
    const bool at_end = moment.ended && moment.cursor_event >= event_count(moment);
    if (at_end && forward) return {seek_count(moment, 0), command::Continue{direction}};
    return {command::Continue{direction}};
}

// Until what is marked in the script changes, or what was watched last, or the name at the caret.
Commands until_change(App& app, Direction direction) {
    std::string expression = selected_text(app.editor.buffer);
    if (expression.find('\n') != std::string::npos) expression.clear();
    if (expression.empty() && !app.watch.watches.empty())
        expression = app.watch.watches.back().expression;
    if (expression.empty()) {
        TextBuffer caret = app.editor.buffer;
        select_word_at(caret, caret.caret);
        expression = selected_text(caret);
    }
    if (expression.empty()) {
        show_toast(app, app.texts[TextId::change_of_what], true);
        return {};
    }
    app.transport.playing = false;
    return {command::RunUntilChange{std::move(expression), app.chosen, direction}};
}

Commands to_bookmark(const App& app, const Moment& moment, Direction direction) {
    const BookmarksUi& bookmarks = app.bookmarks;
    return go_to_bookmark(bookmarks_of_run(bookmarks.all, bookmarks.scenario), moment, direction);
}

Commands do_in_run(App& app, Ui& ui, CommandId command, const Moment& moment) {
    constexpr Direction forward = Direction::forward, backward = Direction::backward;
    switch (command) {
        case CommandId::play:
            toggle_play(ui, moment, app.transport, forward);
            return {};
        case CommandId::play_back:
            toggle_play(ui, moment, app.transport, backward);
            return {};
        case CommandId::step_forward:
            return step(app, app.transport.step, forward);
        case CommandId::step_back:
            return step(app, app.transport.step, backward);
        case CommandId::line_forward:
            return step(app, StepKind::line, forward);
        case CommandId::line_back:
            return step(app, StepKind::line, backward);
        case CommandId::instruction_forward:
            return step(app, StepKind::instruction, forward);
        case CommandId::instruction_back:
            return step(app, StepKind::instruction, backward);
        case CommandId::over_forward:
            return step(app, StepKind::over, forward);
        case CommandId::over_back:
            return step(app, StepKind::over, backward);
        case CommandId::out_forward:
            return step(app, StepKind::out, forward);
        case CommandId::out_back:
            return step(app, StepKind::out, backward);
        case CommandId::raised_forward:
            return step(app, StepKind::raised, forward);
        case CommandId::raised_back:
            return step(app, StepKind::raised, backward);
        case CommandId::continue_forward:
            return go_on(app, moment, forward);
        case CommandId::continue_back:
            return go_on(app, moment, backward);
        case CommandId::go_first:
            return {seek_count(moment, 0)};
        case CommandId::go_last:
            return {to_the_end(moment)};
        case CommandId::toggle_breakpoint:
            toggle_breakpoint(app.editor, caret_line(app));
            return {command::SetBreakpoints{app.editor.breakpoints}};
        case CommandId::condition:
            open_condition(ui, app.editor, caret_line(app));
            return {};
        case CommandId::log_point:
            open_condition(ui, app.editor, caret_line(app), true);
            return {};
        case CommandId::change_forward:
        case CommandId::change_back:
            return until_change(app, command == CommandId::change_forward ? forward : backward);
        case CommandId::bookmark:
            toggle_bookmark(ui, app.bookmarks, moment);
            return {};
        case CommandId::bookmark_next:
            return to_bookmark(app, moment, forward);
        case CommandId::bookmark_previous:
            return to_bookmark(app, moment, backward);
        case CommandId::run_to_line:
            return {command::RunToLine{caret_line(app), forward}};
        case CommandId::run_back_to_line:
            return {command::RunToLine{caret_line(app), backward}};
        default:
            return {};
    }
}

void change_text(TextBuffer& buffer, CommandId command) {
    switch (command) {
        case CommandId::comment:
            return toggle_comment(buffer);
        case CommandId::move_up:
        case CommandId::move_down:
            return move_lines_by_one(buffer, command == CommandId::move_up);
        case CommandId::duplicate_up:
        case CommandId::duplicate_down:
            return duplicate_lines(buffer, command == CommandId::duplicate_down);
        case CommandId::delete_line:
            return delete_lines(buffer);
        case CommandId::line_below:
        case CommandId::line_above:
            return insert_line(buffer, command == CommandId::line_above);
        default:
            return;
    }
}

void see_editor(App& app, Ui& ui) {
    close_machine(ui, app.machine);
    app.editor.wants_caret_seen = true;
}

void do_in_editor(App& app, Ui& ui, CommandId command) {
    see_editor(app, ui);
    if (command == CommandId::find || command == CommandId::replace)
        return open_find(ui, app.editor, command == CommandId::replace);
    if (command == CommandId::find_next || command == CommandId::find_previous) {
        if (!app.editor.finding) return open_find(ui, app.editor, false);
        return find_again(app.editor, command == CommandId::find_previous);
    }
    change_text(app.editor.buffer, command);
    focus_editor(ui, app.editor, true);
}

// To the next of the sizes; 0: the normal one.
void set_ui_scale(App& app, int direction) {
    float wanted = 1;
    if (direction > 0) {
        wanted = scales[std::size(scales) - 1];
        for (const float each : scales)
            if (each > app.ui_scale + 0.01f) wanted = std::min(wanted, each);
    } else if (direction < 0) {
        wanted = scales[0];
        for (const float each : scales)
            if (each < app.ui_scale - 0.01f) wanted = std::max(wanted, each);
    }
    scale_ui(app, wanted);
    app.wishes.save_settings = true;
}

void do_in_window(App& app, Ui& ui, CommandId command) {
    Wishes& wishes = app.wishes;
    switch (command) {
        case CommandId::palette:
        case CommandId::go_to:
            return open_palette(ui, app.palette);
        case CommandId::run_script:
            wishes.run = true;
            return;
        case CommandId::share:
            wishes.share = true;
            return;
        case CommandId::new_script:
            wishes.new_script = true;
            return;
        case CommandId::open_file:
            wishes.open_file = true;
            return;
        case CommandId::save_file:
            wishes.save_file = true;
            return;
        case CommandId::paste_link:
            wishes.paste_link = true;
            return;
        case CommandId::every_order:
            wishes.toggle_orders = true;
            return;
        case CommandId::compare:
            wishes.toggle_compare = true;
            return;
        case CommandId::machine:
            app.first_visit = false;
            if (app.machine.open)
                close_machine(ui, app.machine);
            else
                open_machine(ui, app.machine, true);
            return;
        case CommandId::library_frames:
            app.threads.show_library = !app.threads.show_library;
            return show_toast(app,
                              app.texts[app.threads.show_library ? TextId::status_library_shown
                                                                 : TextId::status_library_hidden]);
        case CommandId::theme_light:
        case CommandId::theme_dark:
        case CommandId::theme_auto:
            app.theme = command == CommandId::theme_light  ? ThemeChoice::light
                        : command == CommandId::theme_dark ? ThemeChoice::dark
                                                           : ThemeChoice::system;
            wishes.save_settings = true;
            return;
        case CommandId::language:
            wishes.toggle_language = true;
            return;
        case CommandId::larger:
            return set_ui_scale(app, 1);
        case CommandId::smaller:
            return set_ui_scale(app, -1);
        case CommandId::scale_reset:
            return set_ui_scale(app, 0);
        case CommandId::arrange_reset:
            app.arrange.now = {};
            app.arrange.changed = true;
            return;
        case CommandId::tour:
            return open_tour(ui, app.tour);
        default:
            return;
    }
}

void do_in_timeline(App& app, Ui& ui, CommandId command, const Moment& moment) {
    TimelineUi& timeline = app.timeline;
    app.first_visit = false;
    switch (command) {
        case CommandId::lane_search:
            return open_lane_search(ui, timeline);
        case CommandId::range_from:
            return select_from_needle(timeline, moment);
        case CommandId::range_to:
            return select_to_needle(timeline, moment);
        case CommandId::wake_arrows:
            timeline.arrows = !timeline.arrows;
            return;
        default:
            timeline.orders = !timeline.orders;
    }
}

bool is_of_timeline(CommandId command) {
    return command == CommandId::lane_search || command == CommandId::range_from ||
           command == CommandId::range_to || command == CommandId::wake_arrows ||
           command == CommandId::order_arrows;
}

}  // namespace

Commands do_command(App& app, Ui& ui, CommandId command, const Moment& moment) {
    if (command == CommandId::none) return {};
    if (row_of(command).needs == Needs::run && moment.run == 0) return {};
    platform::request_frame();
    const bool of_editor = row_of(command).needs == Needs::editor || command == CommandId::find ||
                           command == CommandId::replace || command == CommandId::find_next ||
                           command == CommandId::find_previous;
    if (of_editor)
        do_in_editor(app, ui, command);
    else if (is_of_timeline(command))
        do_in_timeline(app, ui, command, moment);
    else
        do_in_window(app, ui, command);
    return do_in_run(app, ui, command, moment);
}

Commands do_choice(App& app, Ui& ui, const PaletteChoice& choice, const Moment& moment) {
    if (choice.command != CommandId::none) return do_command(app, ui, choice.command, moment);
    if (choice.example >= 0) app.wishes.example = choice.example;
    if (choice.bookmark) return {command::Seek{*choice.bookmark}};
    if (choice.panel != PanelId::none) {
        const ImVec2 display = ImGui::GetIO().DisplaySize;
        bring_to_front(app.arrange, choice.panel, width_of(display.x / ui.scale));
        app.first_visit = false;
    }
    if (!choice.preset.empty() && moment.spec)
        return {command::SetMachine{view::preset_machine(*moment.spec, choice.preset)}};
    if (!choice.goal) return {};
    app.first_visit = false;
    switch (choice.goal->kind) {
        case Goal::Kind::line:
            see_editor(app, ui);
            go_to_line(app.editor.buffer, size_t(choice.goal->number - 1));
            focus_editor(ui, app.editor, true);
            return {};
        case Goal::Kind::event:
            return {seek_count(moment, std::min(choice.goal->number, event_count(moment)))};
        case Goal::Kind::time:
            return {command::SeekTime{TimeNs(choice.goal->number)}};
    }
    return {};
}

}  // namespace meada::app
