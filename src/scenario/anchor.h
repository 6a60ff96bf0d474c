// Whether a run comes to the moment that a scenario remembers: the same events up to there, or
// another run (another engine, another library). Inside scenario.
#pragma once

#include <cstdint>
#include <map>

#include "scenario/position.h"

namespace meada {

enum class Anchor : uint8_t {
    none,       // the scenario remembers no trace
    exact,      // the run came there, and its trace hash begins as the scenario says
    other_run,  // it came there by other events
    unreached,  // it ended (or is) without having come there
    given_up,   // it goes on, but for so long without coming there that the search stopped
};

// Listens to a run that goes straight to its end and passes every event on.
class AnchorCheck : public Recorder {
  public:
    // `machine`: just made. Its events from the start count, also those that nobody heard.
    AnchorCheck(Machine& machine, const Position&, uint32_t trace_prefix, Recorder* next);
    void record(const Event&) override;
    Anchor result() const { return result_; }

  private:
    void count(const Event&, uint64_t trace_hash);

    Machine& machine_;
    Position position_;
    uint32_t trace_prefix_;
    Recorder* next_;
    Count events_ = 0;  // of the position's thread
    Anchor result_;
};

}  // namespace meada
