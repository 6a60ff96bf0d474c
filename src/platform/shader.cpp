// Quads of the program's own shaders among what ImGui draws: a command in the draw list stands for
// them, and they are uploaded as instances and drawn with one call.
#include <imgui.h>

#include <cmath>
#include <cstddef>
#include <deque>

#include "platform/draw.h"
#include "platform/gl.h"

namespace meada::platform {

namespace {

struct GlProgram {
    std::string vertex_source, fragment_source;
    std::string error;
    GLuint id = 0;
    GLint view = -1, scale = -1;
    bool tried = false;
};
struct Use {
    uint32_t program;
    float scale;
    std::vector<Quad> quads;
};
struct Shaders {
    std::deque<GlProgram> programs;
    std::deque<Use> uses;  // of this frame; draw lists point into it
    uint64_t uses_frame = 0;
    std::vector<Quad> seen;  // of one use, in one part of the window
    GLuint vertex_array = 0, buffer = 0;
};
Shaders& shaders() {
    static Shaders all;
    return all;
}

constexpr const char* vertex_head = R"(
layout(location = 0) in vec4 quad_rect;
layout(location = 1) in vec4 quad_values;
layout(location = 2) in vec4 quad_color;
uniform vec4 view;
uniform float scale;
)";
constexpr const char* fragment_head = R"(
uniform float scale;
out vec4 out_color;
)";

void link(GlProgram& program) {
    program.tried = true;
    program.id = make_program(vertex_head + program.vertex_source,
                              fragment_head + program.fragment_source, program.error);
    if (!program.id) return;
    program.view = gl().GetUniformLocation(program.id, "view");
    program.scale = gl().GetUniformLocation(program.id, "scale");
}

void attribute(GLuint location, GLint count, GLenum type, size_t offset) {
    gl().EnableVertexAttribArray(location);
    gl().VertexAttribPointer(location, count, type, type == GL_UNSIGNED_BYTE, sizeof(Quad),
                             reinterpret_cast<const void*>(offset));
    gl().VertexAttribDivisor(location, 1);
}

void make_buffers(Shaders& all) {
    gl().GenVertexArrays(1, &all.vertex_array);
    gl().GenBuffers(1, &all.buffer);
    gl().BindVertexArray(all.vertex_array);
    gl().BindBuffer(GL_ARRAY_BUFFER, all.buffer);
    attribute(0, 4, GL_FLOAT, offsetof(Quad, x));
    attribute(1, 4, GL_FLOAT, offsetof(Quad, values));
    attribute(2, 4, GL_UNSIGNED_BYTE, offsetof(Quad, colour));
}

const Use& use_of(const ImDrawCmd& command) {
    return *static_cast<const Use*>(command.UserCallbackData);
}

// Only marks the command: draw.cpp knows what to do.
void mark(const ImDrawList*, const ImDrawCmd*) {}

}  // namespace

Shader make_shader(std::string vertex_source, std::string fragment_source) {
    GlProgram program;
    program.vertex_source = std::move(vertex_source);
    program.fragment_source = std::move(fragment_source);
    shaders().programs.push_back(std::move(program));
    return {uint32_t(shaders().programs.size() - 1)};
}

void draw_quads(ImDrawList* list, Shader shader, float scale, std::vector<Quad> quads) {
    if (quads.empty()) return;
    Shaders& all = shaders();
    if (all.uses_frame != frame_count()) {
        all.uses.clear();
        all.uses_frame = frame_count();
    }
    all.uses.push_back({shader.index, scale, std::move(quads)});
    list->AddCallback(mark, &all.uses.back());
}

std::span<const Quad> quads_of(const ImDrawCmd& command) { return use_of(command).quads; }

Box box_of(const Quad& quad) {
    return {int(std::floor(quad.x)) - 1, int(std::floor(quad.y)) - 1,
            int(std::ceil(quad.x + quad.width)) + 1, int(std::ceil(quad.y + quad.height)) + 1};
}

void draw_quads_of(const ImDrawCmd& command, const Box& box, const ImDrawData& data) {
    const Use& use = use_of(command);
    Shaders& all = shaders();
    GlProgram& program = all.programs[use.program];
    if (!program.tried) link(program);
    if (!program.id) return;
    // Without a graphics card each instance costs as much as a call.
    all.seen.clear();
    for (const Quad& quad : use.quads)
        if (!common(box_of(quad), box).empty()) all.seen.push_back(quad);
    if (all.seen.empty()) return;
    if (!all.buffer) make_buffers(all);
    gl().BindVertexArray(all.vertex_array);
    gl().BindBuffer(GL_ARRAY_BUFFER, all.buffer);
    gl().BufferData(GL_ARRAY_BUFFER, GLsizeiptr(all.seen.size() * sizeof(Quad)), all.seen.data(),
                    GL_STREAM_DRAW);
    gl().UseProgram(program.id);
    gl().Uniform4f(program.view, data.DisplayPos.x, data.DisplayPos.y, data.DisplaySize.x,
                   data.DisplaySize.y);
    gl().Uniform1f(program.scale, use.scale);
    gl().DrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, GLsizei(all.seen.size()));
}

const std::string& shader_error(Shader shader) { return shaders().programs[shader.index].error; }

}  // namespace meada::platform
