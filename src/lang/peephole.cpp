// Rewriting inside one basic block: tests of constants, tuples of constants, jumps to jumps, and
// swaps that the stores behind them can do without.
#include <algorithm>
#include <utility>

#include "lang/flow_passes.h"

namespace meada::lang {
namespace {

bool is_true(const Constant& value) {
    switch (value.kind) {
        case Constant::Kind::none:
        case Constant::Kind::false_value:
            return false;
        case Constant::Kind::integer:
            return value.text != "0";
        case Constant::Kind::floating:
        case Constant::Kind::complex:
            return value.number != 0;
        case Constant::Kind::text:
        case Constant::Kind::bytes:
            return !value.text.empty();
        case Constant::Kind::tuple:
        case Constant::Kind::frozen_set:
            return !value.items.empty();
        default:
            return true;
    }
}

class Peephole {
  public:
    Peephole(FlowGraph& graph, FlowBlock& block, std::vector<Constant>& constants)
        : graph_(graph), block_(block), code_(block.instructions), constants_(constants) {}
    void run();

  private:
    void visit(size_t& index);
    void constant_test(size_t index);
    void build_tuple(size_t index);
    void jump_or_pop(size_t& index, bool when);
    bool thread(FlowInstruction& jump, Opcode opcode);
    void optimize_swaps(size_t& index);
    void apply_static_swaps(size_t index);
    bool may_swap(size_t first, size_t second) const;
    size_t next_swappable(size_t index, uint32_t line) const;
    Opcode opcode_at(size_t index) const {
        return index < code_.size() ? code_[index].opcode : Opcode::NOP;
    }
    const FlowInstruction* target_of(const FlowInstruction& jump) const {
        const FlowBlock& target = graph_.blocks[jump.target];
        return target.instructions.empty() ? nullptr : &target.instructions[0];
    }

