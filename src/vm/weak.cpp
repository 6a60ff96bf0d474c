#include "vm/weak.h"

#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/operations.h"
#include "vm/sequences.h"

namespace meada {
namespace {

Ref<Dict> targets_of(const Vm& vm) {
    const Value targets = vm.root(Root::weak_references);
    return targets.is_null() ? Ref<Dict>{} : targets.as_ref<Dict>();
}

// The keys are ints: nothing is asked of Python.
bool set_first(Vm& vm, uint32_t target, uint32_t first) {
    const Value key = Value::from_int(target);
    if (first == 0) return dict_delete(vm, targets_of(vm), key) == Outcome::yes;
    return dict_set(vm, targets_of(vm), key, Value::from_int(first)) == Outcome::yes;
}

// ref and the two classes of proxies; not a class that somebody derived from one.
bool is_library_class(const Vm& vm, Ref<Type> type) {
    return vm.block[type].base == vm.type(Root::type_native_object);
}

// A reference without a call-back stands in front of all, a proxy without one behind it; then the
// others, the newest first.
bool link_reference(Vm& vm, Ref<WeakReference> made, bool plain) {
    const auto is_plain = [&](uint32_t at) {
        const WeakReference& found = vm.block[Ref<WeakReference>{at}];
        return found.callback == vm.none() && found.key.is_null() &&
               is_library_class(vm, vm.block[found.shape].type);
    };
    const Value call = vm.special(vm.block.value_of(made), Special::call_);
    const bool to_front = plain && vm.block.kind(call) == Kind::native &&  // a proxy's is none
                          is_library_class(vm, vm.block[vm.block[made].shape].type);
    const uint32_t target = vm.block[made].target;
    uint32_t before = 0, at = first_weak_reference(vm, target);
    while (at != 0 && !to_front && is_plain(at))
        at = vm.block[Ref<WeakReference>{before = at}].next;
    vm.block.edit(made).next = at;
    if (before == 0) return set_first(vm, target, made.offset);
    vm.block.edit(Ref<WeakReference>{before}).next = made.offset;
    return true;
}

bool can_be_target(const Vm& vm, Value value) {
    if (!value.is_ref()) return false;
    const uint32_t flags = vm.block[vm.type_of(value)].flags;
    switch (vm.block.kind(value)) {
        case Kind::native_object:
            return !is_weak_reference(vm, value.offset()) || flags & type_weakrefs;
        case Kind::set:
        case Kind::function:
        case Kind::native:
        case Kind::generator:
        case Kind::type:
        case Kind::module:
        case Kind::code:
            return true;
        case Kind::bound_method: return !is_exactly(vm, value, Root::type_method_wrapper);
        default: return flags & type_weakrefs;
    }
}

Ref<WeakReference> reference_of(const Args& args) { return args[0].as_ref<WeakReference>(); }

Value value_at(const Vm& vm, uint32_t cell) { return vm.block.value_of(Ref<Object>{cell}); }

}  // namespace

bool has_weak_references(const Vm& vm) {
    const Ref<Dict> targets = targets_of(vm);
    return targets && vm.block[targets].count != 0;
}

uint32_t first_weak_reference(Vm& vm, uint32_t target) {
    if (!has_weak_references(vm)) return 0;
    const Found found = dict_get(vm, targets_of(vm), Value::from_int(target));
    return found.outcome == Outcome::yes ? static_cast<uint32_t>(found.value.as_int()) : 0;
}

bool add_weak_target(Vm& vm, uint32_t target, uint32_t first) {
    return set_first(vm, target, first);
}

std::vector<uint32_t> clear_weak_references(Vm& vm, uint32_t target) {
    std::vector<uint32_t> calls;
    uint32_t at = first_weak_reference(vm, target);
    if (at == 0) return calls;
    set_first(vm, target, 0);
    while (at != 0) {
        WeakReference& reference = vm.block.edit(Ref<WeakReference>{at});
        if (reference.callback != vm.none() && reference.count > 0) calls.push_back(at);
        reference.target = 0;
        at = std::exchange(reference.next, 0);
    }
    return calls;
}

void unlink_weak_reference(Vm& vm, Ref<WeakReference> ref) {
    const WeakReference dead = vm.block[ref];
    if (dead.target == 0) return;
    uint32_t at = first_weak_reference(vm, dead.target);
    vm.block.edit(ref).target = 0;
    vm.block.edit(ref).next = 0;
    if (at == ref.offset) {
        set_first(vm, dead.target, dead.next);
        return;
    }
    while (at != 0 && vm.block[Ref<WeakReference>{at}].next != ref.offset)
        at = vm.block[Ref<WeakReference>{at}].next;
    if (at != 0) vm.block.edit(Ref<WeakReference>{at}).next = dead.next;
}

// (class, object, call-back or None, key): a new reference, or the one without call-back and key
// that there is already.
Value meada_weak_new(Vm& vm, const Args& args) {
    if (!can_be_target(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "cannot create weak reference to '" + type_name(vm, args[1]) + "' object");
    const Ref<Type> type = args[0].as_ref<Type>();
    if (args.has(4) && is_library_class(vm, type))  // a derived class's are for its __init__
        return vm.raise(Root::TypeError, "ref() takes no keyword arguments");
    const uint32_t target = args[1].offset();
    const Value callback = args.has(2) ? args[2] : vm.none();
    const bool plain = callback == vm.none() && !args.has(3);
    const uint32_t first = first_weak_reference(vm, target);
    for (uint32_t at = first; plain && at != 0; at = vm.block[Ref<WeakReference>{at}].next) {
        const WeakReference& found = vm.block[Ref<WeakReference>{at}];
        if (found.callback == vm.none() && found.key.is_null() &&
            vm.block[found.shape].type == type && is_library_class(vm, type))
            return value_at(vm, at);
    }
    if (vm.root(Root::weak_references).is_null())
        vm.set_root(Root::weak_references, new_dict(vm));
    const Ref<WeakReference> made{vm.allocate_cell(
        Kind::native_object, vm.block[type].root_shape, sizeof(WeakReference))};
    if (!made || !targets_of(vm)) return {};
    vm.block.make_mortal(made.offset);
    WeakReference& reference = vm.block.edit(made);
    reference.detail = WeakReference::value_count | weak_reference_bit;
    reference.target = target;
    const auto slot = [&](size_t field) { return made.offset + static_cast<uint32_t>(field); };
    vm.block.store(slot(offsetof(WeakReference, callback)), callback);
    vm.block.store(slot(offsetof(WeakReference, hash)), vm.none());
    if (args.has(3)) vm.block.store(slot(offsetof(WeakReference, key)), args[3]);
    if (!link_reference(vm, made, plain)) return {};
    vm.block.note_target(target);
    return vm.block.value_of(made);
}

Value meada_weak_get(Vm& vm, const Args& args) {
    const uint32_t target = vm.block[reference_of(args)].target;
    return target == 0 ? vm.none() : value_at(vm, target);
}

Value meada_weak_callback(Vm& vm, const Args& args) {
    return vm.block[reference_of(args)].target == 0 ? vm.none()
                                                    : vm.block[reference_of(args)].callback;
}

Value meada_weak_key(Vm& vm, const Args& args) {
    const Value key = vm.block[reference_of(args)].key;
    return key.is_null() ? vm.none() : key;
}

Value meada_weak_hash(Vm& vm, const Args& args) {
    if (args.has(1))
        vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(WeakReference, hash)),
                       args[1]);
    return vm.block[reference_of(args)].hash;
}

// All references to an object, the newest first.
Value meada_weak_all(Vm& vm, const Args& args) {
    std::vector<Value> found;
    if (args[0].is_ref()) {
        uint32_t at = first_weak_reference(vm, args[0].offset());
        for (; at != 0; at = vm.block[Ref<WeakReference>{at}].next)
            found.push_back(value_at(vm, at));
    }
    return new_list(vm, found);
}

Value object_weakref(Vm& vm, const Args& args) {
    const uint32_t first = args[0].is_ref() ? first_weak_reference(vm, args[0].offset()) : 0;
    return first == 0 ? vm.none() : value_at(vm, first);
}

}  // namespace meada
