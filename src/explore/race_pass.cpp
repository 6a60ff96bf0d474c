#include "explore/race_pass.h"

#include <map>

#include "base/hash.h"
#include "causality/causality.h"
#include "machine/interleave.h"
#include "machine/naming.h"
#include "vm/strings.h"

namespace meada {
namespace {

RaceLine line_of(const Vm& vm, const FrameView& frame) {
    const CodeObject& code = vm.block[frame.code];
    return {to_utf8(vm, Value::from_ref(code.file_name)),
            to_utf8(vm, Value::from_ref(code.qualified_name)),
            range_of(vm, frame.code, frame.instruction).line};
}

}  // namespace

struct RacePass::Inside : Recorder {
    explicit Inside(Machine& machine) : machine(machine) {
        for (const Event& event : machine.first_events) record(event);
        machine.recorder = this;
    }
    ~Inside() override { machine.recorder = nullptr; }

    Machine& machine;
    RaceDetector detector;
    struct Known {
        Serial serial;
        std::string name;
    };
    std::vector<Known> threads;
    std::map<uint64_t, uint32_t> places;        // by the hash of the stack's lines
    std::vector<std::vector<RaceLine>> stacks;  // by place
    std::map<Part, std::string> part_names;  // of those with a race
    std::map<uint32_t, std::string> lock_names;

    void record(const Event&) override;
    void took(Serial, uint32_t lock, WaitReason, Serial on) override;
    void gave(Serial, uint32_t lock) override;
    uint32_t index_of(Serial) const;
    void look();
    uint32_t place(Ref<Thread>);
};

uint32_t RacePass::Inside::index_of(Serial serial) const {
    for (uint32_t index = 0; index < threads.size(); ++index)
        if (threads[index].serial == serial) return index;
    return 0;
}

void RacePass::Inside::record(const Event& event) {
    const auto* created = event_as<event::thread_created>(event);
    if (!created) return;
    threads.push_back({created->created, std::string(created->name)});
    if (threads.size() > 1)
        detector.created(index_of(event.thread), static_cast<uint32_t>(threads.size()) - 1);
}

void RacePass::Inside::took(Serial thread, uint32_t lock, WaitReason reason, Serial on) {
    const Ref<Lock> taken{lock};
    const bool own = machine.vm.block[taken].serial != 0;  // not what something else is made of
    detector.took(index_of(thread), lock, own);
    if (reason == WaitReason::join) detector.joined(index_of(thread), index_of(on));
    if (!own || !lock_names[lock].empty()) return;
    const Ref<Thread> taker = find_thread(machine, thread);
    if (taker) lock_names[lock] = name_of_lock(machine, taken, taker);
}

void RacePass::Inside::gave(Serial thread, uint32_t lock) { detector.gave(index_of(thread), lock); }

uint32_t RacePass::Inside::place(Ref<Thread> thread) {
    const auto context = machine.vm.block[thread].context.as_ref<Context>();
    const std::vector<FrameView> frames = frames_of(machine.vm, context);
    uint64_t hash = hash_start;
    for (const FrameView& frame : frames)
        hash = hash_mix(hash_mix(hash, frame.code.offset),
                        range_of(machine.vm, frame.code, frame.instruction).line);
    const auto [at, is_new] = places.try_emplace(hash, static_cast<uint32_t>(stacks.size()));
    if (is_new) {
        stacks.emplace_back();
        for (const FrameView& frame : frames)
            if (!frame.library && !frame.hidden)
                stacks.back().push_back(line_of(machine.vm, frame));
    }
    return at->second;
}

// What the running thread is about to do.
void RacePass::Inside::look() {
    const Ref<Thread> thread = running_thread(machine);
    SharedStep step;
    if (!next_shared_step(machine, thread, step)) return;
    const uint32_t index = index_of(machine.vm.block[thread].serial);
    if (step.looks_under) detector.saw(index, step.looks_under.offset);
    if (threads.size() < 2) return;  // what comes before the second thread is ordered
    for (const Access& access : step.accesses) {
        if (access.part == AccessPart::operation) continue;
        RaceUse use;
        use.thread = index;
        use.place = place(thread);
        use.writes = access.writes;
        use.atomic = access.atomic;
        use.instruction = machine.user_instructions();
        use.time_ns = machine.now_ns();
        const Part part = part_of(access);
        if (detector.access(part, use) && part_names[part].empty())
            part_names[part] = name_of_access(machine, access, thread);
    }
    if (may_hand_over(step.instruction.opcode)) detector.could_hand_over(index);
}

RacePass::RacePass(Machine& machine) : inside_(std::make_unique<Inside>(machine)) {}
RacePass::~RacePass() = default;

bool RacePass::advance(uint64_t instructions) {
    Machine& machine = inside_->machine;
    for (uint64_t done = 0; done < instructions; ++done) {
        if (!machine.root().running.is_null() && !machine.ended()) inside_->look();
        AdvanceLimits limits;
        limits.user_instructions = machine.user_instructions() + 1;
        if (meada::advance(machine, limits) != Advanced::instructions) return false;
    }
    return true;
}

std::vector<Race> RacePass::races() const {
    std::vector<Race> races;
    const auto side = [&](const RaceUse& use) {
        return RaceSide{inside_->threads[use.thread].name, use.writes, inside_->stacks[use.place],
                        use.instruction, use.time_ns};
    };
    for (const RaceFound& found : inside_->detector.races()) {
        Race race;
        race.name = inside_->part_names[found.part];
        race.first = side(found.first);
        race.second = side(found.second);
        if (found.guard != 0) race.guard = inside_->lock_names[found.guard];
        race.fails_with_gil = found.fails_with_gil;
        race.count = found.count;
        races.push_back(std::move(race));
    }
    return races;
}

}  // namespace meada
