// Calls and subscripts: what stands in the brackets, and what can be wrong with it.
#include "lang/parser.h"

namespace meada::lang {

// primary genexp | primary '(' [arguments] ')'
Expression* Parser::call(size_t mark, Expression* callee) {
    const size_t open = at_++;
    if (accept(Kind::right_paren)) return named(ExpressionKind::call, mark, callee);
    // A lone generator expression needs no parentheses of its own.
    const bool starred = at(Kind::star) || at(Kind::double_star);
    Expression* first = starred ? nullptr : genexp_element();
    if (failed_ || (first == nullptr && !starred && !repeating_)) return nullptr;
    // Nested calls would be parsed twice a level otherwise.
    known_argument_ = {open + 1, at_, repeating_ ? nullptr : first};
    if (first != nullptr && at_comprehension()) {
        Expression* generator =
            comprehension(ExpressionKind::generator, open, first, nullptr, Kind::right_paren);
        if (generator != nullptr) {
            Expression* made = named(ExpressionKind::call, mark, callee);
            made->items = arena_.list(std::vector<Expression*>{generator});
            return made;
        }
    }
    if (second_pass_ && !failed_) {
        at_ = open;
        invalid_comprehension();
    }
    if (failed_) return nullptr;
    at_ = open + 1;
    Arguments* arguments = this->arguments();
    if (arguments == nullptr || !accept(Kind::right_paren)) return nullptr;
    Expression* made = named(ExpressionKind::call, mark, callee);
    made->items = arguments->items;
    made->keywords = arguments->keywords;
    return made;
}

// args [','] &')' | invalid_arguments
Parser::Arguments* Parser::arguments() {
    return remember<Arguments>(Rule::arguments, [&]() -> Arguments* {
        const size_t mark = at_;
        Arguments* list = argument_list();
        if (list != nullptr) {
            accept(Kind::comma);
            if (at(Kind::right_paren)) return list;
        }
        at_ = mark;
        if (second_pass_ && !failed_) invalid_arguments();
        at_ = mark;
        return nullptr;
    });
}

// Positional and *starred ones, then name=value and *starred, then name=value and **mapping.
Parser::Arguments* Parser::argument_list() {
    const size_t mark = at_;
    ArgumentLists lists;
    enum { positional, keywords, mappings } state = positional;
    for (size_t before = at_; !failed_; before = at_) {
        if (before != mark && !accept(Kind::comma)) break;
        bool found = state == positional && positional_argument(lists);
        if (!found && state != mappings && !failed_) {
            found = keyword_argument(lists, true);
            if (found) state = keywords;
        }
        if (!found && !failed_) {
            found = keyword_argument(lists, false);
            if (found) state = mappings;
        }
        if (!found) {
            at_ = before;
            break;
        }
    }
    if (failed_ || at_ == mark) return nullptr;
    return arena_.make<Arguments>(
        {arena_.list(lists.items), arena_.list(lists.keywords), since(mark)});
}

// (starred_expression | (assignment_expression | expression !':=') !'=')
bool Parser::positional_argument(ArgumentLists& lists) {
    const size_t mark = at_;
    Expression* value;
    if (accept(Kind::star)) {
        value = expression();
        if (value != nullptr) value = named(ExpressionKind::starred, mark, value);
    } else {
        if (at(Kind::name) && next_is(Kind::equal)) {
            if (!second_pass_) return false;
        }
        if (known_argument_.node != nullptr && known_argument_.start == mark) {
            value = known_argument_.node;
            at_ = known_argument_.end;
        } else {
            value = genexp_element();
        }
        if (value != nullptr && at(Kind::equal)) value = nullptr;
    }
    if (value == nullptr || failed_) return back(mark);
    lists.items.push_back(value);
    return true;
}

// invalid_kwarg | NAME '=' expression | starred_expression or '**' expression
bool Parser::keyword_argument(ArgumentLists& lists, bool stars_allowed) {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_keyword_argument();
        if (failed_) return false;
    }
    if (at(Kind::name) && next_is(Kind::equal)) {
        const std::string_view name = text_of_token(token());
        at_ += 2;
        Expression* value = expression();
        if (value == nullptr) return back(mark);
        lists.keywords.push_back({name, value, since(mark)});
        return true;
    }
    if (!accept(stars_allowed ? Kind::star : Kind::double_star)) return false;
    Expression* value = expression();
    if (value == nullptr) return back(mark);
    if (stars_allowed)
        lists.items.push_back(named(ExpressionKind::starred, mark, value));
    else
        lists.keywords.push_back({{}, value, since(mark)});
    return true;
}

