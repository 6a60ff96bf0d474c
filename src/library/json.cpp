// Native half of json: reading without hooks, and writing what needs no Python code.
#include <algorithm>
#include <charconv>
#include <limits>

#include "library/natives.h"
#include "vm/text_view.h"

namespace meada {
namespace {

// How deep values may nest, as CPython's own C code with its recursion limit.
constexpr uint32_t nesting_max = 994;

bool is_json_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Reader {
    Vm& vm;
    Value text;
    bool strict;
    uint32_t length, at;
    // What is wrong; null: raised already.
    const char* message = nullptr;
    uint32_t wrong_at = 0;

    TextView view() const { return text_of(vm, text); }
    char32_t here() const { return at < length ? view()[at] : 0; }
    Value fail(const char* what, uint32_t place) {
        message = what;
        wrong_at = place;
        return {};
    }
    void skip_space() {
        const TextView characters = view();
        while (at < length && is_json_space(characters[at])) ++at;
    }
    bool take_word(std::string_view word) {
        const TextView characters = view();
        if (length - at < word.size() ||
            !text_matches_at(characters, ascii_view(word), at))
            return false;
        at += static_cast<uint32_t>(word.size());
        return true;
    }

    Value value(uint32_t depth);
    Value object(uint32_t depth);
    Value array(uint32_t depth);
    Value number();
    Value string();
    bool escape(TextBuilder& out, uint32_t start);
    bool hex(char32_t& out);
    Value too_deep(const char* what) {
        return vm.raise(Root::RecursionError,
                        std::string("maximum recursion depth exceeded while decoding a JSON ") +
                            what + " from a unicode string");
    }
};

Value Reader::value(uint32_t depth) {
    const double infinity = std::numeric_limits<double>::infinity();
    switch (here()) {
        case '"':
            ++at;
            return string();
        case '{':
            return depth > nesting_max ? too_deep("object") : object(depth);
        case '[':
            return depth > nesting_max ? too_deep("array") : array(depth);
        case 'n':
            if (take_word("null")) return vm.none();
            break;
        case 't':
            if (take_word("true")) return vm.boolean(true);
            break;
        case 'f':
            if (take_word("false")) return vm.boolean(false);
            break;
        case 'N':
            if (take_word("NaN"))
                return Value::from_float(std::numeric_limits<double>::quiet_NaN());
            break;
        case 'I':
            if (take_word("Infinity")) return Value::from_float(infinity);
            break;
        case '-':
            if (take_word("-Infinity")) return Value::from_float(-infinity);
            return number();
        default: return number();
    }
    return fail("Expecting value", at);
}

Value Reader::object(uint32_t depth) {
    const Value made = new_dict(vm);
    if (made.is_null()) return {};
    ++at;
    skip_space();
    if (here() == '}') {
        ++at;
        return made;
    }
    for (;;) {
        if (here() != '"')
            return fail("Expecting property name enclosed in double quotes", at);
        ++at;
        const Value key = string();
        if (key.is_null()) return {};
        skip_space();
        if (here() != ':') return fail("Expecting ':' delimiter", at);
        ++at;
        skip_space();
        const Value item = value(depth + 1);
        if (item.is_null() || dict_set(vm, made.as_ref<Dict>(), key, item) != Outcome::yes)
            return {};
        skip_space();
        const char32_t next = here();
        if (next != '}' && next != ',') return fail("Expecting ',' delimiter", at);
        ++at;
        if (next == '}') return made;
        skip_space();
    }
}

Value Reader::array(uint32_t depth) {
    const Value made = new_list(vm, {});
    if (made.is_null()) return {};
    ++at;
    skip_space();
    if (here() == ']') {
        ++at;
        return made;
    }
    for (;;) {
        const Value item = value(depth + 1);
        if (item.is_null() || !list_append(vm, made.as_ref<List>(), item)) return {};
        skip_space();
        const char32_t next = here();
        if (next != ']' && next != ',') return fail("Expecting ',' delimiter", at);
        ++at;
        if (next == ']') return made;
        skip_space();
    }
}

Value Reader::number() {
    const TextView characters = view();
    uint32_t end = at;
    std::string digits;
    const auto is_digit = [&](uint32_t place) {
        return place < length && characters[place] >= '0' && characters[place] <= '9';
    };
    const auto take = [&] { digits += static_cast<char>(characters[end++]); };
    const auto take_digits = [&] {
        while (is_digit(end)) take();
    };
    if (end < length && characters[end] == '-') take();
    if (!is_digit(end)) return fail("Expecting value", at);
    if (characters[end] == '0') take();
    else take_digits();
    bool whole = true;
    if (end < length && characters[end] == '.' && is_digit(end + 1)) {
        whole = false;
        take();
        take_digits();
    }
    if (end < length && (characters[end] | 32) == 'e') {
        const bool sign =
            end + 1 < length && (characters[end + 1] == '-' || characters[end + 1] == '+');
        if (is_digit(end + 1 + sign)) {
            whole = false;
            take();
            if (sign) take();
            take_digits();
        }
    }
    at = end;
    if (!whole) return Value::from_float(*parse_float(digits));
    int64_t small = 0;
    if (digits.size() < 15) {
        std::from_chars(digits.data(), digits.data() + digits.size(), small);
        return Value::from_int(small);
    }
    return parse_int(vm, digits, 10);
}

bool Reader::hex(char32_t& out) {
    const TextView characters = view();
    if (at + 4 >= length) return false;
    out = 0;
    for (uint32_t index = at; index < at + 4; ++index) {
        const char32_t c = characters[index], letter = c | 32;
        if (c >= '0' && c <= '9') out = out * 16 + (c - '0');
        else if (c < 128 && letter >= 'a' && letter <= 'f') out = out * 16 + (letter - 'a' + 10);
        else return false;
    }
    return true;
}

// Behind a backslash; false: failed.
bool Reader::escape(TextBuilder& out, uint32_t start) {
    if (at >= length) {
        fail("Unterminated string starting at", start);
        return false;
    }
    const char32_t letter = view()[at++];
    constexpr std::u32string_view letters = U"\"\\/bfnrt", meant = U"\"\\/\b\f\n\r\t";
    if (const size_t place = letters.find(letter); place != letters.npos) {
        out.append(meant[place]);
        return true;
    }
    if (letter != 'u') {
        fail("Invalid \\escape", at - 2);
        return false;
    }
    char32_t code = 0;
    if (!hex(code)) {
        fail("Invalid \\uXXXX escape", at - 1);
        return false;
    }
    at += 4;
    char32_t low = 0;
    if (code >= 0xd800 && code < 0xdc00 && at + 6 < length && view()[at] == '\\' &&
        view()[at + 1] == 'u') {
        at += 2;
        if (hex(low) && low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            at += 4;
        } else {
            at -= 2;
        }
    }
    out.append(code);
    return true;
}

// Behind the opening quote.
Value Reader::string() {
    const uint32_t start = at;
    TextBuilder out;
    for (;;) {
        const TextView characters = view();
        const uint32_t chunk = at;
        while (at < length && characters[at] != '"' && characters[at] != '\\') {
            if (characters[at] < 32 && strict)
                return fail("Invalid control character at", at);
            ++at;
        }
        if (at >= length) return fail("Unterminated string starting at", start - 1);
        if (characters[at] == '"') {
            ++at;
            if (chunk == start) return new_substring(vm, text, start, at - 1);
            out.append(characters.part(chunk, at - 1));
            return out.finish(vm);
        }
        out.append(characters.part(chunk, at));
        ++at;
        if (!escape(out, start - 1)) return {};
    }
}

// (value, end), [message, place], or null: raised.
Value result_of(Vm& vm, const Reader& reader, Value value) {
    vm.charge(reader.at / 4 + 1);
    if (value) return new_tuple(vm, std::vector<Value>{value, Value::from_int(reader.at)});
    if (!reader.message) return {};
    return new_list(vm, std::vector<Value>{new_str(vm, reader.message),
                                           Value::from_int(reader.wrong_at)});
}

Reader reader_of(Vm& vm, const Args& args) {
    const uint32_t length = str_length(vm, args[0]);
    const auto start = static_cast<uint32_t>(std::min<int64_t>(integer_of(args[1]), length));
    return {vm, args[0], args[2] == vm.boolean(true), length, start};
}

void append_json_string(TextBuilder& out, const TextView& text, bool ascii) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto escape = [&](char32_t unit) {
        out.append_ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) out.append(hex[unit >> shift & 15]);
    };
    constexpr std::u32string_view meant = U"\"\\\b\f\n\r\t", letters = U"\"\\bfnrt";
    out.append('"');
    uint32_t chunk = 0;
    for (uint32_t index = 0; index < text.length; ++index) {
        const char32_t c = text[index];
        if (c >= 32 && c != '"' && c != '\\' && (!ascii || c < 127)) continue;
        out.append(text.part(chunk, index));
        chunk = index + 1;
        if (const size_t place = meant.find(c); place != meant.npos) {
            out.append('\\');
            out.append(letters[place]);
        } else if (c >= 0x10000) {
            escape(0xd800 + ((c - 0x10000) >> 10));
            escape(0xdc00 + ((c - 0x10000) & 0x3ff));
        } else {
            escape(c);
        }
    }
    out.append(text.part(chunk, text.length));
    out.append('"');
}

