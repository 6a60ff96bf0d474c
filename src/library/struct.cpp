// Natives of struct and array: numbers as bytes, one after the other as a format says.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

#include "library/natives.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

static_assert(std::endian::native == std::endian::little);

enum class Class : uint8_t { pad, bytes, counted, character, truth, whole, unsigned_whole, real };
struct Code {
    char letter;
    Class kind;
    uint32_t native_size, standard_size;  // 0: only in native mode
};
constexpr Code codes[] = {
    {'x', Class::pad, 1, 1},      {'s', Class::bytes, 1, 1},          {'p', Class::counted, 1, 1},
    {'c', Class::character, 1, 1}, {'?', Class::truth, 1, 1},         {'b', Class::whole, 1, 1},
    {'B', Class::whole, 1, 1},    {'h', Class::whole, 2, 2},          {'H', Class::whole, 2, 2},
    {'i', Class::whole, 4, 4},    {'I', Class::unsigned_whole, 4, 4}, {'l', Class::whole, 8, 4},
    {'L', Class::unsigned_whole, 8, 4}, {'q', Class::whole, 8, 8},
    {'Q', Class::unsigned_whole, 8, 8}, {'n', Class::whole, 8, 0},
    {'N', Class::unsigned_whole, 8, 0}, {'P', Class::unsigned_whole, 8, 0},
    {'e', Class::real, 2, 2},     {'f', Class::real, 4, 4},           {'d', Class::real, 8, 8}};

const Code* code_of(char letter) {
    for (const Code& code : codes)
        if (code.letter == letter) return &code;
    return nullptr;
}

// `count` values of one code from `offset` on; of s and p one value, `size` bytes long.
struct Item {
    const Code* code;
    uint32_t count, size, offset;
};
struct Layout {
    std::vector<Item> items;
    uint32_t size = 0, value_count = 0;
    bool big_end = false, native = true;
};

constexpr uint64_t size_max = 1u << 30;

// Error: why not, as CPython words it.
const char* parse(std::string_view format, Layout& layout) {
    bool aligned = true;
    if (!format.empty() && std::string_view("@=<>!").find(format[0]) != std::string_view::npos) {
        layout.native = aligned = format[0] == '@';
        layout.big_end = format[0] == '>' || format[0] == '!';
        format.remove_prefix(1);
    }
    uint64_t size = 0;
    for (size_t at = 0; at < format.size(); ++at) {
        if (std::isspace(static_cast<unsigned char>(format[at]))) continue;
        uint64_t count = 1;
        if (format[at] >= '0' && format[at] <= '9') {
            count = 0;
            for (; at < format.size() && format[at] >= '0' && format[at] <= '9'; ++at) {
                count = count * 10 + static_cast<uint64_t>(format[at] - '0');
                if (count > size_max) return "total struct size too long";
            }
            if (at == format.size()) return "repeat count given without format specifier";
        }
        const Code* code = code_of(format[at]);
        const uint32_t each = !code           ? 0
                              : layout.native ? code->native_size
                                              : code->standard_size;
        if (each == 0) return "bad char in struct format";
        if (aligned) size = (size + each - 1) / each * each;
        Item item{code, static_cast<uint32_t>(count), each, static_cast<uint32_t>(size)};
        size += count * each;
        if (size > size_max) return "total struct size too long";
        if (code->kind == Class::pad) continue;
        if (code->kind == Class::bytes || code->kind == Class::counted)
            item = {code, 1, item.count, item.offset};
        layout.value_count += item.count;
        layout.items.push_back(item);
    }
    layout.size = static_cast<uint32_t>(size);
    return nullptr;
}

std::string format_text(const Vm& vm, Value format) {
    return is_str(vm, format) ? to_utf8(vm, format) : std::string(bytes_view(vm, format));
}

// IEEE 754 binary16; null: too large.
std::optional<uint16_t> half_of(double number) {
    const uint16_t sign = std::signbit(number) ? 0x8000 : 0;
    if (std::isnan(number)) return static_cast<uint16_t>(sign | 0x7e00);
    number = std::fabs(number);
    if (std::isinf(number)) return static_cast<uint16_t>(sign | 0x7c00);
    int exponent = 0;
    std::frexp(number, &exponent);
    const int scale = std::max(exponent - 11, -24);  // of the last bit kept
    const double rounded = round_half_even(std::ldexp(number, -scale));
    const double value = std::ldexp(rounded, scale);
    if (value >= 65536.0) return {};
    if (value < std::ldexp(1.0, -14))
        return static_cast<uint16_t>(sign | static_cast<uint16_t>(std::ldexp(value, 24)));
    std::frexp(value, &exponent);
    const auto fraction = static_cast<uint16_t>(std::ldexp(value, 11 - exponent)) & 0x3ff;
    return static_cast<uint16_t>(sign | (exponent + 14) << 10 | fraction);
}

