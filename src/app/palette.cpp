#include "app/palette.h"

#include <algorithm>

#include "app/arrange.h"
#include "app/editor.h"
#include "app/examples.h"
#include "platform/platform.h"
#include "view/view.h"

namespace meada::app {

namespace {

constexpr float palette_w = 560, field_h = 44, entry_h = 34, palette_pad = 6;
constexpr int shown_rows = 10;
constexpr size_t recent_max = 8;
constexpr std::string_view palette_name = "palette";

Id palette_field() { return id_of("palette/field"); }

struct Entry {
    std::string label;
    std::string other;  // in the other language: one may type that, too
    std::string key;    // that it is remembered by
    std::string cap;
    PaletteChoice choice;
    int fit = 0;
    size_t order = 0;  // in the table
};

class Entries {
  public:
    Entries(const Texts& here, std::string_view typed) : here_(here), typed_(typed) {
        there_.language = here.language == Language::en ? Language::pt_br : Language::en;
    }

    void add(std::string label, std::string other, std::string key, std::string cap,
             PaletteChoice choice) {
        const int fit = std::max(fit_of(typed_, label), fit_of(typed_, other) - 1);
        if (fit > 0)
            all.push_back({std::move(label), std::move(other), std::move(key), std::move(cap),
                           std::move(choice), fit, all.size()});
    }
    void add_commands(bool has_run) {
        for (size_t i = 0; i < command_count; ++i) {
            const auto command = CommandId(i);
            const CommandRow& row = row_of(command);
            if (command == CommandId::palette || (row.needs == Needs::run && !has_run)) continue;
            add(here_[row.words], there_[row.words], row.name, key_words(here_, command),
                {.command = command});
        }
    }
    void add_examples(const std::vector<ExampleTitle>& examples) {
        for (size_t i = 0; i < examples.size(); ++i)
            add(named(here_, TextId::palette_example, here_[examples[i].title]),
                named(there_, TextId::palette_example, there_[examples[i].title]),
                "example" + std::to_string(i), {}, {.example = int(i)});
    }
    void add_machines(const MachineSpec& spec) {
        const view::MachineKnobs here = view::machine_knobs(spec, here_);
        const view::MachineKnobs there = view::machine_knobs(spec, there_);
        for (size_t i = 0; i < here.presets.size(); ++i)
            add(named(here_, TextId::palette_machine, here.presets[i].name),
                named(there_, TextId::palette_machine, there.presets[i].name),
                std::string("machine-") + here.presets[i].preset, {},
                {.preset = here.presets[i].preset});
    }
    void add_panels() {
        for (size_t i = 0; i < panel_count; ++i) {
            const auto panel = PanelId(i);
            add(named(here_, TextId::palette_panel, panel_name(here_, panel)),
                named(there_, TextId::palette_panel, panel_name(there_, panel)),
                "panel" + std::to_string(i), {}, {.panel = panel});
        }
    }
    void add_bookmarks(const std::vector<Bookmark>& bookmarks) {
        for (const Bookmark& each : bookmarks)
            add(named(here_, TextId::palette_bookmark, each.name),
                named(there_, TextId::palette_bookmark, each.name), {}, {},
                {.bookmark = each.position});
    }
    void add_goal() {
        const std::optional<Goal> goal = goal_of(typed_);
        if (!goal) return;
        const TextId words = goal->kind == Goal::Kind::line    ? TextId::palette_go_line
                             : goal->kind == Goal::Kind::event ? TextId::palette_go_event
                                                               : TextId::palette_go_time;
        const std::string number =
            goal->kind == Goal::Kind::time ? here_.time(goal->number) : here_.count(goal->number);
        all.insert(all.begin(), Entry{here_(words, {number}), {}, {}, {}, {.goal = goal}, 1, 0});
    }

    std::vector<Entry> all;

