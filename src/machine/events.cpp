#include "machine/events.h"

namespace meada {

std::string_view name_of(const EventDetail& detail) {
    static constexpr std::string_view names[] = {
#define EVENT(name, ...) #name,
#include "machine/events.def"
#undef EVENT
        "none"};
    return names[detail.index()];
}

}  // namespace meada
