// The event loop at the cursor: what is ready, what runs, what a timer holds, who waits for
// another; and what the last event moved from one place to the other.
#pragma once

#include <string>
#include <vector>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

enum class Place : uint8_t { none, ready, running, timers, waiting };

// One chip. `detail` is a sentence fragment in words, as the panel shows it at the right.
struct LoopItem {
    Serial serial = 0;  // of the task, or of the handle of a plain call-back
    bool is_task = false;
    std::string name;
    uint32_t yarn = 0;
    std::string detail;
    bool ghost = false;  // it has just left this place
    uint64_t event = 0;  // that brought it here, as Moment counts; 0: not known
};

struct EventLoop {
    bool exists = false;
    bool ended = false;  // with the program
    Serial loop = 0, thread = 0;
    std::string thread_name;
    uint64_t iteration = 0;
    bool running = false;
    std::vector<LoopItem> ready, now, timers, waiting;
    std::string running_for;  // how long what runs now has run
    std::string idle_until;   // nothing runs or is ready: when the next timer is due
    // The last event moved this task from one place to the other; none: it moved nothing.
    Serial moved = 0;
    Place moved_from = Place::none, moved_to = Place::none;
};

// `loop`: which, if several; 0: the one that runs, or the first.
EventLoop event_loop(const Moment&, const Actors&, const Texts&, Serial loop = 0);

}  // namespace meada::view
