// Checkpoints: copies of the block at moments of a run, kept as what changed. The unit is a card
// of 512 bytes; a card's versions are listed once, compressed (LZ4), and the base of all is the
// block as it was when the run began. Where the store passes its cap every second checkpoint goes:
// the spacing grows, the reach does not; the newest ones stay close together. Inside history.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "machine/machine.h"

namespace meada {

// So much work between two checkpoints, at first: what a seek has to replay at most.
constexpr uint64_t checkpoint_instructions = 400'000;

struct Checkpoint {
    uint64_t user_instructions, event_count;  // of the run, when it was taken
    uint64_t any_instructions;                // about so much work to come here, library included
    uint32_t block_size_bytes;
    std::vector<uint32_t> changed;  // cards that differ from the checkpoint before
    uint64_t size_bytes = 0;        // about what it cost when it was taken
};

class Checkpoints {
  public:
    explicit Checkpoints(uint64_t size_bytes_max) : size_bytes_max_(size_bytes_max) {}

    // The first one: everything as it is now.
    void begin(Machine&);
    // Reads and clears the block's card marks.
    void take(Machine&, uint64_t any_instructions);

    size_t count() const { return checkpoints_.size(); }
    const Checkpoint& operator[](size_t index) const { return checkpoints_[index]; }
    // The last one at or before this place; of an event: before the moment right after it.
    size_t last_before_instruction(uint64_t user_instructions) const;
    size_t last_before_event(uint64_t event_count) const;

    // Makes the machine's block that of a checkpoint. `at`: whose block it was made from last, so
    // that only what differs is written; npos: nothing is known of it.
    void restore(Machine&, size_t index, size_t& at) const;

    uint64_t size_bytes() const { return size_bytes_; }
    uint32_t thinnings() const { return thinnings_; }
    uint64_t renumberings() const { return renumberings_; }  // indices mean others since then
    static constexpr size_t npos = ~size_t{0};

  private:
    struct Version {
        uint64_t serial;  // of the checkpoint that has it first
        std::string compressed;
    };
    void thin();
    void leave_recent();
    void drop(size_t index);
    void forget_version(uint32_t card, uint64_t after_serial, uint64_t up_to_serial);
    void add_version(uint32_t card, uint64_t serial, const uint8_t* bytes);
    const Version* version_at(uint32_t card, uint64_t serial) const;
    void write_card(Machine&, uint32_t card, uint64_t serial) const;

    uint64_t size_bytes_max_, size_bytes_ = 0;
    uint32_t thinnings_ = 0;
    uint64_t renumberings_ = 0;
    // The newest checkpoints, up to a part of the cap, stay as close as they were taken: one who
    // watches an endless run and pauses steps around there.
    size_t recent_from_ = 0;
    uint64_t recent_bytes_ = 0;
    uint64_t next_serial_ = 0;
    std::vector<Checkpoint> checkpoints_;
    std::vector<uint64_t> serials_;                // by index
    std::vector<std::vector<Version>> versions_;   // by card, oldest first
    std::vector<uint8_t> base_;                    // the block at the start
};

}  // namespace meada
