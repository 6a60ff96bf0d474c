#include "causality/waits.h"

#include <algorithm>
#include <map>

namespace meada {
namespace {

uint32_t line_of(const std::vector<FrameState>& frames) {
    const auto found = std::ranges::find_if(frames, [](const FrameState& frame) {
        return !frame.library && frame.file.empty();
    });
    return found == frames.end() ? 0 : found->range.line;
}

bool lives(const MachineState& state, Serial serial) {
    const auto is_it = [&](const auto& actor) {
        return actor.serial == serial && actor.state != RunState::ended;
    };
    return std::ranges::any_of(state.threads, is_it) || std::ranges::any_of(state.tasks, is_it);
}

// Who has to do something before a wait on this can end; 0: nobody in particular.
Serial holder_of(const MachineState& state, Serial on) {
    if (on == 0) return 0;
    for (const SyncState& sync : state.syncs)
        if (sync.serial == on) return lives(state, sync.holder) ? sync.holder : 0;
    return lives(state, on) ? on : 0;
}

// Who waits for a process waits for its main thread, which is born before all others of it.
Serial main_of(const MachineState& state, WaitReason reason, Serial on) {
    if (reason != WaitReason::join || on == 0) return on;
    const auto main = std::ranges::find(state.threads, on, &ThreadState::process);
    return main == state.threads.end() ? on : main->serial;
}

bool waits_for_ever(const ThreadState& thread) {
    return thread.state == RunState::waiting && thread.deadline_ns == never_ns &&
           thread.wait_reason != WaitReason::input;
}

// A thread whose loop has tasks waits for them; what they wait for is told of them.
bool runs_loop(const MachineState& state, const ThreadState& thread) {
    return thread.wait_reason == WaitReason::select &&
           std::ranges::any_of(state.loops, [&](const LoopState& loop) {
               return loop.thread == thread.serial;
           });
}

std::vector<WaitLink> links_of(const MachineState& state) {
    std::vector<WaitLink> links;
    for (const ThreadState& thread : state.threads) {
        if (!waits_for_ever(thread) || runs_loop(state, thread)) continue;
        const Serial on = main_of(state, thread.wait_reason, thread.waits_on);
        links.push_back({thread.serial, thread.wait_reason, on, holder_of(state, on),
                         line_of(thread.frames), thread.since_ns});
    }
    for (const TaskState& task : state.tasks) {
        if (task.state != RunState::waiting || task.deadline_ns != never_ns) continue;
        WaitLink link{task.serial, task.wait_reason, task.waits_on,
                      holder_of(state, task.waits_on), line_of(task.frames), 0};
        if (link.holder != 0 || task.awaits.empty()) links.push_back(link);
        for (const Serial awaited : task.awaits)
            if (awaited != link.holder && lives(state, awaited))
                links.push_back({task.serial, task.wait_reason, awaited, awaited, link.line, 0});
    }
    return links;
}

struct CycleFinder {
    std::multimap<Serial, WaitLink> by_waiter;
    std::vector<WaitLink> path;
    std::vector<std::vector<WaitLink>> found;

    bool is_new(const std::vector<WaitLink>& cycle) const {
        return std::ranges::none_of(found, [&](const std::vector<WaitLink>& known) {
            return known.size() == cycle.size() &&
                   std::ranges::equal(known, cycle, {}, &WaitLink::waiter, &WaitLink::waiter);
        });
    }
    void keep(std::vector<WaitLink> cycle) {
        const auto first = std::ranges::min_element(cycle, {}, &WaitLink::waiter);
        std::ranges::rotate(cycle, first);
        if (is_new(cycle)) found.push_back(std::move(cycle));
    }
    void follow(Serial waiter) {
        const auto [begin, end] = by_waiter.equal_range(waiter);
        for (auto at = begin; at != end; ++at) {
            const auto back = std::ranges::find(path, waiter, &WaitLink::waiter);
            if (back != path.end()) {
                keep({back, path.end()});
                return;
            }
            path.push_back(at->second);
            if (at->second.holder != 0) follow(at->second.holder);
            path.pop_back();
        }
    }
};

}  // namespace

std::vector<WaitLink> waits_without_end(const MachineState& state) { return links_of(state); }

std::vector<std::vector<WaitLink>> wait_cycles(const MachineState& state) {
    CycleFinder finder;
    for (const WaitLink& link : links_of(state)) finder.by_waiter.emplace(link.waiter, link);
    std::vector<Serial> waiters;
    for (const auto& [waiter, link] : finder.by_waiter)
        if (waiters.empty() || waiters.back() != waiter) waiters.push_back(waiter);
    for (const Serial waiter : waiters) finder.follow(waiter);
    return std::move(finder.found);
}

}  // namespace meada
