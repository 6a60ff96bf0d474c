#include "view/range_sums.h"

#include <algorithm>
#include <map>

#include "view/tasks.h"

namespace meada::view {

namespace {

std::vector<WaitedFor> waits_of(const LaneCache& cache, const Moment& moment, const Texts& texts,
                                const Lane& lane, TimeNs from_ns, TimeNs to_ns) {
    std::map<std::pair<WaitReason, Serial>, std::pair<TimeNs, const Span*>> sums;
    for (size_t i = first_span_after(lane.spans, from_ns); i < lane.spans.size(); ++i) {
        const Span& span = lane.spans[i];
        if (span.begin_ns >= to_ns) break;
        if (span.state != RunState::waiting) continue;
        const TimeNs end = std::min({to_ns, span.end_ns, std::max(moment.end_ns, span.begin_ns)});
        auto& [ns, example] = sums[{span.reason, span.on}];
        ns += end - std::max(span.begin_ns, from_ns);
        example = &span;
    }
    std::map<std::string, TimeNs> by_name;  // a hundred futures without names are one row
    for (const auto& [what, sum] : sums)
        by_name[span_name(cache, moment, texts, *sum.second)] += sum.first;
    std::vector<WaitedFor> waits;
    for (const auto& [what, ns] : by_name) waits.push_back({what, ns});
    std::sort(waits.begin(), waits.end(), [](const WaitedFor& a, const WaitedFor& b) {
        return a.ns != b.ns ? a.ns > b.ns : a.what < b.what;
    });
    return waits;
}

}  // namespace

RangeSums range_sums(const LaneCache& cache, const std::vector<LaneRow>& rows,
                     const Moment& moment, const Texts& texts, TimeNs from_ns, TimeNs to_ns) {
    RangeSums sums{from_ns, to_ns, {}, {}};
    for (const LaneRow& row : rows) {
        if (!is_pinnable(row) || !row.actor) continue;
        // A loop's thread does nothing that its tasks do not, but where these are folded.
        const bool unfolded = row.folds && std::any_of(rows.begin(), rows.end(), [&](auto& other) {
            return other.lane->kind == LaneKind::task && other.lane->parent == row.lane->serial;
        });
        if (unfolded) continue;
        RangeRow found{row.actor, look_times(*row.lane, from_ns, to_ns, moment.end_ns), {}};
        if (found.times.all() == 0) continue;
        found.waits = waits_of(cache, moment, texts, *row.lane, from_ns, to_ns);
        for (size_t look = 0; look < look_count; ++look)
            sums.whole.ns[look] += found.times.ns[look];
        sums.rows.push_back(std::move(found));
    }
    return sums;
}

std::string span_name(const LaneCache& cache, const Moment& moment, const Texts& texts,
                      const Span& span) {
    const std::string word = texts[word_of(span.state, span.reason, EndOutcome::returned)];
    const bool named = cache.actors.find(span.on) || cache.actors.syncs.count(span.on) != 0;
    if (!moment.state || !named) return word;
    return word + " " + thing_name(*moment.state, cache.actors, texts, span.on);
}

}  // namespace meada::view
