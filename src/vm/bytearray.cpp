// bytearray: what changes it in place.
#include <algorithm>

#include "vm/byte_strings.h"
#include "vm/clone.h"
#include "vm/containers.h"
#include "vm/text_like.h"

namespace meada {
namespace {

uint8_t* edit_from(Vm& vm, Ref<ByteArray> array, uint32_t at) {
    const uint32_t length = vm.block[array].length;
    const uint32_t first = vm.block[array].storage.offset + 8;
    if (at >= length) return vm.block.base() + first + at;
    return vm.block.edit_bytes(first + at, length - at);
}

// -1: raised.
int take_byte(Vm& vm, Value value) {
    int64_t number;
    if (!take_index(vm, value, number)) return -1;
    if (number >= 0 && number <= 255) return static_cast<int>(number);
    vm.raise(Root::ValueError, "byte must be in range(0, 256)");
    return -1;
}

// Replaces [start, end) by these bytes.
bool splice(Vm& vm, Ref<ByteArray> array, uint32_t start, uint32_t end, std::string_view bytes) {
    const uint32_t length = vm.block[array].length;
    const uint64_t new_length = uint64_t{length} - (end - start) + bytes.size();
    const uint32_t tail = length - end;
    const std::string moved(bytes_view(vm, Value::from_ref(array)).substr(end));
    if (!bytearray_resize(vm, array, new_length)) return false;
    if (new_length == start) return true;
    uint8_t* to = edit_from(vm, array, start);
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    if (tail > 0 && bytes.size() != end - start) std::memcpy(to + bytes.size(), moved.data(), tail);
    vm.charge(tail + bytes.size());
    return true;
}

// The bytes that an item of a slice assignment or extend() stands for; needs_call: an iterable.
Outcome bytes_of(Vm& vm, Value item, std::string& out) {
    if (is_bytes_like(vm, item)) {
        out = bytes_view(vm, item);
        return Outcome::yes;
    }
    const Kind kind = vm.block.kind(item);
    if (kind != Kind::list && kind != Kind::tuple) return Outcome::needs_call;
    const bool list = kind == Kind::list;
    const uint32_t count =
        list ? vm.block[item.as_ref<List>()].count : vm.block[item.as_ref<Tuple>()].count;
    const uint32_t first =
        list ? vm.block[item.as_ref<List>()].items.offset + 8 : item.offset() + Tuple::items_offset;
    for (uint32_t index = 0; index < count; ++index) {
        const int byte = take_byte(vm, vm.block.load(first + index * 8));
        if (byte < 0) return Outcome::raised;
        out += static_cast<char>(byte);
    }
    return Outcome::yes;
}

Outcome set_slice(Vm& vm, Ref<ByteArray> array, Value key, Value item) {
    SliceBounds bounds;
    const uint32_t length = vm.block[array].length;
    if (const Outcome outcome = slice_bounds(vm, key, length, bounds); outcome != Outcome::yes)
        return outcome;
    std::string bytes;
    if (!item.is_null()) {
        const Outcome outcome = bytes_of(vm, item, bytes);
        if (outcome != Outcome::yes) return outcome;
    }
    tell_shared_bytes(vm, Value::from_ref(array), bounds, true);
    if (bounds.step == 1) {
        const auto start = static_cast<uint32_t>(bounds.start);
        return splice(vm, array, start, start + bounds.count, bytes) ? Outcome::yes
                                                                     : Outcome::raised;
    }
    if (!bytes.empty()) {
        if (bytes.size() != bounds.count) {
            vm.raise(Root::ValueError,
                     "attempt to assign bytes of size " + std::to_string(bytes.size()) +
                         " to extended slice of size " + std::to_string(bounds.count));
            return Outcome::raised;
        }
        uint8_t* to = edit_from(vm, array, 0);
        for (uint32_t index = 0; index < bounds.count; ++index)
            to[bounds.start + index * bounds.step] = static_cast<uint8_t>(bytes[index]);
        return Outcome::yes;
    }
    std::vector<bool> gone(length);
    for (uint32_t index = 0; index < bounds.count; ++index)
        gone[static_cast<size_t>(bounds.start + index * bounds.step)] = true;
    const std::string_view old = bytes_view(vm, Value::from_ref(array));
    for (uint32_t index = 0; index < length; ++index)
        if (!gone[index]) bytes += old[index];
    return splice(vm, array, 0, length, bytes) ? Outcome::yes : Outcome::raised;
}

}  // namespace

void tell_shared_bytes(Vm& vm, Value bytes_like, const SliceBounds& bounds, bool writes) {
    if (!vm.hears_shared_bytes || bounds.count == 0) return;
    if (vm.block.kind(bytes_like) != Kind::bytearray) return;
    if (!(vm.block[bytes_like.as_ref<Object>()].detail & shared_object_bit)) return;
    const int64_t last = bounds.start + (bounds.count - 1) * bounds.step;
    const auto [least, most] = std::minmax(bounds.start, last);
    vm.hears_shared_bytes(vm, bytes_like.offset(), static_cast<uint32_t>(least),
                          static_cast<uint32_t>(most) + 1, writes);
}

Outcome bytearray_set_item(Vm& vm, Value value, Value key, Value item) {
    const Ref<ByteArray> array = value.as_ref<ByteArray>();
    if (vm.block.kind(key) == Kind::slice) return set_slice(vm, array, key, item);
    if (!is_int_like(vm, key)) {
        if (key.is_ref() && !vm.special(key, Special::index_).is_null()) return Outcome::needs_call;
        raise_type(vm, "bytearray indices must be integers or slices, not " + type_name(vm, key));
        return Outcome::raised;
    }
    const int byte = item.is_null() ? 0 : take_byte(vm, item);
    if (byte < 0) return Outcome::raised;
    const uint32_t at =
        take_position(vm, key, vm.block[array].length, "bytearray index out of range");
    if (at == not_found) return Outcome::raised;
    tell_shared_bytes(vm, value, {at, at + 1, 1, 1}, true);
    if (item.is_null()) return splice(vm, array, at, at + 1, {}) ? Outcome::yes : Outcome::raised;
    *vm.block.edit_bytes(vm.block[array].storage.offset + 8 + at, 1) = static_cast<uint8_t>(byte);
    return Outcome::yes;
}

Outcome bytearray_repeat_in_place(Vm& vm, Ref<ByteArray> array, int64_t times) {
    const Value made = bytes_repeat(vm, Value::from_ref(array), times);
    if (made.is_null()) return Outcome::raised;
    const std::string bytes(bytes_view(vm, made));
    return splice(vm, array, 0, vm.block[array].length, bytes) ? Outcome::yes : Outcome::raised;
}

namespace {

Value done(Vm& vm, bool worked) { return worked ? vm.none() : Value{}; }

Value set_or_hand_over(Vm& vm, Value self, Value key, Value item) {
    const Outcome outcome = bytearray_set_item(vm, self, key, item);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_text_set_item, {self, key, item});
    return done(vm, outcome == Outcome::yes);
}

}  // namespace

