// Loops, with, try, and the ways out of them.
#include "lang/compiler.h"

namespace meada::lang {

void Compiler::push(FrameBlock block) {
    constexpr size_t nested_blocks_max = 20;
    if (unit_->frame_blocks.size() >= nested_blocks_max)
        fail("too many statically nested blocks", unit_->place);
    unit_->frame_blocks.push_back(block);
}

// Emits what leaving one block takes; `keep_value`: a value on the stack is being returned.
void Compiler::unwind(const FrameBlock& block, bool keep_value) {
    const auto pop_below = [&] {
        if (keep_value) emit(Opcode::SWAP, 2);
        emit(Opcode::POP_TOP);
    };
    switch (block.kind) {
        case FrameBlockKind::while_loop:
        case FrameBlockKind::exception_handler:
        case FrameBlockKind::exception_group_handler:
        case FrameBlockKind::async_comprehension:
            return;
        case FrameBlockKind::for_loop:
        case FrameBlockKind::pop_value:
            return pop_below();
        case FrameBlockKind::try_except:
            return emit(op_pop_block);
        case FrameBlockKind::finally_try:
            emit(op_pop_block);
            if (keep_value) push({FrameBlockKind::pop_value, no_block, no_block, nullptr, {}});
            statements(block.statement->final_body);
            if (keep_value) pop();
            return clear_place();
        case FrameBlockKind::finally_end:
            pop_below();
            if (keep_value) emit(Opcode::SWAP, 2);
            emit(op_pop_block);
            return emit(Opcode::POP_EXCEPT);
        case FrameBlockKind::with:
        case FrameBlockKind::async_with:
            set_place(block.statement->range);
            emit(op_pop_block);
            if (keep_value) emit(Opcode::SWAP, 2);
            call_exit();
            if (block.kind == FrameBlockKind::async_with) {
                emit(Opcode::GET_AWAITABLE, 2);
                load_none();
                emit_yield_from(true);
            }
            emit(Opcode::POP_TOP);
            return clear_place();
        case FrameBlockKind::handler_cleanup:
            if (!block.name.empty()) emit(op_pop_block);
            if (keep_value) emit(Opcode::SWAP, 2);
            emit(op_pop_block);
            emit(Opcode::POP_EXCEPT);
            if (!block.name.empty()) forget_name(block.name);
    }
}

// Leaves blocks from the innermost on: all of them, or up to the loop, which is given back.
bool Compiler::unwind_to(bool keep_value, FrameBlock* loop) {
    std::vector<FrameBlock> left;
    bool good = true;
    while (!unit_->frame_blocks.empty()) {
        const FrameBlock top = unit_->frame_blocks.back();
        if (top.kind == FrameBlockKind::exception_group_handler) {
            fail("'break', 'continue' and 'return' cannot appear in an except* block",
                 unit_->place);
            good = false;
            break;
        }
        if (loop != nullptr &&
            (top.kind == FrameBlockKind::while_loop || top.kind == FrameBlockKind::for_loop)) {
            *loop = top;
            break;
        }
        // While it is being left it is not around: its own code may return.
        unit_->frame_blocks.pop_back();
        left.push_back(top);
        unwind(top, keep_value);
    }
    while (!left.empty()) {
        unit_->frame_blocks.push_back(left.back());
        left.pop_back();
    }
    return good && !error_;
}

void Compiler::if_statement(const Statement* s) {
    const Block end = make_block();
    const Block next = s->orelse.empty() ? end : make_block();
    jump_if(s->value, next, false);
    statements(s->body);
    if (!s->orelse.empty()) {
        emit_jump_without_line(op_jump, end);
        use(next);
        statements(s->orelse);
    }
    use(end);
}

void Compiler::while_statement(const Statement* s) {
    const Block loop = make_block(), body = make_block(), anchor = make_block(), end = make_block();
    use(loop);
    push({FrameBlockKind::while_loop, loop, end, nullptr, {}});
    jump_if(s->value, anchor, false);
    use(body);
    statements(s->body);
    set_place(s->range);
    jump_if(s->value, body, true);
    pop();
    use(anchor);
    statements(s->orelse);
    use(end);
}

void Compiler::for_statement(const Statement* s) {
    const Block start = make_block(), body = make_block(), cleanup = make_block(),
                end = make_block();
    push({FrameBlockKind::for_loop, start, end, nullptr, {}});
    expression(s->value);
    emit(Opcode::GET_ITER);
    use(start);
    emit_jump(Opcode::FOR_ITER, cleanup);
    use(body);
    expression(s->target);
    statements(s->body);
    clear_place();
    emit_jump(op_jump, start);
    use(cleanup);
    pop();
    statements(s->orelse);
    use(end);
}

void Compiler::async_for(const Statement* s) {
    if (unit_->kind != UnitKind::async_function)
        return fail("'async for' outside async function", s->range);
    const Block start = make_block(), except = make_block(), end = make_block();
    expression(s->value);
    emit(Opcode::GET_AITER);
    use(start);
    push({FrameBlockKind::for_loop, start, end, nullptr, {}});
    emit_jump(op_setup_finally, except);
    emit(Opcode::GET_ANEXT);
    load_none();
    emit_yield_from(true);
    emit(op_pop_block);
    expression(s->target);
    statements(s->body);
    clear_place();
    emit_jump(op_jump, start);
    pop();
    use(except);
    // END_ASYNC_FOR succeeds the iterator, not the body.
    set_place(s->value->range);
    emit(Opcode::END_ASYNC_FOR);
    statements(s->orelse);
    use(end);
}

// --- with ---------------------------------------------------------------------------------------

void Compiler::call_exit() {
    for (int count = 0; count < 3; ++count) load_none();
    emit(Opcode::CALL, 2);
}

void Compiler::pop_except_and_reraise() {
    emit(Opcode::COPY, 3);
    emit(Opcode::POP_EXCEPT);
    emit(Opcode::RERAISE, 1);
}

void Compiler::finish_with(Block cleanup) {
    clear_place();
    const Block suppress = make_block();
    emit_jump(op_pop_jump_if_true, suppress);
    emit(Opcode::RERAISE, 2);
    use(cleanup);
    pop_except_and_reraise();
    use(suppress);
    emit(Opcode::POP_TOP);
    emit(op_pop_block);
    emit(Opcode::POP_EXCEPT);
    emit(Opcode::POP_TOP);
    emit(Opcode::POP_TOP);
}

void Compiler::with(const Statement* s, size_t position) {
    const WithItem& item = s->with_items[position];
    const Block block = make_block(), final = make_block(), exit = make_block(),
                cleanup = make_block();
    expression(item.context);
    emit(Opcode::BEFORE_WITH);
    emit_jump(op_setup_with, final);
    use(block);
    push({FrameBlockKind::with, block, final, s, {}});
    if (item.target != nullptr)
        expression(item.target);
    else
        emit(Opcode::POP_TOP);
    if (position + 1 == s->with_items.size())
        statements(s->body);
    else
        with(s, position + 1);
    pop();
    emit_without_line(op_pop_block);
    set_place(s->range);
    call_exit();
    emit(Opcode::POP_TOP);
    emit_jump(op_jump, exit);
    use(final);
    emit_jump(op_setup_cleanup, cleanup);
    emit(Opcode::PUSH_EXC_INFO);
    emit(Opcode::WITH_EXCEPT_START);
    finish_with(cleanup);
    use(exit);
}

void Compiler::async_with(const Statement* s, size_t position) {
    if (unit_->kind != UnitKind::async_function)
        return fail("'async with' outside async function", s->range);
    const WithItem& item = s->with_items[position];
    const Block block = make_block(), final = make_block(), exit = make_block(),
                cleanup = make_block();
    const auto await = [&](uint32_t kind) {
        emit(Opcode::GET_AWAITABLE, kind);
        load_none();
        emit_yield_from(true);
    };
    expression(item.context);
    emit(Opcode::BEFORE_ASYNC_WITH);
    await(1);
    emit_jump(op_setup_with, final);
    use(block);
    push({FrameBlockKind::async_with, block, final, s, {}});
    if (item.target != nullptr)
        expression(item.target);
    else
        emit(Opcode::POP_TOP);
    if (position + 1 == s->with_items.size())
        statements(s->body);
    else
        async_with(s, position + 1);
    pop();
    emit(op_pop_block);
    set_place(s->range);
    call_exit();
    await(2);
    emit(Opcode::POP_TOP);
    emit_jump(op_jump, exit);
    use(final);
    emit_jump(op_setup_cleanup, cleanup);
    emit(Opcode::PUSH_EXC_INFO);
    emit(Opcode::WITH_EXCEPT_START);
    await(2);
    finish_with(cleanup);
    use(exit);
}

// --- try ----------------------------------------------------------------------------------------

void Compiler::try_statement(const Statement* s) {
    if (!s->final_body.empty())
        try_finally(s);
    else
        try_except(s);
}

void Compiler::try_star(const Statement* s) {
    if (!s->final_body.empty())
        try_finally(s);
    else
        try_star_except(s);
}

void Compiler::try_finally(const Statement* s) {
    const Block body = make_block(), end = make_block(), cleanup = make_block(),
                exit = make_block();
    emit_jump(op_setup_finally, end);
    use(body);
    push({FrameBlockKind::finally_try, body, end, s, {}});
    if (s->handlers.empty())
        statements(s->body);
    else if (s->kind == StatementKind::try_star)
        try_star_except(s);
    else
        try_except(s);
    emit_without_line(op_pop_block);
    pop();
    statements(s->final_body);
    emit_jump_without_line(op_jump, exit);
    use(end);
    push({FrameBlockKind::finally_end, end, no_block, nullptr, {}});
    clear_place();
    emit_jump(op_setup_cleanup, cleanup);
    emit(Opcode::PUSH_EXC_INFO);
    statements(s->final_body);
    emit(Opcode::RERAISE, 0);
    pop();
    use(cleanup);
    pop_except_and_reraise();
    use(exit);
}

void Compiler::forget_name(std::string_view name) {
    load_none();
    access_name(name, Access::store);
    access_name(name, Access::del);
}

void Compiler::try_except(const Statement* s) {
    const Block body = make_block();
    Block except = make_block();
    const Block end = make_block(), cleanup = make_block();
    emit_jump(op_setup_finally, except);
    use(body);
    push({FrameBlockKind::try_except, body, no_block, nullptr, {}});
    statements(s->body);
    pop();
    emit_without_line(op_pop_block);
    statements(s->orelse);
    emit_jump_without_line(op_jump, end);
    use(except);
    clear_place();
    emit_jump(op_setup_cleanup, cleanup);
    emit(Opcode::PUSH_EXC_INFO);
    push({FrameBlockKind::exception_handler, no_block, no_block, nullptr, {}});
    for (const ExceptHandler& handler : s->handlers) {
        set_place(handler.range);
        if (handler.type == nullptr && &handler != &s->handlers.back())
            return fail("default 'except:' must be last", handler.range);
        except = make_block();
        if (handler.type != nullptr) {
            expression(handler.type);
            emit(Opcode::CHECK_EXC_MATCH);
            emit_jump(op_pop_jump_if_false, except);
        }
        if (handler.name.empty())
            handler_without_name(handler, end);
        else
            handler_with_name(handler, end);
        use(except);
    }
    pop();
    clear_place();
    emit(Opcode::RERAISE, 0);
    use(cleanup);
    pop_except_and_reraise();
    use(end);
}

// The name is unbound at the end of the handler, however it ends.
void Compiler::handler_with_name(const ExceptHandler& handler, Block end) {
    const Block cleanup_end = make_block(), cleanup_body = make_block();
    access_name(handler.name, Access::store);
    emit_jump(op_setup_cleanup, cleanup_end);
    use(cleanup_body);
    push({FrameBlockKind::handler_cleanup, cleanup_body, no_block, nullptr, handler.name});
    statements(handler.body);
    pop();
    clear_place();
    emit(op_pop_block);
    emit(op_pop_block);
    emit(Opcode::POP_EXCEPT);
    forget_name(handler.name);
    emit_jump(op_jump, end);
    use(cleanup_end);
    clear_place();
    forget_name(handler.name);
    emit(Opcode::RERAISE, 1);
}

void Compiler::handler_without_name(const ExceptHandler& handler, Block end) {
    const Block cleanup_body = make_block();
    emit(Opcode::POP_TOP);
    use(cleanup_body);
    push({FrameBlockKind::handler_cleanup, cleanup_body, no_block, nullptr, {}});
    statements(handler.body);
    pop();
    clear_place();
    emit(op_pop_block);
    emit(Opcode::POP_EXCEPT);
    emit_jump(op_jump, end);
}

void Compiler::try_star_except(const Statement* s) {
    const Block body = make_block(), except = make_block(), orelse = make_block(),
                end = make_block(), cleanup = make_block(), reraise_star = make_block();
    emit_jump(op_setup_finally, except);
    use(body);
    push({FrameBlockKind::try_except, body, no_block, nullptr, {}});
    statements(s->body);
    pop();
    emit_without_line(op_pop_block);
    emit_jump_without_line(op_jump, orelse);
    use(except);
    clear_place();
    emit_jump(op_setup_cleanup, cleanup);
    emit(Opcode::PUSH_EXC_INFO);
    push({FrameBlockKind::exception_group_handler, no_block, no_block, nullptr, {}});
    for (const ExceptHandler& handler : s->handlers) {
        set_place(handler.range);
        const Block next = make_block();
        if (&handler == &s->handlers.front()) {
            // The group, a list of what the handlers raise, and what is left of the group.
            emit(Opcode::COPY, 1);
            emit(Opcode::BUILD_LIST, 0);
            emit(Opcode::SWAP, 2);
        }
        star_handler(handler, next);
        use(next);
        clear_place();
        if (&handler == &s->handlers.back()) {
            emit(Opcode::LIST_APPEND, 1);
            emit_jump(op_jump, reraise_star);
        }
    }
    pop();
    clear_place();
    const Block reraise = make_block();
    use(reraise_star);
    emit(Opcode::PREP_RERAISE_STAR);
    emit(Opcode::COPY, 1);
    emit_jump(op_pop_jump_if_not_none, reraise);
    emit(Opcode::POP_TOP);
    emit(op_pop_block);
    emit(Opcode::POP_EXCEPT);
    emit_jump(op_jump, end);
    use(reraise);
    emit(op_pop_block);
    emit(Opcode::SWAP, 2);
    emit(Opcode::POP_EXCEPT);
    emit(Opcode::RERAISE, 0);
    use(cleanup);
    pop_except_and_reraise();
    use(orelse);
    statements(s->orelse);
    use(end);
}

// Leaves at `next` with what is left of the group on top.
void Compiler::star_handler(const ExceptHandler& handler, Block next) {
    const Block no_match = make_block(), except = make_block();
    expression(handler.type);
    emit(Opcode::CHECK_EG_MATCH);
    emit(Opcode::COPY, 1);
    emit_jump(op_pop_jump_if_none, no_match);
    const Block cleanup_end = make_block(), cleanup_body = make_block();
    if (handler.name.empty())
        emit(Opcode::POP_TOP);
    else
        access_name(handler.name, Access::store);
    emit_jump(op_setup_cleanup, cleanup_end);
    use(cleanup_body);
    push({FrameBlockKind::handler_cleanup, cleanup_body, no_block, nullptr, handler.name});
    statements(handler.body);
    pop();
    clear_place();
    emit(op_pop_block);
    if (!handler.name.empty()) forget_name(handler.name);
    emit_jump(op_jump, except);
    use(cleanup_end);
    clear_place();
    if (!handler.name.empty()) forget_name(handler.name);
    // What the handler raised joins the list.
    emit(Opcode::LIST_APPEND, 3);
    emit(Opcode::POP_TOP);
    emit_jump(op_jump, next);
    use(except);
    emit(Opcode::NOP);  // keeps the jumps to here from going on at once
    emit_jump(op_jump, next);
    use(no_match);
    set_place(handler.range);
    emit(Opcode::POP_TOP);
}

}  // namespace meada::lang
