// Moments that a person has given a name. They are the watcher's own, so they stay with the program
// (its settings), by run: the same script on another machine has other moments. A link leads to
// one moment and has none of them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"

namespace meada::app {

constexpr size_t bookmarks_max = 200;  // of all runs; the oldest go

struct Bookmark {
    uint64_t scenario = 0;  // of which run: see run_key
    Position position = {};
    uint64_t event = 0;     // so many have happened
    Count instruction = 0;
    TimeNs time_ns = 0;
    std::string name = {};
    bool operator==(const Bookmark&) const = default;
};

// Script, machine and decisions, without the moment and what was typed into it.
uint64_t run_key(Scenario);
// Those of a run, in the order of its moments.
std::vector<Bookmark> bookmarks_of_run(const std::vector<Bookmark>&, uint64_t scenario);
// The next one after this moment, or before it.
Commands go_to_bookmark(const std::vector<Bookmark>& of_run, const Moment&, Direction);

std::string one_line(std::string_view name);  // as a bookmark may be called
// As a setting, and back; lines that say nothing are left out.
std::string to_text(const std::vector<Bookmark>&);
std::vector<Bookmark> bookmarks_from_text(std::string_view text);

}  // namespace meada::app
