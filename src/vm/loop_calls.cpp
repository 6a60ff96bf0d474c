// Calls of natives and types: steps of the loop.
#include "vm/loop_calls.h"

#include <algorithm>
#include <array>

#include "vm/calls.h"
#include "vm/exceptions.h"
#include "vm/generators.h"
#include "vm/iterators.h"
#include "vm/op_support.h"
#include "vm/plain_arguments.h"
#include "vm/types.h"

namespace meada {
namespace {

// The arguments stand on the value stack, which has no room for what was left out.
Value call_direct(Vm& vm, const Vm::DirectNative& direct, uint32_t arguments, uint32_t count) {
    if (count < direct.parameters) {
        constexpr auto scratch = static_cast<uint32_t>(offsetof(BlockHeader, scratch));
        auto* bound = reinterpret_cast<Value*>(
            vm.block.edit_bytes(scratch, direct.parameters * 8u));
        for (uint32_t index = 0; index < direct.parameters; ++index)
            bound[index] = index < count ? vm.block.load(arguments + index * 8) : Value{};
        arguments = scratch;
    }
    return direct.code(vm, Args{vm.block, arguments, direct.parameters});
}

// A native called where its arguments stand has ended without a value.
Step finish_native(Vm& vm, uint32_t on_stack) {
    if (vm.request.kind == Vm::Request::Kind::none) {
        if (!may_have_refused(vm)) return Step::raised;
        std::vector<Value> values(on_stack);
        for (uint32_t at = 0; at < on_stack; ++at) values[at] = peek(vm, on_stack - 1 - at);
        const bool method = !values[0].is_null();
        Value callable = values[method ? 0 : 1];
        size_t first = method ? 1 : 2;
        if (vm.block.kind(callable) == Kind::type) {
            callable =
                vm.block[callable.as_ref<Type>()].specials[static_cast<uint32_t>(Special::new_)];
            --first;  // the type is the first argument of its __new__
        }
        if (vm.block.kind(callable) == Kind::native)
            ask_with_plain_arguments(vm, callable, std::span(values).subspan(first));
        if (vm.request.kind == Vm::Request::Kind::none) return Step::raised;
    }
    const uint32_t caller = vm.block[vm.context].frame;
    for (uint32_t left = on_stack; left > 0; --left) drop_value(vm, pop_value(vm, caller));
    return do_request(vm, ReturnMode::push, {});
}

}  // namespace

// A bound method: its function and its object take its place, and the call is made again.
STEP(call_bound) {
    Value* const bottom = sp - ARGUMENT - 2;
    const Value callable = bottom[1];
    if (!bottom->is_null()) GO(call_bound_below);
    if (!callable.is_ref() || vm.block.kind(callable) != Kind::bound_method) SLOW();
    const BoundMethod method = vm.block[callable.as_ref<BoundMethod>()];
    PUSH_AT(bottom[0], method.function);
    PUSH_AT(bottom[1], method.self);
    --ip;
    if (callable.is_mortal()) {
        vm.block.decrement(callable);
        if (vm.block.attention & attention_dying) ATTEND(false);
    }
    NEXT();
}
// The end of `with`: the bound method stands where the function of a method would, so there is no
// place for its object.
STEP(call_bound_below) {
    const uint32_t count = ARGUMENT + 1;
    const Value callable = sp[-static_cast<int32_t>(count) - 1];
    if (!callable.is_ref() || vm.block.kind(callable) != Kind::bound_method) SLOW();
    const BoundMethod method = vm.block[callable.as_ref<BoundMethod>()];
    if (vm.block.kind(method.function) != Kind::native || frame->keyword_names) SLOW();
    const NativeFunction& native = vm.block[method.function.as_ref<NativeFunction>()];
    const Vm::DirectNative& direct = vm.direct_natives[native.index];
    if (count + 1 > direct.most || count + 1 < direct.least || direct.checks_self) SLOW();
    SAVE();
    constexpr auto scratch = static_cast<uint32_t>(offsetof(BlockHeader, scratch));
    auto* bound = reinterpret_cast<Value*>(vm.block.edit_bytes(scratch, direct.parameters * 8u));
    *bound = method.self;
    for (uint32_t index = 1; index < direct.parameters; ++index)
        bound[index] = index <= count ? sp[static_cast<int32_t>(index - 1 - count)] : Value{};
    vm.loop.sent = direct.code(vm, Args{vm.block, scratch, direct.parameters});
    GO(native_ended);
}
STEP(call_native) {
    uint32_t count = ARGUMENT;
    Value* arguments = sp - count;
    Value callable = arguments[-2];
    if (!callable.is_null()) {
        --arguments;
        ++count;
    } else {
        callable = arguments[-1];
    }
    const auto& native = *reinterpret_cast<const NativeFunction*>(base + callable.offset());
    const Vm::DirectNative& direct = vm.direct_natives[native.index];
    if (count > direct.most || count < direct.least) SLOW();
    if (direct.checks_self && native.owner &&
        type_at(base, vm, arguments[0]) != native.owner.offset)
        SLOW();
    // From now on this place calls it by its own form, until it has called something else.
    if (direct.form != Quick::CALL && ARGUMENT == direct.form_arguments &&
        (WORD.word & 0xff) == static_cast<uint32_t>(Quick::CALL) && WORD.cache_extra == 0) {
        CodeWord& word = vm.block.edit(Ref<CodeWord>{offset_in(base, &WORD)});
        word.word = static_cast<uint32_t>(direct.form) | (word.word & ~0xffu);
        word.cache_key = callable.offset();
    }
    if (direct.code == generator_send && ARGUMENT == 1 &&
        vm.block.kind(SECOND) == Kind::generator) {
        vm.loop.sent = TOP;
        vm.loop.resume_mode = ReturnMode::push;
        GO(resume);
    }
    SAVE();
    vm.loop.sent = call_direct(vm, direct, offset_in(base, arguments), count);
    GO(native_ended);
}
// A place with a form for one native calls something else: it goes back to CALL for good.
STEP(call_another) {
    CodeWord& word = vm.block.edit(Ref<CodeWord>{offset_in(base, &WORD)});
    word.word = static_cast<uint32_t>(Quick::CALL) | (word.word & ~0xffu);
    word.cache_extra = 1;
    --ip;
    NEXT();
}
// len of an object whose class says it in Python.
STEP(call_len) {
    if (vm.block.kind(TOP) != Kind::instance) GO(call_native);
    const Value method = vm.special(TOP, Special::len_);
    if (vm.block.kind(method) != Kind::function || method.is_mortal()) GO(call_native);
    const auto& function = *reinterpret_cast<const Function*>(base + method.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          sp - 1, 1, ReturnMode::length};
    if (!fits(vm, base, call)) GO(call_native);
    ENTER_CALLEE(call, sp - 3);
    NEXT();
}
// `sent` is what the native called here has returned.
STEP(native_ended) {
    REBASE();
    const Value result = vm.loop.sent;
    if (result.is_null()) [[unlikely]] {
        vm.loop.step = finish_native(vm, ARGUMENT + 2);
        vm.loop.hand_over = true;
        GO(called);
    }
    if (result.is_mortal()) [[unlikely]] vm.block.increment(result);
    Value* const bottom = sp - ARGUMENT - 2;
    for (Value* value = bottom; value < sp; ++value)
        if (value->is_mortal()) [[unlikely]] vm.block.decrement(*value);
    sp = bottom;
    *sp++ = result;
    LOOK_UP(true);
    NEXT();
}
// A built-in type: its own __new__ does all.
STEP(call_builtin_type) {
    const uint32_t count = ARGUMENT + 1;  // the type is the first argument
    const Value* const arguments = sp - count;
    const auto& type = *reinterpret_cast<const Type*>(base + arguments->offset());
    if (count == 2 && *arguments == vm.root(Root::type_type)) {
        vm.loop.sent = vm.block.value_of(vm.type_of(TOP));
        GO(native_ended);
    }
    const Value make = type.specials[static_cast<uint32_t>(Special::new_)];
    if (vm.block.kind(make) != Kind::native || type.instance_kind == Kind::instance ||
        type.instance_kind == Kind::type)
        SLOW();
    const auto& native = *reinterpret_cast<const NativeFunction*>(base + make.offset());
    const Vm::DirectNative& direct = vm.direct_natives[native.index];
    if (count > direct.most || count < direct.least) SLOW();
    SAVE();
    vm.loop.sent = call_direct(vm, direct, offset_in(base, arguments), count);
    GO(native_ended);
}
// An exception's class, where making one is no more than keeping the arguments.
STEP(call_exception) {
    const uint32_t count = ARGUMENT;
    const Value callable = sp[-static_cast<int32_t>(count) - 1];
    const auto& type = *reinterpret_cast<const Type*>(base + callable.offset());
    const Value init = type.specials[static_cast<uint32_t>(Special::init_)];
    const Value usual = vm.special(vm.root(Root::memory_error), Special::new_);
    std::array<Value, 4> arguments;
    if (type.specials[static_cast<uint32_t>(Special::new_)] != usual || count > arguments.size() ||
        vm.block.kind(init) == Kind::function || type.shape.offset != vm.loop.shapes.type)
        SLOW();
    for (const Root other : {Root::OSError, Root::BaseExceptionGroup, Root::SyntaxError})
        if (has_base(base, callable.offset(), vm.root(other))) SLOW();
    std::copy_n(sp - count, count, arguments.begin());
    const Value kept = new_tuple(vm, {arguments.data(), count});
    const Value made =
        kept.is_null() ? Value{} : new_exception(vm, callable.as_ref<Type>(), kept);
    REBASE();
    if (made.is_null()) RAISED();
    vm.block.increment(made);
    Value* const bottom = sp - count - 2;
    for (Value* value = bottom; value < sp; ++value) vm.block.decrement_if_mortal(*value);
    sp = bottom;
    *sp++ = made;
    LOOK_UP(true);
    NEXT();
}
// A class made by a class statement with a Python __init__, called as type does.
STEP(call_class) {
    const uint32_t count = ARGUMENT;
    const Value callable = sp[-static_cast<int32_t>(count) - 1];
    const auto& type = *reinterpret_cast<const Type*>(base + callable.offset());
    if (type.instance_kind == Kind::exception) GO(call_exception);
    if (type.shape.offset == vm.loop.shapes.type && !(type.flags & type_heap))
        GO(call_builtin_type);
    const Value init = python_init(vm, type);
    if (init.is_null()) SLOW();
    {
        const auto& function = *reinterpret_cast<const Function*>(base + init.offset());
        const auto& code = *reinterpret_cast<const CodeObject*>(base + function.code.offset);
        if (!fits(vm, base, {function, code, nullptr, count + 1, ReturnMode::init})) SLOW();
    }
    const Value instance = new_instance(vm, callable.as_ref<Type>());
    REBASE();
    if (instance.is_null()) RAISED();
    Value* const arguments = sp - count - 1;  // with the instance as self
    PUSH_AT(arguments[-1], instance);
    PUSH_AT(arguments[0], instance);
    const auto& function = *reinterpret_cast<const Function*>(base + init.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          arguments, count + 1, ReturnMode::init};
    ENTER_CALLEE(call, arguments);  // the result is on the stack already
    NEXT();
}
// A Python function over one source that needs no Python: its result is the item.
STEP(next_of_map) {
    const auto& map = *reinterpret_cast<const Iterator*>(base + TOP.offset());
    const auto& sources = *reinterpret_cast<const Tuple*>(base + map.source.offset());
    if (sources.count != 1 || !map.next.is_ref() || map.next.is_mortal()) SLOW();
    const auto& function = *reinterpret_cast<const Function*>(base + map.next.offset());
    if (function.kind != Kind::function) SLOW();
    const auto& code = *reinterpret_cast<const CodeObject*>(base + function.code.offset);
    const SimpleCall shape{function, code, nullptr, 1, ReturnMode::next};
    if (!fits(vm, base, shape)) SLOW();
    const Value item = direct_next(vm, vm.block.load(map.source.offset() + Tuple::items_offset));
    if (item.is_null()) SLOW();
    if (item.is_mortal()) [[unlikely]] vm.block.increment(item);
    const SimpleCall call{function, code, &item, 1, ReturnMode::next};
    ENTER_CALLEE(call, sp);
    NEXT();
}
// The prelude asks the source and the function until an item passes.
STEP(next_of_filter) {
    const auto& filter = *reinterpret_cast<const Iterator*>(base + TOP.offset());
    const auto& function = *reinterpret_cast<const Function*>(
        base + vm.root(Root::prelude_filter_next).offset());
    const Value arguments[] = {filter.next, filter.source};
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          arguments, 2, ReturnMode::next};
    if (!fits(vm, base, call)) SLOW();
    for (const Value argument : arguments) vm.block.increment_if_mortal(argument);
    ENTER_CALLEE(call, sp);
    NEXT();
}
// What only this frame holds dies of its end.
STEP(return_mortals) {
    for (Value* slot = LOCALS; slot < sp - 1; ++slot) {
        if (!slot->is_mortal()) continue;
        vm.block.decrement(*slot);
        *slot = Value{};
    }
    --ip;  // and now again, without them
    NEXT();
}

}  // namespace meada
