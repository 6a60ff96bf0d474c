// Natives of unicodedata: what Unicode says about one character, and normal forms of a text. The
// tables are of base/character_tables.py; composing is utf8proc's.
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "base/character_names.h"
#include "library/natives.h"
#include "vm/characters.h"

namespace meada {
namespace {

bool take_character(Vm& vm, Value value, std::string_view argument, char32_t& out) {
    if (is_str(vm, value) && str_length(vm, value) == 1) {
        out = str_at(vm, value, 0);
        return true;
    }
    vm.raise(Root::TypeError, std::string(argument) + " must be a unicode character, not " +
                                  std::string(type_name(vm, value)));
    return false;
}

enum Property : uint8_t { category, direction, combining, mirrored, width, property_count };

uint8_t property_of(char32_t character, Property property) {
    constexpr uint32_t record_bits = 11;
    const std::string_view runs = character_section(CharacterSection::property_runs);
    const auto run = [&](size_t index) {
        uint32_t value;
        std::memcpy(&value, runs.data() + 4 * index, sizeof value);
        return value;
    };
    size_t low = 0, high = runs.size() / 4;
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        (run(middle) >> record_bits <= character ? low : high) = middle;
    }
    const size_t record = run(low) & ((1u << record_bits) - 1);
    return static_cast<uint8_t>(
        character_section(CharacterSection::property_records)[record * property_count + property]);
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

Value property_text(Vm& vm, const Args& args, const char* argument, Property property,
                    uint32_t list) {
    char32_t character;
    if (!take_character(vm, args[0], argument, character)) return {};
    return new_str(
        vm, line_of(CharacterSection::property_texts, list, property_of(character, property)));
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
    int options;
};
constexpr Form forms[] = {{"NFC", UTF8PROC_COMPOSE},
                          {"NFD", UTF8PROC_DECOMPOSE},
                          {"NFKC", UTF8PROC_COMPOSE | UTF8PROC_COMPAT},
                          {"NFKD", UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT}};

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
    const std::string name = to_utf8(vm, args[0]);
    const Form* form = std::ranges::find(forms, std::string_view(name), &Form::name);
    if (form == std::end(forms)) {
        vm.raise(Root::ValueError, "invalid normalization form");
        return false;
    }
    vm.charge(10 + 4 * out.size());
    const auto options = static_cast<utf8proc_option_t>(form->options | UTF8PROC_STABLE);
    // utf8proc is newer than the table: what is not assigned there stays as it is.
    constexpr char32_t not_assigned = 0x378;
    const uint8_t unknown = property_of(not_assigned, category);
    std::vector<utf8proc_int32_t> made;
    for (const char32_t character : out) {
        if (character >= 0x300 && property_of(character, category) == unknown) {
            made.push_back(static_cast<utf8proc_int32_t>(character));
            continue;
        }
        utf8proc_int32_t parts[32];  // the longest decomposition has 18
        const utf8proc_ssize_t count = utf8proc_decompose_char(
            static_cast<utf8proc_int32_t>(character), parts, 32, options, nullptr);
        ASSERT(count >= 0 && count <= 32);
        made.insert(made.end(), parts, parts + count);
    }
    // Marks in order of their class, those of one class as they came.
    const auto class_at = [&](size_t at) {
        return utf8proc_get_property(made[at])->combining_class;
    };
    for (size_t index = 1; index < made.size(); ++index) {
        const auto own = class_at(index);
        for (size_t at = index; own != 0 && at > 0 && class_at(at - 1) > own; --at)
            std::swap(made[at - 1], made[at]);
    }
    const utf8proc_ssize_t size =
        utf8proc_normalize_utf32(made.data(), static_cast<utf8proc_ssize_t>(made.size()), options);
    out.assign(made.begin(), made.begin() + size);
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
    return property_text(vm, args, "category() argument", category, 0);
}

Value library_character_bidirectional(Vm& vm, const Args& args) {
    return property_text(vm, args, "bidirectional() argument", direction, 1);
}

Value library_character_east_asian_width(Vm& vm, const Args& args) {
    return property_text(vm, args, "east_asian_width() argument", width, 2);
}

Value library_character_combining(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "combining() argument", character)) return {};
    return Value::from_int(property_of(character, combining));
}

Value library_character_mirrored(Vm& vm, const Args& args) {
    char32_t character;
    if (!take_character(vm, args[0], "mirrored() argument", character)) return {};
    return Value::from_int(property_of(character, mirrored));
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
        return new_str(vm, kind == 0 ? std::string_view(text).substr(1) : text);
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
