// The words for the enums of machine/states.def: rows of text/texts.def by name, so that a new
// value without words does not compile.
#pragma once

#include "machine/machine.h"
#include "text/text.h"

namespace meada::view {

// How a span, a chip or a tag looks and is called: a thread's or task's state in one word.
// Colour never tells it alone: each has its own height, pattern and icon.
enum class Look : uint8_t {
    none,
    running,
    ready,
    sleep,
    io,
    lock,
    await,
    gil,
    done,
    failed,
    cancelled
};

Look look_of(RunState, WaitReason, EndOutcome);
Look look_of(WaitReason);

TextId word_of(WaitReason);
TextId word_of(EndOutcome);
TextId word_of(SyncKind);
TextId made_word_of(SyncKind);  // "a lock", "uma trava"
TextId word_of(RunState, WaitReason, EndOutcome);

}  // namespace meada::view
