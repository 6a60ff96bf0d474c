// Objects that several names reach: "two names for one list". Names are those of the module, the
// locals of the script's frames, and what these hold, one level deep.
#include <algorithm>
#include <map>
#include <set>

#include "machine/inspect.h"
#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {
namespace {

constexpr size_t objects_max = 4000, items_max = 100, names_max = 50;

struct Reached {
    Value value;
    std::vector<NameState> names;
};

struct Walk {
    const Machine& machine;
    std::map<uint64_t, Reached> reached;
    std::vector<uint64_t> order;  // as they were found

    void name(const NameState& name, Value value);
    void look_inside(const NameState& name, Value value);
    void look_at(const NameState& at, Value value) {
        name(at, value);
        look_inside(at, value);
    }
};

// What two names for it can be surprising with: it can change.
bool can_change(const Machine& machine, Value value) {
    switch (machine.vm.block.kind(value)) {
        case Kind::bytearray:
        case Kind::list:
        case Kind::dict:
        case Kind::generator:
        case Kind::instance:
        case Kind::native_object: return true;
        case Kind::set: return type_name(machine.vm, value) != "frozenset";
        default: return false;
    }
}

void Walk::name(const NameState& name, Value value) {
    if (!can_change(machine, value)) return;
    const uint64_t identity = identity_of(machine, value);
    if (reached.size() >= objects_max && !reached.contains(identity)) return;
    Reached& object = reached[identity];
    if (object.names.empty()) order.push_back(identity);
    object.value = value;
    if (object.names.size() < names_max) object.names.push_back(name);
}

void Walk::look_inside(const NameState& at, Value value) {
    const Block& block = machine.vm.block;
    const auto part = [&](const std::string& suffix) {
        return NameState{at.owner, at.function, at.path + suffix};
    };
    const Kind kind = block.kind(value);
    if (kind == Kind::list || kind == Kind::tuple) {
        size_t index = 0;
        for (const Value item : items_of(machine, value)) {
            name(part("[" + std::to_string(index) + "]"), item);
            if (++index == items_max) return;
        }
    } else if (kind == Kind::dict) {
        uint32_t position = 0;
        Value key, item;
        for (size_t count = 0; count < items_max && dict_next(machine.vm, value.as_ref<Dict>(),
                                                              position, key, item); ++count)
            name(part("[" + describe(machine, key, 20) + "]"), item);
    } else if (kind == Kind::instance) {
        // A library object's inside is its own.
        if (!own_attribute(machine, value, "_serial").is_null()) return;
        const Instance& instance = block[value.as_ref<Instance>()];
        if (block[instance.shape].dict_mode) return;
        for (Ref<Shape> shape = instance.shape; block[shape].count > 0;
             shape = block[shape].parent) {
            const std::string attribute = text_of(machine, attribute_name(machine.vm, shape));
            name(part("." + attribute),
                 block.load(value.offset() + Instance::slots_offset +
                            (block[shape].count - 1) * 8));
        }
    }
}

}  // namespace

void inspect_objects(const Machine& machine, MachineState& state) {
    Walk walk{machine, {}, {}};
    const Value main_module = machine.vm.root(Root::main_module);
    if (machine.vm.block.kind(main_module) != Kind::module) return;
    uint32_t position = 0;
    Value key, value;
    const Ref<Dict> globals = machine.vm.block[main_module.as_ref<Module>()].attributes;
    while (dict_next(machine.vm, globals, position, key, value)) {
        const std::string name = text_of(machine, key);
        if (!name.starts_with("__")) walk.look_at({0, {}, name}, value);
    }
    std::set<uint32_t> seen;  // a running task's frames are its thread's, too
    const auto look_at_locals = [&](Serial owner, const FrameView& frame) {
        if (frame.library || frame.hidden || !seen.insert(frame.frame).second) return;
        const std::string function = text_of(
            machine, Value::from_ref(machine.vm.block[frame.code].qualified_name));
        each_local(machine, frame, [&](const std::string& name, Value local) {
            walk.look_at({owner, function, name}, local);
        });
    };
    each_task_frame(machine, look_at_locals);
    size_t index = 0;
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at), ++index) {
        const ThreadState& thread = state.threads[index];
        const auto context = machine.vm.block[at].context.as_ref<Context>();
        for (const FrameView& frame : frames_of(machine.vm, context))
            look_at_locals(thread.task != 0 ? thread.task : thread.serial, frame);
    }
    for (const uint64_t identity : walk.order) {
        Reached& object = walk.reached[identity];
        if (object.names.size() < 2) continue;
        state.objects.push_back({identity, type_name(machine.vm, object.value),
                                 describe(machine, object.value), std::move(object.names)});
    }
}

}  // namespace meada
