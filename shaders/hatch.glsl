// The patterns of waiting, one function each, in points. frag_uv.x runs along the lane, anchored to
// time; frag_uv.y is 64 * pattern + 32 + the distance from the lane's middle. params[0].x is
// pixels a point. The yarn's colour is frag_color.

float stroke(float distance_to_line, float width) {
    return clamp((width * 0.5 - distance_to_line) * params[0].x + 0.5, 0.0, 1.0);
}

float dots(vec2 p) {  // sleep
    vec2 cell = vec2(mod(p.x, 8.0), mod(p.y, 7.0));
    float d = min(distance(cell, vec2(2.0, 1.75)), distance(cell, vec2(6.0, 5.25)));
    return clamp((1.15 - d) * params[0].x + 0.5, 0.0, 1.0);
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

void main() {
    float pattern = floor(frag_uv.y / 64.0);
    vec2 p = vec2(frag_uv.x, frag_uv.y - pattern * 64.0 - 32.0 + 7.0);
    float ink = pattern < 0.5   ? dots(p)
                : pattern < 1.5 ? diagonals(p)
                : pattern < 2.5 ? crosses(p)
                : pattern < 3.5 ? waves(p)
                : pattern < 4.5 ? bars(p)
                                : chevrons(p);
    out_color = vec4(frag_color.rgb, frag_color.a * ink);
}
