// stop-gap
#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/types.h"
namespace meada {
namespace {
Value of(Vm& vm, Outcome outcome, Root prelude, std::initializer_list<Value> args) {
    if (outcome == Outcome::yes) return vm.none();
    if (outcome == Outcome::needs_call) { vm.request = {}; return vm.call_prelude(prelude, args); }
    return {};
}
struct Items { uint32_t slots; uint32_t count; };
Items items_of(Vm& vm, Value v) { return {vm.block.kind(v) == Kind::list ? (vm.block[v.as_ref<List>()].count ? list_slot(vm, v.as_ref<List>(), 0) : 0) : v.offset() + 16, sequence_count(vm, v)}; }
bool splice(Vm& vm, Ref<List> l, uint32_t at, uint32_t removed, std::span<const Value> items) { return list_splice(vm, l, at, at + removed, items); }
Outcome collect(Vm& vm, Value v, std::vector<Value>& items) { Collected c = collect_items(vm, v); items = c.items; return c.outcome; }
Value typed(Vm& vm, Kind kind, Value type, uint32_t size) {
    const uint32_t cell = vm.allocate_cell(kind, vm.block[type.as_ref<Type>()].root_shape, size);
    return Value{cell};
}
}
Value zz_list_new(Vm& vm, const Args& args) {
    const Value list = typed(vm, Kind::list, args[0], sizeof(List));
    if (!args.has(1)) return list;
    const Outcome outcome = list_extend(vm, list.as_ref<List>(), args[1]);
    if (outcome == Outcome::yes) return list;
    if (outcome == Outcome::needs_call) { vm.request = {}; return vm.call_prelude(Root::prelude_list_extend, {list, args[1]}); }
    return {};
}
Value zz_list_append(Vm& vm, const Args& args) { return list_append(vm, args[0].as_ref<List>(), args[1]) ? vm.none() : Value{}; }
Value zz_list_pop(Vm& vm, const Args& args) {
    const auto list = args[0].as_ref<List>();
    const uint32_t count = vm.block[list].count;
    if (count == 0) return vm.raise(Root::IndexError, "pop from empty list");
    int64_t at = args.has(1) ? args[1].as_int() : -1;
    if (at < 0) at += count;
    if (at < 0 || at >= count) return vm.raise(Root::IndexError, "pop index out of range");
    const Value item = vm.block.load(items_of(vm, args[0]).slots + static_cast<uint32_t>(at) * 8);
    if (item.is_mortal()) vm.block.increment(item);
    splice(vm, list, static_cast<uint32_t>(at), 1, {});
    if (item.is_mortal()) vm.block.decrement(item);
    return item;
}
Value zz_list_clear(Vm& vm, const Args& args) { splice(vm, args[0].as_ref<List>(), 0, vm.block[args[0].as_ref<List>()].count, {}); return vm.none(); }
Value zz_list_extend(Vm& vm, const Args& args) { return of(vm, list_extend(vm, args[0].as_ref<List>(), args[1]), Root::prelude_list_extend, {args[0], args[1]}); }
Value zz_list_insert(Vm& vm, const Args& args) {
    const auto list = args[0].as_ref<List>();
    int64_t at = args[1].as_int(); const int64_t n = vm.block[list].count;
    if (at < 0) at = std::max<int64_t>(0, at + n);
    const Value item = args[2];
    splice(vm, list, static_cast<uint32_t>(std::min(at, n)), 0, {&item, 1});
    return vm.none();
}
Value zz_list_copy(Vm& vm, const Args& args) { std::vector<Value> v; collect(vm, args[0], v); return new_list(vm, v); }
Value zz_iter(Vm& vm, const Args& args) { return iterate(vm, args[0]).result; }
Value zz_tuple_new(Vm& vm, const Args& args) {
    const bool sub = args[0] != vm.root(Root::type_tuple);
    std::vector<Value> items;
    if (args.has(1)) {
        const Outcome outcome = collect(vm, args[1], items);
        if (outcome == Outcome::needs_call) { vm.request = {}; return vm.call_prelude(Root::prelude_tuple_from, {args[1], args[0]}); }
        if (outcome != Outcome::yes) return {};
    }
    if (!sub) return new_tuple(vm, items);
    const Value t = typed(vm, Kind::tuple, args[0], Tuple::items_offset + static_cast<uint32_t>(items.size()) * 8);
    vm.block.edit(t.as_ref<Tuple>()).count = static_cast<uint32_t>(items.size());
    for (uint32_t i = 0; i < items.size(); ++i) vm.block.store(t.offset() + Tuple::items_offset + i * 8, items[i]);
    return t;
}
Value zz_dict_new(Vm& vm, const Args& args) {
    const Value dict = typed(vm, Kind::dict, args[0], sizeof(Dict));
    const Items items = items_of(vm, args[1]);
    if (items.count == 0 && !args.has(2)) return dict;
    return vm.call_prelude(Root::prelude_dict_update, {dict, items.count ? vm.block.load(items.slots) : vm.none(), args.has(2) ? args[2] : vm.none()});
}
Value zz_dict_get(Vm& vm, const Args& args) {
    const Found found = dict_get(vm, args[0].as_ref<Dict>(), args[1]);
    if (found.outcome == Outcome::yes) return found.value;
    if (found.outcome == Outcome::no) return args.has(2) ? args[2] : vm.none();
    if (found.outcome == Outcome::needs_call) return vm.call_prelude(Root::prelude_dict_get, {args[0], args[1], args.has(2) ? args[2] : vm.none()});
    return {};
}
namespace {
Value view(Vm& vm, Value dict, Root type, DictViewForm form) {
    const auto v = vm.allocate<DictView>(Kind::dict_view, type);
    vm.block.edit(v).dict = dict.as_ref<Dict>();
    vm.block.edit(v).detail = static_cast<uint16_t>(form);
    return Value::from_ref(v);
}
}
Value zz_dict_keys(Vm& vm, const Args& args) { return view(vm, args[0], Root::type_dict_keys, DictViewForm::keys); }
Value zz_dict_values(Vm& vm, const Args& args) { return view(vm, args[0], Root::type_dict_values, DictViewForm::values); }
Value zz_dict_items(Vm& vm, const Args& args) { return view(vm, args[0], Root::type_dict_items, DictViewForm::items); }
Value zz_dict_clear(Vm& vm, const Args& args) { dict_clear(vm, args[0].as_ref<Dict>()); return vm.none(); }
Value zz_dict_copy(Vm& vm, const Args& args) { return Value::from_ref(dict_copy(vm, args[0].as_ref<Dict>())); }
Value zz_set_new(Vm& vm, const Args& args) {
    const Value set = typed(vm, Kind::set, args[0], sizeof(Set));
    if (!args.has(1)) return set;
    if (vm.block.kind(args[1]) == Kind::set) { set_update_from_set(vm, set.as_ref<Set>(), args[1].as_ref<Set>()); return set; }
    std::vector<Value> items;
    Outcome outcome = collect(vm, args[1], items);
    for (const Value item : items) { if (outcome != Outcome::yes) break; outcome = set_add(vm, set.as_ref<Set>(), item); }
    if (outcome == Outcome::yes) return set;
    if (outcome == Outcome::needs_call) { vm.request = {}; return vm.call_prelude(Root::prelude_set_update, {set, args[1]}); }
    return {};
}
Value zz_set_add(Vm& vm, const Args& args) { return of(vm, set_add(vm, args[0].as_ref<Set>(), args[1]), Root::prelude_set_add, {args[0], args[1]}); }
Value zz_set_discard(Vm& vm, const Args& args) { Outcome o = set_discard(vm, args[0].as_ref<Set>(), args[1]); if (o == Outcome::no) o = Outcome::yes; return of(vm, o, Root::prelude_set_add, {}); }
Value zz_range_new(Vm& vm, const Args& args) {
    const Value a = plain_int(vm, args[1]);
    if (!args.has(2)) return new_range(vm, Value::from_int(0), a, Value::from_int(1));
    return new_range(vm, a, plain_int(vm, args[2]), args.has(3) ? plain_int(vm, args[3]) : Value::from_int(1));
}
Value zz_slice_new(Vm& vm, const Args& args) {
    const auto s = vm.allocate<Slice>(Kind::slice, Root::type_slice);
    Slice& m = vm.block.edit(s);
    m.step = args.has(3) ? args[3] : vm.none();
    if (args.has(2)) { m.start = args[1]; m.stop = args[2]; } else { m.start = vm.none(); m.stop = args[1]; }
    return Value::from_ref(s);
}
Value zz_len(Vm& vm, const Args& args) {
    const Length l = length_of(vm, args[0]);
    if (l.outcome == Outcome::yes) return new_int(vm, l.length);
    if (l.outcome == Outcome::raised) return {};
    return vm.call_prelude(Root::prelude_len, {args[0]});
}
Value zz_id(Vm& vm, const Args& args) { return new_int(vm, static_cast<int64_t>(args[0].is_ref() ? serial_of(vm, args[0]) : args[0].bits & 0xffffffffff)); }
Value zz_hash(Vm& vm, const Args& args) {
    const Hashed h = hash_of(vm, args[0]);
    if (h.outcome == Outcome::yes) return new_int(vm, static_cast<int64_t>(h.hash));
    if (h.outcome == Outcome::needs_call) return vm.call_prelude(Root::prelude_hash, {args[0]});
    return {};
}
Value zz_repr(Vm& vm, const Args& args) {
    std::string out;
    const Outcome o = append_repr(vm, out, args[0]);
    if (o == Outcome::yes) return new_str(vm, out);
    if (o == Outcome::needs_call) { vm.request = {}; return vm.call_prelude(Root::prelude_repr, {args[0]}); }
    return {};
}
Value zz_callable(Vm& vm, const Args& args) {
    switch (vm.block.kind(args[0])) {
        case Kind::function: case Kind::native: case Kind::type: case Kind::bound_method: return vm.boolean(true);
        default: return vm.boolean(args[0].is_ref() && !vm.special(args[0], Special::call_).is_null());
    }
}
Value zz_next(Vm& vm, const Args& args) {
    const Computed c = next_item(vm, args[0]);
    if (c.outcome == Outcome::yes) return c.result;
    if (c.outcome == Outcome::no) return vm.raise(Root::StopIteration, std::initializer_list<Value>{});
    if (c.outcome == Outcome::raised) return {};
    vm.request = {};
    return vm.call(vm.special(args[0], Special::next_), {args[0]});
}
Value zz_equal(Vm& vm, const Args& args) {
    const Outcome o = args[0] == args[1] ? Outcome::yes : equal(vm, args[0], args[1]);
    if (o == Outcome::raised) return {};
    if (o == Outcome::needs_call) return vm.none();
    return vm.boolean(o == Outcome::yes);
}
Value zz_compare(Vm& vm, const Args& args) {
    const Outcome o = compare(vm, static_cast<CompareOperator>(args[0].as_int()), args[1], args[2]);
    if (o == Outcome::raised) return {};
    if (o == Outcome::needs_call) return vm.none();
    return vm.boolean(o == Outcome::yes);
}
Value zz_contains(Vm& vm, const Args& args) {
    const Outcome o = contains(vm, args[0], args[1]);
    if (o == Outcome::raised) return {};
    if (o == Outcome::needs_call) return vm.none();
    return vm.boolean(o == Outcome::yes);
}
Value zz_get(Vm& vm, const Args& args) { return get_item(vm, args[0], args[1]).result; }
Value zz_set_attribute(Vm& vm, const Args& args) { const Outcome o = set_attribute(vm, args[0], intern(vm, args[1]), args[2]); return o == Outcome::yes ? vm.none() : Value{}; }
Value zz_patch(Vm& vm, const Args& args) {
    dict_set_str(vm, vm.block[args[0].as_ref<Type>()].attributes, intern(vm, args[1]), args[2]);
    type_changed(vm, args[0].as_ref<Type>(), intern(vm, args[1]));
    return vm.none();
}
Value zz_binary(Vm& vm, const Args& args) {
    const auto index = static_cast<uint32_t>(args[0].as_int());
    const Computed c = index >= 13 ? binary_in_place(vm, static_cast<BinaryOperator>(index - 13), args[1], args[2]) : binary(vm, static_cast<BinaryOperator>(index), args[1], args[2]);
    if (c.outcome == Outcome::yes) return c.result;
    if (c.outcome == Outcome::raised) return {};
    vm.request = {};
    return vm.root(Root::not_implemented);
}
Value zz_type_dict(Vm& vm, const Args& args) { return Value::from_ref(vm.block[args[0].as_ref<Type>()].attributes); }
Value zz_module_dict(Vm& vm, const Args& args) { return Value::from_ref(vm.block[args[0].as_ref<Module>()].attributes); }
Computed dict_union(Vm&, Value, Value) { return {Outcome::needs_call}; }
Outcome dict_union_in_place(Vm&, Value, Value) { return Outcome::needs_call; }
Computed set_binary(Vm&, BinaryOperator, Value, Value) { return {Outcome::no}; }
Outcome set_binary_in_place(Vm&, BinaryOperator, Value, Value) { return Outcome::no; }
}  // namespace meada
