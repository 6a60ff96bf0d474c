// Conditions, iteration, generators, exceptions, with, imports, match.
#include "vm/attributes.h"
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/finalize.h"
#include "vm/generators.h"
#include "vm/natives.h"
#include "vm/op_support.h"
#include "vm/slow_ops.h"
#include "vm/strings.h"
#include "vm/unwind.h"

namespace meada {

Condition pop_condition(Vm& vm) {
    const Value value = pop(vm);
    const Outcome outcome = truth(vm, value);
    Condition condition{Step::next};
    if (outcome == Outcome::raised) {
        condition.step = Step::raised;
    } else if (outcome == Outcome::needs_call) {
        repeat(vm);
        condition.step =
            call_value(vm, vm.root(Root::prelude_truth), {value}, ReturnMode::push);
    } else {
        condition.known = true;
        condition.value = outcome == Outcome::yes;
    }
    drop_value(vm, value);
    return condition;
}

namespace {

Step jump_if(Vm& vm, uint32_t target, bool wanted) {
    const Condition condition = pop_condition(vm);
    if (condition.known && condition.value == wanted) jump(vm, target);
    return condition.step;
}

// JUMP_IF_X_OR_POP keeps the value itself, so its truth is asked of a copy.
Step jump_or_pop(Vm& vm, uint32_t target, bool wanted) {
    const Value value = peek(vm, 0);
    const Outcome outcome = truth(vm, value);
    if (outcome == Outcome::raised) return Step::raised;
    if (outcome == Outcome::needs_call)
        return call_value(vm, vm.root(Root::prelude_truth), {value}, ReturnMode::decide);
    if ((outcome == Outcome::yes) == wanted) jump(vm, target);
    else pop_drop(vm, 1);
    return Step::next;
}

}  // namespace

Step op_jump_if_false(Vm& vm, uint32_t target) { return jump_if(vm, target, false); }
Step op_jump_if_true(Vm& vm, uint32_t target) { return jump_if(vm, target, true); }
Step op_jump_if_false_or_pop(Vm& vm, uint32_t target) { return jump_or_pop(vm, target, false); }
Step op_jump_if_true_or_pop(Vm& vm, uint32_t target) { return jump_or_pop(vm, target, true); }

Step op_unary_not(Vm& vm, uint32_t) {
    const Condition condition = pop_condition(vm);
    if (condition.known) push(vm, vm.boolean(!condition.value));
    return condition.step;
}

Step op_get_iter(Vm& vm, uint32_t) {
    const Value iterable = pop(vm);
    const Computed computed = iterate(vm, iterable);
    Step step = Step::next;
    if (computed.outcome == Outcome::yes) push(vm, computed.result);
    else if (computed.outcome == Outcome::raised) step = Step::raised;
    else if (vm.request.kind != Vm::Request::Kind::none) step = do_request(vm, ReturnMode::push);
    else step = call_value(vm, vm.root(Root::prelude_iterate), {iterable}, ReturnMode::push);
    drop_value(vm, iterable);
    return step;
}

Step op_for_iter(Vm& vm, uint32_t target) {
    const Value iterator = peek(vm, 0);
    if (vm.block.kind(iterator) == Kind::generator) {
        const Ref<Generator> generator = iterator.as_ref<Generator>();
        if (vm.block[generator].detail == static_cast<uint16_t>(GeneratorForm::generator))
            return resume_generator(vm, generator, vm.none(), ReturnMode::next);
    }
    const Computed next = next_item(vm, iterator);
    switch (next.outcome) {
        case Outcome::yes: push(vm, next.result); return Step::next;
        case Outcome::no:
            pop_drop(vm, 1);
            jump(vm, target);
            return Step::next;
        case Outcome::raised: return Step::raised;
        case Outcome::needs_call: break;
    }
    const bool requested = vm.request.kind != Vm::Request::Kind::none;
    const Step step = requested ? do_request(vm, ReturnMode::next)
                                : call_value(vm, vm.special(iterator, Special::next_), {iterator},
                                             ReturnMode::next);
    // A native ended it: there is no frame whose unwinding would.
    if (step != Step::raised || !take_stop_iteration(vm)) return step;
    return end_for_loop(vm);
}

Step op_return_value(Vm& vm, uint32_t) {
    const Value result = pop(vm);
    const Frame frame = current_frame(vm);
    Step step;
    if (frame.generator != 0) {
        step = finish_generator(vm, result);
    } else {
        if (frame.extra.is_mortal()) vm.block.increment(frame.extra);
        pop_frame(vm);
        if (frame.return_mode == ReturnMode::finalizer) finalizer_ended(vm);
        step = complete(vm, frame.return_mode, frame.extra, result);
        if (frame.extra.is_mortal()) vm.block.decrement(frame.extra);
    }
    drop_value(vm, result);
    return step;
}

Step op_return_generator(Vm& vm, uint32_t) {
    const Value generator = make_generator(vm);
    if (generator.is_null()) return Step::raised;
    const Frame frame = current_frame(vm);
    vm.block.increment(generator);  // where nobody takes it, it dies here
    if (frame.extra.is_mortal()) vm.block.increment(frame.extra);
    pop_frame(vm);
    if (frame.return_mode == ReturnMode::finalizer) finalizer_ended(vm);
    const Step step = complete(vm, frame.return_mode, frame.extra, generator);
    if (frame.extra.is_mortal()) vm.block.decrement(frame.extra);
    vm.block.decrement(generator);
    return step;
}

Step op_yield_value(Vm& vm, uint32_t) { return yield_from_frame(vm); }

Step op_send(Vm& vm, uint32_t) {
    const Value sent = pop(vm);
    const Step step = send_to(vm, peek(vm, 0), sent);
    drop_value(vm, sent);
    return step;
}

Step op_get_yield_from_iter(Vm& vm, uint32_t argument) {
    const Value iterable = peek(vm, 0);
    if (vm.block.kind(iterable) != Kind::generator) return op_get_iter(vm, argument);
    const auto form = static_cast<GeneratorForm>(vm.block.object(iterable).detail);
    if (form == GeneratorForm::coroutine &&
        !(vm.block[current_frame(vm).code].flags & (code_coroutine | code_iterable_coroutine))) {
        vm.raise(Root::TypeError,
                 "cannot 'yield from' a coroutine object in a non-coroutine generator");
        return Step::raised;
    }
    return Step::next;
}

namespace {

// A coroutine, or a generator whose function types.coroutine marked.
bool is_awaitable_generator(const Vm& vm, Ref<Generator> generator) {
    return is_awaitable(vm.block[generator], vm.block[vm.block[generator].code]);
}

Step raise_not_awaitable(Vm& vm, Value object, uint32_t where) {
    static constexpr const char* contexts[] = {
        "object %s can't be used in 'await' expression",
        "'async with' received an object from __aenter__ that does not implement __await__: %s",
        "'async with' received an object from __aexit__ that does not implement __await__: %s"};
    std::string message = contexts[where < 3 ? where : 0];
    message.replace(message.find("%s"), 2, type_name(vm, object));
    vm.raise(Root::TypeError, message);
    return Step::raised;
}

}  // namespace

Step op_get_awaitable(Vm& vm, uint32_t where) {
    const Value object = peek(vm, 0);
    const Kind kind = vm.block.kind(object);
    if (kind == Kind::generator) {
        const Ref<Generator> generator = object.as_ref<Generator>();
        if (!is_awaitable_generator(vm, generator)) return raise_not_awaitable(vm, object, where);
        if (awaited_by(vm, generator) && vm.block[generator].state == GeneratorState::suspended) {
            vm.raise(Root::RuntimeError, "coroutine is being awaited already");
            return Step::raised;
        }
        return Step::next;
    }
    if (kind == Kind::async_step) return Step::next;
    const Value method = object.is_ref() ? vm.special(object, Special::await_) : Value{};
    if (method.is_null()) return raise_not_awaitable(vm, object, where);
    pop(vm);
    const Step step = call_value(vm, method, {object}, ReturnMode::awaited);
    drop_value(vm, object);
    return step;
}

namespace {

Step call_special(Vm& vm, Special name, const std::string& missing) {
    const Value object = pop(vm);
    const Value method = object.is_ref() ? vm.special(object, name) : Value{};
    Step step = Step::raised;
    if (method.is_null()) vm.raise(Root::TypeError, missing + type_name(vm, object));
    else step = call_value(vm, method, {object}, ReturnMode::push);
    drop_value(vm, object);
    return step;
}

}  // namespace

Step op_get_aiter(Vm& vm, uint32_t) {
    return call_special(vm, Special::aiter_,
                        "'async for' requires an object with __aiter__ method, got ");
}

// The awaitable of the next item is pushed above the iterator.
Step op_get_anext(Vm& vm, uint32_t) {
    const Value iterator = peek(vm, 0);
    const Value method = iterator.is_ref() ? vm.special(iterator, Special::anext_) : Value{};
    if (method.is_null()) {
        vm.raise(Root::TypeError, "'async for' requires an iterator with __anext__ method, got " +
                                      type_name(vm, iterator));
        return Step::raised;
    }
    // What it gives must be awaitable as well: GET_AWAITABLE's work, done by the prelude.
    if (vm.block.kind(iterator) == Kind::generator)
        return call_value(vm, method, {iterator}, ReturnMode::push);
    return call_value(vm, vm.root(Root::prelude_anext), {iterator, method}, ReturnMode::push);
}

Step op_end_async_for(Vm& vm, uint32_t) {
    const Value exception = peek(vm, 0);
    if (vm.is_instance(exception, Root::StopAsyncIteration)) {
        pop_drop(vm, 2);
        return Step::next;
    }
    pop(vm);
    vm.block.store(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)),
                   exception);
    drop_value(vm, exception);
    vm.reraised = true;
    return Step::raised;
}

