#include "machine/naming.h"

#include <algorithm>

#include "machine/inspect.h"
#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {
namespace {

Value value_at(const Machine& machine, uint32_t offset) {
    return machine.vm.block.value_of(Ref<Object>{offset});
}

// What the library keeps to itself is called as what holds it, or as the script asks for it.
std::string suffix_of(const Machine& machine, Value holder, const std::string& name) {
    if (own_attribute(machine, holder, "_waiters") || name == "_semlock") return "";
    if (name == "_lock" && own_attribute(machine, holder, "_obj")) return ".get_lock()";
    if (name == "_buf" && own_attribute(machine, holder, "_memory")) return ".buf";
    return "." + name;
}

// An attribute of the value that is the object: ".items"; empty: none.
bool names_inside(const Machine& machine, Value value, uint32_t object, std::string& suffix) {
    if (machine.vm.block.kind(value) != Kind::instance) return false;
    const Instance& instance = machine.vm.block[value.as_ref<Instance>()];
    if (machine.vm.block[instance.shape].dict_mode) return false;
    for (Ref<Shape> at = instance.shape; machine.vm.block[at].count > 0;
         at = machine.vm.block[at].parent) {
        const Value held = machine.vm.block.load(value.offset() + Instance::slots_offset +
                                                 (machine.vm.block[at].count - 1) * 8);
        if (!held.is_ref() || held.offset() != object) continue;
        suffix = suffix_of(machine, value, text_of(machine, attribute_name(machine.vm, at)));
        return true;
    }
    return false;
}

struct Namer {
    const Machine& machine;
    uint32_t object;
    std::string found;

    bool look(const std::string& name, Value value) {
        if (!value.is_ref() || !found.empty()) return !found.empty();
        std::string suffix;
        if (value.offset() == object || names_inside(machine, value, object, suffix)) {
            found = name + suffix;
            return true;
        }
        const Kind kind = machine.vm.block.kind(value);
        if (kind != Kind::list && kind != Kind::tuple) return false;
        uint32_t index = 0;
        for (const Value item : items_of(machine, value)) {
            if (item.is_ref() && (item.offset() == object ||
                                  names_inside(machine, item, object, suffix)))
                found = name + "[" + std::to_string(index) + "]" + suffix;
            if (!found.empty() || ++index == 100) break;
        }
        return !found.empty();
    }
};

Ref<Dict> main_globals(const Machine& machine) {
    return machine.vm.block[machine.vm.root(Root::main_module).as_ref<Module>()].attributes;
}

std::string name_of_object(const Machine& machine, uint32_t object, Ref<Thread> thread) {
    Namer namer{machine, object, {}};
    uint32_t position = 0;
    Value key, value;
    while (dict_next(machine.vm, main_globals(machine), position, key, value))
        if (namer.look(text_of(machine, key), value)) return namer.found;
    const auto context = machine.vm.block[thread].context.as_ref<Context>();
    // The outermost name: inside, parameters call it something else.
    std::vector<FrameView> frames = frames_of(machine.vm, context);
    std::ranges::reverse(frames);
    for (const FrameView& frame : frames) {
        if (frame.library || frame.hidden) continue;
        each_local(machine, frame, [&](const std::string& name, Value local) {
            namer.look(name, local);
        });
    }
    return namer.found;
}

}  // namespace

std::string name_of_access(const Machine& machine, const Access& access, Ref<Thread> thread) {
    const std::string name =
        access.name ? text_of(machine, Value::from_ref(access.name)) : std::string();
    if (access.part == AccessPart::cell || access.object == main_globals(machine).offset)
        return name;
    const Value object = value_at(machine, access.object);
    std::string holder = name_of_object(machine, access.object, thread);
    const Kind kind = machine.vm.block.kind(object);
    if (holder.empty() && kind == Kind::type)
        holder = text_of(machine, Value::from_ref(machine.vm.block[object.as_ref<Type>()].name));
    if (holder.empty()) holder = type_name(machine.vm, object);
    if (access.part == AccessPart::attribute)  // of another module the dict is nobody's
        return kind == Kind::dict ? name : holder + "." + name;
    if (access.part == AccessPart::item)
        return holder + "[" + describe(machine, access.item, 40) + "]";
    return holder;
}

std::string name_of_lock(const Machine& machine, Ref<Lock> lock, Ref<Thread> thread) {
    return name_of_object(machine, lock.offset, thread);
}

}  // namespace meada
