// A binary heap of threads, in the block: of those with timers, of those that want a core. What it
// is ordered by, and where it is kept, is its Order's:
//
//     static constexpr Value MachineRoot::*cell;       a Values cell
//     static constexpr uint32_t MachineRoot::*count;
//     static constexpr uint32_t Thread::*index;        the thread's place + 1; 0: not in it
//     static bool before(const Thread&, const Thread&);
#pragma once

#include <algorithm>

#include "machine/machine.h"

namespace meada {

template <typename Order>
struct ThreadHeap {
    Machine& machine;

    uint32_t count() const { return machine.root().*Order::count; }
    Ref<Thread> at(uint32_t index) const {
        return machine.vm.block.load(slot(index)).template as_ref<Thread>();
    }
    bool before(Ref<Thread> left, Ref<Thread> right) const {
        return Order::before(machine.vm.block[left], machine.vm.block[right]);
    }

    void add(Ref<Thread> thread) {
        ASSERT(machine.vm.block[thread].*Order::index == 0);
        make_room();
        const uint32_t index = (machine.edit_root().*Order::count)++;
        put(index, thread);
        rise(index);
    }
    void take(Ref<Thread> thread) {
        const uint32_t place = machine.vm.block[thread].*Order::index;
        ASSERT(place != 0);
        const uint32_t last = --(machine.edit_root().*Order::count);
        const Ref<Thread> moved = at(last);
        machine.vm.block.move_in(slot(last), Value{});
        machine.vm.block.edit(thread).*Order::index = 0;
        if (moved == thread) return;
        put(place - 1, moved);
        moved_to(moved);
    }
    // What it is ordered by has changed, or its place.
    void moved_to(Ref<Thread> thread) {
        rise(machine.vm.block[thread].*Order::index - 1);
        sink(machine.vm.block[thread].*Order::index - 1);
    }

  private:
    uint32_t slot(uint32_t index) const {
        return (machine.root().*Order::cell).offset() + Values::first_offset + index * 8;
    }
    void put(uint32_t index, Ref<Thread> thread) {
        machine.vm.block.move_in(slot(index), Value::from_ref(thread));
        machine.vm.block.edit(thread).*Order::index = index + 1;
    }
    void rise(uint32_t index) {
        const Ref<Thread> thread = at(index);
        while (index > 0) {
            const uint32_t parent = (index - 1) / 2;
            if (!before(thread, at(parent))) break;
            put(index, at(parent));
            index = parent;
        }
        put(index, thread);
    }
    void sink(uint32_t index) {
        const Ref<Thread> thread = at(index);
        for (;;) {
            uint32_t child = index * 2 + 1;
            if (child >= count()) break;
            if (child + 1 < count() && before(at(child + 1), at(child))) ++child;
            if (!before(at(child), thread)) break;
            put(index, at(child));
            index = child;
        }
        put(index, thread);
    }
    // Room for one more. The block is never so full that there is none: see page_reserve.
    void make_room() {
        Block& block = machine.vm.block;
        const Value old = machine.root().*Order::cell;
        const uint32_t count = this->count();
        const uint32_t room =
            old ? (block.cell_size(old.offset()) - Values::first_offset) / 8 : 0;
        if (count < room) return;
        const uint32_t size = Values::first_offset + std::max(14u, room * 2) * 8;
        const uint32_t cell = block.allocate(Kind::values, {}, size);
        ASSERT(cell != 0);
        for (uint32_t index = 0; index < count; ++index)
            block.move_in(cell + Values::first_offset + index * 8,
                          block.load(old.offset() + Values::first_offset + index * 8));
        machine.edit_root().*Order::cell = Value::from_ref(Ref<Values>{cell});
        if (old) {
            for (uint32_t index = 0; index < count; ++index)
                block.move_in(old.offset() + Values::first_offset + index * 8, Value{});
            block.free_now(old.offset());
        }
    }
};

}  // namespace meada
