// slice objects, and what a slice means against a length.
#include <algorithm>
#include <limits>

#include "vm/sequences.h"

namespace meada {
namespace {

// A bound as 64 bits, clamped; None leaves `out` as it is.
Outcome take_bound(Vm& vm, Value value, int64_t& out) {
    if (value.is_int()) {
        out = value.as_int();
        return Outcome::yes;
    }
    if (value == vm.none()) return Outcome::yes;
    if (is_int_like(vm, value)) {
        const auto found = to_int64(vm, value);
        out = found ? *found
                    : (is_negative(vm, value) ? std::numeric_limits<int64_t>::min()
                                              : std::numeric_limits<int64_t>::max());
        return Outcome::yes;
    }
    if (value.is_ref() && vm.special(value, Special::index_)) return Outcome::needs_call;
    vm.raise(Root::TypeError,
             "slice indices must be integers or None or have an __index__ method");
    return Outcome::raised;
}

}  // namespace

Outcome slice_bounds(Vm& vm, Value slice, uint32_t length, SliceBounds& out) {
    const Slice given = vm.block[slice.as_ref<Slice>()];
    out = {};
    Outcome outcome = take_bound(vm, given.step, out.step);
    if (outcome != Outcome::yes) return outcome;
    if (out.step == 0) {
        vm.raise(Root::ValueError, "slice step cannot be zero");
        return Outcome::raised;
    }
    out.step = std::max(out.step, -std::numeric_limits<int64_t>::max());
    const bool down = out.step < 0;
    const int64_t least = down ? -1 : 0;
    const int64_t most = down ? int64_t{length} - 1 : length;
    out.start = down ? most : least;
    out.stop = down ? least : most;
    const auto take = [&](Value value, int64_t& bound) {
        if (value == vm.none()) return Outcome::yes;
        const Outcome taken = take_bound(vm, value, bound);
        if (bound < 0) bound += length;  // at most 2**32: no overflow upwards from a negative
        bound = std::clamp(bound, least, most);
        return taken;
    };
    outcome = take(given.start, out.start);
    if (outcome == Outcome::yes) outcome = take(given.stop, out.stop);
    if (outcome != Outcome::yes) return outcome;
    if (!down && out.start < out.stop)
        out.count = static_cast<uint32_t>((out.stop - out.start - 1) / out.step + 1);
    if (down && out.stop < out.start)
        out.count = static_cast<uint32_t>((out.start - out.stop - 1) / -out.step + 1);
    return Outcome::yes;
}

// --- natives ---

Value native_slice_new(Vm& vm, const Args& args) {
    const Value first = args[1], second = args[2], third = args[3];
    const auto slice = vm.allocate<Slice>(Kind::slice, Root::type_slice);
    if (!slice) return {};
    const bool one = second.is_null();
    const Value parts[] = {one ? vm.none() : first, one ? first : second,
                           third.is_null() ? vm.none() : third};
    for (uint32_t index = 0; index < 3; ++index)
        vm.block.store(slice.offset + 8 + index * 8, parts[index]);
    return Value::from_ref(slice);
}

Value native_slice_start(Vm& vm, const Args& args) {
    return vm.block[args[0].as_ref<Slice>()].start;
}
Value native_slice_stop(Vm& vm, const Args& args) { return vm.block[args[0].as_ref<Slice>()].stop; }
Value native_slice_step(Vm& vm, const Args& args) { return vm.block[args[0].as_ref<Slice>()].step; }

Value native_slice_indices(Vm& vm, const Args& args) {
    const Computed index = index_of(vm, args[1]);
    if (index.outcome == Outcome::raised) return {};
    const auto length =
        index.outcome == Outcome::yes ? to_int64(vm, index.result) : std::optional<int64_t>{};
    if (length && *length < 0)
        return vm.raise(Root::ValueError, "length should not be negative");
    SliceBounds bounds;
    // Lengths that no list can have, and bounds with a Python __index__: in Python.
    if (!length || *length > 0xffff'ffff)
        return vm.call_prelude(Root::prelude_slice_indices, {args[0], args[1]});
    const Outcome outcome =
        slice_bounds(vm, args[0], static_cast<uint32_t>(*length), bounds);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_slice_indices, {args[0], args[1]});
    if (outcome == Outcome::raised) return {};
    const Value step = bounds.step == -std::numeric_limits<int64_t>::max()
                           ? vm.block[args[0].as_ref<Slice>()].step
                           : new_int(vm, bounds.step);
    const Value parts[] = {new_int(vm, bounds.start), new_int(vm, bounds.stop), step};
    return step.is_null() ? step : new_tuple(vm, parts);
}

}  // namespace meada
