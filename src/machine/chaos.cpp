#include "machine/chaos.h"

namespace meada {
namespace {

// A living thread after this one, in a circle; null if it is alone.
Ref<Thread> another_thread(const Machine& machine, Ref<Thread> thread) {
    const Value next = machine.vm.block[thread].next;
    const Value other = next ? next : machine.root().first;
    return other && other.as_ref<Thread>() != thread ? other.as_ref<Thread>() : Ref<Thread>{};
}

void switch_to(Machine& machine, Ref<Thread> thread) {
    settle(machine);
    machine.edit_root().running = Value::from_ref(thread);
    restored(machine);
}

// Makes the context's frame the active one, and leaves it, without an instruction of it.
void enter_and_leave(Machine& machine) {
    Vm& vm = machine.vm;
    if (!vm.context || vm.block[vm.context].frame == 0) return;
    const Frame& frame = *vm.block.at<Frame>(vm.block[vm.context].frame);
    // In the library there is no such limit, and what has to be attended to is not ours to do.
    if (frame.flags & (frame_library | frame_hidden) || vm.block.attention != 0) return;
    const StopReason why = run(vm, {.user_instructions = 0});
    ASSERT(why == StopReason::user_instructions);
}

}  // namespace

void shake(Machine& machine) {
    const Ref<Thread> thread = running_thread(machine);
    if (const Ref<Thread> other = another_thread(machine, thread)) {
        switch_to(machine, other);
        machine.vm.block.relocate();
        enter_and_leave(machine);
    } else {
        machine.vm.block.relocate();
    }
    switch_to(machine, thread);
}

}  // namespace meada
