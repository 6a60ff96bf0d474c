// What dies when: finalisers, and what a dead mortal held. Inside vm.
//
// A mortal whose count falls to zero goes onto the list of the dying in the block's header. Before
// the next instruction that list moves to the context's queue of the doomed, in front of what waits
// there already, and the first is dealt with: its finaliser runs if it has one that has not run,
// then it lets go of what it held, which may doom more, in front again. So things die in CPython's
// order: depth first. While a finaliser's frame runs, what waited before it waits behind a barrier
// in the queue, and what dies inside it dies inside it; so finalisers nest only as deep as the
// script nests them.
#pragma once

#include <vector>

#include "vm/calls.h"

namespace meada {

// Deals with the first of the doomed; may push the frame of its finaliser. returned: none is left
// (or only behind the barrier), and attention_dying is off.
Step finalize_next(Vm&);

// The frame of a finaliser (ReturnMode::finalizer) has been left: what waited behind it goes on.
void finalizer_ended(Vm&);
// It was left by the pending exception, which is reported on standard error; `culprit` is what the
// report names.
Step finalizer_failed(Vm&, Value culprit);
// What a report about the innermost frame, a finaliser's, names.
Value finalizer_culprit(const Vm&);

bool has_finalizer(const Vm&, Ref<Mortal>);
// The collector found these: nobody reaches them, but their counts are not zero.
void doom_unreachable(Vm&, const std::vector<uint32_t>& cells);
// Weak references whose target is dead: their call-backs come next, in this order.
void doom_weak(Vm&, const std::vector<uint32_t>& references);

}  // namespace meada
