// Texts made of values: steps of the loop.
#include <algorithm>
#include <array>

#include "vm/loop.h"
#include "vm/numbers.h"

namespace meada {

// Without conversion and specification: strs as they are, ints in decimal.
STEP(FORMAT_VALUE) {
    if (ARGUMENT != 0 || TOP.is_mortal()) SLOW();
    if (TOP.is_ref() && shape_at(base, TOP) == vm.loop.shapes.str) NEXT();
    if (!TOP.is_int()) SLOW();
    const Value text = new_decimal(vm, TOP.as_int());
    REBASE();
    if (text.is_null()) RAISED();
    TOP = text;
    NEXT_IF_CALM();
}

STEP(BUILD_STRING) {
    const uint32_t count = ARGUMENT;
    std::array<Value, 16> pieces;  // the block's bytes may move
    if (count > pieces.size()) SLOW();
    std::copy_n(sp - count, count, pieces.begin());
    const Value text = join_strs(vm, {pieces.data(), count});
    REBASE();
    if (text.is_null()) RAISED();
    for (uint32_t index = 0; index < count; ++index) vm.block.decrement_if_mortal(*--sp);
    *sp++ = text;
    NEXT_IF_CALM();
}

}  // namespace meada
