// Sizes of cells: multiples of 16 to 256, then four steps to each doubling. A page holds cells of
// one size. Inside vm.
#pragma once

#include <array>
#include <cstdint>

#include "vm/block.h"

namespace meada {

constexpr std::array<uint16_t, size_class_count> size_class_sizes = {
    0,   16,  32,  48,  64,  80,  96,  112,  128,  144,  160,  176,  192,  208,  224,  240,
    256, 320, 384, 448, 512, 640, 768, 896,  1024, 1280, 1536, 1792, 2048, 2720, 4096, 8192};

constexpr uint32_t size_of_class(uint32_t size_class) { return size_class_sizes[size_class]; }
constexpr uint32_t cells_of_class(uint32_t size_class) {
    return page_size_bytes / size_class_sizes[size_class];
}

constexpr auto make_class_table() {  // by size in 16 bytes, rounded up
    std::array<uint8_t, cell_size_bytes_max / 16 + 1> table{};
    uint8_t size_class = 1;
    for (uint32_t index = 0; index < table.size(); ++index) {
        while (size_class_sizes[size_class] < index * 16) ++size_class;
        table[index] = size_class;
    }
    return table;
}
constexpr auto class_table = make_class_table();

inline uint32_t class_of_size(uint32_t size) { return class_table[(size + 15) / 16]; }

}  // namespace meada
