// Native half of asyncio: which loop and task a thread runs, and what the views are told of them.
#include <algorithm>

#include "library/natives.h"
#include "machine/interleave.h"

namespace meada {
namespace {

uint32_t loop_slot(const Machine& machine) {
    return running_thread(machine).offset + static_cast<uint32_t>(offsetof(Thread, loop));
}
uint32_t task_slot(const Machine& machine) {
    return running_thread(machine).offset + static_cast<uint32_t>(offsetof(Thread, task));
}

Value or_none(const Vm& vm, Value value) { return value ? value : vm.none(); }

}  // namespace

Value library_running_loop(Vm& vm, const Args&) {
    return or_none(vm, vm.block.load(loop_slot(machine_of(vm))));
}

// Which of so many timers fires first, where time does not pass; else -1.
Value library_choose_timer(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    if (!interleaved(machine)) return Value::from_int(-1);
    return Value::from_int(choose_timer(machine, static_cast<uint32_t>(integer_of(args[0]))));
}

Value library_set_running_loop(Vm& vm, const Args& args) {
    vm.block.store(loop_slot(machine_of(vm)), args[0] == vm.none() ? Value{} : args[0]);
    return vm.none();
}

// What futures' __del__ is, and the attribute that those have which it has something to do for.
Value library_set_future_finalizer(Vm& vm, const Args& args) {
    vm.set_root(Root::future_finalizer, args[0]);
    vm.set_root(Root::future_untold, args[1]);
    return vm.none();
}

Value library_current_task(Vm& vm, const Args&) {
    return or_none(vm, vm.block.load(task_slot(machine_of(vm))));
}

// What a step costs in CPython: the loop's, the task's and the future's C code.
constexpr uint64_t step_units = 1200;

// A handle for the ready queue; returns its serial. With a task, it is a step of that.
Value library_schedule(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const std::string name = args[1] ? to_utf8(vm, args[1]) : "";
    const Serial handle = new_serial(machine);
    emit(machine, event::callback_scheduled{handle, serial_of(args[0]), name});
    return Value::from_int(handle);
}

// A handle that becomes ready at `when`, in seconds; returns its serial.
Value library_set_timer(Vm& vm, const Args& args) {
    double when = 0;
    if (!nanoseconds_of(vm, args[0], when)) return {};
    Machine& machine = machine_of(vm);
    const std::string name = to_utf8(vm, args[2]);
    const Serial handle = new_serial(machine);
    const auto at = when < 9e18 ? static_cast<TimeNs>(std::max(0.0, when)) : never_ns;
    emit(machine, event::timer_set{handle, at, serial_of(args[1]), name});
    return Value::from_int(handle);
}

// A task's step begins: as its own handle (0: another's call-back), woken by that future (0: none).
Value library_begin_step(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Serial serial = serial_of(args[1]);
    if (const Serial handle = serial_of(args[2])) emit(machine, event::callback_started{handle});
    if (const Serial future = serial_of(args[3])) emit(machine, event::task_woken{serial, future});
    vm.block.store(task_slot(machine), args[0]);
    vm.block.edit(running_thread(machine)).task_serial = serial;
    vm.charge(step_units);
    emit(machine, event::task_stepped{serial});
    return vm.none();
}

// The running task stays ready and is put behind the others; returns its new handle's serial.
Value library_give_way(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    emit(machine, event::task_suspended{WaitReason::ready, 0, never_ns});
    const Serial handle = new_serial(machine);
    emit(machine, event::callback_scheduled{handle, serial_of(args[0]), {}});
    return Value::from_int(handle);
}

Value library_end_step(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    vm.block.clear(task_slot(machine));
    vm.block.edit(running_thread(machine)).task_serial = 0;
    if (const Serial handle = serial_of(args[0])) emit(machine, event::callback_ended{handle});
    return vm.none();
}

// The name of a function to which nobody has given attributes; None: of anything else.
Value library_plain_name(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::function) return vm.none();
    const Function& function = vm.block[args[0].as_ref<Function>()];
    if (function.attributes) return vm.none();
    return new_str(vm, to_utf8(vm, Value::from_ref(function.qualified_name)) + "()");
}

Value library_task_done(Vm& vm, const Args& args) {
    std::string text;
    if (append_repr(vm, text, args[1]) != Outcome::yes) {
        text = "<" + type_name(vm, args[1]) + " object>";
        vm.request = {};
    }
    if (text.size() > 200) text = text.substr(0, 200);
    while (!text.empty() && find_invalid_utf8(text)) text.pop_back();
    emit(machine_of(vm), event::task_done{static_cast<EndOutcome>(integer_of(args[0])), text});
    return vm.none();
}

Value library_coroutine_name(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::generator) return new_str(vm, type_name(vm, args[0]));
    return Value::from_ref(vm.block[args[0].as_ref<Generator>()].qualified_name);
}

// (qualified name, state, file name, line where it is): for the repr of a task.
Value library_coroutine_place(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::generator) return vm.none();
    const auto generator = args[0].as_ref<Generator>();
    const Generator& found = vm.block[generator];
    const GeneratorState state = found.state;
    const Value name = Value::from_ref(found.qualified_name);
    const Ref<CodeObject> code = found.code;
    uint32_t line = vm.block[code].first_line;
    if (state == GeneratorState::running || state == GeneratorState::suspended) {
        const uint32_t first =
            vm.block[code].instructions.offset + Instructions::first_offset;
        const uint32_t next =
            (found.frame.next_word - first) / static_cast<uint32_t>(sizeof(CodeWord));
        line = range_of(vm, code, next > 0 ? next - 1 : 0).line;
    }
    const Value items[] = {name, Value::from_int(static_cast<int64_t>(state)),
                           Value::from_ref(vm.block[code].file_name), Value::from_int(line)};
    return new_tuple(vm, items);
}

}  // namespace meada
