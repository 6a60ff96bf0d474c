#include "vm/accesses.h"

#include <algorithm>

#include "base/hash.h"
#include "vm/containers.h"
#include "vm/frames.h"
#include "vm/interpreter.h"
#include "vm/quick.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

// Methods of containers that change them, and functions that look at none of their arguments.
constexpr std::string_view changing_methods[] = {
    "append",  "appendleft", "extend",     "extendleft", "insert", "remove",
    "pop",     "popleft",    "popitem",    "clear",      "sort",   "reverse",
    "rotate",  "add",        "discard",    "update",     "setdefault",
    "subtract", "fill",      "intersection_update",      "difference_update",
    "symmetric_difference_update", "move_to_end", "__setitem__", "__delitem__",
    "__iadd__", "__ior__"};
constexpr std::string_view looking_methods[] = {"is_set", "isSet", "empty", "full", "qsize",
                                                "lock_locked", "count", "index", "copy",
                                                "__len__", "__iter__", "__contains__",
                                                "__getitem__", "keys", "values", "items"};
constexpr std::string_view blind_functions[] = {"isinstance", "issubclass", "id", "type",
                                                "callable", "hasattr"};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_container(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return kind == Kind::list || kind == Kind::dict || kind == Kind::set ||
           kind == Kind::bytearray;
}

// What a call runs, and the object whose method that is.
struct Callee {
    Value function, receiver;
    bool native = false, library = false;
    Ref<Str> name = {};
};

struct Looker {
    Vm& vm;
    const NextInstruction& next;
    std::vector<Access>& out;
    const Frame& frame = *vm.block.at<Frame>(vm.block[vm.context].frame);

    Value peek(uint32_t depth) const { return vm.block.load(frame.stack_end - 8 - depth * 8); }
    Value item(Ref<Tuple> tuple, uint32_t index) const {
        return vm.block.load(tuple.offset + Tuple::items_offset + index * 8);
    }
    Value name(uint32_t index) const { return item(vm.block[frame.code].names, index); }

    void attribute(uint32_t object, Value name, bool writes) {
        Access access{AccessPart::attribute, writes};
        access.object = object;
        access.key = name.offset();
        access.name = name.as_ref<Str>();
        out.push_back(access);
    }
    void whole(Value container, bool writes, bool atomic = false) {
        Access access{AccessPart::whole, writes, atomic};
        access.object = container.offset();
        out.push_back(access);
    }
    void key(Value container, Value key, bool writes, bool atomic = false);
    void global(Value name, bool writes);
    void cell(uint32_t slot, bool writes);
    bool is_over_memory(Value object) const;
    void attribute_of(Value object, Value name, bool writes);
    void next_item(Value iterator);
    Callee callee_at(uint32_t argument_count) const;
    Callee method_of(Value function, Value receiver) const;
    void call(const Callee&, uint32_t argument_count);
    void operation(const Callee&);
    void reads_operation(const Callee&);
    void special_operation(Value object, Special special);
    void truth(Value value);
    void binary(uint32_t operation);
    void look();
    bool look_at_names();
    bool look_at_containers();
};

void Looker::key(Value container, Value key, bool writes, bool atomic) {
    Access access{AccessPart::item, writes, atomic};
    access.object = container.offset();
    access.item = key;
    const Kind kind = vm.block.kind(container);
    if (key.is_int()) {
        int64_t index = key.as_int();
        if (kind == Kind::list && index < 0) index += vm.block[container.as_ref<List>()].count;
        access.key = static_cast<uint64_t>(index);
    } else if (vm.block.kind(key) == Kind::str) {
        const std::string text = to_utf8(vm, key);
        access.key = hash_bytes(hash_start, {reinterpret_cast<const uint8_t*>(text.data()),
                                             text.size()});
    } else {
        access.part = AccessPart::whole;  // a slice, or a key whose equals cannot be told apart
    }
    out.push_back(access);
}

void Looker::global(Value name, bool writes) {
    const Ref<Dict> names = frame.globals;
    if (!writes && dict_find_str(vm, names, name).outcome != Outcome::yes) return;  // a built-in
    attribute(names.offset, name, writes);
}

void Looker::cell(uint32_t slot, bool writes) {
    const Value cell = vm.block.load(vm.block[vm.context].frame + Frame::slots_offset + slot * 8);
    if (vm.block.kind(cell) != Kind::cell) return;
    Access access{AccessPart::cell, writes};
    access.object = cell.offset();
    access.name = item(vm.block[frame.code].slot_names, slot).as_ref<Str>();
    out.push_back(access);
}

