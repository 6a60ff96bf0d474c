#include "lang/ast.h"

namespace meada::lang {

void* Arena::allocate(size_t size, size_t alignment) {
    const size_t padding = (alignment - reinterpret_cast<uintptr_t>(next_) % alignment) % alignment;
    if (size + padding > left_) {
        const size_t block_size = size > block_size_bytes ? size : block_size_bytes;
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block_size));
        next_ = blocks_.back().get() + size;
        left_ = block_size - size;
        return blocks_.back().get();  // new[] aligns for every node
    }
    void* place = next_ + padding;
    next_ += size + padding;
    left_ -= size + padding;
    return place;
}

std::string_view Arena::text(std::string_view value) {
    if (value.empty()) return {};
    char* copy = static_cast<char*>(allocate(value.size(), 1));
    std::memcpy(copy, value.data(), value.size());
    return {copy, value.size()};
}

}  // namespace meada::lang
