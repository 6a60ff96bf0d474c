// Where an execution stands in a search: each thread before its next step, with what happened so
// far. Copied where the search branches. Inside explore.
#pragma once

#include <set>

#include "causality/causality.h"
#include "machine/interleave.h"

namespace meada {

// Where in the script's code a step is.
struct CodePlace {
    uint32_t code = 0, instruction = 0;
    auto operator<=>(const CodePlace&) const = default;
};

enum class StepState : uint8_t {
    elsewhere,  // it runs on, or waits for something that is no step (a start, a join, a sleep)
    before,     // its next instruction is a step
    inside,     // it waits in a step that has two halves (Condition.wait, Barrier.wait)
    leaving,    // the same, of the last one at a barrier: the second half is only counted
};

struct PathThread {
    Serial serial = 0;
    std::string name;
    StepState state = StepState::elsewhere;
    CodePlace place = {};                  // of the last point that it came to
    std::vector<TraceClocks::Use> uses, others;  // of the step: of contended parts, of others
    bool waits_at_barrier = false;
    Ref<Lock> acquires = {};
};

struct Path {
    std::vector<PathThread> threads;  // in the order of creation
    Contention contention;
    TraceClocks trace;
    DecisionLog decisions;
    std::string output;
    std::vector<std::string> uncaught;
    uint64_t points = 0;
};

// Hears what the machine does and keeps the path up to date.
struct PathRecorder : Recorder {
    void record(const Event&) override;
    void took(Serial thread, uint32_t lock, WaitReason, Serial on) override;
    uint32_t index_of(Serial) const;

    Path path;
    std::set<Part> contended;        // found so far, in all executions
    std::set<CodePlace> printing;    // calls that have printed something
    bool found_more = false;         // the search has to begin again
    void use(uint32_t thread, const Part&, bool writes);
};

}  // namespace meada
