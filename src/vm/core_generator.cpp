// Natives of generators, coroutines and async generators: each asks the interpreter to resume.
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/frame_objects.h"
#include "vm/generators.h"
#include "vm/operations.h"
#include "vm/size_classes.h"
#include "vm/strings.h"

namespace meada {
namespace {

Ref<Generator> generator_arg(const Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) == Kind::generator) return args[0].as_ref<Generator>();
    return vm.block[args[0].as_ref<AsyncStep>()].generator.as_ref<Generator>();
}

// throw(type or instance, value, traceback): the exception, or null if the prelude has to make it.
Value exception_of(Vm& vm, const Args& args) {
    if (args.has(3) && args[3] != vm.none()) {
        if (vm.block.kind(args[3]) != Kind::traceback)
            return vm.raise(Root::TypeError,
                            "throw() third argument must be a traceback object");
    }
    if (!is_exception(vm, args[1])) return {};
    if (args.has(2) && args[2] != vm.none())
        return vm.raise(Root::TypeError, "instance exception may not have a separate value");
    if (args.has(3) && args[3] != vm.none())
        vm.block.refer(args[1].offset() + static_cast<uint32_t>(offsetof(Exception, traceback)),
                       args[3]);
    return args[1];
}

Value new_step(Vm& vm, Root type, Kind kind, AsyncStepForm form, Value generator, Value argument) {
    const auto step = vm.allocate<AsyncStep>(kind, type);
    if (!step) return {};
    vm.block.edit(step).detail = static_cast<uint16_t>(form);
    vm.block.store(step.offset + static_cast<uint32_t>(offsetof(AsyncStep, generator)), generator);
    vm.block.store(step.offset + static_cast<uint32_t>(offsetof(AsyncStep, arguments)), argument);
    vm.block.make_mortal(step.offset);  // as the generator is
    return vm.block.value_of(step);
}

// Before the first step of an async generator: it gets the thread's finalizer hook, and the other
// hook is told of it. The result is the step.
Value with_hooks(Vm& vm, Value generator, Value step) {
    if (step.is_null() || !vm.block[generator.as_ref<Generator>()].origin.is_null()) return step;
    const Context& context = vm.block[vm.context];
    const Value first = context.first_iteration;
    vm.block.store(generator.offset() + static_cast<uint32_t>(offsetof(Generator, origin)),
                   context.finalizer ? context.finalizer : vm.none());
    if (first.is_null()) return step;
    return vm.call_prelude(Root::prelude_first_iteration, {first, generator, step});
}

}  // namespace

Value generator_self(Vm&, const Args& args) { return args[0]; }

Value generator_next(Vm& vm, const Args& args) {
    return request_generator(vm, args[0], GeneratorAction::send, vm.none());
}

Value generator_send(Vm& vm, const Args& args) {
    return request_generator(vm, args[0], GeneratorAction::send, args[1]);
}

Value generator_throw(Vm& vm, const Args& args) {
    const Value exception = exception_of(vm, args);
    if (exception.is_null() && vm.has_exception()) return {};
    if (exception.is_null()) {
        const Value value = args.has(2) ? args[2] : vm.none();
        return vm.call_prelude(Root::prelude_throw, {args[0], args[1], value});
    }
    return request_generator(vm, args[0], GeneratorAction::throw_, exception);
}

Value generator_close(Vm& vm, const Args& args) {
    return request_generator(vm, args[0], GeneratorAction::close, vm.none());
}

Value generator_get_name(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[generator_arg(vm, args)].name);
}
Value generator_set_name(Vm& vm, const Args& args) {
    if (args[1].is_null() || !is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "__name__ must be set to a string object");
    vm.block.edit(generator_arg(vm, args)).name = intern(vm, args[1]).as_ref<Str>();
    return vm.none();
}
Value generator_get_qualname(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[generator_arg(vm, args)].qualified_name);
}
Value generator_set_qualname(Vm& vm, const Args& args) {
    if (args[1].is_null() || !is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "__qualname__ must be set to a string object");
    vm.block.edit(generator_arg(vm, args)).qualified_name = intern(vm, args[1]).as_ref<Str>();
    return vm.none();
}
Value generator_get_running(Vm& vm, const Args& args) {
    const Generator& generator = vm.block[generator_arg(vm, args)];
    return vm.boolean(generator.stepping || generator.state == GeneratorState::running);
}
Value generator_get_awaiting(Vm& vm, const Args& args) {
    const Value awaited = awaited_by(vm, generator_arg(vm, args));
    return awaited ? awaited : vm.none();
}
Value generator_get_code(Vm& vm, const Args& args) {
    return vm.block.value_of(vm.block[generator_arg(vm, args)].code);
}
Value generator_get_frame(Vm& vm, const Args& args) {
    return frame_of_generator(vm, generator_arg(vm, args));
}
Value generator_get_suspended(Vm& vm, const Args& args) {
    return vm.boolean(vm.block[generator_arg(vm, args)].state == GeneratorState::suspended);
}

