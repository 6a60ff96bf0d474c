// Parameters of `def` and `lambda`, and lambda itself. The two differ in annotations and in what
// ends the list.
#include "lang/parser.h"

namespace meada::lang {

Expression* Parser::lambda() {
    const size_t mark = at_++;
    Parameters* parsed = parameters(true);
    Expression* body = !failed_ && accept(Kind::colon) ? expression() : nullptr;
    if (body == nullptr) {
        at_ = mark;
        return nullptr;
    }
    Expression* made = named(ExpressionKind::lambda, mark, body);
    made->parameters = parsed != nullptr ? parsed : arena_.make<Parameters>();
    return made;
}

// NAME [annotation]
bool Parser::parameter(Parameter& parameter, bool lambda, bool star_annotation) {
    const size_t mark = at_;
    if (!accept(Kind::name)) return false;
    parameter = {text_of_token(previous()), nullptr, {}};
    const size_t before = at_;
    if (!lambda && accept(Kind::colon)) {
        parameter.annotation = star_annotation && at(Kind::star) ? star_expression() : expression();
        if (parameter.annotation == nullptr) at_ = before;
    }
    parameter.range = since(mark);
    return !failed_;
}

bool Parser::parameter_ends(bool lambda) {
    return accept(Kind::comma) || at(lambda ? Kind::colon : Kind::right_paren);
}

Expression* Parser::default_value(bool) {
    const size_t mark = at_;
    if (!accept(Kind::equal)) return nullptr;
    Expression* value = expression();
    if (value == nullptr) {
        at_ = mark;
        if (second_pass_ && !failed_ && (next_is(Kind::right_paren) || next_is(Kind::comma)))
            return fail("expected default value expression", token().range);
    }
    return value;
}

Parameters* Parser::parameters(bool lambda) {
    if (second_pass_) {
        const size_t start = at_;
        invalid_parameters(lambda);
        if (failed_) return nullptr;
        at_ = start;
    }
    ParameterLists lists;
    const size_t start = at_;
    bool slash = false;
    for (;;) {
        const size_t mark = at_;
        if (at(Kind::star) || at(Kind::double_star)) {
            if (!star_parameters(lists, lambda)) at_ = mark;
            break;
        }
        if (at(Kind::slash) && !slash && !lists.positional.empty()) {
            ++at_;
            if (!parameter_ends(lambda)) {
                at_ = mark;
                break;
            }
            slash = true;
            lists.positional_only.swap(lists.positional);
            continue;
        }
        Parameter parsed;
        if (!parameter(parsed, lambda)) {
            at_ = mark;
            break;
        }
        Expression* value = at(Kind::equal) ? default_value(lambda) : nullptr;
        const bool good = (value != nullptr || lists.defaults.empty()) && !failed_;
        if (!good || !parameter_ends(lambda)) {
            at_ = mark;
            break;
        }
        lists.positional.push_back(parsed);
        if (value != nullptr) lists.defaults.push_back(value);
    }
    if (failed_ || at_ == start) return nullptr;
    return arena_.make<Parameters>(
        {arena_.list(lists.positional_only), arena_.list(lists.positional),
         arena_.list(lists.keyword_only), lists.var_positional, lists.var_keyword,
         arena_.list(lists.defaults), arena_.list(lists.keyword_defaults)});
}

// star_etc: '*' [param], keyword-only ones, ['**' param]
bool Parser::star_parameters(ParameterLists& lists, bool lambda) {
    if (second_pass_) {
        const size_t mark = at_;
        invalid_star_parameters(lambda);
        if (failed_) return false;
        at_ = mark;
    }
    Parameter parsed;
    if (accept(Kind::star)) {
        const bool bare = accept(Kind::comma);
        if (!bare) {
            if (!parameter(parsed, lambda, true) || !parameter_ends(lambda)) return false;
            lists.var_positional = arena_.make<Parameter>(parsed);
        }
        for (;;) {
            const size_t mark = at_;
            if (!parameter(parsed, lambda)) break;
            Expression* value = at(Kind::equal) ? default_value(lambda) : nullptr;
            if (failed_ || !parameter_ends(lambda)) {
                at_ = mark;
                break;
            }
            lists.keyword_only.push_back(parsed);
            lists.keyword_defaults.push_back(value);
        }
        if (bare && lists.keyword_only.empty()) return false;
        if (failed_) return false;
    }
    if (!at(Kind::double_star)) return true;
    const size_t mark = at_;
    if (second_pass_) {
        invalid_double_star(lambda);
        if (failed_) return false;
        at_ = mark;
    }
    ++at_;
    if (!parameter(parsed, lambda) || !parameter_ends(lambda)) return back(mark);
    lists.var_keyword = arena_.make<Parameter>(parsed);
    return true;
}

// --- rules only for error messages ------------------------------------------------------------

bool Parser::parameter_no_default(bool lambda, SourceRange* range) {
    const size_t mark = at_;
    Parameter parsed;
    if (!parameter(parsed, lambda) || !parameter_ends(lambda)) return back(mark);
    if (range != nullptr) *range = parsed.range;
    return true;
}

bool Parser::parameter_with_default(bool lambda) {
    const size_t mark = at_;
    Parameter parsed;
    if (!parameter(parsed, lambda) || !at(Kind::equal) || default_value(lambda) == nullptr ||
        !parameter_ends(lambda))
        return back(mark);
    return true;
}

bool Parser::parameter_maybe_default(bool lambda) {
    return parameter_with_default(lambda) || (!failed_ && parameter_no_default(lambda));
}

// slash_no_default | slash_with_default
bool Parser::slash_parameters(bool lambda) {
    const size_t mark = at_;
    bool any = false;
    while (parameter_no_default(lambda)) any = true;
    while (!failed_ && parameter_with_default(lambda)) any = true;
    if (failed_ || !any || !accept(Kind::slash) || !parameter_ends(lambda)) return back(mark);
    return true;
}

std::nullptr_t Parser::invalid_parameters(bool lambda) {
    const size_t mark = at_;
    SourceRange range;
    while (parameter_no_default(lambda)) {
    }
    const size_t after_plain = at_;
    // A default, then none.
    bool defaults = false;
    while (!failed_ && parameter_with_default(lambda)) defaults = true;
    if (defaults && at(Kind::slash)) {
        const size_t slash = at_++;
        if (!parameter_ends(lambda)) at_ = slash;
    }
    if (!failed_ && defaults && parameter_no_default(lambda, &range))
        return fail("non-default argument follows default argument", range);
    if (failed_) return nullptr;
    at_ = after_plain;
    if (accept(Kind::left_paren)) {
        bool any = false;
        if (lambda) {
            Parameter parsed;
            while (parameter(parsed, true)) {
                any = true;
                if (!accept(Kind::comma)) break;
            }
        } else {
            while (parameter_no_default(false)) any = true;
        }
        accept(Kind::comma);
        if (any && accept(Kind::right_paren))
            return fail(lambda ? "Lambda expression parameters cannot be parenthesized"
                               : "Function parameters cannot be parenthesized",
                        cover(tokens_[after_plain].range, previous().range));
    }
    if (failed_) return nullptr;
    at_ = mark;
    if (at(Kind::slash) && next_is(Kind::comma))
        return fail("at least one argument must precede /", token().range);
    const bool slash = slash_parameters(lambda);
    while (!failed_ && parameter_maybe_default(lambda)) {
    }
    if (slash && at(Kind::slash)) return fail("/ may appear only once", token().range);
    if (failed_) return nullptr;
    if (accept(Kind::star) && (accept(Kind::comma) || parameter_no_default(lambda))) {
        while (!failed_ && parameter_maybe_default(lambda)) {
        }
        if (at(Kind::slash)) return fail("/ must be ahead of *", token().range);
    }
    if (failed_) return nullptr;
    at_ = mark;
    bool any = false;
    while (!failed_ && parameter_maybe_default(lambda)) any = true;
    if (any && at(Kind::slash) && next_is(Kind::star))
        return fail("expected comma between / and *", token_at(at_ + 1).range);
    return nullptr;
}

std::nullptr_t Parser::invalid_star_parameters(bool lambda) {
    const size_t mark = at_;
    const Kind closing = lambda ? Kind::colon : Kind::right_paren;
    if (!accept(Kind::star)) return nullptr;
    const char* const bare = "named arguments must follow bare *";
    if (at(closing) || (at(Kind::comma) && (next_is(closing) || next_is(Kind::double_star)))) {
        // CPython points at the star of a function, at the last token of a lambda.
        if (lambda) return fail_at_last_token(bare);
        return fail(bare, tokens_[mark].range);
    }
    Parameter parsed;
    if (parameter(parsed, lambda) && at(Kind::equal))
        return fail("var-positional argument cannot have default value", token().range);
    if (failed_) return nullptr;
    at_ = mark + 1;
    if (parameter_no_default(lambda) || accept(Kind::comma)) {
        while (!failed_ && parameter_maybe_default(lambda)) {
        }
        const size_t star = at_;
        if (!failed_ && accept(Kind::star) && (parameter_no_default(lambda) || accept(Kind::comma)))
            return fail("* argument may appear only once", tokens_[star].range);
    }
    return nullptr;
}

std::nullptr_t Parser::invalid_double_star(bool lambda) {
    if (!accept(Kind::double_star)) return nullptr;
    Parameter parsed;
    if (!parameter(parsed, lambda)) return nullptr;
    if (at(Kind::equal))
        return fail("var-keyword argument cannot have default value", token().range);
    if (!accept(Kind::comma)) return nullptr;
    if (parameter(parsed, lambda))
        return fail("arguments cannot follow var-keyword argument", parsed.range);
    if (at(Kind::star) || at(Kind::double_star) || at(Kind::slash))
        return fail("arguments cannot follow var-keyword argument", token().range);
    return nullptr;
}

}  // namespace meada::lang
