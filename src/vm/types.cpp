#include "vm/types.h"

#include <algorithm>

#include "vm/containers.h"
#include "vm/interpreter.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {
namespace {

std::vector<Ref<Type>> types_in(const Vm& vm, Ref<Tuple> tuple) {
    std::vector<Ref<Type>> types;
    const uint32_t count = vm.block[tuple].count;
    for (uint32_t index = 0; index < count; ++index)
        types.push_back(
            vm.block.load(tuple.offset + Tuple::items_offset + index * 8).as_ref<Type>());
    return types;
}

std::string name_of(const Vm& vm, Ref<Type> type) {
    return to_utf8(vm, Value::from_ref(vm.block[type].name));
}

// C3: merges the bases' orders and the bases themselves; empty: no consistent order.
std::vector<Ref<Type>> merge_orders(std::vector<std::vector<Ref<Type>>> orders) {
    std::vector<Ref<Type>> merged;
    for (;;) {
        std::erase_if(orders, [](const auto& order) { return order.empty(); });
        if (orders.empty()) return merged;
        Ref<Type> next;
        for (const auto& order : orders) {
            const Ref<Type> candidate = order.front();
            const bool in_a_tail = std::ranges::any_of(orders, [&](const auto& other) {
                return std::find(other.begin() + 1, other.end(), candidate) != other.end();
            });
            if (!in_a_tail) {
                next = candidate;
                break;
            }
        }
        if (!next) return {};
        merged.push_back(next);
        for (auto& order : orders)
            if (order.front() == next) order.erase(order.begin());
    }
}

Value raise_no_order(Vm& vm, std::span<const Ref<Type>> bases) {
    std::string message = "Cannot create a consistent method resolution\norder (MRO) for bases ";
    for (size_t index = 0; index < bases.size(); ++index)
        message += (index ? ", " : "") + name_of(vm, bases[index]);
    return vm.raise(Root::TypeError, message);
}

// The class among `type` and its bases that last added to the layout: a built-in type or one with
// __slots__.
Ref<Type> solid_base(const Vm& vm, Ref<Type> type) {
    for (;; type = vm.block[type].base) {
        const Type& found = vm.block[type];
        if (!(found.flags & type_heap) || !found.base) return type;
        if (found.member_slots > vm.block[found.base].member_slots) return type;
    }
}

// The base whose layout the instances have: all the others' must be parts of it.
Ref<Type> layout_base(Vm& vm, std::span<const Ref<Type>> bases) {
    Ref<Type> chosen, solid;
    for (const Ref<Type> base : bases) {
        const Ref<Type> candidate = solid_base(vm, base);
        if (!chosen || (candidate != solid && vm.is_subtype(candidate, solid))) {
            chosen = base;
            solid = candidate;
        } else if (!vm.is_subtype(solid, candidate) &&
                   !(vm.block[candidate].flags & type_exception &&
                     vm.block[solid].flags & type_exception &&
                     !vm.block[candidate].member_slots)) {
            // Exceptions all have one layout here.
            vm.raise(Root::TypeError, "multiple bases have instance lay-out conflict");
            return {};
        }
    }
    return chosen;
}

// Special methods are called with their object in front. What a class has there may want it
// differently (a static method, a bound method, any callable): that is wrapped, and bound at the
// call.
Value callable_special(Vm& vm, Special special, Value found) {
    const Kind kind = vm.block.kind(found);
    const bool plain = found.is_null() || found == vm.none() || kind == Kind::function ||
                       kind == Kind::native;
    if (plain || special == Special::new_ || special == Special::init_subclass_ ||
        special == Special::class_getitem_)
        return found;
    const auto wrapper = vm.allocate<MethodWrapper>(Kind::special_call, Root::type_object);
    if (!wrapper) return found;
    vm.block.store(wrapper.offset + static_cast<uint32_t>(offsetof(MethodWrapper, function)),
                   found);
    return Value::from_ref(wrapper);
}

void fill_specials(Vm& vm, Ref<Type> type) {
    for (uint32_t index = 0; index < special_count; ++index) {
        const auto root = static_cast<Root>(static_cast<uint32_t>(Root::name_new_) + index);
        const Value found = callable_special(vm, static_cast<Special>(index),
                                             find_in_type(vm, type, vm.root(root)));
        vm.block.store(type.offset + static_cast<uint32_t>(offsetof(Type, specials)) + index * 8,
                       found);
    }
    const bool mortal = !vm.block[type].specials[static_cast<uint32_t>(Special::del_)].is_null();
    if (mortal) vm.block.edit(type).flags |= type_mortal;
}

template <typename Function>
void each_subclass(Vm& vm, Ref<Type> type, Function&& function) {
    const Ref<List> subclasses = vm.block[type].subclasses;
    if (!subclasses) return;
    for (uint32_t index = 0; index < vm.block[subclasses].count; ++index) {
        const uint32_t slot = vm.block[subclasses].items.offset + 8 + index * 8;
        function(vm.block.load(slot).as_ref<Type>());
    }
}

}  // namespace