double from_half(uint16_t bits) {
    const int exponent = bits >> 10 & 31, fraction = bits & 0x3ff;
    const double size = exponent == 31  ? (fraction ? std::nan("") : HUGE_VAL)
                        : exponent == 0 ? std::ldexp(fraction, -24)
                                        : std::ldexp(fraction + 1024, exponent - 25);
    return bits & 0x8000 ? -size : size;
}

void put(uint8_t* to, uint64_t bits, uint32_t size, bool big_end) {
    for (uint32_t byte = 0; byte < size; ++byte)
        to[big_end ? size - 1 - byte : byte] = static_cast<uint8_t>(bits >> byte * 8);
}

uint64_t take(const uint8_t* from, uint32_t size, bool big_end) {
    uint64_t bits = 0;
    for (uint32_t byte = 0; byte < size; ++byte)
        bits |= uint64_t{from[big_end ? size - 1 - byte : byte]} << byte * 8;
    return bits;
}

std::optional<uint64_t> to_uint64(const Vm& vm, Value number) {
    if (const auto small = to_int64(vm, number))
        return *small < 0 ? std::nullopt : std::optional<uint64_t>(static_cast<uint64_t>(*small));
    const std::string digits = int_to_decimal(vm, number);
    uint64_t result = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result);
    if (error != std::errc{} || end != digits.data() + digits.size()) return {};
    return result;
}

// What became of a value: in its place; a text that says why not; Python has to make a number of
// it first; raised.
struct Stored {
    enum class Kind : uint8_t { done, refused, needs_number, raised } kind = Kind::done;
    std::string why = {};
};
Stored refused(std::string why) { return {Stored::Kind::refused, std::move(why)}; }

bool is_signed(char letter) { return letter >= 'a' && letter <= 'z'; }

// CPython packs the other byte order by other code, which words some errors otherwise.
Stored store_whole(Vm& vm, const Code& code, uint32_t size, bool big_end, Value value,
                   uint8_t* to) {
    if (!is_int_like(vm, value)) return {Stored::Kind::needs_number};
    const uint32_t bits = size * 8;
    const char letter = code.letter;
    const char* out_of_range =
        big_end && size == 8 ? "int too large to convert" : "argument out of range";
    std::string least = "0", most;
    uint64_t result = 0;
    bool fits = false;
    if (code.kind == Class::unsigned_whole || (letter == 'H' && big_end)) {
        const auto number = to_uint64(vm, value);
        if (!number) return refused(out_of_range);
        const uint64_t largest = ~uint64_t{0} >> (64 - bits);
        fits = *number <= largest;
        result = *number;
        most = std::to_string(largest);
    } else {
        const auto number = to_int64(vm, value);
        if (!number) return refused(out_of_range);
        const bool negative = is_signed(letter);
        const int64_t largest = std::numeric_limits<int64_t>::max() >>
                                (negative ? 64 - bits : 63 - bits);
        fits = *number >= (negative ? -largest - 1 : 0) && *number <= largest;
        result = static_cast<uint64_t>(*number);
        if (negative) least = std::to_string(-largest - 1);
        most = std::to_string(largest);
    }
    if (!fits) {
        const std::string name = letter == 'b'   ? "byte"
                                 : letter == 'B' ? "ubyte"
                                 : letter == 'h' && !big_end ? "short"
                                 : letter == 'H' && !big_end ? "ushort"
                                                 : "'" + std::string(1, letter) + "'";
        return refused(name + " format requires " + least + " <= number <= " + most);
    }
    put(to, result, size, big_end);
    return {};
}

Stored store_real(Vm& vm, const Code& code, const Layout& layout, Value value, uint8_t* to) {
    if (!is_float_like(vm, value) && !is_int_like(vm, value)) return {Stored::Kind::needs_number};
    const double number = to_double(vm, value);
    const bool overflows = std::isinf(number) && is_int_like(vm, value);
    if (overflows) return refused("required argument is not a float");
    const auto too_large = [&] {
        vm.raise(Root::OverflowError, std::string("float too large to pack with ") + code.letter +
                                          " format");
        return Stored{Stored::Kind::raised};
    };
    if (code.letter == 'e') {
        const auto half = half_of(number);
        if (!half) return too_large();
        put(to, *half, 2, layout.big_end);
    } else if (code.letter == 'f') {
        const auto narrow = static_cast<float>(number);
        if (!layout.native && std::isinf(narrow) && !std::isinf(number)) return too_large();
        put(to, std::bit_cast<uint32_t>(narrow), 4, layout.big_end);
    } else {
        put(to, std::bit_cast<uint64_t>(number), 8, layout.big_end);
    }
    return {};
}

