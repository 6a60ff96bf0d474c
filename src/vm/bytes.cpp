// bytes and bytearray: making them, operators, subscripts, repr.
#include <algorithm>

#include "base/hash.h"
#include "vm/byte_strings.h"
#include "vm/text_like.h"

namespace meada {

Value allocate_bytes(Vm& vm, uint64_t length) {
    if (length > block_size_bytes_max) return raise_no_memory(vm);
    const Ref<ByteString> made = vm.allocate<ByteString>(
        Kind::bytes, Root::type_bytes, ByteString::data_offset + static_cast<uint32_t>(length));
    if (!made) return {};
    vm.block.edit(made).length = static_cast<uint32_t>(length);
    vm.charge(length);
    return Value::from_ref(made);
}

Value new_bytes(Vm& vm, std::string_view bytes) {
    const Value made = allocate_bytes(vm, bytes.size());
    if (!made.is_null() && !bytes.empty())
        std::memcpy(characters_of(vm, made), bytes.data(), bytes.size());
    return made;
}

Value allocate_bytearray(Vm& vm, uint64_t length) {
    const Ref<ByteArray> made = vm.allocate<ByteArray>(Kind::bytearray, Root::type_bytearray);
    if (!made || !bytearray_resize(vm, made, length)) return {};
    return Value::from_ref(made);
}

namespace {

uint32_t capacity_of(const Vm& vm, Ref<ByteArray> array) {
    const Ref<Raw> storage = vm.block[array].storage;
    return storage ? vm.block.cell_size(storage.offset) - 8 : 0;
}

uint8_t* edit_array(Vm& vm, Ref<ByteArray> array, uint32_t at, uint32_t size) {
    return vm.block.edit_bytes(vm.block[array].storage.offset + 8 + at, size);
}

}  // namespace

bool bytearray_resize(Vm& vm, Ref<ByteArray> array, uint64_t length) {
    const uint32_t old_length = vm.block[array].length;
    if (vm.block[array].export_count > 0 && length != old_length) {
        vm.raise(Root::BufferError, "Existing exports of data: object cannot be re-sized");
        return false;
    }
    if (length > block_size_bytes_max) return raise_no_memory(vm), false;
    const uint32_t capacity = capacity_of(vm, array);
    if (length > capacity) {
        const uint64_t room = old_length == 0 ? length : length + length / 8 + 8;
        const uint32_t made = vm.allocate_cell(
            Kind::raw, {},
            static_cast<uint32_t>(std::min<uint64_t>(room + 8, block_size_bytes_max)));
        if (made == 0) return false;
        const Ref<Raw> old = vm.block[array].storage;
        if (old) {
            std::memcpy(vm.block.edit_bytes(made + 8, old_length + 1),
                        vm.block.at<uint8_t>(old.offset + 8), old_length);
            vm.block.free_now(old.offset);
        }
        vm.block.edit(array).storage = Ref<Raw>{made};
    } else if (length < old_length) {  // what is not used is zero
        std::memset(edit_array(vm, array, static_cast<uint32_t>(length),
                               old_length - static_cast<uint32_t>(length)),
                    0, old_length - length);
    }
    vm.block.edit(array).length = static_cast<uint32_t>(length);
    return true;
}

std::string_view bytes_view(const Vm& vm, Value bytes_like) {
    return view_of(vm, bytes_like).bytes();
}

uint64_t bytes_hash(Vm& vm, Value bytes) {
    if (const uint64_t known = vm.block[bytes.as_ref<ByteString>()].hash) return known;
    const TextView text = view_of(vm, bytes);
    if (text.length == 0) return 0;
    uint64_t hash = siphash13({text.data, text.length});
    if (hash == ~uint64_t{0}) hash = ~uint64_t{1};
    vm.block.edit(bytes.as_ref<ByteString>()).hash = hash;
    return hash;
}

void append_bytes_repr(std::string& out, std::string_view bytes, bool of_array) {
    const bool double_quote =
        bytes.find('\'') != std::string_view::npos && bytes.find('"') == std::string_view::npos;
    const char quote = double_quote ? '"' : '\'';
    out += 'b';
    out += quote;
    for (const char byte : bytes) {
        if (byte == quote || byte == '\\' || (of_array && byte == '\'')) {
            out += '\\';
            out += byte;
        } else if (byte == '\t') {
            out += "\\t";
        } else if (byte == '\n') {
            out += "\\n";
        } else if (byte == '\r') {
            out += "\\r";
        } else if (const auto code = static_cast<uint8_t>(byte); code < ' ' || code >= 0x7f) {
            out += "\\x";
            out += "0123456789abcdef"[code >> 4];
            out += "0123456789abcdef"[code & 15];
        } else {
            out += byte;
        }
    }
    out += quote;
}

Value bytes_concat(Vm& vm, Value left, Value right) {
    const uint64_t first = view_of(vm, left).length, second = view_of(vm, right).length;
    const Kind kind = vm.block.kind(left);
    if (kind == Kind::bytes && second == 0) return whole_like(vm, left);
    const Value made = allocate_like(vm, kind, first + second, 0xff);
    if (made.is_null()) return {};
    uint8_t* out = characters_of(vm, made);
    if (first > 0) std::memcpy(out, view_of(vm, left).data, first);
    if (second > 0) std::memcpy(out + first, view_of(vm, right).data, second);
    return made;
}

Value bytes_repeat(Vm& vm, Value bytes_like, int64_t times) {
    const uint32_t length = view_of(vm, bytes_like).length;
    const Kind kind = vm.block.kind(bytes_like);
    times = std::clamp<int64_t>(times, 0, length == 0 ? 0 : block_size_bytes_max);
    if (kind == Kind::bytes && times == 1) return whole_like(vm, bytes_like);
    const Value made = allocate_like(vm, kind, length * static_cast<uint64_t>(times), 0xff);
    if (made.is_null()) return {};
    const TextView from = view_of(vm, bytes_like);
    uint8_t* out = characters_of(vm, made);
    for (int64_t index = 0; index < times; ++index, out += length)
        std::memcpy(out, from.data, length);
    return made;
}

Outcome bytearray_extend(Vm& vm, Ref<ByteArray> array, Value bytes_like) {
    const uint32_t length = vm.block[array].length;
    const uint32_t more = view_of(vm, bytes_like).length;
    if (more == 0) return Outcome::yes;
    const std::string copy(bytes_view(vm, bytes_like));  // it may be the array itself
    if (!bytearray_resize(vm, array, uint64_t{length} + more)) return Outcome::raised;
    std::memcpy(edit_array(vm, array, length, more), copy.data(), more);
    vm.charge(more);
    return Outcome::yes;
}

Outcome bytes_contains(Vm& vm, Value bytes_like, Value wanted) {
    const TextView text = view_of(vm, bytes_like);
    vm.charge(text.length);
    if (is_bytes_like(vm, wanted))
        return find_text(text, view_of(vm, wanted), 0, text.length) != not_found ? Outcome::yes
                                                                                 : Outcome::no;
    if (!is_int_like(vm, wanted)) {
        raise_type(vm, "a bytes-like object is required, not '" + type_name(vm, wanted) + "'");
        return Outcome::raised;
    }
    const auto number = to_int64(vm, wanted);
    if (!number || *number < 0 || *number > 255) {
        vm.raise(Root::ValueError, "byte must be in range(0, 256)");
        return Outcome::raised;
    }
    const bool found =
        find_character(text, static_cast<char32_t>(*number), 0, text.length) != not_found;
    return found ? Outcome::yes : Outcome::no;
}

Computed bytes_get_item(Vm& vm, Value bytes_like, Value key) {
    const TextView text = view_of(vm, bytes_like);
    const bool array = vm.block.kind(bytes_like) == Kind::bytearray;
    if (is_int_like(vm, key)) {
        const uint32_t at = take_position(
            vm, key, text.length, array ? "bytearray index out of range" : "index out of range");
        if (at == not_found) return {Outcome::raised};
        tell_shared_bytes(vm, bytes_like, {at, at + 1, 1, 1}, false);
        return {Outcome::yes, Value::from_int(text.data[at])};
    }
    if (vm.block.kind(key) != Kind::slice) {
        if (key.is_ref() && !vm.special(key, Special::index_).is_null())
            return {Outcome::needs_call};
        raise_type(vm, std::string(array ? "bytearray" : "byte") +
                           " indices must be integers or slices, not " + type_name(vm, key));
        return {Outcome::raised};
    }
    SliceBounds bounds;
    const Outcome outcome = slice_bounds(vm, key, text.length, bounds);
    if (outcome != Outcome::yes) return {outcome};
    tell_shared_bytes(vm, bytes_like, bounds, false);
    Value made;
    if (bounds.step == 1 || bounds.count == 0) {
        const auto start = bounds.count == 0 ? 0 : static_cast<uint32_t>(bounds.start);
        made = part_like(vm, bytes_like, start, start + bounds.count);
    } else {
        made = allocate_like(vm, vm.block.kind(bytes_like), bounds.count, 0xff);
        if (made.is_null()) return {Outcome::raised};
        const uint8_t* from = view_of(vm, bytes_like).data;
        uint8_t* to = characters_of(vm, made);
        for (uint32_t index = 0; index < bounds.count; ++index)
            to[index] = from[bounds.start + index * bounds.step];
    }
    return {made.is_null() ? Outcome::raised : Outcome::yes, made};
}

}  // namespace meada
