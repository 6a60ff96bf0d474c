#include "machine/inspect.h"

#include <algorithm>

#include "vm/containers.h"
#include "vm/strings.h"

namespace meada {
namespace {

VariableState variable(const Machine& machine, std::string name, Value value) {
    return {std::move(name), describe(machine, value), identity_of(machine, value)};
}

std::vector<VariableState> locals_of(const Machine& machine, const FrameView& view) {
    std::vector<VariableState> locals;
    each_local(machine, view, [&](const std::string& name, Value value) {
        locals.push_back(variable(machine, name, value));
    });
    return locals;
}

// Values between which the next instructions work.
std::vector<std::string> stack_of(const Machine& machine, const FrameView& view) {
    constexpr uint32_t stack_max = 40;
    const Block& block = machine.vm.block;
    const uint32_t first =
        view.frame + Frame::slots_offset + block[view.code].slot_count * 8;
    std::vector<std::string> stack;
    for (uint32_t at = first; at < block.at<Frame>(view.frame)->stack_end; at += 8) {
        const Value value = block.load(at);
        stack.push_back(value.is_null() ? "NULL" : describe(machine, value, 60));
        if (stack.size() == stack_max) break;
    }
    return stack;
}

ThreadState thread_state(const Machine& machine, Ref<Thread> ref) {
    const Thread& thread = machine.vm.block[ref];
    ThreadState state;
    state.serial = thread.serial;
    state.name = text_of(machine, thread.name);
    state.state = static_cast<RunState>(thread.state);
    state.wait_reason = static_cast<WaitReason>(thread.reason);
    state.waits_on = thread.waits_on;
    state.since_ns = thread.since_ns;
    state.deadline_ns = thread.deadline_ns;
    const Ref<Process> process = process_of(machine.vm.block, ref);
    state.process = machine.vm.block[process].serial;
    state.holds_gil = machine.vm.block[process].gil_holder == Value::from_ref(ref);
    // A run that waits for the keyboard stands still: for the machine the thread is running.
    const bool runs = machine.root().running == Value::from_ref(ref);
    if (runs && machine.root().input_wait != static_cast<uint8_t>(InputWait::none)) {
        state.state = RunState::waiting;
        state.wait_reason = WaitReason::input;
    }
    // The last thread of all stays on its core, as nobody comes after it.
    if (machine.root().phase == static_cast<uint8_t>(Phase::ended)) {
        state.state = RunState::ended;
        state.holds_gil = false;
    }
    state.daemon = thread.flags & thread_daemon;
    if (thread.core) state.core = machine.vm.block[thread.core.as_ref<Core>()].number;
    state.task = thread.task_serial;
    state.frames =
        frame_states(machine, frames_of(machine.vm, thread.context.as_ref<Context>()));
    return state;
}

bool is_shown_global(const Machine& machine, const std::string& name, Value value) {
    if (name.starts_with("__")) return false;
    const Kind kind = machine.vm.block.kind(value);
    return kind != Kind::module && kind != Kind::function && kind != Kind::native &&
           kind != Kind::type;
}

}  // namespace

void each_local(const Machine& machine, const FrameView& view,
                const std::function<void(const std::string& name, Value)>& found) {
    const Block& block = machine.vm.block;
    const CodeObject& code = block[view.code];
    const auto names = items_of(machine, Value::from_ref(code.slot_names));
    for (uint32_t index = 0; index < code.slot_count && index < names.size(); ++index) {
        Value value = block.load(view.frame + Frame::slots_offset + index * 8);
        if (block.kind(value) == Kind::cell) value = block[value.as_ref<Cell>()].content;
        if (value.is_null()) continue;
        const std::string name = text_of(machine, names[index]);
        if (!name.starts_with('.')) found(name, value);  // a comprehension's iterator
    }
}

std::vector<FrameState> frame_states(const Machine& machine,
                                     const std::vector<FrameView>& views) {
    const Block& block = machine.vm.block;
    std::vector<FrameState> frames;
    for (const FrameView& view : views) {
        const CodeObject& code = block[view.code];
        FrameState frame;
        frame.function = text_of(machine, Value::from_ref(code.qualified_name));
        frame.library = view.library || view.hidden;
        if (code.flags & code_elsewhere)
            frame.file = text_of(machine, Value::from_ref(code.file_name));
        frame.range = range_of(machine.vm, view.code, view.instruction);
        frame.instruction = view.instruction;
        frame.code = code.unit_index;
        if (!frame.library) {
            frame.locals = locals_of(machine, view);
            frame.stack = stack_of(machine, view);
        }
        frames.push_back(std::move(frame));
        if (frames.size() == 200) break;
    }
    return frames;
}

MachineState inspect(const Machine& machine) {
    MachineState state;
    const MachineRoot& root = machine.root();
    state.now_ns = machine.now_ns();
    state.instructions = machine.user_instructions();
    state.ended = machine.ended();
    state.exit_status = root.exit_status;
    if (root.running && !state.ended)
        state.running_thread = machine.vm.block[root.running.as_ref<Thread>()].serial;
    const bool runs = root.running && !state.ended;
    const Ref<Process> process = runs ? running_process(machine) : first_process(machine);
    state.switch_interval_ns = machine.vm.block[process].switch_interval_ns;
    for (uint32_t number = 0; number < core_count(machine) && !state.ended; ++number) {
        const Value has = machine.vm.block[core_at(machine, number)].running;
        state.cores.push_back(has ? machine.vm.block[has.as_ref<Thread>()].serial : 0);
    }
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at))
        state.threads.push_back(thread_state(machine, at));
    inspect_tasks(machine, state);
    inspect_syncs(machine, state);
    inspect_objects(machine, state);
    const Value main_module = machine.vm.root(Root::main_module);
    if (machine.vm.block.kind(main_module) != Kind::module) return state;
    uint32_t position = 0;
    Value key, value;
    const Ref<Dict> globals = machine.vm.block[main_module.as_ref<Module>()].attributes;
    while (dict_next(machine.vm, globals, position, key, value)) {
        std::string name = text_of(machine, key);
        if (is_shown_global(machine, name, value))
            state.globals.push_back(variable(machine, std::move(name), value));
    }
    return state;
}

}  // namespace meada