Stored store_bytes(Vm& vm, const Item& item, Value value, uint8_t* to) {
    const Code& code = *item.code;
    const Kind kind = vm.block.kind(value);
    const bool is_bytes = kind == Kind::bytes;
    if (code.kind == Class::character) {
        if (!is_bytes || bytes_view(vm, value).size() != 1)
            return refused("char format requires a bytes object of length 1");
        *to = static_cast<uint8_t>(bytes_view(vm, value)[0]);
        return {};
    }
    if (!is_bytes && kind != Kind::bytearray)
        return refused(std::string("argument for '") + code.letter + "' must be a bytes object");
    const std::string_view bytes = bytes_view(vm, value);
    const bool counted = code.kind == Class::counted;
    if (item.size < (counted ? 1u : 0u)) return {};
    const size_t room = item.size - (counted ? 1 : 0);
    const size_t length = std::min(bytes.size(), room);
    if (counted) *to++ = static_cast<uint8_t>(std::min<size_t>(length, 255));
    std::memcpy(to, bytes.data(), length);
    return {};
}

Stored store(Vm& vm, const Layout& layout, const Item& item, Value value, uint8_t* to) {
    switch (item.code->kind) {
        case Class::whole:
        case Class::unsigned_whole:
            return store_whole(vm, *item.code, item.size, layout.big_end, value, to);
        case Class::real: return store_real(vm, *item.code, layout, value, to);
        case Class::truth:
            if (value != vm.boolean(true) && value != vm.boolean(false))
                return {Stored::Kind::needs_number};
            *to = value == vm.boolean(true) ? 1 : 0;
            return {};
        default: return store_bytes(vm, item, value, to);
    }
}

Value load(Vm& vm, const Layout& layout, const Item& item, const uint8_t* from) {
    const Code& code = *item.code;
    const auto text = [&](size_t length) {
        return new_bytes(vm, {reinterpret_cast<const char*>(from), length});
    };
    switch (code.kind) {
        case Class::character: return text(1);
        case Class::bytes: return text(item.size);
        case Class::counted: {
            if (item.size == 0) return text(0);
            const size_t length = std::min<size_t>(*from, item.size - 1);
            ++from;
            return text(length);
        }
        case Class::truth: return vm.boolean(*from != 0);
        case Class::real: {
            const uint64_t bits = take(from, item.size, layout.big_end);
            if (item.size == 8) return Value::from_float(std::bit_cast<double>(bits));
            if (item.size == 4)
                return Value::from_float(std::bit_cast<float>(static_cast<uint32_t>(bits)));
            return Value::from_float(from_half(static_cast<uint16_t>(bits)));
        }
        default: break;
    }
    const uint64_t bits = take(from, item.size, layout.big_end);
    if (!is_signed(code.letter)) return new_int_unsigned(vm, bits);
    const uint32_t spare = 64 - item.size * 8;
    return new_int(vm, static_cast<int64_t>(bits << spare) >> spare);
}

const uint8_t* bytes_at(std::string_view bytes, size_t offset) {
    return reinterpret_cast<const uint8_t*>(bytes.data()) + offset;
}

}  // namespace

// The size in bytes, or a str: what is wrong.
Value library_struct_size(Vm& vm, const Args& args) {
    Layout layout;
    if (const char* why = parse(format_text(vm, args[0]), layout)) return new_str(vm, why);
    return Value::from_int(layout.size);
}

// bytes; a str: what is wrong; (index, code): Python has to make a number of that value first.
Value library_struct_pack(Vm& vm, const Args& args) {
    Layout layout;
    if (const char* why = parse(format_text(vm, args[0]), layout)) return new_str(vm, why);
    const auto values = args[1].as_ref<Tuple>();
    const uint32_t given = vm.block[values].count;
    if (given != layout.value_count)
        return new_str(vm, to_utf8(vm, args[2]) + " expected " +
                               std::to_string(layout.value_count) + " items for packing (got " +
                               std::to_string(given) + ")");
    vm.charge(10 + layout.size);
    std::string packed(layout.size, '\0');
    auto* to = reinterpret_cast<uint8_t*>(packed.data());
    uint32_t next = 0;
    for (const Item& item : layout.items) {
        for (uint32_t index = 0; index < item.count; ++index, ++next) {
            const Value value = vm.block.load(values.offset + Tuple::items_offset + next * 8);
            const Stored stored =
                store(vm, layout, item, value, to + item.offset + index * item.size);
            if (stored.kind == Stored::Kind::raised) return {};
            if (stored.kind == Stored::Kind::refused) return new_str(vm, stored.why);
            if (stored.kind == Stored::Kind::done) continue;
            const Value parts[] = {Value::from_int(next),
                                   new_str(vm, std::string(1, item.code->letter))};
            return new_tuple(vm, parts);
        }
    }
    return new_bytes(vm, packed);
}

