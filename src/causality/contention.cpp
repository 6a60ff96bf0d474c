#include "causality/contention.h"

#include "base/hash.h"

namespace meada {

Clock& Contention::clock(uint32_t thread) {
    if (thread >= clocks_.size()) clocks_.resize(thread + 1);
    if (clocks_[thread].at(thread) == 0) clocks_[thread].tick(thread);
    return clocks_[thread];
}

void Contention::created(uint32_t creator, uint32_t thread) {
    const Clock before = clock(creator);
    clock(thread).join(before);
    clock(creator).tick(creator);
}

void Contention::joined(uint32_t joiner, uint32_t ended) {
    const Clock last = clock(ended);
    clock(joiner).join(last);
}

void Contention::access(uint32_t thread, const Part& part, bool writes, std::set<Part>& found) {
    const Clock& now = clock(thread);
    const auto clash = [&](const Part& other, Epoch epoch) {
        if (epoch.thread == thread || now.has_seen(epoch)) return;
        found.insert(part);
        found.insert(other);
    };
    uses_.each_related(part, [&](const Part& other, const Uses& uses) {
        clash(other, uses.write);
        if (!writes) return;
        for (const Epoch read : uses.reads) clash(other, read);
    });
    const Epoch here{thread, now.at(thread)};
    Uses& uses = uses_[part];
    if (writes) {
        uses.write = here;
        return;
    }
    for (Epoch& read : uses.reads)
        if (read.thread == thread) {
            read = here;
            return;
        }
    uses.reads.push_back(here);
}

void TraceClocks::step(uint32_t thread, const std::vector<Use>& uses) {
    if (thread >= clocks_.size()) clocks_.resize(thread + 1);
    Clock& now = clocks_[thread];
    now.tick(thread);
    for (const Use& use : uses)
        last_.each_related(use.part, [&](const Part&, const Last& last) {
            now.join(last.write);
            if (use.writes) now.join(last.reads);
        });
    for (const Use& use : uses) {
        Last& last = last_[use.part];
        (use.writes ? last.write : last.reads).join(now);
    }
    uint64_t hash = hash_mix(hash_start, thread);
    for (size_t other = 0; other < now.times.size(); ++other)
        if (now.times[other] != 0) hash = hash_mix(hash_mix(hash, other), now.times[other]);
    hash_ += hash;  // in whatever order independent steps came
}

}  // namespace meada
