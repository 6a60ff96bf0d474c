// Copies of parts of the block inside the block: what a new process begins with. Everything that
// cannot change is shared (numbers, text, code of the library, built-in types); the rest that is
// reached from what is cloned is copied, each cell once, so that the copies refer to each other
// as the originals do.
//
// Not copied: contexts, but for one if asked for (a process begins with one thread). Copies have
// the id() and hash of their originals, as after fork.
#pragma once

#include <unordered_map>
#include <vector>

#include "vm/vm.h"

namespace meada {

// Of a native object or a bytearray: one for all processes (Object::detail).
constexpr uint16_t shared_object_bit = 0x4000;

class Cloner {
  public:
    // `image`: copies what the boot image has at the same offsets, as it was, instead of what is in
    // the block now. Empty: the block.
    explicit Cloner(Vm& vm, std::span<const uint8_t> image = {}) : vm_(vm), image_(image) {}
    Cloner(const Cloner&) = delete;
    Cloner& operator=(const Cloner&) = delete;

    // This one is not copied: `to` stands for it; 0: nothing does.
    void map(uint32_t from, uint32_t to) { copies_[from] = to; }
    Value clone(Value);
    // Makes `to`, a new context, what `from` is, which does not run now: all its frames.
    void clone_stack(Ref<Context> from, Ref<Context> to);
    // Whether a cell at this offset is the same one for all processes.
    bool is_shared(uint32_t cell) const;
    // After the last clone(): all that is reached, weak references, ids.
    // False: the block is full, and a MemoryError is pending.
    bool finish();

  private:
    friend struct Relink;

    template <typename T>
    const T& source(uint32_t offset) const {
        return image_.empty() ? *vm_.block.at<T>(offset)
                              : *reinterpret_cast<const T*>(image_.data() + offset);
    }
    Value source_root(Root) const;
    uint32_t copy(uint32_t cell);
    uint32_t copy_cell(uint32_t cell);
    void adjust(uint32_t from, uint32_t to);
    void adjust_generator(uint32_t from, uint32_t to);
    void adjust_place(uint32_t frame_place);
    void adjust_frame(uint32_t from, uint32_t to);
    uint32_t copy_chunks(uint32_t newest);
    uint32_t frame_copy(uint32_t frame);
    void drain();
    void link_weak_references();
    void keep_ids();
    uint32_t copy_of(uint32_t cell) const;  // 0: it has none

    Vm& vm_;
    const std::span<const uint8_t> image_;
    std::unordered_map<uint32_t, uint32_t> copies_;
    std::vector<std::pair<uint32_t, uint32_t>> pending_;  // copied, references not yet followed
    struct Chunk {
        uint32_t from, to, size;
    };
    std::vector<Chunk> chunks_;  // of the stack that is copied
    bool full_ = false;
};

}  // namespace meada
