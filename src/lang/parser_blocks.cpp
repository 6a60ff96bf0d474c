// Compound statements but `def`'s parameters and `match`.
#include "lang/parser.h"

namespace meada::lang {

Statement* Parser::compound_statement() {
    switch (kind()) {
        case Kind::kw_if:
            return if_statement();
        case Kind::kw_while:
            return while_statement();
        case Kind::kw_for:
            return for_statement();
        case Kind::kw_with:
            return with_statement();
        case Kind::kw_try:
            return try_statement();
        case Kind::kw_def:
            return function_definition({});
        case Kind::kw_class:
            return class_definition({});
        case Kind::at:
            return decorated();
        case Kind::kw_async:
            return async_statement();
        case Kind::name:
            return at_word("match") ? match_statement() : nullptr;
        default:
            return nullptr;
    }
}

Statement* Parser::async_statement() {
    if (next_is(Kind::kw_def)) return function_definition({});
    if (next_is(Kind::kw_with)) return with_statement();
    if (next_is(Kind::kw_for)) return for_statement();
    return nullptr;
}

// NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
bool Parser::block(Statements& body) {
    struct Block {
        Statements body;
    };
    Block* found = remember<Block>(Rule::block, [&]() -> Block* {
        const size_t mark = at_;
        std::vector<Statement*> parsed;
        if (accept(Kind::newline)) {
            if (accept(Kind::indent) && statements(parsed) && accept(Kind::dedent))
                return arena_.make<Block>({arena_.list(parsed)});
            at_ = mark;
            if (failed_) return nullptr;
            parsed.clear();
        }
        if (simple_statements(parsed)) return arena_.make<Block>({arena_.list(parsed)});
        at_ = mark;
        if (second_pass_ && accept(Kind::newline) && !at(Kind::indent))
            fail_at_last_token("expected an indented block", "IndentationError");
        at_ = mark;
        return nullptr;
    });
    if (found == nullptr) return false;
    body = found->body;
    return true;
}

// What comes after the parser walks a chain of elif as nested ifs: with so many a host's stack
// ends.
constexpr size_t elif_count_max = 2000;

// A chain of elif is a loop: a long one must not nest.
Statement* Parser::if_statement() {
    struct Branch {
        size_t mark;
        Expression* test;
        Statements body;
    };
    std::vector<Branch> branches;
    const size_t mark = at_;
    Statements orelse;
    while (branches.empty() ? at(Kind::kw_if) : at(Kind::kw_elif)) {
        Branch branch{at_, nullptr, {}};
        if (second_pass_) {
            invalid_header(kind());
            if (failed_) return nullptr;
            at_ = branch.mark;
        }
        ++at_;
        branch.test = named_expression();
        if (branch.test == nullptr || !accept(Kind::colon) || !block(branch.body)) {
            at_ = branch.mark;
            if (failed_ || branches.empty()) return nullptr;
            break;
        }
        branches.push_back(branch);
        if (branches.size() > elif_count_max)
            return fail("maximum recursion depth exceeded during compilation",
                        tokens_[branch.mark].range, "RecursionError");
    }
    if (branches.empty()) {
        at_ = mark;
        return nullptr;
    }
    else_block(orelse);
    if (failed_) return nullptr;
    for (size_t index = branches.size(); index-- > 0;) {
        Statement* made = statement_node(StatementKind::if_, branches[index].mark);
        made->value = branches[index].test;
        made->body = branches[index].body;
        made->orelse = orelse;
        if (index == 0) return made;
        orelse = arena_.list(std::vector<Statement*>{made});
    }
    return nullptr;
}

bool Parser::else_block(Statements& body) {
    if (!at(Kind::kw_else)) return false;
    const size_t mark = at_;
    if (second_pass_) {
        invalid_header(Kind::kw_else);
        if (failed_) return false;
        at_ = mark;
    }
    ++at_;
    if (expect_forced(Kind::colon) && block(body)) return true;
    return back(mark);
}

Statement* Parser::while_statement() {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_header(Kind::kw_while);
        if (failed_) return nullptr;
        at_ = mark;
    }
    ++at_;
    Expression* test = named_expression();
    Statements body, orelse;
    if (test == nullptr || !accept(Kind::colon) || !block(body)) {
        at_ = mark;
        return nullptr;
    }
    else_block(orelse);
    if (failed_) return nullptr;
    Statement* made = statement_node(StatementKind::while_, mark);
    made->value = test;
    made->body = body;
    made->orelse = orelse;
    return made;
}

