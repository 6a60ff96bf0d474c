#include "vm/finalize.h"

#include <algorithm>
#include <utility>

#include "vm/exceptions.h"
#include "vm/frame_objects.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/interpreter.h"
#include "vm/release.h"
#include "vm/types.h"
#include "vm/unwind.h"
#include "vm/weak.h"

namespace meada {
namespace {

constexpr uint32_t doomed_capacity_least = 6;

// --- the queue: the context's, its first at the end of the array ---

const Value barrier = Value::from_int(0);

uint32_t doomed_slot(const Vm& vm, uint32_t index) {
    return vm.block[vm.context].doomed.offset + Values::first_offset + index * 8;
}

// False: the block is full, and what dies now dies without its finaliser.
bool push_doomed(Vm& vm, Value value) {
    const uint32_t count = vm.block[vm.context].doomed_count;
    const Ref<Values> old = vm.block[vm.context].doomed;
    const uint32_t room = old ? (vm.block.cell_size(old.offset) - Values::first_offset) / 8 : 0;
    if (count == room) {
        const uint32_t capacity = std::max(room * 2, doomed_capacity_least);
        const auto made =
            Ref<Values>{vm.block.allocate(Kind::values, {}, Values::first_offset + capacity * 8)};
        if (!made) return false;
        context_of(vm).doomed = made;
        if (old) {
            std::memcpy(vm.block.edit_bytes(doomed_slot(vm, 0), count * 8),
                        vm.block.at<Value>(old.offset + Values::first_offset), count * 8);
            vm.block.free_now(old.offset);
        }
    }
    vm.block.move_in(doomed_slot(vm, count), value);
    context_of(vm).doomed_count = count + 1;
    return true;
}

void doom(Vm& vm, Ref<Mortal> ref, uint8_t more_flags = 0) {
    if (push_doomed(vm, vm.block.value_of(ref)))
        vm.block.edit(ref).flags |= static_cast<uint8_t>(cell_doomed | more_flags);
}

// The dying of the last instruction: the first of them will be the first of the queue.
void doom_dying(Vm& vm) {
    uint32_t reversed = 0;
    for (uint32_t at = vm.block.header().dying; at != 0;)
        reversed = std::exchange(at, std::exchange(vm.block.count_of(at), reversed));
    vm.block.header().dying = 0;
    while (reversed != 0) {
        const Ref<Mortal> ref{reversed};
        reversed = std::exchange(vm.block.count_of(reversed), 0u);
        vm.block.edit(ref).flags &= static_cast<uint8_t>(~cell_dying);
        doom(vm, ref);
    }
}

// One that dies alone, which is usual, does not go through the queue.
Ref<Mortal> take_single(Vm& vm) {
    const uint32_t dying = vm.block.header().dying;
    if (dying == 0 || vm.block.count_of(dying) != 0) return {};
    vm.block.header().dying = 0;
    vm.block.edit(Ref<Mortal>{dying}).flags &= static_cast<uint8_t>(~cell_dying);
    return Ref<Mortal>{dying};
}

// Null: none, or the barrier comes first.
Ref<Mortal> take_doomed(Vm& vm) {
    const uint32_t count = vm.block[vm.context].doomed_count;
    if (count == 0) return {};
    const Value first = vm.block.load(doomed_slot(vm, count - 1));
    if (first == barrier) return {};
    vm.block.move_in(doomed_slot(vm, count - 1), {});
    context_of(vm).doomed_count = count - 1;
    return first.as_ref<Mortal>();
}

// --- finalisers ---

// Runs `call`, which calls a finaliser: behind a barrier, if that takes a frame.
template <typename Call>
Step behind_barrier(Vm& vm, Call&& call) {
    const uint32_t frame = vm.block[vm.context].frame;
    const uint32_t count = vm.block[vm.context].doomed_count;
    if (!push_doomed(vm, barrier)) return Step::next;
    Step step = call();
    if (step == Step::raised) {  // not even its frame could be made
        const Value exception = vm.block[vm.context].exception;
        vm.block.increment_if_mortal(exception);
        vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
        vm.block.decrement_if_mortal(exception);
        step = Step::next;
    }
    const bool framed = vm.block[vm.context].frame != frame;
    if (!framed && vm.block[vm.context].doomed_count > count) finalizer_ended(vm);
    return step;
}

Step report(Vm& vm, Value exception, Value culprit) {
    return behind_barrier(vm, [&] {
        return call_value(vm, vm.root(Root::prelude_report_unraisable), {exception, culprit},
                          ReturnMode::finalizer, culprit);
    });
}

bool is_suspended(const Vm& vm, Ref<Generator> ref) {
    return vm.block[ref].state == GeneratorState::suspended;
}

bool never_awaited(const Vm& vm, Ref<Generator> ref) {
    const Generator& generator = vm.block[ref];
    return static_cast<GeneratorForm>(generator.detail) == GeneratorForm::coroutine &&
           generator.state == GeneratorState::created && !generator.first_awaited;
}

// Would GeneratorExit, thrown in where it stands, meet any handler?
bool minds_exit(const Vm& vm, Ref<Generator> ref) {
    if (!awaited_by(vm, ref).is_null()) return true;
    const Generator& generator = vm.block[ref];
    const CodeObject& code = vm.block[generator.code];
    const auto* ranges = vm.block.at<PackedExceptionRange>(code.exceptions.offset + 8);
    const uint32_t instruction = instruction_index(vm, generator.frame) - 1;
    for (uint32_t index = 0; index < code.exception_range_count; ++index)
        if (instruction >= ranges[index].start && instruction < ranges[index].end) return true;
    return false;
}

Step finalize_generator(Vm& vm, Ref<Generator> ref) {
    const Generator& generator = vm.block[ref];
    const Value object = vm.block.value_of(ref);
    if (never_awaited(vm, ref)) {
        return call_value(vm, vm.root(Root::prelude_warn_never_awaited),
                          {Value::from_ref(generator.qualified_name),
                           generator.origin ? generator.origin : vm.none()},
                          ReturnMode::finalizer, object);
    }
    const auto form = static_cast<GeneratorForm>(generator.detail);
    if (form == GeneratorForm::async_generator && !generator.closed && generator.origin &&
        generator.origin != vm.none())  // the loop's finalizer hook
        return call_value(vm, generator.origin, {object}, ReturnMode::finalizer, object);
    const Value exit = new_exception(vm, vm.type(Root::GeneratorExit), vm.root(Root::empty_tuple));
    if (exit.is_null()) return Step::raised;
    const Step step = throw_into_generator(vm, ref, exit, ReturnMode::finalizer);
    return step == Step::raised ? unwind(vm) : step;
}

Step run_finalizer(Vm& vm, Ref<Mortal> ref) {
    const Value object = vm.block.value_of(ref);
    // Its finaliser may store it somewhere; until then it holds itself.
    vm.block.increment(object);
    const Step step = behind_barrier(vm, [&] {
        if (vm.block.kind(object) == Kind::generator)
            return finalize_generator(vm, object.as_ref<Generator>());
        return call_value(vm, vm.special(object, Special::del_), {object}, ReturnMode::finalizer,
                          object);
    });
    vm.block.decrement(object);
    return step;
}

Step run_weak_callback(Vm& vm, Ref<WeakReference> ref) {
    vm.block.edit(ref).waits = 0;
    const Value object = vm.block.value_of(ref);
    const Step step = behind_barrier(vm, [&] {
        return call_value(vm, vm.block[ref].callback, {object}, ReturnMode::finalizer, object);
    });
    vm.block.decrement(object);
    return step;
}

}  // namespace

bool has_finalizer(const Vm& vm, Ref<Mortal> ref) {
    const Value object = vm.block.value_of(ref);
    if (vm.block[ref].kind != Kind::generator) {
        const Value finalizer = vm.special(object, Special::del_);
        if (finalizer.is_null() || finalizer != vm.root(Root::future_finalizer) ||
            vm.block[ref].kind != Kind::instance)
            return !finalizer.is_null();
        // Most futures have nothing to report when they die.
        const Ref<Shape> shape = vm.block[ref].shape;
        return vm.block[shape].dict_mode ||
               slot_in_shape(vm, shape, vm.root(Root::future_untold)).has_value();
    }
    const auto generator = object.as_ref<Generator>();
    if (never_awaited(vm, generator)) return true;
    if (!is_suspended(vm, generator)) return false;
    const bool async =
        vm.block[generator].detail == static_cast<uint16_t>(GeneratorForm::async_generator);
    return async || minds_exit(vm, generator);
}

Step finalize_next(Vm& vm) {
    Ref<Mortal> ref = take_single(vm);
    if (!ref) {
        doom_dying(vm);
        ref = take_doomed(vm);
    }
    if (!ref) {
        vm.block.attention &= static_cast<uint8_t>(~attention_dying);
        return Step::returned;
    }
    if (is_weak_reference(vm, ref.offset) && vm.block[ref.as<WeakReference>()].waits)
        return run_weak_callback(vm, ref.as<WeakReference>());
    Mortal& mortal = vm.block.edit(ref);
    const bool unreachable = mortal.flags & cell_unreachable;
    mortal.flags &= static_cast<uint8_t>(~(cell_doomed | cell_unreachable));
    if (vm.block.count_of(ref.offset) > 0 && !unreachable) return Step::next;  // not dead after all
    if (!(mortal.flags & cell_finalized) && has_finalizer(vm, ref)) {
        vm.block.edit(ref).flags |= cell_finalized;
        return run_finalizer(vm, ref);  // then its count falls to zero once more
    }
    if (vm.block.count_of(ref.offset) > 0) return Step::next;
    if (const auto calls = clear_weak_references(vm, ref.offset); !calls.empty()) {
        doom(vm, ref);  // it lets go of what it held after the call-backs
        doom_weak(vm, calls);
        return Step::next;
    }
    release_contents(vm, ref);
    return Step::next;
}

void finalizer_ended(Vm& vm) {
    uint32_t at = vm.block[vm.context].doomed_count;
    ASSERT(at > 0);
    while (vm.block.load(doomed_slot(vm, at - 1)) != barrier) {
        --at;
        ASSERT(at > 0);
    }
    const uint32_t count = vm.block[vm.context].doomed_count;
    for (; at < count; ++at)
        vm.block.move_in(doomed_slot(vm, at - 1), vm.block.load(doomed_slot(vm, at)));
    vm.block.move_in(doomed_slot(vm, count - 1), {});
    context_of(vm).doomed_count = count - 1;
    if (count > 1) vm.block.attention |= attention_dying;
}

Value finalizer_culprit(const Vm& vm) {
    const Frame& frame = *vm.block.at<Frame>(vm.block[vm.context].frame);
    if (frame.generator != 0) return vm.block.value_of(Ref<Generator>{frame.generator});
    if (vm.block.kind(frame.extra) == Kind::generator) return frame.extra;
    return vm.block.value_of(frame.function);
}

Step finalizer_failed(Vm& vm, Value culprit) {
    finalizer_ended(vm);
    const Value exception = vm.block[vm.context].exception;
    vm.block.increment_if_mortal(exception);
    vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
    Step step = Step::next;
    const bool generator = vm.block.kind(culprit) == Kind::generator;
    const bool normal = generator && (vm.is_instance(exception, Root::GeneratorExit) ||
                                      vm.is_instance(exception, Root::StopIteration));
    // An error in the report itself is not reported.
    if (!normal && culprit != vm.root(Root::prelude_report_unraisable)) {
        const uint32_t at = vm.block[vm.context].frame;
        if (!vm.block[exception.as_ref<Exception>()].traceback) {  // raised by no code: here, then
            const Frame& frame = *vm.block.at<Frame>(at);
            add_traceback(vm, exception,
                          place_of_frame(vm, at, instruction_index(vm, frame) - 1, false));
        }
        step = report(vm, exception, culprit);
    }
    vm.block.decrement_if_mortal(exception);
    return step;
}

void doom_weak(Vm& vm, const std::vector<uint32_t>& references) {
    for (size_t index = references.size(); index-- > 0;) {
        const Ref<WeakReference> ref{references[index]};
        const Value object = vm.block.value_of(ref);
        if (!push_doomed(vm, object)) continue;
        vm.block.increment(object);  // until it has been called
        vm.block.edit(ref).waits = 1;
    }
    if (!references.empty()) vm.block.attention |= attention_dying;
}

void doom_unreachable(Vm& vm, const std::vector<uint32_t>& cells) {
    for (size_t index = cells.size(); index-- > 0;)
        doom(vm, Ref<Mortal>{cells[index]}, cell_unreachable);
    if (!cells.empty()) vm.block.attention |= attention_dying;
}

}  // namespace meada
