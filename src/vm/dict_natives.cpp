// Natives of dict, its views, and mappingproxy.
#include "vm/dict.h"
#include "vm/iterators.h"
#include "vm/strings.h"
#include "vm/types.h"
#include "vm/views.h"

namespace meada {
namespace {

// The dict behind self: a dict's own, a view's, a proxy's.
Ref<Dict> dict_arg(const Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) == Kind::dict) return args[0].as_ref<Dict>();
    return view_dict(vm, args[0]);
}

// The dict that can be merged natively: exactly a dict, or the one behind a proxy; else 0.
Ref<Dict> plain_dict(const Vm& vm, Value value) {
    if (vm.block.kind(value) == Kind::mapping_proxy) return view_dict(vm, value);
    if (vm.block.kind(value) != Kind::dict) return {};
    const bool plain =
        !has_own(vm, value, Special::iter_) && !has_own(vm, value, Special::getitem_);
    return plain ? value.as_ref<Dict>() : Ref<Dict>{};
}

// Pairs of a list or tuple of two-item lists or tuples; anything else, and every complaint about
// it, is the prelude's (it sets the first ones again).
// A native iterator's items come as a list from here on, because they are used up.
Outcome merge_pairs(Vm& vm, Ref<Dict> target, Value& source) {
    const auto is_plain_sequence = [&](Value value) {
        const Kind kind = vm.block.kind(value);
        return (kind == Kind::list || kind == Kind::tuple) && !has_own(vm, value, Special::iter_);
    };
    if (vm.block.kind(source) == Kind::iterator && steps_natively(vm, source)) {
        const Value list = allocate_list(vm, 0);
        if (list.is_null()) return Outcome::raised;
        const Outcome outcome = append_all(vm, list.as_ref<List>(), source);
        if (outcome != Outcome::yes) return outcome;
        source = list;
    }
    if (!is_plain_sequence(source)) return Outcome::needs_call;
    for (uint32_t index = 0; index < items_of(vm, source).count; ++index) {
        const Value pair = item_at(vm, items_of(vm, source), index);
        if (!is_plain_sequence(pair) || items_of(vm, pair).count != 2) return Outcome::needs_call;
        const Outcome outcome = dict_set(vm, target, item_at(vm, items_of(vm, pair), 0),
                                         item_at(vm, items_of(vm, pair), 1));
        if (outcome != Outcome::yes) return outcome;
    }
    vm.charge(items_of(vm, source).count);
    return Outcome::yes;
}

// update(): a mapping or pairs, then keywords.
Value update(Vm& vm, Value dict, Value source, Value keywords, Value result) {
    if (source) {
        const Ref<Dict> plain = plain_dict(vm, source);
        const Outcome outcome = plain ? dict_merge_from(vm, dict.as_ref<Dict>(), plain)
                                      : merge_pairs(vm, dict.as_ref<Dict>(), source);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_dict_update,
                                   {dict, source, keywords ? keywords : vm.none(), result});
    }
    if (keywords &&
        dict_merge_from(vm, dict.as_ref<Dict>(), keywords.as_ref<Dict>()) != Outcome::yes)
        return {};
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
    const Value made = instance_of_type(vm, type, cell);
    if (own_init) return made;
    if (count > 1)
        return vm.raise(Root::TypeError,
                        "dict expected at most 1 argument, got " + std::to_string(count));
    const Value source = count == 1 ? item_at(vm, tuple_items(vm, given), 0) : Value{};
    return update(vm, made, source, args[2], made);
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
                           {vm.block.value_of(dict_arg(vm, args)), args[1], fallback});
}

Value native_proxy_get(Vm& vm, const Args& args) { return native_dict_get(vm, args); }

Value native_dict_setdefault(Vm& vm, const Args& args) {
    const Value fallback = args.has(2) ? args[2] : vm.none();
    const Ref<Dict> dict = dict_arg(vm, args);
    const Hashed hashed = hash_of(vm, args[1]);
    if (hashed.outcome == Outcome::raised) return {};
    Found found{Outcome::needs_call};
    if (hashed.outcome == Outcome::yes) found = dict_get_hashed(vm, dict, args[1], hashed.hash);
    if (found.outcome == Outcome::yes) return found.value;
    if (found.outcome == Outcome::raised) return {};
    if (found.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_dict_setdefault, {args[0], args[1], fallback});
    return dict_insert_hashed(vm, dict, args[1], hashed.hash, fallback) ? fallback : Value{};
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
        const Value value = found.value;
        dict_delete_slot(vm, dict, found.slot);
        return value;
    }
    return args.has(2) ? args[2] : vm.raise(Root::KeyError, {args[1]});
}

