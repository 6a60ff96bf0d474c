// Locks and the like that a view can show: those that the script's globals and the locals of its
// frames name, that objects there hold, and those that somebody waits in.
#include <algorithm>

#include "machine/inspect.h"
#include "machine/pipe.h"
#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {
namespace {

struct Finder {
    const Machine& machine;
    MachineState& state;

    void look_at(const std::string& name, Value value, int depth);
    void add_lock(const std::string& name, Ref<Lock> ref);
    void add_pipe(const std::string& name, Ref<Pipe> ref);
    void add_object(const std::string& name, Value object, Serial serial, uint64_t kind);
    bool known(Serial serial) const {
        return std::ranges::find(state.syncs, serial, &SyncState::serial) != state.syncs.end();
    }
};

// A lock is told from other native objects by its type: the library has two.
bool is_lock(const Machine& machine, Value value) {
    if (machine.vm.block.kind(value) != Kind::native_object) return false;
    const std::string type = type_name(machine.vm, value);
    return (type == "_thread.lock" || type == "_thread.RLock") &&
           machine.vm.block.object(value).detail == Lock::value_count;
}

void Finder::add_lock(const std::string& name, Ref<Lock> ref) {
    const Lock& lock = machine.vm.block[ref];
    if (lock.serial == 0 || known(lock.serial)) return;
    SyncState sync;
    sync.serial = lock.serial;
    sync.kind = static_cast<SyncKind>(lock.kind);
    sync.name = name;
    if (lock.owner) sync.holder = machine.vm.block[lock.owner.as_ref<Thread>()].serial;
    sync.waiters = waiters_of(machine, lock.queue);
    sync.value = lock.held ? lock.count : 0;
    state.syncs.push_back(std::move(sync));
}

// What processes share: semaphores and connections.
void Finder::add_pipe(const std::string& name, Ref<Pipe> ref) {
    const Pipe& pipe = machine.vm.block[ref];
    if (known(pipe.serial)) return;
    SyncState sync;
    sync.serial = pipe.serial;
    sync.kind = static_cast<SyncKind>(pipe.kind);
    sync.name = name;
    if (pipe.holder) sync.holder = machine.vm.block[pipe.holder.as_ref<Thread>()].serial;
    sync.waiters = waiters_of(machine, pipe.readers);
    for (const Serial writer : waiters_of(machine, pipe.writers)) sync.waiters.push_back(writer);
    const bool lock = sync.kind == SyncKind::lock || sync.kind == SyncKind::rlock;
    sync.value = lock ? pipe.item_count == 0 : pipe.item_count;
    state.syncs.push_back(std::move(sync));
}

uint64_t count_of(const Machine& machine, Value object) {
    for (const char* name : {"_queue", "queue"}) {
        const Value items = own_attribute(machine, object, name);
        if (items.is_null()) continue;
        if (machine.vm.block.kind(items) == Kind::list)
            return machine.vm.block[items.as_ref<List>()].count;
        const Value list = own_attribute(machine, items, "_items");
        const Value head = own_attribute(machine, items, "_head");
        if (machine.vm.block.kind(list) == Kind::list && head.is_int())
            return machine.vm.block[list.as_ref<List>()].count -
                   static_cast<uint64_t>(head.as_int());
    }
    for (const char* name : {"_value", "_flag", "_locked", "_count"}) {
        const Value value = own_attribute(machine, object, name);
        if (value.is_int()) return static_cast<uint64_t>(std::max<int64_t>(0, value.as_int()));
        if (machine.vm.block.kind(value) == Kind::boolean)
            return machine.vm.block.object(value).detail;
    }
    return 0;
}

constexpr size_t shown_items_max = 20;

// What lies in a queue: a deque, a list as a heap (PriorityQueue) or a list as a stack.
std::vector<std::string> queued(const Machine& machine, Value object) {
    std::vector<std::string> texts;
    for (const char* name : {"_queue", "queue"}) {
        const Value items = own_attribute(machine, object, name);
        if (items.is_null()) continue;
        const bool bare = machine.vm.block.kind(items) == Kind::list;
        std::vector<Value> values =
            items_of(machine, bare ? items : own_attribute(machine, items, "_items"));
        const Value head = bare ? Value() : own_attribute(machine, items, "_head");
        const size_t first = head.is_int() ? static_cast<size_t>(head.as_int()) : 0;
        if (type_name(machine.vm, object) == "LifoQueue") std::ranges::reverse(values);
        for (size_t i = first; i < values.size() && texts.size() < shown_items_max; ++i)
            texts.push_back(describe(machine, values[i], 40));
        break;
    }
    return texts;
}

uint64_t limit_of(const Machine& machine, Value object) {
    for (const char* name : {"maxsize", "_maxsize", "_parties"}) {
        const Value value = own_attribute(machine, object, name);
        if (value.is_int() && value.as_int() > 0) return static_cast<uint64_t>(value.as_int());
    }
    return 0;
}

void Finder::add_object(const std::string& name, Value object, Serial serial, uint64_t kind) {
    if (known(serial)) return;
    SyncState sync;
    sync.serial = serial;
    sync.kind = static_cast<SyncKind>(kind);
    sync.name = name;
    sync.value = count_of(machine, object);
    sync.limit = limit_of(machine, object);
    if (sync.kind == SyncKind::queue || sync.kind == SyncKind::async_queue)
        sync.items = queued(machine, object);
    if (const Value holder = own_attribute(machine, object, "_holder"); holder.is_int())
        sync.holder = static_cast<Serial>(holder.as_int());
    for (const ThreadState& thread : state.threads)
        if (thread.waits_on == serial) sync.waiters.push_back(thread.serial);
    for (const TaskState& task : state.tasks)
        if (task.waits_on == serial) sync.waiters.push_back(task.serial);
    state.syncs.push_back(std::move(sync));
}

void Finder::look_at(const std::string& name, Value value, int depth) {
    if (is_lock(machine, value)) {
        add_lock(name, value.as_ref<Lock>());
        return;
    }
    const Kind kind = machine.vm.block.kind(value);
    if (kind == Kind::list || kind == Kind::tuple) {
        if (depth == 0) return;
        uint32_t index = 0;
        for (const Value item : items_of(machine, value)) {
            look_at(name + "[" + std::to_string(index) + "]", item, depth - 1);
            if (++index == 100) return;
        }
        return;
    }
    if (kind != Kind::instance) return;
    const Value serial = own_attribute(machine, value, "_serial");
    const Value sync_kind = own_attribute(machine, value, "_sync_kind");
    if (serial.is_int() && sync_kind.is_int()) {
        add_object(name, value, static_cast<Serial>(serial.as_int()),
                   static_cast<uint64_t>(sync_kind.as_int()));
        return;
    }
    const Value semlock = own_attribute(machine, value, "_semlock");
    if (const Value pipe = own_attribute(machine, semlock ? semlock : value, "_pipe"); semlock)
        if (const Ref<Pipe> found = as_pipe(machine.vm.block, pipe); found) {
            add_pipe(name, found);
            return;
        }
    if (depth == 0 || serial.is_int()) return;  // a library object: its inside is its own
    const Instance& instance = machine.vm.block[value.as_ref<Instance>()];
    if (machine.vm.block[instance.shape].dict_mode) return;
    for (Ref<Shape> at = instance.shape; machine.vm.block[at].count > 0;
         at = machine.vm.block[at].parent)
        look_at(name + "." + text_of(machine, attribute_name(machine.vm, at)),
                machine.vm.block.load(value.offset() + Instance::slots_offset +
                                      (machine.vm.block[at].count - 1) * 8),
                depth - 1);
}

}  // namespace

