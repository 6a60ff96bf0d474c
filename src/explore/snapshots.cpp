#include "explore/snapshots.h"

#include <cstring>

namespace meada {

Snapshots::Snapshots(Machine& machine) : machine_(machine), base_(snapshot(machine)) {
    Block& block = machine.vm.block;
    for (uint32_t card = 0; card < block.size_bytes() / card_size_bytes; ++card)
        block.cards()[card] &= static_cast<uint8_t>(~card_for_checkpoint);
}

Snapshot Snapshots::take() {
    settle(machine_);
    const Block& block = machine_.vm.block;
    Snapshot taken;
    taken.size_bytes = block.size_bytes();
    for (uint32_t card = 0; card < block.size_bytes() / card_size_bytes; ++card) {
        if (!(block.cards()[card] & card_for_checkpoint)) continue;
        taken.cards.push_back(card);
        const auto* from = block.at<uint8_t>(card * card_size_bytes);
        taken.bytes.insert(taken.bytes.end(), from, from + card_size_bytes);
    }
    return taken;
}

void Snapshots::restore(const Snapshot& wanted) {
    Block& block = machine_.vm.block;
    block.resize(wanted.size_bytes);
    const uint32_t count = wanted.size_bytes / card_size_bytes;
    for (uint32_t card = 0; card < count; ++card) {
        if (!(block.cards()[card] & card_for_checkpoint)) continue;
        const uint32_t offset = card * card_size_bytes;
        uint8_t* const to = block.edit_bytes(offset, card_size_bytes);
        if (offset < base_.size()) std::memcpy(to, base_.data() + offset, card_size_bytes);
        else std::memset(to, 0, card_size_bytes);
        block.cards()[card] = card_since_freeze;
    }
    // What the execution left behind has freed may be referred to from anywhere again.
    for (uint32_t card = 0; card < count; ++card) block.cards()[card] |= card_for_collector;
    const uint8_t* from = wanted.bytes.data();
    for (const uint32_t card : wanted.cards) {
        std::memcpy(block.edit_bytes(card * card_size_bytes, card_size_bytes), from,
                    card_size_bytes);
        from += card_size_bytes;
    }
    restored(machine_);
}

}  // namespace meada
