// The tree as text, for the pipeline view and for tests: a node a line, named as in Python's `ast`.
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

class Dumper {
  public:
    void body(Statements list) {
        for (const Statement* s : list) statement(s);
    }
    void expression(const Expression* e);
    std::string out;

  private:
    void line(const char* kind, std::string_view detail, SourceRange range);
    void statement(const Statement* s);
    void clauses(const Statement* s);
    void expressions(Expressions items) {
        for (const Expression* item : items) expression(item);
    }
    void pattern(const Pattern* p);
    void parameters(const Parameters* p);
    void part(const char* name) { out.append(2 * depth_, ' ').append(name).append(":\n"); }

    size_t depth_ = 0;
};

void Dumper::line(const char* kind, std::string_view detail, SourceRange range) {
    out.append(2 * depth_, ' ').append(kind);
    if (!detail.empty()) out.append(" ").append(detail);
    out.append(" [" + std::to_string(range.line) + ":" + std::to_string(range.column) + "-" +
               std::to_string(range.end_line) + ":" + std::to_string(range.end_column) + "]\n");
}

std::string constant_detail(const Constant& value) {
    switch (value.kind) {
        case Constant::Kind::none:
            return "None";
        case Constant::Kind::true_value:
            return "True";
        case Constant::Kind::false_value:
            return "False";
        case Constant::Kind::ellipsis:
            return "...";
        case Constant::Kind::integer:
            return value.text;
        case Constant::Kind::floating:
            return std::to_string(value.number);
        case Constant::Kind::complex:
            return std::to_string(value.number) + "j";
        case Constant::Kind::bytes:
            return "b'...'";
        default:
            break;
    }
    // One line each: what a text holds is seen in the source.
    return "'" + value.text.substr(0, value.text.find('\n')) + "'";
}

void Dumper::expression(const Expression* e) {
    if (e == nullptr) return;
    std::string detail(e->name);
    if (e->kind == ExpressionKind::constant) detail = constant_detail(*e->constant);
    if (e->kind == ExpressionKind::unary) detail = unary_name(e->operation);
    if (e->kind == ExpressionKind::binary) detail = binary_name(e->operation);
    if (e->kind == ExpressionKind::bool_op) detail = e->operation == 0 ? "And" : "Or";
    line(name_of(e->kind), detail, e->range);
    ++depth_;
    parameters(e->parameters);
    expression(e->first);
    expression(e->second);
    expression(e->third);
    expressions(e->items);
    expressions(e->others);
    for (const Keyword& keyword : e->keywords) {
        line("keyword", keyword.name, keyword.range);
        ++depth_;
        expression(keyword.value);
        --depth_;
    }
    for (const Comprehension& clause : e->comprehensions) {
        part("comprehension");
        ++depth_;
        expression(clause.target);
        expression(clause.iterable);
        expressions(clause.conditions);
        --depth_;
    }
    --depth_;
}

void Dumper::parameters(const Parameters* p) {
    if (p == nullptr) return;
    const auto one = [&](const Parameter& parameter) {
        line("arg", parameter.name, parameter.range);
        ++depth_;
        expression(parameter.annotation);
        --depth_;
    };
    for (const auto& list : {p->positional_only, p->positional, p->keyword_only})
        for (const Parameter& parameter : list) one(parameter);
    if (p->var_positional != nullptr) one(*p->var_positional);
    if (p->var_keyword != nullptr) one(*p->var_keyword);
    expressions(p->defaults);
    expressions(p->keyword_defaults);
}

void Dumper::pattern(const Pattern* p) {
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

void Dumper::statement(const Statement* s) {
    std::string detail(s->name);
    if (s->kind == StatementKind::augmented_assign) detail = binary_name(s->operation);
    line(name_of(s->kind), detail, s->range);
    ++depth_;
    expressions(s->decorators);
    parameters(s->parameters);
    expression(s->target);
    expressions(s->items);
    expression(s->annotation);
    expression(s->value);
    expression(s->cause);
    for (const Keyword& keyword : s->keywords) expression(keyword.value);
    for (const Alias& alias : s->aliases) line("alias", alias.name, alias.range);
    for (const WithItem& item : s->with_items) {
        expression(item.context);
        expression(item.target);
    }
    clauses(s);
    --depth_;
}

void Dumper::clauses(const Statement* s) {
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

std::string dump(const Ast& ast) {
    Dumper dumper;
    dumper.body(ast.body);
    dumper.expression(ast.expression);
    return std::move(dumper.out);
}

}  // namespace meada::lang
