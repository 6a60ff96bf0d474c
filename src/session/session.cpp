#include "session/session.h"

#include <algorithm>
#include <chrono>

#include "lang/lang.h"
#include "library/library.h"
#include "session/inside.h"

namespace meada {
namespace {

// Of any code, between two looks at the clock: about a millisecond in a browser on a slow machine.
constexpr uint64_t slice_instructions = 10'000;
constexpr int looks_per_slice = 50;  // single steps, likewise
// In a loop in which nothing happens a step to the next event ends after so much work.
constexpr uint64_t quiet_instructions_max = 30'000'000;

uint64_t clock_ns() {
    return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                     std::chrono::steady_clock::now().time_since_epoch())
                                     .count());
}

// One step of a search by lines takes about as long as so many instructions.
constexpr uint64_t line_search_instructions = 50;

}  // namespace

void Session::Inside::refresh() {
    if (!history || !moved) return;
    moved = false;
    const EventLog& log = history->log();
    moment.events = &log.events();
    moment.output = &log.output();
    moment.log = &passes.log();
    moment.first_event = log.first();
    moment.end_ns = history->end_ns();
    moment.end_instruction = history->end_instruction();
    moment.end_event = log.end();
    moment.waits_for_input = history->waits_for_input();
    moment.ended = history->recorded_all() && !moment.waits_for_input;
    moment.stuck = history->stuck();
    moment.history_thinned = history->checkpoints().dropped() > 0;
    if (looks_back() && moment.run == run) return;
    const Machine& machine = shown();
    state = inspect(machine);
    moment.state = &state;
    moment.cursor_event = machine.event_count();
    moment.cursor_ns = machine.now_ns();
    moment.cursor_instruction = machine.user_instructions();
    moment.position = history->position_of(machine);
    moment.trace_hash = machine.trace_hash();
    moment.run = run;
}

// Where the run is another one, the same event of the same thread is the nearest moment.
void Session::Inside::judge_anchor() {
    anchoring = false;
    if (anchor == Anchor::unreached || anchor == Anchor::given_up) return;
    if (scenario.trace_prefix == 0) return;
    const bool same = trace_prefix_of(history->trace_hash()) == scenario.trace_prefix;
    anchor = same ? Anchor::exact : Anchor::other_run;
}

Session::Session() : inside_(std::make_unique<Inside>()) {}
Session::~Session() = default;

std::vector<Error> Session::check(const std::string& source) const {
    const Result<CodeUnit> unit = lang::compile({inside_->scenario.file_name, source});
    return unit ? std::vector<Error>{} : std::vector<Error>{unit.error()};
}

Result<bool> Session::open(const Scenario& scenario) {
    auto opened = start(scenario);
    if (!opened) return opened;
    inside_->branches.restart(scenario);
    inside_->order_search = nullptr;
    inside_->orders = {};
    inside_->beside = nullptr;
    return opened;
}

Result<bool> Session::start(const Scenario& scenario) {
    auto history = History::open(scenario, linked_boot_image());
    if (!history) return history.error();
    Inside& inside = *inside_;
    inside.history = std::move(*history);
    inside.history->ask_for_input(inside.asks_for_input && !scenario.input_ends);
    inside.scenario = scenario;
    inside.findings.restart();
    inside.passes.restart();
    inside.next.restart();
    inside.way = command::Run{};
    ++inside.run;
    inside.moved = true;
    inside.anchor = Anchor::none;
    inside.gave_up = false;
    inside.anchoring = scenario.position != Position{};
    if (!inside.anchoring)
        inside.seek_event(inside.history->log().end());
    else
        inside.job = {.kind = Job::Kind::find_position, .position = scenario.position};
    advance(0);
    return true;
}

// Counts work on what is not recorded yet; true: the search has gone on for too long. `progress`
// counts what brings it nearer.
bool Session::Inside::enough(uint64_t instructions, uint64_t progress) {
    if (progress != job.progress) job.quiet = 0;
    job.progress = progress;
    job.quiet += instructions;
    job.total += instructions;
    return job.quiet >= search_quiet_instructions_max || job.total >= search_instructions_max;
}

void Session::Inside::give_up() {
    gave_up = true;
    if (anchoring) anchor = Anchor::given_up;
    seek_head();
}

