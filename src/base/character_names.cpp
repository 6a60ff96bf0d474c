#include "base/character_names.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

// All of the tables or, in the page, the offsets and the first section; then the other is all of
// them, fetched at the first call (src/platform/web.cpp).
extern "C" const unsigned char meada_character_tables[], meada_character_tables_end[];
extern "C" __attribute__((weak)) const unsigned char* meada_fetched_character_tables();

namespace meada {
namespace {

constexpr std::ptrdiff_t short_tables_size_max = 1000;  // of the offsets and the version

uint32_t word_at(const unsigned char* bytes) {
    return bytes[0] | uint32_t{bytes[1]} << 8 | uint32_t{bytes[2]} << 16 | uint32_t{bytes[3]} << 24;
}

constexpr std::string_view hangul_prefix = "HANGUL SYLLABLE ";
constexpr std::string_view ideograph_prefix = "CJK UNIFIED IDEOGRAPH-";
constexpr char32_t first_hangul = 0xac00, hangul_count = 11172;
constexpr uint32_t vowel_count = 21, final_count = 28;
constexpr std::string_view initials[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                         "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr std::string_view vowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                       "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                       "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::string_view finals[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                       "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                       "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

// The unified ideographs of Unicode 14.0.
bool is_ideograph(char32_t c) {
    return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
           (c >= 0x20000 && c <= 0x2a6df) || (c >= 0x2a700 && c <= 0x2b738) ||
           (c >= 0x2b740 && c <= 0x2b81d) || (c >= 0x2b820 && c <= 0x2cea1) ||
           (c >= 0x2ceb0 && c <= 0x2ebe0) || (c >= 0x30000 && c <= 0x3134a);
}

std::string hangul_name(char32_t c) {
    const uint32_t index = c - first_hangul;
    std::string name(hangul_prefix);
    name += initials[index / final_count / vowel_count];
    name += vowels[index / final_count % vowel_count];
    return name += finals[index % final_count];
}

std::optional<char32_t> hangul_named(std::string_view syllable) {
    for (char32_t c = first_hangul; c < first_hangul + hangul_count; ++c)
        if (std::string_view(hangul_name(c)).substr(hangul_prefix.size()) == syllable) return c;
    return {};
}

std::optional<char32_t> ideograph_named(std::string_view digits) {
    if (digits.size() < 4 || digits.size() > 5) return {};
    char32_t c = 0;
    for (const char digit : digits) {
        const bool letter = digit >= 'A' && digit <= 'F';
        if (!letter && (digit < '0' || digit > '9')) return {};
        c = c * 16 + static_cast<char32_t>(letter ? digit - 'A' + 10 : digit - '0');
    }
    if (!is_ideograph(c)) return {};
    return c;
}

// The words of the names, in the order of the table: next() until it is false.
struct WordReader {
    SectionReader section{character_section(CharacterSection::words)};
    uint32_t left = section.number();
    std::string word = {};

    bool next() {
        if (left-- == 0) return false;
        const uint8_t shared = section.byte();
        const uint8_t count = section.byte();
        word.resize(shared);
        word += section.letters(count);
        return true;
    }
};

// The names in order of their code points, each as indices of its words.
struct NameReader {
    SectionReader section;
    char32_t next_point;
    char32_t point = 0;
    std::vector<uint32_t> words = {};

    bool next() {
        if (section.at_end()) return false;
        const uint8_t head = section.byte();
        size_t count = head >> 4 & 7;
        if (count == 7) count += section.byte();
        point = next_point + (head & 0x80 ? section.number() : 0);
        next_point = point + 1;
        words.resize(head & 15);
        for (; count > 0; --count) {
            constexpr uint32_t one_byte_words = 192;
            uint32_t word = section.byte();
            if (word >= one_byte_words)
                word = one_byte_words + ((word - one_byte_words) << 8 | section.byte());
            words.push_back(word);
        }
        return true;
    }
};

NameReader names_from(char32_t wanted) {
    const std::string_view all = character_section(CharacterSection::names);
    const std::string_view checkpoints = character_section(CharacterSection::checkpoints);
    NameReader reader{{all}, 0};
    for (size_t at = 0; at < checkpoints.size(); at += 8) {
        const auto* row = reinterpret_cast<const unsigned char*>(checkpoints.data() + at);
        if (word_at(row + 4) > wanted) break;
        reader = {{all.substr(word_at(row))}, word_at(row + 4)};
    }
    return reader;
}

std::vector<std::string_view> split(std::string_view name) {
    std::vector<std::string_view> words;
    for (size_t start = 0; start <= name.size();) {
        const size_t end = std::min(name.find(' ', start), name.size());
        words.push_back(name.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::optional<char32_t> listed_name(std::string_view name) {
    const std::vector<std::string_view> words = split(name);
    constexpr uint32_t unknown = ~0u;
    std::vector<uint32_t> indices(words.size(), unknown);
    WordReader reader;
    for (uint32_t index = 0; reader.next(); ++index)
        for (size_t at = 0; at < words.size(); ++at)
            if (words[at] == reader.word) indices[at] = index;
    if (std::ranges::find(indices, unknown) != indices.end()) return {};
    for (NameReader names = names_from(0); names.next();)
        if (names.words == indices) return names.point;
    return {};
}

std::optional<char32_t> alias(std::string_view name) {
    for (SectionReader section{character_section(CharacterSection::aliases)}; !section.at_end();) {
        const char32_t point = section.number();
        if (section.letters(section.byte()) == name) return point;
    }
    return {};
}

}  // namespace

std::string_view character_section(CharacterSection section) {
    const unsigned char* offsets = meada_character_tables + 4 * static_cast<size_t>(section);
    const uint32_t start = word_at(offsets), end = word_at(offsets + 4);
    const std::span linked(meada_character_tables, meada_character_tables_end);
    const unsigned char* all =
        end <= linked.size() ? linked.data() : meada_fetched_character_tables();
    return {reinterpret_cast<const char*>(all) + start, end - start};
}

bool has_character_tables() {
    return meada_character_tables_end - meada_character_tables > short_tables_size_max ||
           meada_fetched_character_tables() != nullptr;
}

uint8_t SectionReader::byte() {
    const auto value = static_cast<uint8_t>(rest.front());
    rest.remove_prefix(1);
    return value;
}

uint32_t SectionReader::number() {
    uint32_t value = 0;
    for (uint32_t shift = 0;; shift += 7) {
        const uint8_t part = byte();
        value |= (part & 0x7fu) << shift;
        if (part < 0x80) return value;
    }
}

std::string_view SectionReader::letters(size_t count) {
    const std::string_view part = rest.substr(0, count);
    rest.remove_prefix(count);
    return part;
}

std::string character_name(char32_t c) {
    if (c >= first_hangul && c < first_hangul + hangul_count) return hangul_name(c);
    std::string name;
    if (is_ideograph(c)) {
        name = ideograph_prefix;
        for (int shift = c > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
            name += "0123456789ABCDEF"[c >> shift & 15];
        return name;
    }
    for (NameReader names = names_from(c); names.next() && names.point <= c;) {
        if (names.point != c) continue;
        std::vector<std::string> words(names.words.size());
        WordReader reader;
        for (uint32_t index = 0; reader.next(); ++index)
            for (size_t at = 0; at < words.size(); ++at)
                if (names.words[at] == index) words[at] = reader.word;
        for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
    }
    return name;
}

std::optional<char32_t> character_named(std::string_view given) {
    std::string name(given);
    for (char& letter : name)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter ^ 0x20);
    const std::string_view view = name;
    if (view.starts_with(hangul_prefix)) return hangul_named(view.substr(hangul_prefix.size()));
    if (view.starts_with(ideograph_prefix))
        return ideograph_named(view.substr(ideograph_prefix.size()));
    if (const auto found = listed_name(name)) return found;
    return alias(name);
}

}  // namespace meada
