// Decisions: every point where a run could have gone otherwise, numbered so that the numbers
// survive another compiler or library: (thread, n-th scheduling point of that thread's user code).
// A DecisionLog holds the deviations from the default policy; a replay, a link, a hand-picked
// schedule and a search are nothing but such a log.
#pragma once

#include <string_view>
#include <vector>

#include "machine/events.h"

namespace meada {

enum class DecisionKind : uint8_t {
#define DECISION(name) name,
#include "machine/decisions.def"
#undef DECISION
};
std::string_view name_of(DecisionKind);

struct Decision {
    Serial thread = 0;  // whose step led here; 0: nobody's (the machine was idle)
    Count point = 0;    // of that thread, from 1
    DecisionKind kind = DecisionKind::next_thread;
    uint32_t option = 0;

    bool operator==(const Decision&) const = default;
};

// The threads of a choice, in the order of the options: how many, and the first of them. There may
// be thousands, at thousands of choices.
constexpr size_t options_told_max = 16;
struct ChoiceOptions {
    uint32_t count = 0;
    std::vector<Serial> first = {};
};

// Sorted by (thread, point); at most one a point.
class DecisionLog {
  public:
    void set(const Decision&);  // replaces what was there; option 0 takes it away
    // The option chosen there, 0 where the log says nothing, has another kind or too high a number.
    uint32_t option(Serial thread, Count point, DecisionKind, uint32_t option_count) const;
    const std::vector<Decision>& decisions() const { return decisions_; }
    bool operator==(const DecisionLog&) const = default;

  private:
    std::vector<Decision> decisions_;
};

}  // namespace meada
