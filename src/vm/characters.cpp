#include "vm/characters.h"

#include <algorithm>
#include <iterator>

namespace meada {
namespace {

// Runs of equal class: where each starts in the upper 21 bits, its class in the lower 11.
constexpr uint32_t class_runs[] = {
#define CLASS(first, bits) (uint32_t{first} << 11) | bits,
#define LOWER(...)
#define LOWER_SPECIAL(...)
#define UPPER(...)
#define UPPER_SPECIAL(...)
#define TITLE_SPECIAL(...)
#define FOLD_SPECIAL(...)
#define ZERO(...)
#include "vm/character_tables.def"
#undef CLASS
#undef LOWER
#undef LOWER_SPECIAL
#undef UPPER
#undef UPPER_SPECIAL
#undef TITLE_SPECIAL
#undef FOLD_SPECIAL
#undef ZERO
};

struct CaseRun {
    char32_t first, last;
    uint32_t step;
    int32_t distance;
};
struct CaseSpecial {
    char32_t from;
    Mapped to;
};

#define CLASS(...)
#define ZERO(...)
#define LOWER(first, last, step, distance) {first, last, step, distance},
#define LOWER_SPECIAL(...)
#define UPPER(...)
#define UPPER_SPECIAL(...)
#define TITLE_SPECIAL(...)
#define FOLD_SPECIAL(...)
constexpr CaseRun lower_runs[] = {
#include "vm/character_tables.def"
};
#undef LOWER
#undef UPPER
#define LOWER(...)
#define UPPER(first, last, step, distance) {first, last, step, distance},
constexpr CaseRun upper_runs[] = {
#include "vm/character_tables.def"
};
#undef UPPER
#undef LOWER_SPECIAL
#define UPPER(...)
#define LOWER_SPECIAL(from, a, b, c) {from, {a, b, c}},
constexpr CaseSpecial lower_specials[] = {
#include "vm/character_tables.def"
};
#undef LOWER_SPECIAL
#undef UPPER_SPECIAL
#define LOWER_SPECIAL(...)
#define UPPER_SPECIAL(from, a, b, c) {from, {a, b, c}},
constexpr CaseSpecial upper_specials[] = {
#include "vm/character_tables.def"
};
#undef UPPER_SPECIAL
#undef TITLE_SPECIAL
#define UPPER_SPECIAL(...)
#define TITLE_SPECIAL(from, a, b, c) {from, {a, b, c}},
constexpr CaseSpecial title_specials[] = {
#include "vm/character_tables.def"
};
#undef TITLE_SPECIAL
#undef FOLD_SPECIAL
#define TITLE_SPECIAL(...)
#define FOLD_SPECIAL(from, a, b, c) {from, {a, b, c}},
constexpr CaseSpecial fold_specials[] = {
#include "vm/character_tables.def"
};
#undef FOLD_SPECIAL
#undef ZERO
#define FOLD_SPECIAL(...)
#define ZERO(character) character,
constexpr char32_t zeros[] = {
#include "vm/character_tables.def"
};
#undef CLASS
#undef LOWER
#undef LOWER_SPECIAL
#undef UPPER
#undef UPPER_SPECIAL
#undef TITLE_SPECIAL
#undef FOLD_SPECIAL
#undef ZERO

constexpr uint16_t find_class(char32_t character) {
    const uint32_t* after =
        std::upper_bound(std::begin(class_runs), std::end(class_runs), (character << 11) | 0x7ffu);
    return after[-1] & 0x7ff;
}

// Index of the last run that starts at or before each multiple of 256: a look-up then searches
// only a few.
constexpr auto make_class_index() {
    std::array<uint16_t, 0x1101> index{};
    uint32_t run = 0;
    for (uint32_t page = 0; page < 0x1101; ++page) {
        while (run + 1 < std::size(class_runs) && (class_runs[run + 1] >> 11) <= page << 8) ++run;
        index[page] = static_cast<uint16_t>(run);
    }
    return index;
}
constexpr auto class_index = make_class_index();

constexpr auto make_ascii_classes() {
    std::array<uint16_t, 128> classes{};
    for (char32_t character = 0; character < 128; ++character)
        classes[character] = find_class(character);
    return classes;
}

template <size_t count>
const CaseSpecial* find_special(const CaseSpecial (&specials)[count], char32_t character) {
    const CaseSpecial* found = std::lower_bound(
        specials, specials + count, character,
        [](const CaseSpecial& special, char32_t wanted) { return special.from < wanted; });
    return found != specials + count && found->from == character ? found : nullptr;
}

template <size_t count>
char32_t map_simply(const CaseRun (&runs)[count], char32_t character) {
    const CaseRun* after =
        std::upper_bound(runs, runs + count, character,
                         [](char32_t wanted, const CaseRun& run) { return wanted < run.first; });
    if (after == runs) return character;
    const CaseRun& run = after[-1];
    if (character > run.last || (character - run.first) % run.step != 0) return character;
    return character + static_cast<char32_t>(run.distance);
}

}  // namespace

const std::array<uint16_t, 128> ascii_classes = make_ascii_classes();

uint16_t class_of_wide_character(char32_t character) {
    const uint32_t page = character >> 8;
    if (page > 0x10ff) return 0;
    const uint32_t* first = class_runs + class_index[page];
    const uint32_t* last = class_runs + class_index[page + 1] + 1;
    return std::upper_bound(first, last, (character << 11) | 0x7ffu)[-1] & 0x7ff;
}

int decimal_value(char32_t character) {
    if (character < 128) return character >= '0' && character <= '9' ? int(character - '0') : -1;
    if ((class_of_wide_character(character) & character_number_mask) != character_decimal)
        return -1;
    return static_cast<int>(character -
                            std::upper_bound(std::begin(zeros), std::end(zeros), character)[-1]);
}

Mapped map_lower(char32_t character) {
    if (const CaseSpecial* special = find_special(lower_specials, character)) return special->to;
    return {map_simply(lower_runs, character)};
}

Mapped map_upper(char32_t character) {
    if (const CaseSpecial* special = find_special(upper_specials, character)) return special->to;
    return {map_simply(upper_runs, character)};
}

Mapped map_title(char32_t character) {
    if (const CaseSpecial* special = find_special(title_specials, character)) return special->to;
    return map_upper(character);
}

Mapped map_fold(char32_t character) {
    if (const CaseSpecial* special = find_special(fold_specials, character)) return special->to;
    return map_lower(character);
}

}  // namespace meada
