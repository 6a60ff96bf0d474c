// Characters as regular expressions see them: categories, and what differs only in case.
#include <algorithm>
#include <map>

#include "library/re_program.h"
#include "vm/characters.h"

namespace meada::regex {
namespace {

bool is_ascii_letter(char32_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

// Characters that have the same upper case when lowered, by that upper case; only those that are
// not alone.
using CaseClasses = std::map<Mapped, std::vector<char32_t>>;

Mapped case_key(char32_t c) { return map_upper(simple_lower(c, false)); }

const CaseClasses& case_classes() {
    static const CaseClasses classes = [] {
        constexpr char32_t cased_end = 0x1e944;  // Adlam is the last script that has case
        CaseClasses all;
        for (char32_t c = 0; c < cased_end; ++c) {
            const Mapped key = case_key(c);
            if (key[0] != c || key[1] != 0 || map_lower(c)[0] != c) all[key].push_back(c);
        }
        return all;
    }();
    return classes;
}

void add_class(std::vector<Range>& more, char32_t c) {
    const auto found = case_classes().find(case_key(c));
    if (found == case_classes().end()) return;
    for (const char32_t other : found->second) more.push_back({other, other});
}

// The letters of ASCII have few relatives outside it.
void add_ascii_class(std::vector<Range>& more, char32_t c, bool ascii_only) {
    if (!is_ascii_letter(c)) return;
    more.push_back({c ^ 32, c ^ 32});
    if (ascii_only) return;
    if ((c | 32) == 'i') more.push_back({0x130, 0x131});
    if ((c | 32) == 's') more.push_back({0x17f, 0x17f});
    if ((c | 32) == 'k') more.push_back({0x212a, 0x212a});
}

}  // namespace

bool in_category(char32_t c, uint32_t categories, bool ascii_only) {
    bool is_digit, is_space_, is_word;
    if (ascii_only) {
        is_digit = c >= '0' && c <= '9';
        is_space_ = c == ' ' || (c >= 9 && c <= 13);
        is_word = is_digit || is_ascii_letter(c) || c == '_';
    } else {
        const uint16_t kind = class_of_character(c);
        is_digit = (kind & character_number_mask) == character_decimal;
        is_space_ = kind & character_space;
        is_word = c == '_' || (kind & (character_alpha | character_number_mask));
    }
    const uint32_t held = (is_digit ? digit : not_digit) | (is_space_ ? space : not_space) |
                          (is_word ? word : not_word);
    return held & categories;
}

char32_t simple_lower(char32_t c, bool ascii_only) {
    if (c < 128 || ascii_only) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return map_lower(c)[0];
}

bool same_but_case(char32_t left, char32_t right, bool ascii_only) {
    return left == right || simple_lower(left, ascii_only) == simple_lower(right, ascii_only);
}

void close_over_case(std::vector<Range>& ranges, bool ascii_only) {
    std::vector<Range> more;
    for (const Range& range : ranges) {
        for (char32_t c = range.first; c <= std::min<char32_t>(range.last, 127); ++c)
            add_ascii_class(more, c, ascii_only);
        if (ascii_only || range.last < 128) continue;
        if (range.last - range.first < 256) {
            for (char32_t c = std::max<char32_t>(range.first, 128); c <= range.last; ++c)
                add_class(more, c);
        } else {
            for (const auto& [key, members] : case_classes())
                if (std::ranges::any_of(members, [&](char32_t c) {
                        return c >= range.first && c <= range.last;
                    }))
                    for (const char32_t c : members) more.push_back({c, c});
        }
    }
    ranges.insert(ranges.end(), more.begin(), more.end());
}

}  // namespace meada::regex
