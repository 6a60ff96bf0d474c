// What the compiler makes of one source text: pointer-free, outside the block, serialisable.
// `vm` turns it into code objects. Order and meaning of every table are CPython 3.11's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source_range.h"
#include "code/opcodes.h"

namespace meada {

struct Instruction {
    Opcode opcode;
    uint32_t argument = 0;  // at most argument_max

    bool operator==(const Instruction&) const = default;
};
constexpr uint32_t argument_max = (1u << 24) - 1;

struct Constant {
    enum class Kind : uint8_t {
        none, true_value, false_value, ellipsis,
        integer,    // text: decimal digits with an optional '-', of any size
        floating,   // number
        complex,    // number is the imaginary part
        text,       // UTF-8, lone surrogates as three bytes
        bytes,      // text holds them
        tuple, frozen_set,  // items
        code,       // code_index
    };
    Kind kind = Kind::none;
    double number = 0;
    std::string text;
    std::vector<Constant> items;
    uint32_t code_index = 0;  // in CodeUnit::codes
};

// Instructions [start, end) are guarded: on an exception the value stack is cut to `depth`, the
// index of the raising instruction is pushed if `push_last_index`, then the exception, and
// `target` goes on. Ranges are sorted, do not overlap, and hold the innermost handler.
struct ExceptionRange {
    uint32_t start, end, target, depth;
    bool push_last_index;
};

enum CodeFlags : uint32_t {  // CPython's values
    code_optimized = 0x1,
    code_new_locals = 0x2,
    code_varargs = 0x4,
    code_varkeywords = 0x8,
    code_nested = 0x10,
    code_generator = 0x20,
    code_coroutine = 0x80,
    code_async_generator = 0x200,
};

struct Code {
    std::string name, qualified_name;
    uint32_t flags = 0;  // CodeFlags
    uint32_t positional_count = 0;       // co_argcount: positional-only ones included
    uint32_t positional_only_count = 0;
    uint32_t keyword_only_count = 0;
    uint32_t stack_size = 0;             // values
    uint32_t first_line = 0;
    // Slots of a frame in this order, as co_varnames + cells that are not parameters + co_freevars.
    std::vector<std::string> local_names;  // co_varnames: parameters first
    std::vector<std::string> cell_names;   // co_cellvars; a parameter among them keeps its slot
    std::vector<std::string> free_names;   // co_freevars
    std::vector<std::string> names;        // co_names
    std::vector<Constant> constants;       // co_consts: [0] is the docstring or None in functions
    std::vector<Instruction> instructions;
    std::vector<SourceRange> ranges;       // one an instruction; line 0: artificial
    std::vector<ExceptionRange> exception_ranges;
};

struct CodeUnit {
    std::string file_name;
    std::vector<Code> codes;  // [0]: the module's own
};

// An instruction's argument as a person reads it: the name, constant or operator that it stands
// for, else its number; empty: it has none.
std::string argument_text(const CodeUnit&, const Code&, size_t instruction);

// A listing like `dis`, one instruction a line, for tests and the pipeline view.
std::string disassemble(const CodeUnit&);

}  // namespace meada