Value native_bytearray_setitem(Vm& vm, const Args& args) {
    return set_or_hand_over(vm, args[0], args[1], args[2]);
}
Value native_bytearray_delitem(Vm& vm, const Args& args) {
    return done(vm, bytearray_set_item(vm, args[0], args[1], {}) == Outcome::yes);
}

Value native_bytearray_append(Vm& vm, const Args& args) {
    const Value self = args[0];
    const int byte = take_byte(vm, args[1]);
    if (byte < 0) return {};
    const Ref<ByteArray> array = self.as_ref<ByteArray>();
    const uint32_t length = vm.block[array].length;
    if (!bytearray_resize(vm, array, uint64_t{length} + 1)) return {};
    *edit_from(vm, array, length) = static_cast<uint8_t>(byte);
    return vm.none();
}

Value native_bytearray_extend(Vm& vm, const Args& args) {
    const Value self = args[0], given = args[1];
    std::string bytes;
    switch (bytes_of(vm, given, bytes)) {
        case Outcome::needs_call:
            return vm.call_prelude(Root::prelude_text_extend, {self, given});
        case Outcome::yes:
            break;
        default:
            return {};
    }
    const uint32_t length = vm.block[self.as_ref<ByteArray>()].length;
    return done(vm, splice(vm, self.as_ref<ByteArray>(), length, length, bytes));
}

