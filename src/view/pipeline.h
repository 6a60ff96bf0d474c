// One statement on its way through the machine: source, tokens, tree, bytecode, value stack, lined
// up by their ranges in the text. Read from the script's text, as the compiler sees it, and from
// the moment.
#pragma once

#include <string>
#include <vector>

#include "history/history.h"
#include "lang/lang.h"

namespace meada::view {

// A script's steps to code: made once a run by the caller, because they need the whole text.
struct CompiledScript {
    std::vector<std::string> lines;
    std::vector<lang::Token> tokens;
    std::vector<lang::TreeNode> tree;
    CodeUnit unit;  // without codes: the script does not compile
};
CompiledScript compile_script(const std::string& source);

// Where, after an instruction, somebody else may go on.
enum class SwitchPoint : uint8_t {
    none,
    thread,  // another thread, if it has asked for the GIL, or anyhow where there is none
    task,    // another task of the loop: the coroutine may give it back here
};

struct PipelineToken {
    std::string kind;  // as Python's `tokenize` names it: NAME, OP, NUMBER, …
    std::string text;
    SourceRange range;
};
struct PipelineNode {
    uint32_t depth = 0;
    std::string field, kind, detail;
    SourceRange range;
};
struct PipelineInstruction {
    uint32_t code = 0, index = 0;  // in the CodeUnit, as FrameState has them
    std::string name, argument;
    SourceRange range;
    SwitchPoint switches = SwitchPoint::none;
    bool next = false;   // it runs next, or waits
    bool begins = false; // the first one here of its code: `code_name` heads it
    std::string code_name;
};

// What a run's beginning tells of: where the script has come to, before its first instruction.
enum class Stage : uint8_t { none, source, compiler, bytecode };

struct Pipeline {
    Stage stage = Stage::none;        // that the last event tells of
    uint32_t line = 0;                // 0: nothing runs here
    bool current = false;             // somebody's current statement, not one that was pointed at
    uint32_t first_line = 0, last_line = 0;  // of the statement, or of its head
    std::vector<std::string> source;  // these lines
    std::vector<PipelineToken> tokens;
    std::vector<PipelineNode> nodes;
    std::vector<PipelineInstruction> instructions;  // each one of these lines once
    std::vector<std::string> stack;   // bottom first; of the frame that the statement runs in
    uint32_t depth = 0;               // frames of the script, this one included
    bool waits = false;               // the instruction waits for what it called
    bool switches_threads = false, switches_tasks = false;  // one of them may
};

// `who`: the thread or task whose current line it is, or else the statement at `line` (0: none).
Pipeline pipeline(const Moment&, const CompiledScript&, Serial who, uint32_t line = 0);

// What lights up with a part of the statement: its own range, or, where no node begins and ends
// within it (an operator), that of the smallest node around.
SourceRange linked_range(const Pipeline&, SourceRange);
bool lies_within(SourceRange inner, SourceRange outer);

}  // namespace meada::view