Step op_async_gen_wrap(Vm& vm, uint32_t) {
    vm.block.edit(Ref<Generator>{current_frame(vm).generator}).yields_item = 1;
    return Step::next;
}

namespace {

// with: __exit__ bound to the manager stays on the stack, then __enter__ is called.
Step before_with(Vm& vm, Special enter, Special exit, const char* protocol, const char* enter_name,
                 const char* exit_name) {
    const Value manager = pop(vm);
    const Value enters = manager.is_ref() ? vm.special(manager, enter) : Value{};
    const Value exits = manager.is_ref() ? vm.special(manager, exit) : Value{};
    if (enters.is_null() || exits.is_null()) {
        std::string message = "'" + type_name(vm, manager) + "' object does not support the " +
                              protocol + " protocol";
        if (enters) message += std::string(" (missed ") + exit_name + " method)";
        (void)enter_name;
        vm.raise(Root::TypeError, message);
        drop_value(vm, manager);
        return Step::raised;
    }
    const Computed bound = bind_attribute(vm, exits, manager, vm.type_of(manager));
    if (bound.outcome != Outcome::yes) {
        drop_value(vm, manager);
        return Step::raised;
    }
    push(vm, bound.result);
    Step step;
    const Kind kind = vm.block.kind(enters);
    if (kind == Kind::function || kind == Kind::native) {
        step = call_value(vm, enters, {manager}, ReturnMode::push);
    } else {
        const Computed callable = bind_attribute(vm, enters, manager, vm.type_of(manager));
        step = callable.outcome == Outcome::yes
                   ? call_value(vm, callable.result, {}, ReturnMode::push)
                   : Step::raised;
    }
    drop_value(vm, manager);
    return step;
}

}  // namespace

