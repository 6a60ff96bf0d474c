// Events: what events.def lists, as plain values. The machine emits them; a recorder (history, a
// test, the command) receives them. Encoding is by the table, so traces of all builds agree.
//
// An event does not own its texts, so that copying one is copying bytes. Those of an event handed
// to Recorder::record live as long as the call; who keeps an event keeps its texts (KeptTexts).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <variant>

namespace meada {

using Serial = uint32_t;
using TimeNs = uint64_t;  // virtual, since the process started
using Count = uint64_t;
using Text = std::string_view;
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
    constexpr void each_field(Event& event, Visit&& visit) { \
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

static_assert(std::is_trivially_copyable_v<Event> && sizeof(Event) <= 80);

std::string_view name_of(const EventDetail&);  // as in the table

template <typename T, typename Variant>
struct IndexIn;
template <typename T, typename... Others>
struct IndexIn<T, std::variant<T, Others...>> {
    static constexpr size_t value = 0;
};
template <typename T, typename First, typename... Others>
struct IndexIn<T, std::variant<First, Others...>> {
    static constexpr size_t value = 1 + IndexIn<T, std::variant<Others...>>::value;
};
template <typename T>
constexpr size_t event_number = IndexIn<T, EventDetail>::value;

// Whether it is one of these, and as what it is (null: it is none). Asked by number, because
// std::get_if by type looks the type up among all alternatives, at run time, in some libraries.
template <typename T>
bool event_is(const Event& event) {
    return event.detail.index() == event_number<T>;
}
template <typename T>
const T* event_as(const Event& event) {
    return std::get_if<event_number<T>>(&event.detail);
}

// So many fields of an event are texts.
template <typename T>
constexpr size_t event_text_count = [] {
    size_t count = 0;
    if constexpr (!std::is_same_v<T, std::monostate>) {
        const T event{};
        each_field(event, [&](const char*, const auto& field) {
            if constexpr (std::is_same_v<decltype(field), const Text&>) ++count;
        });
    }
    return count;
}();

// Most events have none.
inline bool has_texts(const Event& event) {
    static constexpr bool with_texts[] = {
#define EVENT(name, ...) event_text_count<event::name> > 0,
#include "machine/events.def"
#undef EVENT
        false};
    return with_texts[event.detail.index()];
}

// Calls visit(text) for each text of the event. A switch, because std::visit calls through a table.
template <typename Visit>
void each_text(Event& event, Visit&& visit) {
    const auto field = [&](const char*, auto& value) {
        if constexpr (std::is_same_v<decltype(value), Text&>) visit(value);
    };
    switch (event.detail.index()) {
#define EVENT(name, ...)                               \
    case event_number<event::name>:                    \
        if constexpr (event_text_count<event::name> > 0) \
            each_field(*std::get_if<event_number<event::name>>(&event.detail), field); \
        break;
#include "machine/events.def"
#undef EVENT
        default: break;
    }
}

}  // namespace meada
