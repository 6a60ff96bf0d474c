// What the loop does by itself with strs, dicts and sets: operands come as Values, the frame is not
// saved. Nothing here runs Python code or starts the collector; the block's bytes may move (the
// loop then follows them), and `needs_call` or null means: nothing was done, take the slow way.
// Inside vm.
#pragma once

#include "vm/containers.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {

inline uint32_t shape_at(const uint8_t* base, Value ref) {
    return reinterpret_cast<const Object*>(base + ref.offset())->shape.offset;
}

// Both are exact strs. A str is as narrow as it can be, so equal ones have equal widths.
inline bool light_str_equal(const uint8_t* base, Value left, Value right) {
    if (left == right) return true;
    const auto& a = *reinterpret_cast<const Str*>(base + left.offset());
    const auto& b = *reinterpret_cast<const Str*>(base + right.offset());
    if (a.length != b.length || a.detail != b.detail) return false;
    if (a.flags & b.flags & cell_interned) return false;
    return std::memcmp(base + left.offset() + Str::data_offset,
                       base + right.offset() + Str::data_offset,
                       size_t{a.length} * (a.detail & Str::width_mask)) == 0;
}

// Of what has its truth in a word; no, yes, or needs_call.
inline Outcome light_truth(const uint8_t* base, const BuiltinShapes& shapes, Value value) {
    if (value.is_mortal()) return Outcome::needs_call;  // its count must fall
    const auto said = [](bool truth) { return truth ? Outcome::yes : Outcome::no; };
    if (value.is_int()) return said(value.as_int() != 0);
    if (value.is_float()) return said(value.as_float() != 0);
    const uint32_t shape = shape_at(base, value);
    const auto* object = base + value.offset();
    if (shape == shapes.str) return said(reinterpret_cast<const Str*>(object)->length != 0);
    if (shape == shapes.list) return said(reinterpret_cast<const List*>(object)->count != 0);
    if (shape == shapes.tuple) return said(reinterpret_cast<const Tuple*>(object)->count != 0);
    if (shape == shapes.dict) return said(reinterpret_cast<const Dict*>(object)->count != 0);
    return Outcome::needs_call;
}

// A key whose hash and equality are native and cannot fail.
inline bool light_key(const uint8_t* base, const BuiltinShapes& shapes, Value key) {
    return key.is_int() || (key.is_ref() && shape_at(base, key) == shapes.str);
}

}  // namespace meada
