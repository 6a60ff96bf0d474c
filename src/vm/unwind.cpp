#include "vm/unwind.h"

#include <optional>
#include <utility>

#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/finalize.h"
#include "vm/frame_objects.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/quick.h"

namespace meada {
namespace {

const CodeWord& word_before(const Vm& vm, uint32_t frame) {
    return *vm.block.at<CodeWord>(vm.block.at<Frame>(frame)->next_word -
                                  static_cast<uint32_t>(sizeof(CodeWord)));
}

void jump_to_target(Vm& vm, uint32_t frame) {
    const uint32_t target = word_before(vm, frame).word >> 8;
    Frame& found = frame_at(vm, frame);
    found.next_word = word_offset(vm, found.code, target);
}

Value pending(const Vm& vm) { return vm.block[vm.context].exception; }

void clear_pending(Vm& vm) {
    vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
}

// A copy: making the traceback may move the block.
std::optional<PackedExceptionRange> handler_of(const Vm& vm, Ref<CodeObject> code,
                                               uint32_t instruction) {
    const CodeObject& object = vm.block[code];
    const auto* ranges = vm.block.at<PackedExceptionRange>(object.exceptions.offset + 8);
    for (uint32_t index = 0; index < object.exception_range_count; ++index)
        if (instruction >= ranges[index].start && instruction < ranges[index].end)
            return ranges[index];
    return std::nullopt;
}

bool is_scripts(const Vm& vm, uint32_t frame) {
    const Frame& found = *vm.block.at<Frame>(frame);
    return !(found.flags & (frame_library | frame_hidden)) &&
           !(vm.block[found.code].flags & code_elsewhere);
}

Opcode opcode_at(const Vm& vm, Ref<CodeObject> code, uint32_t instruction) {
    const uint32_t at = word_offset(vm, code, instruction);
    return base_opcode(static_cast<uint8_t>(vm.block.at<CodeWord>(at)->word & 0xff));
}

// By which a loop, an await or a generator ends, and nothing goes wrong.
bool is_normal_end(const Vm& vm, const Frame& frame,
                   const std::optional<PackedExceptionRange>& range) {
    if (!(vm.block[vm.type_of(pending(vm))].flags & type_end)) return false;
    if (vm.is_instance(pending(vm), Root::GeneratorExit)) return frame.generator != 0;
    const bool async = vm.is_instance(pending(vm), Root::StopAsyncIteration);
    if (!async && !vm.is_instance(pending(vm), Root::StopIteration)) return false;
    if (range) return opcode_at(vm, frame.code, range->target) == Opcode::END_ASYNC_FOR;
    const Value name = Value::from_ref(vm.block[frame.code].name);
    return frame.return_mode == ReturnMode::next || frame.return_mode == ReturnMode::send ||
           name == vm.root(async ? Root::name_anext_ : Root::name_next_);
}

// Before the frame is left or its handler entered. The exception remembers it, so that neither the
// frames that it passes nor a finally or with on its way tell it again.
void tell_raised(Vm& vm, uint32_t at, const std::optional<PackedExceptionRange>& range) {
    if (!vm.hears_exceptions || !is_scripts(vm, at)) return;
    const Ref<Exception> exception = pending(vm).as_ref<Exception>();
    if (vm.block[exception].detail & exception_told) return;
    if (is_normal_end(vm, *vm.block.at<Frame>(at), range)) return;
    vm.block.edit(exception).detail |= exception_told;
    vm.hears_exceptions(vm, pending(vm), Vm::ExceptionNews::raised);
}

// `except:` asks for no class, so that entering it is catching. Its line is that of its first
// instruction but one.
void tell_bare_except(Vm& vm, uint32_t at, uint32_t target, Value exception) {
    const Ref<CodeObject> code = vm.block.at<Frame>(at)->code;
    if (opcode_at(vm, code, target) != Opcode::PUSH_EXC_INFO ||
        opcode_at(vm, code, target + 1) != Opcode::POP_TOP)
        return;
    frame_at(vm, at).next_word = word_offset(vm, code, target + 2);
    tell_caught(vm, exception);
}

void enter_handler(Vm& vm, uint32_t frame, const PackedExceptionRange& range,
                   uint32_t instruction) {
    cut_values(vm, frame, range.depth_and_push >> 1);
    if (range.depth_and_push & 1) push_value(vm, frame, Value::from_int(instruction));
    push_value(vm, frame, pending(vm));
    tell_bare_except(vm, frame, range.target, pending(vm));
    clear_pending(vm);
    Frame& found = frame_at(vm, frame);
    found.next_word = word_offset(vm, found.code, range.target);
}

// What becomes of an exception that leaves a frame: a StopIteration may be a normal end.
Step leave_frame(Vm& vm, ReturnMode mode) {
    const auto is_stop = [&] { return vm.is_instance(pending(vm), Root::StopIteration); };
    const auto value_of_stop = [&] {
        const Value value = vm.block[pending(vm).as_ref<Exception>()].extra[0];
        return value.is_null() ? vm.none() : value;
    };
    switch (mode) {
        case ReturnMode::bottom: return Step::returned;
        case ReturnMode::next:
            if (!is_stop()) return Step::raised;
            clear_pending(vm);
            return end_for_loop(vm);
        case ReturnMode::send: {
            if (!is_stop()) return Step::raised;
            const Value value = value_of_stop();
            clear_pending(vm);
            return end_send(vm, value);
        }
        case ReturnMode::close:
            if (!is_stop() && !vm.is_instance(pending(vm), Root::GeneratorExit))
                return Step::raised;
            clear_pending(vm);
            return complete(vm, ReturnMode::push, {}, vm.none());
        case ReturnMode::init: {  // the instance that was about to be the call's result
            const uint32_t caller = vm.block[vm.context].frame;
            drop_value(vm, pop_value(vm, caller));
            return Step::raised;
        }
        case ReturnMode::binary: {
            const uint32_t caller = vm.block[vm.context].frame;
            drop_value(vm, pop_value(vm, caller));
            drop_value(vm, pop_value(vm, caller));
            return Step::raised;
        }
        case ReturnMode::close_inner:
            if (!is_stop() && !vm.is_instance(pending(vm), Root::GeneratorExit))
                return Step::raised;
            clear_pending(vm);
            return complete(vm, ReturnMode::raise_saved, {}, vm.none());
        default: return Step::raised;
    }
}

// PEP 479: StopIteration must not leave a generator as if it had ended.
void replace_stop(Vm& vm, Ref<Generator> generator) {
    const bool async = vm.block[generator].detail ==
                       static_cast<uint16_t>(GeneratorForm::async_generator);
    const bool stop = vm.is_instance(pending(vm), Root::StopIteration);
    const bool async_stop = async && vm.is_instance(pending(vm), Root::StopAsyncIteration);
    if (!stop && !async_stop) return;
    const Value cause = pending(vm);
    clear_pending(vm);
    const char* noun = async ? "async generator"
                       : vm.block[generator].detail ==
                               static_cast<uint16_t>(GeneratorForm::coroutine)
                           ? "coroutine"
                           : "generator";
    vm.raise(Root::RuntimeError, std::string(noun) + " raised " +
                                     (stop ? "StopIteration" : "StopAsyncIteration"));
    const uint32_t at = pending(vm).offset();
    vm.block.store(at + static_cast<uint32_t>(offsetof(Exception, cause)), cause);
    vm.block.store(at + static_cast<uint32_t>(offsetof(Exception, context)), cause);
    vm.block.edit(pending(vm).as_ref<Exception>()).suppress_context = 1;
}

// An AttributeError that Python code raised while an attribute was looked up: the name and object
// that were asked for, unless it says so itself.
void name_attribute(Vm& vm, Value object) {
    const uint32_t caller = vm.block[vm.context].frame;
    if (caller == 0 || object.is_null()) return;
    const uint32_t word = word_before(vm, caller).word;
    const Opcode opcode = base_opcode(static_cast<uint8_t>(word & 0xff));
    if (opcode != Opcode::LOAD_ATTR && opcode != Opcode::LOAD_METHOD) return;
    if (!vm.is_instance(pending(vm), Root::AttributeError)) return;
    const uint32_t extra =
        pending(vm).offset() + static_cast<uint32_t>(offsetof(Exception, extra));
    if (vm.block.load(extra) || vm.block.load(extra + 8)) return;
    const Ref<Tuple> names = vm.block[vm.block.at<Frame>(caller)->code].names;
    vm.block.store(extra, vm.block.load(names.offset + Tuple::items_offset + (word >> 8) * 8));
    vm.block.store(extra + 8, object);
}

// What the first parameter of a function says: `self` of __getattr__ or of a property.
Value first_argument(const Vm& vm, uint32_t frame) {
    const CodeObject& code = vm.block[vm.block.at<Frame>(frame)->code];
    return code.positional_count == 0 ? Value{} : vm.block.load(frame + Frame::slots_offset);
}

// What was thrown into a generator by the one that delegates to it gets that one's context on its
// way back: where it was raised nobody but the innermost could give it one.
void chain_thrown(Vm& vm) {
    const Ref<Generator> outer{vm.block.at<Frame>(vm.block[vm.context].frame)->generator};
    if (!outer || vm.block[pending(vm).as_ref<Exception>()].context) return;
    const Value handled = vm.block[outer].handled;
    if (handled && handled != vm.none()) set_exception_context(vm, pending(vm));
}

}  // namespace

void tell_caught(Vm& vm, Value exception) {
    if (vm.hears_exceptions && is_scripts(vm, vm.block[vm.context].frame))
        vm.hears_exceptions(vm, exception, Vm::ExceptionNews::caught);
}

Value take_stop_iteration(Vm& vm) {
    if (!vm.has_exception() || !vm.is_instance(pending(vm), Root::StopIteration)) return {};
    const Value value = vm.block[pending(vm).as_ref<Exception>()].extra[0];
    clear_pending(vm);
    return value.is_null() ? vm.none() : value;
}

Step end_for_loop(Vm& vm) {
    const uint32_t frame = vm.block[vm.context].frame;
    drop_value(vm, pop_value(vm, frame));
    jump_to_target(vm, frame);
    return Step::next;
}

Step end_send(Vm& vm, Value result) {
    const uint32_t frame = vm.block[vm.context].frame;
    const Value receiver = pop_value(vm, frame);
    push_value(vm, frame, result);
    drop_value(vm, receiver);
    jump_to_target(vm, frame);
    return Step::next;
}

Step decide_jump(Vm& vm, bool truth) {
    const uint32_t frame = vm.block[vm.context].frame;
    const auto opcode = base_opcode(static_cast<uint8_t>(word_before(vm, frame).word & 0xff));
    if (truth == (opcode == Opcode::JUMP_IF_TRUE_OR_POP)) jump_to_target(vm, frame);
    else drop_value(vm, pop_value(vm, frame));
    return Step::next;
}

Step unwind(Vm& vm) {
    // Whoever allocates without the Vm gives up without a word when the block is full.
    if (!vm.has_exception()) {
        ASSERT(vm.block.refused);
        raise_memory_error(vm);
    }
    vm.block.refused = false;
    bool repeats = false;  // the frame stands before the instruction that called, not behind it
    for (;;) {
        const uint32_t at = vm.block[vm.context].frame;
        const Frame frame = *vm.block.at<Frame>(at);
        const uint32_t next = instruction_index(vm, frame);
        const uint32_t instruction = next == 0 || repeats ? next : next - 1;
        repeats = frame.function.offset == vm.root(Root::prelude_unpack).offset();
        const std::optional<PackedExceptionRange> range = handler_of(vm, frame.code, instruction);
        if (!(frame.flags & frame_hidden) && !vm.reraised)
            add_traceback(vm, pending(vm), place_of_frame(vm, at, instruction, !range));
        if (vm.reraised && !range)
            keep_in_traceback(vm, pending(vm), place_of_frame(vm, at, instruction, true));
        vm.reraised = false;
        const uint32_t raised_at = std::exchange(vm.raised_at, Vm::raised_here);
        tell_raised(vm, at, range);
        if (range) {
            enter_handler(vm, at, *range,
                          raised_at == Vm::raised_here ? instruction : raised_at);
            return Step::next;
        }
        const Ref<Generator> generator{frame.generator};
        const bool finalizer = frame.return_mode == ReturnMode::finalizer;
        const Value culprit = finalizer ? finalizer_culprit(vm) : Value{};
        vm.block.increment_if_mortal(culprit);
        if (generator) {
            const uint8_t closing = std::exchange(vm.block.edit(generator).closing, uint8_t{0});
            const bool closed = closing && (vm.is_instance(pending(vm), Root::GeneratorExit) ||
                                            vm.is_instance(pending(vm), Root::StopAsyncIteration));
            if (!closed) replace_stop(vm, generator);
            leave_generator(vm, generator);
            if (closed) {
                clear_pending(vm);
                if (closing == 1) return end_send(vm, vm.none());
                vm.raise(Root::StopIteration, {});
            }
        } else {
            const Value object = first_argument(vm, at);
            pop_frame(vm);
            name_attribute(vm, object);
        }
        if (finalizer) {
            const Step step = finalizer_failed(vm, culprit);
            vm.block.decrement_if_mortal(culprit);
            return step;
        }
        const Step step = leave_frame(vm, frame.return_mode);
        if (step != Step::raised) return step;
        if (generator && vm.block[vm.context].frame != 0) chain_thrown(vm);
    }
}

}  // namespace meada
