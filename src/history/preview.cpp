#include "history/preview.h"

#include "library/library.h"

namespace meada {
namespace {

constexpr uint64_t preview_slice_instructions = 1'000;

// How a thread gets its turn is not what it does with it.
struct TellsSomething {
    template <typename Detail>
    bool operator()(const Detail&) const {
        return true;
    }
    bool operator()(const event::gil_requested&) const { return false; }
    bool operator()(const event::gil_acquired&) const { return false; }
    bool operator()(const event::gil_released&) const { return false; }
    bool operator()(const event::thread_switched&) const { return false; }
    bool operator()(const event::thread_started&) const { return false; }
    bool operator()(const event::thread_woken&) const { return false; }
    bool operator()(const event::core_taken&) const { return false; }
    bool operator()(const event::core_lost&) const { return false; }
    bool operator()(const event::loop_iterated&) const { return false; }
};

struct FirstDeed : Recorder {
    explicit FirstDeed(Preview& preview) : preview(preview) {}
    void record(const Event& event) override {
        if (preview.told || event.thread != preview.thread) return;
        if (!std::visit(TellsSomething{}, event.detail)) return;
        preview.told = true;
        preview.log.add(0, event);
    }
    Preview& preview;
};

uint32_t line_of_thread(const MachineState& state, Serial serial) {
    for (const ThreadState& thread : state.threads) {
        if (thread.serial != serial) continue;
        for (const FrameState& frame : thread.frames)
            if (!frame.library) return frame.range.line;
    }
    return 0;
}

}  // namespace

std::unique_ptr<Previews> Previews::open(const Scenario& scenario, History& history) {
    if (history.cursor().vm.block.bytes().size() > preview_block_bytes_max) return nullptr;
    auto machine = make_machine(scenario, linked_boot_image());
    if (!machine) return nullptr;
    auto previews = std::make_unique<Previews>();
    previews->machine_ = std::move(*machine);
    previews->machine_->input = history.cursor().input;
    previews->machine_->asks_for_input = true;  // a thread that reads stops there
    previews->start_ = snapshot(history.cursor());
    return previews;
}

std::unique_ptr<Preview> Previews::look(const Choice& choice, uint32_t option) {
    auto preview = std::make_unique<Preview>();
    preview->option = option;
    preview->thread = choice.options[option];
    if (!restore(*machine_, start_)) return preview;
    Machine& machine = *machine_;
    preview->line = line_of_thread(inspect(machine), preview->thread);
    const DecisionLog before = machine.decisions;
    Decision decision = choice.taken;
    decision.option = option;
    machine.decisions.set(decision);
    FirstDeed recorder(*preview);
    machine.recorder = &recorder;
    for (uint64_t done = 0; done < preview_instructions_max && !preview->told;
         done += preview_slice_instructions)
        if (advance(machine, {.any_instructions = preview_slice_instructions}) != Advanced::slice)
            break;
    machine.recorder = nullptr;
    machine.decisions = before;
    preview->state = inspect(machine);
    preview->moment.spec = &machine.spec;
    preview->moment.state = &preview->state;
    preview->moment.events = &preview->log.events();
    preview->moment.output = &preview->log.output();
    preview->moment.cursor_event = preview->log.end();
    return preview;
}

}  // namespace meada
