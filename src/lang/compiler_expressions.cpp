#include "lang/compiler.h"
#include "lang/fold_values.h"

namespace meada::lang {
namespace {

bool all_constant(Expressions items) {
    for (const Expression* item : items)
        if (item->kind != ExpressionKind::constant) return false;
    return true;
}

Constant constant_tuple(Expressions items, Constant::Kind kind) {
    Constant folded;
    folded.kind = kind;
    for (const Expression* item : items) {
        if (kind == Constant::Kind::frozen_set)
            add_set_item(folded, *item->constant);
        else
            folded.items.push_back(*item->constant);
    }
    return folded;
}

}  // namespace

void Compiler::expressions(Expressions items) {
    for (const Expression* item : items) expression(item);
}

void Compiler::expression(const Expression* e) {
    if (error_) return;
    if (++depth_ > nesting_max)
        return fail("maximum recursion depth exceeded during compilation", e->range,
                    "RecursionError");
    const SourceRange before = unit_->place;
    set_place(e->range);
    expression_at_place(e);
    unit_->place = before;
    --depth_;
}

void Compiler::expression_at_place(const Expression* e) {
    static constexpr Opcode unary[] = {Opcode::UNARY_INVERT, Opcode::UNARY_NOT,
                                       Opcode::UNARY_POSITIVE, Opcode::UNARY_NEGATIVE};
    switch (e->kind) {
        case ExpressionKind::named:
            expression(e->second);
            emit(Opcode::COPY, 1);
            return expression(e->first);
        case ExpressionKind::bool_op:
            return bool_op(e);
        case ExpressionKind::binary:
            expression(e->first);
            expression(e->second);
            return emit(Opcode::BINARY_OP, e->operation);
        case ExpressionKind::unary:
            expression(e->first);
            return emit(unary[e->operation]);
        case ExpressionKind::lambda:
            return lambda(e);
        case ExpressionKind::conditional:
            return conditional(e);
        case ExpressionKind::dict:
            return dict(e);
        case ExpressionKind::set:
            return display(e->items, 0,
                           {Opcode::BUILD_SET, Opcode::SET_ADD, Opcode::SET_UPDATE, false});
        case ExpressionKind::list_comprehension:
        case ExpressionKind::set_comprehension:
        case ExpressionKind::dict_comprehension:
        case ExpressionKind::generator:
            return comprehension(e);
        case ExpressionKind::yield:
        case ExpressionKind::yield_from:
            return yield_expression(e);
        case ExpressionKind::await:
            return await_expression(e);
        case ExpressionKind::compare:
            return compare(e);
        case ExpressionKind::call:
            return call(e);
        case ExpressionKind::constant:
            return load_constant(*e->constant);
        case ExpressionKind::joined_string:
            return joined_string(e);
        case ExpressionKind::formatted_value:
            return formatted_value(e);
        case ExpressionKind::attribute:
            return attribute(e);
        case ExpressionKind::subscript:
            return subscript(e);
        case ExpressionKind::starred:
            return fail(e->context == Context::store
                            ? "starred assignment target must be in a list or tuple"
                            : "can't use starred expression here",
                        e->range);
        case ExpressionKind::name:
            return access_name(e->name, e->context == Context::load    ? Access::load
                                        : e->context == Context::store ? Access::store
                                                                       : Access::del);
        case ExpressionKind::list:
        case ExpressionKind::tuple:
            return sequence(e);
        case ExpressionKind::slice:
            return slice(e);
    }
}

void Compiler::bool_op(const Expression* e) {
    const bool is_and = e->operation == static_cast<uint8_t>(BoolOperator::and_);
    const Block end = make_block();
    for (size_t index = 0; index + 1 < e->items.size(); ++index) {
        expression(e->items[index]);
        emit_jump(is_and ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP, end);
    }
    expression(e->items.back());
    use(end);
}

void Compiler::conditional(const Expression* e) {
    const Block end = make_block(), next = make_block();
    jump_if(e->first, next, false);
    expression(e->second);
    emit_jump_without_line(op_jump, end);
    use(next);
    expression(e->third);
    use(end);
}

void Compiler::comparison(ComparisonKind kind) {
    switch (kind) {
        case ComparisonKind::is:
            return emit(Opcode::IS_OP, 0);
        case ComparisonKind::is_not:
            return emit(Opcode::IS_OP, 1);
        case ComparisonKind::in:
            return emit(Opcode::CONTAINS_OP, 0);
        case ComparisonKind::not_in:
            return emit(Opcode::CONTAINS_OP, 1);
        default:
            break;
    }
    static constexpr CompareOperator operators[] = {
        CompareOperator::less,      CompareOperator::less_equal, CompareOperator::equal,
        CompareOperator::not_equal, CompareOperator::greater,    CompareOperator::greater_equal};
    emit(Opcode::COMPARE_OP, static_cast<uint32_t>(operators[static_cast<uint8_t>(kind)]));
}

void Compiler::check_comparison(const Expression* e) {
    const auto literal = [](const Expression* operand) {
        return operand->kind == ExpressionKind::constant &&
               operand->constant->kind != Constant::Kind::none &&
               operand->constant->kind != Constant::Kind::true_value &&
               operand->constant->kind != Constant::Kind::false_value &&
               operand->constant->kind != Constant::Kind::ellipsis;
    };
    const Expression* left = e->first;
    for (size_t index = 0; index < e->items.size(); ++index) {
        const ComparisonKind kind = e->operators[index];
        const Expression* right = e->items[index];
        const bool identity = kind == ComparisonKind::is || kind == ComparisonKind::is_not;
        if (identity && (literal(left) || literal(right)))
            return warn(kind == ComparisonKind::is
                            ? "\"is\" with a literal. Did you mean \"==\"?"
                            : "\"is not\" with a literal. Did you mean \"!=\"?",
                        e->range);
        left = right;
    }
}

void Compiler::compare(const Expression* e) {
    check_comparison(e);
    expression(e->first);
    const size_t last = e->items.size() - 1;
    if (last == 0) {
        expression(e->items[0]);
        return comparison(e->operators[0]);
    }
    const Block cleanup = make_block();
    for (size_t index = 0; index < last; ++index) {
        expression(e->items[index]);
        emit(Opcode::SWAP, 2);
        emit(Opcode::COPY, 2);
        comparison(e->operators[index]);
        emit_jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
    }
    expression(e->items[last]);
    comparison(e->operators[last]);
    const Block end = make_block();
    emit_jump(op_jump, end);
    use(cleanup);
    emit(Opcode::SWAP, 2);
    emit(Opcode::POP_TOP);
    use(end);
}

// Jumps to `target` if the truth of `e` is `when`, else goes on. Leaves the place at a comparison,
// as CPython does: what is emitted next seems to belong to it.
void Compiler::jump_if(const Expression* e, Block target, bool when) {
    if (error_) return;
    if (e->kind == ExpressionKind::unary &&
        e->operation == static_cast<uint8_t>(UnaryOperator::not_))
        return jump_if(e->first, target, !when);
    if (e->kind == ExpressionKind::bool_op) {
        const bool decides = e->operation == static_cast<uint8_t>(BoolOperator::or_);
        const Block short_cut = decides == when ? target : make_block();
        for (size_t index = 0; index + 1 < e->items.size(); ++index)
            jump_if(e->items[index], short_cut, decides);
        jump_if(e->items.back(), target, when);
        if (short_cut != target) use(short_cut);
        return;
    }
    if (e->kind == ExpressionKind::conditional) {
        const Block end = make_block(), next = make_block();
        jump_if(e->first, next, false);
        jump_if(e->second, target, when);
        emit_jump_without_line(op_jump, end);
        use(next);
        jump_if(e->third, target, when);
        return use(end);
    }
    if (e->kind == ExpressionKind::compare) {
        set_place(e->range);
        if (e->items.size() > 1) return jump_if_compare(e, target, when);
    }
    expression(e);
    emit_jump(when ? op_pop_jump_if_true : op_pop_jump_if_false, target);
}

void Compiler::jump_if_compare(const Expression* e, Block target, bool when) {
    check_comparison(e);
    const Block cleanup = make_block();
    expression(e->first);
    const size_t last = e->items.size() - 1;
    for (size_t index = 0; index < last; ++index) {
        expression(e->items[index]);
        emit(Opcode::SWAP, 2);
        emit(Opcode::COPY, 2);
        comparison(e->operators[index]);
        emit_jump(op_pop_jump_if_false, cleanup);
    }
    expression(e->items[last]);
    comparison(e->operators[last]);
    emit_jump(when ? op_pop_jump_if_true : op_pop_jump_if_false, target);
    const Block end = make_block();
    emit_jump_without_line(op_jump, end);
    use(cleanup);
    emit(Opcode::POP_TOP);
    if (!when) emit_jump_without_line(op_jump, target);
    use(end);
}

// In a chain over several lines a traceback shows the line of the attribute's name.
void Compiler::place_at_attribute(const Expression* e) {
    if (unit_->place.line == e->range.end_line) return;
    unit_->place.line = e->range.end_line;
    const uint32_t size = static_cast<uint32_t>(e->name.size());
    if (size <= e->range.end_column) {
        unit_->place.column = e->range.end_column - size;
    } else {
        unit_->place.column = unit_->place.end_column = 0;
    }
}

void Compiler::attribute(const Expression* e) {
    expression(e->first);
    place_at_attribute(e);
    if (e->context == Context::load) return emit_name(Opcode::LOAD_ATTR, e->name);
    if (e->context == Context::del) return emit_name(Opcode::DELETE_ATTR, e->name);
    if (e->name == "__debug__") return fail("cannot assign to __debug__", e->range);
    emit_name(Opcode::STORE_ATTR, e->name);
}

void Compiler::subscript(const Expression* e) {
    if (e->context == Context::load) check_index(e);
    expression(e->first);
    expression(e->second);
    emit(e->context == Context::load    ? Opcode::BINARY_SUBSCR
         : e->context == Context::store ? Opcode::STORE_SUBSCR
                                        : Opcode::DELETE_SUBSCR);
}

void Compiler::slice(const Expression* e) {
    for (const Expression* bound : {e->first, e->second}) {
        if (bound != nullptr)
            expression(bound);
        else
            load_none();
    }
    if (e->third != nullptr) expression(e->third);
    emit(Opcode::BUILD_SLICE, e->third != nullptr ? 3 : 2);
}

void Compiler::sequence(const Expression* e) {
    const bool is_tuple = e->kind == ExpressionKind::tuple;
    if (e->context == Context::store) return unpack_targets(e);
    if (e->context == Context::del) return expressions(e->items);
    display(e->items, 0, {Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, is_tuple});
}

void Compiler::display_of_constants(Expressions items, uint32_t pushed, Unpacking how) {
    if (how.tuple && pushed == 0)
        return load_constant(constant_tuple(items, Constant::Kind::tuple));
    emit(how.build, pushed);
    load_constant(constant_tuple(
        items, how.add == Opcode::SET_ADD ? Constant::Kind::frozen_set : Constant::Kind::tuple));
    emit(how.extend, 1);
    if (how.tuple) emit(Opcode::LIST_TO_TUPLE);
}

// A list, tuple or set display, `pushed` values of which are on the stack already.
void Compiler::display(Expressions items, uint32_t pushed, Unpacking how) {
    const uint32_t count = static_cast<uint32_t>(items.size());
    if (count > 2 && all_constant(items)) return display_of_constants(items, pushed, how);
    const bool big = count + pushed > stack_use_max;
    bool starred = false;
    for (const Expression* item : items) starred |= item->kind == ExpressionKind::starred;
    if (!starred && !big) {
        expressions(items);
        return emit(how.tuple ? Opcode::BUILD_TUPLE : how.build, count + pushed);
    }
    bool built = big;
    if (big) emit(how.build, pushed);
    for (uint32_t index = 0; index < count; ++index) {
        const Expression* item = items[index];
        if (item->kind == ExpressionKind::starred) {
            if (!built) emit(how.build, index + pushed);
            built = true;
            expression(item->first);
            emit(how.extend, 1);
        } else {
            expression(item);
            if (built) emit(how.add, 1);
        }
    }
    if (how.tuple) emit(Opcode::LIST_TO_TUPLE);
}

void Compiler::unpack_targets(const Expression* e) {
    const size_t count = e->items.size();
    bool starred = false;
    for (size_t index = 0; index < count; ++index) {
        if (e->items[index]->kind != ExpressionKind::starred) continue;
        if (starred) return fail("multiple starred expressions in assignment", e->range);
        if (index >= 256 || count - index - 1 >= (1u << 16))
            return fail("too many expressions in star-unpacking assignment", e->range);
        starred = true;
        emit(Opcode::UNPACK_EX, static_cast<uint32_t>(index + ((count - index - 1) << 8)));
    }
    if (!starred) emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
    for (const Expression* item : e->items)
        expression(item->kind == ExpressionKind::starred ? item->first : item);
}

void Compiler::dict(const Expression* e) {
    const size_t count = e->items.size();
    bool have_dict = false;
    size_t pending = 0;
    const auto flush = [&](size_t begin, size_t end) {
        part_of_dict(e, begin, end);
        if (have_dict) emit(Opcode::DICT_UPDATE, 1);
        have_dict = true;
        pending = 0;
    };
    for (size_t index = 0; index < count; ++index) {
        if (e->items[index] == nullptr) {
            if (pending != 0) flush(index - pending, index);
            if (!have_dict) emit(Opcode::BUILD_MAP, 0);
            have_dict = true;
            expression(e->others[index]);
            emit(Opcode::DICT_UPDATE, 1);
        } else if (pending * 2 > stack_use_max) {
            flush(index - pending, index + 1);
        } else {
            ++pending;
        }
    }
    if (pending != 0) flush(count - pending, count);
    if (!have_dict) emit(Opcode::BUILD_MAP, 0);
}

void Compiler::part_of_dict(const Expression* e, size_t begin, size_t end) {
    const uint32_t count = static_cast<uint32_t>(end - begin);
    const bool big = count * 2 > stack_use_max;
    const Expressions keys = e->items.subspan(begin, count);
    if (count > 1 && !big && all_constant(keys)) {
        expressions(e->others.subspan(begin, count));
        load_constant(constant_tuple(keys, Constant::Kind::tuple));
        return emit(Opcode::BUILD_CONST_KEY_MAP, count);
    }
    if (big) emit(Opcode::BUILD_MAP, 0);
    for (size_t index = begin; index < end; ++index) {
        expression(e->items[index]);
        expression(e->others[index]);
        if (big) emit(Opcode::MAP_ADD, 1);
    }
    if (!big) emit(Opcode::BUILD_MAP, count);
}

void Compiler::joined_string(const Expression* e) {
    const uint32_t count = static_cast<uint32_t>(e->items.size());
    if (count > stack_use_max) {
        load_text("");
        emit_name(Opcode::LOAD_METHOD, "join");
        emit(Opcode::BUILD_LIST, 0);
        for (const Expression* item : e->items) {
            expression(item);
            emit(Opcode::LIST_APPEND, 1);
        }
        return emit(Opcode::CALL, 1);
    }
    expressions(e->items);
    if (count != 1) emit(Opcode::BUILD_STRING, count);
}

void Compiler::formatted_value(const Expression* e) {
    expression(e->first);
    uint32_t flags = e->operation == 's'   ? 1
                     : e->operation == 'r' ? 2
                     : e->operation == 'a' ? 3
                                           : 0;
    if (e->second != nullptr) {
        expression(e->second);
        flags |= 4;
    }
    emit(Opcode::FORMAT_VALUE, flags);
}

void Compiler::yield_expression(const Expression* e) {
    const bool from = e->kind == ExpressionKind::yield_from;
    if (unit_->scope->kind != ScopeKind::function)
        return fail("'yield' outside function", e->range);
    if (!from) {
        if (e->first != nullptr)
            expression(e->first);
        else
            load_none();
        return emit_yield();
    }
    if (unit_->kind == UnitKind::async_function)
        return fail("'yield from' inside async function", e->range);
    expression(e->first);
    emit(Opcode::GET_YIELD_FROM_ITER);
    load_none();
    emit_yield_from(false);
}

void Compiler::await_expression(const Expression* e) {
    if (unit_->scope->kind != ScopeKind::function)
        return fail("'await' outside function", e->range);
    if (unit_->kind != UnitKind::async_function && unit_->kind != UnitKind::comprehension)
        return fail("'await' outside async function", e->range);
    expression(e->first);
    emit(Opcode::GET_AWAITABLE, 0);
    load_none();
    emit_yield_from(true);
}

}  // namespace meada::lang