    FlowGraph& graph_;
    FlowBlock& block_;
    std::vector<FlowInstruction>& code_;
    std::vector<Constant>& constants_;
};

constexpr size_t none = SIZE_MAX;

void Peephole::run() {
    for (size_t index = 0; index < code_.size(); ++index) visit(index);
}

void Peephole::visit(size_t& index) {
    FlowInstruction& now = code_[index];
    if (now.target != no_block) {
        while (graph_.blocks[now.target].instructions.empty() &&
               graph_.blocks[now.target].next != no_block)
            now.target = graph_.blocks[now.target].next;
    }
    const FlowInstruction* target = now.target != no_block ? target_of(now) : nullptr;
    const bool to_jump = target != nullptr && target->opcode == op_jump;
    switch (now.opcode) {
        case Opcode::LOAD_CONST:
            constant_test(index);
            break;
        case Opcode::BUILD_TUPLE:
            build_tuple(index);
            break;
        case Opcode::JUMP_IF_FALSE_OR_POP:
            jump_or_pop(index, false);
            break;
        case Opcode::JUMP_IF_TRUE_OR_POP:
            jump_or_pop(index, true);
            break;
        case op_pop_jump_if_false:
        case op_pop_jump_if_true:
        case op_pop_jump_if_none:
        case op_pop_jump_if_not_none:
        case op_jump:
            // Again from the same place: the new target may be a jump as well.
            if (to_jump && thread(now, now.opcode)) --index;
            break;
        case Opcode::SWAP:
            if (now.argument == 1) {
                now.opcode = Opcode::NOP;
                break;
            }
            optimize_swaps(index);
            apply_static_swaps(index);
            break;
        case Opcode::PUSH_NULL:
            if (opcode_at(index + 1) == Opcode::LOAD_GLOBAL) {
                now.opcode = Opcode::NOP;
                now.argument = 0;
                code_[index + 1].argument |= 1;
            }
            break;
        default:
            break;
    }
}

void Peephole::constant_test(size_t index) {
    FlowInstruction& load = code_[index];
    const Constant& value = constants_[load.argument];
    const Opcode next = opcode_at(index + 1);
    if (next == op_pop_jump_if_false || next == op_pop_jump_if_true) {
        load.opcode = Opcode::NOP;
        FlowInstruction& jump = code_[index + 1];
        if (is_true(value) == (next == op_pop_jump_if_true)) {
            jump.opcode = op_jump;
            block_.no_fallthrough = true;
        } else {
            jump.opcode = Opcode::NOP;
            jump.target = no_block;
        }
    } else if (next == Opcode::JUMP_IF_FALSE_OR_POP || next == Opcode::JUMP_IF_TRUE_OR_POP) {
        FlowInstruction& jump = code_[index + 1];
        if (is_true(value) == (next == Opcode::JUMP_IF_TRUE_OR_POP)) {
            jump.opcode = op_jump;
            block_.no_fallthrough = true;
        } else {
            load.opcode = jump.opcode = Opcode::NOP;
            jump.target = no_block;
        }
    } else if (next == Opcode::IS_OP && value.kind == Constant::Kind::none) {
        const Opcode jump = opcode_at(index + 2);
        if (jump != op_pop_jump_if_false && jump != op_pop_jump_if_true) return;
        const bool inverted = code_[index + 1].argument == 1;
        load.opcode = code_[index + 1].opcode = Opcode::NOP;
        code_[index + 2].opcode = inverted != (jump == op_pop_jump_if_false)
                                      ? op_pop_jump_if_not_none
                                      : op_pop_jump_if_none;
    }
}

void Peephole::build_tuple(size_t index) {
    FlowInstruction& build = code_[index];
    const uint32_t count = build.argument;
    if (opcode_at(index + 1) == Opcode::UNPACK_SEQUENCE && code_[index + 1].argument == count) {
        if (count == 1) {
            build.opcode = code_[index + 1].opcode = Opcode::NOP;
            return;
        }
        if (count == 2 || count == 3) {
            build.opcode = Opcode::NOP;
            code_[index + 1].opcode = Opcode::SWAP;
            return;
        }
    }
    if (index < count) return;
    for (uint32_t back = 1; back <= count; ++back)
        if (code_[index - back].opcode != Opcode::LOAD_CONST) return;
    Constant folded;
    folded.kind = Constant::Kind::tuple;
    for (size_t from = index - count; from < index; ++from) {
        folded.items.push_back(constants_[code_[from].argument]);
        code_[from].opcode = Opcode::NOP;
    }
    build.argument = constant_index(constants_, folded);
    build.opcode = Opcode::LOAD_CONST;
}

// `a and b and c`: a test whose outcome decides the next one skips it.
void Peephole::jump_or_pop(size_t& index, bool when) {
    FlowInstruction& jump = code_[index];
    const FlowInstruction* target = target_of(jump);
    if (target == nullptr) return;
    const Opcode same_pop = when ? op_pop_jump_if_true : op_pop_jump_if_false;
    const Opcode other_pop = when ? op_pop_jump_if_false : op_pop_jump_if_true;
    const Opcode same = jump.opcode;
    const Opcode other = when ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
    if (target->opcode == same_pop) {
        if (thread(jump, same_pop)) --index;
    } else if (target->opcode == op_jump || target->opcode == same) {
        if (thread(jump, same)) --index;
    } else if (target->opcode == other || target->opcode == other_pop) {
        if (jump.range.line != target->range.line) return;
        jump.opcode = same_pop;
        jump.target = graph_.blocks[jump.target].next;
        --index;
    }
}

bool Peephole::thread(FlowInstruction& jump, Opcode opcode) {
    const FlowInstruction* target = target_of(jump);
    // Equal targets: an endless loop of jumps.
    if (jump.range.line != target->range.line || jump.target == target->target) return false;
    jump.target = target->target;
    jump.opcode = opcode;
    return true;
}

// A run of swaps is a permutation; the fewest swaps that make it take their place.
void Peephole::optimize_swaps(size_t& index) {
    uint32_t depth = code_[index].argument;
    size_t length = 0;
    bool more = false;
    const size_t limit = code_.size() - index;
    while (++length < limit) {
        const FlowInstruction& next = code_[index + length];
        if (next.opcode == Opcode::SWAP) {
            depth = std::max(depth, next.argument);
            more = true;
        } else if (next.opcode != Opcode::NOP) {
            break;
        }
    }
    if (!more) return;
    std::vector<uint32_t> stack(depth);
    for (uint32_t place = 0; place < depth; ++place) stack[place] = place;
    for (size_t at = 0; at < length; ++at) {
        if (code_[index + at].opcode != Opcode::SWAP) continue;
        std::swap(stack[0], stack[code_[index + at].argument - 1]);
    }
    constexpr uint32_t visited = UINT32_MAX;
    int64_t current = static_cast<int64_t>(length) - 1;
    for (uint32_t place = 0; place < depth; ++place) {
        if (stack[place] == visited || stack[place] == place) continue;
        uint32_t at = place;
        for (;;) {
            if (at != 0) {
                code_[index + static_cast<size_t>(current)].opcode = Opcode::SWAP;
                code_[index + static_cast<size_t>(current--)].argument = at + 1;
            }
            if (stack[at] == visited) break;
            const uint32_t next = stack[at];
            stack[at] = visited;
            at = next;
        }
    }
    while (current >= 0) code_[index + static_cast<size_t>(current--)].opcode = Opcode::NOP;
    index += length - 1;
}

// Instructions that can trade places with their like: each takes one value and nothing else.
size_t Peephole::next_swappable(size_t index, uint32_t line) const {
    while (++index < code_.size()) {
        if (line != 0 && code_[index].range.line != line) return none;
        if (code_[index].opcode == Opcode::NOP) {
            line = code_[index].range.line;
            continue;
        }
        const bool swappable =
            code_[index].opcode == Opcode::STORE_FAST || code_[index].opcode == Opcode::POP_TOP;
        return swappable ? index : none;
    }
    return none;
}

// Not if both store to one variable, or what is between them stores to one of theirs.
bool Peephole::may_swap(size_t first, size_t second) const {
    const auto stored = [&](size_t index) {
        return code_[index].opcode == Opcode::STORE_FAST ? int64_t{code_[index].argument} : -1;
    };
    const int64_t a = stored(first), b = stored(second);
    if (a < 0 && b < 0) return true;
    if (a == b) return false;
    for (size_t index = first + 1; index < second; ++index)
        if (const int64_t between = stored(index); between >= 0 && (between == a || between == b))
            return false;
    return true;
}

void Peephole::apply_static_swaps(size_t index) {
    for (size_t at = index + 1; at-- > 0;) {
        FlowInstruction& swap = code_[at];
        if (swap.opcode != Opcode::SWAP) {
            const bool passable = swap.opcode == Opcode::NOP || swap.opcode == Opcode::STORE_FAST ||
                                  swap.opcode == Opcode::POP_TOP;
            if (passable) continue;
            return;
        }
        const size_t first = next_swappable(at, 0);
        if (first == none) return;
        const uint32_t line = code_[first].range.line;
        size_t second = first;
        for (uint32_t count = swap.argument; count > 1; --count) {
            second = next_swappable(second, line);
            if (second == none) return;
        }
        if (!may_swap(first, second)) return;
        swap.opcode = Opcode::NOP;
        std::swap(code_[first], code_[second]);
    }
}

}  // namespace

void optimize_block(FlowGraph& graph, FlowBlock& block, std::vector<Constant>& constants) {
    Peephole(graph, block, constants).run();
}

}  // namespace meada::lang