// A value or array of multiprocessing or ctypes, which may lie in memory that processes share.
bool Looker::is_over_memory(Value object) const {
    if (vm.block.kind(object) != Kind::instance) return false;
    for (Ref<Shape> at = vm.block[object.as_ref<Instance>()].shape; vm.block[at].count > 0;
         at = vm.block[at].parent) {
        const Value name = attribute_name(vm, at);
        if (str_equals(vm, name, "_obj") || str_equals(vm, name, "_memory")) return true;
    }
    return false;
}

// An attribute that the object itself has, or that its class has in its stead.
void Looker::attribute_of(Value object, Value name, bool writes) {
    const Kind kind = vm.block.kind(object);
    if (kind == Kind::module) {
        attribute(vm.block[object.as_ref<Module>()].attributes.offset, name, writes);
        return;
    }
    if (kind == Kind::type) {
        const Ref<Tuple> mro = vm.block[object.as_ref<Type>()].mro;
        for (uint32_t index = 0; !writes && index < vm.block[mro].count; ++index) {
            const auto type = item(mro, index).as_ref<Type>();
            const Ref<Dict> names = vm.block[type].attributes;
            if (!names || dict_find_str(vm, names, name).outcome != Outcome::yes) continue;
            attribute(type.offset, name, false);
            return;
        }
        if (writes) attribute(object.offset(), name, true);
        return;
    }
    if (kind != Kind::instance) return;
    const Ref<Type> type = vm.type_of(object);
    const Value found = find_in_type(vm, type, name);
    const Kind found_kind = vm.block.kind(found);
    if (found_kind == Kind::property) {  // its function is what touches something
        const Callee callee = method_of(vm.block[found.as_ref<Property>()].getter, object);
        if (callee.library && is_over_memory(object)) operation(callee);
        else if (callee.library) reads_operation(callee);
        return;
    }
    // A class that answers by itself: threading.local has an attribute a thread.
    const Special asked = writes ? Special::setattr_ : Special::getattribute_;
    if (answers_itself(vm, vm.special(object, asked), asked)) return;
    const Instance& instance = vm.block[object.as_ref<Instance>()];
    const bool in_dict = vm.block[instance.shape].dict_mode;
    const bool own = found_kind == Kind::member ||
                     (in_dict ? dict_find_str(vm, instance.dict, name).outcome == Outcome::yes
                              : slot_in_shape(vm, instance.shape, name).has_value());
    if (writes || own) attribute(object.offset(), name, writes);
    else if (found) attribute_of(Value::from_ref(type), name, false);
}

void Looker::next_item(Value iterator) {
    if (vm.block.kind(iterator) == Kind::generator) {  // of an array that processes share
        const Frame& frame = vm.block[iterator.as_ref<Generator>()].frame;
        const Value array = vm.block.load(iterator.offset() + offsetof(Generator, frame) +
                                          Frame::slots_offset);
        const bool goes_on =
            vm.block[iterator.as_ref<Generator>()].state != GeneratorState::finished;
        if (goes_on && (frame.flags & frame_library) && is_over_memory(array))
            operation({iterator, array, false, true, vm.block[frame.code].name});
        return;
    }
    if (vm.block.kind(iterator) != Kind::iterator) return;
    const Iterator& found = vm.block[iterator.as_ref<Iterator>()];
    if (found.source.is_null() || !is_container(vm, found.source)) return;
    const bool by_index = found.detail == static_cast<uint16_t>(IteratorForm::list);
    const bool inside = by_index && found.index < vm.block[found.source.as_ref<List>()].count;
    if (inside) key(found.source, Value::from_int(found.index), false);
    else whole(found.source, false);
}

Callee Looker::method_of(Value function, Value receiver) const {
    if (vm.block.kind(function) == Kind::bound_method) {
        const BoundMethod& bound = vm.block[function.as_ref<BoundMethod>()];
        return method_of(bound.function, bound.self);
    }
    Callee callee{function, receiver};
    if (vm.block.kind(function) == Kind::native) {
        callee.native = callee.library = true;
        callee.name = vm.block[function.as_ref<NativeFunction>()].name;
    } else if (vm.block.kind(function) == Kind::function) {
        const Function& found = vm.block[function.as_ref<Function>()];
        callee.library = vm.block[found.code].flags & code_library;
        callee.name = found.name;
    }
    return callee;
}

