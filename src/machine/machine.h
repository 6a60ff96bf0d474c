// The simulated machine: cores that run the threads of processes on virtual time.
//
// Everything that a run is lies in the block (Vm::block): a snapshot of its bytes is the whole
// machine. Outside are only what was given (spec, decision log, input text) and who listens.
#pragma once

#include <memory>

#include "machine/core.h"
#include "machine/decisions.h"
#include "machine/events.h"
#include "machine/kept_texts.h"
#include "machine/lock.h"
#include "machine/process.h"
#include "machine/spec.h"
#include "machine/state.h"
#include "machine/thread.h"
#include "machine/timers.h"
#include "machine/turns.h"
#include "machine/wait_queue.h"
#include "vm/interpreter.h"
#include "vm/vm.h"

namespace meada {

// Root::machine's object.
struct MachineRoot : NativeObject {
    static constexpr uint16_t value_count = 16;
    Value core;                    // whose turn it is (core.h); null: the machine is between turns
    Value running;                 // the thread that runs on it; null: nobody
    Value cores;                   // Values cell
    Value process;                 // the first one
    Value entered;                 // the Process whose roots the Vm has
    Value first, last;             // living threads, of all processes
    WaitQueue runnable;            // the run queue: threads that want a core
    WaitQueue pipe_watchers;       // threads that wait for a change of any pipe
    Value shared_objects;          // dict: number -> what processes find by it; or null
    Value timers;                  // Values cell: the heap
    Value ready;                   // likewise: of those in the run queue, by the policy
    Value last_running;            // whose step led to the next scheduling point
    Value answer;                  // what the native gives that ended with reschedule; null: None

    uint64_t user_instructions;    // up to the last settling of accounts
    uint64_t moment_ns;            // between turns: the machine's clock
    uint64_t last_event_ns;
    // Where the turn ends because another core's clock is behind then (totals; see schedule.cpp).
    uint64_t turn_end_instructions, turn_end_ticks;
    uint64_t busy_cores;
    uint64_t event_count, trace_hash;
    uint64_t switch_count;         // context switches
    uint64_t least_virtual_ns;     // Policy::fair: no thread that comes anew is behind this
    uint64_t sequence;             // Thread::sequence, the last one
    uint64_t scheduling_points;    // of nobody's steps
    uint64_t input_offset;         // so much of the input text has been read
    uint64_t output_bytes;
    uint64_t held_bytes;           // of standard output, by the first process, since it was flushed
    uint64_t quantum_end;          // GIL "every instruction": total at which another's turn comes
    uint32_t next_serial;
    uint32_t timer_count;
    uint32_t exit_status;
    uint8_t phase;                 // Phase
    uint8_t input_wait;            // InputWait: what the running thread reads, and it is not there
    uint8_t unserved;              // 1: a GIL or a core may be free that somebody waits for
    uint8_t forks;                 // 1: the running thread is parked in os.fork
    uint8_t point_passed;          // interleaved: the running thread may do its next instruction
    uint8_t unflushed;             // 1: standard output got text since it was flushed last
    uint8_t makes_way;             // 1: the running thread gives the turn away, at a library point
    uint8_t output_lost;           // 1: it ended without writing these out
    uint32_t ready_count;
};
enum class InputWait : uint8_t { none, line, all };
enum class Phase : uint8_t { created, script, ended, stuck };

// What a thread does with what processes share: bytes of shared memory, or a pipe.
enum class SharedUse : uint8_t {
    reads, writes,  // bytes [begin, end) of a bytearray
    puts, gets,     // an item of a pipe
    looks,          // how many items there are, or whether an end is open
    closes,         // the last end of one side
    // What threads of one process share, touched inside the library: an object, as a whole.
    asks_object, changes_object,
    asks_life,      // whether a thread lives; 0: which ones of the process do
    begins_life,    // it has made one begin
    asks_process,   // whether a process lives
};
struct SharedTouch {
    Serial thread = 0;
    uint32_t object = 0;  // offset in the block; of lives: a serial
    SharedUse use = SharedUse::reads;
    uint32_t begin = 0, end = 0;
    WaitReason reason = WaitReason::none;  // gets: what its reader waits for, as the pipe is a lock
};

enum class Intrusion : uint8_t {
    kill,    // a process is ended by another one, or a thread ends it with others in it
    signal,  // the main thread is told something
};

// What the first process printed and did not write out before it ended by a signal, or at once.
inline uint64_t lost_bytes(const MachineRoot& root) {
    return root.output_lost ? root.held_bytes : 0;
}

struct Recorder {
    virtual ~Recorder() = default;
    virtual void record(const Event&) = 0;  // its texts live as long as the call
    // Any lock, also one that something else of the library is made of: taken (and what the wait
    // was for), and free again.
    virtual void took(Serial thread, uint32_t lock, WaitReason, Serial on) {
        (void)thread, (void)lock, (void)on;
    }
    virtual void gave(Serial thread, uint32_t lock) { (void)thread, (void)lock; }
    virtual void touched(const SharedTouch& touch) { (void)touch; }
    // It has learnt that the process has ended.
    virtual void saw_end(Serial thread, Serial process) { (void)thread, (void)process; }
    // The thread begins to do what a signal's handler does in the place of the main thread, or has
    // done it.
    virtual void stands_in(Serial thread, Serial main, bool begins) {
        (void)thread, (void)main, (void)begins;
    }
    // Something happens that could come between any two steps of others.
    virtual void came_between(Intrusion what) { (void)what; }
    // A choice among threads has been made, if `hears_choices`.
    virtual void chose(const Decision& made, ChoiceOptions options) {
        (void)made, (void)options;
    }
    bool hears_choices = false;
    // Where the machine makes the next event before it tells of it; null: anywhere. For one who
    // keeps them: copying what has just been written piece by piece makes the processor wait
    // until the pieces have reached the cache, which took longer than all the rest.
    Event* room = nullptr;
};

// Why advance came back.
enum class Advanced : uint8_t {
    slice,         // did as much as it may in one go
    instructions,  // user code has run exactly so many instructions
    events,        // so many events have happened
    ended,         // the process has ended: exit_status
    stuck,         // every thread waits for ever: CPython would hang
    input,         // the script reads what nobody has typed yet (Machine::asks_for_input)
    point,         // AdvanceLimits::points
};
struct AdvanceLimits {
    uint64_t any_instructions = unlimited;  // of any code: a slice of real time
    uint64_t user_instructions = unlimited; // total of the run, exactly
    uint64_t events = unlimited;            // total of the run; exact to an instruction of any code
    // Interleaved: at each point where another thread could go on, once (see interleave.h).
    bool points = false;
};

struct Machine {
    Machine(std::span<const NativeRow> natives, const MachineSpec&);
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    Vm vm;
    const MachineSpec spec;
    DecisionLog decisions;
    std::string input;            // what the script can read from standard input
    bool (*more_input)(std::string& input) = nullptr;  // appends to it; false: there is no more
    // Where the text ends the machine stops until more is appended, as if no time passed, and the
    // script does not find its end. A run is the same however its input came.
    bool asks_for_input = false;
    Recorder* recorder = nullptr;
    std::vector<Event> first_events;  // what happened before anybody could listen: start_process
    KeptTexts first_texts;            // of those
    std::span<const uint8_t> boot_image;  // what a spawned process begins with
    uint64_t chaos_every = 0;     // 0: off; else relocate and switch after so many instructions

