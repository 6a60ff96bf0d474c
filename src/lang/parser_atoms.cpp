// Atoms: names, literals, and what stands in brackets.
#include "lang/literals.h"
#include "lang/parser.h"

namespace meada::lang {

Expression* Parser::atom() {
    switch (kind()) {
        case Kind::name:
            return name_atom();
        case Kind::kw_true:
            ++at_;
            return constant(Constant::Kind::true_value, at_ - 1);
        case Kind::kw_false:
            ++at_;
            return constant(Constant::Kind::false_value, at_ - 1);
        case Kind::kw_none:
            ++at_;
            return constant(Constant::Kind::none, at_ - 1);
        case Kind::ellipsis:
            ++at_;
            return constant(Constant::Kind::ellipsis, at_ - 1);
        case Kind::string:
            return strings();
        case Kind::number:
            return number();
        case Kind::left_paren:
            return parenthesised();
        case Kind::left_bracket:
            return bracketed();
        case Kind::left_brace:
            return braced();
        default:
            return nullptr;
    }
}

Expression* Parser::name_atom() {
    if (!accept(Kind::name)) return nullptr;
    Expression* made = node(ExpressionKind::name, at_ - 1);
    made->name = text_of_token(previous());
    return made;
}

Expression* Parser::number() {
    if (!accept(Kind::number)) return nullptr;
    size_t digit_count = 0;
    auto value = number_value(text_of_token(previous()), digit_count);
    if (!value)
        return fail("Exceeds the limit (" + std::to_string(int_digits_max) +
                        " digits) for integer string conversion: value has " +
                        std::to_string(digit_count) +
                        " digits; use sys.set_int_max_str_digits() to increase the limit - "
                        "Consider hexadecimal for huge integer literals to avoid decimal "
                        "conversion limits.",
                    previous().range);
    Expression* made = node(ExpressionKind::constant, at_ - 1);
    made->constant = arena_.constant(std::move(*value));
    return made;
}

bool Parser::at_comprehension() {
    return at(Kind::kw_for) || (at(Kind::kw_async) && next_is(Kind::kw_for));
}

// '(' ... ')': empty tuple, tuple, group, yield or generator expression.
Expression* Parser::parenthesised() {
    const size_t mark = at_++;
    if (accept(Kind::right_paren)) return tuple({}, mark);
    if (at(Kind::kw_yield)) {
        Expression* value = yield_expression();
        if (value != nullptr && accept(Kind::right_paren)) return value;
    } else {
        const bool starred = at(Kind::star);
        Expression* first = star_named_expression();
        if (first != nullptr && at(Kind::comma)) {
            std::vector<Expression*> items{first};
            while (accept(Kind::comma)) {
                Expression* item = star_named_expression();
                if (item == nullptr) break;
                items.push_back(item);
            }
            if (!failed_ && accept(Kind::right_paren)) return tuple(items, mark);
        } else if (first != nullptr && !starred) {
            if (accept(Kind::right_paren)) return first;
            if (at_comprehension()) {
                Expression* made = comprehension(ExpressionKind::generator, mark, first, nullptr,
                                                 Kind::right_paren);
                if (made != nullptr) return made;
            }
        }
    }
    at_ = mark;
    if (second_pass_ && !failed_) {
        invalid_group();
        if (!failed_) {
            at_ = mark;
            invalid_comprehension();
        }
        at_ = mark;
    }
    return nullptr;
}

Expression* Parser::comprehension(ExpressionKind kind, size_t mark, Expression* first,
                                  Expression* second, Kind closing) {
    std::vector<Comprehension> clauses;
    if (!comprehensions(clauses) || !accept(closing)) return nullptr;
    Expression* made = named(kind, mark, first);
    made->second = second;
    made->comprehensions = arena_.list(clauses);
    return made;
}

bool Parser::comprehensions(std::vector<Comprehension>& clauses) {
    while (!failed_) {
        const size_t mark = at_;
        Comprehension clause;
        clause.is_async = accept(Kind::kw_async);
        if (!accept(Kind::kw_for)) {
            at_ = mark;
            break;
        }
        clause.target = star_targets();
        if (clause.target == nullptr || !accept(Kind::kw_in)) {
            at_ = mark;
            if (second_pass_ && !failed_) invalid_for_target();
            return back(mark);
        }
        clause.iterable = disjunction();  // 'in' commits
        if (clause.iterable == nullptr) return back(mark);
        std::vector<Expression*> conditions;
        while (at(Kind::kw_if)) {
            const size_t before = at_++;
            Expression* condition = disjunction();
            if (condition == nullptr) {
                at_ = before;
                break;
            }
            conditions.push_back(condition);
        }
        clause.conditions = arena_.list(conditions);
        clauses.push_back(clause);
    }
    return !failed_ && !clauses.empty();
}

Expression* Parser::bracketed() {
    const size_t mark = at_++;
    std::vector<Expression*> items;
    if (!at(Kind::right_bracket)) {
        const bool starred = at(Kind::star);
        Expression* first = star_named_expression();
        if (first != nullptr && !starred && at_comprehension()) {
            Expression* made = comprehension(ExpressionKind::list_comprehension, mark, first,
                                             nullptr, Kind::right_bracket);
            if (made != nullptr) return made;
            first = nullptr;
        }
        if (first != nullptr) {
            items.push_back(first);
            while (accept(Kind::comma)) {
                Expression* item = star_named_expression();
                if (item == nullptr) break;
                items.push_back(item);
            }
        }
    }
    if (!failed_ && accept(Kind::right_bracket)) {
        Expression* made = node(ExpressionKind::list, mark);
        made->items = arena_.list(items);
        return made;
    }
    at_ = mark;
    if (second_pass_ && !failed_) invalid_comprehension();
    at_ = mark;
    return nullptr;
}

// In the first pass a dict and a set part only behind the first item: nothing is parsed twice.
Expression* Parser::braced_once() {
    const size_t mark = at_++;
    if (at(Kind::double_star) || at(Kind::right_brace)) {
        Expression* made = dict_rest(mark);
        if (made == nullptr) at_ = mark;
        return made;
    }
    Expression* first = star_named_expression();
    Expression* made = nullptr;
    const bool bare_named = tokens_[mark + 1].kind == Kind::name && first != nullptr &&
                            first->kind == ExpressionKind::named;
    const bool may_be_key =
        first != nullptr && first->kind != ExpressionKind::starred && !bare_named;
    if (may_be_key && accept(Kind::colon)) {
        Expression* value = expression();
        if (value != nullptr) made = dict_after(mark, {first, value});
    } else if (first != nullptr) {
        made = set_after(mark, first);
    }
    if (made == nullptr) at_ = mark;
    return made;
}

Expression* Parser::braced() {
    if (!repeating_) return braced_once();
    const size_t mark = at_++;
    Expression* made = dict_rest(mark);
    if (made != nullptr) return made;
    if (failed_) return nullptr;
    at_ = mark;
    if (second_pass_) {
        ++at_;
        invalid_double_starred();
        at_ = mark;
        if (failed_) return nullptr;
    }
    ++at_;
    made = set_rest(mark);
    if (made != nullptr) return made;
    at_ = mark;
    if (second_pass_ && !failed_) {
        invalid_dict_comprehension();
        at_ = mark;
        if (!failed_) invalid_comprehension();
        at_ = mark;
    }
    return nullptr;
}

bool Parser::dict_item(DictItem& item, bool first) {
    const size_t mark = at_;
    if (accept(Kind::double_star)) {
        item = {nullptr, bitwise_or()};
        return item.value != nullptr || back(mark);
    }
    // Behind the first item CPython tells of a missing ':' rather than of what is wrong in the key.
    item.key = first ? expression() : expression_without_invalid();
    if (item.key == nullptr || !accept(Kind::colon)) return back(mark);
    item.value = expression();
    return item.value != nullptr || back(mark);
}

Expression* Parser::dict_rest(size_t mark) {
    DictItem item{};
    if (dict_item(item, true)) return dict_after(mark, item);
    if (failed_ || !accept(Kind::right_brace)) return nullptr;
    return node(ExpressionKind::dict, mark);
}

Expression* Parser::dict_after(size_t mark, DictItem item) {
    if (item.key != nullptr && at_comprehension())
        return comprehension(ExpressionKind::dict_comprehension, mark, item.key, item.value,
                             Kind::right_brace);
    std::vector<Expression*> keys{item.key}, values{item.value};
    while (accept(Kind::comma)) {
        if (!dict_item(item, false)) break;
        keys.push_back(item.key);
        values.push_back(item.value);
    }
    if (failed_ || !accept(Kind::right_brace)) return nullptr;
    Expression* made = node(ExpressionKind::dict, mark);
    made->items = arena_.list(keys);
    made->others = arena_.list(values);
    return made;
}

Expression* Parser::set_rest(size_t mark) {
    Expression* first = star_named_expression();
    return first == nullptr ? nullptr : set_after(mark, first);
}

Expression* Parser::set_after(size_t mark, Expression* first) {
    if (first->kind != ExpressionKind::starred && at_comprehension())
        return comprehension(ExpressionKind::set_comprehension, mark, first, nullptr,
                             Kind::right_brace);
    std::vector<Expression*> items{first};
    while (accept(Kind::comma)) {
        Expression* item = star_named_expression();
        if (item == nullptr) break;
        items.push_back(item);
    }
    if (failed_ || !accept(Kind::right_brace)) return nullptr;
    Expression* made = node(ExpressionKind::set, mark);
    made->items = arena_.list(items);
    return made;
}

}  // namespace meada::lang
