// Runs without time, thread by thread: what exploring asks every order of.
//
// With MachineSpec::interleaved a thread runs until it waits, ends, or a decision (at_access) gives
// the turn to another at a *point*: before an instruction of the script that may touch what other
// threads see, and before every call. Nothing else changes threads: no switch interval, no time.
// What a script does not ask to wait for happens at once (a thread starts, a woken one looks at its
// lock); deadlines come when nobody can run, or when a decision says so. The options at a point: 0,
// whoever runs; then the ready ones, longest first; then those that sleep, by deadline. Where
// nobody runs the same without the first.
#pragma once

#include "machine/machine.h"
#include "vm/accesses.h"

namespace meada {

// Threads of the library (a pool's) and threads that end have points, too, where the library says
// so: a *library point* comes before it touches one object, or before the thread, or the process
// with all its threads, is over.

inline bool interleaved(const Machine& machine) { return machine.spec.interleaved != 0; }

enum class LibraryPoint : uint8_t { none, object, thread_end, process_end };
// Interleaved: the running thread gives the turn away there; the native that says so is suspended.
// The object None stands for what scripts print.
void stand_at_point(Machine&, LibraryPoint, Value object);
// Where a ready thread stands; the object, if it is one.
LibraryPoint library_point(const Machine&, Ref<Thread>, Value& object);

// Who could go on instead, in the order of the options.
std::vector<Ref<Thread>> candidates(const Machine&);

// What a thread is about to do with what others may see.
struct SharedStep {
    NextInstruction instruction;
    // A condition's operations are its lock's; those of threads are none.
    std::vector<Access> accesses;
    bool waits_at_barrier = false;
    Ref<Lock> acquires;  // an attempt that need not succeed; null: none
    Ref<Lock> looks_under;  // is_set(): the lock under which the event's flag is; null: none
};
// Of a thread that is ready or running. False: its next instruction is not the script's.
bool next_shared_step(Machine&, Ref<Thread>, SharedStep& out);

// Interleaved: which of so many of an event loop's timers fires first.
uint32_t choose_timer(Machine&, uint32_t count);

// --- for advance ---
bool dispatch_interleaved(Machine&);      // as dispatch
uint64_t stretch_of(const Machine&);      // instructions until the next point may be
bool stops_at_point(Machine&);
bool pass_point(Machine&);                // false: another thread has got the turn

}  // namespace meada
