#include "machine/kept_texts.h"

#include <algorithm>
#include <cstring>

namespace meada {

std::string_view KeptTexts::keep(uint64_t number, std::string_view text) {
    if (text.empty()) return {};
    if (chunks_.empty() || chunks_.back().size - chunks_.back().used < text.size()) {
        const size_t size = std::max(chunk_bytes, text.size());
        chunks_.push_back({std::make_unique_for_overwrite<char[]>(size), size, 0, number});
        size_bytes_ += size;
    }
    Chunk& chunk = chunks_.back();
    char* const copy = chunk.bytes.get() + chunk.used;
    std::memcpy(copy, text.data(), text.size());
    chunk.used += text.size();
    chunk.last_number = number;
    return {copy, text.size()};
}

void KeptTexts::drop_oldest() {
    size_bytes_ -= chunks_.front().size;
    chunks_.pop_front();
}

}  // namespace meada