void inspect_syncs(const Machine& machine, MachineState& state) {
    Finder finder{machine, state};
    const Value main_module = machine.vm.root(Root::main_module);
    if (machine.vm.block.kind(main_module) == Kind::module) {
        uint32_t position = 0;
        Value key, value;
        const Ref<Dict> globals = machine.vm.block[main_module.as_ref<Module>()].attributes;
        while (dict_next(machine.vm, globals, position, key, value)) {
            const std::string name = text_of(machine, key);
            if (!name.starts_with("__")) finder.look_at(name, value, 2);
        }
    }
    const auto look_at_locals = [&](const FrameView& frame) {
        if (frame.library || frame.hidden) return;
        each_local(machine, frame, [&](const std::string& name, Value value) {
            finder.look_at(name, value, 1);
        });
    };
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at))
        for (const FrameView& frame :
             frames_of(machine.vm, machine.vm.block[at].context.as_ref<Context>()))
            look_at_locals(frame);
    each_task_frame(machine, [&](Serial, const FrameView& frame) { look_at_locals(frame); });
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at))
        if (const Value lock = machine.vm.block[at].waits_in; is_lock(machine, lock))
            finder.add_lock("", lock.as_ref<Lock>());
        else if (const Ref<Pipe> pipe = as_pipe(machine.vm.block, lock); pipe)
            finder.add_pipe("", pipe);
}

}  // namespace meada
