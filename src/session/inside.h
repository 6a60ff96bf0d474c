// The inside of a session: the open run, the work that goes on, the moment that is shown.
#pragma once

#include <optional>

#include "history/branches.h"
#include "history/next.h"
#include "session/change_search.h"
#include "session/order_search.h"
#include "session/passes.h"
#include "session/places.h"
#include "session/session.h"

namespace meada {

// How far back a backward step first looks for its place, then eight times as far, …
constexpr uint64_t look_back_instructions = 500;

// Work that takes more than one slice.
struct Job {
    enum class Kind : uint8_t {
        none,
        record,
        seek,
        next_event,
        find_position,
        search,
        judge_stop,
        change
    } kind = Kind::none;
    Target target = {};  // seek
    // seek, on the way back: to fewer events than this. One instruction may make several events,
    // and the cursor can only stand after the last of them.
    uint64_t below = ~uint64_t{0};
    // seek: to right before this exception, where its values still are; its number and one.
    uint64_t raised = 0;
    std::optional<Choice> undecided = {};  // seek, likewise: to where this is still to be decided
    Position position = {};                // find_position; change: where it began
    Search search = {};                    // search
    bool watched = false;                  // record
    uint64_t looked = 0;  // next_event: instructions that have been recorded for it
    uint64_t quiet = 0, total = 0, progress = 0;  // see Inside::enough
    // On the way to a breakpoint: where it does not hold, this way on.
    std::optional<Direction> to_breakpoint = {};
    Direction way = Direction::forward;  // judge_stop: likewise
};

struct Session::Inside {
    std::unique_ptr<History> history;
    Scenario scenario;
    Moment moment;
    MachineState state;
    Job job;
    std::vector<command::Breakpoint> breakpoints;
    Command way = command::Run{};  // the last that went forward: goes on when input is given
    uint64_t run = 0;
    bool moved = true;
    bool all_limited = false, gave_up = false, asks_for_input = false;
    bool anchoring = false;  // the opened scenario's position is still looked for
    Anchor anchor = Anchor::none;
    FindingSearch findings;
    PassSearch passes;
    std::unique_ptr<ChangeSearch> change;
    std::optional<ValueChange> changed;
    Branches branches;
    NextSearch next;
    std::unique_ptr<OrderSearch> order_search;
    Orders orders;
    std::unique_ptr<Session> beside;  // what the run is compared with
    EventLog nothing;                 // what a moment shows before anything is open

    Inside() {
        moment.spec = &scenario.spec;
        moment.state = &state;
        moment.events = &nothing.events();
        moment.output = &nothing.output();
    }
    void refresh();
    void judge_anchor();
    // What is looked at: the cursor, or a run that is watched while it is recorded.
    const Machine& shown() const {
        const bool watches = job.kind == Job::Kind::record && job.watched;
        return watches ? history->head() : history->cursor();
    }
    // The way back is looked for from farther back: until it is found the moment stays what it is.
    bool looks_back() const;
    struct Apply;
    void pause();
    void seek(const Target& target) { job = {.kind = Job::Kind::seek, .target = target}; }
    void seek_event(uint64_t count) { seek({Target::Kind::event, count}); }
    bool work_beside(uint64_t deadline_ns);
    void work_orders(uint64_t budget_ns);
    void seek_choice(size_t index);
    bool before_choice();
    // What the branch runs, with the cursor where it left its parent.
    Scenario scenario_of(const Branch&) const;
    bool work();  // one part of the job; false: done
    bool enough(uint64_t instructions, uint64_t progress);
    void give_up();
    bool work_record();
    bool work_seek();
    bool work_next_event();
    bool work_position();
    void seek_head();
    bool work_search();
    void search_lines(std::vector<uint32_t> lines, Direction);
    void continue_run(Direction);
    bool work_judge_stop();
    bool work_change();
    bool stops_here() const;  // a breakpoint that holds, or none at all
    Machine& shown_machine() const {
        return &shown() == &history->head() ? history->head() : history->cursor();
    }
    void step(const command::Step&);
    void step_event(Direction, bool (*wanted)(const Event&));
    void step_raised(Direction);
    bool raises_here(const Event&) const;
};

}  // namespace meada
