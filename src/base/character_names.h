// Names of code points, as Unicode gives them, and back. The tables come from
// character_tables.py, at build time.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meada {

enum class CharacterSection : uint8_t {
    version,
    words,
    names,
    checkpoints,
    aliases,
    property_runs,
    property_records,
    property_texts,
    decompositions,
    decomposition_kinds,
    numbers,
    count
};
std::string_view character_section(CharacterSection);
// In the page they are downloaded with the first call; false: they could not be, and nothing here
// is to be asked.
bool has_character_tables();

// Reads a section from the front: what has been read is gone from `rest`.
struct SectionReader {
    std::string_view rest;

    bool at_end() const { return rest.empty(); }
    uint8_t byte();
    uint32_t number();  // seven bits a byte, the lowest first
    std::string_view letters(size_t count);
};

// Empty: it has none (control characters, surrogates, what is not assigned).
std::string character_name(char32_t);
// Large and small letters are one. Formal aliases and their abbreviations are names too.
std::optional<char32_t> character_named(std::string_view name);

}  // namespace meada
