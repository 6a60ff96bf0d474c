#include "app/hatch.h"

#include <algorithm>
#include <cmath>

#include <shaders.h>
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float period = 56 * 3;  // a multiple of every pattern's width

int pattern_of(view::Look look) {
    switch (look) {
        case view::Look::sleep:
            return 0;
        case view::Look::io:
            return 1;
        case view::Look::lock:
            return 2;
        case view::Look::await:
            return 3;
        case view::Look::gil:
            return 4;
        default:
            return 5;
    }
}

platform::Shader hatch_shader() {
    static const platform::Shader shader = platform::make_shader(std::string(shaders::hatch_glsl));
    return shader;
}

}  // namespace

void draw_hatches(Ui& ui, const std::vector<HatchQuad>& quads) {
    if (quads.empty()) return;
    platform::ShaderParams params{};
    params[0][0] = ui.scale;
    platform::begin_shader(ui.list, hatch_shader(), params);
    for (const HatchQuad& quad : quads) {
        const float left = std::fmod(std::fmod(quad.phase, period) + period, period);
        const float middle = 64.0f * float(pattern_of(quad.look)) + 32, half = quad.rect.h / 2;
        ui.list->PrimReserve(6, 4);
        ui.list->PrimRectUV({quad.rect.x * ui.scale, quad.rect.y * ui.scale},
                            {quad.rect.right() * ui.scale, quad.rect.bottom() * ui.scale},
                            {left, middle - half}, {left + quad.rect.w, middle + half},
                            quad.colour);
    }
    platform::end_shader(ui.list);
}

void draw_span(Ui& ui, Rect rect, view::Look look, ImU32 yarn, float phase,
               std::vector<HatchQuad>& quads) {
    if (look == view::Look::running) {
        fill(ui, rect, yarn, std::min(size::radius_span, rect.w / 2));
        return;
    }
    if (rect.w < 8) {  // too small for a pattern: a flat tint
        fill(ui, rect, with_alpha(yarn, 0.5f));
        return;
    }
    fill(ui, rect, with_alpha(yarn, 0.13f), 2);
    quads.push_back({rect.inset(1), look, yarn, phase + 1});
    if (look == view::Look::ready)
        dashed_outline(ui, rect, yarn, 2);
    else
        outline(ui, rect, with_alpha(yarn, 0.55f), 2);
}

}  // namespace meada::app
