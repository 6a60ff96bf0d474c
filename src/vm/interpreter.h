// Running a context: one of two loops over one set of instruction bodies. `fast` counts by
// distance (instructions are counted when control leaves a straight line); `exact` runs one at a
// time and can stop at any. Both count alike.
//
// Ticks are the machine's unit of work: an instruction of user code costs `ticks_per_instruction`,
// a unit of native work (Vm::charge) one. Instructions of the library cost nothing of their own.
#pragma once

#include "code/code_unit.h"
#include "vm/vm.h"

namespace meada {

constexpr uint64_t ticks_per_instruction = 8;
constexpr uint64_t unlimited = ~uint64_t{0} >> 2;

enum class StopReason : uint8_t;
struct RunLimits {
    // Stops before the next instruction of user code once so many of them have run (exactly).
    uint64_t user_instructions = unlimited;
    // Stops at the first hand-over point (where CPython 3.11 may give up the GIL: RESUME,
    // a jump backward, after a CALL of a native; user code only) at which so many ticks have passed.
    uint64_t hand_over_ticks = unlimited;
    // Stops soon after so many instructions of any code: for slices of real time. Changes nothing
    // in the block but where the run is.
    uint64_t any_instructions = unlimited;
    // Where the run has come to one of the first two, this may put another context in the place of
    // the one that ran: then it goes on with these two, as if it had begun anew, and for less than
    // half of what that costs. For contexts that take turns at every instruction.
    enum class Turn : uint8_t {
        none,   // it ends
        first,  // of this context, in this run and since the last collection
        again,
    };
    Turn (*next_turn)(Vm&, StopReason why, RunLimits& limits) = nullptr;
};

enum class StopReason : uint8_t {
    user_instructions,  // the limit of the same name
    hand_over,
    slice,      // any_instructions
    suspended,  // a native parked the context: deliver() before it runs again
    returned,   // the bottom frame is done: Context::result
    raised,     // the bottom frame ended by Context::exception
};

// Runs vm.context. Never entered twice at a time (ASSERT): natives cannot call it.
StopReason run(Vm&, const RunLimits&);

// Work of all contexts since the Vm was made or restored; exact inside natives and between runs.
struct Work {
    uint64_t user_instructions = 0, ticks = 0;
};
Work work_done(const Vm&);

// A new context whose bottom frame will call `callable(*arguments)`.
Ref<Context> new_context(Vm&);
bool start_call(Vm&, Ref<Context>, Value callable, std::span<const Value> arguments);
// Code of a script becomes the body of a module (its globals: the module's attributes).
bool start_module(Vm&, Ref<Context>, Ref<CodeObject>, Ref<Module>);

// What the native that parked the context gives to its caller.
void deliver(Vm&, Ref<Context>, Value result);
void deliver_exception(Vm&, Ref<Context>, Value exception);
// The frame object of the innermost frame of a context that is shown; None: it has none.
Value innermost_frame(Vm&, Ref<Context>);

// --- code.cpp ---
// elsewhere: a person's code that is no part of the script's text (another file, exec).
enum class CodeOrigin : uint8_t { script, elsewhere, library, hidden };
// Puts a code unit into the block; the module's code object. Null: MemoryError pending.
Ref<CodeObject> load_code(Vm&, const CodeUnit&, CodeOrigin);
SourceRange range_of(const Vm&, Ref<CodeObject>, uint32_t instruction);
// What a function does before its first statement; it stands on the line of the `def`.
bool in_prologue(const Vm&, Ref<CodeObject>, uint32_t instruction);

// --- frames, for inspection: innermost first ---
struct FrameView {
    uint32_t frame;  // offset
    Ref<CodeObject> code;
    uint32_t instruction;  // the one that runs next, or the call that it waits in
    bool library, hidden;
};
std::vector<FrameView> frames_of(const Vm&, Ref<Context>);
std::vector<FrameView> frames_of_generator(const Vm&, Ref<Generator>);  // and what it awaits

// --- types.cpp ---
// The name of the attribute that a shape added: also of a member of __slots__, which shapes do not
// name.
Value attribute_name(const Vm&, Ref<Shape>);

// --- boot.cpp ---
// Makes types, singletons and natives in an empty block (at build time, then the boot image).
void make_builtins(Vm&);
// Runs the collector (between instructions only). `major`: everything, not only what is young.
void collect(Vm&, bool major);
// Has the finalisers run of what no root reaches (or none but through this module, at the end of
// its process), before the next instruction. Frees nothing, so a native may ask for it.
void finalize_unreached(Vm&, Ref<Module> module);
// Major if what lives has doubled since the last. Not inlined into the loop: WebAssembly engines
// optimise a function by how many of its bytes ran, and would take long over one so large.
[[gnu::noinline]] void collect_as_needed(Vm&);

}  // namespace meada
