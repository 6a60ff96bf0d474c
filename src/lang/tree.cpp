// The tree as rows, for the pipeline view: a node a row, named as in Python's `ast`.
#include "lang/compiler.h"
#include "lang/lang.h"

namespace meada::lang {
namespace {

const char* name_of(ExpressionKind kind) {
    static constexpr const char* names[] = {
        "BoolOp",    "NamedExpr", "BinOp",   "UnaryOp",        "Lambda",    "IfExp",    "Dict",
        "Set",       "ListComp",  "SetComp", "GeneratorExp",   "DictComp",  "Await",    "Yield",
        "YieldFrom", "Compare",   "Call",    "FormattedValue", "JoinedStr", "Constant", "Attribute",
        "Subscript", "Starred",   "Name",    "List",           "Tuple",     "Slice"};
    return names[static_cast<uint8_t>(kind)];
}

const char* name_of(StatementKind kind) {
    static constexpr const char* names[] = {"FunctionDef", "AsyncFunctionDef",
                                            "ClassDef",    "Return",
                                            "Delete",      "Assign",
                                            "AugAssign",   "AnnAssign",
                                            "For",         "AsyncFor",
                                            "While",       "If",
                                            "With",        "AsyncWith",
                                            "Match",       "Raise",
                                            "Try",         "TryStar",
                                            "Assert",      "Import",
                                            "ImportFrom",  "Global",
                                            "Nonlocal",    "Expr",
                                            "Pass",        "Break",
                                            "Continue"};
    return names[static_cast<uint8_t>(kind)];
}

const char* name_of(PatternKind kind) {
    static constexpr const char* names[] = {"MatchValue",   "MatchSingleton", "MatchSequence",
                                            "MatchMapping", "MatchClass",     "MatchStar",
                                            "MatchAs",      "MatchOr"};
    return names[static_cast<uint8_t>(kind)];
}

const char* unary_name(uint8_t operation) {
    static constexpr const char* names[] = {"Invert", "Not", "UAdd", "USub"};
    return names[operation];
}

const char* binary_name(uint8_t operation) {
    static constexpr const char* names[] = {"Add",  "BitAnd", "FloorDiv", "LShift", "MatMult",
                                            "Mult", "Mod",    "BitOr",    "Pow",    "RShift",
                                            "Sub",  "Div",    "BitXor"};
    return names[operation];
}

const char* comparison_name(ComparisonKind kind) {
    static constexpr const char* names[] = {"Lt",  "LtE", "Eq",    "NotEq", "Gt",
                                            "GtE", "Is",  "IsNot", "In",    "NotIn"};
    return names[static_cast<uint8_t>(kind)];
}

// What `ast` calls an expression's fields: first, second, third, items.
struct ExpressionFields {
    const char *first, *second, *third, *items;
};
ExpressionFields fields_of(ExpressionKind kind) {
    static constexpr ExpressionFields fields[] = {
        {"", "", "", "values"},                // BoolOp
        {"target", "value", "", ""},           // NamedExpr
        {"left", "right", "", ""},             // BinOp
        {"operand", "", "", ""},               // UnaryOp
        {"body", "", "", ""},                  // Lambda
        {"test", "body", "orelse", ""},        // IfExp
        {"", "", "", "keys"},                  // Dict
        {"", "", "", "elts"},                  // Set
        {"elt", "", "", ""},                   // ListComp
        {"elt", "", "", ""},                   // SetComp
        {"elt", "", "", ""},                   // GeneratorExp
        {"key", "value", "", ""},              // DictComp
        {"value", "", "", ""},                 // Await
        {"value", "", "", ""},                 // Yield
        {"value", "", "", ""},                 // YieldFrom
        {"left", "", "", "comparators"},       // Compare
        {"func", "", "", "args"},              // Call
        {"value", "format_spec", "", ""},      // FormattedValue
        {"", "", "", "values"},                // JoinedStr
        {"", "", "", ""},                      // Constant
        {"value", "", "", ""},                 // Attribute
        {"value", "slice", "", ""},            // Subscript
        {"value", "", "", ""},                 // Starred
        {"", "", "", ""},                      // Name
        {"", "", "", "elts"},                  // List
        {"", "", "", "elts"},                  // Tuple
        {"lower", "upper", "step", ""},        // Slice
    };
    return fields[static_cast<uint8_t>(kind)];
}

// And a statement's: value, cause, items.
struct StatementFields {
    const char *value = "value", *cause = "cause", *items = "targets";
};
StatementFields fields_of(StatementKind kind) {
    switch (kind) {
        case StatementKind::function:
        case StatementKind::async_function: return {"returns", "", ""};
        case StatementKind::class_: return {"", "", "bases"};
        case StatementKind::for_:
        case StatementKind::async_for: return {"iter", "", ""};
        case StatementKind::while_:
        case StatementKind::if_: return {"test", "", ""};
        case StatementKind::match: return {"subject", "", ""};
        case StatementKind::raise: return {"exc", "cause", ""};
        case StatementKind::assert_: return {"test", "msg", ""};
        default: return {};
    }
}

class Walker {
  public:
    void body(Statements list) {
        for (const Statement* s : list) statement(s);
    }
    void expression(const Expression* e, const char* field = "");
    std::vector<TreeNode> out;

