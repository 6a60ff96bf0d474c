#include "platform/gl.h"

#include <SDL.h>

namespace meada::platform {

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

}  // namespace meada::platform
