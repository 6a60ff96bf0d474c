#include "lang/literals.h"

#include <cstdlib>

#include "base/character_names.h"
#include "base/utf8.h"

namespace meada::lang {
namespace {

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') return (c | 0x20) - 'a' + 10;
    return 99;
}

// Digits of any radix -> decimal, by limbs of nine decimal digits.
std::string to_decimal(std::string_view digits, uint32_t radix) {
    std::vector<uint32_t> limbs{0};
    for (const char c : digits) {
        uint64_t carry = static_cast<uint64_t>(digit_value(c));
        for (uint32_t& limb : limbs) {
            const uint64_t value = static_cast<uint64_t>(limb) * radix + carry;
            limb = static_cast<uint32_t>(value % 1000000000u);
            carry = value / 1000000000u;
        }
        if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
    }
    std::string out = std::to_string(limbs.back());
    for (size_t index = limbs.size() - 1; index-- > 0;) {
        const std::string part = std::to_string(limbs[index]);
        out.append(9 - part.size(), '0').append(part);
    }
    return out;
}

// Rounded correctly by glibc and musl alike; out of range gives infinity or zero, as Python.
double to_double(const std::string& digits) { return std::strtod(digits.c_str(), nullptr); }

std::string unicode_error(size_t start, size_t end, const char* reason) {
    std::string where = end - start <= 1 ? "byte 0x5c in position " + std::to_string(start)
                                         : "bytes in position " + std::to_string(start) + "-" +
                                               std::to_string(end - 1);
    return "(unicode error) 'unicodeescape' codec can't decode " + where + ": " + reason;
}

struct Simple {
    char escape, value;
};
constexpr Simple simple_escapes[] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'},  {'b', '\b'},
                                     {'f', '\f'},  {'t', '\t'},  {'n', '\n'}, {'r', '\r'},
                                     {'v', '\v'},  {'a', '\a'}};

bool is_octal(char c) { return c >= '0' && c <= '7'; }

struct TextDecoder {
    std::string_view body;
    std::string& out;
    EscapeResult result;
    size_t at = 0;
    // CPython decodes a rewritten copy where characters above 127 take ten bytes (`\U` form):
    // its positions count in that copy.
    size_t shift = 0;

    void escape();
    void octal();
    void hexadecimal(size_t start, size_t digit_count, const char* reason);
    void named(size_t start);
};

void TextDecoder::octal() {
    uint32_t value = 0;
    const size_t start = at;
    for (int count = 0; count < 3 && at < body.size() && is_octal(body[at]); ++count)
        value = value * 8 + static_cast<uint32_t>(body[at++] - '0');
    if (value > 0377 && result.invalid_escape.empty())
        result.invalid_escape = "\\" + std::string(body.substr(start, at - start));
    append_utf8(out, value);
}

void TextDecoder::hexadecimal(size_t start, size_t digit_count, const char* reason) {
    uint32_t value = 0;
    size_t count = 0;
    for (; count < digit_count && at < body.size() && digit_value(body[at]) < 16; ++count)
        value = value * 16 + static_cast<uint32_t>(digit_value(body[at++]));
    if (count < digit_count) {
        result.error = unicode_error(start + shift, at + shift, reason);
    } else if (value > 0x10ffff) {
        result.error = unicode_error(start + shift, at + shift, "illegal Unicode character");
    } else {
        append_utf8(out, value);
    }
}

void TextDecoder::named(size_t start) {
    const size_t close = at < body.size() && body[at] == '{' ? body.find('}', at) : body.npos;
    if (close == body.npos || close == at + 1) {
        const size_t end = close != body.npos                    ? close + 1
                           : at < body.size() && body[at] == '{' ? body.size()
                                                                 : at;
        result.error = unicode_error(start + shift, end + shift, "malformed \\N character escape");
        return;
    }
    const std::string_view name = body.substr(at + 1, close - at - 1);
    at = close + 1;
    if (!has_character_tables()) {
        result.error =
            unicode_error(start + shift, at + shift, "names of characters could not be downloaded");
    } else if (const auto value = character_named(name)) {
        append_utf8(out, *value);
    } else {
        result.error = unicode_error(start + shift, at + shift, "unknown Unicode character name");
    }
}

void TextDecoder::escape() {
    const size_t start = at++;
    if (at == body.size()) {
        result.error = unicode_error(start + shift, at + shift, "\\ at end of string");
        return;
    }
    const char c = body[at];
    if (is_octal(c)) return octal();
    ++at;
    if (c == '\n') return;
    for (const Simple& simple : simple_escapes) {
        if (simple.escape != c) continue;
        out.push_back(simple.value);
        return;
    }
    if (c == 'x') return hexadecimal(start, 2, "truncated \\xXX escape");
    if (c == 'u') return hexadecimal(start, 4, "truncated \\uXXXX escape");
    if (c == 'U') return hexadecimal(start, 8, "truncated \\UXXXXXXXX escape");
    if (c == 'N') return named(start);
    if (result.invalid_escape.empty()) result.invalid_escape = std::string("\\") + c;
    out.push_back('\\');
    at = start + 1;  // the character itself may be part of a longer sequence
}

}  // namespace

