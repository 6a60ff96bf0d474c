// range: ints of any size, computed without making the items.
#include "vm/range.h"

#include "vm/sequences.h"

namespace meada {
namespace {

const Value zero = Value::from_int(0), one = Value::from_int(1);

Value combine(Vm& vm, BinaryOperator operation, Value left, Value right) {
    return int_binary(vm, operation, left, right).result;
}
Value add(Vm& vm, Value left, Value right) { return combine(vm, BinaryOperator::add, left, right); }
Value subtract(Vm& vm, Value left, Value right) {
    return combine(vm, BinaryOperator::subtract, left, right);
}
bool less(const Vm& vm, Value left, Value right) {
    return compare_numbers(vm, left, right) == Ordering::less;
}

bool all_small(const Range& range) {
    return range.start.is_int() && range.stop.is_int() && range.step.is_int();
}

// Of ints that fit 48 bits, so nothing overflows.
int64_t small_length(const Range& range) {
    const int64_t start = range.start.as_int(), stop = range.stop.as_int();
    const int64_t step = range.step.as_int();
    if (step > 0) return start < stop ? (stop - start - 1) / step + 1 : 0;
    return stop < start ? (start - stop - 1) / -step + 1 : 0;
}

}  // namespace

Value range_length(Vm& vm, const Range& given) {
    const Range range = given;
    if (all_small(range)) return new_int(vm, small_length(range));
    const bool up = !is_negative(vm, range.step);
    const Value low = up ? range.start : range.stop, high = up ? range.stop : range.start;
    if (!less(vm, low, high)) return zero;
    const Value size = up ? range.step : int_negate(vm, range.step);
    const Value span = size.is_null() ? size : subtract(vm, high, low);
    const Value last = span.is_null() ? span : subtract(vm, span, one);
    const Value steps =
        last.is_null() ? last : combine(vm, BinaryOperator::floor_divide, last, size);
    return steps.is_null() ? steps : add(vm, steps, one);
}

Value range_item(Vm& vm, const Range& given, Value index) {
    const Range range = given;
    if (all_small(range) && index.is_int()) {
        int64_t distance, item;
        if (!__builtin_mul_overflow(index.as_int(), range.step.as_int(), &distance) &&
            !__builtin_add_overflow(range.start.as_int(), distance, &item))
            return new_int(vm, item);
    }
    const Value distance = combine(vm, BinaryOperator::multiply, index, range.step);
    return distance.is_null() ? distance : add(vm, range.start, distance);
}

Outcome range_contains(Vm& vm, const Range& given, Value number) {
    const Range range = given;
    const bool up = !is_negative(vm, range.step);
    const bool inside = up ? !less(vm, number, range.start) && less(vm, number, range.stop)
                           : less(vm, range.stop, number) && !less(vm, range.start, number);
    if (!inside) return Outcome::no;
    const Value distance = subtract(vm, number, range.start);
    if (distance.is_null()) return Outcome::raised;
    const Value rest = combine(vm, BinaryOperator::remainder, distance, range.step);
    if (rest.is_null()) return Outcome::raised;
    return rest == zero ? Outcome::yes : Outcome::no;
}

// Equal if they give the same items.
Outcome range_equal(Vm& vm, const Range& left_given, const Range& right_given) {
    const Range left = left_given, right = right_given;
    const Value length = range_length(vm, left), other = range_length(vm, right);
    if (length.is_null() || other.is_null()) return Outcome::raised;
    const auto same = [&](Value first, Value second) {
        return compare_numbers(vm, first, second) == Ordering::equal;
    };
    if (!same(length, other)) return Outcome::no;
    if (length == zero) return Outcome::yes;
    if (!same(left.start, right.start)) return Outcome::no;
    return length == one || same(left.step, right.step) ? Outcome::yes : Outcome::no;
}

Value new_range(Vm& vm, Value start, Value stop, Value step) {
    const auto range = vm.allocate<Range>(Kind::range, Root::type_range);
    if (!range) return {};
    Range& made = vm.block.edit(range);
    made.start = start;  // ints are never mortal
    made.stop = stop;
    made.step = step;
    return Value::from_ref(range);
}

namespace {

// A slice of a range: the bounds as ints of any size.
struct RangeSlice {
    Vm& vm;
    Range range;
    Value length;
    Outcome outcome = Outcome::yes;

