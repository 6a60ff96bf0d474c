// Zeroing memory, in whole units of 16 bytes.
#pragma once

#include <cstdint>
#include <cstring>

namespace meada {

#ifdef __wasm__
// Emscripten's memset goes byte by byte at both ends and never asks the engine.
void zero_units(uint8_t* bytes, size_t size);
#else
inline void zero_units(uint8_t* bytes, size_t size) { std::memset(bytes, 0, size); }
#endif

}  // namespace meada
