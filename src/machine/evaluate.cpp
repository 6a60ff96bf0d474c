#include "machine/evaluate.h"

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

struct Place {
    Ref<Thread> thread = {};
    bool found = false;
    FrameView frame = {};
};

void innermost(const std::vector<FrameView>& frames, Place& place) {
    for (const FrameView& frame : frames) {
        if (frame.library || frame.hidden || place.found) continue;
        place.frame = frame;
        place.found = true;
    }
}

Place place_of(const Machine& machine, Serial actor) {
    Place place;
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
Value names_of(Machine& machine, const Place& place) {
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

}  // namespace

Evaluated evaluate(Machine& copy, Serial actor, std::string_view source) {
    Vm& vm = copy.vm;
    Evaluated out;
    out.state = Evaluated::State::raised;
    out.text = "MemoryError";
    const Place place = place_of(copy, actor);
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
    const Value arguments[] = {text, globals, names};
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
    copy.recorder = nullptr;
    return out;
}

}  // namespace meada
