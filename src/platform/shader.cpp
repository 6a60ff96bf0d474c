// Fragment shaders over parts of ImGui's draw lists. Made in the draw callback, when ImGui's own
// program is bound: its attribute locations are taken over, so its vertex layout stays valid.
#include <imgui.h>

#include <deque>
#include <memory>

#include "platform/gl.h"
#include "platform/side.h"

namespace meada::platform {

namespace {

struct GlProgram {
    std::string source;
    std::string error;
    GLuint id = 0;
    GLint projection = -1, params = -1, atlas = -1;
    bool tried = false;
};
struct Use {
    uint32_t program;
    ShaderParams params;
};
struct Shaders {
    std::deque<GlProgram> programs;
    std::deque<Use> uses;  // of this frame; draw lists point into it
    uint64_t uses_frame = 0;
};
Shaders& shaders() {
    static Shaders all;
    return all;
}

#ifdef __EMSCRIPTEN__
constexpr const char* version = "#version 300 es\nprecision highp float;\n";
#else
constexpr const char* version = "#version 150\n";
#endif
constexpr const char* vertex_source = R"(
in vec2 Position; in vec2 UV; in vec4 Color;
uniform mat4 projection;
out vec2 frag_uv; out vec4 frag_color;
void main() {
    frag_uv = UV;
    frag_color = Color;
    gl_Position = projection * vec4(Position, 0.0, 1.0);
})";
constexpr const char* fragment_head = R"(
in vec2 frag_uv; in vec4 frag_color;
uniform vec4 params[8];
uniform sampler2D atlas;
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
    GLint bound = 0;
    gl().GetIntegerv(GL_CURRENT_PROGRAM, &bound);
    const GLuint vertex =
        compile(GL_VERTEX_SHADER, std::string(version) + vertex_source, program.error);
    const GLuint fragment =
        compile(GL_FRAGMENT_SHADER, version + (fragment_head + program.source), program.error);
    const GLuint id = gl().CreateProgram();
    gl().AttachShader(id, vertex);
    gl().AttachShader(id, fragment);
    for (const char* name : {"Position", "UV", "Color"}) {
        const GLint location = gl().GetAttribLocation(GLuint(bound), name);
        if (location >= 0) gl().BindAttribLocation(id, GLuint(location), name);
    }
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
    program.projection = gl().GetUniformLocation(id, "projection");
    program.params = gl().GetUniformLocation(id, "params");
    program.atlas = gl().GetUniformLocation(id, "atlas");
}

void bind(const ImDrawList*, const ImDrawCmd* command) {
    const Use& use = *static_cast<const Use*>(command->UserCallbackData);
    GlProgram& program = shaders().programs[use.program];
    if (!program.tried) link(program);
    if (!program.id) return;
    const ImDrawData& data = *ImGui::GetDrawData();
    const float left = data.DisplayPos.x, right = left + data.DisplaySize.x;
    const float top = data.DisplayPos.y, bottom = top + data.DisplaySize.y;
    const float projection[16] = {
        2 / (right - left),
        0,
        0,
        0,
        0,
        2 / (top - bottom),
        0,
        0,
        0,
        0,
        -1,
        0,
        (right + left) / (left - right),
        (top + bottom) / (bottom - top),
        0,
        1,
    };
    gl().UseProgram(program.id);
    gl().UniformMatrix4fv(program.projection, 1, GL_FALSE, projection);
    gl().Uniform4fv(program.params, 8, use.params[0].data());
    gl().Uniform1i(program.atlas, 0);
}

}  // namespace

Shader make_shader(std::string fragment_source) {
    GlProgram program;
    program.source = std::move(fragment_source);
    shaders().programs.push_back(std::move(program));
    return {uint32_t(shaders().programs.size() - 1)};
}

void begin_shader(ImDrawList* list, Shader shader, const ShaderParams& params) {
    Shaders& all = shaders();
    if (all.uses_frame != frame_count()) {
        all.uses.clear();
        all.uses_frame = frame_count();
    }
    all.uses.push_back({shader.index, params});
    list->AddCallback(bind, &all.uses.back());
}

void end_shader(ImDrawList* list) { list->AddCallback(ImDrawCallback_ResetRenderState, nullptr); }

const std::string& shader_error(Shader shader) { return shaders().programs[shader.index].error; }

}  // namespace meada::platform
