#include "app/arrange.h"

#include <algorithm>

#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr TextId panel_titles[] = {
#define PANEL(name, title, ...) TextId::title,
#define SLOT(...)
#define SPLIT(...)
#include "app/panels.def"
#undef PANEL
#undef SLOT
#undef SPLIT
};

constexpr std::string_view menu_name = "arrange";

void changed(ArrangeUi& state) {
    state.changed = true;
    platform::request_frame();
}

void hide(ArrangeUi& state, PanelId panel, bool on) {
    state.now.hidden[size_t(panel)] = on;
    if (state.now.maximised == panel) state.now.maximised = PanelId::none;
    changed(state);
}

}  // namespace

std::string panel_name(const Texts& texts, PanelId panel) {
    return texts[panel_titles[size_t(panel)]];
}
std::string panel_name(const Ui& ui, PanelId panel) { return panel_name(ui.texts, panel); }

PanelId front_of(const ArrangeUi& state, SlotId slot, Width width, PanelId fitting) {
    const std::vector<PanelId> panels = panels_in(slot, width, state.now);
    if (slot_of(fitting, width) != slot) fitting = PanelId::none;
    if (state.now.maximised != PanelId::none && slot_of(state.now.maximised, width) == slot)
        return state.now.maximised;
    for (const PanelId wanted : {state.now.front[size_t(slot)], fitting})
        if (std::find(panels.begin(), panels.end(), wanted) != panels.end()) return wanted;
    return panels.empty() ? PanelId::none : panels.front();
}

void bring_to_front(ArrangeUi& state, PanelId panel, Width width) {
    if (state.now.hidden[size_t(panel)]) hide(state, panel, false);
    const SlotId slot = slot_of(panel, width);
    state.now.front[size_t(slot)] = panel;
    if (state.now.maximised != PanelId::none) state.now.maximised = panel;
    platform::request_frame();
}

void toggle_maximised(ArrangeUi& state, PanelId panel) {
    state.now.maximised = state.now.maximised == PanelId::none ? panel : PanelId::none;
    platform::request_frame();
}

void drag_splitters(Ui& ui, const Layout& layout, ArrangeUi& state) {
    for (const Splitter& each : layout.splitters) {
        const Press grip = press(ui, id_of("split", Id(each.split)), each.grip, false);
        const float pointer = each.moves_y ? ui.pointer.y : ui.pointer.x;
        if (grip.hovered || grip.held) {
            ui.cursor =
                each.moves_y ? ImGuiMouseCursor_ResizeNS : ImGuiMouseCursor_ResizeEW;
            const Rect line = each.moves_y ? Rect{each.grip.x, each.grip.middle_y() - 1,
                                                  each.grip.w, 2}
                                           : Rect{each.grip.middle_x() - 1, each.grip.y, 2,
                                                  each.grip.h};
            fill(ui, line, ui.theme->edge, 1);
        }
        if (grip.hovered && ImGui::IsMouseDoubleClicked(0)) {
            state.now.shares[size_t(each.split)] = 0;  // as designed again
            state.dragged = SplitId::none;
            changed(state);
        } else if (grip.pressed) {
            state.dragged = each.split;
            state.drag_from = pointer;
            state.drag_length = each.length;
        } else if (grip.held && state.dragged == each.split && pointer != state.drag_from) {
            const float moved = pointer - state.drag_from;
            const float by = each.grows_back ? -moved : moved;
            const float length = std::clamp(state.drag_length + by, each.least,
                                            std::max(each.least, each.most));
            state.now.shares[size_t(each.split)] = length / each.whole;
            changed(state);
        }
    }
}

void draw_head_menu(Ui& ui, Rect panel, PanelId id, ArrangeUi& state) {
    const Rect head{panel.x, panel.y, panel.w, size::panel_head};
    const Rect button{panel.right() - size::head_menu - 2, panel.y + 4, 24, 24};
    // Quieter than other icons: there is one in every head.
    const Id button_id = id_of("arrange", Id(id));
    const Press pressed = press(ui, button_id, button);
    explain(ui, button_id, button, ui.texts[TextId::arrange_menu]);
    if (pressed.hovered) ui.cursor = ImGuiMouseCursor_Hand;
    draw_icon(ui, Icon::panels, {button.middle_x(), button.middle_y()}, 16,
              pressed.hovered ? ui.theme->ink : mix(ui.theme->ink3, ui.theme->paper, 0.75f));
    if (pressed.focused) focus_ring(ui, button, size::radius_button);
    const bool free = hovers(ui, head) && ui.memory->active == 0;
    if (pressed.clicked || (free && ImGui::IsMouseClicked(1))) {
        state.menu_of = id;
        open_menu(ui, menu_name, button);
    }
    if (free && ImGui::IsMouseDoubleClicked(0)) toggle_maximised(state, id);
}

void draw_arrange_menu(Ui& ui, ArrangeUi& state) {
    if (!menu_is_open(ui, menu_name)) return;
    const Texts& texts = ui.texts;
    const PanelId of = state.menu_of;
    const bool large = state.now.maximised != PanelId::none;
    std::vector<MenuItem> items;
    items.push_back({.label = large ? texts[TextId::arrange_restore]
                                    : texts(TextId::arrange_maximise, {panel_name(ui, of)})});
    items.push_back({.label = texts(TextId::arrange_hide, {panel_name(ui, of)})});
    std::vector<PanelId> panels;
    for (size_t i = 0; i < panel_count; ++i) {
        if (!can_hide(PanelId(i))) continue;
        items.push_back({.label = panel_name(ui, PanelId(i)),
                         .chosen = !state.now.hidden[i],
                         .rule_before = panels.empty()});
        panels.push_back(PanelId(i));
    }
    items.push_back({.label = texts[TextId::arrange_reset], .rule_before = true});
    if (!can_hide(of)) items.erase(items.begin() + 1);
    const int first = can_hide(of) ? 2 : 1;
    const int picked = menu(ui, menu_name, items);
    if (picked < 0) return;
    if (picked == 0) {
        toggle_maximised(state, of);
    } else if (picked < first) {
        hide(state, of, true);
    } else if (picked < first + int(panels.size())) {
        const PanelId panel = panels[size_t(picked - first)];
        hide(state, panel, !state.now.hidden[size_t(panel)]);
    } else {
        state.now = {};
        changed(state);
    }
}

}  // namespace meada::app
