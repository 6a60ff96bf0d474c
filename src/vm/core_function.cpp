// Natives of functions, methods, code objects.
#include "vm/attributes.h"
#include "vm/builtins.h"
#include "vm/calls.h"
#include "vm/containers.h"
#include "vm/natives.h"
#include "vm/operations.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

Ref<Function> function_arg(const Args& args) { return args[0].as_ref<Function>(); }

Value of_method(Vm& vm, const Args& args, const char* name) {
    const Value function = vm.block[args[0].as_ref<BoundMethod>()].function;
    const Value interned = intern(vm, name);
    const Computed found = get_attribute(vm, function, interned);
    if (found.outcome == Outcome::no) return raise_no_attribute(vm, function, interned);
    return found.outcome == Outcome::yes ? found.result : Value{};
}

Ref<NativeFunction> native_arg(const Vm& vm, Value value) {
    if (vm.block.kind(value) == Kind::bound_method)
        value = vm.block[value.as_ref<BoundMethod>()].function;
    return value.as_ref<NativeFunction>();
}

// What an attribute of a function is set to: nothing (deleted), None or an object of the kind.
bool is_none_or(const Vm& vm, const Args& args, Kind kind) {
    return !args.has(1) || args[1] == vm.none() || vm.block.kind(args[1]) == kind;
}

}  // namespace

bool is_builtin_function(const Vm& vm, Value value) {
    return vm.block.kind(value) == Kind::function &&
           vm.block.object(value).shape == vm.root_shape(Root::type_builtin_function);
}

bool function_binds(const Vm& vm, Value value) {
    return vm.block.kind(value) == Kind::function && !is_builtin_function(vm, value);
}

void make_builtin_function(Vm& vm, Ref<Function> function) {
    vm.block.edit(function).shape = vm.root_shape(Root::type_builtin_function);
}

Value function_get_name(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[function_arg(args)].name);
}
Value function_set_name(Vm& vm, const Args& args) {
    if (args[1].is_null() || !is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "__name__ must be set to a string object");
    vm.block.edit(function_arg(args)).name = intern(vm, args[1]).as_ref<Str>();
    return vm.none();
}
Value function_get_qualname(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[function_arg(args)].qualified_name);
}
Value function_set_qualname(Vm& vm, const Args& args) {
    if (args[1].is_null() || !is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "__qualname__ must be set to a string object");
    vm.block.edit(function_arg(args)).qualified_name = intern(vm, args[1]).as_ref<Str>();
    return vm.none();
}
Value function_get_module(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[function_arg(args)].module);
}
Value function_set_module(Vm& vm, const Args& args) {
    const bool text = args.has(1) && is_str(vm, args[1]);
    vm.block.edit(function_arg(args)).module = text ? args[1].as_ref<Str>() : Ref<Str>{};
    return vm.none();
}
Value function_get_doc(Vm& vm, const Args& args) {
    const Function& function = vm.block[function_arg(args)];
    if (function.documentation) return function.documentation;
    const Ref<Tuple> constants = vm.block[function.code].constants;
    if (vm.block[constants].count == 0) return vm.none();
    const Value first = vm.block.load(constants.offset + Tuple::items_offset);
    return is_str(vm, first) ? first : vm.none();
}
Value function_set_doc(Vm& vm, const Args& args) {
    vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(Function, documentation)),
                   args.has(1) ? args[1] : vm.none());
    return vm.none();
}
Value function_get_defaults(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[function_arg(args)].defaults);
}
Value function_set_defaults(Vm& vm, const Args& args) {
    if (!is_none_or(vm, args, Kind::tuple))
        return vm.raise(Root::TypeError, "__defaults__ must be set to a tuple object");
    const bool tuple = args.has(1) && vm.block.kind(args[1]) == Kind::tuple;
    const auto field = static_cast<uint32_t>(offsetof(Function, defaults));
    vm.block.refer(args[0].offset() + field, tuple ? args[1] : Value{});
    if (tuple && args[1].is_mortal()) vm.block.note_holder(args[0].offset());
    return vm.none();
}
Value function_get_kwdefaults(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[function_arg(args)].keyword_defaults);
}
Value function_set_kwdefaults(Vm& vm, const Args& args) {
    if (!is_none_or(vm, args, Kind::dict))
        return vm.raise(Root::TypeError, "__kwdefaults__ must be set to a dict object");
    const bool dict = args.has(1) && vm.block.kind(args[1]) == Kind::dict;
    const auto field = static_cast<uint32_t>(offsetof(Function, keyword_defaults));
    vm.block.refer(args[0].offset() + field, dict ? args[1] : Value{});
    if (dict && args[1].is_mortal()) vm.block.note_holder(args[0].offset());
    return vm.none();
}
Value function_get_annotations(Vm& vm, const Args& args) {
    if (!vm.block[function_arg(args)].annotations) {
        const Value dict = new_dict(vm);
        if (dict.is_null()) return {};
        vm.block.edit(function_arg(args)).annotations = dict.as_ref<Dict>();
    }
    return vm.block.value_of(vm.block[function_arg(args)].annotations);
}
Value function_set_annotations(Vm& vm, const Args& args) {
    if (!is_none_or(vm, args, Kind::dict))
        return vm.raise(Root::TypeError, "__annotations__ must be set to a dict object");
    const bool dict = args.has(1) && vm.block.kind(args[1]) == Kind::dict;
    vm.block.edit(function_arg(args)).annotations = dict ? args[1].as_ref<Dict>() : Ref<Dict>{};
    return vm.none();
}
Value function_get_code(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[function_arg(args)].code);
}
Value function_get_closure(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[function_arg(args)].closure);
}
Value function_get_globals(Vm& vm, const Args& args) {
    return vm.block.value_of(vm.block[function_arg(args)].globals);
}
Value function_get_dict(Vm& vm, const Args& args) {
    const Ref<Dict> attributes = attributes_of(vm, args[0]);
    return attributes ? vm.block.value_of(attributes) : Value{};
}