Step op_before_with(Vm& vm, uint32_t) {
    return before_with(vm, Special::enter_, Special::exit_, "context manager", "__enter__",
                       "__exit__");
}

Step op_before_async_with(Vm& vm, uint32_t) {
    return before_with(vm, Special::aenter_, Special::aexit_, "asynchronous context manager",
                       "__aenter__", "__aexit__");
}

// Stack: exit function, last index, previously handled exception, exception.
Step op_with_except_start(Vm& vm, uint32_t) {
    const Value exception = peek(vm, 0), exit = peek(vm, 3);
    const Ref<Traceback> traceback = vm.block[exception.as_ref<Exception>()].traceback;
    return call_value(vm, exit,
                      {Value::from_ref(vm.type_of(exception)), exception,
                       traceback ? show_traceback(vm, traceback) : vm.none()},
                      ReturnMode::push);
}

Step op_push_exc_info(Vm& vm, uint32_t) {
    const Value exception = pop(vm);
    const Value previous = vm.block.load(handled_slot(vm));
    push(vm, previous.is_null() ? vm.none() : previous);
    push(vm, exception);
    vm.block.store(handled_slot(vm), exception);
    drop_value(vm, exception);
    return Step::next;
}

Step op_pop_except(Vm& vm, uint32_t) {
    const Value previous = pop(vm);
    vm.block.store(handled_slot(vm), previous == vm.none() ? Value{} : previous);
    drop_value(vm, previous);
    return Step::next;
}

