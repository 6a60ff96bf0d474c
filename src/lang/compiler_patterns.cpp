// `match`. The subject is on the stack; captured values gather above it and are stored only when
// the whole pattern fits. On failure all of them are popped: a jump goes to the block that pops as
// many as there are.
#include <algorithm>

#include "lang/compiler.h"

namespace meada::lang {

struct Compiler::PatternState {
    std::vector<std::string_view> stores;  // captures so far, in the order of the stack
    bool allow_irrefutable = false;
    std::vector<Block> fail_pops;  // [n]: pops n values, then fails
    uint32_t on_top = 0;           // values above the captures that must be kept
};

namespace {

bool is_wildcard(const Pattern* p) {
    return p->kind == PatternKind::as && p->first == nullptr && p->name.empty();
}

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace

void Compiler::rotate(uint32_t count) {
    for (; count > 1; --count) emit(Opcode::SWAP, count);
}

void Compiler::jump_to_fail(Opcode opcode, PatternState& state) {
    const size_t pops = state.on_top + state.stores.size();
    while (state.fail_pops.size() <= pops) state.fail_pops.push_back(make_block());
    emit_jump(opcode, state.fail_pops[pops]);
}

void Compiler::emit_fail_pops(PatternState& state) {
    if (state.fail_pops.empty()) return;
    for (size_t index = state.fail_pops.size() - 1; index > 0; --index) {
        use(state.fail_pops[index]);
        emit(Opcode::POP_TOP);
    }
    use(state.fail_pops[0]);
    state.fail_pops.clear();
}

void Compiler::match(const Statement* s) {
    expression(s->value);
    const Block end = make_block();
    const size_t count = s->cases.size();
    const bool has_default = is_wildcard(s->cases.back().pattern) && count > 1;
    const size_t tested = count - (has_default ? 1 : 0);
    PatternState state;
    for (size_t index = 0; index < tested; ++index) {
        const MatchCase& match_case = s->cases[index];
        state = {};
        state.allow_irrefutable = match_case.guard != nullptr || index == count - 1;
        this->match_case(match_case, index + 1 < tested, end, state);
        if (error_) return;
    }
    if (has_default) {
        const MatchCase& match_case = s->cases.back();
        set_place(match_case.pattern->range);
        if (count == 1)
            emit(Opcode::POP_TOP);
        else
            emit(Opcode::NOP);  // a line of its own in a debugger
        if (match_case.guard != nullptr) jump_if(match_case.guard, end, false);
        statements(match_case.body);
    }
    use(end);
}

void Compiler::match_case(const MatchCase& match_case, bool keeps_subject, Block end,
                          PatternState& state) {
    set_place(match_case.pattern->range);
    if (keeps_subject) emit(Opcode::COPY, 1);
    pattern(match_case.pattern, state);
    for (const std::string_view name : state.stores) access_name(name, Access::store);
    if (match_case.guard != nullptr) {
        if (state.fail_pops.empty()) state.fail_pops.push_back(make_block());
        jump_if(match_case.guard, state.fail_pops[0], false);
    }
    if (keeps_subject) emit(Opcode::POP_TOP);
    statements(match_case.body);
    emit_jump_without_line(op_jump, end);
    set_place(match_case.pattern->range);
    emit_fail_pops(state);
}

void Compiler::pattern(const Pattern* p, PatternState& state) {
    if (error_) return;
    set_place(p->range);  // and stays there, as in CPython
    switch (p->kind) {
        case PatternKind::value:
            return pattern_value(p, state);
        case PatternKind::singleton:
            return pattern_singleton(p, state);
        case PatternKind::sequence:
            return pattern_sequence(p, state);
        case PatternKind::mapping:
            return pattern_mapping(p, state);
        case PatternKind::class_:
            return pattern_class(p, state);
        case PatternKind::star:
            return pattern_store(p->name, p->range, state);
        case PatternKind::as:
            return pattern_as(p, state);
        case PatternKind::or_:
            return pattern_or(p, state);
    }
}

void Compiler::pattern_below(const Pattern* p, PatternState& state) {
    const bool before = state.allow_irrefutable;
    state.allow_irrefutable = true;
    pattern(p, state);
    state.allow_irrefutable = before;
}

void Compiler::pattern_store(std::string_view name, SourceRange range, PatternState& state) {
    if (name.empty()) return emit(Opcode::POP_TOP);
    if (name == "__debug__") return fail("cannot assign to __debug__", range);
    // CPython places this one where it is: at the innermost pattern that it has compiled.
    if (std::find(state.stores.begin(), state.stores.end(), name) != state.stores.end())
        return fail("multiple assignments to name " + quoted(name) + " in pattern",
                    unit_->place);
    rotate(state.on_top + static_cast<uint32_t>(state.stores.size()) + 1);
    state.stores.push_back(name);
}

void Compiler::pattern_value(const Pattern* p, PatternState& state) {
    // Unary and binary: complex literals, which are not folded.
    const bool good =
        p->value->kind == ExpressionKind::constant || p->value->kind == ExpressionKind::attribute ||
        p->value->kind == ExpressionKind::unary || p->value->kind == ExpressionKind::binary;
    if (!good) return fail("patterns may only match literals and attribute lookups", p->range);
    expression(p->value);
    comparison(ComparisonKind::equal);
    jump_to_fail(op_pop_jump_if_false, state);
}

void Compiler::pattern_singleton(const Pattern* p, PatternState& state) {
    load_constant(*p->constant);
    comparison(ComparisonKind::is);
    jump_to_fail(op_pop_jump_if_false, state);
}

void Compiler::pattern_sequence(const Pattern* p, PatternState& state) {
    const size_t size = p->patterns.size();
    size_t star = size;
    bool only_wildcards = true, star_wildcard = false;
    for (size_t index = 0; index < size; ++index) {
        const Pattern* item = p->patterns[index];
        if (item->kind == PatternKind::star) {
            if (star != size) return fail("multiple starred names in sequence pattern", p->range);
            star_wildcard = item->name.empty();
            only_wildcards &= star_wildcard;
            star = index;
        } else {
            only_wildcards &= is_wildcard(item);
        }
    }
    ++state.on_top;
    emit(Opcode::MATCH_SEQUENCE);
    jump_to_fail(op_pop_jump_if_false, state);
    if (star == size || size > 1) {
        emit(Opcode::GET_LEN);
        load_integer(star == size ? size : size - 1);
        comparison(star == size ? ComparisonKind::equal : ComparisonKind::greater_equal);
        jump_to_fail(op_pop_jump_if_false, state);
    }
    --state.on_top;
    if (only_wildcards) return emit(Opcode::POP_TOP);
    if (star_wildcard) return pattern_subscript(p, star, state);
    pattern_unpack(p, state);
}

void Compiler::pattern_unpack(const Pattern* p, PatternState& state) {
    const size_t size = p->patterns.size();
    bool starred = false;
    for (size_t index = 0; index < size; ++index) {
        if (p->patterns[index]->kind != PatternKind::star) continue;
        if (index >= 256 || size - index - 1 >= (1u << 16))
            return fail("too many expressions in star-unpacking sequence pattern", p->range);
        emit(Opcode::UNPACK_EX, static_cast<uint32_t>(index + ((size - index - 1) << 8)));
        starred = true;
    }
    if (!starred) emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(size));
    state.on_top += static_cast<uint32_t>(size);
    for (const Pattern* item : p->patterns) {
        --state.on_top;
        pattern_below(item, state);
    }
}

// With a *_ in it: takes single items instead of unpacking everything.
void Compiler::pattern_subscript(const Pattern* p, size_t star, PatternState& state) {
    const size_t size = p->patterns.size();
    ++state.on_top;
    for (size_t index = 0; index < size; ++index) {
        if (index == star || is_wildcard(p->patterns[index])) continue;
        emit(Opcode::COPY, 1);
        if (index < star) {
            load_integer(index);
        } else {
            emit(Opcode::GET_LEN);
            load_integer(size - index);
            emit(Opcode::BINARY_OP, static_cast<uint32_t>(BinaryOperator::subtract));
        }
        emit(Opcode::BINARY_SUBSCR);
        pattern_below(p->patterns[index], state);
    }
    --state.on_top;
    emit(Opcode::POP_TOP);
}

void Compiler::check_mapping_keys(const Pattern* p) {
    for (size_t index = 0; index < p->keys.size(); ++index) {
        const Expression* key = p->keys[index];
        if (key->kind == ExpressionKind::attribute || key->kind == ExpressionKind::unary ||
            key->kind == ExpressionKind::binary)
            continue;
        if (key->kind != ExpressionKind::constant)
            return fail("mapping pattern keys may only match literals and attribute lookups",
                        p->range);
        for (size_t other = 0; other < index; ++other) {
            const Expression* earlier = p->keys[other];
            if (earlier->kind == ExpressionKind::constant &&
                constant_key(*earlier->constant) == constant_key(*key->constant))
                return fail("mapping pattern checks duplicate key (" + unparse(key) + ")",
                            p->range);
        }
    }
}

void Compiler::pattern_mapping(const Pattern* p, PatternState& state) {
    const size_t size = p->keys.size();
    ++state.on_top;
    emit(Opcode::MATCH_MAPPING);
    jump_to_fail(op_pop_jump_if_false, state);
    if (size == 0 && p->name.empty()) {
        --state.on_top;
        return emit(Opcode::POP_TOP);
    }
    if (size > 0) {
        emit(Opcode::GET_LEN);
        load_integer(size);
        comparison(ComparisonKind::greater_equal);
        jump_to_fail(op_pop_jump_if_false, state);
    }
    check_mapping_keys(p);
    expressions(p->keys);
    emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(size));
    emit(Opcode::MATCH_KEYS);
    state.on_top += 2;
    emit(Opcode::COPY, 1);
    load_none();
    emit(Opcode::IS_OP, 1);
    jump_to_fail(op_pop_jump_if_false, state);
    emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(size));
    state.on_top += static_cast<uint32_t>(size);
    --state.on_top;
    for (const Pattern* item : p->patterns) {
        --state.on_top;
        pattern_below(item, state);
    }
    state.on_top -= 2;
    if (p->name.empty()) {
        emit(Opcode::POP_TOP);
        return emit(Opcode::POP_TOP);
    }
    pattern_mapping_rest(size, state);
    pattern_store(p->name, p->range, state);
}

