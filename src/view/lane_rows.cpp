#include "view/lane_rows.h"

#include <algorithm>
#include <utility>

namespace meada::view {

uint32_t cores_used(const LaneCache& cache) {
    return uint32_t(std::count_if(cache.cores.begin(), cache.cores.end(),
                                  [](const Lane& core) { return !core.spans.empty(); }));
}

namespace {

void add_cores(const LaneCache& cache, bool folded, std::vector<LaneRow>& rows) {
    std::vector<const Lane*> used;
    for (const Lane& core : cache.cores)
        if (!core.spans.empty()) used.push_back(&core);
    if (used.empty() && !cache.cores.empty()) used.push_back(&cache.cores[0]);
    for (size_t i = 0; i < used.size(); ++i) {
        LaneRow row{used[i], nullptr, 0, false};
        row.folds_cores = i == 0 && used.size() > 1;
        if (row.folds_cores && folded) row.cores = used;
        rows.push_back(std::move(row));
        if (folded) break;
    }
}

}  // namespace

std::vector<LaneRow> lane_rows(const LaneCache& cache, const std::vector<Serial>& folded,
                               bool cores_folded) {
    std::vector<LaneRow> rows;
    if (cache.lanes.empty()) return rows;
    std::map<Serial, std::vector<const Lane*>> tasks, threads;  // by thread, by process
    for (const auto& [serial, lane] : cache.lanes) {
        const Actor* actor = cache.actors.find(serial);
        if (lane.kind == LaneKind::thread)
            threads[cache.actors.process_of(serial)].push_back(&lane);
        else if (!(actor && actor->behind))
            tasks[lane.parent].push_back(&lane);
    }
    const auto is_folded = [&](Serial serial) {
        return std::find(folded.begin(), folded.end(), serial) != folded.end();
    };
    const auto add_gil = [&](Serial process, size_t sharers, uint32_t depth) {
        const auto gil = cache.gils.find(process);
        if (gil != cache.gils.end() && !gil->second.spans.empty() && sharers > 1)
            rows.push_back({&gil->second, nullptr, depth, false});
    };
    const auto add_thread = [&](const Lane* lane, uint32_t depth) {
        const auto under = tasks.find(lane->serial);
        const bool folds = under != tasks.end();
        rows.push_back({lane, cache.actors.find(lane->serial), depth, folds});
        if (!folds || is_folded(lane->serial)) return;
        for (const Lane* task : under->second)
            rows.push_back({task, cache.actors.find(task->serial), depth + 1, false});
    };
    const bool one = threads.size() == 1;
    if (one) add_gil(threads.begin()->first, threads.begin()->second.size(), 0);
    add_cores(cache, cores_folded, rows);
    for (const auto& [process, lanes] : threads) {
        const auto whole = cache.processes.find(process);
        const bool nests = !one && whole != cache.processes.end() &&
                           (lanes.size() > 1 || tasks.count(lanes[0]->serial) != 0);
        if (nests) rows.push_back({&whole->second, cache.actors.find(lanes[0]->serial), 0, true});
        if (nests && is_folded(process)) continue;
        if (!one) add_gil(process, lanes.size(), nests);
        for (const Lane* lane : lanes) add_thread(lane, nests);
    }
    return rows;
}

const std::vector<LaneRow>& lane_rows(const LaneCache& cache, const std::vector<Serial>& folded,
                                      bool cores_folded, KeptRows& kept) {
    if (kept.changes != cache.changes || kept.folded != folded) {
        kept.changes = cache.changes;
        kept.folded = folded;
        kept.made = {};
    }
    std::vector<LaneRow>& rows = kept.rows[cores_folded];
    if (!std::exchange(kept.made[cores_folded], true))
        rows = lane_rows(cache, folded, cores_folded);
    return rows;
}

bool is_pinnable(const LaneRow& row) {
    return row.lane->kind == LaneKind::thread || row.lane->kind == LaneKind::task;
}

size_t pin_rows(std::vector<LaneRow>& rows, const std::vector<Serial>& pinned) {
    std::vector<LaneRow> first, rest;
    for (const Serial serial : pinned)
        for (const LaneRow& row : rows)
            if (is_pinnable(row) && row.lane->serial == serial) first.push_back(row);
    for (const LaneRow& row : rows)
        if (!is_pinnable(row) ||
            std::find(pinned.begin(), pinned.end(), row.lane->serial) == pinned.end())
            rest.push_back(row);
    const size_t count = first.size();
    rows = std::move(first);
    rows.insert(rows.end(), rest.begin(), rest.end());
    return count;
}

}  // namespace meada::view
