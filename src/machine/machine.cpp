#include "machine/machine.h"
#include "machine/tell_exceptions.h"

#include "vm/strings.h"

namespace meada {

Machine::Machine(std::span<const NativeRow> natives, const MachineSpec& spec)
    : vm(natives), spec(spec) {
    vm.host = this;
    vm.hears_exceptions = tell_exception;
    vm.hears_shared_bytes = [](Vm& vm, uint32_t array, uint32_t begin, uint32_t end, bool writes) {
        Machine& machine = machine_of(vm);
        if (!machine.recorder || machine.root().running.is_null()) return;
        machine.recorder->touched({vm.block[running_thread(machine)].serial, array,
                                   writes ? SharedUse::writes : SharedUse::reads, begin, end});
    };
}

void tell_touch(Machine& machine, uint32_t object, SharedUse use, WaitReason reason) {
    const Value thread = machine.root().running;
    if (!machine.recorder || !thread) return;
    machine.recorder->touched(
        {machine.vm.block[thread.as_ref<Thread>()].serial, object, use, 0, 0, reason});
}

void tell_life(Machine& machine, Serial serial, SharedUse use) {
    if (machine.recorder)
        machine.recorder->touched(
            {machine.vm.block[running_thread(machine)].serial, serial, use});
}

void tell_end_seen(Machine& machine, Ref<Process> process) {
    if (machine.recorder)
        machine.recorder->saw_end(machine.vm.block[running_thread(machine)].serial,
                                  machine.vm.block[process].serial);
}

const MachineRoot& Machine::root() const {
    return vm.block[vm.root(Root::machine).as_ref<MachineRoot>()];
}

MachineRoot& Machine::edit_root() {
    return vm.block.edit(vm.root(Root::machine).as_ref<MachineRoot>());
}

TimeNs Machine::now_ns() const {
    const Value core = root().core;
    return core ? meada::now_ns(*this, core.as_ref<Core>()) : root().moment_ns;
}

uint64_t Machine::user_instructions() const {
    return root().user_instructions +
           (work_done(vm).user_instructions - settled.user_instructions);
}

void settle(Machine& machine) {
    const Work done = work_done(machine.vm);
    MachineRoot& root = machine.edit_root();
    if (const Value core = root.core; core)
        machine.vm.block.edit(core.as_ref<Core>()).ticks += done.ticks - machine.settled.ticks;
    root.user_instructions += done.user_instructions - machine.settled.user_instructions;
    machine.settled = done;
}

Serial new_serial(Machine& machine) { return machine.edit_root().next_serial++; }

Ref<Thread> running_thread(const Machine& machine) {
    const Value running = machine.root().running;
    ASSERT(running);
    return running.as_ref<Thread>();
}

namespace {

struct FirstEvents : Recorder {
    explicit FirstEvents(Machine& machine) : machine(machine) { machine.recorder = this; }
    ~FirstEvents() override { machine.recorder = nullptr; }
    void record(const Event& event) override {
        const uint64_t number = machine.first_events.size();
        Event& kept = machine.first_events.emplace_back(event);
        each_text(kept, [&](Text& text) { text = machine.first_texts.keep(number, text); });
    }
    Machine& machine;
};

}  // namespace

bool make_machine_root(Machine& machine) {
    Vm& vm = machine.vm;
    const auto root = vm.allocate<MachineRoot>(Kind::native_object, Root::type_native_object);
    if (!root) return false;
    MachineRoot& made = vm.block.edit(root);
    made.detail = MachineRoot::value_count;
    made.trace_hash = hash_start;
    made.next_serial = 1;
    made.turn_end_instructions = made.turn_end_ticks = unlimited;
    const Value at_end = vm.root(Root::machine);  // the boot image leaves the library's function
    vm.set_root(Root::machine, Value::from_ref(root));
    machine.settled = work_done(vm);
    const auto process = vm.allocate<Process>(Kind::native_object, Root::type_native_object);
    if (!process || !make_cores(machine)) return false;
    Process& first = vm.block.edit(process);
    first.detail = Process::value_count;
    first.switch_interval_ns = machine.spec.switch_interval_ns;
    first.at_end = at_end;
    first.pid = first_pid;
    first.parent_pid = 1;
    machine.edit_root().process = machine.edit_root().entered = Value::from_ref(process);
    return true;
}

bool start_process(Machine& machine, const StartedScript& script) {
    Vm& vm = machine.vm;
    const Ref<CodeObject> code = script.code;
    const std::string& warnings = script.warnings;
    const FirstEvents listening(machine);
    if (!make_machine_root(machine)) return false;
    // Without its folders: a link to this run has the name only, and is to be the same run.
    const std::string path = to_utf8(vm, Value::from_ref(vm.block[code].file_name));
    emit(machine, event::process_started{Text(path).substr(path.find_last_of('/') + 1)});
    const Value name = new_str(vm, "MainThread");
    if (name.is_null()) return false;
    const Ref<Thread> main = create_thread(machine, name, false);
    if (!main) return false;
    vm.block.edit(main).flags |= thread_main;
    const auto context = vm.block[main].context.as_ref<Context>();
    vm.set_root(Root::main_module, Value::from_ref(script.main_module));
    vm.context = context;
    if (!start_module(vm, context, code, script.main_module)) return false;
    emit(machine, event::source_read{script.source_bytes});
    emit(machine, event::source_compiled{vm.block[code].instruction_count});
    if (!warnings.empty()) {
        machine.edit_root().output_bytes += warnings.size();
        emit(machine, event::printed{Stream::error, warnings});
    }
    emit(machine, event::interpreter_started{vm.block[main].serial});
    vm.block.edit(machine.root().process.as_ref<Process>()).main = Value::from_ref(main);
    machine.edit_root().phase = static_cast<uint8_t>(Phase::script);
    make_ready(machine, main);
    machine.settled = work_done(vm);  // all this is no core's work
    return true;
}

uint32_t choose(Machine& machine, DecisionKind kind, uint32_t option_count) {
    Serial serial = 0;
    Count point = 0;
    if (const Value led = machine.root().last_running; led) {
        Thread& thread = machine.vm.block.edit(led.as_ref<Thread>());
        serial = thread.serial;
        point = ++thread.scheduling_points;
    } else {
        point = ++machine.edit_root().scheduling_points;
    }
    const uint32_t option = machine.decisions.option(serial, point, kind, option_count);
    if (machine.chosen) machine.chosen->push_back({{serial, point, kind, option}, option_count});
    return option;
}

void tell_choice(Machine& machine, DecisionKind kind, uint32_t option, ChoiceOptions options) {
    Decision made{0, machine.root().scheduling_points, kind, option};
    if (const Value led = machine.root().last_running; led) {
        const Thread& thread = machine.vm.block[led.as_ref<Thread>()];
        made.thread = thread.serial;
        made.point = thread.scheduling_points;
    }
    machine.recorder->chose(made, std::move(options));
}

bool decided(const Machine& machine, const Decision& decision) {
    if (decision.thread == 0) return machine.root().scheduling_points >= decision.point;
    const Block& block = machine.vm.block;
    Ref<Thread> thread = find_thread(machine, decision.thread);
    // Whose last step led here may have ended.
    const Value led = machine.root().last_running;
    if (!thread && led && block[led.as_ref<Thread>()].serial == decision.thread)
        thread = led.as_ref<Thread>();
    if (!thread) return decision.thread < machine.root().next_serial;
    return block[thread].scheduling_points >= decision.point;
}

Bytes snapshot(Machine& machine) {
    settle(machine);
    const auto bytes = machine.vm.block.bytes();
    return Bytes(bytes.begin(), bytes.end());
}

Result<bool> restore(Machine& machine, std::span<const uint8_t> bytes) {
    auto assigned = machine.vm.block.assign(bytes, Block::Contents::snapshot);
    if (!assigned) return assigned.error();
    restored(machine);
    return true;
}

void restored(Machine& machine) {
    machine.vm.restored();
    machine.settled = work_done(machine.vm);
    machine.ties = {};
    const Value running = machine.root().running;
    machine.vm.context =
        running ? machine.vm.block[running.as_ref<Thread>()].context.as_ref<Context>()
                : Ref<Context>{};
}

}  // namespace meada
