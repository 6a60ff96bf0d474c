// What the palette understands: letters of a command in their order, a line, an event, a time.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meada::app {

// How well typed letters fit a text, without regard to case and accents: more is better, 0 is not
// at all. Letters at the starts of words and letters that follow each other count most.
int fit_of(std::string_view typed, std::string_view text);

struct Goal {
    enum class Kind : uint8_t { line, event, time } kind = Kind::line;
    uint64_t number = 0;  // line and event from 1; nanoseconds
    bool operator==(const Goal&) const = default;
};
// "42" is a line, "event 120" an event, "18.3 ms" or "18,3 ms" a time.
std::optional<Goal> goal_of(std::string_view typed);

}  // namespace meada::app
