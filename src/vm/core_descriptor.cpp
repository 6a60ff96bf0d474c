// Natives of property, classmethod, staticmethod and the descriptors of native attributes.
#include "vm/attributes.h"
#include "vm/builtins.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {
namespace {

Ref<Property> property_arg(const Args& args) { return args[0].as_ref<Property>(); }

Value given(Vm& vm, const Args& args, uint32_t index) {
    return args.has(index) && args[index] != vm.none() ? args[index] : Value{};
}

Value make_property(Vm& vm, Ref<Type> type, Value getter, Value setter, Value deleter,
                    Value documentation) {
    const auto made = Ref<Property>{
        vm.allocate_cell(Kind::property, vm.block[type].root_shape, sizeof(Property))};
    if (!made) return {};
    const Value parts[] = {getter, setter, deleter, documentation};
    for (uint32_t index = 0; index < 4; ++index)
        vm.block.store(made.offset + 16 + index * 8, parts[index]);
    return Value::from_ref(made);
}

Value changed_property(Vm& vm, const Args& args, uint32_t which) {
    const Property from = vm.block[property_arg(args)];
    Value parts[] = {from.getter, from.setter, from.deleter};
    parts[which] = args[1];
    return make_property(vm, vm.type_of(args[0]), parts[0], parts[1], parts[2],
                         from.documentation);
}

Value of_outcome(Vm& vm, const Computed& bound) {
    (void)vm;
    return bound.outcome == Outcome::yes ? bound.result : Value{};
}

Value bind(Vm& vm, const Args& args) {
    const bool unbound = args[1] == vm.none();
    const Ref<Type> type = args.has(2) && vm.block.kind(args[2]) == Kind::type
                               ? args[2].as_ref<Type>()
                               : vm.type_of(args[1]);
    return of_outcome(vm, bind_attribute(vm, args[0], unbound ? Value{} : args[1], type));
}

Value make_wrapper(Vm& vm, const Args& args, Kind kind) {
    const Ref<Shape> shape = vm.block[args[0].as_ref<Type>()].root_shape;
    const auto made = Ref<MethodWrapper>{vm.allocate_cell(kind, shape, sizeof(MethodWrapper))};
    if (!made) return {};
    vm.block.store(made.offset + 16, args[1]);
    return Value::from_ref(made);
}

}  // namespace

Value property_new(Vm& vm, const Args& args) {
    return make_property(vm, args[0].as_ref<Type>(), given(vm, args, 1), given(vm, args, 2),
                         given(vm, args, 3), given(vm, args, 4));
}
Value property_getter(Vm& vm, const Args& args) { return changed_property(vm, args, 0); }
Value property_setter(Vm& vm, const Args& args) { return changed_property(vm, args, 1); }
Value property_deleter(Vm& vm, const Args& args) { return changed_property(vm, args, 2); }
Value property_set_name(Vm& vm, const Args& args) {
    vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(Property, name)), args[2]);
    return vm.none();
}
Value property_get(Vm& vm, const Args& args) { return bind(vm, args); }
Value descriptor_set(Vm& vm, const Args& args) {
    const Outcome outcome = set_by_descriptor(vm, args[0], args[1], args[2]);
    return outcome == Outcome::yes ? vm.none() : Value{};
}
Value descriptor_delete(Vm& vm, const Args& args) {
    const Outcome outcome = set_by_descriptor(vm, args[0], args[1], {});
    return outcome == Outcome::yes ? vm.none() : Value{};
}
Value property_get_fget(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[property_arg(args)].getter);
}
Value property_get_fset(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[property_arg(args)].setter);
}
Value property_get_fdel(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[property_arg(args)].deleter);
}
Value property_get_doc(Vm& vm, const Args& args) {
    const Property& property = vm.block[property_arg(args)];
    if (property.documentation) return property.documentation;
    if (property.getter.is_null()) return vm.none();
    const Computed found = get_attribute(vm, property.getter, intern(vm, "__doc__"));
    if (found.outcome == Outcome::no) return vm.none();
    return of_outcome(vm, found);
}

Value classmethod_new(Vm& vm, const Args& args) {
    return make_wrapper(vm, args, Kind::class_method);
}
Value staticmethod_new(Vm& vm, const Args& args) {
    return make_wrapper(vm, args, Kind::static_method);
}
Value wrapper_get(Vm& vm, const Args& args) { return bind(vm, args); }
Value wrapper_get_function(Vm& vm, const Args& args) {
    return vm.block[args[0].as_ref<MethodWrapper>()].function;
}

namespace {

// Whether what is wrapped says __isabstractmethod__.
Value is_abstract(Vm& vm, std::initializer_list<Value> functions) {
    const Value name = intern(vm, "__isabstractmethod__");
    for (const Value function : functions) {
        if (function.is_null() || function == vm.none()) continue;
        const Computed found = get_attribute(vm, function, name);
        if (found.outcome == Outcome::yes && found.result == vm.boolean(true))
            return vm.boolean(true);
        if (found.outcome == Outcome::raised) return {};
        vm.request = {};
    }
    return vm.boolean(false);
}

}  // namespace

Value wrapper_get_abstract(Vm& vm, const Args& args) {
    return is_abstract(vm, {vm.block[args[0].as_ref<MethodWrapper>()].function});
}
Value property_get_abstract(Vm& vm, const Args& args) {
    const Property& property = vm.block[property_arg(args)];
    return is_abstract(vm, {property.getter, property.setter, property.deleter});
}

Value member_get(Vm& vm, const Args& args) { return bind(vm, args); }
Value member_get_owner(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[args[0].as_ref<Member>()].owner);
}
Value member_get_qualname(Vm& vm, const Args& args) {
    const Member& member = vm.block[args[0].as_ref<Member>()];
    const Value owner = Value::from_ref(vm.block[member.owner].qualified_name);
    return new_str(vm, to_utf8(vm, owner) + "." + to_utf8(vm, Value::from_ref(member.name)));
}
Value member_get_doc(Vm& vm, const Args& args) {
    const Member& member = vm.block[args[0].as_ref<Member>()];
    if (member.detail != static_cast<uint16_t>(MemberForm::item)) return vm.none();
    if (member.documentation) return Value::from_ref(member.documentation);
    return new_str(vm, "Alias for field number " + std::to_string(member.index));
}
Value member_set_doc(Vm& vm, const Args& args) {
    const auto member = args[0].as_ref<Member>();
    if (vm.block[member].detail != static_cast<uint16_t>(MemberForm::item))
        return vm.raise(Root::AttributeError, "attribute '__doc__' of '" +
                                                  type_name(vm, args[0]) +
                                                  "' objects is not writable");
    vm.block.edit(member).documentation =
        args.has(1) && is_str(vm, args[1]) ? args[1].as_ref<Str>() : Ref<Str>{};
    return vm.none();
}
Value member_get_name(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[args[0].as_ref<Member>()].name);
}

}  // namespace meada
