// Natives of unicodedata: what Unicode says about one character, and normal forms of a text. The
// tables are of base/character_tables.py.
#include <algorithm>
#include <cstring>

#include "base/character_names.h"
#include "base/normal_form.h"
#include "library/natives.h"
#include "vm/characters.h"

namespace meada {
namespace {

bool raise_without_tables(Vm& vm) {
    if (has_character_tables()) return false;
    vm.raise(Root::OSError, "the tables of characters could not be downloaded");
    return true;
}

bool take_character(Vm& vm, Value value, std::string_view argument, char32_t& out) {
    if (raise_without_tables(vm)) return false;
    if (is_str(vm, value) && str_length(vm, value) == 1) {
        out = str_at(vm, value, 0);
        return true;
    }
    vm.raise(Root::TypeError, std::string(argument) + " must be a unicode character, not " +
                                  std::string(type_name(vm, value)));
    return false;
}

// The index-th of the list-th list of lines; a list ends with a line that is one zero.
std::string_view line_of(CharacterSection section, uint32_t list, uint32_t index) {
    SectionReader reader{character_section(section)};
    for (;;) {
        const std::string_view line = reader.letters(reader.rest.find('\n'));
        reader.byte();
        if (line.size() == 1 && line[0] == '\0')
            --list;
        else if (list == 0 && index-- == 0)
            return line;
    }
}

Value property_text(Vm& vm, const Args& args, const char* argument, CharacterProperty property,
                    uint32_t list) {
    char32_t character;
    if (!take_character(vm, args[0], argument, character)) return {};
    return new_str(vm, line_of(CharacterSection::property_texts, list,
                               character_property(character, property)));
}

// As the numbers lie in the table.
struct NumberRun {
    uint32_t first, last;
    uint16_t step, denominator;
    int64_t start;
};

std::optional<double> numeric_value(char32_t character) {
    const std::string_view rows = character_section(CharacterSection::numbers);
    for (size_t at = 0; at < rows.size(); at += 20) {
        NumberRun run;
        std::memcpy(&run.first, rows.data() + at, 4);
        std::memcpy(&run.last, rows.data() + at + 4, 4);
        std::memcpy(&run.step, rows.data() + at + 8, 2);
        std::memcpy(&run.denominator, rows.data() + at + 10, 2);
        std::memcpy(&run.start, rows.data() + at + 12, 8);
        if (character >= run.first && character <= run.last)
            return static_cast<double>(run.start + (character - run.first) * run.step) /
                   run.denominator;
    }
    return {};
}

Value number_or(Vm& vm, bool there, Value number, Value otherwise, const char* error) {
    if (there) return number;
    if (otherwise.is_null()) return vm.raise(Root::ValueError, error);
    return otherwise;
}

struct Form {
    std::string_view name;
    NormalForm form;
};
constexpr Form forms[] = {{"NFC", {.composed = true, .compatible = false}},
                          {"NFD", {.composed = false, .compatible = false}},
                          {"NFKC", {.composed = true, .compatible = true}},
                          {"NFKD", {.composed = false, .compatible = true}}};

// False: raised.
bool normalise(Vm& vm, const Args& args, const char* function, std::u32string& out) {
    for (size_t index = 0; index < 2; ++index) {
        if (is_str(vm, args[index])) continue;
        vm.raise(Root::TypeError, std::string(function) + "() argument " +
                                      std::to_string(index + 1) + " must be str, not " +
                                      std::string(type_name(vm, args[index])));
        return false;
    }
    out = to_code_points(vm, args[1]);
    if (out.empty()) return true;
    if (raise_without_tables(vm)) return false;
    const std::string name = to_utf8(vm, args[0]);
    const Form* form = std::ranges::find(forms, std::string_view(name), &Form::name);
    if (form == std::end(forms)) {
        vm.raise(Root::ValueError, "invalid normalization form");
        return false;
    }
    vm.charge(10 + 4 * out.size());
    out = normal_form(out, form->form);
    return true;
}

}  // namespace

Value library_character_name(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "name() argument 1", character)) return {};
    vm.charge(100);
    const std::string name = character_name(character);
    if (!name.empty()) return new_str(vm, name);
    return number_or(vm, false, {}, args[1], "no such name");
}

