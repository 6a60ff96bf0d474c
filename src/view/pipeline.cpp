#include "view/pipeline.h"

#include <algorithm>
#include <tuple>

#include "vm/accesses.h"

namespace meada::view {

namespace {

std::vector<std::string> lines_of(const std::string& source) {
    std::vector<std::string> lines(1);
    for (size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '\r' && i + 1 < source.size() && source[i + 1] == '\n') continue;
        if (source[i] == '\n' || source[i] == '\r')
            lines.emplace_back();
        else
            lines.back() += source[i];
    }
    return lines;
}

std::string text_of(const CompiledScript& script, SourceRange range) {
    if (range.line == 0 || range.line > script.lines.size()) return {};
    const std::string& line = script.lines[range.line - 1];
    if (range.column >= line.size()) return {};
    if (range.end_line != range.line) return line.substr(range.column);
    return line.substr(range.column, range.end_column - range.column);
}

const char* kind_of(lang::TokenKind kind) {
    switch (kind) {
        case lang::TokenKind::name: return "NAME";
        case lang::TokenKind::number: return "NUMBER";
        case lang::TokenKind::string: return "STRING";
        case lang::TokenKind::comment: return "COMMENT";
        default: return lang::is_keyword(kind) ? "NAME" : "OP";
    }
}

bool starts_before(SourceRange left, SourceRange right) {
    return std::tie(left.line, left.column) <= std::tie(right.line, right.column);
}

// A statement's nodes as far as its first block: `for x in y`, without what is done.
struct Head {
    size_t first = 0, end = 0;  // rows of the tree
    uint32_t first_line = 0, last_line = 0;
    SourceRange range;
};

Head head_at(const CompiledScript& script, size_t row) {
    const std::vector<lang::TreeNode>& tree = script.tree;
    Head head{row, row + 1, tree[row].range.line, tree[row].range.line, tree[row].range};
    bool has_block = false;
    for (; head.end < tree.size() && tree[head.end].depth > tree[row].depth; ++head.end) {
        const lang::TreeNode& node = tree[head.end];
        has_block = node.depth == tree[row].depth + 1 && node.kind.empty();
        if (has_block) break;
        head.first_line = std::min(head.first_line, node.range.line ? node.range.line : ~0u);
        head.last_line = std::max(head.last_line, node.range.end_line);
    }
    if (!has_block) {
        head.last_line = std::max(head.last_line, tree[row].range.end_line);
    } else {
        head.range.end_line = head.last_line;
        const size_t length = head.last_line <= script.lines.size()
                                  ? script.lines[head.last_line - 1].size()
                                  : 0;
        head.range.end_column = static_cast<uint32_t>(length);
    }
    head.range.line = head.first_line;
    if (head.first_line < tree[row].range.line) head.range.column = 0;  // decorators
    return head;
}

// The innermost statement whose head stands on the line; of several there (`a; b`) the one with
// the instruction.
Head find_statement(const CompiledScript& script, uint32_t line, SourceRange instruction) {
    Head found;
    for (size_t row = 0; row < script.tree.size(); ++row) {
        if (!script.tree[row].statement) continue;
        const Head head = head_at(script, row);
        if (line < head.first_line || line > head.last_line) continue;
        const bool better = found.end == 0 ||
                            script.tree[row].depth > script.tree[found.first].depth ||
                            lies_within(instruction, head.range);
        if (better) found = head;
    }
    return found;
}

SwitchPoint switch_point(const Moment& moment, const Code& code, Opcode opcode) {
    const bool gives_back = (code.flags & (code_coroutine | code_async_generator)) != 0 &&
                            (opcode == Opcode::SEND || opcode == Opcode::YIELD_VALUE);
    if (gives_back) return SwitchPoint::task;
    const bool anywhere = moment.spec && moment.spec->gil_mode() != GilMode::cpython311;
    return anywhere || may_hand_over(opcode) ? SwitchPoint::thread : SwitchPoint::none;
}

bool on_statement(const Head& head, SourceRange range) {
    if (range.line < head.first_line || range.line > head.last_line) return false;
    return range.end_line == 0 || range.line != head.range.line ||
           range.column >= head.range.column || head.first_line != head.last_line;
}

void add_instructions(Pipeline& out, const Moment& moment, const CompiledScript& script,
                      const Head& head, uint32_t number) {
    const Code& code = script.unit.codes[number];
    bool begins = true;
    for (uint32_t index = 0; index < code.instructions.size(); ++index) {
        if (!on_statement(head, code.ranges[index])) continue;
        const Opcode opcode = code.instructions[index].opcode;
        PipelineInstruction row;
        row.code = number;
        row.index = index;
        row.name = name_of(opcode);
        row.argument = argument_text(script.unit, code, index);
        row.range = code.ranges[index];
        row.switches = switch_point(moment, code, opcode);
        row.begins = std::exchange(begins, false);
        if (row.begins) row.code_name = code.qualified_name;
        out.switches_threads |= row.switches == SwitchPoint::thread;
        out.switches_tasks |= row.switches == SwitchPoint::task;
        out.instructions.push_back(std::move(row));
    }
}

// The stack of whoever it is; a running task's is its thread's, which has what it called, too.
const std::vector<FrameState>* frames_of(const MachineState& state, Serial who) {
    for (const ThreadState& thread : state.threads)
        if (who == thread.serial || (thread.task != 0 && who == thread.task)) return &thread.frames;
    for (const TaskState& task : state.tasks)
        if (who == task.serial) return &task.frames;
    return nullptr;
}

bool is_of_script(const FrameState& frame) {
    return !frame.library && frame.file.empty() && frame.range.line != 0;
}

void fill(Pipeline& out, const Moment& moment, const CompiledScript& script, const Head& head,
          const FrameState* frame) {
    out.first_line = head.first_line;
    out.last_line = std::min<uint32_t>(head.last_line, uint32_t(script.lines.size()));
    for (uint32_t line = out.first_line; line <= out.last_line; ++line)
        out.source.push_back(script.lines[line - 1]);
    for (const lang::Token& token : script.tokens) {
        const std::string text = text_of(script, token.range);
        if (!text.empty() && lies_within(token.range, head.range))
            out.tokens.push_back({kind_of(token.kind), text, token.range});
    }
    for (size_t row = head.first; row < head.end; ++row) {
        const lang::TreeNode& node = script.tree[row];
        const SourceRange range = row == head.first ? head.range : node.range;
        out.nodes.push_back({node.depth - script.tree[head.first].depth, node.field, node.kind,
                             node.detail, range});
    }
    // The code that runs comes first: a line of several has a comprehension's or a lambda's, too.
    if (frame && frame->code < script.unit.codes.size())
        add_instructions(out, moment, script, head, frame->code);
    for (uint32_t number = 0; number < script.unit.codes.size(); ++number)
        if (!frame || number != frame->code) add_instructions(out, moment, script, head, number);
    if (!frame) return;
    for (PipelineInstruction& row : out.instructions)
        row.next = row.code == frame->code && row.index == frame->instruction;
    out.stack = frame->stack;
}

}  // namespace