Value find_in_type(Vm& vm, Ref<Type> type, Value name) {
    const Ref<Tuple> mro = vm.block[type].mro;
    Vm::Lookup& cached = vm.lookups[(type.offset / 16 * 31 + name.offset() / 16) %
                                    vm.lookups.size()];
    if (cached.type == type.offset && cached.name == name.offset() &&
        cached.version == vm.block[type].version)
        return cached.found;
    const uint32_t count = vm.block[mro].count;
    Value found;
    for (uint32_t index = 0; index < count && found.is_null(); ++index) {
        const Ref<Type> base =
            vm.block.load(mro.offset + Tuple::items_offset + index * 8).as_ref<Type>();
        found = dict_get_str(vm, vm.block[base].attributes, name);
    }
    cached = {type.offset, name.offset(), vm.block[type].version, found};
    return found;
}

namespace {

bool add_subclass(Vm& vm, Ref<Type> base, Ref<Type> type) {
    if (!vm.block[base].subclasses) {
        const Value list = new_list(vm, {});
        if (list.is_null()) return false;
        vm.block.edit(base).subclasses = list.as_ref<List>();
    }
    return list_append(vm, vm.block[base].subclasses, Value::from_ref(type));
}

// CPython: a class that defines __eq__ and not __hash__ has no hash.
bool forbid_hash_if_equal(Vm& vm, Ref<Dict> attributes) {
    const Value equal = vm.root(Root::name_eq_), hash = vm.root(Root::name_hash_);
    if (dict_get_str(vm, attributes, equal).is_null()) return true;
    if (!dict_get_str(vm, attributes, hash).is_null()) return true;
    return dict_set_str(vm, attributes, hash, vm.none());
}

bool wrap_function(Vm& vm, Ref<Dict> attributes, Root name, Kind kind, Root type) {
    const Value function = dict_get_str(vm, attributes, vm.root(name));
    if (function.is_null() || vm.block.kind(function) != Kind::function) return true;
    const auto wrapper = vm.allocate<MethodWrapper>(kind, type);
    if (!wrapper) return false;
    vm.block.edit(wrapper).function = function;
    return dict_set_str(vm, attributes, vm.root(name), Value::from_ref(wrapper));
}

// A name as code in the class's body has it: private ones with the class's name in front.
Value mangled(Vm& vm, Ref<Type> type, Value raw) {
    const std::string name = to_utf8(vm, raw);
    std::string owner = to_utf8(vm, Value::from_ref(vm.block[type].name));
    owner.erase(0, std::min(owner.find_first_not_of('_'), owner.size()));
    const bool is_private = name.starts_with("__") && !name.ends_with("__") && !owner.empty();
    return is_private ? intern(vm, "_" + owner + name) : intern(vm, raw);
}

// `slots`: a tuple of strs, as the prelude has checked.
bool make_slot_members(Vm& vm, Ref<Type> type, Value slots) {
    std::vector<Value> names;
    for (uint32_t index = 0; index < vm.block[slots.as_ref<Tuple>()].count; ++index)
        names.push_back(vm.block.load(slots.offset() + Tuple::items_offset + index * 8));
    bool has_dict = false, has_weakrefs = false;
    uint32_t slot = vm.block[type].member_slots;
    for (const Value raw : names) {
        const Value name = mangled(vm, type, raw);
        if (str_equals(vm, name, "__dict__")) {
            has_dict = true;
            continue;
        }
        if (str_equals(vm, name, "__weakref__")) {
            has_weakrefs = true;
            continue;
        }
        if (!dict_get_str(vm, vm.block[type].attributes, name).is_null()) {
            vm.raise(Root::ValueError, "'" + to_utf8(vm, name) +
                                           "' in __slots__ conflicts with class variable");
            return false;
        }
        const auto member = vm.allocate<Member>(Kind::member, Root::type_member_descriptor);
        if (!member) return false;
        Member& made = vm.block.edit(member);
        made.detail = static_cast<uint16_t>(MemberForm::slot);
        made.name = name.as_ref<Str>();
        made.owner = type;
        made.index = slot++;
        if (!dict_set_str(vm, vm.block[type].attributes, name, Value::from_ref(member)))
            return false;
    }
    vm.block.edit(type).member_slots = slot;
    if (has_weakrefs) vm.block.edit(type).flags |= type_weakrefs;
    bool base_has_dict = false;
    for (const Ref<Type> base : types_in(vm, vm.block[type].bases))
        base_has_dict = base_has_dict || vm.block[base].flags & type_dict;
    if (!has_dict && !base_has_dict) {
        vm.block.edit(type).flags &= ~static_cast<uint32_t>(type_dict);
        vm.block.edit(type).flags |= type_slots_only;
    }
    return true;
}

Value mro_of(Vm& vm, Ref<Type> type, std::span<const Ref<Type>> bases) {
    std::vector<std::vector<Ref<Type>>> orders;
    for (const Ref<Type> each : bases) orders.push_back(types_in(vm, vm.block[each].mro));
    orders.emplace_back(bases.begin(), bases.end());
    std::vector<Ref<Type>> order = merge_orders(std::move(orders));
    if (order.empty()) return raise_no_order(vm, bases);
    order.insert(order.begin(), type);
    std::vector<Value> values;
    for (const Ref<Type> each : order) values.push_back(Value::from_ref(each));
    return new_tuple(vm, values);
}

// The bases of a new class; of none given, object (in `tuple` too). false: raised.
bool take_bases(Vm& vm, Ref<Tuple>& bases_tuple, std::vector<Ref<Type>>& bases) {
    const auto refuse = [&](Root type, const std::string& message) {
        vm.raise(type, message);
        return false;
    };
    const uint32_t base_count = vm.block[bases_tuple].count;
    for (uint32_t index = 0; index < base_count; ++index) {
        const Value base = vm.block.load(bases_tuple.offset + Tuple::items_offset + index * 8);
        if (vm.block.kind(base) != Kind::type)
            return refuse(Root::TypeError, "bases must be types");
        if (!(vm.block[base.as_ref<Type>()].flags & type_base))
            return refuse(Root::TypeError, "type '" + name_of(vm, base.as_ref<Type>()) +
                                                 "' is not an acceptable base type");
        if (std::ranges::find(bases, base.as_ref<Type>()) != bases.end())
            return refuse(Root::TypeError,
                            "duplicate base class " + name_of(vm, base.as_ref<Type>()));
        bases.push_back(base.as_ref<Type>());
    }
    if (bases.empty()) {
        bases.push_back(vm.type(Root::type_object));
        const Value object = vm.root(Root::type_object);
        const Value tuple = new_tuple(vm, {&object, 1});
        if (tuple.is_null()) return false;
        bases_tuple = tuple.as_ref<Tuple>();
    }
    return true;
}

// The members' Values stand at the front of every instance, in dict mode too: the root shape counts
// them, without names.
bool reserve_member_slots(Vm& vm, Ref<Type> type) {
    const uint32_t count = vm.block[type].member_slots;
    if (count == 0 || vm.block[type].instance_kind != Kind::instance) return true;
    for (uint32_t index = 1; index <= count; ++index) {
        const auto shape = Ref<Shape>{vm.allocate_cell(Kind::shape, {}, sizeof(Shape))};
        if (!shape) return false;
        Shape& made = vm.block.edit(shape);
        made.type = type;
        made.parent = vm.block[type].root_shape;
        made.count = index;
        vm.block.edit(type).root_shape = shape;
    }
    Type& made = vm.block.edit(type);
    made.instance_slots = std::max(made.instance_slots, count);
    return true;
}

bool add_member_like(Vm& vm, Ref<Type> type, Root root, const char* name) {
    const Value likeness = vm.root(root);
    if (likeness.is_null() || vm.block.kind(likeness) != Kind::member) return true;  // booting
    const auto member = vm.allocate<Member>(Kind::member, Root::type_getset_descriptor);
    if (!member) return false;
    const Member from = vm.block[likeness.as_ref<Member>()];
    Member& made = vm.block.edit(member);
    made.detail = from.detail;
    made.name = from.name;
    made.index = from.index;
    made.setter = from.setter;
    made.owner = type;
    return dict_set_str(vm, vm.block[type].attributes, intern(vm, name), Value::from_ref(member));
}

// __dict__ and __weakref__ of a class whose instances have them and whose bases' have not.
bool add_own_members(Vm& vm, Ref<Type> type, std::span<const Ref<Type>> bases, bool has_slots) {
    uint32_t inherited = 0;
    for (const Ref<Type> base : bases) inherited |= vm.block[base].flags;
    const uint32_t flags = vm.block[type].flags;
    const Kind kind = vm.block[type].instance_kind;
    if (flags & type_dict && !(inherited & type_dict) && kind != Kind::type &&
        !add_member_like(vm, type, Root::dict_member, "__dict__"))
        return false;
    const bool varying = kind == Kind::integer || kind == Kind::tuple || kind == Kind::bytes ||
                         kind == Kind::type;
    const bool wanted = has_slots ? flags & type_weakrefs : !varying;
    if (inherited & type_weakrefs || kind == Kind::set) {
        vm.block.edit(type).flags |= type_weakrefs;
    } else if (wanted) {
        vm.block.edit(type).flags |= type_weakrefs;
        return add_member_like(vm, type, Root::weakref_member, "__weakref__");
    }
    return true;
}

}  // namespace

