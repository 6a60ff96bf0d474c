#include "view/output.h"

#include <algorithm>

namespace meada::view {
namespace {

// The event that printed a line's start has number `event`, from 0: at the cursor, the events
// before number cursor_event have happened.
bool is_past(const Moment& moment, const OutputLine& line) {
    return line.event < moment.cursor_event;
}
bool is_past(const Moment& moment, const LogLine& line) {
    return line.instruction <= moment.cursor_instruction && line.event <= moment.cursor_event;
}

}  // namespace

Output output(const Moment& moment) {
    Output view;
    if (!moment.output) return view;
    const std::vector<OutputLine>& printed = *moment.output;
    const auto first_future =
        std::partition_point(printed.begin(), printed.end(),
                             [&](const OutputLine& line) { return is_past(moment, line); });
    view.total = printed.size();
    view.past = size_t(first_future - printed.begin());
    if (!moment.log) return view;
    for (const LogLine& line : *moment.log) {
        const auto after = std::partition_point(
            printed.begin(), printed.end(),
            [&](const OutputLine& each) { return each.event < line.event; });
        view.logged.push_back(size_t(after - printed.begin()) + view.logged.size());
        view.past += is_past(moment, line);
    }
    view.total += view.logged.size();
    return view;
}

OutputRow output_row(const Moment& moment, const Actors& actors, const Output& view,
                     size_t index) {
    const auto log = std::ranges::lower_bound(view.logged, index);
    const auto before = size_t(log - view.logged.begin());
    const auto yarn_of = [&](Serial task, Serial thread) {
        const Actor* who = actors.find(task) ? actors.find(task) : actors.find(thread);
        return who ? who->yarn : 0;
    };
    OutputRow row;
    if (log == view.logged.end() || *log != index) {
        const OutputLine& line = (*moment.output)[index - before];
        row.text = line.text;
        row.time_ns = line.time_ns;
        row.error = line.stream == Stream::error;
        row.yarn = yarn_of(line.task, line.thread);
        row.event = line.event;
        row.just = line.event + 1 == moment.cursor_event;
        row.future = !is_past(moment, line);
        return row;
    }
    const LogLine& line = (*moment.log)[before];
    row.text = line.text;
    row.time_ns = line.time_ns;
    row.error = line.state != Evaluated::State::value;
    row.logged = true;
    row.waits = line.state == Evaluated::State::waits;
    row.too_long = line.state == Evaluated::State::too_long;
    row.line = line.line;
    row.yarn = yarn_of(line.task, line.thread);
    row.instruction = line.instruction;
    row.just = line.instruction == moment.cursor_instruction;
    row.future = !is_past(moment, line);
    return row;
}

}  // namespace meada::view
