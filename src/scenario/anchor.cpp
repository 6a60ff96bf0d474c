#include "scenario/anchor.h"

#include "scenario/scenario.h"

namespace meada {

// The first events came before there could be a recorder; which hash each of them left is not
// known, so a position among them is judged by the hash after the last.
AnchorCheck::AnchorCheck(Machine& machine, const Position& position, uint32_t trace_prefix,
                         Recorder* next)
    : machine_(machine),
      position_(position),
      trace_prefix_(trace_prefix),
      next_(next),
      result_(trace_prefix == 0 ? Anchor::none : Anchor::unreached) {
    for (const Event& event : machine.first_events) count(event, machine.trace_hash());
}

void AnchorCheck::record(const Event& event) {
    count(event, machine_.trace_hash());
    if (next_) next_->record(event);
}

void AnchorCheck::count(const Event& event, uint64_t trace_hash) {
    if (result_ == Anchor::none || event.thread != position_.thread) return;
    if (++events_ == position_.event)
        result_ = trace_prefix_of(trace_hash) == trace_prefix_ ? Anchor::exact : Anchor::other_run;
}

}  // namespace meada
