// What the views read: the machine at the cursor, and the events of the whole run so far. The
// future is known as far as the run has been recorded; the cursor tells past from future.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "history/chunked_queue.h"
#include "machine/evaluate.h"
#include "machine/machine.h"
#include "scenario/scenario.h"

namespace meada {

struct OutputLine {
    Stream stream = Stream::out;
    std::string text;     // one line, without its line feed
    uint64_t event = 0;   // number of the event that printed its start
    TimeNs time_ns = 0;
    Serial thread = 0, task = 0;
};

// What a log point says where its line begins.
struct LogLine {
    uint32_t line = 0;         // of the script
    uint64_t event = 0;        // so many events had happened
    Count instruction = 0;     // of user code, likewise
    TimeNs time_ns = 0;
    Serial thread = 0, task = 0;
    Evaluated::State state = Evaluated::State::value;
    std::string text;          // value: the message; raised: what was raised
};
// whole: there will be no more lines; cut: the run is longer than what is looked through.
enum class LogEnd : uint8_t { open, whole, cut };

// Whoever fills it keeps the texts as long as the events.
using Events = ChunkedQueue<Event>;

struct Moment {
    const MachineSpec* spec = nullptr;         // of the machine that it runs on
    const MachineState* state = nullptr;       // at the cursor
    // Events `first_event` to `first_event + events->size() - 1`: where a long run has more than
    // history keeps, the oldest are gone and `first_event` > 0.
    const Events* events = nullptr;
    uint64_t first_event = 0;
    uint64_t cursor_event = 0;    // so many events have happened at the cursor
    TimeNs cursor_ns = 0;
    Count cursor_instruction = 0;
    Position position;
    uint64_t trace_hash = 0;      // of the events up to the cursor
    TimeNs end_ns = 0;            // of what has been recorded
    Count end_instruction = 0;
    uint64_t end_event = 0;
    bool ended = false;           // the recording reached the end of the run
    bool stuck = false;           // every thread waits for ever: there the recording ends
    bool waits_for_input = false; // the recording stands where the script reads from the keyboard
    bool history_thinned = false; // spacing grew to keep the memory cap
    const std::vector<OutputLine>* output = nullptr;  // whole run so far
    const std::vector<LogLine>* log = nullptr;        // likewise; null: nobody logs
    LogEnd log_end = LogEnd::whole;
    uint64_t run = 0;             // changes when another run is opened
};

}  // namespace meada
