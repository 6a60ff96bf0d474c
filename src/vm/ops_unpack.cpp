// Taking sequences apart: UNPACK_SEQUENCE and UNPACK_EX.
#include "vm/containers.h"
#include "vm/op_support.h"
#include "vm/slow_ops.h"

namespace meada {
namespace {

Step unpack_items(Vm& vm, std::span<const Value> items) {
    const Value sequence = pop(vm);
    for (size_t index = items.size(); index-- > 0;) push(vm, items[index]);
    drop_value(vm, sequence);
    return Step::next;
}

// A list or a tuple, of no class of its own.
bool is_plain_sequence(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return (kind == Kind::tuple || kind == Kind::list) && !is_heap_type(vm, value);
}

// A list or tuple that is long enough.
Step unpack_starred(Vm& vm, Value sequence, uint32_t before, uint32_t after) {
    const Items from = items_of(vm, sequence);
    const auto copy = [&](uint32_t begin, uint32_t end) {
        std::vector<Value> values;
        for (uint32_t index = begin; index < end; ++index)
            values.push_back(item_at(vm, from, index));
        return values;
    };
    std::vector<Value> items = copy(0, before);
    const std::vector<Value> rest = copy(from.count - after, from.count);
    const Value middle = new_list(vm, copy(before, from.count - after));
    if (middle.is_null()) return Step::raised;
    items.push_back(middle);
    items.insert(items.end(), rest.begin(), rest.end());
    return unpack_items(vm, items);
}

}  // namespace

Step op_unpack_sequence(Vm& vm, uint32_t count) {
    const Value sequence = peek(vm, 0);
    if (!is_plain_sequence(vm, sequence)) {
        // A tuple of the right length comes back, and the instruction runs again on it.
        pop(vm);
        repeat(vm);
        const Step step = call_value(vm, vm.root(Root::prelude_unpack),
                                     {sequence, Value::from_int(count), Value::from_int(-1)},
                                     ReturnMode::push);
        drop_value(vm, sequence);  // only now: it may be the last reference
        return step;
    }
    const Items from = items_of(vm, sequence);
    if (const uint32_t found = from.count; found != count) {
        const std::string wanted = std::to_string(count);
        vm.raise(Root::ValueError,
                 found > count ? "too many values to unpack (expected " + wanted + ")"
                               : "not enough values to unpack (expected " + wanted + ", got " +
                                     std::to_string(found) + ")");
        return Step::raised;
    }
    std::vector<Value> items(count);
    for (uint32_t index = 0; index < count; ++index) items[index] = item_at(vm, from, index);
    return unpack_items(vm, items);
}

Step op_unpack_ex(Vm& vm, uint32_t argument) {
    const uint32_t before = argument & 0xff, after = argument >> 8;
    const Value sequence = peek(vm, 0);
    const bool ready = vm.block.kind(sequence) == Kind::tuple &&
                       vm.block.object(sequence).detail == unpacked_mark;
    if (!ready && is_plain_sequence(vm, sequence) &&
        items_of(vm, sequence).count >= before + after)
        return unpack_starred(vm, sequence, before, after);
    if (!ready) {
        pop(vm);
        repeat(vm);
        const Step step = call_value(vm, vm.root(Root::prelude_unpack),
                                     {sequence, Value::from_int(before), Value::from_int(after)},
                                     ReturnMode::push);
        drop_value(vm, sequence);  // only now: it may be the last reference
        return step;
    }
    const uint32_t count = vm.block[sequence.as_ref<Tuple>()].count;
    std::vector<Value> items(count);
    for (uint32_t index = 0; index < count; ++index)
        items[index] = tuple_item(vm, sequence.as_ref<Tuple>(), index);
    return unpack_items(vm, items);
}

}  // namespace meada
