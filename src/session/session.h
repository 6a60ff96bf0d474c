// The one door to the engine for window, page, command line and window.meada. It owns one run:
// scenario, machine, history and cursor. Everything a front end may ask for is a Command; long
// work happens in advance(), in slices. Not here: zoom, theme, open panels (app), options (cli).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "history/branches.h"
#include "history/moment.h"
#include "history/next.h"
#include "machine/evaluate.h"
#include "scenario/scenario.h"
#include "session/findings.h"
#include "session/order_search.h"

namespace meada {

enum class StepKind : uint8_t {
    instruction, line, over, out, event, thread_switch, output,
    uncaught,  // an exception that nobody caught
    raised,    // an exception comes into the script: to right before it, if a line of it raises it
};
enum class Direction : uint8_t { forward, backward };

namespace command {
struct Run {  // to the end, or until Pause (an endless script)
    bool watched = true;  // the moment shown goes along; if not, the cursor stays until the end
};
struct Pause {};    // stops Run, a Seek or a Step that takes long
struct Step { StepKind kind; Direction direction; };
struct Continue { Direction direction; };   // to the next breakpoint, or the run's end or start
// The cursor right after this event's number; or after one that lies at most `within` events from
// it, where another is reached sooner.
struct SeekEvent { uint64_t event; uint64_t within = 0; };
struct SeekTime { TimeNs time_ns; TimeNs within_ns = 0; };  // likewise
struct SeekInstruction { uint64_t instruction; };  // right before this one of user code
struct Seek { Position position; };
struct GiveInput { std::string text; bool more = true; };  // typed; more: it does not end here
// Of the script, each line once. A condition is an expression; where it is false the run goes on;
// where it raises, it stops. With `hit`: only at that pass of the whole run, from 1, of those where
// the condition holds. With a message (the inside of an f-string) it logs instead of stopping: see
// Moment::log.
struct Breakpoint {
    uint32_t line = 0;
    std::string condition = {};
    std::string message = {};
    uint32_t hit = 0;
    bool operator==(const Breakpoint&) const = default;
};
struct SetBreakpoints { std::vector<Breakpoint> breakpoints; };
// To where this expression changes, in the frame of this thread or task (0: of whoever runs); what
// came of it is told by take_change().
struct RunUntilChange { std::string expression; Serial actor; Direction direction; };
struct RunToLine { uint32_t line; Direction direction; };  // or to the run's end or start
// The same script on another machine, from its start; the cursor goes to where it stands now (the
// same event of the same thread), or to the end if it stands there. Errors: knob_range.
struct SetMachine { MachineSpec spec; };
struct SeekChoice { size_t index; };  // the cursor to right before this choice: see next()
// The run goes on otherwise from here: a new branch, with the cursor where it is. What had been
// chosen further on is forgotten. Only at a choice; the option is one of its numbers.
struct Choose { uint32_t option; };
struct GoToBranch { size_t index; };  // runs it; the cursor stands where the two part
struct RemoveBranch { size_t index; };  // neither the first nor the open one: refused silently
// Every order of the script's threads, beside the run. Errors: as open.
struct ExploreOrders {};
struct StopExploring {};               // what has been found stays
struct OpenOutcome { size_t index; };  // of orders(): the order that led there, as a branch
// Runs the script beside the open run, on another machine or as another branch. Errors: as open.
struct Compare { MachineSpec spec; std::vector<Decision> decisions = {}; };
struct StopComparing {};
}  // namespace command
using Command = std::variant<command::Run, command::Pause, command::Step, command::Continue,
                             command::SeekEvent, command::SeekTime, command::SeekInstruction,
                             command::Seek,
                             command::GiveInput, command::SetBreakpoints,
                             command::RunUntilChange, command::RunToLine,
                             command::SetMachine, command::SeekChoice, command::Choose,
                             command::GoToBranch, command::RemoveBranch, command::ExploreOrders,
                             command::StopExploring, command::OpenOutcome, command::Compare,
                             command::StopComparing>;

struct ValueChange {
    enum class End : uint8_t {
        changed,
        left,     // the function has ended; backward: it had not been called
        never,    // to the run's end or start it stays what it is
        gave_up,  // that is not known: the way is too long
        refused,  // it is no expression
    } end = End::never;
    Direction direction = Direction::forward;
    std::string expression, before, after;  // before: where one set out
};

struct Progress {
    enum class State : uint8_t { idle, working } state = State::idle;
    double part = 0;       // done, 0 to 1; 0 where it cannot be known (an endless run)
    bool moved = false;    // the moment is another one than when it was last looked at
    bool looks = false;    // beside the commands' work: races, previews, orders are looked for
};

// A search through what is not recorded yet gives up after so much work (instructions of any code)
// in which nothing came nearer to what it looks for, and after so much in all.
constexpr uint64_t search_quiet_instructions_max = 1'000'000'000;
constexpr uint64_t search_instructions_max = 20'000'000'000;

class Session {
  public:
    Session();
    ~Session();
    // Every command is limited as a search is: where nobody is there to pause an endless run.
    void limit_all_work();

    // A script that reads more than its input holds waits for GiveInput (moment().waits_for_input),
    // where somebody is there to type. Of runs opened from now on.
    void ask_for_input();

    // Errors and warnings in a source text, without touching the run.
    std::vector<Error> check(const std::string& source) const;
    // Replaces the run. On an error nothing changes. The cursor goes to the scenario's position
    // (reached in advance()), or to the run's start.
    Result<bool> open(const Scenario& scenario);
    Result<bool> apply(const Command& command);
    // Works for about this long (real time); call it again while the progress says `working`.
    Progress advance(uint64_t budget_ns);

    const Moment& moment() const;
    // An expression or statement at the moment, in the innermost frame of a thread or task (0: of
    // whoever runs), on a copy: the run does not change.
    Evaluated evaluate(Serial actor, const std::string& source) const;
    // Likewise, with the module's names.
    Evaluated evaluate_in_module(const std::string& source) const;
    // What is wrong with the run as far as it is recorded; races once it has ended.
    const Findings& findings() const;
    // Who could go next at the cursor.
    const Next& next() const;
    // The end of the last RunUntilChange, once.
    std::optional<ValueChange> take_change();
    const Branches& branches() const;
    const Orders& orders() const;
    // The other run of Compare, as far as it is recorded; null: nothing is compared.
    const Moment* compared() const;
    // The last command's work was limited, and it stopped without having done it: the cursor stands
    // at the end of what was looked through.
    bool gave_up() const;
    // Whether the scenario's position was found again; none until the cursor is there.
    Anchor anchor() const;
    Scenario scenario_here() const;   // with the position of the cursor: what a link holds
    std::string state_json() const;   // window.meada.state()

  private:
    Result<bool> start(const Scenario&);
    Result<bool> set_machine(const MachineSpec&);
    static bool is_about_branches(const Command&);
    Result<bool> apply_to_branches(const Command&);
    Result<bool> choose(uint32_t option);
    Result<bool> enter(Branch);
    Result<bool> explore_orders();
    Result<bool> compare(const command::Compare&);

    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace meada
