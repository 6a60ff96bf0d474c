// Natives of builtins that step over an iterable. Over built-in containers they run here, a slice
// at a time; over anything else in the prelude, which continues with the same iterator.
#include "vm/attributes.h"
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/strings.h"

namespace meada {

bool is_plain_iterator(const Vm& vm, Value iterator) {
    if (vm.block.kind(iterator) != Kind::iterator) return false;
    switch (static_cast<IteratorForm>(vm.block.object(iterator).detail)) {
        case IteratorForm::list:
        case IteratorForm::tuple:
        case IteratorForm::range:
        case IteratorForm::str:
        case IteratorForm::bytes:
        case IteratorForm::bytearray:
        case IteratorForm::dict_keys:
        case IteratorForm::dict_values:
        case IteratorForm::dict_items:
        case IteratorForm::set:
        case IteratorForm::reversed_list:
        case IteratorForm::reversed_dict_keys:
        case IteratorForm::reversed_dict_values:
        case IteratorForm::reversed_dict_items:
        case IteratorForm::range_big:
            return true;
        default:
            return false;
    }
}

namespace {

// An iterator that can be stepped here; null: `outcome` says why not.
struct Plain {
    Outcome outcome;
    Value iterator = {};
};
Plain plain_iterator(Vm& vm, Value iterable) {
    if (is_plain_iterator(vm, iterable)) return {Outcome::yes, iterable};
    const Computed computed = iterate(vm, iterable);
    if (computed.outcome == Outcome::raised) return {Outcome::raised};
    if (computed.outcome != Outcome::yes) {
        vm.request = {};
        return {Outcome::needs_call};
    }
    if (!is_plain_iterator(vm, computed.result)) return {Outcome::needs_call, computed.result};
    return {Outcome::yes, computed.result};
}

Value all_or_any(Vm& vm, const Args& args, bool any) {
    const char* name = any ? "any" : "all";
    const Root function = any ? Root::prelude_any : Root::prelude_all;
    const Plain plain = plain_iterator(vm, args[0]);
    if (plain.outcome == Outcome::raised) return {};
    if (plain.outcome == Outcome::needs_call)
        return vm.call_prelude(function, {plain.iterator ? plain.iterator : args[0]});
    for (uint64_t units = 0; units < Vm::slice_units; ++units) {
        const Computed next = next_item(vm, plain.iterator);
        if (next.outcome == Outcome::raised) return {};
        if (next.outcome == Outcome::no) return vm.boolean(!any);
        vm.charge(1);
        const Outcome found = truth(vm, next.result);
        if (found == Outcome::raised) return {};
        if (found == Outcome::needs_call) {  // this item and the rest
            return vm.call_prelude(any ? Root::prelude_any_from : Root::prelude_all_from,
                                   {next.result, plain.iterator});
        }
        if ((found == Outcome::yes) == any) return vm.boolean(any);
    }
    return vm.call(prelude_value(vm, std::string("_native_") + name), {plain.iterator});
}

}  // namespace

Value builtin_all(Vm& vm, const Args& args) { return all_or_any(vm, args, false); }
Value builtin_any(Vm& vm, const Args& args) { return all_or_any(vm, args, true); }

Value builtin_sum(Vm& vm, const Args& args) {
    Value total = args.has(1) ? args[1] : Value::from_int(0);
    if (args.has(1)) {
        const Kind kind = vm.block.kind(total);
        const char* noun = is_str(vm, total)         ? "strings [use ''.join(seq) instead]"
                           : kind == Kind::bytes     ? "bytes [use b''.join(seq) instead]"
                           : kind == Kind::bytearray ? "bytearray [use b''.join(seq) instead]"
                                                     : nullptr;
        if (noun) return vm.raise(Root::TypeError, std::string("sum() can't sum ") + noun);
    }
    const Plain plain = plain_iterator(vm, args[0]);
    if (plain.outcome == Outcome::raised) return {};
    if (plain.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_sum,
                               {plain.iterator ? plain.iterator : args[0], total});
    for (uint64_t units = 0; units < Vm::slice_units; ++units) {
        const Computed next = next_item(vm, plain.iterator);
        if (next.outcome == Outcome::raised) return {};
        if (next.outcome == Outcome::no) return total;
        vm.charge(1);
        int64_t sum;
        if (total.is_int() && next.result.is_int()) {
            sum = total.as_int() + next.result.as_int();
            total = new_int(vm, sum);
            if (total.is_null()) return {};
            continue;
        }
        const auto may_be_python = [&](Value value) {
            return value.is_ref() && vm.block[vm.type_of(value)].flags & type_heap;
        };
        Computed added{Outcome::needs_call};
        if (!may_be_python(total) && !may_be_python(next.result))
            added = binary(vm, BinaryOperator::add, total, next.result);
        if (added.outcome == Outcome::raised) return {};
        if (added.outcome != Outcome::yes) {
            vm.request = {};
            return vm.call_prelude(Root::prelude_sum_from, {total, next.result, plain.iterator});
        }
        total = added.result;
    }
    return vm.call(prelude_value(vm, "_native_sum"), {plain.iterator, total});
}

namespace {

Value extreme(Vm& vm, bool largest, Value iterator, Value best, Value fallback) {
    const Value missing = prelude_value(vm, "_missing");
    for (uint64_t units = 0; units < Vm::slice_units; ++units) {
        const Computed next = next_item(vm, iterator);
        if (next.outcome == Outcome::raised) return {};
        if (next.outcome == Outcome::no) {
            if (best != missing) return best;
            if (fallback != missing) return fallback;
            return vm.raise(Root::ValueError,
                            std::string(largest ? "max" : "min") + "() arg is an empty sequence");
        }
        vm.charge(1);
        if (best == missing) {
            best = next.result;
            continue;
        }
        const Outcome better = compare(
            vm, largest ? CompareOperator::greater : CompareOperator::less, next.result, best);
        if (better == Outcome::raised) return {};
        if (better == Outcome::needs_call) {
            vm.request = {};
            return vm.call_prelude(Root::prelude_extreme_from,
                                   {vm.boolean(largest), next.result, iterator, best});
        }
        if (better == Outcome::yes) best = next.result;
    }
    return vm.call(prelude_value(vm, "_native_extreme"),
                   {vm.boolean(largest), iterator, best, fallback});
}

// min and max: one iterable, or the values themselves.
Value min_or_max(Vm& vm, const Args& args, bool largest) {
    enum : uint32_t { values, key_slot, default_slot };
    const std::string name = largest ? "max" : "min";
    const uint32_t count = tuple_count(vm, args[values]);
    if (count == 0) return vm.raise(Root::TypeError, name + " expected at least 1 argument, got 0");
    if (count > 1 && args.has(default_slot))
        return vm.raise(Root::TypeError, "Cannot specify a default for " + name +
                                             "() with multiple positional arguments");
    const Value missing = prelude_value(vm, "_missing");
    const Value source = count == 1 ? tuple_item_of(vm, args[values], 0) : args[values];
    const Value key = args.has(key_slot) ? args[key_slot] : vm.none();
    const Value fallback = args.has(default_slot) ? args[default_slot] : missing;
    if (key != vm.none())
        return vm.call_prelude(Root::prelude_extreme,
                               {vm.boolean(largest), source, missing, key, fallback});
    const Plain plain = plain_iterator(vm, source);
    if (plain.outcome == Outcome::raised) return {};
    if (plain.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_extreme,
                               {vm.boolean(largest), plain.iterator ? plain.iterator : source,
                                missing, vm.none(), fallback});
    return extreme(vm, largest, plain.iterator, missing, fallback);
}

}  // namespace

Value builtin_min(Vm& vm, const Args& args) { return min_or_max(vm, args, false); }
Value builtin_max(Vm& vm, const Args& args) { return min_or_max(vm, args, true); }
Value meada_extreme(Vm& vm, const Args& args) {
    return extreme(vm, args[0] == vm.boolean(true), args[1], args[2], args[3]);
}

Value builtin_sorted(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_sorted, {args[0], args.has(1) ? args[1] : vm.none(),
                                                  args.has(2) ? args[2] : vm.boolean(false)});
}

