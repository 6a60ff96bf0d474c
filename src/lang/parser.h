// Tokens -> tree, by the rules of Python's grammar (the language reference, "Full Grammar
// specification"), as recursive descent: one function a rule. Only for parser*.cpp; others use
// lang.h.
//
// Every rule gives null (or false) and leaves the place as it was when it does not match. As
// CPython does, the whole text is parsed a second time if it is wrong: only then are the
// `invalid_` rules tried, which find the words for the error. An error stops everything: from then
// on no token matches.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/ast.h"
#include "lang/lang.h"
#include "lang/lexer.h"

namespace meada::lang {

struct EscapeResult;

// What a parser is to parse. Nested ones parse the expressions inside an f-string.
struct ParserInput {
    std::string_view text;  // owned by the arena
    const Tokens* tokens = nullptr;
    bool in_format_string = false;
    uint32_t shift_columns = 0;  // where the first line of an f-string's expression starts
    uint32_t format_depth = 0;
    bool from_file = false;  // as python3 reads a script
};

class Parser {
  public:
    Parser(Arena& arena, const ParserInput& input, std::vector<Warning>* warnings)
        : arena_(arena), input_(input), tokens_(input.tokens->tokens), warnings_(warnings) {}

    // False: error() says why.
    bool parse_file(Statements& body);
    bool parse_interactive(Statements& body, bool ends_line);
    bool parse_expression_input(Expression*& expression);
    bool parse_format_expression(Expression*& expression);
    const SyntaxError& error() const { return error_; }

  private:
    using Kind = TokenKind;
    enum class Targets : uint8_t { star, for_, del };
    enum class Rule : uint8_t {
        expression,
        disjunction,
        bitwise_or,
        star_expressions,
        star_named,
        invalid_named,
        block,
        primary,
        arguments,
        simple_statement,
        compound_statement,
    };
    struct Arguments {
        Expressions items;
        List<Keyword> keywords;
        SourceRange range;
    };
    struct ArgumentLists {
        std::vector<Expression*> items;
        std::vector<Keyword> keywords;
    };
    struct DictItem {
        Expression *key, *value;
    };
    struct ParameterLists {
        std::vector<Parameter> positional_only, positional, keyword_only;
        std::vector<Expression*> defaults, keyword_defaults;
        Parameter* var_positional = nullptr;
        Parameter* var_keyword = nullptr;
    };
    struct ClassPatternArguments {
        std::vector<Pattern*> patterns, keyword_patterns;
        std::vector<std::string_view> keyword_names;
    };
    struct Joiner;  // pieces of an f-string

    // Running
    template <typename Parse>
    bool run(Parse parse);
    void set_generic_error(size_t last_token);
    void prefer_lexer_error();

    // Tokens
    const Token& token();
    const Token& token_at(size_t index);
    Kind kind() { return token().kind; }
    bool at(Kind kind) { return token().kind == kind; }
    bool next_is(Kind kind) { return token_at(at_ + 1).kind == kind; }
    bool accept(Kind kind);
    bool expect_forced(Kind kind);
    bool at_word(std::string_view word) { return at(Kind::name) && text_of_token(token()) == word; }
    // Of a name: normalised, as identifiers are compared (NFKC).
    std::string_view text_of_token(const Token& t);
    const Token& previous() const { return tokens_[at_ - 1]; }
    bool back(size_t mark) {
        at_ = mark;
        return false;
    }
    SourceRange since(size_t mark) const;
    SourceRange cover(SourceRange first, SourceRange last) const;

    // Errors; all give null
    std::nullptr_t fail(std::string message, SourceRange range,
                        std::string class_name = "SyntaxError");
    std::nullptr_t fail_at_last_token(std::string message, std::string class_name = "SyntaxError");
    std::nullptr_t fail_from(const Expression* first, std::string message);
    std::nullptr_t fail_from(SourceRange first, std::string message);
    std::nullptr_t fail_target(Expression* target, Targets);
    std::nullptr_t fail_no_block(const std::string& what, size_t token_index);
    void warn(std::string class_name, std::string message, SourceRange range);
    bool too_deep();

    // Nodes
    Expression* node(ExpressionKind kind, size_t mark);
    Expression* node_between(ExpressionKind kind, SourceRange range);
    Expression* named(ExpressionKind kind, size_t mark, Expression* first);
    Expression* constant(Constant::Kind kind, size_t mark);
    Expression* tuple(const std::vector<Expression*>& items, size_t mark);
    Statement* statement_node(StatementKind kind, size_t mark);
    void set_context(Expression* target, Context context);

