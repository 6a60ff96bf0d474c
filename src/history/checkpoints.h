// Checkpoints: copies of the block at moments of a run, kept as what changed. The unit is a card
// of 512 bytes; a card's versions are listed once, compressed (LZ4), and the base of all is the
// boot image. Where the store passes its cap, the checkpoint goes whose
// going leaves the smallest gap: the spacing grows evenly, the reach does not; the newest ones stay
// close together. Inside history.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "machine/machine.h"

namespace meada {

struct Checkpoint {
    uint64_t user_instructions, event_count;  // of the run, when it was taken
    uint64_t work;  // so much to come here, in the caller's unit: gaps are measured in it
    uint32_t block_size_bytes;
    std::vector<uint32_t> changed;  // cards that differ from the checkpoint before
    // Cards that the collector has not looked at since they were written. Were all given to it
    // after a restore, its next turn would take longer than most of a replay.
    std::vector<uint32_t> uncollected;
    uint64_t size_bytes = 0;        // about what it cost when it was taken
};

// So many cards were written since the last checkpoint: the next one looks at them.
uint64_t pending_cards(const Block&);

class Checkpoints {
  public:
    explicit Checkpoints(uint64_t size_bytes_max);
    ~Checkpoints();

    // The first one: what differs from the image that the machine was made from, and that stays.
    void begin(Machine&, std::span<const uint8_t> image);
    // Reads and clears the block's card marks.
    void take(Machine&, uint64_t work);
    void set_size_bytes_max(uint64_t size_bytes_max) { size_bytes_max_ = size_bytes_max; }

    size_t count() const { return checkpoints_.size(); }
    const Checkpoint& operator[](size_t index) const { return checkpoints_[index]; }
    // The last one at or before this place; of an event: before the moment right after it.
    size_t last_before_instruction(uint64_t user_instructions) const;
    size_t last_before_event(uint64_t event_count) const;

    // Makes the machine's block that of a checkpoint. `at`: whose block it was made from last, so
    // that only what differs is written; npos: nothing is known of it.
    void restore(Machine&, size_t index, size_t& at) const;

    uint64_t size_bytes() const;
    uint64_t dropped() const { return dropped_; }  // so many went; indices mean others since then
    static constexpr size_t npos = ~size_t{0};

  private:
    struct Version {
        uint32_t serial;  // of the checkpoint that has it first
        uint32_t size;    // of the compressed bytes
        std::unique_ptr<char[]> compressed;
    };
    struct Compressor;
    void leave_recent();
    void drop_one();
    void drop(size_t index);
    void forget_version(uint32_t card, uint32_t after_serial, uint32_t up_to_serial);
    bool add_version(uint32_t card, uint32_t serial, const uint8_t* bytes);
    const Version* version_at(uint32_t card, uint32_t serial) const;
    bool is_same_since(uint32_t card, uint32_t serial) const;
    const uint8_t* base_of(uint32_t card) const;
    void write_card(Machine&, uint32_t card, const Version*) const;

    uint64_t size_bytes_max_, size_bytes_ = 0;  // of versions and lists
    uint64_t dropped_ = 0;
    // The newest checkpoints, up to a part of the cap, stay as close as they were taken: one who
    // watches an endless run and pauses steps around there.
    size_t recent_from_ = 0;
    uint64_t recent_bytes_ = 0;
    uint32_t next_serial_ = 0;
    std::vector<Checkpoint> checkpoints_;
    std::vector<uint32_t> serials_;                // by index
    std::vector<std::vector<Version>> versions_;   // by card, oldest first
    std::vector<uint64_t> hashes_;                 // by card: of its newest version
    std::vector<uint32_t> newest_;                 // likewise: its serial; 0: it has none
    std::span<const uint8_t> base_;                // what cards without a version hold
    std::unique_ptr<Compressor> compressor_;
};

}  // namespace meada
