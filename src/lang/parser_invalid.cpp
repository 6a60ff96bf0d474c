// Rules that match only wrong programs, to say what is wrong. Tried in the second pass, in the
// places and the order of CPython's grammar: which of several errors is told depends on it.
#include "lang/parser.h"

namespace meada::lang {
namespace {

// What in `e` cannot be assigned to (or deleted); null if all can.
const Expression* find_bad_target(const Expression* e, bool deletes, bool loops) {
    switch (e->kind) {
        case ExpressionKind::list:
        case ExpressionKind::tuple:
            for (const Expression* item : e->items)
                if (const Expression* bad = find_bad_target(item, deletes, loops)) return bad;
            return nullptr;
        case ExpressionKind::starred:
            return deletes ? e : find_bad_target(e->first, deletes, loops);
        case ExpressionKind::compare:
            // `for x in y` was read as a comparison: the target is what stands before `in`.
            if (loops)
                return e->operators[0] == ComparisonKind::in
                           ? find_bad_target(e->first, deletes, loops)
                           : nullptr;
            return e;
        case ExpressionKind::name:
        case ExpressionKind::subscript:
        case ExpressionKind::attribute:
            return nullptr;
        default:
            return e;
    }
}

bool is_legacy_statement(const Expression* e) {
    return e->kind == ExpressionKind::name && (e->name == "print" || e->name == "exec");
}

}  // namespace

std::nullptr_t Parser::fail_target(Expression* target, Targets targets) {
    const Expression* bad =
        find_bad_target(target, targets == Targets::del, targets == Targets::for_);
    if (bad == nullptr) return nullptr;
    const char* const verb = targets == Targets::del ? "cannot delete " : "cannot assign to ";
    return fail(std::string(verb) + kind_name(bad), bad->range);
}

// --- expressions
// ----------------------------------------------------------------------------------

std::nullptr_t Parser::invalid_expression() {
    const size_t mark = at_;
    const bool prefix = at(Kind::name) && next_is(Kind::string);
    const bool soft_keyword = at_word("_") || at_word("case") || at_word("match");
    if (!prefix && !soft_keyword) {
        const Expression* first = disjunction();
        if (first != nullptr && !failed_) {
            const Expression* second = expression_without_invalid();
            if (failed_) return nullptr;
            if (second != nullptr && !is_legacy_statement(first) && previous().level > 0) {
                return fail("invalid syntax. Perhaps you forgot a comma?",
                            cover(first->range, second->range));
            }
        }
    }
    if (failed_) return nullptr;
    at_ = mark;
    const Expression* body = disjunction();
    if (body != nullptr && accept(Kind::kw_if)) {
        const Expression* test = disjunction();
        if (test != nullptr && !at(Kind::kw_else) && !at(Kind::colon))
            return fail("expected 'else' after 'if' expression", cover(body->range, test->range));
    }
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_legacy_expression() {
    const size_t mark = at_;
    if (!at(Kind::name) || next_is(Kind::left_paren)) return nullptr;
    const Expression* callee = name_atom();
    const Expression* arguments = star_expressions();
    if (arguments != nullptr && is_legacy_statement(callee)) {
        const std::string name(callee->name);
        return fail(
            "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?",
            cover(callee->range, arguments->range));
    }
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_named_expression() {
    struct Nothing {};
    const size_t mark = at_;
    remember<Nothing>(Rule::invalid_named, [&]() -> Nothing* {
        const Expression* value = expression();
        if (value != nullptr && accept(Kind::colon_equal) && expression() != nullptr)
            return fail(std::string("cannot use assignment expressions with ") + kind_name(value),
                        value->range);
        if (failed_) return nullptr;
        at_ = mark;
        if (at(Kind::name) && next_is(Kind::equal)) {
            at_ += 2;
            const Expression* right = bitwise_or();
            if (right != nullptr && !at(Kind::equal) && !at(Kind::colon_equal))
                return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                            cover(tokens_[mark].range, right->range));
        }
        if (failed_) return nullptr;
        at_ = mark;
        if (at(Kind::kw_true) || at(Kind::kw_false) || at(Kind::kw_none)) return nullptr;
        const Expression* left = nullptr;
        if (at(Kind::left_paren) || at(Kind::left_bracket)) {
            left = atom();
            const bool excluded = left != nullptr && (left->kind == ExpressionKind::list ||
                                                      left->kind == ExpressionKind::tuple ||
                                                      left->kind == ExpressionKind::generator);
            at_ = mark;
            if (excluded || failed_) return nullptr;
        }
        left = bitwise_or();
        if (left == nullptr || !accept(Kind::equal)) return nullptr;
        if (bitwise_or() != nullptr && !at(Kind::equal) && !at(Kind::colon_equal))
            return fail(std::string("cannot assign to ") + kind_name(left) +
                            " here. Maybe you meant '==' instead of '='?",
                        left->range);
        return nullptr;
    });
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_group() {
    const size_t mark = at_;
    ++at_;
    if (at(Kind::star)) {
        const size_t star = at_++;
        if (expression() != nullptr && at(Kind::right_paren))
            return fail("cannot use starred expression here",
                        cover(tokens_[star].range, previous().range));
    } else if (at(Kind::double_star)) {
        const SourceRange range = token().range;
        ++at_;
        if (expression() != nullptr && at(Kind::right_paren))
            return fail("cannot use double starred expression here", range);
    }
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_comprehension() {
    const size_t mark = at_;
    const bool group = at(Kind::left_paren);
    ++at_;
    std::vector<Comprehension> clauses;
    if (at(Kind::star)) {
        const size_t star = at_++;
        const Expression* value = expression();
        if (value != nullptr) {
            const SourceRange range = cover(tokens_[star].range, previous().range);
            if (comprehensions(clauses))
                return fail("iterable unpacking cannot be used in comprehension", range);
        }
    }
    if (failed_ || group) {
        at_ = mark;
        return nullptr;
    }
    at_ = mark + 1;
    const Expression* first = star_named_expression();
    if (first != nullptr && at(Kind::comma)) {
        SourceRange last = token().range;
        ++at_;
        const size_t after = at_;
        std::vector<Expression*> items;
        if (star_named_expressions(items))
            last = items.back()->range;
        else
            at_ = after;
        clauses.clear();
        if (!failed_ && comprehensions(clauses))
            return fail("did you forget parentheses around the comprehension target?",
                        cover(first->range, last));
    }
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_dict_comprehension() {
    const size_t mark = at_;
    ++at_;
    if (at(Kind::double_star)) {
        const SourceRange range = token().range;
        ++at_;
        std::vector<Comprehension> clauses;
        if (bitwise_or() != nullptr && comprehensions(clauses) && at(Kind::right_brace))
            return fail("dict unpacking cannot be used in dict comprehension", range);
    }
    at_ = mark;
    return nullptr;
}

// ','.double_starred_kvpair+ ',' invalid_kvpair | ... ; behind '{'
std::nullptr_t Parser::invalid_double_starred() {
    const size_t mark = at_;
    DictItem item{};
    bool any = false;
    while (dict_item(item, !any)) {
        any = true;
        if (!at(Kind::comma)) break;
        ++at_;
        const size_t next = at_;
        DictItem following{};
        const bool more = dict_item(following, false);
        at_ = next;
        if (failed_) return nullptr;
        if (!more) break;
    }
    if (failed_) return nullptr;
    if (any && previous().kind == Kind::comma) {
        const size_t start = at_;
        const Expression* key = expression_without_invalid();
        if (key == nullptr) {
            at_ = start;
            key = expression();
        }
        if (failed_) return nullptr;
        if (key != nullptr && !at(Kind::colon)) {
            const uint32_t column = key->range.end_column == 0 ? 0 : key->range.end_column - 1;
            return fail("':' expected after dictionary key",
                        SourceRange{key->range.line, key->range.end_line, column, column});
        }
        at_ = start;
        invalid_dict_item();
        if (failed_) return nullptr;
    }
    at_ = mark;
    return invalid_dict_item();
}

std::nullptr_t Parser::invalid_dict_item() {
    const size_t mark = at_;
    if (expression() != nullptr && at(Kind::colon)) {
        const SourceRange colon = token().range;
        ++at_;
        if (at(Kind::star)) {
            const SourceRange star = token().range;
            ++at_;
            if (bitwise_or() != nullptr)
                return fail_from(star, "cannot use a starred expression in a dictionary value");
        } else if (at(Kind::right_brace) || at(Kind::comma)) {
            return fail("expression expected after dictionary key and ':'", colon);
        }
    }
    at_ = mark;
    return nullptr;
}

// --- assignments
// ----------------------------------------------------------------------------------

// invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')'
Expression* Parser::annotated_collection() {
    if (!at(Kind::left_paren) && !at(Kind::left_bracket)) return nullptr;
    const size_t mark = at_;
    Expression* value = atom();
    if (value != nullptr &&
        (value->kind == ExpressionKind::list || value->kind == ExpressionKind::tuple))
        return value;
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_assignment() {
    const size_t mark = at_;
    const Expression* target = annotated_collection();
    if (target != nullptr && accept(Kind::colon) && expression() != nullptr)
        return fail(
            std::string("only single target (not ") + kind_name(target) + ") can be annotated",
            target->range);
    if (failed_) return nullptr;
    at_ = mark;
    target = star_named_expression();
    if (target != nullptr && accept(Kind::comma)) {
        std::vector<Expression*> items;
        const size_t after = at_;
        if (!star_named_expressions(items)) at_ = after;
        if (!failed_ && accept(Kind::colon) && expression() != nullptr)
            return fail("only single target (not tuple) can be annotated", target->range);
    }
    if (failed_) return nullptr;
    at_ = mark;
    target = expression();
    if (target != nullptr && accept(Kind::colon) && expression() != nullptr)
        return fail("illegal target for annotation", target->range);
    if (failed_) return nullptr;
    at_ = mark;
    // (star_targets '=')* a=star_expressions '='
    size_t start = at_;
    for (;;) {
        Expression* one = star_targets();
        if (failed_) return nullptr;
        if (one == nullptr || !accept(Kind::equal)) break;
        start = at_;
    }
    at_ = start;
    Expression* value = star_expressions();
    if (value != nullptr && at(Kind::equal)) {
        fail_target(value, Targets::star);
        if (failed_) return nullptr;
    }
    if (failed_) return nullptr;
    at_ = start;
    if (at(Kind::kw_yield)) {
        const Expression* yielded = yield_expression();
        if (yielded != nullptr && at(Kind::equal))
            return fail("assignment to yield expression not possible", yielded->range);
        if (failed_) return nullptr;
    }
    at_ = mark;
    value = star_expressions();
    BinaryOperator operation;
    if (value != nullptr && augmenting_operator(operation) && annotated_rhs() != nullptr)
        return fail(std::string("'") + kind_name(value) +
                        "' is an illegal expression for augmented assignment",
                    value->range);
    at_ = mark;
    return nullptr;
}

std::nullptr_t Parser::invalid_delete() {
    ++at_;
    Expression* target = star_expressions();
    if (target != nullptr) fail_target(target, Targets::del);
    return nullptr;
}

std::nullptr_t Parser::invalid_for_target() {
    accept(Kind::kw_async);
    if (!accept(Kind::kw_for)) return nullptr;
    Expression* target = star_expressions();
    if (target != nullptr) fail_target(target, Targets::for_);
    return nullptr;
}

}  // namespace meada::lang
