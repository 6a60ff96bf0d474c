#include "vm/text_like.h"

#include <algorithm>
#include <limits>

#include "vm/byte_strings.h"

namespace meada {

Value allocate_like(Vm& vm, Kind kind, uint64_t length, char32_t bits) {
    if (kind == Kind::str) {
        if (length == 0) return vm.root(Root::empty_str);
        return allocate_str(vm, length, bits);
    }
    return kind == Kind::bytes ? allocate_bytes(vm, length) : allocate_bytearray(vm, length);
}

Value new_like(Vm& vm, Kind kind, const TextView& view) {
    if (kind == Kind::str) return new_str_of(vm, view);
    const Value made = allocate_like(vm, kind, view.length, 0xff);
    if (!made.is_null() && view.length > 0)
        std::memcpy(characters_of(vm, made), view.data, view.length);
    return made;
}

Value part_like(Vm& vm, Value value, uint32_t start, uint32_t end) {
    const Kind kind = vm.block.kind(value);
    if (kind == Kind::str) return new_substring(vm, value, start, end);
    if (kind == Kind::bytes && start == 0 && end == view_of(vm, value).length)
        return whole_like(vm, value);
    const Value made = allocate_like(vm, kind, end - start, 0xff);
    if (!made.is_null() && end > start)
        std::memcpy(characters_of(vm, made), view_of(vm, value).data + start, end - start);
    return made;
}

Value whole_like(Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    if (kind == Kind::str) return exact_str(vm, value);
    if (kind == Kind::bytes && vm.type_of(value) == vm.type(Root::type_bytes)) return value;
    const uint32_t length = view_of(vm, value).length;
    const Value made = allocate_like(vm, kind, length, 0xff);
    if (!made.is_null() && length > 0)
        std::memcpy(characters_of(vm, made), view_of(vm, value).data, length);
    return made;
}

bool raise_type(Vm& vm, const std::string& message) {
    vm.raise(Root::TypeError, message);
    return false;
}

bool take_index(Vm& vm, Value value, int64_t& out) {
    if (value.is_int()) {
        out = value.as_int();
        return true;
    }
    if (!is_int_like(vm, value))
        return raise_type(
            vm, "'" + type_name(vm, value) + "' object cannot be interpreted as an integer");
    if (const auto found = to_int64(vm, value)) {
        out = *found;
    } else {
        const bool negative = vm.block.object(value).detail == 1;
        out = negative ? std::numeric_limits<int64_t>::min() : std::numeric_limits<int64_t>::max();
    }
    return true;
}

uint32_t take_position(Vm& vm, Value key, uint32_t length, const char* message) {
    const auto found = to_int64(vm, key);
    if (!found) {
        vm.raise(Root::IndexError,
                 "cannot fit '" + type_name(vm, key) + "' into an index-sized integer");
        return not_found;
    }
    const int64_t index = *found < 0 ? *found + length : *found;
    if (index >= 0 && index < length) return static_cast<uint32_t>(index);
    vm.raise(Root::IndexError, message);
    return not_found;
}

bool take_index_or(Vm& vm, Value value, int64_t& out) {
    return value.is_null() || take_index(vm, value, out);
}

namespace {

bool take_slice_bound(Vm& vm, Value value, int64_t& out) {  // of a slice: None leaves out as it is
    if (value.is_null() || value == vm.none()) return true;
    if (!is_int_like(vm, value))
        return raise_type(vm, "slice indices must be integers or None or have an __index__ method");
    return take_index(vm, value, out);
}

int64_t from_end(int64_t index, int64_t length) {  // -1 is the last one
    return index < 0 ? std::max<int64_t>(index + length, 0) : index;
}

}  // namespace

bool take_bounds(Vm& vm, Value start, Value end, uint32_t length, Bounds& out) {
    out = {0, length};
    if (!take_slice_bound(vm, start, out.start) || !take_slice_bound(vm, end, out.end))
        return false;
    out.end = std::min<int64_t>(from_end(out.end, length), length);
    out.start = std::min<int64_t>(from_end(out.start, length), int64_t{length} + 1);
    return true;
}

}  // namespace meada
