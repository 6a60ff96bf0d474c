// Every order in which the threads of a small script can run, one after another: no reduction, so
// that what it counts can be trusted where cleverer searches are compared with it. The door.
//
// Threads change where it can make a difference: before each access of a part that two threads use
// at the same time (causality/contention.h), and before each operation on such a lock, queue,
// condition and so on. An operation that cannot happen yet is no step. Which parts those are is
// found by running: when an execution shows a new one, the search begins again. Time does not
// pass; what sleeps wakes when nothing else can run, in any order, and an event loop's timers
// fire in any order while it has nothing else to do.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "machine/machine.h"

namespace meada {

struct ExploreLimits {
    uint64_t executions = 20'000;
    bool terminal = true;  // what outcomes print goes out as on one (OutputBuffers)
    // Of one execution; past it the execution counts as cut off, and the search as incomplete.
    uint64_t points = 20'000;
};

struct ExploreOutcome {
    std::string output;                 // standard output
    uint32_t exit_status = 0;
    bool deadlock = false;
    std::vector<std::string> uncaught;  // "name: type: message" of threads' exceptions, sorted
    // Deadlock: the threads that wait for ever ("name: lock"), and the script's globals ("x = 1").
    std::vector<std::string> waiting, globals;
    uint64_t count = 0;                 // executions that end so
    std::vector<Decision> decisions;    // of one of them, the first found
};

struct Exploration {
    bool complete = false;
    uint64_t executions = 0;  // maximal schedules, those that end in a deadlock included
    uint64_t traces = 0;      // Mazurkiewicz traces among them
    uint64_t cut_off = 0;     // executions that did not end within the limits
    // A thread whose work comes from the library (a pool's) waits there: which one gets what is
    // not tried. The search counts as incomplete.
    bool waits_in_library = false;
    // A process is ended by another, or a signal comes: at which moment is not tried. Incomplete,
    // too.
    bool kills = false, signals = false;
    uint64_t deadlocks = 0, failing = 0;  // executions; failing: a thread's exception is uncaught
    uint64_t failing_traces = 0, deadlock_traces = 0;
    std::vector<ExploreOutcome> outcomes;  // in the order in which they were found
};

// Why not every order was tried.
enum class Incomplete : uint8_t { no, limit, cut_off, pool, kill, signal };
Incomplete why_incomplete(const Exploration&);

// A search that goes on beside a run.
struct Orders {
    enum class State : uint8_t { none, looking, done, stopped } state = State::none;
    const Exploration* found = nullptr;  // null: none
    uint64_t executions_max = ExploreLimits{}.executions;
};

class Explorer {
  public:
    // A machine that has not begun, with MachineSpec::interleaved. It is left anywhere.
    Explorer(Machine&, const ExploreLimits&);
    ~Explorer();
    // Goes on for about so many executions. True: there is more to do.
    bool advance(uint64_t executions);
    const Exploration& found() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace meada
