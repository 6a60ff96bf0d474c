// `match` and its patterns.
#include "lang/parser.h"

namespace meada::lang {

Statement* Parser::match_statement() {
    const size_t mark = at_++;
    Expression* value = subject();
    std::vector<MatchCase> cases;
    if (value != nullptr && accept(Kind::colon) && accept(Kind::newline) && accept(Kind::indent)) {
        MatchCase match_case;
        while (at_word("case") && case_block(match_case)) cases.push_back(match_case);
        if (!failed_ && !cases.empty() && accept(Kind::dedent)) {
            Statement* made = statement_node(StatementKind::match, mark);
            made->value = value;
            made->cases = arena_.list(cases);
            return made;
        }
    }
    at_ = mark;
    if (second_pass_ && !failed_) invalid_match();
    at_ = mark;
    return nullptr;
}

// star_named_expression ',' star_named_expressions? | named_expression
Expression* Parser::subject() {
    const size_t mark = at_;
    Expression* first = star_named_expression();
    if (first == nullptr) return nullptr;
    if (!at(Kind::comma)) {
        if (first->kind != ExpressionKind::starred) return first;
        at_ = mark;
        return nullptr;
    }
    std::vector<Expression*> items{first};
    while (accept(Kind::comma)) {
        Expression* item = star_named_expression();
        if (item == nullptr) break;
        items.push_back(item);
    }
    return failed_ ? nullptr : tuple(items, mark);
}

bool Parser::case_block(MatchCase& match_case) {
    const size_t mark = at_;
    match_case = {};
    if (second_pass_) {
        invalid_case();
        if (failed_) return false;
        at_ = mark;
    }
    ++at_;
    match_case.pattern = patterns();
    if (match_case.pattern == nullptr) return back(mark);
    if (accept(Kind::kw_if)) {
        match_case.guard = named_expression();
        if (match_case.guard == nullptr) return back(mark);
    }
    return (accept(Kind::colon) && block(match_case.body)) || back(mark);
}

Pattern* Parser::pattern_node(PatternKind kind, size_t mark) {
    Pattern* made = arena_.make<Pattern>();
    made->kind = kind;
    made->range = since(mark);
    return made;
}

// maybe_star_pattern (',' maybe_star_pattern)* [',']
bool Parser::maybe_sequence(std::vector<Pattern*>& items, bool& comma) {
    comma = false;
    for (;;) {
        Pattern* item = maybe_star_pattern();
        if (item == nullptr) break;
        items.push_back(item);
        if (!accept(Kind::comma)) break;
        comma = true;
    }
    return !failed_ && !items.empty();
}

Pattern* Parser::patterns() {
    const size_t mark = at_;
    std::vector<Pattern*> items;
    bool comma = false;
    if (!maybe_sequence(items, comma)) {
        at_ = mark;
        return nullptr;
    }
    if (!comma) {
        if (items[0]->kind != PatternKind::star) return items[0];
        at_ = mark;
        return nullptr;
    }
    Pattern* made = pattern_node(PatternKind::sequence, mark);
    made->patterns = arena_.list(items);
    return made;
}

Pattern* Parser::maybe_star_pattern() { return at(Kind::star) ? star_pattern() : pattern(); }

Pattern* Parser::star_pattern() {
    const size_t mark = at_++;
    if (!accept(Kind::name)) {
        at_ = mark;
        return nullptr;
    }
    const std::string_view name = text_of_token(previous());
    Pattern* made = pattern_node(PatternKind::star, mark);
    if (name != "_") made->name = name;
    return made;
}

// as_pattern | or_pattern
Pattern* Parser::pattern() {
    const DepthGuard guard(*this);
    if (too_deep()) return nullptr;
    const size_t mark = at_;
    Pattern* first = or_pattern();
    if (first == nullptr || !at(Kind::kw_as)) return first;
    const size_t before = at_++;
    const auto is_capture = [&] {
        return at(Kind::name) && !at_word("_") && !next_is(Kind::dot) &&
               !next_is(Kind::left_paren) && !next_is(Kind::equal);
    };
    if (is_capture()) {
        ++at_;
        const std::string_view name = text_of_token(previous());
        Pattern* made = pattern_node(PatternKind::as, mark);
        made->first = first;
        made->name = name;
        return made;
    }
    if (second_pass_ && !failed_) {
        if (at_word("_")) return fail("cannot use '_' as a target", token().range);
        if (!at(Kind::name)) {
            const Expression* target = expression();
            if (target != nullptr) return fail("invalid pattern target", target->range);
        }
    }
    at_ = before;
    return failed_ ? nullptr : first;
}

Pattern* Parser::or_pattern() {
    const size_t mark = at_;
    Pattern* first = closed_pattern();
    if (first == nullptr || !at(Kind::bar)) return first;
    std::vector<Pattern*> items{first};
    while (at(Kind::bar)) {
        const size_t before = at_++;
        Pattern* item = closed_pattern();
        if (item == nullptr) {
            at_ = before;
            break;
        }
        items.push_back(item);
    }
    if (failed_) return nullptr;
    if (items.size() == 1) return first;
    Pattern* made = pattern_node(PatternKind::or_, mark);
    made->patterns = arena_.list(items);
    return made;
}

Pattern* Parser::closed_pattern() {
    switch (kind()) {
        case Kind::name:
            return name_or_class_pattern();
        case Kind::left_paren:
        case Kind::left_bracket:
            return group_or_sequence();
        case Kind::left_brace:
            return mapping_pattern();
        default:
            return literal_pattern();
    }
}

Pattern* Parser::literal_pattern() {
    const size_t mark = at_;
    const auto singleton = [&](Constant::Kind constant_kind) {
        ++at_;
        Pattern* made = pattern_node(PatternKind::singleton, mark);
        made->constant = constant(constant_kind, mark)->constant;
        return made;
    };
    if (at(Kind::kw_none)) return singleton(Constant::Kind::none);
    if (at(Kind::kw_true)) return singleton(Constant::Kind::true_value);
    if (at(Kind::kw_false)) return singleton(Constant::Kind::false_value);
    Expression* value = literal_expression();
    if (value == nullptr) return nullptr;
    Pattern* made = pattern_node(PatternKind::value, mark);
    made->value = value;
    return made;
}

Expression* Parser::signed_number() {
    const size_t mark = at_;
    if (!accept(Kind::minus)) return number();
    Expression* value = number();
    if (value == nullptr) {
        at_ = mark;
        return nullptr;
    }
    Expression* made = named(ExpressionKind::unary, mark, value);
    made->operation = static_cast<uint8_t>(UnaryOperator::minus);
    return made;
}

// Number, complex number (1 + 2j) or strings.
Expression* Parser::literal_expression() {
    if (at(Kind::string)) return strings();
    const size_t mark = at_;
    Expression* real = signed_number();
    if (real == nullptr || (!at(Kind::plus) && !at(Kind::minus))) return real;
    const BinaryOperator operation =
        at(Kind::plus) ? BinaryOperator::add : BinaryOperator::subtract;
    const size_t before = at_++;
    Expression* imaginary = number();
    if (failed_) return nullptr;
    if (imaginary == nullptr) {
        at_ = before;
        return real;
    }
    const Expression* real_number = real->kind == ExpressionKind::unary ? real->first : real;
    if (real_number->constant->kind == Constant::Kind::complex)
        return fail("real number required in complex literal", real->range);
    if (imaginary->constant->kind != Constant::Kind::complex)
        return fail("imaginary number required in complex literal", imaginary->range);
    Expression* made = named(ExpressionKind::binary, mark, real);
    made->operation = static_cast<uint8_t>(operation);
    made->second = imaginary;
    return made;
}

// Capture, wildcard, dotted value, or class.
Pattern* Parser::name_or_class_pattern() {
    const size_t mark = at_;
    Expression* value = name_atom();
    while (at(Kind::dot) && next_is(Kind::name)) {
        at_ += 2;
        Expression* attribute = named(ExpressionKind::attribute, mark, value);
        attribute->name = text_of_token(previous());
        value = attribute;
    }
    if (at(Kind::left_paren)) {
        Pattern* made = class_pattern(mark, value);
        if (made == nullptr) at_ = mark;
        return made;
    }
    if (at(Kind::dot) || at(Kind::equal)) {
        at_ = mark;
        return nullptr;
    }
    if (value->kind == ExpressionKind::attribute) {
        Pattern* made = pattern_node(PatternKind::value, mark);
        made->value = value;
        return made;
    }
    Pattern* made = pattern_node(PatternKind::as, mark);
    if (value->name != "_") made->name = value->name;
    return made;
}

bool Parser::class_pattern_arguments(ClassPatternArguments& arguments) {
    for (;;) {
        if (at(Kind::name) && next_is(Kind::equal)) {
            const size_t mark = at_;
            const std::string_view name = text_of_token(token());
            at_ += 2;
            Pattern* value = pattern();
            if (value == nullptr) return back(mark);
            arguments.keyword_names.push_back(name);
            arguments.keyword_patterns.push_back(value);
        } else {
            if (!arguments.keyword_names.empty()) return !failed_;
            Pattern* value = pattern();
            if (value == nullptr) return !failed_;
            arguments.patterns.push_back(value);
        }
        if (!accept(Kind::comma)) return !failed_;
    }
}

Pattern* Parser::class_pattern(size_t mark, Expression* callee) {
    ++at_;
    ClassPatternArguments arguments;
    if (!class_pattern_arguments(arguments)) return nullptr;
    if (accept(Kind::right_paren)) {
        Pattern* made = pattern_node(PatternKind::class_, mark);
        made->value = callee;
        made->patterns = arena_.list(arguments.patterns);
        made->keyword_names = arena_.list(arguments.keyword_names);
        made->keyword_patterns = arena_.list(arguments.keyword_patterns);
        return made;
    }
    if (second_pass_ && !failed_ && !arguments.keyword_names.empty() &&
        previous().kind == Kind::comma) {
        std::vector<Pattern*> late;
        do {
            Pattern* value = pattern();
            if (value == nullptr) break;
            late.push_back(value);
        } while (accept(Kind::comma));
        if (!failed_ && !late.empty())
            return fail("positional patterns follow keyword patterns",
                        cover(late.front()->range, late.back()->range));
    }
    return nullptr;
}

Pattern* Parser::group_or_sequence() {
    const size_t mark = at_;
    const bool bracket = at(Kind::left_bracket);
    const Kind closing = bracket ? Kind::right_bracket : Kind::right_paren;
    ++at_;
    std::vector<Pattern*> items;
    bool comma = false;
    if (!at(closing)) maybe_sequence(items, comma);
    if (failed_ || !accept(closing)) {
        at_ = mark;
        return nullptr;
    }
    if (!bracket && items.size() == 1 && !comma) {
        if (items[0]->kind != PatternKind::star) return items[0];
        at_ = mark;
        return nullptr;
    }
    Pattern* made = pattern_node(PatternKind::sequence, mark);
    made->patterns = arena_.list(items);
    return made;
}

bool Parser::mapping_item(Pattern& made, std::vector<Expression*>& keys,
                          std::vector<Pattern*>& values) {
    const size_t mark = at_;
    if (accept(Kind::double_star)) {
        if (!at(Kind::name) || at_word("_") || !made.name.empty()) return back(mark);
        made.name = text_of_token(token());
        ++at_;
        return true;
    }
    if (!made.name.empty()) return false;
    Expression* key = nullptr;
    if (at(Kind::name)) {
        key = name_atom();
        while (at(Kind::dot) && next_is(Kind::name)) {
            at_ += 2;
            Expression* attribute = named(ExpressionKind::attribute, mark, key);
            attribute->name = text_of_token(previous());
            key = attribute;
        }
        if (key->kind == ExpressionKind::name) key = nullptr;
    } else if (at(Kind::kw_none) || at(Kind::kw_true) || at(Kind::kw_false)) {
        key = atom();
    } else {
        key = literal_expression();
    }
    if (key == nullptr || !accept(Kind::colon)) return back(mark);
    Pattern* value = pattern();
    if (value == nullptr) return back(mark);
    keys.push_back(key);
    values.push_back(value);
    return true;
}

Pattern* Parser::mapping_pattern() {
    const size_t mark = at_++;
    Pattern collected;
    std::vector<Expression*> keys;
    std::vector<Pattern*> values;
    while (mapping_item(collected, keys, values) && accept(Kind::comma)) {
    }
    if (failed_ || !accept(Kind::right_brace)) {
        at_ = mark;
        return nullptr;
    }
    Pattern* made = pattern_node(PatternKind::mapping, mark);
    made->name = collected.name;
    made->keys = arena_.list(keys);
    made->patterns = arena_.list(values);
    return made;
}

}  // namespace meada::lang
