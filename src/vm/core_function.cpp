// Natives of functions, methods, code objects.
#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/natives.h"
#include "vm/operations.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

template <typename T>
Value or_none(Vm& vm, Ref<T> ref) {
    return ref ? vm.block.value_of(ref) : vm.none();
}

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

Ref<CodeObject> code_arg(const Args& args) { return args[0].as_ref<CodeObject>(); }

}  // namespace

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
    const Ref<Dict> attributes = vm.block[function_arg(args)].attributes;
    const Value found = attributes ? dict_get_str(vm, attributes, intern(vm, "__doc__")) : Value{};
    return found ? found : vm.none();
}
Value function_set_doc(Vm& vm, const Args& args) {
    const Ref<Dict> attributes = attributes_of(vm, args[0]);
    if (!attributes) return {};
    const Value value = args.has(1) ? args[1] : vm.none();
    return dict_set_str(vm, attributes, intern(vm, "__doc__"), value) ? vm.none() : Value{};
}
Value function_get_defaults(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[function_arg(args)].defaults);
}
Value function_set_defaults(Vm& vm, const Args& args) {
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
    return Value::from_ref(vm.block[native_arg(vm, args[0])].name);
}
Value native_get_self(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::bound_method) return vm.root(Root::builtins);
    return vm.block[args[0].as_ref<BoundMethod>()].self;
}
Value native_get_module(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[native_arg(vm, args[0])].module);
}
Value native_get_doc(Vm& vm, const Args&) { return vm.none(); }

Value code_get_name(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].name);
}
Value code_get_qualname(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].qualified_name);
}
Value code_get_filename(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].file_name);
}
Value code_get_argcount(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].positional_count);
}
Value code_get_posonlyargcount(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].positional_only_count);
}
Value code_get_kwonlyargcount(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].keyword_only_count);
}
Value code_get_varnames(Vm& vm, const Args& args) {
    const CodeObject& code = vm.block[code_arg(args)];
    std::vector<Value> names;
    for (uint32_t index = 0; index < code.local_count; ++index)
        names.push_back(vm.block.load(code.slot_names.offset + Tuple::items_offset + index * 8));
    return new_tuple(vm, names);
}
Value code_get_flags(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].flags & 0xffff);
}
Value code_get_firstlineno(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].first_line);
}
Value code_get_names(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].names);
}
Value code_get_consts(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].constants);
}

}  // namespace meada
