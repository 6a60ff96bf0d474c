// What processes talk through: a queue of items in the machine's own memory, the same one for
// every process that has an end of it. Connections, semaphores and queues of multiprocessing are
// made of it. Items are what processes share anyway: bytes, None, numbers.
//
// As with a lock, whoever waits looks again MachineSpec::wake_ns after something has changed.
#pragma once

#include "machine/wait_queue.h"
#include "vm/clone.h"

namespace meada {

struct Process;

struct Pipe : NativeObject {
    static constexpr uint16_t value_count = 7;
    Value first, last;         // Values cells of three: item, its size, the next cell
    WaitQueue readers, writers;
    Value holder;              // of a lock: the Thread that got its token last; null: it is free
    uint64_t size_bytes;       // of what is in it
    uint64_t capacity_bytes;   // more waits, unless it is empty
    uint32_t serial;
    uint32_t item_count;
    uint32_t reader_ends, writer_ends;  // that some process has open
    uint8_t kind;              // SyncKind: pipe, or what its items are tokens of
    uint8_t silent;            // 1: a means only, without events
    uint8_t unused[6];
};
static_assert(sizeof(Pipe) == 16 + 7 * 8 + 16 + 16 + 8);

inline Ref<Pipe> as_pipe(const Block& block, Value value) {  // null: it is none
    const bool is = block.kind(value) == Kind::native_object &&
                    block.object(value).detail == (Pipe::value_count | shared_object_bit);
    return is ? value.as_ref<Pipe>() : Ref<Pipe>{};
}

enum class PipeEnd : uint8_t { reader, writer };
enum class Transfer : uint8_t { done, full, empty, closed, failed };

// Null: raised. Event: none, until it is said what it is.
Ref<Pipe> new_pipe(Machine&, uint64_t capacity_bytes);
// Event: sync_created. Of what is a means only: none, and none of what happens to it.
void say_what_it_is(Machine&, Ref<Pipe>, SyncKind, bool silent);
// full: nothing was put; closed: no reader is left; failed: the block is full.
Transfer put(Machine&, Ref<Pipe>, Value item, uint64_t size_bytes);
// closed: it is empty and no writer is left. `reason`: what the reader would wait for.
Transfer get(Machine&, Ref<Pipe>, WaitReason reason, Value& item);
// Where items are bytes: up to so many of them, from as many items as there are.
Transfer get_bytes(Machine&, Ref<Pipe>, uint64_t most, Value& bytes);
// The running thread waits for a change on that side; see `park`.
void wait_for(Machine&, Ref<Pipe>, PipeEnd, TimeNs deadline_ns, WaitReason);
// The process opens or closes an end; at fork and at its end the machine does it.
bool open_end(Machine&, Ref<Process>, Ref<Pipe>, PipeEnd);
void close_end(Machine&, Ref<Process>, Ref<Pipe>, PipeEnd);
bool inherit_ends(Machine&, Ref<Process> parent, Ref<Process> child);
void close_all_ends(Machine&, Ref<Process>);

// Threads that wait for anything to happen between processes: a pipe has changed, one has ended.
Ref<WaitQueue> pipe_watchers(const Machine&);
// The waiting threads of this queue look again a moment later.
void notify(Machine&, Ref<WaitQueue>, bool all);

}  // namespace meada