Value native_bytearray_iadd(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!is_bytes_like(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "can't concat " + type_name(vm, args[1]) + " to bytearray");
    return bytearray_extend(vm, self.as_ref<ByteArray>(), args[1]) == Outcome::yes ? self : Value{};
}

Value native_bytearray_imul(Vm& vm, const Args& args) {
    const Value self = args[0];
    int64_t times;
    if (!is_int_like(vm, args[1]))
        return vm.raise(Root::TypeError, "can't multiply sequence by non-int of type '" +
                                             type_name(vm, args[1]) + "'");
    if (!take_index(vm, args[1], times)) return {};
    const Outcome outcome = bytearray_repeat_in_place(vm, self.as_ref<ByteArray>(), times);
    return outcome == Outcome::yes ? self : Value{};
}

Value native_bytearray_clear(Vm& vm, const Args& args) {
    return done(vm, bytearray_resize(vm, args[0].as_ref<ByteArray>(), 0));
}
Value native_bytearray_copy(Vm& vm, const Args& args) { return whole_like(vm, args[0]); }

Value native_bytearray_insert(Vm& vm, const Args& args) {
    const Value self = args[0];
    int64_t index;
    if (!take_index(vm, args[1], index)) return {};
    const int byte = take_byte(vm, args[2]);
    if (byte < 0) return {};
    const int64_t length = view_of(vm, self).length;
    if (index < 0) index += length;
    const auto at = static_cast<uint32_t>(std::clamp<int64_t>(index, 0, length));
    const char letter = static_cast<char>(byte);
    return done(vm, splice(vm, self.as_ref<ByteArray>(), at, at, {&letter, 1}));
}

Value native_bytearray_pop(Vm& vm, const Args& args) {
    const Value self = args[0];
    int64_t index = -1;
    if (!take_index_or(vm, args[1], index)) return {};
    const TextView text = view_of(vm, self);
    if (text.length == 0) return vm.raise(Root::IndexError, "pop from empty bytearray");
    if (index < 0) index += text.length;
    if (index < 0 || index >= int64_t{text.length})
        return vm.raise(Root::IndexError, "pop index out of range");
    const auto at = static_cast<uint32_t>(index);
    const uint8_t byte = text.data[at];
    if (!splice(vm, self.as_ref<ByteArray>(), at, at + 1, {})) return {};
    return Value::from_int(byte);
}

Value native_bytearray_remove(Vm& vm, const Args& args) {
    const Value self = args[0];
    const int byte = take_byte(vm, args[1]);
    if (byte < 0) return {};
    const TextView text = view_of(vm, self);
    const uint32_t at = find_character(text, static_cast<char32_t>(byte), 0, text.length);
    if (at == not_found) return vm.raise(Root::ValueError, "value not found in bytearray");
    return done(vm, splice(vm, self.as_ref<ByteArray>(), at, at + 1, {}));
}

Value native_bytearray_reverse(Vm& vm, const Args& args) {
    const Ref<ByteArray> array = args[0].as_ref<ByteArray>();
    const uint32_t length = vm.block[array].length;
    if (length > 1) {
        uint8_t* bytes = edit_from(vm, array, 0);
        std::reverse(bytes, bytes + length);
    }
    vm.charge(length);
    return vm.none();
}

}  // namespace meada
