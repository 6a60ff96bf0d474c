// Tasks and event loops out of the modelled library's objects: it keeps them under the names of
// library/_asyncio.py and library/asyncio/base_events.py.
#include <algorithm>
#include <tuple>

#include "machine/inspect.h"
#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {
namespace {

uint64_t number(const Machine& machine, Value object, std::string_view name) {
    const Value value = own_attribute(machine, object, name);
    return value.is_int() && value.as_int() >= 0 ? static_cast<uint64_t>(value.as_int()) : 0;
}
Serial serial(const Machine& machine, Value object) {
    return static_cast<Serial>(number(machine, object, "_serial"));
}
bool is_object(const Machine& machine, Value value) {
    return machine.vm.block.kind(value) == Kind::instance;
}

void describe_wait(const Machine& machine, Value waiter, TaskState& task) {
    task.state = RunState::waiting;
    task.wait_reason = WaitReason::await;
    if (const uint64_t reason = number(machine, waiter, "_wait_reason"); reason != 0)
        task.wait_reason = static_cast<WaitReason>(reason);
    const uint64_t on = number(machine, waiter, "_wait_on");
    task.waits_on = on != 0 ? static_cast<Serial>(on) : serial(machine, waiter);
    if (const uint64_t deadline = number(machine, waiter, "_wait_deadline"); deadline != 0)
        task.deadline_ns = deadline;
    if (!own_attribute(machine, waiter, "_coro").is_null()) {
        task.awaits.push_back(serial(machine, waiter));
    } else if (const Value children = own_attribute(machine, waiter, "_children"); children) {
        for (const Value child : items_of(machine, children))
            if (!own_attribute(machine, child, "_coro").is_null())
                task.awaits.push_back(serial(machine, child));
    } else if (on != 0 && task.wait_reason == WaitReason::await) {
        task.awaits.push_back(task.waits_on);  // shield, wait_for
    }
}

TaskState task_state(const Machine& machine, Value object, const MachineState& state) {
    TaskState task;
    task.serial = serial(machine, object);
    task.name = text_of(machine, own_attribute(machine, object, "_name"));
    const Value loop = own_attribute(machine, object, "_loop");
    task.loop = serial(machine, loop);
    task.thread = static_cast<Serial>(number(machine, loop, "_thread_id"));
    const Value coroutine = own_attribute(machine, object, "_coro");
    if (machine.vm.block.kind(coroutine) == Kind::generator) {
        const auto generator = coroutine.as_ref<Generator>();
        task.coroutine =
            text_of(machine, Value::from_ref(machine.vm.block[generator].qualified_name));
        task.frames = frame_states(machine, frames_of_generator(machine.vm, generator));
    }
    const Value waiter = own_attribute(machine, object, "_fut_waiter");
    const bool running = std::ranges::any_of(
        state.threads, [&](const ThreadState& thread) { return thread.task == task.serial; });
    if (running) task.state = RunState::running;
    else if (is_object(machine, waiter) &&
             own_attribute(machine, waiter, "_state").is_null())  // the class's: pending
        describe_wait(machine, waiter, task);
    else task.state = RunState::ready;
    return task;
}

// A handle, or a task, which is its own.
HandleState handle_state(const Machine& machine, Value object) {
    HandleState handle;
    handle.serial = static_cast<Serial>(number(machine, object, "_handle"));
    Value task;
    if (!own_attribute(machine, object, "_coro").is_null()) task = object;
    const Value callback = own_attribute(machine, object, "_callback");
    if (machine.vm.block.kind(callback) == Kind::bound_method) {
        const BoundMethod& method = machine.vm.block[callback.as_ref<BoundMethod>()];
        if (!own_attribute(machine, method.self, "_coro").is_null()) task = method.self;
    }
    if (is_object(machine, task)) handle.task = serial(machine, task);
    else if (callback) handle.name = describe(machine, callback, 60);
    return handle;
}

LoopState loop_state(const Machine& machine, Value object, const ThreadState& thread) {
    LoopState loop;
    loop.serial = serial(machine, object);
    loop.thread = thread.serial;
    loop.iteration = number(machine, object, "_iteration");
    loop.running = true;
    loop.running_task = thread.task;
    const auto now = items_of(machine, own_attribute(machine, object, "_running_now"));
    for (const Value handle : now) {
        if (handle.is_int()) loop.running_handle = static_cast<Serial>(handle.as_int());
        else if (is_object(machine, handle)) loop.ready.push_back(handle_state(machine, handle));
    }
    for (const Value handle : items_of(machine, own_attribute(machine, object, "_ready")))
        if (is_object(machine, handle)) loop.ready.push_back(handle_state(machine, handle));
    for (const Value entry : items_of(machine, own_attribute(machine, object, "_scheduled"))) {
        const auto parts = items_of(machine, entry);
        if (parts.size() != 3 || !is_object(machine, parts[2])) continue;
        if (own_attribute(machine, parts[2], "_cancelled") == machine.vm.boolean(true)) continue;
        HandleState timer = handle_state(machine, parts[2]);
        const double when = parts[0].is_float() ? parts[0].as_float() : 0;
        timer.when_ns = static_cast<TimeNs>(std::max(0.0, when) * 1e9);
        loop.timers.push_back(std::move(timer));
    }
    std::ranges::sort(loop.timers, [](const HandleState& left, const HandleState& right) {
        return std::tie(left.when_ns, left.serial) < std::tie(right.when_ns, right.serial);
    });
    return loop;
}

void each_task(const Machine& machine, const std::function<void(Value)>& found) {
    const Value tasks = library_attribute(machine, "_asyncio", "_all_tasks");
    if (machine.vm.block.kind(tasks) != Kind::dict) return;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(machine.vm, tasks.as_ref<Dict>(), position, key, value))
        if (is_object(machine, value)) found(value);
}

}  // namespace

void inspect_tasks(const Machine& machine, MachineState& state) {
    size_t index = 0;
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at), ++index)
        if (const Value loop = machine.vm.block[at].loop; is_object(machine, loop))
            state.loops.push_back(loop_state(machine, loop, state.threads[index]));
    each_task(machine,
              [&](Value task) { state.tasks.push_back(task_state(machine, task, state)); });
}

void each_task_frame(const Machine& machine,
                     const std::function<void(Serial task, const FrameView&)>& found) {
    each_task(machine, [&](Value task) {
        const Value coroutine = own_attribute(machine, task, "_coro");
        if (machine.vm.block.kind(coroutine) != Kind::generator) return;
        for (const FrameView& frame :
             frames_of_generator(machine.vm, coroutine.as_ref<Generator>()))
            found(serial(machine, task), frame);
    });
}

}  // namespace meada