  private:
    void line(const char* kind, std::string_view detail, SourceRange range,
              const char* field = "") {
        out.push_back({depth_, field, kind, std::string(detail), range, false});
    }
    void statement(const Statement* s);
    void clauses(const Statement* s);
    void expressions(Expressions items, const char* field = "") {
        for (const Expression* item : items) expression(item, field);
    }
    void pattern(const Pattern* p);
    void parameters(const Parameters* p);
    void part(const char* name) { out.push_back({depth_, name, {}, {}, {}, false}); }

    uint32_t depth_ = 0;
};

std::string constant_detail(const Constant& value) {
    constexpr size_t size_most = 80;  // bytes: what a long text holds is seen in the source
    std::string text = constant_text(value);
    if (text.size() <= size_most) return text;
    size_t size = size_most;
    while ((text[size] & 0xc0) == 0x80) --size;
    return text.substr(0, size) + "…";
}

void Walker::expression(const Expression* e, const char* field) {
    if (e == nullptr) return;
    std::string detail(e->name);
    if (e->kind == ExpressionKind::constant) detail = constant_detail(*e->constant);
    if (e->kind == ExpressionKind::unary) detail = unary_name(e->operation);
    if (e->kind == ExpressionKind::binary) detail = binary_name(e->operation);
    if (e->kind == ExpressionKind::bool_op) detail = e->operation == 0 ? "And" : "Or";
    for (const ComparisonKind kind : e->operators) {
        if (!detail.empty()) detail += ", ";
        detail += comparison_name(kind);
    }
    line(name_of(e->kind), detail, e->range, field);
    ++depth_;
    const ExpressionFields fields = fields_of(e->kind);
    parameters(e->parameters);
    expression(e->first, fields.first);
    expression(e->second, fields.second);
    expression(e->third, fields.third);
    expressions(e->items, fields.items);
    expressions(e->others, "values");
    for (const Keyword& keyword : e->keywords) {
        line("keyword", keyword.name, keyword.range);
        ++depth_;
        expression(keyword.value);
        --depth_;
    }
    for (const Comprehension& clause : e->comprehensions) {
        part("comprehension");
        ++depth_;
        expression(clause.target, "target");
        expression(clause.iterable, "iter");
        expressions(clause.conditions, "ifs");
        --depth_;
    }
    --depth_;
}

void Walker::parameters(const Parameters* p) {
    if (p == nullptr) return;
    const auto one = [&](const Parameter& parameter) {
        line("arg", parameter.name, parameter.range);
        ++depth_;
        expression(parameter.annotation, "annotation");
        --depth_;
    };
    for (const auto& list : {p->positional_only, p->positional, p->keyword_only})
        for (const Parameter& parameter : list) one(parameter);
    if (p->var_positional != nullptr) one(*p->var_positional);
    if (p->var_keyword != nullptr) one(*p->var_keyword);
    expressions(p->defaults, "defaults");
    expressions(p->keyword_defaults, "kw_defaults");
}

void Walker::pattern(const Pattern* p) {
    if (p == nullptr) return;
    line(name_of(p->kind), p->name, p->range);
    ++depth_;
    expression(p->value);
    pattern(p->first);
    expressions(p->keys);
    for (const Pattern* item : p->patterns) pattern(item);
    for (const Pattern* item : p->keyword_patterns) pattern(item);
    --depth_;
}

void Walker::statement(const Statement* s) {
    std::string detail(s->name);
    if (s->kind == StatementKind::augmented_assign) detail = binary_name(s->operation);
    line(name_of(s->kind), detail, s->range);
    out.back().statement = true;
    ++depth_;
    const StatementFields fields = fields_of(s->kind);
    expressions(s->decorators, "decorator_list");
    parameters(s->parameters);
    expression(s->target, "target");
    expressions(s->items, fields.items);
    expression(s->annotation, "annotation");
    expression(s->value, fields.value);
    expression(s->cause, fields.cause);
    for (const Keyword& keyword : s->keywords) expression(keyword.value, "keywords");
    for (const Alias& alias : s->aliases) line("alias", alias.name, alias.range);
    for (const WithItem& item : s->with_items) {
        expression(item.context, "context_expr");
        expression(item.target, "optional_vars");
    }
    clauses(s);
    --depth_;
}

void Walker::clauses(const Statement* s) {
    const auto block = [&](const char* name, Statements list) {
        if (list.empty()) return;
        part(name);
        ++depth_;
        body(list);
        --depth_;
    };
    block("body", s->body);
    for (const ExceptHandler& handler : s->handlers) {
        line("ExceptHandler", handler.name, handler.range);
        ++depth_;
        expression(handler.type);
        body(handler.body);
        --depth_;
    }
    for (const MatchCase& match_case : s->cases) {
        part("match_case");
        ++depth_;
        pattern(match_case.pattern);
        expression(match_case.guard);
        body(match_case.body);
        --depth_;
    }
    block("orelse", s->orelse);
    block("finalbody", s->final_body);
}

}  // namespace

std::vector<TreeNode> tree(const Ast& ast) {
    Walker walker;
    walker.body(ast.body);
    walker.expression(ast.expression);
    return std::move(walker.out);
}

}  // namespace meada::lang
