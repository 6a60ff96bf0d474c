#include "machine/emit.h"

#include <algorithm>

#include "machine/machine.h"

namespace meada {

EventPlace event_place(Machine& machine, Ref<Thread> in) {
    // Cores run ahead of each other for a moment; what is told of it is in order all the same.
    MachineRoot& root = machine.edit_root();
    ++root.event_count;
    root.last_event_ns = std::max(root.last_event_ns, machine.now_ns());
    EventPlace place{root.last_event_ns, 0, 0};
    if (in) {
        Thread& thread = machine.vm.block.edit(in);
        ++thread.events;
        place.thread = thread.serial;
        place.task = thread.task_serial;
    }
    return place;
}

uint32_t event_line(const Machine& machine, const EventPlace& place) {
    const Value running = machine.root().running;
    const bool here = running && machine.vm.block[running.as_ref<Thread>()].serial == place.thread;
    return here ? user_line(machine) : 0;
}

uint32_t user_line(const Machine& machine) {
    const Vm& vm = machine.vm;
    if (machine.root().running.is_null() || !vm.context) return 0;
    for (uint32_t at = vm.block[vm.context].frame; at != 0;) {
        const Frame& frame = *vm.block.at<Frame>(at);
        if (!(frame.flags & (frame_library | frame_hidden)) &&
            !(vm.block[frame.code].flags & code_elsewhere)) {
            const uint32_t first =
                vm.block[frame.code].instructions.offset + Instructions::first_offset;
            const uint32_t next =
                (frame.next_word - first) / static_cast<uint32_t>(sizeof(CodeWord));
            return range_of(vm, frame.code, next > 0 ? next - 1 : 0).line;
        }
        at = frame.previous;
    }
    return 0;
}

}  // namespace meada
