// The timeline as values: a lane per core, thread and task, and one for every GIL that threads
// share; each a row of spans in order of time, and the arrows, prints and ends upon them. A
// LaneCache is extended by the events recorded since the last call, so a frame costs what is new,
// not the length of the run.
#pragma once

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

enum class LaneKind : uint8_t { core, gil, thread, task };

struct Lane {
    LaneKind kind = LaneKind::thread;
    Serial serial = 0;  // thread or task; of a GIL: its process
    uint32_t number = 0;  // of a core
    Serial has = 0, had = 0;  // of a core, of the GIL: the thread that has it, that had it last
    TimeNs busy_ns = 0;       // likewise: how long somebody had it, up to the last change
    Serial parent = 0;  // of a task: its thread
    bool ended = false;
    EndOutcome outcome = EndOutcome::returned;
    TimeNs end_ns = 0;
    std::vector<Span> spans;
};

// Who made whom runnable.
struct Wake {
    TimeNs time_ns = 0;
    Serial from = 0, to = 0;
    uint64_t event = 0;
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
    Actors actors;
    bool has_gil = true;      // the machine has
    std::map<Serial, Lane> gils;  // process -> who holds its GIL
    std::vector<Lane> cores;  // by number; of those that never ran anything without spans
    std::map<Serial, uint32_t> core_of;  // thread -> number of the core that it has or had last
    std::map<Serial, Lane> lanes;
    std::vector<Wake> wakes;
    std::vector<Print> prints;
    std::map<Serial, Serial> running_task;  // thread -> task that it is stepping
    std::map<Serial, Serial> scheduled;     // thread -> task that is queued while it still runs
};

// Reads what is new; starts anew when another run is open or history lost its beginning.
void update(LaneCache&, const Moment&);

// The lanes from top to bottom: cores that ever ran something; by process the GIL if several
// threads share it, and threads in order of birth, each followed by its tasks. Where there is one
// process its GIL comes first.
struct LaneRow {
    const Lane* lane = nullptr;
    const Actor* actor = nullptr;  // null for cores and the GIL
    uint32_t depth = 0;
    bool folds = false;        // a thread with tasks under it
    bool folds_cores = false;  // the first of several cores, or the row that stands for them:
    std::vector<const Lane*> cores = {};  // then all of them
};
std::vector<LaneRow> lane_rows(const LaneCache&, const std::vector<Serial>& folded = {},
                               bool cores_folded = false);
uint32_t cores_used(const LaneCache&);  // how many ever ran something

// The first span that ends after `time_ns`, as an index; spans.size() if there is none.
size_t first_span_after(const std::vector<Span>&, TimeNs time_ns);
// The span at a time, or null.
const Span* span_at(const Lane&, TimeNs time_ns);

}  // namespace meada::view
