// Where an execution stands in a search: each thread before its next step, with what happened so
// far. Copied where the search branches. Inside explore.
#pragma once

#include <map>
#include <set>

#include "causality/causality.h"
#include "machine/interleave.h"
#include "machine/output_buffers.h"

namespace meada {

// Where in the script's code a step is, or where a thread of the library goes on: by what is the
// same in each process's copy of the code.
struct CodePlace {
    uint64_t file = 0;  // of its name
    uint32_t code = 0, instruction = 0;
    auto operator<=>(const CodePlace&) const = default;
};
// Whether a thread lives, as a part that its end writes and `is_alive` reads; which threads it has
// begun; whether a process lives. Who asks which threads there are reads these of each of them.
inline Part life_of_thread(Serial thread) {
    return {0, AccessPart::operation, uint64_t{thread} << 2 | 1};
}
inline Part begun_by_thread(Serial thread) {
    return {0, AccessPart::operation, uint64_t{thread} << 2 | 2};
}
inline Part life_of_process(Serial process) {
    return {0, AccessPart::operation, uint64_t{process} << 2 | 3};
}
CodePlace place_of(const Vm&, Ref<CodeObject>, uint32_t instruction);

enum class StepState : uint8_t {
    elsewhere,  // it runs on, or waits for something that is no step (a start, a join, a sleep)
    before,     // its next instruction is a step
    inside,     // it waits in a step that has two halves (Condition.wait, Barrier.wait)
    leaving,    // the same, of the last one at a barrier: the second half is only counted
};

struct PathThread {
    Serial serial = 0;
    std::string name;
    Serial process = 0;
    StepState state = StepState::elsewhere;
    CodePlace place = {};                  // of the last point that it came to
    std::vector<TraceClocks::Use> uses, others;  // of the step: of contended parts, of others
    bool waits_at_barrier = false;
    Ref<Lock> acquires = {};
    // Of what processes share: known from other executions for this place; found by this one.
    bool shares = false, in_library = false;  // in_library: no code of the script is on its stack
    std::vector<TraceClocks::Use> touched;
    bool gave = false;  // so that others can go on: it cannot be taken back
    bool ends = false;    // it has nothing left to do than that: neither can this
    bool started = false; // in this step another thread began, which it waits for
};

struct Path {
    std::vector<PathThread> threads;  // in the order of creation
    Contention contention;
    TraceClocks trace;
    DecisionLog decisions;
    OutputBuffers buffers;
    std::string output;
    std::vector<std::string> uncaught;
    uint64_t points = 0;
};

// Hears what the machine does and keeps the path up to date.
struct PathRecorder : Recorder {
    PathRecorder(const Machine& machine, bool terminal) : machine(machine) {
        path.buffers = OutputBuffers(terminal);
    }
    void record(const Event&) override;
    void took(Serial thread, uint32_t lock, WaitReason, Serial on) override;
    void touched(const SharedTouch&) override;
    void saw_end(Serial thread, Serial process) override;
    void came_between(Intrusion) override;
    uint32_t index_of(Serial) const;
    bool shares_at(const CodePlace&) const;  // a part that is contended

    const Machine& machine;
    Path path;
    std::set<Part> contended;        // found so far, in all executions
    std::set<CodePlace> printing;    // calls that have printed something
    // What is shared by processes and touched there: found by running, as the library does it.
    std::map<CodePlace, std::set<Part>> touching;
    Pieces pieces;
    bool kills = false, signals = false;  // at a moment of which no other was tried
    bool found_more = false;         // the search has to begin again
    void use(uint32_t thread, const Part&, bool writes);
};

}  // namespace meada
