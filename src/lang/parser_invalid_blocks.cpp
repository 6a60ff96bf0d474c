// Rules that match only wrong headers of compound statements: a missing colon or block.
#include "lang/parser.h"

namespace meada::lang {

// if, elif, while: "expected ':'"; all: an indented block must follow.
std::nullptr_t Parser::invalid_header(Kind keyword) {
    const size_t mark = at_++;
    const std::string word(text_of(keyword));
    if (keyword != Kind::kw_else && keyword != Kind::kw_finally) {
        if (named_expression() == nullptr) return nullptr;
        if (at(Kind::newline)) {
            return fail_at_last_token("expected ':'");
        }
    }
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("'" + word + "' statement", mark);
    return nullptr;
}

std::nullptr_t Parser::invalid_for() {
    accept(Kind::kw_async);
    const size_t mark = at_++;
    if (star_targets() == nullptr || !accept(Kind::kw_in) || star_expressions() == nullptr)
        return nullptr;
    if (at(Kind::newline)) return fail_at_last_token("expected ':'");
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("'for' statement", mark);
    return nullptr;
}

std::nullptr_t Parser::invalid_with() {
    accept(Kind::kw_async);
    const size_t mark = at_++;
    const auto items = [&](bool parentheses) {
        if (parentheses && !accept(Kind::left_paren)) return false;
        bool any = false;
        do {
            const size_t before = at_;
            std::vector<Expression*> list;
            if (parentheses ? !expression_list(list) : expression() == nullptr) {
                at_ = before;
                if (any && !parentheses) --at_;
                break;
            }
            // `expressions` takes a comma of its own.
            if (parentheses && previous().kind == Kind::comma) --at_;
            any = true;
            const size_t as = at_;
            if (accept(Kind::kw_as) && star_target() == nullptr) at_ = as;
        } while (!failed_ && accept(Kind::comma));
        return any && !failed_ && (!parentheses || accept(Kind::right_paren));
    };
    for (const bool parentheses : {false, true}) {
        at_ = mark + 1;
        if (items(parentheses)) {
            if (at(Kind::newline)) return fail_at_last_token("expected ':'");
            if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
                return fail_no_block("'with' statement", mark);
        }
        if (failed_) return nullptr;
    }
    return nullptr;
}

std::nullptr_t Parser::invalid_try() {
    const size_t mark = at_++;
    if (!accept(Kind::colon)) return nullptr;
    const size_t after_colon = at_;
    if (accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("'try' statement", mark);
    if (failed_) return nullptr;
    at_ = after_colon;
    Statements body;
    if (!block(body)) return nullptr;
    if (!at(Kind::kw_except) && !at(Kind::kw_finally))
        return fail_at_last_token("expected 'except' or 'finally' block");
    if (failed_) return nullptr;
    ExceptHandler handler;
    const bool star_first = next_is(Kind::star);
    while (at(Kind::kw_except) && except_block(handler, star_first)) {
    }
    if (failed_ || !at(Kind::kw_except) || next_is(Kind::star) == star_first) return nullptr;
    const SourceRange keyword = token().range;
    const SourceRange star = token_at(at_ + 1).range;
    at_ += star_first ? 1 : 2;
    if (!at(Kind::colon) && expression() == nullptr) return nullptr;
    if (accept(Kind::kw_as) && !accept(Kind::name)) return nullptr;
    if (at(Kind::colon))
        return fail("cannot have both 'except' and 'except*' on the same 'try'",
                    star_first ? keyword : cover(keyword, star));
    return nullptr;
}

std::nullptr_t Parser::invalid_except() {
    const size_t mark = at_++;
    const bool has_star = accept(Kind::star);
    if (has_star && (at(Kind::newline) || at(Kind::colon)))
        return fail_at_last_token("expected one or more exception types");
    if (at(Kind::newline)) return fail_at_last_token("expected ':'");
    if (!at(Kind::colon)) {
        const Expression* type = expression();
        if (type == nullptr) return nullptr;
        if (at(Kind::comma)) {
            const size_t comma = at_++;
            std::vector<Expression*> others;
            if (expression_list(others)) {
                const size_t as = at_;
                if (accept(Kind::kw_as) && !accept(Kind::name)) at_ = as;
                if (at(Kind::colon))
                    return fail_from(type, "multiple exception types must be parenthesized");
            }
            if (failed_) return nullptr;
            at_ = comma;
        }
        const size_t as = at_;
        if (accept(Kind::kw_as) && !accept(Kind::name)) at_ = as;
        if (at(Kind::newline)) return fail_at_last_token("expected ':'");
    }
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block(has_star ? "'except*' statement" : "'except' statement", mark);
    return nullptr;
}

std::nullptr_t Parser::invalid_function() {
    accept(Kind::kw_async);
    const size_t mark = at_++;
    if (!accept(Kind::name) || !accept(Kind::left_paren)) return nullptr;
    parameters(false);
    if (failed_ || !accept(Kind::right_paren)) return nullptr;
    const size_t arrow = at_;
    if (accept(Kind::arrow) && expression() == nullptr) at_ = arrow;
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("function definition", mark);
    return nullptr;
}

std::nullptr_t Parser::invalid_class() {
    const size_t mark = at_++;
    if (!accept(Kind::name)) return nullptr;
    const size_t before = at_;
    if (accept(Kind::left_paren)) {
        arguments();
        if (!failed_ && !accept(Kind::right_paren)) at_ = before;
    }
    if (failed_) return nullptr;
    if (at(Kind::newline)) return fail_at_last_token("expected ':'");
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("class definition", mark);
    return nullptr;
}

std::nullptr_t Parser::invalid_match() {
    const size_t mark = at_++;
    if (subject() == nullptr) return nullptr;
    if (at(Kind::newline)) return fail_at_last_token("expected ':'");
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("'match' statement", mark);
    return nullptr;
}

std::nullptr_t Parser::invalid_case() {
    const size_t mark = at_++;
    if (patterns() == nullptr) return nullptr;
    const size_t before = at_;
    if (accept(Kind::kw_if) && named_expression() == nullptr) at_ = before;
    if (failed_) return nullptr;
    if (at(Kind::newline)) return fail_at_last_token("expected ':'");
    if (accept(Kind::colon) && accept(Kind::newline) && !at(Kind::indent) && !failed_)
        return fail_no_block("'case' statement", mark);
    return nullptr;
}

}  // namespace meada::lang
