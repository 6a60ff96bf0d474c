// Statement lists and simple statements.
#include "lang/parser.h"

namespace meada::lang {

bool Parser::statements(std::vector<Statement*>& body) {
    while (!failed_ && statement(body)) {
    }
    return !failed_ && !body.empty();
}

bool Parser::statement(std::vector<Statement*>& body) {
    const DepthGuard guard(*this);
    if (too_deep()) return false;
    Statement* compound =
        remember<Statement>(Rule::compound_statement, [&] { return compound_statement(); });
    if (compound != nullptr) {
        body.push_back(compound);
        return true;
    }
    return !failed_ && simple_statements(body);
}

// ';'.simple_stmt+ [';'] NEWLINE
bool Parser::simple_statements(std::vector<Statement*>& body) {
    const size_t mark = at_;
    const size_t size = body.size();
    do {
        Statement* made = simple_statement();
        if (made == nullptr) break;
        body.push_back(made);
    } while (accept(Kind::semicolon));
    if (!failed_ && body.size() > size && accept(Kind::newline)) return true;
    body.resize(size);
    return back(mark);
}

Statement* Parser::simple_statement() {
    return remember<Statement>(Rule::simple_statement, [&]() -> Statement* {
        const size_t mark = at_;
        switch (kind()) {
            case Kind::kw_return:
                return return_statement();
            case Kind::kw_import:
                return import_name();
            case Kind::kw_from:
                return import_from();
            case Kind::kw_raise:
                return raise_statement();
            case Kind::kw_pass:
                ++at_;
                return statement_node(StatementKind::pass, mark);
            case Kind::kw_break:
                ++at_;
                return statement_node(StatementKind::break_, mark);
            case Kind::kw_continue:
                ++at_;
                return statement_node(StatementKind::continue_, mark);
            case Kind::kw_del:
                return delete_statement();
            case Kind::kw_assert:
                return assert_statement();
            case Kind::kw_global:
                return scope_names(StatementKind::global);
            case Kind::kw_nonlocal:
                return scope_names(StatementKind::nonlocal);
            default:
                return assignment_or_expression();
        }
    });
}

Statement* Parser::assignment_or_expression() {
    const size_t mark = at_;
    Expression* first = at(Kind::kw_yield) ? yield_expression() : star_expressions();
    Statement* made = nullptr;
    if (first != nullptr && !failed_) {
        BinaryOperator operation;
        const size_t end = at_;
        if (at(Kind::colon)) {
            made = annotated_assignment(mark, first);
        } else if (at(Kind::equal)) {
            made = plain_assignment(mark, first);
        } else if (augmenting_operator(operation)) {
            at_ = end;
            made = augmented_assignment(mark, first);
        }
        if (made != nullptr || failed_) return made;
        at_ = end;
    }
    if (failed_) return nullptr;
    if (second_pass_) {
        const size_t end = at_;
        at_ = mark;
        invalid_assignment();
        if (failed_) return nullptr;
        at_ = end;
    }
    if (first == nullptr) {
        at_ = mark;
        return nullptr;
    }
    made = statement_node(StatementKind::expression, mark);
    made->value = first;
    return made;
}

Statement* Parser::annotated_assignment(size_t mark, Expression* target) {
    const bool parenthesised = tokens_[mark].kind == Kind::left_paren;
    if (!is_single_target(target)) return nullptr;
    ++at_;
    Expression* annotation = expression();
    if (annotation == nullptr) return nullptr;
    Expression* value = nullptr;
    const size_t before = at_;
    if (accept(Kind::equal)) {
        value = annotated_rhs();
        if (value == nullptr) at_ = before;
    }
    if (failed_) return nullptr;
    set_context(target, Context::store);
    Statement* made = statement_node(StatementKind::annotated_assign, mark);
    made->target = target;
    made->annotation = annotation;
    made->value = value;
    made->simple = target->kind == ExpressionKind::name && !parenthesised;
    return made;
}

Statement* Parser::plain_assignment(size_t mark, Expression* first) {
    std::vector<Expression*> targets;
    Expression* value = first;
    while (at(Kind::equal)) {
        if (!is_star_target(value)) break;
        const size_t before = at_++;
        Expression* next = annotated_rhs();
        if (failed_) return nullptr;
        if (next == nullptr) {
            at_ = before;
            break;
        }
        targets.push_back(value);
        value = next;
    }
    if (targets.empty() || at(Kind::equal)) return nullptr;
    for (Expression* target : targets) set_context(target, Context::store);
    Statement* made = statement_node(StatementKind::assign, mark);
    made->items = arena_.list(targets);
    made->value = value;
    return made;
}

bool Parser::augmenting_operator(BinaryOperator& operation) {
    switch (kind()) {
        case Kind::plus_equal:
            operation = BinaryOperator::add;
            break;
        case Kind::minus_equal:
            operation = BinaryOperator::subtract;
            break;
        case Kind::star_equal:
            operation = BinaryOperator::multiply;
            break;
        case Kind::at_equal:
            operation = BinaryOperator::matrix_multiply;
            break;
        case Kind::slash_equal:
            operation = BinaryOperator::true_divide;
            break;
        case Kind::percent_equal:
            operation = BinaryOperator::remainder;
            break;
        case Kind::ampersand_equal:
            operation = BinaryOperator::bit_and;
            break;
        case Kind::bar_equal:
            operation = BinaryOperator::bit_or;
            break;
        case Kind::circumflex_equal:
            operation = BinaryOperator::bit_xor;
            break;
        case Kind::left_shift_equal:
            operation = BinaryOperator::left_shift;
            break;
        case Kind::right_shift_equal:
            operation = BinaryOperator::right_shift;
            break;
        case Kind::double_star_equal:
            operation = BinaryOperator::power;
            break;
        case Kind::double_slash_equal:
            operation = BinaryOperator::floor_divide;
            break;
        default:
            return false;
    }
    ++at_;
    return true;
}

Statement* Parser::augmented_assignment(size_t mark, Expression* target) {
    if (!is_single_target(target)) return nullptr;
    BinaryOperator operation;
    augmenting_operator(operation);
    Expression* value = annotated_rhs();
    if (value == nullptr) return nullptr;
    set_context(target, Context::store);
    Statement* made = statement_node(StatementKind::augmented_assign, mark);
    made->target = target;
    made->operation = static_cast<uint8_t>(operation);
    made->value = value;
    return made;
}

Statement* Parser::return_statement() {
    const size_t mark = at_++;
    Expression* value = star_expressions();
    if (failed_) return nullptr;
    Statement* made = statement_node(StatementKind::return_, mark);
    made->value = value;
    return made;
}

Statement* Parser::raise_statement() {
    const size_t mark = at_++;
    Expression* value = expression();
    Expression* cause = nullptr;
    const size_t before = at_;
    if (value != nullptr && accept(Kind::kw_from)) {
        cause = expression();
        if (cause == nullptr) at_ = before;
    }
    if (failed_) return nullptr;
    Statement* made = statement_node(StatementKind::raise, mark);
    made->value = value;
    made->cause = cause;
    return made;
}

Statement* Parser::delete_statement() {
    const size_t mark = at_++;
    std::vector<Expression*> targets;
    if (delete_targets(targets) && (at(Kind::semicolon) || at(Kind::newline))) {
        Statement* made = statement_node(StatementKind::delete_, mark);
        made->items = arena_.list(targets);
        return made;
    }
    at_ = mark;
    if (second_pass_ && !failed_) invalid_delete();
    at_ = mark;
    return nullptr;
}

Statement* Parser::assert_statement() {
    const size_t mark = at_++;
    Expression* test = expression();
    if (test == nullptr) {
        at_ = mark;
        return nullptr;
    }
    const size_t before = at_;
    Expression* message = nullptr;
    if (accept(Kind::comma)) {
        message = expression();
        if (message == nullptr) at_ = before;
    }
    if (failed_) return nullptr;
    Statement* made = statement_node(StatementKind::assert_, mark);
    made->value = test;
    made->cause = message;
    return made;
}

std::string_view Parser::dotted_name() {
    if (!accept(Kind::name)) return {};
    const Token& first = previous();
    bool adjacent = true;  // else there are spaces around dots
    std::string joined(text_of_token(first));
    while (at(Kind::dot) && next_is(Kind::name)) {
        adjacent &= previous().offset + previous().size == token().offset;
        ++at_;
        adjacent &= previous().offset + 1 == token().offset;
        joined += "." + std::string(text_of_token(token()));
        ++at_;
    }
    const std::string_view written = input_.text.substr(first.offset, joined.size());
    return adjacent && written == joined ? written : arena_.text(joined);
}

Statement* Parser::import_name() {
    const size_t mark = at_++;
    std::vector<Alias> aliases;
    do {
        const size_t start = at_;
        Alias alias;
        alias.name = dotted_name();
        if (alias.name.empty()) break;
        const size_t before = at_;
        if (accept(Kind::kw_as)) {
            if (accept(Kind::name))
                alias.as_name = text_of_token(previous());
            else
                at_ = before;
        }
        alias.range = since(start);
        aliases.push_back(alias);
    } while (accept(Kind::comma));
    if (failed_ || aliases.empty()) {
        at_ = mark;
        return nullptr;
    }
    if (previous().kind == Kind::comma) --at_;
    Statement* made = statement_node(StatementKind::import, mark);
    made->aliases = arena_.list(aliases);
    return made;
}

bool Parser::import_aliases(std::vector<Alias>& aliases) {
    do {
        const size_t start = at_;
        Alias alias;
        if (!accept(Kind::name)) {
            if (!aliases.empty()) --at_;  // the comma is not ours
            break;
        }
        alias.name = text_of_token(previous());
        const size_t before = at_;
        if (accept(Kind::kw_as)) {
            if (accept(Kind::name))
                alias.as_name = text_of_token(previous());
            else
                at_ = before;
        }
        alias.range = since(start);
        aliases.push_back(alias);
    } while (accept(Kind::comma));
    return !failed_ && !aliases.empty();
}

Statement* Parser::import_from() {
    const size_t mark = at_++;
    uint32_t level = 0;
    while (at(Kind::dot) || at(Kind::ellipsis)) {
        level += at(Kind::dot) ? 1 : 3;
        ++at_;
    }
    const std::string_view module = dotted_name();
    std::vector<Alias> aliases;
    bool good = (level > 0 || !module.empty()) && accept(Kind::kw_import);
    if (good) {
        const size_t start = at_;
        if (accept(Kind::left_paren)) {
            good = import_aliases(aliases);
            if (good) accept(Kind::comma);
            good = good && accept(Kind::right_paren);
        } else if (accept(Kind::star)) {
            aliases.push_back({"*", {}, since(start)});
        } else {
            good = import_aliases(aliases) && !at(Kind::comma);
            if (!good && second_pass_ && !failed_ && !aliases.empty() && at(Kind::comma) &&
                next_is(Kind::newline))
                return fail_at_last_token(
                    "trailing comma not allowed without surrounding parentheses");
        }
    }
    if (failed_ || !good) {
        at_ = mark;
        return nullptr;
    }
    Statement* made = statement_node(StatementKind::import_from, mark);
    made->name = module;
    made->level = level;
    made->aliases = arena_.list(aliases);
    return made;
}

Statement* Parser::scope_names(StatementKind kind) {
    const size_t mark = at_++;
    std::vector<std::string_view> names;
    do {
        if (!accept(Kind::name)) {
            if (!names.empty()) --at_;
            break;
        }
        names.push_back(text_of_token(previous()));
    } while (accept(Kind::comma));
    if (failed_ || names.empty()) {
        at_ = mark;
        return nullptr;
    }
    Statement* made = statement_node(kind, mark);
    made->names = arena_.list(names);
    return made;
}

}  // namespace meada::lang