  private:
    static std::string named(const Texts& texts, TextId words, const std::string& name) {
        return texts(words, {name});
    }
    Texts here_, there_;
    std::string_view typed_;
};

std::vector<Entry> entries_of(const Ui& ui, const PaletteLook& look, const PaletteUi& state) {
    Entries out(ui.texts, state.typed.text);
    out.add_commands(look.has_run);
    out.add_examples(*look.examples);
    if (look.spec) out.add_machines(*look.spec);
    out.add_panels();
    out.add_bookmarks(look.bookmarks);
    const auto recency = [&](const Entry& entry) {
        return std::find(state.recent.begin(), state.recent.end(), entry.key) -
               state.recent.begin();
    };
    // While nothing is typed the recent ones are first, and then the table's order.
    const bool typed = !state.typed.text.empty();
    std::sort(out.all.begin(), out.all.end(), [&](const Entry& a, const Entry& b) {
        if (typed && a.fit != b.fit) return a.fit > b.fit;
        if (recency(a) != recency(b)) return recency(a) < recency(b);
        return a.order < b.order;
    });
    out.add_goal();
    return std::move(out.all);
}

void close_palette(Ui& ui, PaletteUi& state) {
    ui.memory->menu.clear();
    ui.memory->keyboard_field = 0;
    ui.memory->editor_has_keyboard = state.came_from_editor;
    platform::request_frame();
}

void draw_palette_field(Ui& ui, Rect box, PaletteUi& state) {
    const Theme& theme = *ui.theme;
    const float middle = box.middle_y(), x = box.x + 40, w = box.right() - 16 - x;
    draw_icon(ui, Icon::search, {box.x + 22, middle}, 16, theme.ink2);
    if (state.typed.text.empty())
        draw_text_fit(ui, Face::ui, x, middle, w, theme.ink2, ui.texts[TextId::palette_hint]);
    draw_text_fit(ui, Face::ui, x, middle, w, theme.ink, state.typed.text);
    const auto before = std::string_view(state.typed.text).substr(0, state.typed.caret);
    const float caret_x = std::min(x + text_width(ui, Face::ui, before), x + w);
    fill(ui, {caret_x, middle - 9, 1.5f, 18}, theme.ink);
    platform::text_input_at({caret_x * ui.scale, (middle - 9) * ui.scale, 18 * ui.scale});
    rule_across(ui, box.x, box.bottom(), box.w);
}

void draw_entry(Ui& ui, Rect row, const Entry& entry, bool lit) {
    const Theme& theme = *ui.theme;
    if (lit) fill(ui, row, theme.selection, size::radius_key);
    const float key_w = entry.cap.empty() ? 0 : key_cap_width(ui, entry.cap) + 8;
    draw_text_fit(ui, Face::ui, row.x + 12, row.middle_y(), row.w - 20 - key_w, theme.ink,
                  entry.label);
    if (key_w > 0) key_cap(ui, row.right() - key_w, row.middle_y(), entry.cap);
}

// Arrow keys, pages; keeps the lit row in sight.
void move_in_palette(PaletteUi& state, int count, float rows_h) {
    const int before = state.row;
    if (key(ImGuiKey_DownArrow)) ++state.row;
    if (key(ImGuiKey_UpArrow)) --state.row;
    if (key(ImGuiKey_PageDown)) state.row = std::min(state.row + shown_rows, count - 1);
    if (key(ImGuiKey_PageUp)) state.row = std::max(state.row - shown_rows, 0);
    if (count > 0) state.row = (state.row + count) % count;
    if (state.row == before) return;
    const float y = float(state.row) * entry_h;
    state.scroll.at = std::min(state.scroll.at, y);
    state.scroll.at = std::max(state.scroll.at, y + entry_h - rows_h);
}

std::optional<PaletteChoice> draw_entries(Ui& ui, Rect rows, const std::vector<Entry>& entries,
                                          PaletteUi& state) {
    int picked = -1;
    begin_clip(ui, rows);
    for (int i = 0; i < int(entries.size()); ++i) {
        const Rect row{rows.x + palette_pad, rows.y + float(i) * entry_h - state.scroll.at,
                       rows.w - 2 * palette_pad, entry_h};
        if (row.bottom() < rows.y || row.y > rows.bottom()) continue;
        const Press pressed = press(ui, id_of("palette/row", Id(i)), row, false);
        if (pressed.hovered) {
            ui.cursor = ImGuiMouseCursor_Hand;
            if (ui.pointer_moved) state.row = i;
        }
        draw_entry(ui, row, entries[size_t(i)], state.row == i);
        if (pressed.clicked) picked = i;
    }
    scroll_by(ui, id_of("palette/scroll"), rows, float(entries.size()) * entry_h, state.scroll);
    end_clip(ui);
    if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
        ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
        picked = state.row;
    if (picked < 0 || picked >= int(entries.size())) return std::nullopt;
    const Entry& entry = entries[size_t(picked)];
    if (!entry.key.empty()) {
        std::erase(state.recent, entry.key);
        state.recent.insert(state.recent.begin(), entry.key);
        if (state.recent.size() > recent_max) state.recent.resize(recent_max);
    }
    close_palette(ui, state);
    return entry.choice;
}

}  // namespace

std::vector<PaletteRow> palette_rows(const Texts& texts) {
    Entries out(texts, {});
    out.add_examples(example_titles());
    out.add_machines({});
    out.add_panels();
    std::vector<PaletteRow> rows;
    for (Entry& each : out.all)
        rows.push_back({std::move(each.key), std::move(each.label), std::move(each.choice)});
    return rows;
}

bool palette_is_open(const Ui& ui) { return ui.memory->menu == palette_name; }

void open_palette(Ui& ui, PaletteUi& state) {
    state.came_from_editor = ui.memory->editor_has_keyboard;
    set_text(state.typed, "");
    state.row = 0;
    state.scroll = {};
    ui.memory->menu = palette_name;
    ui.memory->menu_just_opened = true;
    ui.memory->active = 0;
    ui.memory->editor_has_keyboard = false;
    ui.memory->keyboard_field = palette_field();
    platform::request_frame();
}

std::string recent_words(const PaletteUi& state) {
    std::string out;
    for (const std::string& key : state.recent) out += (out.empty() ? "" : " ") + key;
    return out;
}

void set_recent(PaletteUi& state, std::string_view words) {
    state.recent.clear();
    while (!words.empty()) {
        const std::string_view one = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), one.size() + 1));
        state.recent.emplace_back(one);
    }
}

