// Natives that the library's Python code is made with.
#include "library/natives.h"

namespace meada {

// A module's native as a method: put into a class it binds like a function.
Value library_method(Vm& vm, const Args& args) {
    const NativeFunction source = vm.block[args[0].as_ref<NativeFunction>()];
    const auto method =
        vm.allocate<NativeFunction>(Kind::native, Root::type_method_descriptor);
    if (!method) return {};
    NativeFunction& made = vm.block.edit(method);
    made.name = source.name;
    made.module = source.module;
    made.index = source.index;
    made.owner = vm.type(Root::type_object);
    return Value::from_ref(method);
}

// A module's function that asking an instance for it does not bind: see is_builtin_function.
Value library_builtin(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) == Kind::function)
        make_builtin_function(vm, args[0].as_ref<Function>());
    return args[0];
}

// For a class that is one of C in CPython, in a module that is not: see type_hidden.
Value library_name_in_full(Vm& vm, const Args& args) {
    vm.block.edit(args[0].as_ref<Type>()).flags |= type_hidden;
    return args[0];
}

// That the body of a module runs.
Value library_module_loading(Vm& vm, const Args& args) {
    vm.block.edit(args[0].as_ref<Module>()).detail = args[1] == vm.boolean(true);
    return vm.none();
}

// new_filled(cls, *values): an instance whose first members of __slots__ are these.
Value library_new_filled(Vm& vm, const Args& args) {
    const Value values = args[1];
    const uint32_t count = vm.block[values.as_ref<Tuple>()].count;
    const auto type = args[0].as_ref<Type>();
    if (vm.block.kind(args[0]) != Kind::type || vm.block[type].instance_kind != Kind::instance ||
        vm.block[type].member_slots < count)
        return vm.raise(Root::TypeError, "the class has no room for these members");
    const uint32_t cell =
        vm.allocate_cell(Kind::instance, vm.block[type].root_shape,
                         Instance::slots_offset + vm.block[type].instance_slots * 8);
    if (cell == 0) return {};
    if (vm.block[type].flags & type_mortal) vm.block.make_mortal(cell);
    for (uint32_t index = 0; index < count; ++index)
        vm.block.store(cell + Instance::slots_offset + index * 8,
                       vm.block.load(values.offset() + Tuple::items_offset + index * 8));
    return vm.block.value_of(Ref<Instance>{cell});
}

// Values that C++ knows by name and Python code cannot reach otherwise.
Value library_root(Vm& vm, const Args& args) {
    const std::string name = to_utf8(vm, args[0]);
    if (name == "native_object") return vm.root(Root::type_native_object);
    if (name == "prelude") return vm.root(Root::prelude);
    if (name == "library") return vm.root(Root::library);
    if (name == "modules") return vm.root(Root::modules);
    if (name == "library_modules") return vm.root(Root::library_modules);
    if (name == "builtins") return vm.root(Root::builtins);
    if (name == "main_module") return vm.root(Root::main_module);
    if (name == "coroutine") return vm.root(Root::type_coroutine);
    if (name == "generator") return vm.root(Root::type_generator);
    if (name == "async_generator") return vm.root(Root::type_async_generator);
    if (name == "function") return vm.root(Root::type_function);
    if (name == "method") return vm.root(Root::type_method);
    if (name == "module") return vm.root(Root::type_module);
    if (name == "code") return vm.root(Root::type_code);
    if (name == "traceback") return vm.root(Root::type_traceback);
    if (name == "frame") return vm.root(Root::type_frame);
    if (name == "cell") return vm.root(Root::type_cell);
    if (name == "native_function") return vm.root(Root::type_native_function);
    if (name == "mapping_proxy") return vm.root(Root::type_mapping_proxy);
    return vm.raise(Root::KeyError, {args[0]});
}

namespace {
struct EnumRow {
    const char* enumeration;
    const char* name;
    int value;
};
constexpr EnumRow enum_rows[] = {
#define WAIT_REASON(value) {"wait_reason", #value, static_cast<int>(WaitReason::value)},
#define END_OUTCOME(value) {"end_outcome", #value, static_cast<int>(EndOutcome::value)},
#define SYNC_KIND(value) {"sync_kind", #value, static_cast<int>(SyncKind::value)},
#define STREAM(value) {"stream", #value, static_cast<int>(Stream::value)},
#include "machine/states.def"
};
}  // namespace

Value library_enum_value(Vm& vm, const Args& args) {
    for (const EnumRow& row : enum_rows)
        if (str_equals(vm, args[0], row.enumeration) && str_equals(vm, args[1], row.name))
            return Value::from_int(row.value);
    return vm.raise(Root::KeyError, {args[1]});
}

Value library_serial(Vm& vm, const Args&) { return Value::from_int(new_serial(machine_of(vm))); }

Value library_charge(Vm& vm, const Args& args) {
    vm.charge(static_cast<uint64_t>(integer_of(args[0])));
    return vm.none();
}

// A repr that never runs Python code, for events: cut short, an ellipsis where code would run.
Value library_repr_of(Vm& vm, const Args& args) {
    std::string text;
    if (append_repr(vm, text, args[0]) != Outcome::yes) {
        text = "<" + type_name(vm, args[0]) + " object>";
        vm.request = {};
    }
    return new_str(vm, text);
}

// The library's own dict in the block, for what its modules keep together.
Value library_state(Vm& vm, const Args&) { return vm.root(Root::library); }

// The finalisers of what is only in cycles; with a module, of what only it reaches.
Value library_finalize_unreached(Vm& vm, const Args& args) {
    const bool module = vm.block.kind(args[0]) == Kind::module;
    finalize_unreached(vm, module ? args[0].as_ref<Module>() : Ref<Module>{});
    return vm.none();
}

// At the end of the process: takes the values out of the module's dict one by one, in order, so
// that what is counted dies as it would in CPython.
Value library_finalize_globals(Vm& vm, const Args& args) {
    const Ref<Dict> globals = vm.block[args[0].as_ref<Module>()].attributes;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, globals, position, key, value)) {
        if (!value.is_mortal()) continue;
        if (dict_set(vm, globals, key, vm.none()) == Outcome::raised) return {};
        return vm.boolean(true);
    }
    return vm.boolean(false);
}

}  // namespace meada
