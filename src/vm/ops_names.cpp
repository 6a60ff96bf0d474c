// Names: locals, globals, builtins, cells, and namespaces that are no plain dicts.
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/op_support.h"
#include "vm/slow_ops.h"
#include "vm/strings.h"

namespace meada {
namespace {

Value slot_name(const Vm& vm, const Frame& frame, uint32_t index) {
    return vm.block.load(vm.block[frame.code].slot_names.offset + Tuple::items_offset + index * 8);
}

constexpr size_t name_bytes_max = 200;  // of a name in CPython's message

// The exception remembers the name that was looked for.
Step raise_name(Vm& vm, const std::string& message, Value name) {
    vm.raise(Root::NameError, message);
    const Value exception = vm.block[vm.context].exception;
    vm.block.store(exception.offset() + static_cast<uint32_t>(offsetof(Exception, extra)), name);
    return Step::raised;
}

Step raise_not_defined(Vm& vm, Value name) {
    std::string shown = to_utf8(vm, name);
    if (shown.size() > name_bytes_max) shown.resize(name_bytes_max);
    return raise_name(vm, "name '" + shown + "' is not defined", name);
}

Step raise_unbound(Vm& vm, const Frame& frame, uint32_t index) {
    const Value name = slot_name(vm, frame, index);
    const CodeObject& code = vm.block[frame.code];
    if (index >= code.slot_count - code.free_count)
        return raise_name(vm,
                          "cannot access free variable '" + to_utf8(vm, name) +
                              "' where it is not associated with a value in enclosing scope",
                          name);
    vm.raise(Root::UnboundLocalError, "cannot access local variable '" + to_utf8(vm, name) +
                                          "' where it is not associated with a value");
    return Step::raised;
}

Ref<Dict> builtins_of(const Vm& vm) {
    return vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes;
}

// What a script has put into its globals as __builtins__, if that is not the module or its dict.
Value own_builtins(Vm& vm, Ref<Dict> globals) {
    const Value found = dict_get_str(vm, globals, intern(vm, "__builtins__"));
    const bool usual = found.is_null() || found == vm.root(Root::builtins) ||
                       found == Value::from_ref(builtins_of(vm));
    return usual ? Value{} : found;
}

}  // namespace

Value find_global(Vm& vm, Ref<Dict> globals, Value name) {
    if (const Value value = dict_get_str(vm, globals, name)) return value;
    return find_builtin(vm, globals, name);
}

Value find_builtin(Vm& vm, Ref<Dict> globals, Value name) {
    const Value own = own_builtins(vm, globals);
    if (own.is_null()) return dict_get_str(vm, builtins_of(vm), name);
    if (vm.block.kind(own) == Kind::dict) return dict_get_str(vm, own.as_ref<Dict>(), name);
    if (vm.block.kind(own) != Kind::module) return {};
    return dict_get_str(vm, vm.block[own.as_ref<Module>()].attributes, name);
}

Step op_load_fast(Vm& vm, uint32_t argument) {
    const Value value = slot(vm, argument);
    if (value.is_null()) return raise_unbound(vm, current_frame(vm), argument);
    push(vm, value);
    return Step::next;
}

Step op_store_fast(Vm& vm, uint32_t argument) {
    const Value value = pop(vm);
    store_slot(vm, argument, value);
    drop_value(vm, value);
    return Step::next;
}

Step op_delete_fast(Vm& vm, uint32_t argument) {
    if (slot(vm, argument).is_null()) return raise_unbound(vm, current_frame(vm), argument);
    store_slot(vm, argument, {});
    return Step::next;
}

namespace {

Step load_global(Vm& vm, Value name, Quick of_globals, Quick of_builtins) {
    const Ref<Dict> globals = current_frame(vm).globals;
    const Ref<Dict> builtins = builtins_of(vm);
    Found found = dict_find_str(vm, globals, name);
    if (found.outcome == Outcome::yes) {
        quicken(vm, of_globals, version_of(vm, globals), found.slot);
    } else if (const Value own = own_builtins(vm, globals)) {
        const Value value = find_global(vm, globals, name);
        if (value.is_null()) return raise_not_defined(vm, name);
        found.value = value;
    } else {
        found = dict_find_str(vm, builtins, name);
        if (found.outcome != Outcome::yes) return raise_not_defined(vm, name);
        const uint32_t key = absence_version_of(vm, globals), extra = version_of(vm, builtins);
        quicken(vm, of_builtins, key, found.slot, extra);
    }
    push(vm, found.value);
    return Step::next;
}

}  // namespace

Step op_load_global(Vm& vm, uint32_t argument) {
    if (argument & 1) push(vm, {});
    return load_global(vm, name_at(vm, argument >> 1), Quick::LOAD_GLOBAL_SLOT,
                       Quick::LOAD_GLOBAL_BUILTIN);
}

namespace {

// The next time the slot is known. A key that is new has changed the version just now.
void cache_store_of_global(Vm& vm, Quick form, uint32_t argument) {
    const Ref<Dict> globals = current_frame(vm).globals;
    const Found found = dict_find_str(vm, globals, name_at(vm, argument));
    if (found.outcome == Outcome::yes) quicken(vm, form, version_of(vm, globals), found.slot);
}

bool names_are_globals(const Vm& vm) {
    const Frame& frame = current_frame(vm);
    return !frame.locals || frame.locals == frame.globals;
}

}  // namespace

Step op_store_global(Vm& vm, uint32_t argument) {
    const Value value = pop(vm);
    const bool stored = dict_set_str(vm, current_frame(vm).globals, name_at(vm, argument), value);
    if (stored) cache_store_of_global(vm, Quick::STORE_GLOBAL_SLOT, argument);
    drop_value(vm, value);
    return stored ? Step::next : Step::raised;
}

Step op_delete_global(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument);
    const Outcome outcome = dict_delete(vm, current_frame(vm).globals, name);
    return outcome == Outcome::yes ? Step::next : raise_not_defined(vm, name);
}

