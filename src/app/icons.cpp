#include "app/icons.h"

#include <cmath>
#include <cstdlib>

namespace meada::app {

namespace {

constexpr const char* shapes[] = {
    "",
#define ICON(name, shape) shape,
#include "app/icons.def"
#undef ICON
};
constexpr float pi = 3.14159265f;

// Reads a shape and paints it; `scale` is pixels a unit of the grid.
struct Painter {
    ImDrawList* list;
    ImVec2 origin;
    float scale;
    ImU32 colour;
    float width_px;
    const char* at;
    ImVec2 pen{}, start{};
    bool filled = false, open = false;

    float number() {
        char* end = nullptr;
        const float value = std::strtof(at, &end);
        at = end;
        return value;
    }
    ImVec2 point() {
        const float x = number();
        return {x, number()};
    }
    ImVec2 placed(ImVec2 p) const { return {origin.x + p.x * scale, origin.y + p.y * scale}; }
    void to(ImVec2 p) {
        pen = p;
        list->PathLineTo(placed(p));
    }
    void finish(bool closed) {
        if (!open) return;
        open = false;
        if (filled) {
            const ImVector<ImVec2> outline = list->_Path;
            list->PathFillConvex(colour);
            for (const ImVec2& each : outline) list->PathLineTo(each);
        }
        list->PathStroke(colour, closed ? ImDrawFlags_Closed : 0, width_px);
    }
    void begin(ImVec2 p) {
        finish(false);
        open = true;
        filled = next_filled;
        next_filled = false;
        start = p;
        to(p);
    }
    bool next_filled = false;

    // SVG's arc by its ends; only what the icons need: equal radii, no rotation.
    void arc() {
        const float radius = number();
        for (int i = 0; i < 2; ++i) number();
        const bool large = number() != 0, sweep = number() != 0;
        const ImVec2 from = pen, end = point();
        const float dx = (end.x - from.x) / 2, dy = (end.y - from.y) / 2;
        const float half = std::hypot(dx, dy);
        const float rise = std::sqrt(std::max(0.0f, radius * radius - half * half));
        const float side = large == sweep ? -1.0f : 1.0f;
        const float cx = from.x + dx + side * -dy / half * rise;
        const float cy = from.y + dy + side * dx / half * rise;
        const float a = std::atan2(from.y - cy, from.x - cx);
        float b = std::atan2(end.y - cy, end.x - cx);
        if (sweep && b <= a) b += 2 * pi;
        if (!sweep && b >= a) b -= 2 * pi;
        for (int i = 1; i <= 12; ++i) {
            const float t = a + (b - a) * float(i) / 12;
            list->PathLineTo(placed({cx + radius * std::cos(t), cy + radius * std::sin(t)}));
        }
        pen = end;
    }
    void circle() {
        finish(false);
        const ImVec2 centre = placed(point());
        const float radius = number() * scale;
        if (next_filled)
            list->AddCircleFilled(centre, radius, colour);
        else
            list->AddCircle(centre, radius, colour, 0, width_px);
        next_filled = false;
    }
    void box() {
        finish(false);
        const ImVec2 corner = point(), size = point();
        const float radius = number() * scale;
        const ImVec2 low = placed(corner), high = placed({corner.x + size.x, corner.y + size.y});
        if (next_filled) list->AddRectFilled(low, high, colour, radius);
        list->AddRect(low, high, colour, radius, 0, width_px);
        next_filled = false;
    }
    void paint() {
        while (*at) {
            const char command = *at++;
            switch (command) {
                case '!':
                    finish(false);
                    next_filled = true;
                    break;
                case 'M':
                    begin(point());
                    break;
                case 'L':
                    to(point());
                    break;
                case 'H':
                    to({number(), pen.y});
                    break;
                case 'V':
                    to({pen.x, number()});
                    break;
                case 'C': {
                    const ImVec2 a = point(), b = point(), c = point();
                    list->PathBezierCubicCurveTo(placed(a), placed(b), placed(c));
                    pen = c;
                    break;
                }
                case 'A':
                    arc();
                    break;
                case 'Z':
                    finish(true);
                    break;
                case 'O':
                    circle();
                    break;
                case 'R':
                    box();
                    break;
                default:
                    break;
            }
        }
        finish(false);
    }
};

void paint(Ui& ui, const char* shape, Point corner, float unit, ImU32 colour, float width) {
    Painter painter{ui.list,
                    {corner.x * ui.scale, corner.y * ui.scale},
                    unit * ui.scale,
                    colour,
                    width * unit * ui.scale,
                    shape};
    painter.paint();
}

}  // namespace

void draw_icon(Ui& ui, Icon icon, Point centre, float size, ImU32 colour) {
    if (icon == Icon::none) return;
    const Point corner{centre.x - size / 2, centre.y - size / 2};
    paint(ui, shapes[size_t(icon)], corner, size / 16, colour, 1.5f);
}

Icon icon_of(view::Look look) {
    switch (look) {
        case view::Look::none:
            return Icon::none;
        case view::Look::running:
            return Icon::run;
        case view::Look::ready:
            return Icon::ready;
        case view::Look::sleep:
            return Icon::sleep;
        case view::Look::io:
            return Icon::io;
        case view::Look::lock:
            return Icon::lock;
        case view::Look::await:
            return Icon::await;
        case view::Look::gil:
            return Icon::gil;
        case view::Look::done:
            return Icon::done;
        case view::Look::failed:
            return Icon::close;
        case view::Look::cancelled:
            return Icon::cancelled;
    }
    return Icon::none;
}

void draw_logo(Ui& ui, Point corner, float size) {
    const float unit = size / 24;
    const Theme& theme = *ui.theme;
    paint(ui, "M12 3.2 C3.5 3.2 3.5 12 12 12 C20.5 12 20.5 20.8 12 20.8", corner, unit,
          theme.yarns[0], 2);
    paint(ui, "M12 7.4 C8.2 7.4 8.2 12 12 12 C15.8 12 15.8 16.6 12 16.6", corner, unit,
          theme.yarns[1], 2);
    paint(ui, "M12 3.2 C20.5 3.2 20.5 12 12 12 C3.5 12 3.5 20.8 12 20.8", corner, unit,
          theme.yarns[2], 2);
    paint(ui, "M8.2 12 H15.8", corner, unit, theme.ink, 2);
}

}  // namespace meada::app