Step op_check_exc_match(Vm& vm, uint32_t) {
    const Value type = peek(vm, 0);
    const Outcome outcome = exception_matches(vm, peek(vm, 1), type);
    if (outcome == Outcome::raised) return Step::raised;
    if (outcome == Outcome::yes) tell_caught(vm, peek(vm, 1));
    pop_drop(vm, 1);
    push(vm, vm.boolean(outcome == Outcome::yes));
    return Step::next;
}

// except*: the prelude splits the group: (the rest or None, what matches or None).
Step op_check_eg_match(Vm& vm, uint32_t) {
    const Value type = peek(vm, 0), exception = peek(vm, 1);
    if (vm.block.kind(type) == Kind::tuple && vm.block.object(type).detail == unpacked_mark) {
        const Value split = pop(vm), group = pop(vm);  // the prelude's answer
        const Value rest = tuple_item(vm, split.as_ref<Tuple>(), 0);
        const Value match = tuple_item(vm, split.as_ref<Tuple>(), 1);
        push(vm, rest);
        push(vm, match);
        if (match != vm.none()) {
            vm.block.store(handled_slot(vm), match);
            tell_caught(vm, match);
        }
        drop_value(vm, group);
        drop_value(vm, split);
        return Step::next;
    }
    pop_drop(vm, 1);
    repeat(vm);
    return call_value(vm, vm.root(Root::prelude_split_group), {exception, type},
                      ReturnMode::push);
}

Step op_prep_reraise_star(Vm& vm, uint32_t) {
    const Value list = peek(vm, 0), original = peek(vm, 1);
    const Step step = call_value(vm, vm.root(Root::prelude_reraise_star), {original, list},
                                 ReturnMode::push_over_two);
    return step;
}

// The handler is looked for from here; the traceback keeps the entry that it has for this frame.
Step op_reraise(Vm& vm, uint32_t depth) {
    const Value exception = pop(vm);
    // Where it was raised first, for a handler that hands it on once more.
    const Value index = depth > 0 ? peek(vm, depth - 1) : Value{};
    vm.raised_at = index.is_int() ? static_cast<uint32_t>(index.as_int()) : Vm::raised_here;
    vm.block.store(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)),
                   exception);
    drop_value(vm, exception);
    vm.reraised = true;
    return Step::raised;
}