// The stack before CALL: a function and its first argument, or null and what is called.
Callee Looker::callee_at(uint32_t argument_count) const {
    const Value below = peek(argument_count + 1), above = peek(argument_count);
    if (below.is_null()) return method_of(above, {});
    return method_of(below, above);
}

void Looker::operation(const Callee& callee) {
    const std::string name = to_utf8(vm, Value::from_ref(callee.name));
    if (is_container(vm, callee.receiver)) {
        whole(callee.receiver, is_one_of(changing_methods, name), true);
        return;
    }
    Access access{AccessPart::operation, !is_one_of(looking_methods, name), true};
    access.object = callee.receiver.offset();
    access.name = callee.name;
    out.push_back(access);
}

// Something of the library is looked at without a method.
void Looker::reads_operation(const Callee& callee) {
    operation(callee);
    if (out.back().part == AccessPart::operation) out.back().writes = false;
}

// An operator for which a class of the library has a method.
void Looker::special_operation(Value object, Special special) {
    if (vm.block.kind(object) != Kind::instance) return;
    const Callee callee = method_of(vm.special(object, special), object);
    if (callee.library) operation(callee);
}

void Looker::truth(Value value) {
    if (is_container(vm, value)) whole(value, false);
    else special_operation(value, Special::len_);
}

void Looker::call(const Callee& callee, uint32_t argument_count) {
    const Kind receiver = vm.block.kind(callee.receiver);
    const bool on_object = is_container(vm, callee.receiver) || receiver == Kind::instance ||
                           receiver == Kind::native_object;
    if (callee.library && on_object) {
        if (vm.block.kind(callee.receiver) == Kind::dict && argument_count > 0 &&
            str_equals(vm, Value::from_ref(callee.name), "get"))
            key(callee.receiver, peek(argument_count - 1), false, true);
        else operation(callee);
        return;
    }
    // len(items), sorted(items), list(items): a built-in looks at what it is given.
    const bool type = vm.block.kind(callee.function) == Kind::type;
    if (!type && (!callee.library || callee.receiver)) return;
    if (type && vm.block[callee.function.as_ref<Type>()].flags & type_heap) return;
    if (!type && is_one_of(blind_functions, to_utf8(vm, Value::from_ref(callee.name)))) return;
    for (uint32_t depth = 0; depth < argument_count; ++depth) {
        const Value given = peek(depth);
        if (is_container(vm, given)) whole(given, false, true);
        else if (given.is_ref()) special_operation(given, Special::len_);  // a deque
    }
}

void Looker::binary(uint32_t operation) {
    const bool in_place = operation >= binary_operator_count;
    if (is_container(vm, peek(0))) whole(peek(0), false);
    if (is_container(vm, peek(1))) whole(peek(1), in_place);
}

bool Looker::look_at_names() {
    const bool own_names = frame.locals && frame.locals != frame.globals;  // a class body's
    switch (next.opcode) {
        case Opcode::LOAD_GLOBAL: global(name(next.argument >> 1), false); return true;
        case Opcode::STORE_GLOBAL:
        case Opcode::DELETE_GLOBAL: global(name(next.argument), true); return true;
        case Opcode::LOAD_NAME:
            if (!own_names) global(name(next.argument), false);
            return true;
        case Opcode::STORE_NAME:
        case Opcode::DELETE_NAME:
            if (!own_names) global(name(next.argument), true);
            return true;
        case Opcode::LOAD_ATTR:
        case Opcode::LOAD_METHOD: attribute_of(peek(0), name(next.argument), false); return true;
        case Opcode::STORE_ATTR:
        case Opcode::DELETE_ATTR: attribute_of(peek(0), name(next.argument), true); return true;
        case Opcode::LOAD_DEREF:
        case Opcode::LOAD_CLASSDEREF: cell(next.argument, false); return true;
        case Opcode::STORE_DEREF:
        case Opcode::DELETE_DEREF: cell(next.argument, true); return true;
        default: return false;
    }
}

