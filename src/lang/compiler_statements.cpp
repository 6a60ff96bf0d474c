// Statement lists and simple statements.
#include "lang/compiler.h"

namespace meada::lang {
namespace {

bool contains_annotations(Statements body) {
    for (const Statement* s : body) {
        if (s->kind == StatementKind::annotated_assign) return true;
        if (s->kind == StatementKind::function || s->kind == StatementKind::async_function ||
            s->kind == StatementKind::class_)
            continue;
        if (contains_annotations(s->body) || contains_annotations(s->orelse) ||
            contains_annotations(s->final_body))
            return true;
        for (const ExceptHandler& handler : s->handlers)
            if (contains_annotations(handler.body)) return true;
        for (const MatchCase& match_case : s->cases)
            if (contains_annotations(match_case.body)) return true;
    }
    return false;
}

bool is_docstring(const Statement* s) {
    return s->kind == StatementKind::expression && s->value->kind == ExpressionKind::constant &&
           s->value->constant->kind == Constant::Kind::text;
}

}  // namespace

// Of a module or class.
void Compiler::body(Statements list) {
    if (unit_->kind == UnitKind::module && !list.empty()) set_place(list[0]->range);
    if (contains_annotations(list)) emit(Opcode::SETUP_ANNOTATIONS);
    if (list.empty()) return;
    if (is_docstring(list[0]) && ast_.mode != CompileMode::single) {
        expression(list[0]->value);
        clear_place();
        access_name("__doc__", Access::store);
        list = list.subspan(1);
    }
    statements(list);
}

void Compiler::statements(Statements list) {
    for (const Statement* one : list) statement(one);
}

void Compiler::statement(const Statement* s) {
    if (error_) return;
    set_place(s->range);
    switch (s->kind) {
        case StatementKind::function:
        case StatementKind::async_function:
            return function(s);
        case StatementKind::class_:
            return class_definition(s);
        case StatementKind::for_:
            return for_statement(s);
        case StatementKind::async_for:
            return async_for(s);
        case StatementKind::while_:
            return while_statement(s);
        case StatementKind::if_:
            return if_statement(s);
        case StatementKind::with:
            return with(s, 0);
        case StatementKind::async_with:
            return async_with(s, 0);
        case StatementKind::match:
            return match(s);
        case StatementKind::try_:
            return try_statement(s);
        case StatementKind::try_star:
            return try_star(s);
        default:
            return simple_statement(s);
    }
}

void Compiler::simple_statement(const Statement* s) {
    switch (s->kind) {
        case StatementKind::return_:
            return return_statement(s);
        case StatementKind::delete_:
            return expressions(s->items);
        case StatementKind::assign:
            return assign(s);
        case StatementKind::augmented_assign:
            return augmented_assign(s);
        case StatementKind::annotated_assign:
            return annotated_assign(s);
        case StatementKind::raise:
            return raise(s);
        case StatementKind::assert_:
            return assert_statement(s);
        case StatementKind::import:
            return import(s);
        case StatementKind::import_from:
            return import_from(s);
        case StatementKind::expression:
            return expression_statement(s);
        case StatementKind::pass:
            return emit(Opcode::NOP);
        case StatementKind::break_:
            return break_statement(s);
        case StatementKind::continue_:
            return continue_statement(s);
        default:
            return;  // global, nonlocal
    }
}

void Compiler::expression_statement(const Statement* s) {
    if (ast_.mode == CompileMode::single && unit_->kind == UnitKind::module) {
        expression(s->value);
        return emit(Opcode::PRINT_EXPR);
    }
    if (s->value->kind == ExpressionKind::constant) return emit(Opcode::NOP);
    expression(s->value);
    clear_place();
    emit(Opcode::POP_TOP);
}

void Compiler::assign(const Statement* s) {
    expression(s->value);
    for (size_t index = 0; index < s->items.size(); ++index) {
        if (index + 1 < s->items.size()) emit(Opcode::COPY, 1);
        expression(s->items[index]);
    }
}

void Compiler::augmented_assign(const Statement* s) {
    const Expression* target = s->target;
    const uint32_t operation = s->operation + binary_operator_count;
    const SourceRange whole = unit_->place;
    set_place(target->range);
    switch (target->kind) {
        case ExpressionKind::attribute:
            expression(target->first);
            emit(Opcode::COPY, 1);
            place_at_attribute(target);
            emit_name(Opcode::LOAD_ATTR, target->name);
            break;
        case ExpressionKind::subscript:
            expression(target->first);
            expression(target->second);
            emit(Opcode::COPY, 2);
            emit(Opcode::COPY, 2);
            emit(Opcode::BINARY_SUBSCR);
            break;
        default:
            access_name(target->name, Access::load);
    }
    set_place(whole);
    expression(s->value);
    emit(Opcode::BINARY_OP, operation);
    set_place(target->range);
    switch (target->kind) {
        case ExpressionKind::attribute:
            place_at_attribute(target);
            emit(Opcode::SWAP, 2);
            emit_name(Opcode::STORE_ATTR, target->name);
            break;
        case ExpressionKind::subscript:
            emit(Opcode::SWAP, 3);
            emit(Opcode::SWAP, 2);
            emit(Opcode::STORE_SUBSCR);
            break;
        default:
            access_name(target->name, Access::store);
    }
}

void Compiler::annotation_expression(const Expression* e) {
    if (symbols_.future_annotations) {
        load_text(unparse(e));
        return;
    }
    if (e->kind == ExpressionKind::starred) {  // *args: *Ts
        expression(e->first);
        return emit(Opcode::UNPACK_SEQUENCE, 1);
    }
    expression(e);
}

void Compiler::evaluate_and_drop(const Expression* e) {
    expression(e);
    emit(Opcode::POP_TOP);
}

void Compiler::check_subscript(const Expression* e) {
    if (e->kind == ExpressionKind::slice) {
        for (const Expression* bound : {e->first, e->second, e->third})
            if (bound != nullptr) evaluate_and_drop(bound);
    } else if (e->kind == ExpressionKind::tuple) {
        for (const Expression* item : e->items) check_subscript(item);
    } else {
        evaluate_and_drop(e);
    }
}

void Compiler::annotated_assign(const Statement* s) {
    const Expression* target = s->target;
    const bool stores = unit_->kind == UnitKind::module || unit_->kind == UnitKind::class_;
    if (target->kind == ExpressionKind::name && target->name == "__debug__")
        return fail("cannot assign to __debug__", s->range);
    if (s->value != nullptr) {
        expression(s->value);
        expression(target);
    }
    if (target->kind == ExpressionKind::name) {
        if (s->simple && stores) {
            annotation_expression(s->annotation);
            emit_name(Opcode::LOAD_NAME, "__annotations__");
            load_text(mangled(target->name));
            emit(Opcode::STORE_SUBSCR);
        }
    } else if (s->value == nullptr) {
        evaluate_and_drop(target->first);
        if (target->kind == ExpressionKind::subscript) check_subscript(target->second);
    }
    if (!s->simple && stores && !symbols_.future_annotations) evaluate_and_drop(s->annotation);
}

void Compiler::return_statement(const Statement* s) {
    const bool keep = s->value != nullptr && s->value->kind != ExpressionKind::constant;
    if (!inside_function()) return fail("'return' outside function", s->range);
    if (s->value != nullptr && unit_->scope->coroutine && unit_->scope->generator)
        return fail("'return' with value in async generator", s->range);
    if (keep) {
        expression(s->value);
    } else if (s->value != nullptr) {
        set_place(s->value->range);
        emit(Opcode::NOP);
    }
    if (s->value == nullptr || s->value->range.line != s->range.line) {
        set_place(s->range);
        emit(Opcode::NOP);
    }
    if (!unwind_to(keep, nullptr)) return;
    if (s->value == nullptr)
        load_none();
    else if (!keep)
        load_constant(*s->value->constant);
    emit(Opcode::RETURN_VALUE);
}

void Compiler::break_statement(const Statement* s) {
    emit(Opcode::NOP);
    FrameBlock loop{FrameBlockKind::pop_value, no_block, no_block, nullptr, {}};
    if (!unwind_to(false, &loop)) return;
    if (loop.exit == no_block) return fail("'break' outside loop", s->range);
    unwind(loop, false);
    emit_jump(op_jump, loop.exit);
}

void Compiler::continue_statement(const Statement* s) {
    emit(Opcode::NOP);
    FrameBlock loop{FrameBlockKind::pop_value, no_block, no_block, nullptr, {}};
    if (!unwind_to(false, &loop)) return;
    if (loop.start == no_block) return fail("'continue' not properly in loop", s->range);
    emit_jump(op_jump, loop.start);
}

void Compiler::raise(const Statement* s) {
    uint32_t count = 0;
    for (const Expression* part : {s->value, s->cause}) {
        if (part == nullptr) continue;
        expression(part);
        ++count;
    }
    emit(Opcode::RAISE_VARARGS, count);
}

void Compiler::assert_statement(const Statement* s) {
    const Expression* test = s->value;
    const bool tuple = test->kind == ExpressionKind::tuple && !test->items.empty();
    const bool constant = test->kind == ExpressionKind::constant &&
                          test->constant->kind == Constant::Kind::tuple &&
                          !test->constant->items.empty();
    if (tuple || constant) warn("assertion is always true, perhaps remove parentheses?", s->range);
    const Block end = make_block();
    jump_if(test, end, true);
    emit(Opcode::LOAD_ASSERTION_ERROR);
    if (s->cause != nullptr) {
        expression(s->cause);
        emit(Opcode::CALL, 0);
    }
    emit(Opcode::RAISE_VARARGS, 1);
    use(end);
}

void Compiler::import(const Statement* s) {
    for (const Alias& alias : s->aliases) {
        load_integer(0);
        load_none();
        emit_name(Opcode::IMPORT_NAME, alias.name);
        if (!alias.as_name.empty())
            import_as(alias);
        else
            access_name(alias.name.substr(0, alias.name.find('.')), Access::store);
    }
}

// `import a.b.c as d`: IMPORT_NAME gives a; walk to c.
void Compiler::import_as(const Alias& alias) {
    size_t dot = alias.name.find('.');
    if (dot == std::string_view::npos) return access_name(alias.as_name, Access::store);
    for (;;) {
        const size_t start = dot + 1;
        dot = alias.name.find('.', start);
        emit_name(Opcode::IMPORT_FROM,
                  alias.name.substr(start, dot == std::string_view::npos ? dot : dot - start));
        if (dot == std::string_view::npos) break;
        emit(Opcode::SWAP, 2);
        emit(Opcode::POP_TOP);
    }
    access_name(alias.as_name, Access::store);
    emit(Opcode::POP_TOP);
}

void Compiler::import_from(const Statement* s) {
    load_integer(s->level);
    Constant names;
    names.kind = Constant::Kind::tuple;
    for (const Alias& alias : s->aliases) {
        Constant name;
        name.kind = Constant::Kind::text;
        name.text = alias.name;
        names.items.push_back(std::move(name));
    }
    load_constant(names);
    emit_name(Opcode::IMPORT_NAME, s->name);
    for (const Alias& alias : s->aliases) {
        if (alias.name == "*") return emit(Opcode::IMPORT_STAR);
        emit_name(Opcode::IMPORT_FROM, alias.name);
        access_name(alias.as_name.empty() ? alias.name : alias.as_name, Access::store);
    }
    emit(Opcode::POP_TOP);
}

}  // namespace meada::lang
