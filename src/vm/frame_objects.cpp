#include "vm/frame_objects.h"

#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/frames.h"
#include "vm/interpreter.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr auto generator_frame = static_cast<uint32_t>(offsetof(Generator, frame));

Ref<FrameObject> frame_arg(const Args& args) { return args[0].as_ref<FrameObject>(); }
Ref<Traceback> traceback_arg(const Args& args) { return args[0].as_ref<Traceback>(); }

// The frame's place in its context's stack, innermost first; nullopt: it is gone.
std::optional<size_t> find_live(const Vm& vm, const FramePlace& place,
                                const std::vector<FrameView>& frames) {
    for (size_t index = 0; index < frames.size(); ++index) {
        if (frames[index].frame != place.frame) continue;
        const Frame& frame = *vm.block.at<Frame>(place.frame);
        if (place.generator || frame.serial == place.serial) return index;
    }
    return std::nullopt;
}

bool is_live_generator(const Vm& vm, const FramePlace& place) {
    return place.generator && vm.block[place.generator].state != GeneratorState::finished;
}

// Offset of the live frame, or 0.
uint32_t live_frame(const Vm& vm, const FramePlace& place) {
    if (place.generator) return is_live_generator(vm, place) ? place.frame : 0;
    return find_live(vm, place, frames_of(vm, place.context)) ? place.frame : 0;
}

Ref<FrameObject> new_frame_object(Vm& vm, const FramePlace& place, uint32_t line) {
    const auto made = vm.allocate<FrameObject>(Kind::frame, Root::type_frame);
    if (!made) return {};
    FrameObject& object = vm.block.edit(made);
    object.place = place;
    object.line = line;
    return made;
}

Ref<FrameObject> object_of_view(Vm& vm, const FrameView& view) {
    const FramePlace place = place_of_frame(vm, view.frame, view.instruction, false);
    return new_frame_object(vm, place, range_of(vm, view.code, view.instruction).line);
}

Value content_of(const Vm& vm, Value slot) {
    return vm.block.kind(slot) == Kind::cell ? vm.block[slot.as_ref<Cell>()].content : slot;
}

// Names and values of a function's slots from `first` on.
Value locals_dict(Vm& vm, Ref<CodeObject> code, uint32_t first, uint32_t count) {
    const Value dict = new_dict(vm);
    for (uint32_t index = 0; dict && index < count; ++index) {
        const Value value = content_of(vm, vm.block.load(first + index * 8));
        if (value.is_null()) continue;
        const Value name = vm.block.load(vm.block[code].slot_names.offset + Tuple::items_offset +
                                         index * 8);
        if (!dict_set_str(vm, dict.as_ref<Dict>(), name, value)) return {};
    }
    return dict;
}

uint32_t line_now(const Vm& vm, const FrameObject& object) {
    const FramePlace& place = object.place;
    const auto frames = place.context ? frames_of(vm, place.context) : std::vector<FrameView>{};
    uint32_t instruction;
    if (const auto live = find_live(vm, place, frames)) {
        instruction = frames[*live].instruction;
    } else if (is_live_generator(vm, place)) {
        if (vm.block[place.generator].state == GeneratorState::created)
            return vm.block[place.code].first_line;
        const uint32_t next = instruction_index(vm, vm.block[place.generator].frame);
        instruction = next == 0 ? 0 : next - 1;
    } else {
        return object.line;
    }
    const uint32_t line = range_of(vm, place.code, instruction).line;
    return line != 0 ? line : vm.block[place.code].first_line;
}

}  // namespace

FramePlace place_of_frame(Vm& vm, uint32_t at, uint32_t instruction, bool leaves) {
    const Frame& frame = *vm.block.at<Frame>(at);
    FramePlace place{frame.code, frame.globals, frame.locals, {}, vm.context,
                     Ref<Generator>{frame.generator}, at, frame.serial, instruction};
    if (!leaves) return place;
    // What is on its value stack dies now.
    const uint32_t slots = at + Frame::slots_offset;
    const uint32_t slot_count = vm.block[frame.code].slot_count;
    uint32_t used = slot_count;  // the rest are null, as a new cell's values are
    while (used > 0 && vm.block.load(slots + (used - 1) * 8).is_null()) --used;
    if (used == 0) return place;
    place.kept = Ref<Values>{
        vm.block.allocate(Kind::values, {}, Values::first_offset + slot_count * 8)};
    for (uint32_t index = 0; place.kept && index < used; ++index)
        vm.block.store(place.kept.offset + Values::first_offset + index * 8,
                       vm.block.load(slots + index * 8));
    return place;
}

