// Where the run passes the breakpoints that count their passes and those that log: a run of the
// same scenario beside the first, looked through instruction by instruction from its start. So
// which pass is the third, and what is logged at which moment, does not depend on where one looks
// or which way one goes. Inside session.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "history/history.h"
#include "history/undo.h"
#include "session/places.h"
#include "session/session.h"

namespace meada {

// Of the user's code: a longer run is not looked through to its end.
constexpr uint64_t pass_instructions_max = 50'000'000;
constexpr size_t log_lines_max = 1'000;

class PassSearch {
  public:
    // What has been found so far is forgotten. The run is opened when it is needed.
    void restart(std::vector<command::Breakpoint>);
    void restart();  // for another run, with the same breakpoints
    // Looks on for about so long, as far as the run is recorded. False: there is no more to do now.
    bool work(const History&, const Scenario&, uint64_t budget_ns);
    // Every pass right before this instruction of user code or earlier has been seen, or will not
    // be.
    bool has_seen(uint64_t instruction) const;
    // The pass that this breakpoint counts to, as an instruction of user code; null: not found.
    std::optional<uint64_t> counted_pass(const command::Breakpoint&) const;
    const std::vector<LogLine>& log() const { return log_; }
    LogEnd log_end() const;

  private:
    struct Looked {
        command::Breakpoint breakpoint = {};
        uint32_t passes = 0;
        std::optional<uint64_t> counted_at = {};
    };
    void pass(Looked&, const Place&);
    bool gave_up() const;

    std::vector<Looked> looked_;
    std::unique_ptr<Machine> machine_;
    std::unique_ptr<Undo> undo_;
    LineBegins begins_;
    std::vector<LogLine> log_;
    uint64_t seen_to_ = 0;  // every pass before this instruction has been seen
    bool ended_ = false, no_room_ = false;
};

}  // namespace meada
