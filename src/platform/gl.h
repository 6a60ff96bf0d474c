// Inside of platform: the few GL functions that drawing and screenshots need. The desktop asks
// SDL for each; the web build links them.
#pragma once

#include <string>

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <SDL_opengl.h>
#include <SDL_opengl_glext.h>
#endif

namespace meada::platform {

struct Gl {
#define GL_FUNCTION(result, name, ...) result (*name)(__VA_ARGS__);
#include "platform/gl.def"
#undef GL_FUNCTION
};
const Gl& gl();

// A program of both sources, which have no #version; 0: it did not compile, and `error` says why.
GLuint make_program(const std::string& vertex_source, const std::string& fragment_source,
                    std::string& error);

}  // namespace meada::platform
