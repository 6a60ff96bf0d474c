// Natives of range, slice, and of the iterators that are types of their own.
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/text_like.h"

namespace meada {
namespace {

Value iterator_of_type(Vm& vm, const Args& args, IteratorForm form, Value source, Value next,
                       Value step) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const auto iterator = Ref<Iterator>{
        vm.allocate_cell(Kind::iterator, vm.block[type].root_shape, sizeof(Iterator))};
    if (!iterator) return {};
    vm.block.edit(iterator).detail = static_cast<uint16_t>(form);
    const Value parts[] = {source, next, step};
    for (uint32_t index = 0; index < 3; ++index)
        vm.block.store(iterator.offset + 16 + index * 8, parts[index]);
    return Value::from_ref(iterator);
}

// An int of what was given; null: raised or a Python __index__ has to be asked first.
Value int_argument(Vm& vm, Value value) {
    const Computed computed = index_of(vm, value);
    if (computed.outcome == Outcome::yes) return computed.result;
    return {};
}

Value range_part(const Vm& vm, const Args& args, Value Range::* part) {
    return vm.block[args[0].as_ref<Range>()].*part;
}
Value slice_part(const Vm& vm, const Args& args, Value Slice::* part) {
    return vm.block[args[0].as_ref<Slice>()].*part;
}

}  // namespace

Value native_range_new(Vm& vm, const Args& args) {
    Value parts[3];
    for (uint32_t index = 1; index <= 3; ++index) {
        if (!args.has(index)) continue;
        parts[index - 1] = int_argument(vm, args[index]);
        if (parts[index - 1]) continue;
        if (vm.has_exception()) return {};
        return vm.call_prelude(Root::prelude_range_new, {args[1], args.has(2) ? args[2] : vm.none(),
                                                         args.has(3) ? args[3] : vm.none()});
    }
    const Value one = Value::from_int(1), zero = Value::from_int(0);
    if (!parts[1]) return new_range(vm, zero, parts[0], one);
    const Value step = parts[2] ? parts[2] : one;
    if (step == zero) return vm.raise(Root::ValueError, "range() arg 3 must not be zero");
    return new_range(vm, parts[0], parts[1], step);
}

Value native_range_start(Vm& vm, const Args& args) { return range_part(vm, args, &Range::start); }
Value native_range_stop(Vm& vm, const Args& args) { return range_part(vm, args, &Range::stop); }
Value native_range_step(Vm& vm, const Args& args) { return range_part(vm, args, &Range::step); }

Value native_range_reversed(Vm& vm, const Args& args) {
    const Ref<Range> range = args[0].as_ref<Range>();
    const auto length = range_length(vm, range);
    const Value step = int_negate(vm, vm.block[range].step);
    const Value count = new_int(vm, length.value_or(0));
    const Value last = range_item(vm, range, length.value_or(0) - 1);
    const Value stop =
        int_binary(vm, BinaryOperator::add, last,
                   int_binary(vm, BinaryOperator::multiply, step, count).result).result;
    const Value backwards = new_range(vm, last, stop, step);
    const Computed iterator = backwards ? plain_iterate(vm, backwards) : Computed{Outcome::raised};
    return iterator.result;
}

Value native_range_index(Vm& vm, const Args& args) {
    const Ref<Range> range = args[0].as_ref<Range>();
    if (is_int_like(vm, args[1]) && plain_contains(vm, args[0], args[1]) == Outcome::yes) {
        const Range found = vm.block[range];
        const Value offset =
            int_binary(vm, BinaryOperator::subtract, plain_int(vm, args[1]), found.start).result;
        return int_binary(vm, BinaryOperator::floor_divide, offset, found.step).result;
    }
    std::string text;
    append_repr(vm, text, args[1]);
    return vm.raise(Root::ValueError, text + " is not in range");
}

Value native_range_count(Vm& vm, const Args& args) {
    const Outcome outcome = plain_contains(vm, args[0], args[1]);
    return outcome == Outcome::raised ? Value{} : Value::from_int(outcome == Outcome::yes);
}