bool Session::Inside::work_record() {
    if (!history->record(slice_instructions)) seek({Target::Kind::end, 0});
    else if (all_limited && enough(slice_instructions, history->log().end())) give_up();
    return true;
}

bool Session::Inside::work_seek() {
    if ((all_limited || anchoring) && !history->recorded(job.target)) {
        // The way to an instruction is as long as the link says, however quiet: only the total
        // counts.
        const bool counts_events = job.target.kind == Target::Kind::event;
        const bool far = job.target.kind == Target::Kind::instruction &&
                         job.target.number > history->end_instruction() + search_instructions_max;
        if (far || enough(slice_instructions, counts_events ? history->log().end() : job.total)) {
            give_up();
            return true;
        }
    }
    if (!history->seek(job.target, slice_instructions)) return true;
    if (job.raised != 0) {
        const Event* raised = history->log().find(job.raised - 1);
        if (raised && !raises_here(*raised)) seek_event(job.raised);
        return job.raised == 0;
    }
    if (job.undecided && decided(history->cursor(), job.undecided->taken)) return before_choice();
    const uint64_t least = std::max<uint64_t>(history->log().first(), 1);
    if (history->cursor_event() < job.below || job.target.number <= least) return false;
    --job.target.number;
    return true;
}

// The cursor stands behind all events that are known: records on until there is one more.
bool Session::Inside::work_next_event() {
    if (history->has_event(job.target.number - 1)) {
        seek_event(job.target.number);
    } else if (history->recorded_all()) {
        seek({Target::Kind::end, 0});
    } else if (job.looked >= quiet_instructions_max) {
        seek_head();
    } else {
        history->record(slice_instructions);
        job.looked += slice_instructions;
    }
    return true;
}

bool Session::Inside::work_position() {
    if (const auto target = history->target_of(job.position)) {
        seek(*target);
        return true;
    }
    if (history->record(slice_instructions)) {
        const Count nearer = history->log().count_of_thread(job.position.thread);
        if (enough(slice_instructions, nearer)) give_up();
        return true;
    }
    // The run of this engine never comes there: its end is the nearest there is.
    if (!history->target_of(job.position)) {
        if (anchoring) anchor = Anchor::unreached;
        seek({Target::Kind::end, 0});
    }
    return true;
}

bool Session::Inside::work_search() {
    for (int look = 0; look < looks_per_slice; ++look) {
        if (all_limited && enough(line_search_instructions, 0)) {
            give_up();
            return true;
        }
        switch (job.search.look(*history)) {
            case Search::Look::again: break;
            case Search::Look::found: return false;
            case Search::Look::seek: {
                const auto way = job.to_breakpoint;
                seek(job.search.target());
                job.to_breakpoint = way;
                return true;
            }
        }
    }
    return true;
}

bool Session::Inside::work() {
    switch (job.kind) {
        case Job::Kind::none: return false;
        case Job::Kind::record: return work_record();
        case Job::Kind::seek: return work_seek();
        case Job::Kind::next_event: return work_next_event();
        case Job::Kind::find_position: return work_position();
        case Job::Kind::search: return work_search();
        case Job::Kind::judge_stop: return work_judge_stop();
        case Job::Kind::change: return work_change();
    }
    return false;
}

// What is looked for while the run itself has nothing to do: what the moment needs first.
bool Session::Inside::work_beside(uint64_t deadline_ns) {
    branches.note(*history);
    const auto left_ns = [&] {
        const uint64_t now_ns = clock_ns();
        return now_ns < deadline_ns ? deadline_ns - now_ns : 0;
    };
    while (left_ns() > 0)
        if (!next.work(*history, scenario)) break;
    if (left_ns() == 0) return true;
    if (beside && beside->advance(left_ns()).state == Progress::State::working) return true;
    if (left_ns() > 0 && orders.state == Orders::State::looking) work_orders(left_ns());
    if (orders.state == Orders::State::looking) return true;
    if (left_ns() == 0 || passes.work(*history, scenario, left_ns())) return true;
    return left_ns() == 0 || findings.work(*history, scenario, left_ns());
}

