// Emitting events: into the trace hash (in the block) and to the recorder, if there is one.
#pragma once

#include <new>

#include "base/hash.h"
#include "machine/machine.h"

namespace meada {

inline uint64_t hash_field(uint64_t hash, Text text) {
    return hash_bytes(hash, {reinterpret_cast<const uint8_t*>(text.data()), text.size()});
}
template <typename T>
uint64_t hash_field(uint64_t hash, T field) {
    return hash_mix(hash, static_cast<uint64_t>(field));
}

struct EventPlace {
    TimeNs time_ns;
    Serial thread, task;
};
EventPlace event_place(Machine&, Ref<Thread>);  // now; counts the event
// Of the innermost user frame, where the place is in the running thread; else 0.
uint32_t event_line(const Machine&, const EventPlace&);

union EventRoom {
    EventRoom() {}  // nothing: the event is made later
    Event event;
};

// In a thread that need not be the running one; null: in none. Small events come in registers.
template <typename T>
void emit_in(Machine& machine, Ref<Thread> thread, T event) {
    const EventPlace place = event_place(machine, thread);
    uint64_t hash = machine.root().trace_hash;
    hash = hash_mix(hash, event_number<T>);
    hash = hash_mix(hash, place.time_ns);
    hash = hash_mix(hash, uint64_t{place.thread} << 32 | place.task);
    each_field(event, [&](const char*, const auto& field) { hash = hash_field(hash, field); });
    machine.edit_root().trace_hash = hash;
    if (!machine.recorder) return;
    // Made at once and where it stays: a variant that is filled later is told apart by cases.
    EventRoom own;
    Event* const room = machine.recorder->room ? machine.recorder->room : &own.event;
    constexpr auto detail = std::in_place_index<event_number<T>>;
    machine.recorder->record(*new (room) Event{
        place.time_ns, machine.user_instructions(), place.thread, place.task,
        event_line(machine, place), EventDetail(detail, event)});
}
// Here and now.
template <typename T>
void emit(Machine& machine, T event) {
    emit_in(machine, machine.root().running.as_ref<Thread>(), event);
}

}  // namespace meada
