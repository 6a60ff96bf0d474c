// The abstract syntax tree, shaped as Python's `ast` module shows it, so that what a learner
// reads in CPython's documentation is true here too. Plain structs in an arena that the Ast owns;
// a node lives as long as its Ast. One struct per family with a kind: each kind says which fields
// it uses.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/source_range.h"
#include "code/code_unit.h"

namespace meada::lang {

struct Expression;
struct Statement;
struct Pattern;
struct Parameters;

template <typename T>
using List = std::span<T>;
using Expressions = List<Expression*>;
using Statements = List<Statement*>;

enum class ExpressionKind : uint8_t {
    bool_op,      // operation: BoolOperator; items
    named,        // first := second
    binary,       // first, operation: BinaryOperator, second
    unary,        // operation: UnaryOperator, first
    lambda,       // parameters, first: body
    conditional,  // first if second else third  (first: test, second: body, third: orelse)
    dict,         // items: keys (null for **), others: values
    set,          // items
    list_comprehension,
    set_comprehension,
    generator,           // first, comprehensions
    dict_comprehension,  // first: key, second: value, comprehensions
    await,
    yield,
    yield_from,       // first (yield: may be null)
    compare,          // first, operators, items
    call,             // first, items, keywords
    formatted_value,  // first, operation: conversion character or 0, second: format spec or null
    joined_string,    // items
    constant,         // constant
    attribute,        // first, name
    subscript,        // first, second
    starred,          // first
    name,             // name
    list,
    tuple,  // items
    slice,  // first, second, third: each may be null
};

enum class Context : uint8_t { load, store, del };
enum class BoolOperator : uint8_t { and_, or_ };
enum class UnaryOperator : uint8_t { invert, not_, plus, minus };
enum class ComparisonKind : uint8_t {
    less,
    less_equal,
    equal,
    not_equal,
    greater,
    greater_equal,
    is,
    is_not,
    in,
    not_in,
};

struct Keyword {
    std::string_view name;  // empty for **value
    Expression* value = nullptr;
    SourceRange range;
};

struct Comprehension {
    Expression* target = nullptr;
    Expression* iterable = nullptr;
    Expressions conditions;
    bool is_async = false;
};

struct Expression {
    ExpressionKind kind = ExpressionKind::constant;
    Context context = Context::load;
    uint8_t operation = 0;
    bool unicode_prefix = false;  // constant: u'...'
    SourceRange range;
    std::string_view name;
    Expression* first = nullptr;
    Expression* second = nullptr;
    Expression* third = nullptr;
    Expressions items;
    Expressions others;
    List<ComparisonKind> operators;
    List<Keyword> keywords;
    List<Comprehension> comprehensions;
    const Constant* constant = nullptr;
    Parameters* parameters = nullptr;
};

struct Parameter {
    std::string_view name;
    Expression* annotation = nullptr;
    SourceRange range;
};

struct Parameters {
    List<Parameter> positional_only, positional, keyword_only;
    Parameter* var_positional = nullptr;
    Parameter* var_keyword = nullptr;
    Expressions defaults;          // of the last positional ones
    Expressions keyword_defaults;  // one each keyword_only; null: required
};

struct Alias {
    std::string_view name;
    std::string_view as_name;  // empty: none
    SourceRange range;
};

struct WithItem {
    Expression* context = nullptr;
    Expression* target = nullptr;  // may be null
};

struct ExceptHandler {
    Expression* type = nullptr;  // null: bare except
    std::string_view name;
    Statements body;
    SourceRange range;
};

struct MatchCase {
    Pattern* pattern = nullptr;
    Expression* guard = nullptr;
    Statements body;
};

enum class PatternKind : uint8_t {
    value,      // value
    singleton,  // constant
    sequence,   // patterns
    mapping,    // keys, patterns, name: rest
    class_,     // value: class, patterns, keyword_names, keyword_patterns
    star,       // name, empty for *_
    as,         // first may be null, name empty for _
    or_,        // patterns
};

struct Pattern {
    PatternKind kind = PatternKind::as;
    SourceRange range;
    Expression* value = nullptr;
    const Constant* constant = nullptr;
    Pattern* first = nullptr;
    std::string_view name;
    List<Pattern*> patterns;
    Expressions keys;
    List<std::string_view> keyword_names;
    List<Pattern*> keyword_patterns;
};

enum class StatementKind : uint8_t {
    function,
    async_function,  // name, parameters, body, decorators, value: returns
    class_,          // name, items: bases, keywords, body, decorators
    return_,
    delete_,  // value; items
    assign,
    augmented_assign,  // items: targets, value; target, operation, value
    annotated_assign,  // target, annotation, value may be null, simple
    for_,
    async_for,  // target, value: iterable, body, orelse
    while_,
    if_,  // value: test, body, orelse
    with,
    async_with,  // with_items, body
    match,       // value: subject, cases
    raise,       // value, cause
    try_,
    try_star,  // body, handlers, orelse, final_body
    assert_,   // value: test, cause: message
    import,
    import_from,  // aliases; name: module, level
    global,
    nonlocal,    // names
    expression,  // value
    pass,
    break_,
    continue_,
};

struct Statement {
    StatementKind kind = StatementKind::pass;
    uint8_t operation = 0;
    bool simple = false;
    uint32_t level = 0;
    SourceRange range;
    std::string_view name;
    Expression* value = nullptr;
    Expression* target = nullptr;
    Expression* annotation = nullptr;
    Expression* cause = nullptr;
    Expressions items;
    Expressions decorators;
    List<Keyword> keywords;
    Parameters* parameters = nullptr;
    Statements body, orelse, final_body;
    List<ExceptHandler> handlers;
    List<WithItem> with_items;
    List<MatchCase> cases;
    List<Alias> aliases;
    List<std::string_view> names;
};

// Memory for nodes, lists and names: freed as one, so nodes have no destructors.
class Arena {
  public:
    template <typename T>
    T* make(T value = {}) {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T), alignof(T))) T(value);
    }
    template <typename T>
    List<T> list(const std::vector<T>& values) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (values.empty()) return {};
        T* copy = static_cast<T*>(allocate(sizeof(T) * values.size(), alignof(T)));
        std::memcpy(static_cast<void*>(copy), values.data(), sizeof(T) * values.size());
        return {copy, values.size()};
    }
    std::string_view text(std::string_view value);
    const Constant* constant(Constant value) { return &constants_.emplace_back(std::move(value)); }

  private:
    void* allocate(size_t size, size_t alignment);

    static constexpr size_t block_size_bytes = 64 * 1024;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    size_t left_ = 0;
    std::deque<Constant> constants_;  // a deque: addresses stay
};

enum class CompileMode : uint8_t { exec, eval, single };  // single: as at a prompt

struct Ast {
    std::unique_ptr<Arena> arena = std::make_unique<Arena>();
    CompileMode mode = CompileMode::exec;
    Statements body;                   // exec, single
    Expression* expression = nullptr;  // eval
};

}  // namespace meada::lang
