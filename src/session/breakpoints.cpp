// Running to lines, breakpoints with conditions, and what one asks of a moment.
#include <algorithm>
#include <utility>

#include "session/inside.h"

namespace meada {

void Session::Inside::search_lines(std::vector<uint32_t> lines, Direction direction) {
    job = {.kind = Job::Kind::search,
           .search = Search(*history, direction == Direction::forward, Search::Depth::any,
                            std::move(lines), look_back_instructions)};
}

void Session::Inside::continue_run(Direction direction) {
    std::vector<uint32_t> lines;
    for (const command::Breakpoint& each : breakpoints)
        if (each.message.empty()) lines.push_back(each.line);
    if (lines.empty() && direction == Direction::forward) return seek({Target::Kind::end, 0});
    if (lines.empty()) return seek_event(1);
    search_lines(std::move(lines), direction);
    job.to_breakpoint = direction;
}

bool Session::Inside::looks_back() const {
    switch (job.kind) {
        case Job::Kind::search:
            return !job.search.goes_forward();
        case Job::Kind::judge_stop:
            return job.way == Direction::backward;
        case Job::Kind::change:
            return change->direction() == Direction::backward;
        case Job::Kind::seek:
            return job.to_breakpoint == Direction::backward;
        default:
            return false;
    }
}

// The cursor stands at a breakpoint's line, or at the run's end or start. Which pass this is is
// known once the passes have been looked through as far as here.
bool Session::Inside::work_judge_stop() {
    constexpr uint64_t passes_slice_ns = 2'000'000;
    const Direction way = job.way;
    if (!passes.has_seen(history->cursor_instruction()) &&
        passes.work(*history, scenario, passes_slice_ns))
        return true;
    const bool at_end = way == Direction::forward ? history->at({Target::Kind::end, 0})
                                                  : history->cursor_instruction() == 0;
    if (at_end || stops_here()) return false;
    continue_run(way);
    return true;
}

// The cursor stands right before the instruction that raises it: an exception that comes out of an
// await was raised elsewhere, and nothing of the script stands before it.
bool Session::Inside::raises_here(const Event& raised) const {
    const auto place = place_of(history->cursor());
    return place && history->cursor_instruction() + 1 == raised.instruction &&
           place->thread == raised.thread && place->line == raised.line;
}

void Session::Inside::step_raised(Direction direction) {
    const EventLog& log = history->log();
    const uint64_t here = history->cursor_event();
    const auto wanted = [&](uint64_t number) {
        const Event* event = log.find(number);
        return event && event_is<event::exception_raised>(*event);
    };
    const auto go_before = [&](uint64_t number) {
        const Count instruction = log.find(number)->instruction;
        if (instruction == 0) return seek_event(number + 1);
        seek({Target::Kind::instruction, instruction - 1});
        job.raised = number + 1;
    };
    if (direction == Direction::forward) {
        for (uint64_t number = here; number < log.end(); ++number)
            if (wanted(number) && !raises_here(*log.find(number))) return go_before(number);
        return step_event(direction, [](const Event&) { return false; });
    }
    for (uint64_t number = here; number-- > log.first();)
        if (wanted(number)) return go_before(number);
    seek_event(std::max<uint64_t>(log.first(), 1));
}

bool Session::Inside::work_change() {
    if (change->look(*history)) return true;
    changed = change->found();
    const Position began = job.position;
    const auto target = change->target();
    change = nullptr;
    if (target)
        seek(*target);
    else if (changed->direction == Direction::forward)
        return false;  // the cursor has not moved
    else
        job = {.kind = Job::Kind::find_position, .position = began};
    return true;
}

std::optional<ValueChange> Session::take_change() {
    return std::exchange(inside_->changed, std::nullopt);
}

bool Session::Inside::stops_here() const {
    const auto place = place_of(history->cursor());
    if (!place) return true;
    for (const command::Breakpoint& each : breakpoints) {
        if (each.line != place->line) continue;
        if (each.hit != 0) return passes.counted_pass(each) == history->cursor_instruction();
        if (each.condition.empty()) continue;
        const auto copy = copy_of(history->cursor());
        const Evaluated said = meada::evaluate(*copy, place->thread, each.condition);
        return said.state != Evaluated::State::value || said.truth;
    }
    return true;
}

Evaluated Session::evaluate_in_module(const std::string& source) const {
    Inside& inside = *inside_;
    if (!inside.history) return {};
    const auto copy = copy_of(inside.shown_machine());
    return meada::evaluate(*copy, FramePin{}, source);
}

Evaluated Session::evaluate(Serial actor, const std::string& source) const {
    Inside& inside = *inside_;
    if (!inside.history) return {};
    const auto copy = copy_of(inside.shown_machine());
    return meada::evaluate(*copy, actor, source);
}

}  // namespace meada
