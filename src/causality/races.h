// Data races of one run: two accesses of one part by two threads, one of them a write, that nothing
// orders: no lock given on, no start, join, queue or event. Found by FastTrack (Flanagan and
// Freund, PLDI 2009): epochs for writes, a read's epoch a thread. The GIL orders nothing.
//
// Processes share memory and pipes. An item of a pipe carries what its sender knew: tokens of a
// semaphore and messages are the same. What a call of the library takes and gives back itself (the
// lock of a Value, while it is read or written) orders nothing, but makes the access one that
// happens at once: two such are a race only where one writes what it has read before, with no lock
// held over both.
//
// Two calls of native methods (list.append, dict.get) are no race: each happens at once, also where
// there is no GIL. Tasks of one event loop run in one thread, whose own order orders them: what
// they break over an await is no data race and not looked for here.
#pragma once

#include <deque>
#include <map>
#include <set>

#include "causality/clocks.h"
#include "causality/parts.h"

namespace meada {

struct RaceUse {
    uint32_t thread = 0;
    uint32_t place = 0;  // the caller's number of a stack
    bool writes = false, atomic = false;
    uint32_t own_lock = 0;  // that what is accessed takes for it; 0: none
    bool shared = false;  // between processes: no GIL keeps their accesses apart
    bool updates = false; // the detector's: it has read it before, and could be interrupted since
    Epoch epoch = {};
    uint64_t instruction = 0, time_ns = 0;  // the caller's, of the moment
};

struct RaceFound {
    Part part = {};
    RaceUse first = {}, second = {};
    uint64_t count = 0;
    // A thread could be interrupted between reading the part and writing it, under CPython 3.11's
    // GIL too. Else what the GIL cannot interrupt hides the race.
    bool fails_with_gil = false;
    uint32_t guard = 0;  // the lock that is held at the most accesses of the part; 0: none
    bool guard_is_own = false;  // by none: what each access takes for itself
};

class RaceDetector {
  public:
    void created(uint32_t creator, uint32_t thread);
    void took(uint32_t thread, uint32_t lock, bool counts);  // counts: the script's own lock
    void gave(uint32_t thread, uint32_t lock);
    void saw(uint32_t thread, uint32_t lock);  // looked at what is under it, as Event.is_set()
    void joined(uint32_t joiner, uint32_t ended);
    // An item is put into a pipe, or the oldest got out of it.
    void put(uint32_t thread, uint32_t pipe);
    void got(uint32_t thread, uint32_t pipe);
    // The item is the one that this thread got within the same call of the library.
    void put_back(uint32_t thread, uint32_t pipe);
    // It has seen that there are items, or none, or that an end is closed (`closed`: closes it).
    void looked(uint32_t thread, uint32_t pipe);
    void closed(uint32_t thread, uint32_t pipe);
    void holds(uint32_t thread, uint32_t lock);     // a pipe that is a lock
    void lets_go(uint32_t lock);
    void cut(const Pieces::Cut& cut) { uses_.copy(cut.from, cut.made); }
    void could_hand_over(uint32_t thread) { ++state(thread).hand_overs; }
    // The race that it is the first of between two places (in either order), if there is one.
    const RaceFound* access(const Part&, RaceUse);
    // With what was learnt since: how often, and which lock guards the part elsewhere.
    std::vector<RaceFound> races() const;

  private:
    struct ThreadState {
        Clock clock;
        std::set<uint32_t> held;
        uint64_t hand_overs = 0;
    };
    struct Reading {
        uint64_t hand_overs = 0;
        std::set<uint32_t> held;
    };
    struct Uses {
        RaceUse write;
        std::vector<RaceUse> reads;             // a thread's last
        std::map<uint32_t, Reading> reading;    // by thread: since it wrote last
        std::map<uint32_t, uint64_t> guarded;   // lock: accesses under it
        std::map<uint32_t, uint64_t> written;   // lock: writes under it
        uint64_t writes = 0;
        bool interruptible = false;
        std::set<uint32_t> interruptible_under;  // locks: but not by who takes them
    };
    struct Channel {
        std::deque<Clock> items;
        Clock all;       // of all that put, got or closed
        Clock got_last;  // what came with the item that was got last
    };
    struct Pair {
        Part part;
        uint32_t first, second;
        auto operator<=>(const Pair&) const = default;
    };
    ThreadState& state(uint32_t thread);
    void note(const Part&, const RaceUse&);
    bool updates(const Part&, const RaceUse&);
    static bool fails_with_gil(const Uses&);

    std::vector<ThreadState> threads_;
    std::map<uint32_t, Clock> locks_;
    std::map<uint32_t, Channel> channels_;
    Parts<Uses> uses_;
    std::map<Pair, size_t> pairs_;
    std::vector<RaceFound> found_;
};

}  // namespace meada
