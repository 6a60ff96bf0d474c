#include "view/lane_search.h"

#include <algorithm>
#include <map>

#include "view/range_sums.h"

namespace meada::view {

namespace {

constexpr size_t matches_max = 10'000;

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter; }

struct Search {
    const LaneCache& cache;
    const Moment& moment;
    const Texts& texts;
    std::string query;
    LaneSearch found{};
    std::map<std::pair<WaitReason, Serial>, bool> waits{};  // whose name has the query

    bool has(std::string_view text) const {
        return std::search(text.begin(), text.end(), query.begin(), query.end(),
                           [](char a, char b) { return lower(a) == b; }) != text.end();
    }
    void add(LaneMatch match) {
        if (found.matches.size() < matches_max) found.matches.push_back(match);
        else found.cut = true;
    }
    bool wait_matches(const Span& span) {
        const auto [at, is_new] = waits.try_emplace({span.reason, span.on}, false);
        if (is_new) at->second = has(span_name(cache, moment, texts, span));
        return at->second;
    }
    void lane(const Lane& lane) {
        if (lane.spans.empty()) return;
        const Actor* actor = cache.actors.find(lane.serial);
        if (actor && actor->behind) return;
        if (actor && (has(actor->name) || has(actor->coroutine)))
            add({lane.spans[0].event, lane.spans[0].begin_ns, lane.serial});
        for (const Span& span : lane.spans)
            if (span.state == RunState::waiting && wait_matches(span))
                add({span.event, span.begin_ns, lane.serial});
    }
    void output() {
        if (!moment.output) return;
        for (const OutputLine& line : *moment.output)
            if (has(line.text))
                add({line.event, line.time_ns, line.task ? line.task : line.thread});
    }
};

}  // namespace

LaneSearch search_lanes(const LaneCache& cache, const Moment& moment, const Texts& texts,
                        std::string_view query) {
    Search search{cache, moment, texts, std::string(query)};
    for (char& letter : search.query) letter = lower(letter);
    if (query.empty()) return {};
    for (const auto& [serial, lane] : cache.lanes) search.lane(lane);
    search.output();
    std::vector<LaneMatch>& matches = search.found.matches;
    std::sort(matches.begin(), matches.end(), [](const LaneMatch& a, const LaneMatch& b) {
        return a.event != b.event ? a.event < b.event : a.lane < b.lane;
    });
    return std::move(search.found);
}

const LaneMatch* next_match(const LaneSearch& search, uint64_t event, bool backward) {
    const std::vector<LaneMatch>& all = search.matches;
    if (all.empty()) return nullptr;
    const auto after = std::partition_point(all.begin(), all.end(), [&](const LaneMatch& match) {
        return match.event <= event;
    });
    if (!backward) return after == all.end() ? &all.front() : &*after;
    const auto at = std::partition_point(all.begin(), all.end(), [&](const LaneMatch& match) {
        return match.event < event;
    });
    return at == all.begin() ? &all.back() : &*(at - 1);
}

}  // namespace meada::view