// A copy of the subject without the matched keys.
void Compiler::pattern_mapping_rest(size_t size, PatternState&) {
    emit(Opcode::BUILD_MAP, 0);
    emit(Opcode::SWAP, 3);
    emit(Opcode::DICT_UPDATE, 2);
    emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(size));
    for (; size > 0; --size) {
        emit(Opcode::COPY, static_cast<uint32_t>(1 + size));
        emit(Opcode::SWAP, 2);
        emit(Opcode::DELETE_SUBSCR);
    }
}

void Compiler::pattern_class(const Pattern* p, PatternState& state) {
    const size_t positional = p->patterns.size();
    const size_t count = positional + p->keyword_patterns.size();
    Constant names;
    names.kind = Constant::Kind::tuple;
    for (size_t index = 0; index < p->keyword_names.size(); ++index) {
        for (size_t other = 0; other < index; ++other)
            if (p->keyword_names[other] == p->keyword_names[index])
                return fail("attribute name repeated in class pattern: " +
                                std::string(p->keyword_names[index]),
                            p->keyword_patterns[index]->range);
        Constant name;
        name.kind = Constant::Kind::text;
        name.text = p->keyword_names[index];
        names.items.push_back(std::move(name));
    }
    expression(p->value);
    load_constant(names);
    emit(Opcode::MATCH_CLASS, static_cast<uint32_t>(positional));
    emit(Opcode::COPY, 1);
    load_none();
    emit(Opcode::IS_OP, 1);
    ++state.on_top;
    jump_to_fail(op_pop_jump_if_false, state);
    emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
    state.on_top += static_cast<uint32_t>(count);
    --state.on_top;
    for (size_t index = 0; index < count; ++index) {
        --state.on_top;
        const Pattern* item =
            index < positional ? p->patterns[index] : p->keyword_patterns[index - positional];
        if (is_wildcard(item))
            emit(Opcode::POP_TOP);
        else
            pattern_below(item, state);
    }
}

