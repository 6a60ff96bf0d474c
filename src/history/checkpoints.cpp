#include "history/checkpoints.h"

#define LZ4_STATIC_LINKING_ONLY  // a state that is kept: emptying it costs more than a card
#include <lz4.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace meada {
namespace {

// What a version costs beside its bytes: its allocation, its place in a list that has some room.
constexpr uint64_t version_overhead_bytes = 36;
constexpr uint64_t recent_share = 4;  // of the cap, for the newest ones
constexpr size_t count_min = 4;       // of checkpoints, however little room there is

const uint8_t zero_card[card_size_bytes] = {};

// Of eight cards at once: a bit for each that has the mark.
uint64_t marks_of_group(const Block& block, uint32_t group, CardMark mark = card_for_checkpoint) {
    uint64_t marks;
    std::memcpy(&marks, block.cards() + group, 8);
    return marks & 0x0101010101010101u * mark;
}

std::vector<uint32_t> cards_with(const Block& block, CardMark mark) {
    std::vector<uint32_t> cards;
    const uint32_t card_count = block.size_bytes() / card_size_bytes;
    for (uint32_t group = 0; group < card_count; group += 8)
        for (uint64_t marks = marks_of_group(block, group, mark); marks != 0; marks &= marks - 1)
            cards.push_back(group + static_cast<uint32_t>(std::countr_zero(marks)) / 8);
    cards.shrink_to_fit();
    return cards;
}

uint64_t lists_size_bytes(const Checkpoint& checkpoint) {
    return (checkpoint.changed.size() + checkpoint.uncollected.size()) * 4 + sizeof(Checkpoint);
}

}  // namespace

uint64_t pending_cards(const Block& block) {
    uint64_t count = 0;
    const uint32_t card_count = block.size_bytes() / card_size_bytes;
    for (uint32_t group = 0; group < card_count; group += 8)
        count += static_cast<uint64_t>(std::popcount(marks_of_group(block, group)));
    return count;
}

struct Checkpoints::Compressor {
    Compressor() { LZ4_initStream(&state, sizeof state); }
    Version compress(uint32_t serial, const uint8_t* card) {
        char buffer[LZ4_COMPRESSBOUND(card_size_bytes)];
        const int size = LZ4_compress_fast_extState_fastReset(
            &state, reinterpret_cast<const char*>(card), buffer, card_size_bytes, sizeof buffer, 1);
        Version made{serial, static_cast<uint32_t>(size), std::make_unique<char[]>(size_t(size))};
        std::memcpy(made.compressed.get(), buffer, made.size);
        return made;
    }
    LZ4_stream_t state;
};

Checkpoints::Checkpoints(uint64_t size_bytes_max)
    : size_bytes_max_(size_bytes_max), compressor_(std::make_unique<Compressor>()) {}
Checkpoints::~Checkpoints() = default;

uint64_t Checkpoints::size_bytes() const {
    constexpr uint64_t a_card = sizeof(std::vector<Version>) + sizeof(uint64_t) + sizeof(uint32_t);
    return size_bytes_ + versions_.size() * a_card;
}

void Checkpoints::begin(Machine& machine, std::span<const uint8_t> image) {
    base_ = image;
    take(machine, 0);
}

const uint8_t* Checkpoints::base_of(uint32_t card) const {
    const size_t offset = size_t{card} * card_size_bytes;
    return offset < base_.size() ? base_.data() + offset : zero_card;
}

// False: written, but with what was there.
bool Checkpoints::add_version(uint32_t card, uint32_t serial, const uint8_t* bytes) {
    const uint64_t hash = XXH64(bytes, card_size_bytes, 0);
    if (versions_[card].empty()) {
        if (std::memcmp(base_of(card), bytes, card_size_bytes) == 0) return false;
    } else if (hashes_[card] == hash) {
        return false;
    }
    hashes_[card] = hash;
    newest_[card] = serial;
    versions_[card].push_back(compressor_->compress(serial, bytes));
    size_bytes_ += versions_[card].back().size + version_overhead_bytes;
    return true;
}

void Checkpoints::take(Machine& machine, uint64_t work) {
    settle(machine);  // work that is not in the block yet would be missing from every replay
    Block& block = machine.vm.block;
    const uint32_t card_count = block.size_bytes() / card_size_bytes;
    if (versions_.size() < card_count) {
        versions_.resize(card_count);
        hashes_.resize(card_count);
        newest_.resize(card_count);
    }
    Checkpoint made{
        machine.user_instructions(), machine.event_count(), work, block.size_bytes(), {},
        cards_with(block, card_for_collector)};
    const uint32_t serial = next_serial_++;
    const uint64_t size_before = size_bytes_;
    uint8_t* cards = block.cards();
    for (uint32_t group = 0; group < card_count; group += 8) {
        if (marks_of_group(block, group) == 0) continue;
        for (uint32_t card = group; card < std::min(group + 8, card_count); ++card) {
            if (!(cards[card] & card_for_checkpoint)) continue;
            cards[card] &= static_cast<uint8_t>(~card_for_checkpoint);
            if (add_version(card, serial, block.at<uint8_t>(card * card_size_bytes)))
                made.changed.push_back(card);
        }
    }
    made.changed.shrink_to_fit();
    size_bytes_ += lists_size_bytes(made);
    made.size_bytes = size_bytes_ - size_before;
    recent_bytes_ += made.size_bytes;
    checkpoints_.push_back(std::move(made));
    serials_.push_back(serial);
    while (recent_bytes_ > size_bytes_max_ / recent_share && recent_from_ + 2 < count())
        leave_recent();
    while (size_bytes() > size_bytes_max_ && count() > count_min) drop_one();
}

