// Moving an item of a heap to its place, where no comparison needs Python: the place is found
// first, then items move.
#include <array>

#include "library/natives.h"

namespace meada {
namespace {

// A heap and what its comparisons came to: once one has failed, none counts.
struct Heap {
    Vm& vm;
    Ref<List> list;
    Outcome failure = Outcome::no;
    uint64_t comparisons = 0;

    uint32_t count() const { return vm.block[list].count; }
    uint32_t slot(uint32_t at) const {
        return vm.block[list].items.offset + Values::first_offset + at * 8;
    }
    Value item(uint32_t at) const { return vm.block.load(slot(at)); }
    void put(uint32_t at, Value item) { vm.block.move_in(slot(at), item); }
    bool less(Value left, Value right) {
        if (failure != Outcome::no) return false;
        ++comparisons;
        const Outcome outcome = compare(vm, CompareOperator::less, left, right);
        if (outcome == Outcome::raised || outcome == Outcome::needs_call) failure = outcome;
        return outcome == Outcome::yes;
    }
    // True: done; false: Python has to do it. Null: raised.
    Value end() {
        vm.charge(comparisons);
        if (failure == Outcome::raised) return {};
        vm.request = {};
        return vm.boolean(failure == Outcome::no);
    }
};

constexpr uint32_t depth_max = 32;  // a list has fewer than 2**30 items

bool is_place(const Vm& vm, const Args& args) {
    return vm.block.kind(args[0]) == Kind::list && args[1].is_int() && args[1].as_int() >= 0 &&
           args[1].as_int() < vm.block[args[0].as_ref<List>()].count;
}

// `what`: the function and which of its arguments it is.
Value raise_no_list(Vm& vm, const char* what, Value heap) {
    return vm.raise(Root::TypeError,
                    std::string(what) + " must be list, not " + type_name(vm, heap));
}

}  // namespace

namespace {

// Up from `start`, as long as it is smaller than its parent.
void rise(Heap& heap, uint32_t start) {
    const Value item = heap.item(start);
    uint32_t place = start;
    while (place > 0 && heap.less(item, heap.item((place - 1) / 2))) place = (place - 1) / 2;
    if (heap.failure == Outcome::no && place != start) {
        for (uint32_t at = start; at != place; at = (at - 1) / 2)
            heap.put(at, heap.item((at - 1) / 2));
        heap.put(place, item);
    }
}

// Down from `start` to the bottom by the smaller child, and back up the same way.
void sink(Heap& heap, uint32_t start) {
    std::array<uint32_t, depth_max> way;
    uint32_t last = 0;
    way[0] = start;
    for (uint32_t child; (child = way[last] * 2 + 1) < heap.count();) {
        const bool takes_right = child + 1 < heap.count() &&
                                 !heap.less(heap.item(child), heap.item(child + 1));
        way[++last] = takes_right ? child + 1 : child;
    }
    const Value item = heap.item(way[0]);
    while (last > 0 && heap.less(item, heap.item(way[last]))) --last;
    if (heap.failure == Outcome::no) {
        for (uint32_t step = 0; step < last; ++step) heap.put(way[step], heap.item(way[step + 1]));
        heap.put(way[last], item);
    }
}

}  // namespace

Value library_heap_sink(Vm& vm, const Args& args) {
    if (!is_place(vm, args)) return raise_no_list(vm, "heap argument", args[0]);
    Heap heap{vm, args[0].as_ref<List>()};
    sink(heap, static_cast<uint32_t>(args[1].as_int()));
    return heap.end();
}

Value library_heappush(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::list)
        return raise_no_list(vm, "heappush() argument 1", args[0]);
    Heap heap{vm, args[0].as_ref<List>()};
    if (!list_append(vm, heap.list, args[1])) return {};
    rise(heap, heap.count() - 1);
    const Value done = heap.end();
    if (done.is_null() || done == vm.boolean(true)) return done ? vm.none() : Value{};
    return call_library(vm, "heapq", "_rise_last", {args[0]});
}

Value library_heappop(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::list)
        return raise_no_list(vm, "heappop() argument", args[0]);
    Heap heap{vm, args[0].as_ref<List>()};
    if (heap.count() == 0) return vm.raise(Root::IndexError, "index out of range");
    const Value last = list_pop(vm, heap.list, heap.count() - 1);
    if (last.is_null() || heap.count() == 0) return last;
    const Value first = heap.item(0);
    vm.block.store(heap.slot(0), last);
    sink(heap, 0);
    const Value done = heap.end();
    if (done.is_null() || done == vm.boolean(true)) return done ? first : Value{};
    return call_library(vm, "heapq", "_sink_first", {args[0], first});
}

}  // namespace meada
