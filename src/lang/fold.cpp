// Folding over the tree, as CPython's ast_opt.c: constants, `not` over a test, containers that
// nobody can change, and "%s" % (x,).
#include "lang/compiler.h"
#include "lang/fold_values.h"

namespace meada::lang {
namespace {

using EK = ExpressionKind;

class Folder {
  public:
    Folder(Arena& arena, bool keep_annotations)
        : arena_(arena), keep_annotations_(keep_annotations) {}

    void body_with_docstring(Statements body) {
        const bool before = starts_with_text(body);
        visit(body);
        if (before || !starts_with_text(body)) return;
        // Folded into a text only now: not a docstring.
        Expression* value = body[0]->value;
        Expression* copy = arena_.make<Expression>(*value);
        value->kind = EK::joined_string;
        value->items = arena_.list(std::vector<Expression*>{copy});
    }
    void visit(Expression* e);

  private:
    static bool starts_with_text(Statements body) {
        return !body.empty() && body[0]->kind == StatementKind::expression &&
               body[0]->value->kind == EK::constant &&
               body[0]->value->constant->kind == Constant::Kind::text;
    }
    void visit(Statements body) {
        for (Statement* s : body) visit(s);
    }
    void visit(Expressions items) {
        for (Expression* item : items) visit(item);
    }
    void visit(Statement* s);
    void visit(Parameters* p);
    void visit(Pattern* p);
    void annotation(Expression* e) {
        if (!keep_annotations_) visit(e);
    }
    void replace(Expression* e, std::optional<Constant> value);
    void unary(Expression* e);
    void binary(Expression* e);
    void compare(Expression* e);
    void tuple(Expression* e);
    void iterable(Expression* e);
    bool format(Expression* e);
    bool format_parts(std::string_view text, const Expression* e, std::vector<Expression*>& parts);
    Expression* format_argument(std::string_view text, size_t& at, Expression* argument);
    Expression* text_node(std::string text, SourceRange range);