Step op_raise_varargs(Vm& vm, uint32_t count) {
    if (count == 0) {
        const Value handled = handled_exception(vm);
        if (handled.is_null()) {
            vm.raise(Root::RuntimeError, "No active exception to reraise");
            return Step::raised;
        }
        vm.block.store(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)),
                       handled);
        vm.reraised = true;
        return Step::raised;
    }
    const Value cause = count == 2 ? pop(vm) : Value{};
    const Value raised = pop(vm);
    Step step = Step::raised;
    const auto is_class = [&](Value value) {
        return vm.block.kind(value) == Kind::type &&
               vm.block[value.as_ref<Type>()].flags & type_exception;
    };
    if (is_class(raised) || is_class(cause)) {
        // Making the instance may run Python; then it is raised.
        step = call_value(vm, vm.root(Root::prelude_raise),
                          {raised, cause.is_null() ? vm.root(Root::not_implemented) : cause},
                          ReturnMode::raise);
    } else if (!is_exception(vm, raised)) {
        vm.raise(Root::TypeError, "exceptions must derive from BaseException");
    } else if (cause && cause != vm.none() && !is_exception(vm, cause)) {
        vm.raise(Root::TypeError, "exception causes must derive from BaseException");
    } else {
        if (cause) {
            const uint32_t at = raised.offset() + static_cast<uint32_t>(offsetof(Exception, cause));
            vm.block.store(at, cause);
            vm.block.edit(raised.as_ref<Exception>()).suppress_context = 1;
        }
        vm.block.edit(raised.as_ref<Exception>()).detail &= static_cast<uint16_t>(~exception_told);
        vm.raise_value(raised);
    }
    drop_value(vm, raised);
    drop_value(vm, cause);
    return step;
}

Step op_import_name(Vm& vm, uint32_t argument) {
    const Value names = peek(vm, 0), level = peek(vm, 1);
    const Value import = find_builtin(vm, current_frame(vm).globals, intern(vm, "__import__"));
    if (import.is_null()) {
        vm.raise(Root::ImportError, "__import__ not found");
        return Step::raised;
    }
    const Frame& frame = current_frame(vm);
    if (vm.block.kind(import) != Kind::native) {  // a script's own
        const Value locals = vm.block.value_of(frame.locals ? frame.locals : frame.globals);
        return call_value(vm, import, {name_at(vm, argument), vm.block.value_of(frame.globals),
                                       locals, names, level},
                          ReturnMode::push_over_two);
    }
    const Step step = call_value(vm, vm.root(Root::prelude_import_module),
                                 {name_at(vm, argument), level, vm.block.value_of(frame.globals),
                                  names},
                                 ReturnMode::push_over_two);
    return step;
}

Step op_import_from(Vm& vm, uint32_t argument) {
    const Value module = peek(vm, 0), name = name_at(vm, argument);
    const Computed found = get_attribute(vm, module, name);
    if (found.outcome == Outcome::yes) {
        push(vm, found.result);
        return Step::next;
    }
    if (found.outcome == Outcome::raised) return Step::raised;
    vm.request = {};
    return call_value(vm, vm.root(Root::prelude_import_from), {module, name}, ReturnMode::push);
}

Step op_import_star(Vm& vm, uint32_t) {
    const Value module = pop(vm);
    const Frame& frame = current_frame(vm);
    const Ref<Dict> locals = frame.locals ? frame.locals : frame.globals;
    const Step step = call_value(vm, vm.root(Root::prelude_import_star),
                                 {module, vm.block.value_of(locals)}, ReturnMode::discard);
    drop_value(vm, module);
    return step;
}

Step op_get_len(Vm& vm, uint32_t) {
    const Value subject = peek(vm, 0);
    const Length length = length_of(vm, subject);
    if (length.outcome == Outcome::yes) {
        push(vm, Value::from_int(length.length));
        return Step::next;
    }
    return call_value(vm, vm.root(Root::prelude_len), {subject}, ReturnMode::push);
}

}  // namespace meada
