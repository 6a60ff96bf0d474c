// range: its length and items, of ints of any size.
#include "vm/numbers.h"
#include "vm/sequences.h"

namespace meada {

Value new_range(Vm& vm, Value start, Value stop, Value step) {
    const auto range = vm.allocate<Range>(Kind::range, Root::type_range);
    if (!range) return {};
    vm.block.store(range.offset + 8, start);
    vm.block.store(range.offset + 16, stop);
    vm.block.store(range.offset + 24, step);
    return Value::from_ref(range);
}

std::optional<int64_t> range_length(Vm& vm, Ref<Range> ref) {
    const Range range = vm.block[ref];
    const auto start = to_int64(vm, range.start), stop = to_int64(vm, range.stop),
               step = to_int64(vm, range.step);
    if (!start || !stop || !step) return std::nullopt;
    const __int128 distance = *step > 0 ? static_cast<__int128>(*stop) - *start
                                        : static_cast<__int128>(*start) - *stop;
    if (distance <= 0) return 0;
    const __int128 stride = *step > 0 ? *step : -static_cast<__int128>(*step);
    const __int128 count = (distance - 1) / stride + 1;
    if (count > INT64_MAX) return std::nullopt;
    return static_cast<int64_t>(count);
}

Value range_item(Vm& vm, Ref<Range> ref, int64_t index) {
    const Range range = vm.block[ref];
    const auto start = to_int64(vm, range.start), step = to_int64(vm, range.step);
    if (start && step) {
        const __int128 item = static_cast<__int128>(*start) + static_cast<__int128>(index) * *step;
        if (item >= INT64_MIN && item <= INT64_MAX)
            return new_int(vm, static_cast<int64_t>(item));
    }
    const Value scaled =
        int_binary(vm, BinaryOperator::multiply, range.step, new_int(vm, index)).result;
    return int_binary(vm, BinaryOperator::add, range.start, scaled).result;
}

}  // namespace meada
