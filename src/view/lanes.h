// The timeline as values: a lane per core, thread and task, and one for every GIL that threads
// share; each a row of spans in order of time, and the arrows, prints and ends upon them. A
// LaneCache is extended by the events recorded since the last call, so a frame costs what is new,
// not the length of the run.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

struct Span {
    TimeNs begin_ns = 0, end_ns = 0;  // end: never_ns while it goes on
    RunState state = RunState::created;
    WaitReason reason = WaitReason::none;
    Serial on = 0;       // what it waits for
    Serial owner = 0;    // lanes of cores and GIL: who has it
    uint64_t event = 0;  // number of the event that began it: where a click leads
};

enum class LaneKind : uint8_t { core, gil, process, thread, task };

constexpr size_t look_count = size_t(Look::gil) + 1;  // of those that last
using LookTotals = std::array<TimeNs, look_count>;
struct LaneTotal {
    TimeNs begin_ns = 0;  // of a span
    LookTotals before{};  // of all spans before that one
};

struct Lane {
    LaneKind kind = LaneKind::thread;
    Serial serial = 0;  // thread, task or process; of a GIL: its process
    uint32_t number = 0;  // of a core
    Serial has = 0, had = 0;  // of a core, of the GIL: the thread that has it, that had it last
    TimeNs busy_ns = 0;       // likewise: how long somebody had it, up to the last change
    uint32_t on_cores = 0;    // of a process: how many of its threads have one
    Serial parent = 0;  // of a task: its thread
    bool ended = false;
    EndOutcome outcome = EndOutcome::returned;
    TimeNs end_ns = 0;
    std::vector<Span> spans;
    std::vector<LaneTotal> totals = {};  // at every sixteenth span (view/span_sums.h)
};

// Who made whom runnable.
struct Wake {
    TimeNs time_ns = 0;
    Serial from = 0, to = 0;
    uint64_t event = 0;
};

// What one did happened before what another did, because both used the same lock, queue or pipe:
// the last that gave it free or put something in, and the next that took it.
struct Order {
    TimeNs from_ns = 0, time_ns = 0;  // of the one, of the other
    Serial from = 0, to = 0;
    uint64_t event = 0;  // of the other
};

struct Print {
    TimeNs time_ns = 0;
    Serial thread = 0, task = 0;
    uint64_t event = 0;
};

struct LaneCache {
    uint64_t run = 0;
    uint64_t next_event = 0;  // events before this number have been read
    bool started = false;
    uint64_t changes = 0;  // how often anything here was made anew: what is derived compares it
    Actors actors;
    bool has_gil = true;      // the machine has
    std::map<Serial, Lane> gils;  // process -> who holds its GIL
    std::map<Serial, Lane> processes;  // when any of its threads had a core
    std::vector<Lane> cores;  // by number; of those that never ran anything without spans
    std::map<Serial, uint32_t> core_of;  // thread -> number of the core that it has or had last
    std::map<Serial, Lane> lanes;
    std::vector<Wake> wakes;
    std::vector<Order> orders;           // by time_ns
    std::map<Serial, Order> last_given;  // lock, queue or pipe -> who gave or put last, and when
    std::vector<Print> prints;
    std::array<bool, look_count> looks{};  // that a span which has ended had
    std::map<Serial, Serial> running_task;  // thread -> task that it is stepping
    std::map<Serial, Serial> scheduled;     // thread -> task that is queued while it still runs
};

// Reads what is new; starts anew when another run is open or history lost its beginning.
void update(LaneCache&, const Moment&);

// The first span that ends after `time_ns`, as an index; spans.size() if there is none.
size_t first_span_after(const std::vector<Span>&, TimeNs time_ns);
// The span at a time, or null.
const Span* span_at(const Lane&, TimeNs time_ns);

}  // namespace meada::view
