#include "app/next.h"

#include "app/prose.h"

namespace meada::app {

namespace {

constexpr float line_h = 20, branch_h = 44;

// Draws from the top down; where `y` stands at the end is how high all of it is.
struct NextDrawing {
    Ui& ui;
    Rect body;
    const NextLook& look;
    float y;
    Commands commands = {};

    float x() const { return body.x + size::panel_text; }
    float w() const { return body.w - 2 * size::panel_text; }

    void words(Face face, ImU32 ink, const std::string& text) {
        y += draw_paragraph(ui, face, {x(), y, w(), 0}, line_h, ink, text) + 6;
    }

    void option(const view::NextRow& row) {
        const bool is_choice = look.next->is_choice;
        const Id id = id_of("next/option", row.option);
        float left = x();
        if (is_choice) {
            const std::string digit = std::to_string(row.option + 1);
            if (row.option < 9) key_cap(ui, left, y + size::chip / 2, digit);
            left += 28;
        }
        std::string detail;
        if (!is_choice) detail = ui.texts[TextId::next_goes_on];
        else if (row.taken) detail = ui.texts[TextId::next_taken];
        if (row.line != 0) {
            if (!detail.empty()) detail += ", ";
            detail += ui.texts(TextId::finding_line, {ui.texts.count(row.line)});
        }
        const Rect rect{left, y, x() + w() - left, size::chip};
        const Press press = chip(ui, id, rect, {.name = row.name, .detail = detail,
                                                .yarn = row.yarn, .now = row.taken});
        if (is_choice && !row.taken) {
            if (press.hovered) ui.cursor = ImGuiMouseCursor_Hand;
            explain(ui, id, rect, ui.texts[TextId::next_choose]);
            if (press.clicked) commands.push_back(command::Choose{row.option});
        }
        y += size::chip + 2;
        if (is_choice) deed(row, left);
        y += 6;
    }

    void deed(const view::NextRow& row, float left) {
        const float room = x() + w() - left;
        if (row.deed.empty()) {
            draw_text(ui, Face::label, left, y + line_h / 2, ui.theme->ink3,
                      ui.texts[TextId::next_looking]);
            y += line_h;
            return;
        }
        const Prose prose(ui, row.deed, prose_plain, room);
        prose.draw(ui, {left, y + line_h / 2}, line_h, ui.theme->ink2);
        y += line_h * float(prose.line_count());
    }

    void ways() {
        const view::NextView& next = *look.next;
        float left = x();
        const auto way = [&](std::string_view name, TextId label, ButtonKind kind,
                             const std::optional<size_t>& to) {
            const Button shown{.label = ui.texts[label], .kind = kind, .disabled = !to};
            const float width = button_width(ui, shown);
            if (left > x() && left + width > x() + w()) left = x(), y += size::button + 4;
            if (button(ui, id_of(name), {left, y, width, size::button}, shown) && to)
                commands.push_back(command::SeekChoice{*to});
            left += width + 8;
        };
        if (!next.before && !next.after) return;
        way("next/after", TextId::next_go_next, ButtonKind::edged, next.after);
        way("next/before", TextId::next_go_previous, ButtonKind::bare, next.before);
        y += size::button + 10;
    }

    // Two lines: which branch, and how it ends.
    void branch(const view::BranchRow& row) {
        const Theme& theme = *ui.theme;
        const Rect rect{body.x, y, body.w, branch_h};
        const Id id = id_of("next/branch", Id(row.index));
        const Rect pressed{rect.x, rect.y, rect.w - (row.here ? 0 : 72), rect.h};
        const Press state = press(ui, id, pressed);
        if (row.here) fill(ui, rect, theme.selection);
        if (state.hovered && !row.here) {
            ui.cursor = ImGuiMouseCursor_Hand;
            outline(ui, rect.inset(1), theme.edge, size::radius_key);
            explain(ui, id, pressed, ui.texts[TextId::branch_go]);
        }
        const float first = rect.y + 14, second = rect.y + 32;
        if (row.known)
            draw_icon(ui, row.bad ? Icon::bad : Icon::good, {x() + 8, first}, 14,
                      row.bad ? theme.bad : theme.good);
        else
            draw_icon(ui, Icon::fork, {x() + 8, first}, 14, theme.ink2);
        const float left = x() + 24, right = pressed.right() - 8;
        draw_text(ui, Face::ui_strong, left, first, theme.ink, row.name);
        const float name_w = text_width(ui, Face::ui_strong, row.name) + 10;
        draw_text_fit(ui, Face::label, left + name_w, first, right - left - name_w, theme.ink2,
                      row.chosen);
        draw_text_fit(ui, Face::label, left, second, right - left, theme.ink2, row.outcome);
        if (state.focused) focus_ring(ui, rect.inset(3), size::radius_key);
        if (state.clicked && !row.here) commands.push_back(command::GoToBranch{row.index});
        if (!row.here) branch_buttons(row, rect);
        y += branch_h;
    }

    void branch_buttons(const view::BranchRow& row, Rect rect) {
        const Branch& branch = look.branches->all()[row.index];
        float at = rect.right() - size::panel_text - 24;
        const float top = rect.middle_y() - 12;
        if (row.index > 0 && icon_button(ui, id_of("branch/remove", Id(row.index)),
                                         {at, top, 24, 24}, Icon::close,
                                         ui.texts[TextId::branch_remove]))
            commands.push_back(command::RemoveBranch{row.index});
        at -= 28;
        if (icon_button(ui, id_of("branch/compare", Id(row.index)), {at, top, 24, 24},
                        Icon::lines, ui.texts[TextId::branch_compare]))
            commands.push_back(command::Compare{branch.spec, branch.decisions});
    }

    void all() {
        const view::NextView& next = *look.next;
        words(Face::ui, ui.theme->ink2, next.why);
        for (const view::NextRow& row : next.rows) option(row);
        if (next.more_count > 0)
            words(Face::label, ui.theme->ink2,
                  ui.texts(TextId::next_more_options, {ui.texts.count(next.more_count)}));
        if (!next.is_choice && !next.count_words.empty())
            words(Face::ui, ui.theme->ink2, next.count_words);
        ways();
        if (look.rows->size() < 2) return;
        rule_across(ui, body.x, y, body.w);
        draw_text(ui, Face::label, x(), y + 14, ui.theme->ink2, ui.texts[TextId::branches_title]);
        y += 26;
        for (const view::BranchRow& row : *look.rows) branch(row);
    }
};

}  // namespace

Commands draw_next(Ui& ui, Rect body, const NextLook& look, NextUi& state) {
    if (look.next->why.empty()) {
        empty_panel(ui, body, ui.texts[TextId::timeline_empty],
                    ui.texts[TextId::timeline_empty_what]);
        return {};
    }
    begin_clip(ui, body);
    NextDrawing drawing{ui, body, look, body.y + 8 - state.scroll.at};
    drawing.all();
    scroll_rows(ui, id_of("next/scroll"), body, drawing.y + state.scroll.at - body.y, state.scroll);
    end_clip(ui);
    return std::move(drawing.commands);
}

}  // namespace meada::app