Value coroutine_get_origin(Vm& vm, const Args& args) {
    const Value origin = vm.block[generator_arg(vm, args)].origin;
    return origin ? origin : vm.none();
}

// (how many calls): the thread's new coroutines keep them; the result is what held before.
Value meada_set_origin_depth(Vm& vm, const Args& args) {
    const uint32_t before = vm.block[vm.context].origin_depth;
    if (args[0] != vm.none())
        vm.block.edit(vm.context).origin_depth = static_cast<uint32_t>(args[0].as_int());
    return Value::from_int(before);
}

Value coroutine_await(Vm& vm, const Args& args) {
    return new_step(vm, Root::type_coroutine_wrapper, Kind::wrapped_coroutine,
                    AsyncStepForm::wrapped_coroutine, args[0], {});
}

Value async_generator_anext(Vm& vm, const Args& args) {
    const Value step = new_step(vm, Root::type_async_generator_asend, Kind::async_step,
                                AsyncStepForm::next, args[0], vm.none());
    return with_hooks(vm, args[0], step);
}

Value async_generator_asend(Vm& vm, const Args& args) {
    const Value step = new_step(vm, Root::type_async_generator_asend, Kind::async_step,
                                AsyncStepForm::send, args[0], args[1]);
    return with_hooks(vm, args[0], step);
}

Value async_generator_athrow(Vm& vm, const Args& args) {
    const Value exception = exception_of(vm, args);
    if (exception.is_null() && vm.has_exception()) return {};
    if (exception.is_null())
        return vm.call_prelude(Root::prelude_athrow,
                               {args[0], args[1], args.has(2) ? args[2] : vm.none()});
    const Value step = new_step(vm, Root::type_async_generator_athrow, Kind::async_step,
                                AsyncStepForm::throw_, args[0], exception);
    return with_hooks(vm, args[0], step);
}

Value async_generator_aclose(Vm& vm, const Args& args) {
    const Value step = new_step(vm, Root::type_async_generator_athrow, Kind::async_step,
                                AsyncStepForm::close, args[0], {});
    return with_hooks(vm, args[0], step);
}

Value async_step_close(Vm& vm, const Args& args) {
    vm.block.edit(args[0].as_ref<AsyncStep>()).state = 2;
    return vm.none();
}

Value meada_set_asyncgen_hooks(Vm& vm, const Args& args) {
    const auto set = [&](size_t field, Value value) {
        vm.block.store(vm.context.offset + static_cast<uint32_t>(field),
                       value == vm.none() ? Value{} : value);
    };
    set(offsetof(Context, first_iteration), args[0]);
    set(offsetof(Context, finalizer), args[1]);
    return vm.none();
}

// (tuple of containers or None): what the thread had there before.
Value meada_swap_shown(Vm& vm, const Args& args) {
    const Value before = vm.block[vm.context].shown;
    vm.block.store(vm.context.offset + static_cast<uint32_t>(offsetof(Context, shown)),
                   args[0] == vm.none() ? Value{} : args[0]);
    return before.is_null() ? vm.none() : before;
}

Value meada_get_asyncgen_hooks(Vm& vm, const Args&) {
    const Context& context = vm.block[vm.context];
    const Value hooks[] = {context.first_iteration ? context.first_iteration : vm.none(),
                           context.finalizer ? context.finalizer : vm.none()};
    return new_tuple(vm, hooks);
}

// The async generators that have this finalizer hook and have not ended: a weak set, in effect.
Value meada_async_generators(Vm& vm, const Args& args) {
    std::vector<Value> found;
    each_cell_of_kind(vm.block, Kind::generator, [&](uint32_t cell) {
        const Generator& generator = *vm.block.at<Generator>(cell);
        if (generator.origin != args[0] || generator.state == GeneratorState::finished) return;
        found.push_back(vm.block.value_of(Ref<Generator>{cell}));
    });
    return new_list(vm, found);
}

}  // namespace meada