Value native_slice_new(Vm& vm, const Args& args) {
    const auto slice = vm.allocate<Slice>(Kind::slice, Root::type_slice);
    if (!slice) return {};
    const bool stop_only = !args.has(2);
    const Value start = stop_only ? vm.none() : args[1];
    const Value stop = stop_only ? args[1] : args[2];
    const Value step = args.has(3) ? args[3] : vm.none();
    vm.block.store(slice.offset + 8, start);
    vm.block.store(slice.offset + 16, stop);
    vm.block.store(slice.offset + 24, step);
    return Value::from_ref(slice);
}
Value native_slice_start(Vm& vm, const Args& args) { return slice_part(vm, args, &Slice::start); }
Value native_slice_stop(Vm& vm, const Args& args) { return slice_part(vm, args, &Slice::stop); }
Value native_slice_step(Vm& vm, const Args& args) { return slice_part(vm, args, &Slice::step); }

Value native_slice_indices(Vm& vm, const Args& args) {
    int64_t length;
    SliceBounds bounds;
    if (!take_index(vm, args[1], length)) return {};
    if (length < 0) return vm.raise(Root::ValueError, "length should not be negative");
    const auto clipped = static_cast<uint32_t>(std::min<int64_t>(length, UINT32_MAX));
    if (!take_slice(vm, args[0], clipped, bounds)) return {};
    const Value parts[] = {new_int(vm, bounds.start), new_int(vm, bounds.stop),
                           new_int(vm, bounds.step)};
    return new_tuple(vm, parts);
}

// enumerate, zip, map, filter: the prelude calls iter() on what they go over and comes back with
// the iterators in a tuple marked as its own (_meada.unpacked).
namespace {

Value ready_source(Vm& vm, Value given) {
    const bool ready = vm.block.kind(given) == Kind::tuple &&
                       vm.block.object(given).detail == unpacked_mark;
    return ready ? given : Value{};
}

Value plain_iterator(Vm& vm, Value iterable) {
    const Computed iterator = iterate(vm, iterable);
    if (iterator.outcome == Outcome::needs_call) vm.request = {};
    return iterator.outcome == Outcome::yes ? iterator.result : Value{};
}

}  // namespace

Value native_enumerate_new(Vm& vm, const Args& args) {
    const Value start = args.has(2) ? args[2] : Value::from_int(0);
    const Value source = ready_source(vm, args[1]);
    if (source)
        return iterator_of_type(vm, args, IteratorForm::enumerate, sequence_item(vm, source, 0),
                                start, {});
    const Value iterator = plain_iterator(vm, args[1]);
    if (vm.has_exception()) return {};
    if (iterator && is_int_like(vm, start))
        return iterator_of_type(vm, args, IteratorForm::enumerate, iterator, start, {});
    return vm.call_prelude(Root::prelude_new_iterator, {args[0], vm.none(), args[1], start});
}

Value native_zip_new(Vm& vm, const Args& args) {
    const Value strict = args.has(2) ? args[2] : vm.boolean(false);
    std::vector<Value> iterators;
    for (uint32_t index = 0; index < sequence_count(vm, args[1]); ++index) {
        const Value iterator = plain_iterator(vm, sequence_item(vm, args[1], index));
        if (vm.has_exception()) {
            if (!vm.is_instance(vm.block[vm.context].exception, Root::TypeError)) return {};
            vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
            return vm.raise(Root::TypeError, "zip argument #" + std::to_string(index + 1) +
                                                 " must support iteration");
        }
        if (iterator.is_null())
            return vm.call_prelude(Root::prelude_new_iterator,
                                   {args[0], vm.none(), args[1], strict});
        iterators.push_back(iterator);
    }
    const Value source = new_tuple(vm, iterators);
    return source ? iterator_of_type(vm, args, IteratorForm::zip, source, vm.none(), strict)
                  : Value{};
}

Value native_map_new(Vm& vm, const Args& args) {
    if (sequence_count(vm, args[2]) == 0)
        return vm.raise(Root::TypeError, "map() must have at least two arguments.");
    std::vector<Value> iterators;
    for (uint32_t index = 0; index < sequence_count(vm, args[2]); ++index) {
        const Value iterator = plain_iterator(vm, sequence_item(vm, args[2], index));
        if (vm.has_exception()) return {};
        if (iterator.is_null())
            return vm.call_prelude(Root::prelude_new_iterator,
                                   {args[0], args[1], args[2], vm.none()});
        iterators.push_back(iterator);
    }
    const Value source = new_tuple(vm, iterators);
    return source ? iterator_of_type(vm, args, IteratorForm::map, source, args[1], {}) : Value{};
}

