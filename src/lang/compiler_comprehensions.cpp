#include "lang/compiler.h"

namespace meada::lang {

void Compiler::comprehension(const Expression* e) {
    const bool generator = e->kind == ExpressionKind::generator;
    const char* const name = e->kind == ExpressionKind::list_comprehension   ? "<listcomp>"
                             : e->kind == ExpressionKind::set_comprehension  ? "<setcomp>"
                             : e->kind == ExpressionKind::dict_comprehension ? "<dictcomp>"
                                                                             : "<genexpr>";
    const UnitKind outer = unit_->kind;
    const Comprehension& outermost = e->comprehensions[0];
    enter(UnitKind::comprehension, name, e, e->range.line);
    set_place(e->range);
    const bool is_async = unit_->scope->coroutine;
    if (is_async && !generator && outer != UnitKind::async_function &&
        outer != UnitKind::comprehension)
        fail("asynchronous comprehension outside of an asynchronous function", e->range);
    if (!generator)
        emit(e->kind == ExpressionKind::list_comprehension  ? Opcode::BUILD_LIST
             : e->kind == ExpressionKind::set_comprehension ? Opcode::BUILD_SET
                                                            : Opcode::BUILD_MAP,
             0);
    unit_->code.positional_count = 1;
    if (outermost.is_async)
        async_comprehension_clause(e, 0, 0);
    else
        comprehension_clause(e, 0, 0);
    if (!generator) emit(Opcode::RETURN_VALUE);
    const uint32_t code = leave(true);
    make_closure(code, 0);
    expression(outermost.iterable);
    emit(outermost.is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
    emit(Opcode::CALL, 0);
    if (is_async && !generator) {
        emit(Opcode::GET_AWAITABLE, 0);
        load_none();
        emit_yield_from(true);
    }
}

void Compiler::comprehension_clause(const Expression* e, size_t index, uint32_t depth) {
    const Comprehension& clause = e->comprehensions[index];
    Block start = make_block();
    const Block skip = make_block(), next = make_block(), anchor = make_block();
    bool loops = true;
    if (index == 0) {
        emit(Opcode::LOAD_FAST, 0);
    } else {
        // `for y in [f(x)]` only names a value: no loop.
        const Expression* iterable = clause.iterable;
        const bool display =
            iterable->kind == ExpressionKind::list || iterable->kind == ExpressionKind::tuple;
        if (display && iterable->items.size() == 1 &&
            iterable->items[0]->kind != ExpressionKind::starred) {
            expression(iterable->items[0]);
            loops = false;
        } else {
            expression(iterable);
            emit(Opcode::GET_ITER);
        }
    }
    if (loops) {
        ++depth;
        use(start);
        emit_jump(Opcode::FOR_ITER, anchor);
    }
    expression(clause.target);
    for (const Expression* condition : clause.conditions) jump_if(condition, next, false);
    if (index + 1 < e->comprehensions.size()) {
        if (e->comprehensions[index + 1].is_async)
            async_comprehension_clause(e, index + 1, depth);
        else
            comprehension_clause(e, index + 1, depth);
    } else {
        comprehension_element(e, depth);
        use(skip);
    }
    use(next);
    if (loops) {
        emit_jump(op_jump, start);
        use(anchor);
    }
}

void Compiler::comprehension_element(const Expression* e, uint32_t depth) {
    expression(e->first);
    switch (e->kind) {
        case ExpressionKind::list_comprehension:
            return emit(Opcode::LIST_APPEND, depth + 1);
        case ExpressionKind::set_comprehension:
            return emit(Opcode::SET_ADD, depth + 1);
        case ExpressionKind::dict_comprehension:
            expression(e->second);
            return emit(Opcode::MAP_ADD, depth + 1);
        default:
            emit_yield();
            emit(Opcode::POP_TOP);
    }
}

void Compiler::async_comprehension_clause(const Expression* e, size_t index, uint32_t depth) {
    const Comprehension& clause = e->comprehensions[index];
    const Block start = make_block(), except = make_block(), next = make_block();
    if (index == 0) {
        emit(Opcode::LOAD_FAST, 0);
    } else {
        expression(clause.iterable);
        emit(Opcode::GET_AITER);
    }
    use(start);
    push({FrameBlockKind::async_comprehension, start, no_block, nullptr, {}});
    emit_jump(op_setup_finally, except);
    emit(Opcode::GET_ANEXT);
    load_none();
    emit_yield_from(true);
    emit(op_pop_block);
    expression(clause.target);
    for (const Expression* condition : clause.conditions) jump_if(condition, next, false);
    ++depth;
    if (index + 1 < e->comprehensions.size()) {
        if (e->comprehensions[index + 1].is_async)
            async_comprehension_clause(e, index + 1, depth);
        else
            comprehension_clause(e, index + 1, depth);
    } else {
        comprehension_element(e, depth);
    }
    use(next);
    emit_jump(op_jump, start);
    pop();
    use(except);
    emit(Opcode::END_ASYNC_FOR);
}

}  // namespace meada::lang
