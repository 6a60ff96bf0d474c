#include "base/zeros.h"

#ifdef __wasm__
namespace meada {
namespace {

// The engine's own, which costs a call out of WebAssembly.
[[gnu::target("bulk-memory"), gnu::noinline]] void fill(uint8_t* bytes, size_t size) {
    std::memset(bytes, 0, size);
}

}  // namespace

[[clang::no_builtin]] void zero_units(uint8_t* bytes, size_t size) {
    if (size >= 512) return fill(bytes, size);
    for (auto* end = bytes + size; bytes != end; bytes += 16) {
        auto* words = reinterpret_cast<uint64_t*>(bytes);
        words[0] = words[1] = 0;
    }
}

}  // namespace meada
#endif
