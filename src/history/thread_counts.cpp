#include "history/thread_counts.h"

#include <algorithm>

namespace meada {

ThreadCounts::OfThread* ThreadCounts::find(Serial thread) {
    OfThread& found = all_[thread];
    found.thread = thread;
    return &found;
}

Count ThreadCounts::of(Serial thread) const {
    const auto found = all_.find(thread);
    return found == all_.end() ? 0 : found->second.count;
}

// Looks again when there are twice as many as now: a thread costs the same however many there are.
void ThreadCounts::forget(uint64_t number) {
    std::erase_if(all_, [&](const auto& entry) {
        return entry.second.ended && entry.second.last_number < number;
    });
    std::ranges::fill(seen_, nullptr);
    forget_size_ = std::max(forget_size_min, 2 * all_.size());
}

}  // namespace meada
