#include "view/span_sums.h"

#include <algorithm>
#include <numeric>

namespace meada::view {

namespace {

constexpr size_t stride = 16;
// An event changes at most the last spans of a lane: reopens one, splits one.
constexpr size_t changeable = 8;

TimeNs end_of(const Span& span, TimeNs now_ns) {
    return span.end_ns == never_ns ? std::max(now_ns, span.begin_ns) : span.end_ns;
}

void add(LookTotals& totals, const Span& span, TimeNs from_ns, TimeNs to_ns, TimeNs now_ns) {
    const TimeNs begin = std::max(span.begin_ns, from_ns);
    const TimeNs end = std::min(end_of(span, now_ns), to_ns);
    if (end > begin) totals[size_t(look_of(span))] += end - begin;
}

// The last of the totals from `block` on that tells of nothing after `to_ns`.
size_t last_total(const Lane& lane, size_t block, TimeNs to_ns) {
    size_t low = block, high = std::max(lane.totals.size(), block + 1);
    while (low + 1 < high) {
        const size_t middle = low + (high - low) / 2;
        (lane.spans[middle * stride - 1].end_ns <= to_ns ? low : high) = middle;
    }
    return low;
}

}  // namespace

TimeNs LookTimes::all() const { return std::accumulate(ns.begin(), ns.end(), TimeNs{0}); }

Look look_of(const Span& span) {
    return look_of(span.state, span.reason, EndOutcome::returned);
}

LookTimes look_times(const Lane& lane, TimeNs from_ns, TimeNs to_ns, TimeNs now_ns) {
    LookTimes found;
    const std::vector<Span>& spans = lane.spans;
    size_t i = first_span_after(spans, from_ns);
    while (i < spans.size() && spans[i].begin_ns < to_ns) {
        if (i % stride == 0 && spans[i].begin_ns >= from_ns) {
            const size_t block = i / stride, last = last_total(lane, block, to_ns);
            for (size_t look = 0; last > block && look < look_count; ++look)
                found.ns[look] += lane.totals[last][look] - lane.totals[block][look];
            i = std::max(i, last * stride);
            if (last > block) continue;
        }
        add(found.ns, spans[i], from_ns, to_ns, now_ns);
        ++i;
    }
    return found;
}

void extend_totals(Lane& lane) {
    if (lane.totals.empty()) lane.totals.push_back({});
    while (lane.totals.size() * stride + changeable <= lane.spans.size()) {
        LookTotals totals = lane.totals.back();
        const size_t from = (lane.totals.size() - 1) * stride;
        for (size_t i = from; i < from + stride; ++i)
            add(totals, lane.spans[i], 0, never_ns, never_ns);
        lane.totals.push_back(totals);
    }
}

}  // namespace meada::view
