#include "app/bookmarks.h"

#include <algorithm>
#include <utility>

#include "app/command_table.h"
#include "app/field.h"
#include "app/transport.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

// The letter of the key that sets a bookmark is typed a frame later than the key goes down.
constexpr double key_typed_s = 0.08;
constexpr std::string_view bookmarks_menu = "bookmarks";

Id name_field() { return id_of("bookmarks/name"); }

Bookmark* bookmark_here(BookmarksUi& state, const Moment& moment) {
    for (Bookmark& each : state.all)
        if (each.scenario == state.scenario && each.position == moment.position) return &each;
    return nullptr;
}

// Where one stands: the line that runs, or the time.
std::string first_name(const Ui& ui, const Moment& moment) {
    std::string time = ui.texts.time(moment.cursor_ns);
    for (const ThreadState& thread : moment.state->threads) {
        if (thread.serial != moment.state->running_thread) continue;
        for (const FrameState& frame : thread.frames)
            if (!frame.library && frame.range.line != 0)
                return ui.texts(TextId::bookmark_name, {std::to_string(frame.range.line), time});
    }
    return time;
}

void end_naming(Ui& ui, BookmarksUi& state, bool keep) {
    if (keep && !state.typed.text.empty() && !state.all.empty()) {
        state.all.back().name = one_line(state.typed.text);
        state.changed = true;
    }
    state.naming = false;
    stop_listening(ui, name_field());
    platform::request_frame();
}

void draw_naming(Ui& ui, Rect button, BookmarksUi& state) {
    ImDrawList* below = std::exchange(ui.list, ImGui::GetForegroundDrawList());
    const std::vector<Rect> clips = std::exchange(ui.clips, {});
    const Rect box{button.x - 8, button.y - 60, 300, 46};
    fill(ui, box, ui.theme->raised, size::radius_panel);
    outline(ui, box, ui.theme->edge, size::radius_panel);
    const FieldAnswer answer =
        draw_field(ui, name_field(), {box.x + 8, box.y + 8, box.w - 16, 30}, state.typed,
                   ui.texts[TextId::bookmark_hint], "Enter");
    const bool away = ImGui::IsMouseClicked(0) && !box.has(ui.pointer);
    if (answer.entered || answer.left || away) end_naming(ui, state, answer.entered);
    if (state.naming && !listens(ui, name_field()) && ui.time_s >= state.listens_at_s) {
        listen(ui, name_field());
        platform::request_frame();
    }
    ui.list = below;
    ui.clips = clips;
}

}  // namespace

void toggle_bookmark(Ui& ui, BookmarksUi& state, const Moment& moment) {
    state.changed = true;
    platform::request_frame();
    if (const Bookmark* here = bookmark_here(state, moment)) {
        platform::announce(ui.texts(TextId::bookmark_gone, {here->name}));
        state.all.erase(state.all.begin() + (here - state.all.data()));
        state.naming = false;
        return stop_listening(ui, name_field());
    }
    if (state.all.size() == bookmarks_max) state.all.erase(state.all.begin());
    state.all.push_back({state.scenario, moment.position, moment.cursor_event,
                         moment.cursor_instruction, moment.cursor_ns, first_name(ui, moment)});
    state.naming = true;
    state.listens_at_s = ui.time_s + key_typed_s;
    platform::request_frame_after(key_typed_s + 0.01);
    set_text(state.typed, "");
    platform::announce(ui.texts(TextId::bookmark_set, {state.all.back().name}));
}

void draw_bookmarks(Ui& ui, Rect rect, const Moment& moment, BookmarksUi& state,
                    Commands& commands) {
    if (moment.run == 0) return;
    const Bookmark* here = bookmark_here(state, moment);
    const std::string key = key_words(ui.texts, CommandId::bookmark);
    if (icon_button(ui, id_of("transport/bookmarks"), rect, Icon::flag,
                    ui.texts[TextId::bookmarks], key, here != nullptr))
        open_menu(ui, bookmarks_menu, rect);
    const std::vector<Bookmark> all = bookmarks_of_run(state.all, state.scenario);
    std::vector<MenuItem> items;
    items.push_back({ui.texts[here ? TextId::bookmark_remove : TextId::bookmark_add], {}, key});
    for (const Bookmark& each : all)
        items.push_back({each.name, {}, ui.texts.time(each.time_ns),
                         each.position == moment.position, each == all.front(), Icon::flag});
    const int picked = menu(ui, bookmarks_menu, items, 260);
    if (picked == 0) toggle_bookmark(ui, state, moment);
    if (picked > 0) commands.push_back(command::Seek{all[size_t(picked - 1)].position});
    if (state.naming) draw_naming(ui, rect, state);
}

bool draw_flags(Ui& ui, Rect track, const Moment& moment, const BookmarksUi& state,
                Commands& commands) {
    bool over = false;
    if (moment.end_event == 0) return over;
    for (const Bookmark& each : bookmarks_of_run(state.all, state.scenario)) {
        const float part = slider_share(moment, each.event);
        const float x = track.x + part * track.w, y = track.middle_y();
        const bool here = each.position == moment.position;
        const Rect hit{x - 3, y + 5, 12, 12};
        const Id id = id_of("transport/flag", Id(each.instruction) * 31 + Id(each.event));
        const Press pressed = press(ui, id, hit, false);
        const ImU32 ink = here || pressed.hovered ? ui.theme->ink : ui.theme->ink2;
        fill(ui, {x - 0.75f, y + 3, 1.5f, 13}, ink);
        polygon(ui, {{x, y + 7}, {x + 8, y + 11}, {x, y + 15}}, ink);
        explain(ui, id, hit, each.name, ui.texts.time(each.time_ns));
        if (pressed.hovered) ui.cursor = ImGuiMouseCursor_Hand;
        if (pressed.clicked) commands.push_back(command::Seek{each.position});
        over |= pressed.hovered || pressed.held;
    }
    return over;
}

}  // namespace meada::app
