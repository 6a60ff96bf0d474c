// Flow graph -> instructions: prefix, stack depth, exception table, jump targets.
#include <bit>

#include "lang/flow_passes.h"

namespace meada::lang {
namespace {

void append_key(std::string& key, const Constant& value) {
    key.push_back(static_cast<char>('A' + static_cast<int>(value.kind)));
    key += std::to_string(value.text.size());
    key.push_back(':');
    key += value.text;
    const uint64_t bits = std::bit_cast<uint64_t>(value.number);
    key.append(reinterpret_cast<const char*>(&bits), sizeof bits);
    key += std::to_string(value.code_index);
    key.push_back('(');
    for (const Constant& item : value.items) append_key(key, item);
    key.push_back(')');
}

bool same(const Constant& a, const Constant& b) {
    if (a.kind != b.kind || a.text != b.text || a.code_index != b.code_index ||
        std::bit_cast<uint64_t>(a.number) != std::bit_cast<uint64_t>(b.number) ||
        a.items.size() != b.items.size())
        return false;
    for (size_t index = 0; index < a.items.size(); ++index)
        if (!same(a.items[index], b.items[index])) return false;
    return true;
}

// Numbers of cells and free variables count from 0 while compiling (free ones behind the cells).
void fix_slots(FlowGraph& graph, const SlotLayout& slots) {
    uint32_t dropped = 0;
    std::vector<uint32_t> place(slots.cell_slots.size() + slots.free_count);
    for (uint32_t cell = 0; cell < place.size(); ++cell) {
        const uint32_t plain = slots.local_count + cell;
        if (cell < slots.cell_slots.size() && slots.cell_slots[cell] != plain) {
            place[cell] = slots.cell_slots[cell];
            ++dropped;
        } else {
            place[cell] = plain - dropped;
        }
    }
    for (FlowBlock& block : graph.blocks)
        for (FlowInstruction& instruction : block.instructions) switch (instruction.opcode) {
                case Opcode::MAKE_CELL:
                case Opcode::LOAD_CLOSURE:
                case Opcode::LOAD_DEREF:
                case Opcode::STORE_DEREF:
                case Opcode::DELETE_DEREF:
                case Opcode::LOAD_CLASSDEREF:
                    instruction.argument = place[instruction.argument];
                    break;
                default:
                    break;
            }
}

void insert_prefix(FlowGraph& graph, const SlotLayout& slots, const Code& code) {
    std::vector<FlowInstruction> prefix;
    const auto add = [&](Opcode opcode, uint32_t argument, SourceRange range = {}) {
        prefix.push_back({opcode, argument, no_block, range, no_block});
    };
    if (slots.free_count > 0) add(Opcode::COPY_FREE_VARS, slots.free_count);
    // In the order of their slots: parameters first.
    const uint32_t total = slots.local_count + static_cast<uint32_t>(slots.cell_slots.size());
    for (uint32_t slot = 0; slot < total; ++slot)
        for (uint32_t cell = 0; cell < slots.cell_slots.size(); ++cell)
            if (slots.cell_slots[cell] == slot) add(Opcode::MAKE_CELL, cell);
    if ((code.flags & (code_generator | code_coroutine | code_async_generator)) != 0) {
        const SourceRange start{code.first_line, code.first_line, no_column, no_column};
        add(Opcode::RETURN_GENERATOR, 0, start);
        add(Opcode::POP_TOP, 0);
    }
    std::vector<FlowInstruction>& entry = graph.blocks[0].instructions;
    entry.insert(entry.begin(), prefix.begin(), prefix.end());
}

uint32_t stack_depth(FlowGraph& graph, bool is_generator) {
    int most = 0;
    std::vector<uint32_t> work;
    const auto reach = [&](uint32_t index, int depth) {
        if (graph.blocks[index].start_depth >= 0) return;
        graph.blocks[index].start_depth = depth;
        work.push_back(index);
    };
    reach(0, is_generator ? 1 : 0);
    while (!work.empty()) {
        const uint32_t index = work.back();
        work.pop_back();
        int depth = graph.blocks[index].start_depth;
        bool falls = true;
        for (const FlowInstruction& now : graph.blocks[index].instructions) {
            const int after = depth + stack_effect(now.opcode, now.argument, false);
            most = std::max(most, after);
            if (now.target != no_block) {
                const int there = depth + stack_effect(now.opcode, now.argument, true);
                most = std::max(most, there);
                reach(now.target, there);
            }
            depth = after;
            if (now.opcode == op_jump || now.opcode == op_jump_no_interrupt ||
                is_scope_exit(now.opcode)) {
                falls = false;
                break;
            }
        }
        if (falls && graph.blocks[index].next != no_block) reach(graph.blocks[index].next, depth);
    }
    return static_cast<uint32_t>(std::max(most, 0));
}

// Which handler guards each instruction.
void label_handlers(FlowGraph& graph) {
    std::vector<uint32_t> work{0};
    for (FlowBlock& block : graph.blocks) block.visited = false;
    graph.blocks[0].visited = true;
    while (!work.empty()) {
        const uint32_t index = work.back();
        work.pop_back();
        std::vector<uint32_t> stack = graph.blocks[index].handlers;
        const auto reach = [&](uint32_t target) {
            if (graph.blocks[target].visited) return;
            graph.blocks[target].visited = true;
            graph.blocks[target].handlers = stack;
            work.push_back(target);
        };
        for (FlowInstruction& now : graph.blocks[index].instructions) {
            if (is_guard(now.opcode)) {
                reach(now.target);
                if (now.opcode != op_setup_finally) graph.blocks[now.target].push_last_index = true;
                stack.push_back(now.target);
            } else if (now.opcode == op_pop_block) {
                if (!stack.empty()) stack.pop_back();
            } else {
                now.handler = stack.empty() ? no_block : stack.back();
                if (is_jump(now.opcode)) reach(now.target);
            }
        }
        const FlowBlock& block = graph.blocks[index];
        if (!block.no_fallthrough && block.next != no_block) reach(block.next);
    }
}

void drop_guards(FlowGraph& graph) {
    for (uint32_t index = 0; index != no_block; index = graph.blocks[index].next) {
        for (FlowInstruction& now : graph.blocks[index].instructions)
            if (is_guard(now.opcode) || now.opcode == op_pop_block) {
                now.opcode = Opcode::NOP;
                now.argument = 0;
                now.target = no_block;
            }
    }
    for (uint32_t index = 0; index != no_block; index = graph.blocks[index].next)
        clean_block(graph, graph.blocks[index]);
}

Opcode directed(Opcode opcode, bool forward) {
    const auto pick = [&](Opcode ahead, Opcode back) { return forward ? ahead : back; };
    switch (opcode) {
        case op_jump:
            return pick(Opcode::JUMP_FORWARD, Opcode::JUMP_BACKWARD);
        case op_jump_no_interrupt:
            return pick(Opcode::JUMP_FORWARD, Opcode::JUMP_BACKWARD_NO_INTERRUPT);
        case op_pop_jump_if_false:
            return pick(Opcode::POP_JUMP_FORWARD_IF_FALSE, Opcode::POP_JUMP_BACKWARD_IF_FALSE);
        case op_pop_jump_if_true:
            return pick(Opcode::POP_JUMP_FORWARD_IF_TRUE, Opcode::POP_JUMP_BACKWARD_IF_TRUE);
        case op_pop_jump_if_none:
            return pick(Opcode::POP_JUMP_FORWARD_IF_NONE, Opcode::POP_JUMP_BACKWARD_IF_NONE);
        case op_pop_jump_if_not_none:
            return pick(Opcode::POP_JUMP_FORWARD_IF_NOT_NONE,
                        Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE);
        default:
            return opcode;
    }
}

void add_exception_range(Code& code, const FlowBlock& handler, uint32_t start, uint32_t end,
                         uint32_t target) {
    if (start == end) return;
    uint32_t depth = static_cast<uint32_t>(handler.start_depth) - 1;
    if (handler.push_last_index) --depth;
    code.exception_ranges.push_back({start, end, target, depth, handler.push_last_index});
}

void emit(FlowGraph& graph, Code& code) {
    std::vector<uint32_t> starts(graph.blocks.size(), 0);
    uint32_t count = 0;
    for (uint32_t index = 0; index != no_block; index = graph.blocks[index].next) {
        starts[index] = count;
        count += static_cast<uint32_t>(graph.blocks[index].instructions.size());
    }
    code.instructions.reserve(count);
    code.ranges.reserve(count);
    uint32_t handler = no_block, guarded_from = 0;
    const auto close = [&](uint32_t end) {
        if (handler != no_block)
            add_exception_range(code, graph.blocks[handler], guarded_from, end, starts[handler]);
    };
    for (uint32_t index = 0; index != no_block; index = graph.blocks[index].next)
        for (const FlowInstruction& now : graph.blocks[index].instructions) {
            const uint32_t here = static_cast<uint32_t>(code.instructions.size());
            if (now.handler != handler) {
                close(here);
                handler = now.handler;
                guarded_from = here;
            }
            const bool jumps = now.target != no_block;
            const uint32_t argument = jumps                       ? starts[now.target]
                                      : now.opcode == Opcode::NOP ? 0
                                                                  : now.argument;
            code.instructions.push_back({directed(now.opcode, argument > here), argument});
            SourceRange range = now.range;
            if (range.column == no_column) range.column = range.end_column = 0;
            // As CPython: the module's first instruction is before the first line.
            if (now.opcode == Opcode::RESUME && range.line == 0) range = {0, 1, 0, 0};
            code.ranges.push_back(range);
        }
    close(count);
}

void trim_constants(const FlowGraph& graph, Code& code) {
    size_t used = code.constants.empty() ? 0 : 1;  // the first may be a docstring
    for (uint32_t index = 0; index != no_block; index = graph.blocks[index].next)
        for (const FlowInstruction& now : graph.blocks[index].instructions)
            if (now.opcode == Opcode::LOAD_CONST || now.opcode == Opcode::KW_NAMES)
                used = std::max<size_t>(used, now.argument + 1);
    code.constants.resize(used);
}

}  // namespace

std::string constant_key(const Constant& value) {
    std::string key;
    append_key(key, value);
    return key;
}

uint32_t constant_index(std::vector<Constant>& constants, const Constant& value) {
    for (size_t index = 0; index < constants.size(); ++index)
        if (same(constants[index], value)) return static_cast<uint32_t>(index);
    constants.push_back(value);
    return static_cast<uint32_t>(constants.size() - 1);
}

void assemble(FlowGraph& graph, const SlotLayout& slots, Code& code) {
    prepare_blocks(graph);
    if (code.first_line == 0) {
        const std::vector<FlowInstruction>& entry = graph.blocks[0].instructions;
        code.first_line = !entry.empty() && entry[0].range.line != 0 ? entry[0].range.line : 1;
    }
    insert_prefix(graph, slots, code);
    fix_slots(graph, slots);
    optimize(graph, code.constants);
    duplicate_exits(graph);
    trim_constants(graph, code);
    propagate_lines(graph);
    guarantee_exit_lines(graph, code.first_line);
    const bool is_generator =
        (code.flags & (code_generator | code_coroutine | code_async_generator)) != 0;
    code.stack_size = stack_depth(graph, is_generator);
    label_handlers(graph);
    drop_guards(graph);
    emit(graph, code);
}

}  // namespace meada::lang
