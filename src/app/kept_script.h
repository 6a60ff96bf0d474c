// What a person has set up for a script: it stays with the program (its settings) and is there
// again when the same text is opened. A link has none of it, and brings none. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"

namespace meada::app {

constexpr size_t kept_scripts_max = 30;  // those set up longest ago go

struct KeptScript {
    uint64_t script = 0;  // see script_key
    std::vector<command::Breakpoint> breakpoints = {};  // log points, too
    std::vector<std::string> watches = {};
    std::vector<Serial> pinned = {};     // lanes
    TimeNs range_from_ns = 0, range_to_ns = 0;  // equal: none
    bool operator==(const KeptScript&) const = default;
};

uint64_t script_key(std::string_view source);
// What is kept of a script; if nothing is, only its key.
KeptScript kept_of(const std::vector<KeptScript>&, uint64_t script);
// In place of what was kept of that script, as the newest; a script without anything leaves none.
void keep(std::vector<KeptScript>&, KeptScript);

// As a setting, and back; what says nothing is left out.
std::string to_text(const std::vector<KeptScript>&);
std::vector<KeptScript> kept_scripts_from_text(std::string_view text);

}  // namespace meada::app
