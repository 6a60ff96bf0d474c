// Escapes of literals as codecs: unicode_escape and raw_unicode_escape. Inside vm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meada {

// What lies at one place of encoded bytes.
struct Decoded {
    char32_t character = 0;
    uint32_t next = 0;             // behind the character, or behind what is wrong
    const char* reason = nullptr;  // it is wrong
};

constexpr char32_t no_character = 0x110000;  // an escaped end of line: nothing

std::string hexadecimal(uint32_t number, size_t digits);
std::string escaped(char32_t character);  // \x.., \u...., \U........
void put_escaped(std::string& out, char32_t character);
Decoded decode_escape_at(std::string_view bytes, uint32_t at);
Decoded decode_raw_escape_at(std::string_view bytes, uint32_t at);

}  // namespace meada