    const MachineRoot& root() const;
    MachineRoot& edit_root();
    TimeNs now_ns() const;
    uint64_t user_instructions() const;  // of the run so far
    uint64_t trace_hash() const { return root().trace_hash; }
    uint64_t event_count() const { return root().event_count; }
    bool ended() const { return root().phase >= static_cast<uint8_t>(Phase::ended); }

    // Every choice that has been made, with the number of options; null: nobody wants to know.
    std::vector<std::pair<Decision, uint32_t>>* chosen = nullptr;
    bool goes_past = false;       // it has stopped at this point (AdvanceLimits::points)

    // Inside the machine.
    Work settled;  // work_done at the last settling
    Turns turns;
    struct {       // timers that go off at the same time, if it has been asked for (timers.cpp)
        TimeNs when_ns = never_ns;
        uint32_t count = 0;
    } ties;
};

inline Machine& machine_of(Vm& vm) { return *static_cast<Machine*>(vm.host); }

// The machine's own objects, without a thread. False: the block is full.
bool make_machine_root(Machine&);
// Puts the machine's own objects into a booted block (a boot image just assigned), with a main
// thread whose context will run this module's body. False: the block is full.
// `warnings`: what compiling the script had to say, for standard error.
// `source_bytes`: how long its text is.
struct StartedScript {
    Ref<CodeObject> code;
    Ref<Module> main_module;
    uint64_t source_bytes = 0;
    std::string warnings;
};
bool start_process(Machine&, const StartedScript&);

// Runs until a limit. Where it stopped leaves no trace: any sequence of calls gives the same run.
Advanced advance(Machine&, const AdvanceLimits&);

// The whole machine as bytes, and back (same natives; spec, decisions and input are the caller's).
Bytes snapshot(Machine&);
Result<bool> restore(Machine&, std::span<const uint8_t> bytes);
// After somebody else has put the block's bytes back (history's checkpoints).
void restored(Machine&);

// The run has been where this is decided.
bool decided(const Machine&, const Decision&);

// What the script reads next: a line with its line feed, or all; at the end of the text what is
// left, perhaps nothing. Null: not known yet, and the thread has to wait; vm.suspend().
std::optional<std::string> read_input(Machine&, InputWait);
// Hands the waiting thread what it reads. False: it is still not there.
bool answer_input(Machine&);

// Numbers an option; counts a scheduling point of the thread that led here. Not called where
// there is only one.
uint32_t choose(Machine&, DecisionKind, uint32_t option_count);
// After it, for whoever hears choices: between which threads it was.
inline bool hears_choices(const Machine& machine) {
    return machine.recorder && machine.recorder->hears_choices;
}
void tell_choice(Machine&, DecisionKind, uint32_t option, ChoiceOptions options);
// Whether their number matters to `choose`: where nobody has decided anything or asks for it, two
// are as good as thousands.
inline bool counts_options(const Machine& machine) {
    return machine.chosen || hears_choices(machine) || !machine.decisions.decisions().empty();
}

// A snapshot of everything as plain values.
MachineState inspect(const Machine&);

// --- for natives of the library ---
Ref<Thread> running_thread(const Machine&);   // never null inside a native
void tell_touch(Machine&, uint32_t object, SharedUse, WaitReason = WaitReason::none);
void tell_life(Machine&, Serial, SharedUse);
void tell_end_seen(Machine&, Ref<Process>);
Serial new_serial(Machine&);
void settle(Machine&);                        // accounts for the work done so far
// The running thread holds neither GIL nor core any longer. Event: gil_released.
void stop_running(Machine&, GilRelease);
void make_ready(Machine&, Ref<Thread>);       // it wants the GIL, or a core where there is none
// For a native that has changed who waits for what and when: the run is interrupted, so that the
// machine sees it; where it stops must not depend on what else interrupts it. Gives the result, or
// None.
Value reschedule(Machine&, Value result = {});
uint32_t user_line(const Machine&);           // of the innermost user frame of the running thread

}  // namespace meada

#include "machine/emit.h"
