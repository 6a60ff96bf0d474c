#include "history/choices.h"

#include <algorithm>

namespace meada {

size_t next_choice(const Choices& choices, const Machine& machine) {
    const uint64_t from = machine.event_count();
    auto at = std::ranges::lower_bound(choices, from, {}, &Choice::event);
    while (at != choices.end() && at->event == from && decided(machine, at->taken)) ++at;
    return static_cast<size_t>(at - choices.begin());
}

bool is_next(const Choice& choice, const Machine& machine) {
    return choice.event == machine.event_count() ||
           choice.instruction <= machine.user_instructions() + 1;
}

}  // namespace meada