void Compiler::pattern_as(const Pattern* p, PatternState& state) {
    if (p->first == nullptr) {
        if (!state.allow_irrefutable) {
            if (p->name.empty())
                return fail("wildcard makes remaining patterns unreachable", p->range);
            return fail("name capture " + quoted(p->name) + " makes remaining patterns unreachable",
                        p->range);
        }
        return pattern_store(p->name, p->range, state);
    }
    ++state.on_top;
    emit(Opcode::COPY, 1);
    pattern(p->first, state);
    --state.on_top;
    pattern_store(p->name, p->range, state);
}

void Compiler::pattern_or_alternative(const Pattern* p, PatternState& state,
                                      std::vector<std::string_view>& control, bool first) {
    set_place(p->range);
    emit(Opcode::COPY, 1);
    pattern(p, state);
    if (first) {
        control = state.stores;
        return;
    }
    const auto differ = [&] { fail("alternative patterns bind different names", p->range); };
    if (state.stores.size() != control.size()) return differ();
    // All alternatives leave their captures in the order of the first.
    std::vector<std::string_view>& stores = state.stores;
    for (size_t wanted = control.size(); wanted-- > 0;) {
        const auto found = std::find(stores.begin(), stores.end(), control[wanted]);
        if (found == stores.end()) return differ();
        const size_t index = static_cast<size_t>(found - stores.begin());
        if (index == wanted) continue;
        size_t rotations = index + 1;
        std::vector<std::string_view> rotated(stores.begin(),
                                              stores.begin() + static_cast<int64_t>(rotations));
        stores.erase(stores.begin(), stores.begin() + static_cast<int64_t>(rotations));
        stores.insert(stores.begin() + static_cast<int64_t>(wanted - index), rotated.begin(),
                      rotated.end());
        while (rotations-- > 0) rotate(static_cast<uint32_t>(wanted + 1));
    }
}

void Compiler::pattern_or(const Pattern* p, PatternState& state) {
    const Block end = make_block();
    std::vector<std::string_view> control;
    for (const Pattern* alternative : p->patterns) {
        PatternState inner;
        inner.allow_irrefutable = alternative == p->patterns.back() && state.allow_irrefutable;
        pattern_or_alternative(alternative, inner, control, alternative == p->patterns.front());
        if (error_) return;
        emit_jump(op_jump, end);
        emit_fail_pops(inner);
    }
    emit(Opcode::POP_TOP);
    jump_to_fail(op_jump, state);
    use(end);
    const uint32_t rotations =
        static_cast<uint32_t>(control.size() + 1 + state.on_top + state.stores.size());
    for (const std::string_view name : control) {
        rotate(rotations);
        if (std::find(state.stores.begin(), state.stores.end(), name) != state.stores.end())
            return fail("multiple assignments to name " + quoted(name) + " in pattern", p->range);
        state.stores.push_back(name);
    }
    emit(Opcode::POP_TOP);
}

}  // namespace meada::lang
