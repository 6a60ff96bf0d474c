#include "app/top_bar.h"

#include <cmath>

#include "app/command_table.h"

namespace meada::app {

namespace {

float draw_file_button(Ui& ui, float x, float y, std::string_view name, Wishes& wishes) {
    Button look{.label = std::string(name), .after = Icon::down, .strong = true};
    const float w = button_width(ui, look);
    const Rect at{x, y, w, size::button};
    if (button(ui, id_of("top/file"), at, look)) open_menu(ui, "file", at);
    const Texts& texts = ui.texts;
    const std::vector<MenuItem> items = {
        {texts[TextId::new_script], {}, {}, false, false, Icon::plus},
        {.label = texts[TextId::open_file],
         .key = key_words(texts, CommandId::open_file),
         .icon = Icon::file},
        {texts[TextId::save_as_file], {}, {}, false, false, Icon::page},
        {.label = texts[TextId::share_hint],
         .key = key_words(texts, CommandId::share),
         .rule_before = true,
         .icon = Icon::share},
        {texts[TextId::paste_link], {}, {}, false, false, Icon::fork},
    };
    switch (menu(ui, "file", items)) {
        case 0:
            wishes.new_script = true;
            break;
        case 1:
            wishes.open_file = true;
            break;
        case 2:
            wishes.save_file = true;
            break;
        case 3:
            wishes.share = true;
            break;
        case 4:
            wishes.paste_link = true;
            break;
        default:
            break;
    }
    return at.right() + 8;
}

float draw_examples_button(Ui& ui, float x, float y, const std::vector<ExampleTitle>& examples,
                           int chosen, Wishes& wishes) {
    Button look{.label = ui.texts[TextId::examples], .kind = ButtonKind::bare, .after = Icon::down};
    const float w = button_width(ui, look);
    const Rect at{x, y, w, size::button};
    if (button(ui, id_of("top/examples"), at, look)) open_menu(ui, "examples", at);
    std::vector<MenuItem> items;
    for (const ExampleTitle& each : examples)
        items.push_back({ui.texts[each.title],
                         ui.texts[each.what],
                         {},
                         int(items.size()) == chosen,
                         false,
                         Icon::none});
    const int picked = menu(ui, "examples", items, 300);
    if (picked >= 0) wishes.example = picked;
    return at.right() + 8;
}

// EN and PT side by side, the present one in bold.
float draw_language(Ui& ui, float right, float y, Wishes& wishes) {
    const bool portuguese = ui.texts.language == Language::pt_br;
    const float en_w = text_width(ui, Face::ui_strong, "EN");
    const float pt_w = text_width(ui, Face::ui_strong, "PT");
    const Rect at{right - (en_w + pt_w + 26), y, en_w + pt_w + 26, size::button};
    Button look{
        .label = {}, .kind = ButtonKind::bare, .explanation = ui.texts[TextId::language_hint]};
    if (button(ui, id_of("top/language"), at, look)) wishes.toggle_language = true;
    const float middle = at.middle_y();
    const Theme& theme = *ui.theme;
    draw_text(ui, portuguese ? Face::ui : Face::ui_strong, at.x + 10, middle,
              portuguese ? theme.ink2 : theme.ink, "EN");
    draw_text(ui, portuguese ? Face::ui_strong : Face::ui, at.x + 16 + en_w, middle,
              portuguese ? theme.ink : theme.ink2, "PT");
    return at.x - 8;
}

// Colours, and how large everything is: what one looks for in one place.
void draw_appearance(Ui& ui, Rect at, const TopBarLook& look, Wishes& wishes) {
    struct Row {
        ThemeChoice theme;
        TextId words;
    };
    constexpr Row themes[] = {{ThemeChoice::light, TextId::command_theme_light},
                              {ThemeChoice::dark, TextId::command_theme_dark},
                              {ThemeChoice::system, TextId::command_theme_auto}};
    constexpr float scales[] = {0.8f, 0.9f, 1, 1.1f, 1.25f, 1.5f, 2};
    if (icon_button(ui, id_of("top/appearance"), at, Icon::theme,
                    ui.texts[TextId::appearance_hint]))
        open_menu(ui, "appearance", at);
    const Texts& texts = ui.texts;
    std::vector<MenuItem> items;
    for (const Row& row : themes)
        items.push_back({.label = texts[row.words], .chosen = look.theme == row.theme});
    for (const float scale : scales)
        items.push_back({.label = texts(TextId::status_scale,
                                        {std::to_string(std::lround(scale * 100))}),
                         .key = scale == 1 ? key_words(texts, CommandId::scale_reset) : "",
                         .chosen = std::abs(look.ui_scale - scale) < 0.01f,
                         .rule_before = scale == scales[0]});
    const int picked = menu(ui, "appearance", items);
    if (picked >= int(std::size(themes)))
        wishes.ui_scale = scales[picked - int(std::size(themes))];
    else if (picked >= 0)
        wishes.theme = themes[picked].theme;
}

// What the script runs on, as short as there is room for.
Rect draw_machine_button(Ui& ui, float x, float right, float y, const TopBarLook& look,
                         Wishes& wishes) {
    Button shown{.label = view::machine_words(*look.spec, ui.texts),
                 .kind = ButtonKind::bare,
                 .after = Icon::down,
                 .on = look.machine_open,
                 .explanation = ui.texts[TextId::machine_hint],
                 .key = key_words(ui.texts, CommandId::machine)};
    if (x + button_width(ui, shown) > right)
        shown.label = view::core_count_words(*look.spec, ui.texts);
    const float w = button_width(ui, shown);
    if (x + w > right) return {};
    const Rect at{x, y, w, size::button};
    if (button(ui, id_of("top/machine"), at, shown)) wishes.toggle_machine = true;
    return at;
}

}  // namespace

TopBarPlaces draw_top_bar(Ui& ui, Rect rect, const TopBarLook& look,
                          const std::vector<ExampleTitle>& examples, Wishes& wishes) {
    TopBarPlaces places;
    const float y = rect.y + 8, middle = rect.middle_y();
    draw_logo(ui, {rect.x + 12, rect.y + 9}, 26);
    draw_text(ui, Face::name, rect.x + 46, middle, ui.theme->ink, ui.texts[TextId::app_name]);
    float x = rect.x + 46 + text_width(ui, Face::name, ui.texts[TextId::app_name]) + 22;
    x = draw_file_button(ui, x, y, look.script_name, wishes);
    x = draw_examples_button(ui, x, y, examples, look.example, wishes);
    float right = rect.right() - 12;
    Button share{.label = ui.texts[TextId::share],
                 .kind = ButtonKind::solid,
                 .before = Icon::share,
                 .explanation = ui.texts[TextId::share_hint],
                 .key = key_words(ui.texts, CommandId::share)};
    const float share_w = button_width(ui, share);
    places.share = {right - share_w, y, share_w, size::button};
    if (button(ui, id_of("top/share"), places.share, share)) wishes.share = true;
    right -= share_w + 8;
    const Button orders{.label = ui.texts[TextId::every_order],
                        .before = Icon::fork,
                        .on = look.orders_open,
                        .explanation = ui.texts[TextId::every_order_hint]};
    // Where the window is too narrow for it the machine's button is worth more.
    if (const float w = button_width(ui, orders); right - w - 420 > x) {
        if (button(ui, id_of("top/orders"), {right - w, y, w, size::button}, orders))
            wishes.toggle_orders = true;
        right -= w + 8;
    }
    draw_appearance(ui, {right - 28, y, 28, 28}, look, wishes);
    right = draw_language(ui, right - 36, y, wishes);
    if (icon_button(ui, id_of("top/palette"), {right - 28, y, 28, 28}, Icon::search,
                    ui.texts[TextId::command_palette], key_words(ui.texts, CommandId::palette)))
        wishes.palette = true;
    right -= 36;
    if (look.spec) places.machine = draw_machine_button(ui, x, right, y, look, wishes);
    return places;
}

}  // namespace meada::app
