#include "view/span_sums.h"

#include <algorithm>
#include <numeric>

namespace meada::view {

namespace {

constexpr size_t stride = 16;
constexpr size_t few_blocks = 3;  // so few are counted span by span at their ends
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

}  // namespace

TimeNs LookTimes::all() const { return std::accumulate(ns.begin(), ns.end(), TimeNs{0}); }

Look look_of(const Span& span) {
    return look_of(span.state, span.reason, EndOutcome::returned);
}

LookTimes look_times(const Lane& lane, TimeNs from_ns, TimeNs to_ns, TimeNs now_ns) {
    if (to_ns <= from_ns) return {};
    return LookSweep(lane, from_ns, now_ns).up_to(to_ns);
}

LookSweep::LookSweep(const Lane& lane, TimeNs from_ns, TimeNs now_ns)
    : lane_(lane), now_ns_(now_ns), index_(first_span_after(lane.spans, from_ns)), done_{} {
    done_ = totals_until(from_ns);
}

LookTimes LookSweep::up_to(TimeNs to_ns) {
    // Doubling steps from where the last range ended, then search: ranges are near each other.
    const std::vector<Span>& spans = lane_.spans;
    size_t step = 1;
    while (index_ + step < spans.size() && spans[index_ + step].end_ns <= to_ns) step *= 2;
    const auto end = spans.begin() + ptrdiff_t(std::min(index_ + step + 1, spans.size()));
    index_ = size_t(std::upper_bound(spans.begin() + ptrdiff_t(index_), end, to_ns,
                                     [](TimeNs time_ns, const Span& span) {
                                         return time_ns < span.end_ns;
                                     }) -
                    spans.begin());
    return since_last(totals_until(to_ns));
}

TimeNs LookSweep::up_to_about(TimeNs to_ns, LookTimes& found) {
    const std::vector<LaneTotal>& totals = lane_.totals;
    const size_t block = index_ / stride + 1;
    size_t last = block;
    while (last + 1 < totals.size() && totals[last + 1].begin_ns <= to_ns) ++last;
    if (last < block + few_blocks || last >= totals.size()) {
        found = up_to(to_ns);
        return to_ns;
    }
    index_ = last * stride;
    found = since_last(totals[last].before);
    return totals[last].begin_ns;
}

LookTimes LookSweep::since_last(const LookTotals& totals) {
    LookTimes found;
    for (size_t look = 0; look < look_count; ++look) found.ns[look] = totals[look] - done_[look];
    done_ = totals;
    return found;
}

LookTotals LookSweep::totals_until(TimeNs time_ns) {
    LookTotals totals{};
    const size_t block = std::min(index_ / stride, std::max<size_t>(lane_.totals.size(), 1) - 1);
    if (!lane_.totals.empty()) totals = lane_.totals[block].before;
    for (size_t i = block * stride; i <= index_ && i < lane_.spans.size(); ++i)
        add(totals, lane_.spans[i], 0, time_ns, now_ns_);
    return totals;
}

void extend_totals(Lane& lane) {
    if (lane.totals.empty() && !lane.spans.empty()) lane.totals.push_back({lane.spans[0].begin_ns});
    while (!lane.totals.empty() && lane.totals.size() * stride + changeable <= lane.spans.size()) {
        const size_t next = lane.totals.size() * stride;
        LaneTotal total{lane.spans[next].begin_ns, lane.totals.back().before};
        for (size_t i = next - stride; i < next; ++i)
            add(total.before, lane.spans[i], 0, never_ns, never_ns);
        lane.totals.push_back(total);
    }
}

}  // namespace meada::view
