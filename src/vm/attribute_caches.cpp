// What an instruction remembers of the attribute that it found.
#include "vm/attribute_caches.h"

#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/op_support.h"
#include "vm/types.h"

namespace meada {
namespace {

// What a cache of instances' slots needs: the class must not change behind its back.
bool cacheable_instance(Vm& vm, Value object) {
    if (vm.block.kind(object) != Kind::instance) return false;
    const Instance& instance = vm.block[object.as_ref<Instance>()];
    if (vm.block[instance.shape].dict_mode) return false;
    return !answers_itself(vm, vm.special(object, Special::getattribute_), Special::getattribute_);
}

void mark_cached(Vm& vm, Value object) { vm.block.edit(vm.type_of(object)).flags |= type_cached; }

// An instruction keeps the shape that it saw first; others are found in the shared look-ups.
bool is_first(const Vm& vm, Quick form) {
    const uint32_t at = current_frame(vm).next_word - static_cast<uint32_t>(sizeof(CodeWord));
    return (vm.block.at<CodeWord>(at)->word & 0xff) != static_cast<uint32_t>(form);
}

bool has_method_form(const Vm& vm) {
    return !is_first(vm, Quick::LOAD_METHOD_SHAPE) || !is_first(vm, Quick::LOAD_METHOD_CLASS);
}
bool has_load_form(const Vm& vm) {
    return !is_first(vm, Quick::LOAD_ATTR_SLOT) || !is_first(vm, Quick::LOAD_ATTR_CLASS) ||
           !is_first(vm, Quick::LOAD_ATTR_PROPERTY);
}

void share(Vm& vm, Ref<Shape> shape, Value name, Vm::ShapeUse use, uint32_t target,
           uint32_t extra = 0) {
    vm.shape_lookup(shape.offset, name.offset(), use) = {shape.offset, name.offset(), use, target,
                                                         extra};
}

bool is_slot_member(const Vm& vm, Value attribute) {
    return attribute && vm.block.kind(attribute) == Kind::member &&
           vm.block[attribute.as_ref<Member>()].detail == static_cast<uint16_t>(MemberForm::slot);
}

void cache_slot(Vm& vm, Value object, Value name, uint32_t slot) {
    mark_cached(vm, object);
    const Ref<Shape> shape = vm.block.object(object).shape;
    const uint32_t target = Instance::slots_offset + slot * 8;
    share(vm, shape, name, Vm::ShapeUse::load, target);
    if (!has_load_form(vm)) quicken(vm, Quick::LOAD_ATTR_SLOT, shape.offset, target);
}

// Where a class or one of its bases keeps an attribute's value; 0: nowhere. The slot stays until
// the caches are forgotten (type_changed): other keys come and go only with them.
uint32_t class_slot(Vm& vm, Ref<Type> type, Value name) {
    const Ref<Tuple> mro = vm.block[type].mro;
    for (uint32_t index = 0; index < vm.block[mro].count; ++index) {
        const Value base = vm.block.load(mro.offset + Tuple::items_offset + index * 8);
        const Found found = dict_find_str(vm, vm.block[base.as_ref<Type>()].attributes, name);
        if (found.outcome == Outcome::yes) return found.slot;
    }
    return 0;
}

// `value` is what the class has.
void cache_class_attribute(Vm& vm, Value object, Value name, Value value) {
    if (!binds_nothing(vm, value)) return;
    const uint32_t slot = class_slot(vm, vm.type_of(object), name);
    mark_cached(vm, object);
    if (value.is_ref()) mark_cached(vm, value);
    const Ref<Shape> shape = vm.block.object(object).shape;
    share(vm, shape, name, Vm::ShapeUse::load, slot, 1);
    if (!has_load_form(vm)) quicken(vm, Quick::LOAD_ATTR_CLASS, shape.offset, slot);
}

// Of a class that was asked itself.
Value own_class_attribute(Vm& vm, Value type, Value name) {
    const Ref<Type> metatype = vm.type_of(type);
    if (!(vm.block[type.as_ref<Type>()].flags & type_heap) ||
        answers_itself(vm, vm.special(type, Special::getattribute_), Special::getattribute_))
        return {};
    const Value of_meta = find_in_type(vm, metatype, name);
    if (of_meta && is_data_descriptor(vm, of_meta)) return {};
    return find_in_type(vm, type.as_ref<Type>(), name);
}
void mark_class_cached(Vm& vm, Value type) {
    mark_cached(vm, type);
    vm.block.edit(type.as_ref<Type>()).flags |= type_cached;
}

void cache_attribute_of_class(Vm& vm, Value type, Value name) {
    const Value value = own_class_attribute(vm, type, name);
    if (value.is_null() || !binds_nothing(vm, value) || has_load_form(vm)) return;
    mark_class_cached(vm, type);
    if (value.is_ref()) mark_cached(vm, value);
    quicken(vm, Quick::LOAD_ATTR_CLASS, type.offset(), class_slot(vm, type.as_ref<Type>(), name));
}

}  // namespace

// An attribute that a property's function gives.
void cache_property(Vm& vm, Value object, Value name) {
    if (!cacheable_instance(vm, object) || has_load_form(vm)) return;
    if (vm.special(object, Special::getattr_)) return;  // it hears of the function's errors
    const Value of_type = find_in_type(vm, vm.type_of(object), name);
    if (vm.block.kind(of_type) != Kind::property) return;
    const Value getter = vm.block[of_type.as_ref<Property>()].getter;
    if (vm.block.kind(getter) != Kind::function || getter.is_mortal()) return;
    mark_cached(vm, object);
    quicken(vm, Quick::LOAD_ATTR_PROPERTY, vm.block.object(object).shape.offset, getter.offset());
}

void cache_attribute(Vm& vm, Value object, Value name) {
    if (vm.block.kind(object) == Kind::type) return cache_attribute_of_class(vm, object, name);
    if (vm.block.kind(object) == Kind::module) {
        if (is_heap_type(vm, object)) return;  // which may have a property of this name
        const Ref<Dict> attributes = vm.block[object.as_ref<Module>()].attributes;
        const Found found = dict_find_str(vm, attributes, name);
        if (found.outcome == Outcome::yes)
            quicken(vm, Quick::LOAD_ATTR_MODULE, version_of(vm, attributes), found.slot);
        return;
    }
    if (!cacheable_instance(vm, object)) return;
    const Value of_type = find_in_type(vm, vm.type_of(object), name);
    const Ref<Shape> shape = vm.block.object(object).shape;
    if (is_slot_member(vm, of_type)) {
        cache_slot(vm, object, name, vm.block[of_type.as_ref<Member>()].index);
        return;
    }
    if (of_type && is_data_descriptor(vm, of_type)) return;
    if (const auto slot = slot_in_shape(vm, shape, name)) cache_slot(vm, object, name, *slot);
    else if (of_type) cache_class_attribute(vm, object, name, of_type);
}

void cache_method(Vm& vm, Value object, Value name, Value callable) {
    const Kind kind = vm.block.kind(object);
    const bool instance = kind == Kind::instance && cacheable_instance(vm, object);
    // Of objects that have no attributes of their own: built-in ones, natives of the library.
    const uint32_t flags = object.is_ref() ? vm.block[vm.type_of(object)].flags : type_exception;
    const bool plain =
        kind != Kind::instance && !(flags & type_exception) &&
        (!(flags & type_heap) ||
         (kind == Kind::native_object && !(flags & type_dict) &&
          !answers_itself(vm, vm.special(object, Special::getattribute_),
                          Special::getattribute_)));
    if ((!instance && !plain) || callable.is_mortal()) return;
    if (instance || flags & type_heap) mark_cached(vm, object);
    const Ref<Shape> shape = vm.block.object(object).shape;
    share(vm, shape, name, Vm::ShapeUse::method, callable.offset());
    if (!has_method_form(vm))
        quicken(vm, Quick::LOAD_METHOD_SHAPE, shape.offset, callable.offset());
}

// A method that does not take the object itself: a class's function asked of the class, a static
// method, a class method.
void cache_class_method(Vm& vm, Value object, Value name) {
    const bool of_class = vm.block.kind(object) == Kind::type;
    if (!of_class && !cacheable_instance(vm, object)) return;
    const Value found = of_class ? own_class_attribute(vm, object, name)
                                 : find_in_type(vm, vm.type_of(object), name);
    Value function, its_class;
    switch (vm.block.kind(found)) {
        case Kind::function:
            if (of_class) function = found;
            break;
        case Kind::static_method:
            function = vm.block[found.as_ref<MethodWrapper>()].function;
            break;
        case Kind::class_method:
            function = vm.block[found.as_ref<MethodWrapper>()].function;
            its_class = of_class ? object : Value::from_ref(vm.type_of(object));
            break;
        default: break;
    }
    if (vm.block.kind(function) != Kind::function || function.is_mortal() ||
        its_class.is_mortal() || has_method_form(vm))
        return;
    uint32_t key = object.offset();
    if (of_class) {
        mark_class_cached(vm, object);
    } else {
        const Ref<Shape> shape = vm.block.object(object).shape;
        if (slot_in_shape(vm, shape, name)) return;
        mark_cached(vm, object);
        key = shape.offset;
    }
    quicken(vm, Quick::LOAD_METHOD_CLASS, key, function.offset(), its_class.offset());
}

void cache_module_method(Vm& vm, Value object, Value name) {
    const Ref<Dict> attributes = vm.block[object.as_ref<Module>()].attributes;
    const Found found = dict_find_str(vm, attributes, name);
    if (found.outcome == Outcome::yes)
        quicken(vm, Quick::LOAD_METHOD_MODULE, version_of(vm, attributes), found.slot);
}

void cache_store(Vm& vm, Value object, Value name, Ref<Shape> before) {
    if (!cacheable_instance(vm, object)) return;
    if (answers_itself(vm, vm.special(object, Special::setattr_), Special::setattr_)) return;
    const Value of_type = find_in_type(vm, vm.type_of(object), name);
    const Ref<Shape> after = vm.block.object(object).shape;
    const bool member = is_slot_member(vm, of_type);
    if (!member && of_type && is_data_descriptor(vm, of_type)) return;
    const auto slot = member ? std::optional(vm.block[of_type.as_ref<Member>()].index)
                             : slot_in_shape(vm, after, name);
    if (!slot) return;
    mark_cached(vm, object);
    const uint32_t target = Instance::slots_offset + *slot * 8;
    const bool adds = before != after;
    if (adds && vm.block[after].parent != before) return;
    share(vm, before, name, Vm::ShapeUse::store, target, adds ? after.offset : 0);
    if (is_first(vm, Quick::STORE_ATTR_SLOT) && is_first(vm, Quick::STORE_ATTR_ADD))
        quicken(vm, adds ? Quick::STORE_ATTR_ADD : Quick::STORE_ATTR_SLOT, before.offset, target,
                adds ? after.offset : 0);
}

}  // namespace meada