    Arena& arena_;
    bool keep_annotations_;
    uint32_t depth_ = 0;
};

bool is_constant(const Expression* e) { return e->kind == EK::constant; }

bool all_folded(Expressions items) {
    for (const Expression* item : items)
        if (!is_constant(item)) return false;
    return true;
}

void Folder::replace(Expression* e, std::optional<Constant> value) {
    if (!value) return;
    e->kind = EK::constant;
    e->constant = arena_.constant(std::move(*value));
    e->unicode_prefix = false;
}

void Folder::visit(Statement* s) {
    if (s->kind == StatementKind::function || s->kind == StatementKind::async_function ||
        s->kind == StatementKind::class_)
        body_with_docstring(s->body);
    else
        visit(s->body);
    if (s->kind == StatementKind::function || s->kind == StatementKind::async_function)
        annotation(s->value);
    else
        visit(s->value);
    visit(s->target);
    annotation(s->annotation);
    visit(s->cause);
    visit(s->items);
    visit(s->decorators);
    for (const Keyword& keyword : s->keywords) visit(keyword.value);
    visit(s->parameters);
    visit(s->orelse);
    visit(s->final_body);
    for (const ExceptHandler& handler : s->handlers) {
        visit(handler.type);
        visit(handler.body);
    }
    for (const WithItem& item : s->with_items) {
        visit(item.context);
        visit(item.target);
    }
    for (const MatchCase& match_case : s->cases) {
        visit(match_case.pattern);
        visit(match_case.guard);
        visit(match_case.body);
    }
    if (s->kind == StatementKind::for_) iterable(s->value);
}

void Folder::visit(Parameters* p) {
    if (p == nullptr) return;
    for (const auto& list : {p->positional_only, p->positional, p->keyword_only})
        for (const Parameter& parameter : list) annotation(parameter.annotation);
    if (p->var_positional != nullptr) annotation(p->var_positional->annotation);
    if (p->var_keyword != nullptr) annotation(p->var_keyword->annotation);
    visit(p->defaults);
    visit(p->keyword_defaults);
}

void Folder::visit(Pattern* p) {
    if (p == nullptr) return;
    visit(p->value);
    visit(p->first);
    visit(p->keys);
    for (Pattern* pattern : p->patterns) visit(pattern);
    for (Pattern* pattern : p->keyword_patterns) visit(pattern);
}

void Folder::visit(Expression* e) {
    if (e == nullptr || depth_ >= nesting_max) return;
    ++depth_;
    visit(e->first);
    visit(e->second);
    visit(e->third);
    visit(e->items);
    visit(e->others);
    for (const Keyword& keyword : e->keywords) visit(keyword.value);
    visit(e->parameters);
    for (const Comprehension& clause : e->comprehensions) {
        visit(clause.target);
        visit(clause.iterable);
        visit(clause.conditions);
        iterable(clause.iterable);
    }
    switch (e->kind) {
        case EK::unary:
            unary(e);
            break;
        case EK::binary:
            binary(e);
            break;
        case EK::compare:
            compare(e);
            break;
        case EK::tuple:
            tuple(e);
            break;
        case EK::subscript:
            if (e->context == Context::load && is_constant(e->first) && is_constant(e->second))
                replace(e, fold_subscript(*e->first->constant, *e->second->constant));
            break;
        case EK::name:
            if (e->context == Context::load && e->name == "__debug__") {
                Constant value;
                value.kind = Constant::Kind::true_value;
                replace(e, value);
            }
            break;
        default:
            break;
    }
    --depth_;
}

void Folder::unary(Expression* e) {
    const auto operation = static_cast<UnaryOperator>(e->operation);
    Expression* operand = e->first;
    if (is_constant(operand)) return replace(e, fold_unary(operation, *operand->constant));
    // `not a in b` is `a not in b`: the opposite of the test itself.
    if (operation != UnaryOperator::not_ || operand->kind != EK::compare ||
        operand->operators.size() != 1)
        return;
    ComparisonKind& kind = operand->operators[0];
    switch (kind) {
        case ComparisonKind::is:
            kind = ComparisonKind::is_not;
            break;
        case ComparisonKind::is_not:
            kind = ComparisonKind::is;
            break;
        case ComparisonKind::in:
            kind = ComparisonKind::not_in;
            break;
        case ComparisonKind::not_in:
            kind = ComparisonKind::in;
            break;
        default:
            return;
    }
    const SourceRange range = operand->range;
    *e = *operand;
    e->range = range;
}

void Folder::binary(Expression* e) {
    if (static_cast<BinaryOperator>(e->operation) == BinaryOperator::remainder && format(e)) return;
    if (!is_constant(e->first) || !is_constant(e->second)) return;
    replace(e, fold_binary(static_cast<BinaryOperator>(e->operation), *e->first->constant,
                           *e->second->constant));
}

void Folder::compare(Expression* e) {
    const ComparisonKind last = e->operators.back();
    if (last == ComparisonKind::in || last == ComparisonKind::not_in) iterable(e->items.back());
}

void Folder::tuple(Expression* e) {
    if (e->context != Context::load || !all_folded(e->items)) return;
    Constant value;
    value.kind = Constant::Kind::tuple;
    for (const Expression* item : e->items) value.items.push_back(*item->constant);
    replace(e, value);
}

// A list or set that is only walked or searched need not be changeable.
void Folder::iterable(Expression* e) {
    if (e->kind == EK::list) {
        for (const Expression* item : e->items)
            if (item->kind == EK::starred) return;
        e->kind = EK::tuple;
        return tuple(e);
    }
    if (e->kind != EK::set || !all_folded(e->items)) return;
    Constant value;
    value.kind = Constant::Kind::frozen_set;
    for (const Expression* item : e->items) add_set_item(value, *item->constant);
    replace(e, value);
}

// --- "%s" % (x,) --------------------------------------------------------------------------------

Expression* Folder::text_node(std::string text, SourceRange range) {
    Constant value;
    value.kind = Constant::Kind::text;
    value.text = std::move(text);
    Expression* made = arena_.make<Expression>();
    made->range = range;
    replace(made, value);
    return made;
}

bool Folder::format(Expression* e) {
    const Expression* left = e->first;
    if (!is_constant(left) || left->constant->kind != Constant::Kind::text ||
        e->second->kind != EK::tuple)
        return false;
    for (const Expression* item : e->second->items)
        if (item->kind == EK::starred) return false;
    std::vector<Expression*> parts;
    if (!format_parts(left->constant->text, e, parts)) return false;
    e->kind = EK::joined_string;
    e->items = arena_.list(parts);
    return true;
}

bool Folder::format_parts(std::string_view text, const Expression* e,
                          std::vector<Expression*>& parts) {
    size_t at = 0, used = 0;
    for (;;) {
        std::string literal;
        while (at < text.size()) {
            if (text[at] == '%') {
                if (at + 1 >= text.size() || text[at + 1] != '%') break;
                ++at;
            }
            literal.push_back(text[at++]);
        }
        if (!literal.empty()) parts.push_back(text_node(std::move(literal), SourceRange{}));
        if (at >= text.size()) break;
        if (used >= e->second->items.size()) return false;
        ++at;
        Expression* part = format_argument(text, at, e->second->items[used++]);
        if (part == nullptr) return false;
        parts.push_back(part);
    }
    return used == e->second->items.size();
}

Expression* Folder::format_argument(std::string_view text, size_t& at, Expression* argument) {
    bool left = false;
    while (at < text.size() && std::string_view("-+ #0").find(text[at]) != std::string_view::npos)
        left |= text[at++] == '-';
    const auto number = [&](std::string& digits) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') digits += text[at++];
        return digits.size() < 3;
    };
    std::string width, precision, specification;
    if (!number(width)) return nullptr;
    bool precise = false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        precise = true;
        if (!number(precision)) return nullptr;
        if (precision.empty()) precision = "0";
    }
    if (at >= text.size()) return nullptr;
    const char kind = text[at++];
    if (kind != 's' && kind != 'r' && kind != 'a') return nullptr;
    const auto plain = [](const std::string& digits) {
        const size_t first = digits.find_first_not_of('0');
        return first == std::string::npos ? std::string("0") : digits.substr(first);
    };
    if (!width.empty()) {
        if (!left && plain(width) != "0") specification += ">";
        specification += plain(width);
    }
    if (precise) specification += "." + plain(precision);
    Expression* made = arena_.make<Expression>();
    made->kind = EK::formatted_value;
    made->range = argument->range;
    made->first = argument;
    made->operation = static_cast<uint8_t>(kind);
    if (!specification.empty()) made->second = text_node(specification, argument->range);
    return made;
}

}  // namespace

void fold(Ast& ast, bool keep_annotations) {
    Folder folder(*ast.arena, keep_annotations);
    folder.body_with_docstring(ast.body);
    if (ast.expression != nullptr) folder.visit(ast.expression);
}

}  // namespace meada::lang