namespace {

// The namespace of a class body or of exec() may be any mapping.
bool is_plain_dict(const Vm& vm, Ref<Dict> names) {
    return vm.block[names].kind == Kind::dict &&
           vm.type_of(vm.block.value_of(names)) == vm.type(Root::type_dict);
}

Ref<Dict> names_of(const Frame& frame) { return frame.locals ? frame.locals : frame.globals; }

}  // namespace

Step op_load_name(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument);
    if (names_are_globals(vm))
        return load_global(vm, name, Quick::LOAD_NAME_SLOT, Quick::LOAD_NAME_BUILTIN);
    const Ref<Dict> names = current_frame(vm).locals, globals = current_frame(vm).globals;
    if (!is_plain_dict(vm, names))
        return call_value(vm, vm.root(Root::prelude_load_name),
                          {vm.block.value_of(names), name, vm.block.value_of(globals),
                           prelude_value(vm, "_missing")},
                          ReturnMode::push);
    Value value = dict_get_str(vm, names, name);
    if (value.is_null()) value = find_global(vm, globals, name);
    if (value.is_null()) return raise_not_defined(vm, name);
    push(vm, value);
    return Step::next;
}

Step op_store_name(Vm& vm, uint32_t argument) {
    const Value value = pop(vm), name = name_at(vm, argument);
    const Ref<Dict> names = names_of(current_frame(vm));
    Step step;
    if (is_plain_dict(vm, names)) {
        step = dict_set(vm, names, name, value) == Outcome::yes ? Step::next : Step::raised;
        if (step == Step::next && names_are_globals(vm))
            cache_store_of_global(vm, Quick::STORE_NAME_SLOT, argument);
    } else {
        const Outcome outcome = set_item(vm, vm.block.value_of(names), name, value);
        step = outcome == Outcome::yes          ? Step::next
               : outcome == Outcome::needs_call ? do_request(vm, ReturnMode::discard)
                                                : Step::raised;
    }
    drop_value(vm, value);
    return step;
}

Step op_delete_name(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument);
    const Ref<Dict> names = names_of(current_frame(vm));
    if (!is_plain_dict(vm, names))
        return call_value(vm, vm.root(Root::prelude_delete_name), {vm.block.value_of(names), name},
                          ReturnMode::discard);
    return dict_delete(vm, names, name) == Outcome::yes ? Step::next : raise_not_defined(vm, name);
}

Step op_make_cell(Vm& vm, uint32_t argument) {
    const auto cell = vm.allocate<Cell>(Kind::cell, Root::type_cell);
    if (!cell) return Step::raised;
    const Value content = slot(vm, argument);
    vm.block.store(cell.offset + static_cast<uint32_t>(offsetof(Cell, content)), content);
    if (content.is_mortal()) vm.block.make_mortal(cell.offset);
    store_slot(vm, argument, vm.block.value_of(cell));
    return Step::next;
}

Step op_load_closure(Vm& vm, uint32_t argument) {
    push(vm, slot(vm, argument));
    return Step::next;
}

Step op_load_deref(Vm& vm, uint32_t argument) {
    const Value value = vm.block[slot(vm, argument).as_ref<Cell>()].content;
    if (value.is_null()) return raise_unbound(vm, current_frame(vm), argument);
    push(vm, value);
    return Step::next;
}

Step op_delete_deref(Vm& vm, uint32_t argument) {
    const uint32_t content =
        slot(vm, argument).offset() + static_cast<uint32_t>(offsetof(Cell, content));
    if (vm.block.load(content).is_null()) return raise_unbound(vm, current_frame(vm), argument);
    vm.block.clear(content);
    return Step::next;
}

Step op_load_classderef(Vm& vm, uint32_t argument) {
    const Value name = slot_name(vm, current_frame(vm), argument);
    const Ref<Dict> locals = current_frame(vm).locals;
    if (locals && !is_plain_dict(vm, locals)) {
        const Value outer = vm.block[slot(vm, argument).as_ref<Cell>()].content;
        return call_value(vm, vm.root(Root::prelude_load_name),
                          {vm.block.value_of(locals), name,
                           vm.block.value_of(current_frame(vm).globals),
                           outer.is_null() ? prelude_value(vm, "_missing") : outer},
                          ReturnMode::push);
    }
    if (locals) {
        if (const Value value = dict_get_str(vm, locals, name)) {
            push(vm, value);
            return Step::next;
        }
    }
    return op_load_deref(vm, argument);
}

Step op_copy_free_vars(Vm& vm, uint32_t argument) {
    const Ref<Tuple> closure = vm.block[current_frame(vm).function].closure;
    const uint32_t first = vm.block[current_frame(vm).code].slot_count - argument;
    for (uint32_t index = 0; index < argument; ++index)
        store_slot(vm, first + index,
                   vm.block.load(closure.offset + Tuple::items_offset + index * 8));
    return Step::next;
}

}  // namespace meada
