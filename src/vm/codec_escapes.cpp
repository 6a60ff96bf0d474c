#include "vm/codec_escapes.h"

#include <algorithm>

#include "base/character_names.h"

namespace meada {
namespace {

// The character that `digits` hexadecimal digits behind `at` and two more stand for.
Decoded decode_digits(std::string_view bytes, uint32_t at, uint32_t digits, const char* truncated,
                      const char* too_large) {
    char32_t character = 0;
    uint32_t next = at + 2;
    for (; next < at + 2 + digits; ++next) {
        const char digit = next < bytes.size() ? bytes[next] : ' ';
        const char small = static_cast<char>(digit | 0x20);
        if (digit >= '0' && digit <= '9')
            character = character * 16 + static_cast<uint32_t>(digit - '0');
        else if (small >= 'a' && small <= 'f')
            character = character * 16 + static_cast<uint32_t>(small - 'a' + 10);
        else
            return {0, next, truncated};
    }
    if (character > 0x10ffff) return {0, next, too_large};
    return {character, next};
}

Decoded decode_named(std::string_view bytes, uint32_t at) {
    const auto size = static_cast<uint32_t>(bytes.size());
    constexpr const char* malformed = "malformed \\N character escape";
    if (at + 2 >= size || bytes[at + 2] != '{') return {0, at + 2, malformed};
    const size_t close = bytes.find('}', at);
    if (close == bytes.npos) return {0, size, malformed};
    const auto next = static_cast<uint32_t>(close + 1);
    if (close == at + 3) return {0, next - 1, malformed};
    if (!has_character_tables()) return {0, next, "names of characters could not be downloaded"};
    if (const auto found = character_named(bytes.substr(at + 3, close - at - 3)))
        return {*found, next};
    return {0, next, "unknown Unicode character name"};
}

}  // namespace

std::string hexadecimal(uint32_t number, size_t digits) {
    std::string out(digits, '0');
    for (; digits > 0; number >>= 4) out[--digits] = "0123456789abcdef"[number & 15];
    return out;
}

std::string escaped(char32_t character) {
    if (character < 0x100) return "\\x" + hexadecimal(character, 2);
    return character < 0x10000 ? "\\u" + hexadecimal(character, 4)
                               : "\\U" + hexadecimal(character, 8);
}

// As in a literal.
void put_escaped(std::string& out, char32_t character) {
    const size_t control = std::string_view("\t\n\r\\").find(static_cast<char>(character));
    if (character < 0x80 && control != std::string_view::npos)
        out += {'\\', "tnr\\"[control]};
    else if (character >= 0x20 && character < 0x7f)
        out += static_cast<char>(character);
    else
        out += escaped(character);
}

Decoded decode_escape_at(std::string_view bytes, uint32_t at) {
    const auto size = static_cast<uint32_t>(bytes.size());
    if (bytes[at] != '\\') return {static_cast<uint8_t>(bytes[at]), at + 1};
    if (at + 1 == size) return {0, size, "\\ at end of string"};
    const char letter = bytes[at + 1];
    constexpr const char* illegal = "illegal Unicode character";
    if (letter == 'x') return decode_digits(bytes, at, 2, "truncated \\xXX escape", illegal);
    if (letter == 'u') return decode_digits(bytes, at, 4, "truncated \\uXXXX escape", illegal);
    if (letter == 'U') return decode_digits(bytes, at, 8, "truncated \\UXXXXXXXX escape", illegal);
    if (letter == 'N') return decode_named(bytes, at);
    if (letter == '\n') return {no_character, at + 2};
    if (letter >= '0' && letter <= '7') {
        char32_t character = 0;
        uint32_t next = at + 1;
        while (next < std::min(at + 4, size) && bytes[next] >= '0' && bytes[next] <= '7')
            character = character * 8 + static_cast<uint32_t>(bytes[next++] - '0');
        return {character, next};
    }
    constexpr std::string_view letters = "\\'\"abfnrtv";
    const size_t found = letters.find(letter);
    if (found == letters.npos) return {U'\\', at + 1};
    return {static_cast<char32_t>("\\'\"\a\b\f\n\r\t\v"[found]), at + 2};
}

// Only \u and \U are escapes, behind an odd number of backslashes.
Decoded decode_raw_escape_at(std::string_view bytes, uint32_t at) {
    const Decoded plain = {static_cast<uint8_t>(bytes[at]), at + 1};
    if (bytes[at] != '\\' || at + 1 == bytes.size()) return plain;
    uint32_t first = at;
    while (first > 0 && bytes[first - 1] == '\\') --first;
    const char letter = bytes[at + 1];
    if ((at - first) % 2 != 0 || (letter != 'u' && letter != 'U')) return plain;
    return letter == 'u' ? decode_digits(bytes, at, 4, "truncated \\uXXXX escape", nullptr)
                         : decode_digits(bytes, at, 8, "truncated \\UXXXXXXXX escape",
                                         "\\Uxxxxxxxx out of range");
}

}  // namespace meada
