// Emitting events: into the trace hash (in the block) and to the recorder, if there is one.
#pragma once

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

// In a thread that need not be the running one; null: in none.
template <typename T>
void emit_in(Machine& machine, Ref<Thread> thread, const T& event) {
    const EventPlace place = event_place(machine, thread);
    uint64_t hash = machine.root().trace_hash;
    hash = hash_mix(hash, event_number<T>);
    hash = hash_mix(hash, place.time_ns);
    hash = hash_mix(hash, uint64_t{place.thread} << 32 | place.task);
    each_field(event, [&](const char*, const auto& field) { hash = hash_field(hash, field); });
    machine.edit_root().trace_hash = hash;
    if (!machine.recorder) return;
    // Made at once: a variant that is filled later is told apart by cases.
    constexpr auto detail = std::in_place_index<event_number<T>>;
    const Event made{place.time_ns, machine.user_instructions(), place.thread, place.task,
                     event_line(machine, place), EventDetail(detail, event)};
    machine.recorder->record(made);
}
// Here and now.
template <typename T>
void emit(Machine& machine, const T& event) {
    emit_in(machine, machine.root().running.as_ref<Thread>(), event);
}

}  // namespace meada
