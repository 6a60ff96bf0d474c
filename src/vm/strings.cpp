#include "vm/strings.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/text_view.h"

namespace meada {
namespace {

bool all_ascii(std::string_view text) {
    const char* at = text.data();
    size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        uint64_t word;
        std::memcpy(&word, at, 8);
        if (word & 0x8080'8080'8080'8080u) return false;
    }
    for (; left > 0; ++at, --left)
        if (*at & 0x80) return false;
    return true;
}

// Also takes lone surrogates as three bytes; anything else that is not UTF-8 becomes U+FFFD.
char32_t decode_leniently(std::string_view text, size_t& offset) {
    if (const auto found = decode_utf8(text, offset)) return *found;
    const auto byte_at = [&](size_t at) { return static_cast<uint8_t>(text[at]); };
    if (offset + 2 < text.size() && byte_at(offset) == 0xed && byte_at(offset + 1) >= 0xa0 &&
        (byte_at(offset + 1) & 0xc0) == 0x80 && (byte_at(offset + 2) & 0xc0) == 0x80) {
        const char32_t surrogate =
            0xd000u | (byte_at(offset + 1) & 0x3fu) << 6 | (byte_at(offset + 2) & 0x3fu);
        offset += 3;
        return surrogate;
    }
    ++offset;
    return 0xfffd;
}

Value shared_character(const Vm& vm, char32_t character) {
    const Value all = vm.root(Root::one_character_strs);
    if (all.is_null() || character > 0xff) return {};
    return vm.block.load(all.offset() + Tuple::items_offset + character * 8);
}

}  // namespace

Value raise_no_memory(Vm& vm) { return raise_memory_error(vm); }

Value allocate_str(Vm& vm, uint64_t length, char32_t bits) {
    const uint32_t width = width_for(bits);
    if (length > block_size_bytes_max) return raise_no_memory(vm);
    const auto size = static_cast<uint32_t>(length) * width;
    if (uint64_t{length} * width > block_size_bytes_max) return raise_no_memory(vm);
    const Ref<Str> made = vm.allocate<Str>(Kind::str, Root::type_str, Str::data_offset + size);
    if (!made) return {};
    Str& str = vm.block.edit(made);
    str.detail = static_cast<uint16_t>(width | (bits < 0x80 ? Str::ascii_bit : 0));
    str.length = static_cast<uint32_t>(length);
    vm.charge(size);
    return Value::from_ref(made);
}

Value new_character(Vm& vm, char32_t character) {
    const Value shared = shared_character(vm, character);
    if (!shared.is_null()) return shared;
    const Value made = allocate_str(vm, 1, character);
    if (!made.is_null()) put_character(text_data(vm, made), width_for(character), 0, character);
    return made;
}

Value new_str_of(Vm& vm, const TextView& view) {
    if (view.length == 0 && !vm.root(Root::empty_str).is_null()) return vm.root(Root::empty_str);
    if (view.length == 1) return new_character(vm, view[0]);
    const char32_t bits = bits_of(view);
    const Value made = allocate_str(vm, view.length, bits);
    if (!made.is_null()) copy_characters(text_data(vm, made), width_for(bits), view);
    return made;
}

Value new_substring(Vm& vm, Value str, uint32_t start, uint32_t end) {
    const TextView text = text_of(vm, str);
    if (start == 0 && end == text.length && is_exact_str(vm, str)) return str;
    const TextView part = text.part(start, end);
    if (part.length <= 1) return new_str_of(vm, part);
    const char32_t bits = bits_of(part);
    const Value made = allocate_str(vm, part.length, bits);
    if (!made.is_null())
        copy_characters(text_data(vm, made), width_for(bits), text_of(vm, str).part(start, end));
    return made;
}

Value new_str(Vm& vm, std::string_view utf8) {
    if (utf8.size() > block_size_bytes_max) return raise_no_memory(vm);
    if (all_ascii(utf8)) return new_str_of(vm, ascii_view(utf8));
    char32_t bits = 0;
    uint32_t length = 0;
    for (size_t offset = 0; offset < utf8.size(); ++length) bits |= decode_leniently(utf8, offset);
    if (length == 1) return new_character(vm, bits);
    const Value made = allocate_str(vm, length, bits);
    if (made.is_null()) return {};
    uint8_t* data = text_data(vm, made);
    size_t offset = 0;
    for (uint32_t index = 0; index < length; ++index)
        put_character(data, width_for(bits), index, decode_leniently(utf8, offset));
    return made;
}

Value new_str(Vm& vm, std::u32string_view code_points) {
    return new_str_of(vm, {reinterpret_cast<const uint8_t*>(code_points.data()),
                           static_cast<uint32_t>(code_points.size()), 4, false});
}

Value new_str_latin1(Vm& vm, std::span<const uint8_t> characters) {
    return new_str_of(vm, {characters.data(), static_cast<uint32_t>(characters.size()), 1, false});
}

void TextBuilder::append_utf8(std::string_view text) {
    if (all_ascii(text)) return append(ascii_view(text));
    for (size_t offset = 0; offset < text.size();) append(decode_leniently(text, offset));
}

Value TextBuilder::finish(Vm& vm) const {
    if (size_ > block_size_bytes_max) return raise_no_memory(vm);
    return new_str_of(vm, view());
}

Value intern(Vm& vm, std::string_view utf8) {
    const Value str = new_str(vm, utf8);
    return str.is_null() ? str : intern(vm, str);
}

Value intern(Vm& vm, Value str) {
    if (vm.block.object(str).flags & cell_interned) return str;
    const Value exact = exact_str(vm, str);
    if (exact.is_null()) return {};
    const Ref<Dict> interned = vm.root(Root::interned).as_ref<Dict>();
    ASSERT(interned);
    const Found found = dict_get_hashed(vm, interned, exact, str_hash(vm, exact));
    if (found.outcome == Outcome::yes) return found.value;
    if (dict_set(vm, interned, exact, exact) != Outcome::yes) return {};
    vm.block.edit(exact.as_ref()).flags |= cell_interned;
    return exact;
}

bool make_shared_strs(Vm& vm) {
    const Value empty = intern(vm, "");
    if (empty.is_null()) return false;
    vm.set_root(Root::empty_str, empty);
    std::vector<Value> characters;
    for (char32_t character = 0; character < 256; ++character) {
        const Value made = new_character(vm, character);
        if (made.is_null()) return false;
        characters.push_back(intern(vm, made));
    }
    const Value all = new_tuple(vm, characters);
    if (all.is_null()) return false;
    vm.set_root(Root::one_character_strs, all);
    return true;
}

void append_utf8_of(const Vm& vm, std::string& out, Value str) {
    const TextView text = text_of(vm, str);
    if (text.ascii) {
        out.append(text.bytes());
        return;
    }
    for (uint32_t index = 0; index < text.length; ++index) append_utf8(out, text[index]);
}

std::string_view utf8_of(const Vm& vm, Value str, std::string& room) {
    const TextView text = text_of(vm, str);
    if (text.ascii) return text.bytes();
    room.clear();
    append_utf8_of(vm, room, str);
    return room;
}

std::string to_utf8(const Vm& vm, Value str) {
    std::string out;
    append_utf8_of(vm, out, str);
    return out;
}

std::u32string to_code_points(const Vm& vm, Value str) {
    const TextView text = text_of(vm, str);
    std::u32string out(text.length, 0);
    copy_characters(reinterpret_cast<uint8_t*>(out.data()), 4, text);
    return out;
}

uint32_t str_length(const Vm& vm, Value str) { return vm.block[str.as_ref<Str>()].length; }

char32_t str_at(const Vm& vm, Value str, uint32_t index) { return text_of(vm, str)[index]; }

bool is_str(const Vm& vm, Value value) { return vm.block.kind(value) == Kind::str; }

bool is_exact_str(const Vm& vm, Value value) {
    return is_str(vm, value) && vm.type_of(value) == vm.type(Root::type_str);
}

Value exact_str(Vm& vm, Value str) {
    return is_exact_str(vm, str) ? str : new_substring(vm, str, 0, str_length(vm, str));
}

bool str_equals(const Vm& vm, Value left, Value right) {
    if (left == right) return true;
    const TextView one = text_of(vm, left), two = text_of(vm, right);
    // The least width is part of the text: different widths, different texts.
    return one.length == two.length && one.width == two.width &&
           std::memcmp(one.data, two.data, one.size_bytes()) == 0;
}

bool str_equals(const Vm& vm, Value str, std::string_view ascii) {
    const TextView text = text_of(vm, str);
    return text.ascii && text.bytes() == ascii;
}

int str_compare(const Vm& vm, Value left, Value right) {
    return left == right ? 0 : compare_text(text_of(vm, left), text_of(vm, right));
}

uint64_t str_hash(Vm& vm, Value str) {
    if (const uint64_t known = vm.block[str.as_ref<Str>()].hash) return known;
    const TextView text = text_of(vm, str);
    if (text.length == 0) return 0;
    uint64_t hash = siphash13({text.data, text.size_bytes()});
    if (hash == ~uint64_t{0}) hash = ~uint64_t{1};
    vm.block.edit(str.as_ref<Str>()).hash = hash;
    return hash;
}

Value str_concat(Vm& vm, Value left, Value right) {
    const TextView one = text_of(vm, left), two = text_of(vm, right);
    if (one.length == 0) return exact_str(vm, right);
    if (two.length == 0) return exact_str(vm, left);
    const uint32_t width = std::max(one.width, two.width);
    const char32_t bits = width == 1   ? (one.ascii && two.ascii ? 0x7f : 0xff)
                          : width == 2 ? 0xffffu
                                       : 0x10ffffu;
    const Value made = allocate_str(vm, uint64_t{one.length} + two.length, bits);
    if (made.is_null()) return {};
    uint8_t* data = text_data(vm, made);
    const TextView first = text_of(vm, left);
    copy_characters(data, width, first);
    copy_characters(data + static_cast<size_t>(first.length) * width, width, text_of(vm, right));
    return made;
}

Value join_strs(Vm& vm, std::span<const Value> pieces) {
    uint64_t length = 0;
    uint32_t width = 1;
    bool ascii = true;
    Value only;
    for (const Value piece : pieces) {
        const TextView text = text_of(vm, piece);
        if (text.length > 0) only = length == 0 ? piece : Value{};
        length += text.length;
        width = std::max(width, text.width);
        ascii &= text.ascii;
    }
    if (length == 0) return vm.root(Root::empty_str);
    if (!only.is_null()) return exact_str(vm, only);
    const char32_t bits = width == 1 ? (ascii ? 0x7f : 0xff) : width == 2 ? 0xffffu : 0x10ffffu;
    const Value made = allocate_str(vm, length, bits);
    if (made.is_null()) return {};
    uint8_t* data = text_data(vm, made);
    for (const Value piece : pieces) {
        const TextView text = text_of(vm, piece);
        copy_characters(data, width, text);
        data += static_cast<size_t>(text.length) * width;
    }
    return made;
}

Value str_repeat(Vm& vm, Value str, int64_t times) {
    const TextView text = text_of(vm, str);
    if (times <= 0 || text.length == 0) return vm.root(Root::empty_str);
    if (times == 1) return exact_str(vm, str);
    if (times > block_size_bytes_max) return raise_no_memory(vm);
    const char32_t bits = text.width == 1   ? (text.ascii ? 0x7f : 0xff)
                          : text.width == 2 ? 0xffffu
                                            : 0x10ffffu;
    const Value made = allocate_str(vm, uint64_t{text.length} * static_cast<uint64_t>(times), bits);
    if (made.is_null()) return {};
    const TextView source = text_of(vm, str);
    uint8_t* data = text_data(vm, made);
    const size_t piece = source.size_bytes();
    const size_t size = piece * static_cast<size_t>(times);
    if (piece == 1) {
        std::memset(data, source.data[0], size);
        return made;
    }
    std::memcpy(data, source.data, piece);
    for (size_t done = piece; done < size;) {  // doubling
        const size_t step = std::min(done, size - done);
        std::memcpy(data + done, data, step);
        done += step;
    }
    return made;
}

bool str_contains(const Vm& vm, Value text, Value wanted) {
    const TextView where = text_of(vm, text);
    return find_text(where, text_of(vm, wanted), 0, where.length) != not_found;
}

Value str_character(Vm& vm, Value str, uint32_t index) {
    return new_character(vm, text_of(vm, str)[index]);
}

Value str_slice(Vm& vm, Value str, int64_t start, int64_t step, uint32_t count) {
    if (count == 0) return vm.root(Root::empty_str);
    if (step == 1 || count == 1)
        return new_substring(vm, str, static_cast<uint32_t>(start),
                             static_cast<uint32_t>(start) + count);
    TextView text = text_of(vm, str);
    char32_t bits = 0;
    for (uint32_t index = 0; index < count && !text.ascii; ++index)
        bits |= text[static_cast<uint32_t>(start + index * step)];
    const Value made = allocate_str(vm, count, bits);
    if (made.is_null()) return {};
    text = text_of(vm, str);
    uint8_t* data = text_data(vm, made);
    const uint32_t width = width_for(bits);
    for (uint32_t index = 0; index < count; ++index)
        put_character(data, width, index, text[static_cast<uint32_t>(start + index * step)]);
    return made;
}

}  // namespace meada