Progress Session::advance(uint64_t budget_ns) {
    Inside& inside = *inside_;
    Progress progress;
    if (!inside.history) return progress;
    const uint64_t deadline = clock_ns() + budget_ns;
    while (inside.job.kind != Job::Kind::none) {
        inside.moved = true;
        if (!inside.work()) {
            const auto way = std::exchange(inside.job, {}).to_breakpoint;
            if (way) inside.job = {.kind = Job::Kind::judge_stop, .way = *way};
        }
        if (inside.anchoring && inside.job.kind == Job::Kind::none) inside.judge_anchor();
        if (clock_ns() >= deadline) break;
    }
    if (inside.job.kind != Job::Kind::none) progress.state = Progress::State::working;
    else
        progress.looks = inside.work_beside(deadline);
    const bool seeks = inside.job.kind == Job::Kind::seek && inside.job.target.number > 0;
    if (seeks && inside.job.target.kind == Target::Kind::instruction)
        progress.part = static_cast<double>(inside.history->cursor_instruction()) /
                        static_cast<double>(inside.job.target.number);
    if (inside.job.kind == Job::Kind::change) progress.part = inside.change->part(*inside.history);
    progress.moved = inside.moved;
    return progress;
}

// A watched run stops where it is: at its last event, or in the middle of the work after it.
void Session::Inside::pause() {
    const bool recording = job.kind == Job::Kind::record;
    job = {};
    moved = true;
    if (recording) seek_head();
}

void Session::Inside::seek_head() {
    const EventLog& log = history->log();
    const Event* last = log.find(log.end() - 1);
    if (last && history->end_instruction() > last->instruction)
        seek({Target::Kind::instruction, history->end_instruction()});
    else
        seek_event(log.end());
}

void Session::Inside::step_event(Direction direction, bool (*wanted)(const Event&)) {
    const EventLog& log = history->log();
    const uint64_t here = history->cursor_event();
    if (direction == Direction::forward) {
        for (uint64_t number = here; number < log.end(); ++number)
            if (const Event* event = log.find(number); event && wanted(*event))
                return seek_event(number + 1);
        job = {.kind = Job::Kind::next_event, .target = {Target::Kind::event, here + 1}};
        if (history->recorded_all()) seek({Target::Kind::end, 0});
        return;
    }
    // From the middle of the work after an event the way back leads to that event.
    const bool inside_work = history->position().offset > 0;
    for (uint64_t number = here; number-- > log.first();) {
        const Event* event = log.find(number);
        if ((number + 1 < here || inside_work) && wanted(*event)) {
            seek_event(number + 1);
            job.below = inside_work ? here + 1 : here;
            return;
        }
    }
    seek_event(std::max<uint64_t>(log.first(), 1));
}

void Session::Inside::step(const command::Step& step) {
    const auto any = [](const Event&) { return true; };
    switch (step.kind) {
        case StepKind::event: return step_event(step.direction, any);
        case StepKind::output: return step_event(step.direction, event_is<event::printed>);
        case StepKind::uncaught:
            return step_event(step.direction, event_is<event::exception_uncaught>);
        case StepKind::raised: return step_raised(step.direction);
        case StepKind::thread_switch:
            return step_event(step.direction, event_is<event::thread_switched>);
        case StepKind::instruction: {
            const uint64_t here = history->cursor_instruction();
            const bool forward = step.direction == Direction::forward;
            if (!forward && here == 0) return seek_event(1);
            return seek({Target::Kind::instruction, forward ? here + 1 : here - 1});
        }
        case StepKind::line:
        case StepKind::over:
        case StepKind::out: break;
    }
    const auto depth = step.kind == StepKind::line   ? Search::Depth::any
                       : step.kind == StepKind::over ? Search::Depth::not_deeper
                                                     : Search::Depth::outer;
    job = {.kind = Job::Kind::search,
           .search = Search(*history, step.direction == Direction::forward, depth, {},
                            look_back_instructions)};
}

// Before anything is open the next script gets the machine.
Result<bool> Session::set_machine(const MachineSpec& spec) {
    Inside& inside = *inside_;
    if (auto good = meada::check(spec); !good) return good;
    const Moment& here = moment();
    const bool at_end = here.ended && here.cursor_event >= here.end_event;
    Scenario scenario = scenario_here();
    scenario.spec = spec;
    scenario.trace_prefix = 0;  // another machine, another trace
    if (at_end) scenario.position = {};
    if (!inside.history) {
        inside.scenario = std::move(scenario);
        return true;
    }
    auto opened = open(scenario);
    if (opened && at_end) inside.job = {.kind = Job::Kind::record};
    return opened;
}

