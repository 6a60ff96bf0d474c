// Emitting events: into the trace hash (in the block) and to the recorder, if there is one.
#pragma once

#include "base/hash.h"
#include "machine/machine.h"

namespace meada {

template <typename T, typename Variant>
struct IndexIn;
template <typename T, typename... Others>
struct IndexIn<T, std::variant<T, Others...>> {
    static constexpr uint64_t value = 0;
};
template <typename T, typename First, typename... Others>
struct IndexIn<T, std::variant<First, Others...>> {
    static constexpr uint64_t value = 1 + IndexIn<T, std::variant<Others...>>::value;
};
template <typename T>
constexpr uint64_t event_number = IndexIn<T, EventDetail>::value;

inline uint64_t hash_field(uint64_t hash, const Text& text) {
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
void record(Machine&, const EventPlace&, EventDetail);

// In a thread that need not be the running one; null: in none.
template <typename T>
void emit_in(Machine& machine, Ref<Thread> thread, T event) {
    const EventPlace place = event_place(machine, thread);
    uint64_t hash = machine.root().trace_hash;
    hash = hash_mix(hash, event_number<T>);
    hash = hash_mix(hash, place.time_ns);
    hash = hash_mix(hash, uint64_t{place.thread} << 32 | place.task);
    each_field(event, [&](const char*, const auto& field) { hash = hash_field(hash, field); });
    machine.edit_root().trace_hash = hash;
    if (machine.recorder) record(machine, place, std::move(event));
}
// Here and now.
template <typename T>
void emit(Machine& machine, T event) {
    emit_in(machine, machine.root().running.as_ref<Thread>(), std::move(event));
}

}  // namespace meada
