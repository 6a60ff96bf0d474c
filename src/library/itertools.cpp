// Steps of the iterators of itertools.py that need no Python code, on the members of their objects:
// a pool (or pools), indices into it, and the state, in this order.
#include "library/natives.h"

namespace meada {
namespace {

Value raise_wrong_self(Vm& vm, Value self) {
    return vm.raise(Root::TypeError,
                    "'" + type_name(vm, self) + "' object is no iterator of itertools");
}

enum State : int64_t { state_fresh, state_running, state_done };

// An iterator that chooses from a pool by a list of indices.
struct Selection {
    Vm& vm;
    Value self;

    static constexpr uint32_t member_count = 3;
    uint32_t member(uint32_t index) const {
        return self.offset() + Instance::slots_offset + index * 8;
    }
    bool is_one() const {
        return has_members(vm, self, member_count) && vm.block.kind(pool()) == Kind::tuple &&
               vm.block.kind(indices()) == Kind::list && vm.block.load(member(2)).is_int();
    }
    Value pool() const { return vm.block.load(member(0)); }
    Value indices() const { return vm.block.load(member(1)); }
    int64_t state() const { return vm.block.load(member(2)).as_int(); }
    void set_state(State state) { vm.block.store(member(2), Value::from_int(state)); }
    static uint32_t count_of(const Vm& vm, Value tuple) {
        return vm.block[tuple.as_ref<Tuple>()].count;
    }
    Value item(Value tuple, uint32_t index) const {
        return vm.block.load(tuple.offset() + Tuple::items_offset + index * 8);
    }
    uint32_t length(Value list) const { return vm.block[list.as_ref<List>()].count; }
    uint32_t slot(Value list, uint32_t place) const {
        return vm.block[list.as_ref<List>()].items.offset + Values::first_offset + place * 8;
    }
    uint32_t index(uint32_t place) const { return number(indices(), place); }
    uint32_t number(Value list, uint32_t place) const {
        return static_cast<uint32_t>(vm.block.load(slot(list, place)).as_int());
    }
    void set_index(uint32_t place, uint32_t index) { set_number(indices(), place, index); }
    void set_number(Value list, uint32_t place, uint32_t number) {
        vm.block.store(slot(list, place), Value::from_int(number));
    }
    Value chosen(uint32_t count) {  // of one pool
        std::vector<Value> items;
        for (uint32_t place = 0; place < count; ++place)
            items.push_back(item(pool(), index(place)));
        return new_tuple(vm, items);
    }
    Value done() {
        set_state(state_done);
        return vm.raise(Root::StopIteration, std::initializer_list<Value>{});
    }
    // True: the first one, or none any more; `result` is what to end with.
    bool at_an_end(Value& result, uint32_t count) {
        if (!is_one()) {
            result = raise_wrong_self(vm, self);
            return true;
        }
        if (state() == state_running) return false;
        if (state() == state_done) {
            result = done();
        } else {
            set_state(state_running);
            result = chosen(count);
        }
        return true;
    }
};

}  // namespace

Value library_product_next(Vm& vm, const Args& args) {
    Selection selection{vm, args[0]};
    if (!selection.is_one() || selection.state() == state_done) {
        Value result;
        selection.at_an_end(result, 0);
        return result;
    }
    const Value pools = selection.pool();
    const uint32_t count = selection.length(selection.indices());
    if (selection.state() == state_fresh) {
        selection.set_state(state_running);
    } else {
        uint32_t place = count;
        for (; place > 0; --place) {
            const uint32_t next = selection.index(place - 1) + 1;
            const bool wraps = next >= Selection::count_of(vm, selection.item(pools, place - 1));
            selection.set_index(place - 1, wraps ? 0 : next);
            if (!wraps) break;
        }
        if (place == 0) return selection.done();
    }
    std::vector<Value> items;
    for (uint32_t place = 0; place < count; ++place)
        items.push_back(selection.item(selection.item(pools, place), selection.index(place)));
    return new_tuple(vm, items);
}

Value library_combinations_next(Vm& vm, const Args& args) {
    Selection selection{vm, args[0]};
    Value result;
    const uint32_t taken = selection.is_one() ? selection.length(selection.indices()) : 0;
    if (selection.at_an_end(result, taken)) return result;
    const uint32_t count = Selection::count_of(vm, selection.pool());
    uint32_t place = taken;
    while (place > 0 && selection.index(place - 1) == place - 1 + count - taken) --place;
    if (place == 0) return selection.done();
    const uint32_t first = selection.index(place - 1) + 1;
    for (uint32_t at = place - 1; at < taken; ++at)
        selection.set_index(at, first + at - (place - 1));
    return selection.chosen(taken);
}

Value library_combinations_with_next(Vm& vm, const Args& args) {
    Selection selection{vm, args[0]};
    Value result;
    const uint32_t taken = selection.is_one() ? selection.length(selection.indices()) : 0;
    if (selection.at_an_end(result, taken)) return result;
    const uint32_t count = Selection::count_of(vm, selection.pool());
    uint32_t place = taken;
    while (place > 0 && selection.index(place - 1) + 1 == count) --place;
    if (place == 0) return selection.done();
    const uint32_t index = selection.index(place - 1) + 1;
    for (uint32_t at = place - 1; at < taken; ++at) selection.set_index(at, index);
    return selection.chosen(taken);
}

// Each place counts down how many indices it has still to try (`_cycles`, the fourth member).
Value library_permutations_next(Vm& vm, const Args& args) {
    Selection selection{vm, args[0]};
    Value result;
    const bool whole = selection.is_one() && vm.block[vm.type_of(args[0])].member_slots >= 4;
    const Value cycles = whole ? vm.block.load(selection.member(3)) : Value{};
    const uint32_t taken = vm.block.kind(cycles) == Kind::list ? selection.length(cycles) : 0;
    if (selection.at_an_end(result, taken)) return result;
    const uint32_t count = Selection::count_of(vm, selection.pool());
    for (uint32_t place = taken; place-- > 0;) {
        const uint32_t left = selection.number(cycles, place) - 1;
        if (left > 0) {
            selection.set_number(cycles, place, left);
            const uint32_t other = selection.index(count - left);
            selection.set_index(count - left, selection.index(place));
            selection.set_index(place, other);
            return selection.chosen(taken);
        }
        const uint32_t first = selection.index(place);
        for (uint32_t at = place; at + 1 < count; ++at)
            selection.set_index(at, selection.index(at + 1));
        selection.set_index(count - 1, first);
        selection.set_number(cycles, place, count - place);
    }
    return selection.done();
}

// On `_next` and `_step`: small ints here.
Value library_count_next(Vm& vm, const Args& args) {
    if (!has_members(vm, args[0], 2)) return raise_wrong_self(vm, args[0]);
    const uint32_t slot = args[0].offset() + Instance::slots_offset;
    const Value next = vm.block.load(slot), step = vm.block.load(slot + 8);
    if (!next.is_int() || !step.is_int() || !Value::fits_int(next.as_int() + step.as_int()))
        return call_library(vm, "itertools", "_count_on", {args[0]});
    vm.block.store(slot, Value::from_int(next.as_int() + step.as_int()));
    return next;
}

// On `_object` and `_times`, which is negative for ever.
Value library_repeat_next(Vm& vm, const Args& args) {
    if (!has_members(vm, args[0], 2)) return raise_wrong_self(vm, args[0]);
    const uint32_t slot = args[0].offset() + Instance::slots_offset;
    const Value times = vm.block.load(slot + 8);
    if (times == Value::from_int(0))
        return vm.raise(Root::StopIteration, std::initializer_list<Value>{});
    if (times.is_int() && times.as_int() > 0)
        vm.block.store(slot + 8, Value::from_int(times.as_int() - 1));
    return vm.block.load(slot);
}

}  // namespace meada
