// Normal forms of texts and the properties that they rest on, from the tables of
// character_tables.py: of the same Unicode version as everything else that is said of characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meada {

enum class CharacterProperty : uint8_t { category, direction, combining, mirrored, width, count };
// The combining class; of the others an index of their texts (CharacterSection::property_texts).
uint8_t character_property(char32_t, CharacterProperty);

// On a terminal: two columns instead of one. Asks no table for what is surely narrow.
bool is_wide_character(char32_t);

struct NormalForm {
    bool composed;
    bool compatible;  // the "K" of NFKC
};
// Unchanged where the page could not download its tables (has_character_tables).
std::u32string normal_form(std::u32string_view, NormalForm);

// Whether NFKC, and so each form that is composed, leaves it alone, told without the tables:
// letters of living languages mostly. False says nothing.
bool is_surely_composed(std::u32string_view);

}  // namespace meada
