#include "app/narration.h"

#include <algorithm>

#include "app/prose.h"

namespace meada::app {

void draw_narration(Ui& ui, Rect rect, const Moment& moment, const view::Narration& narration) {
    panel(ui, rect);
    const Theme& theme = *ui.theme;
    if (narration.bad) outline(ui, rect, theme.bad, size::radius_panel);
    const Texts& texts = ui.texts;
    const uint64_t total = moment.events ? moment.first_event + moment.events->size() : 0;
    const std::string number = texts(TextId::event_number, {texts.count(moment.cursor_event)});
    const std::string of = texts(TextId::event_of, {texts.count(total)});
    const float label_w =
        text_width(ui, Face::label_strong, number) + text_width(ui, Face::label, " " + of);
    const float column = std::max(112.0f, label_w + 28);
    const float x = rect.x + 16, middle = rect.middle_y();
    draw_text(ui, Face::label_strong, x, middle - 9, theme.ink, number);
    draw_text(ui, Face::label, x + text_width(ui, Face::label_strong, number), middle - 9,
              theme.ink2, " " + of);
    draw_text(ui, Face::label, x, middle + 9, theme.ink2, texts.time(moment.cursor_ns));
    const float width = rect.w - column - 20;
    Prose prose(ui, narration.pieces, prose_book, width);
    const bool small = float(prose.line_count()) * 24 > rect.h - 4;  // it has taken all lines
    if (small) prose = Prose(ui, narration.pieces, prose_lead, width);
    if (prose.line_count() == 0) return;
    const float line_h = small ? 20 : prose.line_count() > 2 ? 24 : 26;
    const float y = middle - line_h * float(prose.line_count() - 1) / 2;
    begin_clip(ui, rect.inset(1));
    prose.draw(ui, {rect.x + column, y}, line_h, theme.ink);
    end_clip(ui);
}

}  // namespace meada::app
