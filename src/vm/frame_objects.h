// Frames and tracebacks as scripts see them: sys._getframe(), tb_frame, gi_frame. Inside vm.
//
// A frame object is made when it is asked for and says where its frame is. While that is on its
// context's stack (or its generator is not finished) it shows the frame's present state; then what
// an exception kept of it, or nothing.
#pragma once

#include "vm/vm.h"

namespace meada {

// `leaves`: the frame is about to go, so its values are kept.
FramePlace place_of_frame(Vm&, uint32_t frame, uint32_t instruction, bool leaves);

// The frame object of the running context's `depth`-th visible frame; null: not so many, or raised.
Value frame_at_depth(Vm&, int64_t depth);
Value frame_of_generator(Vm&, Ref<Generator>);

}  // namespace meada
