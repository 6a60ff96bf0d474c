// Quads of the program's own shaders among what ImGui draws: a callback in the draw list uploads
// the instances and draws them with one call.
#include <imgui.h>

#include <cstddef>
#include <cstdio>
#include <deque>

#include "platform/gl.h"
#include "platform/side.h"

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
    GLuint vertex_array = 0, buffer = 0;
};
Shaders& shaders() {
    static Shaders all;
    return all;
}

#ifdef __EMSCRIPTEN__
constexpr const char* version = "#version 300 es\nprecision highp float;\n";
#else
constexpr const char* version = "#version 330\n";
#endif
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

GLuint compile(GLenum kind, const std::string& source, std::string& error) {
    const GLuint shader = gl().CreateShader(kind);
    const char* text = source.c_str();
    gl().ShaderSource(shader, 1, &text, nullptr);
    gl().CompileShader(shader);
    GLint good = 0;
    gl().GetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (!good) {
        char log[1024] = "";
        gl().GetShaderInfoLog(shader, sizeof log, nullptr, log);
        error += log;
    }
    return shader;
}

void link(GlProgram& program) {
    program.tried = true;
    const GLuint vertex = compile(
        GL_VERTEX_SHADER, version + (vertex_head + program.vertex_source), program.error);
    const GLuint fragment = compile(
        GL_FRAGMENT_SHADER, version + (fragment_head + program.fragment_source), program.error);
    const GLuint id = gl().CreateProgram();
    gl().AttachShader(id, vertex);
    gl().AttachShader(id, fragment);
    gl().LinkProgram(id);
    gl().DeleteShader(vertex);
    gl().DeleteShader(fragment);
    GLint good = 0;
    gl().GetProgramiv(id, GL_LINK_STATUS, &good);
    if (!good) {
        if (program.error.empty()) program.error = "the program did not link";
        std::fprintf(stderr, "meada: shader: %s\n", program.error.c_str());
        return;
    }
    program.id = id;
    program.view = gl().GetUniformLocation(id, "view");
    program.scale = gl().GetUniformLocation(id, "scale");
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

// ImGui sets the scissor for its own commands only.
void clip(const ImDrawData& data, const ImVec4& rect) {
    const float bottom = data.DisplayPos.y + data.DisplaySize.y;
    gl().Scissor(GLint(rect.x - data.DisplayPos.x), GLint(bottom - rect.w),
                 GLsizei(rect.z - rect.x), GLsizei(rect.w - rect.y));
}

void draw(const ImDrawList*, const ImDrawCmd* command) {
    const Use& use = *static_cast<const Use*>(command->UserCallbackData);
    Shaders& all = shaders();
    GlProgram& program = all.programs[use.program];
    if (!program.tried) link(program);
    if (!program.id) return;
    const ImDrawData& data = *ImGui::GetDrawData();
    clip(data, command->ClipRect);
    if (!all.buffer) make_buffers(all);
    gl().BindVertexArray(all.vertex_array);
    gl().BindBuffer(GL_ARRAY_BUFFER, all.buffer);
    gl().BufferData(GL_ARRAY_BUFFER, GLsizeiptr(use.quads.size() * sizeof(Quad)),
                    use.quads.data(), GL_STREAM_DRAW);
    gl().UseProgram(program.id);
    gl().Uniform4f(program.view, data.DisplayPos.x, data.DisplayPos.y, data.DisplaySize.x,
                   data.DisplaySize.y);
    gl().Uniform1f(program.scale, use.scale);
    gl().DrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, GLsizei(use.quads.size()));
}

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
    list->AddCallback(draw, &all.uses.back());
    list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

const std::string& shader_error(Shader shader) { return shaders().programs[shader.index].error; }

}  // namespace meada::platform