std::optional<Constant> number_value(std::string_view text, size_t& digit_count) {
    std::string digits;
    for (const char c : text)
        if (c != '_') digits.push_back(c);
    Constant constant;
    const char kind = digits.size() > 1 ? static_cast<char>(digits[1] | 0x20) : '\0';
    if (digits[0] == '0' && (kind == 'x' || kind == 'o' || kind == 'b')) {
        constant.kind = Constant::Kind::integer;
        constant.text = to_decimal(std::string_view(digits).substr(2), kind == 'x'   ? 16
                                                                       : kind == 'o' ? 8
                                                                                     : 2);
        return constant;
    }
    if ((digits.back() | 0x20) == 'j') {
        digits.pop_back();
        constant.kind = Constant::Kind::complex;
        constant.number = to_double(digits);
        return constant;
    }
    if (digits.find_first_of(".eE") != std::string::npos) {
        constant.kind = Constant::Kind::floating;
        constant.number = to_double(digits);
        return constant;
    }
    const size_t first = digits.find_first_not_of('0');
    constant.kind = Constant::Kind::integer;
    constant.text = first == std::string::npos ? "0" : digits.substr(first);
    digit_count = digits.size();
    if (digits.size() > int_digits_max) return std::nullopt;
    return constant;
}

StringPrefix string_prefix(std::string_view token) {
    StringPrefix prefix;
    for (; token[prefix.size] != '\'' && token[prefix.size] != '"'; ++prefix.size) {
        const char c = static_cast<char>(token[prefix.size] | 0x20);
        if (c == 'b') prefix.bytes = true;
        if (c == 'r') prefix.raw = true;
        if (c == 'f') prefix.formatted = true;
        if (c == 'u') prefix.unicode = true;
    }
    const char quote = token[prefix.size];
    const bool triple = token.size() >= prefix.size + 6 && token[prefix.size + 1] == quote &&
                        token[prefix.size + 2] == quote;
    prefix.quote_size = triple ? 3 : 1;
    return prefix;
}

EscapeResult decode_text(std::string_view body, bool raw, std::string& out) {
    if (raw || body.find('\\') == std::string_view::npos) {
        out.append(body);
        return {};
    }
    TextDecoder decoder{body, out, {}, 0, 0};
    while (decoder.at < body.size() && decoder.result.error.empty()) {
        const char c = body[decoder.at];
        if (c == '\\') {
            decoder.escape();
            continue;
        }
        const uint8_t byte = static_cast<uint8_t>(c);
        if (byte >= 0xc0) decoder.shift += 10;
        if (byte >= 0x80) decoder.shift -= 1;
        out.push_back(c);
        ++decoder.at;
    }
    return decoder.result;
}

EscapeResult decode_bytes(std::string_view body, bool raw, std::string& out) {
    EscapeResult result;
    if (raw) {
        out.append(body);
        return result;
    }
    for (size_t at = 0; at < body.size();) {
        if (body[at] != '\\' || at + 1 == body.size()) {
            out.push_back(body[at++]);
            continue;
        }
        const size_t start = at;
        const char c = body[at + 1];
        at += 2;
        if (c == '\n') continue;
        bool found = false;
        for (const Simple& simple : simple_escapes) {
            if (simple.escape != c) continue;
            out.push_back(simple.value);
            found = true;
        }
        if (found) continue;
        if (is_octal(c)) {
            uint32_t value = 0;
            --at;
            for (int count = 0; count < 3 && at < body.size() && is_octal(body[at]); ++count)
                value = value * 8 + static_cast<uint32_t>(body[at++] - '0');
            if (value > 0377 && result.invalid_escape.empty())
                result.invalid_escape = std::string(body.substr(start, at - start));
            out.push_back(static_cast<char>(value & 0xff));
        } else if (c == 'x') {
            if (at + 1 < body.size() && digit_value(body[at]) < 16 &&
                digit_value(body[at + 1]) < 16) {
                out.push_back(
                    static_cast<char>(digit_value(body[at]) * 16 + digit_value(body[at + 1])));
                at += 2;
            } else {
                result.error =
                    "(value error) invalid \\x escape at position " + std::to_string(start);
                return result;
            }
        } else {
            if (result.invalid_escape.empty()) result.invalid_escape = std::string("\\") + c;
            out.push_back('\\');
            out.push_back(c);
        }
    }
    return result;
}

}  // namespace meada::lang
