#include "history/undo.h"

#include <algorithm>
#include <cstring>

namespace meada {
namespace {

// Calls visit(card) for each card that was written since its mark was cleared.
template <typename Visit>
void each_written(Block& block, Visit&& visit) {
    const uint32_t card_count = block.size_bytes() / card_size_bytes;
    const uint8_t* cards = block.cards();
    for (uint32_t group = 0; group < card_count; group += 8) {
        uint64_t marks;
        std::memcpy(&marks, cards + group, 8);
        if ((marks & 0x0101010101010101u * card_for_checkpoint) == 0) continue;
        for (uint32_t card = group; card < std::min(group + 8, card_count); ++card)
            if (cards[card] & card_for_checkpoint) visit(card);
    }
}

}  // namespace

void Undo::keep() {
    settle(machine_);  // work that is not in the block yet would be missing afterwards
    Block& block = machine_.vm.block;
    const std::span<const uint8_t> now = block.bytes();
    uint8_t* cards = block.cards();
    if (bytes_.size() != now.size()) {
        bytes_.assign(now.begin(), now.end());
        each_written(block, [&](uint32_t card) { cards[card] &= ~card_for_checkpoint & 0xff; });
    } else {
        each_written(block, [&](uint32_t card) {
            const size_t offset = size_t{card} * card_size_bytes;
            std::memcpy(bytes_.data() + offset, now.data() + offset, card_size_bytes);
            cards[card] &= ~card_for_checkpoint & 0xff;
        });
    }
    cards_.assign(cards, cards + now.size() / card_size_bytes);
    noted_ = block.noted;
    noted_targets_ = block.noted_targets;
    attention_ = block.attention;
}

void Undo::put_back() {
    Block& block = machine_.vm.block;
    const auto size = static_cast<uint32_t>(bytes_.size());
    if (block.size_bytes() != size) block.resize(size);
    each_written(block, [&](uint32_t card) {
        const uint32_t offset = card * card_size_bytes;
        std::memcpy(block.edit_bytes(offset, card_size_bytes), bytes_.data() + offset,
                    card_size_bytes);
    });
    // The collector's marks too: it may have run.
    std::ranges::copy(cards_, block.cards());
    block.noted = noted_;
    block.noted_targets = noted_targets_;
    restored(machine_);
    block.attention = attention_;
}

}  // namespace meada
