// Natives of dict, its views, and mappingproxy.
#include "vm/dict.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

// The dict behind self: a dict's own, a view's, a proxy's.
Ref<Dict> dict_arg(const Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) == Kind::dict) return args[0].as_ref<Dict>();
    return vm.block[args[0].as_ref<DictView>()].dict;
}

Value new_view(Vm& vm, const Args& args, Root type, DictViewForm form) {
    const Ref<Dict> dict = dict_arg(vm, args);
    const auto view = vm.allocate<DictView>(Kind::dict_view, type);
    if (!view) return {};
    DictView& made = vm.block.edit(view);
    made.detail = static_cast<uint16_t>(form);
    made.dict = dict;
    return Value::from_ref(view);
}

// Merges a plain dict natively. no: it is something else.
Outcome merge_dict(Vm& vm, Ref<Dict> target, Value source) {
    const Kind kind = vm.block.kind(source);
    if (kind != Kind::dict && kind != Kind::mapping_proxy) return Outcome::no;
    if (vm.block[vm.type_of(source)].flags & type_heap) return Outcome::no;
    const Ref<Dict> from = kind == Kind::dict ? source.as_ref<Dict>()
                                              : vm.block[source.as_ref<DictView>()].dict;
    if (from == target) return Outcome::yes;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, from, position, key, value)) {
        const Outcome outcome = dict_set(vm, target, key, value);
        if (outcome == Outcome::needs_call) return Outcome::no;
        if (outcome != Outcome::yes) return outcome;
    }
    vm.charge(vm.block[from].count);
    return Outcome::yes;
}

// update(): a mapping or pairs, then keywords.
Value update(Vm& vm, Value dict, Value source, Value keywords, Value result) {
    if (source) {
        const Outcome outcome = merge_dict(vm, dict.as_ref<Dict>(), source);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::no)
            return vm.call_prelude(Root::prelude_dict_update,
                                   {dict, source, keywords ? keywords : vm.none(), result});
    }
    if (keywords && merge_dict(vm, dict.as_ref<Dict>(), keywords) != Outcome::yes) return {};
    return result;
}

}  // namespace

Value native_dict_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const uint32_t cell = vm.allocate_cell(Kind::dict, vm.block[type].root_shape, sizeof(Dict));
    if (cell == 0) return {};
    const Ref<Tuple> given = args[1].as_ref<Tuple>();
    const uint32_t count = vm.block[given].count;
    const bool own_init = vm.block.kind(vm.block[type].specials[static_cast<uint32_t>(
                              Special::init_)]) == Kind::function;
    if (own_init) return Value{cell};
    if (count > 1)
        return vm.raise(Root::TypeError,
                        "dict expected at most 1 argument, got " + std::to_string(count));
    const Value source = count == 1 ? sequence_item(vm, args[1], 0) : Value{};
    return update(vm, Value{cell}, source, args[2], Value{cell});
}

Value native_dict_init(Vm& vm, const Args& args) {
    return update(vm, args[0], args[1], args[2], vm.none());
}

Value native_dict_update(Vm& vm, const Args& args) {
    return update(vm, args[0], args[1], args[2], vm.none());
}

Value native_dict_fromkeys(Vm& vm, const Args& args) {
    const Value value = args.has(2) ? args[2] : vm.none();
    return vm.call_prelude(Root::prelude_dict_fromkeys, {args[0], args[1], value});
}

Value native_dict_clear(Vm& vm, const Args& args) {
    dict_clear(vm, dict_arg(vm, args));
    return vm.none();
}

Value native_dict_copy(Vm& vm, const Args& args) {
    const Ref<Dict> copy = dict_copy(vm, dict_arg(vm, args));
    return copy ? Value::from_ref(copy) : Value{};
}

Value native_dict_get(Vm& vm, const Args& args) {
    const Value fallback = args.has(2) ? args[2] : vm.none();
    const Found found = dict_get(vm, dict_arg(vm, args), args[1]);
    switch (found.outcome) {
        case Outcome::yes: return found.value;
        case Outcome::no: return fallback;
        case Outcome::raised: return {};
        case Outcome::needs_call: break;
    }
    return vm.call_prelude(Root::prelude_dict_get,
                           {Value::from_ref(dict_arg(vm, args)), args[1], fallback});
}

Value native_proxy_get(Vm& vm, const Args& args) { return native_dict_get(vm, args); }

Value native_dict_setdefault(Vm& vm, const Args& args) {
    const Value fallback = args.has(2) ? args[2] : vm.none();
    const Ref<Dict> dict = dict_arg(vm, args);
    const Found found = dict_get(vm, dict, args[1]);
    if (found.outcome == Outcome::yes) return found.value;
    if (found.outcome == Outcome::raised) return {};
    if (found.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_dict_setdefault, {args[0], args[1], fallback});
    return dict_set(vm, dict, args[1], fallback) == Outcome::yes ? fallback : Value{};
}