// The values from `offset` on, where the buffer is long enough; a str: what is wrong.
Value library_struct_unpack(Vm& vm, const Args& args) {
    Layout layout;
    if (const char* why = parse(format_text(vm, args[0]), layout)) return new_str(vm, why);
    const auto offset = static_cast<size_t>(integer_of(args[2]));
    const std::string bytes(bytes_view(vm, args[1]).substr(offset, layout.size));
    if (bytes.size() < layout.size) return Value::from_int(layout.size);
    vm.charge(10 + layout.size);
    std::vector<Value> values;
    for (const Item& item : layout.items) {
        for (uint32_t index = 0; index < item.count; ++index) {
            values.push_back(
                load(vm, layout, item, bytes_at(bytes, item.offset + index * item.size)));
            if (values.back().is_null()) return {};
        }
    }
    return new_tuple(vm, values);
}

namespace {
Item array_item(const Vm& vm, Value code) {
    const auto letter = static_cast<char>(str_at(vm, code, 0));
    const Code* found = code_of(letter == 'u' ? 'I' : letter);
    ASSERT(found);
    return {found, 1, found->native_size, 0};
}

// The place of item `index` in so many bytes; null: no int, or raised.
std::optional<size_t> place_of(Vm& vm, const Item& item, size_t length, Value index,
                               const char* complaint) {
    if (!index.is_int()) return {};
    const auto count = static_cast<int64_t>(length / item.size);
    const int64_t at = index.as_int() < 0 ? index.as_int() + count : index.as_int();
    if (at >= 0 && at < count) return static_cast<size_t>(at) * item.size;
    vm.raise(Root::IndexError, complaint);
    return {};
}
}  // namespace

// The item with that number; False: it is no int.
Value library_array_load(Vm& vm, const Args& args) {
    const Item item = array_item(vm, args[1]);
    const std::string_view bytes = bytes_view(vm, args[0]);
    const auto at = place_of(vm, item, bytes.size(), args[2], "array index out of range");
    if (!at) return args[2].is_int() ? Value{} : vm.boolean(false);
    uint8_t copy[8];
    std::memcpy(copy, bytes_at(bytes, *at), item.size);
    return load(vm, {}, item, copy);
}

// All of them, as a list.
Value library_array_list(Vm& vm, const Args& args) {
    const Item item = array_item(vm, args[1]);
    const std::string bytes(bytes_view(vm, args[0]));
    vm.charge(bytes.size());
    std::vector<Value> values;
    for (size_t at = 0; at < bytes.size(); at += item.size) {
        values.push_back(load(vm, {}, item, bytes_at(bytes, at)));
        if (values.back().is_null()) return {};
    }
    return new_list(vm, values);
}

// At place `index`, or behind the last one if it is None. None: done; a str: what is wrong; False:
// Python has to make a number of the value first, or of the index.
Value library_array_store(Vm& vm, const Args& args) {
    const Item item = array_item(vm, args[1]);
    uint8_t bytes[8];
    const auto array = args[0].as_ref<ByteArray>();
    size_t at = vm.block[array].length;
    const bool appends = args[2] == vm.none();
    if (!appends) {
        const auto found =
            place_of(vm, item, at, args[2], "array assignment index out of range");
        if (!found) return args[2].is_int() ? Value{} : vm.boolean(false);
        at = *found;
    }
    const Stored stored = store(vm, {}, item, args[3], bytes);
    if (stored.kind == Stored::Kind::raised) return {};
    if (stored.kind == Stored::Kind::refused) return new_str(vm, stored.why);
    if (stored.kind == Stored::Kind::needs_number) return vm.boolean(false);
    if (appends && !bytearray_resize(vm, array, at + item.size)) return {};
    constexpr uint32_t bytes_offset = 8;
    const auto place = vm.block[array].storage.offset + bytes_offset + static_cast<uint32_t>(at);
    std::memcpy(vm.block.edit_bytes(place, item.size), bytes, item.size);
    return vm.none();
}

}  // namespace meada
