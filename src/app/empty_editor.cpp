#include "app/empty_editor.h"

#include "app/editor.h"
#include "app/examples.h"
#include "app/kit.h"

namespace meada::app {

namespace {

// Of each kind one: tasks, threads, processes, none of them.
constexpr const char* offered[] = {"gather.py",   "producer.py", "lost_update.py",
                                   "deadlock.py", "picture.py",  "generators.py"};
constexpr float row_h = 50, gap = 8;

}  // namespace

int draw_empty_editor(Ui& ui, Rect editor) {
    const Rect body = panel_body(editor).inset(size::panel_text);
    int picked = -1;
    float y = body.y + empty_editor_h;
    y += draw_paragraph(ui, Face::ui, {body.x, y, body.w, 0}, 20, ui.theme->ink2,
                        ui.texts[TextId::editor_empty]);
    y += 12;
    for (const char* name : offered) {
        const int index = example_named(name);
        const ExampleTitle& title = example_titles()[size_t(index)];
        const Rect at{body.x, y, body.w, row_h};
        if (at.bottom() > body.bottom()) break;
        const Id id = id_of("editor/example", Id(index + 1));
        const Press state = press(ui, id, at);
        if (state.hovered) ui.cursor = ImGuiMouseCursor_Hand;
        fill(ui, at, state.hovered ? ui.theme->sunken : ui.theme->raised, size::radius_button);
        outline(ui, at, ui.theme->edge, size::radius_button);
        const float room = at.w - 24;
        draw_text_fit(ui, Face::ui_strong, at.x + 12, at.y + 17, room, ui.theme->ink,
                      ui.texts[title.title]);
        draw_text_fit(ui, Face::label, at.x + 12, at.y + 35, room, ui.theme->ink2,
                      ui.texts[title.what]);
        if (state.focused) focus_ring(ui, at, size::radius_button);
        if (state.clicked) picked = index;
        y += row_h + gap;
    }
    return picked;
}

}  // namespace meada::app