    // Remembers what a rule gave, only in the second pass, where rules are tried again and again.
    template <typename T, typename Parse>
    T* remember(Rule rule, Parse parse);

    // parser_expressions.cpp
    Expression* star_expressions();
    Expression* star_expression();
    Expression* star_named_expression();
    bool star_named_expressions(std::vector<Expression*>& items);
    Expression* assignment_expression();
    Expression* named_expression();
    Expression* expression();
    Expression* expression_unremembered();
    Expression* expression_without_invalid();
    Expression* genexp_element();
    Expression* yield_expression();
    Expression* disjunction();
    Expression* conjunction();
    Expression* inversion();
    Expression* comparison();
    bool comparison_operator(ComparisonKind& kind);
    Expression* bitwise_or();
    Expression* binary(int least_precedence);
    Expression* factor();
    Expression* power();
    Expression* await_primary();
    Expression* primary();
    Expression* annotated_rhs();
    bool expression_list(std::vector<Expression*>& items);

    // parser_atoms.cpp
    Expression* atom();
    Expression* name_atom();
    Expression* number();
    Expression* parenthesised();
    Expression* bracketed();
    Expression* braced();
    Expression* braced_once();
    Expression* dict_after(size_t mark, DictItem item);
    Expression* set_after(size_t mark, Expression* first);
    Expression* dict_rest(size_t mark);
    bool dict_item(DictItem& item, bool first);
    Expression* set_rest(size_t mark);
    bool comprehensions(std::vector<Comprehension>& clauses);
    Expression* comprehension(ExpressionKind kind, size_t mark, Expression* first,
                              Expression* second, Kind closing);
    bool at_comprehension();

    // parser_calls.cpp
    Expression* call(size_t mark, Expression* callee);
    Expression* slices();
    Expression* slice();
    Arguments* arguments();
    Arguments* argument_list();
    bool positional_argument(ArgumentLists& lists);
    bool keyword_argument(ArgumentLists& lists, bool stars_allowed);
    std::nullptr_t invalid_arguments();
    std::nullptr_t invalid_keyword_argument();

    // parser_strings.cpp
    Expression* strings();
    bool string_piece(Joiner& joiner, const Token& token);
    bool format_pieces(Joiner& joiner, std::string_view body, size_t& at, bool raw, uint32_t depth);
    bool format_literal(Joiner& joiner, std::string_view body, size_t& at, bool raw,
                        uint32_t depth);
    bool format_expression(Joiner& joiner, std::string_view body, size_t& at, bool raw,
                           uint32_t depth);
    bool scan_format_expression(std::string_view body, size_t& at);
    void flush(Joiner& joiner);
    bool decode_into(Joiner& joiner, std::string_view body, bool raw);
    bool accept_escapes(const Joiner& joiner, const EscapeResult& result);
    static bool ends_in_escape(std::string_view piece);
    Expression* compile_format_expression(const Joiner& joiner, std::string_view expression);
    bool conversion_of(std::string_view body, size_t& at, uint8_t& conversion);

    // parser_targets.cpp
    Expression* star_targets();
    Expression* star_target();
    bool is_star_target(const Expression* expression) const;
    bool is_single_target(const Expression* expression) const;
    bool delete_targets(std::vector<Expression*>& items);
    bool is_delete_target(const Expression* expression) const;

    // parser_statements.cpp
    bool statements(std::vector<Statement*>& body);
    bool statement(std::vector<Statement*>& body);
    bool simple_statements(std::vector<Statement*>& body);
    Statement* simple_statement();
    Statement* assignment_or_expression();
    Statement* annotated_assignment(size_t mark, Expression* target);
    Statement* augmented_assignment(size_t mark, Expression* target);
    Statement* plain_assignment(size_t mark, Expression* first);
    bool augmenting_operator(BinaryOperator& operation);
    Statement* return_statement();
    Statement* raise_statement();
    Statement* delete_statement();
    Statement* assert_statement();
    Statement* import_name();
    Statement* import_from();
    bool import_aliases(std::vector<Alias>& aliases);
    std::string_view dotted_name();
    Statement* scope_names(StatementKind kind);

    // parser_blocks.cpp
    Statement* compound_statement();
    bool block(Statements& body);
    Statement* if_statement();
    bool else_block(Statements& body);
    Statement* while_statement();
    Statement* for_statement();
    Statement* with_statement();
    bool with_items(std::vector<WithItem>& items, bool in_parentheses);
    bool with_item(WithItem& item);
    Statement* try_statement();
    bool except_block(ExceptHandler& handler, bool star);
    bool finally_block(Statements& body);
    Statement* decorated();
    Statement* function_definition(const std::vector<Expression*>& decorators);
    Statement* class_definition(const std::vector<Expression*>& decorators);
    Statement* async_statement();