void Checkpoints::leave_recent() {
    recent_bytes_ -= checkpoints_[recent_from_].size_bytes;
    ++recent_from_;
}

// Never the first or the last; of the recent ones only where there are no others.
void Checkpoints::drop_one() {
    while (recent_from_ < 3) leave_recent();
    size_t least = 1;
    uint64_t least_gap = ~uint64_t{0};
    for (size_t index = 1; index < std::min(recent_from_, count() - 1); ++index) {
        const uint64_t gap = checkpoints_[index + 1].work - checkpoints_[index - 1].work;
        if (gap >= least_gap) continue;
        least = index;
        least_gap = gap;
    }
    drop(least);
}

// The version that stands between two checkpoints. It may be an older one's than the later of them:
// of one that has gone before.
void Checkpoints::forget_version(uint32_t card, uint32_t after_serial, uint32_t up_to_serial) {
    std::vector<Version>& versions = versions_[card];
    auto found = std::ranges::upper_bound(versions, up_to_serial, {}, &Version::serial);
    if (found == versions.begin()) return;
    --found;
    if (found->serial <= after_serial) return;
    size_bytes_ -= found->size + version_overhead_bytes;
    versions.erase(found);
}

// A card that also changed in the next one loses this version; one that did not now counts as
// changed there.
void Checkpoints::drop(size_t index) {
    ++dropped_;
    const std::vector<uint32_t>& gone = checkpoints_[index].changed;
    std::vector<uint32_t>& next = checkpoints_[index + 1].changed;
    std::vector<uint32_t> both, merged;
    std::ranges::set_intersection(gone, next, std::back_inserter(both));
    for (const uint32_t card : both) forget_version(card, serials_[index - 1], serials_[index]);
    merged.reserve(gone.size() + next.size() - both.size());
    std::ranges::set_union(gone, next, std::back_inserter(merged));
    size_bytes_ -= lists_size_bytes(checkpoints_[index]);
    size_bytes_ -= lists_size_bytes(checkpoints_[index + 1]);
    next = std::move(merged);
    size_bytes_ += lists_size_bytes(checkpoints_[index + 1]);
    checkpoints_.erase(checkpoints_.begin() + static_cast<std::ptrdiff_t>(index));
    serials_.erase(serials_.begin() + static_cast<std::ptrdiff_t>(index));
    if (index < recent_from_) --recent_from_;
}

size_t Checkpoints::last_before_instruction(uint64_t user_instructions) const {
    const auto after = std::ranges::upper_bound(checkpoints_, user_instructions, {},
                                                &Checkpoint::user_instructions);
    const auto count = static_cast<size_t>(after - checkpoints_.begin());
    return count == 0 ? 0 : count - 1;
}

// One with as many events may lie long after the last of them.
size_t Checkpoints::last_before_event(uint64_t event_count) const {
    const auto from =
        std::ranges::lower_bound(checkpoints_, event_count, {}, &Checkpoint::event_count);
    return from == checkpoints_.begin() ? 0 : static_cast<size_t>(from - checkpoints_.begin()) - 1;
}

const Checkpoints::Version* Checkpoints::version_at(uint32_t card, uint32_t serial) const {
    if (card >= versions_.size()) return nullptr;
    const std::vector<Version>& versions = versions_[card];
    const auto after = std::ranges::upper_bound(versions, serial, {}, &Version::serial);
    return after == versions.begin() ? nullptr : &*(after - 1);
}

// Most have not changed since the beginning: nothing need be looked up for them.
bool Checkpoints::is_same_since(uint32_t card, uint32_t serial) const {
    return card >= newest_.size() || newest_[card] <= serial;
}

void Checkpoints::write_card(Machine& machine, uint32_t card, const Version* version) const {
    Block& block = machine.vm.block;
    const uint32_t offset = card * card_size_bytes;
    if (version) {
        uint8_t* target = block.edit_bytes(offset, card_size_bytes);
        const int size =
            LZ4_decompress_safe(version->compressed.get(), reinterpret_cast<char*>(target),
                                static_cast<int>(version->size), card_size_bytes);
        ASSERT(size == static_cast<int>(card_size_bytes));
        return;
    }
    const uint8_t* source = base_of(card);
    // Most is as it was from the start, and counts as not written since.
    if (std::memcmp(block.at<uint8_t>(offset), source, card_size_bytes) == 0) return;
    std::memcpy(block.edit_bytes(offset, card_size_bytes), source, card_size_bytes);
}

// Cards that differ: written since `at` was restored, or of another version there.
void Checkpoints::restore(Machine& machine, size_t index, size_t& at) const {
    Block& block = machine.vm.block;
    const uint32_t serial = serials_[index];
    const bool known = at < count();
    const uint32_t serial_at = known ? serials_[at] : 0;
    const uint32_t before = block.size_bytes() / card_size_bytes;
    std::vector<uint8_t> written(block.cards(), block.cards() + before);
    block.resize(checkpoints_[index].block_size_bytes);
    const uint32_t card_count = block.size_bytes() / card_size_bytes;
    for (uint32_t card = 0; card < card_count; ++card) {
        const bool untouched = known && card < before && !(written[card] & card_for_checkpoint);
        if (untouched && is_same_since(card, std::min(serial, serial_at))) continue;
        const Version* version = version_at(card, serial);
        const bool same = known && (card >= before || !(written[card] & card_for_checkpoint)) &&
                          version == version_at(card, serial_at);
        if (!same) write_card(machine, card, version);
    }
    for (uint32_t card = 0; card < std::max(before, card_count); ++card)
        block.cards()[card] &= card_since_freeze;
    for (const uint32_t card : checkpoints_[index].uncollected)
        block.cards()[card] |= card_for_collector;
    at = index;
    restored(machine);
}

}  // namespace meada