Statement* Parser::for_statement() {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_for();
        if (failed_) return nullptr;
        at_ = mark;
    }
    const bool is_async = accept(Kind::kw_async);
    ++at_;
    Expression* target = star_targets();
    if (target == nullptr || !accept(Kind::kw_in)) {
        at_ = mark;
        if (second_pass_ && !failed_) invalid_for_target();
        at_ = mark;
        return nullptr;
    }
    Expression* iterable = star_expressions();
    Statements body, orelse;
    if (iterable == nullptr || !accept(Kind::colon) || !block(body)) {
        at_ = mark;
        return nullptr;
    }
    else_block(orelse);
    if (failed_) return nullptr;
    Statement* made =
        statement_node(is_async ? StatementKind::async_for : StatementKind::for_, mark);
    made->target = target;
    made->value = iterable;
    made->body = body;
    made->orelse = orelse;
    return made;
}

Statement* Parser::with_statement() {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_with();
        if (failed_) return nullptr;
        at_ = mark;
    }
    const bool is_async = accept(Kind::kw_async);
    ++at_;
    const size_t start = at_;
    std::vector<WithItem> items;
    Statements body;
    // Parentheses around all items are tried first: (a as b, c as d)
    bool good = accept(Kind::left_paren) && with_items(items, true) && accept(Kind::colon);
    if (!good && !failed_) {
        at_ = start;
        items.clear();
        good = with_items(items, false) && accept(Kind::colon);
    }
    if (!good || !block(body) || failed_) {
        at_ = mark;
        return nullptr;
    }
    Statement* made =
        statement_node(is_async ? StatementKind::async_with : StatementKind::with, mark);
    made->with_items = arena_.list(items);
    made->body = body;
    return made;
}

bool Parser::with_items(std::vector<WithItem>& items, bool in_parentheses) {
    do {
        WithItem item;
        if (!with_item(item)) {
            if (!items.empty() && !in_parentheses) --at_;
            break;
        }
        items.push_back(item);
    } while (accept(Kind::comma));
    if (failed_ || items.empty()) return false;
    return !in_parentheses || accept(Kind::right_paren);
}

// expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
bool Parser::with_item(WithItem& item) {
    const size_t mark = at_;
    item.context = expression();
    if (item.context == nullptr) return back(mark);
    if (!at(Kind::kw_as)) return true;
    const size_t before = at_++;
    item.target = star_target();
    if (item.target != nullptr && (at(Kind::comma) || at(Kind::right_paren) || at(Kind::colon)))
        return true;
    item.target = nullptr;
    if (second_pass_ && !failed_) {
        at_ = before + 1;
        Expression* target = expression();
        if (target != nullptr && (at(Kind::comma) || at(Kind::right_paren) || at(Kind::colon)))
            fail_target(target, Targets::star);
    }
    at_ = before;
    return !failed_;
}

Statement* Parser::try_statement() {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_try();
        if (failed_) return nullptr;
        at_ = mark;
    }
    ++at_;
    Statements body, orelse, final_body;
    if (!expect_forced(Kind::colon) || !block(body)) {
        at_ = mark;
        return nullptr;
    }
    std::vector<ExceptHandler> handlers;
    ExceptHandler handler;
    bool star = false;
    if (at(Kind::kw_except)) {
        const size_t before = at_;
        while (at(Kind::kw_except) && except_block(handler, false)) handlers.push_back(handler);
        if (handlers.empty() && !failed_) {
            at_ = before;
            star = true;
            while (at(Kind::kw_except) && except_block(handler, true)) handlers.push_back(handler);
        }
        if (!failed_ && !handlers.empty()) else_block(orelse);
    }
    if (!failed_) finally_block(final_body);
    if (failed_ || (handlers.empty() && final_body.empty())) {
        at_ = mark;
        return nullptr;
    }
    Statement* made = statement_node(star ? StatementKind::try_star : StatementKind::try_, mark);
    made->body = body;
    made->handlers = arena_.list(handlers);
    made->orelse = orelse;
    made->final_body = final_body;
    return made;
}

