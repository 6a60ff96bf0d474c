// Running to lines, breakpoints with conditions, and what one asks of a moment.
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

bool Session::Inside::work_change() {
    if (change->look(*history)) return true;
    changed = change->found();
    const Position began = job.position;
    const auto target = change->target();
    change = nullptr;
    if (target) seek(*target);
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

Evaluated Session::evaluate(Serial actor, const std::string& source) const {
    Inside& inside = *inside_;
    if (!inside.history) return {};
    const auto copy = copy_of(inside.shown_machine());
    return meada::evaluate(*copy, actor, source);
}

}  // namespace meada
