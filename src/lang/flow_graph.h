// Basic blocks of one code object, what CPython's compiler does with them between the tree and the
// instructions, and the last step: a Code. The order of the passes decides what `dis` shows, so it
// is CPython 3.11's.
#pragma once

#include <cstdint>
#include <vector>

#include "code/code_unit.h"

namespace meada::lang {

constexpr uint32_t no_block = UINT32_MAX;

// Only inside the compiler: jumps whose direction is not yet known, and guarded regions.
constexpr Opcode op_jump = static_cast<Opcode>(200);
constexpr Opcode op_jump_no_interrupt = static_cast<Opcode>(201);
constexpr Opcode op_pop_jump_if_false = static_cast<Opcode>(202);
constexpr Opcode op_pop_jump_if_true = static_cast<Opcode>(203);
constexpr Opcode op_pop_jump_if_none = static_cast<Opcode>(204);
constexpr Opcode op_pop_jump_if_not_none = static_cast<Opcode>(205);
constexpr Opcode op_setup_finally = static_cast<Opcode>(206);
constexpr Opcode op_setup_cleanup = static_cast<Opcode>(207);
constexpr Opcode op_setup_with = static_cast<Opcode>(208);
constexpr Opcode op_pop_block = static_cast<Opcode>(209);

struct FlowInstruction {
    Opcode opcode = Opcode::NOP;
    uint32_t argument = 0;
    uint32_t target = no_block;
    SourceRange range;  // line 0: artificial, takes its neighbour's
    uint32_t handler = no_block;
};

struct FlowBlock {
    std::vector<FlowInstruction> instructions;
    uint32_t next = no_block;
    uint32_t predecessors = 0;
    int32_t start_depth = -1;
    bool no_fallthrough = false;
    bool exit = false;
    bool push_last_index = false;
    bool visited = false;
    std::vector<uint32_t> handlers;  // innermost last, where the block starts
};

struct FlowGraph {
    std::vector<FlowBlock> blocks{FlowBlock{}};  // [0]: entry
    uint32_t current = 0;

    uint32_t make_block() {
        blocks.emplace_back();
        return static_cast<uint32_t>(blocks.size() - 1);
    }
    void use(uint32_t block) {
        blocks[current].next = block;
        current = block;
    }
    FlowInstruction& add(Opcode opcode, uint32_t argument, SourceRange range,
                         uint32_t target = no_block);
    bool returns() const;  // the last instruction is a return
};

// Where the locals, cells and free variables of a frame stand.
struct SlotLayout {
    uint32_t local_count = 0;
    std::vector<uint32_t> cell_slots;  // of each cell: its parameter's, or one behind the locals
    uint32_t free_count = 0;
};

// `code` comes with names, counts, flags and constants (some of which folding adds and trimming
// removes); gets instructions, ranges, exception ranges and stack size.
void assemble(FlowGraph& graph, const SlotLayout& slots, Code& code);

bool is_jump(Opcode);
bool is_guard(Opcode);  // starts a guarded region
bool is_scope_exit(Opcode);
int stack_effect(Opcode opcode, uint32_t argument, bool jumps);
std::string constant_key(const Constant&);  // equal for equal constants of one type
// Adds to `constants` unless an equal one of the same type is there.
uint32_t constant_index(std::vector<Constant>& constants, const Constant& value);

}  // namespace meada::lang