    // parser_functions.cpp
    Parameters* parameters(bool lambda);
    bool parameter(Parameter& parameter, bool lambda, bool star_annotation = false);
    bool star_parameters(ParameterLists& lists, bool lambda);
    bool parameter_ends(bool lambda);
    Expression* default_value(bool lambda);
    Expression* lambda();
    bool parameter_no_default(bool lambda, SourceRange* range = nullptr);
    bool parameter_with_default(bool lambda);
    bool parameter_maybe_default(bool lambda);
    bool slash_parameters(bool lambda);
    void skip_parameters(bool lambda);
    std::nullptr_t invalid_parameters(bool lambda);
    std::nullptr_t invalid_star_parameters(bool lambda);
    std::nullptr_t invalid_double_star(bool lambda);

    // parser_patterns.cpp
    Statement* match_statement();
    Expression* subject();
    bool case_block(MatchCase& match_case);
    Pattern* patterns();
    Pattern* pattern();
    Pattern* or_pattern();
    Pattern* closed_pattern();
    Pattern* star_pattern();
    Pattern* maybe_star_pattern();
    bool maybe_sequence(std::vector<Pattern*>& items, bool& comma);
    Pattern* literal_pattern();
    Expression* literal_expression();
    Expression* signed_number();
    Pattern* name_or_class_pattern();
    Pattern* class_pattern(size_t mark, Expression* callee);
    Pattern* group_or_sequence();
    Pattern* mapping_pattern();
    bool mapping_item(Pattern& pattern, std::vector<Expression*>& keys,
                      std::vector<Pattern*>& values);
    Pattern* pattern_node(PatternKind kind, size_t mark);
    bool class_pattern_arguments(ClassPatternArguments& arguments);

    // parser_invalid.cpp
    std::nullptr_t invalid_expression();
    std::nullptr_t invalid_legacy_expression();
    std::nullptr_t invalid_named_expression();
    std::nullptr_t invalid_group();
    std::nullptr_t invalid_comprehension();
    std::nullptr_t invalid_dict_comprehension();
    std::nullptr_t invalid_double_starred();
    std::nullptr_t invalid_dict_item();
    std::nullptr_t invalid_assignment();
    Expression* annotated_collection();
    std::nullptr_t invalid_for_target();
    std::nullptr_t invalid_delete();
    std::nullptr_t invalid_with();
    std::nullptr_t invalid_try();
    std::nullptr_t invalid_except();

    // parser_invalid_blocks.cpp
    std::nullptr_t invalid_header(Kind keyword);
    std::nullptr_t invalid_for();
    std::nullptr_t invalid_function();
    std::nullptr_t invalid_class();
    std::nullptr_t invalid_match();
    std::nullptr_t invalid_case();

    Arena& arena_;
    ParserInput input_;
    const std::vector<Token>& tokens_;
    std::vector<Warning>* warnings_;
    size_t at_ = 0;
    size_t furthest_ = 0;  // last token looked at: where an error without a place is
    uint32_t depth_ = 0;
    bool repeating_ = false;    // the second parse of a wrong text
    bool second_pass_ = false;  // ... and `invalid_` rules are tried
    bool failed_ = false;
    bool failed_in_lexer_ = false;
    SyntaxError error_;
    struct KnownArgument {
        size_t start = 0, end = 0;
        Expression* node = nullptr;
    };
    KnownArgument known_argument_;  // the first argument of the call that is being parsed
    struct Remembered {
        void* node;
        size_t end;
    };
    std::unordered_map<uint64_t, Remembered> remembered_;

    friend struct DepthGuard;
};

// Counts how deep rules are nested: an error instead of a crash where they nest too deep.
struct DepthGuard {
    explicit DepthGuard(Parser& parser) : parser_(parser) { ++parser_.depth_; }
    ~DepthGuard() { --parser_.depth_; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

    Parser& parser_;
};

template <typename T, typename Parse>
T* Parser::remember(Rule rule, Parse parse) {
    if (failed_) return nullptr;
    if (!repeating_) return parse();
    // As in CPython what was found without the `invalid_` rules stands for with them too.
    const uint64_t key = static_cast<uint64_t>(at_) * 32 + static_cast<uint64_t>(rule);
    if (const auto found = remembered_.find(key); found != remembered_.end()) {
        if (found->second.node != nullptr) at_ = found->second.end;
        return static_cast<T*>(found->second.node);
    }
    T* node = parse();
    if (!failed_) remembered_[key] = {node, at_};
    return node;
}

const char* kind_name(const Expression* expression);  // as error messages call it

}  // namespace meada::lang