Value function_bind(Vm& vm, const Args& args) {
    if (args[1] == vm.none()) return args[0];
    return bind_attribute(vm, args[0], args[1], vm.type_of(args[1])).result;
}

Value function_call(Vm& vm, const Args& args) {
    std::vector<Value> arguments, names;
    const Ref<Tuple> given = args[1].as_ref<Tuple>();
    for (uint32_t index = 0; index < vm.block[given].count; ++index)
        arguments.push_back(vm.block.load(given.offset + Tuple::items_offset + index * 8));
    if (args.has(2)) {
        uint32_t position = 0;
        Value key, value;
        while (dict_next(vm, args[2].as_ref<Dict>(), position, key, value)) {
            names.push_back(key);
            arguments.push_back(value);
        }
    }
    return vm.call(args[0], arguments, names.empty() ? Value{} : new_tuple(vm, names));
}

Value staticmethod_call(Vm& vm, const Args& args) { return function_call(vm, args); }

Value method_get_function(Vm& vm, const Args& args) {
    return vm.block[args[0].as_ref<BoundMethod>()].function;
}
Value method_get_self(Vm& vm, const Args& args) {
    return vm.block[args[0].as_ref<BoundMethod>()].self;
}
Value method_get_name(Vm& vm, const Args& args) { return of_method(vm, args, "__name__"); }
Value method_get_qualname(Vm& vm, const Args& args) { return of_method(vm, args, "__qualname__"); }
Value method_get_doc(Vm& vm, const Args& args) { return of_method(vm, args, "__doc__"); }
Value method_get_module(Vm& vm, const Args& args) { return of_method(vm, args, "__module__"); }

Value method_eq(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::bound_method) return vm.root(Root::not_implemented);
    const BoundMethod& left = vm.block[args[0].as_ref<BoundMethod>()];
    const BoundMethod& right = vm.block[args[1].as_ref<BoundMethod>()];
    return vm.boolean(left.self == right.self && left.function == right.function);
}

Value method_hash(Vm& vm, const Args& args) {
    const BoundMethod& method = vm.block[args[0].as_ref<BoundMethod>()];
    const Value self = method.self, function = method.function;
    const uint64_t hash = serial_of(vm, self) * 31 + serial_of(vm, function);
    return Value::from_int(static_cast<int64_t>(hash & 0xffffffff));
}

Value native_get_name(Vm& vm, const Args& args) {
    if (is_builtin_function(vm, args[0])) return function_get_name(vm, args);
    return Value::from_ref(vm.block[native_arg(vm, args[0])].name);
}
Value native_get_module(Vm& vm, const Args& args) {
    if (is_builtin_function(vm, args[0])) return function_get_module(vm, args);
    return or_none(vm, vm.block[native_arg(vm, args[0])].module);
}
Value native_get_self(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) == Kind::bound_method)
        return vm.block[args[0].as_ref<BoundMethod>()].self;
    const Value name = native_get_module(vm, args);
    const Value module =
        name == vm.none()
            ? Value{}
            : dict_get_str(vm, vm.root(Root::library_modules).as_ref<Dict>(), name);
    return module ? module : vm.root(Root::builtins);
}
Value native_get_doc(Vm& vm, const Args&) { return vm.none(); }

