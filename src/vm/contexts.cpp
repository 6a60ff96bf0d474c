// Contexts from outside: starting a call, delivering a result, looking at the frames.
#include "vm/calls.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/interpreter.h"
#include "vm/natives.h"
#include "vm/unwind.h"

namespace meada {
namespace {

// Runs `work` as if this context were the one that runs.
template <typename Work>
auto in_context(Vm& vm, Ref<Context> context, Work&& work) {
    const Ref<Context> before = vm.context;
    vm.context = context;
    activate_context(vm, context);
    const auto result = work();
    vm.context = before;
    return result;
}

}  // namespace

bool start_call(Vm& vm, Ref<Context> context, Value callable, std::span<const Value> arguments) {
    return in_context(vm, context, [&] {
        ASSERT(vm.block[context].frame == 0);
        const Value function = vm.root(Root::prelude_start);
        const Value args = new_tuple(vm, arguments);
        if (args.is_null()) return false;
        const Value both[] = {callable, args};
        return enter_function(vm, function.as_ref<Function>(), both, {}, ReturnMode::bottom);
    });
}

bool start_module(Vm& vm, Ref<Context> context, Ref<CodeObject> code, Ref<Module> module) {
    return in_context(vm, context, [&] {
        ASSERT(vm.block[context].frame == 0);
        const uint32_t frame = push_frame(vm, {}, code, ReturnMode::bottom);
        if (frame == 0) return false;
        frame_at(vm, frame).globals = vm.block[module].attributes;
        return true;
    });
}

void deliver(Vm& vm, Ref<Context> context, Value result) {
    in_context(vm, context, [&] {
        const auto mode = static_cast<ReturnMode>(vm.block[context].delivery);
        const Step step = complete(vm, mode, {}, result);
        ASSERT(step == Step::next);
        return 0;
    });
}

// Raised in the caller at its next instruction boundary: it unwinds when the context runs.
void deliver_exception(Vm& vm, Ref<Context> context, Value exception) {
    in_context(vm, context, [&] {
        vm.raise_value(exception);
        vm.block.edit(context).interrupted = 1;
        return 0;
    });
}

namespace {

FrameView view_of(const Vm& vm, uint32_t at) {
    const Frame& frame = *vm.block.at<Frame>(at);
    const uint32_t next = instruction_index(vm, frame);
    return {at, frame.code, next, static_cast<bool>(frame.flags & frame_library),
            static_cast<bool>(frame.flags & frame_hidden)};
}

}  // namespace

std::vector<FrameView> frames_of(const Vm& vm, Ref<Context> context) {
    std::vector<FrameView> frames;
    if (!context) return frames;
    for (uint32_t at = vm.block[context].frame; at != 0; at = vm.block.at<Frame>(at)->previous) {
        frames.push_back(view_of(vm, at));
        // An outer frame waits in the call before its next instruction.
        if (frames.size() > 1 && frames.back().instruction > 0) --frames.back().instruction;
    }
    return frames;
}

std::vector<FrameView> frames_of_generator(const Vm& vm, Ref<Generator> generator) {
    std::vector<FrameView> frames;
    while (generator) {
        if (vm.block[generator].state == GeneratorState::finished) break;
        FrameView view =
            view_of(vm, generator.offset + static_cast<uint32_t>(offsetof(Generator, frame)));
        const Value inner = awaited_by(vm, generator);
        if (vm.block[generator].state == GeneratorState::suspended && view.instruction > 1)
            view.instruction -= inner ? 2 : 1;  // SEND, or the YIELD_VALUE
        frames.insert(frames.begin(), view);
        generator = {};
        if (vm.block.kind(inner) == Kind::generator) generator = inner.as_ref<Generator>();
        if (vm.block.kind(inner) == Kind::async_step ||
            vm.block.kind(inner) == Kind::wrapped_coroutine)
            generator = vm.block[inner.as_ref<AsyncStep>()].generator.as_ref<Generator>();
    }
    return frames;
}

}  // namespace meada
