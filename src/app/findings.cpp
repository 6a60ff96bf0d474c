#include "app/findings.h"

#include <algorithm>

#include "app/prose.h"

namespace meada::app {

namespace {

constexpr float moment_line_h = 20, verdict_line_h = 26, verdict_pad = 7;

Command seek_to(const view::FindingMoment& moment) {
    if (moment.is_event) return command::SeekEvent{moment.number};
    return command::SeekInstruction{moment.number};
}

bool is_here(const Moment& moment, const view::FindingMoment& there) {
    return there.is_event ? moment.cursor_event == there.number + 1
                          : moment.cursor_instruction == there.number;
}

// One after the other, where there are several; returns the room that it leaves.
float draw_pager(Ui& ui, Rect strip, size_t count, FindingsUi& state) {
    if (count < 2) return strip.right() - size::panel_text;
    const float y = strip.y + strip.h / 2;
    float x = strip.right() - size::panel_text - 20;
    if (icon_button(ui, id_of("finding/next"), {x, y - 12, 24, 24}, Icon::right,
                    ui.texts[TextId::finding_next]))
        state.shown = (state.shown + 1) % count;
    const std::string words =
        ui.texts(TextId::finding_number, {ui.texts.count(state.shown + 1), ui.texts.count(count)});
    x -= text_width(ui, Face::label, words) + 6;
    draw_text(ui, Face::label, x, y, ui.theme->ink, words);
    x -= 30;
    if (icon_button(ui, id_of("finding/before"), {x, y - 12, 24, 24}, Icon::left,
                    ui.texts[TextId::finding_previous]))
        state.shown = (state.shown + count - 1) % count;
    return x - 8;
}

float draw_verdict(Ui& ui, Rect body, const view::Finding& finding, size_t count,
                   FindingsUi& state) {
    const Theme& theme = *ui.theme;
    const float x = body.x + 38;
    const float room = body.right() - x - (count < 2 ? size::panel_text : 118);
    ProseLook look = prose_card;
    Prose title(ui, finding.title, look, room);
    if (title.line_count() > 2) title = Prose(ui, finding.title, prose_lead, room);
    const float h = verdict_line_h * float(title.line_count()) + 2 * verdict_pad;
    const Rect strip{body.x, body.y, body.w, h};
    fill(ui, strip, finding.bad ? theme.bad_ground : theme.warn_ground);
    rule_across(ui, strip.x, strip.bottom(), strip.w);
    const float middle = strip.y + verdict_pad + verdict_line_h / 2;
    draw_icon(ui, finding.bad ? Icon::bad : Icon::warn, {body.x + 20, middle}, 16,
              finding.bad ? theme.bad : theme.warn);
    title.draw(ui, {x, middle}, verdict_line_h, theme.ink);
    (void)draw_pager(ui, strip, count, state);
    return h;
}

std::string line_words(const Ui& ui, const view::FindingMoment& there) {
    return there.line == 0 ? "" : ui.texts(TextId::finding_line, {ui.texts.count(there.line)});
}

// The sentence's room beside its line and time: where it is too little the words break.
float words_width(const Ui& ui, float row_w, const view::FindingMoment& there) {
    float w = row_w - 38 - size::panel_text;
    if (there.time_ns != never_ns)
        w -= text_width(ui, Face::label, ui.texts.time(there.time_ns)) + 16;
    if (there.line != 0) w -= text_width(ui, Face::label, line_words(ui, there)) + 12;
    return w;
}

float moment_h(const Ui& ui, float row_w, const view::FindingMoment& there) {
    const Prose words(ui, there.pieces, prose_plain, words_width(ui, row_w, there));
    return size::row + moment_line_h * (std::max(1.0f, float(words.line_count())) - 1);
}

bool draw_moment(Ui& ui, Rect row, const Moment& moment, const view::FindingMoment& there, Id id) {
    const Theme& theme = *ui.theme;
    const Press state = press(ui, id, row);
    if (is_here(moment, there)) fill(ui, row, theme.selection);
    if (state.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        outline(ui, row.inset(1), theme.edge, size::radius_key);
    }
    const float middle = row.y + size::row / 2;
    float right = row.right() - size::panel_text;
    const Prose words(ui, there.pieces, prose_plain, words_width(ui, row.w, there));
    if (there.time_ns != never_ns) {
        const std::string time = ui.texts.time(there.time_ns);
        draw_text_right(ui, Face::label, right, middle, theme.ink2, time);
        right -= text_width(ui, Face::label, time) + 16;
    }
    const float x = row.x + 38;
    draw_text_right(ui, Face::label, right, middle, theme.ink2, line_words(ui, there));
    words.draw(ui, {x, middle}, moment_line_h, theme.ink);
    draw_icon(ui, Icon::right, {row.x + 20, middle}, 14, theme.ink2);
    if (state.focused) focus_ring(ui, row.inset(2), size::radius_key);
    return state.clicked;
}

void draw_nothing(Ui& ui, Rect body, const Moment& moment, RacesKnown races) {
    const bool all = moment.ended && races != RacesKnown::not_yet;
    const std::string why = ui.texts[all            ? TextId::findings_none
                                     : moment.ended ? TextId::findings_looking
                                                    : TextId::findings_so_far];
    std::string what =
        ui.texts[moment.ended ? TextId::findings_none_what : TextId::findings_so_far_what];
    if (races == RacesKnown::part)
        what = ui.texts(TextId::findings_part, {ui.texts.count(race_instructions_max)});
    empty_panel(ui, body, why, what);
}

}  // namespace

Commands draw_findings(Ui& ui, Rect body, const Moment& moment, const FindingsLook& look,
                       FindingsUi& state) {
    const std::vector<view::Finding>& all = *look.findings;
    if (all.empty()) {
        draw_nothing(ui, body, moment, look.races_known);
        return {};
    }
    state.shown = std::min(state.shown, all.size() - 1);
    const view::Finding& finding = all[state.shown];
    Commands commands;
    begin_clip(ui, body);
    const float top = draw_verdict(ui, body, finding, all.size(), state);
    Rect rest{body.x, body.y + top + 1, body.w, body.h - top - 1};
    const float meaning_w = rest.w - 38 - size::panel_text;
    const Prose meaning(ui, finding.meaning, prose_plain, meaning_w);
    float content = 8 + 10 + 20 * float(meaning.line_count()) + 8;
    for (const view::FindingMoment& each : finding.moments) content += moment_h(ui, rest.w, each);
    begin_clip(ui, rest);
    float y = rest.y + 8 - state.scroll.at;
    for (size_t i = 0; i < finding.moments.size(); ++i) {
        const Rect row{rest.x, y, rest.w, moment_h(ui, rest.w, finding.moments[i])};
        if (draw_moment(ui, row, moment, finding.moments[i],
                        id_of("finding/moment", Id(state.shown * 64 + i))))
            commands.push_back(seek_to(finding.moments[i]));
        y += row.h;
    }
    meaning.draw(ui, {rest.x + 38, y + 20}, 20, ui.theme->ink2);
    scroll_rows(ui, id_of("findings/scroll"), rest, content, state.scroll);
    end_clip(ui);
    end_clip(ui);
    return commands;
}

}  // namespace meada::app
