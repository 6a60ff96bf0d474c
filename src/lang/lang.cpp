#include "lang/lang.h"

#include "base/utf8.h"

#include "lang/compiler.h"
#include "lang/parser.h"
#include "lang/source.h"
#include "lang/symbols.h"

namespace meada::lang {
namespace {

// Whose columns count bytes: the parser's, unless the text was decoded, and the compiler's.
enum class Columns : uint8_t { characters, bytes };

uint32_t shown_column(std::string_view line, uint32_t column, Columns columns) {
    if (columns == Columns::bytes || column > line.size()) return column;
    return static_cast<uint32_t>(count_code_points(line.substr(0, column)));
}

Error error_of(const SyntaxError& error, std::string_view text, Columns columns) {
    if (error.by_lexer) columns = Columns::characters;
    const SourceRange& range = error.range;
    const auto line_at = [&](uint32_t line) {
        if (!error.line_text.empty()) return std::string_view(error.line_text);
        return line == 0 ? std::string_view() : line_of(text, line);
    };
    const std::string_view line = line_at(range.line);
    const bool marked = range.line == 0 || range.end_line != 0;
    const int offset =
        marked ? static_cast<int>(shown_column(line, range.column, columns)) + 1 : 0;
    const int end_offset =
        error.end_offset.value_or(static_cast<int>(shown_column(line_at(range.end_line),
                                                                range.end_column, columns)) +
                                  1);
    return {ErrorCode::syntax,
            {error.class_name, error.message,
             std::string(line) + (error.without_newline || range.line == 0 ? "" : "\n"),
             std::to_string(offset), std::to_string(end_offset)},
            range,
            {}};
}

struct Parsed {
    Ast ast;
    std::string_view text;  // in the tree's arena
};

Result<Parsed> parse_with(const SourceText& source, CompileMode mode,
                          std::vector<Warning>* warnings) {
    const PreparedSource prepared =
        source.is_str ? prepare_str(source.text) : prepare(source.text, source.name);
    if (prepared.error) return error_of(*prepared.error, prepared.text, Columns::bytes);
    Parsed parsed;
    parsed.ast.mode = mode;
    parsed.text = parsed.ast.arena->text(prepared.text);
    const Tokens tokens = scan(parsed.text);
    ParserInput input;
    input.text = parsed.text;
    input.tokens = &tokens;
    input.from_file = source.has_file && !source.is_str;
    Parser parser(*parsed.ast.arena, input, warnings);
    bool good = false;
    switch (mode) {
        case CompileMode::exec: good = parser.parse_file(parsed.ast.body); break;
        case CompileMode::eval: good = parser.parse_expression_input(parsed.ast.expression); break;
        case CompileMode::single:
            good = parser.parse_interactive(parsed.ast.body, source.text.ends_with('\n'));
    }
    if (!good)
        return error_of(parser.error(), parsed.text,
                        source.is_str || prepared.encoding_named ? Columns::characters
                                                                 : Columns::bytes);
    return parsed;
}

}  // namespace

Result<Ast> parse(const SourceText& source, CompileMode mode) {
    Result<Parsed> parsed = parse_with(source, mode, nullptr);
    if (!parsed) return parsed.error();
    return std::move(parsed->ast);
}

Result<CodeUnit> compile(const SourceText& source, CompileMode mode,
                         std::vector<Warning>* warnings) {
    Result<Parsed> parsed = parse_with(source, mode, warnings);
    if (!parsed) return parsed.error();
    Ast& ast = parsed->ast;
    const auto failed = [&](const SyntaxError& error) {
        Error made = error_of(error, parsed->text, Columns::bytes);
        if (!source.has_file) made.arguments[2].clear();
        return made;
    };
    Symbols symbols;
    if (const auto error = check_future_imports(ast)) return failed(*error);
    const bool future = has_future_annotations(ast);
    fold(ast, future);
    symbols = find_symbols(ast);
    if (symbols.error) return failed(*symbols.error);
    CodeUnit unit;
    unit.file_name = source.name;
    Compiler compiler(ast, symbols, unit, warnings);
    compiler.compile_module();
    if (compiler.error()) return failed(*compiler.error());
    return unit;
}

std::vector<Token> tokenize(std::string_view text) {
    return scan(with_lf_line_ends(text), Comments::keep).tokens;
}

std::string source_line(const std::string& text, uint32_t line) {
    const std::string whole = with_lf_line_ends(text);
    std::string_view found = line_of(whole, line);
    while (!found.empty() && std::string_view(" \t\f").find(found.front()) != found.npos)
        found.remove_prefix(1);
    while (!found.empty() && std::string_view(" \t\f").find(found.back()) != found.npos)
        found.remove_suffix(1);
    return std::string(found);
}

}  // namespace meada::lang
