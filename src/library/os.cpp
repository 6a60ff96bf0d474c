// Native half of os: what the machine is.
#include <algorithm>

#include "library/natives.h"

namespace meada {

Value library_core_count(Vm& vm, const Args&) {
    return Value::from_int(static_cast<int64_t>(machine_of(vm).spec.cores));
}

// The nice value of a thread (0: of this one; a pid: of that process's main thread), set if one is
// given: what Policy::priority goes by. None: there is no such thread.
Value library_nice(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const auto number = static_cast<uint32_t>(integer_of(args[0]));
    Ref<Thread> thread = number == 0 ? running_thread(machine) : find_thread(machine, number);
    if (const Ref<Process> process = find_process(machine, number); !thread && process)
        thread = vm.block[process].main.as_ref<Thread>();
    if (!thread) return vm.none();
    if (args.has(1)) {
        const int64_t wanted = std::clamp<int64_t>(integer_of(args[1]), -20, 19);
        set_nice(machine, thread, static_cast<int8_t>(wanted));
        return reschedule(machine, Value::from_int(wanted));
    }
    return Value::from_int(vm.block[thread].nice);
}

}  // namespace meada
