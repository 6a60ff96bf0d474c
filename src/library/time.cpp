// Native half of time: the virtual clock, and sleeping.
#include <cmath>

#include "library/natives.h"

namespace meada {

bool nanoseconds_of(Vm& vm, Value seconds, double& nanoseconds) {
    if (!is_int_like(vm, seconds) && !is_float_like(vm, seconds)) {
        vm.raise(Root::TypeError,
                 "'" + type_name(vm, seconds) + "' object cannot be interpreted as an integer");
        return false;
    }
    nanoseconds = std::ceil(to_double(vm, seconds) * 1e9);
    if (!std::isnan(nanoseconds)) return true;
    vm.raise(Root::ValueError, "Invalid value NaN (not a number)");
    return false;
}

Value library_now(Vm& vm, const Args&) {
    vm.charge(16);
    return Value::from_float(static_cast<double>(machine_of(vm).now_ns()) / 1e9);
}

Value library_now_ns(Vm& vm, const Args&) {
    vm.charge(16);
    return new_int(vm, static_cast<int64_t>(machine_of(vm).now_ns()));
}

// The time of day, as nanoseconds since 1970: a run starts at the moment that a knob says.
Value library_time_ns(Vm& vm, const Args&) {
    vm.charge(16);
    const Machine& machine = machine_of(vm);
    return new_int(vm, static_cast<int64_t>(machine.spec.epoch_s * 1'000'000'000 +
                                            machine.now_ns()));
}

// Time in which instructions ran: what the process's own clock shows.
Value library_work_ns(Vm& vm, const Args&) {
    const Machine& machine = machine_of(vm);
    return new_int(vm, static_cast<int64_t>(ran_ns(machine, running_process(machine))));
}

Value library_sleep_ns(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const auto duration_ns = to_int64(vm, args[0]);
    Wait wait;
    wait.reason = WaitReason::sleep;
    wait.deadline_ns =
        machine.now_ns() + static_cast<TimeNs>(duration_ns ? std::max<int64_t>(0, *duration_ns)
                                                           : int64_t{1} << 62);
    park(machine, wait);
    return vm.suspend();
}

}  // namespace meada
