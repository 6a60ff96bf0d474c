#include "app/first_visit.h"

#include <algorithm>

namespace meada::app {

bool draw_first_visit_words(Ui& ui, Rect rect) {
    const std::string title = ui.texts[TextId::first_title];
    const Button tour{.label = ui.texts[TextId::command_tour],
                      .explanation = ui.texts[TextId::command_tour],
                      .key = key_words(ui.texts, CommandId::tour)};
    const float tour_w = button_width(ui, tour);
    const Rect at{rect.right() - 8 - tour_w, rect.y + 11, tour_w, size::button};
    const bool wants_tour = button(ui, id_of("first/tour"), at, tour);
    const float title_w = rect.w - 8 - tour_w - 16;
    // The larger face where the sentence fits into one line.
    const bool large = text_width(ui, Face::verdict, title) <= title_w;
    const Face face = large ? Face::verdict : Face::name;
    draw_text_fit(ui, face, rect.x + 8, rect.y + 25, title_w, ui.theme->ink, title);
    draw_paragraph(ui, Face::lead, {rect.x + 8, rect.y + 47, rect.w - 16, 0}, 18, ui.theme->ink2,
                   ui.texts[TextId::first_lead]);
    return wants_tour;
}

namespace {

struct Card {
    Icon icon;
    bool solid;
    TextId title, what;
    std::vector<std::string> keys;
};

bool draw_card(Ui& ui, Rect rect, const Card& card) {
    const Theme& theme = *ui.theme;
    panel(ui, rect);
    const Id id = id_of(ui.texts[card.title], id_of("first"));
    const Press state = press(ui, id, rect);
    if (state.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        outline(ui, rect, theme.edge, size::radius_panel);
    }
    const float top = rect.y + std::max(10.0f, std::min(18.0f, (rect.h - 70) / 2));
    const Point middle{rect.x + 34, top + 18};
    disc(ui, middle, 18, card.solid ? theme.solid : theme.edge);
    if (!card.solid) disc(ui, middle, 17, theme.paper);
    draw_icon(ui, card.icon, middle, 16, card.solid ? theme.on_solid : theme.ink);
    const float x = rect.x + 66, room = rect.right() - 12 - x;
    draw_text_fit(ui, Face::ui_strong, x, top + 10, room, theme.ink, ui.texts[card.title]);
    const float used =
        draw_paragraph(ui, Face::ui, {x, top + 20, room, 0}, 20, theme.ink2, ui.texts[card.what]);
    float key_x = x;
    for (const std::string& key : card.keys) {
        if (top + 34 + used + 9 > rect.bottom() - 4) break;
        key_cap(ui, key_x, top + 34 + used, key);
        key_x += key_cap_width(ui, key) + 6;
    }
    if (state.focused) focus_ring(ui, rect.inset(4), size::radius_panel);
    return state.clicked;
}

}  // namespace

Commands draw_first_visit_cards(App& app, Ui& ui, Rect rect, const Moment& moment) {
    const Card cards[3] = {
        {Icon::run,
         true,
         TextId::first_play,
         TextId::first_play_what,
         {key_words(ui.texts, CommandId::play)}},
        {Icon::forward,
         false,
         TextId::first_step,
         TextId::first_step_what,
         {key_words(ui.texts, CommandId::step_forward),
          key_words(ui.texts, CommandId::step_back)}},
        {Icon::lines,
         false,
         TextId::first_edit,
         TextId::first_edit_what,
         {"Ctrl V", key_words(ui.texts, CommandId::run_script)}},
    };
    Commands commands;
    const float gap = size::gap, w = (rect.w - 2 * gap) / 3;
    for (int i = 0; i < 3; ++i) {
        const Rect at{rect.x + float(i) * (w + gap), rect.y, w, rect.h};
        if (!draw_card(ui, at, cards[i])) continue;
        if (i == 0) toggle_play(ui, moment, app.transport, Direction::forward);
        if (i == 1) commands.push_back(command::Step{app.transport.step, Direction::forward});
        if (i == 2) {
            app.first_visit = false;
            focus_editor(ui, app.editor, true);
            app.editor.buffer.anchor = 0;
            app.editor.buffer.caret = app.editor.buffer.text.size();
        }
    }
    return commands;
}

}  // namespace meada::app