    Value part(Value given) {
        if (given == vm.none()) return given;
        const Computed index = index_of(vm, given);
        if (index.outcome == Outcome::raised) {
            vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
            vm.raise(Root::TypeError,
                     "slice indices must be integers or None or have an __index__ method");
        }
        if (index.outcome != Outcome::yes) outcome = index.outcome;
        return index.outcome == Outcome::yes ? index.result : Value{};
    }
    Value bound(Value given, bool down, Value otherwise) {
        const Value found = part(given);
        if (found.is_null() || outcome != Outcome::yes) return {};
        const Value least = down ? Value::from_int(-1) : zero;
        const Value most = down ? subtract(vm, length, one) : length;
        if (found == vm.none()) return otherwise.is_null() ? most : otherwise;
        Value index = is_negative(vm, found) ? add(vm, found, length) : found;
        if (index.is_null()) return {};
        if (less(vm, index, least)) index = least;
        return less(vm, most, index) ? most : index;
    }
    Value apply(const Slice& slice) {
        Value step = part(slice.step);
        if (step.is_null()) return {};
        if (step == vm.none()) step = one;
        if (step == zero) return vm.raise(Root::ValueError, "slice step cannot be zero");
        const bool down = is_negative(vm, step);
        const Value start = bound(slice.start, down, down ? Value{} : zero);
        if (start.is_null()) return {};
        const Value stop = bound(slice.stop, down, down ? Value::from_int(-1) : Value{});
        if (stop.is_null()) return {};
        const Value new_step = combine(vm, BinaryOperator::multiply, step, range.step);
        const Value first = range_item(vm, range, start), last = range_item(vm, range, stop);
        if (new_step.is_null() || first.is_null() || last.is_null()) return {};
        return new_range(vm, first, last, new_step);
    }
};

}  // namespace

Computed range_get_item(Vm& vm, Value value, Value key) {
    const Range range = vm.block[value.as_ref<Range>()];
    const Value length = range_length(vm, range);
    if (length.is_null()) return {Outcome::raised};
    if (vm.block.kind(key) == Kind::slice) {
        RangeSlice slicing{vm, range, length};
        const Slice slice = vm.block[key.as_ref<Slice>()];
        const Value made = slicing.apply(slice);
        if (!made.is_null()) return {Outcome::yes, made};
        return {slicing.outcome == Outcome::needs_call ? Outcome::needs_call : Outcome::raised};
    }
    if (!is_int_like(vm, key)) {
        if (key.is_ref() && vm.special(key, Special::index_)) return {Outcome::needs_call};
        vm.raise(Root::TypeError,
                 "range indices must be integers or slices, not " + type_name(vm, key));
        return {Outcome::raised};
    }
    Value index = plain_int(vm, key);
    if (!index.is_null() && is_negative(vm, index)) index = add(vm, index, length);
    if (index.is_null()) return {Outcome::raised};
    if (is_negative(vm, index) || !less(vm, index, length)) {
        vm.raise(Root::IndexError, "range object index out of range");
        return {Outcome::raised};
    }
    const Value item = range_item(vm, range, index);
    return {item.is_null() ? Outcome::raised : Outcome::yes, item};
}

// --- natives ---

Value native_range_new(Vm& vm, const Args& args) {
    const bool only_stop = !args.has(2);
    const Value given[] = {only_stop ? zero : args[1], only_stop ? args[1] : args[2],
                           args.has(3) ? args[3] : one};
    Value parts[3];
    for (uint32_t index = 0; index < 3; ++index) {
        const Computed found = index_of(vm, given[index]);
        if (found.outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_range_new, {given[0], given[1], given[2]});
        if (found.outcome != Outcome::yes) return {};
        parts[index] = plain_int(vm, found.result);
        if (parts[index].is_null()) return {};
    }
    if (parts[2] == zero) return vm.raise(Root::ValueError, "range() arg 3 must not be zero");
    return new_range(vm, parts[0], parts[1], parts[2]);
}

Value native_range_start(Vm& vm, const Args& args) {
    return vm.block[args[0].as_ref<Range>()].start;
}
Value native_range_stop(Vm& vm, const Args& args) { return vm.block[args[0].as_ref<Range>()].stop; }
Value native_range_step(Vm& vm, const Args& args) { return vm.block[args[0].as_ref<Range>()].step; }

Value native_range_index(Vm& vm, const Args& args) {
    const Range range = vm.block[args[0].as_ref<Range>()];
    if (!is_int_like(vm, args[1]))
        return vm.call_prelude(Root::prelude_sequence_index,
                               {args[0], args[1], zero, vm.none()});
    const Value wanted = plain_int(vm, args[1]);
    const Outcome outcome = wanted.is_null() ? Outcome::raised : range_contains(vm, range, wanted);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::no) {
        std::string text;
        if (append_repr(vm, text, args[1]) != Outcome::yes) return {};
        return vm.raise(Root::ValueError, text + " is not in range");
    }
    const Value distance = subtract(vm, wanted, range.start);
    return distance.is_null()
               ? distance
               : combine(vm, BinaryOperator::floor_divide, distance, range.step);
}

Value native_range_count(Vm& vm, const Args& args) {
    const Outcome outcome = contains(vm, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_sequence_count, {args[0], args[1]});
    return outcome == Outcome::yes ? one : zero;
}

Value native_range_reversed(Vm& vm, const Args& args) {
    const Range range = vm.block[args[0].as_ref<Range>()];
    const Value length = range_length(vm, range);
    if (length.is_null()) return {};
    const Value last_index = subtract(vm, length, one);
    const Value last = last_index.is_null() ? last_index : range_item(vm, range, last_index);
    const Value before = last.is_null() ? last : subtract(vm, range.start, range.step);
    const Value step = before.is_null() ? before : int_negate(vm, range.step);
    if (step.is_null()) return {};
    const Value reversed = new_range(vm, last, before, step);
    return reversed.is_null() ? reversed : iterate(vm, reversed).result;
}

}  // namespace meada
