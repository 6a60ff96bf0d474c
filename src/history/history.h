// History: a run is recorded once, by one machine, with checkpoints and an event log; a second
// machine stands at the cursor and goes anywhere by restoring a checkpoint and replaying. Going
// back is nothing else. The door.
#pragma once

#include <memory>

#include "history/checkpoints.h"
#include "history/choices.h"
#include "history/event_log.h"
#include "history/moment.h"
#include "history/snapshot.h"

namespace meada {

constexpr uint64_t history_size_bytes_max = 64u << 20;  // checkpoints and events
// A checkpoint is taken after so much work (real time of the machine that records, so that a seek
// takes about as long anywhere), or more where the last ones took long themselves: at most about a
// twentieth of the time goes into them. It waits as long again for a collection, after which the
// least has changed.
constexpr uint64_t checkpoint_spacing_ns = 3'000'000;
constexpr uint64_t checkpoint_share = 20;

// Where the cursor can be told to go.
struct Target {
    enum class Kind : uint8_t { instruction, event, end } kind = Kind::event;
    uint64_t number = 0;  // of user code that has run; of events that have happened
};

// Moments of which any will do: right after so many events.
struct EventRange {
    uint64_t least = 0, most = 0;
};

// A machine about to run the scenario. Errors: syntax, image_damaged, knob_range.
Result<std::unique_ptr<Machine>> make_machine(const Scenario&, std::span<const uint8_t> image);

// Another machine in the same state, that nobody records.
std::unique_ptr<Machine> copy_of(Machine&);

class History {
  public:
    // Errors: syntax, image_damaged, knob_range.
    static Result<std::unique_ptr<History>> open(const Scenario&,
                                                 std::span<const uint8_t> image);
    ~History();

    // Records on: about so many instructions of any code. False: the run has ended.
    bool record(uint64_t any_instructions);
    // Who hears each event too, as it is recorded. (Those of the start are in log() only.)
    void listen(Recorder*);
    bool recorded_all() const { return ended_; }
    bool stuck() const { return stuck_; }
    // With ask_for_input: the recording has come where the script reads what nobody has typed yet.
    // Until give_input that is its end.
    bool waits_for_input() const { return waits_for_input_; }
    void ask_for_input(bool asks);
    void give_input(std::string_view text, bool more);
    bool has_event(uint64_t number) const { return number < log_.end(); }
    uint64_t end_instruction() const { return head_->user_instructions(); }
    TimeNs end_ns() const { return head_->now_ns(); }

    // Moves the cursor towards the target by at most about so much work. True: it is there. A
    // target beyond what is recorded records on.
    bool seek(const Target&, uint64_t any_instructions);
    bool at(const Target&) const;
    // Of these the one that the cursor can be at soonest: nearest behind a checkpoint.
    uint64_t soonest_in(EventRange) const;
    bool recorded(const Target&) const;  // nothing need be recorded to go there

    const EventLog& log() const { return log_; }
    // Where threads were chosen from, in the order of the run; of a long run the first ones.
    const Choices& choices() const { return choices_; }
    // The machine that records: as far as the run is known.
    const Machine& head() const { return *head_; }
    Machine& head() { return *head_; }
    Machine& cursor() { return *cursor_; }
    const Machine& cursor() const { return *cursor_; }
    uint64_t cursor_event() const { return cursor_->event_count(); }
    uint64_t cursor_instruction() const { return cursor_->user_instructions(); }
    uint64_t trace_hash() const { return cursor_->trace_hash(); }
    const Checkpoints& checkpoints() const { return checkpoints_; }
    // All that is kept of the run: what history_size_bytes_max is about.
    uint64_t size_bytes() const { return checkpoints_.size_bytes() + log_.size_bytes(); }

    // The cursor's place in terms that a link can carry, and the target of such a place once the
    // recording has come there; null: not recorded yet.
    Position position() const { return position_of(*cursor_); }
    Position position_of(const Machine&) const;
    std::optional<Target> target_of(const Position&) const;

  private:
    struct HeadRecorder;
    History();
    void take_checkpoint();
    bool checkpoint_due();
    void start_seek(const Target&);
    Advanced approach(const Target&, uint64_t any_instructions);
    bool passed(const Target&) const;
    bool right_after(uint64_t event_count) const;

    std::unique_ptr<Machine> head_, cursor_;
    std::unique_ptr<HeadRecorder> recorder_;
    Checkpoints checkpoints_;
    EventLog log_;
    Choices choices_;
    uint64_t work_ns_ = 0, checkpoint_at_ns_ = 0;  // spent on recording
    uint64_t checkpoint_cost_ns_ = 0;              // of the next one, at least
    uint64_t card_cost_ns_ = 300;                  // of one card of it, about
    uint64_t collections_ = 0;                     // of the head when it was last looked at
    bool ended_ = false, stuck_ = false, waits_for_input_ = false;
    size_t cursor_base_ = Checkpoints::npos;  // whose checkpoint the cursor's block was made from
    uint64_t cursor_dropped_ = 0;
    std::optional<Target> seeking_;
    bool carefully_ = false;  // on the way to an event: full speed went past it
};

}  // namespace meada