Value native_filter_new(Vm& vm, const Args& args) {
    const Value iterator = plain_iterator(vm, args[2]);
    if (vm.has_exception()) return {};
    if (iterator.is_null()) {
        const Value iterable = args[2];
        return vm.call_prelude(Root::prelude_new_iterator,
                               {args[0], args[1], new_tuple(vm, {&iterable, 1}), vm.none()});
    }
    return iterator_of_type(vm, args, IteratorForm::filter, iterator, args[1], {});
}

Value native_reversed_new(Vm& vm, const Args& args) {
    if (const Value method = args[1].is_ref() ? vm.special(args[1], Special::reversed_) : Value{}) {
        if (method != vm.none()) return vm.call(method, {args[1]});
    }
    return vm.call_prelude(Root::prelude_reversed, {args[1]});
}

Value native_iterator_next(Vm& vm, const Args& args) {
    const Computed next = next_item(vm, args[0]);
    switch (next.outcome) {
        case Outcome::yes: return next.result;
        case Outcome::no: return vm.raise(Root::StopIteration, std::initializer_list<Value>{});
        case Outcome::raised: return {};
        case Outcome::needs_call: break;
    }
    if (vm.request.kind != Vm::Request::Kind::none) return {};
    return vm.call_prelude(Root::prelude_iterator_next, {args[0]});
}

Value native_iterator_length_hint(Vm& vm, const Args& args) {
    const Iterator found = vm.block[args[0].as_ref<Iterator>()];
    if (found.source.is_null()) return Value::from_int(0);
    switch (static_cast<IteratorForm>(found.detail)) {
        case IteratorForm::range: return Value::from_int(found.limit);
        case IteratorForm::reversed_list: return Value::from_int(found.index);
        default: {
            const Length length = length_of(vm, found.source);
            if (length.outcome != Outcome::yes) return vm.root(Root::not_implemented);
            return new_int(vm, std::max<int64_t>(length.length - found.index, 0));
        }
    }
}

// (form, source, next, step, index): what the prelude steps by.
Value meada_iterator_parts(Vm& vm, const Args& args) {
    const Iterator found = vm.block[args[0].as_ref<Iterator>()];
    const auto or_none = [&](Value value) { return value ? value : vm.none(); };
    static constexpr const char* names[] = {"sequence", "callable", "enumerate", "zip",
                                            "map",      "filter",   "reversed"};
    static constexpr IteratorForm forms[] = {
        IteratorForm::sequence, IteratorForm::callable, IteratorForm::enumerate,
        IteratorForm::zip,      IteratorForm::map,      IteratorForm::filter,
        IteratorForm::reversed_sequence};
    std::string name = "native";
    for (size_t index = 0; index < std::size(forms); ++index)
        if (found.detail == static_cast<uint16_t>(forms[index])) name = names[index];
    const Value parts[] = {intern(vm, name), or_none(found.source), or_none(found.next),
                           or_none(found.step), Value::from_int(found.index)};
    return new_tuple(vm, parts);
}

Value meada_iterator_advance(Vm& vm, const Args& args) {
    vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(Iterator, next)), args[1]);
    ++vm.block.edit(args[0].as_ref<Iterator>()).index;
    return vm.none();
}

Value meada_iterator_exhaust(Vm& vm, const Args& args) {
    vm.block.clear(args[0].offset() + static_cast<uint32_t>(offsetof(Iterator, source)));
    return vm.none();
}

Value meada_callable_iterator(Vm& vm, const Args& args) {
    const Value iterator = new_iterator(vm, Root::type_callable_iterator, IteratorForm::callable,
                                        args[0]);
    if (iterator)
        vm.block.store(iterator.offset() + static_cast<uint32_t>(offsetof(Iterator, next)), args[1]);
    return iterator;
}

Value meada_sequence_iterator(Vm& vm, const Args& args) {
    const Value iterator =
        new_iterator(vm, Root::type_sequence_iterator, IteratorForm::sequence, args[0]);
    if (iterator)
        vm.block.store(iterator.offset() + static_cast<uint32_t>(offsetof(Iterator, next)),
                       Value::from_int(0));
    return iterator;
}

}  // namespace meada
