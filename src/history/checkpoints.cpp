#include "history/checkpoints.h"

#include <lz4.h>

#include <algorithm>
#include <cstring>

namespace meada {
namespace {

// What a version costs beside its bytes: the string, its allocation, its place in the list.
constexpr uint64_t version_overhead_bytes = 64;
constexpr uint64_t recent_share = 4;  // of the cap, for the newest ones

}  // namespace

void Checkpoints::begin(Machine& machine) {
    settle(machine);  // work that is not in the block yet would be missing from every replay
    Block& block = machine.vm.block;
    base_.assign(block.bytes().begin(), block.bytes().end());
    versions_.assign(block_size_bytes_max / card_size_bytes, {});
    checkpoints_ = {{machine.user_instructions(), machine.event_count(), 0, block.size_bytes(), {}}};
    serials_ = {next_serial_++};
    size_bytes_ = 0;
    for (uint32_t card = 0; card < block.size_bytes() / card_size_bytes; ++card)
        block.cards()[card] &= static_cast<uint8_t>(~card_for_checkpoint);
}

void Checkpoints::add_version(uint32_t card, uint64_t serial, const uint8_t* bytes) {
    char buffer[LZ4_COMPRESSBOUND(card_size_bytes)];
    const int size = LZ4_compress_default(reinterpret_cast<const char*>(bytes), buffer,
                                          card_size_bytes, sizeof buffer);
    versions_[card].push_back({serial, std::string(buffer, static_cast<size_t>(size))});
    size_bytes_ += static_cast<uint64_t>(size) + version_overhead_bytes;
}

void Checkpoints::take(Machine& machine, uint64_t any_instructions) {
    settle(machine);
    Block& block = machine.vm.block;
    const uint32_t card_count = block.size_bytes() / card_size_bytes;
    Checkpoint made{machine.user_instructions(), machine.event_count(), any_instructions,
                    block.size_bytes(), {}};
    const uint64_t serial = next_serial_++;
    const uint64_t size_before = size_bytes_;
    uint8_t* cards = block.cards();
    for (uint32_t group = 0; group < card_count; group += 8) {
        uint64_t marks;
        std::memcpy(&marks, cards + group, 8);
        if (!(marks & 0x0202020202020202u)) continue;
        for (uint32_t card = group; card < std::min(group + 8, card_count); ++card) {
            if (!(cards[card] & card_for_checkpoint)) continue;
            cards[card] &= static_cast<uint8_t>(~card_for_checkpoint);
            made.changed.push_back(card);
            add_version(card, serial, block.at<uint8_t>(card * card_size_bytes));
        }
    }
    size_bytes_ += made.changed.size() * 4 + sizeof(Checkpoint);
    made.size_bytes = size_bytes_ - size_before;
    recent_bytes_ += made.size_bytes;
    checkpoints_.push_back(std::move(made));
    serials_.push_back(serial);
    while (recent_bytes_ > size_bytes_max_ / recent_share && recent_from_ + 2 < count())
        leave_recent();
    while (size_bytes_ > size_bytes_max_ && checkpoints_.size() > 4) thin();
}

// The oldest of the recent ones is kept where the last one before it is far enough away.
void Checkpoints::leave_recent() {
    const size_t index = recent_from_;
    recent_bytes_ -= checkpoints_[index].size_bytes;
    const uint64_t since = index == 0 ? 0 : checkpoints_[index - 1].any_instructions;
    const bool near = checkpoints_[index].any_instructions - since <
                      checkpoint_instructions << thinnings_;
    if (index > 0 && near && thinnings_ > 0)
        drop(index);
    else
        ++recent_from_;
}

// The version that stands between two checkpoints. It may be an older one's than the later of them:
// of one that has gone before.
void Checkpoints::forget_version(uint32_t card, uint64_t after_serial, uint64_t up_to_serial) {
    std::vector<Version>& versions = versions_[card];
    auto found = std::ranges::upper_bound(versions, up_to_serial, {}, &Version::serial);
    if (found == versions.begin()) return;
    --found;
    if (found->serial <= after_serial) return;
    size_bytes_ -= found->compressed.size() + version_overhead_bytes;
    versions.erase(found);
}

// A card that also changed in the next one loses this version; one that did not now counts as
// changed there.
void Checkpoints::drop(size_t index) {
    ++renumberings_;
    std::vector<uint32_t>& gone = checkpoints_[index].changed;
    std::vector<uint32_t>& next = checkpoints_[index + 1].changed;
    std::vector<uint32_t> both, merged;
    std::ranges::set_intersection(gone, next, std::back_inserter(both));
    for (const uint32_t card : both) forget_version(card, serials_[index - 1], serials_[index]);
    std::ranges::set_union(gone, next, std::back_inserter(merged));
    size_bytes_ -= both.size() * 4 + sizeof(Checkpoint);
    next = std::move(merged);
    checkpoints_.erase(checkpoints_.begin() + static_cast<std::ptrdiff_t>(index));
    serials_.erase(serials_.begin() + static_cast<std::ptrdiff_t>(index));
}

// Every second checkpoint goes (never the first or the last). A card that also changed in the next
// one loses this version; one that did not now counts as changed there.
void Checkpoints::thin() {
    ++thinnings_;
    ++renumberings_;
    std::vector<Checkpoint> kept;
    std::vector<uint64_t> kept_serials;
    std::vector<uint32_t> pending;  // changes of the checkpoint that goes
    for (size_t index = 0; index < checkpoints_.size(); ++index) {
        Checkpoint& each = checkpoints_[index];
        if (!pending.empty()) {
            std::vector<uint32_t> both, only;
            std::set_intersection(pending.begin(), pending.end(), each.changed.begin(),
                                  each.changed.end(), std::back_inserter(both));
            for (const uint32_t card : both)
                forget_version(card, kept_serials.back(), serials_[index - 1]);
            std::vector<uint32_t> merged;
            std::set_union(pending.begin(), pending.end(), each.changed.begin(),
                           each.changed.end(), std::back_inserter(merged));
            size_bytes_ -= both.size() * 4;
            each.changed = std::move(merged);
            pending.clear();
        }
        const bool goes = index % 2 == 1 && index + 1 < checkpoints_.size();
        if (goes) {
            pending = std::move(each.changed);
            size_bytes_ -= sizeof(Checkpoint);
        } else {
            kept.push_back(std::move(each));
            kept_serials.push_back(serials_[index]);
        }
    }
    checkpoints_ = std::move(kept);
    serials_ = std::move(kept_serials);
    recent_from_ = checkpoints_.size();
    recent_bytes_ = 0;
}

size_t Checkpoints::last_before_instruction(uint64_t user_instructions) const {
    const auto after = std::ranges::upper_bound(checkpoints_, user_instructions, {},
                                                &Checkpoint::user_instructions);
    return after == checkpoints_.begin() ? 0 : static_cast<size_t>(after - checkpoints_.begin()) - 1;
}

// One with as many events may lie long after the last of them.
size_t Checkpoints::last_before_event(uint64_t event_count) const {
    const auto from =
        std::ranges::lower_bound(checkpoints_, event_count, {}, &Checkpoint::event_count);
    return from == checkpoints_.begin() ? 0 : static_cast<size_t>(from - checkpoints_.begin()) - 1;
}

const Checkpoints::Version* Checkpoints::version_at(uint32_t card, uint64_t serial) const {
    const std::vector<Version>& versions = versions_[card];
    const auto after = std::ranges::upper_bound(versions, serial, {}, &Version::serial);
    return after == versions.begin() ? nullptr : &*(after - 1);
}

void Checkpoints::write_card(Machine& machine, uint32_t card, uint64_t serial) const {
    uint8_t* target = machine.vm.block.edit_bytes(card * card_size_bytes, card_size_bytes);
    if (const Version* version = version_at(card, serial)) {
        const int size =
            LZ4_decompress_safe(version->compressed.data(), reinterpret_cast<char*>(target),
                                static_cast<int>(version->compressed.size()), card_size_bytes);
        ASSERT(size == static_cast<int>(card_size_bytes));
        return;
    }
    const size_t offset = size_t{card} * card_size_bytes;
    if (offset < base_.size()) std::memcpy(target, base_.data() + offset, card_size_bytes);
    else std::memset(target, 0, card_size_bytes);
}

void Checkpoints::restore(Machine& machine, size_t index, size_t& at) const {
    Block& block = machine.vm.block;
    const uint64_t serial = serials_[index];
    if (at == npos || at >= checkpoints_.size()) {
        const auto assigned = block.assign(base_);
        ASSERT(assigned);
        at = 0;
        for (uint32_t card = 0; card < block.size_bytes() / card_size_bytes; ++card)
            block.cards()[card] &= static_cast<uint8_t>(~card_for_checkpoint);
    }
    // Cards that differ: written since `at` was restored, or changed between the two checkpoints.
    std::vector<uint32_t> differing;
    const uint32_t before = block.size_bytes() / card_size_bytes;
    for (uint32_t card = 0; card < before; ++card)
        if (block.cards()[card] & card_for_checkpoint) differing.push_back(card);
    for (size_t each = std::min(at, index) + 1; each <= std::max(at, index); ++each)
        differing.insert(differing.end(), checkpoints_[each].changed.begin(),
                         checkpoints_[each].changed.end());
    std::ranges::sort(differing);
    differing.erase(std::unique(differing.begin(), differing.end()), differing.end());
    block.resize(checkpoints_[index].block_size_bytes);
    const uint32_t count = block.size_bytes() / card_size_bytes;
    for (const uint32_t card : differing)
        if (card < count) write_card(machine, card, serial);
    for (uint32_t card = 0; card < std::max(before, count); ++card)
        block.cards()[card] = card_for_collector;
    at = index;
    restored(machine);
}

}  // namespace meada
