// Regular expressions: the tree that the parser makes of a pattern, and the program that the
// compiler makes of the tree: words in a bytes object of the block, so that snapshots have it.
// Inside library.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace meada::regex {

enum Flags : uint32_t {  // re's own values
    template_ = 1,
    ignore_case = 2,
    locale = 4,
    multiline = 8,
    dot_all = 16,
    unicode = 32,
    verbose = 64,
    debug = 128,
    ascii = 256,
    kind_flags = ascii | locale | unicode,
};

constexpr uint32_t repeat_max = ~0u;  // no upper bound

enum Category : uint32_t {  // bits, so that a set has several
    digit = 1,
    space = 2,
    word = 4,
    not_digit = 8,
    not_space = 16,
    not_word = 32,
};

enum class Place : uint32_t {  // what holds between two characters
    start, line_start, end, line_end, very_end, boundary, no_boundary,
};

enum class Mode : uint32_t { greedy, lazy, possessive };

struct Range {
    char32_t first, last;
};

struct Node {
    enum class Kind : uint8_t {
        literal, any, set, place, group, branch, sequence, repeat, ahead, behind, atomic,
        reference, condition, failure,
    };
    Kind kind;
    uint32_t flags = 0;       // in force here
    char32_t character = 0;   // literal
    bool negated = false;     // set, ahead, behind
    bool plain = false;       // group: no number, no flags of its own
    uint32_t categories = 0;  // set
    uint32_t number = 0;      // group (0: not captured), reference, condition
    uint32_t least = 0, most = 0;  // repeat
    Mode mode = Mode::greedy;
    Place at = Place::start;
    std::vector<Range> ranges = {};   // set
    std::vector<Node> parts = {};     // sequence, branch; others: one, or two of a condition
};

struct Width {
    uint64_t least = 0, most = 0;
};
constexpr uint64_t width_max = uint64_t{1} << 32;

struct Parsed {
    Node root = {Node::Kind::sequence};
    uint32_t flags = 0;
    uint32_t group_count = 1;  // the whole match is group 0
    std::vector<std::pair<std::u32string, uint32_t>> names = {};
    std::vector<Width> group_widths = {};
    // What is wrong: an error's text and place (none: -1), and whether it is no re.error.
    enum class Wrong : uint8_t { nothing, pattern, value, overflow, recursion, missing };
    Wrong wrong = Wrong::nothing;
    std::u32string message = {};
    int64_t error_at = -1;
};

Parsed parse(std::u32string_view pattern, uint32_t flags, bool of_bytes);

// --- program ---
enum class Op : uint32_t {
    fail,
    success,
    character,   // code point
    either,      // two code points
    text,        // count, code points
    any,         // all but a line feed
    any_at_all,
    set,         // see Set
    place,       // Place | ascii << 8
    mark,        // register
    close,       // register, group: an end mark, which also sets the last group
    jump,        // to
    fork,        // where to go if the next instruction leads nowhere
    one,         // least, most, Mode, length of the instruction that follows and is repeated
    begin,       // registers of the loop: then goes to its `until`, whose place follows
    until,       // register, least, most, Mode, body; what follows is behind the loop
    look,        // negated, characters back, length; a program follows
    atomic,      // length; a program follows
    reference,   // group, 0: as is, 1: any case, 2: any ASCII case
    condition,   // group, where to go without it
};

// Words of Op::set: the op, its length in words, negated, Category bits (ASCII ones shifted by 8),
// bits for characters below 256, then ranges of those above.
constexpr uint32_t set_bits_at = 4, set_ranges_at = 12;

struct Header {
    uint32_t group_count, register_count;
    uint32_t least_width;
    enum class First : uint32_t { unknown, character, set, start } first;
    uint32_t first_word;  // the character, or where the set is
    static constexpr uint32_t words = 5;
};
// Registers: two a group, then the last group closed, then two a loop.

// Empty: a look-behind whose width is not fixed.
std::vector<uint32_t> compile(const Parsed&);
Width width_of(const Parsed&, const Node&);

// --- re_sets.cpp ---
bool in_category(char32_t, uint32_t categories, bool ascii_only);
// All that are equal to one of these but for case.
void close_over_case(std::vector<Range>&, bool ascii_only);
char32_t simple_lower(char32_t, bool ascii_only);
bool same_but_case(char32_t, char32_t, bool ascii_only);

}  // namespace meada::regex