// What a command begins.
struct Session::Inside::Apply {
    Inside& inside;
    void operator()(const command::GiveInput& given) {
        inside.scenario.input += given.text;
        inside.scenario.input_ends = !given.more;
        inside.history->give_input(given.text, given.more);
    }
    void operator()(const command::Run& run) {
        inside.job = {.kind = Job::Kind::record, .watched = run.watched};
    }
    void operator()(const command::Pause&) { inside.pause(); }
    void operator()(const command::Step& step) { inside.step(step); }
    void operator()(const command::Continue& to) {
        inside.continue_run(to.direction);
    }
    void operator()(const command::RunUntilChange& to) {
        inside.change = std::make_unique<ChangeSearch>(*inside.history, to.actor,
                                                       to.expression, to.direction);
        inside.job = {.kind = Job::Kind::change, .position = inside.history->position()};
    }
    void operator()(const command::RunToLine& to) {
        inside.search_lines({to.line}, to.direction);
    }
    void operator()(const command::SeekEvent& to) {
        const History& history = *inside.history;
        // The run may go on a little after its last event.
        const bool last = history.recorded_all() && to.event + 1 >= history.log().end();
        if (last) return inside.seek({Target::Kind::end, 0});
        const uint64_t count = to.event + 1, before = std::min(to.within, count);
        inside.seek_event(history.soonest_in({count - before, count + to.within}));
    }
    void operator()(const command::SeekTime& to) {
        const History& history = *inside.history;
        const TimeNs before_ns = std::min(to.within_ns, to.time_ns);
        inside.seek_event(
            history.soonest_in({history.log().first_at(to.time_ns - before_ns + 1),
                                history.log().first_at(to.time_ns + to.within_ns + 1)}));
    }
    void operator()(const command::SeekInstruction& to) {
        inside.seek({Target::Kind::instruction, to.instruction});
    }
    void operator()(const command::Seek& to) {
        inside.job = {.kind = Job::Kind::find_position, .position = to.position};
    }
    void operator()(const command::SetBreakpoints& set) {
        inside.breakpoints = set.breakpoints;
        inside.passes.restart(set.breakpoints);
        inside.moved = true;
    }
    void operator()(const command::SeekChoice& to) { inside.seek_choice(to.index); }
    // These are done above.
    template <typename Other>
    void operator()(const Other&) {}
};

Result<bool> Session::apply(const Command& command) {
    Inside& inside = *inside_;
    if (const auto* set = std::get_if<command::SetMachine>(&command))
        return set_machine(set->spec);
    if (!inside.history) return true;
    if (is_about_branches(command)) return apply_to_branches(command);
    inside.anchoring = false;
    inside.gave_up = false;
    inside.change = nullptr;
    const bool goes_on = std::holds_alternative<command::Run>(command) ||
                         std::holds_alternative<command::Step>(command) ||
                         std::holds_alternative<command::Continue>(command);
    if (goes_on) inside.way = command;
    const bool waited = inside.history->waits_for_input();
    std::visit(Inside::Apply{inside}, command);
    if (std::holds_alternative<command::GiveInput>(command) && waited) return apply(inside.way);
    return true;
}

const Moment& Session::moment() const {
    inside_->refresh();
    inside_->moment.log_end = inside_->passes.log_end();
    return inside_->moment;
}

const Findings& Session::findings() const {
    static const Findings none;
    return inside_->history ? inside_->findings.update(*inside_->history, inside_->gave_up)
                            : none;
}

void Session::limit_all_work() { inside_->all_limited = true; }

void Session::ask_for_input() { inside_->asks_for_input = true; }

bool Session::gave_up() const { return inside_->gave_up; }

Anchor Session::anchor() const { return inside_->anchor; }

Scenario Session::scenario_here() const {
    Scenario scenario = inside_->scenario;
    if (inside_->history) {
        const Machine& machine = inside_->shown();
        scenario.position = inside_->history->position_of(machine);
        scenario.trace_prefix = trace_prefix_of(machine.trace_hash());
    }
    return scenario;
}

}  // namespace meada
