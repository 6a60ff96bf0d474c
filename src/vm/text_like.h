// What str, bytes and bytearray have in common: a run of characters to look at, and new objects of
// the same type. Their methods are written once over this. Inside vm.
#pragma once

#include "vm/characters.h"
#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/strings.h"
#include "vm/text_view.h"

namespace meada {

inline bool is_bytes_like(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return kind == Kind::bytes || kind == Kind::bytearray;
}
inline bool is_text_like(const Vm& vm, Value value) {
    return is_str(vm, value) || is_bytes_like(vm, value);
}

// Of bytes the view is of width 1 and never said to be ASCII. Borrowed, as text_of.
inline TextView view_of(const Vm& vm, Value value) {
    const Object& object = vm.block.object(value);
    if (object.kind == Kind::str) return text_of(vm, value);
    if (object.kind == Kind::bytes)
        return {vm.block.at<uint8_t>(value.offset() + ByteString::data_offset),
                vm.block[value.as_ref<ByteString>()].length, 1, false};
    ASSERT(object.kind == Kind::bytearray);
    const ByteArray& array = vm.block[value.as_ref<ByteArray>()];
    return {vm.block.at<uint8_t>(array.storage.offset + 8), array.length, 1, false};
}

// An object of the exact type that results of this object's methods have, its characters to be
// written at once to characters_of. For a str: length 0 and 1 only if new_like is no choice.
Value allocate_like(Vm&, Kind kind, uint64_t length, char32_t bits);
inline uint8_t* characters_of(Vm& vm, Value made) {
    return const_cast<uint8_t*>(view_of(vm, made).data);
}
// `view` is outside the block.
Value new_like(Vm&, Kind kind, const TextView& view);
Value part_like(Vm&, Value value, uint32_t start, uint32_t end);
// The object itself if immutable and of the exact type, else a copy.
Value whole_like(Vm&, Value value);

inline bool is_space_like(Kind kind, char32_t character) {  // bytes know ASCII only
    if (kind == Kind::str) return is_space(character);
    return character == ' ' || (character >= 9 && character <= 13);
}

// --- arguments; false: raised ---
bool take_index(Vm&, Value, int64_t& out);     // clamped to 64 bits
bool take_index_or(Vm&, Value, int64_t& out);  // null: out stays
// [start, end) as methods with optional bounds take them: adjusted, but start may be > length.
struct Bounds {
    int64_t start, end;
    bool empty(uint32_t length) const { return end - start < length; }
};
bool take_bounds(Vm&, Value start, Value end, uint32_t length, Bounds& out);
bool raise_type(Vm&, const std::string& message);  // false
// The type's name in "argument 1 must be str, not …".
inline std::string argument_name(const Vm& vm, Value value) {
    return value == vm.none() ? "None" : type_name(vm, value);
}
// The position that an int key means; not_found: raised IndexError with this message.
uint32_t take_position(Vm&, Value key, uint32_t length, const char* message);

}  // namespace meada
