#include "session/findings.h"

#include "session/race_search.h"

namespace meada {

FindingSearch::FindingSearch() = default;
FindingSearch::~FindingSearch() = default;

void FindingSearch::restart() {
    stalls_ = {};
    findings_ = {};
    seen_ = 0;
    looked_ns_ = never_ns;
    looked_for_endless_ = ended_ = false;
    threads_ = 0;
    threads_of_.clear();
    process_of_.clear();
    races_ = nullptr;
}

namespace {

// Of the innermost frame of the script.
uint32_t line_of(const Vm& vm, Ref<Context> context) {
    for (const FrameView& frame : frames_of(vm, context))
        if (!frame.library && !frame.hidden)
            return range_of(vm, frame.code, frame.instruction).line;
    return 0;
}

Serial serial_of(const Machine& machine, Value thread) {
    return thread ? machine.vm.block[thread.as_ref<Thread>()].serial : 0;
}

// The program waits for its end, which nothing brings about: its main thread is through.
bool is_endless(const Machine& machine, const Thread& thread) {
    const Process& process = machine.vm.block[thread.process.as_ref<Process>()];
    const bool waits_for_ever =
        thread.state == static_cast<uint8_t>(RunState::waiting) && thread.deadline_ns == never_ns;
    return process.phase == static_cast<uint8_t>(ProcessPhase::ending) && !waits_for_ever &&
           !(thread.flags & (thread_main | thread_daemon));
}

}  // namespace

// What no event tells of, because it has not come to an end.
void FindingSearch::look_at_threads(const Machine& machine, bool gave_up) {
    const Block& block = machine.vm.block;
    std::vector<Unserved> unserved;
    const TimeNs now_ns = machine.now_ns();
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at)) {
        const Thread& thread = block[at];
        const auto reason = static_cast<WaitReason>(thread.reason);
        const bool ready = thread.state == static_cast<uint8_t>(RunState::ready);
        if (ready && thread.since_ns + starving_ns <= now_ns) {
            const Value holder = reason == WaitReason::gil
                                     ? block[thread.process.as_ref<Process>()].gil_holder
                                     : block[core_at(machine, 0)].running;
            unserved.push_back({thread.serial, reason, thread.since_ns,
                                line_of(machine.vm, thread.context.as_ref<Context>()),
                                serial_of(machine, holder)});
        }
        if (!gave_up || !is_endless(machine, thread)) continue;
        Stall stall{StallKind::endless_thread, thread.serial};
        stall.line = line_of(machine.vm, thread.context.as_ref<Context>());
        stall.event = stall.end_event = seen_;
        stall.begin_ns = now_ns;
        stall.lasts = true;
        findings_.stalls.push_back(stall);
    }
    for (const Stall& stall : stalls_.starving(unserved, seen_, now_ns))
        findings_.stalls.push_back(stall);
}

const Findings& FindingSearch::update(const History& history, bool gave_up) {
    const EventLog& log = history.log();
    // Of a run that is longer than what history keeps, every event is seen as it is recorded, if
    // one asks often enough; else what is gone stays unseen.
    seen_ = std::max(seen_, log.first());
    bool is_new = seen_ < log.end();
    for (; seen_ < log.end(); ++seen_) {
        const Event& event = *log.find(seen_);
        stalls_.event(seen_, event);
        if (const auto* made = event_as<event::process_created>(event)) {
            process_of_[made->main_thread] = made->created;
            threads_ = std::max(threads_, ++threads_of_[made->created]);
        } else if (const auto* born = event_as<event::thread_created>(event)) {
            const auto own = process_of_.find(born->created);
            if (own != process_of_.end()) continue;  // a process's first
            const Serial process = process_of_[event.thread];
            process_of_[born->created] = process;
            threads_ = std::max(threads_, ++threads_of_[process]);
        }
    }
    const bool ends = history.recorded_all() && !history.waits_for_input();
    if (ends && !ended_) {
        ended_ = is_new = true;
        for (const SyncState& sync : inspect(history.head()).syncs)
            if (!sync.name.empty()) findings_.names[sync.serial] = sync.name;
        stalls_.ended(seen_, history.end_ns(), history.stuck());
        if (threads_ < 2) findings_.races_known = RacesKnown::nothing_shared;
    }
    const bool looks = !ended_ && (looked_ns_ != history.end_ns() ||
                                   looked_for_endless_ != gave_up);
    if (!is_new && !looks) return findings_;  // asked every frame
    findings_.stalls = stalls_.found();
    looked_ns_ = history.end_ns();
    looked_for_endless_ = gave_up;
    if (!ended_) look_at_threads(history.head(), gave_up);
    return findings_;
}

bool FindingSearch::work(const History& history, const Scenario& scenario,
                         uint64_t budget_ns) {
    if (!history.recorded_all() || history.waits_for_input()) return false;
    update(history);
    if (findings_.races_known != RacesKnown::not_yet) return false;
    if (!races_) {
        auto opened = RaceSearch::open(scenario);
        if (!opened) {  // the run itself could be opened: there is no room for a second machine
            findings_.races_known = RacesKnown::part;
            return false;
        }
        races_ = std::move(*opened);
    }
    const bool more = races_->advance(budget_ns);
    const bool enough = races_->machine().user_instructions() >= race_instructions_max;
    findings_.races = races_->races();
    if (more && !enough) return true;
    findings_.races_known = more ? RacesKnown::part : RacesKnown::all;
    races_ = nullptr;
    return false;
}

}  // namespace meada
