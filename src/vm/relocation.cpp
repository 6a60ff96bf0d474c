#include "vm/relocation.h"

#include <cstdlib>
#include <cstring>

#include "base/assert.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace meada {

#ifdef __linux__
// The pages change their address, and are not copied: a script can be shaken at each instruction.

namespace {

// There, if that is free.
uint8_t* reserve(uint8_t* there, size_t size) {
    void* place =
        mmap(there, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    ASSERT(place != MAP_FAILED);
    return static_cast<uint8_t*>(place);
}

}  // namespace

uint8_t* Relocation::move(uint8_t* bytes, size_t size_bytes) {
    if (bytes != moved) {
        uint8_t* first = reserve(nullptr, size_bytes);
        ASSERT(mprotect(first, size_bytes, PROT_READ | PROT_WRITE) == 0);
        std::memcpy(first, bytes, size_bytes);
        release(bytes);
        for (uint8_t*& place : reserved) place = reserve(nullptr, size_bytes);
        size = size_bytes;
        return moved = first;
    }
    ASSERT(size_bytes == size);
    moved = reserved[0];
    ASSERT(mremap(bytes, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, moved) == moved);
    reserved = {reserved[1], reserve(bytes, size)};
    return moved;
}

void Relocation::release(uint8_t* bytes) {
    if (!bytes || bytes != moved) return std::free(bytes);
    for (uint8_t* place : {moved, reserved[0], reserved[1]}) munmap(place, size);
    *this = {};
}

#else

uint8_t* Relocation::move(uint8_t* bytes, size_t size_bytes) {
    auto* to = static_cast<uint8_t*>(std::malloc(size_bytes));
    ASSERT(to != nullptr);
    std::memcpy(to, bytes, size_bytes);
    std::memset(bytes, 0xdb, size_bytes);
    std::free(bytes);
    return to;
}

void Relocation::release(uint8_t* bytes) { std::free(bytes); }

#endif

}  // namespace meada
