#include "platform/gl.h"

#include <SDL.h>

#include <cstdio>

namespace meada::platform {

namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* version = "#version 300 es\nprecision highp float;\n";
#else
constexpr const char* version = "#version 330\n";
#endif

GLuint compile(GLenum kind, const std::string& source, std::string& error) {
    const GLuint shader = gl().CreateShader(kind);
    const std::string whole = version + source;
    const char* text = whole.c_str();
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

}  // namespace

const Gl& gl() {
    static const Gl functions = [] {
        Gl found{};
#ifdef __EMSCRIPTEN__
#define GL_FUNCTION(result, name, ...) found.name = gl##name;
#else
#define GL_FUNCTION(result, name, ...) \
    found.name = reinterpret_cast<result (*)(__VA_ARGS__)>(SDL_GL_GetProcAddress("gl" #name));
#endif
#include "platform/gl.def"
#undef GL_FUNCTION
        return found;
    }();
    return functions;
}

GLuint make_program(const std::string& vertex_source, const std::string& fragment_source,
                    std::string& error) {
    const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source, error);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source, error);
    const GLuint id = gl().CreateProgram();
    gl().AttachShader(id, vertex);
    gl().AttachShader(id, fragment);
    gl().LinkProgram(id);
    gl().DeleteShader(vertex);
    gl().DeleteShader(fragment);
    GLint good = 0;
    gl().GetProgramiv(id, GL_LINK_STATUS, &good);
    if (good) return id;
    if (error.empty()) error = "the program did not link";
    std::fprintf(stderr, "meada: shader: %s\n", error.c_str());
    return 0;
}

}  // namespace meada::platform