Value native_dict_popitem(Vm& vm, const Args& args) {
    const Ref<Dict> dict = dict_arg(vm, args);
    // The pair holds what the dict lets go, so it is made first.
    uint32_t position = dict_entry_count(vm, dict);
    Value pair[2];
    if (!dict_previous(vm, dict, position, pair[0], pair[1]))
        return vm.raise(Root::KeyError, "popitem(): dictionary is empty");
    const Value tuple = new_tuple(vm, pair);
    DictItem gone;
    if (!tuple.is_null()) dict_pop_last(vm, dict, gone);
    return tuple;
}

Value native_dict_keys(Vm& vm, const Args& args) {
    return new_view(vm, dict_arg(vm, args), DictViewForm::keys);
}
Value native_dict_values(Vm& vm, const Args& args) {
    return new_view(vm, dict_arg(vm, args), DictViewForm::values);
}
Value native_dict_items(Vm& vm, const Args& args) {
    return new_view(vm, dict_arg(vm, args), DictViewForm::items);
}

Value native_dict_reversed(Vm& vm, const Args& args) {
    const auto form =
        vm.block.kind(args[0]) == Kind::dict ? DictViewForm::keys : view_form(vm, args[0]);
    return iterate_dict_reversed(vm, dict_arg(vm, args), form);
}

Value native_view_mapping(Vm& vm, const Args& args) {
    return new_view(vm, view_dict(vm, args[0]), DictViewForm::proxy);
}

Value native_proxy_new(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::dict)
        return vm.raise(Root::TypeError, "mappingproxy() argument must be a mapping, not " +
                                             type_name(vm, args[1]));
    return new_view(vm, args[1].as_ref<Dict>(), DictViewForm::proxy);
}

Value native_proxy_or(Vm& vm, const Args& args) {
    const Kind kind = vm.block.kind(args[1]);
    if (kind != Kind::dict && kind != Kind::mapping_proxy) return vm.root(Root::not_implemented);
    const Computed made = dict_union(vm, args[0], args[1]);
    return made.outcome == Outcome::yes ? made.result : Value{};
}

Value native_dict_or(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::dict) return vm.root(Root::not_implemented);
    const Computed made = dict_union(vm, args[0], args[1]);
    return made.outcome == Outcome::yes ? made.result : Value{};
}
Value native_dict_ror(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::dict) return vm.root(Root::not_implemented);
    const Computed made = dict_union(vm, args[1], args[0]);
    return made.outcome == Outcome::yes ? made.result : Value{};
}
Value native_dict_ior(Vm& vm, const Args& args) {
    return update(vm, args[0], args[1], {}, args[0]);
}

// --- for the prelude: keys whose hash or equality is Python code ---

namespace {

// The entry with this very object as key; slot 0: there is none.
DictCandidate identical(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash) {
    for (uint32_t number = 0;; ++number) {
        const DictCandidate found = dict_candidate(vm, dict, hash, number);
        if (found.slot == 0 || found.key == key) return found;
    }
}

}  // namespace

// "keys", "values", "items"; None: no view.
Value meada_view_form(Vm& vm, const Args& args) {
    static constexpr const char* names[] = {"keys", "values", "items"};
    if (vm.block.kind(args[0]) != Kind::dict_view) return vm.none();
    return intern(vm, names[static_cast<uint16_t>(view_form(vm, args[0]))]);
}

// (key, value) of the n-th entry with this hash; None: there are no more.
Value meada_dict_candidate(Vm& vm, const Args& args) {
    const uint64_t hash = hash_argument(vm, args[1]);
    const auto number = static_cast<uint32_t>(args[2].as_int());
    const DictCandidate found = dict_candidate(vm, dict_arg(vm, args), hash, number);
    if (found.key.is_null()) return vm.none();
    const Value parts[] = {found.key, vm.block.load(found.slot)};
    return new_tuple(vm, parts);
}

// The key is the very object that is in the dict, or not equal to any in it.
Value meada_dict_store(Vm& vm, const Args& args) {
    const Ref<Dict> dict = dict_arg(vm, args);
    const uint64_t hash = hash_argument(vm, args[2]);
    const DictCandidate found = identical(vm, dict, args[1], hash);
    if (found.slot == 0) return done_if(vm, dict_insert_hashed(vm, dict, args[1], hash, args[3]));
    vm.block.store(found.slot, args[3]);
    if (args[3].is_mortal()) vm.block.note_holder(dict.offset);
    return vm.none();
}

Value meada_dict_remove(Vm& vm, const Args& args) {
    const Ref<Dict> dict = dict_arg(vm, args);
    const DictCandidate found = identical(vm, dict, args[1], hash_argument(vm, args[2]));
    if (found.slot != 0) dict_delete_slot(vm, dict, found.slot);
    return vm.none();
}

}  // namespace meada
