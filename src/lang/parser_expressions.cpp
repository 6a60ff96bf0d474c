// Expressions, from the loosest binding to the tightest.
#include "lang/parser.h"

namespace meada::lang {

Expression* Parser::star_expressions() {
    return remember<Expression>(Rule::star_expressions, [&]() -> Expression* {
        const size_t mark = at_;
        Expression* first = star_expression();
        if (first == nullptr || !at(Kind::comma)) return first;
        std::vector<Expression*> items{first};
        while (accept(Kind::comma)) {
            Expression* item = star_expression();
            if (item == nullptr) break;
            items.push_back(item);
        }
        return failed_ ? nullptr : tuple(items, mark);
    });
}

Expression* Parser::star_expression() {
    const size_t mark = at_;
    if (!accept(Kind::star)) return expression();
    Expression* value = bitwise_or();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    return named(ExpressionKind::starred, mark, value);
}

Expression* Parser::star_named_expression() {
    const size_t mark = at_;
    if (!accept(Kind::star)) return named_expression();
    Expression* value = bitwise_or();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    return named(ExpressionKind::starred, mark, value);
}

// ','.star_named_expression+ [',']
bool Parser::star_named_expressions(std::vector<Expression*>& items) {
    Expression* item = star_named_expression();
    if (item == nullptr) return false;
    items.push_back(item);
    while (accept(Kind::comma)) {
        item = star_named_expression();
        if (item == nullptr) break;
        items.push_back(item);
    }
    return !failed_;
}

Expression* Parser::assignment_expression() {
    if (!at(Kind::name) || !next_is(Kind::colon_equal)) return nullptr;
    const size_t mark = at_;
    Expression* target = name_atom();
    target->context = Context::store;
    ++at_;
    Expression* value = expression();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    Expression* made = named(ExpressionKind::named, mark, target);
    made->second = value;
    return made;
}

Expression* Parser::named_expression() {
    const size_t mark = at_;
    if (at(Kind::name) && next_is(Kind::colon_equal)) {
        // `name :=` commits to this form.
        return assignment_expression();
    }
    if (second_pass_) {
        invalid_named_expression();
        if (failed_) return nullptr;
    }
    Expression* value = expression();
    if (value != nullptr && at(Kind::colon_equal)) {
        at_ = mark;
        return nullptr;
    }
    return value;
}

// (assignment_expression | expression !':=')
Expression* Parser::genexp_element() {
    const size_t mark = at_;
    if (at(Kind::name) && next_is(Kind::colon_equal)) return assignment_expression();
    Expression* value = expression();
    if (value != nullptr && at(Kind::colon_equal)) {
        at_ = mark;
        return nullptr;
    }
    return value;
}

Expression* Parser::annotated_rhs() {
    return at(Kind::kw_yield) ? yield_expression() : star_expressions();
}

Expression* Parser::yield_expression() {
    const size_t mark = at_;
    if (!accept(Kind::kw_yield)) return nullptr;
    if (accept(Kind::kw_from)) {
        Expression* value = expression();
        if (value == nullptr) {
            at_ = mark;
            return nullptr;
        }
        return named(ExpressionKind::yield_from, mark, value);
    }
    Expression* value = star_expressions();
    if (failed_) return nullptr;
    return named(ExpressionKind::yield, mark, value);
}

// expressions: expression (',' expression)* [',']
bool Parser::expression_list(std::vector<Expression*>& items) {
    Expression* item = expression();
    if (item == nullptr) return false;
    items.push_back(item);
    while (accept(Kind::comma)) {
        item = expression();
        if (item == nullptr) break;
        items.push_back(item);
    }
    return !failed_;
}

Expression* Parser::expression() {
    const DepthGuard guard(*this);
    if (too_deep()) return nullptr;
    return remember<Expression>(Rule::expression, [&] { return expression_unremembered(); });
}

Expression* Parser::expression_unremembered() {
    if (second_pass_) {
        invalid_expression();
        if (!failed_) invalid_legacy_expression();
        if (failed_) return nullptr;
    }
    const size_t mark = at_;
    if (at(Kind::kw_lambda)) return lambda();
    Expression* body = disjunction();
    if (body == nullptr || !at(Kind::kw_if)) return body;
    const size_t before_if = at_;
    ++at_;
    Expression* test = disjunction();
    Expression* orelse = nullptr;
    if (test != nullptr && accept(Kind::kw_else)) orelse = expression();
    if (failed_) return nullptr;
    if (orelse == nullptr) {
        at_ = before_if;
        return body;
    }
    Expression* made = node(ExpressionKind::conditional, mark);
    made->first = test;
    made->second = body;
    made->third = orelse;
    return made;
}

Expression* Parser::expression_without_invalid() {
    const bool before = second_pass_;
    second_pass_ = false;
    Expression* value = expression_unremembered();
    second_pass_ = before;
    return value;
}

Expression* Parser::disjunction() {
    return remember<Expression>(Rule::disjunction, [&]() -> Expression* {
        const size_t mark = at_;
        Expression* first = conjunction();
        if (first == nullptr || !at(Kind::kw_or)) return first;
        std::vector<Expression*> items{first};
        while (at(Kind::kw_or)) {
            const size_t before = at_++;
            Expression* item = conjunction();
            if (item == nullptr) {
                at_ = before;
                break;
            }
            items.push_back(item);
        }
        if (failed_) return nullptr;
        if (items.size() == 1) return first;
        Expression* made = node(ExpressionKind::bool_op, mark);
        made->operation = static_cast<uint8_t>(BoolOperator::or_);
        made->items = arena_.list(items);
        return made;
    });
}

Expression* Parser::conjunction() {
    const size_t mark = at_;
    Expression* first = inversion();
    if (first == nullptr || !at(Kind::kw_and)) return first;
    std::vector<Expression*> items{first};
    while (at(Kind::kw_and)) {
        const size_t before = at_++;
        Expression* item = inversion();
        if (item == nullptr) {
            at_ = before;
            break;
        }
        items.push_back(item);
    }
    if (failed_) return nullptr;
    if (items.size() == 1) return first;
    Expression* made = node(ExpressionKind::bool_op, mark);
    made->operation = static_cast<uint8_t>(BoolOperator::and_);
    made->items = arena_.list(items);
    return made;
}

Expression* Parser::inversion() {
    const size_t mark = at_;
    if (!accept(Kind::kw_not)) return comparison();
    const DepthGuard guard(*this);
    if (too_deep()) return nullptr;
    Expression* value = inversion();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    Expression* made = named(ExpressionKind::unary, mark, value);
    made->operation = static_cast<uint8_t>(UnaryOperator::not_);
    return made;
}

bool Parser::comparison_operator(ComparisonKind& kind) {
    switch (this->kind()) {
        case Kind::less:
            kind = ComparisonKind::less;
            break;
        case Kind::less_equal:
            kind = ComparisonKind::less_equal;
            break;
        case Kind::equal_equal:
            kind = ComparisonKind::equal;
            break;
        case Kind::not_equal:
            kind = ComparisonKind::not_equal;
            break;
        case Kind::greater:
            kind = ComparisonKind::greater;
            break;
        case Kind::greater_equal:
            kind = ComparisonKind::greater_equal;
            break;
        case Kind::kw_in:
            kind = ComparisonKind::in;
            break;
        case Kind::kw_is:
            kind = ComparisonKind::is;
            if (next_is(Kind::kw_not)) {
                kind = ComparisonKind::is_not;
                ++at_;
            }
            break;
        case Kind::kw_not:
            if (!next_is(Kind::kw_in)) return false;
            kind = ComparisonKind::not_in;
            ++at_;
            break;
        default:
            return false;
    }
    ++at_;
    return true;
}

Expression* Parser::comparison() {
    const size_t mark = at_;
    Expression* first = bitwise_or();
    if (first == nullptr) return nullptr;
    std::vector<ComparisonKind> operators;
    std::vector<Expression*> items;
    ComparisonKind kind;
    for (;;) {
        const size_t before = at_;
        if (!comparison_operator(kind)) break;
        Expression* item = bitwise_or();
        if (item == nullptr) {
            at_ = before;
            break;
        }
        operators.push_back(kind);
        items.push_back(item);
    }
    if (failed_) return nullptr;
    if (items.empty()) return first;
    Expression* made = named(ExpressionKind::compare, mark, first);
    made->operators = arena_.list(operators);
    made->items = arena_.list(items);
    return made;
}

Expression* Parser::bitwise_or() {
    return remember<Expression>(Rule::bitwise_or, [&] { return binary(1); });
}

namespace {

struct Binary {
    int precedence = 0;  // 0: not a binary operator
    BinaryOperator operation = BinaryOperator::add;
};

Binary binary_of(TokenKind kind) {
    switch (kind) {
        case TokenKind::bar:
            return {1, BinaryOperator::bit_or};
        case TokenKind::circumflex:
            return {2, BinaryOperator::bit_xor};
        case TokenKind::ampersand:
            return {3, BinaryOperator::bit_and};
        case TokenKind::left_shift:
            return {4, BinaryOperator::left_shift};
        case TokenKind::right_shift:
            return {4, BinaryOperator::right_shift};
        case TokenKind::plus:
            return {5, BinaryOperator::add};
        case TokenKind::minus:
            return {5, BinaryOperator::subtract};
        case TokenKind::star:
            return {6, BinaryOperator::multiply};
        case TokenKind::slash:
            return {6, BinaryOperator::true_divide};
        case TokenKind::double_slash:
            return {6, BinaryOperator::floor_divide};
        case TokenKind::percent:
            return {6, BinaryOperator::remainder};
        case TokenKind::at:
            return {6, BinaryOperator::matrix_multiply};
        default:
            return {};
    }
}

}  // namespace

Expression* Parser::binary(int least_precedence) {
    const size_t mark = at_;
    Expression* left = factor();
    while (left != nullptr) {
        const Binary found = binary_of(kind());
        if (found.precedence < least_precedence || found.precedence == 0) break;
        const size_t before = at_++;
        Expression* right = binary(found.precedence + 1);
        if (failed_) return nullptr;
        if (right == nullptr) {
            at_ = before;
            break;
        }
        Expression* made = named(ExpressionKind::binary, mark, left);
        made->operation = static_cast<uint8_t>(found.operation);
        made->second = right;
        left = made;
    }
    return left;
}

Expression* Parser::factor() {
    UnaryOperator operation;
    switch (kind()) {
        case Kind::plus:
            operation = UnaryOperator::plus;
            break;
        case Kind::minus:
            operation = UnaryOperator::minus;
            break;
        case Kind::tilde:
            operation = UnaryOperator::invert;
            break;
        default:
            return power();
    }
    const DepthGuard guard(*this);
    if (too_deep()) return nullptr;
    const size_t mark = at_++;
    Expression* value = factor();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    Expression* made = named(ExpressionKind::unary, mark, value);
    made->operation = static_cast<uint8_t>(operation);
    return made;
}

Expression* Parser::power() {
    const size_t mark = at_;
    Expression* base = await_primary();
    if (base == nullptr || !at(Kind::double_star)) return base;
    const DepthGuard guard(*this);
    if (too_deep()) return nullptr;
    const size_t before = at_++;
    Expression* exponent = factor();
    if (failed_) return nullptr;
    if (exponent == nullptr) {
        at_ = before;
        return base;
    }
    Expression* made = named(ExpressionKind::binary, mark, base);
    made->operation = static_cast<uint8_t>(BinaryOperator::power);
    made->second = exponent;
    return made;
}

Expression* Parser::await_primary() {
    const size_t mark = at_;
    if (!accept(Kind::kw_await)) return primary();
    Expression* value = primary();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    return named(ExpressionKind::await, mark, value);
}

Expression* Parser::primary() {
    return remember<Expression>(Rule::primary, [&]() -> Expression* {
        const size_t mark = at_;
        Expression* value = atom();
        while (value != nullptr) {
            const size_t before = at_;
            Expression* next = nullptr;
            if (accept(Kind::dot)) {
                if (accept(Kind::name)) {
                    next = named(ExpressionKind::attribute, mark, value);
                    next->name = text_of_token(previous());
                }
            } else if (at(Kind::left_paren)) {
                next = call(mark, value);
            } else if (accept(Kind::left_bracket)) {
                Expression* index = slices();
                if (index != nullptr && accept(Kind::right_bracket)) {
                    next = named(ExpressionKind::subscript, mark, value);
                    next->second = index;
                }
            }
            if (failed_) return nullptr;
            if (next == nullptr) {
                at_ = before;
                return value;
            }
            value = next;
        }
        return value;
    });
}

}  // namespace meada::lang
