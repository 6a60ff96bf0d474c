#include "lang/flow_graph.h"

#include "lang/flow_passes.h"

namespace meada::lang {

bool is_jump(Opcode opcode) {
    switch (opcode) {
        case op_jump:
        case op_jump_no_interrupt:
        case op_pop_jump_if_false:
        case op_pop_jump_if_true:
        case op_pop_jump_if_none:
        case op_pop_jump_if_not_none:
        case Opcode::JUMP_IF_FALSE_OR_POP:
        case Opcode::JUMP_IF_TRUE_OR_POP:
        case Opcode::FOR_ITER:
        case Opcode::SEND:
            return true;
        default:
            return false;
    }
}

bool is_guard(Opcode opcode) {
    return opcode == op_setup_finally || opcode == op_setup_cleanup || opcode == op_setup_with;
}

bool is_scope_exit(Opcode opcode) {
    return opcode == Opcode::RETURN_VALUE || opcode == Opcode::RAISE_VARARGS ||
           opcode == Opcode::RERAISE;
}

FlowInstruction& FlowGraph::add(Opcode opcode, uint32_t argument, SourceRange range,
                                uint32_t target) {
    const std::vector<FlowInstruction>& now = blocks[current].instructions;
    if (!now.empty() && (is_jump(now.back().opcode) || is_scope_exit(now.back().opcode)))
        use(make_block());
    return blocks[current].instructions.emplace_back(
        FlowInstruction{opcode, argument, target, range, no_block});
}

bool FlowGraph::returns() const {
    const std::vector<FlowInstruction>& now = blocks[current].instructions;
    return !now.empty() && now.back().opcode == Opcode::RETURN_VALUE;
}

namespace {

template <typename Visit>
void for_each_block(FlowGraph& graph, Visit visit) {
    for (uint32_t index = 0; index != no_block; index = graph.blocks[index].next)
        visit(graph.blocks[index]);
}

void skip_empty_target(FlowGraph& graph, FlowInstruction& instruction) {
    if (instruction.target == no_block) return;
    while (graph.blocks[instruction.target].instructions.empty() &&
           graph.blocks[instruction.target].next != no_block)
        instruction.target = graph.blocks[instruction.target].next;
}

void normalize_block(FlowGraph& graph, FlowBlock& block) {
    for (FlowInstruction& instruction : block.instructions) {
        if (is_scope_exit(instruction.opcode)) block.exit = block.no_fallthrough = true;
        if (instruction.opcode == op_jump || instruction.opcode == op_jump_no_interrupt)
            block.no_fallthrough = true;
        if (is_jump(instruction.opcode)) skip_empty_target(graph, instruction);
    }
}

bool is_exit_without_line(const FlowBlock& block) {
    if (!block.exit) return false;
    for (const FlowInstruction& instruction : block.instructions)
        if (instruction.range.line != 0) return false;
    return true;
}

// A jump to a short block that leaves the code object becomes a copy of that block.
void extend_block(FlowGraph& graph, FlowBlock& block) {
    constexpr size_t copied_size_max = 4;
    if (block.instructions.empty() || block.instructions.back().opcode != op_jump) return;
    FlowInstruction& last = block.instructions.back();
    const FlowBlock& target = graph.blocks[last.target];
    if (!is_exit_without_line(target) || target.instructions.size() > copied_size_max) return;
    const std::vector<FlowInstruction> copy = target.instructions;
    last.opcode = Opcode::NOP;
    last.target = no_block;
    block.instructions.insert(block.instructions.end(), copy.begin(), copy.end());
    block.exit = true;
}

// Newest block first, as CPython's list of blocks is: a chain of exits is then one exit.
void extend_blocks(FlowGraph& graph) {
    for (uint32_t index = static_cast<uint32_t>(graph.blocks.size()); index-- > 0;)
        extend_block(graph, graph.blocks[index]);
}

void drop_empty_blocks(FlowGraph& graph) {
    for_each_block(graph, [&](FlowBlock& block) {
        uint32_t next = block.next;
        if (next == no_block) return;
        while (graph.blocks[next].instructions.empty() && graph.blocks[next].next != no_block)
            next = graph.blocks[next].next;
        block.next = next;
    });
    for_each_block(graph, [&](FlowBlock& block) {
        for (FlowInstruction& instruction : block.instructions)
            skip_empty_target(graph, instruction);
    });
}

void mark_reachable(FlowGraph& graph) {
    std::vector<uint32_t> work{0};
    graph.blocks[0].predecessors = 1;
    const auto reach = [&](uint32_t index) {
        if (graph.blocks[index].predecessors++ == 0) work.push_back(index);
    };
    while (!work.empty()) {
        const uint32_t index = work.back();
        work.pop_back();
        const FlowBlock& block = graph.blocks[index];
        if (block.next != no_block && !block.no_fallthrough) reach(block.next);
        for (const FlowInstruction& instruction : graph.blocks[index].instructions)
            if (instruction.target != no_block) reach(instruction.target);
    }
}

void drop_redundant_jumps(FlowGraph& graph) {
    bool changed = false;
    for_each_block(graph, [&](FlowBlock& block) {
        if (block.instructions.empty()) return;
        FlowInstruction& last = block.instructions.back();
        if (last.opcode != op_jump && last.opcode != op_jump_no_interrupt) return;
        if (last.target != block.next) return;
        block.no_fallthrough = false;
        last.opcode = Opcode::NOP;
        last.target = no_block;
        changed = true;
    });
    if (changed) drop_empty_blocks(graph);
}

}  // namespace

// Removes NOPs, but not the only instruction of a line: a debugger stops there.
void clean_block(FlowGraph& graph, FlowBlock& block) {
    std::vector<FlowInstruction>& code = block.instructions;
    size_t kept = 0;
    uint32_t previous_line = UINT32_MAX;
    for (size_t index = 0; index < code.size(); ++index) {
        const uint32_t line = code[index].range.line;
        if (code[index].opcode == Opcode::NOP) {
            if (line == 0 || line == previous_line) continue;
            if (index + 1 < code.size()) {
                const uint32_t next_line = code[index + 1].range.line;
                if (next_line == 0 || next_line == line) {
                    if (next_line == 0) code[index + 1].range = code[index].range;
                    continue;
                }
            } else {
                uint32_t next = block.next;
                while (next != no_block && graph.blocks[next].instructions.empty())
                    next = graph.blocks[next].next;
                if (next != no_block && graph.blocks[next].instructions[0].range.line == line)
                    continue;
            }
        }
        if (kept != index) code[kept] = code[index];
        ++kept;
        previous_line = line == 0 ? UINT32_MAX : line;
    }
    code.resize(kept);
}

void optimize(FlowGraph& graph, std::vector<Constant>& constants) {
    drop_empty_blocks(graph);
    for_each_block(graph, [&](FlowBlock& block) {
        optimize_block(graph, block, constants);
        clean_block(graph, block);
    });
    extend_blocks(graph);
    mark_reachable(graph);
    for_each_block(graph, [](FlowBlock& block) {
        if (block.predecessors != 0) return;
        block.instructions.clear();
        block.no_fallthrough = false;
    });
    drop_empty_blocks(graph);
    drop_redundant_jumps(graph);
}

void prepare_blocks(FlowGraph& graph) {
    for_each_block(graph, [&](FlowBlock& block) { normalize_block(graph, block); });
    extend_blocks(graph);
}

// --- lines ------------------------------------------------------------------------------------

// Every return and raise needs the line that led to it: exits without a line are copied until
// each has one predecessor, and takes its line (PEP 626).
void duplicate_exits(FlowGraph& graph) {
    // Newest block first, as CPython's list of blocks is: decides which jump keeps the original.
    for (uint32_t index = static_cast<uint32_t>(graph.blocks.size()); index-- > 0;) {
        if (graph.blocks[index].instructions.empty()) continue;
        FlowInstruction last = graph.blocks[index].instructions.back();
        if (!is_jump(last.opcode)) continue;
        if (!is_exit_without_line(graph.blocks[last.target]) ||
            graph.blocks[last.target].predecessors <= 1)
            continue;
        const uint32_t copy = graph.make_block();
        FlowBlock& target = graph.blocks[last.target];
        FlowBlock& copied = graph.blocks[copy];
        copied.instructions = target.instructions;
        copied.instructions[0].range = last.range;
        copied.exit = target.exit;
        copied.no_fallthrough = target.no_fallthrough;
        copied.predecessors = 1;
        --target.predecessors;
        copied.next = target.next;
        target.next = copy;
        graph.blocks[index].instructions.back().target = copy;
    }
    for_each_block(graph, [&](FlowBlock& block) {
        if (block.no_fallthrough || block.next == no_block || block.instructions.empty()) return;
        FlowBlock& next = graph.blocks[block.next];
        if (is_exit_without_line(next) && !next.instructions.empty())
            next.instructions[0].range = block.instructions.back().range;
    });
}

void propagate_lines(FlowGraph& graph) {
    for_each_block(graph, [&](FlowBlock& block) {
        if (block.instructions.empty()) return;
        SourceRange previous;
        for (FlowInstruction& instruction : block.instructions) {
            if (instruction.range.line == 0)
                instruction.range = previous;
            else
                previous = instruction.range;
        }
        const auto give = [&](uint32_t index) {
            FlowBlock& next = graph.blocks[index];
            if (next.predecessors == 1 && !next.instructions.empty() &&
                next.instructions[0].range.line == 0)
                next.instructions[0].range = previous;
        };
        if (!block.no_fallthrough && block.next != no_block) give(block.next);
        if (is_jump(block.instructions.back().opcode)) give(block.instructions.back().target);
    });
}

void guarantee_exit_lines(FlowGraph& graph, uint32_t first_line) {
    uint32_t line = first_line;
    for_each_block(graph, [&](FlowBlock& block) {
        if (block.instructions.empty()) return;
        const FlowInstruction& last = block.instructions.back();
        if (last.range.line != 0) {
            line = last.range.line;
        } else if (last.opcode == Opcode::RETURN_VALUE) {
            // An empty module has no line at all.
            const bool module = block.instructions.front().opcode == Opcode::RESUME;
            for (FlowInstruction& instruction : block.instructions)
                instruction.range = module ? SourceRange{0, 1, 0, 0}
                                           : SourceRange{line, line, no_column, no_column};
        }
    });
}

}  // namespace meada::lang
