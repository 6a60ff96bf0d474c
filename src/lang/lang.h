// From source text to code unit, in the steps that the pipeline view shows:
// text -> tokens -> tree -> code. Everything is CPython 3.11's: grammar, messages, instructions.
#pragma once

#include <memory>
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
};

// A warning that does not stop the program: class name, message, place.
struct Warning {
    std::string class_name, message;
    SourceRange range;
};

// Errors have ErrorCode::syntax with {class name, message} and, where the line that Python shows
// is not a line of the source (inside an f-string), that line as third argument. Columns count
// bytes of the line's UTF-8. Line 0: Python shows no line.
Result<CodeUnit> compile(const SourceText&, CompileMode = CompileMode::exec,
                         std::vector<Warning>* warnings = nullptr);

// Never fails: an error is the last token, of kind `error`. Comments are kept. Offsets count in the
// text with LF line ends; lines and columns are those of any text.
std::vector<Token> tokenize(std::string_view text);

// The nodes refer to nothing outside the Ast.
Result<Ast> parse(const SourceText&, CompileMode = CompileMode::exec);

// The tree as text, a node a line, indented by depth, as `ast.dump` names things.
std::string dump(const Ast&);

}  // namespace meada::lang
