// What processes talk through: a queue of items in the machine's own memory, the same one for
// every process that has an end of it. Connections, semaphores and queues of multiprocessing are
// made of it. Items are what processes share anyway: bytes, None, numbers.
//
// As with a lock, whoever waits looks again MachineSpec::wake_ns after something has changed.
#pragma once

#include "machine/wait_queue.h"

namespace meada {

struct Process;

struct Pipe : NativeObject {
    static constexpr uint16_t value_count = 6;
    Value first, last;         // Values cells of three: item, its size, the next cell
    WaitQueue readers, writers;
    uint64_t size_bytes;       // of what is in it
    uint64_t capacity_bytes;   // more waits, unless it is empty
    uint32_t serial;
    uint32_t item_count;
    uint32_t reader_ends, writer_ends;  // that some process has open
};
static_assert(sizeof(Pipe) == 16 + 6 * 8 + 16 + 16);

enum class PipeEnd : uint8_t { reader, writer };
enum class Transfer : uint8_t { done, full, empty, closed, failed };

Ref<Pipe> new_pipe(Machine&, uint64_t capacity_bytes);  // null: raised
// full: nothing was put; closed: no reader is left; failed: the block is full.
Transfer put(Machine&, Ref<Pipe>, Value item, uint64_t size_bytes);
// closed: it is empty and no writer is left.
Transfer get(Machine&, Ref<Pipe>, Value& item);
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
