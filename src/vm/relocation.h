// Moves a block's bytes to another address, for the chaos option: who still points to where they
// were finds nothing of them. Inside vm.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace meada {

struct Relocation {
    // Where the `size` bytes lie from now on that lay at `bytes`: what malloc gave, or the last
    // call.
    uint8_t* move(uint8_t* bytes, size_t size);
    // In place of free(), for either.
    void release(uint8_t* bytes);

    uint8_t* moved = nullptr;  // what the last move() gave, unless it was released
    size_t size = 0;
    // Addresses where nothing can be read: two, so that a pointer that is kept over one move or
    // over two is wrong.
    std::array<uint8_t*, 2> reserved{};
};

}  // namespace meada