bool Parser::except_block(ExceptHandler& handler, bool star) {
    const size_t mark = at_;
    handler = {};
    if (second_pass_) {
        invalid_except();
        if (failed_) return false;
        at_ = mark;
    }
    ++at_;
    if (star && !accept(Kind::star)) return back(mark);
    if (star || !at(Kind::colon)) {
        handler.type = expression();
        if (handler.type == nullptr) return back(mark);
        if (accept(Kind::kw_as)) {
            if (!accept(Kind::name)) return back(mark);
            handler.name = text_of_token(previous());
        }
    }
    if (!accept(Kind::colon) || !block(handler.body)) return back(mark);
    handler.range = since(mark);
    return true;
}

bool Parser::finally_block(Statements& body) {
    if (!at(Kind::kw_finally)) return false;
    const size_t mark = at_;
    if (second_pass_) {
        invalid_header(Kind::kw_finally);
        if (failed_) return false;
        at_ = mark;
    }
    ++at_;
    if (expect_forced(Kind::colon) && block(body)) return true;
    return back(mark);
}

Statement* Parser::decorated() {
    const size_t mark = at_;
    std::vector<Expression*> decorators;
    while (at(Kind::at)) {
        const size_t before = at_++;
        Expression* decorator = named_expression();
        if (decorator == nullptr || !accept(Kind::newline)) {
            at_ = before;
            break;
        }
        decorators.push_back(decorator);
    }
    Statement* made = nullptr;
    if (!failed_ && !decorators.empty()) {
        if (at(Kind::kw_class))
            made = class_definition(decorators);
        else if (at(Kind::kw_def) || (at(Kind::kw_async) && next_is(Kind::kw_def)))
            made = function_definition(decorators);
    }
    if (made == nullptr) at_ = mark;
    return made;
}

Statement* Parser::function_definition(const std::vector<Expression*>& decorators) {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_function();
        if (failed_) return nullptr;
        at_ = mark;
    }
    const bool is_async = accept(Kind::kw_async);
    ++at_;
    Statements body;
    Expression* returns = nullptr;
    const bool named_one = accept(Kind::name);
    const std::string_view name = named_one ? text_of_token(previous()) : std::string_view();
    Parameters* parsed = nullptr;
    bool good = named_one && expect_forced(Kind::left_paren);
    if (good) parsed = parameters(false);
    good = good && !failed_ && accept(Kind::right_paren);
    const size_t before_arrow = at_;
    if (good && accept(Kind::arrow)) {
        returns = expression();
        if (returns == nullptr) at_ = before_arrow;
    }
    good = good && expect_forced(Kind::colon) && block(body);
    if (!good || failed_) {
        at_ = mark;
        return nullptr;
    }
    Statement* made =
        statement_node(is_async ? StatementKind::async_function : StatementKind::function, mark);
    made->name = name;
    made->parameters = parsed != nullptr ? parsed : arena_.make<Parameters>();
    made->value = returns;
    made->body = body;
    made->decorators = arena_.list(decorators);
    return made;
}

Statement* Parser::class_definition(const std::vector<Expression*>& decorators) {
    const size_t mark = at_;
    if (second_pass_) {
        invalid_class();
        if (failed_) return nullptr;
        at_ = mark;
    }
    ++at_;
    Arguments* arguments = nullptr;
    Statements body;
    bool good = accept(Kind::name);
    const std::string_view name = good ? text_of_token(previous()) : std::string_view();
    const size_t before = at_;
    if (good && accept(Kind::left_paren)) {
        arguments = this->arguments();
        if (!failed_ && !accept(Kind::right_paren)) {
            at_ = before;
            arguments = nullptr;
        }
    }
    good = good && !failed_ && accept(Kind::colon) && block(body);
    if (!good || failed_) {
        at_ = mark;
        return nullptr;
    }
    Statement* made = statement_node(StatementKind::class_, mark);
    made->name = name;
    if (arguments != nullptr) {
        made->items = arguments->items;
        made->keywords = arguments->keywords;
    }
    made->body = body;
    made->decorators = arena_.list(decorators);
    return made;
}

}  // namespace meada::lang
