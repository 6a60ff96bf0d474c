// Shapes, and where objects keep their attributes: slots of instances, dicts of all others.
#include <algorithm>

#include "vm/containers.h"
#include "vm/interpreter.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {

Ref<Shape> shape_with(Vm& vm, Ref<Shape> shape, Value name) {
    const Shape& from = vm.block[shape];
    if (from.dict_mode || from.count >= instance_slots_max) return {};
    if (from.transitions) {
        const Value found = dict_get_str(vm, from.transitions, name);
        if (!found.is_null()) return found.as_ref<Shape>();
    } else {
        const Value dict = new_dict(vm);
        if (dict.is_null()) return {};
        vm.block.edit(shape).transitions = dict.as_ref<Dict>();
    }
    const auto made = Ref<Shape>{vm.allocate_cell(Kind::shape, {}, sizeof(Shape))};
    if (!made) return {};
    Shape& next = vm.block.edit(made);
    next.type = vm.block[shape].type;
    next.parent = shape;
    next.name = name.as_ref<Str>();
    next.count = vm.block[shape].count + 1;
    if (!dict_set_str(vm, vm.block[shape].transitions, name, Value::from_ref(made))) return {};
    Type& type = vm.block.edit(vm.block[made].type);
    type.instance_slots = std::max(type.instance_slots, vm.block[made].count);
    return made;
}

std::optional<uint32_t> slot_in_shape(const Vm& vm, Ref<Shape> shape, Value name) {
    for (; vm.block[shape].count > 0; shape = vm.block[shape].parent)
        if (vm.block[shape].name.offset == name.offset()) return vm.block[shape].count - 1;
    return std::nullopt;
}

Value attribute_name(const Vm& vm, Ref<Shape> shape) {
    if (vm.block[shape].name) return Value::from_ref(vm.block[shape].name);
    for (Ref<Type> type = vm.block[shape].type; type; type = vm.block[type].base) {
        uint32_t position = 0;
        Value key, value;
        while (dict_next(vm, vm.block[type].attributes, position, key, value)) {
            if (vm.block.kind(value) != Kind::member) continue;
            const Member& member = vm.block[value.as_ref<Member>()];
            const bool slot = member.detail == static_cast<uint16_t>(MemberForm::slot);
            if (slot && member.index == vm.block[shape].count - 1) return key;
        }
    }
    return vm.root(Root::empty_str);
}

uint32_t attributes_offset(Kind kind) {
    switch (kind) {
        case Kind::instance:  // its dict
        case Kind::integer:
        case Kind::floating:
        case Kind::complex:
        case Kind::str:
        case Kind::bytes:
        case Kind::bytearray:
        case Kind::tuple:
        case Kind::list:
        case Kind::dict:
        case Kind::set:
        case Kind::exception:
        case Kind::class_method:
        case Kind::static_method:
        case Kind::property:
        case Kind::native_object: return 8;
        case Kind::module: return static_cast<uint32_t>(offsetof(Module, attributes));
        case Kind::function: return static_cast<uint32_t>(offsetof(Function, attributes));
        case Kind::type: return static_cast<uint32_t>(offsetof(Type, attributes));
        default: return 0;
    }
}

namespace {

// From slots to a dict, keeping the order of the attributes.
Ref<Dict> change_to_dict_mode(Vm& vm, Ref<Instance> instance) {
    const Value dict = new_dict(vm);
    if (dict.is_null()) return {};
    std::vector<Value> names;
    Ref<Shape> shape = vm.block[instance].shape;
    const Ref<Type> type = vm.block[shape].type;
    for (; vm.block[shape].count > 0; shape = vm.block[shape].parent)
        names.push_back(Value::from_ref(vm.block[shape].name));
    const uint32_t members = vm.block[type].member_slots;
    for (size_t index = members; index < names.size(); ++index) {
        const uint32_t slot = instance.offset + Instance::slots_offset +
                              static_cast<uint32_t>(index) * 8;
        const Value value = vm.block.load(slot);
        if (value.is_null()) continue;
        if (!dict_set_str(vm, dict.as_ref<Dict>(), names[names.size() - 1 - index], value))
            return {};
    }
    for (size_t index = members; index < names.size(); ++index)
        vm.block.clear(instance.offset + Instance::slots_offset +
                       static_cast<uint32_t>(index) * 8);
    Instance& changed = vm.block.edit(instance);
    changed.dict = dict.as_ref<Dict>();
    changed.shape = vm.block[type].dict_shape;
    return dict.as_ref<Dict>();
}

}  // namespace

Ref<Dict> instance_dict(Vm& vm, Ref<Instance> instance) {
    if (vm.block[vm.block[instance].shape].dict_mode) return vm.block[instance].dict;
    return change_to_dict_mode(vm, instance);
}

Ref<Dict> attributes_of(Vm& vm, Value object) {
    const Kind kind = vm.block.kind(object);
    const uint32_t offset = attributes_offset(kind);
    if (offset == 0) return {};
    const bool always = kind == Kind::module || kind == Kind::function || kind == Kind::type;
    if (!always && !(vm.block[vm.type_of(object)].flags & (type_dict | type_exception))) return {};
    const Ref<Dict> found{*vm.block.at<uint32_t>(object.offset() + offset)};
    if (found) return found;
    if (kind == Kind::instance) return change_to_dict_mode(vm, object.as_ref<Instance>());
    const Value dict = new_dict(vm);
    if (dict.is_null()) return {};
    *reinterpret_cast<uint32_t*>(vm.block.edit_bytes(object.offset() + offset, 4)) = dict.offset();
    return dict.as_ref<Dict>();
}

Value new_instance(Vm& vm, Ref<Type> type) {
    const Kind kind = vm.block[type].instance_kind;
    ASSERT(kind == Kind::instance);
    const uint32_t size = Instance::slots_offset + vm.block[type].instance_slots * 8;
    const uint32_t cell = vm.allocate_cell(kind, vm.block[type].root_shape, size);
    return cell == 0 ? Value{} : instance_of_type(vm, type, cell);
}

Value instance_of_type(Vm& vm, Ref<Type> type, uint32_t cell) {
    if (vm.block[type].flags & type_mortal) vm.block.make_mortal(cell);
    return vm.block.value_of(Ref<Object>{cell});
}

Outcome fill_instance(Vm& vm, Value object, Ref<Dict> attributes) {
    const Ref<Type> type = vm.type_of(object);
    if (vm.block.kind(object) != Kind::instance || !(vm.block[type].flags & type_dict))
        return Outcome::no;
    std::vector<std::pair<Value, Value>> all;
    uint32_t position = 0;
    Value name, value;
    while (dict_next(vm, attributes, position, name, value)) {
        if (!is_exact_str(vm, name)) return Outcome::no;
        all.emplace_back(name, value);
    }
    for (auto& [key, unused] : all) {
        key = intern(vm, key);
        const Value found = find_in_type(vm, type, key);
        if (found && is_data_descriptor(vm, found)) return Outcome::no;
    }
    for (const auto& [key, item] : all)
        if (set_attribute_plain(vm, object, key, item) == Outcome::raised) return Outcome::raised;
    return Outcome::yes;
}

}  // namespace meada
