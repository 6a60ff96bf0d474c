// A span of the timeline: a rectangle with half a pixel around it for soft edges.
out vec2 at;              // points, from the rectangle's left top
flat out vec2 size;       // points
flat out vec4 values;     // what, phase, radius, share: see span_fragment.glsl
flat out vec4 color;

void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    vec2 pixel = quad_rect.xy - 0.5 + corner * (quad_rect.zw + 1.0);
    at = (pixel - quad_rect.xy) / scale;
    size = quad_rect.zw / scale;
    values = quad_values;
    color = quad_color;
    vec2 part = (pixel - view.xy) / view.zw;
    gl_Position = vec4(part.x * 2.0 - 1.0, 1.0 - part.y * 2.0, 0.0, 1.0);
}