bool Looker::look_at_containers() {
    switch (next.opcode) {
        case Opcode::BINARY_SUBSCR:
            if (is_container(vm, peek(1))) key(peek(1), peek(0), false);
            else special_operation(peek(1), Special::getitem_);
            return true;
        case Opcode::STORE_SUBSCR:
        case Opcode::DELETE_SUBSCR:
            if (!is_container(vm, peek(1))) {
                special_operation(peek(1), Special::setitem_);
                return true;
            }
            // Where a key of a list goes, the others move.
            if (next.opcode == Opcode::DELETE_SUBSCR && vm.block.kind(peek(1)) == Kind::list)
                whole(peek(1), true);
            else key(peek(1), peek(0), true);
            return true;
        case Opcode::CONTAINS_OP:
            if (vm.block.kind(peek(0)) == Kind::dict) key(peek(0), peek(1), false);
            else if (is_container(vm, peek(0))) whole(peek(0), false);
            else special_operation(peek(0), Special::contains_);
            return true;
        case Opcode::UNARY_NOT:
        case Opcode::POP_JUMP_FORWARD_IF_FALSE:
        case Opcode::POP_JUMP_FORWARD_IF_TRUE:
        case Opcode::POP_JUMP_BACKWARD_IF_FALSE:
        case Opcode::POP_JUMP_BACKWARD_IF_TRUE:
        case Opcode::JUMP_IF_FALSE_OR_POP:
        case Opcode::JUMP_IF_TRUE_OR_POP: truth(peek(0)); return true;
        case Opcode::FOR_ITER: next_item(peek(0)); return true;
        case Opcode::UNPACK_SEQUENCE:
        case Opcode::UNPACK_EX:
        case Opcode::LIST_EXTEND:
        case Opcode::SET_UPDATE:
        case Opcode::DICT_UPDATE:
        case Opcode::DICT_MERGE:
        case Opcode::GET_LEN:
            if (is_container(vm, peek(0))) whole(peek(0), false);
            return true;
        case Opcode::FORMAT_VALUE: {
            const Value shown = peek((next.argument & 4) != 0 ? 1 : 0);
            if (is_container(vm, shown)) whole(shown, false);
            return true;
        }
        case Opcode::COMPARE_OP:
            for (const uint32_t depth : {1u, 0u})
                if (is_container(vm, peek(depth))) whole(peek(depth), false);
            return true;
        case Opcode::BINARY_OP: binary(next.argument); return true;
        default: return false;
    }
}

void Looker::look() {
    if (look_at_names() || look_at_containers()) return;
    switch (next.opcode) {
        case Opcode::CALL: call(callee_at(next.argument), next.argument); break;
        case Opcode::CALL_FUNCTION_EX: {
            const Callee callee = method_of(peek((next.argument & 1) != 0 ? 2 : 1), {});
            if (callee.receiver) call(callee, 0);
            break;
        }
        case Opcode::BEFORE_WITH: {
            const Value enters = peek(0).is_ref() ? vm.special(peek(0), Special::enter_) : Value{};
            call(method_of(enters, peek(0)), 0);
            break;
        }
        case Opcode::WITH_EXCEPT_START: call(method_of(peek(3), {}), 0); break;
        default: break;
    }
}

}  // namespace

bool next_instruction(const Vm& vm, NextInstruction& out) {
    if (!vm.context || vm.block[vm.context].frame == 0) return false;
    const Frame& frame = *vm.block.at<Frame>(vm.block[vm.context].frame);
    if (frame.flags & (frame_library | frame_hidden)) return false;
    const CodeWord& word = *vm.block.at<CodeWord>(frame.next_word);
    out.code = frame.code;
    out.index = instruction_index(vm, frame);
    out.opcode = base_opcode(static_cast<uint8_t>(word.word));
    out.argument = word.word >> 8;
    return true;
}

void add_accesses(Vm& vm, const NextInstruction& next, std::vector<Access>& out) {
    Looker{vm, next, out}.look();
}

bool may_hand_over(Opcode opcode) {
    switch (opcode) {
        case Opcode::RESUME:
        case Opcode::CALL:
        case Opcode::CALL_FUNCTION_EX:
        case Opcode::BEFORE_WITH:
        case Opcode::JUMP_BACKWARD:
        case Opcode::POP_JUMP_BACKWARD_IF_FALSE:
        case Opcode::POP_JUMP_BACKWARD_IF_TRUE:
        case Opcode::POP_JUMP_BACKWARD_IF_NONE:
        case Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE: return true;
        default: return false;
    }
}

}  // namespace meada
