// What a call of a generator function gives: the frame moves from the stack into an object.
#include <cstring>
#include <utility>

#include "vm/containers.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/interpreter.h"

namespace meada {
namespace {

// What sys.set_coroutine_origin_tracking_depth() asks for: the innermost calls first.
Value origin_of_coroutine(Vm& vm) {
    std::vector<Value> calls;
    const auto frames = frames_of(vm, vm.context);
    for (size_t index = 1; index < frames.size(); ++index) {
        if (calls.size() == vm.block[vm.context].origin_depth) break;
        if (frames[index].hidden) continue;
        const CodeObject& code = vm.block[frames[index].code];
        const Value parts[] = {
            Value::from_ref(code.file_name),
            Value::from_int(range_of(vm, frames[index].code, frames[index].instruction).line),
            Value::from_ref(code.name)};
        const Value call = new_tuple(vm, parts);
        if (call.is_null()) return {};
        calls.push_back(call);
    }
    return new_tuple(vm, calls);
}

}  // namespace

Value make_generator(Vm& vm) {
    const uint32_t at = vm.block[vm.context].frame;
    const Ref<CodeObject> code = vm.block.at<Frame>(at)->code;
    const uint32_t flags = vm.block[code].flags;
    const auto [form, type] =
        flags & code_coroutine ? std::pair{GeneratorForm::coroutine, Root::type_coroutine}
        : flags & code_async_generator
            ? std::pair{GeneratorForm::async_generator, Root::type_async_generator}
            : std::pair{GeneratorForm::generator, Root::type_generator};
    Value origin;
    if (form == GeneratorForm::coroutine && vm.block[vm.context].origin_depth != 0) {
        origin = origin_of_coroutine(vm);
        if (origin.is_null()) return {};
    }
    const uint32_t size = generator_frame_offset + frame_size_bytes(vm.block[code]);
    const auto ref = vm.allocate<Generator>(Kind::generator, type, size);
    if (!ref) return {};
    vm.block.make_mortal(ref.offset);
    const Frame frame = *vm.block.at<Frame>(at);
    Generator& generator = vm.block.edit(ref);
    generator.detail = static_cast<uint16_t>(form);
    generator.code = code;
    generator.name = vm.block[frame.function].name;
    generator.qualified_name = vm.block[frame.function].qualified_name;
    generator.state = GeneratorState::created;
    generator.frame = frame;
    generator.frame.generator = ref.offset;
    generator.frame.previous = 0;
    const uint32_t target = ref.offset + generator_frame_offset;
    const uint32_t used = frame.stack_end - at;
    vm.block.mark(ref.offset, size);
    uint8_t* base = vm.block.base();
    std::memcpy(base + target + Frame::slots_offset, base + at + Frame::slots_offset,
                used - Frame::slots_offset);
    frame_at(vm, target).stack_end = target + used;
    // The values moved: the old frame gives none back.
    frame_at(vm, at).stack_end = at + Frame::slots_offset;
    frame_at(vm, at).function = {};
    if (origin)
        vm.block.store(ref.offset + static_cast<uint32_t>(offsetof(Generator, origin)), origin);
    return vm.block.value_of(ref);
}

}  // namespace meada
