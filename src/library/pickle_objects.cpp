// What pickles and copies ask of objects.
#include "library/natives.h"

namespace meada {

// Is it a function of a module that is C in CPython?
Value library_is_hidden_function(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::function) return vm.boolean(false);
    const Ref<CodeObject> code = vm.block[args[0].as_ref<Function>()].code;
    return vm.boolean(vm.block[code].flags & code_hidden);
}

// The class that a built-in method belongs to; None: it is a function.
Value library_owner_of(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::native) return vm.none();
    const Ref<Type> owner = vm.block[args[0].as_ref<NativeFunction>()].owner;
    return owner ? Value::from_ref(owner) : vm.none();
}

// What an object's __dict__ would hold, as a new dict; None: nothing; False: its class stands for
// one of C; NotImplemented: it is no plain instance.
Value library_instance_state(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::instance) return vm.root(Root::not_implemented);
    const auto instance = args[0].as_ref<Instance>();
    const Value mro = Value::from_ref(vm.block[vm.type_of(args[0])].mro);
    for (uint32_t index = 0; index < vm.block[mro.as_ref<Tuple>()].count; ++index) {
        const Value each = vm.block.load(mro.offset() + Tuple::items_offset + index * 8);
        if (vm.block[each.as_ref<Type>()].flags & type_hidden) return vm.boolean(false);
    }
    Ref<Shape> shape = vm.block[instance].shape;
    if (vm.block[shape].dict_mode) {
        const Ref<Dict> dict = vm.block[instance].dict;
        return dict && vm.block[dict].count > 0 ? Value::from_ref(dict_copy(vm, dict))
                                                : vm.none();
    }
    std::vector<Value> names;
    const uint32_t members = vm.block[vm.block[shape].type].member_slots;
    for (; vm.block[shape].count > 0; shape = vm.block[shape].parent)
        names.push_back(Value::from_ref(vm.block[shape].name));
    if (names.size() <= members) return vm.none();
    const Value state = new_dict(vm);
    if (state.is_null()) return {};
    for (size_t index = members; index < names.size(); ++index) {
        const Value value = vm.block.load(instance.offset + Instance::slots_offset +
                                          static_cast<uint32_t>(index) * 8);
        if (value && !dict_set_str(vm, state.as_ref<Dict>(), names[names.size() - 1 - index],
                                   value))
            return {};
    }
    return vm.block[state.as_ref<Dict>()].count > 0 ? state : vm.none();
}

}  // namespace meada
