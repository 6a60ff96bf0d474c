// Where a run could have gone otherwise because several threads could go next, as it was recorded.
#pragma once

#include <vector>

#include "machine/machine.h"

namespace meada {

constexpr size_t choices_max = 50'000;     // of a run; those that come later are not kept

struct Choice {
    Decision taken;
    uint32_t option_count = 0;
    std::vector<Serial> options;  // the threads, in the options' order: the first options_told_max
    uint64_t event = 0;           // so many events had happened
    Count instruction = 0;
    TimeNs time_ns = 0;
};
using Choices = std::vector<Choice>;

// The next one that the machine comes to; choices.size() if none is known.
size_t next_choice(const Choices&, const Machine&);
// That one is what comes next: before any other event, or made by the next instruction.
bool is_next(const Choice&, const Machine&);

}  // namespace meada