Value frame_at_depth(Vm& vm, int64_t depth) {
    for (const FrameView& view : frames_of(vm, vm.context)) {
        if (view.hidden || depth-- > 0) continue;
        const Ref<FrameObject> made = object_of_view(vm, view);
        return made ? Value::from_ref(made) : Value{};
    }
    return {};
}

Value innermost_frame(Vm& vm, Ref<Context> context) {
    const Ref<Context> running = vm.context;
    vm.context = context;
    const Value found = frame_at_depth(vm, 0);
    vm.context = running;
    return found || vm.has_exception() ? found : vm.none();
}

Value frame_of_generator(Vm& vm, Ref<Generator> generator) {
    if (vm.block[generator].state == GeneratorState::finished) return vm.none();
    FramePlace place = place_of_frame(vm, generator.offset + generator_frame, 0, false);
    place.generator = generator;
    const Ref<FrameObject> made = new_frame_object(vm, place, 0);
    return made ? Value::from_ref(made) : Value{};
}

// --- natives of frame ---

Value frame_get_code(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[frame_arg(args)].place.code);
}
Value frame_get_globals(Vm& vm, const Args& args) {
    return vm.block.value_of(vm.block[frame_arg(args)].place.globals);
}
Value frame_get_builtins(Vm& vm, const Args&) {
    return Value::from_ref(vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes);
}
Value frame_get_line(Vm& vm, const Args& args) {
    return Value::from_int(line_now(vm, vm.block[frame_arg(args)]));
}
Value frame_get_last(Vm& vm, const Args& args) {
    return Value::from_int(int64_t{vm.block[frame_arg(args)].place.instruction} * 2);
}
Value frame_get_trace(Vm& vm, const Args&) { return vm.none(); }

Value frame_get_back(Vm& vm, const Args& args) {
    const Ref<FrameObject> ref = frame_arg(args);
    const FramePlace place = vm.block[ref].place;
    if (vm.block[ref].back) return Value::from_ref(vm.block[ref].back);
    const auto frames = frames_of(vm, place.context);
    const auto live = find_live(vm, place, frames);
    for (size_t index = live ? *live + 1 : frames.size(); index < frames.size(); ++index) {
        if (frames[index].hidden) continue;
        const Ref<FrameObject> made = object_of_view(vm, frames[index]);
        if (!made) return {};
        vm.block.edit(ref).back = made;
        return Value::from_ref(made);
    }
    return vm.none();
}

Value frame_get_locals(Vm& vm, const Args& args) {
    const FramePlace place = vm.block[frame_arg(args)].place;
    if (place.locals) return vm.block.value_of(place.locals);
    if (!(vm.block[place.code].flags & code_optimized)) return Value::from_ref(place.globals);
    if (const uint32_t live = live_frame(vm, place))
        return locals_dict(vm, place.code, live + Frame::slots_offset,
                           vm.block[place.code].slot_count);
    if (!place.kept) return new_dict(vm);
    return locals_dict(vm, place.code, place.kept.offset + Values::first_offset,
                       vm.block[place.code].slot_count);
}

// Of a frame that is gone: what was kept of it goes.
Value frame_clear(Vm& vm, const Args& args) {
    const FramePlace place = vm.block[frame_arg(args)].place;
    if (find_live(vm, place, frames_of(vm, place.context)))
        return vm.raise(Root::RuntimeError, "cannot clear an executing frame");
    if (place.kept) {
        const uint32_t end = place.kept.offset + vm.block.cell_size(place.kept.offset);
        for (uint32_t at = place.kept.offset + Values::first_offset; at + 8 <= end; at += 8)
            vm.block.clear(at);
    }
    return vm.none();
}

