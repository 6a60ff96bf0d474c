// Events: what events.def lists, as plain values. The machine emits them; a recorder (history, a
// test, the command) receives them. Encoding is by the table, so traces of all builds agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace meada {

using Serial = uint32_t;
using TimeNs = uint64_t;  // virtual, since the process started
using Count = uint64_t;
using Text = std::string;
constexpr TimeNs never_ns = ~TimeNs{0};

enum class WaitReason : uint8_t {
#define WAIT_REASON(value) value,
#include "machine/states.def"
};
enum class EndOutcome : uint8_t {
#define END_OUTCOME(value) value,
#include "machine/states.def"
};
enum class GilRelease : uint8_t {
#define GIL_RELEASE(value) value,
#include "machine/states.def"
};
enum class SyncKind : uint8_t {
#define SYNC_KIND(value) value,
#include "machine/states.def"
};
enum class Stream : uint8_t {
#define STREAM(value) value,
#include "machine/states.def"
};

// One struct an event, named as its row: event::thread_parked{reason, on, deadline_ns}.
// `each_field(event, f)` calls f(name, value) for its fields in order: the codec, the JSON and
// the trace hash are made of it.
namespace event {
#define EVENT_EACH_1(do_, a) do_ a
#define EVENT_EACH_2(do_, a, b) do_ a do_ b
#define EVENT_EACH_3(do_, a, b, c) do_ a do_ b do_ c
#define EVENT_EACH_4(do_, a, b, c, d) do_ a do_ b do_ c do_ d
#define EVENT_PICK(a, b, c, d, chosen, ...) chosen
#define EVENT_EACH(do_, ...)                                                                  \
    EVENT_PICK(__VA_ARGS__, EVENT_EACH_4, EVENT_EACH_3, EVENT_EACH_2, EVENT_EACH_1, none) \
    (do_, __VA_ARGS__)
#define EVENT_DECLARE(type, field) type field{};
#define EVENT_VISIT(type, field) visit(#field, event.field);
#define EVENT(name, ...)                                      \
    struct name {                                             \
        EVENT_EACH(EVENT_DECLARE, __VA_ARGS__)                \
        bool operator==(const name&) const = default;         \
    };                                                        \
    template <typename Event, typename Visit>                 \
            requires std::is_same_v<std::remove_cv_t<Event>, name> \
    void each_field(Event& event, Visit&& visit) {            \
        EVENT_EACH(EVENT_VISIT, __VA_ARGS__)                  \
    }
#include "machine/events.def"
#undef EVENT
}  // namespace event

// In the order of the table: the index of the alternative is the event's number on the wire.
using EventDetail = std::variant<
#define EVENT(name, ...) event::name,
#include "machine/events.def"
#undef EVENT
    std::monostate>;

struct Event {
    TimeNs time_ns = 0;
    Count instruction = 0;  // of user code in the whole run, before it
    Serial thread = 0, task = 0;
    uint32_t line = 0;      // of the innermost user frame; 0: none
    EventDetail detail;
};

std::string_view name_of(const EventDetail&);  // as in the table

}  // namespace meada
