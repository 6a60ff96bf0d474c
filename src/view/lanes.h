// The timeline as values: a lane per core, thread and task, each a row of spans in order of
// time, and the arrows, prints and ends upon them. A LaneCache is extended by the events recorded
// since the last call, so a frame costs what is new, not the length of the run.
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
    Serial owner = 0;    // core lanes: who runs
    uint64_t event = 0;  // number of the event that began it: where a click leads
};

enum class LaneKind : uint8_t { core, thread, task };

struct Lane {
    LaneKind kind = LaneKind::thread;
    Serial serial = 0;  // thread or task; of a core: 0
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
    Lane core;  // who runs; under several threads: who holds the GIL
    std::map<Serial, Lane> lanes;
    std::vector<Wake> wakes;
    std::vector<Print> prints;
    std::map<Serial, Serial> running_task;  // thread -> task that it is stepping
    std::map<Serial, Serial> scheduled;     // thread -> task that is queued while it still runs
    TimeNs busy_ns = 0;                     // of the core, up to the last switch
};

// Reads what is new; starts anew when another run is open or history lost its beginning.
void update(LaneCache&, const Moment&);

// The lanes from top to bottom: threads in order of birth, each followed by its tasks.
struct LaneRow {
    const Lane* lane = nullptr;
    const Actor* actor = nullptr;  // null for the core
    uint32_t depth = 0;
    bool folds = false;  // a thread with tasks under it
};
std::vector<LaneRow> lane_rows(const LaneCache&, const std::vector<Serial>& folded = {});

// The first span that ends after `time_ns`, as an index; spans.size() if there is none.
size_t first_span_after(const std::vector<Span>&, TimeNs time_ns);
// The span at a time, or null.
const Span* span_at(const Lane&, TimeNs time_ns);

}  // namespace meada::view
