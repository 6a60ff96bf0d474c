// Tasks and futures at the cursor with their states, and who awaits whom.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

constexpr uint64_t look_back_max = 4000;  // events: so far a view searches the log backward

struct TaskRow {
    Serial serial = 0;
    std::string name, coroutine;
    uint32_t yarn = 0;
    Look look = Look::none;
    std::string words;  // its state: "lock desk", "await 4 tasks", "sleep 2.836 ms"
    std::string where;  // "line 22", or when it ended
    uint32_t line = 0;
    bool running = false;
    std::string result;  // if ended
};

// An arrow of the graph: `from` cannot go on before `to` does.
struct AwaitEdge {
    Serial from = 0, to = 0;
    bool to_sync = false;
    bool met = false;  // `to` has ended: history, drawn dotted
};

struct Tasks {
    std::vector<TaskRow> rows;  // in order of birth
    std::vector<AwaitEdge> edges;
    uint32_t open_count = 0, done_count = 0;
};

Tasks tasks(const Moment&, const Actors&, const Texts&);

// When tasks came into the state that they have at the cursor, of those that did lately.
std::map<Serial, TimeNs> latest_changes(const Moment&);

// The innermost line of the script in a stack; 0: none.
uint32_t user_line(const std::vector<FrameState>&);

// What a lock, queue, … is called: the script's name, or its kind and a number.
std::string sync_name(const MachineState&, const Actors&, const Texts&, Serial);
// What anything that can be waited for is called: actor, lock or future.
std::string thing_name(const MachineState&, const Actors&, const Texts&, Serial);

}  // namespace meada::view
