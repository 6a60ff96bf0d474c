// Running to lines, breakpoints with conditions, and what one asks of a moment.
#include "session/inside.h"

namespace meada {

void Session::Inside::search_lines(std::vector<uint32_t> lines, Direction direction) {
    job = {.kind = Job::Kind::search,
           .search = Search(*history, direction == Direction::forward, Search::Depth::any,
                            std::move(lines), look_back_instructions)};
}

void Session::Inside::continue_run(Direction direction) {
    if (breakpoints.empty() && direction == Direction::forward)
        return seek({Target::Kind::end, 0});
    if (breakpoints.empty()) return seek_event(1);
    std::vector<uint32_t> lines;
    for (const command::Breakpoint& each : breakpoints) lines.push_back(each.line);
    search_lines(std::move(lines), direction);
    job.to_breakpoint = direction;
}

bool Session::Inside::stops_here() const {
    const auto place = place_of(history->cursor());
    if (!place) return true;
    for (const command::Breakpoint& each : breakpoints) {
        if (each.line != place->line || each.condition.empty()) continue;
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