Value new_type(Vm& vm, Ref<Type> metatype, Value name, Ref<Tuple> bases_tuple,
               Ref<Dict> attributes) {
    std::vector<Ref<Type>> bases;
    if (!take_bases(vm, bases_tuple, bases)) return {};
    const Ref<Type> base = layout_base(vm, bases);
    if (!base) return {};

    const auto type = Ref<Type>{
        vm.allocate_cell(Kind::type, vm.block[metatype].root_shape, sizeof(Type))};
    if (!type) return {};
    const Value mro = mro_of(vm, type, bases);
    const auto root_shape = Ref<Shape>{vm.allocate_cell(Kind::shape, {}, sizeof(Shape))};
    const auto dict_shape = Ref<Shape>{vm.allocate_cell(Kind::shape, {}, sizeof(Shape))};
    if (mro.is_null() || !root_shape || !dict_shape) return {};
    vm.block.edit(root_shape).type = type;
    vm.block.edit(dict_shape).type = type;
    vm.block.edit(dict_shape).dict_mode = 1;
    const Value interned = intern(vm, name);
    if (interned.is_null()) return {};

    const bool base_is_heap = vm.block[base].flags & type_heap;
    const uint32_t own_slots = expected_slots(vm, attributes);
    Type& made = vm.block.edit(type);
    made.attributes = attributes;
    made.bases = bases_tuple;
    made.mro = mro.as_ref<Tuple>();
    made.name = interned.as_ref<Str>();
    made.qualified_name = interned.as_ref<Str>();
    made.base = base;
    made.root_shape = root_shape;
    made.dict_shape = dict_shape;
    made.flags = type_heap | type_base | type_dict |
                 (vm.block[base].flags & type_inherited);
    for (const Ref<Type> each : bases)
        made.flags |= vm.block[each].flags & type_inherited;
    made.version = static_cast<uint32_t>(++vm.block.header().epoch);
    made.instance_kind = vm.block[base].instance_kind;
    made.instance_slots = std::min(
        instance_slots_max,
        std::max({4u, vm.block[base].instance_slots,
                  vm.block[base].instance_slots * (base_is_heap ? 1 : 0) + own_slots}));
    made.member_slots = vm.block[base].member_slots;

    if (!forbid_hash_if_equal(vm, attributes)) return {};
    if (!wrap_function(vm, attributes, Root::name_new_, Kind::static_method,
                       Root::type_staticmethod) ||
        !wrap_function(vm, attributes, Root::name_init_subclass_, Kind::class_method,
                       Root::type_classmethod) ||
        !wrap_function(vm, attributes, Root::name_class_getitem_, Kind::class_method,
                       Root::type_classmethod))
        return {};
    const Value slots = dict_get_str(vm, attributes, intern(vm, "__slots__"));
    if (!slots.is_null() && !make_slot_members(vm, type, slots)) return {};
    if (!reserve_member_slots(vm, type) || !add_own_members(vm, type, bases, !slots.is_null()))
        return {};
    const Value documentation = intern(vm, "__doc__");
    if (dict_get_str(vm, attributes, documentation).is_null() &&
        !dict_set_str(vm, attributes, documentation, vm.none()))
        return {};
    for (const Ref<Type> each : bases)
        if (!add_subclass(vm, each, type)) return {};
    fill_specials(vm, type);
    return Value::from_ref(type);
}

