// Vector clocks (Mattern, "Virtual Time and Global States of Distributed Systems", 1989; Fidge,
// 1988): how far in each thread's own time one has heard of it. An epoch is one thread's moment
// (Flanagan and Freund, "FastTrack: Efficient and Precise Dynamic Race Detection", PLDI 2009).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace meada {

struct Epoch {
    uint32_t thread = 0;  // index in the order of creation
    uint32_t time = 0;    // from 1; 0: never
};

struct Clock {
    std::vector<uint32_t> times;  // by thread; what is behind the end is 0

    uint32_t at(uint32_t thread) const { return thread < times.size() ? times[thread] : 0; }
    void tick(uint32_t thread) {
        if (thread >= times.size()) times.resize(thread + 1);
        ++times[thread];
    }
    void join(const Clock& other) {
        if (times.size() < other.times.size()) times.resize(other.times.size());
        for (size_t at = 0; at < other.times.size(); ++at)
            times[at] = std::max(times[at], other.times[at]);
    }
    bool has_seen(Epoch epoch) const { return epoch.time <= at(epoch.thread); }
};

}  // namespace meada
