#include "app/orders.h"

#include <algorithm>

#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float pad = 24, outcome_h = 36, mark_w = 46, bar_h = 16;

// A fact in a rounded outline.
float fact(Ui& ui, float x, float y, float most_right, Icon icon, ImU32 ink,
           const std::string& words) {
    const float icon_w = icon == Icon::none ? 0 : 20;
    const float w = text_width(ui, Face::label, words) + icon_w + 20;
    if (words.empty() || x + w > most_right) return x;
    outline(ui, {x, y, w, 24}, icon == Icon::none ? ui.theme->edge : ink, 12);
    if (icon != Icon::none) draw_icon(ui, icon, {x + 17, y + 12}, 14, ink);
    draw_text(ui, Face::label, x + 10 + icon_w, y + 12, ui.theme->ink, words);
    return x + w + 8;
}

// Verdict, trust, facts; returns where they end.
float draw_orders_head(Ui& ui, Rect body, const view::OrdersView& view) {
    const Theme& theme = *ui.theme;
    const float x = body.x + 58, right = body.right() - size::panel_text;
    const float middle = body.y + 30;
    const bool undecided = !view.bad && !view.complete;
    const Icon icon = view.bad ? Icon::bad : undecided ? Icon::search : Icon::good;
    const ImU32 ink = view.bad ? theme.bad : undecided ? theme.ink2 : theme.good;
    draw_icon(ui, icon, {body.x + 34, middle}, 28, ink);
    const Face face = text_width(ui, Face::verdict, view.verdict) < right - x ? Face::verdict
                                                                              : Face::card;
    draw_text_fit(ui, face, x, middle, right - x, theme.ink, view.verdict);
    float y = body.y + 52;
    y += draw_paragraph(ui, Face::ui, {x, y, right - x, 0}, 20, theme.ink2, view.trust) + 8;
    if (!view.any) return y;
    float at = fact(ui, x, y, right, view.has_deadlock ? Icon::bad : Icon::good,
                    view.has_deadlock ? theme.bad : theme.good, view.deadlocks);
    at = fact(ui, at, y, right, Icon::bad, theme.bad, view.crashes);
    (void)fact(ui, at, y, right, Icon::none, theme.ink, ui.texts[TextId::orders_granularity]);
    return y + 34;
}

struct OutcomeColumns {
    float prints, ends, share, share_w, right;
};

OutcomeColumns columns_of(Rect body) {
    const float x = body.x + mark_w, w = body.w - mark_w - pad;
    OutcomeColumns out{};
    out.prints = x;
    out.ends = x + w * 0.36f;
    out.share = x + w * 0.56f;
    out.share_w = w * 0.2f;
    out.right = body.right() - pad;
    return out;
}

bool draw_outcome(Ui& ui, Rect rect, const OutcomeColumns& at, const view::OutcomeRow& row) {
    const Theme& theme = *ui.theme;
    const Id id = id_of("orders/outcome", Id(row.index));
    const Press state = press(ui, id, rect);
    if (state.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        fill(ui, rect, theme.selection);
    }
    explain(ui, id, rect, ui.texts[TextId::orders_open]);
    const float middle = rect.middle_y();
    draw_icon(ui, row.bad ? Icon::bad : Icon::good, {rect.x + 24, middle}, 16,
              row.bad ? theme.bad : theme.good);
    const float prints_w = at.ends - at.prints - 16;
    if (row.prints_nothing)
        draw_text_fit(ui, Face::ui, at.prints, middle, prints_w, theme.ink2,
                      ui.texts[TextId::orders_prints_nothing]);
    else
        draw_text_fit(ui, Face::code, at.prints, middle, prints_w, theme.ink, row.prints);
    draw_text_fit(ui, Face::ui, at.ends, middle, at.share - at.ends - 16, theme.ink2, row.ends);
    fill(ui, {at.share, middle - bar_h / 2, at.share_w, bar_h}, theme.sunken, size::radius_span);
    fill(ui, {at.share, middle - bar_h / 2, std::max(3.0f, at.share_w * float(row.share)), bar_h},
         row.bad ? theme.bad : theme.good, size::radius_span);
    draw_text_right(ui, Face::ui, at.right, middle, theme.ink, row.count);
    if (state.focused) focus_ring(ui, rect.inset(3), size::radius_key);
    return state.clicked;
}

Commands draw_outcomes(Ui& ui, Rect body, const view::OrdersView& view, OrdersUi& state) {
    Commands commands;
    const OutcomeColumns at = columns_of(body);
    rule_across(ui, body.x, body.y, body.w);
    const float head = body.y + 16;
    const auto title = [&](float x, TextId words) {
        draw_text(ui, Face::label, x, head, ui.theme->ink2, ui.texts[words]);
    };
    title(at.prints, TextId::orders_prints);
    title(at.ends, TextId::orders_ends);
    title(at.share, TextId::orders_share);
    const Rect rows{body.x, body.y + 30, body.w, body.h - 30};
    begin_clip(ui, rows);
    float y = rows.y - state.scroll.at;
    for (const view::OutcomeRow& row : view.rows) {
        const Rect rect{rows.x, y, rows.w, outcome_h};
        if (rect.bottom() > rows.y && rect.y < rows.bottom() && draw_outcome(ui, rect, at, row)) {
            commands.push_back(command::OpenOutcome{row.index});
            state.open = false;  // its timeline is what one wants to see
        }
        y += outcome_h;
    }
    scroll_rows(ui, id_of("orders/scroll"), rows, outcome_h * float(view.rows.size()) + 4,
                state.scroll);
    end_clip(ui);
    return commands;
}

}  // namespace

Commands draw_orders(Ui& ui, Rect rect, const Orders& orders, OrdersUi& state) {
    Commands commands;
    const Texts& texts = ui.texts;
    const view::OrdersView view = view::orders_view(orders, texts);
    panel(ui, rect);
    panel_title(ui, rect, texts[TextId::every_order]);
    float x = rect.right() - 8 - 24;
    if (icon_button(ui, id_of("orders/close"), {x, rect.y + 4, 24, 24}, Icon::close,
                    texts[TextId::dismiss], "Esc"))
        state.open = false;
    const Rect body = panel_body(rect);
    const bool looking = orders.state == Orders::State::looking;
    const Button action{.label = texts[looking ? TextId::orders_stop : TextId::orders_start],
                        .kind = ButtonKind::bare,
                        .before = looking ? Icon::stop : Icon::run};
    x -= button_width(ui, action) + 4;
    if (button(ui, id_of("orders/action"), {x, rect.y + 4, button_width(ui, action), 24},
               action)) {
        if (looking) commands.push_back(command::StopExploring{});
        else commands.push_back(command::ExploreOrders{});
    }
    if (!orders.found) {
        empty_panel(ui, body, texts[TextId::orders_none],
                    texts(TextId::orders_none_what, {texts.count(orders.executions_max)}));
        return commands;
    }
    begin_clip(ui, body);
    if (looking) {
        fill(ui, {body.x, body.y, body.w * float(std::min(1.0, view.part)), 2}, ui.theme->ink2);
        platform::request_frame_after(0.1);
    }
    const float top = draw_orders_head(ui, body, view);
    if (view.any)
        append(commands, draw_outcomes(ui, {body.x, top, body.w, body.bottom() - top}, view,
                                       state));
    end_clip(ui);
    return commands;
}

}  // namespace meada::app
