// What holds a run up, found in its events: deadlocks, an event loop that a call keeps from its
// other work, threads that starve, locks that nobody will release, waits that never end.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "machine/machine.h"

namespace meada {

enum class StallKind : uint8_t {
    deadlock,        // a cycle of the wait-for graph: it never ends by itself
    endless_wait,    // somebody waits for ever for what nobody can do any more
    blocked_loop,    // a callback or task kept its event loop while others were due
    starvation,      // a thread was overtaken again and again
    abandoned_lock,  // whoever held it has ended, and it was never released
    endless_thread,  // the program waits for its end, and it runs on and on
};

// One wait of a cycle: who waits for what since when, and since when the next one has it.
struct StallLink {
    Serial waiter = 0;  // thread or task
    Serial on = 0;      // lock, thread or task
    WaitReason reason = WaitReason::none;
    uint32_t wait_line = 0, took_line = 0;   // took: where `on` is a lock
    uint64_t wait_event = 0, took_event = 0;  // numbers of events, from 0
    TimeNs wait_ns = 0, took_ns = never_ns;
    Serial holder = 0;
    bool operator==(const StallLink&) const = default;
};

struct Stall {
    StallKind kind = StallKind::deadlock;
    Serial actor = 0;  // thread or task: who blocks, starves, held the lock, waits
    Serial other = 0;  // starvation: who overtook it most; blocked_loop: who was kept waiting
    Serial on = 0;     // the lock; what is waited for
    // blocked_loop: what its longest wait was for, none if it computed; starvation: lock, gil or
    // ready.
    WaitReason reason = WaitReason::none;
    uint32_t line = 0;
    uint64_t event = 0;      // where it begins: the longest one's, where there are several
    uint64_t end_event = 0;  // where it ends, or is known
    TimeNs begin_ns = 0, length_ns = 0;
    uint64_t count = 1;      // of such stalls at this line; starvation: times overtaken
    TimeNs total_ns = 0;
    std::vector<StallLink> cycle = {};
    bool lasts = false;      // it has not ended, as far as the run is known
};

// A thread that wants a core or the GIL and has not got it yet.
struct Unserved {
    Serial thread = 0;
    WaitReason reason = WaitReason::ready;  // or gil
    TimeNs since_ns = 0;
    uint32_t line = 0;   // where it stands
    Serial holder = 0;   // who has it
};

// asyncio's own limit for a step that computes (slow_callback_duration in debug mode); a call that
// waits is told from a hundredth of it on. In both cases only if something else was due meanwhile.
constexpr TimeNs slow_step_ns = 100'000'000;
constexpr TimeNs blocking_call_ns = 1'000'000;
// Bounded overtaking: a thread starves if, while it waits for one thing, one other thread gets it
// this often and this long passes; or if it is ready for so long while others keep the cores.
constexpr uint64_t overtaken_max = 20;
constexpr TimeNs starving_ns = 100'000'000;
constexpr TimeNs kept_from_core_ns = 1'000'000'000;

class Stalls {
  public:
    void event(uint64_t number, const Event&);  // in order, each once
    // No more events: the script has ended, or everybody waits for ever (`stuck`).
    void ended(uint64_t event_count, TimeNs now_ns, bool stuck);
    const std::vector<Stall>& found() const { return found_; }
    // Which of them starve, in a run that has not ended.
    std::vector<Stall> starving(const std::vector<Unserved>&, uint64_t event_count,
                                TimeNs now_ns) const;

  private:
    struct Wait {
        Serial on = 0;
        WaitReason reason = WaitReason::none;
        uint32_t line = 0;
        uint64_t event = 0;
        TimeNs since_ns = 0;
        bool for_ever = false;
    };
    struct Taking {
        TimeNs time_ns = 0;
        Serial actor = 0;
    };
    struct Overtaken {
        bool starves = false;
        Serial by = 0;  // who got it most, or keeps it
        uint64_t count = 0;
    };
    struct Held {
        Serial holder = 0;
        uint32_t line = 0;
        uint64_t event = 0;
        TimeNs since_ns = 0;
        uint64_t depth = 0;
        bool holder_ended = false;
    };
    struct Step {  // a callback of a loop that runs
        bool runs = false;
        Serial task = 0;
        uint32_t line = 0;
        uint64_t event = 0;
        TimeNs begin_ns = 0;
        bool waits = false;  // in a call, now; beside it, the longest of its waits so far
        WaitReason wait_reason = WaitReason::none, longest_reason = WaitReason::none;
        uint32_t wait_line = 0, longest_line = 0;
        uint64_t wait_event = 0, longest_event = 0;
        TimeNs wait_from_ns = 0, longest_ns = 0, waited_ns = 0;
    };
    struct Due {
        TimeNs at_ns = 0;  // a callback: since when it could run; a timer: since when it should
        Serial handle = 0, task = 0, thread = 0;
        auto operator<=>(const Due&) const = default;
    };
    struct Loop {
        std::set<Due> due;
        Step step;
    };

    void begin_wait(Serial actor, const Wait&);
    void look_for_cycle(Serial actor);
    void take(Serial actor, Serial sync, TimeNs waited_ns, uint64_t number, const Event&);
    void give(Serial sync);
    void actor_ended(Serial actor);
    static Overtaken overtaken(const std::vector<Taking>&, Serial actor, WaitReason,
                               TimeNs since_ns, TimeNs now_ns);
    void taken(std::vector<Taking>&, Serial actor, Serial on, WaitReason, TimeNs waited_ns,
               uint64_t number, const Event&);
    void add_due(const Due&);
    void drop_due(Serial handle);
    void begin_step(uint64_t number, const Event&);
    void end_step(uint64_t number, const Event&);
    void park_in_step(uint64_t number, const Event&, WaitReason);
    void wake_in_step(Serial thread, TimeNs now_ns);
    void keep(const Stall&);
    bool is_lock(Serial) const;
    Serial waited_for(WaitReason, Serial on) const;

    std::unordered_map<Serial, SyncKind> kinds_;
    std::unordered_map<Serial, Serial> main_threads_;     // by process
    std::unordered_map<Serial, Held> held_;               // locks
    std::unordered_map<Serial, std::set<Serial>> holds_;  // by actor
    std::map<Serial, Wait> waits_;                        // by actor
    std::unordered_map<Serial, bool> lives_;              // threads and tasks
    std::unordered_map<Serial, Loop> loops_;  // by the thread that runs it
    std::unordered_map<Serial, Due> due_;     // by handle
    std::unordered_map<Serial, std::vector<Taking>> takings_;  // by lock
    std::vector<Taking> gil_takings_, core_takings_;
    std::vector<Stall> found_;
};

}  // namespace meada