Value native_dict_pop(Vm& vm, const Args& args) {
    const Ref<Dict> dict = dict_arg(vm, args);
    const Found found = dict_get(vm, dict, args[1]);
    if (found.outcome == Outcome::raised) return {};
    if (found.outcome == Outcome::needs_call)
        return vm.call_prelude(
            Root::prelude_dict_pop,
            {args[0], args[1], args.has(2) ? args[2] : vm.root(Root::not_implemented)});
    if (found.outcome == Outcome::yes) {
        dict_delete(vm, dict, args[1]);
        return found.value;
    }
    return args.has(2) ? args[2] : vm.raise(Root::KeyError, {args[1]});
}

Value native_dict_popitem(Vm& vm, const Args& args) {
    const Ref<Dict> dict = dict_arg(vm, args);
    uint32_t position = dict_entry_count(vm, dict);
    Value key, value;
    if (!dict_previous(vm, dict, position, key, value))
        return vm.raise(Root::KeyError, "popitem(): dictionary is empty");
    const Value pair[] = {key, value};
    const Value tuple = new_tuple(vm, pair);
    dict_delete_slot(vm, dict, dict_value_slot(vm, dict, position));
    return tuple;
}

Value native_dict_keys(Vm& vm, const Args& args) {
    return new_view(vm, args, Root::type_dict_keys, DictViewForm::keys);
}
Value native_dict_values(Vm& vm, const Args& args) {
    return new_view(vm, args, Root::type_dict_values, DictViewForm::values);
}
Value native_dict_items(Vm& vm, const Args& args) {
    return new_view(vm, args, Root::type_dict_items, DictViewForm::items);
}

Value native_dict_reversed(Vm& vm, const Args& args) {
    const Ref<Dict> dict = dict_arg(vm, args);
    const auto form = vm.block.kind(args[0]) == Kind::dict
                          ? DictViewForm::keys
                          : static_cast<DictViewForm>(vm.block.object(args[0]).detail);
    const bool values = form == DictViewForm::values, items = form == DictViewForm::items;
    const Value iterator = new_iterator(
        vm,
        values  ? Root::type_dict_reverse_value_iterator
        : items ? Root::type_dict_reverse_item_iterator
                : Root::type_dict_reverse_key_iterator,
        values  ? IteratorForm::reversed_dict_values
        : items ? IteratorForm::reversed_dict_items
                : IteratorForm::reversed_dict_keys,
        Value::from_ref(dict));
    if (iterator.is_null()) return {};
    Iterator& made = vm.block.edit(iterator.as_ref<Iterator>());
    made.index = dict_entry_count(vm, dict);
    made.limit = vm.block[dict].count;
    return iterator;
}

Computed dict_union(Vm& vm, Value left, Value right) {
    const auto is_dict = [&](Value value) { return vm.block.kind(value) == Kind::dict; };
    if (!is_dict(left) || !is_dict(right)) return {Outcome::no};
    const Ref<Dict> made = dict_copy(vm, left.as_ref<Dict>());
    if (!made) return {Outcome::raised};
    const Outcome outcome = merge_dict(vm, made, right);
    if (outcome == Outcome::no) return {Outcome::needs_call};
    return {outcome, Value::from_ref(made)};
}

Outcome dict_union_in_place(Vm& vm, Value dict, Value other) {
    const Outcome outcome = merge_dict(vm, dict.as_ref<Dict>(), other);
    return outcome == Outcome::no ? Outcome::needs_call : outcome;
}

Value native_dict_or(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::dict) return vm.root(Root::not_implemented);
    return vm.call_prelude(Root::prelude_dict_or, {args[0], args[1]});
}
Value native_dict_ror(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::dict) return vm.root(Root::not_implemented);
    return vm.call_prelude(Root::prelude_dict_or, {args[1], args[0]});
}
Value native_dict_ior(Vm& vm, const Args& args) { return update(vm, args[0], args[1], {}, args[0]); }

// --- for keys whose hash or equality needs Python ---

Value meada_dict_candidate(Vm& vm, const Args& args) {
    const uint64_t hash = hash_argument(vm, args[1]);
    const auto number = static_cast<uint32_t>(args[2].as_int());
    const DictCandidate found = dict_candidate(vm, dict_arg(vm, args), hash, number);
    if (found.key.is_null()) return vm.none();
    const Value parts[] = {found.key, vm.block.load(found.slot), Value::from_int(found.slot)};
    return new_tuple(vm, parts);
}

// slot 0: a new entry.
Value meada_dict_store(Vm& vm, const Args& args) {
    const auto slot = static_cast<uint32_t>(args[3].as_int());
    if (slot != 0) {
        vm.block.store(slot, args[4]);
        return vm.none();
    }
    const uint64_t hash = hash_argument(vm, args[2]);
    return dict_insert_hashed(vm, dict_arg(vm, args), args[1], hash, args[4]) ? vm.none() : Value{};
}

Value meada_dict_remove(Vm& vm, const Args& args) {
    dict_delete_slot(vm, dict_arg(vm, args), static_cast<uint32_t>(args[1].as_int()));
    return vm.none();
}

}  // namespace meada