Value library_character_lookup(Vm& vm, const Args& args) {
    if (!is_str(vm, args[0]))
        return vm.raise(Root::TypeError, "a bytes-like object is required, not '" +
                                             std::string(type_name(vm, args[0])) + "'");
    if (raise_without_tables(vm)) return {};
    vm.charge(100);
    constexpr size_t name_length_max = 256;
    const std::string name = to_utf8(vm, args[0]);
    if (name.size() > name_length_max) return vm.raise(Root::KeyError, "name too long");
    if (const auto found = character_named(name)) {
        const char32_t character = *found;
        return new_str(vm, std::u32string_view(&character, 1));
    }
    return vm.raise(Root::KeyError, "undefined character name '" + name + "'");
}

Value library_character_category(Vm& vm, const Args& args) {
    return property_text(vm, args, "category() argument", CharacterProperty::category, 0);
}

Value library_character_bidirectional(Vm& vm, const Args& args) {
    return property_text(vm, args, "bidirectional() argument", CharacterProperty::direction, 1);
}

Value library_character_east_asian_width(Vm& vm, const Args& args) {
    return property_text(vm, args, "east_asian_width() argument", CharacterProperty::width, 2);
}

Value library_character_combining(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "combining() argument", character)) return {};
    return Value::from_int(character_property(character, CharacterProperty::combining));
}

Value library_character_mirrored(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "mirrored() argument", character)) return {};
    return Value::from_int(character_property(character, CharacterProperty::mirrored));
}

Value library_character_decomposition(Vm& vm, const Args& args) {
    char32_t wanted;
    if (!take_character(vm, args[0], "decomposition() argument", wanted)) return {};
    char32_t next = 0;
    for (SectionReader section{character_section(CharacterSection::decompositions)};
         !section.at_end();) {
        const char32_t character = next + section.number();
        next = character + 1;
        if (character > wanted) break;
        const uint8_t kind = section.byte();
        std::string text;
        for (uint8_t count = section.byte(); count > 0; --count) {
            const uint32_t part = section.number();
            if (character != wanted) continue;
            char digits[8];
            std::snprintf(digits, sizeof digits, " %04X", part);
            text += digits;
        }
        if (text.empty()) continue;
        text = std::string(line_of(CharacterSection::decomposition_kinds, 0, kind)) + text;
        return new_str(vm, std::string_view(text).substr(text.starts_with(' ')));
    }
    return new_str(vm, "");
}

Value library_character_decimal(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "decimal() argument 1", character)) return {};
    const int value = decimal_value(character);
    return number_or(vm, value >= 0, Value::from_int(value), args[1], "not a decimal");
}

Value library_character_digit(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "digit() argument 1", character)) return {};
    const bool there = (class_of_character(character) & character_number_mask) >= character_digit;
    const auto value = there ? static_cast<int64_t>(*numeric_value(character)) : 0;
    return number_or(vm, there, Value::from_int(value), args[1], "not a digit");
}

Value library_character_numeric(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "numeric() argument 1", character)) return {};
    const auto value = numeric_value(character);
    return number_or(vm, value.has_value(), Value::from_float(value.value_or(0)), args[1],
                     "not a numeric character");
}

Value library_character_normalize(Vm& vm, const Args& args) {
    std::u32string text;
    if (!normalise(vm, args, "normalize", text)) return {};
    return new_str(vm, text);
}

Value library_character_is_normalized(Vm& vm, const Args& args) {
    std::u32string text;
    if (!normalise(vm, args, "is_normalized", text)) return {};
    return vm.boolean(text == to_code_points(vm, args[1]));
}

Value library_character_version(Vm& vm, const Args&) {
    return new_str(vm, character_section(CharacterSection::version));
}

}  // namespace meada
