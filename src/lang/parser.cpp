#include "lang/parser.h"

#include "lang/unicode.h"

namespace meada::lang {
namespace {

constexpr uint32_t parser_depth_max = 1500;
const Token stopped{TokenKind::error, 0, 0, 0, {}};

}  // namespace

// --- running: two passes -------------------------------------------------------------------

template <typename Parse>
bool Parser::run(Parse parse) {
    if (parse()) return true;
    const size_t last_token = furthest_;
    if (failed_) {
        if (!failed_in_lexer_) prefer_lexer_error();
        return false;
    }
    repeating_ = second_pass_ = true;
    at_ = 0;
    depth_ = 0;
    parse();
    if (failed_) {
        if (!failed_in_lexer_) prefer_lexer_error();
        return false;
    }
    set_generic_error(last_token);
    if (error_.class_name == "SyntaxError") prefer_lexer_error();
    return false;
}

bool Parser::parse_file(Statements& body) {
    return run([&] {
        std::vector<Statement*> parsed;
        statements(parsed);
        if (failed_ || !accept(Kind::end_marker)) return false;
        body = arena_.list(parsed);
        return true;
    });
}

// A compound statement, or simple ones on one line.
bool Parser::parse_interactive(Statements& body, bool ends_line) {
    return run([&] {
        std::vector<Statement*> parsed;
        if (Statement* compound = compound_statement()) {
            // One that is written on a line is ended by one more line end, as at a prompt.
            const bool on_a_line = previous().kind == Kind::newline;
            if (!at(Kind::end_marker) || (on_a_line && !ends_line)) return false;
            parsed.push_back(compound);
        } else if (failed_ || !simple_statements(parsed)) {
            return false;
        } else if (!at(Kind::end_marker)) {
            const SourceRange end = previous().range;
            if (!failed_)
                fail("multiple statements found while compiling a single statement",
                     SourceRange{end.line, end.line, end.column, end.column});
            return false;
        }
        body = arena_.list(parsed);
        return true;
    });
}

bool Parser::parse_expression_input(Expression*& expression) {
    return run([&] {
        std::vector<Expression*> items;
        const size_t mark = at_;
        if (!expression_list(items)) return false;
        expression =
            items.size() == 1 && previous().kind != Kind::comma ? items[0] : tuple(items, mark);
        while (accept(Kind::newline)) {
        }
        return accept(Kind::end_marker);
    });
}

bool Parser::parse_format_expression(Expression*& expression) {
    return run([&] {
        expression = star_expressions();
        return expression != nullptr;
    });
}

void Parser::set_generic_error(size_t last_token) {
    const Token& last = tokens_[last_token];
    if (last.kind == Kind::indent || last.kind == Kind::dedent) {
        fail_at_last_token(last.kind == Kind::indent ? "unexpected indent" : "unexpected unindent",
                           "IndentationError");
    } else {
        // The end of the text has no column, whatever the lexer put there for other errors.
        fail("invalid syntax", last.kind == Kind::end_marker
                                   ? SourceRange{last.range.line, last.range.end_line, 0, 0}
                                   : last.range);
    }
}

// What the lexer finds wrong further on is the likelier cause of an error here; so is a bracket
// that was opened on an earlier line and never closed.
void Parser::prefer_lexer_error() {
    if (tokens_.back().kind != Kind::error) return;
    const Tokens& lexed = *input_.tokens;
    if (lexed.likely_cause) {
        error_ = lexed.error;
    } else if (!lexed.open_brackets.empty() &&
               tokens_[furthest_].range.line > lexed.open_brackets.back().line) {
        error_ = never_closed(lexed.open_brackets.back());
    }
}

// --- tokens ---------------------------------------------------------------------------------

const Token& Parser::token() { return token_at(at_); }

const Token& Parser::token_at(size_t index) {
    if (failed_) return stopped;
    index = std::min(index, tokens_.size() - 1);
    furthest_ = std::max(furthest_, index);
    const Token& found = tokens_[index];
    if (found.kind == Kind::error) {
        const SyntaxError& error = input_.tokens->error;
        failed_in_lexer_ = true;
        const bool first = !failed_;
        fail(error.message, error.range, error.class_name);
        if (first && !input_.in_format_string) error_ = error;
    }
    return found;
}

std::string_view Parser::text_of_token(const Token& t) {
    const std::string_view text = input_.text.substr(t.offset, t.size);
    return t.kind != Kind::name || is_ascii(text) ? text : arena_.text(normalised(text));
}

bool Parser::accept(Kind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
}

bool Parser::expect_forced(Kind kind) {
    if (accept(kind)) return true;
    if (!failed_) fail("expected '" + std::string(text_of(kind)) + "'", token().range);
    return false;
}

SourceRange Parser::since(size_t mark) const {
    // A block ends with its last statement, not with what follows on later lines.
    size_t last = at_ > mark ? at_ - 1 : mark;
    const auto is_blank = [](Kind kind) {
        return kind == Kind::newline || kind == Kind::indent || kind == Kind::dedent ||
               kind == Kind::end_marker;
    };
    while (last > mark && is_blank(tokens_[last].kind)) --last;
    return cover(tokens_[mark].range, tokens_[last].range);
}

SourceRange Parser::cover(SourceRange first, SourceRange last) const {
    return {first.line, last.end_line, first.column, last.end_column};
}

// --- errors ---------------------------------------------------------------------------------

std::nullptr_t Parser::fail(std::string message, SourceRange range, std::string class_name) {
    if (failed_) return nullptr;
    failed_ = true;
    error_ = {std::move(class_name), std::move(message), range, {}};
    if (!input_.in_format_string) return nullptr;
    // CPython shows the expression alone, in parentheses.
    if (!failed_in_lexer_) error_.message = "f-string: " + error_.message;
    const uint32_t first_line = tokens_.front().range.line;
    if (range.line == first_line)
        error_.range.column -= std::min(error_.range.column, input_.shift_columns);
    if (range.end_line == first_line)
        error_.range.end_column -= std::min(error_.range.end_column, input_.shift_columns);
    error_.line_text = std::string(input_.text.substr(0, input_.text.size() - 1));
    return nullptr;
}

std::nullptr_t Parser::fail_at_last_token(std::string message, std::string class_name) {
    const Token& last = tokens_[furthest_];
    const bool first = !failed_;
    fail(std::move(message), last.range, std::move(class_name));
    // Tokens that are no text have no end, and that of a file's end is nowhere.
    if (!first) return nullptr;
    const bool at_end = last.kind == Kind::end_marker;
    if (at_end || last.kind == Kind::indent || last.kind == Kind::dedent) error_.end_offset = -1;
    if (at_end && input_.from_file) error_.range.end_line = 0;
    return nullptr;
}

std::nullptr_t Parser::fail_from(const Expression* first, std::string message) {
    return fail_from(first->range, std::move(message));
}

std::nullptr_t Parser::fail_from(SourceRange first, std::string message) {
    // CPython's end of "up to here" is one short of the last token.
    SourceRange range = cover(first, tokens_[furthest_].range);
    if (range.end_column > 0) --range.end_column;
    return fail(std::move(message), range);
}

std::nullptr_t Parser::fail_no_block(const std::string& what, size_t token_index) {
    return fail_at_last_token("expected an indented block after " + what + " on line " +
                                  std::to_string(tokens_[token_index].range.line),
                              "IndentationError");
}

void Parser::warn(std::string class_name, std::string message, SourceRange range) {
    if (warnings_ != nullptr && !repeating_)
        warnings_->push_back({std::move(class_name), std::move(message), range});
}

bool Parser::too_deep() {
    if (depth_ < parser_depth_max) return failed_;
    fail("too many nested expressions or statements", tokens_[at_].range, "MemoryError");
    return true;
}

// --- nodes ----------------------------------------------------------------------------------

Expression* Parser::node(ExpressionKind kind, size_t mark) {
    return node_between(kind, since(mark));
}

Expression* Parser::node_between(ExpressionKind kind, SourceRange range) {
    Expression* made = arena_.make<Expression>();
    made->kind = kind;
    made->range = range;
    return made;
}

Expression* Parser::named(ExpressionKind kind, size_t mark, Expression* first) {
    Expression* made = node(kind, mark);
    made->first = first;
    return made;
}

Expression* Parser::constant(Constant::Kind kind, size_t mark) {
    Expression* made = node(ExpressionKind::constant, mark);
    Constant value;
    value.kind = kind;
    made->constant = arena_.constant(std::move(value));
    return made;
}

Expression* Parser::tuple(const std::vector<Expression*>& items, size_t mark) {
    Expression* made = node(ExpressionKind::tuple, mark);
    made->items = arena_.list(items);
    return made;
}

Statement* Parser::statement_node(StatementKind kind, size_t mark) {
    Statement* made = arena_.make<Statement>();
    made->kind = kind;
    made->range = since(mark);
    return made;
}

void Parser::set_context(Expression* target, Context context) {
    target->context = context;
    if (target->kind == ExpressionKind::starred) set_context(target->first, context);
    if (target->kind == ExpressionKind::tuple || target->kind == ExpressionKind::list)
        for (Expression* item : target->items) set_context(item, context);
}

const char* kind_name(const Expression* expression) {
    switch (expression->kind) {
        case ExpressionKind::attribute:
            return "attribute";
        case ExpressionKind::subscript:
            return "subscript";
        case ExpressionKind::starred:
            return "starred";
        case ExpressionKind::name:
            return "name";
        case ExpressionKind::list:
            return "list";
        case ExpressionKind::tuple:
            return "tuple";
        case ExpressionKind::lambda:
            return "lambda";
        case ExpressionKind::call:
            return "function call";
        case ExpressionKind::bool_op:
        case ExpressionKind::binary:
        case ExpressionKind::unary:
            return "expression";
        case ExpressionKind::generator:
            return "generator expression";
        case ExpressionKind::yield:
        case ExpressionKind::yield_from:
            return "yield expression";
        case ExpressionKind::await:
            return "await expression";
        case ExpressionKind::list_comprehension:
            return "list comprehension";
        case ExpressionKind::set_comprehension:
            return "set comprehension";
        case ExpressionKind::dict_comprehension:
            return "dict comprehension";
        case ExpressionKind::dict:
            return "dict literal";
        case ExpressionKind::set:
            return "set display";
        case ExpressionKind::joined_string:
        case ExpressionKind::formatted_value:
            return "f-string expression";
        case ExpressionKind::compare:
            return "comparison";
        case ExpressionKind::conditional:
            return "conditional expression";
        case ExpressionKind::named:
            return "named expression";
        case ExpressionKind::slice:
            return "slice";
        case ExpressionKind::constant:
            break;
    }
    switch (expression->constant->kind) {
        case Constant::Kind::none:
            return "None";
        case Constant::Kind::true_value:
            return "True";
        case Constant::Kind::false_value:
            return "False";
        case Constant::Kind::ellipsis:
            return "ellipsis";
        default:
            return "literal";
    }
}

}  // namespace meada::lang
