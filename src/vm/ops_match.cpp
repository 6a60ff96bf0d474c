// match statements: what is decided without Python code. All else is the prelude's
// (library/builtins_classes.py).
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/op_support.h"
#include "vm/slow_ops.h"
#include "vm/strings.h"

namespace meada {
namespace {

enum class Pattern : uint8_t { sequence, mapping };

// needs_call: of a class that may have been registered as one.
Outcome is_one(const Vm& vm, Value subject, Pattern pattern) {
    if (!subject.is_ref()) return Outcome::no;
    switch (vm.block.kind(subject)) {
        case Kind::list:
        case Kind::tuple:
        case Kind::range:
            if (pattern == Pattern::sequence) return Outcome::yes;
            break;
        case Kind::dict:
            if (pattern == Pattern::mapping) return Outcome::yes;
            break;
        case Kind::none:
        case Kind::boolean:
        case Kind::integer:
        case Kind::floating:
        case Kind::str:
        case Kind::bytes:
        case Kind::set: break;
        default: return Outcome::needs_call;
    }
    return is_heap_type(vm, subject) ? Outcome::needs_call : Outcome::no;
}

Step match_kind(Vm& vm, Pattern pattern, Root prelude) {
    const Value subject = peek(vm, 0);
    const Outcome outcome = is_one(vm, subject, pattern);
    if (outcome == Outcome::needs_call)
        return call_value(vm, vm.root(prelude), {subject}, ReturnMode::push);
    push(vm, vm.boolean(outcome == Outcome::yes));
    return Step::next;
}

Step push_values(Vm& vm, std::span<const Value> values) {
    const Value made = new_tuple(vm, values);
    if (made.is_null()) return Step::raised;
    push(vm, made);
    return Step::next;
}

// Two names in one pattern that are the same: the prelude's to tell.
bool names_twice(std::span<const Value> names) {
    for (size_t index = 1; index < names.size(); ++index)
        for (size_t before = 0; before < index; ++before)
            if (names[index] == names[before]) return true;
    return false;
}

// yes: all are there, in `values`; no; needs_call: only Python code can tell.
Outcome read_keys(Vm& vm, Value subject, Value keys, std::vector<Value>& values) {
    if (vm.block.kind(subject) != Kind::dict || is_heap_type(vm, subject))
        return Outcome::needs_call;
    std::vector<Value> names;
    for (uint32_t index = 0; index < tuple_count(vm, keys); ++index) {
        names.push_back(tuple_item_of(vm, keys, index));
        // Other keys can be equal without being the same.
        const bool interned = is_str(vm, names.back()) &&
                              vm.block.object(names.back()).flags & cell_interned;
        if (!interned && !(names.back().is_int() && tuple_count(vm, keys) == 1))
            return Outcome::needs_call;
    }
    if (names_twice(names)) return Outcome::needs_call;
    for (const Value name : names) {
        const Found found = dict_get(vm, subject.as_ref<Dict>(), name);
        if (found.outcome != Outcome::yes) return found.outcome;
        values.push_back(found.value);
    }
    return Outcome::yes;
}

// The attributes that a class pattern's parts are matched with, by name; as read_keys.
Outcome read_attributes(Vm& vm, Value subject, std::span<const Value> names,
                        std::vector<Value>& values) {
    if (names_twice(names)) return Outcome::needs_call;
    for (const Value name : names) {
        const Computed found = get_attribute(vm, subject, name);
        if (found.outcome != Outcome::yes) {
            vm.request = {};  // a property, say: the prelude asks
            return found.outcome;
        }
        values.push_back(found.result);
    }
    return Outcome::yes;
}

// As read_keys, for class(positional, …, name=…). A class that matches positional parts says by
// which attributes, but for the built-in ones.
Outcome match_class(Vm& vm, Value subject, Value type, uint32_t count, Value keywords,
                    std::vector<Value>& values) {
    if (vm.block.kind(type) != Kind::type) return Outcome::needs_call;
    const Outcome instance = is_instance_plainly(vm, subject, type);
    if (instance != Outcome::yes) return instance;
    std::vector<Value> names;
    if (count > 0) {
        const Computed found = get_attribute(vm, type, intern(vm, "__match_args__"));
        vm.request = {};  // of a metaclass: the prelude asks
        if (found.outcome != Outcome::yes || vm.block.kind(found.result) != Kind::tuple ||
            tuple_count(vm, found.result) < count)
            return Outcome::needs_call;
        for (uint32_t index = 0; index < count; ++index) {
            names.push_back(tuple_item_of(vm, found.result, index));
            if (!is_str(vm, names.back()) ||
                !(vm.block.object(names.back()).flags & cell_interned))
                return Outcome::needs_call;
        }
    }
    for (uint32_t index = 0; index < tuple_count(vm, keywords); ++index)
        names.push_back(tuple_item_of(vm, keywords, index));
    return read_attributes(vm, subject, names, values);
}

}  // namespace

Step op_match_mapping(Vm& vm, uint32_t) {
    return match_kind(vm, Pattern::mapping, Root::prelude_match_mapping);
}

Step op_match_sequence(Vm& vm, uint32_t) {
    return match_kind(vm, Pattern::sequence, Root::prelude_match_sequence);
}

Step op_match_keys(Vm& vm, uint32_t) {
    const Value keys = peek(vm, 0), subject = peek(vm, 1);
    std::vector<Value> values;
    switch (read_keys(vm, subject, keys, values)) {
        case Outcome::yes: return push_values(vm, values);
        case Outcome::no: push(vm, vm.none()); return Step::next;
        case Outcome::raised: return Step::raised;
        case Outcome::needs_call: break;
    }
    return call_value(vm, vm.root(Root::prelude_match_keys), {subject, keys}, ReturnMode::push);
}

Step op_match_class(Vm& vm, uint32_t count) {
    const Value names = pop(vm), type = pop(vm), subject = pop(vm);
    std::vector<Value> values;
    Step step = Step::next;
    switch (match_class(vm, subject, type, count, names, values)) {
        case Outcome::yes: step = push_values(vm, values); break;
        case Outcome::no: push(vm, vm.none()); break;
        case Outcome::raised: step = Step::raised; break;
        case Outcome::needs_call:
            step = call_value(vm, vm.root(Root::prelude_match_class),
                              {subject, type, Value::from_int(count), names}, ReturnMode::push);
    }
    drop_value(vm, subject);
    return step;
}

}  // namespace meada