Value builtin_len(Vm& vm, const Args& args) {
    const Length length = length_of(vm, args[0]);
    if (length.outcome == Outcome::yes) return new_int(vm, length.length);
    if (length.outcome == Outcome::raised) return {};
    vm.request = {};
    if (args[0].is_ref())
        if (const Value method = vm.special(args[0], Special::len_);
            vm.block.kind(method) == Kind::function)
            return vm.call_prelude(Root::prelude_len, {args[0], method});
    return vm.call_prelude(Root::prelude_len, {args[0]});
}

Value builtin_iter(Vm& vm, const Args& args) {
    if (args.has(1)) {
        if (builtin_callable(vm, args) != vm.boolean(true))
            return vm.raise(Root::TypeError, "iter(v, w): v must be callable");
        const auto made = vm.allocate<Iterator>(Kind::iterator, Root::type_callable_iterator);
        if (!made) return {};
        vm.block.edit(made).detail = static_cast<uint16_t>(IteratorForm::callable);
        vm.block.store(made.offset + static_cast<uint32_t>(offsetof(Iterator, source)), args[0]);
        vm.block.store(made.offset + static_cast<uint32_t>(offsetof(Iterator, next)), args[1]);
        if (args[0].is_mortal() || args[1].is_mortal()) vm.block.make_mortal(made.offset);
        return vm.block.value_of(made);
    }
    const Computed computed = iterate(vm, args[0]);
    if (computed.outcome == Outcome::yes) return computed.result;
    if (computed.outcome == Outcome::raised || vm.request.kind != Vm::Request::Kind::none)
        return {};
    return vm.call_prelude(Root::prelude_iterate, {args[0]});
}

