// How many events each thread has had: an event's place in a link is "the n-th of its thread".
// Looked up for every event that is recorded, so the threads that were last seen are found without
// a search, also where two take turns. Inside history.
#pragma once

#include <map>

#include "machine/machine.h"

namespace meada {

class ThreadCounts {
  public:
    ThreadCounts() = default;
    ThreadCounts(const ThreadCounts&) = delete;  // it points into itself
    ThreadCounts& operator=(const ThreadCounts&) = delete;

    // Counts event `number` of the run; gives n. `ends`: its thread comes to its end with it.
    Count count(Serial thread, uint64_t number, bool ends) {
        OfThread*& seen = seen_[thread % seen_count];
        if (!seen || seen->thread != thread) seen = find(thread);
        seen->last_number = number;
        seen->ended |= ends;
        return ++seen->count;
    }
    Count of(Serial thread) const;  // 0: none, or it has been forgotten

    // Forgets, now and then, threads that have ended and whose events all lie before this number.
    // A script can start any number of threads, but not have as many at a time.
    void forget_before(uint64_t number) {
        if (all_.size() >= forget_size_) forget(number);
    }
    size_t size() const { return all_.size(); }

    static constexpr size_t forget_size_min = 4'096;

  private:
    struct OfThread {
        Serial thread = 0;
        bool ended = false;
        Count count = 0;
        uint64_t last_number = 0;
    };
    static constexpr size_t seen_count = 64;
    OfThread* find(Serial);
    void forget(uint64_t number);

    std::map<Serial, OfThread> all_;
    OfThread* seen_[seen_count] = {};  // in all_; by the last digits of the serial
    size_t forget_size_ = forget_size_min;
};

}  // namespace meada