// function(code, globals, name=None, argdefs=None, closure=None)
Value function_new(Vm& vm, const Args& args) {
    enum : uint32_t { cls, code_at, globals, name, defaults, closure };
    const auto given = [&](uint32_t index) {
        return args.has(index) && args[index] != vm.none() ? args[index] : Value{};
    };
    const auto complain = [&](uint32_t index, const char* what) {
        return vm.raise(Root::TypeError, what + type_name(vm, args[index]));
    };
    if (vm.block.kind(args[code_at]) != Kind::code)
        return complain(code_at, "function() argument 'code' must be code, not ");
    if (vm.block.kind(args[globals]) != Kind::dict)
        return complain(globals, "function() argument 'globals' must be dict, not ");
    if (given(name) && !is_str(vm, args[name]))
        return vm.raise(Root::TypeError, "arg 3 (name) must be None or string");
    if (given(defaults) && vm.block.kind(args[defaults]) != Kind::tuple)
        return vm.raise(Root::TypeError, "arg 4 (defaults) must be None or tuple");
    const CodeObject code = vm.block[args[code_at].as_ref<CodeObject>()];
    const bool cells = given(closure) && vm.block.kind(args[closure]) == Kind::tuple;
    if (!cells && (code.free_count > 0 || given(closure)))
        return vm.raise(Root::TypeError, code.free_count > 0
                                             ? "arg 5 (closure) must be tuple"
                                             : "arg 5 (closure) must be None or tuple");
    const uint32_t cell_count = cells ? vm.block[args[closure].as_ref<Tuple>()].count : 0;
    if (cell_count != code.free_count)
        return vm.raise(Root::ValueError,
                        to_utf8(vm, Value::from_ref(code.name)) + " requires closure of length " +
                            std::to_string(code.free_count) + ", not " +
                            std::to_string(cell_count));
    const auto function = vm.allocate<Function>(Kind::function, Root::type_function);
    if (!function) return {};
    const Value module =
        dict_get_str(vm, args[globals].as_ref<Dict>(), intern(vm, "__name__"));
    Function& made = vm.block.edit(function);
    made.code = args[code_at].as_ref<CodeObject>();
    made.globals = args[globals].as_ref<Dict>();
    vm.block.increment_if_mortal(args[globals]);  // nobody counts who has it: it stays
    made.name = given(name) ? args[name].as_ref<Str>() : code.name;
    made.qualified_name = code.qualified_name;
    if (given(defaults)) {
        vm.block.refer(function.offset + static_cast<uint32_t>(offsetof(Function, defaults)),
                       args[defaults]);
        if (args[defaults].is_mortal()) vm.block.make_mortal(function.offset);
    }
    if (cell_count > 0) set_closure(vm, function, args[closure]);
    if (module && is_str(vm, module)) made.module = module.as_ref<Str>();
    return vm.block.value_of(function);
}

Value function_set_code(Vm& vm, const Args& args) {
    if (args[1].is_null() || vm.block.kind(args[1]) != Kind::code)
        return vm.raise(Root::TypeError, "__code__ must be set to a code object");
    const Function& function = vm.block[function_arg(args)];
    const uint32_t wanted = vm.block[args[1].as_ref<CodeObject>()].free_count;
    const uint32_t has = function.closure ? vm.block[function.closure].count : 0;
    if (wanted != has)
        return vm.raise(Root::ValueError, to_utf8(vm, Value::from_ref(function.name)) +
                                              "() requires a code object with " +
                                              std::to_string(has) + " free vars, not " +
                                              std::to_string(wanted));
    Function& changed = vm.block.edit(function_arg(args));
    changed.code = args[1].as_ref<CodeObject>();
    changed.version = static_cast<uint32_t>(++vm.block.header().epoch);
    return vm.none();
}

Value method_new(Vm& vm, const Args& args) {
    const bool callable = vm.block.kind(args[1]) == Kind::function ||
                          vm.block.kind(args[1]) == Kind::native ||
                          vm.block.kind(args[1]) == Kind::bound_method ||
                          vm.block.kind(args[1]) == Kind::type ||
                          !vm.special(args[1], Special::call_).is_null();
    if (!callable) return vm.raise(Root::TypeError, "first argument must be callable");
    if (args[2] == vm.none()) return vm.raise(Root::TypeError, "instance must not be None");
    const auto made = vm.allocate<BoundMethod>(Kind::bound_method, Root::type_method);
    if (!made) return {};
    vm.block.store(made.offset + static_cast<uint32_t>(offsetof(BoundMethod, self)), args[2]);
    vm.block.store(made.offset + static_cast<uint32_t>(offsetof(BoundMethod, function)), args[1]);
    if (args[1].is_mortal() || args[2].is_mortal()) vm.block.make_mortal(made.offset);
    return vm.block.value_of(made);
}

Value cell_new(Vm& vm, const Args& args) {
    const auto made = vm.allocate<Cell>(Kind::cell, Root::type_cell);
    if (!made) return {};
    if (args.has(1)) {
        vm.block.store(made.offset + static_cast<uint32_t>(offsetof(Cell, content)), args[1]);
        if (args[1].is_mortal()) vm.block.make_mortal(made.offset);
    }
    return vm.block.value_of(made);
}

Value function_get_builtins(Vm& vm, const Args&) {
    return Value::from_ref(vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes);
}

}  // namespace meada