namespace {

void drop_subclass(Vm& vm, Ref<Type> base, Ref<Type> type) {
    const Ref<List> list = vm.block[base].subclasses;
    if (!list) return;
    const uint32_t first = vm.block[list].items.offset + 8;
    uint32_t kept = 0;
    for (uint32_t index = 0; index < vm.block[list].count; ++index) {
        const Value each = vm.block.load(first + index * 8);
        if (each.offset() != type.offset) vm.block.store(first + kept++ * 8, each);
    }
    vm.block.edit(list).count = kept;
}

// Again through all that derive from it, whose orders begin with what has changed.
bool refresh_orders(Vm& vm, Ref<Type> type) {
    const Value mro = mro_of(vm, type, types_in(vm, vm.block[type].bases));
    if (mro.is_null()) return false;
    vm.block.edit(type).mro = mro.as_ref<Tuple>();
    refresh_specials(vm, type);
    bool good = true;
    each_subclass(vm, type, [&](Ref<Type> each) { good = good && refresh_orders(vm, each); });
    return good;
}

}  // namespace

bool set_bases(Vm& vm, Ref<Type> type, Ref<Tuple> tuple) {
    const std::vector<Ref<Type>> bases = types_in(vm, tuple);
    for (const Ref<Type> base : bases) {
        if (!vm.is_subtype(base, type)) continue;
        vm.raise(Root::TypeError, "a __bases__ item causes an inheritance cycle");
        return false;
    }
    const Ref<Type> base = layout_base(vm, bases);
    if (!base) return false;
    if (solid_base(vm, base) != solid_base(vm, vm.block[type].base)) {
        const Ref<Type> old = vm.block[type].base;
        const bool other_kind = vm.block[base].instance_kind != vm.block[old].instance_kind;
        vm.raise(Root::TypeError, "__bases__ assignment: '" + name_of(vm, base) + "' " +
                                      (other_kind ? "deallocator" : "object layout") +
                                      " differs from '" + name_of(vm, old) + "'");
        return false;
    }
    const Value mro = mro_of(vm, type, bases);
    if (mro.is_null()) return false;
    for (const Ref<Type> each : types_in(vm, vm.block[type].bases)) drop_subclass(vm, each, type);
    for (const Ref<Type> each : bases)
        if (!add_subclass(vm, each, type)) return false;
    Type& changed = vm.block.edit(type);
    changed.bases = tuple;
    changed.base = base;
    forget_inline_caches(vm);
    return refresh_orders(vm, type);
}