// Writes a value; false: only Python code can, or has to say why not.
struct Writer {
    Vm& vm;
    bool ascii, sorted, allow_nan;
    bool indented;
    std::string indent, item_end, key_end;
    TextBuilder out = {};
    std::vector<uint32_t> inside = {};

    bool value(Value);
    bool scalar(Value, bool as_key);
    bool number(double);
    bool items(Value, uint32_t slots, uint32_t count);
    bool dict(Value);
    bool key_and_value(Value key, Value item);
    bool enter(Value container) {
        if (inside.size() >= nesting_max ||
            std::ranges::find(inside, container.offset()) != inside.end())
            return false;
        inside.push_back(container.offset());
        return true;
    }
    void new_line() {
        if (!indented) return;
        out.append('\n');
        for (size_t level = 0; level < inside.size(); ++level) out.append_utf8(indent);
    }
};

bool Writer::number(double number) {
    if (number == number && number - number == 0) {
        out.append_ascii(float_repr(number));
        return true;
    }
    if (!allow_nan) return false;
    out.append_ascii(number != number ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    return true;
}

bool Writer::scalar(Value value, bool as_key) {
    if (as_key) out.append('"');
    bool done = true;
    if (value == vm.none()) out.append_ascii("null");
    else if (value == vm.boolean(true)) out.append_ascii("true");
    else if (value == vm.boolean(false)) out.append_ascii("false");
    else if (value.is_float()) done = number(value.as_float());
    else if (is_int_like(vm, value)) {
        const auto whole = to_int64(vm, value);
        done = whole.has_value();
        if (done) out.append_ascii(std::to_string(*whole));
    } else if (is_float_like(vm, value)) {
        done = number(float_of(vm, value));
    } else {
        return false;
    }
    if (as_key) out.append('"');
    return done;
}

bool Writer::value(Value value) {
    vm.charge(1);
    if (!value.is_ref()) return scalar(value, false);
    switch (vm.block.kind(value)) {
        case Kind::str:
            vm.charge(str_length(vm, value) / 8);
            append_json_string(out, text_of(vm, value), ascii);
            return true;
        case Kind::list: {
            const List& list = vm.block[value.as_ref<List>()];
            return items(value, list.items.offset + Values::first_offset, list.count);
        }
        case Kind::tuple:
            return items(value, value.offset() + Tuple::items_offset,
                         vm.block[value.as_ref<Tuple>()].count);
        case Kind::dict:
            return vm.type_of(value) == vm.type(Root::type_dict) && dict(value);
        default:
            return scalar(value, false);
    }
}

bool Writer::items(Value container, uint32_t slots, uint32_t count) {
    if (count == 0) {
        out.append_ascii("[]");
        return true;
    }
    if (!enter(container)) return false;
    out.append('[');
    for (uint32_t index = 0; index < count; ++index) {
        if (index) out.append_utf8(item_end);
        new_line();
        if (!value(vm.block.load(slots + index * 8))) return false;
    }
    inside.pop_back();
    new_line();
    out.append(']');
    return true;
}

bool Writer::key_and_value(Value key, Value item) {
    if (vm.block.kind(key) == Kind::str) append_json_string(out, text_of(vm, key), ascii);
    else if (!scalar(key, true)) return false;
    out.append_utf8(key_end);
    return value(item);
}

bool Writer::dict(Value dict) {
    std::vector<std::pair<Value, Value>> entries;
    uint32_t position = 0;
    Value key, item;
    while (dict_next(vm, dict.as_ref<Dict>(), position, key, item)) {
        if (sorted && vm.block.kind(key) != Kind::str) return false;
        entries.emplace_back(key, item);
    }
    if (entries.empty()) {
        out.append_ascii("{}");
        return true;
    }
    if (sorted)
        std::ranges::sort(entries, [&](const auto& left, const auto& right) {
            return str_compare(vm, left.first, right.first) < 0;
        });
    if (!enter(dict)) return false;
    out.append('{');
    for (size_t index = 0; index < entries.size(); ++index) {
        if (index) out.append_utf8(item_end);
        new_line();
        if (!key_and_value(entries[index].first, entries[index].second)) return false;
    }
    inside.pop_back();
    new_line();
    out.append('}');
    return true;
}

}  // namespace

// (text, start, strict): a value at `start`.
Value library_json_read(Vm& vm, const Args& args) {
    Reader reader = reader_of(vm, args);
    const Value value = reader.value(1);
    return result_of(vm, reader, value);
}

// (text, place behind the opening quote, strict)
Value library_json_read_string(Vm& vm, const Args& args) {
    Reader reader = reader_of(vm, args);
    const Value value = reader.string();
    return result_of(vm, reader, value);
}

Value library_json_write_string(Vm& vm, const Args& args) {
    TextBuilder out;
    append_json_string(out, text_of(vm, args[0]), args[1] == vm.boolean(true));
    return out.finish(vm);
}

// None: Python code has to do it.
Value library_json_write(Vm& vm, const Args& args) {
    const bool indented = args[2] != vm.none();
    Writer writer{vm, args[1] == vm.boolean(true), args[5] == vm.boolean(true),
                  args[6] == vm.boolean(true), indented, indented ? to_utf8(vm, args[2]) : "",
                  to_utf8(vm, args[3]), to_utf8(vm, args[4])};
    return writer.value(args[0]) ? writer.out.finish(vm) : vm.none();
}

}  // namespace meada
