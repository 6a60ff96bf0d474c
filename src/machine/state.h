// The machine at one moment as plain values: what inspecting the block gives to views, to
// window.meada and to tests. Nothing here points into the block.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source_range.h"
#include "machine/events.h"

namespace meada {

struct VariableState {
    std::string name;
    std::string text;     // repr, cut at 200 code points; never runs the script's code
    uint64_t identity;    // equal for two names of one object; 0 for ints, floats, None, …
};

struct FrameState {
    std::string function;  // qualified name; "<module>" for the module's
    bool library = false;  // of the modelled library: folded unless asked for
    std::string file;      // whose line it is; empty: the script's, or the library's
    SourceRange range;     // of the instruction that runs next or waits
    uint32_t instruction = 0;  // index of it in its code unit
    uint32_t code = 0;         // index of the code in the script's CodeUnit (user frames)
    std::vector<VariableState> locals;
    // The value stack of the script's frames, bottom first; "NULL": no value.
    std::vector<std::string> stack = {};
};

enum class RunState : uint8_t { created, ready, running, waiting, ended };

struct ThreadState {
    Serial serial = 0;
    std::string name;
    RunState state = RunState::created;
    WaitReason wait_reason = WaitReason::none;
    Serial waits_on = 0;
    TimeNs since_ns = 0;      // when it began to be in this state
    TimeNs deadline_ns = never_ns;
    bool holds_gil = false, daemon = false;
    Serial process = 0;       // that it belongs to; 0: the first one
    int32_t core = -1;        // that it runs on or ran on last; none yet: -1
    Serial task = 0;          // the task that it runs
    std::vector<FrameState> frames;  // innermost first
};

struct TaskState {
    Serial serial = 0;
    Serial loop = 0, thread = 0;
    std::string name, coroutine;
    RunState state = RunState::created;
    WaitReason wait_reason = WaitReason::none;
    Serial waits_on = 0;           // future, task, lock, …
    std::vector<Serial> awaits;    // tasks that it awaits (gather: several)
    TimeNs deadline_ns = never_ns;
    EndOutcome outcome = EndOutcome::returned;  // if ended
    std::string result;            // repr of its result or exception, if ended
    std::vector<FrameState> frames;  // of its coroutine chain, innermost first
};

struct HandleState {
    Serial serial = 0;
    Serial task = 0;        // whose step it is, or 0
    std::string name;       // the call-back's, where it is no task's step
    TimeNs when_ns = 0;     // timers
};

struct LoopState {
    Serial serial = 0, thread = 0;
    uint64_t iteration = 0;
    bool running = false;
    Serial running_handle = 0, running_task = 0;
    std::vector<HandleState> ready;   // first in, first out
    std::vector<HandleState> timers;  // by due time
};

struct SyncState {
    Serial serial = 0;
    SyncKind kind = SyncKind::lock;
    std::string name;              // how the script calls it, where that is known
    Serial holder = 0;             // thread or task
    std::vector<Serial> waiters;   // longest first
    uint64_t value = 0;  // semaphore: permits; event: set; queue: items; barrier: who has come
    uint64_t limit = 0;  // queue: items at most; barrier: parties; 0: none
    std::vector<std::string> items = {};  // queue: as get() gives them, the first ones
};

// An object that can change and that several names reach.
struct NameState {
    Serial owner = 0;      // thread or task in whose frame the name is; 0: the module's
    std::string function;  // whose local it is; empty: the module's
    std::string path;      // "stock", "self.items", "rows[2]"
};
struct ObjectState {
    uint64_t identity = 0;
    std::string type, text;
    std::vector<NameState> names;  // at least two
};

struct MachineState {
    TimeNs now_ns = 0;
    uint64_t instructions = 0;   // of user code, all threads
    Serial running_thread = 0;   // whose step it is; 0: none (all wait, or the run has ended)
    std::vector<Serial> cores;   // the thread that each has; 0: it is idle
    bool ended = false;
    uint32_t exit_status = 0;
    TimeNs switch_interval_ns = 0;  // of the running thread's process, else of the first one
    std::vector<ThreadState> threads;
    std::vector<TaskState> tasks;
    std::vector<LoopState> loops;
    std::vector<SyncState> syncs;
    std::vector<ObjectState> objects;    // that have two names or more
    std::vector<VariableState> globals;  // of __main__, without modules, functions, dunders
};

}  // namespace meada