void refresh_specials(Vm& vm, Ref<Type> type) {
    vm.block.edit(type).version = static_cast<uint32_t>(++vm.block.header().epoch);
    fill_specials(vm, type);
}

bool binds_nothing(const Vm& vm, Value attribute) {
    if (!attribute.is_ref()) return true;
    switch (vm.block.kind(attribute)) {
        case Kind::function:
        case Kind::native:
        case Kind::class_method:
        case Kind::static_method:
        case Kind::property:
        case Kind::member:
        case Kind::special_call: return false;
        default:
            return !vm.special(attribute, Special::get_) &&
                   !vm.special(attribute, Special::set_) &&
                   !vm.special(attribute, Special::delete_);
    }
}

void type_changed(Vm& vm, Ref<Type> type, Value name, bool plain) {
    vm.block.edit(type).version = static_cast<uint32_t>(++vm.block.header().epoch);
    if (!plain && vm.block[type].flags & type_cached) {
        forget_inline_caches(vm);
        vm.block.edit(type).flags &= ~static_cast<uint32_t>(type_cached);
    }
    const uint32_t length = str_length(vm, name);
    if (length > 4 && str_at(vm, name, 0) == '_' && str_at(vm, name, 1) == '_')
        fill_specials(vm, type);
    each_subclass(vm, type, [&](Ref<Type> subclass) { type_changed(vm, subclass, name, plain); });
}

bool answers_itself(const Vm& vm, Value hook, Special special) {
    const Kind kind = vm.block.kind(hook);
    if (kind == Kind::function) return true;
    if (hook.is_null()) return false;
    if (kind != Kind::native) return true;
    const auto name = static_cast<Root>(static_cast<uint32_t>(Root::name_new_) +
                                        static_cast<uint32_t>(special));  // rows of specials.def
    return Value::from_ref(vm.block[hook.as_ref<NativeFunction>()].name) != vm.root(name);
}

}  // namespace meada