std::optional<PaletteChoice> draw_palette(Ui& ui, const PaletteLook& look, PaletteUi& state) {
    if (!palette_is_open(ui)) return std::nullopt;
    ImDrawList* below = std::exchange(ui.list, ImGui::GetForegroundDrawList());
    const std::vector<Rect> clips = std::exchange(ui.clips, {});
    ui.on_menu = true;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float window_w = display.x / ui.scale, window_h = display.y / ui.scale;
    // The key that opened it types nothing here.
    const bool just_opened = std::exchange(ui.memory->menu_just_opened, false);
    const uint64_t before = state.typed.version;
    if (!just_opened) edit_by_keys(ui, state.typed, false, 1);
    if (state.typed.version != before) state.row = 0, state.scroll = {};
    const std::vector<Entry> entries = entries_of(ui, look, state);
    const float w = std::min(palette_w, window_w - 24);
    const float rows_h =
        entry_h * float(entries.empty() ? 2 : std::min(int(entries.size()), shown_rows));
    const float h = std::min(field_h + rows_h + 2 * palette_pad, window_h - 24);
    const Rect box{(window_w - w) / 2, std::min(72.0f, (window_h - h) / 2), w, h};
    const Rect rows{box.x, box.y + field_h + palette_pad, w, h - field_h - 2 * palette_pad};
    fill(ui, box, ui.theme->raised, size::radius_panel);
    outline(ui, box, ui.theme->edge, size::radius_panel);
    draw_palette_field(ui, {box.x, box.y, box.w, field_h}, state);
    std::optional<PaletteChoice> chosen;
    if (!just_opened) {
        move_in_palette(state, int(entries.size()), rows.h);
        chosen = draw_entries(ui, rows, entries, state);
        const bool outside = ImGui::IsMouseClicked(0) && !box.has(ui.pointer);
        if (!chosen && (outside || ImGui::IsKeyPressed(ImGuiKey_Escape))) close_palette(ui, state);
    } else {
        platform::request_frame();
    }
    if (entries.empty())
        empty_panel(ui, rows, ui.texts[TextId::palette_none], ui.texts[TextId::palette_none_what]);
    ui.on_menu = false;
    ui.list = below;
    ui.clips = clips;
    return chosen;
}

}  // namespace meada::app
