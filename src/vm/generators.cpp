#include "vm/generators.h"

#include <utility>

#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/finalize.h"
#include "vm/frames.h"
#include "vm/operations.h"
#include "vm/quick.h"
#include "vm/strings.h"
#include "vm/unwind.h"

namespace meada {
namespace {

const char* noun(const Vm& vm, Ref<Generator> generator) {
    switch (static_cast<GeneratorForm>(vm.block[generator].detail)) {
        case GeneratorForm::generator: return "generator";
        case GeneratorForm::coroutine: return "coroutine";
        default: return "async generator";
    }
}

GeneratorForm form_of(const Vm& vm, Ref<Generator> generator) {
    return static_cast<GeneratorForm>(vm.block[generator].detail);
}

// The frame becomes the innermost one, its `handled` the innermost one too.
bool enter_generator(Vm& vm, Ref<Generator> ref, ReturnMode mode) {
    if (vm.block[vm.context].depth >= vm.block.header().recursion_limit) {
        vm.raise(Root::RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    // While it runs the context refers to it.
    vm.block.increment(vm.block.value_of(ref));
    Context& context = context_of(vm);
    Generator& generator = vm.block.edit(ref);
    generator.frame.previous = context.frame;
    generator.frame.return_mode = mode;
    generator.frame.serial = ++context.frame_serial;
    generator.outer_item = context.handled_item;
    generator.state = GeneratorState::running;
    generator.first_awaited = 1;
    context.handled_item = ref.offset;
    context.frame = ref.offset + generator_frame_offset;
    ++context.depth;
    return true;
}

Ref<Generator> innermost_generator(const Vm& vm) {
    return Ref<Generator>{vm.block.at<Frame>(vm.block[vm.context].frame)->generator};
}

void unlink(Vm& vm, Ref<Generator> ref, GeneratorState state) {
    Context& context = context_of(vm);
    Generator& generator = vm.block.edit(ref);
    context.handled_item = generator.outer_item;
    context.frame = generator.frame.previous;
    --context.depth;
    generator.frame.previous = 0;
    generator.state = state;
}

// Its values go; what it handled goes.
void clear_frame(Vm& vm, Ref<Generator> ref) {
    vm.block.edit(ref).stepping = 0;
    const uint32_t frame = ref.offset + generator_frame_offset;
    const uint32_t end = vm.block.at<Frame>(frame)->stack_end;
    for (uint32_t slot = frame + Frame::slots_offset; slot < end; slot += 8) vm.block.clear(slot);
    const uint32_t slots = vm.block[vm.block[ref].code].slot_count * 8;
    frame_at(vm, frame).stack_end = frame + Frame::slots_offset + slots;
    vm.block.clear(ref.offset + static_cast<uint32_t>(offsetof(Generator, handled)));
    vm.block.clear(frame + static_cast<uint32_t>(offsetof(Frame, extra)));
    vm.block.refer(frame + static_cast<uint32_t>(offsetof(Frame, function)), {});
}

Step raise_stop(Vm& vm, Value result) {
    if (result == vm.none()) vm.raise(Root::StopIteration, {});
    else vm.raise(Root::StopIteration, {result});
    return Step::raised;
}

// Resuming what cannot be resumed.
Step raise_not_resumable(Vm& vm, Ref<Generator> generator, ReturnMode mode) {
    const Generator& found = vm.block[generator];
    const GeneratorForm form = form_of(vm, generator);
    if (found.state == GeneratorState::running) {
        if (form == GeneratorForm::async_generator)
            vm.raise(Root::RuntimeError, "anext(): asynchronous generator is already running");
        else
            vm.raise(Root::ValueError, std::string(noun(vm, generator)) + " already executing");
        return Step::raised;
    }
    if (form == GeneratorForm::coroutine) {
        if (mode == ReturnMode::close) return complete(vm, ReturnMode::push, {}, vm.none());
        vm.raise(Root::RuntimeError, "cannot reuse already awaited coroutine");
        return Step::raised;
    }
    if (form == GeneratorForm::async_generator) {
        vm.raise(Root::StopAsyncIteration, {});
        return Step::raised;
    }
    switch (mode) {
        case ReturnMode::next: return end_for_loop(vm);
        case ReturnMode::send: return end_send(vm, vm.none());
        case ReturnMode::close: return complete(vm, ReturnMode::push, {}, vm.none());
        default: return raise_stop(vm, vm.none());
    }
}

}  // namespace

bool check_awaited(Vm& vm, Value result) {
    const bool coroutine =
        vm.block.kind(result) == Kind::generator &&
        is_awaitable(vm.block[result.as_ref<Generator>()],
                     vm.block[vm.block[result.as_ref<Generator>()].code]);
    if (coroutine) {
        vm.raise(Root::TypeError, "__await__() returned a coroutine");
        return false;
    }
    if (!vm.special(result, Special::next_).is_null()) return true;
    vm.raise(Root::TypeError,
             "__await__() returned non-iterator of type '" + type_name(vm, result) + "'");
    return false;
}

Step resume_generator(Vm& vm, Ref<Generator> generator, Value sent, ReturnMode mode) {
    const GeneratorState state = vm.block[generator].state;
    if (state == GeneratorState::running || state == GeneratorState::finished)
        return raise_not_resumable(vm, generator, mode);
    if (state == GeneratorState::created && sent != vm.none()) {
        vm.raise(Root::TypeError, std::string("can't send non-None value to a just-started ") +
                                      noun(vm, generator));
        return Step::raised;
    }
    if (!enter_generator(vm, generator, mode)) return Step::raised;
    push_value(vm, generator.offset + generator_frame_offset, sent);
    return Step::next;
}

Value awaited_by(const Vm& vm, Ref<Generator> ref) {
    const Generator& generator = vm.block[ref];
    if (generator.state != GeneratorState::suspended) return {};
    const uint32_t frame = ref.offset + generator_frame_offset;
    const uint32_t index = instruction_index(vm, generator.frame);
    if (index < 2 || value_count(vm, frame) == 0) return {};
    const auto opcode_at = [&](uint32_t at) {
        return base_opcode(static_cast<uint8_t>(
            vm.block.at<CodeWord>(word_offset(vm, generator.code, at))->word & 0xff));
    };
    if (opcode_at(index - 1) != Opcode::YIELD_VALUE || opcode_at(index - 2) != Opcode::SEND)
        return {};
    return vm.block.load(generator.frame.stack_end - 8);
}

namespace {

// A suspended one is closed by an exception; `mode` tells what then happens.
Step close_generator(Vm& vm, Ref<Generator> generator, ReturnMode mode, ReturnMode at_once) {
    const GeneratorState state = vm.block[generator].state;
    if (state == GeneratorState::created || state == GeneratorState::finished) {
        if (state == GeneratorState::created) {
            clear_frame(vm, generator);
            vm.block.edit(generator).state = GeneratorState::finished;
            vm.block.edit(generator).first_awaited = 1;
        }
        return complete(vm, at_once, {}, vm.none());
    }
    const Value exit =
        new_exception(vm, vm.type(Root::GeneratorExit), vm.root(Root::empty_tuple));
    if (exit.is_null()) return Step::raised;
    return throw_into_generator(vm, generator, exit, mode);
}

// GeneratorExit reaches the innermost generator, which delegates to `inner`: that one is closed
// first, however its kind does it; then the exception is raised.
Step close_inner(Vm& vm, Value inner, Value exception) {
    const uint32_t frame = vm.block[vm.context].frame;
    vm.block.store(frame + static_cast<uint32_t>(offsetof(Frame, extra)), exception);
    if (vm.block.kind(inner) == Kind::generator)
        return close_generator(vm, inner.as_ref<Generator>(), ReturnMode::close_inner,
                               ReturnMode::raise_saved);
    const Method method = get_method(vm, inner, intern(vm, "close"));
    if (method.outcome != Outcome::yes) {
        vm.request = {};
        return vm.has_exception() ? Step::raised
                                  : complete(vm, ReturnMode::raise_saved, {}, vm.none());
    }
    if (method.receiver) return call_value(vm, method.callable, {inner}, ReturnMode::raise_saved);
    return call_value(vm, method.callable, {}, ReturnMode::raise_saved);
}

// What is thrown in gets no new context, unless the generator itself was handling something.
Step raise_within(Vm& vm, Ref<Generator> ref, Value exception) {
    const Value handled = vm.block[ref].handled;
    if (handled && handled != vm.none()) vm.raise_value(exception);
    else
        vm.block.store(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)),
                       exception);
    return Step::raised;
}

}  // namespace

Step throw_into_generator(Vm& vm, Ref<Generator> generator, Value exception, ReturnMode mode) {
    const GeneratorState state = vm.block[generator].state;
    if (state == GeneratorState::running) return raise_not_resumable(vm, generator, mode);
    if (state == GeneratorState::finished) {
        if (form_of(vm, generator) == GeneratorForm::coroutine)
            return raise_not_resumable(vm, generator, mode);
        return raise_within(vm, generator, exception);
    }
    const Value inner = awaited_by(vm, generator);
    if (!enter_generator(vm, generator, mode)) return Step::raised;
    // One that was not started: raised at its first line, where the first instruction stands.
    if (state == GeneratorState::created || inner.is_null())
        return raise_within(vm, generator, exception);
    // As if it stood in SEND and had just called `inner`: YIELD_VALUE comes next.
    Frame& frame = frame_at(vm, generator.offset + generator_frame_offset);
    frame.next_word -= static_cast<uint32_t>(sizeof(CodeWord));
    if (vm.is_instance(exception, Root::GeneratorExit) &&
        form_of(vm, generator) != GeneratorForm::async_generator)
        return close_inner(vm, inner, exception);
    if (vm.block.kind(inner) == Kind::generator)
        return throw_into_generator(vm, inner.as_ref<Generator>(), exception, ReturnMode::send);
    if (vm.block.kind(inner) == Kind::async_step)
        return throw_into_step(vm, inner, exception, ReturnMode::send);
    const Value target = vm.block.kind(inner) == Kind::wrapped_coroutine
                             ? vm.block[inner.as_ref<AsyncStep>()].generator
                             : inner;
    if (vm.block.kind(target) == Kind::generator)
        return throw_into_generator(vm, target.as_ref<Generator>(), exception, ReturnMode::send);
    const Method method = get_method(vm, target, intern(vm, "throw"));
    if (method.outcome != Outcome::yes) {
        vm.request = {};
        if (!vm.has_exception()) vm.raise_value(exception);
        return Step::raised;
    }
    if (method.receiver)
        return call_value(vm, method.callable, {target, exception}, ReturnMode::send);
    return call_value(vm, method.callable, {exception}, ReturnMode::send);
}

Step yield_from_frame(Vm& vm) {
    const Ref<Generator> ref = innermost_generator(vm);
    const uint32_t frame = ref.offset + generator_frame_offset;
    const Value value = pop_value(vm, frame);
    const ReturnMode mode = vm.block[ref].frame.return_mode;
    const bool item = vm.block[ref].yields_item;
    vm.block.edit(ref).yields_item = 0;
    if (item) vm.block.edit(ref).stepping = 0;
    unlink(vm, ref, GeneratorState::suspended);
    Step step = Step::next;
    const bool async_generator = form_of(vm, ref) == GeneratorForm::async_generator;
    const bool closes = mode == ReturnMode::close || mode == ReturnMode::close_inner;
    if (closes || mode == ReturnMode::finalizer) {
        const bool ignored = !async_generator || item;
        if (mode == ReturnMode::finalizer || ignored) {
            vm.raise(Root::RuntimeError, async_generator
                                             ? "async generator ignored GeneratorExit"
                                             : std::string(noun(vm, ref)) +
                                                   " ignored GeneratorExit");
            step = mode == ReturnMode::finalizer ? finalizer_failed(vm, vm.block.value_of(ref))
                                                 : Step::raised;
        } else {
            push_value(vm, vm.block[vm.context].frame, value);
        }
    } else if (async_generator && item &&
               std::exchange(vm.block.edit(ref).closing, uint8_t{0}) != 0) {
        vm.raise(Root::RuntimeError, "async generator ignored GeneratorExit");
        step = Step::raised;
    } else if (async_generator && item) {
        // Its own item ends the __anext__ step: SEND is done, or send() raises StopIteration.
        step = mode == ReturnMode::send ? end_send(vm, value) : raise_stop(vm, value);
    } else {
        push_value(vm, vm.block[vm.context].frame, value);
    }
    drop_value(vm, value);
    vm.block.decrement(vm.block.value_of(ref));
    return step;
}

Step finish_generator(Vm& vm, Value result) {
    const Ref<Generator> ref = innermost_generator(vm);
    const ReturnMode mode = vm.block[ref].frame.return_mode;
    const GeneratorForm form = form_of(vm, ref);
    clear_frame(vm, ref);
    unlink(vm, ref, GeneratorState::finished);
    Step step = Step::next;
    if (form == GeneratorForm::async_generator && mode != ReturnMode::finalizer) {
        if (const uint8_t closing = std::exchange(vm.block.edit(ref).closing, uint8_t{0})) {
            step = closing == 1 ? end_send(vm, vm.none()) : raise_stop(vm, vm.none());
        } else if (mode == ReturnMode::close) {
            step = raise_stop(vm, vm.none());
        } else {
            vm.raise(Root::StopAsyncIteration, {});
            step = Step::raised;
        }
    } else {
        switch (mode) {
            case ReturnMode::next: step = end_for_loop(vm); break;
            case ReturnMode::send: step = end_send(vm, result); break;
            case ReturnMode::close: step = complete(vm, ReturnMode::push, {}, vm.none()); break;
            case ReturnMode::close_inner:
                step = complete(vm, ReturnMode::raise_saved, {}, vm.none());
                break;
            case ReturnMode::finalizer: finalizer_ended(vm); break;
            default: step = raise_stop(vm, result);
        }
    }
    vm.block.decrement(vm.block.value_of(ref));
    return step;
}

void leave_generator(Vm& vm, Ref<Generator> ref) {
    clear_frame(vm, ref);
    unlink(vm, ref, GeneratorState::finished);
    vm.block.decrement(vm.block.value_of(ref));
}

Value request_generator(Vm& vm, Value generator, GeneratorAction action, Value argument) {
    vm.call(generator, {Value::from_int(static_cast<int64_t>(action)), argument});
    vm.request.kind = Vm::Request::Kind::generator;
    return {};
}

Step throw_into_step(Vm& vm, Value step_object, Value exception, ReturnMode mode) {
    const AsyncStep& step = vm.block[step_object.as_ref<AsyncStep>()];
    const Ref<Generator> generator = step.generator.as_ref<Generator>();
    const auto form = static_cast<AsyncStepForm>(step.detail);
    const bool closes = form == AsyncStepForm::close;
    // What aclose() and athrow() gave has not begun by that: the next send will throw what is
    // theirs, even into a `finally` that awaits. A cancelled aclose() ends so at the end of a run.
    if (form != AsyncStepForm::close && form != AsyncStepForm::throw_)
        vm.block.edit(step_object.as_ref<AsyncStep>()).state = 1;
    return throw_into_generator(vm, generator, exception,
                                closes && mode != ReturnMode::send ? ReturnMode::close : mode);
}

namespace {

// Else the step that got it here has ended.
bool stands_in_await(const Vm& vm, Ref<Generator> generator) {
    return vm.block[generator].state == GeneratorState::running ||
           !awaited_by(vm, generator).is_null();
}

// Of two tasks that step one async generator the second one learns it.
Step raise_already_stepping(Vm& vm, Ref<AsyncStep> step) {
    const auto form = static_cast<AsyncStepForm>(vm.block[step].detail);
    const bool sends = form == AsyncStepForm::next || form == AsyncStepForm::send;
    if (!sends) vm.block.edit(step).state = 2;
    const char* name = sends                           ? "anext()"
                       : form == AsyncStepForm::throw_ ? "athrow()"
                                                       : "aclose()";
    vm.raise(Root::RuntimeError,
             std::string(name) + ": asynchronous generator is already running");
    return Step::raised;
}

// The first send to what __anext__(), asend(), athrow() or aclose() gave.
Step start_step(Vm& vm, const AsyncStep& step, Value sent, ReturnMode mode) {
    const auto generator = step.generator.as_ref<Generator>();
    switch (static_cast<AsyncStepForm>(step.detail)) {
        case AsyncStepForm::throw_:
            return throw_into_generator(vm, generator, step.arguments[0], mode);
        case AsyncStepForm::close: {
            if (vm.block[generator].state == GeneratorState::created) {
                clear_frame(vm, generator);
                vm.block.edit(generator).state = GeneratorState::finished;
                return mode == ReturnMode::send ? end_send(vm, vm.none())
                                                : raise_stop(vm, vm.none());
            }
            const Value exit = new_exception(vm, vm.type(Root::GeneratorExit),
                                             vm.root(Root::empty_tuple));
            if (exit.is_null()) return Step::raised;
            vm.block.edit(generator).closing = mode == ReturnMode::send ? 1 : 2;
            vm.block.edit(generator).closed = 1;
            return throw_into_generator(vm, generator, exit, mode);
        }
        default:
            return resume_generator(vm, generator,
                                    sent == vm.none() ? step.arguments[0] : sent, mode);
    }
}

// A step of an async generator: its first send starts it with what asend() or athrow() was given.
Step send_to_step(Vm& vm, Value object, Value sent, ReturnMode mode) {
    const Ref<AsyncStep> ref = object.as_ref<AsyncStep>();
    const AsyncStep step = vm.block[ref];
    const auto generator = step.generator.as_ref<Generator>();
    const auto form = static_cast<AsyncStepForm>(step.detail);
    if (form == AsyncStepForm::wrapped_coroutine)
        return resume_generator(vm, generator, sent, mode);
    if (step.state == 2 || (step.state != 0 && !stands_in_await(vm, generator))) {
        const bool sends = form == AsyncStepForm::next || form == AsyncStepForm::send;
        vm.raise(Root::RuntimeError, sends ? "cannot reuse already awaited __anext__()/asend()"
                                           : "cannot reuse already awaited aclose()/athrow()");
        return Step::raised;
    }
    if (step.state != 0) return resume_generator(vm, generator, sent, mode);
    const bool throws = form == AsyncStepForm::throw_ || form == AsyncStepForm::close;
    if (throws && vm.block[generator].state == GeneratorState::finished) {
        vm.block.edit(ref).state = 2;
        return mode == ReturnMode::send ? end_send(vm, vm.none()) : raise_stop(vm, vm.none());
    }
    if (vm.block[generator].stepping) return raise_already_stepping(vm, ref);
    if (throws && vm.block[generator].closed) {
        vm.block.edit(ref).state = 2;
        vm.raise(Root::StopAsyncIteration, {});
        return Step::raised;
    }
    vm.block.edit(ref).state = 1;
    vm.block.edit(generator).stepping = 1;
    const Step result = start_step(vm, step, sent, mode);
    if (result == Step::raised && vm.block[generator].state != GeneratorState::running)
        vm.block.edit(generator).stepping = 0;
    return result;
}

}  // namespace

Step do_generator_request(Vm& vm, const Vm::Request& request, ReturnMode mode) {
    const Value target = request.callable;
    const auto action = static_cast<GeneratorAction>(request.arguments[0].as_int());
    const Value argument = request.arguments[1];
    const bool is_step = vm.block.kind(target) != Kind::generator;
    if (is_step && action == GeneratorAction::send)
        return send_to_step(vm, target, argument, mode);
    if (is_step) {
        const auto form = static_cast<AsyncStepForm>(vm.block[target.as_ref<AsyncStep>()].detail);
        if (form != AsyncStepForm::wrapped_coroutine)
            return throw_into_step(vm, target, argument, mode);
    }
    const Ref<Generator> generator =
        is_step ? vm.block[target.as_ref<AsyncStep>()].generator.as_ref<Generator>()
                : target.as_ref<Generator>();
    switch (action) {
        case GeneratorAction::send: return resume_generator(vm, generator, argument, mode);
        case GeneratorAction::throw_: return throw_into_generator(vm, generator, argument, mode);
        case GeneratorAction::close: break;
    }
    return close_generator(vm, generator, ReturnMode::close, mode);
}

Step send_to(Vm& vm, Value receiver, Value sent) {
    switch (vm.block.kind(receiver)) {
        case Kind::generator:
            return resume_generator(vm, receiver.as_ref<Generator>(), sent, ReturnMode::send);
        case Kind::async_step:
        case Kind::wrapped_coroutine: return send_to_step(vm, receiver, sent, ReturnMode::send);
        default: break;
    }
    if (sent == vm.none()) {
        const Computed next = next_item(vm, receiver);
        if (next.outcome == Outcome::yes) {
            push_value(vm, vm.block[vm.context].frame, next.result);
            return Step::next;
        }
        if (next.outcome == Outcome::no) return end_send(vm, vm.none());
        if (next.outcome == Outcome::raised) return Step::raised;
        const bool requested = vm.request.kind != Vm::Request::Kind::none;
        const Step step = requested ? do_request(vm, ReturnMode::send)
                                    : call_value(vm, vm.special(receiver, Special::next_),
                                                 {receiver}, ReturnMode::send);
        if (step != Step::raised) return step;
        const Value value = take_stop_iteration(vm);  // raised by a native, without a frame
        return value.is_null() ? step : end_send(vm, value);
    }
    const Method method = get_method(vm, receiver, intern(vm, "send"));
    if (method.outcome == Outcome::no) {
        raise_no_attribute(vm, receiver, intern(vm, "send"));
        return Step::raised;
    }
    if (method.outcome != Outcome::yes) return do_request(vm, ReturnMode::send);
    if (method.receiver) return call_value(vm, method.callable, {receiver, sent}, ReturnMode::send);
    return call_value(vm, method.callable, {sent}, ReturnMode::send);
}

}  // namespace meada
