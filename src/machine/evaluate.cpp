#include "machine/evaluate.h"

#include <cctype>

#include "machine/inspect.h"
#include "vm/containers.h"
#include "vm/strings.h"

namespace meada {
namespace {

// A list of what is printed; nothing else of a copy's events matters.
struct Printed : Recorder {
    std::string text;
    void record(const Event& event) override {
        if (const auto* printed = event_as<event::printed>(event)) text += printed->text;
    }
};

struct AskedPlace {
    Ref<Thread> thread = {};
    bool found = false;
    FrameView frame = {};
};

void innermost(const std::vector<FrameView>& frames, AskedPlace& place) {
    for (const FrameView& frame : frames) {
        if (frame.library || frame.hidden || place.found) continue;
        place.frame = frame;
        place.found = true;
    }
}

AskedPlace place_of(const Machine& machine, Serial actor) {
    AskedPlace place;
    if (machine.root().running) place.thread = machine.root().running.as_ref<Thread>();
    const Ref<Thread> chosen = actor == 0 ? place.thread : find_thread(machine, actor);
    if (chosen) {
        place.thread = chosen;
        const Value context = machine.vm.block[chosen].context;
        if (context) innermost(frames_of(machine.vm, context.as_ref<Context>()), place);
    } else if (actor != 0) {
        each_task_frame(machine, [&](Serial task, const FrameView& frame) {
            if (task == actor) innermost({frame}, place);
        });
    }
    if (!place.thread) place.thread = first_thread(machine);
    return place;
}

// The names of the frame, as locals() would give them.
Value names_of(Machine& machine, const AskedPlace& place) {
    Vm& vm = machine.vm;
    const Value names = new_dict(vm);
    if (names.is_null() || !place.found) return names;
    const Frame& frame = *vm.block.at<Frame>(place.frame.frame);
    if (frame.locals) {
        uint32_t position = 0;
        Value key, value;
        while (dict_next(vm, frame.locals, position, key, value))
            if (dict_set(vm, names.as_ref<Dict>(), key, value) != Outcome::yes) return {};
        return names;
    }
    bool fits = true;
    each_local(machine, place.frame, [&](const std::string& name, Value value) {
        const Value key = new_str(vm, name);
        fits = fits && !key.is_null() &&
               dict_set(vm, names.as_ref<Dict>(), key, value) == Outcome::yes;
    });
    return fits ? names : Value{};
}

// Frames lie where they were made until they end: those of a generator in it, the others on their
// context's stack, whose memory is used again.
std::optional<FrameView> find_pinned(const Machine& machine, const FramePin& pin) {
    const Vm& vm = machine.vm;
    if (pin.generator != 0) {
        if (pin.generator >= vm.block.size_bytes()) return std::nullopt;
        const Generator& generator = vm.block[Ref<Generator>{pin.generator}];
        const bool same =
            generator.kind == Kind::generator && generator.frame.code.offset == pin.serial;
        if (!same || generator.state == GeneratorState::finished) return std::nullopt;
        return FrameView{pin.frame, generator.frame.code, 0, false, false};
    }
    const Ref<Thread> thread = find_thread(machine, pin.thread);
    const Value context = thread ? vm.block[thread].context : Value{};
    if (!context) return std::nullopt;
    for (const FrameView& frame : frames_of(vm, context.as_ref<Context>()))
        if (frame.frame == pin.frame && vm.block.at<Frame>(pin.frame)->serial == pin.serial)
            return frame;
    return std::nullopt;
}

Evaluated evaluate_at(Machine& copy, const AskedPlace& place, std::string_view source,
                      AnswerForm form) {
    Vm& vm = copy.vm;
    Evaluated out;
    out.state = Evaluated::State::raised;
    out.text = "MemoryError";
    if (!place.thread || copy.ended()) {
        out.text = "RuntimeError: the run has ended";
        return out;
    }
    enter_process(copy, process_of(vm.block, place.thread));
    Printed printed;
    copy.recorder = &printed;
    const Value names = names_of(copy, place), text = new_str(vm, source);
    const Value globals =
        place.found ? vm.block.value_of(vm.block.at<Frame>(place.frame.frame)->globals)
                    : vm.block.value_of(
                          vm.block[vm.root(Root::main_module).as_ref<Module>()].attributes);
    if (names.is_null() || text.is_null()) return out;
    const Ref<Context> context = new_context(vm);
    const Value arguments[] = {text, globals, names, vm.boolean(form == AnswerForm::str)};
    if (!context || !start_call(vm, context, vm.root(Root::prelude_evaluate), arguments))
        return out;
    // It runs as the thread would, in its place.
    copy.edit_root().running = Value::from_ref(place.thread);
    vm.block.edit(place.thread).context = Value::from_ref(context);
    vm.context = context;
    RunLimits limits;
    limits.any_instructions = evaluate_instructions_max;
    switch (run(vm, limits)) {
        case StopReason::returned: break;
        case StopReason::raised: return out;
        case StopReason::suspended:
            out.state = Evaluated::State::waits;
            out.text.clear();
            out.output = printed.text;
            return out;
        default:
            out.state = Evaluated::State::too_long;
            out.text.clear();
            out.output = printed.text;
            return out;
    }
    const auto parts = items_of(copy, vm.block[context].result);
    out.text = text_of(copy, parts[0]);
    out.output = printed.text;
    if (parts[1] != vm.none()) out.state = Evaluated::State::value;
    out.truth = parts[1] == vm.boolean(true);
    return out;
}

}  // namespace

Evaluated evaluate(Machine& copy, Serial actor, std::string_view source, AnswerForm form) {
    Recorder* const recorder = copy.recorder;
    Evaluated said = evaluate_at(copy, place_of(copy, actor), source, form);
    copy.recorder = recorder;
    return said;
}

FramePin pin_frame(const Machine& machine, Serial actor) {
    const AskedPlace place = place_of(machine, actor);
    FramePin pin;
    if (place.thread) pin.thread = machine.vm.block[place.thread].serial;
    if (!place.found) return pin;
    const Frame& frame = *machine.vm.block.at<Frame>(place.frame.frame);
    if (frame.locals && frame.locals == frame.globals) return pin;
    pin.frame = place.frame.frame;
    pin.generator = frame.generator;
    pin.serial = pin.generator != 0 ? frame.code.offset : frame.serial;
    return pin;
}

bool is_there(const Machine& machine, const FramePin& pin) {
    return pin.frame == 0 || find_pinned(machine, pin);
}

bool names_of_frame_in(const Machine& machine, const FramePin& pin, std::string_view source) {
    const auto found = pin.frame == 0 ? std::nullopt : find_pinned(machine, pin);
    if (!found) return false;
    if (machine.vm.block.at<Frame>(pin.frame)->locals) return true;  // a class's body: any name
    const auto in_name = [](char letter) {
        return letter == '_' || (letter & 0x80) || std::isalnum(static_cast<uint8_t>(letter));
    };
    const Value names = Value::from_ref(machine.vm.block[found->code].slot_names);
    for (const Value each : items_of(machine, names)) {
        const std::string name = text_of(machine, each);
        for (size_t at = source.find(name); at != std::string_view::npos;
             at = source.find(name, at + 1)) {
            const size_t end = at + name.size();
            const bool whole = (at == 0 || !in_name(source[at - 1])) &&
                               (end == source.size() || !in_name(source[end]));
            if (whole) return true;
        }
    }
    return false;
}

Evaluated evaluate(Machine& copy, const FramePin& pin, std::string_view source) {
    AskedPlace place = {find_thread(copy, pin.thread)};
    if (!place.thread && copy.root().running)
        place.thread = copy.root().running.as_ref<Thread>();
    if (!place.thread) place.thread = first_thread(copy);
    if (pin.frame != 0) {
        const auto found = find_pinned(copy, pin);
        ASSERT(found);
        place.frame = *found;
        place.found = true;
    }
    Recorder* const recorder = copy.recorder;
    Evaluated said = evaluate_at(copy, place, source, AnswerForm::repr);
    copy.recorder = recorder;
    return said;
}

}  // namespace meada
