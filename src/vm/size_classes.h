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
constexpr auto make_cell_counts() {
    std::array<uint16_t, size_class_count> counts{};
    for (uint32_t size_class = 1; size_class < size_class_count; ++size_class)
        counts[size_class] =
            static_cast<uint16_t>(page_size_bytes / size_class_sizes[size_class]);
    return counts;
}
constexpr auto cell_counts = make_cell_counts();
constexpr uint32_t cells_of_class(uint32_t size_class) { return cell_counts[size_class]; }

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

// Calls function(offset) for every cell of this kind, in order of address.
template <typename Function>
void each_cell_of_kind(const Block& block, Kind kind, Function&& function) {
    const uint32_t page_count = block.header().page_count;
    for (uint32_t index = 0; index < page_count; ++index) {
        const Page page = block.at<Page>(page_table_offset)[index];
        if (page.size_class == 0 || page.size_class == size_class_rest) continue;
        const bool large = page.size_class == size_class_large;
        const uint32_t size = large ? 0 : size_of_class(page.size_class);
        const uint32_t count = large ? 1 : page.used_cells;
        for (uint32_t number = 0; number < count; ++number) {
            const uint32_t cell = index * page_size_bytes + number * size;
            if (block.at<Object>(cell)->kind == kind) function(cell);
        }
    }
}

}  // namespace meada
