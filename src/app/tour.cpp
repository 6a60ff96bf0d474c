#include "app/tour.h"

#include <algorithm>

#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr std::string_view tour_name = "tour";
constexpr float tour_card_w = 356, tour_pad = 16, tour_gap = 12;

constexpr TextId tour_titles[tour_steps] = {TextId::tour_editor,  TextId::tour_lane,
                                            TextId::tour_needle,  TextId::tour_transport,
                                            TextId::tour_machine, TextId::tour_share};
constexpr TextId tour_words[tour_steps] = {TextId::tour_editor_what,  TextId::tour_lane_what,
                                           TextId::tour_needle_what,  TextId::tour_transport_what,
                                           TextId::tour_machine_what, TextId::tour_share_what};

using Places = std::array<Rect, tour_steps>;

// The next place that is there; the count: none.
size_t next_step(const Places& places, size_t from) {
    while (from < tour_steps && places[from].w <= 0) ++from;
    return from;
}
bool has_step_before(const Places& places, size_t step) { return next_step(places, 0) < step; }

size_t step_before(const Places& places, size_t step) {
    size_t at = step;
    while (at > 0)
        if (places[--at].w > 0) return at;
    return step;
}

void end_tour(Ui& ui, TourUi& state) {
    ui.memory->menu.clear();
    ui.memory->editor_has_keyboard = state.came_from_editor;
    state.ended = true;
    platform::request_frame();
}

// Everything but the place lies under a veil of the table's colour.
void draw_veil(Ui& ui, Rect window, Rect place) {
    const ImU32 veil = with_alpha(ui.theme->table, 0.72f);
    fill(ui, {0, 0, window.w, place.y}, veil);
    fill(ui, {0, place.bottom(), window.w, window.h - place.bottom()}, veil);
    fill(ui, {0, place.y, place.x, place.h}, veil);
    fill(ui, {place.right(), place.y, window.w - place.right(), place.h}, veil);
    outline(ui, place, ui.theme->ink, size::radius_panel, 2);
}

// Beside the place where there is room: right, left, under, over it.
Rect card_beside(Rect window, Rect place, float h) {
    const float w = std::min(tour_card_w, window.w - 24);
    Rect card{place.right() + tour_gap, place.y, w, h};
    if (card.right() > window.w - 12) card.x = place.x - w - tour_gap;
    if (card.x < 12) {
        card.x = place.middle_x() - w / 2;
        card.y = place.bottom() + tour_gap;
        if (card.bottom() > window.h - 12) card.y = place.y - h - tour_gap;
    }
    card.x = std::clamp(card.x, 12.0f, std::max(12.0f, window.w - w - 12));
    card.y = std::clamp(card.y, 12.0f, std::max(12.0f, window.h - h - 12));
    return card;
}

struct TourWish {
    bool next = false, back = false, skip = false;
};

TourWish draw_card_of(Ui& ui, Rect card, const Places& places, size_t step) {
    const Texts& texts = ui.texts;
    const Theme& theme = *ui.theme;
    const bool is_last = next_step(places, step + 1) == tour_steps;
    fill(ui, card, theme.raised, size::radius_panel);
    outline(ui, card, theme.edge, size::radius_panel);
    const float x = card.x + tour_pad, w = card.w - 2 * tour_pad;
    const float title_h = draw_paragraph(ui, Face::ui_strong, {x, card.y + 12, w, 0}, 20, theme.ink,
                                         texts[tour_titles[step]]);
    draw_paragraph(ui, Face::ui, {x, card.y + 16 + title_h, w, 0}, 20, theme.ink2,
                   texts[tour_words[step]]);
    size_t count = 0, number = 0;
    for (size_t i = 0; i < tour_steps; ++i) {
        count += places[i].w > 0;
        if (i == step) number = count;
    }
    const float y = card.bottom() - 12 - size::button;
    draw_text(ui, Face::label, x, y + size::button / 2, theme.ink2,
              texts(TextId::tour_step, {std::to_string(number), std::to_string(count)}));
    TourWish wish;
    const Button next{.label = texts[is_last ? TextId::tour_done : TextId::tour_next],
                      .kind = ButtonKind::solid};
    const float next_w = button_width(ui, next);
    float right = card.right() - tour_pad - next_w;
    wish.next = button(ui, id_of("tour/next"), {right, y, next_w, size::button}, next);
    if (!is_last) {
        const Button skip{.label = texts[TextId::tour_skip], .kind = ButtonKind::bare};
        const float skip_w = button_width(ui, skip);
        right -= skip_w + 6;
        wish.skip = button(ui, id_of("tour/skip"), {right, y, skip_w, size::button}, skip);
    }
    return wish;
}

float card_height(Ui& ui, size_t step) {
    ImDrawList* list = std::exchange(ui.list, nullptr);  // measured, not drawn
    const float w = tour_card_w - 2 * tour_pad;
    const float title_h =
        draw_paragraph(ui, Face::ui_strong, {0, 0, w, 0}, 20, 0, ui.texts[tour_titles[step]]);
    const float words_h =
        draw_paragraph(ui, Face::ui, {0, 0, w, 0}, 20, 0, ui.texts[tour_words[step]]);
    ui.list = list;
    return 12 + title_h + 4 + words_h + 14 + size::button + 12;
}

}  // namespace

bool tour_is_open(const Ui& ui) { return ui.memory->menu == tour_name; }

void open_tour(Ui& ui, TourUi& state) {
    state = {};
    state.came_from_editor = ui.memory->editor_has_keyboard;
    ui.memory->editor_has_keyboard = false;
    ui.memory->menu = tour_name;
    ui.memory->menu_just_opened = true;
    ui.memory->active = 0;
    platform::request_frame();
}

void draw_tour(Ui& ui, const Places& places, TourUi& state) {
    if (!tour_is_open(ui)) return;
    state.step = next_step(places, state.step);
    if (state.step == tour_steps) return end_tour(ui, state);
    ImDrawList* below = std::exchange(ui.list, ImGui::GetForegroundDrawList());
    const std::vector<Rect> clips = std::exchange(ui.clips, {});
    ui.on_menu = true;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const Rect window{0, 0, display.x / ui.scale, display.y / ui.scale};
    const Rect place = places[state.step].inset(-3);
    draw_veil(ui, window, place);
    const Rect card = card_beside(window, place, card_height(ui, state.step));
    const bool just_opened = std::exchange(ui.memory->menu_just_opened, false);
    const size_t shown = state.step;
    TourWish wish = draw_card_of(ui, card, places, shown);
    if (!just_opened) {
        wish.next |= ImGui::IsKeyPressed(ImGuiKey_Enter, false) || key(ImGuiKey_RightArrow) ||
                     ImGui::IsKeyPressed(ImGuiKey_Space, false);
        wish.back |= key(ImGuiKey_LeftArrow);
        wish.skip |= ImGui::IsKeyPressed(ImGuiKey_Escape);
    } else {
        platform::announce(ui.texts[tour_titles[shown]] + ". " + ui.texts[tour_words[shown]]);
        platform::request_frame();
    }
    if (wish.back && has_step_before(places, shown)) state.step = step_before(places, shown);
    if (wish.next) state.step = next_step(places, shown + 1);
    if (wish.skip || state.step == tour_steps) {
        end_tour(ui, state);
    } else if (state.step != shown) {
        platform::announce(ui.texts[tour_titles[state.step]] + ". " +
                           ui.texts[tour_words[state.step]]);
        platform::request_frame();
    }
    ui.on_menu = false;
    ui.list = below;
    ui.clips = clips;
}

}  // namespace meada::app
