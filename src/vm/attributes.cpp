#include "vm/attributes.h"

#include "vm/containers.h"
#include "vm/natives.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/super.h"
#include "vm/types.h"

namespace meada {
namespace {

constexpr Computed no_attribute{Outcome::no, {}};

Computed found(Value value) { return {Outcome::yes, value}; }

Computed bound_method(Vm& vm, Root type, Value self, Value function) {
    const auto method = vm.allocate<BoundMethod>(Kind::bound_method, type);
    if (!method) return {Outcome::raised, {}};
    vm.block.store(method.offset + static_cast<uint32_t>(offsetof(BoundMethod, self)), self);
    vm.block.store(method.offset + static_cast<uint32_t>(offsetof(BoundMethod, function)),
                   function);
    if (self.is_mortal() || function.is_mortal()) vm.block.make_mortal(method.offset);
    return found(vm.block.value_of(method));
}

Computed call_for(Vm& vm, Value callable, std::initializer_list<Value> arguments) {
    vm.call(callable, arguments);
    return {Outcome::needs_call, {}};
}

// What a native said, as an outcome.
Computed of_native(Vm& vm, Value result) {
    if (!result.is_null()) return found(result);
    return {vm.request.kind == Vm::Request::Kind::call ? Outcome::needs_call : Outcome::raised, {}};
}

std::string owner_name(const Vm& vm, Ref<Type> type) {
    return to_utf8(vm, Value::from_ref(vm.block[type].name));
}

void raise_wrong_owner(Vm& vm, Ref<Member> member, Value object) {
    vm.raise(Root::TypeError,
             "descriptor '" + to_utf8(vm, Value::from_ref(vm.block[member].name)) + "' for '" +
                 owner_name(vm, vm.block[member].owner) + "' objects doesn't apply to a '" +
                 type_name(vm, object) + "' object");
}

Computed get_slot_member(Vm& vm, Ref<Member> member, Value object) {
    const Value name = Value::from_ref(vm.block[member].name);
    Value value;
    if (vm.block.kind(object) == Kind::instance) {
        value = vm.block.load(member_slot_offset(vm, member, object));
    } else if (const uint32_t at = attributes_offset(vm.block.kind(object)); at != 0) {
        const Ref<Dict> dict{*vm.block.at<uint32_t>(object.offset() + at)};
        if (dict) value = dict_get_str(vm, dict, name);
    }
    if (value) return found(value);
    raise_no_attribute(vm, object, name);
    return {Outcome::raised, {}};
}

Computed bind_member(Vm& vm, Ref<Member> member, Value object) {
    if (!vm.is_subtype(vm.type_of(object), vm.block[member].owner)) {
        raise_wrong_owner(vm, member, object);
        return {Outcome::raised, {}};
    }
    if (vm.block[member].detail == static_cast<uint16_t>(MemberForm::slot))
        return get_slot_member(vm, member, object);
    if (vm.block[member].detail == static_cast<uint16_t>(MemberForm::item))
        return plain_get_item(vm, object, Value::from_int(vm.block[member].index));
    return of_native(vm, call_getter(vm, vm.block[member].index, object));
}

void raise_no_accessor(Vm& vm, Value attribute, Value object, const char* accessor) {
    const Value name = vm.block[attribute.as_ref<Property>()].name;
    const Ref<Str> type = vm.block[vm.type_of(object)].qualified_name;
    vm.raise(Root::AttributeError,
             (name.is_null() ? "property" : "property '" + to_utf8(vm, name) + "'") + " of '" +
                 to_utf8(vm, Value::from_ref(type)) + "' object has no " + accessor);
}

Computed bind_property(Vm& vm, Value attribute, Value object) {
    const Value getter = vm.block[attribute.as_ref<Property>()].getter;
    if (getter.is_null() || getter == vm.none()) {
        raise_no_accessor(vm, attribute, object, "getter");
        return {Outcome::raised, {}};
    }
    return call_for(vm, getter, {object});
}

}  // namespace

bool is_data_descriptor(Vm& vm, Value attribute) {
    switch (vm.block.kind(attribute)) {
        case Kind::property:
        case Kind::member: return true;
        case Kind::instance:
        case Kind::native_object:
            return vm.special(attribute, Special::set_) || vm.special(attribute, Special::delete_);
        default: return false;
    }
}

Computed bind_attribute(Vm& vm, Value attribute, Value object, Ref<Type> type) {
    switch (vm.block.kind(attribute)) {
        case Kind::function:
            if (object.is_null() || is_builtin_function(vm, attribute)) return found(attribute);
            return bound_method(vm, Root::type_method, object, attribute);
        case Kind::native: {
            // Functions of modules do not bind, even where a class holds one.
            const NativeFunction& native = vm.block[attribute.as_ref<NativeFunction>()];
            const auto binding = vm.signatures[native.index].binding;
            if (binding == Signature::Binding::class_method)
                return bound_method(vm, Root::type_bound_native, Value::from_ref(type), attribute);
            if (object.is_null() || !native.owner ||
                binding == Signature::Binding::static_method)
                return found(attribute);
            return bound_method(vm, Root::type_bound_native, object, attribute);
        }
        case Kind::class_method: {
            const Value function = vm.block[attribute.as_ref<MethodWrapper>()].function;
            const Value self = Value::from_ref(type);
            const Kind kind = vm.block.kind(function);
            if (kind == Kind::function) return bound_method(vm, Root::type_method, self, function);
            if (kind == Kind::native)
                return bound_method(vm, Root::type_bound_native, self, function);
            if (binds_nothing(vm, function))
                return bound_method(vm, Root::type_method, self, function);
            return bind_attribute(vm, function, self, vm.type_of(self));
        }
        case Kind::static_method:
            return found(vm.block[attribute.as_ref<MethodWrapper>()].function);
        case Kind::special_call:
            return bind_attribute(vm, vm.block[attribute.as_ref<MethodWrapper>()].function, object,
                                  type);
        case Kind::property:
            return object.is_null() ? found(attribute) : bind_property(vm, attribute, object);
        case Kind::member:
            return object.is_null() ? found(attribute)
                                    : bind_member(vm, attribute.as_ref<Member>(), object);
        case Kind::instance:
        case Kind::native_object:
            if (const Value get = vm.special(attribute, Special::get_))
                return call_for(vm, get,
                                {attribute, object.is_null() ? vm.none() : object,
                                 Value::from_ref(type)});
            return found(attribute);
        default: return found(attribute);
    }
}

namespace {

Computed get_from_instance(Vm& vm, Value object, Value name) {
    const uint32_t at = attributes_offset(vm.block.kind(object));
    if (at == 0) return no_attribute;
    // A mortal tuple counts its references there.
    if (object.is_mortal() && count_offset(vm.block.kind(object)) == at) return no_attribute;
    if (vm.block.kind(object) == Kind::instance) {
        const Ref<Shape> shape = vm.block[object.as_ref<Instance>()].shape;
        if (!vm.block[shape].dict_mode) {
            const auto slot = slot_in_shape(vm, shape, name);
            if (!slot) return no_attribute;
            const Value value =
                vm.block.load(object.offset() + Instance::slots_offset + *slot * 8);
            return value ? found(value) : no_attribute;
        }
    }
    const Ref<Dict> dict{*vm.block.at<uint32_t>(object.offset() + at)};
    if (!dict) return no_attribute;
    const Value value = dict_get_str(vm, dict, name);
    return value ? found(value) : no_attribute;
}

// A class: its metatype's data descriptors, its own MRO, then the metatype's other attributes.
Computed get_from_type(Vm& vm, Value object, Value name) {
    const Ref<Type> type = object.as_ref<Type>();
    const Ref<Type> metatype = vm.type_of(object);
    const Value of_meta = find_in_type(vm, metatype, name);
    if (of_meta && is_data_descriptor(vm, of_meta))
        return bind_attribute(vm, of_meta, object, metatype);
    if (const Value own = find_in_type(vm, type, name)) return bind_attribute(vm, own, {}, type);
    if (of_meta) return bind_attribute(vm, of_meta, object, metatype);
    return no_attribute;
}

Computed get_generic(Vm& vm, Value object, Value name) {
    const Ref<Type> type = vm.type_of(object);
    const Value attribute = find_in_type(vm, type, name);
    if (attribute && is_data_descriptor(vm, attribute))
        return bind_attribute(vm, attribute, object, type);
    if (const Computed own = get_from_instance(vm, object, name); own.outcome != Outcome::no)
        return own;
    if (attribute) return bind_attribute(vm, attribute, object, type);
    return no_attribute;
}

Computed get_from_module(Vm& vm, Value object, Value name) {
    const Computed generic = get_generic(vm, object, name);
    if (generic.outcome != Outcome::no) return generic;
    const Ref<Dict> attributes = vm.block[object.as_ref<Module>()].attributes;
    const Value hook = dict_get_str(vm, attributes, vm.root(Root::name_getattr_));
    return hook ? call_for(vm, hook, {name}) : no_attribute;
}

}  // namespace

namespace {

// What classmethod() and staticmethod() take over from their function.
bool is_function_name(const Vm& vm, Value name) {
    for (const char* each :
         {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"})
        if (str_equals(vm, name, each)) return true;
    return false;
}

}  // namespace

Computed get_attribute_plain(Vm& vm, Value object, Value name) {
    switch (vm.block.kind(object)) {
        case Kind::type: return get_from_type(vm, object, name);
        case Kind::module: return get_from_module(vm, object, name);
        case Kind::super: return get_from_super(vm, object, name);
        case Kind::class_method:
        case Kind::static_method: {
            const Value function = vm.block[object.as_ref<MethodWrapper>()].function;
            if (get_from_instance(vm, object, name).outcome == Outcome::no &&
                is_function_name(vm, name)) {
                const Computed found = get_attribute_plain(vm, function, name);
                if (found.outcome != Outcome::no) return found;
            }
            return get_generic(vm, object, name);
        }
        case Kind::bound_method: {
            const Computed own = get_generic(vm, object, name);
            const Value function = vm.block[object.as_ref<BoundMethod>()].function;
            if (own.outcome != Outcome::no || vm.block.kind(function) == Kind::native) return own;
            return get_attribute_plain(vm, function, name);
        }
        default: return get_generic(vm, object, name);
    }
}

Computed get_attribute(Vm& vm, Value object, Value name) {
    const Value own = vm.special(object, Special::getattribute_);
    const Value fallback = vm.special(object, Special::getattr_);
    if (answers_itself(vm, own, Special::getattribute_)) {
        if (fallback.is_null()) return call_for(vm, own, {object, name});
        return call_for(vm, vm.root(Root::prelude_get_attribute), {object, name});
    }
    if (fallback.is_null()) return get_attribute_plain(vm, object, name);
    const Computed plain = get_attribute_plain(vm, object, name);
    if (plain.outcome == Outcome::yes) return plain;
    if (plain.outcome == Outcome::raised) {  // a member without a value
        const uint32_t pending =
            vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception));
        if (!vm.is_instance(vm.block.load(pending), Root::AttributeError)) return plain;
        vm.block.clear(pending);
    }
    if (plain.outcome != Outcome::needs_call) return call_for(vm, fallback, {object, name});
    vm.request = {};  // its AttributeError would lead to __getattr__
    return call_for(vm, vm.root(Root::prelude_get_attribute), {object, name});
}

Method get_method(Vm& vm, Value object, Value name) {
    const Ref<Type> type = vm.type_of(object);
    const Kind kind = vm.block.kind(object);
    if (kind == Kind::super) {
        const Ref<Super> super = object.as_ref<Super>();
        const Value attribute = find_in_super(vm, super, name);
        if (function_binds(vm, attribute) && !is_of_class(vm, super))
            return {Outcome::yes, attribute, vm.block[super].self};
    }
    const bool plain = kind != Kind::type && kind != Kind::module && kind != Kind::super &&
                       !answers_itself(vm, vm.special(object, Special::getattribute_),
                                       Special::getattribute_);
    if (plain) {
        const Value attribute = find_in_type(vm, type, name);
        const Kind form = vm.block.kind(attribute);
        const auto method_native = [&] {
            const NativeFunction& native = vm.block[attribute.as_ref<NativeFunction>()];
            return native.owner &&
                   vm.signatures[native.index].binding == Signature::Binding::method;
        };
        const bool binds =
            function_binds(vm, attribute) || (form == Kind::native && method_native());
        if (binds && get_from_instance(vm, object, name).outcome == Outcome::no)
            return {Outcome::yes, attribute, object};
    }
    const Computed computed = get_attribute(vm, object, name);
    return {computed.outcome, computed.result, {}};
}

namespace {

Outcome set_own_attribute(Vm& vm, Value object, Value name, Value value) {
    if (vm.block.kind(object) == Kind::instance) {
        const Ref<Instance> instance = object.as_ref<Instance>();
        const Ref<Shape> shape = vm.block[instance].shape;
        if (value.is_mortal()) vm.block.note_holder(instance.offset);
        if (!vm.block[shape].dict_mode && value) {
            if (const auto slot = slot_in_shape(vm, shape, name)) {
                vm.block.store(object.offset() + Instance::slots_offset + *slot * 8, value);
                return Outcome::yes;
            }
            const uint32_t room =
                (vm.block.cell_size(object.offset()) - Instance::slots_offset) / 8;
            const Ref<Shape> next = shape_with(vm, shape, name);
            if (next && vm.block[next].count <= room) {
                const uint32_t slot = vm.block[next].count - 1;
                vm.block.edit(instance).shape = next;
                vm.block.store(object.offset() + Instance::slots_offset + slot * 8, value);
                return Outcome::yes;
            }
        }
    }
    const Ref<Dict> attributes = attributes_of(vm, object);
    if (!attributes) {
        if (vm.has_exception()) return Outcome::raised;
        return Outcome::no;
    }
    if (value)
        return dict_set_str(vm, attributes, name, value) ? Outcome::yes : Outcome::raised;
    return dict_delete(vm, attributes, name);
}

// Where an object of a class over a built-in type keeps its members of __slots__: the dict that
// would be its __dict__.
Ref<Dict> member_dict(Vm& vm, Value object) {
    const uint32_t at = object.offset() + attributes_offset(vm.block.kind(object));
    if (const Ref<Dict> found{*vm.block.at<uint32_t>(at)}) return found;
    const Value dict = new_dict(vm);
    if (dict.is_null()) return {};
    *reinterpret_cast<uint32_t*>(vm.block.edit_bytes(at, 4)) = dict.offset();
    return dict.as_ref<Dict>();
}

Outcome set_member(Vm& vm, Ref<Member> member, Value object, Value value) {
    if (!vm.is_subtype(vm.type_of(object), vm.block[member].owner)) {
        raise_wrong_owner(vm, member, object);
        return Outcome::raised;
    }
    const Member& found = vm.block[member];
    if (found.detail == static_cast<uint16_t>(MemberForm::item)) {
        vm.raise(Root::AttributeError, value ? "can't set attribute" : "can't delete attribute");
        return Outcome::raised;
    }
    if (found.detail == static_cast<uint16_t>(MemberForm::slot)) {
        Outcome outcome = Outcome::no;
        if (vm.block.kind(object) != Kind::instance) {
            const Ref<Dict> values = member_dict(vm, object);
            if (!values) return Outcome::raised;
            const Value name = Value::from_ref(vm.block[member].name);
            outcome = value ? (dict_set_str(vm, values, name, value) ? Outcome::yes
                                                                     : Outcome::raised)
                            : dict_delete(vm, values, name);
        } else if (const uint32_t slot = member_slot_offset(vm, member, object);
                   value || vm.block.load(slot)) {
            vm.block.store(slot, value);
            if (value.is_mortal()) vm.block.note_holder(object.offset());
            outcome = Outcome::yes;
        }
        if (outcome == Outcome::no) {
            vm.raise(Root::AttributeError, {Value::from_ref(vm.block[member].name)});
            return Outcome::raised;
        }
        return outcome;
    }
    if (found.setter == 0) {
        vm.raise(Root::AttributeError, "attribute '" + to_utf8(vm, Value::from_ref(found.name)) +
                                           "' of '" + type_name(vm, object) +
                                           "' objects is not writable");
        return Outcome::raised;
    }
    const Value result = call_setter(vm, found.setter - 1, object, value);
    if (result) return Outcome::yes;
    return vm.request.kind == Vm::Request::Kind::call ? Outcome::needs_call : Outcome::raised;
}

Outcome set_property(Vm& vm, Value attribute, Value object, Value value) {
    const Property& property = vm.block[attribute.as_ref<Property>()];
    const Value function = value ? property.setter : property.deleter;
    if (function.is_null() || function == vm.none()) {
        raise_no_accessor(vm, attribute, object, value ? "setter" : "deleter");
        return Outcome::raised;
    }
    if (value) vm.call(function, {object, value});
    else vm.call(function, {object});
    return Outcome::needs_call;
}

Outcome set_type_attribute(Vm& vm, Value object, Value name, Value value) {
    const Ref<Type> type = object.as_ref<Type>();
    if (!(vm.block[type].flags & type_heap)) {
        vm.raise(Root::TypeError, "cannot set '" + to_utf8(vm, name) +
                                      "' attribute of immutable type '" + owner_name(vm, type) +
                                      "'");
        return Outcome::raised;
    }
    const Ref<Dict> attributes = vm.block[type].attributes;
    const Value old = dict_get_str(vm, attributes, name);
    const bool plain = value && old && binds_nothing(vm, old) && binds_nothing(vm, value);
    const Outcome outcome = value
        ? (dict_set_str(vm, attributes, name, value) ? Outcome::yes : Outcome::raised)
        : dict_delete(vm, attributes, name);
    if (outcome == Outcome::yes) type_changed(vm, type, name, plain);
    return outcome;
}

bool has_dict(const Vm& vm, Value object) {
    const Kind kind = vm.block.kind(object);
    if (attributes_offset(kind) == 0) return false;
    return function_binds(vm, object) || kind == Kind::module ||
           vm.block[vm.type_of(object)].flags & (type_dict | type_exception);
}

Outcome raise_cannot_set(Vm& vm, Value object, Value name, Value value) {
    const Ref<Type> type = vm.type_of(object);
    const bool in_type = !find_in_type(vm, type, name).is_null();
    const std::string label = "'" + to_utf8(vm, name) + "'";
    if (!value && !in_type) {
        raise_no_attribute(vm, object, name);
    } else if (in_type && !has_dict(vm, object)) {
        vm.raise(Root::AttributeError, "'" + type_name(vm, object) + "' object attribute " +
                                           label + " is read-only");
    } else {
        raise_no_attribute(vm, object, name);
    }
    return Outcome::raised;
}

}  // namespace

Outcome set_by_descriptor(Vm& vm, Value descriptor, Value object, Value value) {
    if (vm.block.kind(descriptor) == Kind::property)
        return set_property(vm, descriptor, object, value);
    return set_member(vm, descriptor.as_ref<Member>(), object, value);
}

Outcome set_attribute_plain(Vm& vm, Value object, Value name, Value value) {
    const Ref<Type> type = vm.type_of(object);
    if (const Value attribute = find_in_type(vm, type, name)) {
        switch (vm.block.kind(attribute)) {
            case Kind::member: return set_member(vm, attribute.as_ref<Member>(), object, value);
            case Kind::property: return set_property(vm, attribute, object, value);
            case Kind::instance:
            case Kind::native_object:
                if (const Value hook = vm.special(
                        attribute, value ? Special::set_ : Special::delete_)) {
                    if (value) vm.call(hook, {attribute, object, value});
                    else vm.call(hook, {attribute, object});
                    return Outcome::needs_call;
                }
                if (vm.special(attribute, value ? Special::delete_ : Special::set_)) {
                    vm.raise(Root::AttributeError, value ? "__set__" : "__delete__");
                    return Outcome::raised;
                }
                break;
            default: break;
        }
    }
    Outcome outcome = Outcome::no;
    if (vm.block.kind(object) == Kind::type) {
        outcome = set_type_attribute(vm, object, name, value);
    } else if (has_dict(vm, object)) {
        if (!value && get_from_instance(vm, object, name).outcome == Outcome::no)
            return raise_cannot_set(vm, object, name, value);
        outcome = set_own_attribute(vm, object, name, value);
    }
    return outcome == Outcome::no ? raise_cannot_set(vm, object, name, value) : outcome;
}

Outcome set_attribute(Vm& vm, Value object, Value name, Value value) {
    const Special special = value ? Special::setattr_ : Special::delattr_;
    const Value hook = vm.special(object, special);
    if (!answers_itself(vm, hook, special)) return set_attribute_plain(vm, object, name, value);
    if (value) vm.call(hook, {object, name, value});
    else vm.call(hook, {object, name});
    return Outcome::needs_call;
}

}  // namespace meada
