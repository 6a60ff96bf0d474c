// std::string's members, compiled here: Emscripten's own libc++ has them compiled for size.
#include <string>

#ifdef __EMSCRIPTEN__
template class std::basic_string<char>;
#endif
