// Generators run on and yield: steps of the loop.
#include "vm/generators.h"
#include "vm/loop_calls.h"

namespace meada {

STEP(SEND) {
    const Value receiver = SECOND;
    if (vm.block.kind(receiver) != Kind::generator ||
        vm.block.object(receiver).detail == static_cast<uint16_t>(GeneratorForm::async_generator))
        SLOW();
    vm.loop.sent = TOP;
    vm.loop.resume_mode = ReturnMode::send;
    GO(resume);
}

// `sent` is on the stack's top (SEND; push: a call of `send`, whose operands all go) or None
// (FOR_ITER).
STEP(resume) {
    const ReturnMode mode = vm.loop.resume_mode;
    const Value sent = vm.loop.sent;
    const uint32_t at = (mode == ReturnMode::next ? TOP : SECOND).offset();
    auto& generator = *reinterpret_cast<Generator*>(base + at);
    auto& context = *reinterpret_cast<Context*>(base + vm.context.offset);
    const bool ready = generator.state == GeneratorState::suspended ||
                       (generator.state == GeneratorState::created && sent == vm.loop.none);
    if (!ready || context.depth >= vm.block.header().recursion_limit) SLOW();
    if (mode == ReturnMode::send) --sp;
    if (mode == ReturnMode::push) sp -= 3;
    SAVE();
    vm.block.mark(at, offsetof(Generator, frame) + frame_size_bytes(vm.block[generator.code]));
    if (mode != ReturnMode::push) ++generator.count;  // while it runs the context refers to it
    generator.outer_item = context.handled_item;
    generator.state = GeneratorState::running;
    generator.first_awaited = 1;
    context.handled_item = at;
    ++context.depth;
    generator.frame.previous = FRAME_AT;
    generator.frame.return_mode = mode;
    generator.frame.serial = ++context.frame_serial;
    context.frame = at + static_cast<uint32_t>(offsetof(Generator, frame));
    ENTER(context.frame);
    *sp++ = sent;
    LOOK_UP(mode == ReturnMode::push);
    NEXT();
}

// A generator's end, where a for loop or an await resumed it: to the jump's target there.
STEP(return_generated) {
    const uint32_t at = frame->generator;
    auto& generator = *reinterpret_cast<Generator*>(base + at);
    const ReturnMode mode = frame->return_mode;
    if ((mode != ReturnMode::next && mode != ReturnMode::send) ||
        generator.detail == static_cast<uint16_t>(GeneratorForm::async_generator) ||
        !generator.handled.is_null() || !frame->extra.is_null())
        SLOW();
    COUNT();
    const Value result = *--sp;
    for (Value* slot = LOCALS; slot < sp; ++slot) {
        vm.block.decrement_if_mortal(*slot);
        *slot = Value{};
    }
    vm.block.refer(FRAME_AT + static_cast<uint32_t>(offsetof(Frame, function)), {});
    const auto& code = *reinterpret_cast<const CodeObject*>(base + generator.code.offset);
    frame->stack_end = offset_in(base, LOCALS + code.slot_count);
    frame->next_word = offset_in(base, BEHIND);
    auto& context = *reinterpret_cast<Context*>(base + vm.context.offset);
    context.handled_item = generator.outer_item;
    --context.depth;
    context.frame = generator.frame.previous;
    generator.frame.previous = 0;
    generator.state = GeneratorState::finished;
    activate_frame(vm, context.frame);
    ENTER(context.frame);
    const Value receiver = TOP;  // the generator or what led to it
    if (mode == ReturnMode::send) TOP = result;
    else --sp;
    JUMP();
    vm.block.decrement(vm.block.value_of(Ref<Generator>{at}));
    vm.block.decrement_if_mortal(receiver);
    if (mode == ReturnMode::next) vm.block.decrement_if_mortal(result);
    LOOK_UP(false);
    NEXT();
}

// A call of a generator function ends with the generator.
STEP(RETURN_GENERATOR) {
    const uint32_t callee_at = FRAME_AT;
    {
        const auto& context = *reinterpret_cast<const Context*>(base + vm.context.offset);
        const auto& code = *reinterpret_cast<const CodeObject*>(base + frame->code.offset);
        const bool iterator = !(code.flags & (code_coroutine | code_async_generator |
                                              code_iterable_coroutine));
        if (!(frame->return_mode == ReturnMode::push ||
              (frame->return_mode == ReturnMode::awaited && iterator)) ||
            frame->generator != 0 || frame->locals ||
            !frame->extra.is_null() ||
            callee_at == context.chunk + StackChunk::first_offset)
            SLOW();
    }
    SAVE();
    const Value generator = make_generator(vm);
    REBASE();
    if (generator.is_null()) RAISED();
    const Frame& callee = *frame;
    LEAVE_CALLEE();
    vm.block.increment(generator);
    *sp++ = generator;
    LOOK_UP(false);
    NEXT();
}

// An object whose class has an __await__ in Python.
STEP(await_object) {
    if (!TOP.is_ref()) SLOW();
    const Value method = vm.special(TOP, Special::await_);
    if (vm.block.kind(method) != Kind::function || method.is_mortal()) SLOW();
    const auto& function = *reinterpret_cast<const Function*>(base + method.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          sp - 1, 1, ReturnMode::awaited};
    if (!fits(vm, base, call)) SLOW();
    ENTER_CALLEE(call, sp - 1);
    NEXT();
}
STEP(GET_AWAITABLE) {
    if (vm.block.kind(TOP) != Kind::generator) GO(await_object);
    const auto& generator = *reinterpret_cast<const Generator*>(base + TOP.offset());
    const auto& code = *reinterpret_cast<const CodeObject*>(base + generator.code.offset);
    if (!is_awaitable(generator, code) || generator.state != GeneratorState::created) SLOW();
    NEXT();
}

STEP(YIELD_VALUE) {
    auto& generator = *reinterpret_cast<Generator*>(base + frame->generator);
    const ReturnMode mode = frame->return_mode;
    if ((mode != ReturnMode::next && mode != ReturnMode::send && mode != ReturnMode::push) ||
        generator.detail == static_cast<uint16_t>(GeneratorForm::async_generator))
        SLOW();
    const Value value = *--sp;
    SAVE();
    auto& context = *reinterpret_cast<Context*>(base + vm.context.offset);
    context.handled_item = generator.outer_item;
    --context.depth;
    generator.state = GeneratorState::suspended;
    // For the others the caller's stack still holds it.
    if (mode == ReturnMode::push)
        vm.block.decrement(vm.block.value_of(Ref<Generator>{frame->generator}));
    else --generator.count;
    context.frame = generator.frame.previous;
    generator.frame.previous = 0;
    activate_frame(vm, context.frame);
    ENTER(context.frame);
    *sp++ = value;
    LOOK_UP(false);
    NEXT();
}

}  // namespace meada
