#include "app/spans.h"

#include <algorithm>
#include <cmath>

#include <shaders.h>

namespace meada::app {

namespace {

constexpr float period = 56 * 3 * 5;  // a multiple of every pattern's width, and of the dashes
constexpr float pattern_from_w = 8;   // below it a flat tint

// As span_fragment.glsl knows them.
float kind_of(view::Look look) {
    switch (look) {
        case view::Look::sleep:
            return 2;
        case view::Look::io:
            return 3;
        case view::Look::lock:
            return 4;
        case view::Look::await:
            return 5;
        case view::Look::gil:
            return 6;
        default:
            return 7;
    }
}

// On whole pixels, so that neighbours meet without a seam; at least one wide.
platform::Quad quad_of(const Ui& ui, Rect rect, ImU32 colour) {
    const float left = std::round(rect.x * ui.scale), right = std::round(rect.right() * ui.scale);
    const float top = std::round(rect.y * ui.scale), bottom = std::round(rect.bottom() * ui.scale);
    return {left, top, std::max(1.0f, right - left), bottom - top, {}, colour};
}

platform::Shader span_shader() {
    static const platform::Shader shader = platform::make_shader(
        std::string(shaders::span_vertex_glsl), std::string(shaders::span_fragment_glsl));
    return shader;
}

}  // namespace

void add_bar(const Ui& ui, SpanQuads& quads, Rect rect, ImU32 colour, float radius, float share) {
    platform::Quad quad = quad_of(ui, rect, colour);
    quad.values[2] = std::min(radius, rect.w / 2);
    quad.values[3] = share;
    quads.push_back(quad);
}

void add_span(const Ui& ui, SpanQuads& quads, Rect rect, view::Look look, ImU32 yarn, float phase) {
    if (look == view::Look::running) return add_bar(ui, quads, rect, yarn, size::radius_span);
    if (rect.w < pattern_from_w) return add_bar(ui, quads, rect, yarn, 0, 0.5f);
    platform::Quad quad = quad_of(ui, rect, yarn);
    quad.values[0] = kind_of(look);
    quad.values[1] = std::fmod(std::fmod(phase, period) + period, period);
    quad.values[2] = 2;
    quad.values[3] = 1;
    quads.push_back(quad);
}

void draw_spans(Ui& ui, SpanQuads quads) {
    platform::draw_quads(ui.list, span_shader(), ui.scale, std::move(quads));
}

}  // namespace meada::app
