// Targets of assignments, loops and `del`. They are parsed as expressions and then checked: every
// target is an expression too.
#include "lang/parser.h"

namespace meada::lang {

bool Parser::is_single_target(const Expression* e) const {
    // '(' single_target ')' as well: parentheses leave no trace in the tree.
    return e->kind == ExpressionKind::name || e->kind == ExpressionKind::attribute ||
           e->kind == ExpressionKind::subscript;
}

bool Parser::is_star_target(const Expression* e) const {
    if (e->kind == ExpressionKind::starred)
        return e->first->kind != ExpressionKind::starred && is_star_target(e->first);
    if (e->kind == ExpressionKind::tuple || e->kind == ExpressionKind::list) {
        for (const Expression* item : e->items)
            if (!is_star_target(item)) return false;
        return true;
    }
    return is_single_target(e);
}

bool Parser::is_delete_target(const Expression* e) const {
    if (e->kind == ExpressionKind::tuple || e->kind == ExpressionKind::list) {
        for (const Expression* item : e->items)
            if (!is_delete_target(item)) return false;
        return true;
    }
    return is_single_target(e);
}

// star_targets of `for` and comprehensions: `in` ends them, so no comparison is read.
Expression* Parser::star_targets() {
    const size_t mark = at_;
    Expression* first = star_target();
    if (first == nullptr) return nullptr;
    if (!at(Kind::comma)) return first;
    std::vector<Expression*> items{first};
    while (accept(Kind::comma)) {
        Expression* item = star_target();
        if (item == nullptr) break;
        items.push_back(item);
    }
    if (failed_) return nullptr;
    Expression* made = tuple(items, mark);
    made->context = Context::store;
    return made;
}

Expression* Parser::star_target() {
    const size_t mark = at_;
    const bool star = accept(Kind::star);
    Expression* target = at(Kind::star) ? nullptr : primary();
    if (target == nullptr || !is_star_target(target)) {
        at_ = mark;
        return nullptr;
    }
    if (star) target = named(ExpressionKind::starred, mark, target);
    set_context(target, Context::store);
    return target;
}

bool Parser::delete_targets(std::vector<Expression*>& items) {
    do {
        const size_t mark = at_;
        Expression* target = primary();
        if (target == nullptr || !is_delete_target(target)) {
            at_ = mark;
            break;
        }
        set_context(target, Context::del);
        items.push_back(target);
    } while (accept(Kind::comma));
    return !failed_ && !items.empty();
}

}  // namespace meada::lang
