// From source text to code unit, in the steps that the pipeline view shows:
// text -> tokens -> tree -> code. Everything is CPython 3.11's: grammar, messages, instructions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "code/code_unit.h"
#include "lang/ast.h"
#include "lang/token.h"

namespace meada::lang {

struct SourceText {
    std::string name;  // as a traceback names the file
    std::string text;  // bytes as read: UTF-8 or as its coding comment says, perhaps BOM or CRLF
    bool is_str = false;  // the source was a str (compile(), exec()): no coding comment counts
    bool has_file = true;  // CPython reads a compiler error's line from the file, if there is
};

// A warning that does not stop the program: class name, message, place.
struct Warning {
    std::string class_name, message;
    SourceRange range;
};

// Errors have ErrorCode::syntax with {class name, message, the line that Python keeps with it
// (inside an f-string that is no line of the source), offset, end offset}. The range counts bytes
// of the line's UTF-8; the offsets are CPython's, from 1: characters or, where it does so, bytes.
// Line 0: Python shows no line.
Result<CodeUnit> compile(const SourceText&, CompileMode = CompileMode::exec,
                         std::vector<Warning>* warnings = nullptr);

// Never fails: an error is the last token, of kind `error`. Comments are kept. Offsets count in the
// text with LF line ends; lines and columns are those of any text.
std::vector<Token> tokenize(std::string_view text);

// The nodes refer to nothing outside the Ast.
Result<Ast> parse(const SourceText&, CompileMode = CompileMode::exec);

// What the import statements name, in the order of the text. Where a script puts a name together
// (importlib.import_module("plugins." + name)), any module of the package may be meant.
inline constexpr const char* every_module = "";
struct Import {
    std::string module;  // may be empty where level > 0
    uint32_t level = 0;  // dots in front
    std::vector<std::string> names;  // of `from`; each may be a module
};
std::vector<Import> imports(const Ast&);

// A tree as rows, from the top: a node follows what it is a field of, one deeper.
struct TreeNode {
    uint32_t depth = 0;
    std::string field;   // of the node above that it is in; empty: the tree's own
    std::string kind;    // as `ast` names it; empty: a part (`body`, `orelse`), whose nodes follow
    std::string detail;  // its name, constant or operator
    SourceRange range;   // line 0: a part has none
    bool statement = false;
};
std::vector<TreeNode> tree(const Ast&);

// Line `line` (from 1) of a source as bytes, without the spaces around it.
std::string source_line(const std::string& text, uint32_t line);

// The place of a syntax error as CPython prints it: file and line, the source line, the carets.
struct ShownPlace {
    std::string file_name;
    int64_t line = 0;
    int64_t offset = 0;                // from 1, in characters; 0: no carets
    int64_t end_line = 0, end_offset = 0;  // 0: not known
    std::optional<std::string> text;   // the source line, perhaps with its newline
    // CPython draws a range only for SyntaxError itself: one caret for its subclasses.
    bool draws_range = true;
};

std::string show_place(const ShownPlace&);

}  // namespace meada::lang
