// Native half of signal: what SIGINT does unless the script has another idea.
#include "library/natives.h"

namespace meada {

Value library_default_int_handler(Vm& vm, const Args&) {
    return vm.raise(Root::KeyboardInterrupt, std::initializer_list<Value>{});
}

// The running thread runs a handler in the main thread's place, from now on or no longer.
Value library_stands_in(Vm& vm, const Args& args) {
    const Machine& machine = machine_of(vm);
    const auto main = vm.block[running_process(machine)].main.as_ref<Thread>();
    if (machine.recorder)
        machine.recorder->stands_in(vm.block[running_thread(machine)].serial,
                                    vm.block[main].serial, args[0] == vm.boolean(true));
    return vm.none();
}

Value library_main_frame(Vm& vm, const Args&) {
    const Machine& machine = machine_of(vm);
    const auto main = vm.block[running_process(machine)].main.as_ref<Thread>();
    return innermost_frame(vm, vm.block[main].context.as_ref<Context>());
}

// Raises in the main thread: at once if `wakes`, even if it waits, else when it goes on. False: it
// has something to raise.
Value library_interrupt_main(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    if (machine.recorder) machine.recorder->came_between(Intrusion::signal);
    const auto main = vm.block[running_process(machine)].main.as_ref<Thread>();
    const auto context = vm.block[main].context.as_ref<Context>();
    if (!vm.block[context].exception.is_null()) return vm.boolean(false);
    const bool waits = vm.block[main].state == static_cast<uint8_t>(RunState::waiting);
    if (waits && args[1] == vm.boolean(true)) {
        wake_raising(machine, main, args[0]);
        return reschedule(machine, vm.boolean(true));
    }
    deliver_exception(vm, context, args[0]);
    return vm.boolean(true);
}

}  // namespace meada
