// Running a program over a text. Inside library.
#pragma once

#include "library/re_program.h"
#include "vm/text_view.h"

namespace meada::regex {

enum class Wanted : uint8_t { here, everything, anywhere };  // match, fullmatch, search

// What may be tried before Python's own `re` would still be at it: then an error says so.
constexpr uint64_t steps_max = 200'000'000;

struct Matcher {
    // Where the match is, -1: none. Pairs of places: the whole, then each group's.
    std::vector<int32_t> spans;
    int32_t last_group = -1;
    uint64_t steps = 0;
    bool too_many = false;

    // `not_empty_at_start`: an empty match at `start` does not count.
    bool find(std::span<const uint32_t> program, const TextView& text, uint32_t start,
              uint32_t end, Wanted, bool not_empty_at_start = false);

    // --- the state of one run ---
    enum class Kind : uint32_t { choice, greedy, lazy, until, undo };
    struct Entry {
        Kind kind;
        uint32_t word;  // where to go on; undo: register
        int32_t place;
        int32_t least;  // greedy: the first place it may fall back to; lazy: how many more
    };
    std::vector<Entry> stack;
    std::vector<int32_t> registers;
};

}  // namespace meada::regex
