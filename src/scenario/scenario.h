// A scenario: everything that decides a run, and the place in it where one looks. It is the
// engine's only input: the command line, the page and the window all make one. The door.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "code/module_source.h"
#include "scenario/anchor.h"
#include "scenario/position.h"

namespace meada {

constexpr uint32_t scenario_version = 1;
constexpr uint32_t source_size_bytes_max = 1u << 20;
constexpr uint32_t link_size_bytes_max = 4u << 20;      // of the link's text
constexpr uint32_t scenario_size_bytes_max = 4u << 20;  // of its JSON: a bomb stops here

struct Scenario {
    std::string file_name = "script.py";
    std::string source;
    std::string input;                   // standard input
    bool input_ends = false;             // nobody is asked for more of it
    std::string program;                 // sys.argv[0]; empty: file_name. Not in JSON.
    std::vector<std::string> arguments;  // sys.argv behind that
    std::vector<ModuleSource> modules;   // what the script may import beside the library
    MachineSpec spec;
    std::vector<Decision> decisions;
    Position position;
    // First 32 bits of the trace hash at the position, 0: unknown. Where it does not match, the
    // run of this engine is another one than that of whoever made the scenario.
    uint32_t trace_prefix = 0;

    bool operator==(const Scenario&) const = default;
};

// What `trace_prefix` keeps of a trace hash; never 0, which stands for unknown.
inline uint32_t trace_prefix_of(uint64_t trace_hash) {
    const auto prefix = static_cast<uint32_t>(trace_hash >> 32);
    return prefix == 0 ? 1 : prefix;
}

// JSON: an object; fields that have their default are left out. Errors: json_syntax (place: byte
// offset), json_field (place: path), link_version, knob_range.
std::string to_json(const Scenario&);
Result<Scenario> scenario_from_json(std::string_view json);

// "#m1." and base64url of the raw deflate (RFC 1951) of the JSON with its CRC-32 in front. Reads
// a whole address, too: what is before '#' does not count. Errors: link_… of errors.def,
// link_too_large and those of the JSON.
std::string to_link(const Scenario&);
bool is_link(std::string_view text);
// That a word is meant as a link, though it may be damaged: a fragment or an address.
bool looks_like_link(std::string_view word);
Result<Scenario> scenario_from_link(std::string_view link);

}  // namespace meada