Value builtin_next(Vm& vm, const Args& args) {
    const Value iterator = args[0];
    if (is_plain_iterator(vm, iterator)) {
        const Computed next = next_item(vm, iterator);
        if (next.outcome == Outcome::yes) return next.result;
        if (next.outcome == Outcome::raised) return {};
        if (args.has(1)) return args[1];
        return vm.raise(Root::StopIteration, {});
    }
    const Value method = iterator.is_ref() ? vm.special(iterator, Special::next_) : Value{};
    if (method.is_null())
        return vm.raise(Root::TypeError,
                        "'" + type_name(vm, iterator) + "' object is not an iterator");
    if (args.has(1)) return vm.call_prelude(Root::prelude_next_default, {iterator, args[1]});
    return call_special(vm, method, iterator, {});
}

Value builtin_aiter(Vm& vm, const Args& args) {
    const Value method = args[0].is_ref() ? vm.special(args[0], Special::aiter_) : Value{};
    if (method.is_null())
        return vm.raise(Root::TypeError,
                        "'" + type_name(vm, args[0]) + "' object is not an async iterable");
    return call_special(vm, method, args[0], {});
}

Value builtin_anext(Vm& vm, const Args& args) {
    const Value method = args[0].is_ref() ? vm.special(args[0], Special::anext_) : Value{};
    if (method.is_null())
        return vm.raise(Root::TypeError,
                        "'" + type_name(vm, args[0]) + "' object is not an async iterator");
    if (args.has(1)) return vm.call_prelude(Root::prelude_anext_default, {args[0], args[1]});
    return call_special(vm, method, args[0], {});
}

// CPython's hash of a tuple from its items' hashes (a form of xxHash by Collet).
uint64_t combine_tuple_hash(std::span<const uint64_t> hashes) {
    constexpr uint64_t prime_1 = 11400714785074694791u, prime_2 = 14029467366897019727u,
                       prime_5 = 2870177450012600261u;
    uint64_t sum = prime_5;
    for (const uint64_t hash : hashes) {
        sum += hash * prime_2;
        sum = sum << 31 | sum >> 33;
        sum *= prime_1;
    }
    sum += hashes.size() ^ (prime_5 ^ 3527539u);
    return sum == ~uint64_t{0} ? 1546275796u : sum;
}

Value meada_tuple_hash(Vm& vm, const Args& args) {
    const List& list = vm.block[args[0].as_ref<List>()];
    std::vector<uint64_t> hashes;
    for (uint32_t index = 0; index < list.count; ++index)
        hashes.push_back(static_cast<uint64_t>(
            *to_int64(vm, vm.block.load(list.items.offset + Values::first_offset + index * 8))));
    return new_int(vm, static_cast<int64_t>(combine_tuple_hash(hashes)));
}

// What a Python __hash__ gave, as hash() gives it: 64 bits, never -1.
Value meada_hash_result(Vm& vm, const Args& args) {
    const auto number = to_int64(vm, args[0]);
    if (number) return new_int(vm, *number == -1 ? -2 : *number);
    return new_int(vm, static_cast<int64_t>(hash_of_int_like(vm, args[0])));
}

// The __hash__ of enum's members: that of their name.
Value meada_hash_of_name(Vm& vm, const Args& args) {
    const Computed name = get_attribute_plain(vm, args[0], intern(vm, "_name_"));
    if (name.outcome == Outcome::no)
        return vm.raise(Root::AttributeError, "'" + type_name(vm, args[0]) +
                                                  "' object has no attribute '_name_'");
    if (name.outcome != Outcome::yes) return {};
    const Hashed hashed = hash_of(vm, name.result);
    return hashed.outcome == Outcome::yes ? new_int(vm, static_cast<int64_t>(hashed.hash))
                                          : Value{};
}

}  // namespace meada