std::nullptr_t Parser::invalid_keyword_argument() {
    const size_t mark = at_;
    if ((at(Kind::kw_true) || at(Kind::kw_false) || at(Kind::kw_none)) && next_is(Kind::equal))
        return fail("cannot assign to " + std::string(text_of_token(token())),
                    cover(token().range, token_at(at_ + 1).range));
    if (at(Kind::name) && next_is(Kind::equal)) {
        at_ += 2;
        std::vector<Comprehension> clauses;
        if (expression() != nullptr && comprehensions(clauses))
            return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                        cover(tokens_[mark].range, tokens_[mark + 1].range));
        at_ = mark;
        return nullptr;
    }
    const Expression* value = expression();
    if (value != nullptr && at(Kind::equal))
        return fail("expression cannot contain assignment, perhaps you meant \"==\"?",
                    cover(value->range, token().range));
    at_ = mark;
    return nullptr;
}

namespace {

const Expression* last_comprehension_item(const Comprehension& comprehension) {
    return comprehension.conditions.empty() ? comprehension.iterable
                                            : comprehension.conditions.back();
}

}  // namespace

std::nullptr_t Parser::invalid_arguments() {
    const size_t mark = at_;
    const char* const parenthesise = "Generator expression must be parenthesized";
    Arguments* list = argument_list();
    bool mapping = false;
    if (list != nullptr)
        for (const Keyword& keyword : list->keywords) mapping |= keyword.name.empty();
    if (mapping && accept(Kind::comma) && at(Kind::star))
        return fail("iterable argument unpacking follows keyword argument unpacking",
                    token().range);
    if (failed_) return nullptr;
    at_ = mark;
    std::vector<Comprehension> clauses;
    const Expression* value = expression();
    if (value != nullptr && comprehensions(clauses) && accept(Kind::comma)) {
        const SourceRange range =
            cover(value->range, last_comprehension_item(clauses.back())->range);
        argument_list();  // may be missing
        if (failed_) return nullptr;
        return fail(parenthesise, range);
    }
    if (failed_) return nullptr;
    at_ = mark;
    clauses.clear();
    if (at(Kind::name) && next_is(Kind::equal)) {
        at_ += 2;
        if (expression() != nullptr && comprehensions(clauses))
            return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                        cover(tokens_[mark].range, tokens_[mark + 1].range));
    }
    if (failed_) return nullptr;
    at_ = mark;
    clauses.clear();
    list = argument_list();
    if (list != nullptr && comprehensions(clauses) && list->items.size() > 1)
        return fail(parenthesise, cover(list->items.back()->range,
                                        last_comprehension_item(clauses.back())->range));
    if (failed_) return nullptr;
    at_ = mark;
    clauses.clear();
    list = argument_list();
    if (list != nullptr && accept(Kind::comma)) {
        const size_t after = at_;
        value = expression();
        if (value != nullptr && comprehensions(clauses))
            return fail(parenthesise, cover(value->range, clauses.back().target->range));
        at_ = after;
        if (!failed_ && argument_list() != nullptr) {
            bool unpacking = false;
            for (const Keyword& keyword : list->keywords) unpacking |= keyword.name.empty();
            return fail_at_last_token(unpacking
                                          ? "positional argument follows keyword argument unpacking"
                                          : "positional argument follows keyword argument");
        }
    }
    at_ = mark;
    return nullptr;
}

// --- what stands in the brackets of a subscript

Expression* Parser::slices() {
    const size_t mark = at_;
    std::vector<Expression*> items;
    bool comma = false;
    for (;;) {
        Expression* item = nullptr;
        if (at(Kind::star)) {
            item = star_named_expression();
            comma = comma || item != nullptr;
        } else {
            item = slice();
        }
        if (item == nullptr) break;
        items.push_back(item);
        if (!accept(Kind::comma)) break;
        comma = true;
    }
    if (failed_ || items.empty()) {
        at_ = mark;
        return nullptr;
    }
    return comma ? tuple(items, mark) : items[0];
}

Expression* Parser::slice() {
    const size_t mark = at_;
    Expression* start = nullptr;
    if (!at(Kind::colon)) {
        if (at(Kind::name) && next_is(Kind::colon_equal)) return assignment_expression();
        start = expression();
        if (start == nullptr) return nullptr;
        if (!at(Kind::colon)) {
            if (!second_pass_ && !at(Kind::colon_equal)) return start;
            at_ = mark;
            return named_expression();
        }
    }
    ++at_;
    Expression* stop = expression();
    Expression* step = nullptr;
    if (accept(Kind::colon)) step = expression();
    if (failed_) return nullptr;
    Expression* made = node(ExpressionKind::slice, mark);
    made->first = start;
    made->second = stop;
    made->third = step;
    return made;
}

}  // namespace meada::lang