CompiledScript compile_script(const std::string& source) {
    CompiledScript script;
    script.lines = lines_of(source);
    script.tokens = lang::tokenize(source);
    const lang::SourceText text{"script.py", source};
    if (const Result<lang::Ast> ast = lang::parse(text)) script.tree = lang::tree(*ast);
    if (Result<CodeUnit> unit = lang::compile(text)) script.unit = std::move(*unit);
    return script;
}

bool lies_within(SourceRange inner, SourceRange outer) {
    if (inner.line == 0 || outer.line == 0 || inner.end_line == 0 || outer.end_line == 0)
        return false;
    return starts_before(outer, inner) && std::tie(inner.end_line, inner.end_column) <=
                                              std::tie(outer.end_line, outer.end_column);
}

SourceRange linked_range(const Pipeline& pipeline, SourceRange range) {
    const auto begins_in_it = [&](const PipelineNode& node) {
        return lies_within(node.range, range);
    };
    if (std::ranges::any_of(pipeline.nodes, begins_in_it)) return range;
    SourceRange smallest = range;
    for (const PipelineNode& node : pipeline.nodes)  // what is deeper comes later
        if (lies_within(range, node.range) &&
            (smallest == range || lies_within(node.range, smallest)))
            smallest = node.range;
    return smallest;
}

namespace {

Stage stage_of(const Moment& moment) {
    if (!moment.events || moment.cursor_event <= moment.first_event) return Stage::none;
    const size_t at = moment.cursor_event - moment.first_event - 1;
    if (at >= moment.events->size()) return Stage::none;
    const Event& event = (*moment.events)[at];
    if (event_is<event::source_read>(event)) return Stage::source;
    if (event_is<event::source_compiled>(event)) return Stage::compiler;
    return event_is<event::interpreter_started>(event) ? Stage::bytecode : Stage::none;
}

}  // namespace

Pipeline pipeline(const Moment& moment, const CompiledScript& script, Serial who, uint32_t line) {
    Pipeline out;
    if (!moment.state || script.unit.codes.empty()) return out;
    out.stage = stage_of(moment);
    const FrameState* frame = nullptr;
    if (const std::vector<FrameState>* frames = frames_of(*moment.state, who)) {
        for (const FrameState& each : *frames) {
            if (!is_of_script(each)) continue;
            if (!frame) frame = &each, out.waits = &each != &frames->front();
            ++out.depth;
        }
    }
    const SourceRange here = frame ? frame->range : SourceRange{};
    out.line = line != 0 ? line : here.line;
    // No line runs yet: the story is that of the whole text, of which the first statement stands.
    for (size_t i = 0; out.stage != Stage::none && out.line == 0 && i < script.tree.size(); ++i)
        out.line = script.tree[i].range.line;
    if (out.line == 0) return out;
    const Head head = find_statement(script, out.line, line == 0 ? here : SourceRange{});
    if (head.end == 0) {
        out.line = 0;
        return out;
    }
    out.current = frame && here.line >= head.first_line && here.line <= head.last_line;
    fill(out, moment, script, head, out.current ? frame : nullptr);
    return out;
}

}  // namespace meada::view
