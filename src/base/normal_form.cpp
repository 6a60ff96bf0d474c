#include "base/normal_form.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "base/character_names.h"

namespace meada {
namespace {

// Syllables of Hangul are counted, not listed.
constexpr char32_t syllable_first = 0xac00, lead_first = 0x1100, vowel_first = 0x1161,
                   tail_before = 0x11a7;
constexpr char32_t leads = 19, vowels_each = 21, tails_each = 28;
constexpr char32_t syllable_count = leads * vowels_each * tails_each;

// Kinds of a decomposition, as character_tables.py numbers them.
constexpr uint8_t kind_composes = 0, kind_canonical_max = 1;

struct Decomposition {
    char32_t character;
    uint8_t kind, count;
    uint32_t parts;  // where they are in Decompositions::parts
};
struct Composition {
    char32_t first, second, made;
};

uint64_t key_of(char32_t first, char32_t second) { return uint64_t{first} << 32 | second; }
uint64_t pair_key(const Composition& pair) { return key_of(pair.first, pair.second); }

struct Decompositions {
    std::vector<Decomposition> rows;  // by character
    std::vector<char32_t> parts;
    std::vector<Composition> pairs;  // by first, then second
};

Decompositions read_decompositions() {
    Decompositions out;
    char32_t next = 0;
    for (SectionReader section{character_section(CharacterSection::decompositions)};
         !section.at_end();) {
        Decomposition row{next + section.number(), section.byte(), section.byte(),
                          static_cast<uint32_t>(out.parts.size())};
        for (uint8_t part = 0; part < row.count; ++part) out.parts.push_back(section.number());
        if (row.kind == kind_composes && row.count == 2)
            out.pairs.push_back({out.parts[row.parts], out.parts[row.parts + 1], row.character});
        out.rows.push_back(row);
        next = row.character + 1;
    }
    std::ranges::sort(out.pairs, {}, pair_key);
    return out;
}

// Read once and never changed, as the tables themselves.
const Decompositions& decompositions() {
    static const Decompositions read = read_decompositions();
    return read;
}

// The combining class; most characters have none and are not looked up.
uint8_t class_of(char32_t character) {
    constexpr char32_t mark_first = 0x300;
    return character < mark_first ? 0 : character_property(character, CharacterProperty::combining);
}

void decompose(char32_t character, bool compatible, std::u32string& out) {
    if (character >= syllable_first && character < syllable_first + syllable_count) {
        const char32_t index = character - syllable_first;
        out += lead_first + index / tails_each / vowels_each;
        out += vowel_first + index / tails_each % vowels_each;
        if (index % tails_each != 0) out += tail_before + index % tails_each;
        return;
    }
    constexpr char32_t decomposition_first = 0xa0;
    if (character < decomposition_first) return void(out += character);
    const Decompositions& all = decompositions();
    const auto row = std::ranges::lower_bound(all.rows, character, {}, &Decomposition::character);
    const bool there = row != all.rows.end() && row->character == character &&
                       (compatible || row->kind <= kind_canonical_max);
    if (!there) {
        out += character;
        return;
    }
    for (uint8_t part = 0; part < row->count; ++part)  // at most a few deep
        decompose(all.parts[row->parts + part], compatible, out);
}

// Marks in order of their class, those of one class as they came.
void order_marks(std::u32string& text) {
    for (size_t index = 1; index < text.size(); ++index) {
        const uint8_t own = class_of(text[index]);
        for (size_t at = index; own != 0 && at > 0 && class_of(text[at - 1]) > own; --at)
            std::swap(text[at - 1], text[at]);
    }
}

// What the two become, or 0.
char32_t composed(char32_t first, char32_t second) {
    if (first - lead_first < leads && second - vowel_first < vowels_each)
        return syllable_first +
               ((first - lead_first) * vowels_each + (second - vowel_first)) * tails_each;
    if (first - syllable_first < syllable_count && (first - syllable_first) % tails_each == 0 &&
        second > tail_before && second < tail_before + tails_each)
        return first + (second - tail_before);
    if (second < 0x300) return 0;  // nothing below is added to another
    const std::vector<Composition>& pairs = decompositions().pairs;
    const uint64_t wanted = key_of(first, second);
    const auto found = std::ranges::lower_bound(pairs, wanted, {}, pair_key);
    return found != pairs.end() && pair_key(*found) == wanted ? found->made : 0;
}

// Each mark goes into the starter before it unless one of its own class or a higher stands between.
void compose(std::u32string& text) {
    constexpr size_t none = ~size_t{0};
    size_t kept = 0, starter = none;
    uint8_t last_class = 0;
    for (const char32_t character : std::u32string(text)) {
        const uint8_t own = class_of(character);
        const bool adjacent = starter != none && kept == starter + 1;
        if (starter != none && (adjacent || (last_class != 0 && last_class < own))) {
            if (const char32_t made = composed(text[starter], character)) {
                text[starter] = made;
                continue;
            }
        }
        if (own == 0) starter = kept;
        last_class = own;
        text[kept++] = character;
    }
    text.resize(kept);
}

}  // namespace

uint8_t character_property(char32_t character, CharacterProperty property) {
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
    constexpr auto property_count = static_cast<size_t>(CharacterProperty::count);
    return static_cast<uint8_t>(character_section(
        CharacterSection::property_records)[record * property_count + size_t(property)]);
}

bool is_wide_character(char32_t character) {
    constexpr char32_t wide_first = 0x1100;
    if (character < wide_first || !has_character_tables()) return false;
    SectionReader texts{character_section(CharacterSection::property_texts)};
    for (int list = 0; list < 2;)  // behind those of categories and of directions
        list += texts.byte() == '\0';
    texts.byte();  // the end of that line
    uint8_t index = character_property(character, CharacterProperty::width);
    for (; index > 0; --index) texts.letters(texts.rest.find('\n') + 1);
    const std::string_view width = texts.letters(texts.rest.find('\n'));
    return width == "W" || width == "F";
}

std::u32string normal_form(std::u32string_view text, NormalForm form) {
    if (!has_character_tables()) return std::u32string(text);
    std::u32string out;
    for (const char32_t character : text) decompose(character, form.compatible, out);
    order_marks(out);
    if (form.composed) compose(out);
    return out;
}

bool is_surely_composed(std::u32string_view text) {
    struct Range {
        char32_t first, last;
    };
    constexpr Range letters[] = {
        {0, 0x9f},        {0xc0, 0x131},    {0x134, 0x13e},   {0x141, 0x148},   {0x14a, 0x17e},
        {0x391, 0x3a1},   {0x3a3, 0x3ce},   {0x400, 0x45f},   {0x5d0, 0x5ea},   {0x621, 0x64a},
        {0x3041, 0x3096}, {0x30a1, 0x30fa}, {0x4e00, 0x9fff}, {0xac00, 0xd7a3},
    };
    return std::ranges::all_of(text, [&](char32_t character) {
        return std::ranges::any_of(letters, [&](const Range& range) {
            return character >= range.first && character <= range.last;
        });
    });
}

}  // namespace meada
