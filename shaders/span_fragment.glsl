// A span as the design draws it: solid where something runs; ground, pattern and outline where it
// waits. Patterns are one function each, in points; x runs along the lane, anchored to time, and y
// from 7 above the lane's middle.
in vec2 at;
flat in vec2 size;
flat in vec4 values;
flat in vec4 color;

// values.x, as app/spans.cpp writes it
const float first_pattern = 2.0;  // less: solid
const float ready = 7.0;

float stroke(float distance_to_line, float width) {
    return clamp((width * 0.5 - distance_to_line) * scale + 0.5, 0.0, 1.0);
}

float dots(vec2 p) {  // sleep
    vec2 cell = vec2(mod(p.x, 8.0), mod(p.y, 7.0));
    float d = min(distance(cell, vec2(2.0, 1.75)), distance(cell, vec2(6.0, 5.25)));
    return clamp((1.15 - d) * scale + 0.5, 0.0, 1.0);
}

float diagonals(vec2 p) {  // input and output
    float d = abs(mod(p.x + p.y + 3.0, 6.0) - 3.0) * 0.7071;
    return stroke(d, 1.5);
}

float crosses(vec2 p) {  // lock
    float a = abs(mod(p.x + p.y + 3.5, 7.0) - 3.5), b = abs(mod(p.x - p.y + 3.5, 7.0) - 3.5);
    return stroke(min(a, b) * 0.7071, 1.2);
}

float waves(vec2 p) {  // await, join
    float turn = 6.2831853 / 14.0;
    float wave = 3.5 - 2.475 * sin(p.x * turn), slope = 2.475 * turn * cos(p.x * turn);
    float d = abs(mod(p.y - wave + 3.5, 7.0) - 3.5) / sqrt(1.0 + slope * slope);
    return stroke(d, 1.5);
}

float bars(vec2 p) {  // GIL
    return stroke(abs(mod(p.x, 4.0) - 2.0), 1.5);
}

float chevrons(vec2 p) {  // ready
    float y = abs(p.y - 7.0);
    float d = abs(mod(p.x + y - 5.5 + 3.5, 7.0) - 3.5) * 0.7071;
    return y > 4.0 ? 0.0 : stroke(d, 1.2);
}

float pattern_ink(float pattern, vec2 p) {
    return pattern < 0.5   ? dots(p)
           : pattern < 1.5 ? diagonals(p)
           : pattern < 2.5 ? crosses(p)
           : pattern < 3.5 ? waves(p)
           : pattern < 4.5 ? bars(p)
                           : chevrons(p);
}

// Pixels to the edge of the rectangle with round corners; negative inside.
float edge_distance(float radius) {
    vec2 q = abs(at - size * 0.5) - size * 0.5 + radius;
    return (length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius) * scale;
}

void main() {
    float what = values.x, phase = values.y;
    float radius = min(values.z, min(size.x, size.y) * 0.5);
    float edge = edge_distance(radius);
    float inside = clamp(0.5 - edge, 0.0, 1.0);
    if (what < first_pattern) {  // values.w: how much of its time, where it stands for many
        out_color = vec4(color.rgb, color.a * inside * values.w);
        return;
    }
    float line = clamp(scale * 0.5 + 0.5 - abs(edge + scale * 0.5), 0.0, 1.0);
    bool along = min(at.y, size.y - at.y) < min(at.x, size.x - at.x);
    bool gap = mod(along ? at.x + phase : at.y, 5.0) > 3.0;
    float outline = what < ready ? line * 0.55 : gap ? 0.0 : line;
    float within = clamp(0.5 - edge - scale, 0.0, 1.0);
    vec2 p = vec2(at.x + phase, at.y - size.y * 0.5 + 7.0);
    float ink = pattern_ink(what - first_pattern, p) * within;
    float clear = (1.0 - 0.13 * inside) * (1.0 - ink) * (1.0 - outline);
    out_color = vec4(color.rgb, color.a * (1.0 - clear));
}
