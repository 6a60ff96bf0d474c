#include "view/output.h"

#include <algorithm>

namespace meada::view {

// The event that printed a line's start has number `event`, from 0: at the cursor, the events
// before number cursor_event have happened.
static bool is_past(const Moment& moment, const OutputLine& line) {
    return line.event < moment.cursor_event;
}

Output output(const Moment& moment) {
    if (!moment.output) return {};
    const auto first_future =
        std::partition_point(moment.output->begin(), moment.output->end(),
                             [&](const OutputLine& line) { return is_past(moment, line); });
    return {moment.output->size(), size_t(first_future - moment.output->begin())};
}

OutputRow output_row(const Moment& moment, const Actors& actors, size_t index) {
    const OutputLine& line = (*moment.output)[index];
    const Actor* task = actors.find(line.task);
    const Actor* thread = actors.find(line.thread);
    const Actor* who = task ? task : thread;
    return {line.time_ns,        line.text,  line.stream == Stream::error,
            who ? who->yarn : 0, line.event, !is_past(moment, line)};
}

}  // namespace meada::view
