#include "explore/race_pass.h"

#include <map>

#include "base/hash.h"
#include "causality/causality.h"
#include "explore/path.h"
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
        Serial process;
    };
    std::vector<Known> threads;
    std::map<Serial, Serial> stand_ins;         // for main threads, in handlers of signals
    std::map<uint64_t, uint32_t> places;        // by the hash of the stack's lines
    std::vector<std::vector<RaceLine>> stacks;  // by place
    std::map<Part, std::string> part_names;  // of those with a race
    std::map<uint32_t, std::string> lock_names;

    // By thread: pipes that are locks and whose item it has got within the call of the library that
    // it is in, perhaps to give it back within the same one.
    std::map<Serial, std::vector<uint32_t>> got;
    bool several_processes = false;
    std::map<Serial, Access> operands;      // by thread: what its instruction is about
    Pieces pieces;

    void record(const Event&) override;
    void took(Serial, uint32_t lock, WaitReason, Serial on) override;
    void gave(Serial, uint32_t lock) override;
    void touched(const SharedTouch&) override;
    void saw_end(Serial thread, Serial process) override;
    void stands_in(Serial thread, Serial main, bool begins) override;
    uint32_t index_of(Serial) const;
    void look();
    uint32_t place(Ref<Thread>);
    void touch_pipe(const SharedTouch&, std::vector<uint32_t>&);
    void touch_memory(const SharedTouch&, const std::vector<uint32_t>&);
    std::string operand_name(Ref<Thread>) const;
};

uint32_t RacePass::Inside::index_of(Serial serial) const {
    if (const auto stands = stand_ins.find(serial); stands != stand_ins.end())
        serial = stands->second;
    for (uint32_t index = 0; index < threads.size(); ++index)
        if (threads[index].serial == serial) return index;
    return 0;
}

void RacePass::Inside::record(const Event& event) {
    const auto* created = event_as<event::thread_created>(event);
    if (!created) return;
    const Ref<Thread> thread = find_thread(machine, created->created);
    const Serial process =
        thread ? machine.vm.block[process_of(machine.vm.block, thread)].serial : 0;
    several_processes |= process != 0;
    threads.push_back({created->created, std::string(created->name), process});
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

void RacePass::Inside::saw_end(Serial thread, Serial process) {
    for (const Known& each : threads)
        if (each.process == process)
            detector.joined(index_of(thread), index_of(each.serial));
}

void RacePass::Inside::stands_in(Serial thread, Serial main, bool begins) {
    if (begins) stand_ins[thread] = main;
    else stand_ins.erase(thread);
}

void RacePass::Inside::touched(const SharedTouch& touch) {
    std::vector<uint32_t>& own = got[touch.thread];
    if (touch.use == SharedUse::reads || touch.use == SharedUse::writes)
        touch_memory(touch, own);
    else if (touch.use <= SharedUse::closes) touch_pipe(touch, own);
}

void RacePass::Inside::touch_pipe(const SharedTouch& touch, std::vector<uint32_t>& own) {
    const uint32_t thread = index_of(touch.thread), pipe = touch.object;
    const auto lock = std::ranges::find(own, pipe);
    switch (touch.use) {
        case SharedUse::puts:
            if (lock == own.end()) {
                detector.put(thread, pipe);
                detector.lets_go(pipe);
                return;
            }
            detector.put_back(thread, pipe);
            own.erase(lock);
            return;
        case SharedUse::gets: {
            detector.got(thread, pipe);
            if (touch.reason != WaitReason::lock) return;
            own.push_back(pipe);
            return;
        }
        case SharedUse::looks:
            if (lock == own.end()) detector.looked(thread, pipe);
            return;
        case SharedUse::closes: detector.closed(thread, pipe); return;
        default: return;
    }
}

void RacePass::Inside::touch_memory(const SharedTouch& touch, const std::vector<uint32_t>& own) {
    std::vector<Part> touched_parts;
    std::vector<Pieces::Cut> cuts;
    pieces.touch(touch.object, touch.begin, touch.end, touched_parts, cuts);
    for (const Pieces::Cut& cut : cuts) detector.cut(cut);
    if (threads.size() < 2) return;  // what comes before the second thread is ordered
    const Ref<Thread> thread = find_thread(machine, touch.thread);
    RaceUse use;
    use.thread = index_of(touch.thread);
    use.place = place(thread);
    use.writes = touch.use == SharedUse::writes;
    use.shared = several_processes;
    use.own_lock = own.empty() ? 0 : own.back();
    use.atomic = use.own_lock != 0;
    use.instruction = machine.user_instructions();
    use.time_ns = machine.now_ns();
    if (use.atomic && lock_names[use.own_lock].empty())
        lock_names[use.own_lock] = operand_name(thread) + ".get_lock()";
    for (const Part& part : touched_parts)
        if (detector.access(part, use) && part_names[part].empty())
            part_names[part] = operand_name(thread);
}

// How the script calls what the thread's instruction is about, while it is in the library.
std::string RacePass::Inside::operand_name(Ref<Thread> thread) const {
    const auto operand = operands.find(machine.vm.block[thread].serial);
    return operand == operands.end() ? std::string()
                                     : name_of_access(machine, operand->second, thread);
}

uint32_t RacePass::Inside::place(Ref<Thread> thread) {
    const auto context = machine.vm.block[thread].context.as_ref<Context>();
    const std::vector<FrameView> frames = frames_of(machine.vm, context);
    uint64_t hash = hash_start;
    for (const FrameView& frame : frames) {
        if (frame.library || frame.hidden) continue;
        // By what is the same in each process's copy of the code.
        const CodePlace place = place_of(machine.vm, frame.code, frame.instruction);
        hash = hash_mix(hash_mix(hash, place.file), place.code);
        hash = hash_mix(hash, range_of(machine.vm, frame.code, frame.instruction).line);
    }
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
    const Serial serial = machine.vm.block[thread].serial;
    const Serial process = machine.vm.block[running_process(machine)].serial;
    const uint32_t index = index_of(serial);
    // What a call of the library took before and did not give back is held from now on.
    for (const uint32_t pipe : got[serial]) {
        detector.holds(index, pipe);
        lock_names[pipe] = operand_name(thread);
    }
    got[serial].clear();
    if (!step.accesses.empty()) operands[serial] = step.accesses.back();
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
        const Part part = part_of(access, process);
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
        race.guard_is_own = found.guard_is_own;
        race.fails_with_gil = found.fails_with_gil;
        race.count = found.count;
        races.push_back(std::move(race));
    }
    return races;
}

}  // namespace meada
