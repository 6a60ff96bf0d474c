#include "lang/lang.h"

#include "lang/compiler.h"
#include "lang/parser.h"
#include "lang/source.h"
#include "lang/symbols.h"

namespace meada::lang {
namespace {

Error error_of(const SyntaxError& error) {
    Error made{ErrorCode::syntax, {error.class_name, error.message}, error.range, {}};
    if (!error.line_text.empty()) made.arguments.push_back(error.line_text);
    return made;
}

Result<Ast> parse_with(const SourceText& source, CompileMode mode, std::vector<Warning>* warnings) {
    const PreparedSource prepared = prepare(source.text, source.name);
    if (prepared.error) return error_of(*prepared.error);
    Ast ast;
    ast.mode = mode;
    const std::string_view text = ast.arena->text(prepared.text);
    const Tokens tokens = scan(text);
    ParserInput input;
    input.text = text;
    input.tokens = &tokens;
    Parser parser(*ast.arena, input, warnings);
    const bool good = mode == CompileMode::exec ? parser.parse_file(ast.body)
                                                : parser.parse_expression_input(ast.expression);
    if (!good) return error_of(parser.error());
    return ast;
}

}  // namespace

Result<Ast> parse(const SourceText& source, CompileMode mode) {
    return parse_with(source, mode, nullptr);
}

Result<CodeUnit> compile(const SourceText& source, CompileMode mode,
                         std::vector<Warning>* warnings) {
    Result<Ast> parsed = parse_with(source, mode, warnings);
    if (!parsed) return parsed.error();
    Ast ast = *std::move(parsed);
    Symbols symbols;
    if (const auto error = check_future_imports(ast)) return error_of(*error);
    const bool future = has_future_annotations(ast);
    fold(ast, future);
    symbols = find_symbols(ast);
    if (symbols.error) return error_of(*symbols.error);
    CodeUnit unit;
    unit.file_name = source.name;
    Compiler compiler(ast, symbols, unit, warnings);
    compiler.compile_module();
    if (compiler.error()) return error_of(*compiler.error());
    return unit;
}

std::vector<Token> tokenize(std::string_view text) {
    return scan(with_lf_line_ends(text), Comments::keep).tokens;
}

}  // namespace meada::lang