Value frame_repr(Vm& vm, const Args& args) {
    const FrameObject object = vm.block[frame_arg(args)];
    const CodeObject& code = vm.block[object.place.code];
    char address[32];
    std::snprintf(address, sizeof address, "0x%llx",
                  static_cast<unsigned long long>(serial_of(vm, args[0])));
    return new_str(vm, std::string("<frame at ") + address + ", file '" +
                           to_utf8(vm, Value::from_ref(code.file_name)) + "', line " +
                           std::to_string(line_now(vm, object)) + ", code " +
                           to_utf8(vm, Value::from_ref(code.name)) + ">");
}

Value meada_frame(Vm& vm, const Args& args) {
    const Value found = frame_at_depth(vm, args[0].as_int());
    return found || vm.has_exception() ? found : vm.none();
}

// --- natives of traceback ---

Value traceback_new(Vm& vm, const Args& args) {
    if (args[1] != vm.none() && vm.block.kind(args[1]) != Kind::traceback)
        return vm.raise(Root::TypeError, "expected traceback object or None, got '" +
                                             type_name(vm, args[1]) + "'");
    if (vm.block.kind(args[2]) != Kind::frame)
        return vm.raise(Root::TypeError, "TracebackType() argument 'tb_frame' must be frame, not " +
                                             type_name(vm, args[2]));
    if (!args[3].is_int() || !args[4].is_int())
        return vm.raise(Root::TypeError, "'" + type_name(vm, args[args[3].is_int() ? 4u : 3u]) +
                                             "' object cannot be interpreted as an integer");
    const auto made = vm.allocate<Traceback>(Kind::traceback, Root::type_traceback);
    if (!made) return {};
    const FrameObject frame = vm.block[args[2].as_ref<FrameObject>()];
    Traceback& traceback = vm.block.edit(made);
    if (args[1].is_mortal()) vm.block.make_mortal(made.offset);
    if (args[1] != vm.none())
        vm.block.refer(made.offset + static_cast<uint32_t>(offsetof(Traceback, next)), args[1]);
    traceback.detail = traceback_shown;
    traceback.frame = args[2].as_ref<FrameObject>();
    traceback.place = frame.place;
    traceback.place.instruction = static_cast<uint32_t>(args[3].as_int() / 2);
    traceback.line = static_cast<uint32_t>(args[4].as_int());
    return vm.block.value_of(made);
}

Value traceback_get_next(Vm& vm, const Args& args) {
    const Ref<Traceback> next = vm.block[traceback_arg(args)].next;
    return next ? show_traceback(vm, next) : vm.none();
}
Value traceback_set_next(Vm& vm, const Args& args) {
    if (args[1].is_null()) return vm.raise(Root::TypeError, "can't delete tb_next attribute");
    if (args[1] != vm.none() && vm.block.kind(args[1]) != Kind::traceback)
        return vm.raise(Root::TypeError, "expected traceback object, got '" +
                                             type_name(vm, args[1]) + "'");
    const auto next = args[1] == vm.none() ? Ref<Traceback>{} : args[1].as_ref<Traceback>();
    for (Ref<Traceback> at = next; at; at = vm.block[at].next)
        if (at == traceback_arg(args))
            return vm.raise(Root::ValueError, "traceback loop detected");
    vm.block.refer(args[0].offset() + static_cast<uint32_t>(offsetof(Traceback, next)),
                   next ? args[1] : Value{});
    if (next && args[1].is_mortal()) vm.block.note_holder(args[0].offset());
    return vm.none();
}
Value traceback_get_line(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[traceback_arg(args)].line);
}
Value traceback_get_last(Vm& vm, const Args& args) {
    return Value::from_int(int64_t{vm.block[traceback_arg(args)].place.instruction} * 2);
}
Value traceback_get_frame(Vm& vm, const Args& args) {
    const Traceback traceback = vm.block[traceback_arg(args)];
    if (traceback.frame) return Value::from_ref(traceback.frame);
    const Ref<FrameObject> made = new_frame_object(vm, traceback.place, traceback.line);
    if (!made) return {};
    vm.block.edit(traceback_arg(args)).frame = made;
    return Value::from_ref(made);
}

}  // namespace meada
